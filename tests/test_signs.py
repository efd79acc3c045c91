"""A sign is seen wherever its rule finds anything: a rule never sleeps through what it looks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

import documents
from vnnews_clean import Cleaner, Document, rule
from vnnews_clean.outline import BULKY
from vnnews_clean.rules import TABLE
from vnnews_clean.signs import (
    AllOf,
    AnyOf,
    Begins,
    Sign,
    Spelled,
    Unusual,
    apart,
    bracketed,
    code,
    digit,
    dots,
    echo,
    few,
    lone_word,
    mixed,
    numbered,
    restarts,
    rows,
    signed,
    small,
    twins,
)
from vnnews_clean.structure.comments.remarks import closing_remarks, may_remark
from vnnews_clean.structure.decide import may_stand_apart
from vnnews_clean.structure.frame import is_page, may_frame
from vnnews_clean.structure.lists.listing import closing_list
from vnnews_clean.structure.lists.tails import may_list
from vnnews_clean.structure.reading import read
from vnnews_clean.structure.said import sayings
from vnnews_clean.testing import read_cases

FOLDER = Path(__file__).parent / "fixtures"
CASES = [case.source for file in sorted(FOLDER.glob("rules/*.txt")) for case in read_cases(file)]
SEEDS = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("seeds/*.txt"))]
NAMES, SHORT = 9, 24
"""Lines as short as the names of two menus, and their characters."""
PROSE = (
    "Sáng nay cả xóm ra bến.",
    "Ông Tư kể chuyện con đò cũ.",
    "Nước lên, chợ họp sớm hơn mọi ngày.",
)
COPIED = "Sáng nay, nước lên, chợ nổi họp sớm hơn mọi ngày ở bến đò cũ"
"""Sixty characters, by which copies are told."""


def overslept(cleaner: Cleaner, text: str) -> list[str]:
    """The rules that would find something in a text that does not show their sign."""
    document = cleaner.read(text)
    asleep = [
        rule
        for rule in TABLE
        if rule.sign and not rule.sign(document) and document.hits.keys().isdisjoint(rule.phrases)
    ]
    if not document.is_shown:  # all rules run there
        return []
    return [rule.id for rule in asleep if rule.labels(document, ())]


@pytest.mark.parametrize("text", [*CASES, *SEEDS])
def test_no_rule_oversleeps_in_a_fixture(text: str, cleaner: Cleaner) -> None:
    assert overslept(cleaner, text) == []


@given(text=documents.texts())
def test_no_rule_oversleeps(text: str, cleaner: Cleaner) -> None:
    assert overslept(cleaner, text) == []


def byline(words: str, size: int = 600) -> str:
    """Flat text of so many characters that ends with a sentence and `words`."""
    return f"{'đò ' * 200}. {words}"[-size:].replace(" ", "ò", 1)


def lines(*more: str) -> str:
    return "\n".join([*PROSE, *more])


@pytest.mark.parametrize(
    ("sign", "seen", "missing"),
    [
        (Unusual(">»"), lines("» Chợ nổi ngày giáp Tết"), lines("Chợ nổi ngày giáp Tết")),
        (twins, lines(f"Hôm qua: “{COPIED}.”", COPIED), lines(f"a{COPIED[1:]}", COPIED)),
        (echo, lines("“Ông Tư” - kể: ai?"), lines("Ông Tư là ai?")),
        (echo, lines("Hoà bến cũ", "HÒA - bến cũ"), lines("Hoà bến cũ", "HÒA - bến mới")),
        (echo, lines("Cover of a song"), lines("Covers of a song")),
        (echo, lines("Chợ nổi xưa", "(- - - - - Chợ nổi xưa)"), lines("(- - - - - Chợ nổi xưa)")),
        (
            echo,
            "\n".join(["Ông Tư kể " + "a" * 220] * 2),
            "\n".join(["Ông Tư kể " + "a" * 221] * 2),
        ),
        (
            echo,
            "\n".join([*"abcdefg", *["Chợ nổi xưa"] * 2]),
            "\n".join([*"abcdefgh", *["Chợ nổi xưa"] * 2]),
        ),
        (Begins("thuyền đò"), lines("(Đò đầy)"), lines("Bến đò")),
        (digit, lines("3 con đò"), lines("Ba 3 con đò")),
        (apart, lines("", "Đò đầy."), "\n".join([*PROSE[:2], "", "Đò đầy."])),
        (AllOf((few, dots)), "Nước lên...", lines("Nước lên...", "Đò.")),
        (Spelled("bến cũ"), lines("Về bến cũ"), lines("Về bến, cũ")),
        (Spelled("(", 4, 1), lines("Bến cũ (x)."), lines("Bến cũ (xa).")),
        (Spelled("(", 4, 2), lines("Bến (x).", "Đò."), lines("Bến (x).", "Đò.", "Chợ.")),
        (AnyOf((few, dots)), lines("Nước lên..."), lines("Nước lên.", "Đò đầy.")),
        (small, lines("song que"), lines("Song que")),
        (dots, lines("Nước lên …"), lines("Nước lên..")),
        (dots, lines("Nước lên..."), lines("Nước... lên")),
        (numbered, lines("Bến đò - Ảnh 3."), lines("Bến đò năm 2013.")),
        (numbered, lines("Bến đò - 1"), lines("Bến đò A1")),
        (numbered, lines("Đò 3.".rjust(240, "ò")), lines("Đò 3.".rjust(241, "ò"))),
        (bracketed, lines("Bến (1)", "Đò (2)"), lines("Bến (1)", "Đò (2) cũ")),
        (mixed, lines("", "Dòng cuối."), lines("Dòng cuối.")),
        (lone_word, lines("Chợ"), lines("Chợ nổi")),
        (few, "\n".join("Một Hai Ba Bốn".split()), "\n".join("Một Hai Ba Bốn Năm".split())),
        (signed, byline("Minh Sơn Nhiều chủ"), byline("Minh Sơn nhiều chủ")),
        (signed, byline("T.H. Nhiều chủ"), byline("T.H nhiều chủ")),
        (signed, byline("Minh Sơn – An (tổng hợp) Nhiều"), byline("Minh – An, nhiều")),
        (signed, byline("Minh Sơn Nhiều", 436), byline("Minh Sơn Nhiều", 435)),
        (
            signed,
            f"{PROSE[0]}\n" * 3 + byline("Minh Sơn Nhiều"),
            f"{PROSE[0]}\n" * 4 + byline("Minh Sơn Nhiều"),
        ),
        (
            signed,
            byline("Minh Sơn Nhiều") + "ò" * 729,
            byline("Minh Sơn Nhiều") + "ò" * 730,
        ),
        (rows, "Đò Ghe Bến Chợ Lúa Cá", "Đò Ghe Bến Chợ Lúa cá"),
        (rows, "Đò | ghe", "Đò | ghe."),
        (rows, "Đò | ghe", "Đò | ghe (cũ)"),
        (rows, "Đò | ghe".ljust(400, "ò"), "Đò | ghe".ljust(401, "ò")),
        (rows, "Đò.\n" * 7 + "Đò | ghe", "Đò.\n" * 8 + "Đò | ghe"),
        (restarts, f"{COPIED}{'a' * 280}{COPIED}", f"{COPIED}{'a' * 279}{COPIED}"),
        (restarts, f"{COPIED}{'a' * BULKY}{COPIED}", f"{COPIED}{'a' * BULKY}{COPIED[1:]}"),
        (code, lines("goi();"), lines("goi() ;")),
        (code, lines("{"), lines("[")),
        (code, lines("//<![CDATA["), lines("CDATA")),
    ],
)
def test_sign(sign: Sign, seen: str, missing: str, cleaner: Cleaner) -> None:
    assert sign(cleaner.read(seen))
    assert not sign(cleaner.read(missing))


def test_every_rule_sleeps_in_texts_that_show_nothing_for_it() -> None:
    awake = {
        rule.id
        for rule in TABLE
        if not (rule.phrases or rule.sign or rule.descriptive) and rule.reads(markup=False)
    }
    assert awake == set()


@pytest.mark.parametrize("text", [*CASES, *SEEDS])
def test_no_list_and_no_page_is_overlooked_at_a_glance(text: str, cleaner: Cleaner) -> None:
    assert overlooked(cleaner.read(text)) == []


@given(text=documents.texts())
def test_no_list_and_no_page_is_overlooked(text: str, cleaner: Cleaner) -> None:
    assert overlooked(cleaner.read(text)) == []


def overlooked(document: Document) -> list[str]:
    """What the structure of a text shows that a glance at its lines does not."""
    found: list[str] = []
    said = sayings(document, ())
    if not may_list(document, said) and closing_list(document.lines, said):
        found.append("list")
    short = sum(len(line.text) <= SHORT for line in document.lines)
    if short >= NAMES and not may_frame(document, said) and is_page(read(document, said)):
        found.append("page")
    remarks = may_remark(document) and closing_remarks(document.lines, said)
    woken = may_list(document, said) or may_frame(document, said) or remarks
    if woken and not may_stand_apart(document):
        found.append("glance")
    return found


@pytest.mark.parametrize(("items", "wakes"), [(3, True), (2, False)])
def test_three_headlines_with_summaries_wake_the_structure(
    items: int, *, wakes: bool, cleaner: Cleaner
) -> None:
    listed = [
        "Trạm bơm đầu làng chạy bằng nắng, cả xóm thôi góp tiền dầu mỗi vụ lúa về\nTừ tháng sau trạm bơm đầu làng thôi dùng dầu, mỗi hộ đỡ được hai chục nghìn.",
        "Hội làng mở sớm hơn mọi năm, thuyền các bến về neo kín cả khúc sông quê\nHội làng năm nay mở sớm vì lúa chín sớm, thợ gặt cũng đã về đủ.",
        "Đàn sếu về lại cánh đồng cũ, người làng dựng chòi canh suốt mùa gặt năm nay\nBa chục con sếu đậu lại cánh đồng cũ từ sáng, chưa ai thấy nhiều như vậy.",
    ]
    lines = [
        f"{line} Ai cũng kể lại chuyện ấy cho con cháu nghe trong bữa cơm chiều." for line in PROSE
    ]
    document = cleaner.read("\n".join([*lines, *lines, *listed[:items]]))
    assert not document.hits
    assert may_stand_apart(document) is wakes


@pytest.mark.parametrize(
    ("foot", "framed"),
    [
        (["Rao vặt", "Bạn đọc", "Liên hệ"], True),
        (
            ["Rao vặt", "Bạn đọc", "Bến đò mở cửa trở lại sau mùa lũ, bà con vui mừng.", "Liên hệ"],
            False,
        ),
    ],
)
def test_names_below_an_article_may_be_the_foot_of_a_page(
    foot: list[str], framed: bool, cleaner: Cleaner
) -> None:
    menu = ["Chợ quê", "Bến đò", "Mùa lũ", "Làng nghề", "Chuyện xưa", "Bếp nhà"]
    document = cleaner.read("\n".join([*menu, *PROSE, *foot]))
    assert may_frame(document, [""] * len(document.blocks)) is framed
    assert may_frame(document, ["bar"] * len(document.blocks))
    assert not may_frame(cleaner.read("\n".join([*menu[1:], *PROSE, *menu[1:]])), ())


@pytest.mark.parametrize(
    "statement",
    [
        "(function() { goi(); })();",
        "$(document).ready(goi);",
        "googletag.cmd.push(x);",
        "(adsbygoogle = adsbygoogle || []).push({});",
        "window.fbAsyncInit = goi();",
        "//<![CDATA[ goi(); //]]>",
        "console.log(goi());",
        "setTimeout(function () { goi(); }, 5);",
        "var x = 'y'; goi();",
    ],
)
def test_every_beginning_of_a_script_is_heard(statement: str, cleaner: Cleaner) -> None:
    assert "residue.script" in {label.rule for label in cleaner.clean(lines(statement)).labels}


def test_phrases_or_a_sign_wake_a_rule() -> None:
    asked: list[str] = []

    @rule("mine.arrow", kind="ad", phrases=["ad.line"], sign=Unusual("→"))
    def arrow(document: Document) -> list[tuple[int, int]]:
        asked.append(document.text)
        return []

    cleaner = Cleaner(rules=[arrow], select=["mine.arrow"])
    texts = ("Đi tới", "Đi → tới", "Đi tới\nAdvertisement", "Đi → tới\nAdvertisement")
    for text in texts:
        cleaner.clean(text)
    assert asked == list(texts[1:])


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Đi → tới ⇒ bến", 1),
        ("Đi tới", 0),
        ("# Đi → tới ⇒ bến\n\nVề **bến** cũ, chợ đã tan từ lâu.", 1),
        ("# Đi tới\n\nVề **bến** cũ, chợ đã tan từ lâu.", 0),
    ],
    ids=["both", "none", "both blanked", "none blanked"],
)
def test_a_rule_runs_once_however_many_of_its_characters_stand_there(text: str, times: int) -> None:
    asked: list[str] = []

    @rule("mine.arrow", kind="ad", sign=Unusual("→⇒"))
    def arrow(document: Document) -> list[tuple[int, int]]:
        asked.append(document.text)
        return []

    Cleaner(rules=[arrow], select=["mine.arrow"]).clean(text)
    assert len(asked) == times


def test_a_rule_of_ones_own_may_have_a_sign() -> None:
    asked: list[str] = []

    @rule("mine.arrow", kind="ad", sign=Unusual("→"))
    def arrow(document: Document) -> list[tuple[int, int]]:
        asked.append(document.text)
        return []

    cleaner = Cleaner(rules=[arrow])
    for text in ("Đi tới", "Đi → tới"):
        cleaner.clean(text)
    assert asked == ["Đi → tới"]

"""What is left is read once more: idempotent, and milder presets never cut more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from vnnews_clean import Cleaner, Document, Kind, Label, Mark, rule
from vnnews_clean.cleaner import Cleaner as Counted
from vnnews_clean.model import GUESS
from vnnews_clean.policy import PolicyName
from vnnews_clean.verify import Settled

ARTICLE = """Bến đò ngang mở lại sau mùa lũ

Sáng nay, chuyến đò đầu tiên chở hơn ba mươi học sinh sang trường ở bờ bên kia, sau gần hai tháng phải đi vòng qua cầu.

Ông lái đò bảo nước đã rút, bến đã dọn xong, bà con chỉ còn chờ con đường dẫn xuống bến được rải đá."""
BOX = """

TIN LIÊN QUAN
Chợ nổi họp sớm hơn mọi năm
Lúa chín sớm ở cuối kênh"""


@pytest.mark.parametrize(("text", "readings"), [(ARTICLE, 1), (ARTICLE + BOX, 2)])
def test_a_text_is_read_once_and_what_is_left_of_it_once_more(
    text: str, readings: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = 0
    labels = Counted._labels

    def counting(self: Cleaner, *arguments: object) -> object:
        nonlocal counted
        counted += 1
        return labels(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Counted, "_labels", counting)
    assert Cleaner().clean(text).text == ARTICLE
    assert counted == readings


@pytest.mark.parametrize("source", ["'ấ:lÃ á»³áº¡ HÃ '", "Ã¡ÂºÂ¡Ã¡ÂºÂ¡Ã¡ÂºÂ¡ HÃ "])
def test_mojibake_is_cleaned_at_once(source: str) -> None:
    once = Cleaner().clean(source).text
    assert Cleaner().clean(once).text == once


@pytest.mark.parametrize("policy", ["light", "article", "body"])
@pytest.mark.parametrize(
    "source",
    [
        pytest.param(r"\nhttp://song.vn/do.jpg\n", id="line breaks without what stood between"),
        pytest.param("<br>http://song-que.jpg<<br>", id="tags that stand in one line"),
        pytest.param("<p>Bài cùng tác giả\n>> Bến đò ngang<p>", id="tags alone"),
        pytest.param("Gá»—<b>Ä‘á»<b>á»…", id="letters between tags"),
        pytest.param("ÃŒá»¦. N†XEM NGAY >>Tá»”", id="a letter behind a call"),
    ],
)
def test_no_cut_wakes_a_repair(source: str, policy: PolicyName) -> None:
    cleaner = Cleaner(policy=policy)
    once = cleaner.clean(source)
    again = cleaner.clean(once.text)
    assert (again.text, again.removals) == (once.text, ())
    assert again.document.edits == ()


@rule("mine.aside", kind=Kind.CAPTION)
def aside(document: Document) -> Iterator[Mark]:
    """Whatever stands behind a written-out line break."""
    for at in range(len(document.text)):
        if document.text.startswith("\\nxưa", at):
            yield Mark(at + 2, at + 5)


def test_body_cuts_what_article_does_where_more_would_wake_a_repair() -> None:
    text = rf"{ARTICLE} Bến cũ \nxưa và bến mới \nxưa còn đó.{BOX}"
    last = r"Bến cũ \n và bến mới \n còn đó."
    assert (
        Cleaner(policy="body", rules=[aside]).clean(text).text.endswith(last)
    )  # no line ends there
    text = f"{ARTICLE}\n\nBến cũ \\nxưa\n\nBến mới \\nxưa{BOX}"
    body = Cleaner(policy="body", rules=[aside]).clean(text)
    assert body.text == Cleaner(rules=[aside]).clean(text).text == text.removesuffix(BOX)


TWICE = "Chuyến đò đầu tiên chở ba mươi học sinh."
BETWEEN = "Bến đò ngang mở lại từ sáng nay"


@rule("mine.between", kind=Kind.PROMO)
def between(document: Document) -> Iterator[Mark]:
    """What stands at the second line, as a guess."""
    for line in document.lines[1:2]:
        yield Mark(line.start, line.end, GUESS)


def test_light_cuts_what_is_sure_once_article_has_cut() -> None:
    text = f"{TWICE}\n{BETWEEN}\n{TWICE}"
    assert Cleaner(rules=[between]).clean(text).text == TWICE
    assert Cleaner(rules=[between], policy="light").clean(text).text == f"{TWICE}\n{BETWEEN}"


def test_light_cuts_nothing_that_article_keeps() -> None:
    text = f"Bến cũ\n{TWICE}\nAdvertisement\n{TWICE}\n{ARTICLE}"
    assert Cleaner(rules=[between]).clean(text).text == f"Bến cũ\n{TWICE}\n{ARTICLE}"
    light = Cleaner(rules=[between], policy="light").clean(text).text
    assert light == text  # without the advertisement, more would be sure than `article` cuts


@rule("mine.fourth", kind=Kind.PROMO)
def fourth(document: Document) -> Iterator[Mark]:
    """What stands at the fourth line, as a guess."""
    for line in document.lines[3:4]:
        yield Mark(line.start, line.end, GUESS)


def test_light_cuts_what_is_sure_in_its_own_reading_if_article_cuts_it() -> None:
    text = f"Bến cũ\n{TWICE}\nAdvertisement\n{TWICE}\n{ARTICLE}"
    light = Cleaner(rules=[fourth], policy="light").clean(text).text
    assert light == f"Bến cũ\n{TWICE}\n{ARTICLE}"


def test_light_leaves_alone_what_nothing_sure_is_said_of() -> None:
    assert Cleaner(policy="light").clean(ARTICLE).text == ARTICLE


def test_light_cuts_nothing_whose_rest_is_less_sure_for_article() -> None:
    """Without its buttons the list of the most read is one: `article` cuts what is around it."""
    text = "\n".join(
        (
            *("Hãy nhập bình luận của bạn", "Quan tâm nhất", "Gửi email"),
            *("Tổng biên tập: Trần Văn Lúa", "Quốc phòng an ninh", "Lên đầu trang"),
            "Ông lái đò bảo nước đã rút.",
        )
    )
    assert Cleaner().clean(text).text.count("\n") == 2
    assert Cleaner(policy="light").clean(text).text == text


@rule("mine.first", kind=Kind.PROMO)
def first_line(document: Document) -> Iterator[Mark]:
    """The first line, whatever it is."""
    yield Mark(*document.blocks[0][:2])


def test_light_reads_a_page_by_rules_of_ones_own_once() -> None:
    lines = ARTICLE.split("\n\n")[1:]
    page = f"<article>{''.join(f'<p>{line}</p>' for line in lines)}</article>"
    light = Cleaner(rules=[first_line], policy="light").clean_html(page)
    assert light.text == lines[1]


def lottery(lines: int) -> str:
    """A browser's list that reads as lottery results one line a reading: each hides the next."""
    marks = ("", "☆ ")
    rows = [f"{' ' * (3 + i % 3)}{marks[i % 2]}Xổ Số {chr(65 + i)}{i}" for i in range(lines)]
    rows = [row + ")" * (i % 3 > 0) for i, row in enumerate(rows)]
    return "\n".join(["Bến cũ", "   ☆ u ", "  □ KQXS Đi Tn", *rows, "     • Sớ"])


@pytest.mark.parametrize("lines", [6, 12])
def test_a_list_that_goes_line_by_line_goes_to_its_end(lines: int) -> None:
    once = Cleaner().clean(lottery(lines))
    again = Cleaner().clean(once.text)
    assert (again.text, again.removals) == (once.text, ())
    assert once.text == "Bến cũ\n☆ u\n• Sớ"  # the layout went with the list, and was read as well


@pytest.mark.parametrize(
    ("size", "most"),
    [(1, 100_006), (100_000, 7), (100_001, 6)],
)
def test_readings_are_bounded_by_the_characters_read(size: int, most: int) -> None:
    text = Cleaner().read("x" * size)
    assert Settled(text, (), lambda *_: (text, [])).most == most


@pytest.mark.parametrize("policy", ["light", "article", "body"])
@pytest.mark.parametrize("noise", [1, 3, 8])
def test_one_character_a_line_stays_so_where_too_little_of_it_is_prose(
    noise: int, policy: PolicyName
) -> None:
    """Laid out like other texts, it would fall into pieces, and the first one would be mended."""
    line = (
        "Theo ông Hòa, nhiều người già vẫn nhớ mùa cá cuối ở bến, còn "
        + "xq zt kwp bdf qqt " * noise
    )
    text = "\n".join(line)
    cleaner = Cleaner(policy=policy)
    result = cleaner.clean(text)
    assert result.text == (line.strip() if noise == 1 else text.strip())
    assert cleaner.clean(result.text).text == result.text
    for at, start, length, _ in result.pieces:
        assert result.text[at : at + length] == result.document.text[start : start + length]


def test_what_is_named_without_a_reading_is_cut_from_what_is_left() -> None:
    document = Cleaner().read(ARTICLE + BOX)
    settled = Settled(document, (), lambda *_: (document, []))
    settled.drop([Label(len(ARTICLE), len(document.text), Kind.RELATED, "mine.box", 1.0)])
    assert settled.left(lambda *_: True).text == ARTICLE


@pytest.mark.parametrize("sound", [True, False])
def test_an_uncut_text_is_laid_out_anew_only_where_that_is_sound(sound: bool) -> None:
    letters = "\n \n".join("Bếncũđôngkhách" * 3)
    document = Cleaner(repair="off").read(letters)
    left = Settled(document, (), lambda *_: (document, [])).left(lambda *_: sound)
    assert (left.text == letters) != sound


def test_lines_above_the_first_cut_are_looked_at_once() -> None:
    foot = "\n\nNgười viết là giáo viên trường làng, dạy học đã ba mươi năm bên bến đò."
    document = Cleaner().read(ARTICLE + BOX + foot)
    above = len(ARTICLE.split("\n\n"))
    rest = replace(Cleaner().read(ARTICLE + foot), left_of=document)
    assert [a is b for a, b in zip(rest.lines, document.lines, strict=False)] == [True] * above + [
        False
    ]
    assert [line.text for line in rest.lines] == [rest.text_of(block) for block in rest.blocks]


@pytest.mark.parametrize("other", [ARTICLE.upper(), ARTICLE.replace("\n\n", "\n"), ""])
def test_lines_of_another_text_are_not_those_of_this_one(other: str) -> None:
    document = Cleaner().read(other)
    rest = replace(Cleaner().read(ARTICLE), left_of=document)
    assert [line.key for line in rest.lines] == [rest.key_of(block) for block in rest.blocks]
    assert [line.text for line in rest.lines] == [rest.text_of(block) for block in rest.blocks]
    assert [line.gap for line in rest.lines] == [block.gap for block in rest.blocks]

"""A sign is seen wherever its rule finds anything: a rule never sleeps through what it looks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

import documents
from vnnews_clean import Cleaner, Document, rule
from vnnews_clean.rules import TABLE
from vnnews_clean.signs import (
    BULKY,
    Sign,
    Unusual,
    address,
    bracketed,
    bulky,
    code,
    dots,
    echo,
    few,
    lone_word,
    mixed,
    numbered_or_small,
    small,
    twins,
)
from vnnews_clean.testing import read_cases

FOLDER = Path(__file__).parent / "fixtures"
CASES = [case.source for file in sorted(FOLDER.glob("rules/*.txt")) for case in read_cases(file)]
SEEDS = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("seeds/*.txt"))]
PROSE = (
    "Sáng nay cả xóm ra bến.",
    "Ông Tư kể chuyện con đò cũ.",
    "Nước lên, chợ họp sớm hơn mọi ngày.",
)


def overslept(cleaner: Cleaner, text: str) -> list[str]:
    """The rules that would find something in a text that does not show their sign."""
    document = cleaner.read(text)
    asleep = [rule for rule in TABLE if rule.sign and not rule.sign(document)]
    if document.view is not document.text:  # all rules run there
        return []
    return [rule.id for rule in asleep if rule.labels(document, ())]


@pytest.mark.parametrize("text", [*CASES, *SEEDS])
def test_no_rule_oversleeps_in_a_fixture(text: str, cleaner: Cleaner) -> None:
    assert overslept(cleaner, text) == []


@given(text=documents.texts())
def test_no_rule_oversleeps(text: str, cleaner: Cleaner) -> None:
    assert overslept(cleaner, text) == []


def lines(*more: str) -> str:
    return "\n".join([*PROSE, *more])


@pytest.mark.parametrize(
    ("sign", "seen", "missing"),
    [
        (Unusual(">»"), lines("» Chợ nổi ngày giáp Tết"), lines("Chợ nổi ngày giáp Tết")),
        (
            twins,
            lines("Bà Tư: “Nước lên, chợ họp sớm hơn mọi ngày”"),
            lines("Chợ họp sớm mọi ngày."),
        ),
        (echo, lines("“Ông Tư” - kể: ai?"), lines("Ông Tư là ai?")),
        (echo, lines("Hoà bến cũ", "HÒA - bến cũ"), lines("Hoà bến cũ", "HÒA - bến mới")),
        (echo, lines("Cover of a song"), lines("Covers of a song")),
        (small, lines("song que"), lines("Song que")),
        (dots, lines("Nước lên …"), lines("Nước lên..")),
        (dots, lines("Nước lên..."), lines("Nước... lên")),
        (numbered_or_small, lines("Bến đò - Ảnh 3."), lines("Bến đò năm 2013.")),
        (bracketed, lines("Bến (1)", "Đò (2)"), lines("Bến (1)", "Đò (2) cũ")),
        (mixed, lines("", "Dòng cuối."), lines("Dòng cuối.")),
        (lone_word, lines("Chợ"), lines("Chợ nổi")),
        (few, "\n".join("Một Hai Ba Bốn".split()), "\n".join("Một Hai Ba Bốn Năm".split())),
        (bulky, "a" * BULKY, "a" * (BULKY - 1)),
        (address, lines("http://bao.example"), lines("bao.example/1/2")),
        (code, lines("goi();"), lines("goi() ;")),
        (code, lines("{"), lines("[")),
        (code, lines("//<![CDATA["), lines("CDATA")),
    ],
)
def test_sign(sign: Sign, seen: str, missing: str, cleaner: Cleaner) -> None:
    assert sign(cleaner.read(seen))
    assert not sign(cleaner.read(missing))


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

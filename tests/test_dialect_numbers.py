"""Every number by which a dialect is told has a case just inside and one just outside."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from grown import grown
from vnnews_clean import Cleaner
from vnnews_clean.phrases import builtin
from vnnews_clean.read.dialect import read_text
from vnnews_clean.read.repair import ASKED
from vnnews_clean.read.segmented import PARTED
from vnnews_clean.read.wrapped import Line, width_of
from vnnews_clean.scan import Scanner
from written import ARTICLE

BROKEN = (
    "Cả xóm có bốn mươi hai hộ còn giữ nghề, theo",
    "ông Bình",
    ", người đan lưới lâu năm nhất, và",
    "bà Lan",
    ", vợ ông.",
)


def told(text: str, name: str | None = None, *, escaped: bool = False) -> str:
    lexicon = builtin()
    seen = Scanner(lexicon, (*ASKED, PARTED))(text)
    return read_text(text, lexicon, name, escaped=escaped, seen=seen).dialect


def dialect(*lines: str, between: str = "\n") -> str:
    return told(between.join(lines))


@pytest.mark.parametrize(("size", "expected"), [(199, "plain"), (200, "flat")])
def test_one_line_is_flat_if_it_is_long(size: int, expected: str) -> None:
    assert dialect("Bến vắng. " + grown(size - 10)) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (("Hết ngày.",) * 5, "plain"),  # 6 of 10 lines have a stop
        ((*("Hết ngày.",) * 5, "Mục lục"), "fragments"),
    ],
)
def test_where_lines_end_with_stops_nothing_is_broken(more: Sequence[str], expected: str) -> None:
    assert dialect(*BROKEN, *more) == expected


@pytest.mark.parametrize(("more", "expected"), [((), "plain"), (("còn đò",), "fragments")])
def test_two_lines_begin_as_none_does(more: Sequence[str], expected: str) -> None:
    lines = ("Bến cũ (", "Gò Công", "Bến mới (", "Gò Dầu", "và chợ")
    assert dialect(*lines, *more) == expected


def test_a_dialect_that_is_said_is_not_told_from_the_text() -> None:
    assert told(ARTICLE[1], "wrapped") == "wrapped"
    assert told("\n".join(BROKEN), "plain") == "plain"


def test_what_was_written_out_is_said_first() -> None:
    assert told(ARTICLE[1], escaped=True) == "escaped"
    assert told("\n".join(BROKEN), escaped=True) == "escaped+fragments"
    assert Cleaner().read("Bến vắng từ sớm.\\nChợ họp muộn.\\nĐò về trưa.").dialect == "escaped"


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("Chợ_nổi miền_tây ngày_rằm", 60, "segmented"),
        ("Chợ_nổi miền_tây ngày rằm", 60, "plain"),
        ("Chợ_nổi miền_tây ngày_rằm", 360, "segmented"),
        ("Chợ_nổi miền_tây ngày_rằm", 361, "flat"),
        ("bao_cao dung_chung Chợ_nổi", 60, "plain"),
    ],
)
def test_joints_are_some_and_not_rare(text: str, size: int, expected: str) -> None:
    rest = "Bến vắng. " if size > 300 else ""
    assert dialect(f"{text}. {rest}" + grown(size - len(text) - len(rest) - 2)) == expected


def lines(*widths: tuple[int, int], times: int = 1) -> list[Line]:
    """Lines inside of a sentence, by their width and the length of the next one's first word."""
    found = []
    for width, first in widths * times:
        found += [Line(0, width, 1, 1, closed=False, inside=True, item=False)]
        found += [Line(0, 9, first, 1, closed=True, inside=False, item=False)]
    return found


@pytest.mark.parametrize(
    ("width", "first", "found"),
    [(37, 5, None), (37, 6, 50), (200, 1, 200), (201, 1, None)],
)
def test_a_width_is_neither_a_column_s_nor_a_paragraph_s(
    width: int, first: int, found: int | None
) -> None:
    told = width_of(lines((width, first), times=9))
    assert (told and told.columns) == found


@pytest.mark.parametrize(("times", "found"), [(2, False), (3, True)])
def test_a_width_is_shown_by_three_lines(times: int, found: bool) -> None:
    assert bool(width_of(lines((80, 5), times=times))) == found


@pytest.mark.parametrize(("full", "found"), [(16, True), (15, False)])
def test_a_width_explains_four_of_five_lines(full: int, found: bool) -> None:
    told = lines((80, 5), times=full) + lines((60, 5), times=4)
    assert bool(width_of(told)) == found


@pytest.mark.parametrize(("first", "found"), [(4, True), (3, False)])
def test_lines_of_a_ragged_text_come_near_all_of_them(first: int, found: bool) -> None:
    """Of 80 columns 85 % are 68: the line of 64 and the next word are more, or just so many."""
    told = width_of(lines((80, 5), (64, first), times=9))
    assert bool(told) == found
    assert not told or told.full < 1

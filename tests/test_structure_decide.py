"""Where the chain is asked at all, and how much it says of a line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from test_structure import BODY, ITEMS, MENU, NAMES, SUMMED, TITLE
from vnnews_clean import Cleaner
from vnnews_clean.structure.decide import Outside, outside

LONG = "Nguyễn Thị Hoài Thục Hằng"


def found_in(lines: Sequence[str]) -> list[Outside]:
    return list(outside(Cleaner().read("\n".join(lines)), []))


@pytest.mark.parametrize(("lines", "found"), [(2, []), (3, [1, 2])])
def test_two_lines_are_no_page(lines: int, found: list[int]) -> None:
    text = [" ".join(BODY), "Tin liên quan", "© Báo Sông Quê"][:lines]
    assert [line.line for line in found_in(text)] == found


def test_three_reasons_are_told() -> None:
    found = found_in([*MENU, TITLE, *BODY, "Tin liên quan", *ITEMS])
    assert max(line.reasons.count("; ") for line in found) == 2


@pytest.mark.parametrize(("names", "cut"), [(NAMES, True), ([LONG] * 6, False)])
def test_long_names_of_people_are_no_menus(names: list[str], cut: bool) -> None:
    assert bool(found_in([*names, TITLE, *BODY, *SUMMED, *names[:3]])) == cut


def test_names_below_an_article_alone_are_no_frame() -> None:
    assert found_in([TITLE, *BODY, *SUMMED, *NAMES, *SUMMED[:2], *NAMES[:3]]) == []

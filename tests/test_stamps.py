"""When something was written: how long ago, as every reader of lines knows it."""

from __future__ import annotations

import pytest

from vnnews_clean.line import Block, Line
from vnnews_clean.shapes import has_date, is_stamp
from vnnews_clean.stamps import WHEN, says_when
from vnnews_clean.textkey import key


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("7 giây trước", True),
        ("45 phút trước", True),
        ("3\N{NO-BREAK SPACE}giờ trước", True),
        ("2giờ trước", True),
        ("6 ngày trước", True),
        ("2 tuần trước", True),
        ("10 tháng trước", True),
        ("4 năm trước", True),
        ("giờ trước", False),
        ("ba giờ trước", False),
        ("3 giờ sau", False),
        ("3 mùa trước", False),
    ],
)
def test_how_long_ago_is_a_date_to_all_who_ask(text: str, dates: bool) -> None:
    assert [is_stamp(text), has_date(text), bool(WHEN.search(text))] == [dates] * 3


@pytest.mark.parametrize(
    ("text", "sort"),
    [("2 giờ", "stamp"), ("3 tuần", "stamp"), ("hôm kia", "stamp"), ("3 mùa", "menu")],
)
def test_small_print_says_no_word_more(text: str, sort: str) -> None:
    assert Line(0, Block(0, len(text)), text, key(text)).sort == sort


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("3 giờ trước", True),
        ("Hôm qua, lúc chợ họp", True),
        ("HÔM QUA", True),
        ("12/5/2024 – bến đò", True),
        ("Mar 3, 2024", True),
        ("Đò qua sông", False),
        ("Chợ họp năm 2024", False),
        ("", False),
    ],
)
def test_what_says_when(text: str, *, says: bool) -> None:
    assert says_when(text) is says
    assert bool(WHEN.search(text)) is says

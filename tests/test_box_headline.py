"""A box above the article ends where the article's headline stands, told by the text below it."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner

OTHERS = ["Làng muối vào vụ sau ba tuần mưa trái mùa", "Sầu riêng trái vụ rớt giá ngay tại vườn"]
HEADLINE = "Cầu phao Vĩnh Lộc bị cuốn trôi trong đêm"
FIRST = (
    "Cầu phao Vĩnh Lộc, lối qua sông của ba thôn, bị nước cuốn trôi lúc nửa đêm, không ai bị nạn."
)
SECOND = (
    "Theo trưởng thôn, cầu phao này nối ba thôn với chợ xã từ hơn mười năm nay, ngày nào cũng đông."
)
ELSE = (
    "Tại vườn, sầu riêng loại một chỉ còn bốn mươi nghìn đồng một kí, thấp nhất trong ba năm qua."
)
SMALL = "Ngày nước lên"


def kept(*lines: str) -> list[str]:
    return Cleaner().clean("\n".join(lines)).text.split("\n")


@pytest.mark.parametrize("between", [[], ["16/12/2020 23:59 GMT+7"]])
def test_the_headline_of_the_text_below_is_no_item(between: list[str]) -> None:
    lines = kept("Tin nóng", *OTHERS, HEADLINE, *between, FIRST, SECOND)
    assert lines[0] == HEADLINE
    assert lines[-2:] == [FIRST, SECOND]


def test_an_item_that_only_its_summary_retells_goes() -> None:
    assert HEADLINE not in kept("Tin nóng", *OTHERS, HEADLINE, FIRST, ELSE)


def test_few_of_its_words_said_again_make_no_headline() -> None:
    other = "Sở Giao thông vừa khởi công thêm hai cầu phao dân sinh ở miền núi"
    assert other not in kept("Tin nóng", *OTHERS, other, FIRST, SECOND)


@pytest.mark.parametrize(("lines", "found"), [(8, True), (9, False)])
def test_the_text_begins_within_ten_lines(lines: int, found: bool) -> None:
    between = [f"{SMALL} {n}." for n in range(lines)]
    assert (HEADLINE in kept("Tin nóng", *OTHERS, HEADLINE, *between, FIRST, SECOND)) == found


@pytest.mark.parametrize(("stamps", "found"), [(2, True), (3, False)])
def test_the_headline_is_among_the_last_three_lines_of_the_box(stamps: int, found: bool) -> None:
    between = [f"1{n}/12/2020 23:5{n} GMT+7" for n in range(stamps)]
    assert (HEADLINE in kept("Tin nóng", *OTHERS, HEADLINE, *between, FIRST, SECOND)) == found


@pytest.mark.parametrize(
    ("headline", "stays"),
    [
        ("Cầu phao Vĩnh Lộc đón khách phương xa", True),
        ("Cầu phao Vĩnh Lộc đón thêm khách phương xa", False),
    ],
)
def test_three_of_seven_pairs_said_again_make_a_headline(headline: str, *, stays: bool) -> None:
    """And three of eight do not: two of five are asked for."""
    assert (headline in kept("Tin nóng", *OTHERS, headline, FIRST, SECOND)) is stays

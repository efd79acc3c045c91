"""Entries of an article's own lists: every number with a case on either side."""

from __future__ import annotations

import pytest

from vnnews_clean.entries import has_amount, is_entry, tells_hour_or_score


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("19h00: Đêm nhạc ngũ âm", True),
        ("19h00 Đêm nhạc ngũ âm", False),
        ("Sông Trà 0-2 Bến Lở", True),
        ("Sông Trà thắng 2-0", False),
        ("Sải cánh: 30 cm", True),
        ("Sải cánh: rộng 30 cm", False),
        ("Nhóm chạy bộ Bờ Kè, 4.200.000 đồng", True),
        ("Nhóm chạy bộ Bờ Kè góp 4.200.000 đồng", False),
        ("Chợ nổi họp sớm (lúc: 08:22)", False),
        ("Tôm sú | 30 con | 215.000", True),
        ("Tôm sú | 215.000", False),
        ("500 g cá linh non", True),
        ("3 trái cà chua", True),
        ("1 muỗng canh nước mắm thật ngon", True),
        ("1 muỗng canh nước mắm thật ngon nhé", False),  # six words behind the measure
        ("3 xe tải đâm nhau trên cầu", False),
        ("Chợ nổi họp sớm, 08:22", False),
    ],
)
def test_an_entry(text: str, *, is_one: bool) -> None:
    assert is_entry(text) is is_one


def test_a_time_is_no_hour_of_a_programme() -> None:
    assert has_amount("Chợ nổi họp sớm (lúc 08:22)")
    assert not is_entry("Chợ nổi họp sớm (lúc 08:22)")
    assert not tells_hour_or_score("Chợ nổi họp sớm (lúc 08:22)")


@pytest.mark.parametrize(("size", "amount"), [(93, True), (94, False)])
def test_a_long_line_has_no_amount_behind_a_comma(size: int, *, amount: bool) -> None:
    assert has_amount(f"{'k' * size}, 4 tấn") is amount

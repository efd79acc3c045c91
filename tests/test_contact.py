"""Lines that say whom to write to or to call, and lines whose figures are none of that."""

from __future__ import annotations

import pytest

from vnnews_clean.structure.sorts import has_contact


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Thư về bien.tap@ben-nuoc.example", True),
        ("Thư về @bennuoc", False),
        ("Gọi 0912 345 678", True),
        ("Gọi (024) 38 222", True),
        ("Số 1234567", True),
        ("Số 123456", False),
        ("Giá 1.050 đồng", False),
        ("Giá 2,075 đồng", False),
        ("Ghế 05", False),
        ("Ghế 1020 và 2030", False),
    ],
)
def test_a_line_with_an_address_or_a_number_to_call(text: str, *, is_one: bool) -> None:
    assert has_contact(text) is is_one

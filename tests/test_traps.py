"""Articles that tempt a cleaner to cut: not a word of them goes, whatever box stands under them."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from vnnews_clean import Cleaner

TRAPS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "fixtures" / "traps").glob("*.txt"))
}
ITEMS = (
    ("Bảo tàng gốm mở cửa đêm cho khách", "Từ tháng này, bảo tàng gốm mở cửa đêm cho khách tới mười giờ tối."),
    ("Nữ thợ lặn gom lưới ma dưới rạn san hô", "Mỗi tuần hai buổi, nữ thợ lặn gom lưới ma dưới rạn san hô rồi chở vào bờ."),
    ("Trường vùng cao dạy trẻ làm phim hoạt hình", "Các em trường vùng cao dạy nhau làm phim hoạt hình bằng điện thoại cũ của thầy cô."),
    ("Chuyến tàu hàng đầu tiên qua hầm đèo mới", "Chuyến tàu hàng đầu tiên chạy qua hầm đèo mới lúc nửa đêm, sớm hơn lịch ba tuần."),
)  # fmt: skip
HEADLINES = [headline for headline, _ in ITEMS]
SUMMED = [line for item in ITEMS for line in item]
BOXES = {
    "headlines": ["TIN LIÊN QUAN", *HEADLINES],
    "summaries": ["Đọc thêm", *SUMMED],
    "ranks": ["Đọc nhiều nhất", *(x for n, h in enumerate(HEADLINES, 1) for x in (str(n), h))],
    "dates": ["Tin cùng chuyên mục", *(x for h in HEADLINES for x in (h, "12/03/2024 08:30"))],
    "dated": ["Tin mới", *(f"{headline} (12/03/2024)" for headline in HEADLINES)],
    "unseen": ["Quanh vùng", *SUMMED],
    "unseen dated": ["Quanh vùng", *(f"{headline} (12/03/2024)" for headline in HEADLINES)],
}
UNSEEN = {"unseen", "unseen dated"}
RUNNING = 3
"""Lines of running text above a list without a header that is known."""


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def test_there_are_enough_of_them() -> None:
    assert len(TRAPS) >= 25


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_stays_as_it_is(name: str, cleaner: Cleaner) -> None:
    assert lines_of(cleaner.clean(TRAPS[name]).text) == lines_of(TRAPS[name])


@pytest.mark.parametrize(("name", "box"), list(product(TRAPS, BOXES)))
def test_a_box_under_a_trap_goes_and_nothing_else(name: str, box: str, cleaner: Cleaner) -> None:
    kept = lines_of(cleaner.clean("\n".join([TRAPS[name].rstrip(), "", *BOXES[box]])).text)
    own = lines_of(TRAPS[name])
    assert [line for line in own if line not in kept] == []
    left = [line for line in kept if line not in own]
    if box not in UNSEEN:
        assert left == []

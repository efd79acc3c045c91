"""The headline right below a menu, where nothing says again what a headline says."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.structure.reading import read
from vnnews_clean.structure.topped import below_menu

MENU = ["Góc chợ", "Mùa vụ", "Bến cảng", "Trang trẻ", "Gian bếp", "Sân chơi"]
HEAD = "Chiều mưa ở bến sông quê"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([*MENU, HEAD, "Nghe đọc"], HEAD),
        ([*MENU[:5], HEAD], ""),  # no menu
        ([" ".join(MENU), HEAD], HEAD),  # in one line
        ([*MENU, "Nghe: bài đọc"], "Nghe: bài đọc"),
        ([*MENU, "Nghe đọc"], ""),
        ([*MENU, "Chiều mưa ở bến sông ngày 12/7/2021"], ""),
        ([*MENU, HEAD, *MENU, "Sáng nắng ở bến sông quê"], "Sáng nắng ở bến sông quê"),
        ([*MENU, "Mưa từ sáng đến chiều."], ""),
    ],
)
def test_the_headline_below_the_last_menu(lines: list[str], found: str) -> None:
    document = Cleaner().read("\n".join(lines))
    sorts = ["menu" if line.names_in_row else line.sort for line in document.lines]
    at = below_menu(lines, sorts, [""] * len(lines), len(lines))
    assert (lines[at] if at >= 0 else "") == found
    said = ["bar" if line == found else "" for line in lines]
    assert below_menu(lines, sorts, said, len(lines)) == -1


def title_of(*lines: str) -> str:
    document = Cleaner().read("\n".join(lines))
    reading = read(document, [""] * len(lines))
    return reading.texts[reading.title] if reading.title >= 0 else ""


TEASER = "Hội đua thuyền mở trên hồ lớn"
BODY = [
    "Gió đưa mùi rơm khắp xóm, trẻ con chạy ra ngõ đón mẹ, khói lam quấn quanh mấy rặng tre già ngoài bãi.",
    "Người chèo đò thong thả buông mái, nước vỗ mạn thuyền, tiếng chuông chùa bên kia vọng lại từng hồi.",
]
SMALL = ["Trời sắp tối.", "Lời kể chậm rãi của một người già bên bếp lửa nhà sàn:"]


def test_an_article_that_says_nothing_of_its_headline_has_the_one_below_the_menu() -> None:
    assert title_of(*MENU, HEAD, "Nghe đọc", TEASER, *BODY) == HEAD


@pytest.mark.parametrize(
    "below",
    [
        [TEASER, f"Hội đua thuyền năm nay đông vui. {BODY[0]}", BODY[1]],  # the text says it again
        [TEASER, "Trần Lý Mộc", *BODY],  # signed
        [TEASER, "12/07/2021", *BODY],
    ],
)
def test_a_headline_that_anything_tells_goes_before_it(below: list[str]) -> None:
    assert title_of(*MENU, HEAD, "Nghe đọc", *below) == TEASER


def test_of_an_interview_the_headline_is_above_the_first_question() -> None:
    asks = ["Nước ăn chân thì phải làm gì?", "Chị rửa chân bằng nước muối loãng, lau cho thật khô."]
    more = ["Uống nước mưa có sao không?", "Nước mưa đầu mùa không nên uống, phải đun sôi thật kỹ."]
    lines = [*MENU, HEAD, "Người đọc: 12", *asks, *more]
    text = "\n".join(lines)
    assert title_of(*lines) == HEAD
    kept = Cleaner().clean(f"{text}\nChia sẻ bài viết").text.split("\n")
    assert [line for line in (HEAD, *asks, *more) if line not in kept] == []
    told = f"Nước ăn chân hay gặp vào mùa lũ. {BODY[0]}"
    assert title_of(*MENU, HEAD, "Người đọc: 12", asks[0], told, BODY[1]) == asks[0]

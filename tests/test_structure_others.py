"""Below a header that speaks of others: how far its headlines stand apart, and what they are about."""

from __future__ import annotations

import pytest

from vnnews_clean.line import Block, Line
from vnnews_clean.structure.lists.footed import headed_from, is_headed
from vnnews_clean.structure.lists.vouched import is_header

ARTICLE = (
    "Sáng nay, hàng trăm người dân xã Đông Hòa đã ra đồng gặt lúa trước khi cơn bão đổ bộ vào bờ.",
    "Xã cử ba tổ đi từng nhà nhắc bà con chằng lại mái, kê cao thóc giống và đưa trâu bò lên đê.",
    "Đến trưa, hơn nửa số ruộng đã gặt xong, máy gặt chạy không nghỉ.",
)
HEADER = "Những câu chuyện khác"
HEADS = (
    "Vịt chạy đồng chấm mắm gừng bán theo con",
    "Ba đứa nhỏ học chèo thuyền thúng ở đầm Nại",
    "Người giữ chiếc kèn bầu cuối cùng của phố cổ",
)
SAID = ("Cả bầy quay về bờ khi nghe gõ máng.", "Ai cũng thuộc hướng gió.")
SMALL = ("Ký sự", "12/05/2031", "Ảnh", "Xem")


def lines(*texts: str) -> list[Line]:
    every = (*ARTICLE, HEADER, *texts)
    return [Line(i, Block(0, len(text)), text, text.lower()) for i, text in enumerate(every)]


@pytest.mark.parametrize(("between", "found"), [(0, 3), (3, 3), (4, 0)])
def test_three_lines_stand_between_headlines(between: int, found: int) -> None:
    texts = [text for head in HEADS for text in (head, *SMALL[:between])]
    assert headed_from(lines(*texts)) == found


@pytest.mark.parametrize(("above", "found"), [(2, 3), (3, 0)])
def test_two_lines_stand_between_the_header_and_the_first(above: int, found: int) -> None:
    assert headed_from(lines(*SMALL[:above], *HEADS)) == found


@pytest.mark.parametrize(("count", "found"), [(3, 3), (2, 0)])
def test_three_headlines_without_summaries_are_others(count: int, found: int) -> None:
    assert headed_from(lines(*HEADS[:count])) == found


def test_headlines_in_the_articles_words_are_its_own() -> None:
    own = (
        "Đông Hòa gặt lúa trước khi cơn bão đổ bộ",
        "Xã cử ba tổ đi từng nhà nhắc bà con",
        "Máy gặt chạy không nghỉ hơn nửa số ruộng",
    )
    assert headed_from(lines(*own)) == 0


def test_two_headlines_with_summaries_are_others_and_one_is_not() -> None:
    once = lines(HEADS[0], SAID[0], HEADS[1], SAID[1])
    assert is_headed(once, 4, 8)
    assert not is_headed(once, 4, 6)


def test_headlines_of_six_words_are_too_short() -> None:
    short = ("Vịt chạy đồng nhà tôi đâu", "Ba đứa nhỏ học chèo thuyền")
    assert not is_headed(lines(short[0], SAID[0], short[1], SAID[1]), 4, 8)


@pytest.mark.parametrize(
    ("text", "found"),
    [("Tin Tài Trợ Hôm Nay", True), ("Bến Đò Cuối Tuần Này", False), ("Bến đò cuối tuần", True)],
)
def test_a_header_in_capitals_says_who_paid(text: str, found: bool) -> None:
    assert is_header(lines(text)[-1]) is found

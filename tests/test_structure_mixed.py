"""Boxes one below the other at the end of a text, no two items of the same make."""

from __future__ import annotations

import pytest

from test_structure import BODY, TITLE
from test_structure_opening import CORE
from vnnews_clean import Cleaner
from vnnews_clean.structure.lists.apart import told
from vnnews_clean.structure.lists.mixed import closing_mix

ABOVE = [*BODY, *CORE]
BOXES = [
    "Ngăn kéo tư liệu",
    "Xưởng nón Phú Mỹ nhận đơn hàng đầu tiên từ nước ngoài",
    "Hơn bốn nghìn chiếc sẽ rời cảng tuần tới.",
    "3 giờ trước",
    "Đội bóng nữ vùng cao lần đầu vào chung…",
    "Gõ cửa chuyên trang",
    "Giá cà phê nhân tại vườn giảm sang tuần thứ ba",
    "1",
    "“Tôi chỉ mong lũ trẻ được ngủ đủ giấc”",
    "Thư viện lưu động ghé ba ngôi trường cuối cùng của huyện",
]
FOOT = ["Viết về lamvuon@gio.example", "Trang tin của hội làm vườn."]


def mixed(below: list[str], above: list[str] = ABOVE) -> list[str]:
    """What goes of a text that ends so."""
    document = Cleaner().read("\n".join([TITLE, *above, *below]))
    stack = closing_mix(document.lines)
    lines = [line.text for line in document.lines]
    return lines[stack.first : stack.last + 1] if stack else []


@pytest.mark.parametrize("foot", [[], FOOT])
def test_boxes_of_all_makes_go(foot: list[str]) -> None:
    assert mixed([*BOXES, *foot]) == BOXES


@pytest.mark.parametrize(
    ("index", "instead"),
    [
        (6, "Giá cà phê giảm"),  # no headline
        (6, "giá cà phê nhân tại vườn giảm sang tuần thứ ba"),  # begins small
        (6, "– Giá cà phê nhân tại vườn giảm mấy tuần rồi?"),  # asked in an interview
        (6, "18h30: Giá cà phê nhân tại vườn giảm tuần thứ ba"),  # a programme
        (6, "Giá cà phê nhân tại vườn: gọi 0912 000 000"),  # an address
        (6, "Giá cà phê nhân tại vườn: 118.000"),  # a row of a table
        (4, "Đội bóng nữ vùng…"),  # too short for one that was cut off
        (8, "“Tôi chỉ mong lũ trẻ được ngủ đủ giấc”, bà nói."),  # not all of it somebody's words
    ],
)
def test_four_headlines_are_too_few(index: int, instead: str) -> None:
    assert mixed([*BOXES[:index], instead, *BOXES[index + 1 :]]) == []


def test_five_words_are_a_headline_that_was_cut_off() -> None:
    lines = [*BOXES[:4], "Trường nghề phường Thượng nghỉ…", *BOXES[5:]]
    assert mixed(lines) == lines


def test_a_bullet_has_no_summary() -> None:
    """What stands below it is the article's, and ends the boxes."""
    lines = [BOXES[0], f"• {BOXES[1]}", *BOXES[2:]]
    assert mixed(lines) == []


@pytest.mark.parametrize(("small", "goes"), [(4, True), (5, False)])
def test_few_words_between_two_items(small: int, goes: bool) -> None:
    between = ["Ruộng vườn", "Mâm cơm", "Hôm nay", "Ngoài khơi", "Sân bóng"][:small]
    lines = [*BOXES[:2], *BOXES[4:6], *BOXES[6:7], *between, BOXES[8], BOXES[9]]
    assert (len(mixed(lines)) == len(lines)) is goes


def test_a_first_item_in_the_articles_words_is_its_own() -> None:
    head = " ".join(BODY[0].split()[:9])
    assert mixed([head, *BOXES]) == BOXES


def test_a_paragraph_of_the_articles_among_them_is_where_they_begin() -> None:
    own = f"{BODY[0]} {BODY[1]}"
    assert mixed([*BOXES[:7], own, *BOXES[7:]]) == []
    assert mixed(["Vườn quýt hồng Lai Vung vào vụ tết sớm hơn", own, *BOXES]) == BOXES


def test_a_headline_that_was_cut_off_has_no_summary() -> None:
    lines = [*BOXES[:5], "Các em tập từ năm giờ sáng trên sân đất. Cả xã ra xem.", *BOXES[5:]]
    assert mixed(lines) == []


def test_boxes_about_the_article_stay() -> None:
    heads = [" ".join(line.split()[n : n + 10]).capitalize() for line in BODY for n in (0, 10)]
    assert mixed(heads[:6]) == []


def test_boxes_that_are_about_one_thing_stay() -> None:
    lines = [*BOXES[:6], *["Giá cà phê nhân tại vườn giảm sang tuần thứ ba"] * 2, *BOXES[8:]]
    assert mixed(lines) == lines  # the same headline in two boxes
    alike = [
        f"Giá cà phê nhân tại vườn giảm {word} tuần liền" for word in "hai ba tư năm sáu".split()
    ]
    assert mixed(alike) == []


@pytest.mark.parametrize(("steps", "goes"), [(2, True), (3, False)])
def test_steps_begin_with_one_word(steps: int, goes: bool) -> None:
    heads = [
        BOXES[1],
        BOXES[6],
        BOXES[9],
        "Nữ kỹ sư bỏ phố lên núi trồng sâm dưới tán rừng",
        "Trường nội trú vùng cao mở lớp dạy nghề rèn cho học trò",
    ]
    lines = [f"Bước {n}: {head}" if n < steps else head for n, head in enumerate(heads)]
    assert (mixed(["Chuyện bên lề", *lines]) == ["Chuyện bên lề", *lines]) is goes
    assert mixed(lines) == []  # bare, and nothing vouches for them


@pytest.mark.parametrize(("lines", "pairs", "goes"), [(6, 67, True), (5, 52, False)])
def test_a_short_text_above_is_no_measure(lines: int, pairs: int, goes: bool) -> None:
    document = Cleaner().read("\n".join(ABOVE[:lines]))
    assert len(told(document.lines)) == pairs
    assert (mixed(BOXES, ABOVE[:lines]) == BOXES) is goes

"""Pages, reports and rows: every number with a case on either side."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.structure.frame import (
    is_numbers,
    is_page,
    may_frame,
)
from vnnews_clean.structure.own import match_facts
from vnnews_clean.structure.reading import Reading, is_question
from vnnews_clean.structure.sorts import is_row

TEXT = "Nước lên tới bậc thềm nhà kho cũ trong xóm, mười hộ phải dời lúa giống lên gác từ nửa đêm về sáng."
NAMES = ["Góc chợ", "Mùa vụ", "Bến cảng", "Trang trẻ", "Gian bếp", "Sân chơi"] * 3
SIZED = {
    24: "Nguyễn Thị Hoài Thu Hằng",
    25: "Nguyễn Thị Hoài Thục Hằng",
}


def framed(above: list[str], below: list[str], said: str = "") -> bool:
    document = Cleaner().read("\n".join([*above, TEXT, *below]))
    assert len(document.lines) == len(above) + 1 + len(below)
    return may_frame(document, [said, *[""] * (len(document.blocks) - 1)])


@pytest.mark.parametrize(
    ("above", "below", "said", "frames"),
    [
        (6, 3, "", True),
        (6, 2, "", False),
        (5, 4, "", False),
        (7, 2, "", False),
        (7, 2, "bar", True),
        (5, 4, "bar", False),
        (6, 0, "bar", True),
    ],
)
def test_two_menus_may_frame_an_article(above: int, below: int, said: str, frames: bool) -> None:
    assert framed(NAMES[:above], NAMES[:below], said) == frames


@pytest.mark.parametrize(("size", "frames"), [(24, True), (25, False)])
def test_names_of_a_menu_are_short(size: int, frames: bool) -> None:
    name = SIZED[size]
    assert len(name) == size
    assert framed([name] * 6, [name] * 3) == frames


ROW = "Góc chợ Mùa vụ Bến cảng Trang trẻ Gian bếp"


@pytest.mark.parametrize(("row", "frames"), [(f"{ROW} Sân chơi", True), (ROW, False)])
def test_a_menu_in_one_line_frames_an_article(row: str, frames: bool) -> None:
    assert framed([row], []) == frames


@pytest.mark.parametrize(("above", "frames"), [(7, True), (8, False)])
def test_a_menu_in_one_line_stands_at_the_top(above: int, frames: bool) -> None:
    assert framed([*[TEXT] * above, f"{ROW} Sân chơi"], []) == frames


def read(texts: list[str], sorts: list[str], said: list[str], title: int) -> Reading:
    core = (len(texts) - 1, len(texts) - 1)
    return Reading(texts, sorts, said, [], [], [], core, title)


@pytest.mark.parametrize(
    ("menu", "page"), [([f"{ROW} Sân chơi"], True), ([ROW], False), (NAMES[:6], False)]
)
def test_a_menu_in_one_line_makes_a_page(menu: list[str], page: bool) -> None:
    sorts = [*["menu"] * len(menu), "paragraph"]
    reading = read([*menu, TEXT], sorts, [""] * len(sorts), -1)
    assert is_page(reading) == page


@pytest.mark.parametrize(
    ("section", "behind", "report"),
    [("section", [], False), ("", [], True), ("section", ["8,25"], True)],
)
def test_a_ticker_above_a_menu_is_no_report(section: str, behind: list[str], report: bool) -> None:
    texts = ["1.507,82", "-8,35", "-0,81%", *NAMES[:6], *behind, "Nước rút", TEXT]
    sorts = [*["number"] * 3, *["menu"] * 6, *["number"] * len(behind), "headline", "paragraph"]
    said = [section if i == 3 else "" for i in range(len(texts))]
    assert is_numbers(read(texts, sorts, said, len(texts) - 2)) == report


def test_other_lines_part_the_names_of_a_menu() -> None:
    assert not framed([*NAMES[:3], TEXT, *NAMES[:3]], NAMES[:3])


@pytest.mark.parametrize(
    ("value", "report"),
    [("45%", True), ("7%", False), ("45", False), ("45 con", False), ("(4,5)", True)],
)
def test_a_value_is_a_number_that_is_no_rank(value: str, report: bool) -> None:
    reading = Reading([value] * 3, [], [], [], [], [], (0, -1), -1)
    assert is_numbers(reading) == report


@pytest.mark.parametrize(("lines", "report"), [(44, True), (45, False)])
def test_every_fifteenth_line_of_a_report_is_a_value(lines: int, report: bool) -> None:
    texts = [*["23,4"] * 3, *["Lúa"] * (lines - 3)]
    reading = Reading(texts, [], [], [], [], [], (0, -1), -1)
    assert is_numbers(reading) == report


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("03h10: Bảo vệ phát hiện khói ở dãy C.", True),
        ("Bảo vệ phát hiện khói ở dãy C lúc 03h10.", False),
        ("Lê Văn Gạo, lớp 8C, trường Vĩnh Lộc", True),
        ("Lê Văn Gạo, lớp 8C, trường Vĩnh Lộc.", False),
        ("Lê Văn Gạo, trường Vĩnh Lộc", False),
        ("Lúa, ngô, " + "k" * 90, True),
        ("Lúa, ngô, " + "k" * 91, False),
        ("Người đi bộ: 2.000 đồng", True),
        ("Người đi bộ, xe đạp", False),
        ("Bà Lài (Bàu Sen): 500.000 đồng", True),
        ("Nhóm chạy bộ Bờ Kè, 4.200.000 đồng", True),
        ("Nhóm chạy bộ Bờ Kè, 4.200.000", True),
        ("Nhóm chạy bộ Bờ Kè, 4.200.000 đồng tiền mặt", False),
        ("Nhóm chạy bộ Bờ Kè góp 4.200.000 đồng", False),
        ("k" * 93 + ", 4 tấn", True),
        ("k" * 94 + ", 4 tấn", False),
        ("Dưới 0,6 kg 27.000 28.200 1.200", True),
        ("Điện thoại: 0219.388.4455", False),
        ("Tài khoản: 1234567", False),
        ("Vàm Cạn 2 - 1 Xóm Rạch", True),
        ("Vàm Cạn 2-1 Xóm Rạch: mưa như trút", False),
        ("Vàm Cạn thắng 2-1", False),
        ("Vàm " + "k" * 26 + " 2 - 1 Xóm Rạch", True),
        ("Vàm " + "k" * 27 + " 2 - 1 Xóm Rạch", False),
    ],
)
def test_a_row_is_a_name_with_its_amount(text: str, row: bool) -> None:
    assert is_row(text) == row


def test_a_question_has_its_answer_below() -> None:
    texts = ["Vì sao?", "Vì vậy.", "Vì sao?", "Mùa vụ", "Hết"]
    sorts = ["asks", "paragraph", "asks", "menu", "menu"]
    reading = Reading(texts, sorts, [], [], [], [], (0, -1), -1)
    assert [is_question(reading, index) for index in range(4)] == [True, False, False, False]


def test_a_bar_that_repeats_counts_once() -> None:
    texts = ["Chia sẻ"] * 8
    reading = Reading(texts, ["short"] * 8, ["bar"] * 8, [], [], [], (0, -1), -1)
    assert not is_page(reading)


def test_names_of_a_menu_stand_in_a_row() -> None:
    sorts = ["menu"] * 3 + ["short"] + ["menu"] * 3 + ["paragraph"] + ["menu"] * 3
    reading = Reading(sorts, sorts, [""] * 11, [], [], [], (7, 7), -1)
    assert not is_page(reading)
    names = ["menu"] * 6 + ["paragraph"] + ["menu", "short", "menu", "short", "menu"]
    reading = Reading(names, names, [""] * 12, [], [], [], (6, 6), -1)
    assert not is_page(reading)


SEVEN = "Văn Lúa, Đình Bến, Quang Vàm, Hữu Rạch, Minh Đò, Tấn Mía, Hoài Khóm"
SIX = SEVEN.rpartition(", ")[0]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([f"Vàm Cạn: {SEVEN}", f"Xóm Rạch: {SEVEN}"], [0, 1]),
        ([f"Vàm Cạn: {SEVEN}", f"Xóm Rạch: {SIX}"], []),  # one player less
        ([f"Vàm Cạn: {SEVEN}", TEXT, f"Xóm Rạch: {SEVEN}"], []),  # not one below the other
        (
            [
                "Ghi bàn:",
                "Vàm Cạn: Văn Lúa (43', 57')",
                "Ảnh: Thu Hà",
                "Đội hình ra sân",
                f"Vàm Cạn: {SEVEN}",
                f"Xóm Rạch: {SEVEN}",
                "Xóm Rạch gỡ hòa ở phút 90'",
            ],
            [0, 1, 3, 4, 5],
        ),
        (
            [f"Vàm Cạn: {SEVEN}", f"Xóm Rạch: {SEVEN}", "Ghi bàn", "Lúa 12', Ghe 40+1'", TEXT],
            [0, 1, 2, 3],
        ),
        ([f"Vàm Cạn: {SEVEN}", f"Xóm Rạch: {SEVEN}", *[TEXT] * 5, "Lúa (12')"], [0, 1, 7]),
        ([f"Vàm Cạn: {SEVEN}", f"Xóm Rạch: {SEVEN}", *[TEXT] * 6, "Lúa (12')"], [0, 1]),
    ],
)
def test_who_played_and_who_scored_is_the_articles(texts: list[str], found: list[int]) -> None:
    assert list(match_facts(texts)) == found


def test_the_facts_of_a_match_stay_below_the_menu_of_its_page() -> None:
    menu = "Trang chủ|Thời sự|Kinh tế|Thể thao|Giải trí|Đời sống|Đăng nhập|Tìm kiếm".split("|")
    facts = ["Ghi bàn:", "Vàm Cạn: Văn Lúa (43', 57')", "Đội hình ra sân"]
    facts += [f"Vàm Cạn: {SEVEN}", f"Xóm Rạch: {SEVEN}"]
    minutes = [
        f"{minute}'\n\nVàm Cạn phạt góc, {TEXT[0].lower()}{TEXT[1:]}\n" for minute in (90, 81, 68)
    ]
    foot = ["Tin liên quan", "Bình luận", "Gửi bình luận", "Tổng biên tập: Trần Văn Lúa"]
    cleaned = Cleaner().clean("\n".join([*menu, "", *facts, "", *minutes, "", *foot])).text
    assert cleaned.startswith("Ghi bàn:")
    assert "Tin liên quan" not in cleaned

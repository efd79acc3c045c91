"""What a line looks like: for every predicate and number, lines just inside and just outside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grown import grown, worded
from vnnews_clean import shapes
from vnnews_clean.shapes import LONGEST_SUMMARY

Look = Callable[[str], bool]


def broken(size: int) -> str:
    """Two sentences without a stop at the end, in `size` characters."""
    return grown(size, "Nước đã rút. Bà con", "")


INSIDE: dict[Look, list[str]] = {
    shapes.is_closed: [
        "Nước đã rút.",
        "Nước đã rút!",
        "Nước rút chưa?",
        "Nước đã rút…",
        "Ông lái đò kể:",
        "Ông lái đò kể;",
        "Bà bảo: “Nước đã rút”",
        'Bà bảo: "Nước đã rút"',
        "Bà bảo: «Nước đã rút»",
        "(Nước đã rút.)",
        "‘Nước đã rút.’",
    ],
    shapes.ends_sentence: ["Nước đã rút.", "Nước rút chưa?", "“Nước đã rút!”", "(Nước rút…)"],
    shapes.is_cut: ["Nước đã rút ...", "Nước đã rút…"],
    shapes.is_summary: [grown(LONGEST_SUMMARY, end="..."), grown(300, end=" …")],
    shapes.is_paragraph: [
        grown(110),
        grown(110, end="?”"),
        grown(110, end=":"),
        broken(60),
        grown(60, "Nước rút. 12 hộ"),
        grown(60, "“Nước rút rồi!” – Ông lái đò bảo"),
    ],
    shapes.is_sentence: [grown(60), grown(60, end="?"), grown(60, end=".”")],
    shapes.is_prose: [grown(60), grown(60, end="?"), broken(60), grown(110, end="”")],
    shapes.is_headline: [
        "Đò ra bờ",
        "Nước rút, đò ngang lại chạy?",
        "Nước rút, đò ngang lại chạy...",
        "12. Đò ngang lại chạy",
        "100. Đò ngang lại chạy",
        ("Chiều sông " * 21).rstrip(),
        worded(42, end=""),
    ],
    shapes.is_heading: ["Bến cũ", "Bến nào cho đò ngang?", "Ba việc phải làm trước"],
    shapes.is_credit: [
        "(theo Báo Sông Quê)",
        "Theo: Báo Sông Quê",
        "Theo báo Sông Quê",
        "Nguồn: VOV",
        "Nguồn VOV",
        "Nguồn tin: songque.vn",
        "Tổng hợp",
        "Tổng hợp từ Báo Sông Quê.",
        "Lược dịch: Sông Quê",
    ],
    shapes.is_byline: [
        "Thu Hà",
        "Q.Hùng (ghi)",
        "Sông Thương (theo Báo Sông Quê)",
        "Hải Đường - Minh Quân",
        "Tin, ảnh: Thu Hà",
        "Nguyễn Thu Hà, Trần Minh Quân",
        "Nguyễn Thị Thu Hà - Trần Minh Quân",
        "Thực hiện: Nguyễn Thị Hải Đường, Trần Minh Quân, Lê Hồng Anh",
    ],
    shapes.is_caption: [
        "Nghệ nhân bên lò nung. (Ảnh: Báo Sông Quê)",
        "Nghệ nhân bên lò nung - Ảnh: THU HÀ",
        "Nghệ nhân bên lò nung. Ảnh minh họa",
        "Nghệ nhân bên lò nung. Ảnh tư liệu.",
        "Nghệ nhân bên lò nung (nguồn: Báo Sông Quê)",
        grown(400, end=" (Ảnh: Thu Hà)"),
    ],
    shapes.is_stamp: ["12/05/2024", "08:30 - 12.05", "3 giờ trước", "- 12 Phút trước -"],
    shapes.is_address: ["https://lich.example/vu-he", "http://bao.example"],
    shapes.has_date: [
        "Ngày 12/05/2024",
        "Bến Mơ 2-9-45",
        "lúc 7h30",
        "08:30",
        "1 giờ trước",
        "30 ngày trước",
    ],
    shapes.is_rank: ["1", "2.", "12)", "#3"],
    shapes.has_date: ["Cập nhật 12/05/2024", "lúc 8h30", "3 giờ trước"],
    shapes.is_address: ["https://bensong.example/vu-he"],
    shapes.is_quoted: [
        "“Tôi chỉ dạy các em đừng sợ nước”",
        "'Tôi chỉ dạy các em bơi'",
        f"“{grown(128, end='')}”",
    ],
    shapes.is_menu_word: ["Thể thao", "Đời sống", "Nông nghiệp và nông thôn"],
    shapes.is_menu_row: [
        "Góc chợ Mùa vụ Bến cảng Trang trẻ Gian bếp Hỏi đáp",
        "Chợ | Bến | Vụ | Bếp",
        "Góc chợMùa vụBến cảngTrang trẻGian bếpSân chơi",
    ],
    shapes.has_stop: ["Nước rút. Đò chạy", "Nước rút!” 12 hộ về", "Nước rút? – Ông hỏi"],
}
OUTSIDE: dict[Look, list[str]] = {
    shapes.is_closed: ["Nước đã rút", "Nước đã rút,", "(nước đã rút)", "Bà bảo ‘nước đã rút’"],
    shapes.ends_sentence: ["Nước đã rút", "Ông lái đò kể:", "Bà bảo: “Nước đã rút”"],
    shapes.is_cut: ["Nước đã rút..", "Nước đã rút ...”"],
    shapes.is_summary: [grown(LONGEST_SUMMARY + 1, end="..."), grown(301, end=" …"), grown(200)],
    shapes.is_paragraph: [
        grown(109),
        grown(110, end=""),
        grown(110, end=","),
        broken(59),
        grown(60, "Nước rút. ở đây"),
    ],
    shapes.is_sentence: [grown(59), grown(60, end=""), grown(60, end=":"), broken(60)],
    shapes.is_prose: [grown(59), grown(60, end=""), grown(60, end=":"), broken(59)],
    shapes.is_headline: [
        "Ra bến",
        ("Chiều sông " * 21)[:-1] + "s",
        "Ông lái đò kể:",
        "Ông lái đò kể;",
        "Ông lái đò kể,",
        "Nước rút, đò ngang lại chạy.",
        "1000. Đò ngang lại chạy",
        "Nước rút. Đò ngang lại chạy",
        worded(43, end=""),
    ],
    shapes.is_heading: ["Bến", "Nước đã rút.", "Nước rút rồi!", "Ông kể:", "Ông kể,", "Ông kể;"],
    shapes.is_credit: [
        "Theo dòng nước, ghe về bến.",
        "Theo con nước",
        "Theo Báo Sông Quê, cá linh về muộn",
        "Nguồn nước ngầm",
        "Tổng hợp kết quả",
        "Nguồn: Báo Sông Quê; Báo Bến Cũ",
    ],
    shapes.is_byline: [
        "Nguyễn Thị Thu Hà, Trần Minh Quân",
        "Bến cũ",
        "thu hà",
        "Thu Hà (trưởng xóm)",
        "Thực hiện: Nguyễn Thị Hải Đường, Trần Minh Quân, Lê Hồng Lanh",
    ],
    shapes.is_caption: [
        "Bức ảnh ấy nay treo trong nhà truyền thống của làng.",
        "Nghệ nhân bên lò nung (ông thợ cả)",
        "Nguồn nước ở đây: giếng làng. Ai cũng dùng",
        grown(401, end=" (Ảnh: Thu Hà)"),
    ],
    shapes.is_stamp: ["Tháng 12", "Ngày 12/05", "3 giờ", "12/05 " * 10 + "12/05"],
    shapes.is_address: ["https://lich.example và", "lich.example", "Xem https://lich.example", ""],
    shapes.has_date: ["12/05", "1.123.45.60", "7h3", "8:3", "3 giờ", "3 mùa trước", "ngày trước"],
    shapes.is_rank: ["123", "1.2", "Số 1", ""],
    shapes.has_date: ["Tháng 12 năm ngoái", "3 giờ"],
    shapes.is_address: ["Xem https://bensong.example/vu-he", "bensong.example"],
    shapes.is_quoted: [
        "“Tôi chỉ dạy các em đừng sợ nước.”",
        "“Tôi chỉ dạy các em đừng sợ nước”, cô nói",
        "“Tôi chỉ dạy các em”",
        f"“{grown(129, end='')}”",
    ],
    shapes.is_menu_word: [
        "thể thao",
        "Tin 24 giờ",
        "Thể thao!",
        "Nông nghiệp và nông trang",
    ],
    shapes.is_menu_row: ["Góc chợ Mùa vụ Bến cảng Trang trẻ Gian bếp", "Chợ | Bến | Vụ"],
    shapes.has_stop: ["Nước rút. đò chạy", "Nước rút, Đò chạy", "Nước rút."],
}


@pytest.mark.parametrize(
    ("look", "text"),
    [(look, text) for look, texts in INSIDE.items() for text in texts],
    ids=lambda value: getattr(value, "__name__", None) or str(value)[:40],
)
def test_just_inside(look: Look, text: str) -> None:
    assert look(text)


@pytest.mark.parametrize(
    ("look", "text"),
    [(look, text) for look, texts in OUTSIDE.items() for text in texts],
    ids=lambda value: getattr(value, "__name__", None) or str(value)[:40],
)
def test_just_outside(look: Look, text: str) -> None:
    assert not look(text)


def test_every_predicate_has_lines_on_both_sides() -> None:
    public = {
        look for name, look in vars(shapes).items() if name.startswith(("is_", "has_", "ends_"))
    }
    assert public == set(INSIDE) == set(OUTSIDE)


def test_words_stand_between_spaces() -> None:
    assert shapes.word_count("Bến  cũ, xóm Bãi") == 4


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Góc chợ Mùa vụ Bến cảng Trang trẻ Gian bếp", 5),
        ("Góc chợ Mùa vụ Bến cảng Trang trẻ", 0),  # four
        ("Góc chợ | Mùa vụ | Bến cảng | Trang trẻ", 4),
        ("GÓC CHỢ · MÙA VỤ · BẾN CẢNG · TRANG TRẺ", 4),
        ("Góc chợ | Mùa vụ | Bến cảng", 0),  # three
        ("Góc chợ Mùa vụ sắp tới Bến cảng Trang trẻ Gian bếp", 5),  # a name of four words
        ("Góc chợ Mùa vụ sắp tới rồi Bến cảng Trang trẻ Gian bếp", 0),  # of five
        ("Góc chợ | Mùa vụ sắp tới rồi | Bến cảng | Trang trẻ", 0),
        ("Lê Thu Hà Minh Thư Bùi Anh", 0),  # people
        ("Góc chợ Mùa vụ Bến cảng Lan Anh Thư", 6),  # half of them are two words
        ("Góc chợ Mùa vụ Bến cảng Lan Anh Thư Hà", 0),
        ("Bếp Quê Món kho Món chay Canh Bánh Mẹo bếp", 6),  # the paper's own, in capitals
        ("Bếp Quê Nhà Mình Món kho Món chay Canh Mẹo bếp", 5),
        ("Bếp Quê Nhà Mình Xưa Món kho Món chay Canh Mẹo bếp", 0),  # of five words
        ("Bếp Món kho Món chay Canh Bánh Xôi Chè", 0),  # of one
        ("Cô Lê Hai Lúa Trưởng phòng GD tiểu học Sở GD-ĐT Sông", 6),
        ("Cô Lê Hai Lúa - Trưởng phòng GD tiểu học Sở GD-ĐT Sông", 0),  # who it is
        ("Góc chợ Mùa vụ Bến cảng Trang trẻ của Gian bếp", 0),
        ("Góc chợ, Mùa vụ, Bến cảng, Trang trẻ, Gian bếp", 0),
        ("Góc chợ > Mùa vụ > Bến cảng > Trang trẻ > Gian bếp", 0),  # where one is
    ],
)
def test_names_in_a_row(text: str, names: int) -> None:
    assert shapes.names_in_row(text) == names

"""The headline that is printed again with a site's name or sections beside it, and the one with a name below."""

from __future__ import annotations

import pytest

from test_structure_opening import CORE, LEDE, title_of
from vnnews_clean import Cleaner

TITLE = "Xóm chài dựng lại nhà trên cọc"
OTHER = "Tin bên lề mùa gặt muộn"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([f"{TITLE} - Báo Sông Quê", TITLE, "Vũ Tư", OTHER], TITLE),
        ([f"{TITLE} | Báo Sông Quê", TITLE, "Vũ Tư", OTHER], TITLE),
        ([f"Góc chợ › Mùa vụ › {TITLE}", TITLE, "Vũ Tư", OTHER], TITLE),
        ([f"Góc chợ / {TITLE} / In bài", TITLE, "Vũ Tư", OTHER], OTHER),  # in the middle
        ([f"{TITLE}, Báo Sông Quê", TITLE, "Vũ Tư", OTHER], OTHER),  # no sign between
        ([f"{TITLE} - Báo Sông Quê", "Vũ Tư", OTHER], OTHER),  # not by itself
        (["Góc chợ quê nhà - Báo Sông Quê", "Góc chợ quê nhà", OTHER], OTHER),  # four words
        (
            ["Đò dọc về bến cũ - Báo Sông Quê", "Đò dọc về bến cũ", OTHER],
            "Đò dọc về bến cũ",
        ),  # five
    ],
)
def test_what_a_window_or_a_breadcrumb_says_again_is_the_headline(
    above: list[str], title: str
) -> None:
    assert title_of(above) == title


def test_two_lines_that_are_printed_again_tell_nothing() -> None:
    above = [f"{OTHER} - Ghi chép", OTHER, f"{TITLE} - Báo Sông Quê", TITLE]
    assert title_of(above[:2]) == OTHER
    assert title_of([*above, "Vũ Tư", "Ghi"]) != title_of([*above[2:], "Vũ Tư", "Ghi"])


def test_a_headline_that_looks_like_a_row_of_names_is_one() -> None:
    row = "Sở Giao thông Sở Xây dựng Sở Tài chính Sở Nội vụ Sở Y tế"
    menu = "Góc chợ Mùa vụ Bến cảng Trang trẻ Gian bếp Sân chơi"
    text = "\n".join([f"{row} - Báo Sông Quê", menu, row, "Vũ Tư", *CORE])
    assert Cleaner().clean(text).text.split("\n") == [row, "Vũ Tư", *CORE]


GHI = ["Ghi", "Chép", "Tập"]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([TITLE, "Vũ Tư", LEDE, *GHI, OTHER, LEDE, "Ghi"], TITLE),
        ([OTHER, LEDE, *GHI, TITLE, "Lý Én", LEDE, "Ghi"], TITLE),
        ([TITLE, LEDE, *GHI, OTHER, LEDE, "Ghi"], OTHER),  # none: the nearest
        ([OTHER, "Vũ Tư", LEDE, *GHI, TITLE, "Lý Én", LEDE, "Ghi"], TITLE),  # two: likewise
    ],
)
def test_of_headlines_over_texts_of_their_own_one_has_a_name(above: list[str], title: str) -> None:
    assert title_of(above) == title


@pytest.mark.parametrize(
    ("buttons", "found"),
    [
        (["Nghe bài", "Giọng cô Sáu", "Tua lại", "0:00", "x1,5", "Nghe tiếp"], True),
        (["Nghe bài", "Giọng cô Sáu", "Ghi chép:"], True),
        (
            ["Nghe bài", "Giọng cô Sáu", "Tua lại", "Ghi chép:"],
            False,
        ),  # too far for what is no button
    ],
)
def test_buttons_below_a_headline(buttons: list[str], found: bool) -> None:
    assert (title_of([TITLE, *buttons, LEDE, "Ghi", OTHER]) == TITLE) is found


def test_the_lede_above_a_box_and_below_a_player_stays() -> None:
    """Lost before: the box below the lede was taken for the beginning of the article."""
    article = [
        TITLE,
        "Vũ Tư",
        f"{LEDE} Nhà cửa trong xóm cũng cao hơn trước.",
        *CORE,
    ]
    menu = "Góc chợ|Mùa vụ|Bến cảng|Trang trẻ|Gian bếp|Sân chơi|Chuyện phố".split("|")
    player = ["Nghe bài", "Giọng cô Sáu", "0:00 / 6:12"]
    box = [
        "Cùng một dòng nước",
        "Cá linh đầu mùa lên tới ba trăm đồng",
        "Người đóng xuồng cuối cùng",
    ]
    page = [*menu, *article[:2], *player, article[2], *box, *CORE, "Ý kiến bạn đọc", "Gửi"]
    kept = Cleaner().clean("\n".join(page)).text.split("\n")
    assert [line for line in article if line not in kept] == []
    assert menu[0] not in kept


@pytest.mark.parametrize(
    ("words", "found"),
    [("“Tôi chỉ dạy các em đừng sợ nước”", True), ("“Tôi chỉ dạy các em đừng sợ nước.”", False)],
)
def test_a_headline_in_quotes(words: str, found: bool) -> None:
    assert (title_of([words, "Vũ Tư", LEDE, "Ghi"]) == words) is found


def test_a_rating_is_no_headline() -> None:
    assert title_of([TITLE, "4,7 trên 5 (312 lượt chấm của khách)", LEDE, "Ghi"]) == TITLE
    count = "4,7 triệu khách (312 lượt mỗi ngày)"
    assert title_of([TITLE, count, LEDE, "Ghi"]) == count


@pytest.mark.parametrize(("names", "framed"), [(6, True), (5, False)])
def test_a_menu_above_the_headline_and_a_list_below_make_a_page(names: int, framed: bool) -> None:
    menu = ["Góc chợ", "Mùa vụ", "Bến cảng", "Trang trẻ", "Gian bếp", "Sân chơi"][:names]
    others = [
        "Vườn quýt hồng Lai Vung vào vụ tết sớm hơn mọi năm",
        "Nữ kỹ sư bỏ phố lên núi trồng sâm dưới tán rừng già",
        "Trường nội trú vùng cao mở lớp dạy nghề rèn cho học trò",
        "Đội tuyển bóng chuyền xã nghèo lần đầu vào chung kết tỉnh",
    ]
    article = [TITLE, "Vũ Tư", *CORE]
    below = ["Bên hiên nhà", *others]
    kept = Cleaner().clean("\n".join([*menu, *article, *below])).text.split("\n")
    assert kept == (article if framed else [*menu, *article])

"""Which headline is the article's, which row of names is a menu, and what leads on to the text below."""

from __future__ import annotations

import pytest

from test_structure_opening import CORE, LEDE, title_of
from vnnews_clean import Cleaner
from vnnews_clean.structure.ends.inside import leading_on
from vnnews_clean.structure.frame import has_row
from vnnews_clean.structure.reading import Reading, read


@pytest.mark.parametrize(
    ("told", "is_title"),
    [
        ("Xuồng qua đò Vàm Cống phải nhường tàu lớn", True),  # two of its eight pairs
        ("Hội thi nấu cơm ở bến đò Vàm Cống tối rằm đông nghịt khách xa gần", False),  # 3 of 13
    ],
)
def test_a_headline_of_which_the_core_says_two_pairs_again_is_the_one(
    told: str, *, is_title: bool
) -> None:
    parted = ["Xóm dưới hát:", "Xóm trên đáp:", "Xóm giữa vỗ tay:", "Cả bến cười vang:"]
    page = [told, *parted, "Chuyện cũ quê nhà kể lại", LEDE, "Ghi"]
    assert (title_of(page) == told) is is_title


def test_of_two_headlines_over_one_text_it_is_the_one_that_the_text_says_again() -> None:
    """A tool's or a reader's line below a headline may be as long as one, and have a name below."""
    told, tool = "Đò Vàm Cống nghỉ một buổi", "Bài này có bản tiếng Mường"
    assert title_of([told, tool, LEDE, "Ghi"]) == told
    assert title_of([told, tool, "Trần Lý Mộc", LEDE, "Ghi"]) == told
    assert title_of(["Chuyện cũ quê nhà kể lại", tool, LEDE, "Ghi"]) == tool


ROW = "Góc chợ Mùa vụ Bến cảng Trang trẻ Gian bếp Sân chơi Chuyện phố Tay nghề Cửa sổ"


@pytest.mark.parametrize(
    ("row", "said", "is_menu"),
    [
        (ROW, 7, True),  # six of the 17 pairs of nine names
        (ROW, 8, False),
        ("Góc chợ quê Mùa vụ Bến cảng Trang trẻ Gian bếp Sân chơi", 3, True),
        ("Góc chợ quê Mùa vụ Bến cảng Trang trẻ Gian bếp Sân chơi", 4, False),  # three of twelve
    ],
)
def test_a_row_of_names_that_the_core_says_again_is_no_menu(
    row: str, said: int, *, is_menu: bool
) -> None:
    again = f"{CORE[0]} Ông nhắc {' '.join(row.split()[:said])}."
    document = Cleaner().read("\n".join([row, again, *CORE[1:]]))
    assert (read(document, [""] * 4).sorts[0] == "menu") is is_menu
    assert has_row(document) is is_menu  # and nothing wakes for it


@pytest.mark.parametrize(("words", "shared", "leads"), [(9, 2, True), (14, 3, False)])
def test_a_line_leads_on_that_shares_every_fourth_pair(
    words: int, shared: int, *, leads: bool
) -> None:
    """Two of eight pairs, and three of thirteen."""
    own = frozenset((str(n), str(n + 1)) for n in range(words - 1))
    below = frozenset(sorted(own)[:shared])
    texts = ["Bến phà cũ", "Đò ngang chạy lại từ sáng."]
    reading = Reading(
        texts, ["headline", "sentence"], ["", ""], [own, below], [0.0] * 2, [], (1, 1), -1
    )
    assert list(leading_on(reading, 0, 0)) == [0] * leads


@pytest.mark.parametrize(("below", "leads"), [(2, True), (3, False)])
def test_a_line_leads_on_to_the_next_two(below: int, *, leads: bool) -> None:
    own = frozenset({("bến", "phà")})
    pairs = [own, *[frozenset[tuple[str, str]]()] * (below - 1), own]
    count = len(pairs)
    sorts = ["headline", *["sentence"] * below]
    reading = Reading(
        ["Bến phà cũ"] * count, sorts, [""] * count, pairs, [0.0] * count, [], (1, below), -1
    )
    assert list(leading_on(reading, 0, 0)) == [0] * leads


def test_a_headline_goes_before_a_sentence_that_the_text_says_more_of() -> None:
    step = "Đò Vàm Cống từng đông nhất vùng, khách qua lại hai bờ sông trong mùa gặt."
    above = ["Đò Vàm Cống nghỉ một buổi", "Gừng già", "Nồi đất", LEDE, "Cách đi", step, "Ghi"]
    assert title_of(above) == above[0]
    assert title_of(["Chuyện cũ quê nhà kể lại hôm nay", *above[1:]]) != above[0]

"""Short articles in Markdown: a few lines broken at the tool's own width, the headline marked as one."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.line import Block
from vnnews_clean.structure.marked import marked_title

PAGE = """[Báo Bến Nước](/)

  * [Trang nhất](/0)
  * [Thời sự](/1)
  * [Kinh tế](/2)
  * [Miệt vườn](/3)
  * [Văn hóa](/4)
  * [Thể thao](/5)

# Vĩnh biệt ông lái đò cuối cùng của bến Vàm

Lê Bến 12/03/2026 07:15

Ông Trần Văn Đò, người chèo chuyến đò cuối cùng ở bến Vàm, vừa qua đời ở tuổi
tám mươi tám.

Sinh năm: 1938

Quê quán: ấp Vàm, xã Tân Bình

Lễ an táng: 6h sáng ngày kia

Bà con hai bên bờ thay nhau thức trắng đêm bên linh cữu ông.

Từ khóa:[mùa lũ](/t1)[chợ nổi](/t2)

### Tin liên quan

[**Ghe hàng bông đổi hướng lên chợ mới vì bến cũ lở**](/b0)

[**Thầy giáo già mở lớp dạy bơi miễn phí cho trẻ xóm cồn**](/b1)

Giấy phép số 45/GP-BTTTT cấp ngày 01/02/2020

Tổng biên tập: Phạm Nước Nổi
"""
LEFT = """# Vĩnh biệt ông lái đò cuối cùng của bến Vàm

Lê Bến 12/03/2026 07:15

Ông Trần Văn Đò, người chèo chuyến đò cuối cùng ở bến Vàm, vừa qua đời ở tuổi
tám mươi tám.

Sinh năm: 1938

Quê quán: ấp Vàm, xã Tân Bình

Lễ an táng: 6h sáng ngày kia

Bà con hai bên bờ thay nhau thức trắng đêm bên linh cữu ông."""

MARKS = "# Chuyện cũ\n\n## Bến Vàm\n\n[Đò](/1)\n\n"


def test_a_short_article_is_whole() -> None:
    assert Cleaner().clean(PAGE).text == LEFT


@pytest.mark.parametrize(
    ("long", "blocks"),
    [
        ("Nước lên.", 5),
        ("N" * 77 + ".", 5),
        ("N" * 78 + ".", 6),
        ("[" + "N" * 90 + "](/1)", 5),
    ],
    ids=["short", "78", "79", "a link"],
)
def test_lines_are_broken_at_the_tools_own_width_where_none_is_longer(
    long: str, blocks: int
) -> None:
    broken = "Ông Trần Văn Đò, người chèo chuyến đò cuối cùng ở bến Vàm, vừa qua đời ở tuổi\ntám mươi tám."
    document = Cleaner(dialect="markdown").read(f"{MARKS}{broken}\n\n{long}")
    assert len(document.blocks) == blocks


def test_a_line_with_room_for_the_next_word_is_whole() -> None:
    document = Cleaner(dialect="markdown").read(f"{MARKS}Nước lên nhanh\nđò về bến cũ")
    assert len(document.blocks) == 5


@pytest.mark.parametrize(
    ("tags", "sorts", "title"),
    [
        ("h1 p p", "headline sentence sentence", 0),
        ("h1 p p", "short sentence sentence", -1),
        ("h1 h1 p", "headline headline sentence", -1),
        ("h1 h1 p", "short headline sentence", 1),
        ("p p h1", "sentence sentence headline", -1),
        ("h2 p p", "headline sentence sentence", -1),
    ],
    ids=["one", "a site's name", "two", "a site's name and one", "below", "another level"],
)
def test_the_only_heading_of_the_first_level_is_the_headline(
    tags: str, sorts: str, title: int
) -> None:
    blocks = [Block(0, 1, tag=tag) for tag in tags.split()]
    assert marked_title(blocks, sorts.split(), 1) == title

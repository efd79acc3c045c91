"""What a page says of itself below a list, told by what it is, with near misses."""

from __future__ import annotations

import pytest

from test_structure_footed import SILENT, items
from test_structure_stacked import ARTICLE, STORIES
from vnnews_clean import Cleaner, clean
from vnnews_clean.structure.lists.imprint import imprint_below, is_finished, is_imprint

PLACE = "Nơi nhận thư: số 8 phố Cầu Mây"
CALL = "Gọi: 0214 000 222"
SLOGANS = [
    "Báo của người dậy sớm mỗi ngày",
    "Dẫn lại xin đề tên tờ báo này",
    "Vẽ khuôn ở xưởng Lá Dong",
]


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        (PLACE, True),
        (CALL, True),
        ("thu@donghe.example", True),
        ("© Đồng Hè", True),
        ("(c) Đồng Hè", True),
        ("Số 18/GP-TTĐT ngày 2/4/2019", True),
        ("Giấy phép của sở cấp năm ngoái", True),
        ("41 đường Đê Hữu", True),
        ("3A/12 ngõ Giếng Mật", True),
        ("Người gác trang: Đào Thị Mận", True),
        ("Người gác trang: Đào", False),
        ("Gác: Đào Thị Mận", False),  # a short word may head anything
        ("Người gác trang: xưởng lá dong", False),
        ("Báo của người dậy sớm", False),
        ("Giá 14.000 đồng/kg", False),
        ("Mở 41 lớp học", False),
        (f"{PLACE}, {'bên kia cầu, ' * 7}xã Bờ", False),  # too long
    ],
)
def test_what_only_a_page_says_of_itself(text: str, *, certain: bool) -> None:
    (line,) = Cleaner().read(text).lines
    assert is_imprint(line) is certain


@pytest.mark.parametrize(
    ("foot", "lines"),
    [
        (SLOGANS[:2], (2, 9)),
        (SLOGANS, (2, 9)),
        ([*SLOGANS[:2], "Về đầu trang", "Góp ý"], (4, 9)),
        ([PLACE, *SLOGANS[:2]], (3, 3)),
        ([SLOGANS[0], PLACE, *SLOGANS[1:]], (4, 3)),
        ([*SLOGANS[:2], PLACE, *SLOGANS[1:]], (4, 3)),
        ([PLACE, CALL] * 5, (8, 1)),
        (["Hoàng Lam", SLOGANS[0]], (1, 9)),  # a signature
        (["Hoàng Lam", PLACE], (2, 1)),
        (["Hoàng Lam"], (0, 9)),
        ([SLOGANS[0], ARTICLE[0], PLACE], (1, 1)),
    ],
)
def test_how_many_lines_may_be_an_imprint(foot: list[str], lines: tuple[int, int]) -> None:
    text = "\n".join([STORIES[0], SILENT[0], ARTICLE[0], *foot])
    assert imprint_below(Cleaner().read(text).lines) == lines


MORE = (
    "Chiều tối, đám trẻ con ra triền đê thả diều sáo, tiếng vi vu vọng sang tận bên kia sông cho tới lúc trăng lên.",
    "Mấy cụ cao niên ngồi bên ấm trà xanh, nhắc lại trận lụt năm nào cuốn sạch chuồng trại mà không cuốn được lòng người.",
    "Đêm xuống, tiếng ếch nhái ran khắp bãi, người gác bờ xách đèn bão đi một vòng rồi về chòi nằm nghe nước vỗ.",
)


def kept(*below: str) -> list[str]:
    """The lines of `below` that stay below an article, all of which must stay."""
    above = [*ARTICLE, *MORE]
    lines = clean("\n".join((*above, *below))).splitlines()
    assert lines[: len(above)] == above
    return lines[len(above) :]


@pytest.mark.parametrize("size", range(1, 9))
def test_a_list_goes_with_an_imprint_of_any_length(size: int) -> None:
    foot = ([PLACE, SLOGANS[0], CALL, SLOGANS[1], "Góp ý", "Về đầu trang"] * 2)[:size]
    below = items(4)
    assert kept("Dưới gốc đa", *below, *foot) == []
    dated = [line for at in range(4) for line in (STORIES[at], f"1{at}/3/2031")]
    assert kept("Dưới gốc đa", *dated, *foot) == []
    assert kept("Dưới gốc đa", *STORIES[:3], *foot) == []


def test_a_list_stays_above_what_nothing_tells() -> None:
    foot = ["Chốn xưa", "Lá thư nhà", "Bến cũ"]
    assert kept("Dưới gốc đa", *STORIES[:3], *foot) == ["Dưới gốc đa", *STORIES[:3], *foot]


TALE = (
    "Mùa trước ai xong khóa cũng có việc ngay, người về làng mở xưởng, người theo tàu ra đảo, lương tháng đủ nuôi con"
    " ăn học. Giám đốc kể nhiều đêm phải thức chấm bài vì lớp nào cũng đông, thầy cô nghỉ hưu được mời quay lại dạy."
)
INTRO = """{count} lớp nghề mở vào mùa thu
Trung tâm Phú Gia nhận hồ sơ khóa mới từ ngày mồng ba.
Học viên nghèo được miễn học phí, người ở xa có phòng trọ.
{more}
Thợ gốm vẽ men dưới hiên chùa
Sáu tháng, mỗi tuần ba buổi tối.
Người đóng thuyền câu ở bến xa
Chín tháng, có thực tập ngoài sông.
May áo dài cho hội xuân làng
Bốn tháng, được giữ sản phẩm cuối.
{place}
{call}"""


@pytest.mark.parametrize(
    ("count", "more", "whole"),
    [
        ("Nhiều", "Năm ngoái ai cũng có việc ngay.", True),  # the introduction of a list
        ("Ba", f"{TALE} {' '.join(MORE)}", True),
        ("Nhiều", f"{TALE} {' '.join(MORE)}", False),
    ],
)
def test_things_with_an_address_below_are_the_articles(
    count: str, more: str, *, whole: bool
) -> None:
    text = INTRO.format(count=count, more=more, place=PLACE, call=CALL)
    assert (Cleaner().clean(text).text == text) is whole


def finished(above: int, *, headed: bool = True, heads: str = "Lụa Gốm Mộc") -> bool:
    """Whether text of so many characters is finished above three items of a hundred each."""
    texts = ["Chuyện trong xóm " + "a" * (above - 18) + "."]
    for head, tale in zip(heads.split(), ("Kể", "Bà", "Ở"), strict=True):
        texts += [f"{head} của làng nghề dưới chân đồi", f"{tale} ".ljust(99 - 31, "b") + "."]
    above_it, *below = Cleaner().read("\n".join(texts)).lines
    assert sum(len(line.text) for line in below) == 3 * 100
    return is_finished([above_it], below, 3, headed=headed)


def test_a_finished_article_is_five_times_as_long_as_an_item_below_a_header() -> None:
    assert finished(500)
    assert not finished(499)


def test_and_eight_times_without_one() -> None:
    assert finished(800, headed=False)
    assert not finished(799, headed=False)


def test_items_that_begin_alike_are_the_articles() -> None:
    assert finished(500, heads="Lụa Lụa Mộc")
    assert not finished(500, heads="Lụa Lụa Lụa")

"""The chain over lines, and what is cut by it: only what something else vouches for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vnnews_clean import Cleaner, PolicyName
from vnnews_clean.line import Block, Line
from vnnews_clean.pairs import pairs_of
from vnnews_clean.structure.chain import decoding as chain
from vnnews_clean.structure.cohesion import core, shares
from vnnews_clean.structure.frame import is_numbers
from vnnews_clean.structure.lists.listing import closing_list, times_repeated
from vnnews_clean.structure.reading import middle, read
from vnnews_clean.structure.sorts import sorts_of

TITLE = "Làng chài Vĩnh Hải dựng lại bến sau mùa bão"
BODY = (
    "Sau ba cơn bão liên tiếp, làng chài Vĩnh Hải chỉ còn lại nửa cây cầu tàu và mười hai con thuyền chưa vỡ hẳn.",
    "Ông Trương Văn Bền, người giữ bến Vĩnh Hải ba mươi năm, cùng con trai vớt từng cây cọc trôi về phía cửa sông.",
    "Bà con góp được hơn hai trăm ngày công, dựng lại cầu tàu bằng gỗ phi lao chặt từ cánh rừng chắn sóng sau làng chài.",
    "Huyện hứa cho vay vốn đóng thuyền mới, nhưng ông Trương Văn Bền nói điều bến Vĩnh Hải cần trước hết là một con đê.",
)
ITEMS = (
    "Vườn quýt hồng Lai Vung vào vụ tết sớm hơn mọi năm",
    "Nữ kỹ sư bỏ phố lên núi trồng sâm dưới tán rừng già",
    "Trường nội trú vùng cao mở lớp dạy nghề rèn cho học trò",
    "Đội tuyển bóng chuyền xã nghèo lần đầu vào chung kết tỉnh",
)
SUMMARIES = (
    "Nhiều nhà vườn đã nhận tiền cọc của thương lái từ tháng mười, giá cao gấp rưỡi vụ trước.",
    "Sau năm năm, khu vườn của chị cho thu hơn hai tạ củ mỗi mùa, đủ trả lương mười người.",
    "Mỗi tuần hai buổi chiều, thợ rèn trong bản đến trường đứng lớp, không nhận thù lao.",
    "Cả xã thuê ba chuyến xe khách xuống thị trấn từ tờ mờ sáng để cổ vũ các cô gái.",
)
MENU = "Thời sự,Kinh tế,Văn hóa,Thể thao,Giáo dục,Du lịch,Sức khỏe,Pháp luật,Đời sống".split(",")


def cleaned(lines: Sequence[str], policy: PolicyName = "article") -> list[str]:
    return Cleaner(policy=policy).clean("\n".join(lines)).text.split("\n")


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("12", "number"),
        ("Thứ hai, 8/9/2025, 18:22", "stamp"),
        ("3 giờ trước", "stamp"),
        ("Theo TTXVN", "credit"),
        ("Nguyễn Thị Lài", "byline"),
        ("Cầu tàu sau bão. Ảnh: Hải Đăng", "caption"),
        ("Nguyên liệu:", "label"),
        ("Thể thao", "menu"),
        ("Ai cũng mừng.", "remark"),
        (ITEMS[0], "headline"),
        ("Vì sao bến cũ không ai muốn quay về nữa?", "asks"),
        ("Mực nước các sông đang lên nhanh và dự báo sẽ vượt báo động hai...", "cut"),
        ("Mưa lớn kéo dài từ đêm qua khiến con đường độc đạo vào xóm bị ngập.", "sentence"),
        (f"{ITEMS[0]} {ITEMS[1]} {ITEMS[2]}", "open"),
        (BODY[2], "paragraph"),
        (" ".join(BODY), "long"),
    ],
)
def test_every_line_has_a_sort(text: str, sort: str) -> None:
    assert Line(0, Block(0, len(text)), text, text.lower()).sort == sort


def test_pairs_leave_function_words_out() -> None:
    assert pairs_of("bến Vĩnh Hải của làng") == {("bến", "vĩnh"), ("vĩnh", "hải")}


def test_the_core_is_the_heaviest_run_of_prose() -> None:
    sorts = ["paragraph", *["menu"] * 9, "paragraph", "headline", "paragraph", "menu"]
    assert core(sorts, [200] * len(sorts), [False] * len(sorts)) == (10, 12)
    assert core(["menu"], [9], [False]) == (0, -1)


@pytest.mark.parametrize(("size", "begins"), [(89, 2), (91, 0)])
def test_a_short_paragraph_above_a_name_is_not_of_the_core(size: int, begins: int) -> None:
    found = core(["paragraph", "menu", "paragraph"], [size, 9, 200], [False] * 3)
    assert found == (begins, 2)


def test_shares_count_the_other_lines_of_the_core_only() -> None:
    pairs = [pairs_of(text) for text in (*BODY, ITEMS[0])]
    found = shares(pairs, [True] * 4 + [False])
    assert found[1] > 0.1
    assert found[4] == 0
    assert shares([frozenset()], [True]) == [-1]


def test_the_title_is_the_line_whose_words_the_body_repeats() -> None:
    document = Cleaner().read("\n".join([TITLE, *ITEMS[:2], *BODY]))
    reading = read(document, [""] * len(document.blocks))
    assert reading.title == 0
    assert middle(reading)[0] >= 3


def test_a_box_goes_with_its_summaries_and_the_article_stays() -> None:
    box = [text for pair in zip(ITEMS, SUMMARIES, strict=True) for text in pair]
    assert cleaned([TITLE, *BODY, "Đọc thêm", *box]) == [TITLE, *BODY]


def test_a_header_that_nobody_has_seen_is_one_in_a_page() -> None:
    tail = ["Chuyện quanh vùng", *ITEMS, "Tòa soạn: 12 Bến Đò", "© Báo Sông Quê"]
    assert cleaned([*MENU, TITLE, *BODY, "Chia sẻ", "Bình luận", *tail]) == [TITLE, *BODY]


@pytest.mark.parametrize(
    ("values", "others", "reports"),
    [
        (["23,4", "1.250", "-0,7%"], 41, True),
        (["23,4", "1.250", "-0,7%"], 42, False),
        (["23,4", "1.250"], 3, False),
        (["7", "12.", "#3", "18:30", "4/5/2024"], 3, False),
    ],
)
def test_a_report_of_figures_is_told_by_its_values(
    values: list[str], others: int, reports: bool
) -> None:
    document = Cleaner().read("\n".join([*values, *(["Thời sự"] * others)]))
    assert is_numbers(read(document, [""] * len(document.blocks))) == reports


NAMES = "Góc chợ,Mùa vụ,Bến cảng,Trang trẻ,Gian bếp,Sân chơi".split(",")


@pytest.mark.parametrize(("above", "below", "page"), [(6, 3, True), (5, 3, False), (6, 2, False)])
def test_a_page_of_which_nobody_knows_a_word(above: int, below: int, page: bool) -> None:
    lines = [*NAMES[:above], TITLE, *BODY, *NAMES[:below]]
    assert cleaned(lines) == ([TITLE, *BODY] if page else lines)


def test_light_never_guesses() -> None:
    lines = [*MENU, TITLE, *BODY, "Chuyện quanh vùng", *ITEMS]
    kept = cleaned(lines, "light")
    assert ITEMS[0] in kept
    assert MENU[0] in kept


def test_nothing_is_cut_where_nothing_says_that_there_is_more() -> None:
    lines = [TITLE, *BODY, *ITEMS[:3], *SUMMARIES]
    assert cleaned(lines) == lines


def test_a_label_says_what_spoke_for_it() -> None:
    result = Cleaner().clean("\n".join([*MENU, TITLE, *BODY, "Chia sẻ", *ITEMS]))
    labels = [label for label in result.labels if label.rule == "page.outside_region"]
    assert labels
    for label in labels:
        assert label.confidence < 1
        assert label.evidence.sort == "structure"
        assert label.evidence.where in chain.STATES


SHORT = (
    "Sáng đầu tháng ba, khói lại bay lên từ lò muối cũ.",
    "Mười năm qua, lò muối nằm im dưới rặng phi lao.",
    "Người đốt lửa đầu tiên là ông Bảy, năm nay bảy mươi tuổi.",
)


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (SHORT, 3),
        (SHORT[:2], 0),
        ([*SHORT[:2], "Khói bay lên rồi.", SHORT[2]], 0),
        ([*SHORT, " ".join(SHORT)], 1),
    ],
)
def test_sentences_in_a_row_are_paragraphs_where_no_paragraph_is(
    lines: Sequence[str], paragraphs: int
) -> None:
    document = Cleaner().read("\n".join(lines))
    assert sorts_of(document.lines).count("paragraph") == paragraphs


def listed(lines: Sequence[str], header: str = "") -> int:
    """How many of `lines` are a list below an article, and below a header that rules know."""
    document = Cleaner().read("\n".join([TITLE, *BODY, header or "Quanh vùng", *lines]))
    said = [""] * len(document.blocks)
    said[1 + len(BODY)] = "header" if header else ""
    found = closing_list(document.lines, said)
    return found.last - found.first + 1 if found else 0


RETOLD = [
    line
    for item in ITEMS
    for line in (item, f"{item.removesuffix(' tỉnh')}, ai nghe cũng lấy làm lạ và tìm tới xem.")
]
BESIDE = [line for item in ITEMS for line in (item, "12/03/2024 08:30")]
SUMMED = [line for pair in zip(ITEMS, SUMMARIES, strict=True) for line in pair]


@pytest.mark.parametrize(
    ("lines", "header", "size"),
    [
        (RETOLD, "", 9),  # with the two words above it
        (RETOLD[:6], "", 7),
        (RETOLD[:4], "", 0),
        (SUMMED, "", 0),
        (SUMMED[:4], "Tin liên quan", 4),
        (SUMMED[:2], "Tin liên quan", 0),
        (BESIDE[:6], "", 7),
        (BESIDE[:4], "", 0),
        ([line for item in ITEMS for line in (item, "08:30")], "", 0),
        ([line for text in BODY for line in (text[:60], "12/03/2024")], "", 0),
        ([f"{number}. {line}" for number, line in enumerate(RETOLD)], "", 0),
        ([line[0].lower() + line[1:] for line in RETOLD], "", 0),
    ],
)
def test_a_list_at_the_end_is_told_by_its_pattern(
    lines: Sequence[str], header: str, size: int
) -> None:
    assert listed(lines, header) == size


@pytest.mark.parametrize(
    ("said", "name", "size"),
    [
        ("header", "Quanh vùng", 5),
        ("box", "Quanh vùng", 5),
        ("", "Quanh vùng", 0),
        ("header", "Quanh", 0),  # one word is no name of a section
        ("header", BODY[0], 0),
    ],
)
def test_names_of_sections_part_a_list_below_a_header(said: str, name: str, size: int) -> None:
    lines = [TITLE, *BODY, "Tin liên quan", *SUMMED[:2], name, *SUMMED[2:4]]
    document = Cleaner().read("\n".join(lines))
    known = ["" for _ in document.blocks]
    known[1 + len(BODY)] = said
    found = closing_list(document.lines, known)
    assert (found.last - found.first + 1 if found else 0) == size


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ([TITLE, *BODY[:2]], 0),
        ([TITLE, *BODY[:3]], 8),
        ([TITLE, BODY[0], *MENU[:3]], 0),
        ([TITLE, BODY[0], *MENU[:4]], 9),
        ([TITLE, *BODY, "Bến"], 8),  # one word is no header
        ([TITLE, *BODY, "Vũ Thị Tư"], 8),  # nor is a name
        ([TITLE, *BODY, "Các mốc chính:"], 0),
        ([*MENU, "Bến"], 0),
    ],
)
def test_a_list_needs_an_article_above(above: Sequence[str], found: int) -> None:
    document = Cleaner().read("\n".join([*above, *BESIDE]))
    listing = closing_list(document.lines, [""] * len(document.blocks))
    assert (listing.last - listing.first + 1 if listing else 0) == found


@pytest.mark.parametrize(
    ("sorts", "times"),
    [
        ("headline cut headline sentence headline paragraph", 3),
        ("headline cut stamp headline cut number", 2),
        ("headline headline headline", 3),
        ("headline cut menu stamp headline cut menu stamp", 2),  # items of four lines
        ("headline cut menu stamp menu headline cut menu stamp menu", 0),
        (f"{'headline ' * 8}cut menu caption", 11),  # seven of ten are like the line above
        ("headline headline headline cut", 0),  # two of three
        ("headline cut headline", 0),
        ("paragraph paragraph paragraph paragraph", 0),
        ("headline cut headline menu headline menu headline cut", 0),
        ("headline cut headline cut headline menu headline cut headline cut headline cut", 6),
    ],
)
def test_items_repeat_with_few_exceptions(sorts: str, times: int) -> None:
    assert times_repeated(sorts.split()) == times

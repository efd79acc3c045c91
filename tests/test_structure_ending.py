"""The last lines of an article by what they are: every number with a case on either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest

from vnnews_clean.structure.among import told_among
from vnnews_clean.structure.ends.ending import behind_boxes, behind_last_words
from vnnews_clean.structure.reading import Reading
from vnnews_clean.structure.said import comments_from

TEXT: Final = ("paragraph", "", "Đò ngang về bến lúc con nước vừa đứng, khách đã đợi sẵn từ sớm.")
SAYS: Final = ("remark", "", "Ai cũng vội qua sông.")
HEAD: Final = ("headline", "", "Cánh đồng chưa kịp đặt tên bên dòng sông cũ")
SHORT: Final = ("headline", "", "Cánh đồng chưa kịp đặt tên")
CONTACT: Final = ("short", "", "Thư: muahe@bennuoc.example")
HEADING: Final = ("menu", "", "Thông số")
ROW: Final = ("short", "", "Sải cánh: 30 cm")
POINT: Final = ("headline", "", "- Ăn ca trưa, phụ cấp độc hại theo quy định")
DATED: Final = ("headline", "", "Ghe hàng bông đổi bến 12/03/2031")
BAR: Final = ("menu", "bar", "Chia sẻ")
TAGS: Final = ("menu", "tags", "Từ khóa:")
HEADER: Final = ("menu", "header", "Tin liên quan")
ITEM: Final = ("headline", "box", "Gạo mới rớt giá từ đầu tuần")
NAMES: Final = ("menu", "section", "Văn hóa")

PICTURE: Final = ("caption", "", "Bữa sáng nhìn ra biển. (Ảnh: Lâm Khoa)")

Lines = Sequence[tuple[str, str, str]]


def reading_of(lines: Lines, own: frozenset[int] = frozenset()) -> Reading:
    sorts, said, texts = (list(column) for column in zip(*lines, strict=True))
    pairs = [frozenset[tuple[str, str]]()] * len(lines)
    shares = [0.0] * len(lines)
    return Reading(texts, sorts, said, pairs, shares, [], (0, 0), -1, own)


@pytest.mark.parametrize(
    ("lines", "own"),
    [
        ([HEAD] * 4, 4),
        ([HEAD] * 3, 0),  # a box has as few
        ([*[HEAD] * 4, TAGS], 4),
        ([*[HEAD] * 4, NAMES], 0),
        ([*[HEAD] * 4, TEXT], 0),  # the last one has a summary
        ([DATED, *[HEAD] * 3], 0),
        ([HEADING, *[HEAD] * 4], 0),  # a header
        ([ROW, ROW, *[HEAD] * 4], 6),
        ([ROW, ROW], 2),
        ([ROW, HEAD], 0),  # one row is none
        ([HEADING, ROW, ROW, TAGS], 3),
        ([HEADING, HEADING, ROW, ROW], 4),
        ([HEADING, HEADING, HEADING, ROW, ROW], 0),
        ([HEAD, ROW, ROW], 3),  # its heading
        ([HEAD, TEXT], 0),  # its summary
        ([POINT, POINT], 2),  # eleven words and less
        ([("headline", "", f"{POINT[2]} mới"), POINT], 0),
        ([("menu", "", "Tòa soạn: 5 phố Núi"), ("menu", "", "In tại: 12 phố Bờ")], 0),
        ([("menu", "", "Gọi: 0912 000 111"), ("menu", "", "Gọi: 0912 000 222")], 0),
        ([*[HEAD] * 4, ("headline", "list", "Gạo rớt giá")], 4),
        ([TEXT, ("headline", "list", "Gạo rớt giá")], 0),  # maybe another item's summary
        ([TEXT, *[HEAD] * 4, ("headline", "list", "Gạo rớt giá")], 5),
        ([SHORT] * 4, 4),
        ([*[SHORT] * 4, BAR], 4),
        ([*[SHORT] * 4, ("stamp", "", "12/03/2031")], 0),
        ([("short", "", "# Chợ phiên # Chợ nổi"), *[SHORT] * 4], 0),  # keywords
        ([*[SHORT] * 4, ("short", "", "____ ____ ____ ____")], 4),  # a ruler
        ([*[SHORT] * 3, ("short", "", "____ ____ ____ ____")], 0),
        ([HEADING, *[SHORT] * 3], 4),
        ([HEADING, *[SHORT] * 2], 0),
        ([*[SHORT] * 4, HEADING], 4),  # below them a header, maybe
        ([*[HEADING] * 3, *[SHORT] * 2], 0),  # more of them are buttons
        ([*[HEADING] * 2, *[SHORT] * 2], 4),
        ([*[("short", "", "Bến cũ xưa")] * 4], 0),  # three words each
        ([*[("short", "", "Bến cũ ngày xưa")] * 4], 4),
        ([*[("headline", "", "Một hai ba bốn năm sáu bảy")] * 4, TEXT], 4),
        ([*[("headline", "", "Một hai ba bốn năm sáu bảy tám")] * 4, TEXT], 0),
        ([HEADING, *[("headline", "", "Một hai ba bốn năm sáu bảy tám")] * 4], 0),  # headlines
        ([HEADING, *[("headline", "", "Một hai ba bốn năm sáu bảy")] * 4], 5),
        ([SAYS, CONTACT, TAGS], 2),
        ([SAYS, CONTACT, CONTACT, BAR], 3),
        ([SAYS, CONTACT], 1),  # the foot, maybe
        ([SAYS, CONTACT, ("menu", "footer", "Báo Bến Nước")], 1),
        ([SAYS, HEADING, CONTACT, TAGS], 1),
        ([DATED, ("headline", "", "Sông Trà 0-2 Dệt Nam Hạ")], 0),
    ],
)
def test_titles_rows_and_points_below_the_text(lines: Lines, own: int) -> None:
    reading = reading_of([TEXT, *lines])
    assert behind_last_words(reading, 1, len(lines), below=True) == 1 + own


def test_bare_headlines_inside_an_article_are_no_titles_at_its_end() -> None:
    reading = reading_of([TEXT, *[HEAD] * 4, TEXT])
    assert behind_last_words(reading, 1, 4, below=False) == 1


@pytest.mark.parametrize(
    ("lines", "own"),
    [
        ([ITEM, TEXT, SAYS, TAGS], [3, 4]),
        ([ITEM, TEXT, TAGS], []),  # maybe its summary
        ([ITEM, ITEM, TEXT, TAGS], [4]),  # the one above has none
        ([ITEM, ITEM, PICTURE, TAGS], [4]),
        ([ITEM, ITEM, ("caption", "", "Bữa sáng nhìn ra biển. Ảnh: Lâm Khoa"), TAGS], []),
        ([ITEM, TEXT, SAYS], []),  # nothing that is known below
        ([ITEM, TEXT, SAYS, NAMES], []),
        ([TEXT, SAYS, TAGS], []),  # right below the header
        ([ITEM, HEAD, TEXT, TAGS], []),
        ([ITEM, ROW, ROW, HEADING, SAYS, TAGS], [3, 4, 5, 6]),
        ([ITEM, ("menu", "comment", "Ý kiến"), TEXT, SAYS, TAGS], []),
    ],
)
def test_text_goes_on_behind_a_known_box(lines: Lines, own: list[int]) -> None:
    reading = reading_of([TEXT, HEADER, *lines])
    assert [*behind_boxes(reading, 1, len(lines) + 1, page=True)] == own


def test_on_no_page_text_goes_on_behind_a_box_up_to_the_end() -> None:
    reading = reading_of([TEXT, HEADER, ITEM, ROW, ROW, *[HEAD] * 4])
    assert [*behind_boxes(reading, 1, 8, page=False)] == [3, 4]
    assert [*behind_boxes(reading, 1, 8, page=True)] == []


@pytest.mark.parametrize(("comments", "found"), [(4, 2), (3, 6)])
def test_four_lines_in_a_row_are_comments(comments: int, found: int) -> None:
    said = ["", "", *["comment"] * comments, "", "comment"]
    assert comments_from(said[:6]) == found


HOURS: Final = ("16h40", "15h10", "14h25", "13h00")


@pytest.mark.parametrize(("word", "own"), [("box", {0, 3, 4, 5, 6, 7, 8, 9}), ("", set())])
def test_a_box_breaks_no_report_by_the_hour(word: str, own: set[int]) -> None:
    report = [line for hour in HOURS for line in (("stamp", "", hour), TEXT)]
    lines = [report[0], ("headline", word, "Tin liên quan ở bến"), ITEM, *report[1:]]
    sorts, said, texts = (list(column) for column in zip(*lines, strict=True))
    said[2] = word
    assert told_among(texts, sorts, said) == own

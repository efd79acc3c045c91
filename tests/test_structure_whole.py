"""The whole of a document: what its lines weigh, and what of it stays where it stands twice."""

from __future__ import annotations

import pytest

from grown import grown
from test_structure import BODY, ITEMS, MENU, TITLE, cleaned
from vnnews_clean import Cleaner
from vnnews_clean.structure.cohesion import size_of
from vnnews_clean.structure.ends.bounds import linked
from vnnews_clean.structure.reading import read


@pytest.mark.parametrize(
    ("sentences", "size", "counted"),
    [
        (2, 319, 319),
        (2, 321, 320),
        (3, 1200, 320),
        (3, 1201, 321),
        (3, 1350, 470),
        (3, 1351, 320),
    ],
)
def test_of_an_article_glued_into_a_line_most_counts(
    sentences: int, size: int, counted: int
) -> None:
    """Of a paragraph the beginning counts; headlines that a tool glued are no sentences."""
    text = "Bến vắng. " * (sentences - 1)
    assert size_of(text + grown(size - len(text))) == counted


def test_cards_of_a_page_go_with_times_and_counters() -> None:
    cards = [line for item in ITEMS for line in (item, "19:00 31/08", "38", "7")]
    page = [*MENU, TITLE, *BODY, "Chia sẻ", "Bình luận", *cards, "© Báo Sông Quê"]
    assert cleaned(page) == [TITLE, *BODY]


def test_one_of_two_headlines_stays_where_the_other_stands_above_a_menu() -> None:
    page = [TITLE, *MENU, TITLE, *BODY, "Chia sẻ", "Bình luận", "TIN LIÊN QUAN", *ITEMS]
    assert cleaned(page) == [TITLE, *BODY]
    page[0] = "Bến nhỏ"
    assert cleaned(page) == [TITLE, *BODY]


@pytest.mark.parametrize(
    ("last", "bar", "first"), [(4, "", 3), (4, "bar", 2), (2, "bar", 1), (2, "", 1)]
)
def test_where_a_text_knows_links_what_is_below_the_article_begins_with_one(
    last: int, bar: str, first: int
) -> None:
    text = "# Bến\n\nChợ vắng từ sớm.\n\nĐò đông hơn.\n\n[Bến cũ](/a.htm)\n\nHết giờ"
    document = Cleaner().read(text)
    reading = read(document, ["", "", bar, "", ""])
    assert linked(document, reading, 1, last) == first


@pytest.mark.parametrize(
    ("above", "below", "first"),
    [
        ("Ghé thêm vài trang", "[Bến cũ Cồn Én thay phao sau vụ lật đò hồi đầu tháng](/a.htm)", 2),
        ("Ghé thêm vài trang", "[Bến cũ](/a.htm)", 3),
        (
            "Bà con ghé thêm vài chuyến nữa.",
            "[Bến cũ Cồn Én thay phao sau vụ lật đò hồi đầu tháng](/a.htm)",
            3,
        ),
    ],
)
def test_a_name_right_above_a_linked_headline_heads_it(above: str, below: str, first: int) -> None:
    text = f"# Bến\n\nĐò đông hơn.\n\n{above}\n\n{below}\n\nHết giờ"
    document = Cleaner().read(text)
    reading = read(document, [""] * 5)
    assert linked(document, reading, 1, 4) == first

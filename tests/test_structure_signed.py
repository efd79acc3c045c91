"""What the author's name, and a headline that is said again, tell of the lines beside them."""

from __future__ import annotations

import pytest

from test_structure_reading import body_of, title_of
from test_structure_staying import BEHIND
from vnnews_clean.structure.decide import _says_much
from vnnews_clean.structure.ends.returning import returning
from vnnews_clean.structure.reading import Reading

RETOLD = (("làng", "muối"), ("vào", "vụ"), ("sau", "ba"), ("trái", "mùa"))


@pytest.mark.parametrize(
    ("share", "below", "above", "stays"),
    [
        pytest.param(0.12, "byline", (("cá", "tra"),), True, id="signed"),
        pytest.param(0.11, "byline", (("cá", "tra"),), False, id="about something else"),
        pytest.param(0.12, "menu", (("cá", "tra"),), False, id="no name below"),
        pytest.param(
            0.12, "byline", (("cá", "hương"), *RETOLD[1:]), False, id="retells a headline"
        ),
        pytest.param(0.12, "byline", (("cá", "hương"), *RETOLD), True, id="hardly retells it"),
    ],
)
def test_a_signed_paragraph_behind_a_box_is_the_articles(
    share: float, below: str, above: tuple[tuple[str, str], ...], stays: bool
) -> None:
    """A summary says a quarter of its headline's pairs again."""
    texts = ["Đoạn cuối của bài.", "Làng muối vào vụ", BEHIND[0], "Tư Én"]
    sorts = ["paragraph", "headline", "paragraph", below]
    pairs = [
        frozenset(),
        frozenset(above),
        frozenset({("cá", "hương"), ("một", "kí")}),
        frozenset(),
    ]
    said = ["", "box", "", ""]
    shares = [0.5, 0.0, share, 0.0]
    reading = Reading(texts, sorts, said, pairs, shares, [False] * 4, (0, 0), -1)
    assert (2 in returning(reading, 1, 3)) is stays


@pytest.mark.parametrize(
    ("pairs", "between", "title"),
    [
        (3, "Những ai đã tới đây xin nhớ mang theo áo mưa", 0),
        (2, "Những ai đã tới đây xin nhớ mang theo áo mưa", 0),
        (2, "Chuyện cũ quê nhà ngày mưa gió\nNhững ai đã tới đây xin nhớ mang theo áo mưa", 3),
        (2, "Nghe bài", 0),
        (1, "Nghe bài", 0),
        (0, "Nghe bài", 2),
    ],
)
def test_a_lede_that_says_half_of_the_headline_again_is_not_it(
    pairs: int, between: str, title: int
) -> None:
    """Of six pairs of words, three; or one with tools and at most one other line between."""
    headline = "Bãi bồi Cồn Én thành vườn chung"
    again = " ".join(headline.split()[: pairs + 1]) if pairs else "Đó"
    lede = f"{again} là chuyện mới ở xã, theo lời người dân kể trong buổi họp xóm tối qua"
    assert title_of([headline, *between.split("\n"), f"{lede}..."], body_of(lede)) == title


@pytest.mark.parametrize(
    ("sorts", "said", "much"),
    [
        ("headline menu cut byline", "", False),
        ("headline menu cut", "", True),
        ("headline menu cut byline", "---x", True),
        ("menu byline short stamp number headline headline", "", False),
    ],
)
def test_what_is_mostly_names_is_no_article(sorts: str, said: str, much: bool) -> None:
    """Counted down to the first line of which anything is said."""
    row = sorts.split()
    told = ["bar" if "x" in said[i : i + 1] else "" for i in range(len(row))]
    blank = [0.0] * len(row)
    reading = Reading(["Một dòng"] * len(row), row, told, [], blank, [], (0, 0), -1)
    assert _says_much(reading, 0, len(row) - 1) is much

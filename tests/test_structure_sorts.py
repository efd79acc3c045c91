"""The sort of a line: every number of it with a case on either side."""

from __future__ import annotations

import pytest

from grown import grown, worded
from vnnews_clean.line import Block, Line
from vnnews_clean.structure.sorts import sorts_of

HOUR = "12/05/2024" + " lúc" * 10


def line(text: str) -> Line:
    return Line(0, Block(0, len(text)), text, text.lower())


@pytest.mark.parametrize(
    ("text", "size", "sort"),
    [
        (f"{HOUR} ngày ngày", 60, "stamp"),
        (f"{HOUR} ngày tháng", 61, "headline"),
        ("8 giờ", 5, "stamp"),
        ("Vừa xong", 8, "stamp"),
        ("8 giờ sáng", 10, "menu"),
        ("Hôm qua trời mưa", 16, "menu"),
        ("1" * 90, 90, "number"),
        ("1" * 91, 91, "short"),
        ("Nghề trồng khoai lang mì", 24, "menu"),
        ("Nghề trồng khoai lang tím", 25, "short"),
        ("Vụ mía về bến.", 14, "remark"),
        ("Ăn no ngủ kỹ đi", 15, "menu"),  # five words
        ("Ăn no ngủ kỹ đi em", 18, "headline"),
        ("Nghề trồng khoai lang tím xa", 28, "headline"),  # six words
        (grown(39, end="..."), 39, "short"),
        (grown(40, end="..."), 40, "cut"),
        (grown(300, end="..."), 300, "cut"),
        (grown(331, end="..."), 331, "long"),  # a paragraph whose list goes on in dots
        (grown(59), 59, "remark"),
        (grown(60), 60, "sentence"),
        (grown(130, end=""), 130, "headline"),
        (grown(131, end=""), 131, "open"),
        (grown(330), 330, "paragraph"),
        (grown(331), 331, "long"),
        (grown(331, end=""), 331, "open"),
    ],
)
def test_a_line_is_of_a_sort_up_to_its_length(text: str, size: int, sort: str) -> None:
    assert (len(text), line(text).sort) == (size, sort)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Nguồn: 12/05/2024", "credit"),  # words that no stamp has
        ("Lài", "menu"),  # one word is no name of a person
        ("Thế nào là một vụ cá no đủ của cả làng?", "asks"),
        ("“Bến này là của cả làng tôi từ ngày xưa”", "remark"),
    ],
)
def test_of_sorts_that_fit_the_first_is_taken(text: str, sort: str) -> None:
    assert line(text).sort == sort


@pytest.mark.parametrize(
    ("words", "lines", "paragraphs"), [(6, 3, 3), (5, 3, 0), (6, 2, 0), (8, 4, 4)]
)
def test_sentences_of_so_many_words_in_a_row_are_paragraphs(
    words: int, lines: int, paragraphs: int
) -> None:
    found = sorts_of([line(worded(words))] * lines)
    assert found == ["paragraph"] * paragraphs + ["remark"] * (lines - paragraphs)


@pytest.mark.parametrize(
    ("counts", "verse"),
    [
        ((6, 8, 6, 8), 4),
        ((6, 8, 6), 0),
        ((6, 8, 6, 8, 7), 4),
        ((7, 6, 8, 6, 8), 4),
        ((5, 7, 5, 7), 0),
        ((7, 7, 7, 7, 7, 7), 6),
        ((7, 7, 7, 7, 7, 7, 5), 6),
        ((7, 7, 7, 7, 7), 0),
        ((5,) * 6, 6),
        ((4,) * 6, 0),
        ((8,) * 6, 6),
        ((9,) * 6, 0),
    ],
)
def test_verse_is_told_by_its_metre_whatever_stands_below(
    counts: tuple[int, ...], verse: int
) -> None:
    found = sorts_of([line(" ".join(["nghiêng"] * count)) for count in counts])
    assert found.count("paragraph") == verse


@pytest.mark.parametrize(("size", "paragraphs"), [(119, 3), (121, 1)])
def test_they_are_none_beside_longer_ones(size: int, paragraphs: int) -> None:
    """Forty characters, three times."""
    found = sorts_of([*[line(grown(40))] * 3, line(grown(size))])
    assert found.count("paragraph") == paragraphs + (paragraphs == 3)

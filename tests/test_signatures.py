"""Signatures: what a name is behind a full stop, and how much stands behind a source."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner, Document
from vnnews_clean.signatures import byline_inside, closing, is_signed, source_inside

OTHER = "Nhiều xưởng gốm men nâu nung khói rơm, khách nước ngoài đặt hết hàng năm tới."


def read(text: str) -> Document:
    return Cleaner().read(text)


def test_nothing_is_signed_where_nothing_stands() -> None:
    assert source_inside(read("")) is None
    assert closing(read("")) is None


@pytest.mark.parametrize(("words", "found"), [(8, True), (7, False)])
def test_eight_words_stand_behind_a_source(words: int, found: bool) -> None:
    text = f"{grown(400)} Lan Anh (Theo Bến Cũ) {' '.join(OTHER.split()[:words])}."
    assert bool(source_inside(read(text))) is found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Bảo Ngọc", True),
        ("T.Nhung", True),
        ("Jack Brown", False),  # no name of our syllables
        ("Sông Hương", False),  # its first word stands in the text, in small letters
        ("Dương Ngân", True),  # a family's name
    ],
)
def test_a_name_between_two_sentences_is_new(name: str, found: bool) -> None:
    text = f"{grown(600, 'Bến sông dương vắng, ')} {name} {OTHER}"
    assert bool(byline_inside(read(text))) is found


@pytest.mark.parametrize(("size", "found"), [(70, True), (71, False)])
def test_what_closes_a_text_is_short(size: int, found: bool) -> None:
    text = f"{grown(200)} {grown(size, 'Bà con', '')}"
    assert closing(read(text)) == (201 if found else None)


@pytest.mark.parametrize(
    ("line", "found"), [("Lan Anh", True), ("Theo Bến Cũ", True), ("Lan", False), ("12/05", False)]
)
def test_a_name_near_the_end_has_two_words(line: str, found: bool) -> None:
    assert is_signed(read(f"{grown(120)}\n{line}\nBến đò mở lại."), 8) is found

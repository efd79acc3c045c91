"""Keys to match by."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews_clean.textkey import (
    LOWER,
    UPPER,
    both_tones,
    first_word,
    fold,
    key,
    slug,
    tone,
    unaccent,
    words,
)

everything = st.text(st.characters(), max_size=60)


@given(everything)
def test_a_key_is_as_long_as_its_text(text: str) -> None:
    assert len(key(text)) == len(text)
    assert len(unaccent(text)) == len(text)
    assert len(tone(text)) == len(text)


def test_a_key_is_lower_case_with_plain_spaces() -> None:
    assert key("XÃ\N{NO-BREAK SPACE}HỘI") == "xã hội"


def test_a_letter_that_grows_in_lower_case_stays_as_it_is() -> None:
    assert key("TIN İZMİR") == "tin İzmİr"


@pytest.mark.parametrize(
    ("old", "new"), [("hòa", "hoà"), ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("tóan", "toán")]
)
def test_tone_marks_are_moved_to_the_second_vowel(old: str, new: str) -> None:
    assert tone(old) == tone(new) == new
    assert fold(old) == fold(new)


def test_both_spellings_of_a_phrase_are_known() -> None:
    assert set(both_tones("từ khóa")) == {"từ khóa", "từ khoá"}
    assert set(both_tones("từ khoá")) == {"từ khóa", "từ khoá"}
    assert both_tones("toán") == ("toán",)
    assert both_tones("xem thêm") == ("xem thêm",)


@pytest.mark.parametrize(
    "other",
    [
        "GIÁ GẠO TĂNG MẠNH",
        "“Giá gạo” tăng mạnh!",
        "Giá  gạo – tăng\N{NO-BREAK SPACE}mạnh",
        "giá gạo: tăng mạnh...",
    ],
)
def test_lines_that_differ_in_case_quotes_or_dashes_fold_alike(other: str) -> None:
    assert fold(other) == fold("Giá gạo tăng mạnh")


def test_lines_of_other_words_do_not_fold_alike() -> None:
    assert fold("Giá gạo tăng mạnh") != fold("Giá gạo tăng mãnh")
    assert slug("Giá gạo tăng mạnh") == slug("Gia gao tang manh")


def test_a_slug_is_what_a_cms_writes() -> None:
    assert slug("Đường lên đỉnh: Ước mơ “xanh”") == "duong len dinh uoc mo xanh"


def test_words_are_letters_and_digits() -> None:
    assert words("Covid-19: F0 tăng 2,5%") == ("covid", "19", "f0", "tăng", "2", "5")


def test_the_letter_classes_hold_every_vietnamese_letter() -> None:
    vowels = "aăâeêioôơuưy"
    marks = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = {unicodedata.normalize("NFC", v + m) for v in vowels for m in marks} | {"đ"}
    assert letters <= set(LOWER)
    assert {letter.upper() for letter in letters} <= set(UPPER)
    assert not set(LOWER) & set(UPPER)


@given(everything)
def test_what_folds_to_begins_as_its_first_word_does(text: str) -> None:
    first = fold(text).partition(" ")[0]
    assert first_word(text).startswith(first)


@pytest.mark.parametrize(
    ("text", "first"), [("“Hòa bình” là", "hoà"), ("» Khoá mở", "khoá"), ("…", "")]
)
def test_a_first_word_is_told_by_itself(text: str, first: str) -> None:
    assert first_word(text) == first

"""The letters of a text may be written in many ways, in every dialect: the same words stay and go."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.textkey import unaccent
from written import ABOVE, ARTICLE, PAGE, WRITERS, bare, spoken

CLEANER = Cleaner()
LETTERS: Final[dict[str, Callable[[str], str]]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "zero width": lambda text: re.sub(r"(\w{3})(\w)", "\\1\N{ZERO WIDTH SPACE}\\2", text),
    "soft hyphens": lambda text: re.sub(r"(\w{3})(\w)", "\\1\N{SOFT HYPHEN}\\2", text),
    "eth": lambda text: text.replace("Đ", "Ð").replace("đ", "ð"),
    "African D": lambda text: text.replace("Đ", "Ɖ"),
    "without diacritics": unaccent,
    "no-break spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "\N{NO-BREAK SPACE}", text),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "line separators": lambda text: text.replace("\n", "\N{LINE SEPARATOR}"),
    "byte order mark": lambda text: f"\N{BYTE ORDER MARK}{text}",
}
_INVISIBLE: Final = re.compile("[\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{BYTE ORDER MARK}]")
every = pytest.mark.parametrize("letters", LETTERS)
dialects = pytest.mark.parametrize("dialect", WRITERS)


def bald(text: str) -> list[str]:
    """The words of `text`, however its letters are written."""
    words = spoken(bare(_INVISIBLE.sub("", unicodedata.normalize("NFC", text))))
    return [unaccent(word.translate({0xD0: "D", 0xF0: "d", 0x189: "D"})).lower() for word in words]


@every
@dialects
def test_an_article_keeps_its_words(dialect: str, letters: str) -> None:
    text = LETTERS[letters](WRITERS[dialect](ARTICLE))
    result = CLEANER.clean(text)
    assert result.removals == ()
    assert bald(result.text) == bald(text)


@every
@dialects
def test_of_a_page_the_same_words_stay(dialect: str, letters: str) -> None:
    page = LETTERS[letters](WRITERS[dialect](PAGE))
    kept = bald(CLEANER.clean(page).text)
    last = bald(ABOVE[-1])  # where the menu ends, is a guess
    assert (kept[len(last) :] if kept[: len(last)] == last else kept) == bald(" ".join(ARTICLE))

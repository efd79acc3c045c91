"""Keys to match by: the same words, whatever their case, tone placement, quotes or diacritics.

Two sorts. `key` keeps the length of the text, so an offset found in it cuts the text itself.
`fold`, `slug` and `words` are for comparing whole lines and keep no offsets.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from .patterns import pattern

_OLD_TONES: Final = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_NEW_TONES: Final = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
TONES: Final = dict(zip(_OLD_TONES, _NEW_TONES, strict=True))
"""Two letters with the tone on the first → with the tone on the second, as they are written today."""
_TONE: Final = pattern("|".join(_OLD_TONES))
_NEW_TONE: Final = pattern(rf"(?:{'|'.join(_NEW_TONES)})(?!\w)")
"""Only at the end of a word do the spellings differ: it is ``toán`` in both."""
_WORD: Final = pattern(r"\w+")
_WORD_CHARACTER: Final = pattern(r"\w")

_LETTERS: Final = [
    chr(c) for c in range(0x1F00) if unicodedata.category(chr(c)) in ("Ll", "Lu") and c < 0x250
] + [chr(c) for c in range(0x1EA0, 0x1EFA)]
LOWER: Final = "".join(c for c in _LETTERS if c.islower())
"""Every lower-case letter of Vietnamese and its Latin neighbours, for use in a ``[…]`` class."""
UPPER: Final = "".join(c for c in _LETTERS if c.isupper())
"""The upper-case letters likewise."""


class _Unaccent(dict[int, str]):
    """A ``str.translate`` table that learns: code point → base letter of the same length."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = "d" if char == "đ" else "D" if char == "Đ" else unicodedata.normalize("NFD", char)[0]
        self[code] = base
        return base


_UNACCENT: Final = _Unaccent()


def key(text: str) -> str:
    r"""`text` in lower case with plain spaces, code point by code point: ``len`` is the same.

    >>> key("TIN\xa0LIÊN QUAN")
    'tin liên quan'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # 'İ' lowers to two code points
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return lowered.replace("\N{NO-BREAK SPACE}", " ")


def tone(text: str) -> str:
    """Lower-case `text` with the tone mark on the second vowel: ``hòa`` → ``hoà``. Same length."""
    return _TONE.sub(lambda m: TONES[m[0]], text)


def both_tones(phrase: str) -> tuple[str, ...]:
    """A lower-case phrase in each of its two spellings: ``khóa`` and ``khoá``."""
    new = tone(phrase)
    old = _NEW_TONE.sub(lambda m: _OLD_TONES[_NEW_TONES.index(m[0])], new)
    return tuple(dict.fromkeys((phrase, new, old)))


def unaccent(text: str) -> str:
    """`text` without diacritics, code point by code point: ``Đẹp`` → ``Dep``. Same length."""
    return text.translate(_UNACCENT)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of `text`, lower case, tone placement made equal, punctuation gone."""
    return tuple(_WORD.findall(tone(text.lower())))


def word_pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each of the `words` of a text with the next one: in Vietnamese, about what a word is elsewhere."""
    return pairwise(words(text))


def fold(text: str) -> str:
    """`words` in one string: equal for lines that differ in case, quotes, dashes or spacing only.

    >>> fold("Khóa ‘mở’ – HÒA") == fold("khoá mở hoà!")
    True
    """
    return " ".join(words(text))


def initial(text: str) -> str:
    """The first letter or digit of what `text` folds to, without diacritics; far cheaper to get."""
    if first := _initial_of(text[:1]):
        return first
    found = _WORD_CHARACTER.search(text)
    return _initial_of(found[0]) if found else ""


@lru_cache(maxsize=4096)
def _initial_of(character: str) -> str:
    """What `character` folds to without diacritics, if it is a letter or a digit; else nothing."""
    return unaccent(character).lower()[:1] if _WORD_CHARACTER.match(character) else ""


def first_word(text: str) -> str:
    """The first of the `words` of `text`, or nothing; far cheaper to get than all."""
    found = _WORD.search(text)
    return tone(found[0].lower()) if found else ""


def slug(text: str) -> str:
    """`fold` without diacritics: what a CMS writes into the alt text of an image.

    >>> slug("Triều Tiên tìm kiếm cái “gật đầu” của Nga")
    'trieu tien tim kiem cai gat dau cua nga'
    """
    return unaccent(fold(text))

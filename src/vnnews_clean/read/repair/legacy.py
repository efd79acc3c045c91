"""Text in the encodings of Vietnam's eight-bit years: TCVN3 (ABC), VNI, VISCII, windows-1258.

It reaches us as bytes that are no UTF-8, or read as Latin-1: ``ViÖt Nam``, ``Vieät Nam``. Each
encoding is a table from such letters to the real ones. No letter tells the encodings apart, words
do: an encoding is believed when it turns at least three quarters of the words that it touches into
Vietnamese syllables which they were not, and spoils next to none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from ...model import Edit
from ...patterns import pattern
from .strays import trimmed
from .syllables import PROPER, is_syllable

_SIGNS: Final = {"tcvn3": "®§", "viscii": "ðÐ", "vni": "ñÑ", "windows-1258": "ðÐ"}
"""What đ and Đ, of which no text has none, look like as Latin letters; words begin with them."""
LATIN_D: Final = pattern(f"[{''.join(_SIGNS.values())}]")
ESCAPED: Final = pattern("[\udc80-\udcff]")
GENUINE: Final = pattern("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
"""A letter that Vietnamese has, and no misreading makes."""
_LINE: Final = pattern(r"[^\n\r]+")
_MOST_PROPER: Final = 2
"""Letters that only Vietnamese has in a line that is looked at all the same: a name, a word typed later."""
_WORD: Final = pattern(r"[^\x00-\x01\x03\x04\x07-\x13\x15-\x18\x1a-\x1d\x1f-@\[-`{-\x7f]+")
"""Letters, anything that is not ASCII, and the controls that VISCII spends on letters."""
_LETTERS: Final = pattern(r"[^\W\d_]+")
_LONGEST: Final = 64
"""Characters of a word, with the quotes around it; what is longer is none."""
_MIN_WORDS: Final = 3
"""Different words that must become Vietnamese."""
_GAINED: Final = 0.75
_SPOILT: Final = 0.05
"""Shares of the words that an encoding touches."""

_TCVN3: Final = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_VISCII: Final = {
    0x02: "Ẳ",
    0x05: "ẴẪ",
    0x14: "Ỷ",
    0x19: "Ỹ",
    0x1E: "Ỵ",
    0x80: "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ",
    0xC0: "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
}
"""Runs of letters by the code of the first (TCVN 5712:1993; RFC 1456)."""
_VNI_MARKS: Final = {
    "aeouyôö": {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"},
    "aeo": {
        "â": "\u0302",
        "á": "\u0302\u0301",
        "à": "\u0302\u0300",
        "å": "\u0302\u0309",
        "ã": "\u0302\u0303",
        "ä": "\u0302\u0323",
    },
    "a": {
        "ê": "\u0306",
        "é": "\u0306\u0301",
        "è": "\u0306\u0300",
        "ú": "\u0306\u0309",
        "ü": "\u0306\u0303",
        "ë": "\u0306\u0323",
    },
}
"""VNI writes a mark as a letter of its own behind the vowel: vowels, mark, what it means."""
_VNI_LETTERS: Final = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


_Reading = Callable[[str], str]


class Evidence(NamedTuple):
    """What an encoding makes of a text: words that it touches, and what becomes of them."""

    touched: int
    gained: frozenset[str]
    gains: int
    spoilt: int

    @property
    def convincing(self) -> bool:
        return (
            len(self.gained) >= _MIN_WORDS
            and self.gains >= _GAINED * self.touched
            and self.spoilt <= _SPOILT * self.touched
        )


class _Word(NamedTuple):
    start: int
    original: str
    converted: str


def legacy(text: str) -> Iterator[Edit]:
    """Read the lines of `text` that are in a legacy encoding and were read as Latin letters."""
    if suspects := _suspects(text):
        yield from _edits(*_best(text, suspects, _letters_as_latin))


def unread(text: str) -> Iterator[Edit]:
    """The same for bytes that UTF-8 could not read, which are here as surrogate escapes."""
    if ESCAPED.search(text) and "\0" not in text:  # NUL: no text at all
        yield from _edits(*_best(text, _SIGNS, _bytes_as_latin))


def guess(text: str) -> str:
    """Name of the legacy encoding of which Latin-1 or windows-1252 made `text`, or nothing."""
    return _best(text, _suspects(text), _letters_as_latin)[0]


def _suspects(text: str) -> list[str]:
    """Encodings whose đ begins a word of `text`."""
    return [
        name
        for name, signs in _SIGNS.items()
        if any(sign in text for sign in signs) and re.search(rf"(?<!\w)[{signs}][^\s!-@\[-`]", text)
    ]


def _edits(name: str, lines: list[list[_Word]]) -> Iterator[Edit]:
    for word in (word for line in lines for word in line):
        yield trimmed(word.start, word.original, word.converted, name)


def _best(text: str, names: Iterable[str], as_latin: _Reading) -> tuple[str, list[list[_Word]]]:
    """The most convincing of the encodings and the words that it changes, by line."""
    best: tuple[int, str, list[list[_Word]]] = (0, "", [])
    for name in names:
        lines = list(_changed(text, as_latin, _converters()[name]))
        evidence = _weigh([word for line in lines for word in line])
        if evidence.convincing and evidence.gains > best[0]:
            best = (evidence.gains, name, lines)
    return best[1:]


def _changed(text: str, as_latin: _Reading, convert: _Reading) -> Iterator[list[_Word]]:
    """For each line that `convert` makes better, the words that it changes.

    Lines that it makes neither better nor worse count where no letter of the text is genuine: what
    stands among real letters may be real.
    """
    least = 1 if GENUINE.search(text) else 0
    for line in _LINE.finditer(text):
        if sum(1 for _ in islice(PROPER.finditer(line[0]), _MOST_PROPER + 1)) > _MOST_PROPER:
            continue
        words = [
            _Word(line.start() + word.start(), word[0], converted)
            for word in _WORD.finditer(line[0])
            if len(word[0]) <= _LONGEST
            if not word[0].isascii() or not word[0].isprintable()
            if (converted := convert(as_latin(word[0]))) != word[0]
        ]
        evidence = _weigh(words)
        if words and evidence.gains >= evidence.spoilt + least:
            yield words


def _weigh(words: list[_Word]) -> Evidence:
    gained: list[str] = []
    spoilt = 0
    for word in words:
        before, after = _is_vietnamese(word.original), _is_vietnamese(word.converted)
        spoilt += before > after
        if after > before:
            gained.append(word.converted.lower())
    return Evidence(len(words), frozenset(gained), len(gained), spoilt)


def _is_vietnamese(word: str) -> bool:
    """Whether there are letters, and all of them make syllables, whatever quotes stand around."""
    parts = _LETTERS.findall(word)
    return bool(parts) and all(map(is_syllable, parts)) and not ESCAPED.search(word)


def _bytes_as_latin(word: str) -> str:
    """The bytes of `word`, of which UTF-8 could read some and not others, read as Latin-1."""
    try:
        return word.encode("utf-8", "surrogateescape").decode("latin-1")
    except UnicodeEncodeError:  # half of a character, which no bytes can give
        return word


def _letters_as_latin(word: str) -> str:
    """`word`, which windows-1252 or Latin-1 read, as Latin-1 reads it."""
    return word.translate(_cp1252_codes())


@cache
def _converters() -> Mapping[str, _Reading]:
    return {
        "tcvn3": _by_table(_cp1252_letters() | _codes(_TCVN3)),
        "viscii": _by_table(_codes(_VISCII)),
        "vni": _from_vni(),
        "windows-1258": _from_cp1258,
    }


def _by_table(table: Mapping[int, str]) -> _Reading:
    return lambda word: word.translate(table)


def _codes(runs: Mapping[int, str]) -> dict[int, str]:
    return {
        first + i: letter for first, letters in runs.items() for i, letter in enumerate(letters)
    }


def _from_vni() -> _Reading:
    table: dict[str, str] = {}
    for vowels, marks in _VNI_MARKS.items():
        for vowel in vowels:
            base = _VNI_LETTERS.get(vowel, vowel)
            for mark, meaning in marks.items():
                letter = unicodedata.normalize("NFC", base + meaning)
                table |= {
                    vowel + mark: letter,
                    vowel.upper() + mark: letter.upper(),
                    vowel.upper() + mark.upper(): letter.upper(),
                }
    table |= _VNI_LETTERS | {k.upper(): v.upper() for k, v in _VNI_LETTERS.items()}
    pattern = re.compile("|".join(sorted(table, key=len, reverse=True)))
    punctuation = _cp1252_letters()
    return lambda word: pattern.sub(lambda m: table[m[0]], word).translate(punctuation)


def _from_cp1258(word: str) -> str:
    read = "".join(
        char.encode("latin-1").decode("cp1258", "replace") if char < "\u0100" else char
        for char in word
    )
    return unicodedata.normalize("NFC", read)


@cache
def _cp1252_letters() -> dict[int, str]:
    """Codes 0x80 to 0x9F as windows-1252 has them: quotes, dashes, dots."""
    read = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
    return {code: letter for code, letter in read.items() if letter}


@cache
def _cp1252_codes() -> dict[int, int]:
    return {ord(letter): code for code, letter in _cp1252_letters().items()}

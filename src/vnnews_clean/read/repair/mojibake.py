r"""UTF-8 that was read as something else: ``Viá»‡t Nam``. ftfy mends it; this module keeps it honest.

ftfy is made for all languages and believes itself sooner than we may: ``XÃ\xa0HỘI`` becomes
``XàHỘI``. So it is asked only about texts in which three different Vietnamese letters look broken,
only to fix the encoding, and its answer counts for a line, or else for a word of it, only if that
has more Vietnamese words than before and has lost none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from ...model import Edit
from ...patterns import pattern
from .legacy import GENUINE
from .strays import trimmed
from .syllables import is_syllable

Cut = Callable[[str], Iterator[tuple[int, str]]]
HALF: Final = pattern("[Ã»º]")
"""One of these stands in all broken text: the beginnings of letters, or their ends."""
_TRAIL: Final = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ]"
"""A continuation byte as Latin-1 or windows-1252 reads it; a folded NBSP is a space."""
_BROKEN: Final = pattern(f"Ã{_TRAIL}|Ä[‚ƒ\x82\x83\x90‘\x91¨©]|Å[¨©]|Æ[\xa0¡¯°]|á[º»]{_TRAIL}")
"""The UTF-8 of a letter that Vietnamese has, misread."""
_MIN_BROKEN: Final = 3
_LINE: Final = pattern("[^\n\r\x0b\x0c\x1c-\x1e\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]+")
"""As the reader splits, but for NEL, which may be half of a letter."""
_SPACED: Final = pattern(r"[^ \t]+")
_WORD: Final = pattern(r"[^\s!-@\[-`{-~]+")
"""Between spaces and ASCII punctuation, so what is broken stays in one piece with its word."""


def mojibake(text: str) -> Iterator[Edit]:
    """Read misread UTF-8 once more, line by line."""
    if len(set(_BROKEN.findall(text))) < _MIN_BROKEN:
        return
    for line in _LINE.finditer(text):
        yield from _mended(line.start(), line[0], _parts, _words)


def _mended(start: int, piece: str, *smaller: Cut) -> Iterator[Edit]:
    """The edits of a piece as a whole, or of smaller ones: so what stands beside them decides
    nothing, and a line that is cut is mended no further.
    """
    if not _BROKEN.search(piece):
        return
    fixed = _fixed(piece)
    if fixed != piece:
        yield trimmed(start, piece, fixed, "mojibake")
    elif smaller:
        for at, part in smaller[0](piece):
            yield from _mended(start + at, part, *smaller[1:])


def _parts(line: str) -> Iterator[tuple[int, str]]:
    """The runs of words without a genuine letter, with their offsets."""
    start = 0
    for at, word in [*_words(line), (len(line), "")]:
        if not word or GENUINE.search(word):
            yield start, line[start:at]
            start = at + len(word)


def _words(line: str) -> Iterator[tuple[int, str]]:
    return ((word.start(), word[0]) for word in _SPACED.finditer(line))


def _fixed(line: str) -> str:
    """`line` mended, or as it is. NBSP is taken for half of a letter first, then for a space."""
    fix = _fixer()
    before = _syllables(_without_broken(line))
    for candidate in map(fix, (line, line.replace("\N{NO-BREAK SPACE}", " "))):
        if before < _syllables(candidate):
            return candidate
    return line


def _without_broken(line: str) -> str:
    r"""`line` with its broken letters masked, so that ``HÃ`` of ``HÃ\xa0n`` counts as no word.

    ``XÃ HỘI``, with a space of either sort, is a word wherever real Vietnamese letters stand by.
    """
    spared = ("Ã ", "Ã\N{NO-BREAK SPACE}") if GENUINE.search(line) else ()
    return _BROKEN.sub(lambda m: m[0] if m[0] in spared else "�", line)


def _syllables(line: str) -> Counter[str]:
    """The words of `line` that are not ASCII and are Vietnamese."""
    words = _WORD.findall(line.replace("\N{NO-BREAK SPACE}", " "))
    return Counter(w for w in words if len(w) > 1 and not w.isascii() and is_syllable(w))


@cache
def _fixer() -> Callable[[str], str]:
    import ftfy  # noqa: PLC0415 - heavy, and needed by broken text only

    config = ftfy.TextFixerConfig(explain=False)
    return lambda line: ftfy.fix_encoding(line, config)

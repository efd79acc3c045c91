"""Repair: what arrived as characters becomes what was meant, as edits that can be undone.

Every repair reads the text and yields edits. The first one that finds something is carried out and
the list begins anew, since one repair uncovers work for another: so a repaired text needs none. A repair
sleeps until one of its signs stands among the unusual characters of a text: clean text pays for one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from ...edits import Late, apply, compose
from ...glance import unusual
from ...model import Edit
from ...patterns import pattern
from ...seen import Look, Seen
from ...signs import Spelled
from .decode import by_mark
from .disguise import FOREIGN, disguised
from .eths import ETH, eths
from .everyday import composed, everyday
from .exploded import BETWEEN, exploded
from .halves import by_halves
from .legacy import ESCAPED, LATIN_D, legacy, unread
from .lineends import ODD_END, line_ends
from .mojibake import HALF, mojibake
from .punctuation import TRAIL, punctuation
from .strays import JOINER, STRAY, UNCOMMON, decomposed, joiners, strays
from .written import REASONS, SIGN, SPELLED, written

__all__ = ["ASKED", "REASONS", "Mode", "Repaired", "is_sound", "repair"]

Mode = Literal["auto", "off"]

Repair = Callable[[str], Iterable[Edit]]


class Mending(NamedTuple):
    """A repair, and what wakes it."""

    repair: Repair
    sign: re.Pattern[str] = pattern("(?!)")
    """Searched among the unusual characters of a text."""
    spelled: str = ""
    """A sign that plain characters spell; empty: none."""

    def wakes(self, text: str, odd: str) -> bool:
        """Whether one of the signs stands in a text with these unusual characters."""
        if odd and self.sign.search(odd):
            return True
        return bool(self.spelled) and self.spelled in text


_ENCODINGS: Final = (
    Mending(mojibake, HALF),
    Mending(punctuation, TRAIL),
    Mending(legacy, LATIN_D),
    Mending(eths, ETH),
)
MENDINGS: Final = (
    *_ENCODINGS,  # first: an NBSP or a control character may be half of a letter
    # Characters
    Mending(unread, ESCAPED),
    Mending(line_ends, ODD_END),
    Mending(strays, STRAY),
    Mending(joiners, JOINER),
    Mending(decomposed, UNCOMMON),
    # Layouts
    Mending(written, SIGN, SPELLED),
    Mending(exploded, spelled=BETWEEN),
)
_SIGNS: Final = pattern("|".join(mending.sign.pattern for mending in MENDINGS))
_ENCODED: Final = pattern("|".join(mending.sign.pattern for mending in _ENCODINGS))
_SPELLED: Final = Spelled(SPELLED)
ASKED: Final = (_SPELLED,)
"""The words that a look should tell of."""
MAX_REPAIRS: Final = 64
"""Bound on repairs of one text, far above what any text needs: nested mojibake halves each time."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text and how it came from its source."""

    source: str
    """What came in, decoded; bytes that are no UTF-8 are lone surrogates (``surrogateescape``)."""
    text: str
    edits: Sequence[Edit] = ()
    """``edits.apply(source, edits) == text`` and ``edits.undo(text, edits) == source``."""
    diagnostics: tuple[str, ...] = ()
    seen: Seen | None = None
    """What a look at `text` saw; ``None`` where nobody has looked."""
    is_escaped: bool = False
    """Whether line breaks or entities were written out in the source."""


def repair(source: str | bytes, mode: Mode = "auto", look: Look | None = None) -> Repaired:
    """Repair a text dump; with ``off``, only decode it. Never raises on any str or bytes.

    With `look`, that is how texts are looked at.
    """
    if not isinstance(source, str):
        source = _decoded(source)
    if mode == "off":
        return Repaired(source, source)
    if not look:
        return _repaired(source, None)
    plain = everyday(source)
    told = look(plain)
    if not _ENCODED.search(told.odd):
        if (letters := composed(plain, told.odd)) is not plain:
            plain, told = letters, look(letters)
        if not _ENCODED.search(told.odd) and not _first(plain, told.odd, told):
            edits = () if plain is source else Late(source, _one_by_one)
            return Repaired(source, plain, edits, _remarks(plain, told.odd), told)
    return _repaired(source, look, told if plain is source else None)


def _one_by_one(source: str) -> Sequence[Edit]:
    """The edits that a repair after the other makes of `source`."""
    return _repaired(source, None).edits


def is_sound(text: str, odd: str) -> bool:
    """Whether `text`, with these unusual characters, needs no repair."""
    return not _first(text, odd, None)


def _repaired(source: str, look: Look | None, seen: Seen | None = None) -> Repaired:
    """`source`, which was seen so if it was looked at, after one repair and the next."""
    text, odd = source, ""
    edits: tuple[Edit, ...] = ()
    for _ in range(MAX_REPAIRS):
        if look and not seen:
            seen = look(text)
        odd = seen.odd if seen else unusual(text)
        found = _first(text, odd, seen)
        if not found:
            break
        mended = apply(text, found)
        edits = compose(source, edits, found, mended)
        text, seen = mended, None
    escaped = any(not REASONS.isdisjoint(e.reason.split(", ")) for e in edits)
    return Repaired(source, text, edits, _remarks(text, odd), seen, escaped)


def _remarks(text: str, odd: str) -> tuple[str, ...]:
    """What is to be said of a text with these unusual characters."""
    remark = disguised(text) if FOREIGN.search(odd) else ""
    return (remark,) if remark else ()


def _decoded(data: bytes) -> str:
    marked = by_mark(data) or by_halves(data)
    return marked.text if marked else data.decode("utf-8", "surrogateescape")


def _first(text: str, odd: str, seen: Seen | None) -> tuple[Edit, ...]:
    """The edits of the first repair that is awake and has any."""
    if seen and not (odd and _SIGNS.search(odd)) and not _is_spelled(seen):  # for speed
        return ()
    for mending in MENDINGS:
        if mending.wakes(text, odd):
            found = tuple(mending.repair(text))
            if found:
                return found
    return ()


def _is_spelled(seen: Seen) -> bool:
    """Whether plain characters may spell a sign: exploded text has lines of one word."""
    return "lone_word" in seen.outline.traits or _SPELLED in seen.spelled

"""Repair: what arrived as characters becomes what was meant, as edits that can be undone.

Every repair reads the text and yields edits. The first one that finds something is carried out and
the list begins anew, since one repair uncovers work for another: so a repaired text needs none. A repair
sleeps until one of its signs stands among the unusual characters of a text: clean text pays for one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from ...edits import apply, compose
from ...glance import unusual
from ...model import Edit
from ...patterns import pattern
from ...seen import Look, Seen
from .decode import by_mark
from .disguise import FOREIGN, disguised
from .eths import ETH, eths
from .exploded import BETWEEN, exploded
from .halves import by_halves
from .legacy import ESCAPED, LATIN_D, legacy, unread
from .lineends import ODD_END, line_ends
from .mojibake import HALF, mojibake
from .punctuation import TRAIL, punctuation
from .strays import JOINER, STRAY, UNCOMMON, decomposed, joiners, strays
from .written import REASONS, SIGN, SPELLED, written

__all__ = ["REASONS", "Mode", "Repaired", "repair"]

Mode = Literal["auto", "off"]

Repair = Callable[[str], Iterable[Edit]]


class Mending(NamedTuple):
    """A repair, and what wakes it."""

    repair: Repair
    sign: re.Pattern[str]
    """Searched among the unusual characters of a text."""
    spelled: str = ""
    """A sign that plain characters spell; empty: none."""


MENDINGS: Final = (
    # Encodings go first: an NBSP or a control character may be half of a letter
    Mending(mojibake, HALF),
    Mending(punctuation, TRAIL),
    Mending(legacy, LATIN_D),
    Mending(eths, ETH),
    # Characters
    Mending(unread, ESCAPED),
    Mending(line_ends, ODD_END),
    Mending(strays, STRAY),
    Mending(joiners, JOINER),
    Mending(decomposed, UNCOMMON),
    # Layouts
    Mending(written, SIGN, SPELLED),
    Mending(exploded, pattern("(?!)"), BETWEEN),
)
_SIGNS: Final = pattern("|".join(mending.sign.pattern for mending in MENDINGS))
_SPELLED: Final = tuple(mending.spelled for mending in MENDINGS if mending.spelled)
MAX_REPAIRS: Final = 64
"""Bound on repairs of one text, far above what any text needs: nested mojibake halves each time."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text and how it came from its source."""

    source: str
    """What came in, decoded; bytes that are no UTF-8 are lone surrogates (``surrogateescape``)."""
    text: str
    edits: tuple[Edit, ...] = ()
    """``edits.apply(source, edits) == text`` and ``edits.undo(text, edits) == source``."""
    diagnostics: tuple[str, ...] = ()
    seen: Seen | None = None
    """What a look at `text` saw; ``None`` where nobody has looked."""

    @property
    def is_escaped(self) -> bool:
        """Whether line breaks or entities were written out in the source."""
        return any(not REASONS.isdisjoint(e.reason.split(", ")) for e in self.edits)


def repair(source: str | bytes, mode: Mode = "auto", look: Look | None = None) -> Repaired:
    """Repair a text dump; with ``off``, only decode it. Never raises on any str or bytes.

    With `look`, that is how texts are looked at.
    """
    if not isinstance(source, str):
        source = _decoded(source)
    if mode == "off":
        return Repaired(source, source)
    text = source
    edits: tuple[Edit, ...] = ()
    odd, seen = "", None
    for _ in range(MAX_REPAIRS):
        seen = look(text) if look else None
        odd = seen.odd if seen else unusual(text)
        found = _first(text, odd)
        if not found:
            break
        mended = apply(text, found)
        edits = compose(source, edits, found, mended)
        text = mended
    remark = disguised(text) if FOREIGN.search(odd) else ""
    return Repaired(source, text, edits, (remark,) if remark else (), seen)


def _decoded(data: bytes) -> str:
    marked = by_mark(data) or by_halves(data)
    return marked.text if marked else data.decode("utf-8", "surrogateescape")


def _first(text: str, odd: str) -> tuple[Edit, ...]:
    """The edits of the first repair that is awake and has any."""
    if not ((odd and _SIGNS.search(odd)) or any(map(text.__contains__, _SPELLED))):  # for speed
        return ()
    for repair, sign, spelled in MENDINGS:
        if (odd and sign.search(odd)) or (spelled and spelled in text):
            found = tuple(repair(text))
            if found:
                return found
    return ()

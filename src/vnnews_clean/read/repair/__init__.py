"""Repair: what arrived as characters becomes what was meant, as edits that can be undone.

Every repair reads the text and yields edits. The first one that finds something is carried out and
the list begins anew, since one repair uncovers work for another: so a repaired text needs none.
Clean text is recognised by one pass and pays for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from ...edits import apply, compose
from ...model import Edit
from .decode import by_mark
from .disguise import disguised
from .eths import eths
from .exploded import exploded
from .legacy import ESCAPED, legacy, unread
from .mojibake import mojibake
from .strays import JOINER, STRAY, decomposed, joiners, strays, uncommon
from .written import REASONS, written

__all__ = ["REASONS", "Mode", "Repaired", "repair"]

Mode = Literal["auto", "off"]

Repair = Callable[[str], Iterable[Edit]]

ENCODINGS: Final[tuple[Repair, ...]] = (mojibake, legacy, eths)
"""Go first: an NBSP or a control character may be half of a letter."""
CHARACTERS: Final[tuple[tuple[Repair, re.Pattern[str]], ...]] = (
    (unread, ESCAPED),
    (strays, STRAY),
    (joiners, JOINER),
    (decomposed, re.compile("")),
)
"""Each with what it looks for among the characters that are not of the everyday sort."""
LAYOUTS: Final[tuple[Repair, ...]] = (written, exploded)
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


def repair(source: str | bytes, mode: Mode = "auto") -> Repaired:
    """Repair a text dump; with ``off``, only decode it. Never raises on any str or bytes."""
    if not isinstance(source, str):
        source = _decoded(source)
    if mode == "off":
        return Repaired(source, source)
    text = source
    edits: tuple[Edit, ...] = ()
    odd = ""
    for _ in range(MAX_REPAIRS):
        odd = uncommon(text)
        mending = [each for each, sought in CHARACTERS if sought.search(odd)] if odd else []
        found = _first(text, (*ENCODINGS, *mending, *LAYOUTS))
        if not found:
            break
        mended = apply(text, found)
        edits = compose(source, edits, found, mended)
        text = mended
    remark = disguised(text) if odd else ""
    return Repaired(source, text, edits, (remark,) if remark else ())


def _decoded(data: bytes) -> str:
    marked = by_mark(data)
    return marked.text if marked else data.decode("utf-8", "surrogateescape")


def _first(text: str, repairs: Iterable[Repair]) -> tuple[Edit, ...]:
    """The edits of the first repair that has any."""
    return next(filter(None, (tuple(each(text)) for each in repairs)), ())

"""Patterns of an article's own that a known box stands amid: it parts a question from its answer, a heading
from its text, one hour of a report from the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from .own import told_lines
from .said import COPIES


def told_among(texts: Sequence[str], sorts: Sequence[str], said: Sequence[str]) -> frozenset[int]:
    """The lines that take part in the text by their pattern: see `own.told_lines`; both as they stand, and with the
    lines left out of which anything is `said`.
    """
    own = told_lines(texts, sorts)
    rest = [index for index, word in enumerate(said) if word in COPIES]
    if len(rest) < len(said):
        among = told_lines([texts[i] for i in rest], [sorts[i] for i in rest])
        own |= {rest[at] for at in among}
    return own

"""The lexicon as benchmarks change it: which phrases a document wakes, and cleaners without some."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from vnnews_clean import Cleaner
from vnnews_clean.phrases import Lexicon, builtin

Phrase = tuple[str, str]
"""Group of the lexicon, and phrase."""


def every_phrase() -> list[Phrase]:
    """All phrases of the built-in lexicon, in its order."""
    return [(name, phrase) for name, group in builtin().groups.items() for phrase in group.phrases]


def half(seed: int) -> frozenset[Phrase]:
    """Half of the lexicon, drawn with `seed`."""
    known = every_phrase()
    return frozenset(Random(seed).sample(known, len(known) // 2))


def woken(cleaner: Cleaner, text: str | bytes) -> frozenset[Phrase]:
    """The phrases that stand in a text."""
    hits = cleaner.read(text).hits
    return frozenset((name, hit.phrase) for name, found in hits.items() for hit in found)


def whole_lines() -> frozenset[str]:
    """The phrases that count when they are a whole line: headers, sections, buttons."""
    groups = builtin().groups.values()
    return frozenset(p for group in groups if group.where == "line" for p in group.phrases)


def thinned(cleaner: Cleaner, without: Iterable[Phrase]) -> Cleaner:
    """A copy of `cleaner` that does not know some phrases of the built-in lexicon."""
    gone = frozenset(without)
    groups = {
        name: group._replace(phrases=tuple(p for p in group.phrases if (name, p) not in gone))
        for name, group in builtin().groups.items()
    }
    copy = replace(cleaner)
    copy.__dict__["_lexicon"] = Lexicon(groups)
    return copy

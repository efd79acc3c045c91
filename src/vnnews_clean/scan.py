"""One look at a text for all that rules and readers ask of every text.

A cleaner asks for the same things of every text: the words that wake its rules, the phrases of its
lexicon. The scan in C (see `native`) tells everything in one pass; where it does not run, `pure` works
out each answer when it is asked for. Both tell the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from .glance import unusual
from .model import Block, collapsed
from .native import COMPILED, Native
from .outline import STOPS, TRAITS
from .phrases import Lexicon
from .phrases.heads import QUOTES
from .pure import Pure, Wanted
from .seen import Line, Outline, Seen
from .signs import Spelled
from .textkey import LOWER, TONES, UPPER

_COMMON: Final = (
    " nhticgaurđmovàlpưkábysêqạốếề,.ớộệedủựâóấôợăểảì2ởíậơãữờầị-x0ổắồứỹũừặ1ụọẽòằwử'ỡú:j34ễýẫỉỏù"
)
"""The letters of texts, from the most common on; all others are rarer."""
_LIMIT: Final = 0x2100
"""Code points of which the scan knows whether they are unusual; all others are."""


class Told(NamedTuple):
    """What the scan in C saw: see `seen.Seen`."""

    odd: str
    key: str
    lines: list[Line]
    heads: list[int]
    phrases: list[tuple[int, int]]
    spelled: list[Spelled]
    outline: Outline


class Scanner:
    """Looks at texts for the phrases of `lexicon`, and for the words `asked` for."""

    def __init__(
        self, lexicon: Lexicon, asked: Iterable[Spelled], *, compiled: bool = COMPILED
    ) -> None:
        self._lexicon: Final = lexicon
        self._asked: Final = tuple(asked)
        self._is_compiled: Final = compiled

    def __call__(self, text: str) -> Seen:
        told = self._compiled(text) if self._is_compiled else None
        if told is None:
            return Pure(text, self._wanted)
        odd, key, lines, heads, phrases, spelled, firsts, lasts, leads, sizes, traits, short = told
        outline = Outline(firsts, lasts, leads, sizes, _named(traits), short)
        return Told(odd, key, lines, heads, phrases, spelled, outline)

    def as_read(self, view: str, blocks: Sequence[Block]) -> tuple[Seen, Seen | None, Seen | None]:
        """A look at the `view` of a document; the same where its lines are the `blocks`; and a look at
        those as rules read them, runs of space collapsed, a line each. ``None`` where that cannot be.
        """
        seen = self(view)
        stand = [line[:2] for line in seen.lines] == [block[:2] for block in blocks]
        lines = [collapsed(view[block.start : block.end]) for block in blocks]
        breaks = ["\n\n" if block.gap > 1 else "\n" for block in blocks]
        read = self("".join([part for pair in zip(breaks, lines, strict=True) for part in pair]))
        return seen, seen if stand else None, read if len(read.lines) == len(blocks) else None

    @cached_property
    def _wanted(self) -> Wanted:
        return Wanted(self._lexicon, self._asked)

    @cached_property
    def _compiled(self) -> Native:
        return Native(
            unusual("".join(map(chr, range(_LIMIT)))),
            LOWER,
            UPPER,
            STOPS,
            QUOTES,
            [old + new for old, new in TONES.items()],
            self._lexicon.opening,
            self._lexicon.filling,
            self._lexicon.printed,
            [(s.words, _rarest(s.words), s.reach, s.last, s.whole, s) for s in self._asked],
        )


def _rarest(words: str) -> int:
    """Where the letter stands that is rarest in texts: by it and the one in front of it, words are
    looked for.
    """
    behind = range(min(1, len(words) - 1), len(words))
    return max(behind, key=lambda at: _COMMON.find(words[at]) % (len(_COMMON) + 1))


@lru_cache(maxsize=1024)
def _named(traits: int) -> tuple[str, ...]:
    """The names of traits, a bit each."""
    return tuple(name for number, name in enumerate(TRAITS) if traits >> number & 1)

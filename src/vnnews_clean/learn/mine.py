"""What stands again and again in the cleaned texts of one publisher."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ..learned import Place, Span
from .pieces import Piece, pieces
from .sketch import Sample

SHORTEST, LONGEST = 6, 400
"""Characters of what is learnt: below are ranks and initials, above are paragraphs."""
_LONG: Final = 60
"""Characters from which on a sentence that two documents share was copied, not repeated."""
_COMMON: Final = 20
"""Documents from which on a shared sentence says nothing of a copy: it is what we look for."""
_COPIED: Final = 0.3
"""Share of a document's long sentences that stand in one other document: then it is a copy."""
_VARIED: Final = 0.6
"""Share of its documents in which a phrase must have neighbours of its own, on one side."""
_EXAMPLES: Final = 3
_AROUND: Final = 60
"""Characters of context on either side of an example."""


class Example(NamedTuple):
    """A phrase as it stood in a document."""

    before: str
    phrase: str
    after: str


@dataclass(slots=True)
class Repeat:
    """A piece of text that several documents of a publisher have, unlike what stands around it."""

    key: str
    documents: int = 0
    spans: Counter[Span] = field(default_factory=Counter)
    places: Counter[Place] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)
    examples: list[Example] = field(default_factory=list)

    @property
    def phrase(self) -> str:
        """How it is spelled most often."""
        return min(self.spellings, key=lambda said: (-self.spellings[said], said))

    @property
    def varied(self) -> float:
        """Different neighbours a document, on the side that has more of them."""
        return max(len(self.before), len(self.after)) / self.documents


def repeats(samples: Sequence[Sample], least: int) -> tuple[list[Repeat], int]:
    """The pieces that at least `least` documents have, by their keys; and how many documents were
    compared: copies of others are left out.

    A piece that always has the same neighbours is a quotation or a part of a copied article, and
    does not count. Linear in the size of the samples.
    """
    texts = [(sample.text, pieces(sample.text)) for sample in samples]
    originals = list(_originals(texts))
    often = Counter(key for _, found in originals for key in {p.key for p in found})
    wanted = {k for k, n in often.items() if n >= least and SHORTEST <= len(k) <= LONGEST}
    known = {key: Repeat(key) for key in sorted(wanted)}
    for text, found in originals:
        _note(text, found, known)
    varied = [r for r in known.values() if r.varied >= _VARIED]
    return varied, len(originals)


def _originals(
    texts: Sequence[tuple[str, list[Piece]]],
) -> Iterator[tuple[str, list[Piece]]]:
    """The documents that do not share much of what they say with one that came before."""
    often = Counter(key for _, found in texts for key in _sayings(found))
    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, (text, found) in enumerate(texts):
        own = [key for key in _sayings(found) if often[key] < _COMMON]
        shared = Counter(other for key in own for other in where[key])
        if shared and max(shared.values()) >= _COPIED * len(own):
            continue
        for key in own:
            if often[key] > 1:
                where[key].append(number)
        yield text, found


def _sayings(found: Sequence[Piece]) -> list[str]:
    return sorted({piece.key for piece in found if len(piece.key) >= _LONG})


def _note(text: str, found: Sequence[Piece], known: dict[str, Repeat]) -> None:
    """Add what one document says of every phrase that it has, once."""
    before, neighbours = "^", []
    for piece in found:
        neighbours.append(before)
        if piece.key not in known:
            before = piece.key
    after, seen = "$", set[str]()
    for piece, previous in zip(reversed(found), reversed(neighbours), strict=True):
        repeat = known.get(piece.key)
        if repeat is None:
            after = piece.key
        elif piece.key not in seen:
            seen.add(piece.key)
            _add(repeat, text, piece, previous, after)


def _add(repeat: Repeat, text: str, piece: Piece, before: str, after: str) -> None:
    start, end = piece.start, piece.end
    repeat.documents += 1
    repeat.spans[piece.span] += 1
    repeat.places[piece.place] += 1
    repeat.spellings[text[start:end]] += 1
    repeat.before.add(before)
    repeat.after.add(after)
    if len(repeat.examples) < _EXAMPLES:
        around = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        repeat.examples.append(Example(around[0], text[start:end], around[1]))

"""What the chain sees of each line: its sort, its neighbours, its words, its place.

Every value is a column, one for each line, measured once; `templates` name features after them. All
are relative to the document (its core, its gaps, its repeats), so that they hold for a publisher
that nobody has seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import add
from typing import Final

from ...model import LINKED, Document
from ...pairs import Pairs
from ..reading import Reading
from ..said import BARS, LINK, LISTED, PRINTED
from ..sorts import FITTINGS, HEADLINES, PROSE, is_bullet
from . import templates
from .decoding import Row, unpacked
from .measures import FAR, around, bucket, distances, latest, part, rhythm, sums
from .templates import REASONS, Facet
from .wording import reasons

_HEADERS: Final = frozenset(("header", "heading"))
_ALIKE: Final = {LINK: "box", LISTED: "box", PRINTED: "bar"}
"""What says nothing of its neighbours is itself like others."""
_ITEMS: Final = HEADLINES | {"cut", "open"}
_NEAR: Final = (0, 1, 2, 4, 8, 16, 40)
_NEARNESS: Final = [str(bucket(distance, _NEAR)) for distance in range(_NEAR[-1] + 2)]
_SIZES: Final = (8, 16, 24, 40, 70, 110, 160, 240, 400)
_COUNTS: Final = (0, 1, 2, 4, 8, 16)
_AROUND: Final = 4
_AHEAD: Final = 6
_PROSE_SINCE: Final = 2
_COUNTED: Final = 400
"""Characters of a line that count; also those up to which lines are compared without punctuation."""
_STRONG: Final = 0.12
_SHARES: Final = (0.12, 0.25, 0.5)
_FEWEST_PAIRS: Final = 2
_FEW_PAIRS: Final = 6
_NAMED: Final = 12
"""Characters of the shortest copy of a headline."""


Facets = Iterable[Facet]


class Features:
    """The features of a document's lines; what they need is worked out once."""

    def __init__(self, document: Document, reading: Reading) -> None:
        facets = _Columns(document, reading).facets()
        self._lines: Final = list(zip(*facets, strict=True))
        """What every template says of each line."""

    def of(self, index: int) -> list[str]:
        """The names of the features of a line."""
        return [name for facet in self._lines[index] for name in facet.names]

    def emissions(self) -> list[Row]:
        """What the features of each line weigh for each state."""
        return [unpacked(sum([facet.weight for facet in facets])) for facets in self._lines]

    def reasons(self, index: int, state: str) -> str:
        """What speaks most for a line to be in `state` and none of the article's, in words."""
        return reasons([r for facet in self._lines[index] for r in facet.reasons[state]], REASONS)


class _Columns:
    """What is measured of every line, in the order of lines."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._read = reading
        self._document = document
        self._size = size = len(document.blocks)
        self._said = [_ALIKE.get(word, word) for word in reading.said]
        first, last = reading.core
        self._where = ["a"] * first + ["c"] * (last + 1 - first) + ["b"] * (size - 1 - last)
        self._prose = [
            sort in PROSE and not word
            for sort, word in zip(reading.sorts, reading.said, strict=True)
        ]
        strong = zip(self._prose, reading.share, strict=True)
        self._strong = [prose and share >= _STRONG for prose, share in strong]
        self._to_strong = _nears(self._strong)
        self._bars = [word in BARS for word in reading.said]
        self._sizes = [min(len(text), _COUNTED) for text in reading.texts]
        self._mass = sums([n * p for n, p in zip(self._sizes, self._prose, strict=True)])
        self._page = bucket(sum(self._bars), (0, 2, 5, 11, 30))
        self._numbers = _percent(sum(reading.figures), size, (2, 5, 10, 20, 40))
        self._folded = [
            line.folded if len(line.text) < _COUNTED else line.text for line in document.lines
        ]

    def facets(self) -> Iterator[Facets]:
        """What each template says of all lines, by the columns that it names features after."""
        yield from self._shape()
        yield from self._prose_around()
        yield from self._sayings()
        yield from self._place()
        yield map(templates.headline, *self._headline(), self._repeats(), self._where)

    def _shape(self) -> Iterator[Facets]:
        read, sorts, texts = self._read, self._read.sorts, self._read.texts
        above_it, above, below, below_it = _beside(sorts)
        yield map(templates.neighbours, sorts, above, below)
        yield map(templates.two_above, above, above_it)
        yield map(templates.two_below, below, below_it)
        yield map(templates.rhythm, sorts, self._gaps(), rhythm(sorts))
        lengths = [bucket(len(text), _SIZES) for text in texts]
        lower = [text[0].islower() for text in texts]
        yield map(templates.letters, sorts, lengths, lower, map(str.isupper, texts))
        links = [block.links >= LINKED for block in self._document.blocks]
        figures = [self._numbers if own else -1 for own in read.figures]
        yield map(templates.marks, above, map(is_bullet, texts), figures, links, self._where)

    def _gaps(self) -> list[str]:
        """Whether the gaps above and below a line are the article's usual one, wider or tighter."""
        first, last = self._read.core
        gaps = [block.gap for block in self._document.blocks]
        inner = [gap > 1 for gap in gaps[max(first, 0) + 1 : last + 1]]
        usual = 2 if inner and sum(inner) * 2 > len(inner) else 1
        named = ["u" if gap == usual else "w" if gap > usual else "t" for gap in gaps]
        return list(map(add, named, [*named[1:], "$"]))

    def _prose_around(self) -> Iterator[Facets]:
        sorts, to_strong, where = self._read.sorts, self._to_strong, self._where
        yield map(templates.cohesion, sorts, map(_share, self._read.pairs, self._read.share), where)
        yield map(templates.prose_below, sorts, to_strong, _nears(self._prose), where)
        from_strong, from_prose = _nears(self._strong[::-1])[::-1], _nears(self._prose[::-1])[::-1]
        yield map(templates.prose_above, from_strong, from_prose, where)
        strong, first, last = sums(self._strong), *self._read.core
        left = [bucket(strong[-1] - above, (0, 1, 3)) for above in strong[1:]]
        begin, end = self._mass[first], self._mass[last + 1]
        core = [part(min(max(n, begin), end) - begin, end - begin) for n in self._mass[:-1]]
        yield map(templates.mass, sorts, left, core)
        items = around([sort in _ITEMS for sort in sorts], 0, _AHEAD)
        mass = [part(above, self._mass[-1]) for above in self._mass[:-1]]
        yield map(templates.ahead, _counted(items), to_strong, mass, repeat(self._page))

    def _sayings(self) -> Iterator[Facets]:
        sorts = self._read.sorts
        above_it, above, below, _ = _beside(self._said)
        yield map(templates.said, self._said, above, above_it, below)
        yield map(templates.said_of_sorts, sorts, _beside(sorts)[1], self._said, above)

    def _place(self) -> Iterator[Facets]:
        sorts, prose = self._read.sorts, sums(self._prose)
        headers = latest([word in _HEADERS for word in self._read.said])
        since = [prose[i] - prose[max(header, 0)] for i, header in enumerate(headers)]
        few = [min(count, _PROSE_SINCE) for count in since]
        yield map(templates.box, sorts, _sinces(headers), few, _sinces(latest(self._bars)))
        small = around([sort in FITTINGS for sort in sorts], _AROUND, _AROUND)
        bars = around(self._bars, _AROUND, _AROUND)
        yield map(templates.around, _counted(bars), _counted(small), self._where)
        dense = _percent(self._mass[-1], sum(self._sizes), (5, 15, 30, 50, 75, 90))
        sayings = _percent(sum(self._bars), self._size, (1, 3, 6, 12, 25, 50))
        whole = dense, self._page, self._numbers, sayings
        by_place = {place: templates.document(*whole, place) for place in "abc"}
        yield [by_place[place] for place in self._where]

    def _headline(self) -> tuple[list[str], list[str]]:
        """On which side of the headline lines stand, and how like it they are."""
        title = self._read.title
        if title < 0:
            return [""] * self._size, [""] * self._size
        side = ["b"] * title + ["="] + ["a"] * (self._size - 1 - title)
        return side, [self._likeness(index, title) for index in range(self._size)]

    def _likeness(self, index: int, title: int) -> str:
        own, its = self._folded[index], self._folded[title]
        if index == title or len(own) <= _NAMED or not its:
            return ""
        if its in own or own in its:
            return "title_copy"
        pairs, title_pairs = self._read.pairs[index], self._read.pairs[title]
        return f"title_share={min(len(pairs & title_pairs), 3)}" if pairs and title_pairs else ""

    def _repeats(self) -> Iterator[str]:
        """How lines that stand several times stand: beside one another, first, later."""
        folded = self._folded
        copies = Counter(folded)
        seen: set[str] = set()
        for index, own in enumerate(folded):
            if copies[own] == 1:
                yield ""
            elif own in (folded[index - 1 : index] + folded[index + 1 : index + 2]):
                yield "twin"
            else:
                yield "later" if own in seen else "first"
            seen.add(own)


def _beside(values: Sequence[str]) -> tuple[list[str], list[str], list[str], list[str]]:
    """For each line what stands two above, above, below, and two below."""
    padded = ["^", "^", *values, "$", "$"]
    return padded[:-4], padded[1:-3], padded[3:-1], padded[4:]


def _share(pairs: Pairs, share: float) -> str:
    """The share of a line's words that the core has, in steps; ``-`` where it has too few."""
    if len(pairs) < _FEWEST_PAIRS:
        return "-"
    if share <= 0:
        return "0" if len(pairs) < _FEW_PAIRS else "0+"
    return str(1 + sum(share >= border for border in _SHARES))


def _percent(some: int, whole: int, borders: tuple[int, ...]) -> int:
    return bucket(100 * some // (whole or 1), borders)


def _counted(counts: Iterable[int]) -> list[int]:
    return [bucket(count, _COUNTS) for count in counts]


def _near(distance: int) -> str:
    return "n" if distance >= FAR else _NEARNESS[min(distance, len(_NEARNESS) - 1)]


def _nears(marks: Sequence[bool]) -> list[str]:
    """How near each line is to the next one below that is marked."""
    return [_near(distance) for distance in distances(marks)]


def _sinces(places: Sequence[int]) -> list[str]:
    """How near each line is to its own of `places` above, -1 for none."""
    return [_near(index - place if place >= 0 else FAR) for index, place in enumerate(places)]

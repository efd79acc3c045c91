"""What the chain sees of each line: its sort, its neighbours, its words, its place.

A feature is a name; the weights know what it says for each state. All are relative to the document
(its core, its gaps, its repeats), so that they hold for a publisher that nobody has seen. Names are
short, since the weights repeat them: ``s`` sort, ``w`` what is said, ``x`` share of the core's words,
``wh`` above, in or below the core, ``ts`` ``tp`` ``fs`` ``fp`` to and from strong and any prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ..model import LINKED, Document
from .measures import FAR, bucket, distances, latest, part, rhythm, sums
from .reading import LINK, LISTED, PRINTED, Reading
from .sorts import PROSE, is_bullet

_BARS: Final = frozenset(("bar", "section", "comment", "footer", "tags"))
_ALIKE: Final = {LINK: "box", LISTED: "box", PRINTED: "bar"}
"""What says nothing of its neighbours is itself like others."""
_ITEMS: Final = frozenset(("headline", "asks", "cut", "open"))
_SMALL: Final = frozenset(("menu", "short", "number", "stamp", "byline", "credit"))
_NEAR: Final = (0, 1, 2, 4, 8, 16, 40)
_SIZES: Final = (8, 16, 24, 40, 70, 110, 160, 240, 400)
_COUNTS: Final = (0, 1, 2, 4, 8, 16)
_AROUND: Final = 4
_AHEAD: Final = 7
_COUNTED: Final = 400
"""Characters of a line that count; also those up to which lines are compared without punctuation."""
_STRONG: Final = 0.12
_SHARES: Final = (0.12, 0.25, 0.5)
_FEW_PAIRS: Final = 6
_NAMED: Final = 12
"""Characters of the shortest copy of a headline."""


class Features:
    """The features of a document's lines; what they need is worked out once."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._read = reading
        self._blocks = document.blocks
        self._size = size = len(document.blocks)
        texts, sorts, said = reading.texts, reading.sorts, reading.said
        self._sorts = ["^", "^", *sorts, "$", "$"]
        self._words = ["^", "^", *(_ALIKE.get(word, word) for word in said), "$", "$"]
        first, last = reading.core
        self._folded = [
            line.folded if len(line.text) < _COUNTED else line.text for line in document.lines
        ]
        self._copies = Counter(self._folded)
        self._seen: set[str] = set()
        inner = [block.gap > 1 for block in document.blocks[max(first, 0) + 1 : last + 1]]
        self._usual_gap = 2 if inner and sum(inner) * 2 > len(inner) else 1
        prose = [s in PROSE and not w for s, w in zip(sorts, said, strict=True)]
        strong = [p and x >= _STRONG for p, x in zip(prose, reading.share, strict=True)]
        self._to_strong, self._to_prose = _nears(strong), _nears(prose)
        self._from_strong = _nears(strong[::-1])[::-1]
        self._from_prose = _nears(prose[::-1])[::-1]
        self._prose, self._strong = sums(prose), sums(strong)
        bars = [word in _BARS for word in said]
        self._bars, self._last_bar = sums(bars), latest(bars)
        self._items = sums(sort in _ITEMS for sort in sorts)
        self._small = sums(sort in _SMALL for sort in sorts)
        self._last_header = latest(word in ("header", "heading") for word in said)
        self._rhythm = rhythm(sorts)
        sizes = [min(len(text), _COUNTED) for text in texts]
        self._mass = sums(n * p for n, p in zip(sizes, prose, strict=True))
        self._core_mass = sums(
            n * (p and first <= i <= last)
            for i, (n, p) in enumerate(zip(sizes, prose, strict=True))
        )
        self._page = bucket(self._bars[size], (0, 2, 5, 11, 30))
        self._numbers = bucket(100 * sum(reading.figures) // (size or 1), (2, 5, 10, 20, 40))
        self._sayings = bucket(100 * self._bars[size] // (size or 1), (1, 3, 6, 12, 25, 50))
        self._dense = bucket(100 * self._mass[-1] // (sum(sizes) or 1), (5, 15, 30, 50, 75, 90))

    def of(self, index: int) -> list[str]:
        """The names of the features of a line; lines are asked for in order."""
        where = self._where(index)
        names = ["1", *self._shape(index), *self._prose_around(index, where)]
        names += self._place(index, where)
        names += self._title(index, where)
        folded = self._folded[index]
        if self._copies[folded] > 1:
            names.append(f"rep={self._repeat(index)},{where}")
            self._seen.add(folded)
        if self._blocks[index].links >= LINKED:
            names.append(f"link,{where}")
        return names

    def _where(self, index: int) -> str:
        first, last = self._read.core
        return "a" if index < first else "b" if index > last else "c"

    def _gap(self, index: int) -> str:
        """Whether the gap above a line is the article's usual one, wider or tighter."""
        if index == self._size:
            return "$"
        gap = self._blocks[index].gap
        return "u" if gap == self._usual_gap else "w" if gap > self._usual_gap else "t"

    def _shape(self, index: int) -> list[str]:
        text = self._read.texts[index]
        above_it, above, sort, below, below_it = self._sorts[index : index + 5]
        gaps = self._gap(index) + self._gap(index + 1)
        rhythm_here = self._rhythm[index]
        names = [
            f"s={sort}",
            f"s,s1={sort},{above}",
            f"s,n1={sort},{below}",
            f"s1,s2={above},{above_it}",
            f"n1,n2={below},{below_it}",
            f"g={gaps}",
            f"s,g={sort},{gaps}",
            f"len={bucket(len(text), _SIZES)}",
            f"per={rhythm_here}",
            f"s,per={sort},{rhythm_here}",
        ]
        if text[0].islower():
            names.append("lower")
        if text.isupper():
            names.append(f"upper,{sort}")
        if is_bullet(text):
            names.append(f"bullet,{above}")
        if self._read.figures[index]:
            names.append(f"digits,{self._numbers}")
        return names

    def _prose_around(self, index: int, where: str) -> list[str]:
        sort, share = self._read.sorts[index], self._share(index)
        to_strong, to_prose = self._to_strong[index], self._to_prose[index]
        from_strong, from_prose = self._from_strong[index], self._from_prose[index]
        left = bucket(self._strong[self._size] - self._strong[index + 1], (0, 1, 3))
        items = self._items[min(self._size, index + _AHEAD)] - self._items[index]
        core = part(self._core_mass[index], self._core_mass[-1])
        return [
            f"s,x={sort},{share}",
            f"x,wh={share},{where}",
            f"ts={to_strong},{where}",
            f"tp={to_prose},{to_strong}",
            f"fs={from_strong},{where}",
            f"fp={from_prose},{from_strong}",
            f"s,ts={sort},{to_strong}",
            f"s,sl={sort},{left}",
            f"items={bucket(items, _COUNTS)},{to_strong}",
            f"dense={self._dense},{where}",
            f"cm={core}",
            f"cm={core},{sort}",
            f"am={part(self._mass[index], self._mass[-1])},{self._page}",
        ]

    def _place(self, index: int, where: str) -> list[str]:
        above, sort = self._sorts[index + 1 : index + 3]
        word_above_it, word_above, word, word_below = self._words[index : index + 4]
        header, bar = self._last_header[index], self._last_bar[index]
        since_header = _near(index - header if header >= 0 else FAR)
        since_bar = _near(index - bar if bar >= 0 else FAR)
        prose = min(self._prose[index] - self._prose[max(header, 0)], 2)
        low, high = max(0, index - _AROUND), min(self._size, index + _AROUND + 1)
        return [
            f"w={word}",
            f"w1={word_above},{word_above_it}",
            f"v1={word_below}",
            f"w,s1={word},{above}" if word else f"s,w1={sort},{word_above}",
            f"s,wh={sort},{where}",
            f"hd={since_header},{prose}",
            f"s,hd={sort},{since_header}",
            f"ba={since_bar}",
            f"bars={bucket(self._bars[high] - self._bars[low], _COUNTS)},{where}",
            f"small={bucket(self._small[high] - self._small[low], _COUNTS)},{where}",
            f"pg={self._page},{where}",
            f"num={self._numbers},{where}",
            f"say={self._sayings},{where}",
        ]

    def _title(self, index: int, where: str) -> list[str]:
        title = self._read.title
        if title < 0:
            return []
        side = "b" if index < title else "a" if index > title else "="
        names = [f"t={side},{where}"]
        if index == title:
            return [*names, "title"]
        own, its = self._folded[index], self._folded[title]
        if len(own) > _NAMED and its:
            pairs, title_pairs = self._read.pairs[index], self._read.pairs[title]
            if its in own or own in its:
                names.append(f"title_copy,{where}")
            elif pairs and title_pairs:
                names.append(f"title_share={min(len(pairs & title_pairs), 3)},{where}")
        return names

    def _repeat(self, index: int) -> str:
        """How a line that stands several times stands here."""
        folded = self._folded[index]
        if folded in (self._folded[index - 1 : index] + self._folded[index + 1 : index + 2]):
            return "twin"
        return "later" if folded in self._seen else "first"

    def _share(self, index: int) -> str:
        """The share of the line's words that the core has, in steps; ``-`` where it has too few."""
        pairs, share = len(self._read.pairs[index]), self._read.share[index]
        if pairs < 2:
            return "-"
        if share <= 0:
            return "0" if pairs < _FEW_PAIRS else "0+"
        return str(1 + sum(share >= border for border in _SHARES))


def _near(distance: int) -> str:
    return "n" if distance >= FAR else str(bucket(distance, _NEAR))


def _nears(marks: Sequence[bool]) -> list[str]:
    """How near each line is to the next one that is marked."""
    return [_near(distance) for distance in distances(marks)]

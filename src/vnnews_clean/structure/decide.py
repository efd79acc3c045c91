"""What is cut: runs of lines that the chain puts outside the article and that something anchors.

The chain alone is a guess. It is asked only where a header, a bar or another rule's finding says
that there is more than an article; and a run goes only if such a line stands in it, if the document
is a page, or if its lines are items of a list that share no words with the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..model import BOILERPLATE, SURE, Document, Kind, Label
from .chain import ARTICLE, decode, emissions, speaking_for
from .cohesion import PROSE
from .features import Features
from .frame import FEWEST_BARS, HEADLINES, NAMES, is_numbers, is_page
from .reading import Reading, middle, read, sayings

_FEWEST_LINES: Final = 3
_REASONS: Final = 3
"""Features that a label names."""
_NEAR: Final = 10
"""Lines from the top of a run below the article within which its anchor stands."""
_SUMMED: Final = 2
"""Summaries that make items in the article a list without any header; names alone do on a page."""
_LIST: Final = 3
"""Items in a row that are a list of other articles without any header."""
_VOUCHING: Final = frozenset(("header", "box", "bar", "footer", "comment", "tags"))
_OWN: Final = 0.25
"""Share of words in common with the article from which on an item may be the article's own."""
_BROKEN: Final = 30
"""Characters of a line that a tool broke, at least."""
_STOPS: Final = '.!?…:;”"'
_GOING_ON: Final = 6
"""Every sixth line that goes on in lower case makes broken paragraphs."""
_KNOWN: Final = 2
"""Known lines above an article that is on no page."""
_VOUCHED: Final = 3
"""Lines of a bar or widget on no page that a known one vouches for, itself included."""
_BAR: Final = 3
"""Lines of a player or a widget, at least, that no rule knows."""
_SUMMARIES: Final = frozenset(("sentence", "paragraph", "cut", "remark", "open"))
_RUNNING: Final = PROSE | {"sentence", "remark"}
_ITEMS: Final = frozenset("HIS")
_SHARED: Final = 0.12
"""The same for running text, which has more words to share."""
_ENDS: Final = frozenset("AZ")
_KINDS: Final = {
    "header": Kind.RELATED,
    "heading": Kind.RELATED,
    "box": Kind.RELATED,
    "tags": Kind.TAGS,
    "section": Kind.NAV,
    "comment": Kind.COMMENTS,
    "footer": Kind.FOOTER,
}
"""What a line says → the kind of the lines from there on."""


class Outside(NamedTuple):
    """A line that is none of the article's."""

    line: int
    kind: Kind
    state: str
    """See `chain.STATES`."""
    reasons: str
    """The features that spoke most for it."""


def outside(document: Document, labels: Sequence[Label]) -> Iterator[Outside]:
    """The lines of `document` that stand above, below and between those of its article."""
    if not _is_awake(document, labels):
        return
    reading = read(document, labels)
    if is_numbers(reading):
        return
    of = Features(document, reading).of
    names = [of(index) for index in range(len(document.blocks))]
    gaps = [block.gap > 1 for block in document.blocks]
    path = decode([emissions(own) for own in names], gaps, *middle(reading))
    known = {label.start: label.kind for label in labels if label.kind in BOILERPLATE}
    sure = (label for label in labels if label.kind in BOILERPLATE and label.confidence >= SURE)
    gone = {label.start: label.end for label in sure}
    originals = _originals(document, reading, path)
    for first, last in _runs(path):
        if not _is_anchored(reading, path, first, last):
            continue
        kind = Kind.NAV if path[first] == "A" else Kind.RELATED
        if path[first] == "Z":
            first = _top(reading, first, last)  # noqa: PLW2901 - it begins elsewhere
        own = _last_words(reading, first, last)
        if is_page(reading) and (path[first] in _ENDS or own != {last} or last - first < _LIST):
            own = frozenset()  # comments are like that, and a box of one item
        if "T" not in path:
            own |= {reading.title}
        own |= originals
        for index in range(first, last + 1):
            kind = _KINDS.get(reading.said[index], kind)
            block = document.blocks[index]
            if index not in own and gone.get(block.start, -1) < block.end:
                state = path[index]
                named = Kind.UI if state == "M" else kind
                named = known.get(block.start, named)
                reasons = " ".join(speaking_for(state, names[index])[:_REASONS])
                yield Outside(index, named, state, reasons)


def _is_awake(document: Document, labels: Sequence[Label]) -> bool:
    """Whether anything says that there is more than an article."""
    if len(document.blocks) < _FEWEST_LINES:
        return False
    said = [word for word in sayings(document, labels) if word]
    return len(said) >= FEWEST_BARS or not _VOUCHING.isdisjoint(said)


def _runs(path: str) -> Iterator[tuple[int, int]]:
    """First and last index of each run of lines outside the article; what is below it is a run."""
    start = -1
    for index, state in enumerate(path + "P"):
        ends = state in ARTICLE or (state == "Z" and path[index - 1 : index] != "Z")
        if start >= 0 and ends:
            yield start, index - 1
            start = -1
        if start < 0 and state not in ARTICLE:
            start = index


def _is_anchored(reading: Reading, path: str, first: int, last: int) -> bool:
    """Whether something besides the chain says that a run is no part of the article."""
    if _is_broken(reading.texts[first : last + 1]):
        return False
    page = is_page(reading)
    if path[first] == "A":
        small = not any(sort in _RUNNING for sort in reading.sorts[first : last + 1])
        return page or (small and _told(reading, first, last) >= _KNOWN)
    if path[first] == "Z":
        above = next((i for i in range(first, last + 1) if _told(reading, i, i)), last + 1)
        near = above <= min(last, first + _NEAR) and not _is_own(reading, first, above)
        return page or near or _is_list(reading, first, last)
    unknown = sum(not word for word in reading.said[first : last + 1])
    if last == first or (unknown < _BAR and set(path[first : last + 1]) == {"M"}):
        return False  # other rules know better
    told = _told(reading, first, last)
    if told:
        return page or "M" not in path[first : last + 1] or told * _VOUCHED >= last - first + 1
    summed = path.count("S", first, last + 1) >= _SUMMED
    return (summed or (page and last - first + 1 >= _LIST)) and all(
        path[i] in _ITEMS and reading.share[i] < _OWN for i in range(first, last + 1)
    )


def _originals(document: Document, reading: Reading, path: str) -> frozenset[int]:
    """Lines outside of which the article's only copy goes as a copy: a page's title in front of its
    menu, say, and the headline below.
    """
    lines = document.lines
    copies = {
        line.folded
        for line, state, said in zip(lines, path, reading.said, strict=True)
        if state in ARTICLE and said == "copy" and reading.sorts[line.index] not in NAMES
    }
    first: dict[str, int] = {}
    for line, said in zip(lines, reading.said, strict=True) if copies else ():
        if said != "copy" and line.folded in copies:
            first.setdefault(line.folded, line.index)
    return frozenset(first.values())


def _told(reading: Reading, first: int, last: int) -> int:
    """Lines that vouch for a run: a section's name, a copy or an address alone proves nothing."""
    return sum(
        reading.said[i] in _VOUCHING and "://" not in reading.texts[i]
        for i in range(first, last + 1)
    )


def _is_list(reading: Reading, first: int, last: int) -> bool:
    """Whether a run below the article is a list: headlines that alternate with sentences about
    something else, three times or more, below a header or none.
    """
    items = 0
    index = first
    while index < last:
        headline, summary = reading.sorts[index : index + 2]
        alternates = headline == "headline" and summary in _SUMMARIES
        if not alternates:
            if index - first > 1 or items:
                break
            index += 1
            continue
        if max(reading.share[index : index + 2]) >= _OWN:
            return False
        items += 1
        index += 2
    return items >= _LIST


def _top(reading: Reading, first: int, last: int) -> int:
    """Where what stands below the article really begins.

    On no page, what stands above the header is the article's, unless it is a list by itself. A list
    begins with the first of the items that are just like its first.
    """
    if not is_page(reading) and not _is_list(reading, first, last):
        return next(i for i in range(first, last + 1) if _told(reading, i, i))
    sorts, share = reading.sorts, reading.share
    if sorts[first] != "headline" or not set(sorts[first + 1 : first + 2]) & _SUMMARIES:
        return first
    while (
        first - 2 > reading.core[1]
        and sorts[first - 2] == "headline"
        and sorts[first - 1] in _SUMMARIES
        and max(share[first - 2 : first]) <= 0
    ):
        first -= 2
    return first


def _last_words(reading: Reading, first: int, last: int) -> frozenset[int]:
    """Running text in a run that no other sign takes from the article: alone, all of it at the end, or
    about what the article is about.

    Two or more summaries that alternate with headlines are no article; what does not alternate is
    one, going on or having its last word. (On a page, comments are like that.)
    """
    running = [
        index
        for index in range(first, last + 1)
        if reading.sorts[index] in _RUNNING and not reading.said[index]
    ]
    said = [word for word in reading.said[first : running[0]] if word] if running else []
    if said and said[-1] == "tags":  # keywords have no summaries
        return frozenset(range(running[0], last + 1))
    if len(running) > 1 and all(reading.sorts[i - 1] in HEADLINES for i in running):
        return frozenset()
    together = running == list(range(last - len(running) + 1, last + 1))
    if together or len(running) == 1:
        return frozenset(running)
    return frozenset(index for index in running if reading.share[index] >= _SHARED)


def _is_own(reading: Reading, first: int, end: int) -> bool:
    """Whether running text of the article stands among lines."""
    return any(reading.sorts[i] in PROSE and reading.share[i] >= _OWN for i in range(first, end))


def _is_broken(texts: Sequence[str]) -> bool:
    """Whether lines go on where the ones above break off, as in a paragraph broken into lines."""
    going_on = sum(
        text[0].islower() and len(above) >= _BROKEN and above[-1] not in _STOPS
        for above, text in pairwise(texts)
    )
    return going_on * _GOING_ON > len(texts)

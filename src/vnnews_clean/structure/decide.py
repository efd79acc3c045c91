"""What is cut: runs of lines that the chain puts outside the article and that something anchors.

The chain alone is a guess. It is asked only where a header, a bar or another rule's finding says
that there is more than an article; and a run goes only if such a line stands in it, if the document
is a page, or if its lines are items of a list that share no words with the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..model import BOILERPLATE, LIKELY, SURE, Document, Kind, Label
from ..seen import Outline
from ..shapes import is_menu_row
from .anchors import (
    VOUCHING,
    below_text,
    first_told,
    is_anchored,
    lists_others,
    stands_apart,
    told_in,
)
from .bits import bits, tools
from .chain.decoding import ARTICLE, decode
from .chain.features import Features
from .cohesion import shares
from .comments.remarks import Remarks, closing_remarks, may_remark
from .comments.replied import closing_replies
from .ends.bounds import bounds, kept
from .ends.staying import opening
from .explained import is_explained, is_listed
from .frame import FEW_NAMES, FEWEST_BARS, has_row, is_numbers, is_page, may_frame
from .lists.glued import may_end_glued
from .lists.items import items_apart, may_hold_items
from .lists.listing import glued_lists, lists
from .lists.summed import Listing
from .lists.tails import LISTED_ITEMS, may_list
from .own import found_lines
from .reading import Reading, middle, read
from .said import LISTED, sayings, taken
from .sorts import HEADLINES, NAMES, SMALL

_FEWEST_LINES: Final = 3
_LISTED: Final = "Z"
_LISTS: Final = frozenset("HISZ")
"""States that a run of items may begin with."""
_INSIDE: Final = frozenset("HISM")
_TEASERS: Final = 2
"""Teasers of daily subjects, none of them sure, that agree that there are other articles."""
_BIT: Final = "M"
_ALONE: Final = "a button or a counter of the page, alone"
_REMARKED: Final = "names, words and dates of comments, again and again"
_KINDS: Final = {
    "header": Kind.RELATED,
    "heading": Kind.RELATED,
    "box": Kind.RELATED,
    LISTED: Kind.RELATED,
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
    """See `decoding.STATES`."""
    reasons: str
    """What spoke most for it, in words."""


def outside(document: Document, labels: Sequence[Label]) -> Iterator[Outside]:
    """The lines of `document` that stand above, below and between those of its article."""
    if len(document.blocks) < _FEWEST_LINES or is_explained(document, labels):
        return
    said, listings, remarks = heard(document, labels)
    if listings and not remarks and is_listed(document, said):
        yield from (line for listing in reversed(listings) for line in _listed(listing))
        return
    awake = bool(listings or remarks) or _is_awake(said, labels)
    framed = awake or may_frame(document, said)
    listed = not awake and may_hold_items(document)
    if not framed and not listed:
        return
    reading = read(document, said)
    page = framed and is_page(reading)
    above = reading.texts[: max(reading.title, 0)]
    woken = awake or page or any(map(is_menu_row, above))
    if not woken and not listed:
        return
    figures = is_numbers(reading)
    found = () if figures else _found(document, reading, labels, page=page, woken=woken)
    by_chain = {line.line: line for line in found}
    if woken and not figures:
        for index in (*(bits(document, reading) if page else ()), *tools(reading, page=page)):
            kind = Kind.NAV if reading.said[index] == "section" else Kind.UI
            by_chain.setdefault(index, Outside(index, kind, _BIT, _ALONE))
    for listing in reversed(listings):
        by_chain.update((line.line, line) for line in _listed(listing))
    if remarks:
        for index in range(remarks.first, remarks.last + 1):
            by_chain[index] = Outside(index, Kind.COMMENTS, _LISTED, _REMARKED)
    yield from by_chain.values()


def _listed(listing: Listing) -> Iterator[Outside]:
    """The lines of a list of other articles."""
    for index in range(listing.first, listing.last + 1):
        yield Outside(index, Kind.RELATED, _LISTED, listing.reason)


def may_stand_apart(document: Document) -> bool:
    """Whether a document without labels may have lines outside of its article, as a glance tells."""
    outline = document.outline
    if len(outline.sizes) < _FEWEST_LINES:
        return False
    if document.is_shown and not document.hits and not _is_loose(outline):  # for speed: most
        return has_row(document) or may_end_glued(document)
    said = sayings(document, ())
    may_list_others = may_list(document, said) or may_end_glued(document)
    if any(said) or may_list_others or may_frame(document, said) or may_hold_items(document):
        return True
    return may_remark(document) and _remarks(document, said) is not None


def _remarks(document: Document, said: Sequence[str]) -> Remarks | None:
    """The comments at the end, by their names and dates or by their buttons."""
    lines = document.lines
    return closing_remarks(lines, said) or closing_replies(lines, said)


def _is_loose(outline: Outline) -> bool:
    """Whether as many lines are short as a menu or comments have, or end without a full stop as
    headlines of a list do.
    """
    stops = outline.lasts.count(".")
    return outline.short >= FEW_NAMES or len(outline.lasts) - stops >= LISTED_ITEMS


def heard(
    document: Document, labels: Sequence[Label]
) -> tuple[list[str], list[Listing], Remarks | None]:
    """What phrases, rules and patterns say of each line; the lists, and the comments at the end."""
    said = sayings(document, labels)
    listings: list[Listing] = []
    if may_list(document, said):
        listings = lists(document.lines, said)
    elif may_end_glued(document):
        listings = glued_lists(document.lines, said)
    remarks = _remarks(document, said) if may_remark(document) else None
    told: list[tuple[Listing | Remarks, str]] = [(listing, LISTED) for listing in listings]
    if remarks:
        told.append((remarks, "comment"))
    for found, word in told:
        inside = slice(found.first, found.last + 1)
        said[inside] = [known or word for known in said[inside]]
    return said, listings, remarks


def _found(
    document: Document, reading: Reading, labels: Sequence[Label], *, page: bool, woken: bool
) -> Iterator[Outside]:
    """What the chain finds, as far as it is anchored."""
    features = Features(document, reading)
    gaps = [block.gap > 1 for block in document.blocks]
    begun, unfinished = middle(reading)
    if (
        document.is_in_one_line
    ):  # a headline and a lede are one line there, and look like nothing else
        begun = min(begun, reading.core[0])
    path = decode(features.emissions(), gaps, begun, unfinished)
    known = {label.start: label.kind for label in labels if label.kind in BOILERPLATE}
    gone = taken(labels, SURE)
    originals = _originals(document, reading, path) | reading.own | found_lines(reading.texts)
    headed = any(s == "T" and reading.sorts[i] in HEADLINES for i, s in enumerate(path))
    article = [state == "P" for state in path]
    apart = reading._replace(share=shares(reading.pairs, article))
    for first, last in _anchored(reading, apart, path, page=page, woken=woken):
        if document.is_in_one_line and path[first] in _INSIDE and not told_in(reading, first, last):
            continue  # sentences there look like headlines and summaries
        begins = path[first]
        kind = Kind.NAV if begins == "A" else Kind.RELATED
        opened = opening(reading, first, last) if begins == "A" else frozenset()
        if not opened:
            known_page = page and (unfinished >= 0 or not _says_much(reading, first, last))
            known_page = known_page or (begins == "Z" and _lists_above(apart, first, last))
            first, last = bounds(document, reading, begins, (first, last), page=known_page)  # noqa: PLW2901 - narrower
        own = originals | opened | kept(reading, begins, first, last, page=page)
        if not headed:
            own |= {reading.title}
        for index in range(first, last + 1):
            kind = _KINDS.get(reading.said[index], kind)
            block = document.blocks[index]
            if index not in own and gone.get(block.start, -1) < block.end:
                state = path[index]
                named = Kind.UI if state == "M" else kind
                named = known.get(block.start, named)
                yield Outside(index, named, state, features.reasons(index, state))


def _anchored(
    reading: Reading, apart: Reading, path: str, *, page: bool, woken: bool
) -> Iterator[tuple[int, int]]:
    """First and last index of the runs that something besides the chain says are no part of the article,
    and of the items of a list in others; of these alone where nothing has `woken` the chain but they.
    """
    for first, last in _runs(path):
        if page and path[first] == "Z":
            first = below_text(reading, first, last)  # noqa: PLW2901 - narrower
        if first > last:
            continue
        if woken and (
            is_anchored(reading, path, first, last, page=page)
            or stands_apart(apart, path, first, last, page=page)
        ):
            yield first, last
            if path[first] == "Z" and not page:  # which begins with its first known line there
                yield from items_apart(apart, first, first_told(reading, first, last) - 1)
        elif path[first] in _LISTS:
            yield from items_apart(apart, first, last)


def _lists_above(reading: Reading, first: int, last: int) -> bool:
    """Whether what stands in a run above the first line of which anything is said is a list of others."""
    told = first_told(reading, first, last)
    return lists_others(reading, first, told - 1)


def _is_awake(said: Sequence[str], labels: Sequence[Label]) -> bool:
    """Whether anything says that there is more than an article: many lines, one that vouches for it,
    or teasers of daily subjects that agree.
    """
    if sum(map(bool, said)) >= FEWEST_BARS or not VOUCHING.isdisjoint(said):
        return True
    return sum(x.confidence < LIKELY and x.kind is Kind.RELATED for x in labels) >= _TEASERS


def _says_much(reading: Reading, first: int, last: int) -> bool:
    """Whether what stands in a run above the first line of which anything is said is mostly no names:
    where nothing is known of an article, it may be one.
    """
    end = first_told(reading, first, last)
    return 2 * sum(sort in SMALL for sort in reading.sorts[first:end]) < end - first


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

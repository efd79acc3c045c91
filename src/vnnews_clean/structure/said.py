"""What phrases and rules say of each line of a document, in one word, before its structure is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from ..model import BOILERPLATE, LIKELY, Document, Kind, Label

_ACTS: Final = (
    ("imprint", "footer"),
    ("opens_footer", "footer"),
    ("opens_comments", "comment"),
    ("opens_nav", "section"),
    ("opens_tags", "tags"),
    ("opens_related", "header"),
    ("heading", "heading"),
)
"""What phrase groups do, and what that means to the structure of a page; later ones win."""
_LABELLED: Final = {
    Kind.DUPLICATE: "copy",
    Kind.RELATED: "box",
    Kind.MOST_READ: "box",
    Kind.TAGS: "tags",
    Kind.FOOTER: "footer",
    Kind.COMMENTS: "comment",
}
"""The same for the labels of rules; any other boilerplate is a bar."""
LINK: Final = "link"
"""A line that is a link by itself: it says nothing of its neighbours."""
LISTED: Final = "list"
"""A line of a list of other articles that its pattern tells."""
PRINTED: Final = "printed"
"""What a text browser prints for a picture or a field, or an aggregator below the headline: it stands in
articles, too."""
BOXED: Final = frozenset(("header", "box", LISTED, LINK))
"""What is said of the lines of a box."""
COPIES: Final = ("", "copy")
"""What may be said of a line that is a headline: nothing, or that it is one of several."""
BARS: Final = frozenset(("bar", "section", "comment", "footer", "tags"))
"""What is said of the lines of a page's menus, buttons and foot."""
CLOSING: Final = frozenset(("comment", "footer"))
"""What is said of lines behind which no article goes on."""
_COMMENTS: Final = 4
"""Lines in a row of which it is said, at least: a button and a counter are no comments."""
_ALONE: Final = frozenset(
    ("related.here", "related.pointer_line", "related.arrow_line", "promo.series")
)
"""Rules that find such lines, if no colon announces more."""
_PRINTED: Final = frozenset(("residue.browser", "residue.aggregator"))


def sayings(document: Document, labels: Sequence[Label]) -> list[str]:
    """What a phrase or a rule says of each line: see `_ACTS` and `_LABELLED`; or empty."""
    said = [""] * len(document.blocks)
    starts = {block.start: index for index, block in enumerate(document.blocks)} if labels else {}
    for label in labels:
        if label.kind in BOILERPLATE and label.confidence >= LIKELY:
            index = starts.get(label.start)
            if index is not None and label.end >= document.blocks[index].end:
                alone = label.rule in _ALONE and not document.lines[index].text.endswith(":")
                if said[index] != "copy" or label.kind is not Kind.RELATED:
                    said[index] = LINK if alone else _LABELLED.get(label.kind, "bar")
                if label.rule in _PRINTED and label.kind is not Kind.DUPLICATE:
                    said[index] = PRINTED
    for act, word in _ACTS if document.hits else ():
        for index in document.hits.acting(act):
            if word != "section" or not said[index] or not _counted(document, index):
                said[index] = word
    return said


def taken(labels: Iterable[Label], confidence: float) -> dict[int, int]:
    """Where boilerplate begins that rules are so sure of, and how far it goes."""
    sure = (x for x in labels if x.kind in BOILERPLATE and x.confidence >= confidence)
    return {label.start: label.end for label in sure}


def first_said(document: Document) -> int:
    """The first line of which a phrase says anything; the number of lines where none does."""
    told = [document.hits.acting(act) for act, _ in _ACTS] if document.hits else ()
    return min(map(min, filter(None, told)), default=len(document.blocks))


def comments_from(said: Sequence[str]) -> int:
    """The first of several lines in a row that are comments, below which no article begins; the number of
    lines where there are none.
    """
    runs = groupby(range(len(said)), key=lambda index: said[index] == "comment")
    rows = ([*lines] for is_one, lines in runs if is_one)
    return next((row[0] for row in rows if len(row) >= _COMMENTS), len(said))


def _counted(document: Document, index: int) -> bool:
    """Whether a line ends with a count: ``Bình luận (12)`` is no section."""
    return document.lines[index].text.endswith(")")

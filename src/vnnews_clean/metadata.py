"""What is known about an article: what the page says of itself, and what rules have labelled."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from .credited import authors, publisher, source, tags
from .dates import iso
from .model import BOILERPLATE, EDITORIAL, Document, Kind, Label, Metadata, Removal

CRAWLER_DATE: Final = "residue.crawler_date"
"""The rule that labels the date which a crawler wrote in front of a text."""
FOREIGN: Final = BOILERPLATE - {Kind.DUPLICATE, Kind.META}
"""Boilerplate whose names, dates and headlines are not those of the article."""
ARTICLES: Final = (EDITORIAL | {Kind.TITLE, Kind.LEDE}) - {Kind.SECTION}
"""What is told of an article by lines that boxes and imprints have as well."""


def collect(document: Document, labels: Sequence[Label], removals: Sequence[Removal]) -> Metadata:
    """The metadata of `document`, whose `labels` and `removals` are sorted.

    What the page says of itself wins. What was cut with a box or an imprint says nothing.
    """
    beginning = _beginning(document, removals)
    above = [label for label in labels if label.end <= beginning]
    labels = [label for label in labels if _counts(label, removals)]
    said = document.metadata
    printed = _date(document, labels) or _time_above(document, above)
    return Metadata(
        title=said.title or _first(document, labels, Kind.TITLE),
        description=said.description or _first(document, labels, Kind.LEDE),
        authors=said.authors or authors(_texts(document, labels, Kind.BYLINE)),
        published=said.published or iso(printed),
        modified=said.modified,
        date=said.date or printed,
        publisher=said.publisher or publisher(_first(document, labels, Kind.PREFIX)),
        source=said.source or source(_texts(document, labels, Kind.SOURCE)),
        section=said.section or _first(document, labels, Kind.SECTION),
        tags=said.tags or tags(_texts(document, labels, Kind.TAGS)),
        language=said.language,
        url=said.url,
        image=said.image,
        license=said.license,
    )


def _counts(label: Label, removals: Sequence[Removal]) -> bool:
    """Whether `label` does not stand in boilerplate that was cut, other than tags and the like."""
    if label.kind not in ARTICLES:
        return True
    index = bisect_right(removals, label.start, key=lambda r: r.start) - 1
    if index < 0 or removals[index].end < label.end:
        return True
    return removals[index].kind not in FOREIGN


def _texts(document: Document, labels: Sequence[Label], kind: Kind) -> Iterator[str]:
    for label in labels:
        if label.kind == kind:
            yield document.text[label.start : label.end].strip()


def _first(document: Document, labels: Sequence[Label], kind: Kind) -> str:
    return next(_texts(document, labels, kind), "")


def _date(document: Document, labels: Sequence[Label]) -> str:
    """The date as it is printed, or as the crawler wrote it."""
    for label in labels:
        if label.kind == Kind.DATE or label.rule == CRAWLER_DATE:
            text = document.text[label.start : label.end].strip()
            if iso(text):
                return text.removeprefix("date ").strip()
    return ""


def _beginning(document: Document, removals: Sequence[Removal]) -> int:
    """Where what is cut above the article ends; 0 if nothing is."""
    end = 0
    for removal in removals:
        if document.text[end : removal.start].strip():
            break
        end = removal.end
    return end


def _time_above(document: Document, above: Sequence[Label]) -> str:
    """The nearest date with an hour in what is cut above the article: a clock has none, or stands
    farther away.
    """
    dates = (
        document.text[label.start : label.end].strip()
        for label in reversed(above)
        if label.kind == Kind.DATE
    )
    return next((date for date in dates if "T" in iso(date)), "")

"""What is known about an article: what the page says of itself, and what rules have labelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .dates import iso
from .model import Document, Kind, Label, Metadata

CRAWLER_DATE: Final = "residue.crawler_date"
"""The rule that labels the date which a crawler wrote in front of a text."""
NAME_WORDS: Final = 6
"""Words of the longest name of an author."""

_BY: Final = re.compile(r"^(?:bởi|tác giả|người viết|bài|thực hiện|by)\b\s*:?\s*", re.IGNORECASE)
_ROLE: Final = re.compile(
    r"\((?:ghi|dịch|tổng hợp|thực hiện|lược dịch|biên dịch|t/h)\)", re.IGNORECASE
)
_BETWEEN_NAMES: Final = re.compile(r"\s*[,;|/–—·•]\s*|\s+-\s+|\s+và\s+")
_CREDIT: Final = re.compile(
    r"^[\s(\[]*(?:(?:theo|nguồn(?:\s+tin)?|source)\b\s*:?)?\s*(.*?)[\s)\].]*$",
    re.IGNORECASE | re.DOTALL,
)
_TAGS_HEADER: Final = re.compile(r"^[^:#]{0,24}:\s*")
_BETWEEN_TAGS: Final = re.compile(r"\s*[,;#|\n]\s*|\s{2,}")
_PREFIX: Final = re.compile(r"\(?\s*([\w.& ]{2,30}?)\s*\)?\s*[-–—:]*\s*$")


def collect(document: Document, labels: Sequence[Label]) -> Metadata:
    """The metadata of `document`, whose `labels` are sorted. What the page says of itself wins."""
    said = document.metadata
    printed = _date(document, labels)
    return Metadata(
        title=said.title or _first(document, labels, Kind.TITLE),
        description=said.description or _first(document, labels, Kind.LEDE),
        authors=said.authors or _authors(document, labels),
        published=said.published or iso(printed),
        modified=said.modified,
        date=said.date or printed,
        publisher=said.publisher or _publisher(document, labels),
        source=said.source or _source(document, labels),
        section=said.section or _first(document, labels, Kind.SECTION),
        tags=said.tags or _tags(document, labels),
        language=said.language,
        url=said.url,
        image=said.image,
        license=said.license,
    )


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


def _authors(document: Document, labels: Sequence[Label]) -> tuple[str, ...]:
    """The names in the bylines, each once."""
    names: dict[str, None] = {}
    for text in _texts(document, labels, Kind.BYLINE):
        for part in _BETWEEN_NAMES.split(_ROLE.sub("", _BY.sub("", text))):
            name = part.strip(" .:*")
            if name and len(name.split()) <= NAME_WORDS and not any(c.isdigit() for c in name):
                names.setdefault(name)
    return tuple(names)


def _source(document: Document, labels: Sequence[Label]) -> str:
    """The agency or paper of the last credit: ``AFP`` of ``(theo AFP)``."""
    found = [_CREDIT.match(text) for text in _texts(document, labels, Kind.SOURCE)]
    return next((c[1] for c in reversed(found) if c and c[1]), "")


def _publisher(document: Document, labels: Sequence[Label]) -> str:
    """The paper that an agency prefix names: ``Dân trí`` of ``(Dân trí) -``."""
    found = _PREFIX.match(_first(document, labels, Kind.PREFIX))
    return found[1] if found else ""


def _tags(document: Document, labels: Sequence[Label]) -> tuple[str, ...]:
    tags: dict[str, None] = {}
    for text in _texts(document, labels, Kind.TAGS):
        for part in _BETWEEN_TAGS.split(_TAGS_HEADER.sub("", text)):
            if part.strip():
                tags.setdefault(part.strip())
    return tuple(tags)

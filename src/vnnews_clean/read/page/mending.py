"""The text of a page and what its head says, repaired together: a short title alone proves nothing."""

from __future__ import annotations

from dataclasses import replace

from ...model import Metadata
from ..repair import Mode, Repaired, repair
from .blocks import Draft


def mended(draft: Draft, mode: Mode) -> Repaired:
    """The text of a page, repaired if its article needs it: menus and footers may stay as they are."""
    probe = repair(draft.article, mode)
    if not probe.edits:  # for speed: a page is far longer than its article
        return Repaired(draft.text, draft.text, (), probe.diagnostics)
    return repair(draft.text, mode)


def mended_metadata(metadata: Metadata, article: str, mode: Mode) -> Metadata:
    """`metadata`, repaired by the evidence of the unrepaired `article` below it."""
    one = ("title", "description", "publisher", "section")
    many = ("authors", "tags")
    said = [str(getattr(metadata, name)) for name in one]
    for name in many:
        said += getattr(metadata, name)
    flat = [" ".join(text.split()) for text in said]
    lines = repair("\n".join([*(text or "-" for text in flat), article]), mode).text.split("\n")
    found = iter(line if text else "" for line, text in zip(lines, flat, strict=False))
    title, description, publisher, section = (next(found) for _ in one)
    authors = tuple(next(found) for _ in metadata.authors)
    tags = tuple(next(found) for _ in metadata.tags)
    return replace(
        metadata,
        title=title,
        description=description,
        publisher=publisher,
        section=section,
        authors=authors,
        tags=tags,
    )

"""Whether a page is an article, an index of articles, or something else, and why one thinks so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from ...model import LINKED, DocumentType
from .container import HEADLINE, Body, is_prose
from .lines import Line
from .pagemeta import ARTICLE_TYPES, INDEX_TYPES, Said

ENOUGH: Final = 500
"""Characters of prose that make an article by themselves."""
DECLARED: Final = 80
"""Characters of prose that suffice where the page says that it is an article."""
HEADED: Final = 200
"""Characters of prose that suffice below a headline that is no section's name."""
HEADLINE_WORDS: Final = 5
DENIED: Final = 1500
"""Characters of prose that are needed where the page says that it is an index."""
STRETCH: Final = 1000
"""Characters of prose without a linked line in between, such as no list of teasers has."""
SLUG: Final = 4
"""Hyphens of the shortest headline in an address."""
LINKS: Final = 8
"""Linked headlines of an index."""


def page_type(
    lines: Sequence[Line], inside: Sequence[bool], body: Body, said: Said, url: str
) -> tuple[DocumentType, str]:
    """The type of a page, and the reason in a few words."""
    declared = bool(said.types & ARTICLE_TYPES)
    denied = not declared and (
        bool(said.types & INDEX_TYPES) or _is_front(url or said.metadata.url)
    )
    headed = body.headline >= 0 and len(lines[body.headline].text.split()) >= HEADLINE_WORDS
    needed = DECLARED if declared else DENIED if denied else HEADED if headed else ENOUGH
    headlines = [line for line in lines if line.links > LINKED and len(line.text) in HEADLINE]
    mixed = 0 if declared else sum(inside[line.element] for line in headlines)
    within = [line for line in lines if inside[line.element]] if mixed >= LINKS else []
    teasers = bool(within) and 2 * mixed >= sum(map(is_prose, within)) and not _goes_on(within)
    if body.element >= 0 and body.prose >= needed and not teasers:
        says = ", and the page says so" if declared else ""
        return "article", f"{body.prose} characters of prose in one place ({body.why}){says}"
    if len(headlines) >= LINKS:
        return "index", f"{len(headlines)} linked headlines, {body.prose} characters of prose"
    return "other", f"{body.prose} characters of prose, {len(headlines)} linked headlines"


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether there is a `STRETCH` of prose in `lines`."""
    length = 0
    for line in lines:
        if line.links > LINKED:
            length = 0
        elif is_prose(line):
            length += len(line.text)
            if length >= STRETCH:
                return True
    return False


def _is_front(url: str) -> bool:
    """Whether `url` is a site's or a section's front page: nothing or a few words after the host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    path = parts.path.strip("/")
    bare = "/" not in path and path.count("-") < SLUG and not any(c.isdigit() for c in path)
    return bool(parts.netloc) and bare

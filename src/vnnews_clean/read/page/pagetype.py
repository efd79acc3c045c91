"""Whether a page is an article, an index of articles, or something else, and why one thinks so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from ...model import LINKED, DocumentType
from .address import is_front, is_home, names_headline
from .cards import is_linked_headline
from .container import ENOUGH, Body
from .fitting import KINDRED
from .front import HEADLINE_WORDS
from .layout import FURNITURE
from .lines import Line
from .pagemeta import ARTICLE_TYPES, INDEX_TYPES, Said

DECLARED: Final = 80
"""Characters of prose that suffice where the page says that it is an article."""
HEADED: Final = 200
"""Characters of prose that suffice below a headline that is no section's name, or of any text right below."""
DENIED: Final = 1500
"""Characters of prose that are needed where the page says that it is an index."""
STRETCH: Final = 1000
"""Characters of prose without a linked line in between, such as no list of teasers has."""
LINKS: Final = 8
"""Linked headlines of an index."""
VERSE: Final = 8
"""Lines right below a headline of any length, and without a link, that are an article however short."""
CARDS: Final = 24
"""Lines of its teaser cards, where no headline is a link, but an empty one covers each card."""


def page_type(
    lines: Sequence[Line], inside: Sequence[bool], body: Body, said: Said, url: str
) -> tuple[DocumentType, str]:
    """The type of a page, and the reason in a few words."""
    address = url or said.metadata.url
    printed = body.headline >= 0
    headlines = [line for line in lines if is_linked_headline(line)]
    headline = lines[body.headline].text if printed else ""
    headed = len(headline.split()) >= HEADLINE_WORDS
    declared = bool(said.types & ARTICLE_TYPES) and not is_home(address)
    denied = not declared and (
        bool(said.types & INDEX_TYPES)
        or (is_front(address) and not (headed and names_headline(address, headline)))
    )
    if denied:
        needed = DENIED
    elif printed and declared:
        needed = DECLARED
    else:
        needed = HEADED if headed else ENOUGH
    if printed and not denied:
        below = _told(lines, inside, body.headline)
        told = sum(len(line.text) for line in below) >= HEADED
        if headed:
            told = told or body.kin >= KINDRED or names_headline(address, headline)
        else:
            told = told and len(below) >= VERSE
        needed = 0 if told else needed
    if printed and body.named and not said.types & INDEX_TYPES and len(headlines) < LINKS:
        needed = 0
    if body.head >= 0 and not denied:
        needed = 0
    within = [] if declared else _amid(lines, inside, headed=headed)
    mixed = len({line.text for line in within if is_linked_headline(line)})  # a button repeats
    teasers = (
        mixed >= LINKS
        and needed > 0
        and 2 * mixed >= sum(x.prose for x in within)
        and not _goes_on(within)
    )
    if body.element >= 0 and body.prose >= needed and not teasers:
        says = ", and the page says so" if declared else ""
        return "article", f"{body.prose} characters of prose in one place ({body.why}){says}"
    if len(headlines) >= LINKS or len(body.cards) >= CARDS:
        return "index", f"{len(headlines)} linked headlines, {body.prose} characters of prose"
    return "other", f"{body.prose} characters of prose, {len(headlines)} linked headlines"


def _told(lines: Sequence[Line], inside: Sequence[bool], headline: int) -> list[Line]:
    """The body's lines right below the `headline`, up to the first link or furniture."""
    below = takewhile(lambda x: not (x.links > 0 or x.role in FURNITURE), lines[headline + 1 :])
    return [line for line in below if inside[line.element]]


def _amid(lines: Sequence[Line], inside: Sequence[bool], *, headed: bool) -> list[Line]:
    """The lines of the body; below a headline those up to its last prose, since a list may follow."""
    within = [line for line in lines if inside[line.element]]
    while headed and within and not within[-1].prose:
        within.pop()
    return within


def holds_article(lines: Sequence[Line], inside: Sequence[bool]) -> bool:
    """Whether prose that makes an article stands together `inside`, whatever the page says it is."""
    return _goes_on([line for line in lines if inside[line.element]], ENOUGH)


def _goes_on(lines: Sequence[Line], enough: int = STRETCH) -> bool:
    """Whether there are `enough` characters of prose in `lines` without a linked one in between."""
    length = 0
    for line in lines:
        if line.links > LINKED:
            length = 0
        elif line.prose:
            length += len(line.text)
            if length >= enough:
                return True
    return False

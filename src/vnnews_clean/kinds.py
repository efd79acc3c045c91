"""What a piece of a document is: kinds, in three families."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Family(StrEnum):
    """What a kind is to the reader of an article."""

    CONTENT = "content"
    EDITORIAL = "editorial"
    BOILERPLATE = "boilerplate"


class Kind(StrEnum):
    """What a span is. The value is the public name; `family` says who wants it."""

    TITLE = "title"
    LEDE = "lede"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"

    CAPTION = "caption"
    BYLINE = "byline"
    DATE = "date"
    SOURCE = "source"
    PREFIX = "prefix"
    DISCLAIMER = "disclaimer"
    SECTION = "section"

    RELATED = "related"
    MOST_READ = "most_read"
    NAV = "nav"
    FOOTER = "footer"
    FOLLOW = "follow"
    SHARE = "share"
    COMMENTS = "comments"
    TAGS = "tags"
    AD = "ad"
    PLAYER = "player"
    PROMO = "promo"
    LOGIN = "login"
    WIDGET = "widget"
    DUPLICATE = "duplicate"
    UI = "ui"
    META = "meta"

    @property
    def family(self) -> Family:
        return _FAMILY[self]


CONTENT: Final = frozenset(
    {Kind.TITLE, Kind.LEDE, Kind.HEADING, Kind.BODY, Kind.LIST, Kind.TABLE, Kind.QUOTE}
)
EDITORIAL: Final = frozenset(
    {
        Kind.CAPTION,
        Kind.BYLINE,
        Kind.DATE,
        Kind.SOURCE,
        Kind.PREFIX,
        Kind.DISCLAIMER,
        Kind.SECTION,
    }
)
BOILERPLATE: Final = frozenset(Kind) - CONTENT - EDITORIAL

_FAMILY: Final[Mapping[Kind, Family]] = MappingProxyType(
    {
        **dict.fromkeys(CONTENT, Family.CONTENT),
        **dict.fromkeys(EDITORIAL, Family.EDITORIAL),
        **dict.fromkeys(BOILERPLATE, Family.BOILERPLATE),
    }
)

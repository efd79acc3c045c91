"""What the address of a page says of it: that of an article, of a section, of the site."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from ...phrases import builtin
from ...textkey import slug

SPELT: Final = 0.6
"""Share of a headline's words that an address must have to be that of the article."""
FRONTS: Final = frozenset(("index", "default", "home", "trang-chu"))
"""What addresses call the front page of a site."""
MAX_SLUG: Final = 250
"""Characters at the end of an address in which a headline is looked for."""


def names_headline(url: str, headline: str) -> bool:
    """Whether the last part of `url` spells out most of `headline`."""
    wanted = set(slug(headline).split())
    return len(wanted & set(re.split(r"[^a-z0-9]+", url.lower()[-MAX_SLUG:]))) >= SPELT * len(
        wanted
    )


def is_home(url: str) -> bool:
    """Whether `url` asks for nothing but a host."""
    return not _path(url, "-")


def is_front(url: str) -> bool:
    """Whether `url` is the front page of a site or of a section: all of its path is sections' names."""
    path = re.sub(r"\.\w{2,5}$", "", _path(url, "-"))
    return not path or all(part in _sections() for part in path.split("/"))


def _path(url: str, otherwise: str) -> str:
    """What is asked of the host of `url`, without slashes at its edges; `otherwise` if it has none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return otherwise
    return parts.path.strip("/").lower() if parts.netloc else otherwise


@cache
def _sections() -> frozenset[str]:
    """The names of sections, as addresses spell them."""
    lexicon = builtin()
    names = (p for group in lexicon.acts["opens_nav"] for p in lexicon.groups[group].phrases)
    return FRONTS.union(re.sub(r"\W+", "-", slug(name)) for name in names)

"""Elements that a script makes links: ``<div onclick="location.href='/tin/1.html'">``."""

from __future__ import annotations

import re
from typing import Final

from ...patterns import pattern
from .dom import Page

_TARGETS: Final = frozenset(("onclick", "data-href", "data-url", "data-link"))
"""Attributes in which scripts find where a click leads to."""
_TEXTS: Final = frozenset("a p figure h1 h2 h3 h4 h5 h6 button body html".split())
"""Elements that are links by themselves, text, pictures or buttons, wherever they lead."""
_ADDRESS: Final = pattern(r"""(?:^|['"`])(?:https?:/)?/[^'"`\s]""", re.IGNORECASE)
"""The beginning of an address, in an attribute or in a script."""
_FILE: Final = pattern(r"\.(?:jpe?g|png|gif|webp|avif|svg|mp4|mp3|pdf)\b", re.IGNORECASE)
"""What shows a picture large, plays or takes a file, and leads to no other page."""


def is_clicked(page: Page, element: int) -> bool:
    """Whether an `element` of `page` leads to another page by a script."""
    given = page.attributes[element]
    if not given or _TARGETS.isdisjoint(given) or page.tags[element] in _TEXTS:
        return False
    return any(_is_address(given.get(name)) for name in _TARGETS)


def _is_address(target: str | None) -> bool:
    """Whether there is the address of a page in what an attribute says."""
    return bool(target and _ADDRESS.search(target) and not _FILE.search(target))

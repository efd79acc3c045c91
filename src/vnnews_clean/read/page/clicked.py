"""Elements that a script makes links: ``<div onclick="location.href='/tin/1.html'">``."""

from __future__ import annotations

import re
from typing import Final

from ...patterns import pattern
from .dom import Page

_TARGETS: Final = ("onclick", "data-href", "data-link")
"""Attributes in which scripts find where a click leads to. What ``data-url`` gives is mostly the address of
what stands in the element: a section of the article.
"""
_GIVEN: Final = frozenset(_TARGETS)
_TEXTS: Final = frozenset("a p figure h1 h2 h3 h4 h5 h6 button body html".split())
"""Elements that are links by themselves, text, pictures or buttons, wherever they lead."""
_ADDRESS: Final = pattern(r"""(?:^|['"`])((?:https?:/)?/[^'"`\s#]+)(?=$|['"`])""", re.IGNORECASE)
"""An address in an attribute or in a script; one with a ``#`` is of a place on a page."""
_FILE: Final = pattern(r"\.(?:jpe?g|png|gif|webp|avif|svg|mp4|mp3|pdf)\b", re.IGNORECASE)
"""What shows a picture large, plays or takes a file, and leads to no other page."""


def led_to(page: Page, element: int) -> str:
    """The address of the page that an `element` leads to by a script; empty if it does not."""
    given = page.attributes[element]
    if not given or _GIVEN.isdisjoint(given) or page.tags[element] in _TEXTS:
        return ""
    targets = (given.get(name) for name in _TARGETS)
    found = next((m[1] for t in targets if t and (m := _ADDRESS.search(t))), "")
    return "" if _FILE.search(found) else found

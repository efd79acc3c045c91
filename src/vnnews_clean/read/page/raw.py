"""Half of a page is no text: its scripts and style sheets are cut before it is parsed.

Only what is certain is cut. Where the beginning of an element may stand in a comment or in an
attribute, which shows when it begins once more before its end, it is left to the parser.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...patterns import pattern

NAMES: Final = ("script", "style", "noscript")
"""The elements that are cut. Nothing in them but their end is read as markup."""

_TYPED: Final = 200
"""Bytes of a tag in which it says its type."""


def without_raw(page: str | bytes) -> bytes:
    """`page` in UTF-8 (bytes are taken to be) without style sheets and all scripts but JSON-LD.

    Linear. Lone surrogates become replacement characters.
    """
    return _cut(page if isinstance(page, bytes) else _encoded(page))


def _encoded(page: str) -> bytes:
    try:
        return page.encode()
    except UnicodeEncodeError:
        return page.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def _cut(page: bytes) -> bytes:
    """What is left of `page`: in bytes, which are searched faster than characters."""
    kept: list[bytes] = []
    end = position = 0
    while opening := _OPENING.search(page, position):
        start, inside = opening.span()
        name = page[start + 1 : inside - 1].lower()
        if name not in _SIGNS:
            comment = name == b"!-"
            position = page.find(b"-->", start) % (len(page) + 1) if comment else inside
            continue
        closing, certain = _closing(page, name, inside)
        if closing < 0 or (not certain and page.find(b"<!--", inside, closing) >= 0):
            break  # where it ends, only the parser can tell
        position = page.find(b">", closing) + 1 or len(page)
        typed = min(closing, inside + _TYPED)
        if certain and page.find(b"ld+json", inside, typed) < 0:
            kept.append(page[end:start])
            end = position
    kept.append(page[end:])
    return b"".join(kept)


def _closing(page: bytes, name: bytes, position: int) -> tuple[int, bool]:
    """Where the end tag begins, -1 if nowhere, and whether it certainly is this element's."""
    signs = _SIGNS[name]
    certain = True
    position = page.find(b"<", position)  # far quicker than a search in a style sheet
    while position >= 0 and (sign := signs.search(page, position)):
        if sign[1]:
            return sign.start(), certain
        certain = False
        position = sign.end()
    return -1, False


def _any_case(names: Iterable[str]) -> str:
    """A pattern of `names` in any case; a search is slower with a flag."""
    return "|".join("".join(f"[{c}{c.upper()}]" for c in name) for name in names)


def _signs(name: str) -> str:
    """The end tag of an element (group 1), or what casts doubt on it if it stands before."""
    tag = rf"{_any_case([name])}[\s/>]"
    return rf"<(?:(/{tag})|{tag})"


_OPENING: Final = pattern(
    rf"<[!sSnN](?:--|(?:{_any_case(name[1:] for name in NAMES)})[\s/>])".encode()
)
"""What begins like a comment, or like a tag that opens one of the elements."""
_SIGNS: Final = {name.encode(): pattern(_signs(name).encode()) for name in NAMES}

"""Half of a page is no text: its scripts and style sheets are cut before it is parsed.

Only what is certain is cut. Where the beginning of an element may stand in a comment or in an
attribute, which shows when it begins once more before its end, it is left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import AnyStr, Final, Generic

NAMES: Final = ("script", "style", "noscript")
"""The elements that are cut. Nothing in them but their end is read as markup."""

_TYPED: Final = 200
"""Characters of a tag in which it says its type."""


def without_raw(page: str | bytes) -> bytes:
    """`page` in UTF-8 (bytes are taken to be) without style sheets and all scripts but JSON-LD.

    Linear. Lone surrogates become replacement characters.
    """
    if isinstance(page, bytes):
        return _OF_BYTES.cut(page)
    kept = _OF_STR.cut(page)
    try:
        return kept.encode()
    except UnicodeEncodeError:
        return kept.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


class _Shears(Generic[AnyStr]):
    """Cuts in pages of one sort, str or bytes; `sort` makes one of a str."""

    def __init__(self, sort: Callable[[str], AnyStr]) -> None:
        self._opening: re.Pattern[AnyStr] = re.compile(sort(_OPENING))
        self._signs: Mapping[AnyStr, re.Pattern[AnyStr]] = {
            sort(name): re.compile(sort(_signs(name))) for name in NAMES
        }
        self._left: AnyStr = sort("<")
        self._right: AnyStr = sort(">")
        self._comment: AnyStr = sort("<!--")
        self._comment_end: AnyStr = sort("-->")
        self._json_ld: AnyStr = sort("ld+json")
        self._nothing: AnyStr = sort("")

    def cut(self, page: AnyStr) -> AnyStr:
        """What is left of `page`."""
        kept: list[AnyStr] = []
        end = position = 0
        while opening := self._opening.search(page, position):
            start, inside = opening.span()
            name = opening[1]
            if name is None:
                position = page.find(self._comment_end, start) % (len(page) + 1)
                continue
            closing, certain = self._closing(page, name.lower(), inside)
            if closing < 0 or (not certain and page.find(self._comment, inside, closing) >= 0):
                break  # where it ends, only the parser can tell
            position = page.find(self._right, closing) + 1 or len(page)
            typed = min(closing, inside + _TYPED)
            if certain and page.find(self._json_ld, inside, typed) < 0:
                kept.append(page[end:start])
                end = position
        kept.append(page[end:])
        return self._nothing.join(kept)

    def _closing(self, page: AnyStr, name: AnyStr, position: int) -> tuple[int, bool]:
        """Where the end tag begins, -1 if nowhere, and whether it certainly is this element's."""
        signs = self._signs[name]
        certain = True
        position = page.find(self._left, position)  # far quicker than a search in a style sheet
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


_OPENING: Final = rf"<(?:!--|(?=[sSnN])({_any_case(NAMES)})[\s/>])"
"""A comment, or a tag that opens one of the elements (group 1)."""
_OF_STR: Final = _Shears(str)
_OF_BYTES: Final = _Shears(str.encode)

"""A linear look at a page before it is parsed: may the parser see it?

The HTML standard asks a parser for work that grows with the square of some inputs: elements nested
without end, formatting tags that are closed in the wrong place and opened anew in every block,
thousands of different attributes on one tag. No page of the press comes near the limits below.
What exceeds them is left to `strip_tags`, which knows no structure and takes linear time.

Most pages pass on a count of their tags; the exact look, tag by tag, is for the others.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import Final

from ...patterns import pattern

MAX_BYTES: Final = 32_000_000
MAX_DEPTH: Final = 4_096
MAX_ATTRIBUTES: Final = 2_000
"""Attributes of one tag."""
MAX_FORMATTING: Final = 600_000
"""Sum, over all tags, of the formatting elements that are open there."""

_FORMATTING: Final = frozenset(b"b big code em font i nobr s small strike strong tt u".split())
_CHILDLESS: Final = frozenset(
    b"area base br col embed hr img input link meta param source track wbr"
    b" p li dt dd option tr td th".split()
)
"""Void elements, and those that cannot nest without another element around them."""
_RAW: Final = frozenset(b"script style textarea title xmp iframe noembed noframes noscript".split())

_LONG: Final = 16_000
"""Bytes without a ``>`` from which on the attributes of a tag are counted."""
_OPENING: Final = pattern(rb"<[a-zA-Z]")
_FORMATTING_TAG: Final = pattern(
    rb"<(?=[bcefinstuA-Z])"  # for speed
    rb"(?:[bisu]|big|code|em|font|nobr|small|strike|strong|tt|[a-z]*+[A-Z][A-Za-z]*+)[\s>/]"
)
"""A tag that formats, or may do so: one in capitals is left to the exact look."""
_TAG: Final = pattern(
    rb"""<(?:!--.*?(?:-->|\Z)|(/?)([a-zA-Z][^\s/>]*+)"""
    rb"""((?:[\s/]++=?+|[^>=\s/]++|=\s*+(?:"[^"]*+"?=?+|'[^']*+'?=?+)?)*+))""",
    re.DOTALL,
)
"""A comment, or a tag: slash, name, attributes. Quotes count only after an equals sign."""
_ATTRIBUTE: Final = pattern(rb"""[^\s/=]+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s"'][^\s]*+)?)?""")


def objection(page: bytes) -> str:
    """Why the parser should not see `page`; empty if it may. Linear in time and memory."""
    if len(page) > MAX_BYTES:
        return f"more than {MAX_BYTES // 1_000_000} MB"
    tags = page.count(b"<")
    if tags > MAX_DEPTH:
        tags = len(_OPENING.findall(page))
    if tags <= MAX_DEPTH and not _has_long_tag(page):
        if tags * tags <= 2 * MAX_FORMATTING:  # the sum if all of them were formatting tags
            return ""
        if tags * len(_FORMATTING_TAG.findall(page)) <= MAX_FORMATTING:
            return ""
    return _measured(page)


def _has_long_tag(page: bytes) -> bool:
    """Whether there is a tag with too many attributes. Looks only where it might be: in stretches
    without a ``>``, and at the ``>`` between them, lest they stand in quotes.
    """
    position = 0
    while position + _LONG < len(page):
        last = page.rfind(b">", position, position + _LONG)
        if last < 0:
            last = page.find(b">", position) % len(page)
            begins = page.find(b"<", position, last)
            for tag in _TAG.finditer(page, begins) if begins >= 0 else ():
                if tag.start() > last:
                    break
                if _exceeds(tag[3] or b""):
                    return True
        else:
            start = page.rfind(b"<", max(0, position - _LONG), last)
            found = _TAG.match(page, start) if start >= 0 else None
            if found and found.end() > last:
                if _exceeds(found[3] or b""):
                    return True
                last = found.end()
        position = last + 1
    return False


def _measured(page: bytes) -> str:
    """The exact look: one pass over all tags, with comments and raw text left out."""
    meter = _Meter()
    position = 0
    while match := _TAG.search(page, position):
        position = match.end()
        slash, name, attributes = match.groups()
        if name is None:
            continue
        name = name.lower()
        if slash:
            meter.close(name)
        elif reason := meter.open(name, attributes):
            return reason
        elif name in _RAW:
            position = _end_of_raw(page, name, position)
    return ""


class _Meter:
    """What a parser would have open at a place of a page, and the work that this has made."""

    def __init__(self) -> None:
        self._stack: list[bytes] = []
        self._counts: Counter[bytes] = Counter()
        self._formatting = 0
        self._work = 0

    def open(self, name: bytes, attributes: bytes) -> str:
        """Go on by a tag; why not to, if a limit is passed."""
        if len(attributes) > MAX_ATTRIBUTES and _exceeds(attributes):
            return f"a tag with more than {MAX_ATTRIBUTES} attributes"
        self._work += self._formatting
        if self._work > MAX_FORMATTING:
            return "formatting tags that are never closed"
        if name in _CHILDLESS or name in _RAW:
            return ""
        self._counts[name] += 1
        if name in _FORMATTING:
            self._formatting += 1
        else:
            self._stack.append(name)
        deep = len(self._stack) + self._formatting > MAX_DEPTH
        return f"more than {MAX_DEPTH} nested elements" if deep else ""

    def close(self, name: bytes) -> None:
        """An end tag closes the innermost element of its name, and what was left open in that.

        A formatting element only closes itself: what stands around is opened again.
        """
        if not self._counts[name]:
            return
        self._counts[name] -= 1
        if name in _FORMATTING:
            self._formatting -= 1
            return
        while (last := self._stack.pop()) != name:
            self._counts[last] -= 1


def _exceeds(attributes: bytes) -> bool:
    return any(n >= MAX_ATTRIBUTES for n, _ in enumerate(_ATTRIBUTE.finditer(attributes)))


def _end_of_raw(page: bytes, name: bytes, position: int) -> int:
    end = re.compile(b"</" + name, re.IGNORECASE).search(page, position)
    return end.start() if end else len(page)


_DROPPED: Final = pattern(
    r"<(?:!--.*?(?:-->|\Z)|(script|style|noscript|template|svg|head)\b.*?(?:</\1\b[^>]*+>?|\Z))",
    re.DOTALL | re.IGNORECASE,
)
_LINE_TAG: Final = pattern(
    r"</?(?:address|article|aside|blockquote|body|br|center|dd|div|dl|dt|figcaption|figure|footer"
    r"|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|t[dhr]|title|ul)\b[^>]*+>?",
    re.IGNORECASE,
)
_ANY_TAG: Final = pattern(r"</?[a-zA-Z!?][^>]*+>?")


def strip_tags(page: str) -> str:
    """The text of a page that must not be parsed, a line for every block. Linear."""
    text = _DROPPED.sub("\n", page)
    text = " ".join(text.split())
    text = _ANY_TAG.sub("", _LINE_TAG.sub("\n", text))
    return "\n".join(
        line for raw in html.unescape(text).split("\n") if (line := " ".join(raw.split()))
    )

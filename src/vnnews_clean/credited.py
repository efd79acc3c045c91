"""What bylines, credits, marks of agencies and lists of tags say, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .patterns import pattern

NAME_WORDS: Final = 6
"""Words of the longest name of an author."""

_BY: Final = pattern(r"^(?:bởi|tác giả|người viết|bài|thực hiện|by)\b\s*:?\s*", re.IGNORECASE)
_ROLE: Final = pattern(
    r"\((?:ghi|dịch|tổng hợp|thực hiện|lược dịch|biên dịch|t/h)\)", re.IGNORECASE
)
_OUTLET: Final = pattern(
    r"(?:báo|tạp chí|đài|cổng thông tin|trang (?:tin|thông tin)|chuyên trang)\s", re.IGNORECASE
)
"""What a paper's name begins with, and no person's."""
_BETWEEN_NAMES: Final = pattern(r"\s*[,;|/–—·•]\s*|\s+-\s+|\s+và\s+")
_CREDIT: Final = pattern(
    r"^[\s(\[]*(?:(?:theo|nguồn(?:\s+tin)?|source)\b\s*:?)?\s*(.*?)[\s)\].]*$",
    re.IGNORECASE | re.DOTALL,
)
_TAGS_HEADER: Final = pattern(r"^[^:#]{0,24}:\s*")
_BETWEEN_TAGS: Final = pattern(r"\s*[,;#|\n]\s*|\s{2,}")
_PREFIX: Final = pattern(r"\(?\s*([\w.& ]{2,30}?)\s*\)?\s*[-–—:]*\s*$")


def authors(bylines: Iterable[str]) -> tuple[str, ...]:
    """The names in `bylines`, each once; a paper is no author.

    >>> authors(["Bài: Sông Thương - Minh Quân (ghi)", "TẠP CHÍ BẾN SÔNG"])
    ('Sông Thương', 'Minh Quân')
    """
    names: dict[str, None] = {}
    for text in bylines:
        for part in _BETWEEN_NAMES.split(_ROLE.sub("", _BY.sub("", text))):
            name = part.strip(" .:*")
            if _OUTLET.match(name) or any(c.isdigit() for c in name):
                continue
            if name and len(name.split()) <= NAME_WORDS:
                names.setdefault(name)
    return tuple(names)


def source(credits: Iterable[str]) -> str:
    """The agency or paper of the last of `credits`: ``AFP`` of ``(theo AFP)``."""
    found = [_CREDIT.match(text) for text in credits]
    return next((c[1] for c in reversed(found) if c and c[1]), "")


def publisher(prefix: str) -> str:
    """The paper that the mark of an agency names: ``Dân trí`` of ``(Dân trí) -``."""
    found = _PREFIX.match(prefix)
    return found[1] if found else ""


def tags(lists: Iterable[str]) -> tuple[str, ...]:
    """The tags of all `lists`, each once and without the list's header."""
    found: dict[str, None] = {}
    for text in lists:
        for part in _BETWEEN_TAGS.split(_TAGS_HEADER.sub("", text)):
            if part.strip():
                found.setdefault(part.strip())
    return tuple(found)

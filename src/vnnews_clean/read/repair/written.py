r"""What was written out instead of meant: ``\n``, ``<br>``, ``_x000D_``, ``\xa0``, ``&nbsp;``, ``['…', '…']``.

A field of JSON, CSV, SQL or Excel that was printed, not read. A sign counts where it stands as what it
means would: a line break between sentences, a space between words. A lesson on HTML or a statement of
code in a sentence names its signs in the middle of words, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model import Edit
from ...patterns import pattern
from ...textkey import LOWER, UPPER

_BREAK: Final = pattern(r"(?:\\[nrt])+")
_BREAK_TAG: Final = pattern(
    r"(?:[ \t]*</?(?:br|p|div|li|h[1-6])(?:\s[^<>]{0,300})?\s?/?>)+", re.IGNORECASE
)
_EXCEL: Final = pattern(r"(?:_x000[dD]_|_x000[aA]_)\n?")
_SPACE: Final = pattern(rf"\\xa0|(?<=[\w.,!?…”\"])xa0(?=[^\w]|[{UPPER}]|\Z)|(?<!\S)xa0(?!\d)")
"""Glued behind a word, or in front of one, or alone; never in front of a digit."""
_QUOTED: Final = pattern(r"([\"'`])\\[nrt]\1")
_CODE_POINT: Final = pattern(r"(?:\\u[0-9a-fA-F]{4})+")
_MARK: Final = pattern(r"\\([\"'/])")
_ENTITY: Final = pattern(r"&(?:(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d?);|nbsp)")
_ESCAPED_TAG: Final = pattern(r"&lt;/?(?:p|br|div|span|strong|em|b|i)\b", re.IGNORECASE)
_LIST: Final = pattern(r"(?:\A\s*|(?<=[.!?…\"”]))\[(?=['\"])")
_PART: Final = pattern(r"(?<=[^\\])(['\"]),\s{0,2}(['\"])")
_AFTER: Final = pattern(rf"\s*(?:\Z|[^\s{LOWER}])")
_STOP: Final = pattern(r"(?:\A|[.!?…:;\"”’)>\]\n])\s*\Z")
_FEWEST: Final = 2
_MOST: Final = 0.8
"""Share of the signs that must stand at the border of a sentence."""
_MANY: Final = 6
"""Signs at the border of a sentence from which on those in front of a small letter are breaks, too, ..."""
_MOST_OF_MANY: Final = 0.5
"""... if so many of all stand there: lines without diacritics begin small."""
_PATH: Final = pattern(r"(?:[A-Za-z]:|\\(?![nrt]))\S*\Z")
_REACH: Final = 80
"""Characters of a path in front of a sign, at most."""
_FEWEST_POINTS: Final = 3
_LESSON: Final = 6
"""Entities in a text on HTML up to which it names them."""


def written(text: str) -> Iterator[Edit]:
    """What was written out becomes what it stands for: line breaks, spaces, letters, quotes."""
    for sign, repair in _REPAIRS:
        if sign[0] in text and sign in text:  # one character is found far faster
            found = tuple(repair(text))
            if found:
                yield from found
                return


def _list(text: str) -> Iterator[Edit]:
    """The printed list of a Python programmer: its parts are lines."""
    head = _LIST.search(text)
    tail = text.rstrip()
    if not head or not tail.endswith(("']", '"]')):
        return
    start, end = head.end() + 1, len(tail) - 2
    parts = list(_PART.finditer(text, start, end))
    if parts:
        first = head.start()
        yield Edit(first, start, text[first:start], "\n" if first else "", "list")
        for part in parts:
            yield Edit(part.start(), part.end(), part[0], "\n", "list")
        yield Edit(end, len(text), text[end:], "", "list")


def _breaks(text: str) -> Iterator[Edit]:
    r"""``\n``, ``\r\n`` and ``\t`` between sentences, and the escapes that came with them."""
    signs = list(_BREAK.finditer(text))
    borders = [s for s in signs if _AFTER.match(text, s.end())]
    many = len(borders) >= _MANY
    if len(borders) < max(_FEWEST, (_MOST_OF_MANY if many else _MOST) * len(signs)):
        return
    if _QUOTED.search(text) and ("\n" in text or not many):  # a lesson on them
        return
    if many:
        borders = [s for s in signs if _AFTER.match(text, s.end()) or _breaks_line(text, s)]
    edits = [Edit(*s.span(), s[0], _meant(s[0]), "escape") for s in borders]
    edits += [Edit(*m.span(), m[0], m[1], "escape") for m in _MARK.finditer(text)]
    yield from sorted(edits)


def _breaks_line(text: str, sign: re.Match[str]) -> bool:
    r"""Whether a sign in front of a small letter is no part of a path: ``C:\new``."""
    is_break = sign[0] != "\\t" and text[sign.end() : sign.end() + 1].isalpha()
    return is_break and not _PATH.search(text, max(sign.start() - _REACH, 0), sign.start())


def _meant(sign: str) -> str:
    breaks = sign.count("\\n") or sign.count("\\r")
    return "\n" * min(breaks, 2) or " "


def _tags(text: str) -> Iterator[Edit]:
    """``<br>`` and ``</p><p>`` between sentences, or glued between a word and a capital."""
    signs = list(_BREAK_TAG.finditer(text))
    borders = [s for s in signs if _parts(text, s) and _AFTER.match(text, s.end())]
    if len(borders) >= _FEWEST and len(borders) >= _MOST * len(signs):
        for sign in borders:
            beside = (
                text[sign.end() : sign.end() + 1] + text[max(sign.start() - 1, 0) : sign.start()]
            )
            yield Edit(*sign.span(), sign[0], "" if "\n" in beside else "\n", "escape")


def _parts(text: str, sign: re.Match[str]) -> bool:
    """True where something ends in front of `sign`: a sentence, a line, or a word without a space."""
    before = text[max(sign.start() - 3, 0) : sign.start()]
    glued = (
        before[-1:].isalnum()
        and sign[0][0] == "<"
        and not text[sign.end() : sign.end() + 1].isspace()
    )
    return (
        glued or bool(_STOP.search(before)) or text[sign.end() : sign.end() + 1] in ("\r", "\n", "")
    )


def _code_points(text: str) -> Iterator[Edit]:
    r"""Letters such as ``\u1ebf``."""
    found = list(_CODE_POINT.finditer(text))
    if len(found) < _FEWEST_POINTS:
        return
    for run in found:
        units = bytes.fromhex(run[0].replace("\\u", ""))
        meant = units.decode("utf-16-be", "replace")
        yield Edit(*run.span(), run[0], meant, "escape")


def _excel(text: str) -> Iterator[Edit]:
    for sign in _EXCEL.finditer(text):
        yield Edit(*sign.span(), sign[0], "\n", "escape")


def _spaces(text: str) -> Iterator[Edit]:
    found = list(_SPACE.finditer(text))
    if len(found) >= _FEWEST or any(sign[0][0] == "\\" for sign in found):
        for sign in found:
            yield Edit(*sign.span(), sign[0], " ", "escape")


def _entities(text: str) -> Iterator[Edit]:
    """Entities of HTML. Signs of tags only where whole tags were written so."""
    from html import unescape  # noqa: PLC0415 - needed by escaped text only

    found = [e for e in _ENTITY.finditer(text) if unescape(e[0]) != e[0]]
    lowered = text.lower() if 0 < len(found) <= _LESSON else ""
    if not found or "html" in lowered or "thực thể" in lowered:
        return
    tags = len(_ESCAPED_TAG.findall(text)) >= _FEWEST
    for entity in found:
        meant = unescape(entity[0]).replace("\N{NO-BREAK SPACE}", " ")
        following = text[entity.end() : entity.end() + 1]
        if meant == "<" and not tags and (following.isalpha() or following == "/"):
            continue
        yield Edit(*entity.span(), entity[0], meant, "entity")


_REPAIRS: Final = (
    ("&", _entities),
    ("_x000", _excel),
    ("['", _list),
    ('["', _list),
    ("\\u", _code_points),
    ("xa0", _spaces),
    ("\\", _breaks),
    ("<", _tags),
)
"""A sign to look for first, which costs next to nothing, and the repair that it wakes."""
SIGN: Final = pattern(r"[&_\[\\<]")
SPELLED: Final = "xa0"
"""What all signs hold: one of the characters, or these."""
REASONS: Final = frozenset({"escape", "entity", "list"})
"""Reasons of these edits: a text that has them was escaped."""

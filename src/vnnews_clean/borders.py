"""Where something inside flat text begins and ends: sentence borders, and glue.

All offsets index the text that is passed in. Every search is bounded, so a caller may ask at every
hit and the whole stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .patterns import pattern
from .textkey import LOWER, UPPER

_BREAK: Final = pattern(rf"(?:[.!?…;][\"'”’»)\]]*|/\.)\s+(?=[\"'“‘«(\[*–-]*[{UPPER}\d])")
_STOPPED: Final = pattern(rf"[.…][\"'”’]?\s+[\"'“‘]?[{UPPER}]")
_WORD: Final = pattern(r"\w{0,12}")
_ACCENTED: Final = "".join(letter for letter in LOWER if not letter.isascii())
"""Letters that are in no camel-case name."""
_GLUE: Final = pattern(
    rf"(?=[{UPPER}\"“‘\d])(?<!\s)(?:"  # for speed: all have that
    rf"(?<=[{LOWER}][{LOWER}?!\"”’')%…])(?=[{UPPER}])"
    rf"|(?<=[{LOWER}][?!\"”’')%…][\"”’'])(?=[{UPPER}])"
    rf"|(?<=[{LOWER}]{{2}})(?=[\"“‘][{UPPER}])"
    rf"|(?<=[{LOWER}]{{2}})(?=\d[\d.,-]*[{LOWER} ])"
    rf"|(?<=[{UPPER}]{{3}})(?=[{UPPER}][{LOWER}]+ )"
    rf"|(?<=\d)(?=[{UPPER}][{LOWER}]+ )"
    rf"|(?<=[{UPPER}][{_ACCENTED}])(?=[{UPPER}][{LOWER}]+[ ,])"
    rf"|(?<=\d%)(?=[{UPPER}][{LOWER}]+ ))"
)

_PATH: Final = pattern(r"(?:https?://|www\.)[!-.0-~]+/[!-~]*(?<!\.html)(?<!\.htm)")
"""An address up to somewhere in its path, where capitals are its own; none stand in a host, nor
behind the end of one."""
_ADDRESS: Final = 200
"""Characters of an address that are looked back at."""


def has_break(text: str, start: int, end: int) -> bool:
    """True where ``text[start:end]`` holds a full stop with another sentence behind it."""
    return bool(_STOPPED.search(text, start, end))


def last_sentence(text: str, end: int, floor: int, reach: int = 420) -> int | None:
    """Where the last sentence of ``text[floor:end]`` begins; ``None`` if not within `reach`."""
    low = max(floor, end - reach)
    start = low if low == floor else None
    for found in _BREAK.finditer(text, low, end):
        if found.end() < end:
            start = found.end()
    return start


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that `start` is in ends, closing quotes included; at most `end`."""
    found = _BREAK.search(text, start, end)
    return start + len(text[start : found.end()].rstrip()) if found else end


def sentence_ends(text: str) -> Iterator[int]:
    """Where sentences begin behind another one."""
    return (found.end() for found in _BREAK.finditer(text))


def glue_points(text: str, start: int, end: int) -> list[int]:
    """Offsets at which a headline is glued to what follows, without a space: ``… lịch sửBáo cáo …``.

    Camel-case names (``MobiFone``, ``VinFast``) are no glue: the word in front of a glue point is
    written small, or ends with a quote or a question mark. Nor is what stands in the path of an
    address.
    """
    points: list[int] = []
    quotes, counted = 0, start
    for found in _GLUE.finditer(text, start, end):
        point = found.start()
        word = text[max(start, point - 12) : point].split()[-1:]
        behind = _WORD.match(text, point)
        if word and behind and _is_name(word[0], behind.group()):
            continue
        if _in_address(text, start, point):
            continue
        quotes, counted = quotes + text.count('"', counted, point), point
        closing = text[point] == '"' and quotes % 2 == 1
        if not points or point + closing > points[-1] + 1:
            points.append(point + closing)
    return points


def _is_name(word: str, behind: str) -> bool:
    """Whether two halves may be one camel-case name: those have no diacritics, and begin large."""
    mixed = word[0].isupper() and not word.isupper() and word.isalpha()
    return mixed and (word + behind).isascii()


def _in_address(text: str, start: int, point: int) -> bool:
    """Whether the word at `point` goes on with the path of an address."""
    word = text[max(start, point - _ADDRESS) : point].split()[-1:]
    if not word or "/" not in word[0] or not _PATH.fullmatch(word[0]):
        return False
    behind = text[point : point + _ADDRESS].split(maxsplit=1)
    return behind[0].isascii()

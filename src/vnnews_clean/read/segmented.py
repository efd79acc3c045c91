"""Word-segmented text: the syllables of a word joined by underscores, ``Hà_Nội mưa to``; or tokens parted
by spaces alone, ``mưa to , gió lớn .``
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..line import Block
from ..patterns import pattern
from ..signs import Spelled
from ..textkey import LOWER, UPPER
from .joined import Reading, blanked, seen

_JOINT: Final = pattern(rf"(?<=[{LOWER}{UPPER}])_(?=[{LOWER}{UPPER}])")
_APART: Final = pattern(r"(?<=\S) ([,.:;!?)])(?!\S)")
"""A stop on its own behind a word, as tools that part words write it; in the view it stands where it
belongs."""
PARTED: Final = Spelled(" .")
"""Stands in all text whose stops stand on their own."""
_BEHIND: Final = pattern(r"\w[,.!?](?!\S)")
"""A stop right behind a word, as people write it."""
_VIETNAMESE: Final = pattern("[À-ỹ]_|_[^ ]{0,6}[À-ỹ]")
"""An underscore beside a letter that no identifier has."""
_FEWEST: Final = 3
_RARE: Final = 120
"""Characters for each joint, at most: a name of a file here and there is none."""


def read_segmented(text: str, lines: Sequence[Block]) -> Reading | None:
    """`text` with spaces for the joints; ``None`` where words are not joined."""
    joints = _joints(text)
    if not joints and not _is_parted(text):
        return None
    view = _APART.sub(r"\1 ", blanked(text, joints))
    return Reading("segmented", view, tuple(seen(view, lines)))


def _joints(text: str) -> list[tuple[int, int]]:
    """Where words are joined; none, if that may be names of files."""
    count = text.count("_")
    if count < _FEWEST or count * _RARE < len(text):
        return []
    joints = [joint.span() for joint in _JOINT.finditer(text)]
    if len(joints) < _FEWEST or len(_VIETNAMESE.findall(text)) * 2 < len(joints):
        return []
    return joints


def _is_parted(text: str) -> bool:
    """Whether all stops and commas stand on their own."""
    return not _BEHIND.search(text) and len(_APART.findall(text)) >= _FEWEST

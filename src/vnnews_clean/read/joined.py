"""Lines that belong together become one block; what no reader sees becomes space.

The tools that readers of dialects share. Offsets index the text throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model import Block


class Reading(NamedTuple):
    """A text as its dialect's reader sees it: the fields of a `Document` that depend on it."""

    dialect: str
    view: str
    blocks: tuple[Block, ...]
    units: tuple[tuple[int, int], ...] = ()
    is_in_one_line: bool = False


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with `spans` (sorted) turned into spaces; the same object if there are none."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        if end > position:
            parts += (text[position:start], " " * (end - max(start, position)))
            position = end
    return "".join([*parts, text[position:]]) if parts else text


def joined(
    text: str, lines: Sequence[Block], goes_on: Sequence[bool]
) -> tuple[str, tuple[Block, ...]]:
    """The view and the blocks of `text`, in which line ``i`` goes on in the next if ``goes_on[i]``."""
    blocks: list[Block] = []
    breaks: list[tuple[int, int]] = []
    first = 0
    for index, joins in enumerate(goes_on):
        if joins:
            breaks.append((lines[index].end, lines[index + 1].start))
            continue
        line = lines[first]
        blocks.append(line if first == index else Block(line.start, lines[index].end, line.gap))
        first = index + 1
    return blanked(text, breaks), tuple(blocks)


def seen(view: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks` narrowed to what is visible in `view`; what is not is counted as marks around it.

    A block of marks alone, such as a rule between paragraphs, goes with the block behind it, or
    with the last one.
    """
    waiting: Block | None = None
    last: Block | None = None
    for block in blocks:
        start = waiting.start if waiting else block.start
        gap = waiting.gap if waiting else block.gap
        words = view[start : block.end]
        visible = words.strip()
        if not visible:
            waiting = block._replace(start=start, gap=gap)
            continue
        if last:
            yield last
        if len(visible) == block.end - start:
            last = block
            continue
        before = len(words) - len(words.lstrip())
        end = start + before + len(visible)
        last = block._replace(
            start=start + before, end=end, gap=gap, before=before, after=block.end - end
        )
        waiting = None
    if last:
        yield last._replace(after=waiting.end - last.end) if waiting else last


def indents(text: str, lines: Sequence[Block]) -> list[int]:
    """Characters between the beginning of the line and each of `lines`."""
    found: list[int] = []
    end = 0
    for line in lines:
        begin = text.rfind("\n", end, line.start) + 1
        found.append(line.start - max(begin, end))
        end = line.end
    return found

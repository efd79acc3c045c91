"""Recognises how a text was written down, and reads it so.

The evidence is taken from the whole text, and what is not recognised is plain. Clean prose, one
paragraph a line, is told by a glance at how its lines end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ..errors import ConfigError, nearest
from ..model import Block
from .browser import read_browser
from .fragments import read_fragments
from .joined import Reading
from .markdown import read_markdown
from .plain import read_blocks
from .wrapped import read_wrapped

Reader = Callable[[str, Sequence[Block]], Reading | None]

READERS: Final[Mapping[str, Reader]] = {
    "markdown": read_markdown,
    "browser": read_browser,
    "wrapped": read_wrapped,
    "fragments": read_fragments,
}
"""Dialect → its reader, in the order in which they are tried. Each says ``None`` if it is not that."""
DIALECTS: Final = ("plain", *READERS)
_CLOSED: Final = (".", "!", "?", "”", '"', ":", ")", "…")
_SETTLED: Final = 0.6
"""Share of the lines that end with a stop from which on nothing is broken."""


def check(name: str) -> None:
    """Raise `ConfigError` unless `name` is a dialect's, or several joined by ``+``."""
    for part in name.split("+"):
        if part not in DIALECTS:
            raise ConfigError(f'unknown dialect "{part}"{nearest(part, DIALECTS)}')


def read_text(text: str, dialect: str | None = None) -> Reading:
    """The blocks of `text` and what a reader sees of it. Linear; offsets index `text`.

    `dialect` names the reader to use; ``None`` tells it from the text.
    """
    lines = read_blocks(text)
    for name, reader in READERS.items():
        if dialect is None or name in dialect.split("+"):
            settled = dialect is None and name != "markdown" and _is_settled(text, lines)
            reading = None if settled else reader(text, lines)
            if reading and bool(reading.blocks) == bool(lines):
                return reading
    return Reading("plain", text, lines)


def _is_settled(text: str, lines: Sequence[Block]) -> bool:
    """True for clean prose: nearly all lines end as sentences do."""
    closed = sum(text.count(f"{stop}\n") for stop in _CLOSED)
    return closed >= _SETTLED * len(lines)

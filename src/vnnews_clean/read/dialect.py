"""Recognises how a text was written down, and reads it so.

The evidence is taken from the whole text, and what is not recognised is plain. Clean prose, one
paragraph a line, is told by a glance at how its lines end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from ..errors import ConfigError, nearest
from ..model import Block
from .browser import read_browser
from .fragments import NEVER_FIRST, read_fragments
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
_CLOSED: Final = frozenset('.!?”":)…')
_SETTLED: Final = 0.6
"""Share of the lines that end with a stop from which on nothing is broken."""
_BROKEN: Final = 2
"""Lines that begin as no line does, at least, in a text that is broken."""


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
    names = _possible(text, lines) if dialect is None else dialect.split("+")
    for name in names:
        reading = READERS[name](text, lines) if name in READERS else None
        if reading and reading.blocks:
            return reading
    return Reading("plain", text, lines)


def _possible(text: str, lines: Sequence[Block]) -> Iterator[str]:
    """The dialects that a text could be of, by a glance."""
    yield "markdown"
    if sum(text[line.end - 1] in _CLOSED for line in lines) >= _SETTLED * len(lines):
        return
    if "\n " in text or "[1]" in text:
        yield "browser"
    broken = sum(text[line.start].islower() or text[line.start] in NEVER_FIRST for line in lines)
    if broken + text.count(",\n") + text.count(", \n") >= _BROKEN:
        yield from ("wrapped", "fragments")

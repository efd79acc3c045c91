"""Recognises how a text was written down, and reads it so.

The evidence is taken from the whole text, and what is not recognised is plain. Clean prose, one
paragraph a line, is told by a glance at how its lines end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from ..errors import ConfigError, nearest
from ..model import Block
from ..patterns import pattern
from ..phrases import Lexicon
from ..seen import Seen
from ..shapes import has_stop
from .browser import read_browser
from .flat import lines_of_page
from .fragments import NEVER_FIRST, read_fragments
from .joined import Reading
from .markdown import read_markdown
from .plain import read_blocks
from .repair.lineends import with_equal_ends
from .segmented import PARTED, read_segmented
from .wrapped import read_wrapped

Reader = Callable[[str, Sequence[Block]], Reading | None]

READERS: Final[Mapping[str, Reader]] = {
    "segmented": read_segmented,
    "markdown": read_markdown,
    "browser": read_browser,
    "wrapped": read_wrapped,
    "fragments": read_fragments,
}
"""Dialect → its reader, in the order in which they are tried. Each says ``None`` if it is not that."""
FLAT: Final = "flat"
ESCAPED: Final = "escaped"
DIALECTS: Final = ("plain", *READERS, FLAT, ESCAPED)
"""`FLAT` is one line, perhaps a whole page; `ESCAPED` is mended before, and read as plain text is."""
_FLAT: Final = 200
"""Characters from which on a text in one line is flat; shorter ones are lines."""
_CLOSED: Final = frozenset('.!?”":)…')
_MARK: Final = pattern(r"[#*\]]")
"""What all Markdown has: of a heading, of bold letters, or of a link."""
_SETTLED: Final = 0.6
"""Share of the lines that end with a stop from which on nothing is broken."""
_BROKEN: Final = 2
"""Lines that begin as no line does, at least, in a text that is broken."""


def check(name: str) -> None:
    """Raise `ConfigError` unless `name` is a dialect's, or several joined by ``+``."""
    for part in name.split("+"):
        if part not in DIALECTS:
            raise ConfigError(f'unknown dialect "{part}"{nearest(part, DIALECTS)}')


def read_text(
    text: str, lexicon: Lexicon, dialect: str | None = None, *, escaped: bool = False, seen: Seen
) -> Reading:
    """The blocks of `text` and what a reader sees of it. Linear; offsets index `text`, whose line
    ends may be of any sort.

    `dialect` names the reader to use; ``None`` tells it from the text. `escaped` says that line
    breaks or entities were written out in it, and are no longer. `seen` is what a look at `text` saw,
    with the phrases of `lexicon`.
    """
    odd, equal = seen.odd, with_equal_ends(text, seen.odd)
    known = seen if equal is text else None
    lines = read_blocks(equal, known.lines if known else None)
    text = equal
    ends = known.outline.lasts if known else "".join([text[line.end - 1] for line in lines])
    parted = PARTED in known.spelled if known else PARTED.words in text
    names = (
        _possible(text, lines, odd, ends, parted=parted) if dialect is None else dialect.split("+")
    )
    found = _read(text, lines, names)
    if dialect is not None:
        found = found._replace(dialect=dialect)
    elif escaped:
        found = found._replace(dialect=f"{ESCAPED}+{found.dialect}".removesuffix("+plain"))
    if found.dialect.endswith(FLAT) and (page := lines_of_page(text, seen.key, lexicon)):
        found = found._replace(blocks=page, is_in_one_line=True)
    return found


def _read(text: str, lines: tuple[Block, ...], names: Iterable[str]) -> Reading:
    """The reading of the first of `names` whose reader takes the text."""
    for name in names:
        reading = READERS[name](text, lines) if name in READERS else None
        if reading and reading.blocks:
            return reading
    return Reading(FLAT if is_flat(text, lines) else "plain", text, lines)


def is_flat(text: str, lines: Sequence[Block]) -> bool:
    """True for a text of several sentences in one line."""
    return len(lines) == 1 and len(text) >= _FLAT and has_stop(text)


def _possible(
    text: str, lines: Sequence[Block], odd: str, ends: str, *, parted: bool
) -> Iterator[str]:
    """The dialects that a text could be of, by a glance; `ends` are the last characters of its lines, and
    `parted` says that a stop may stand on its own.
    """
    if parted or "_" in odd:
        yield "segmented"
    if odd and _MARK.search(odd):
        yield "markdown"
    if sum(map(_CLOSED.__contains__, ends)) >= _SETTLED * len(lines):
        return
    if ("[" in odd and "[1]" in text) or (len(lines) > 1 and "\n " in text):
        yield "browser"
    stopped = sum([text[line.start] in NEVER_FIRST for line in lines])
    broken = sum([text[line.start].islower() for line in lines]) + stopped * _BROKEN
    if broken + ends.count(",", 0, -1) >= _BROKEN:
        yield from ("wrapped", "fragments")

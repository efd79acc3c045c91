"""A cleaned text in the form of the file it came from: indents and line breaks as they were."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from ..edits import SourceMap
from ..render import Piece
from ..result import Result
from .findings import Lines
from .source import Form

_BREAKS: Final = "\r\n"


def refitted(result: Result, old: str, form: Form) -> str:
    """``result.text`` as a file that held `old` should hold it.

    A line of which nothing is cut stays as it is, to the character; of one that is cut, the
    indent and the line break stay. An empty line ends as the line before it does.
    """
    lines = _OldLines(result, old)
    written: list[str] = []
    ending = form.newline
    at = 0
    for line in result.text.split("\n"):
        content, found = line, ""
        if line.strip():
            content, found = lines.like(line, at + len(line) - len(line.lstrip()))
        ending = found or ending
        written += (content, ending)
        at += len(line) + 1
    if not form.closed or not result.text:
        written.pop()
    return "".join(written)


class _OldLines:
    """The lines of a file, by what became of them."""

    def __init__(self, result: Result, old: str) -> None:
        self._old: Final = old
        self._lines: Final = Lines(old)
        self._pieces: Final[tuple[Piece, ...]] = result.pieces
        self._source: Final = SourceMap(result.document.edits)

    def like(self, line: str, at: int) -> tuple[str, str]:
        """`line`, whose first character stands at `at` of the cleaned text, as the file has it, and
        its line break; an empty one if it had none.
        """
        piece = self._pieces[max(0, bisect_right(self._pieces, at, key=lambda p: p.at) - 1)]
        offset = self._source.to_source(piece.start + at - piece.at)
        start, end = self._lines.span(offset)
        whole = self._old[start:end]
        before = whole.rstrip(_BREAKS)
        ending = whole[len(before) :]
        if before.strip() == line.strip():
            return before, ending
        indent = self._old[start:offset]
        return (indent if indent.isspace() else "") + line.lstrip(), ending

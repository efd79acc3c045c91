"""Reading a file: what it must not be, what sort it is, and the form its text must go back to."""

from __future__ import annotations

import re
import stat
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Final

from ..errors import InputError
from ..patterns import pattern
from ..read.repair.binary import objection
from ..read.repair.decode import by_mark
from ..read.repair.halves import by_halves

_SNIFFED: Final = 8192
"""Bytes that are looked at to tell a page from a text."""
_PAGE: Final = pattern(
    rb"\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100}|<!--.{0,1000}?-->\s{0,100}){0,3}"
    rb"<(?:!doctype html|html|head|body|meta|article|main|section|div|table|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_SUFFIXES: Final = frozenset((".html", ".htm", ".xhtml", ".shtml"))
_RECORD_SUFFIXES: Final = frozenset((".jsonl", ".ndjson"))


class Sort(StrEnum):
    """What a file holds."""

    TEXT = "text"
    HTML = "html"
    RECORDS = "jsonl"


def sort_of(name: str, data: bytes) -> Sort:
    """The sort of a file, by the suffix of its name and, where that says little, by how it begins."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _RECORD_SUFFIXES:
        return Sort.RECORDS
    if suffix in _PAGE_SUFFIXES:
        return Sort.HTML
    marked = by_mark(data[:_SNIFFED]) or by_halves(data[:_SNIFFED])
    head = marked.text.encode("utf-8", "replace") if marked else data[:_SNIFFED]
    return Sort.HTML if _PAGE.match(head) else Sort.TEXT


def read(path: Path, *, pipes: bool = False) -> bytes:
    """The content of a regular file that is not binary.

    With `pipes` a FIFO is read to its end (``<(command)`` of a shell); otherwise it is refused
    before it is opened, since opening one can wait for ever. Raises `InputError`, naming the file.
    """
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or (pipes and stat.S_ISFIFO(mode))):
            raise InputError(f"{path}: is {_describe(mode)}, not a file")
        data = path.read_bytes()
    except FileNotFoundError:
        reason = "is a link to nothing" if path.is_symlink() else "no such file"
        raise InputError(f"{path}: {reason}") from None
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    except ValueError as error:  # a NUL in the name
        raise InputError(f"{str(path)!r}: {error}") from None
    refuse_binary(str(path), data)
    return data


def read_stdin() -> bytes:
    """All of standard input. Raises `InputError` if it is closed."""
    if sys.stdin is None:
        raise InputError("standard input is closed")
    return sys.stdin.buffer.read()


def refuse_binary(name: str, data: bytes) -> None:
    """Raise `InputError` for what is no text in any encoding that is known."""
    if why := objection(data):
        raise InputError(f"{name}: {why}")


def _describe(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


@dataclass(frozen=True, slots=True)
class Form:
    """What a file's text is wrapped in, and a rewritten file must keep."""

    encoding: str = "utf-8"
    mark: bytes = b""
    """Byte order mark."""
    newline: str = "\n"
    """The line break that most lines end with."""
    closed: bool = True
    """Whether the last line ends with a line break."""

    def encode(self, text: str) -> bytes:
        """The content of a file of this form that holds `text`, line breaks and all."""
        return self.mark + text.encode(self.encoding, "surrogatepass")


def decode(name: str, data: bytes) -> tuple[str, Form]:
    """The text of a file and its form. Raises `InputError` where bytes would be lost on the way back.

    That is everything but UTF-8 and what has a byte order mark: to rewrite a file in place in
    another encoding, or with characters replaced, is not for a cleaner to decide.
    """
    marked = by_mark(data)
    encoding = marked.encoding if marked else "utf-8"
    if not marked and (unmarked := by_halves(data)):
        raise _not_rewritten(name, f"{unmarked.encoding.upper()} without a byte order mark")
    mark = "\N{ZERO WIDTH NO-BREAK SPACE}".encode(encoding) if marked else b""
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        place = len(mark) + error.start
        line = data[len(mark) : place].decode(encoding).count("\n") + 1
        what = f"not {encoding.upper()} (line {line}, byte {place})"
        raise _not_rewritten(name, what) from None
    crlf = text.count("\r\n")
    counts = {"\n": text.count("\n") - crlf, "\r\n": crlf, "\r": text.count("\r") - crlf}
    newline = max(counts, key=counts.__getitem__)
    return text, Form(encoding, mark, newline, closed=text.endswith(("\n", "\r")))


def _not_rewritten(name: str, what: str) -> InputError:
    return InputError(
        f"{name}: is {what}, and is not rewritten; `vnnews-clean clean` reads other encodings"
    )

"""The terminal: colours where they are wanted, bytes as they are, a line of progress."""

from __future__ import annotations

import os
import shutil
import sys
from time import monotonic
from typing import Final

import click

_INTERVAL: Final = 0.1
"""Seconds between two lines of progress."""


def wants_color(choice: bool | None) -> bool:
    """Whether to colour standard output: as told, else on a terminal without ``NO_COLOR``."""
    if choice is not None:
        return choice
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def write(data: bytes) -> None:
    """Bytes to standard output, untouched by locale and line-end conventions."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def echo(text: str) -> None:
    """A line of text to standard output, in UTF-8 whatever the locale says."""
    write(f"{text}\n".encode("utf-8", "backslashreplace"))


def complain(message: str) -> None:
    """A line on standard error about something that could not be done."""
    click.echo(click.style("error: ", fg="red") + _printable(message), err=True)


def remark(message: str) -> None:
    """A line on standard error about how it went."""
    click.echo(_printable(message), err=True)


def _printable(message: str) -> str:
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    return message.encode(encoding, "backslashreplace").decode(encoding)


class Progress:
    """One line on standard error that is written over; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._shown = False
        self._next = monotonic() + 5 * _INTERVAL if sys.stderr.isatty() else float("inf")

    def show(self, line: str) -> None:
        """Show `line`, unless the last one has hardly been seen."""
        now = monotonic()
        if now >= self._next:
            self._next = now + _INTERVAL
            self._shown = True
            width = shutil.get_terminal_size().columns - 1
            click.echo(f"\r\x1b[K{_printable(line)[:width]}", nl=False, err=True)

    def clear(self) -> None:
        """Make room for other output."""
        if self._shown:
            self._shown = False
            click.echo("\r\x1b[K", nl=False, err=True)

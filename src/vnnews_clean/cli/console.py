"""The terminal: colours where they are wanted, bytes as they are, a line of progress."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from time import monotonic
from typing import Final

import click

from ..errors import visible

_INTERVAL: Final = 0.1
"""Seconds between two lines of progress."""


def settle_streams() -> None:
    """Occupy the places of closed standard streams, lest a file of ours be opened there."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            free = os.open(os.devnull, os.O_RDWR)  # the lowest place
            os.set_inheritable(free, True)  # noqa: FBT003 - workers need it as well
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - to the end


def drop_output() -> None:
    """What could not be written is not tried again when the process ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, AttributeError):
        os.dup2(nowhere, sys.stdout.fileno())


def wants_color(choice: bool | None) -> bool:
    """Whether to colour standard output: as told; by ``NO_COLOR`` or ``FORCE_COLOR``; on a terminal
    that is not dumb.
    """
    if choice is not None:
        return choice
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def write(data: bytes) -> None:
    """Bytes to standard output, untouched by locale and line-end conventions."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def echo(text: str) -> None:
    """A line of text to standard output, in UTF-8 whatever the locale says."""
    write(f"{text}\n".encode("utf-8", "backslashreplace"))


def complain(message: str) -> None:
    """A line on standard error about something that could not be done, whatever it is called."""
    _tell(click.style("error: ", fg="red") + _printable(visible(message)))


def remark(message: str) -> None:
    """A line on standard error about how it went."""
    _tell(_printable(message))


def _tell(line: str, *, ends: bool = True) -> None:
    """A line on standard error, if that can still be written to: nobody else can be told."""
    with suppress(OSError):
        click.echo(line, err=True, nl=ends)


def _printable(message: str) -> str:
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    return message.encode(encoding, "backslashreplace").decode(encoding)


def moves() -> bool:
    """Whether standard error is a terminal on which a line can be written over."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


class Progress:
    """One line on standard error that is written over; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._shown = False
        self._next = monotonic() + 5 * _INTERVAL if moves() else float("inf")

    def show(self, line: str) -> None:
        """Show `line`, unless the last one has hardly been seen."""
        now = monotonic()
        if now >= self._next:
            self._next = now + _INTERVAL
            self._shown = True
            width = shutil.get_terminal_size().columns - 1
            _tell(f"\r\x1b[K{_printable(visible(line))[:width]}", ends=False)

    def clear(self) -> None:
        """Make room for other output."""
        if self._shown:
            self._shown = False
            _tell("\r\x1b[K", ends=False)

"""Interrupts that wait for a moment at which nothing is half done.

An exception out of a signal handler may strike inside a lock or between two writes. So the handler
only takes note, and the run asks at points of its own choosing.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, Self

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)
_HANGUP: Final = getattr(signal, "SIGHUP", None)
"""What a run is told whose terminal or connection was closed."""
INTERVAL: Final = 0.2
"""Seconds after which somebody who waits asks again."""


class Interrupt:
    """Whether somebody wants the run to stop. A second signal ends the process at once."""

    def __init__(self) -> None:
        self._wanted = False
        self._before: Final[dict[int, object]] = {}

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._take_note)
        if _HANGUP and signal.getsignal(_HANGUP) != signal.SIG_IGN:  # which `nohup` sets
            self._before[_HANGUP] = signal.signal(_HANGUP, self._take_note)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]

    def check(self) -> None:
        """Raises `KeyboardInterrupt` if there was a signal."""
        if self._wanted:
            raise KeyboardInterrupt

    def _take_note(self, number: int, _frame: FrameType | None) -> None:
        if self._wanted:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        self._wanted = True


@contextmanager
def blocked() -> Iterator[None]:
    """Block interrupts and hangups, also in processes that begin in here: a terminal sends them to all that
    run in it, but it is for the run to end its helpers. This process gets its own when it leaves.
    """
    signals = [signal.SIGINT, *([_HANGUP] if _HANGUP else [])]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class PatientInput:
    """Standard input, read without missing an interrupt while nothing comes."""

    def __init__(self, descriptor: int, interrupt: Interrupt) -> None:
        self._descriptor: Final = descriptor
        self._interrupt: Final = interrupt

    def read(self, size: int, /) -> bytes:
        while (
            sys.platform != "win32" and not select.select([self._descriptor], [], [], INTERVAL)[0]
        ):
            self._interrupt.check()
        return os.read(self._descriptor, size)

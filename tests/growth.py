"""How the work on a text grows with its length."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")
LIMIT: Final = 6.0
"""Growth of the time for four times the text, up to which work is linear; quadratic work is at 16."""
TRIES: Final = 3


def growth(work: Callable[[T], object], text: T, longer: T) -> float:
    """How much more processor time `longer` takes than `text`: the least of a few tries."""
    return min(_seconds(work, longer) / _seconds(work, text) for _ in range(TRIES))


def _seconds(work: Callable[[T], object], text: T) -> float:
    begun = time.process_time()
    work(text)
    return max(time.process_time() - begun, 1e-4)

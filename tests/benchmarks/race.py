"""Interleaved timing: every runner does all of the work in turn, again and again; the best counts.

A figure in seconds drifts from machine to machine and from minute to minute. The ratio of two that
ran in turn holds, so everything that is compared is timed in one race. What is measured is the
processor's time of this process: other programs on the machine take none of it.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

SLOW_ROUNDS: Final = 2
"""Rounds of a yardstick, which needs no second digit."""


class Runner(NamedTuple):
    """A function to be timed over every input; its outcome is thrown away."""

    function: Callable[[str], object]
    yardstick: bool = False


def race(
    runners: Mapping[str, Runner],
    inputs: Sequence[str],
    rounds: int,
    clock: Callable[[], float] = time.process_time,
) -> dict[str, float]:
    """Seconds of the best round of every runner, over all `inputs`."""
    best = dict.fromkeys(runners, float("inf"))
    for runner in runners.values():  # what is made once is made before
        runner.function(inputs[0])
    for number in range(rounds):
        for name, runner in runners.items():
            if runner.yardstick and number >= SLOW_ROUNDS:
                continue
            gc.collect()
            begun = clock()
            for given in inputs:
                runner.function(given)
            best[name] = min(best[name], clock() - begun)
    return best

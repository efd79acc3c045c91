"""Several jobs in a row, one for each shard: one pool of workers, one tally, one report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..errors import InputError
from .engine import Report, Surroundings, run
from .job import Job
from .pool import Pool
from .progress import Progress
from .tally import Tally

_NAMED: Final = 9
"""Inputs that could not be read, each with its reason; a mistyped key is that of all of them."""


class _Shifted:
    """The progress of one job among others."""

    def __init__(self, progress: Progress, inputs: int, before: Tally) -> None:
        self._progress: Final = progress
        self._inputs: Final = inputs
        self._before: Final = before

    def update(self, source: int, consumed: int, tally: Tally) -> None:
        self._progress.update(self._inputs + source, consumed, self._before.plus(tally))

    def close(self) -> None:
        """There are other jobs to come."""


def run_all(jobs: Sequence[Job], around: Surroundings) -> Report:
    """Do the jobs, or what is left of them, in order; the report is that of all together.

    A job that is complete is passed over. One whose input cannot be read does not keep the others
    from being done. Raises what `run` raises; `InputError` at the end of all.
    """
    failed: list[InputError] = []
    total = Tally()
    seconds, resumed, done, inputs = 0.0, False, True, 0
    first = jobs[0]
    try:
        with Pool(first.setup, first.jobs, around.check) as pool:
            for job in jobs:
                shifted = _Shifted(around.progress, inputs, total)
                try:
                    report = run(job, around._replace(progress=shifted, before=total), pool)
                except InputError as error:
                    failed.append(error)
                    inputs += len(job.inputs)
                    continue
                total = total.plus(report.tally)
                inputs += len(job.inputs)
                seconds += report.seconds
                resumed = resumed or report.resumed or report.already_done
                done = done and report.already_done
    finally:
        around.progress.close()
    if len(failed) == 1 == len(jobs):
        raise failed[0]
    if failed:
        rest = f"{len(jobs) - len(failed)} of {len(jobs)} inputs are done"
        more = [f"{len(failed) - _NAMED} more"] if len(failed) > _NAMED else []
        raise InputError("; ".join([*map(str, failed[:_NAMED]), *more, rest]))
    return Report(total, seconds, resumed=resumed and not done, already_done=done)

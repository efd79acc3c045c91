"""A batch run from beginning to end: read, clean, write, note down, go on after a kill."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from time import monotonic
from typing import IO, Final, NamedTuple

from ..errors import VnnewsError
from .brakes import StoppedError
from .chunks import Chunk, Outcome, Position
from .convert import ConvertedSink
from .extras import check_installed
from .identity import ChangedError
from .inputs import Input, packing_of
from .job import Job, earlier_journal, new_journal
from .journal import Journal
from .journal_writer import JournalWriter
from .paths import journal_of
from .pool import Pending, Pool, rejections
from .progress import Progress, Silence
from .refused import RefusedFile
from .sinks import FileSink, PipeSink, Sink, tidy
from .streams import Source
from .table_sink import ParquetSink
from .tally import Tally

IN_FLIGHT: Final = 24 << 20
"""Bytes of chunks that are read but not written; always at least one chunk."""
_PER_JOB: Final = 3
"""Chunks on their way for each worker."""


class Surroundings(NamedTuple):
    """What a run has to do with the process around it."""

    progress: Progress = Silence()
    stdin: Source | None = None
    stdout: IO[bytes] | None = None
    before: Tally = Tally()
    """What other jobs of the same command have done."""
    check: Callable[[], None] = lambda: None
    """Is called whenever nothing is half done; what it raises ends the run."""


class Report(NamedTuple):
    """How a run ended."""

    tally: Tally
    seconds: float
    """Time at work, that of interrupted runs included."""
    resumed: bool
    already_done: bool


def run(
    job: Job,
    around: Surroundings = Surroundings(),  # noqa: B008 - immutable
    pool: Pool | None = None,
) -> Report:
    """Do the job, or the rest of it, with workers of its own or those of a `pool`.

    Raises `StoppedError` when too much goes wrong, `ConfigError` if the output belongs to another run or a package is missing, and
    `InputError` for files that cannot be read. An interrupt passes through; the journal then says
    where to go on.
    """
    check_installed([*(i.format for i in job.inputs), job.format])
    stamps = [source.stamp() for source in job.inputs]
    if not job.keeps_columns:
        for source in job.inputs:
            source.check(job.setup.fields)
    fresh = new_journal(job)
    journal = earlier_journal(job, fresh) or fresh
    if journal.complete and job.output and job.output.exists():
        tidy(job.output)
        return Report(journal.tally, journal.seconds, resumed=False, already_done=True)
    resumed = journal is not fresh
    with closing(Run(job, journal, stamps, around)) as run_:
        run_.work(pool)
    return Report(journal.tally, journal.seconds, resumed=resumed, already_done=False)


class Run:
    """A run at work: its window of chunks on their way, and what it has written."""

    def __init__(
        self, job: Job, journal: Journal, stamps: Sequence[object], around: Surroundings
    ) -> None:
        """`stamps` are those of the inputs when the run began."""
        self._job: Final = job
        self._journal: Final = journal
        self._around: Final = around
        self._sink: Final = _sink(job, journal, around.stdout)
        known = job.output is not None
        self._quarantine: Final = RefusedFile(
            job.quarantine, journal.quarantined if known else None
        )
        self._rejected: Final = RefusedFile(job.rejected, journal.rejected if known else None)
        self._stamps: Final = stamps
        self._packing: Final = packing_of(job.format)
        self._window: Final[deque[tuple[int, Chunk, Pending | None]]] = deque()
        self._in_flight = 0
        self._noted = monotonic()
        self._writer: Final = self._journal_writer()
        self._settled = True
        """Whether the journal's numbers and what is written agree just now."""

    def work(self, pool: Pool | None = None) -> None:
        """Read, clean and write what is left, then put the output in its place."""
        if not self._journal.complete:
            self._note_and_wait()
            try:
                if pool:
                    self._pump(pool)
                else:
                    with Pool(self._job.setup, self._job.jobs, self._around.check) as own:
                        self._pump(own)
            except (KeyboardInterrupt, StoppedError):
                if self._settled:
                    self._note_and_wait()
                raise
            tally = self._journal.tally
            if tally.documents != tally.written + tally.rejected + tally.quarantined:
                raise VnnewsError("documents were lost; this is a bug, please report it")
            self._journal.complete = True
            self._note_and_wait()
        self._sink.finish()
        self._quarantine.finish()
        self._rejected.finish()

    def close(self) -> None:
        if self._writer:
            self._writer.close()
        self._sink.close()
        self._quarantine.close()
        self._rejected.close()
        self._around.progress.close()

    def _pump(self, pool: Pool) -> None:
        """Keep the workers busy, and write in order what they bring."""
        for source, chunk in self._chunks():
            self._around.check()
            pending = pool.submit(chunk.payload, self._packing) if chunk.payload else None
            self._window.append((source, chunk, pending))
            self._in_flight += chunk.size
            while self._full():
                self._commit(pool)
        while self._window:
            self._commit(pool)

    def _full(self) -> bool:
        many = len(self._window) > self._job.jobs * _PER_JOB
        return many or (self._in_flight > IN_FLIGHT and len(self._window) > 1)

    def _chunks(self) -> Iterator[tuple[int, Chunk]]:
        """What is left to do, with the index of the input it comes from."""
        position, setup = self._journal.position, self._job.setup
        for index, source in enumerate(self._job.inputs):
            if index >= position.input:
                self._check_unchanged(index, source)
                start = position if index == position.input else Position(index)
                stdin = self._around.stdin if source.standard else None
                reader = source.reader(
                    setup.fields, setup.limits, stdin, as_lines=not self._job.keeps_columns
                )
                yield from ((index, chunk) for chunk in reader.chunks(start))
                self._check_unchanged(index, source)

    def _check_unchanged(self, index: int, source: Input) -> None:
        if self._stamps[index] != source.stamp():
            raise ChangedError(str(source.path))

    def _commit(self, pool: Pool) -> None:
        """Write the oldest chunk on its way, once it is done."""
        source, chunk, pending = self._window[0]
        outcome = pool.outcome(pending) if pending else Outcome((), [], Tally())
        self._settled = False
        self._window.popleft()
        self._in_flight -= chunk.size
        self._sink.write(chunk, outcome)
        gone = [*outcome.quarantined, *chunk.rejected]
        self._quarantine.write(gone)
        self._rejected.write(outcome.rejected)
        self._journal.tally.add(outcome.tally)
        self._journal.tally.add(rejections(chunk.rejected))
        for what, count in chunk.passed.items():
            self._journal.tally.pass_over(what, count)
        self._journal.position = chunk.end
        self._settled = chunk.settled
        self._around.progress.update(source, chunk.consumed, self._journal.tally)
        if self._settled and self._writer and self._writer.idle and self._is_time():
            self._note()
        self._job.brakes.check(self._around.before.plus(self._journal.tally), gone)

    def _is_time(self) -> bool:
        return monotonic() - self._noted >= self._job.checkpoint

    def _note(self) -> None:
        """Write down where the run stands; in the background, unless somebody waits."""
        now = monotonic()
        self._journal.seconds += now - self._noted
        self._noted = now
        self._journal.written = self._sink.size
        self._journal.quarantined = self._quarantine.size
        self._journal.rejected = self._rejected.size
        if self._writer:
            self._writer.note(self._journal.dump())

    def _note_and_wait(self) -> None:
        self._note()
        if self._writer:
            self._writer.wait()

    def _journal_writer(self) -> JournalWriter | None:
        if not self._job.resumable or self._job.output is None:
            return None
        syncs = (self._sink.sync, self._quarantine.sync, self._rejected.sync)
        return JournalWriter(journal_of(self._job.output), *syncs)


def _sink(job: Job, journal: Journal, stdout: IO[bytes] | None) -> Sink:
    packing = packing_of(job.format)
    if job.output is None:
        assert stdout is not None
        return PipeSink(stdout, packing)
    if job.format == "parquet" and not job.keeps_columns:
        return ConvertedSink(job.output, job.setup.fields, journal.written)
    if job.format == "parquet":
        paths = [i.path for i in job.inputs]
        return ParquetSink(job.output, paths, job.setup.fields, journal.written)
    return FileSink(job.output, packing, journal.written)

"""Worker processes that may hang, crash or grow: none of it costs more than one document.

A chunk whose worker does not come back is taken apart, and its documents are tried one by one.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable
from concurrent.futures import Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.synchronize import RLock
from typing import Final, Protocol, Self

import pebble

from ..errors import VnnewsError, named
from ..quarantine import Reason
from .chunks import Outcome, Packing, Payload, Piece, Refused, Setup
from .identity import ChangedError
from .interrupt import INTERVAL, blocked
from .tally import Tally
from .worker import BLOATED, clean_chunk, patience, worker_for

_MAX_REVIVALS: Final = 5
"""Pools that may break in a row, without any chunk done, before the run is given up."""
_TRIALS: Final = 2
"""Failures of a document alone that make it guilty: once may be its worker's, or the machine's."""
_MAX_TRIALS: Final = 3
"""Trials of a document alone whose worker was ended by somebody else."""


class _ProcessPool(Protocol):
    """What is used of ``pebble.ProcessPool``."""

    @property
    def active(self) -> bool: ...
    def schedule(
        self, function: Callable[..., Outcome], args: tuple[object, ...], *, timeout: float
    ) -> Future[Outcome]: ...
    def stop(self) -> None: ...
    def join(self) -> None: ...


class WorkersError(VnnewsError):
    """The worker processes do not even start."""


@dataclass(slots=True, eq=False)
class Pending:
    """Documents on their way."""

    payload: Payload
    packing: Packing | None
    """How a whole chunk is packed; ``None`` for a part of one."""
    future: Future[Outcome]


class Pool:
    """A pebble pool that hands out outcomes, never exceptions of documents."""

    def __init__(self, setup: Setup, jobs: int, check: Callable[[], None]) -> None:
        """`check` is called before and while a document is waited for, and may raise to end that."""
        self._check: Final = check
        self._setup: Final = setup
        self._jobs: Final = jobs
        self._outstanding: Final[dict[int, Pending]] = {}
        self._revivals = 0
        self._context: Final = _Context()
        self._pool = self._made()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def submit(self, payload: Payload, packing: Packing | None) -> Pending:
        """Send documents on their way to a worker. A whole chunk comes back packed."""
        pending = Pending(payload, packing, Future())
        self._outstanding[id(pending)] = pending
        self._schedule(pending)
        return pending

    def outcome(self, pending: Pending) -> Outcome:
        """What became of a chunk; waits for it."""
        try:
            return self._result(pending)
        except (WorkersError, ChangedError):
            raise
        except Exception:  # noqa: BLE001 - whatever it is, it is one document's
            return self._one_by_one(pending.payload)

    def _one_by_one(self, payload: Payload) -> Outcome:
        pieces: list[Piece] = []
        total = Outcome(pieces, [], Tally())
        for pending in [self.submit(single, None) for single in payload.singles()]:
            outcome = self._alone(pending)
            pieces += outcome.pieces
            total.quarantined += outcome.quarantined
            total.rejected += outcome.rejected
            total.tally.add(outcome.tally)
        return total

    def _alone(self, pending: Pending) -> Outcome:
        """The outcome of one document; if its worker fails twice, the quarantine."""
        for trial in range(1, _MAX_TRIALS + 1):
            if trial > 1:
                pending = self.submit(pending.payload, None)
            try:
                return self._result(pending)
            except TimeoutError:
                seconds = self._setup.limits.seconds
                verdict = Reason.DEADLINE, f"not done after {seconds:g} seconds, worker ended"
            except pebble.ProcessExpired as error:
                verdict = _verdict(error.exitcode, self._setup.limits.memory)
                if error.exitcode in (BLOATED, -9):
                    continue
            except MemoryError:
                verdict = Reason.MEMORY, f"needs more than {self._setup.limits.memory >> 20} MB"
            except (WorkersError, ChangedError):
                raise
            except Exception as error:  # noqa: BLE001 - a document's own, too
                verdict = Reason.ERROR, named(error)
            if trial >= _TRIALS:
                break
        return _refused(pending.payload, *verdict)

    def _result(self, pending: Pending) -> Outcome:
        """Wait for a worker's answer. Raises what became of it instead; revives a broken pool."""
        while True:
            self._check()
            try:
                while not wait((pending.future,), INTERVAL).done:
                    self._check()
                    if not self._pool.active:  # it broke while this was put in its queue
                        raise BrokenProcessPool  # noqa: TRY301 - as if it had said so
                outcome: Outcome = pending.future.result()
            except BrokenProcessPool:
                self._revive()
            except Exception:
                del self._outstanding[id(pending)]
                self._revivals = 0
                raise
            else:
                del self._outstanding[id(pending)]
                self._revivals = 0
                return outcome

    def _schedule(self, pending: Pending) -> None:
        timeout = patience(self._setup.limits, whole=pending.packing is not None)
        arguments = (self._setup, pending.payload, pending.packing)
        try:
            pending.future = self._pool.schedule(clean_chunk, arguments, timeout=timeout)
        except RuntimeError:  # broken since we last heard of it
            self._revive()

    def _revive(self) -> None:
        """A new pool for everything that is on its way, unless what broke it was to end the run."""
        self._check()
        self._revivals += 1
        if self._revivals > _MAX_REVIVALS:
            raise WorkersError("the worker processes end as soon as they start")
        self._end()
        self._pool = self._made()
        for pending in self._outstanding.values():
            self._schedule(pending)

    def _end(self) -> None:
        """End the workers, and only then let go of their locks."""
        self._pool.stop()
        self._pool.join()
        self._context.locks.clear()

    def _made(self) -> _ProcessPool:
        pool: _ProcessPool = pebble.ProcessPool(
            max_workers=self._jobs,
            initializer=worker_for,
            initargs=(self._setup,),
            context=self._context,
        )
        return pool


class _Context:
    """What a pool begins its processes with: they inherit no thread, lock or open file of the parent,
    and start quickly.

    It holds their locks, for pebble drops them before it ends the workers: one that is still starting
    would not find them.
    """

    def __init__(self) -> None:
        self._base: Final = _start_method()
        self.locks: Final[list[RLock]] = []
        self.Process: Final = self._base.Process  # type: ignore[attr-defined] # each method has its own
        self.Pipe: Final = self._base.Pipe
        self.get_start_method: Final = self._base.get_start_method

    def RLock(self) -> RLock:  # noqa: N802 - the name in multiprocessing
        """A lock. It is the first thing a pool asks for, so the processes that serve it begin here."""
        if self.get_start_method() == "forkserver":
            _begin_servers()
        self.locks.append(self._base.RLock())
        return self.locks[-1]


def _start_method() -> multiprocessing.context.BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([clean_chunk.__module__])
    return context


def _begin_servers() -> None:
    """Begin the processes that keep count of locks and fork workers, with signals of a terminal blocked."""
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - not everywhere

    for server in (resource_tracker, forkserver):  # to begin the first unblocks interrupts again
        with blocked():
            server.ensure_running()


def _verdict(code: int, memory: int) -> tuple[Reason, str]:
    if code == BLOATED:
        return Reason.MEMORY, f"needs more than {memory >> 20} MB"
    if code < 0:
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        return Reason.CRASH, f"the worker was ended by {name}"
    return Reason.CRASH, f"the worker ended with code {code}"


def _refused(payload: Payload, reason: Reason, detail: str) -> Outcome:
    gone = [Refused.of(item.place, reason, detail, item.raw) for item in payload.items()]
    return Outcome((), gone, rejections(gone))


def rejections(gone: Iterable[Refused]) -> Tally:
    """The tally of documents that went straight to the quarantine."""
    tally = Tally()
    for entry in gone:
        tally.documents += entry.documents
        tally.quarantined += entry.documents
        tally.reasons[entry.reason] += entry.documents
    return tally

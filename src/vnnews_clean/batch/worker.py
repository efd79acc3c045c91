"""What happens in a worker process: every document of a chunk, each under its own deadline."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from time import perf_counter, process_time
from typing import Final, NamedTuple, NoReturn

from ..corpusrow import CleanedRow, clean_row
from ..errors import named
from ..learned import publisher_of
from ..quarantine import QuarantinedError, Reason
from ..report.review import Review
from .chunks import (
    Item,
    Limits,
    Opened,
    Outcome,
    Packing,
    Passed,
    Payload,
    Piece,
    Refused,
    Setup,
)
from .filters import Rejection
from .streams import pack
from .tally import Tally

BLOATED: Final = 87
"""Exit code of a worker that ran out of memory and could not get it back."""
CHUNK_DEADLINES: Final = 3
"""A chunk may take as long as this many documents that miss their deadline; then it is taken apart."""
GRACE: Final = 2.0
"""Seconds for what is not a document's own work, before a worker is ended by force."""

_COMPUTING: Final = 0.5
"""Share of its time that a document must have computed for, lest it is given that once more."""
_SAMPLE: Final = "Lúa chín sớm\nXem thêm: Chia sẻ Bình luận"
"""Cleaned once by a new worker: it wakes what is compiled when it is first needed."""


class DeadlineError(BaseException):
    """The time of a document is up. No `Exception`, so that no rule catches it by the way."""


def patience(limits: Limits, whole: bool) -> float:
    """Seconds after which a worker that does not answer is ended."""
    return limits.seconds * (CHUNK_DEADLINES if whole else 1) + GRACE


def clean_chunk(setup: Setup, payload: Payload, packing: Packing | None) -> Outcome:
    """Clean every document of `payload`. A whole chunk comes back packed, too; ``None``: a part."""
    whole = packing is not None
    worker = worker_for(setup)
    with _orphan_watch(patience(setup.limits, whole) + GRACE):
        outcome = worker.clean(payload)
        if packing and not any(isinstance(p, tuple) for p in outcome.pieces):
            data = b"".join(p for p in outcome.pieces if isinstance(p, bytes))
            outcome.packed, outcome.pieces = pack(data, packing), ()
        return outcome


@lru_cache(maxsize=1)
def worker_for(setup: Setup) -> Worker:
    """The one worker of this process, made when it is first asked for."""
    return Worker(setup)


@contextmanager
def _orphan_watch(seconds: float) -> Iterator[None]:
    """End this process after `seconds`, even in the middle of C code that never returns.

    The pool does so as well, unless the parent was killed and nobody is left to do it.
    """
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, no path
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


class _Cleaned(NamedTuple):
    opened: Opened
    row: CleanedRow
    piece: Piece
    rejection: Rejection | None = None


class Worker:
    """Cleans documents under the limits of a setup. Sets up this very process when made."""

    def __init__(self, setup: Setup) -> None:
        self._setup: Final = setup
        self._cleaner: Final = setup.cleaner
        self._process: Final = os.getpid()
        _limit_memory(setup.limits.memory)
        _print_to_stderr()
        if sys.platform != "win32":
            signal.signal(signal.SIGALRM, _out_of_time)
        with suppress(Exception):  # whatever is made once is made now, at no document's cost
            self._cleaner.clean(_SAMPLE)
            if setup.pages:
                self._cleaner.clean_html(f"<article><p>{_SAMPLE}</p></article>")

    def clean(self, payload: Payload) -> Outcome:
        """Every document of `payload`, in order."""
        review = Review() if self._setup.review else None
        pieces: list[Piece] = []
        outcome = Outcome(pieces, [], Tally(review=review))
        for item in payload.items():
            begun = perf_counter()
            try:
                cleaned = self._in_time(item)
            except QuarantinedError as error:
                _quarantine(outcome, item, error.reason, error.detail)
            except DeadlineError:
                detail = f"not done after {self._setup.limits.seconds:g} seconds"
                _quarantine(outcome, item, Reason.DEADLINE, detail)
            except MemoryError:
                self._recover()
                megabytes = self._setup.limits.memory >> 20
                _quarantine(outcome, item, Reason.MEMORY, f"needs more than {megabytes} MB")
            except BaseException as error:  # noqa: BLE001 - a plug-in's error costs one document
                _quarantine(outcome, item, Reason.ERROR, named(error))
            else:
                if isinstance(cleaned, Passed):
                    outcome.tally.pass_over(cleaned.what)
                    continue
                if cleaned.rejection:
                    _reject(outcome, item, cleaned.rejection)
                else:
                    _count(outcome.tally, cleaned)
                    pieces.append(cleaned.piece)
                    if review is not None:
                        review.see(cleaned.row.result, str(item.place))
            outcome.tally.documents += 1
            outcome.tally.took(perf_counter() - begun)
        return outcome

    def _in_time(self, item: Item) -> _Cleaned | Passed:
        """What became of `item`. Time in which nothing was computed is not held against it twice:
        a busy machine may stop a worker for seconds.

        Raises `DeadlineError`, and whatever the document raises.
        """
        seconds = self._setup.limits.seconds
        begun = process_time()
        try:
            return self._before(seconds, item)
        except DeadlineError:
            if process_time() - begun > seconds * _COMPUTING:
                raise
        return self._before(seconds, item)

    def _before(self, seconds: float, item: Item) -> _Cleaned | Passed:
        """Raises `DeadlineError` after `seconds`; where signals are missing, never."""
        if sys.platform == "win32":
            return self._document(item)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            return self._document(item)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            if os.getpid() != self._process:  # a plug-in has forked, and its child is no worker
                os._exit(0)

    def _document(self, item: Item) -> _Cleaned | Passed:
        setup = self._setup
        opened = item.open(setup.fields, setup.limits)
        if isinstance(opened, Passed):
            return opened
        row = clean_row(
            self._cleaner, opened.content, page=opened.markup, url=opened.url, format=setup.format
        )
        if rejection := setup.filters.rejection(row):
            return _Cleaned(opened, row, b"", rejection)
        added = {key: row.fact(what) for what, key in setup.fields.add}
        return _Cleaned(opened, row, opened.write(row.text, added))

    def _recover(self) -> None:
        """Give back what a document took, or end the process if that does not help."""
        gc.collect()
        if _data_size() > self._setup.limits.memory // 2:
            os._exit(BLOATED)


def _quarantine(outcome: Outcome, item: Item, reason: Reason, detail: str) -> None:
    outcome.quarantined.append(Refused.of(item.place, reason, detail, item.raw))
    outcome.tally.quarantined += 1
    outcome.tally.reasons[reason] += 1


def _reject(outcome: Outcome, item: Item, rejection: Rejection) -> None:
    outcome.rejected.append(Refused.of(item.place, *rejection, item.raw))
    outcome.tally.rejected += 1
    outcome.tally.filtered[rejection.reason] += 1


def _count(tally: Tally, cleaned: _Cleaned) -> None:
    opened, (result, text), *_ = cleaned
    characters = len(result.document.text)
    source = result.document.source
    if isinstance(opened.content, bytes):
        source = source.removesuffix("\n")  # a file ends with a line break, a text does not
    changed = opened.markup or text != source
    tally.written += 1
    tally.changed += changed
    tally.unchanged += not changed
    tally.empty += not text
    tally.characters_in += characters
    tally.characters_out += len(text)
    removed = 0
    for removal in result.removals:
        size = removal.end - removal.start
        removed += size
        tally.kinds[removal.kind] += size
        tally.rules[removal.rules[0]] += size
    if host := _host(opened.url):
        site = tally.site(host)
        site.documents += 1
        site.changed += changed
        site.empty += not text
        site.characters += characters
        site.removed += removed


def _host(url: str) -> str:
    """The host of an address, ready to be written; empty for what is no address."""
    return publisher_of(url).encode("utf-8", "replace").decode() if "//" in url else ""


def _out_of_time(_signal: int, _frame: object) -> NoReturn:
    raise DeadlineError


def _print_to_stderr() -> None:
    """What a plug-in prints is no part of the output."""
    sys.stdout.flush()
    os.dup2(2, 1)


def _limit_memory(size: int) -> None:
    """From now on, allocations beyond `size` bytes of data fail. Linux only in practice."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not everywhere

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard != resource.RLIM_INFINITY:
            size = min(size, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (size, hard))


def _data_size() -> int:
    """Bytes of data that this process holds; 0 where nobody says."""
    try:
        with open("/proc/self/statm") as statm:  # noqa: PTH123 - no file
            return int(statm.read().split()[5]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0

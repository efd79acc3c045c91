"""Nothing lost: three thousand documents, and poison of every kind.

Of what is refused on reading there is 1 % of each kind; of what costs a deadline or a worker
process 1 % together, since a hundred of each would take minutes.
"""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import Future
from itertools import count
from pathlib import Path

import pytest

import batch_support
from batch_support import article, batch, lines, quarantined, records
from vnnews_clean import Cleaner
from vnnews_clean.batch.chunks import Limits
from vnnews_clean.batch.engine import Surroundings
from vnnews_clean.batch.pool import Pool
from vnnews_clean.quarantine import Reason

DOCUMENTS = 3_000
LIMITS = Limits(seconds=0.5, memory=256 << 20, size=20_000)


def record(text: str) -> str:
    return json.dumps({"text": f"{article(1)}\n\n{text}"}, ensure_ascii=False)


UNREADABLE = {
    b"{": Reason.INVALID_JSON,
    b"[1, 2]": Reason.NOT_AN_OBJECT,
    b'{"text": "a", "deep": ' + b"[" * 19_000: Reason.TOO_DEEP,
    b'{"text": "\xc3("}': Reason.NOT_UTF8,
    b'{"body": "a"}': Reason.MISSING_KEY,
    b'{"text": ["a"]}': Reason.WRONG_TYPE,
    b'{"text": "a", "text": "b"}': Reason.DUPLICATE_KEY,
    b'{"text": "\\udc80"}': Reason.LONE_SURROGATE,
    b'{"text": "%s"}' % (b"a" * 20_000): Reason.TOO_LONG,
}
DEADLY = {
    record("POISON:hang").encode(): Reason.DEADLINE,
    record("POISON:memory").encode(): Reason.MEMORY,
    record("POISON:exit").encode(): Reason.CRASH,
    record("POISON:segfault").encode(): Reason.CRASH,
    record("POISON:raise:ZeroDivisionError").encode(): Reason.ERROR,
}


def test_poison_of_every_kind_costs_itself_and_nothing_else(tmp_path: Path) -> None:
    healthy = [line.encode().rstrip(b"\n") for line in lines(DOCUMENTS)]
    mixed: list[bytes] = []
    for i, line in enumerate(healthy):
        mixed.append(line)
        if i % 100 == 0:
            mixed += [*UNREADABLE, list(DEADLY)[i // 100 % len(DEADLY)]]
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b"\n".join(mixed) + b"\n")

    tally = batch([source], output, limits=LIMITS, jobs=2, poisoned=True).tally

    gone = quarantined(output)
    assert tally.documents == len(mixed) == tally.written + tally.quarantined
    assert (tally.written, tally.quarantined) == (DOCUMENTS, len(gone))
    offsets = [0]
    for line in mixed:
        offsets.append(offsets[-1] + len(line) + 1)
    for entry, number in zip(
        gone, [i for i, x in enumerate(mixed) if x in UNREADABLE | DEADLY], strict=True
    ):
        line = mixed[number]
        assert (entry["line"], entry["offset"]) == (number + 1, offsets[number])
        assert entry["file"] == str(source)
        assert entry["reason"] == (UNREADABLE | DEADLY)[line]
        assert entry["sha256"] == hashlib.sha256(line).hexdigest()
        assert entry.get("input") == line.decode(errors="replace") or "input_base64" in entry
    cleaner = Cleaner()
    with output.open() as file:
        for before, after in zip(healthy, file, strict=True):
            wanted = json.loads(before)
            assert json.loads(after) == wanted | {"text": cleaner.clean(wanted["text"]).text}


@pytest.mark.parametrize("after", ["", " POISON:raise:ZeroDivisionError", " POISON:hang"])
def test_what_a_plug_in_forks_off_is_no_second_worker(tmp_path: Path, after: str) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts = ["Một", f"POISON:fork{after}", "Hai", "POISON:fork", "Ba"] * 3
    source.write_text("".join(record(text) + "\n" for text in texts))
    tally = batch([source], output, limits=LIMITS, jobs=2, poisoned=True).tally
    assert tally.documents == 15 == tally.written + tally.quarantined
    assert tally.quarantined == (3 if after else 0)
    assert len(records(output)) == tally.written


def test_code_that_no_signal_reaches_is_ended_from_outside(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join([record("a"), record("POISON:deaf"), record("b")]))
    tally = batch([source], output, limits=Limits(seconds=0.3), poisoned=True).tally
    assert [entry["reason"] for entry in quarantined(output)] == [Reason.DEADLINE]
    assert (tally.documents, tally.written) == (3, 2)


def test_a_worker_that_was_stopped_for_a_while_tries_its_document_again(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join([record("a"), record("POISON:stall"), record("b")]))
    tally = batch([source], output, limits=Limits(seconds=0.3), poisoned=True).tally
    assert (tally.written, tally.quarantined) == (3, 0)


def test_workers_that_cannot_start_are_an_error_not_a_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(record("a"))
    monkeypatch.setattr(batch_support, "poison", batch_support.poison)
    monkeypatch.setattr(batch_support.poison.find, "__qualname__", "nowhere")
    with pytest.raises(Exception, match="worker processes end as soon as they start"):
        batch([source], tmp_path / "out.jsonl", poisoned=True)


def test_a_chunk_that_is_taken_apart_hears_an_interrupt(tmp_path: Path) -> None:
    """Each document comes back at once, so nobody ever waits."""
    source, asked = tmp_path / "in.jsonl", count()
    source.write_text("\n".join([record("POISON:exit"), *map(record, "a" * 300)]))

    def check() -> None:
        if next(asked) == 100:
            raise KeyboardInterrupt

    around = Surroundings(check=check)
    with pytest.raises(KeyboardInterrupt):
        batch([source], tmp_path / "out.jsonl", poisoned=True, around=around)


class Deaf:
    """A pool that broke while something was put in its queue: it never answers."""

    active = False

    def schedule(self, *_: object, **__: object) -> Future[object]:
        return Future()

    def stop(self) -> None:
        """It has."""

    def join(self) -> None:
        """It has."""


def test_a_pool_that_breaks_without_a_word_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join([record("a"), record("b")]))
    made, pools = Pool._made, iter([Deaf(), Deaf()])
    monkeypatch.setattr(Pool, "_made", lambda self: next(pools, None) or made(self))
    assert batch([source], output, jobs=2).tally.written == 2

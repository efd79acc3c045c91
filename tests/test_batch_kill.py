"""Runs that are killed or interrupted go on, and end with the bytes of one that was not."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from backports import zstd
from pyarrow import parquet as pq

from batch_support import (
    COMMAND,
    IN_SMALL_CHUNKS,
    article,
    batch,
    command,
    killed,
    lines,
    page,
)
from cli_support import run
from test_batch_warc import response
from vnnews_clean import InputError
from vnnews_clean.batch.engine import Surroundings
from vnnews_clean.batch.paths import journal_of, part_of, parts_of

KILLS = int(os.environ.get("VNNEWS_KILLS", "2"))
"""Kills a format: a few on every run, thirty by ``VNNEWS_KILLS=30``."""
DOCUMENTS = 200 + 60 * KILLS
"""Enough that the run is not done before it has been killed so often."""


def jsonl(path: Path) -> None:
    """Articles, every twentieth line broken."""
    text = [x if i % 20 else x[:40] + "\n" for i, x in enumerate(lines(DOCUMENTS))]
    path.write_text("".join(text))


def gz(path: Path) -> None:
    """Members of fifty lines, one of them damaged."""
    members = [gzip.compress("".join(lines(50)).encode()) for _ in range(DOCUMENTS // 50)]
    members[1] = members[1][:-3] + b"???"
    path.write_bytes(b"".join(members))


def zst(path: Path) -> None:
    path.write_bytes(zstd.compress("".join(lines(DOCUMENTS)).encode()))


def parquet(path: Path) -> None:
    texts = [article(i) if i % 20 else None for i in range(DOCUMENTS)]
    pq.write_table(pa.table({"id": range(DOCUMENTS), "text": texts}), path, row_group_size=20)


def warc(path: Path) -> None:
    path.write_bytes(b"".join(gzip.compress(response(i, page(i))) for i in range(DOCUMENTS)))


def folder(path: Path) -> None:
    """Shards of every format, and texts."""
    path.mkdir()
    for number, make in enumerate((jsonl, gz, zst, parquet, warc)):
        name = {gz: "jsonl.gz", zst: "jsonl.zst", warc: "warc.gz"}.get(make, make.__name__)
        make(path / f"{number}.{name}")
    (path / "a.txt").write_text(article(1))


@pytest.mark.parametrize(
    ("make", "source", "output"),
    [
        (jsonl, "in.jsonl", "jsonl.gz"),
        (gz, "in.jsonl.gz", "jsonl"),
        (zst, "in.jsonl.zst", "jsonl.zst"),
        (parquet, "in.parquet", "parquet"),
        (jsonl, "in.jsonl", "parquet"),
        (warc, "in.warc.gz", "jsonl"),
        (folder, "in", ""),
    ],
)
def test_kills_at_any_moment_leave_no_trace(
    tmp_path: Path, make: Callable[[Path], None], source: str, output: str
) -> None:
    make(tmp_path / source)
    once, often = (tmp_path / name / f"out.{output}" for name in ("once", "often"))
    for out in (once, often):
        out.parent.mkdir()
    tail = ["--checkpoint", "0", "-j", "2", "--min-words", "50", "--max-quarantined", "100%"]

    def arguments(out: Path) -> list[object]:
        target = ["-o", out] if output else ["--output-dir", out]
        return [tmp_path / source, *target, *tail, "--stats", tmp_path / f"{out.parent.name}.json"]

    first = command(*arguments(once), how=IN_SMALL_CHUNKS)
    chosen = random.Random(KILLS)
    kills = [killed(arguments(often), often.parent, chosen.randrange(5)) for _ in range(KILLS)]
    last = command(*arguments(often), how=IN_SMALL_CHUNKS)

    assert first.returncode == last.returncode in (0, 1), last.stderr
    assert sum(kills) == KILLS
    names = {p.relative_to(once.parent) for p in once.parent.rglob("*") if p.is_file()}
    assert {p.relative_to(often.parent) for p in often.parent.rglob("*") if p.is_file()} == names
    for name in names:
        if name.suffix != ".journal":
            assert (often.parent / name).read_bytes() == (once.parent / name).read_bytes(), name
    counts = [json.loads((tmp_path / f"{name}.json").read_text()) for name in ("once", "often")]
    for count in counts:
        for timing in ("milliseconds", "seconds", "documents_per_second"):
            del count[timing]
    assert counts[0] == counts[1]
    numbers = counts[0]["documents"]
    parts = numbers["written"] + numbers["rejected"] + numbers["quarantined"]
    assert numbers["documents"] == parts > 0


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupt_is_a_clean_stop(tmp_path: Path, sign: signal.Signals) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(3000)))
    arguments = [str(source), "-o", str(output), "-j", "1", "--checkpoint", "600"]
    heard = f"import os, signal, sys; signal.signal({sign:d}, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
    process = subprocess.Popen(  # under nohup the tests themselves hear no hangup
        [sys.executable, "-c", heard, *IN_SMALL_CHUNKS, *arguments], stderr=subprocess.PIPE
    )
    part = output.with_name("out.jsonl.part")
    while not part.exists() or not part.stat().st_size:
        time.sleep(0.001)
        assert process.poll() is None
    os.kill(process.pid, sign)
    _, told = process.communicate()
    assert process.returncode == 130
    assert b"the same command goes on" in told
    assert json.loads(journal_of(output).read_text())["written"] > 0
    assert b"resumed: 3,000 documents" in command(*arguments).stderr


def test_a_hangup_that_is_not_wanted_stops_nothing(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(1000)))
    deaf = "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    arguments = [*IN_SMALL_CHUNKS, str(source), "-o", str(output), "-j", "1"]
    process = subprocess.Popen([sys.executable, "-c", deaf, *arguments])
    while not part_of(output).exists():
        time.sleep(0.001)
        assert process.poll() is None
    os.kill(process.pid, signal.SIGHUP)
    assert process.wait() == 0
    assert output.read_bytes().count(b"\n") == 1000


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_two_runs_do_not_write_to_one_file(tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    first = subprocess.Popen(
        [*COMMAND, "-", "-o", str(output), "-j", "1"],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )  # waits for what never comes
    part = output.with_name(f"{name}.part")
    while not part.exists():
        time.sleep(0.001)
        assert first.poll() is None
    (tmp_path / "in.jsonl").write_text('{"text": "a"}\n')
    for more in ([], ["--overwrite"]):
        second = run("batch", tmp_path / "in.jsonl", "-o", output, *more)
        assert second.exit_code == 2
        assert "another run is writing" in second.stderr
    assert first.poll() is None
    first.kill()
    first.communicate()
    assert part.exists()


def test_a_run_that_was_killed_before_it_had_begun_begins_again(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(lines(3)))
    for name in ("out.jsonl", "out.parquet"):
        part_of(tmp_path / name).touch()
        parts_of(tmp_path / name).mkdir()
        assert batch([source], tmp_path / name).tally.written == 3


def test_two_runs_over_one_table_do_not_meet(tmp_path: Path) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    parquet(source)
    met: list[str] = []

    def check() -> None:
        if not met:
            with pytest.raises(InputError, match="another run is writing") as caught:
                batch([source], output, overwrite=True)
            met.append(str(caught.value))

    batch([source], output, around=Surroundings(check=check))
    assert met
    assert pq.read_table(output).num_rows == DOCUMENTS - len(range(0, DOCUMENTS, 20))

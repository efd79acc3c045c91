"""Runs that are killed or interrupted go on, and end with the bytes of one that was not."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from batch_support import COMMAND, article, command, killed, lines, quarantine_of
from vnnews_clean.batch.paths import journal_of

KILLS = 20


def killed_often(arguments: list[str], output: Path, kills: int) -> None:
    """Kill the command at `kills` random moments; start it again after each.

    Whenever it comes through, it begins afresh. At least a third of the runs find a journal to go
    on from: where a machine is too slow for that, they are given more time.
    """
    chosen = random.Random(kills)
    hits = resumed = 0
    longest = 1.5
    while hits < kills or resumed < kills // 3:
        journal = journal_of(output)
        goes_on = journal.exists() and json.loads(journal.read_text())["written"] > 0
        resumed += goes_on
        if killed(arguments, chosen.uniform(0.2, longest)):
            hits += 1
            longest *= 1.0 if goes_on else 1.1
        else:
            journal.unlink()
            output.unlink()
            quarantine_of(output).unlink(missing_ok=True)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten megabytes of articles; every fiftieth line is broken."""
    path = tmp_path_factory.mktemp("corpus") / "in.jsonl"
    with path.open("w") as file:
        for i, line in enumerate(lines(9_000)):
            file.write(line if i % 50 else line[:40] + "\n")
    return path


def test_twenty_kills_at_random_moments_leave_no_trace(corpus: Path, tmp_path: Path) -> None:
    once, often = tmp_path / "once.jsonl.gz", tmp_path / "often.jsonl.gz"
    stats = [tmp_path / "once.json", tmp_path / "often.json"]
    arguments = [str(corpus), "-j", "2", "--checkpoint", "0"]
    assert command(*arguments, "-o", once, "--stats", stats[0]).returncode == 1

    again = [*arguments, "-o", str(often)]
    killed_often(again, often, KILLS)
    assert command(*again, "--stats", stats[1]).returncode == 1

    assert often.read_bytes() == once.read_bytes()
    assert quarantine_of(often).read_bytes() == quarantine_of(once).read_bytes()
    counts = [json.loads(path.read_text()) for path in stats]
    for count in counts:
        for timing in ("milliseconds", "seconds", "documents_per_second"):
            del count[timing]
    assert counts[0] == counts[1]
    assert not list(tmp_path.glob("*.part"))


def test_a_parquet_file_goes_on_row_group_by_row_group(tmp_path: Path) -> None:
    source, once, often = (tmp_path / f"{n}.parquet" for n in ("in", "once", "often"))
    texts = [article(i) if i % 500 else None for i in range(6_000)]
    table = pa.table({"id": range(6_000), "text": texts})
    pq.write_table(table, source, row_group_size=250)
    arguments = [str(source), "-j", "2", "--checkpoint", "0"]
    assert command(*arguments, "-o", once).returncode == 1

    again = [*arguments, "-o", str(often)]
    killed_often(again, often, 6)
    assert command(*again).returncode == 1

    assert often.read_bytes() == once.read_bytes()
    assert quarantine_of(often).read_bytes() == quarantine_of(once).read_bytes()
    assert not often.with_name(often.name + ".parts").exists()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_is_a_clean_stop(corpus: Path, tmp_path: Path, sign: signal.Signals) -> None:
    output = tmp_path / "out.jsonl"
    arguments = [*COMMAND, str(corpus), "-o", str(output), "-j", "1", "--checkpoint", "600"]
    process = subprocess.Popen(arguments, stderr=subprocess.PIPE)
    while not (part := output.with_name("out.jsonl.part")).exists() or not part.stat().st_size:
        time.sleep(0.01)
        assert process.poll() is None
    os.kill(process.pid, sign)
    _, told = process.communicate()
    assert process.returncode == 130
    assert b"the same command goes on" in told
    assert json.loads(journal_of(output).read_text())["written"] > 0
    assert b"resumed: 9,000 documents" in command(*arguments[len(COMMAND) :]).stderr


def test_two_runs_do_not_write_to_one_file(corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    arguments = [*COMMAND, str(corpus), "-o", str(output), "-j", "1"]
    first = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    while not output.with_name("out.jsonl.part").exists():
        time.sleep(0.01)
        assert first.poll() is None
    second = subprocess.run(arguments, capture_output=True, check=False)
    first.kill()
    first.wait()
    assert second.returncode == 2
    assert b"another run is writing" in second.stderr

"""A run that was killed goes on, and ends with the bytes of one that was not."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from batch_support import (
    COMMAND,
    SENTENCES,
    article,
    batch,
    command,
    lines,
    quarantine_of,
    quarantined,
)
from vnnews_clean import ConfigError, InputError
from vnnews_clean.batch.chunks import Fields
from vnnews_clean.batch.engine import Surroundings

KILLS = 20


def journal_of(output: Path) -> Path:
    return output.with_name(output.name + ".journal")


def killed(arguments: list[str], seconds: float) -> bool:
    """Start the command and kill it after `seconds`; False if it was done before that."""
    process = subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.PIPE)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    code = process.wait()
    assert process.stderr is not None
    told = process.stderr.read() if code != -signal.SIGKILL else b""
    process.stderr.close()
    assert code in (0, 1, -signal.SIGKILL), told
    return code == -signal.SIGKILL


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


def folder(path: Path) -> Path:
    path.mkdir()
    for i in range(40):
        (path / f"{i}.txt").write_text(article(i) * 2)
    return path


def archive(path: Path) -> Path:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    for i in range(200):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Kỳ {i}</h1>{paragraphs}"
        head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(http.encode())}\r\n\r\n"
        with path.open("ab") as file:
            file.write(gzip.compress(f"{head}{http}\r\n\r\n".encode()))
    return path


def packed_lines(path: Path) -> Path:
    path.write_bytes(gzip.compress("".join(lines(60)).encode() + b"broken\n" * 3))
    return path


def table(path: Path) -> Path:
    pq.write_table(pa.table({"text": [article(i) for i in range(60)]}), path, row_group_size=7)
    return path


@pytest.mark.parametrize(
    ("make", "source", "output"),
    [
        (folder, "in", "out.jsonl"),
        (archive, "in.warc.gz", "out.jsonl.gz"),
        (packed_lines, "in.jsonl.gz", "out.jsonl.zst"),
        (table, "in.parquet", "out.parquet"),
    ],
)
def test_every_format_goes_on_after_a_stop_at_any_chunk(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Path], Path],
    source: str,
    output: str,
) -> None:
    for module in ("lines", "warc", "folder"):
        monkeypatch.setattr(f"vnnews_clean.batch.{module}.CHUNK", 5000)
    path = make(tmp_path / source)
    once, often = tmp_path / f"once.{output}", tmp_path / f"often.{output}"
    batch([path], once)
    stops = 0

    def stop_at_the_sixth() -> None:
        calls.append(None)
        if len(calls) > 6:
            raise KeyboardInterrupt

    while True:
        calls: list[None] = []
        try:
            batch([path], often, around=Surroundings(check=stop_at_the_sixth))
            break
        except KeyboardInterrupt:
            stops += 1
            assert stops < 50
    assert stops
    assert often.read_bytes() == once.read_bytes()
    assert quarantined(often) == quarantined(once)


def test_a_finished_output_is_not_done_again(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(20)))
    first = batch([source], output)
    before = output.stat()
    second = batch([source], output)
    assert (first.already_done, second.already_done) == (False, True)
    assert second.tally.as_dict() == first.tally.as_dict()
    after = output.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_overwrite_starts_afresh(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(20)) + "broken\n")
    batch([source], output)
    source.write_text("".join(lines(10)))
    assert batch([source], output, overwrite=True).tally.documents == 10
    assert len(output.read_text().splitlines()) == 10
    assert quarantined(output) == []


def test_a_foreign_output_is_not_touched(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(2)))
    output.write_text("mine")
    with pytest.raises(ConfigError, match="exists; --overwrite"):
        batch([source], output)
    assert output.read_text() == "mine"


def test_other_settings_do_not_go_on_with_a_run(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(2)))
    batch([source], output)
    with pytest.raises(ConfigError, match="setting url-key was url, now link"):
        batch([source], output, fields=Fields(url="link"))


def test_a_changed_input_does_not_go_on_with_a_run(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(2)))
    batch([source], output)
    source.write_text("".join(lines(3)))
    with pytest.raises(ConfigError, match=r"input .*in\.jsonl has changed since"):
        batch([source], output)


def test_other_inputs_or_another_order_do_not_go_on_with_a_run(tmp_path: Path) -> None:
    a, b, output = (tmp_path / name for name in ("a.jsonl", "b.jsonl", "out.jsonl"))
    for path in (a, b):
        path.write_text("".join(lines(2)))
    batch([a, b], output)
    with pytest.raises(ConfigError, match="another order"):
        batch([b, a], output)
    with pytest.raises(ConfigError, match=r"b.jsonl is not given any more"):
        batch([a], output)


def test_a_shortened_output_is_noticed(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(2)))
    batch([source], output)
    output.unlink()
    with pytest.raises(InputError, match="shorter than its journal says"):
        batch([source], output)


def test_a_kill_between_the_last_note_and_the_rename_is_made_good(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(20)))
    batch([source], output)
    whole = output.read_bytes()
    output.rename(output.with_name("out.jsonl.part"))
    report = batch([source], output)
    assert not report.already_done
    assert output.read_bytes() == whole


def test_a_broken_journal_is_an_error(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(2)))
    journal_of(output).write_text("{}")
    with pytest.raises(ConfigError, match="no journal of a batch run"):
        batch([source], output)


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

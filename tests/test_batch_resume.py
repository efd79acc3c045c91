"""A run that was killed goes on, and ends with the bytes of one that was not."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from batch_support import (
    SENTENCES,
    article,
    batch,
    lines,
    quarantined,
)
from vnnews_clean import ConfigError, InputError
from vnnews_clean.batch.chunks import Fields
from vnnews_clean.batch.engine import Surroundings
from vnnews_clean.batch.journal import Journal
from vnnews_clean.batch.paths import journal_of
from vnnews_clean.batch.progress import Silence
from vnnews_clean.batch.tally import Tally


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


class StopAfter(Silence):
    """Progress that stops a run after so many chunks were committed."""

    def __init__(self, commits: int) -> None:
        self.committed = 0
        self._commits = commits

    def update(self, source: int, consumed: int, tally: Tally) -> None:  # noqa: ARG002
        self.committed += 1
        if self.committed >= self._commits:
            raise KeyboardInterrupt


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
    whole = StopAfter(10**9)
    batch([path], once, around=Surroundings(whole))
    chunks = whole.committed
    stops = 0
    while True:
        try:
            batch([path], often, around=Surroundings(StopAfter(-(-chunks // 4))))
            break
        except KeyboardInterrupt:
            stops += 1
    assert stops in (3, 4)
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


@pytest.mark.parametrize("value", [None, "x", -1, [-1], {"a": -1}])
@pytest.mark.parametrize(
    "name", ["settings", "inputs", "position", "written", "quarantined", "tally"]
)
def test_a_damaged_journal_is_an_error_and_no_bug(tmp_path: Path, name: str, value: object) -> None:
    whole = json.loads(Journal({}, {}).dump())
    path = tmp_path / "out.jsonl.journal"
    path.write_text(json.dumps(whole | {name: value}))
    if isinstance(value, dict) and name in ("settings", "inputs"):
        assert Journal.load(path)
        return
    with pytest.raises(ConfigError, match="no journal of a batch run"):
        Journal.load(path)

"""Folders and patterns of shards: one output, or one for each; a kill costs what was on its way."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pyarrow as pa
import pytest
from backports import zstd
from pyarrow import parquet as pq

from batch_support import article, command, lines, page, quarantined, records
from cli_support import run
from test_batch_warc import response
from vnnews_clean import ConfigError, InputError
from vnnews_clean.batch.inputs import Input
from vnnews_clean.batch.shards import find_inputs, shard_output

SHARDS = {
    "a.jsonl": ("jsonl", "a.jsonl"),
    "b/c.jsonl.gz": ("jsonl.gz", "b/c.jsonl.gz"),
    "b/d.ndjson.zst": ("jsonl.zst", "b/d.jsonl.zst"),
    "e.parquet": ("parquet", "e.parquet"),
    "f.warc.gz": ("warc", "f.jsonl.gz"),
    "v1.2.wet": ("warc", "v1.2.jsonl"),
}


def shards(folder: Path, documents: int = 10) -> Path:
    """A folder with a shard of each format, a text, a page, and what is none of our business."""
    (folder / "b").mkdir(parents=True)
    text = "".join(lines(documents))
    (folder / "a.jsonl").write_text(text)
    (folder / "b/c.jsonl.gz").write_bytes(gzip.compress(text.encode()))
    (folder / "b/d.ndjson.zst").write_bytes(zstd.compress(text.encode()))
    rows = {"text": [article(i) for i in range(documents)]}
    pq.write_table(pa.table(rows), folder / "e.parquet", row_group_size=max(1, documents // 4))
    pages = (gzip.compress(response(i, page(i))) for i in range(documents))
    (folder / "f.warc.gz").write_bytes(b"".join(pages))
    (folder / "v1.2.wet").write_bytes(b"")
    (folder / "g.txt").write_text(article(1))
    (folder / "b/h.html").write_bytes(page())
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / ".hidden.jsonl").write_text("{}")
    return folder


def test_what_cannot_be_looked_into_is_not_passed_over(tmp_path: Path) -> None:
    folder = shards(tmp_path / "in")
    (folder / "b").chmod(0)
    try:
        if os.access(folder / "b", os.R_OK):
            pytest.skip("nothing is closed to this user")
        done = command(folder, "-o", tmp_path / "out.jsonl")
    finally:
        (folder / "b").chmod(0o700)
    assert (done.returncode, f"{folder / 'b'}: Permission denied" in done.stderr.decode()) == (
        2,
        True,
    )


@pytest.mark.parametrize("named", ["jsonl", "jsonl.gz", "jsonl.zst"])
@pytest.mark.parametrize("packed", [bytes, gzip.compress, zstd.compress])
def test_json_lines_are_unpacked_as_they_are_packed_whatever_they_are_called(
    tmp_path: Path, named: str, packed: Callable[[bytes], bytes]
) -> None:
    text = "".join(lines(3)).encode()
    (tmp_path / f"in.{named}").write_bytes(packed(text))
    assert command(tmp_path / f"in.{named}", "-o", tmp_path / "out.jsonl").returncode == 0
    assert len(records(tmp_path / "out.jsonl")) == 3
    piped = command("-", "-o", "-", "--input-format", named, stdin=packed(text))
    assert piped.stdout == (tmp_path / "out.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("{".encode("utf-16"), "is UTF-16; JSON lines are UTF-8"),
        ("{".encode("utf-16-be"), "is UTF-16; JSON lines are UTF-8"),
        (b"PAR1", "is Parquet, not JSON lines"),
    ],
)
def test_what_are_no_json_lines_for_certain_is_refused(
    tmp_path: Path, head: bytes, message: str
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.jsonl").write_bytes(head + b"\0" * 90)
    for name in ("a", "c"):
        (folder / f"{name}.jsonl").write_text("".join(lines(2)))
    one = run("batch", folder, "-o", tmp_path / "out.jsonl", "-j", "1")
    assert (one.exit_code, f"{folder / 'b.jsonl'}: {message}" in one.stderr) == (2, True)
    assert [p.name for p in tmp_path.iterdir()] == ["in"]

    each = run("batch", folder, "--output-dir", tmp_path / "each", "-j", "1")
    assert (each.exit_code, f"{folder / 'b.jsonl'}: {message}" in each.stderr) == (2, True)
    assert "; 2 of 3 inputs are done" in each.stderr

    piped = command("-", "-o", "-", stdin=(folder / "b.jsonl").read_bytes())
    assert (piped.returncode, f"standard input {message}" in piped.stderr.decode()) == (2, True)


@pytest.mark.parametrize("head", [b"", b"\0\0", b"[1]", b"\xef\xbb\xbf{}", b" \n{}", b"nonsense"])
def test_what_may_be_damaged_json_lines_goes_in(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(head)
    assert [i.format for i in find_inputs([str(path)])] == ["jsonl"]


def told(inputs: tuple[Input, ...]) -> list[tuple[str, str]]:
    return [(i.below, i.format) for i in inputs]


def test_a_folder_stands_for_its_shards_and_its_texts(tmp_path: Path) -> None:
    found = told(find_inputs([str(shards(tmp_path / "in"))]))
    order = ["a.jsonl", "e.parquet", "f.warc.gz", "v1.2.wet", "b/c.jsonl.gz", "b/d.ndjson.zst"]
    assert found == [*((name, SHARDS[name][0]) for name in order), ("", "files")]


def test_a_folder_of_texts_is_one_input_as_before(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert told(find_inputs([str(tmp_path)])) == [("", "files")]
    (tmp_path / "b.jsonl").write_text("{}")
    assert told(find_inputs([str(tmp_path)], "files")) == [("", "files")]


def test_patterns_are_sorted_and_a_name_is_a_name_first(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", "part[1].jsonl", "part1.jsonl"):
        (tmp_path / name).write_text("{}")
    found = find_inputs([str(tmp_path / "[ab].jsonl"), str(tmp_path / "part[1].jsonl")])
    assert [i.path.name for i in found] == ["a.jsonl", "b.jsonl", "part[1].jsonl"]
    with pytest.raises(InputError, match="nothing has a name like that"):
        find_inputs([str(tmp_path / "x*.jsonl")])
    with pytest.raises(ConfigError, match="given twice"):
        find_inputs([str(tmp_path / "*.jsonl"), str(tmp_path / "a.jsonl")])


@pytest.mark.parametrize("name", SHARDS)
def test_every_shard_has_an_output_of_its_name(name: str) -> None:
    format_, output = SHARDS[name]
    found, _ = shard_output(Input(Path("in") / name, format_, name), Path("out"), None)
    assert found == Path("out") / output
    found, into = shard_output(Input(Path("in") / name, format_, name), Path("out"), "jsonl.gz")
    assert (found.name.endswith(".jsonl.gz"), into) == (True, "jsonl.gz")


def test_shards_of_all_formats_become_one_output(tmp_path: Path) -> None:
    folder = shards(tmp_path / "in")
    done = command(folder, "-o", tmp_path / "out.jsonl", "--stats", tmp_path / "stats.json")
    assert done.returncode == 0, done.stderr
    assert len(records(tmp_path / "out.jsonl")) == 52
    counts = json.loads((tmp_path / "stats.json").read_text())["documents"]
    assert (counts["documents"], counts["written"]) == (52, 52)


def test_shards_become_an_output_each_and_are_done_once(tmp_path: Path) -> None:
    folder, out = shards(tmp_path / "in"), tmp_path / "out"
    (folder / "a.jsonl").write_text("broken\n" + "".join(lines(3)))
    arguments = [folder, "--output-dir", out, "--stats", tmp_path / "stats.json", "-j", 2]
    assert command(*arguments).returncode == 1
    outputs = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    made = {output for _, output in SHARDS.values()} | {"in.jsonl"}
    assert outputs == made | {f"{name}.journal" for name in made} | {"a.jsonl.quarantine.jsonl"}
    assert len(records(out / "a.jsonl")) == 3
    assert len(gzip.decompress((out / "b/c.jsonl.gz").read_bytes()).splitlines()) == 10
    assert pq.read_table(out / "e.parquet").num_rows == 10
    counts = json.loads((tmp_path / "stats.json").read_text())["documents"]
    assert (counts["documents"], counts["quarantined"]) == (46, 1)

    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    # one shard is to be done again
    (out / "e.parquet.journal").unlink()
    (out / "e.parquet").unlink()
    done = command(*arguments)
    assert (done.returncode, b"resumed: 46 documents" in done.stderr) == (1, True)
    after = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    changed = {path.name for path in before if before[path] != after[path]}
    assert changed == {"e.parquet", "e.parquet.journal"}
    assert b"already done: 46 documents" in command(*arguments).stderr


def test_outputs_that_would_have_one_name_are_an_error(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.jsonl").write_text("{}")
    found = run("batch", *sorted(tmp_path.glob("*/x.jsonl")), "--output-dir", tmp_path / "out")
    assert found.exit_code == 2
    assert "would be written twice" in found.stderr


def test_outputs_among_the_shards_are_an_error(tmp_path: Path) -> None:
    folder = shards(tmp_path / "in")
    for option, name in (("-o", folder / "o.jsonl"), ("--output-dir", folder / "clean")):
        found = run("batch", folder, option, name)
        assert found.exit_code == 2
        assert "the next run would read it" in found.stderr


_FOOTER: Final = b"?" * 400 + (300).to_bytes(4, "little") + b"PAR1"


@pytest.mark.parametrize(
    "content", [b"", b"PAR1 no more", b"PAR1" + b"?" * 400 + b"PAR1", b"PAR1" + _FOOTER]
)
def test_a_shard_that_is_no_table_costs_itself(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_text("".join(lines(2)))
    (folder / "b.parquet").write_bytes(content)
    pq.write_table(pa.table({"text": [article(1)]}), folder / "c.parquet")

    one = run("batch", folder, "-o", tmp_path / "out.jsonl", "-j", "1")
    assert one.exit_code == 1
    assert len(records(tmp_path / "out.jsonl")) == 3
    (refused,) = quarantined(tmp_path / "out.jsonl")
    assert refused["file"] == str(folder / "b.parquet")
    assert refused["reason"] == "corrupt"

    table = run("batch", f"{folder}/*.parquet", "-o", tmp_path / "out.parquet", "-j", "1")
    assert table.exit_code == 1
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 1

    each = run("batch", folder, "--output-dir", tmp_path / "each", "-j", "1")
    assert each.exit_code == 2
    assert f"error: {folder / 'b.parquet'}: " in each.stderr
    assert "2 of 3 inputs are done" in each.stderr
    assert sorted(p.name for p in (tmp_path / "each").glob("*") if p.suffix != ".journal") == [
        "a.jsonl",
        "c.parquet",
    ]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"txt": ["a"]}, 'no column "text"; did you mean "txt"'),
        ({"text": [1]}, 'column "text" is int64, not text'),
        ({"text": ["a"], "title": ["b"]}, 'there is a column "title" already'),
    ],
)
def test_a_table_with_other_columns_stops_no_run_half_way(
    tmp_path: Path, columns: dict[str, list[object]], message: str
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a", "c"):
        pq.write_table(pa.table({"text": [article(1)]}), folder / f"{name}.parquet")
    pq.write_table(pa.table(columns), folder / "b.parquet")

    one = run("batch", folder, "-o", tmp_path / "out.jsonl", "-j", "1", "--add", "title")
    assert (one.exit_code, message in one.stderr) == (2, True)
    assert [p.name for p in tmp_path.iterdir()] == ["in"]

    each = run("batch", folder, "--output-dir", tmp_path / "each", "-j", "1", "--add", "title")
    assert each.exit_code == 2
    assert f"{folder / 'b.parquet'}: {message}" in each.stderr
    assert "; 2 of 3 inputs are done" in each.stderr
    assert (tmp_path / "each/c.parquet").exists()


def test_not_every_shard_of_a_mistyped_key_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(11):
        pq.write_table(pa.table({"text": ["a"]}), folder / f"{number}.parquet")
    found = run("batch", folder, "--output-dir", tmp_path / "out", "-j", "1", "--text-key", "txt")
    assert found.exit_code == 2
    assert found.stderr.count('no column "txt"') == 9
    assert found.stderr.endswith("; 2 more; 0 of 11 inputs are done\n")

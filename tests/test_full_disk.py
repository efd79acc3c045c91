"""A full disk costs a message that names the file, and nothing that was there before.

A limit on the size of files stands in for the disk: what is written beyond it fails in the same way.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from batch_support import IN_SMALL_CHUNKS, article, lines, quarantine_of
from cli_support import DIRTY, KEPT, PAGE
from vnnews_clean.batch.paths import journal_of, part_of, parts_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
CLI: Final = (sys.executable, "-m", "vnnews_clean")
_LIMITED: Final = """
import os, resource, sys
size = int(sys.argv[1])
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # Python does not notice that a file of its own is cut
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
os.execv(sys.argv[2], sys.argv[2:])
"""


def limited(size: int, *command: object) -> subprocess.CompletedProcess[str]:
    """Run a command that can make no file larger than `size` bytes."""
    argv = [sys.executable, "-c", _LIMITED, str(size), *map(str, command)]
    return subprocess.run(argv, capture_output=True, text=True, timeout=120, check=False)


def source_of(kind: str, folder: Path) -> Path:
    """Some thousand articles."""
    source = folder / f"in.{kind}"
    if kind == "parquet":
        table = pa.table({"text": [article(i) for i in range(600)]})
        pq.write_table(table, source, row_group_size=100)
    else:
        source.write_text("".join(lines(600)))
    return source


@pytest.mark.parametrize(
    ("kind", "suffix", "size"),
    [
        ("jsonl", "jsonl", 60_000),
        ("jsonl", "jsonl.gz", 8_000),
        ("jsonl", "jsonl.zst", 8_000),
        ("parquet", "parquet", 3_000),
        ("parquet", "jsonl", 60_000),
    ],
)
def test_a_run_that_found_the_disk_full_goes_on_when_there_is_room(
    tmp_path: Path, kind: str, suffix: str, size: int
) -> None:
    source = source_of(kind, tmp_path)
    output, whole = tmp_path / f"out.{suffix}", tmp_path / f"whole.{suffix}"
    stopped = limited(size, *IN_SMALL_CHUNKS, source, "-o", output, "--quiet")
    assert stopped.returncode == 2, stopped.stderr
    (told,) = stopped.stderr.splitlines()
    written = parts_of(output) if suffix == "parquet" else part_of(output)
    assert told.startswith(f"error: {written}")
    assert "File too large" in told
    assert not output.exists()
    for target in (output, whole):
        done = subprocess.run(
            [*IN_SMALL_CHUNKS, source, "-o", target, "--quiet"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert output.read_bytes() == whole.read_bytes()


def test_joining_the_parts_of_a_table_may_be_tried_again(tmp_path: Path) -> None:
    source = source_of("parquet", tmp_path)
    output = tmp_path / "out.parquet"
    stopped = limited(20_000, *IN_SMALL_CHUNKS, source, "-o", output, "--quiet")
    assert (stopped.returncode, output.exists()) == (2, False)
    assert stopped.stderr.startswith(f"error: {part_of(output)}: ")
    assert limited(1 << 30, *IN_SMALL_CHUNKS, source, "-o", output, "--quiet").returncode == 0
    assert pq.read_table(output).num_rows == 600


def test_a_full_quarantine_ends_a_run(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(f'{{"no": "{"x" * 900}"}}\n' for _ in range(100)))
    stopped = limited(30_000, *IN_SMALL_CHUNKS, source, "-o", output, "--quiet")
    assert stopped.returncode == 2
    assert stopped.stderr.startswith(f"error: {quarantine_of(output)}: File too large")
    assert limited(1 << 30, *IN_SMALL_CHUNKS, source, "-o", output, "--quiet").returncode == 1
    assert quarantine_of(output).read_bytes().count(b"\n") == 100


def test_a_journal_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(3)))
    stopped = limited(300, *IN_SMALL_CHUNKS, source, "-o", output, "--quiet")
    assert stopped.returncode == 2
    assert stopped.stderr.startswith(f"error: {journal_of(output)}.new: File too large")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ("fix {}a.txt", "a.txt"),
        ("fix {}page.html --to {}out/", "out/page.txt"),
        ("clean {}a.txt -o {}b.txt", "b.txt"),
        ("golden add {}a.txt", "a.txt.golden"),
        ("learn {}in.jsonl -o {}kept.toml", "kept.toml"),
        ("batch {}in.jsonl -o {}o.jsonl --stats {}s.json --quiet", "s.json.new"),
        ("batch {}in.jsonl -o {}o.jsonl --report {}r.html --quiet", "r.html.new"),
    ],
)
def test_no_file_is_lost_to_a_full_disk(tmp_path: Path, arguments: str, named: str) -> None:
    page = PAGE.replace("</p>", f"</p><p>{' '.join(KEPT)}</p>")
    files = {"a.txt": DIRTY * 9, "page.html": page, "kept.toml": "reviewed = true\n"}
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "in.jsonl").write_text("".join(lines(1)), encoding="utf-8")
    command = [*CLI, *arguments.replace("{}", f"{tmp_path}/").split()]
    if "batch" in command:  # done before, so that nothing else is written
        subprocess.run(command, check=True, capture_output=True)
        files |= {
            name: (tmp_path / name).read_text() for name in ("s.json", "r.html") if name in named
        }
    stopped = limited(200, *command)
    assert stopped.returncode == 2, stopped.stderr
    assert stopped.stderr.startswith(f"error: {tmp_path / named}: ")
    assert "File too large" in stopped.stderr.splitlines()[0]
    for name, content in files.items():
        assert (tmp_path / name).read_text(encoding="utf-8") == content
    assert not list(tmp_path.rglob("*.tmp"))

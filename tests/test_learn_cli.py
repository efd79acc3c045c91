"""``vnnews-clean learn``, and what it wrote used by name."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from batch_support import command
from cli_support import run
from test_learn import CALL, article

ROWS = [
    {"text": article(i, CALL), "url": f"https://www.songque.example/{i}", "from": "Song Que"}
    for i in range(12)
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    broken = "{\n" + json.dumps({"url": "https://songque.example/x"}) + "\n"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS) + broken)
    return path


def test_learn_review_and_use(source: Path, tmp_path: Path) -> None:
    learned = tmp_path / "site.toml"
    done = run("learn", "--isolated", source, "-o", learned)
    assert done.exit_code == 0, done.output
    (found,) = tomllib.loads(learned.read_text())["phrase"]
    assert (found["publisher"], found["phrase"]) == ("songque.example", CALL)
    assert found["cut"] is False
    learned.write_text(learned.read_text().replace("cut = false", "cut = true"))

    text, url = tmp_path / "a.txt", "https://songque.example/99"
    text.write_text(article(99, CALL))
    cut = run("clean", "--isolated", text, "--url", url, "--learned", learned)
    assert cut.stdout == article(99) + "\n"
    assert run("clean", "--isolated", text, "--learned", learned).stdout == text.read_text() + "\n"
    shown = run("explain", "--isolated", text, "--url", url, "--learned", learned)
    assert "learned.phrase" in shown.stdout

    output = tmp_path / "out.jsonl"
    command(source, "-o", output, "--learned", learned, "--quiet")
    cleaned = [json.loads(line)["text"] for line in output.read_text().splitlines()]
    assert cleaned == [article(i) for i in range(12)]


def test_a_configuration_names_files_beside_itself(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("learn", "--isolated", source, "-o", tmp_path / "site.toml", "--accept", 0.7)
    (tmp_path / "vnnews-clean.toml").write_text('learned = ["site.toml"]')
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    (tmp_path / "inner" / "a.txt").write_text(article(99, CALL))
    cut = run("clean", "a.txt", "--url", "songque.example")
    assert cut.stdout == article(99) + "\n"


def test_sketches_of_shards_teach_the_same(source: Path, tmp_path: Path) -> None:
    lines = source.read_text().splitlines(keepends=True)
    for number, shard in enumerate((lines[8:], lines[:8])):
        (tmp_path / f"{number}.jsonl").write_text("".join(shard))
        run(
            "learn", "--isolated", tmp_path / f"{number}.jsonl", "-o", tmp_path / f"{number}.sketch"
        )
    sketches = [tmp_path / "1.sketch", tmp_path / "0.sketch"]
    assert run("learn", "--isolated", *sketches, "-o", tmp_path / "a.toml").exit_code == 0
    run("learn", "--isolated", source, "-o", tmp_path / "b.toml")
    assert (tmp_path / "a.toml").read_bytes() == (tmp_path / "b.toml").read_bytes()


def test_parquet_and_a_field_that_names_the_publisher(tmp_path: Path) -> None:
    parquet.write_table(pa.Table.from_pylist(ROWS), tmp_path / "in.parquet")
    options = ("--publisher-key", "from", "--documents", 5)
    run("learn", "--isolated", tmp_path / "in.parquet", "-o", tmp_path / "a.toml", *options)
    (found,) = tomllib.loads((tmp_path / "a.toml").read_text())["phrase"]
    assert (found["publisher"], found["documents"]) == ("song que", 5)


def test_the_output_is_toml_or_a_sketch(source: Path, tmp_path: Path) -> None:
    done = run("learn", "--isolated", source, "-o", tmp_path / "site.json")
    assert done.exit_code == 2
    assert "the output is a .toml file or a .sketch" in done.stderr

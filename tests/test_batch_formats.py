"""Every format that comes in, and what comes out of it."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest
from backports import zstd

from batch_support import BOX, article, batch, lines, page, quarantined, records
from vnnews_clean import Cleaner, ConfigError
from vnnews_clean.batch import extras
from vnnews_clean.batch.chunks import Fields, Limits
from vnnews_clean.batch.inputs import find_input, output_format
from vnnews_clean.batch.paths import part_of
from vnnews_clean.corpusrow import Fact


def test_json_lines_go_in_and_out_packed_in_any_way(tmp_path: Path) -> None:
    text = "".join(lines(400)).encode()
    (tmp_path / "in.jsonl").write_bytes(text)
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(text))
    (tmp_path / "in.jsonl.zst").write_bytes(zstd.compress(text))
    outputs: list[bytes] = []
    for suffix in ("", ".gz", ".zst"):
        output = tmp_path / f"out.jsonl{suffix}"
        tally = batch([tmp_path / f"in.jsonl{suffix}"], output).tally
        assert (tally.documents, tally.written) == (400, 400)
        data = output.read_bytes()
        if suffix == ".gz":
            data = gzip.decompress(data)
        elif suffix == ".zst":
            data = zstd.decompress(data)
        outputs.append(data)
    cleaner = Cleaner()
    assert outputs[0] == outputs[1] == outputs[2]
    assert [json.loads(x)["text"] for x in outputs[0].splitlines()] == [
        cleaner.clean(article(i)).text for i in range(400)
    ]
    assert BOX.splitlines()[0] not in outputs[0].decode()


def test_several_inputs_become_one_output_in_their_order(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("b.jsonl", "a.jsonl")]
    for start, path in enumerate(paths):
        path.write_text(f'{{"id": {start}, "text": "a"}}')
    output = tmp_path / "out.jsonl"
    batch(paths, output, jobs=2)
    assert [record["id"] for record in records(output)] == [0, 1]


def test_titles_metadata_and_removals_can_be_added(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    text = article(3)
    source.write_text(json.dumps({"text": text, "k": 1}))
    added: tuple[tuple[Fact, str], ...] = (
        ("title", "title"),
        ("metadata", "about"),
        ("removals", "cut"),
        ("document_type", "type"),
    )
    batch([source], output, fields=Fields(add=added))
    (record,) = records(output)
    result = Cleaner().clean(text)
    assert list(record) == ["text", "k", "title", "about", "cut", "type"]
    assert record["title"] == result.title
    assert record["type"] == "article"
    assert record["about"] == result.metadata.as_dict()
    assert record["cut"] == [
        {
            "start": r.start,
            "end": r.end,
            "kind": r.kind,
            "rules": list(r.rules),
            "text": result.document.text[r.start : r.end],
        }
        for r in result.removals
    ]


def test_pages_in_json_lines_become_texts(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"html": page().decode(), "link": "https://bao.example/1"}))
    tally = batch([source], output, fields=Fields(html="html", url="link")).tally
    (record,) = records(output)
    assert record["text"] == Cleaner().clean_html(page(), url="https://bao.example/1").text
    assert "bến đò cũ" in str(record["text"])
    assert list(tally.sites) == ["bao.example"]


def test_a_folder_gives_one_document_a_file_in_the_order_of_paths(tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out.jsonl"
    (folder / "sub").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "b.txt").write_text(article(3))
    (folder / "a.html").write_bytes(page())
    (folder / "sub" / "c.TXT").write_bytes(b"")
    (folder / "sub" / "big.txt").write_bytes(b"a" * 200_000)
    for hidden in (".d.txt", ".git/e.txt", "f.png"):
        (folder / hidden).write_text("not me")
    tally = batch([folder], output, limits=Limits(size=100_000)).tally
    found = records(output)
    assert [record["path"] for record in found] == ["a.html", "b.txt", "sub/c.TXT"]
    assert found[0]["text"] == Cleaner().clean_html(page()).text
    assert found[1]["text"] == Cleaner().clean(article(3)).text
    assert (tally.documents, tally.empty, tally.quarantined) == (4, 1, 1)
    assert quarantined(output)[0]["file"] == str(folder / "sub" / "big.txt")


def test_a_file_that_changes_in_a_folder_is_a_changed_input(tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    batch([folder], output)
    (folder / "b.txt").write_text("b")
    with pytest.raises(ConfigError, match="in has changed since"):
        batch([folder], output)


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.jsonl", "jsonl"),
        ("a.b.NDJSON.GZ", "jsonl.gz"),
        ("a.jsonl.zst", "jsonl.zst"),
        ("a.parquet", "parquet"),
        ("a.warc", "warc"),
        ("a.warc.gz", "warc"),
        ("a.warc.zst", "warc"),
        ("a.html", "files"),
    ],
)
def test_the_suffix_tells_the_format(tmp_path: Path, name: str, format: str) -> None:
    (tmp_path / name).touch()
    assert find_input(str(tmp_path / name)).format == format


def test_the_format_can_be_named_where_no_suffix_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "dump"
    path.touch()
    with pytest.raises(ConfigError, match="--input-format"):
        find_input(str(path))
    assert find_input(str(path), "jsonl.gz").format == "jsonl.gz"
    with pytest.raises(ConfigError, match='did you mean "parquet"'):
        find_input(str(path), "parqet")


@pytest.mark.parametrize("name", ["out.warc.gz", "s3://a/out.jsonl", "out.txt", "out"])
def test_outputs_that_cannot_be_written_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "in.jsonl").touch()
    with pytest.raises(ConfigError):
        output_format(name)


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        (extras.ZSTD, "in.jsonl.zst", "zstd"),
        ("pyarrow.parquet", "in.parquet", "parquet"),
        ("fastwarc.warc", "in.warc", "warc"),
    ],
)
def test_a_missing_package_is_named_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    (tmp_path / name).write_bytes(b"\x28\xb5\x2f\xfd" if extra == "zstd" else b"{}\n")
    monkeypatch.setitem(sys.modules, module, None)
    output = tmp_path / ("out.parquet" if extra == "parquet" else "out.jsonl")
    with pytest.raises(ConfigError, match=rf"pip install 'vnnews-clean\[{extra}\]'"):
        batch([tmp_path / name], output)
    assert not output.exists()
    assert not part_of(output).exists()


def test_what_is_no_text_is_refused_whatever_it_calls_itself(tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    (folder / "b.txt").write_text("a", encoding="utf-16")
    (folder / "c.txt").write_bytes(b"a\0b")
    (folder / "d.html").write_bytes(b"%PDF-1.7")
    batch([folder], output)
    assert [record["path"] for record in records(output)] == ["a.txt", "b.txt"]
    assert [entry["reason"] for entry in quarantined(output)] == ["binary", "binary"]

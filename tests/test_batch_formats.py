"""Every format that comes in, and what comes out of it."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pytest
import zstandard
from pyarrow import parquet as pq

from batch_support import BOX, article, batch, lines, quarantined
from vnnews_clean import Cleaner, ConfigError, InputError
from vnnews_clean.batch.chunks import Fields, Limits, Packing, Reason
from vnnews_clean.batch.inputs import find_input, output_format
from vnnews_clean.batch.sinks import part_of
from vnnews_clean.batch.streams import pack

PAGE = """<!DOCTYPE html><html><head><title>Bến đò</title></head><body>
<nav><a href="/">Trang chủ</a></nav><article><h1>Bến đò sắp có cầu</h1>{}</article></body></html>"""
PARAGRAPHS = "".join(f"<p>{part}</p>" for part in article(1).split("\n\n")[1:])


def page(seed: int = 0) -> bytes:
    return PAGE.format(PARAGRAPHS + f"<p>Kỳ {seed} của loạt bài về những bến đò cũ.</p>").encode()


def response(
    number: int, body: bytes, *headers: str, status: str = "200 OK", media: str = "text/html"
) -> bytes:
    """A WARC record of an HTTP response."""
    head = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers]
    http = "\r\n".join(head).encode() + b"\r\n\r\n" + body
    warc = [
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>",
        f"WARC-Target-URI: https://bao.example/{number}",
        "WARC-Date: 2024-05-06T07:08:09Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    ]
    return "\r\n".join(warc).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_json_lines_go_in_and_out_packed_in_any_way(tmp_path: Path) -> None:
    text = "".join(lines(400)).encode()
    (tmp_path / "in.jsonl").write_bytes(text)
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(text))
    (tmp_path / "in.jsonl.zst").write_bytes(zstandard.ZstdCompressor().compress(text))
    outputs: list[bytes] = []
    for suffix in ("", ".gz", ".zst"):
        output = tmp_path / f"out.jsonl{suffix}"
        tally = batch([tmp_path / f"in.jsonl{suffix}"], output).tally
        assert (tally.documents, tally.written) == (400, 400)
        data = output.read_bytes()
        if suffix == ".gz":
            data = gzip.decompress(data)
        elif suffix == ".zst":
            frames = zstandard.ZstdDecompressor().decompressobj(read_across_frames=True)
            data = frames.decompress(data)
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
    added = (("title", "title"), ("metadata", "about"), ("removals", "cut"))
    batch([source], output, fields=Fields(add=added))
    (record,) = records(output)
    result = Cleaner().clean(text)
    assert list(record) == ["text", "k", "title", "about", "cut"]
    assert record["title"] == result.title
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


def table(rows: int) -> pa.Table:
    return pa.table(
        {
            "id": pa.array(range(rows), pa.uint64()),
            "text": pa.array([article(i) for i in range(rows)], pa.large_string()),
            "tags": pa.array([["a", None]] * rows, pa.list_(pa.string())),
            "at": pa.array([10**15] * rows, pa.timestamp("us", "UTC")),
        }
    ).replace_schema_metadata({"made by": "us"})


def test_parquet_keeps_its_other_columns_its_schema_and_its_row_groups(tmp_path: Path) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    pq.write_table(table(1500), source, row_group_size=700)
    before = pq.read_table(source)
    tally = batch([source], output, jobs=2).tally
    after = pq.read_table(output)
    assert after.schema.equals(before.schema, check_metadata=True)
    assert after.drop_columns("text").equals(before.drop_columns("text"))
    cleaner = Cleaner()
    texts = [cleaner.clean(text).text for text in before["text"].to_pylist()]
    assert after["text"].to_pylist() == texts
    groups = pq.ParquetFile(output).metadata
    assert [groups.row_group(i).num_rows for i in range(groups.num_row_groups)] == [700, 700, 100]
    assert tally.written == 1500


def test_rows_that_cannot_be_cleaned_leave_the_table(tmp_path: Path) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    texts = ["a", None, "b" * 3000, "POISON:error", "c"]
    pq.write_table(pa.table({"text": texts, "n": range(5)}), source)
    batch([source], output, limits=Limits(size=2000), poisoned=True)
    assert pq.read_table(output).to_pydict() == {"text": ["a", "c"], "n": [0, 4]}
    assert [(e["row"], e["reason"]) for e in quarantined(output)] == [
        (2, Reason.WRONG_TYPE),
        (3, Reason.TOO_LONG),
        (4, Reason.ERROR),
    ]


def test_parquet_gets_added_columns(tmp_path: Path) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    text = article(3)
    pq.write_table(pa.table({"text": pa.array([text]).dictionary_encode()}), source)
    batch([source], output, fields=Fields(add=(("title", "title"), ("removals", "cut"))))
    (row,) = pq.read_table(output).to_pylist()
    result = Cleaner().clean(text)
    assert (row["text"], row["title"]) == (result.text, result.title)
    assert len(json.loads(row["cut"])) == len(result.removals)


@pytest.mark.parametrize(
    ("columns", "fields", "message"),
    [
        ({"txt": ["a"]}, Fields(), 'no column "text"; did you mean "txt"'),
        ({"text": [1]}, Fields(), 'column "text" is int64, not text'),
        ({"text": ["a"], "title": ["b"]}, Fields(add=(("title", "title"),)), "already"),
    ],
)
def test_a_table_of_the_wrong_shape_is_an_error(
    tmp_path: Path, columns: dict[str, Sequence[object]], fields: Fields, message: str
) -> None:
    source = tmp_path / "in.parquet"
    pq.write_table(pa.table(columns), source)
    with pytest.raises(ConfigError, match=message):
        batch([source], tmp_path / "out.parquet", fields=fields)


def test_tables_of_different_shapes_do_not_become_one(tmp_path: Path) -> None:
    paths = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    pq.write_table(pa.table({"text": ["a"]}), paths[0])
    pq.write_table(pa.table({"text": ["a"], "n": [1]}), paths[1])
    with pytest.raises(ConfigError, match=r"b\.parquet: other columns than"):
        batch(paths, tmp_path / "out.parquet")


def test_what_only_calls_itself_parquet_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "in.parquet").write_bytes(b"no table")
    with pytest.raises(InputError, match=r"in\.parquet"):
        batch([tmp_path / "in.parquet"], tmp_path / "out.parquet")


RESPONSES = [
    response(1, page(1)),
    response(2, gzip.compress(page(2)), "Content-Encoding: gzip"),
    response(3, b"%x\r\n%b\r\n0\r\n\r\n" % (len(page(3)), page(3)), "Transfer-Encoding: chunked"),
    response(4, b"\x89PNG", media="image/png"),
    response(5, page(5), status="404 Not Found"),
    response(6, page(6), "Content-Encoding: gzip", "Transfer-Encoding: chunked"),  # undone already
    response(7, page(7).decode().encode("utf-16"), media="text/html; charset=utf-16"),
    response(8, zstandard.ZstdCompressor().compress(page(8)), "Content-Encoding: zstd"),
]


PACKINGS: dict[str, Packing] = {"": "plain", ".gz": "gz", ".zst": "zst"}


@pytest.mark.parametrize("suffix", PACKINGS)
def test_the_pages_of_an_archive_become_json_lines(tmp_path: Path, suffix: str) -> None:
    source, output = tmp_path / f"in.warc{suffix}", tmp_path / "out.jsonl"
    source.write_bytes(b"".join(pack(r, PACKINGS[suffix]) for r in RESPONSES))
    tally = batch([source], output).tally
    found = records(output)
    pages = (1, 2, 3, 6, 7, 8)
    assert [record["url"] for record in found] == [f"https://bao.example/{i}" for i in pages]
    assert all(f"Kỳ {i} của" in str(r["text"]) for i, r in zip(pages, found, strict=True))
    assert list(found[0]) == ["url", "date", "id", "text"]
    assert found[0]["date"] == "2024-05-06T07:08:09Z"
    assert (tally.documents, tally.skipped, tally.sites["bao.example"].documents) == (6, 2, 6)


def test_bombs_and_damage_in_an_archive_are_quarantined_alone(tmp_path: Path) -> None:
    source, output = tmp_path / "in.warc.gz", tmp_path / "out.jsonl"
    bodies = [
        response(1, page(1)),
        response(2, gzip.compress(b"0" * 10_000_000), "Content-Encoding: gzip"),
        response(3, gzip.compress(page(3))[:-200] + b"x" * 100, "Content-Encoding: gzip"),
        response(4, b"<p>" + b"a" * 300_000),
        response(5, page(5), "Content-Encoding: br"),
        response(6, page(6)),
    ]
    source.write_bytes(b"".join(map(gzip.compress, bodies)) + gzip.compress(page(7))[:50])
    batch([source], output, limits=Limits(size=100_000))
    assert [r["url"] for r in records(output)] == [f"https://bao.example/{i}" for i in (1, 6)]
    assert [(e["record"], e["reason"]) for e in quarantined(output)] == [
        (2, Reason.BOMB),
        (3, Reason.CORRUPT),
        (4, Reason.TOO_LONG),
        (5, Reason.ERROR),
        (7, Reason.CORRUPT),
    ]


@pytest.mark.parametrize("left", [5, 20, 60, 250, 400, 900])
def test_a_record_that_was_cut_off_is_quarantined(tmp_path: Path, left: int) -> None:
    source, output = tmp_path / "in.warc", tmp_path / "out.jsonl"
    source.write_bytes(response(1, page(1)) + response(2, page(2))[:left])
    tally = batch([source], output).tally
    assert [(e["record"], e["reason"]) for e in quarantined(output)] == [(2, Reason.CORRUPT)]
    assert (tally.documents, tally.written) == (2, 1)


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


@pytest.mark.parametrize("name", ["out.parquet", "out.warc.gz", "out.txt", "out"])
def test_outputs_that_cannot_be_written_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "in.jsonl").touch()
    with pytest.raises(ConfigError):
        output_format(name, [find_input(str(tmp_path / "in.jsonl"))])


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("pebble", "in.jsonl", "batch"),
        ("zstandard", "in.jsonl.zst", "zstd"),
        ("pyarrow.parquet", "in.parquet", "parquet"),
        ("fastwarc.warc", "in.warc", "warc"),
    ],
)
def test_a_missing_package_is_named_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    (tmp_path / name).write_bytes(b"{}\n")
    monkeypatch.setitem(sys.modules, module, None)
    output = tmp_path / ("out.parquet" if extra == "parquet" else "out.jsonl")
    with pytest.raises(ConfigError, match=rf"pip install 'vnnews-clean\[{extra}\]'"):
        batch([tmp_path / name], output)
    assert not output.exists()
    assert not part_of(output).exists()

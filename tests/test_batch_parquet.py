"""Parquet: the other columns, the schema and the row groups stay; what is added becomes columns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from batch_support import article, batch, quarantined, records
from vnnews_clean import Cleaner, InputError
from vnnews_clean.batch.chunks import Fields, Limits
from vnnews_clean.quarantine import Reason


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
    texts = ["a", None, "b" * 3000, "POISON:raise:ZeroDivisionError", "c"]
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
    assert row["cut"] == [
        {
            "start": r.start,
            "end": r.end,
            "kind": r.kind.value,
            "rules": list(r.rules),
            "text": text[r.start : r.end],
        }
        for r in result.removals
    ]
    fields = Fields(add=(("removals", "cut"),), removals_as_json=True)
    batch([source], output, fields=fields, overwrite=True)
    (old,) = pq.read_table(output).to_pylist()
    assert json.loads(old["cut"]) == row["cut"]


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
    with pytest.raises(InputError, match=message):
        batch([source], tmp_path / "out.parquet", fields=fields)


def test_tables_of_different_shapes_do_not_become_one(tmp_path: Path) -> None:
    paths = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    pq.write_table(pa.table({"text": ["a"]}), paths[0])
    pq.write_table(pa.table({"text": ["a"], "n": [1]}), paths[1])
    with pytest.raises(InputError, match=r"b\.parquet: other columns than"):
        batch(paths, tmp_path / "out.parquet")


def test_what_only_calls_itself_parquet_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "in.parquet").write_bytes(b"no table")
    with pytest.raises(InputError, match=r"in\.parquet"):
        batch([tmp_path / "in.parquet"], tmp_path / "out.parquet")


def with_bad_bytes() -> pa.Table:
    stored = pa.array([b"ok", b"bad \xff", b"ok"], pa.binary())
    return pa.table({"text": pa.StringArray.from_buffers(3, *stored.buffers()[1:]), "n": range(3)})


def test_a_cell_that_is_no_text_costs_its_row(tmp_path: Path) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    pq.write_table(with_bad_bytes(), source)
    batch([source], output)
    assert pq.read_table(output).to_pydict() == {"text": ["ok", "ok"], "n": [0, 2]}
    (gone,) = quarantined(output)
    assert (gone["row"], gone["reason"]) == (2, Reason.NOT_UTF8)


@pytest.mark.parametrize(
    "type_", [pa.binary(), pa.large_binary(), pa.dictionary(pa.int32(), pa.binary()), pa.null()]
)
@pytest.mark.parametrize("into", ["parquet", "jsonl"])
def test_a_column_of_bytes_is_text_and_one_of_nulls_is_none(
    tmp_path: Path, type_: pa.DataType, into: str
) -> None:
    """Many writers leave out that a column of bytes is text; where all is missing, nobody can tell."""
    source, output = tmp_path / "in.parquet", tmp_path / f"out.{into}"
    bytes_ = [article(3).encode(), article(3).encode("utf-16"), b"\x89PNG\r\n\x1a\n\0\0", None]
    stored = pa.nulls(4) if pa.types.is_null(type_) else pa.array(bytes_, pa.binary()).cast(type_)
    pq.write_table(pa.table({"n": range(4), "text": stored}), source)
    tally = batch([source], output).tally
    reasons = [entry["reason"] for entry in quarantined(output)]
    if pa.types.is_null(type_):
        assert (tally.documents, reasons) == (4, [Reason.WRONG_TYPE] * 4)
        return
    assert reasons == [Reason.BINARY, Reason.WRONG_TYPE]
    article_ = Cleaner().clean(article(3)).text
    if into == "jsonl":
        assert records(output) == [{"n": n, "text": article_} for n in range(2)]
    else:
        assert pq.read_table(output).column("text").to_pylist() == [article_.encode()] * 2


@pytest.mark.parametrize("lost", [False, True])
def test_views_and_columns_of_one_name_go_through(tmp_path: Path, lost: bool) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    arrays = [
        pa.array(["a", None if lost else "b"], pa.string_view()),
        pa.array([1, 2]),
        pa.array([3, 4]),
    ]
    pq.write_table(pa.table(arrays, names=["text", "x", "x"]), source)
    batch([source], output)
    with pq.ParquetFile(output) as file:
        (found,) = file.iter_batches()
    assert found.schema.names == ["text", "x", "x"]
    assert found.column(0).to_pylist() == (["a"] if lost else ["a", "b"])
    assert found.column(2).to_pylist() == ([3] if lost else [3, 4])


def damaged_in_its_second_row_group(path: Path) -> None:
    texts = pa.array([f"{article(i)} {i}" for i in range(30)])
    pq.write_table(
        pa.table({"text": texts}), path, row_group_size=10, compression="none", use_dictionary=False
    )
    with pq.ParquetFile(path) as file:
        column = file.metadata.row_group(1).column(0)
    data = bytearray(path.read_bytes())
    data[column.data_page_offset : column.data_page_offset + 40] = b"\xff" * 40
    path.write_bytes(data)


@pytest.mark.parametrize("name", ["out.parquet", "out.jsonl"])
def test_a_page_that_cannot_be_read_costs_its_row_group(tmp_path: Path, name: str) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / name
    damaged_in_its_second_row_group(source)
    tally = batch([source], output).tally
    (gone,) = quarantined(output)
    assert (gone["row"], gone["reason"], gone["documents"]) == (11, Reason.CORRUPT, 10)
    assert str(gone["detail"]).startswith("row group 2, rows 11 to 20: ")
    assert (tally.documents, tally.written, tally.quarantined) == (30, 20, 10)
    found = pq.read_table(output).to_pylist() if name == "out.parquet" else records(output)
    assert len(found) == 20


def test_rows_become_lines_of_json(tmp_path: Path) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.jsonl"
    columns = {
        "text": [article(3), None, "b"],
        "at": pa.array([1_700_000_000_123_456_789, None, 0], pa.timestamp("ns", "UTC")),
        "day": pa.array([19_000, None, 0], pa.date32()),
        "price": pa.array([Decimal("1.50"), None, Decimal(0)], pa.decimal128(10, 2)),
        "raw": [b"\xff", None, b""],
        "share": [0.5, None, float("nan")],
        "nested": [{"a": [1, None]}, None, {"a": []}],
    }
    pq.write_table(pa.table(columns), source, row_group_size=2)
    batch([source], output, fields=Fields(add=(("title", "title"),)))
    first, second = records(output)
    assert first == {
        "text": Cleaner().clean(article(3)).text,
        "at": "2023-11-14 22:13:20.123456789Z",
        "day": "2022-01-08",
        "price": "1.50",
        "raw": "/w==",
        "share": 0.5,
        "nested": {"a": [1, None]},
        "title": Cleaner().clean(article(3)).title,
    }
    assert (second["share"], second["nested"]) == (None, {"a": []})
    assert [entry["row"] for entry in quarantined(output)] == [2]


def test_lines_of_json_become_a_table(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    rows: list[dict[str, object]] = [
        {"id": 1, "text": article(3), "score": 1, "ok": True, "tags": ["a"], "mixed": 1},
        {"text": "b", "score": 1.5, "id": 2**60, "mixed": "one", "late": None},
        {"text": "c", "id": 3, "big": 10**30, "surrogate": "\ud800"},
    ]
    source.write_text("\n".join(map(json.dumps, rows)) + "\nbroken\n")
    added = Fields(add=(("removals", "removals"), ("title", "title")))
    tally = batch([source], output, fields=added).tally
    assert (tally.written, tally.quarantined) == (3, 1)
    found = pq.read_table(output)
    types = {field.name: str(field.type) for field in found.schema}
    assert types["id"] == "int64"
    assert types["score"] == "double"
    assert types["ok"] == "bool"
    assert types["tags"] == types["mixed"] == types["late"] == types["big"] == "string"
    assert found["id"].to_pylist() == [1, 2**60, 3]
    assert found["tags"].to_pylist() == ['["a"]', None, None]
    assert found["mixed"].to_pylist() == ["1", "one", None]
    assert found["big"].to_pylist()[2] == str(10**30)
    assert found["surrogate"].to_pylist()[2] == "?"
    assert [len(cut) for cut in found["removals"].to_pylist()] == [3, 0, 0]
    assert not list(tmp_path.glob("*.part"))
    assert batch([source], output, fields=added).already_done


def test_there_and_back_is_the_same_table(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    rows = {"id": [1, 2, 3], "text": ["a", "b", "c"], "score": [0.5, 1.5, 2.0], "ok": [True] * 3}
    pq.write_table(pa.table(rows), source)
    batch([source], tmp_path / "lines.jsonl.gz")
    batch([tmp_path / "lines.jsonl.gz"], tmp_path / "back.parquet")
    assert pq.read_table(tmp_path / "back.parquet").to_pydict() == rows


def test_two_columns_with_the_text_are_an_error(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    pq.write_table(pa.table([pa.array(["a"])] * 2, names=["text", "text"]), source)
    with pytest.raises(InputError, match='2 columns are called "text"'):
        batch([source], tmp_path / "out.parquet")

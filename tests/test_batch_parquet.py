"""Parquet: the other columns, the schema and the row groups stay; what is added becomes columns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from batch_support import article, batch, quarantined
from vnnews_clean import Cleaner, ConfigError, InputError
from vnnews_clean.batch.chunks import Fields, Limits
from vnnews_clean.rejected import Reason


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

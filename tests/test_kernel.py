"""An Arrow batch in, an Arrow batch out: types, bad rows, bad options, and what is pickled."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from batch_support import BOX, article, batch, page, poison
from vnnews_clean import Cleaner, kernel
from vnnews_clean.attempt import Attempt
from vnnews_clean.batch.chunks import Fields
from vnnews_clean.errors import ConfigError
from vnnews_clean.kernel import Kernel, Options

TEXT = article(3)
CLEAN = Cleaner().clean(TEXT).text
STRINGS = [pa.string(), pa.large_string(), pa.string_view()]
BYTES = [pa.binary(), pa.large_binary(), pa.binary_view()]


def table(*texts: str | bytes | None, type: pa.DataType | None = None) -> pa.RecordBatch:
    return pa.record_batch({"n": range(len(texts)), "text": pa.array(texts, type or pa.string())})


def raw(*values: bytes) -> pa.Array:
    """Strings that nobody has checked to be UTF-8, as a damaged file holds them."""
    return pa.array(values, pa.binary()).view(pa.string())


def test_the_fixture_is_something_to_clean() -> None:
    assert BOX not in CLEAN
    assert CLEAN


@pytest.mark.parametrize("type", STRINGS, ids=str)
def test_strings_keep_their_type(type: pa.DataType) -> None:
    out = Kernel()(table(TEXT, None, "", type=type))
    assert out.column("text").to_pylist() == [CLEAN, None, ""]
    assert out.column("status").to_pylist() == ["ok", "null", "ok"]
    assert out.schema.field("text").type == type


@pytest.mark.parametrize(("type", "string"), list(zip(BYTES, STRINGS, strict=True)), ids=str)
def test_bytes_are_decoded_as_those_of_a_file(type: pa.DataType, string: pa.DataType) -> None:
    out = Kernel()(table(TEXT.encode(), ("\ufeff" + TEXT).encode("utf-16-le"), type=type))
    assert out.column("text").to_pylist() == [CLEAN, CLEAN]
    assert out.schema.field("text").type == string


def test_packed_columns_are_unpacked() -> None:
    texts = [TEXT, None, "Trời mưa.", TEXT]
    coded = pa.array(texts).dictionary_encode()
    runs = pa.RunEndEncodedArray.from_arrays([1, 2, 3, 4], pa.array(texts))
    for column in (coded, runs):
        out = Kernel()(pa.record_batch({"text": column}))
        assert out.column("text").to_pylist() == [CLEAN, None, "Trời mưa.", CLEAN]
        assert out.schema.field("text").type == pa.string()


def test_a_column_of_nulls_has_no_articles() -> None:
    out = Kernel()(pa.record_batch({"text": pa.nulls(2)}))
    assert out.column("status").to_pylist() == ["null", "null"]
    assert out.schema.field("text").type == pa.string()


@pytest.mark.parametrize("type", [*STRINGS, pa.dictionary(pa.int8(), pa.string())], ids=str)
def test_a_slice_is_a_batch_of_its_own(type: pa.DataType) -> None:
    whole = table("a", TEXT, None, "b").column("text")
    column = whole.dictionary_encode() if pa.types.is_dictionary(type) else whole.cast(type)
    out = Kernel()(pa.record_batch({"text": column}).slice(1, 2))
    assert out.column("text").to_pylist() == [CLEAN, None]


def test_an_empty_batch_has_the_same_columns() -> None:
    made = Kernel(add=("title", "metadata", "removals", "document_type"))
    batch = table(TEXT)
    assert made(batch.slice(0, 0)).schema == made(batch).schema == made.schema(batch.schema)
    assert made.table(pa.Table.from_batches([], batch.schema)).schema == made.schema(batch.schema)


def test_what_is_no_utf8_costs_its_row() -> None:
    column = raw(TEXT.encode(), b"L\xfaa ch\xedn", "Trời mưa.".encode())
    for strings in (column, column.dictionary_encode()):
        out = Kernel()(pa.record_batch({"text": strings}))
        assert out.column("status").to_pylist() == ["ok", "not-utf-8", "ok"]
        assert out.column("text").to_pylist() == [CLEAN, None, "Trời mưa."]


def test_the_limit_counts_bytes() -> None:
    size = len("Trời mưa.".encode())
    for limit, status in ((size, "ok"), (size - 1, "too-long")):
        for column in (pa.array(["Trời mưa."]), pa.array(["Trời mưa.".encode()])):
            out = Kernel(max_size=limit)(pa.record_batch({"text": column}))
            assert out.column("status").to_pylist() == [status]


def test_a_rule_that_raises_costs_its_row() -> None:
    made = Kernel(cleaner=Cleaner(rules=[poison]), add=("title", "removals"))
    out = made(table(TEXT, "Mưa.\nPOISON:raise:ZeroDivisionError", "Nắng."))
    assert out.column("text").to_pylist() == [CLEAN, None, "Nắng."]
    assert (
        out.column("status").to_pylist()[1]
        == "error: rule test.poison: ZeroDivisionError: one by nothing"
    )
    assert out.column("removals").to_pylist()[1] is None


def test_an_article_that_is_no_utf8_costs_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = iter([Attempt("ok", "a"), Attempt("ok", "\ud800"), Attempt("ok", "c")])
    monkeypatch.setattr(kernel, "attempt", lambda *_, **__: next(outcomes))
    out = Kernel()(table("a", "b", "c"))
    assert out.column("text").to_pylist() == ["a", None, "c"]
    assert out.column("status").to_pylist()[1].startswith("error: UnicodeEncodeError")


def test_pages_go_into_the_text_column(tmp_path: Path) -> None:
    html = page(7).decode()
    rows = pa.table({"html": [html, None], "url": ["https://a.example/1", None]})
    parquet.write_table(rows, tmp_path / "in.parquet")
    batch([tmp_path / "in.parquet"], tmp_path / "out.parquet", fields=Fields(html="html"))
    (expected,) = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    out = Kernel(html="html", url="url").table(rows)
    assert out.column_names == ["html", "url", "text", "status"]
    assert out.column("text").to_pylist() == [expected["text"], None]


def test_articles_go_where_they_are_told() -> None:
    out = Kernel(into="clean", status=None, add=("title=headline",))(table(TEXT))
    assert out.schema.names == ["n", "text", "clean", "headline"]
    assert out.column("text").to_pylist() == [TEXT]
    assert out.column("clean").to_pylist() == [CLEAN]


def test_other_columns_and_the_schema_keep_all_they_have() -> None:
    field = pa.field("n", pa.uint8(), nullable=False, metadata={"unit": "lines"})
    schema = pa.schema([field, pa.field("text", pa.string(), nullable=False)], {"made": "by hand"})
    out = Kernel()(pa.record_batch([pa.array([1], pa.uint8()), [TEXT]], schema=schema))
    assert out.schema.field("n").equals(field, check_metadata=True)
    assert out.schema.metadata == {b"made": b"by hand"}
    assert out.schema.field("text").nullable


def test_removals_say_what_was_cut() -> None:
    out = Kernel(add=("removals",))(table(TEXT))
    removals = out.column("removals").to_pylist()[0]
    assert [TEXT[r["start"] : r["end"]] for r in removals] == [r["text"] for r in removals]
    assert {r["kind"] for r in removals} == {"related"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"text": "tekst"}, 'no column "tekst"; did you mean "text"'),
        ({"html": "texts"}, 'no column "texts"; did you mean "text"'),
        ({"url": "url"}, 'no column "url"'),
        ({"text": "n"}, 'column "n" is int64, not text'),
        ({"url": "n"}, 'column "n" is int64, not text'),
        ({"status": "n"}, 'there is a column "n" already'),
        ({"add": ("title=n",)}, 'there is a column "n" already'),
        ({"text": "twice"}, '2 columns are called "twice"'),
        ({"into": "twice"}, '2 columns are called "twice"'),
    ],
)
def test_columns_that_do_not_fit_are_errors(options: Options, message: str) -> None:
    names = ["n", "text", "twice", "twice"]
    batch = pa.record_batch([pa.array([1]), *[pa.array(["a"])] * 3], names=names)
    with pytest.raises(ConfigError, match=message):
        Kernel(**options).schema(batch.schema)
    with pytest.raises(ConfigError, match=message):
        Kernel(**options)(batch)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"add": "title"}, "add is a list of names"),
        ({"add": ("titel",)}, 'unknown field "titel" to add; did you mean "title"'),
        ({"add": ("title", "metadata=title")}, "two added fields"),
        ({"add": ("title=text",)}, "two columns would have the same name"),
        ({"status": "text"}, "two columns would have the same name"),
        ({"format": "markdwn"}, 'unknown format "markdwn"; did you mean "markdown"'),
    ],
)
def test_bad_options_are_errors_at_once(options: Options, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        Kernel(**options)


def test_a_kernel_is_pickled_in_some_hundred_bytes() -> None:
    made = Kernel(html="html", add=("title", "removals"), max_size=1 << 20)
    made.table(pa.table({"html": [page().decode()]}))
    pickled = pickle.dumps(made)
    assert len(pickled) < 600
    assert made.cleaner.fingerprint.encode() in pickled
    assert pickle.loads(pickled) == made


def test_what_is_pickled_changes_with_what_is_cut() -> None:
    assert pickle.dumps(Kernel()) == pickle.dumps(Kernel())
    assert pickle.dumps(Kernel()) != pickle.dumps(Kernel(cleaner=Cleaner(policy="body")))


def test_the_fingerprint_is_the_same_in_every_process() -> None:
    script = "from vnnews_clean import Cleaner; print(Cleaner().fingerprint)"
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        .stdout.decode()
        .strip()
        for seed in ("1", "2")
    }
    assert told == {Cleaner().fingerprint}


def test_a_kernel_of_another_version_is_refused() -> None:
    made = Kernel()
    other = pickle.dumps(made).replace(made.cleaner.fingerprint.encode(), b"0" * 64)
    with pytest.raises(ConfigError, match="would clean otherwise"):
        pickle.loads(other)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"cleaner": "body"}, "cleaner is a Cleaner, not 'body'"),
        ({"max_size": -1}, "max_size is at least one byte, not -1"),
        ({"max_size": 0}, "max_size is at least one byte, not 0"),
        ({"max_size": 1.5}, "max_size is a number of bytes, not 1.5"),
        ({"max_size": True}, "max_size is a number of bytes, not True"),
        ({"text": None}, "text is the name of a column, not None"),
        ({"html": 3}, "html is the name of a column, not 3"),
        ({"url": ""}, "url is the name of a column, not ''"),
    ],
)
def test_an_option_of_a_wrong_type_is_an_error(options: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        Kernel(**options)  # type: ignore[arg-type]  # that is the test


def test_the_smallest_limit_is_one_byte() -> None:
    assert Kernel(max_size=1)(table("a", "ab")).column("status").to_pylist() == ["ok", "too-long"]


def test_batches_and_tables_are_told_apart() -> None:
    batch, whole = table(TEXT), pa.Table.from_batches([table(TEXT)])
    with pytest.raises(TypeError, match="a record batch, not Table; `table` takes one"):
        Kernel()(whole)
    with pytest.raises(TypeError, match="a table, not RecordBatch; call the kernel itself"):
        Kernel().table(batch)
    with pytest.raises(TypeError, match="a record batch, not dict"):
        Kernel()({"text": [TEXT]})

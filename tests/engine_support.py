"""The rows that every engine cleans, and what `batch` makes of them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Final, NamedTuple, cast

import pyarrow as pa
from pyarrow import dataset, parquet

from batch_support import article, batch, page, poison, quarantined, records
from conftest import FIXTURES
from vnnews_clean import Cleaner
from vnnews_clean.batch.chunks import Fields, Limits
from vnnews_clean.corpusrow import Fact
from vnnews_clean.kernel import Options
from vnnews_clean.testing import read_cases

TESTS: Final = Path(__file__).parent
ROWS: Final = 8_000
PAGES: Final = 100
LONGEST: Final = 1 << 16
"""Bytes of a document that is still read in these tests."""
ADD: Final[tuple[Fact, ...]] = ("title", "metadata", "removals", "document_type")
CLEANER: Final = Cleaner(rules=[poison])

Row = dict[str, object]


class Work(NamedTuple):
    """A Parquet file to be cleaned, and what is to come out of it."""

    path: Path
    key: str
    """The column that holds documents."""
    expected: dict[int, Row]
    """By the row's number: what `batch` writes, or a status only."""

    @property
    def options(self) -> Options:
        """The options of a kernel that does the same as `batch`."""
        if self.key == "html":
            return {"html": "html", "url": "url", "add": ADD, "max_size": LONGEST}
        return {"add": ADD, "max_size": LONGEST}

    def input(self) -> pa.Table:
        return parquet.read_table(self.path)


def texts() -> Iterator[str]:
    """Everything that the rules' fixtures hold, the seeds, and composed articles between them."""
    seeds = [p.read_bytes().decode() for p in sorted(FIXTURES.glob("seeds/*.input.txt"))]
    cases = [c.source for p in sorted(FIXTURES.glob("rules/*.txt")) for c in read_cases(p)]
    for number, text in enumerate(cycle([*seeds, *cases])):
        yield article(number) if number % 3 else text


def pages() -> Iterator[str]:
    """The fixtures' pages, and composed ones."""
    known = [p.read_bytes().decode() for p in sorted(FIXTURES.glob("pages/*/source.html"))]
    yield from known
    yield from (page(number).decode() for number in range(PAGES))


BAD: Final[dict[str, str | None]] = {
    "null": None,
    "too-long": "Lúa chín sớm. " * 5_000,
    "error: rule test.poison: ZeroDivisionError: one by nothing": "Lúa chín sớm.\nPOISON:raise:ZeroDivisionError",
}
"""Status → a row that gets it. Text that is no UTF-8 cannot be told to every engine."""


def prepared(folder: Path, key: str) -> Work:
    """Rows with a bad one after every 50, as Parquet; and what `batch` makes of the same rows."""
    source = islice(pages(), PAGES) if key == "html" else islice(texts(), ROWS)
    documents: list[str | None] = []
    for number, text in enumerate(source):
        documents.append(text)
        if number % 50 == 0:
            documents.append(list(BAD.values())[number // 50 % len(BAD)])
    rows: list[Row] = [
        {"id": i, "url": f"https://bao{i % 5}.example/{i}", key: text, "score": i / 4}
        for i, text in enumerate(documents, 1)
    ]
    path = folder / f"{key}.parquet"
    parquet.write_table(pa.Table.from_pylist(rows), path, row_group_size=500)
    return Work(path, key, _by_batch(folder / f"{key}.jsonl", key, rows))


def _by_batch(source: Path, key: str, rows: list[Row]) -> dict[int, Row]:
    output = source.with_suffix(".out.jsonl")
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    batch(
        [source],
        output,
        fields=Fields(html="html" if key == "html" else None, add=tuple((a, a) for a in ADD)),
        limits=Limits(size=LONGEST),
        jobs=2,
        poisoned=True,
    )
    expected = {cast("int", row["id"]): row | {"status": "ok"} for row in records(output)}
    status = {text: name for name, text in BAD.items()}
    refused = {cast("int", row["id"]): row for row in rows if row["id"] not in expected}
    assert len(refused) == len(quarantined(output))
    for number, row in refused.items():
        nothing = dict.fromkeys(("text", *ADD))
        expected[number] = row | nothing | {"status": status[cast("str | None", row[key])]}
    return expected


def complaints(rows: list[Row], work: Work) -> list[str]:
    """What is different in `rows` from what `batch` wrote, in any column, or missing."""
    found = {cast("int", row["id"]): _comparable(row) for row in rows}
    assert len(found) == len(rows)
    expected = {number: _comparable(row) for number, row in work.expected.items()}
    numbers = sorted(found.keys() | expected.keys())
    return [
        f"{n}: {found.get(n)} instead of {expected.get(n)}"[:2000]
        for n in numbers
        if found.get(n) != expected.get(n)
    ]


def _comparable(row: Row) -> Row:
    """`row` without what is null in its metadata: a table writes all the fields that there are."""
    about = row.get("metadata")
    known = {k: v for k, v in about.items() if v is not None} if isinstance(about, dict) else about
    return row | {"metadata": known}


def written(folder: Path) -> list[Row]:
    """The rows of a Parquet file, or of a folder of them."""
    rows: list[Row] = dataset.dataset(folder, format="parquet").to_table().to_pylist()
    return rows


def environment() -> dict[str, str]:
    """Variables by which processes of an engine find this package and the rules of the tests."""
    import vnnews_clean  # noqa: PLC0415

    places = [str(TESTS), str(Path(vnnews_clean.__file__).parents[1])]
    path = os.pathsep.join([*places, os.environ.get("PYTHONPATH", "")])
    return {
        "PYTHONPATH": path,
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "HF_HUB_OFFLINE": "1",
    }

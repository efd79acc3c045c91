"""The same rows through every engine that is installed: each comes out as `batch` writes it."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from pyarrow import parquet

from engine_support import (
    ADD,
    CLEANER,
    LONGEST,
    Work,
    complaints,
    environment,
    prepared,
    written,
)
from spark_cluster import LOOPBACK, cluster
from vnnews_clean.kernel import Kernel

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@pytest.fixture(scope="module", params=["text", "html"])
def work(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Work:
    return prepared(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture(scope="module", autouse=True)
def workers_find_the_tests() -> Iterator[None]:
    with patch.dict(os.environ, environment()):
        yield


def test_kernel(work: Work) -> None:
    cleaned = Kernel(cleaner=CLEANER, **work.options).table(work.input())
    assert complaints(cleaned.to_pylist(), work) == []
    assert cleaned.column("id").to_pylist() == sorted(work.expected)


def test_ray(work: Work, tmp_path: Path) -> None:
    ray = pytest.importorskip("ray", reason="Ray is not installed")
    from vnnews_clean.ray import clean

    ray.init(num_cpus=2, include_dashboard=False, _node_ip_address="127.0.0.1", log_to_driver=False)
    try:
        dataset = ray.data.read_parquet(str(work.path))
        clean(dataset, CLEANER, batch_size=300, **work.options).write_parquet(str(tmp_path))
    finally:
        ray.shutdown()
    assert complaints(written(tmp_path), work) == []


def test_datasets(work: Work, tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets", reason="datasets is not installed")
    from vnnews_clean.datasets import clean

    dataset = datasets.Dataset.from_parquet(str(work.path), cache_dir=str(tmp_path / "cache"))
    cleaned = clean(dataset, CLEANER, num_proc=2, batch_size=300, **work.options)
    assert complaints(list(cleaned), work) == []
    assert cleaned.features["score"] == dataset.features["score"]
    again = clean(dataset, CLEANER, num_proc=2, batch_size=300, **work.options)
    assert [f["filename"] for f in again.cache_files] == [
        f["filename"] for f in cleaned.cache_files
    ]


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_datatrove(work: Work, tmp_path: Path) -> None:
    pytest.importorskip("datatrove", reason="datatrove is not installed")
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import ParquetReader
    from datatrove.pipeline.writers import JsonlWriter

    from vnnews_clean.datatrove import VnnewsClean

    rows = work.input()
    middle = rows.num_rows // 2
    for half in range(2):
        parquet.write_table(rows.slice(half * middle, middle + half), tmp_path / f"{half}.parquet")
    kept, dropped = tmp_path / "kept", tmp_path / "dropped"
    step = VnnewsClean(
        CLEANER,
        page=work.key == "html",
        add=ADD,
        max_size=LONGEST,
        exclusion_writer=JsonlWriter(str(dropped), compression=None),
    )
    reader = ParquetReader(str(tmp_path), glob_pattern="*.parquet", text_key=work.key, id_key="id")
    pipeline = [reader, step, JsonlWriter(str(kept), compression=None)]
    logs = str(tmp_path / "logs")
    # the reader leaves out what is null
    executor = LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir=logs)
    statistics = executor.run().stats[1]
    expected = {n: row for n, row in work.expected.items() if row["status"] != "null"}
    cleaned = {row["id"]: row for path in kept.glob("*.jsonl") for row in read(path)}
    assert cleaned.keys() == {n for n, row in expected.items() if row["status"] == "ok"}
    for number, row in cleaned.items():
        found = {**row["metadata"], "text": row["text"]}
        for name in ("text", *ADD):
            assert found[name] == expected[number][name]
    refused = {row["id"]: row for path in dropped.glob("*.jsonl") for row in read(path)}
    assert {number: row["metadata"]["status"] for number, row in refused.items()} == {
        number: row["status"] for number, row in expected.items() if row["status"] != "ok"
    }
    assert statistics["forwarded"].total == len(cleaned)
    assert statistics["dropped"].total == len(refused)


def test_polars(work: Work, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars", reason="Polars is not installed")
    kernel = Kernel(cleaner=CLEANER, **work.options)
    frame = polars.read_parquet(work.path)
    cleaned = polars.from_arrow(kernel.table(frame.to_arrow()))
    cleaned.write_parquet(tmp_path / "out.parquet")
    assert complaints(written(tmp_path / "out.parquet"), work) == []


def test_duckdb(work: Work, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    from pyarrow import RecordBatchReader

    kernel = Kernel(cleaner=CLEANER, **work.options)
    with duckdb.connect() as database:
        rows = database.read_parquet(str(work.path)).to_arrow_reader(300)
        cleaned = RecordBatchReader.from_batches(kernel.schema(rows.schema), kernel.batches(rows))
        database.cursor().from_arrow(cleaned).write_parquet(str(tmp_path / "out.parquet"))
    assert complaints(written(tmp_path / "out.parquet"), work) == []


def session(master: str, folder: Path) -> SparkSession:
    pytest.importorskip("pyspark", reason="Spark is not installed")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java 17")
    from pyspark.sql import SparkSession

    return (
        SparkSession.builder.master(master)
        .config("spark.driver.bindAddress", LOOPBACK)
        .config("spark.driver.host", LOOPBACK)
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "300")
        .config("spark.sql.files.maxPartitionBytes", "200k")
        .getOrCreate()
    )


def test_spark(work: Work, tmp_path: Path) -> None:
    with session("local[2]", tmp_path) as spark:
        from vnnews_clean.spark import clean

        rows = spark.read.parquet(str(work.path))
        clean(rows, CLEANER, **work.options).write.parquet(str(tmp_path / "out"))
    assert complaints(written(tmp_path / "out"), work) == []


def wait_for_part(folder: Path) -> None:
    """Back when the first partition of a job is written, long before the last one."""
    end = time.monotonic() + 120
    while not any(folder.rglob("part-*.parquet")):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_spark_worker_is_killed_in_the_middle(work: Work, tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed")
    if work.key == "html":
        pytest.skip("once is enough, and texts are more")
    with cluster(tmp_path, environment()) as made, session(made.url, tmp_path) as spark:
        from vnnews_clean.spark import clean

        rows = spark.read.parquet(str(work.path))
        cleaned = clean(rows, CLEANER, **work.options)
        with ThreadPoolExecutor() as thread:
            job = thread.submit(cleaned.write.parquet, str(tmp_path / "out"))
            wait_for_part(tmp_path / "out")
            made.kill_worker()
            job.result()
        assert "Lost" in made.log("master") or "Removing worker" in made.log("master")
    assert complaints(written(tmp_path / "out"), work) == []

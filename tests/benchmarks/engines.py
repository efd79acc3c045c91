"""Rows a second through every engine, beside a plain loop and ``batch``, in one run.

    python tests/benchmarks/engines.py [CORPUS] [--rows 4000] [--rounds 3] [--only text|pages]

Texts are the unlabelled articles, pages those of the corpus, repeated. The plain loop and the
kernel take turns, so that their ratio holds on a busy machine; the rest runs once, with two
workers, and without the time that an engine takes to start. What is not installed is left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

import pyarrow as pa
from pyarrow import parquet

import corpus as corpora
from vnnews_clean import Cleaner
from vnnews_clean.kernel import Kernel, Options

CLEANER: Final = Cleaner()
WORKERS: Final = 2


class Work(NamedTuple):
    """Documents in memory and as files."""

    documents: list[str]
    path: Path
    options: Options

    @property
    def page(self) -> bool:
        return "html" in self.options

    @property
    def lines(self) -> Path:
        return self.path.with_suffix(".jsonl")

    def output(self, name: str) -> str:
        return str(self.path.with_name(name))


def prepared(folder: Path, documents: list[str], *, pages: bool) -> Work:
    key = "html" if pages else "text"
    rows = [{"id": i, key: document} for i, document in enumerate(documents)]
    work = Work(documents, folder / f"{key}.parquet", {"html": "html"} if pages else {})
    parquet.write_table(pa.Table.from_pylist(rows), work.path, row_group_size=len(rows) // 8)
    work.lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return work


def plain_loop(work: Work) -> None:
    for document in work.documents:
        _ = (CLEANER.clean_html if work.page else CLEANER.clean)(document).text


def kernel(work: Work) -> None:
    Kernel(cleaner=CLEANER, **work.options).table(parquet.read_table(work.path))


def batch(work: Work) -> None:
    keys = ["--html-key", "html"] if work.page else []
    arguments = [str(work.lines), "-o", work.output("batch.jsonl"), "--overwrite", "--quiet"]
    command = [sys.executable, "-m", "vnnews_clean", "batch", "--isolated", "-j", str(WORKERS)]
    subprocess.run([*command, *arguments, *keys], check=True)


def polars(work: Work) -> None:
    import polars as pl  # noqa: PLC0415

    made = Kernel(cleaner=CLEANER, **work.options)
    pl.from_arrow(made.table(pl.read_parquet(work.path).to_arrow()))


def duckdb(work: Work) -> None:
    import duckdb as db  # noqa: PLC0415

    made = Kernel(cleaner=CLEANER, **work.options)
    with db.connect() as database:
        rows = database.read_parquet(str(work.path)).to_arrow_reader(1024)
        cleaned = pa.RecordBatchReader.from_batches(made.schema(rows.schema), made.batches(rows))
        database.cursor().from_arrow(cleaned).write_parquet(work.output("duckdb.parquet"))


def datasets(work: Work) -> None:
    import datasets as hf  # noqa: PLC0415

    from vnnews_clean.datasets import clean  # noqa: PLC0415

    hf.disable_progress_bars()
    hf.disable_caching()
    with tempfile.TemporaryDirectory() as cache:
        rows = hf.Dataset.from_parquet(str(work.path), cache_dir=cache)
        clean(rows, CLEANER, num_proc=WORKERS, **work.options)


def datatrove(work: Work) -> None:
    from datatrove.executor import LocalPipelineExecutor  # noqa: PLC0415
    from datatrove.pipeline.readers import JsonlReader  # noqa: PLC0415
    from datatrove.pipeline.writers import JsonlWriter  # noqa: PLC0415

    from vnnews_clean.datatrove import VnnewsClean  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        lines = work.lines.read_text().splitlines(keepends=True)
        for part in range(WORKERS):
            Path(folder, f"{part}.jsonl").write_text("".join(lines[part::WORKERS]))
        reader = JsonlReader(
            folder, glob_pattern="*.jsonl", text_key="html" if work.page else "text"
        )
        steps = [reader, VnnewsClean(CLEANER, page=work.page), JsonlWriter(f"{folder}/out")]
        logs = f"{folder}/logs"
        LocalPipelineExecutor(steps, tasks=WORKERS, workers=WORKERS, logging_dir=logs).run()


@contextmanager
def ray() -> Iterator[Callable[[Work], None]]:
    import ray as engine  # noqa: PLC0415

    from vnnews_clean.ray import clean  # noqa: PLC0415

    engine.init(num_cpus=WORKERS, include_dashboard=False, log_to_driver=False)

    def run(work: Work) -> None:
        rows = engine.data.read_parquet(str(work.path))
        clean(rows, CLEANER, batch_size=256, **work.options).write_parquet(work.output("ray"))

    yield run
    engine.shutdown()


@contextmanager
def spark() -> Iterator[Callable[[Work], None]]:
    from pyspark.sql import SparkSession  # noqa: PLC0415

    from vnnews_clean.spark import clean  # noqa: PLC0415

    os.environ["PYSPARK_PYTHON"] = sys.executable
    address = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
    session = SparkSession.builder.master(f"local[{WORKERS}]").config(map=address).getOrCreate()

    def run(work: Work) -> None:
        rows = session.read.parquet(str(work.path)).repartition(4 * WORKERS)
        clean(rows, CLEANER, **work.options).write.mode("overwrite").parquet(work.output("spark"))

    yield run
    session.stop()


ONE_PROCESS: Final[dict[str, Callable[[Work], None]]] = {"polars": polars, "duckdb": duckdb}
TWO: Final[dict[str, Callable[[Work], None]]] = {"datasets": datasets, "datatrove": datatrove}
STARTED: Final = {"ray": ray, "pyspark": spark}


def seconds(run: Callable[[Work], None], work: Work) -> float:
    begun = time.perf_counter()
    run(work)
    return time.perf_counter() - begun


def line(name: str, workers: int, taken: float, work: Work, loop: float) -> None:
    rate = len(work.documents) / taken
    print(f"{name:12} {workers:7} {rate:10,.0f} rows/s {taken / loop:8.2f}", flush=True)


def report(work: Work, rounds: int) -> None:
    sort = "pages" if work.page else "texts"
    print(f"{len(work.documents)} {sort}; the last column is time over that of the plain loop")
    plain_loop(work)  # what is made once is made now
    pairs = [(seconds(plain_loop, work), seconds(kernel, work)) for _ in range(rounds)]
    loop = median(one for one, _ in pairs)
    line("plain loop", 1, loop, work, loop)
    line("kernel", 1, loop * median(two / one for one, two in pairs), work, loop)
    line("batch", WORKERS, seconds(batch, work), work, loop)
    for workers, routes in ((1, ONE_PROCESS), (WORKERS, TWO)):
        for name, run in routes.items():
            if importlib.util.find_spec(name):
                line(name, workers, seconds(run, work), work, loop)
    for name, start in STARTED.items():
        if importlib.util.find_spec(name):
            with start() as run:
                line(name, WORKERS, seconds(run, work), work, loop)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--rows", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["text", "pages"])
    options = parser.parse_args()
    corpus = corpora.find(options.corpus)
    if corpus is None:
        sys.stderr.write("no corpus here: nothing to time\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        if options.only != "pages":
            texts = [a.text for a in islice(corpora.articles(corpus), options.rows)]
            report(prepared(Path(folder), texts, pages=False), options.rounds)
        if options.only != "text":
            known = [gold.path.read_text(errors="replace") for gold in corpora.load(corpus, "html")]
            pages = list(islice(cycle(known), options.rows // 10))
            report(prepared(Path(folder), pages, pages=True), options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())

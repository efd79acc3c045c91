"""Rows a second and core through every engine, beside a plain loop and ``batch``, in one run.

    python tests/benchmarks/engines.py [CORPUS] [--rows 4000] [--rounds 3] [--only text|pages]

Texts are the unlabelled articles, pages those of the corpus, repeated. Counted is the processor time
of this process and all that it started, so the figures hold on a busy machine; without the time
that an engine takes to start. The plain loop and the kernel take turns on small pieces. What is not
installed is left out. Linux only.
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
from contextlib import contextmanager, suppress
from itertools import cycle, islice
from pathlib import Path
from threading import Event, Thread
from typing import Final, NamedTuple

import pyarrow as pa
from pyarrow import parquet

import corpus as corpora
from vnnews_clean import Cleaner
from vnnews_clean.kernel import Kernel, Options

CLEANER: Final = Cleaner()
WORKERS: Final = 2
PIECE: Final = 100
"""Documents after which the plain loop and the kernel take turns."""


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

    engine.init(
        num_cpus=WORKERS, include_dashboard=False, _node_ip_address="127.0.0.1", log_to_driver=False
    )

    def run(work: Work) -> None:
        rows = engine.data.read_parquet(str(work.path))
        clean(rows, CLEANER, batch_size=256, **work.options).write_parquet(work.output("ray"))

    yield run
    engine.shutdown()


@contextmanager
def spark() -> Iterator[Callable[[Work], None]]:
    from pyspark.sql import SparkSession  # noqa: PLC0415

    from vnnews_clean.spark import clean  # noqa: PLC0415

    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    address = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
    session = SparkSession.builder.master(f"local[{WORKERS}]").config(map=address).getOrCreate()

    def run(work: Work) -> None:
        rows = session.read.parquet(str(work.path)).repartition(4 * WORKERS)
        clean(rows, CLEANER, **work.options).write.mode("overwrite").parquet(work.output("spark"))

    yield run
    session.stop()


ROUTES: Final[dict[str, Callable[[Work], None]]] = {
    "polars": polars,
    "duckdb": duckdb,
    "datasets": datasets,
    "datatrove": datatrove,
}
STARTED: Final = {"ray": ray, "pyspark": spark}


class Watch(Thread):
    """Adds up the processor time of this process and all below it, also of those that end."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._times: dict[int, float] = {}
        self._over = Event()

    def run(self) -> None:
        while not self._over.wait(0.1):
            self._look()

    def stop(self) -> float:
        """Seconds that all of them have taken since they began."""
        self._over.set()
        self.join()
        self._look()
        return sum(self._times.values())

    def _look(self) -> None:
        parents: dict[int, int] = {}
        times: dict[int, float] = {}
        for entry in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                pid = int(entry.parent.name)
                told = entry.read_text().rpartition(")")[2].split()
                parents[pid] = int(told[1])
                times[pid] = sum(map(int, told[11:13])) / os.sysconf("SC_CLK_TCK")
        ours = {os.getpid()}
        while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
            ours |= more
        self._times |= {pid: times[pid] for pid in ours}


def seconds(run: Callable[[Work], None], work: Work) -> float:
    """Processor time of `run`, without what its processes had taken before."""
    before = Watch()
    before.start()
    taken = -before.stop()
    watch = Watch()
    watch.start()
    run(work)
    return taken + watch.stop()


def taking_turns(work: Work, rounds: int) -> tuple[float, float]:
    """Seconds of the plain loop and of the kernel for all of `work`, each the best of the rounds
    on every piece."""
    key = "html" if work.page else "text"
    made, loop, batches = Kernel(cleaner=CLEANER, **work.options), 0.0, 0.0
    for start in range(0, len(work.documents), PIECE):
        documents = work.documents[start : start + PIECE]
        piece = pa.record_batch({key: documents})
        clean = CLEANER.clean_html if work.page else CLEANER.clean
        times: list[tuple[float, float]] = []
        for _ in range(rounds):
            begun = time.process_time()
            for document in documents:
                _ = clean(document).text
            between = time.process_time()
            made(piece)
            times.append((between - begun, time.process_time() - between))
        loop += min(one for one, _ in times)
        batches += min(two for _, two in times)
    return loop, batches


def line(name: str, taken: float, work: Work, loop: float) -> None:
    rate = len(work.documents) / taken
    print(f"{name:12} {rate:8,.0f} rows a core-second {taken / loop:6.2f}", flush=True)


def report(work: Work, rounds: int) -> None:
    sort = "pages" if work.page else "texts"
    print(f"{len(work.documents)} {sort}; the last column is time over that of the plain loop")
    plain_loop(work)  # what is made once is made now
    loop, batches = taking_turns(work, rounds)
    line("plain loop", loop, work, loop)
    line("kernel", batches, work, loop)
    line("batch", seconds(batch, work), work, loop)
    for name, run in ROUTES.items():
        if importlib.util.find_spec(name):
            line(name, seconds(run, work), work, loop)
    for name, start in STARTED.items():
        if importlib.util.find_spec(name):
            with start() as run:
                line(name, seconds(run, work), work, loop)


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

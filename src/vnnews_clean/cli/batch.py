"""``vnnews-clean batch``: corpora of any size, in order, nothing lost, resumable."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import click

from ..batch.engine import Report, Surroundings
from ..batch.inputs import Input
from ..batch.interrupt import Interrupt, PatientInput
from ..batch.job import Job
from ..batch.paths import absolute
from ..batch.progress import Line, Progress, Silence
from ..batch.runs import run_all
from ..batch.schema import SCHEMAS
from ..batch.sinks import put
from ..batch.summary import report_page, statistics, summary
from ..config import Configuration
from .batch_jobs import jobs_of
from .batch_options import BatchOptions, batch_options
from .console import echo, moves, remark
from .lazy import Failure
from .options import cleaner_options

QUARANTINED: Final = 1
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141
_EXAMPLES: Final = """\b
Examples:
  vnnews-clean batch dump.jsonl.gz -o clean.jsonl.gz --stats stats.json
  vnnews-clean batch pages.jsonl -o articles.jsonl --html-key html --url-key link --add title
  vnnews-clean batch crawl-*.warc.gz -o articles.jsonl.zst --format markdown
  vnnews-clean batch part-*.parquet -o clean.parquet --jobs 8
  vnnews-clean batch shards/ --output-dir clean/ --min-words 50 --require article
  vnnews-clean batch 's3://crawl/2026/*.jsonl.zst' -o articles.jsonl.zst
  zcat dump.jsonl.gz | vnnews-clean batch - -o - | wc -l

Exits with 0 when all is done, with 1 when all is done and documents were quarantined, with 2 after
an error of usage, configuration, input or output, or when too much is quarantined, and with 130
when it was interrupted.
"""


def _print_schemas(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        echo(json.dumps(SCHEMAS, ensure_ascii=False, indent=2))
        context.exit()


@click.command(epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="IN…")
@batch_options
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schemas,
    help="Print the JSON schemas of what is written, and do nothing else.",
)
@cleaner_options
def batch(*, configuration: Configuration, inputs: Sequence[str], options: BatchOptions) -> None:
    """Clean corpora: JSON lines (also .gz, .zst), Parquet, WARC; folders and patterns of them, or
    of text and HTML files. IN may be a URL that fsspec reads (s3://, gs://, hf://, https://).

    The documents come out in the order in which they came in; all other fields stay as they are.
    What hangs, crashes or cannot be read goes to OUT.quarantine.jsonl, what is filtered out to
    OUT.rejected.jsonl. A run that was killed is continued by the same command.
    """
    with _io_errors(), _own_stdout() as stdout:
        cleaner = configuration.for_folder(Path.cwd()).cleaner()
        jobs = jobs_of(inputs, options, cleaner)
        done = _run(jobs, _progress([i for job in jobs for i in job.inputs], options.quiet), stdout)
        if options.stats:
            told = json.dumps(statistics(done, cleaner), ensure_ascii=False, indent=2)
            put(absolute(options.stats), told.encode("utf-8", "backslashreplace") + b"\n")
        quarantines = [job.quarantine for job in jobs if job.quarantine.exists()]
        rejected = [job.rejected for job in jobs if job.rejected.exists()]
        if options.report:
            name = options.output or options.output_dir or ""
            shown = report_page(done, name, quarantines, cleaner)
            put(absolute(options.report), shown.encode("utf-8", "replace"))
    if not options.quiet:
        remark(summary(done, quarantines, rejected))
    if done.tally.quarantined:
        sys.exit(QUARANTINED)


@contextmanager
def _io_errors() -> Iterator[None]:
    """A full disk or a folder without permission, as one line and not as a traceback."""
    try:
        yield
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise Failure(f"{where}{error.strerror or error}") from error


@contextmanager
def _own_stdout() -> Iterator[IO[bytes]]:
    """Standard output for the articles alone: what plug-ins print goes to standard error."""
    sys.stdout.flush()
    try:
        descriptor = sys.stdout.fileno()
    except OSError:  # no file, as in tests
        yield sys.stdout.buffer
        return
    kept = os.dup(descriptor)
    os.dup2(2, descriptor)
    try:
        with os.fdopen(kept, "wb", closefd=False) as file:
            yield file
    finally:
        os.dup2(kept, descriptor)
        os.close(kept)


def _progress(inputs: Sequence[Input], quiet: bool) -> Progress:
    if quiet or not moves():
        return Silence()
    return Line(sys.stderr, [i.size for i in inputs])


def _run(jobs: Sequence[Job], progress: Progress, stdout: IO[bytes]) -> Report:
    """Run the jobs; an interrupt, a termination and a broken pipe end them cleanly."""
    try:
        with Interrupt() as interrupt:
            around = Surroundings(progress, PatientInput(0, interrupt), stdout)
            return run_all(jobs, around._replace(check=interrupt.check))
    except KeyboardInterrupt:
        how = "; the same command goes on from here" if jobs[0].resumable else ""
        remark(f"interrupted{how}")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os._exit(BROKEN_PIPE)

"""``vnnews-clean batch``: corpora of any size, in order, nothing lost, resumable."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

import click

from ..batch.chunks import Fields, Limits, Setup
from ..batch.engine import Report, Surroundings, run
from ..batch.inputs import FORMATS, STANDARD, Input, find_input, output_format, packing_of
from ..batch.interrupt import Interrupt, PatientInput
from ..batch.job import Job
from ..batch.progress import Line, Progress, Silence
from ..batch.summary import report_page, statistics, summary
from ..config import Configuration
from ..errors import ConfigError
from ..row import Fact, named_facts
from .lazy import Failure
from .options import cleaner_options

QUARANTINED: Final = 1
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141
_MEGABYTE: Final = 1 << 20
_EXAMPLES: Final = """\b
Examples:
  vnnews-clean batch dump.jsonl.gz -o clean.jsonl.gz --stats stats.json
  vnnews-clean batch pages.jsonl -o articles.jsonl --html-key html --url-key link --add title
  vnnews-clean batch crawl-*.warc.gz -o articles.jsonl.zst --format markdown
  vnnews-clean batch part-*.parquet -o clean.parquet --jobs 8
  zcat dump.jsonl.gz | vnnews-clean batch - -o - | wc -l

Exits with 0 when all is done, with 1 if documents were quarantined, and with 2 after an error of
usage, configuration, input or output.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="IN…")
@click.option("-o", "--output", required=True, metavar="OUT", help="File to write, - for stdout.")
@click.option(
    "--input-format",
    type=click.Choice(FORMATS),
    help="Format of the inputs, where their suffix does not tell it.",
)
@click.option(
    "--format",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="What the articles are written as.",
)
@click.option("--text-key", default="text", show_default=True, help="Field that holds the text.")
@click.option("--html-key", help="Field that holds a page; its article goes to the text field.")
@click.option("--url-key", default="url", show_default=True, help="Field that holds the URL.")
@click.option(
    "--add",
    multiple=True,
    metavar="NAME[=FIELD],…",
    help="Fields to add: title, metadata, removals, document_type; with = under another name.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), help="Worker processes (all cores).")
@click.option(
    "--deadline",
    type=click.FloatRange(0.01),
    default=10.0,
    show_default=True,
    help="Seconds for one document.",
)
@click.option(
    "--memory",
    type=click.IntRange(128),
    default=1024,
    show_default=True,
    help="Megabytes for one worker.",
)
@click.option(
    "--max-document",
    type=click.FloatRange(0.001),
    default=16,
    show_default=True,
    help="Megabytes for one document.",
)
@click.option(
    "--checkpoint",
    type=click.FloatRange(0),
    default=5.0,
    show_default=True,
    help="Seconds between two notes of where the run stands.",
)
@click.option(
    "--quarantine",
    metavar="FILE",
    help="Where refused documents go. [default: OUT.quarantine.jsonl]",
)
@click.option("--stats", metavar="FILE", help="Write the counts of the run as JSON.")
@click.option("--report", metavar="FILE", help="Write a page to judge the run by, as HTML.")
@click.option("--overwrite", is_flag=True, help="Start afresh, whatever is there.")
@click.option("--quiet", is_flag=True, help="No progress, no summary.")
@cleaner_options
def batch(
    *,
    configuration: Configuration,
    inputs: Sequence[str],
    output: str,
    input_format: str | None,
    format: Literal["text", "markdown"],
    text_key: str,
    html_key: str | None,
    url_key: str,
    add: Sequence[str],
    jobs: int | None,
    deadline: float,
    memory: int,
    max_document: float,
    checkpoint: float,
    quarantine: str | None,
    stats: str | None,
    report: str | None,
    overwrite: bool,
    quiet: bool,
) -> None:
    """Clean corpora: JSON lines (also .gz, .zst), Parquet, WARC, folders of text and HTML files.

    The documents come out in the order in which they came in; all other fields stay as they are.
    What hangs, crashes or cannot be read goes to OUT.quarantine.jsonl. A run that was killed is
    continued by the same command.
    """
    with _io_errors():
        found = tuple(find_input(name, input_format) for name in inputs)
        into = output_format(output, found)
        fields = Fields(text_key, html_key, url_key, _added(add, text_key))
        job = Job(
            inputs=found,
            output=None if output == STANDARD else Path(output).resolve(),
            format=into,
            quarantine=Path(quarantine or _default_quarantine(output)).resolve(),
            setup=Setup(
                configuration.for_folder(Path.cwd()).cleaner(),
                fields,
                Limits(deadline, memory * _MEGABYTE, round(max_document * _MEGABYTE)),
                packing_of(into),
                format,
                pages=bool(html_key) or any(i.format in ("warc", "files") for i in found),
                review=report is not None,
            ),
            jobs=jobs or _cores(),
            overwrite=overwrite,
            checkpoint=checkpoint,
        )
        _check_paths(job, stats, report)
        done = _run(job, _progress(found, quiet))
        if stats:
            Path(stats).write_text(
                json.dumps(statistics(done), ensure_ascii=False, indent=2) + "\n",
                encoding="utf-8",
            )
        if report:
            shown = report_page(done, output, job.quarantine, job.setup.cleaner)
            Path(report).write_text(shown, encoding="utf-8")
    if not quiet:
        click.echo(summary(done, job.quarantine), err=True)
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


def _added(names: Sequence[str], text_key: str) -> tuple[tuple[Fact, str], ...]:
    """``title,metadata=about`` as pairs. Raises `ConfigError`."""
    facts = named_facts(part.strip() for option in names for part in option.split(","))
    if text_key in facts:
        raise ConfigError("--add: two fields would have the same name")
    return tuple((fact, key) for key, fact in facts.items())


def _default_quarantine(output: str) -> str:
    return "vnnews-clean.quarantine.jsonl" if output == STANDARD else f"{output}.quarantine.jsonl"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _check_paths(job: Job, *more: str | None) -> None:
    """Raises `ConfigError` where one file would be read and written, or written twice."""
    named = [Path(name).resolve() for name in more if name]
    written = [path for path in (job.output, job.quarantine, *named) if path]
    if len(set(written)) < len(written):
        raise ConfigError("output, quarantine, statistics and report are to be different files")
    read = {i.path.resolve() for i in job.inputs if not i.standard}
    for path in written:
        if path in read:
            raise ConfigError(f"{path} is an input as well")
        if path.exists() and not path.is_file():
            raise ConfigError(f"{path} is no regular file")
        if not path.parent.is_dir():
            raise ConfigError(f"{path.parent}: no such folder")
    if sum(i.standard for i in job.inputs) > 1:
        raise ConfigError("standard input can be read only once")


def _progress(inputs: Sequence[Input], quiet: bool) -> Progress:
    if quiet or not sys.stderr.isatty():
        return Silence()
    return Line(sys.stderr, [i.size for i in inputs])


def _run(job: Job, progress: Progress) -> Report:
    """Run the job; an interrupt, a termination and a broken pipe end it cleanly."""
    try:
        with Interrupt() as interrupt:
            stdin = PatientInput(0, interrupt)
            return run(job, Surroundings(progress, stdin, sys.stdout.buffer, interrupt.check))
    except KeyboardInterrupt:
        how = "; the same command goes on from here" if job.resumable else ""
        click.echo(f"interrupted{how}", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)

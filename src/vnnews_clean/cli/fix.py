"""``fix`` and ``check``: files in place, like a formatter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from functools import wraps
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from ..config import Configuration
from ..files.source import read_stdin
from ..files.walk import Found, Walker
from ..files.work import Mode, Outcome, Status, Target, Work
from ..globs import Globs
from .console import Progress, complain, write
from .options import cleaner_options
from .report import REPORTS, Report, TextReport

STDIN: Final = "-"

_FIX_EXAMPLES: Final = """\b
Examples:
  vnnews-clean fix dump.txt                       rewrite one file
  vnnews-clean fix corpus/ --exclude 'raw/'       ... or all text files of a folder
  vnnews-clean fix corpus/ --diff                 only show what would change
  vnnews-clean fix pages/ --to texts/             the text of HTML pages, into a folder
  vnnews-clean fix pages/ --to .clean.txt         ... or beside each page
  vnnews-clean fix - --stdin-filename a.txt <a    standard input to standard output

Exits with 0 when all is done (or, with --exit-non-zero-on-fix, 1 if anything was fixed), with 1 if
--diff shows a change, and with 2 after an error; the files without errors are done all the same.
"""
_CHECK_EXAMPLES: Final = """\b
Examples:
  vnnews-clean check corpus/
  vnnews-clean check page.html --policy body
  vnnews-clean check corpus/ --output-format github
  vnnews-clean check corpus/ --diff | git apply

Exits with 0 if there is nothing to fix, with 1 if there is, and with 2 after an error. Of a page,
what its article leaves out is listed; there is nothing in it to fix.
"""

_SHARED: Final[tuple[Callable[[Callable[..., object]], Callable[..., object]], ...]] = (
    click.argument("paths", nargs=-1, required=True),
    click.option("--diff", is_flag=True, help="Write nothing; print a unified diff with rule ids."),
    click.option(
        "--output-format",
        type=click.Choice(list(REPORTS)),
        default="text",
        show_default=True,
        help="How findings are printed.",
    ),
    click.option(
        "--include",
        multiple=True,
        metavar="GLOB",
        help="Files to look for in folders, in gitignore syntax. [default: *.txt, *.html …]",
    ),
    click.option(
        "--exclude",
        multiple=True,
        metavar="GLOB",
        help="Files and folders to leave alone, named ones too, besides those of the configuration.",
    ),
    click.option(
        "--stdin-filename", metavar="PATH", help="The name that standard input (-) goes by."
    ),
    click.option(
        "--text-key", default="text", show_default=True, help="The field to clean in *.jsonl files."
    ),
    click.option("-q", "--quiet", is_flag=True, help="Print errors and diffs only."),
)


class Request(NamedTuple):
    """What both commands are asked."""

    paths: tuple[str, ...]
    diff: bool
    output_format: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    stdin_filename: str | None
    text_key: str
    quiet: bool

    def walker(self, configuration: Configuration) -> Walker:
        """Finds the files that are meant; globs of the command line start from here."""
        include = Globs(self.include, Path()) if self.include else None
        return Walker(configuration, include, Globs(self.exclude, Path()))

    def report(self) -> Report:
        """The report that is wanted."""
        if self.diff and self.output_format != "text":
            raise click.UsageError("--diff is text; it has no other --output-format")
        return TextReport(quiet=self.quiet) if self.quiet else REPORTS[self.output_format]()


def _shared(command: Callable[..., None]) -> Callable[..., None]:
    """Give `command` what both commands take, handed over as a `Request` and a configuration."""

    @wraps(command)
    def requested(**options: Any) -> None:
        request = Request(**{name: options.pop(name) for name in Request._fields})
        command(request=request, **options)

    configured = cleaner_options(requested)
    for option in reversed(_SHARED):
        configured = option(configured)
    return configured


@click.command(epilog=_FIX_EXAMPLES)
@_shared
@click.option(
    "--to",
    metavar="DIR|.SUFFIX",
    help="Where the text of HTML pages goes: a folder (texts/), or beside the page (.clean.txt).",
)
@click.option("--overwrite", is_flag=True, help="With --to: replace files that hold other text.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 if anything was fixed.")
def fix(
    request: Request,
    configuration: Configuration,
    to: str | None,
    overwrite: bool,
    exit_non_zero_on_fix: bool,
) -> None:
    """Clean the files at PATHS in place, and those in the folders at PATHS.

    A file is rewritten only where something is cut or repaired, and never half: it keeps its mode,
    encoding, byte order mark, line breaks and last line. Hidden and git-ignored files in folders
    are skipped, and links in them. Of *.jsonl files, one field of every record is cleaned. The
    text of HTML pages is never written over them.
    """
    mode = Mode.DIFF if request.diff else Mode.FIX
    work = Work(configuration, mode, Target(to) if to else None, overwrite, request.text_key)
    findings = {Status.FOUND, *([Status.FIXED] if exit_non_zero_on_fix else [])}
    _leave(_run(request, work), findings)


@click.command(epilog=_CHECK_EXAMPLES)
@_shared
def check(request: Request, configuration: Configuration) -> None:
    """Say what `fix` would cut and repair at PATHS, and touch nothing."""
    mode = Mode.DIFF if request.diff else Mode.CHECK
    _leave(_run(request, Work(configuration, mode, text_key=request.text_key)), {Status.FOUND})


def _run(request: Request, work: Work) -> Counter[Status]:
    """Work on every path, reporting as it goes."""
    report = request.report()
    walker = request.walker(work.configuration)
    if STDIN in request.paths:
        return _pipe(request, work, walker, report)
    counts: Counter[Status] = Counter()
    progress = Progress()
    for found in walker.walk(map(Path, request.paths)):
        progress.show(f"{counts.total()} files, {found.path}")
        if isinstance(found, Found):
            outcome = work.do(found)
        else:
            message = f"{found.path}: {found.reason}"
            outcome = Outcome(str(found.path), Status.FAILED, message=message)
        counts[outcome.status] += 1
        if outcome.status not in (Status.CLEAN, Status.SKIPPED):
            progress.clear()
        report.add(outcome)
    progress.clear()
    report.close(counts)
    return counts


def _pipe(request: Request, work: Work, walker: Walker, report: Report) -> Counter[Status]:
    """Standard input to standard output, or to a report."""
    if len(request.paths) > 1:
        raise click.UsageError("standard input (-) goes alone")
    fixing = work.mode is Mode.FIX
    if fixing and (work.target or request.output_format != "text"):
        raise click.UsageError("`fix -` prints the text; it takes no --to and no --output-format")
    name = request.stdin_filename or STDIN
    data = read_stdin()
    if request.stdin_filename and walker.excludes(Path(name)):
        outcome, content = Outcome(name, Status.CLEAN), data
    else:
        outcome, content = work.stream(name, data)
    counts = Counter([outcome.status])
    if not fixing:
        report.add(outcome)
        report.close(counts)
    elif outcome.status is Status.FAILED:
        complain(outcome.message)
    else:
        write(content)
    return counts


def _leave(counts: Counter[Status], findings: Collection[Status]) -> None:
    """Exit with 2 after an error, with 1 after findings, else with 0."""
    found = any(counts[status] for status in findings)
    click.get_current_context().exit(2 if counts[Status.FAILED] else int(found))

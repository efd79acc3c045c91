"""``clean``: the article of a file, to standard output or another file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import click

from ..config import Configuration
from ..errors import ConfigError, InputError, named, visible
from ..files import atomic
from ..files.document import SORTS, STDIN, Opened, open_document
from ..formats import FORMATS, as_json_line, render
from ..result import Result
from .console import complain, remark, write
from .options import cleaner_options

_SUFFIXES: Final = {"text": ".txt", "markdown": ".md", "json": ".json", "html": ".html"}
_EXAMPLES: Final = """\b
Examples:
  vnnews-clean clean dump.txt
  vnnews-clean clean page.html --url https://example.vn/bai.html --format markdown
  vnnews-clean clean a.html b.html --format json -o articles/
  vnnews-clean clean a.html b.html --format json         one object a line
  vnnews-clean clean --policy body - <dump.txt

Exits with 0 when all is done, and with 2 after an error; the files without errors are done all the
same.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("files", nargs=-1, metavar="[FILE…|-]")
@click.option("-o", "--output", metavar="OUT", help="File to write; for several FILEs, a folder.")
@click.option("--overwrite", is_flag=True, help="With -o: replace files that hold other text.")
@click.option(
    "--format",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="What is written.",
)
@click.option("--url", help="Address of the page: names the publisher, completes its links.")
@click.option(
    "--as",
    "sort",
    type=click.Choice(SORTS),
    help="What the FILEs hold: text, a page, or text of one dialect. [default: told by suffix "
    "and content]",
)
@cleaner_options
def clean(
    *,
    files: tuple[str, ...],
    output: str | None,
    overwrite: bool,
    format: str,
    url: str | None,
    sort: str | None,
    configuration: Configuration,
) -> None:
    """Print the article of every FILE, a text dump or an HTML page.

    Without FILE, or with -, standard input is read.
    """
    names = files or (STDIN,)
    if url and len(names) > 1:
        raise click.UsageError("--url belongs to one FILE")
    several = len(names) > 1
    put = _output(output, format, _Writer(names, overwrite), several=several)
    in_lines = format == "json" and several and output in (None, STDIN)
    failed = False
    for name in names:
        try:
            result = _cleaned(name, open_document(name, configuration, url, sort))
            put(name, f"{as_json_line(name, result)}\n" if in_lines else render(result, format))
        except InputError as error:
            failed = True
            complain(str(error))
            continue
        if not result.text or result.document_type != "article":
            reason = result.document.type_reason or "all of it is cut"
            remark(visible(f"{name}: holds no article ({reason})"))
    click.get_current_context().exit(2 if failed else 0)


def _cleaned(name: str, document: Opened) -> Result:
    """Raises `InputError` for whatever a plug-in raises: its mistake costs one document, not the rest."""
    try:
        return document.clean()
    except (ConfigError, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise InputError(f"{name}: {named(error)}") from error


def _output(
    where: str | None, format: str, writer: _Writer, *, several: bool
) -> Callable[[str, str], None]:
    """What to do with the article of a name."""
    if where is None or where == STDIN:
        return _Stream(apart=format != "json")
    if several or where.endswith(("/", os.sep)) or Path(where).is_dir():
        return _Folder(Path(where), _SUFFIXES[format], writer)
    return lambda _, text: writer.write(Path(where), text)


class _Stream:
    """Standard output, with an empty line between articles where they are `apart`."""

    def __init__(self, *, apart: bool) -> None:
        self._apart = apart
        self._begun = False

    def __call__(self, _: str, text: str) -> None:
        write(b"\n" * (self._begun and self._apart) + text.encode("utf-8", "replace"))
        self._begun = True


class _Folder:
    """A file for every article, named after its source."""

    def __init__(self, folder: Path, suffix: str, writer: _Writer) -> None:
        self._writer = writer
        self._folder = folder
        self._suffix = suffix
        self._taken: dict[Path, str] = {}

    def __call__(self, name: str, text: str) -> None:
        source = Path("stdin" if name == STDIN else name)
        target = self._folder / source.with_suffix(self._suffix).name
        other = self._taken.setdefault(target, name)
        if other != name:
            raise InputError(f"{name}: would take the place of {other} in {target}")
        self._writer.write(target, text)


class _Writer:
    """Writes files, but none that is one of the sources, by whatever name or link."""

    def __init__(self, names: Sequence[str], overwrite: bool) -> None:
        self._sources = [Path(name) for name in names if name != STDIN]
        self._overwrite = overwrite

    def write(self, target: Path, text: str) -> None:
        """Raises `InputError` for a source, and for a file with other text, unless that may go."""
        for source in self._sources:
            if _are_one(source, target):
                raise InputError(
                    f"{source}: is what is read, and is not overwritten; `fix` cleans texts in place"
                )
        atomic.write(target, text.encode("utf-8", "replace"), overwrite=self._overwrite)


def _are_one(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False

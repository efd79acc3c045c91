"""One document, cleaned with the settings that hold where it lies: from a file or a pipe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from ..config import Configuration
from ..errors import InputError
from ..read.dialect import DIALECTS
from ..result import Result
from .source import Sort, read, read_stdin, refuse_binary, sort_of

STDIN: Final = "-"
SORTS: Final = ("text", "html", *DIALECTS)
"""What ``--as`` understands: a text whose dialect is told from it, a page, or a dialect."""


def clean_document(
    name: str, configuration: Configuration, url: str | None = None, sort: str | None = None
) -> Result:
    """Read and clean what `name` says, with the settings that hold there.

    `sort` is one of `SORTS` where suffix and content are not to decide. Raises `InputError`,
    naming the file, for what is missing, a folder, binary or empty.
    """
    path = Path(name)
    data = read_stdin() if name == STDIN else read(path, pipes=True)
    shown = "standard input" if name == STDIN else name
    refuse_binary(shown, data)
    if not data.strip():
        raise InputError(f"{shown}: is empty")
    dialect = sort if sort in DIALECTS else None
    found = Sort.TEXT if dialect else Sort(sort) if sort else sort_of(name, data)
    if found is Sort.RECORDS:
        raise InputError(f"{shown}: holds records; `vnnews-clean batch` or `fix` cleans those")
    cleaner = configuration.for_file(path).cleaner(path)
    if dialect:
        cleaner = replace(cleaner, dialect=dialect)
    return cleaner.clean_html(data, url=url) if found is Sort.HTML else cleaner.clean(data, url)

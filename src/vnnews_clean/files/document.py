"""One document, cleaned with the settings that hold where it lies: from a file or a pipe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from ..cleaner import Cleaner
from ..config import Configuration
from ..errors import InputError, RuleError
from ..read.dialect import DIALECTS
from ..result import Result
from .source import Sort, read, read_stdin, refuse_binary, sort_of

STDIN: Final = "-"
SORTS: Final = ("text", "html", *DIALECTS)
"""What ``--as`` understands: a text whose dialect is told from it, a page, or a dialect."""


class Opened(NamedTuple):
    """A document that was read, and the cleaner that holds for it."""

    data: bytes
    page: bool
    url: str | None
    cleaner: Cleaner

    def clean(self) -> Result:
        """Raises `RuleError`."""
        clean = self.cleaner.clean_html if self.page else self.cleaner.clean
        return clean(self.data, self.url)

    def clean_all_the_same(self, tell: Callable[[RuleError], None]) -> Result:
        """Clean it without the rules that raise; `tell` hears of each."""
        document = self
        while True:
            try:
                return document.clean()
            except RuleError as error:
                tell(error)
                ignored = (*document.cleaner.ignore, error.rule)
                document = document._replace(cleaner=replace(document.cleaner, ignore=ignored))


def open_document(
    name: str, configuration: Configuration, url: str | None = None, sort: str | None = None
) -> Opened:
    """Read what `name` says, and find the settings that hold there.

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
    return Opened(data, found is Sort.HTML, url, cleaner)

"""Documents that are no JSON yet: pages of an archive, files of a folder. They become JSON lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..quarantine import QuarantinedError, Reason
from ..read.repair.binary import objection
from ..records import as_line
from .chunks import Added, Fields, Limits, Opened, Passed, Place
from .http import NoPage, page_of

MARKUP_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})


def _line(fields: dict[str, str], text_key: str, text: str, added: Added) -> bytes:
    """One line of JSON. Raises `QuarantinedError` where two fields would have one name."""
    names = [*fields, text_key, *added]
    if len(set(names)) < len(names):
        twice = next(n for n in names if names.count(n) > 1)
        raise QuarantinedError(Reason.KEY_EXISTS, f'two fields would be called "{twice}"')
    record = {**fields, text_key: text, **added}
    return as_line(record)


def _check_size(raw: bytes, limits: Limits) -> None:
    if len(raw) > limits.size:
        raise QuarantinedError(Reason.TOO_LONG, f"longer than {limits.size} bytes")


def _check_text(raw: bytes) -> None:
    if why := objection(raw):
        raise QuarantinedError(Reason.BINARY, why)


class FileItem(NamedTuple):
    """A text or HTML file, as it stands on the disk."""

    place: Place
    name: str
    """Path inside the folder."""
    raw: bytes

    def open(self, fields: Fields, limits: Limits) -> Opened:
        """The document in the file. Raises `QuarantinedError` if it is too long, or no text."""
        _check_size(self.raw, limits)
        _check_text(self.raw)

        def write(text: str, added: Added) -> bytes:
            return _line({"path": self.name}, fields.text, text, added)

        markup = Path(self.name).suffix.lower() in MARKUP_SUFFIXES
        return Opened(self.raw, markup, "", write)


class ArchiveItem(NamedTuple):
    """An HTTP response out of a WARC file, headers included, or the text of a page (WET)."""

    place: Place
    url: str
    date: str
    id: str
    raw: bytes

    kind: str = "response"

    def open(self, fields: Fields, limits: Limits) -> Opened | Passed:
        """The HTML page in the response, or the text of a conversion. Raises `QuarantinedError`."""
        page: str | bytes = self.raw
        if self.kind == "response":
            found = page_of(self.raw, limits.size)
            if isinstance(found, NoPage):
                return Passed(found.what)
            page = found
        else:
            _check_size(self.raw, limits)
            _check_text(self.raw)

        def write(text: str, added: Added) -> bytes:
            known = {fields.url: self.url, "date": self.date, "id": self.id}
            return _line(known, fields.text, text, added)

        return Opened(page, self.kind == "response", self.url, write)


class Pages(NamedTuple):
    """Documents of an archive or a folder."""

    documents: tuple[FileItem | ArchiveItem, ...]

    def items(self) -> Iterator[FileItem | ArchiveItem]:
        return iter(self.documents)

    def singles(self) -> Iterator[Pages]:
        return (Pages((document,)) for document in self.documents)

"""Documents that are no JSON yet: pages of an archive, files of a folder. They become JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..rejected import Reason, RejectedError
from .chunks import Added, Fields, Limits, Opened, Place
from .http import page_of

MARKUP_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})


def _line(fields: dict[str, str], text_key: str, text: str, added: Added) -> bytes:
    """One line of JSON. Raises `RejectedError` where two fields would have one name."""
    names = [*fields, text_key, *added]
    if len(set(names)) < len(names):
        twice = next(n for n in names if names.count(n) > 1)
        raise RejectedError(Reason.KEY_EXISTS, f'two fields would be called "{twice}"')
    record = {**fields, text_key: text, **added}
    return json.dumps(record, ensure_ascii=False).encode(errors="replace") + b"\n"


class FileItem(NamedTuple):
    """A text or HTML file, as it stands on the disk."""

    place: Place
    name: str
    """Path inside the folder."""
    raw: bytes

    def open(self, fields: Fields, limits: Limits) -> Opened:
        """The document in the file. Raises `RejectedError` if it is too long."""
        if len(self.raw) > limits.size:
            raise RejectedError(Reason.TOO_LONG, f"longer than {limits.size} bytes")

        def write(text: str, added: Added) -> bytes:
            return _line({"path": self.name}, fields.text, text, added)

        markup = Path(self.name).suffix.lower() in MARKUP_SUFFIXES
        return Opened(self.raw, markup, "", write)


class ArchiveItem(NamedTuple):
    """An HTTP response out of a WARC file, headers included."""

    place: Place
    url: str
    date: str
    id: str
    raw: bytes

    def open(self, fields: Fields, limits: Limits) -> Opened | None:
        """The HTML page in the response; ``None`` for a picture, an error, a redirection.

        Raises `RejectedError`.
        """
        page = page_of(self.raw, limits.size)
        if page is None:
            return None

        def write(text: str, added: Added) -> bytes:
            known = {fields.url: self.url, "date": self.date, "id": self.id}
            return _line(known, fields.text, text, added)

        return Opened(page, True, self.url, write)  # noqa: FBT003 - a field of a tuple


class Pages(NamedTuple):
    """Documents of an archive or a folder."""

    documents: tuple[FileItem | ArchiveItem, ...]

    def items(self) -> Iterator[FileItem | ArchiveItem]:
        return iter(self.documents)

    def singles(self) -> Iterator[Pages]:
        return (Pages((document,)) for document in self.documents)

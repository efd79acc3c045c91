"""A row cleaned without raising: the article, or a status that says why there is none.

What engines run. They stop the whole job when a row raises, so here nothing does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from .cleaner import Cleaner
from .corpusrow import Fact, Format, clean_row
from .errors import named
from .quarantine import Reason
from .records import Json

OK: Final = "ok"
NULL: Final = "null"
MAX_SIZE: Final = 16 << 20
"""Bytes of one document, where nothing else is said."""


class Attempt(NamedTuple):
    """What became of a row."""

    status: str
    """``ok``, ``null``, ``not-utf-8``, ``lone-surrogate``, ``too-long``, or ``error: `` and what
    was raised."""
    text: str | None = None
    """The article; ``None`` where the status is not ``ok``."""
    facts: tuple[Json, ...] = ()
    """What was asked about the article, in that order; empty where the status is not ``ok``."""


def attempt(
    cleaner: Cleaner,
    value: str | bytes | None,
    *,
    decode: bool = False,
    page: bool = False,
    url: str = "",
    format: Format = "text",
    facts: Sequence[Fact] = (),
    max_size: int = MAX_SIZE,
) -> Attempt:
    """Clean one row as `clean_row` does. `max_size` is in bytes. Never raises on data.

    With `decode`, bytes are those of a string, and are to be UTF-8; without, those of a file.
    """
    if value is None:
        return Attempt(NULL)
    try:
        size = len(value) if isinstance(value, bytes) else len(value.encode())
    except UnicodeEncodeError:
        return Attempt(Reason.LONE_SURROGATE)
    if size > max_size:
        return Attempt(Reason.TOO_LONG)
    try:
        value = value.decode() if decode and isinstance(value, bytes) else value
    except UnicodeDecodeError:
        return Attempt(Reason.NOT_UTF8)
    try:
        row = clean_row(cleaner, value, page=page, url=url, format=format)
        return Attempt(OK, row.text, tuple([row.fact(name) for name in facts]))
    except (Exception, SystemExit, GeneratorExit) as error:  # noqa: BLE001 - of a rule: one row
        return failed(error)


def failed(error: BaseException) -> Attempt:
    """A row at which `error` was raised."""
    return Attempt(f"error: {named(error)}".encode(errors="replace").decode())

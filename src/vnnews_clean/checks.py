"""What a caller gives: documents, addresses, and settings that are lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike

from .errors import ConfigError


def check_document(source: object, url: object) -> None:
    """Raises `TypeError`, with what to do about it, for what is no document and no address."""
    if not isinstance(source, str | bytes):
        hint = "; bytes() makes them of it" if isinstance(source, bytearray | memoryview) else ""
        raise TypeError(f"a document is str or bytes, not {type(source).__name__}{hint}")
    if not (url is None or isinstance(url, str)):
        raise TypeError(f"url is str or None, not {type(url).__name__}")


def listed(name: str, value: object) -> tuple[object, ...]:
    """A setting that is a list, as a tuple. Raises `ConfigError`."""
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise ConfigError(f"{name} is a list, not {value!r}")
    items = tuple(value)
    if name != "rules" and not all(isinstance(item, str | PathLike) for item in items):
        raise ConfigError(f"{name} is a list of names, not {value!r}")
    return items

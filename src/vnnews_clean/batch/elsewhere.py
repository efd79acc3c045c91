"""What a URL on a command line stands for: a file, a folder of shards or a pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from ..errors import InputError
from ..patterns import pattern
from .inputs import Input, find_input, format_of
from .remote import Remote
from .stores import found, is_web, public, told

_MAGIC: Final = frozenset("*?[")
_HIDDEN: Final = pattern(r"(?:^|/)\.")


def matching(url: str) -> list[str]:
    """The URLs that a pattern stands for, sorted; one that is no pattern stands for itself.

    Raises `InputError`.
    """
    on_the_web = url.startswith("http")  # where a question mark begins a query
    if (_MAGIC - {"?"} if on_the_web else _MAGIC).isdisjoint(url):
        return [url]
    with told(url):
        files, path = found(url)
        visible = [files.unstrip_protocol(p) for p in files.glob(path) if not _is_hidden(p, path)]
        return sorted(_chained(url, each) for each in visible)


def _is_hidden(path: str, pattern: str) -> bool:
    name, wanted = (each.rpartition("/")[2] for each in (path, pattern))
    return name.startswith(".") and not wanted.startswith(".")


def _chained(url: str, other: str) -> str:
    """`other`, reached as `url` is: ``simplecache::s3://…``."""
    chain, _, _ = url.rpartition("::")
    return f"{chain}::{other}" if chain else other


def shards_at(url: str, format: str | None) -> Iterator[Input]:
    """The shards of a folder, or the file of that name. Raises `InputError`."""
    inside = _below(url) if format is None and format_of(Remote(url).plain_name) is None else []
    shards = [(u, name) for u, name in inside if format_of(PurePath(name)) not in (None, "files")]
    if inside and not shards:
        raise InputError(
            f"{public(url)}: no shards in it; text and HTML files are read from the disk only"
        )
    for shard, name in shards:
        yield replace(find_input(shard), below=name)
    if not shards:
        yield find_input(url, format)


def _below(url: str) -> list[tuple[str, str]]:
    """Every file of a folder, hidden ones aside: URL and path in it, sorted; none of a file."""
    with told(url):
        files, path = found(url)
        if is_web(files) or not files.isdir(path):
            return []
        root = path.rstrip("/") + "/"
        inside = [(p, p.removeprefix(root)) for p in sorted(files.find(path))]
        visible = [(p, name) for p, name in inside if not _HIDDEN.search(name)]
        return [(_chained(url, files.unstrip_protocol(p)), name) for p, name in visible]

"""What the names on a command line stand for: files, folders and patterns of shards."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final

from ..errors import ConfigError, InputError
from .elsewhere import matching, shards_at
from .folder import unreadable
from .inputs import STANDARD, Input, find_input, format_of
from .paths import absolute
from .stores import is_url
from .streams import SUFFIXES

_MAGIC: Final = frozenset("*?[")


def find_inputs(names: Iterable[str], format: str | None = None) -> tuple[Input, ...]:
    """The inputs that `names` stand for, in their order; those of a folder or pattern sorted.

    Names may be URLs that fsspec reads. A folder stands for the shards in it (JSON lines, Parquet, WARC) and, as one input, for its text
    and HTML files. Raises `ConfigError` for an unknown format, `InputError` for what is not there, `OSError` for a folder
    that cannot be read.
    """
    found: list[Input] = []
    for name in names:
        expanded = list(_expanded(name))
        if not expanded:
            raise InputError(f"{name}: nothing has a name like that")
        for each in expanded:
            if is_url(each):
                found += shards_at(each, format)
            elif _holds_shards(each, format):
                found += _in_folder(Path(each))
            else:
                found.append(find_input(each, format))
    if twice := _first_twice(_identity(i) for i in found if not i.standard):
        raise ConfigError(f"{twice} is given twice")
    return tuple(found)


def _expanded(name: str) -> Iterator[str]:
    """The files that a pattern stands for, where the shell has left it as it is."""
    if is_url(name):
        yield from matching(name)
    elif _MAGIC.isdisjoint(name) or os.path.lexists(name):
        yield name
    else:
        yield from sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - a pattern of any sort


def _identity(source: Input) -> str:
    return os.path.realpath(source.on_disk) if source.on_disk else str(source.path)


def _holds_shards(name: str, format: str | None) -> bool:
    if name == STANDARD or format == "files" or not Path(name).is_dir():
        return False
    return format is not None or next(_shards(Path(name)), None) is not None


def _shards(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and format_of(PurePath(name)) not in (None, "files"):
                yield Path(above, name)


def _in_folder(folder: Path) -> Iterator[Input]:
    for path in _shards(folder):
        yield replace(find_input(str(path)), below=path.relative_to(folder).as_posix())
    try:
        yield find_input(str(folder), "files")
    except InputError:
        return  # no texts and pages between the shards


def check_outside(outputs: Sequence[Path], names: Iterable[str]) -> None:
    """Raises `ConfigError` for an output in a folder of inputs that would be an input next time."""
    folders = [absolute(name) for name in names if name != STANDARD and Path(name).is_dir()]
    for output in outputs:
        for folder in folders:
            if output.is_relative_to(folder) and _holds_shards(str(folder), None):
                raise ConfigError(f"{output} lies in {folder}, and the next run would read it")


def shard_output(source: Input, folder: Path, format: str | None) -> tuple[Path, str]:
    """Where in `folder` the output of one input goes, and its format: that of the input if need be.

    JSON lines are packed as their input was; archives and folders of files become JSON lines.
    """
    name = PurePath(source.below or source.path.name or "stdin")
    stem, packed = name, ""
    while stem.suffix.lower() in _KNOWN:
        packed = packed or (stem.suffix.lower() if stem.suffix.lower() in SUFFIXES else "")
        stem = stem.with_suffix("")
    into = format or ("parquet" if source.format == "parquet" else f"jsonl{packed}")
    return folder / stem.with_name(f"{stem.name}.{into}"), into


_KNOWN: Final = frozenset({*SUFFIXES, ".jsonl", ".ndjson", ".parquet", ".pq", ".warc", ".wet"})


def _first_twice(names: Iterable[str]) -> str:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""

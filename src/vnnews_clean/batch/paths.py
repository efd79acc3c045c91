"""Every path that a run writes, and that none of them is anything that it reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import ConfigError


def absolute(name: str | Path) -> Path:
    """The whole path, behind all links. A loop of them is left to whoever opens it."""
    return Path(os.path.realpath(name))  # `Path.resolve` raises there


def part_of(output: Path) -> Path:
    """The name of an output that is not complete yet."""
    return output.with_name(output.name + ".part")


def parts_of(output: Path) -> Path:
    """The folder of the complete parts of a Parquet file."""
    return output.with_name(output.name + ".parts")


def journal_of(output: Path) -> Path:
    return output.with_name(output.name + ".journal")


def new_of(path: Path) -> Path:
    """The name of what is to take the place of `path`, while it is written."""
    return path.with_name(path.name + ".new")


def beside(output: Path) -> Iterator[Path]:
    """`output`, and what a run writes beside it on the way."""
    journal = journal_of(output)
    yield from (output, part_of(output), parts_of(output), new_of(output))
    yield from (journal, new_of(journal))


def check_apart(read: Iterable[Path], written: Iterable[Path]) -> None:
    """Raises `ConfigError` where a file would be read and written, or written twice.

    Files are told apart by name and, where they exist, by what they are: links do not hide them.
    """
    read_by: dict[object, Path] = {}
    for path in read:
        read_by |= dict.fromkeys(_identities(path), path)
    written_by: dict[object, Path] = {}
    for path in written:
        for identity in _identities(path):
            if identity in read_by:
                raise ConfigError(f"{path} is an input as well ({read_by[identity]})")
            if identity in written_by:
                raise ConfigError(f"{path} would be written twice (as {written_by[identity]})")
            written_by[identity] = path


def check_writable(paths: Iterable[Path]) -> None:
    """Raises `ConfigError` for what is no regular file, in no folder, or closed to this user: to be
    told so when all is done would be too late.
    """
    for path in paths:
        if path.exists() and not path.is_file():
            raise ConfigError(f"{path} is no regular file")
        if not path.parent.is_dir():
            raise ConfigError(f"{path.parent}: no such folder")
        for target in (path, path.parent):
            if target.exists() and not os.access(target, os.W_OK):
                raise ConfigError(f"{target}: cannot be written to")


def _identities(path: Path) -> set[object]:
    found: set[object] = {os.path.realpath(path)}
    try:
        stat = path.stat()
    except OSError:
        return found
    return found | {(stat.st_dev, stat.st_ino)}


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """An error of the system that names no file, as when a disk is full, names `path`."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise

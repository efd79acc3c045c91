"""What tells a file from a changed one: between two runs, and while one is at work."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from ..errors import InputError

_EDGE: Final = 64 * 1024


class ChangedError(InputError):
    """An input is not what it was when the run began."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(f"{path}: changed while it was read; nothing of this run is complete")
        self.path = path

    def __reduce__(self) -> tuple[type[ChangedError], tuple[str]]:
        return ChangedError, (str(self.path),)


class Stamp(NamedTuple):
    """A file at one moment: replaced, cut or written on, it has another stamp."""

    device: int
    inode: int
    size: int
    changed: int
    """Time of the last change, in nanoseconds."""

    @classmethod
    def of(cls, file: Path | int) -> Stamp:
        """The stamp of a path, or of what a descriptor has open. Raises `OSError`."""
        stat = os.stat(file)  # noqa: PTH116 - descriptors, too
        return cls(stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=1)
def code_fingerprint() -> str:
    """A digest of all the code and data of this package."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.parent.rglob("*")):
        if path.suffix in (".py", ".toml", ".tsv"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def file_fingerprint(path: Path) -> str:
    """Size, time of the last change and a digest of both ends of a file."""
    stat = path.stat()
    digest = hashlib.sha256()
    with path.open("rb") as file:
        digest.update(file.read(_EDGE))
        file.seek(max(0, stat.st_size - _EDGE))
        digest.update(file.read(_EDGE))
    return f"{stat.st_size} {stat.st_mtime_ns} {digest.hexdigest()[:16]}"


def folder_fingerprint(files: Iterable[tuple[str, Path]]) -> str:
    """Names, sizes and times of all the files of a folder, in order."""
    digest = hashlib.sha256()
    count = 0
    for name, path in files:
        count += 1
        stat = path.stat()
        digest.update(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode(errors="replace"))
    return f"{count} files {digest.hexdigest()[:16]}"

"""Rewriting a file so that it holds the old content or the new, whenever the power goes."""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from ..errors import InputError
from ..patterns import pattern

_TEMPORARY: Final = pattern(r"\..{1,50}\.(\d{1,10})-[0-9a-f]{8}\.tmp", re.DOTALL)
_FRESH: Final = 60.0
"""Seconds for which a temporary file may be that of a process elsewhere."""


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Exchange the content of an existing file, `old`, for `new`.

    Mode and, where the system lets us, owner and extended attributes are kept; a symbolic link stays, and what it points
    to is rewritten. Raises `InputError` for a file with other hard links, which would be cut off
    from them, and for one that is no longer what was read.
    """
    try:
        target = path.resolve(strict=True)
        status = target.stat()
        if status.st_nlink > 1:
            raise InputError(f"{path}: has {status.st_nlink} hard links, and is not rewritten")
        if not os.access(target, os.W_OK):
            raise InputError(f"{path}: is read-only, and is not rewritten")
        if target.read_bytes() != old or not _write(target, new, status):
            raise InputError(f"{path}: changed while it was cleaned, and is not rewritten")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from None


def write(path: Path, content: bytes, *, overwrite: bool) -> bool:
    """Create the file, and the folders above it; says whether there was anything to do.

    Raises `InputError`, also where another content stands there, unless told to `overwrite` it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _write(path, content, None)
            return True
        old = path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from None
    if old == content:
        return False
    if old is None or not overwrite:
        raise InputError(f"{path}: exists, and is not overwritten without --overwrite")
    replace(path, old, content)
    return True


def _write(target: Path, content: bytes, like: os.stat_result | None) -> bool:
    """By way of a hidden file in the same folder, since only there a rename cannot be half done.

    False, and nothing is done, if the file is not `like` it was any more when all is written.
    """
    name = target.with_name(f".{target.name[:50]}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(name, flags, 0o600 if like else 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if like:
                _take_after(descriptor, target, like)
            os.fsync(descriptor)
        if like and not _is_same(target.stat(), like):
            name.unlink()
            return False
        name.replace(target)
    except BaseException:
        name.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return True


def _is_same(now: os.stat_result, then: os.stat_result) -> bool:
    return (now.st_ino, now.st_size, now.st_mtime_ns) == (
        then.st_ino,
        then.st_size,
        then.st_mtime_ns,
    )


def sweep(folder: Path) -> None:
    """Remove what killed runs have left in `folder`: they leave the file itself as it was."""
    for path in folder.glob(".*.tmp"):
        found = _TEMPORARY.fullmatch(path.name)
        with suppress(OSError):
            if found and not _runs(int(found[1])) and time.time() - path.stat().st_mtime > _FRESH:
                path.unlink()


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _take_after(descriptor: int, target: Path, like: os.stat_result) -> None:
    """Give a new file the attributes, the owner and the mode of the old one."""
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):  # those of the system are not ours to give
                    os.setxattr(descriptor, name, os.getxattr(target, name))
    if os.name == "posix":
        with suppress(PermissionError):
            os.fchown(descriptor, like.st_uid, like.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last; on a file system that cannot, it is still not torn."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

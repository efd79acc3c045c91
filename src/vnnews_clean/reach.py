"""What is at a path, as far as we may see: in a folder that is closed to us there is nothing.

`Path.exists` and its like raise there, and one closed folder would end a run over many. A file that the
user has named is another thing: what is wrong with it is said.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from .errors import ConfigError


def is_file(path: Path) -> bool:
    """Whether there is a file at `path`."""
    return os.path.isfile(path)  # noqa: PTH113 - raises nothing


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path`."""
    return os.path.isdir(path)  # noqa: PTH112 - raises nothing


def is_repository(folder: Path) -> bool:
    """Whether a git repository begins at `folder`."""
    return os.path.exists(folder / ".git")  # noqa: PTH110 - raises nothing


def table_in(file: Path, what: str = "") -> dict[str, object]:
    """The TOML in `file`. Raises `ConfigError`, naming the file and `what` it is."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ConfigError(f"{what}{file}: cannot be read: {reason}") from None

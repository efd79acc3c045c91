"""What is at a path, as far as we may see: in a folder that is closed to us there is nothing.

`Path.exists` and its like raise there, and one closed folder would end a run over many.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether there is a file at `path`."""
    return os.path.isfile(path)  # noqa: PTH113 - raises nothing


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path`."""
    return os.path.isdir(path)  # noqa: PTH112 - raises nothing


def is_repository(folder: Path) -> bool:
    """Whether a git repository begins at `folder`."""
    return os.path.exists(folder / ".git")  # noqa: PTH110 - raises nothing

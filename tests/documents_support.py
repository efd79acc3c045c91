"""What README and the documentation promise in fenced blocks, and how a test runs them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
_FENCE = re.compile(r"(<!-- not run: .+? -->\n+)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = (".*cache", ".venv", ".git", "__pycache__", "site", "*.egg-info")


class Fence(NamedTuple):
    """A fenced block; one below ``<!-- not run: why -->`` is only read."""

    language: str
    code: str
    runs: bool


def fences(page: str) -> list[Fence]:
    return [Fence(m[2], m[3], m[1] is None) for m in _FENCE.finditer(page)]


def copied(place: Path) -> Path:
    """A copy of what a clone would have, without caches and environments."""
    shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    return place


def environment(place: Path) -> dict[str, str]:
    """This interpreter's scripts first, the copy's sources before the installed ones."""
    return {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": str(place / "src"),
    }

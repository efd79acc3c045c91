"""Packages that only some formats need: imported when wanted, and named when missing."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Final

from ..errors import ConfigError

ZSTD: Final = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
"""Zstandard, from the standard library where that has it, else from its backport."""
_BY_FORMAT: Final = {
    "jsonl.zst": (ZSTD, "zstd", "Zstandard files"),
    "parquet": ("pyarrow.parquet", "parquet", "Parquet files"),
    "warc": ("fastwarc.warc", "warc", "WARC files"),
}


def check_installed(formats: Iterable[str]) -> None:
    """Raises `ConfigError` if a package is missing that a run over these formats needs."""
    for module, extra, what in (_BY_FORMAT[f] for f in formats if f in _BY_FORMAT):
        required(module, extra, what)


def required(module: str, extra: str, what: str) -> ModuleType:
    """The module. Raises `ConfigError` with the command that installs it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ConfigError(
            f"{what} need the package {_package(module)}; "
            f"install it with: pip install 'vnnews-clean[{extra}]'"
        ) from error


def _package(module: str) -> str:
    return module if module == ZSTD else module.partition(".")[0]


def zstd() -> ModuleType:
    """The module for Zstandard. Raises `ConfigError` if it is not installed."""
    return required(ZSTD, "zstd", "Zstandard files")

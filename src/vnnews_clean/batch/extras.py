"""Packages that only some formats need: imported when wanted, and named when missing."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from types import ModuleType
from typing import Final

from ..errors import ConfigError

_WORKERS: Final = ("pebble", "batch", "batch runs")
_BY_FORMAT: Final = {
    "jsonl.zst": ("zstandard", "zstd", "Zstandard files"),
    "parquet": ("pyarrow.parquet", "parquet", "Parquet files"),
    "warc": ("fastwarc.warc", "warc", "WARC files"),
}


def check_installed(formats: Iterable[str]) -> None:
    """Raises `ConfigError` if a package is missing that a run over these formats needs."""
    for module, extra, what in (_WORKERS, *(_BY_FORMAT[f] for f in formats if f in _BY_FORMAT)):
        required(module, extra, what)


def required(module: str, extra: str, what: str) -> ModuleType:
    """The module. Raises `ConfigError` with the command that installs it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ConfigError(
            f"{what} need the package {module.partition('.')[0]}; "
            f"install it with: pip install 'vnnews-clean[{extra}]'"
        ) from error

"""Packages that only some formats need: imported when wanted, and named when missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from ..errors import ConfigError


def required(module: str, extra: str, what: str) -> ModuleType:
    """The module. Raises `ConfigError` with the command that installs it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ConfigError(
            f"{what} need the package {module.partition('.')[0]}; "
            f"install it with: pip install 'vnnews-clean[{extra}]'"
        ) from error

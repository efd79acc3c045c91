"""Which settings hold where: those of the nearest ``vnnews-clean.toml``, or ``[tool.vnnews-clean]`` in
``pyproject.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from .errors import ConfigError
from .reach import is_file, is_repository, table_in
from .settings import Settings, parse

FILE: Final = "vnnews-clean.toml"
TABLE: Final = "tool.vnnews-clean"


class Configuration:
    """Which settings hold in which folder.

    Those of the nearest file at or above it, up to the repository's root (a folder with ``.git``),
    or `fixed` ones everywhere. `overrides` are fields of `Settings` that the command line sets.
    """

    def __init__(
        self, fixed: Settings | None = None, overrides: Mapping[str, object] | None = None
    ) -> None:
        self.overrides: Final[Mapping[str, object]] = dict(overrides or {})
        self._fixed = self._overridden(fixed) if fixed else None
        self._known: dict[Path, Settings] = {}

    def for_folder(self, folder: Path) -> Settings:
        """The settings in `folder`. Raises `ConfigError`."""
        return self._fixed or self._nearest(folder.absolute())

    def for_file(self, path: Path) -> Settings:
        """The settings for the file at `path`. Raises `ConfigError`."""
        return self.for_folder(path.parent)

    def _nearest(self, folder: Path) -> Settings:
        passed: list[Path] = []
        found: Settings | None = None
        for place in (folder, *folder.parents):
            if place in self._known:
                found = self._known[place]
                break
            passed.append(place)
            own = _in_folder(place)
            if own or is_repository(place):
                found = self._overridden(own or Settings())
                break
        settings = found or self._overridden(Settings())
        self._known.update(dict.fromkeys(passed, settings))
        return settings

    def _overridden(self, settings: Settings) -> Settings:
        if not self.overrides:
            return settings
        return replace(settings, **self.overrides).checked()  # type: ignore[arg-type]


def _in_folder(folder: Path) -> Settings | None:
    """The configuration in `folder`; a ``pyproject.toml`` without our table is passed over."""
    own, shared = folder / FILE, folder / "pyproject.toml"
    if is_file(own):
        return load(own)
    return _load(shared, optional=True) if is_file(shared) else None


def load(file: Path) -> Settings:
    """The settings in `file`. Raises `ConfigError`, naming file and key."""
    settings = _load(file, optional=False)
    assert settings
    return settings


def _load(file: Path, *, optional: bool) -> Settings | None:
    content = table_in(file)
    tools = content.get("tool", {})
    table = tools.get("vnnews-clean") if isinstance(tools, dict) else None
    if file.name != "pyproject.toml":
        if not isinstance(table, dict):
            return parse(content, file)
        if others := sorted(content.keys() - {"tool"}):
            raise ConfigError(
                f'{file}: key "{others[0]}" stands above the table [{TABLE}]; put all keys below it, or none'
            )
    if table is None and optional:
        return None
    if not isinstance(table, dict):
        raise ConfigError(f"{file}: there is no table [{TABLE}]")
    return parse(table, file, prefix=f"{TABLE}.")

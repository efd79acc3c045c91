"""Settings: how files are found and cleaned, and how a table of TOML says so.

A configuration is data. It names rules, kinds, phrases and files; it cannot import code, phrases
are taken literally, and path patterns are bounded (see `globs`). Only a file of rules of one's own
has patterns that are run as they are written (see `vnnews_clean.rulefile`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from .cleaner import Cleaner
from .errors import ConfigError, nearest
from .globs import Globs
from .policy import PolicyName
from .read.repair import Mode

INCLUDE: Final = ("*.txt", "*.text", "*.html", "*.htm", "*.xhtml")
"""What is looked for in a folder, where nothing else is configured."""
SHORTEST_PHRASE: Final = 3

Names = tuple[str, ...]
Table = tuple[tuple[str, Names], ...]
GroupTable = tuple[tuple[str, str | Names], ...]
Groups = tuple[tuple[str, Names | GroupTable], ...]
"""Phrase group → phrases to add to it; or, for one of one's own, what its table says."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How files are found and cleaned: the keys of a configuration, with ``_`` for ``-``.

    Made by `load` or `parse`, which check every value. Hashable; two files with equal
    settings share a cleaner.
    """

    policy: PolicyName = "article"
    select: Names | None = None
    ignore: Names = ()
    keep: Names = ()
    drop: Names = ()
    rules: Names = ()
    """Files with rules of one's own; relative ones lie in `root`."""
    extend_phrases: Groups = ()
    sites: Names | None = None
    repair: Mode = "auto"
    dialect: str | None = None
    learned: Names = ()
    """Files of phrases that publishers repeat; relative ones lie in `root`."""
    include: Names = INCLUDE
    exclude: Names = ()
    per_file_ignores: Table = ()
    """Path pattern → rules that are not run on the files that fit it."""
    root: Path = Path()
    """Folder of the file that was read; path patterns are relative to it."""
    origin: str = ""
    """The file that was read, for messages; empty where there is none."""

    def cleaner(self, path: Path | None = None) -> Cleaner:
        """The cleaner for the file at `path`. Made once for all files that need the same rules.

        Raises `ConfigError` for a name that no rule, kind, phrase group or policy has.
        """
        ignored = [] if path is None else [r for g, r in self._ignored_by_path if g.match(path)]
        return _cleaner(self, (*self.ignore, *(name for rules in ignored for name in rules)))

    def checked(self) -> Settings:
        """These settings, once it is sure that every pattern is valid and every name exists."""
        try:
            _ = self.included, self.excluded
            self._check_select()
            _cleaner(
                self, (*self.ignore, *(n for _, rules in self.per_file_ignores for n in rules))
            )
            _ = self._ignored_by_path
        except ConfigError as error:
            raise ConfigError(f"{self.origin}: {error}" if self.origin else str(error)) from None
        return self

    def _check_select(self) -> None:
        """Raises `ConfigError` where all that is selected is ignored."""
        if self.select and all(_covers(self.ignore, name) for name in self.select):
            raise ConfigError("no rule would run: all that `select` names, `ignore` names too")

    @cached_property
    def included(self) -> Globs:
        return Globs(self.include, self.root)

    @cached_property
    def excluded(self) -> Globs:
        return Globs(self.exclude, self.root)

    @cached_property
    def _ignored_by_path(self) -> tuple[tuple[Globs, Names], ...]:
        return tuple((Globs([glob], self.root), rules) for glob, rules in self.per_file_ignores)


def _covers(names: Names, name: str) -> bool:
    """Whether `name` is one of `names`, or in a family that is."""
    return any(name == other or name.startswith(f"{other.rstrip('.')}.") for other in names)


@lru_cache(maxsize=64)
def _cleaner(settings: Settings, ignore: Names) -> Cleaner:
    return Cleaner(
        policy=settings.policy,
        select=settings.select,
        ignore=ignore,
        keep=settings.keep,
        drop=settings.drop,
        rules=[settings.root / name for name in settings.rules],
        phrases={name: _said(group) for name, group in settings.extend_phrases},
        sites=settings.sites,
        repair=settings.repair,
        dialect=settings.dialect,
        learned=[settings.root / name for name in settings.learned],
    )


def _said(group: Names | GroupTable) -> Sequence[str] | Mapping[str, object]:
    """What a configuration says of a phrase group, as a cleaner takes it."""
    pairs = [item for item in group if not isinstance(item, str)]
    return dict(pairs) if pairs else tuple(item for item in group if isinstance(item, str))


def parse(table: Mapping[str, object], file: Path, prefix: str = "") -> Settings:
    """Settings from a table as TOML gives it. `file` and `prefix` are named in messages.

    Raises `ConfigError` for unknown keys, wrong types and names that do not exist.
    """
    values: dict[str, object] = {}
    for key, value in table.items():
        where = f'{file}: key "{prefix}{key}"'
        if key not in _READERS:
            raise ConfigError(f"{where} is unknown{nearest(key, _READERS)}")
        values[key.replace("-", "_")] = _READERS[key](value, where)
    known = {field.name for field in fields(Settings)}
    assert values.keys() <= known
    settings = Settings(root=file.absolute().parent, origin=str(file))
    if isinstance(sites := values.get("sites"), tuple):
        values["sites"] = tuple(
            str(settings.root / name) if name.endswith(".toml") else name for name in sites
        )
    return replace(settings, **values).checked()  # type: ignore[arg-type]  # checked by _READERS


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{where} must be a string, not {_type(value)}")
    return value


def _names(value: object, where: str) -> Names:
    if not isinstance(value, list):
        raise ConfigError(f"{where} must be a list of strings, not {_type(value)}")
    return tuple(_text(item, f"{where}, item {n},") for n, item in enumerate(value, 1))


def _table(value: object, where: str) -> Table:
    if not isinstance(value, dict):
        raise ConfigError(f"{where} must be a table of lists, not {_type(value)}")
    return tuple((name, _names(items, f'{where}, "{name}",')) for name, items in value.items())


def _groups(value: object, where: str) -> Groups:
    if not isinstance(value, dict):
        raise ConfigError(f"{where} must be a table, not {_type(value)}")
    return tuple((name, _group(said, f'{where}, "{name}"')) for name, said in value.items())


def _group(said: object, where: str) -> Names | GroupTable:
    """Phrases to add to a group, or the table of a group of one's own."""
    if not isinstance(said, dict):
        return _phrases(said, where)
    return tuple(
        (key, value if isinstance(value, str) else _phrases(value, f"{where}, {key}"))
        for key, value in said.items()
    )


def _phrases(value: object, where: str) -> Names:
    phrases = _names(value, where)
    for phrase in phrases:
        if sum(map(str.isalnum, phrase)) < SHORTEST_PHRASE:
            raise ConfigError(f'{where}: "{phrase}" has fewer than {SHORTEST_PHRASE} letters')
    return phrases


def _type(value: object) -> str:
    names = {bool: "true or false", str: "a string", list: "a list", dict: "a table"}
    return names.get(type(value), f"the {type(value).__name__} {value}")


_READERS: Final[Mapping[str, Callable[[object, str], object]]] = {
    "policy": _text,
    "select": _names,
    "ignore": _names,
    "keep": _names,
    "drop": _names,
    "rules": _names,
    "extend-phrases": _groups,
    "sites": _names,
    "repair": _text,
    "dialect": _text,
    "learned": _names,
    "include": _names,
    "exclude": _names,
    "per-file-ignores": _table,
}

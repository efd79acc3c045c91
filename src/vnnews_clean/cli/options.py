"""Options that several commands share: how to clean, and where the configuration is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Final, TypeVar, cast

import click

from ..config import Configuration, load
from ..policy import PRESETS
from ..settings import Settings

R = TypeVar("R")
Decorator = Callable[[Callable[..., object]], Callable[..., object]]


_SETTINGS: Final[tuple[Decorator, ...]] = (
    click.option(
        "--policy",
        type=click.Choice(list(PRESETS)),
        help="What is cut: what cannot be anything else (light), all boilerplate (article, the "
        "default), or captions, bylines and credits too (body).",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="NAME,…",
        help="Run only these rules or families of rules.",
    ),
    click.option(
        "--ignore", multiple=True, metavar="NAME,…", help="Do not run these rules or families."
    ),
    click.option(
        "--keep", multiple=True, metavar="NAME,…", help="Kinds or families of kinds to keep."
    ),
    click.option(
        "--drop", multiple=True, metavar="NAME,…", help="Kinds or families of kinds to cut as well."
    ),
    click.option(
        "--rules",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Run the rules of this file of rows as well.",
    ),
    click.option(
        "--repair",
        type=click.Choice(["auto", "off"]),
        help="Mend encodings and stray characters (auto, the default), or leave them as they are.",
    ),
    click.option(
        "--learned",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Cut what this file of learned phrases says: see the command learn.",
    ),
)
_SOURCES: Final[tuple[Decorator, ...]] = (
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        help="Use this file for all inputs, not the nearest vnnews-clean.toml or pyproject.toml.",
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file at all."),
)
_FLAGS: Final = ("policy", "select", "ignore", "keep", "drop", "repair")


def cleaner_options(command: Callable[..., R]) -> Callable[..., R]:
    """Give `command` the options above, handed over as one argument ``configuration``.

    What the command line says goes before the same key of a configuration file.
    """

    @wraps(command)
    def configured(*, config: Path | None, isolated: bool, **options: object) -> R:
        overrides = _overrides(options)
        return command(configuration=_configuration(config, isolated, overrides), **options)

    return _given(configured, (*_SETTINGS, *_SOURCES))


def setting_options(command: Callable[..., R]) -> Callable[..., R]:
    """Give `command` the options that are settings, handed over as one mapping ``overrides``."""

    @wraps(command)
    def configured(**options: object) -> R:
        return command(overrides=_overrides(options), **options)

    return _given(configured, _SETTINGS)


def _given(command: Callable[..., R], options: Sequence[Decorator]) -> Callable[..., R]:
    """`command` with `options`, the first of them first in its help."""
    for option in reversed(options):
        option(command)  # is noted at the function, which stays the same
    return command


def _overrides(options: dict[str, object]) -> dict[str, object]:
    """The settings among `options`, which lose them: those that were given."""
    chosen = {name: options.pop(name) for name in _FLAGS}
    overrides = {name: _joined(value) for name, value in chosen.items() if value}
    for name in ("learned", "rules"):
        if files := cast("tuple[Path, ...]", options.pop(name)):
            overrides[name] = tuple(str(path.absolute()) for path in files)
    return overrides


def _joined(value: object) -> object:
    """``--ignore a,b --ignore c`` as one tuple of names; other values as they are."""
    if not isinstance(value, tuple):
        return value
    return tuple(name for part in value for item in part.split(",") if (name := item.strip()))


def _configuration(
    file: Path | None, isolated: bool, overrides: Mapping[str, object]
) -> Configuration:
    if file and isolated:
        raise click.UsageError("--config and --isolated exclude each other")
    if file:
        return Configuration(load(file), overrides)
    return Configuration(Settings() if isolated else None, overrides)

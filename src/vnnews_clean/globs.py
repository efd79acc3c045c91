"""Path patterns in gitignore syntax, bounded so that no pattern can take long to match.

pathspec turns a pattern into a regular expression, where every ``*`` multiplies the ways to
match. Patterns may come from a repository that is not one's own, so their number is limited:
four take a quarter of a second on the worst file name there can be, six would take minutes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Final

from pathspec import GitIgnoreSpec

from .errors import ConfigError

MAX_STARS: Final = 4
MAX_LENGTH: Final = 255


class Globs:
    """Patterns that match paths below `base`. The last pattern that fits decides, ``!`` negates.

    Raises `ConfigError` for a pattern that is malformed or has more than `MAX_STARS` stars.
    """

    def __init__(self, patterns: Iterable[str], base: Path) -> None:
        self.patterns: Final = tuple(patterns)
        self._base = os.path.join(os.path.abspath(base), "")  # noqa: PTH100, PTH118 - hot, and keeps links
        for pattern in self.patterns:
            _check(pattern)

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def match(self, path: Path | str, *, folder: bool = False) -> bool:
        """Whether the patterns take in `path`. A pattern with a closing slash fits folders only.

        A path outside `base` is matched from the root of the file system, so ``*.txt`` still fits.
        """
        return self.verdict(path, folder=folder) is True

    def verdict(self, path: Path | str, *, folder: bool = False) -> bool | None:
        """As `match`, but ``None`` where no pattern fits and ``False`` where one says ``!``."""
        if not self.patterns:
            return None
        full = os.path.abspath(path)  # noqa: PTH100 - as above
        relative = full.removeprefix(self._base).replace(os.sep, "/").lstrip("/")
        return self._spec.check_file(relative + "/" if folder else relative).include

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        return GitIgnoreSpec.from_lines(self.patterns)


def read_ignore_file(file: Path, base: Path) -> Globs:
    """The patterns of a ``.gitignore`` for `base`; those that are not to be matched are left out."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # what git cannot read, it does not obey either
        lines = []
    return Globs(filter(_is_sound, lines), base)


def _is_sound(pattern: str) -> bool:
    try:
        _check(pattern)
    except ConfigError:
        return False
    return True


def _check(pattern: str) -> None:
    stars = sum(1 if part == "**" else part.count("*") for part in pattern.split("/"))
    if stars > MAX_STARS or len(pattern) > MAX_LENGTH:
        raise ConfigError(
            f'the pattern "{pattern[:60]}" is too long or has more than {MAX_STARS} stars'
        )
    try:
        parsed = GitIgnoreSpec.from_lines([pattern])
    except ValueError as error:
        raise ConfigError(str(error)) from None
    if (
        pattern.strip()
        and not pattern.startswith("#")
        and not any(p.include is not None for p in parsed.patterns)
    ):
        raise ConfigError(f'"{pattern}" is no pattern that gitignore knows')

"""Finding the files below a folder: what is included, not excluded, not hidden, not git-ignored."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from ..config import Configuration
from ..globs import Globs, read_ignore_file
from ..reach import is_file, is_folder, is_repository

IGNORE_FILE: Final = ".gitignore"


class Found(NamedTuple):
    """A file to work on."""

    path: Path
    below: Path
    """Its path relative to the folder that was walked; for a file named by itself, its name."""
    named: bool
    """Named by itself, not come upon in a folder."""


class Unreadable(NamedTuple):
    """A folder that cannot be listed."""

    path: Path
    reason: str


class Walker:
    """Goes through paths as the configuration says.

    `include` takes the place of the configured patterns; `exclude` comes on top of them. A path
    that is named is taken as it is: only `exclude` can put it aside.
    """

    def __init__(
        self,
        configuration: Configuration,
        include: Globs | None = None,
        exclude: Globs | None = None,
    ) -> None:
        self._configuration = configuration
        self._include = include
        self._exclude = exclude

    def walk(self, paths: Iterable[Path]) -> Iterator[Found | Unreadable]:
        """The files at and below `paths`, sorted within a folder, each of them once.

        A folder that cannot be listed is said to be so, and the walk goes on.
        """
        seen: set[str] = set()
        for path in paths:
            for found in self._at(path):
                if isinstance(found, Found):
                    real = os.path.realpath(found.path)
                    if real in seen:
                        continue
                    seen.add(real)
                yield found

    def excludes(self, path: Path, *, folder: bool = False) -> bool:
        """Whether `path` or a folder above it is excluded."""
        return bool(self._exclude and self._exclude.match(path, folder=folder)) or (
            self._configuration.for_file(path).excluded.match(path, folder=folder)
        )

    def _at(self, path: Path) -> Iterator[Found | Unreadable]:
        if not is_folder(path):
            if not self.excludes(path):
                yield Found(path, Path(path.name), named=True)
        elif not self.excludes(path, folder=True):
            yield from self._below(path)

    def _below(self, top: Path) -> Iterator[Found | Unreadable]:
        """The files of a folder, then those of its folders; links are not followed."""
        waiting = [(top, _ignored_above(top))]
        while waiting:
            folder, ignored = waiting.pop()
            try:
                with os.scandir(folder) as found:
                    entries = sorted(found, key=lambda entry: entry.name)
            except OSError as error:
                yield Unreadable(folder, error.strerror or str(error))
                continue
            if is_file(folder / IGNORE_FILE):
                ignored = (*ignored, read_ignore_file(folder / IGNORE_FILE, folder))
            folders = []
            for entry in entries:
                path, is_folder = folder / entry.name, entry.is_dir(follow_symlinks=False)
                if entry.name.startswith(".") or entry.is_symlink():
                    continue
                if _ignored(path, is_folder, ignored) or self.excludes(path, folder=is_folder):
                    continue
                if is_folder:
                    folders.append((path, ignored))
                elif self._includes(path):
                    yield Found(path, path.relative_to(top), named=False)
            waiting += reversed(folders)

    def _includes(self, path: Path) -> bool:
        include = self._include or self._configuration.for_file(path).included
        return include.match(path)


def _ignored(path: Path, is_folder: bool, ignored: Sequence[Globs]) -> bool:
    """What git says: the innermost file that has a pattern for `path` decides."""
    for globs in reversed(ignored):
        verdict = globs.verdict(path, folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def _ignored_above(folder: Path) -> tuple[Globs, ...]:
    """The ignore files above `folder`, up to the repository's root, outermost first."""
    above = folder.absolute().parents
    depth = next((n for n, each in enumerate([folder, *above]) if is_repository(each)), 0)
    holders = above[:depth][::-1]
    root = holders[0] if holders else folder
    files = [(root / ".git" / "info" / "exclude", root)]
    files += [(holder / IGNORE_FILE, holder) for holder in holders]
    return tuple(read_ignore_file(file, base) for file, base in files if is_file(file))

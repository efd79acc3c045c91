"""Folders: what is looked at, in which order, and what is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from cli_support import CLEAN, DIRTY, run
from vnnews_clean.config import Configuration
from vnnews_clean.files.walk import Found, Walker
from vnnews_clean.globs import Globs

Plant = Callable[..., None]


@pytest.fixture
def plant(tmp_path: Path) -> Plant:
    """Create files, with folders above them."""

    def plant(*names: str, content: str = DIRTY) -> None:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")

    return plant


def walked(*paths: Path, include: Iterable[str] = (), exclude: Iterable[str] = ()) -> list[str]:
    """The files that are found, relative to the first path."""
    base = paths[0]
    walker = Walker(
        Configuration(),
        Globs(include, base) if include else None,
        Globs(exclude, base),
    )
    found = list(walker.walk(paths))
    assert all(isinstance(item, Found) for item in found)
    return [item.path.relative_to(base).as_posix() for item in found]


def test_texts_and_pages_are_found_in_order(plant: Plant, tmp_path: Path) -> None:
    plant("b/2.txt", "b/1.html", "a/x.txt", "c.htm", "readme.md", "data.jsonl", "image.png")
    assert walked(tmp_path) == ["c.htm", "a/x.txt", "b/1.html", "b/2.txt"]


def test_hidden_files_and_folders_are_passed_over(plant: Plant, tmp_path: Path) -> None:
    plant("a.txt", ".a.txt", ".cache/b.txt")
    assert walked(tmp_path) == ["a.txt"]


def test_a_hidden_file_that_is_named_is_taken(plant: Plant, tmp_path: Path) -> None:
    plant(".a.txt")
    assert walked(tmp_path, tmp_path / ".a.txt") == [".a.txt"]


def test_what_git_ignores_is_passed_over(plant: Plant, tmp_path: Path) -> None:
    plant(".gitignore", content="/build/\n*.raw.txt\n!keep.raw.txt\n")
    plant("sub/.gitignore", content="local.txt\n!wanted.raw.txt\n")
    plant(".git/info/exclude", content="mine.txt\n")
    plant("build/a.txt", "a.raw.txt", "keep.raw.txt", "mine.txt", "local.txt")
    plant("sub/local.txt", "sub/wanted.raw.txt", "sub/b.raw.txt", "sub/build/c.txt")
    expected = ["keep.raw.txt", "local.txt", "sub/wanted.raw.txt", "sub/build/c.txt"]
    assert walked(tmp_path) == expected
    below = walked(tmp_path / "sub")
    assert below == ["wanted.raw.txt", "build/c.txt"]


def test_an_ignored_file_that_is_named_is_taken(plant: Plant, tmp_path: Path) -> None:
    plant(".git/HEAD", ".gitignore", content="*.txt\n")
    plant("a.txt")
    assert walked(tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_include_and_exclude_are_gitignore_patterns(plant: Plant, tmp_path: Path) -> None:
    plant("a.txt", "b.log", "sub/a.txt", "sub/b.log", "old/a.txt", "old/deep/a.txt")
    assert walked(tmp_path, include=["*.log"]) == ["b.log", "sub/b.log"]
    assert walked(tmp_path, include=["/sub/*"]) == ["sub/a.txt", "sub/b.log"]
    assert walked(tmp_path, exclude=["old/"]) == ["a.txt", "sub/a.txt"]
    assert walked(tmp_path, exclude=["a.txt", "!/a.txt"]) == ["a.txt"]


def test_exclude_holds_for_named_paths(plant: Plant, tmp_path: Path) -> None:
    plant("old/a.txt", "a.txt")
    assert walked(tmp_path, tmp_path / "old" / "a.txt", exclude=["old/"]) == ["a.txt"]
    assert walked(tmp_path / "old", exclude=["*.txt"]) == []


def test_patterns_on_the_command_line_start_from_the_current_folder(
    plant: Plant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant("texts/raw/a.txt", "texts/a.txt")
    monkeypatch.chdir(tmp_path)
    outcome = run("check", "texts", "--exclude", "texts/raw/")
    assert outcome.stdout.count("texts/a.txt") > 0
    assert "raw" not in outcome.stdout
    assert "1 file:" in outcome.stderr


def test_a_file_is_worked_on_once(plant: Plant, tmp_path: Path) -> None:
    plant("sub/a.txt")
    sub = tmp_path / "sub"
    assert walked(sub, sub / "a.txt", tmp_path, sub) == ["a.txt"]


def test_links_in_folders_are_not_followed(plant: Plant, tmp_path: Path) -> None:
    plant("real/a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b.txt").symlink_to(tmp_path / "real" / "a.txt")
    assert walked(tmp_path) == ["real/a.txt"]
    assert walked(tmp_path / "loop" / "real") == ["a.txt"]


def test_a_folder_without_texts_is_nothing_to_do(tmp_path: Path) -> None:
    outcome = run("fix", tmp_path)
    assert (outcome.exit_code, outcome.stderr) == (0, "no files found\n")


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    outcome = run("fix", tmp_path / "nowhere")
    assert outcome.exit_code == 2
    assert "nowhere: no such file" in outcome.stderr


def test_every_folder_has_its_own_settings(plant: Plant, tmp_path: Path) -> None:
    plant("a.txt", "raw/a.txt")
    plant("raw/vnnews-clean.toml", content='ignore = ["related"]\n')
    run("fix", tmp_path)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == CLEAN
    assert (tmp_path / "raw" / "a.txt").read_text(encoding="utf-8") == DIRTY

"""A plug-in's rule that raises is named; whatever else there is to do is done."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli_support import BOX, CLEAN, DIRTY, KEPT, run
from vnnews_clean import Document, Kind, rule, settings

TRIGGER = "Đêm qua kho pháo của xã bên phát nổ, rất may không ai bị thương."


@rule("mine.bursts", kind=Kind.AD)
def bursts(document: Document) -> Iterator[tuple[int, int]]:
    """A rule that cannot stand one word."""
    if "phát nổ" in document.text:
        raise LookupError("no such word")
    yield from ()


@rule("mine.leaves", kind=Kind.AD)
def leaves(document: Document) -> Iterator[tuple[int, int]]:
    """A rule that ends the program at the same word, as if all had been well."""
    if "phát nổ" in document.text:
        raise SystemExit(0)
    yield from ()


class Cancelled(BaseException):
    """What programs that wait for something use to end it."""


@rule("mine.cancels", kind=Kind.AD)
def cancels(document: Document) -> Iterator[tuple[int, int]]:
    """A rule that raises what is no `Exception`."""
    if "phát nổ" in document.text:
        raise Cancelled
    yield from ()


@rule("mine.swells", kind=Kind.AD)
def swells(document: Document) -> Iterator[tuple[int, int]]:
    """A rule that wants more memory than there is."""
    if "phát nổ" in document.text:
        raise MemoryError
    yield from ()


RULES = {"bursts": bursts, "leaves": leaves, "cancels": cancels, "swells": swells}


class Entry(importlib.metadata.EntryPoint):
    """An entry point whose object is at hand."""

    def load(self) -> object:
        return RULES[self.name]


@pytest.fixture(params=["bursts", "leaves"])
def name(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The id of an installed rule that raises at `TRIGGER`."""
    yield from installed(request.param, monkeypatch)


def installed(rule: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """One of `RULES`, installed; its id."""
    entry = Entry(rule, "package:object", "vnnews_clean.rules")
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: [entry])
    settings._cleaner.cache_clear()
    yield f"mine.{rule}"
    settings._cleaner.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, at the second of which the rule raises."""
    for file, text in (("a.txt", DIRTY), ("b.txt", f"{DIRTY}{TRIGGER}\n"), ("c.txt", DIRTY)):
        (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path


def test_clean_goes_on_with_the_other_files(name: str, folder: Path) -> None:
    done = run("clean", *sorted(folder.glob("*.txt")))
    assert done.exit_code == 2
    assert done.stdout == f"{CLEAN}\n{CLEAN}"
    assert f"b.txt: rule {name}: " in done.stderr
    assert done.stderr.count("\n") == 1


def test_explain_shows_what_the_other_rules_say(name: str, folder: Path) -> None:
    done = run("explain", folder / "b.txt")
    assert done.exit_code == 2
    assert f"- {BOX[0]}" in done.stdout
    assert KEPT[1] in done.stdout
    assert f"b.txt: rule {name}: " in done.stderr
    assert "explained without it" in done.stderr
    assert run("explain", folder / "a.txt").exit_code == 0


@pytest.mark.parametrize("command", ["fix", "check"])
def test_fix_and_check_go_on_with_the_other_files(name: str, folder: Path, command: str) -> None:
    before = (folder / "b.txt").read_bytes()
    done = run(command, folder)
    assert done.exit_code == 2
    assert f"rule {name}: " in done.stderr
    assert (folder / "b.txt").read_bytes() == before
    for file in ("a.txt", "c.txt"):
        left = (folder / file).read_text(encoding="utf-8")
        assert left == (CLEAN if command == "fix" else DIRTY)
        assert file in done.output


@pytest.mark.parametrize("command", ["clean", "fix", "check"])
@pytest.mark.parametrize(("rule", "said"), [("cancels", "Cancelled"), ("swells", "MemoryError")])
def test_what_is_no_mistake_of_a_rule_costs_one_file_as_well(
    rule: str, said: str, command: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in installed(rule, monkeypatch):
        done = run(command, *sorted(folder.glob("*.txt")))
    assert done.exit_code == 2
    assert f"b.txt: {said}\n" in done.stderr
    assert "Traceback" not in done.stderr
    if command == "clean":
        assert done.stdout == f"{CLEAN}\n{CLEAN}"

"""README keeps its word: its commands run and print what it says, and it stays short."""

from __future__ import annotations

import doctest
import subprocess
from pathlib import Path

import pytest

from documents_support import ROOT, copied, environment, fences
from vnnews_clean.read.dialect import DIALECTS

README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCES = fences(README)
LONGEST = 150


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what a clone would have."""
    return copied(tmp_path / "clone")


def shell(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-uc", command],
        cwd=place,
        env=environment(place),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_the_console_shows_what_the_commands_print(copy: Path) -> None:
    """Exit code 1 is a finding (``check``), not a failure; anything above is one."""
    shown = [fence.code for fence in FENCES if fence.language == "console"]
    assert shown
    for block in shown:
        for entry in block.removeprefix("$ ").split("\n$ "):
            command, _, expected = entry.partition("\n")
            run = shell(command, copy)
            assert run.returncode <= 1, run.stderr
            assert run.stdout.rstrip("\n") == expected.rstrip("\n")


def test_python_prints_what_it_says(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy)
    examples = doctest.DocTestParser().get_doctest(README, {}, "README.md", "README.md", 0)
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples)
    assert results.attempted
    assert results.failed == 0, capsys.readouterr().out


def test_the_two_commands_of_a_newcomer_are_there() -> None:
    code = "".join(fence.code for fence in FENCES if fence.language == "sh")
    assert "sh run samples" in code
    assert "sh run tests" in code


def test_ci_runs_the_test_command() -> None:
    assert "\nsh run tests\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_dialect_is_in_the_table() -> None:
    table = README.split("## What it reads")[1].split("## How good")[0]
    assert [name for name in DIALECTS if f"`{name}`" not in table] == []


def test_readme_is_short() -> None:
    assert len(README.splitlines()) <= LONGEST


def test_every_command_and_policy_that_is_named_exists(copy: Path) -> None:
    run = shell("vnnews-clean --help", copy)
    named = README.split("`; hooks for pre-commit")[0].rsplit("\n", 1)[1]
    for command in ("clean", "explain", "check", "fix", "batch", "golden", "learn", "rules"):
        assert f"\n  {command} " in run.stdout
        assert command in named

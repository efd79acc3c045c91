"""README keeps its word: every command runs, every piece of Python runs, the catalogue is current.

A fenced ``sh`` block is executed in a copy of the repository. A block below the comment
``<!-- not run: why -->`` needs the network or a virtual environment and is only read.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from vnnews_clean.catalogue import BEGIN, END, catalogue, inserted
from vnnews_clean.errors import InputError

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"(<!-- not run: .+? -->\n+)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Fence(NamedTuple):
    """A fenced block of README."""

    language: str
    code: str
    runs: bool


FENCES = [Fence(m[2], m[3], m[1] is None) for m in FENCE.finditer(README)]
SHELL = [fence.code for fence in FENCES if fence.language == "sh" and fence.runs]
PYTHON = [fence.code for fence in FENCES if fence.language == "python"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what a clone would have, without caches and environments."""
    place = tmp_path / "clone"
    shutil.copytree(
        ROOT, place, ignore=shutil.ignore_patterns(".*cache", ".venv", ".git", "__pycache__")
    )
    return place


def environment(place: Path) -> dict[str, str]:
    """This interpreter's scripts first, the copy's sources before the installed ones."""
    return {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": str(place / "src"),
    }


@pytest.mark.parametrize("code", SHELL, ids=lambda code: code.strip().split("\n")[0])
def test_a_command_of_the_readme_runs(code: str, copy: Path) -> None:
    """Exit code 1 is a finding (``check``), not a failure; anything above is one."""
    run = subprocess.run(
        ["sh", "-uc", code],
        cwd=copy,
        env=environment(copy),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert run.returncode in (0, 1), run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("code", PYTHON, ids=lambda code: code.strip().split("\n")[0])
def test_python_of_the_readme_runs_and_prints_what_it_says(
    code: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy)
    if ">>>" in code:
        example = doctest.DocTestParser().get_doctest(code, {}, "README.md", "README.md", 0)
        runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
        assert runner.run(example).failed == 0
    else:
        run = subprocess.run(
            [sys.executable, "-c", code],
            cwd=copy,
            env=environment(copy),
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr


def test_the_two_commands_of_a_newcomer_are_there() -> None:
    code = "".join(fence.code for fence in FENCES if fence.language == "sh")
    assert "sh run samples" in code
    assert "sh run tests" in code


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "\nsh run tests\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_catalogue_is_what_the_rules_say() -> None:
    assert inserted(README, catalogue()) == README, (
        "python -m vnnews_clean.catalogue --write README.md"
    )


def test_a_file_without_markers_takes_no_catalogue() -> None:
    assert inserted(f"a\n{BEGIN}\nold\n{END}\nb", "new") == f"a\n{BEGIN}\nnew\n{END}\nb"
    with pytest.raises(InputError, match="to write the catalogue to"):
        inserted("no markers", "new")


def test_the_samples_are_cleaned_and_tabled() -> None:
    run = subprocess.run(
        [sys.executable, "examples/samples.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    seeds = sorted((ROOT / "tests" / "fixtures" / "seeds").glob("*.expected.txt"))
    assert seeds
    for seed in seeds:
        assert seed.read_bytes().decode() in run.stdout
    assert "related.box" in run.stdout

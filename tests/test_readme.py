"""README keeps its word: its commands run, its Python prints what it says, its catalogue is current.

The fenced ``sh`` blocks are executed in a copy of the repository, from the first to the last. A
block below the comment ``<!-- not run: why -->`` needs the network or a virtual environment and is
only read.
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


def test_the_commands_of_the_readme_run_one_after_the_other(copy: Path) -> None:
    """Exit code 1 is a finding (``check``), not a failure; anything above is one."""
    failed = []
    for code in SHELL:
        run = subprocess.run(
            ["sh", "-uc", code],
            cwd=copy,
            env=environment(copy),
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        if run.returncode > 1 or "Traceback" in run.stderr:
            failed.append((code, run.stderr))
    assert SHELL
    assert failed == []


def test_python_of_the_readme_prints_what_it_says(
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

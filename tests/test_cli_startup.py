"""The command line as a whole: version, help, and what is not imported to print them."""

from __future__ import annotations

import importlib.util
import os
import platform
import subprocess
import sys

import click
import pytest

from cli_support import run
from vnnews_clean import __version__
from vnnews_clean.cli import main
from vnnews_clean.native import COMPILED

COMMANDS = ("clean", "explain", "fix", "check", "batch", "golden", "learn", "rules")


def test_the_version() -> None:
    outcome = run("--version")
    assert outcome.exit_code == 0
    name, machine = outcome.stdout.splitlines()
    assert name == f"vnnews-clean {__version__}"
    assert machine.startswith(f"Python {platform.python_version()}, ")


@pytest.mark.parametrize(("pure", "scan"), [("1", "Python"), ("", "C" if COMPILED else "Python")])
def test_the_version_says_which_scan_runs(pure: str, scan: str) -> None:
    command = [sys.executable, "-m", "vnnews_clean", "--version"]
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "VNNEWS_CLEAN_PURE": pure},
    )
    assert run.stdout.endswith(f", scan in {scan}\n")


def test_the_package_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "vnnews_clean", "--version"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert shown.startswith(f"vnnews-clean {__version__}\n")


def imported_by(script: str) -> set[str]:
    """The modules that are loaded once `script` has run."""
    program = f"import sys\n{script}\nprint(*sys.modules)"
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    return set(shown.splitlines()[-1].split())


def test_the_version_needs_no_rules_and_no_lexicon() -> None:
    script = "from vnnews_clean.cli import main\nmain(['--version'], standalone_mode=False)"
    loaded = imported_by(script)
    assert not loaded & {"vnnews_clean.cleaner", "vnnews_clean.rules", "vnnews_clean.settings"}
    assert not loaded & {"pathspec", "ftfy", "selectolax", "tomllib"}


def test_importing_the_package_imports_neither_ftfy_nor_selectolax() -> None:
    loaded = imported_by("import vnnews_clean\nvnnews_clean.Cleaner().clean('Trời mưa.')")
    assert not loaded & {"ftfy", "selectolax", "click", "pathspec"}


def test_the_public_names_are_there_however_the_package_was_first_imported() -> None:
    script = (
        "from vnnews_clean.cleaner import Cleaner as first\nimport vnnews_clean\n"
        "assert vnnews_clean.Cleaner is first and callable(vnnews_clean.rule)\n"
        "assert all(hasattr(vnnews_clean, name) for name in vnnews_clean.__all__)"
    )
    assert "vnnews_clean.result" in imported_by(script)


@pytest.mark.parametrize("name", ["clean", "explain", "fix", "check", "rules"])
def test_every_command_has_help_with_examples(name: str) -> None:
    outcome = run(name, "--help")
    assert outcome.exit_code == 0
    assert f"vnnews-clean {name}" in outcome.stdout


def test_the_help_lists_every_command() -> None:
    shown = run("--help").stdout
    assert isinstance(main, click.Group)
    assert tuple(main.list_commands(click.Context(main))) == COMMANDS
    assert all(f"\n  {name} " in shown for name in COMMANDS)


def test_an_unknown_command_suggests_the_nearest() -> None:
    outcome = run("claen")
    assert outcome.exit_code == 2
    assert 'no such command "claen"; did you mean "clean"?' in outcome.stderr


def test_a_command_is_imported_when_it_is_called() -> None:
    loaded = imported_by("from vnnews_clean.cli import main")
    assert importlib.util.find_spec("vnnews_clean.cli.fix")
    assert not loaded & {f"vnnews_clean.cli.{name}" for name in COMMANDS}

"""The pytest plug-in: every golden is a test, and a failing one can be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli_support import BOX, CLEAN, DIRTY, KEPT
from vnnews_clean.golden.check import add
from vnnews_clean.golden.file import golden_of, load

PLUGIN = ("-p", "pytest_vnnews_clean", "-p", "no:cacheprovider")
LAZY = """
import sys
def test_nothing_of_the_cleaner_is_loaded():
    assert "pytest_vnnews_clean" in sys.modules
    assert "vnnews_clean" not in sys.modules
"""
OWN = """
import pytest
from vnnews_clean import Cleaner

@pytest.mark.parametrize("policy", ["light", "body"])
def test_mine(vnnews_golden, policy):
    vnnews_golden(Cleaner(policy=policy).clean(TEXT))

def test_named(vnnews_golden):
    vnnews_golden(Cleaner().clean(TEXT), "a name/of mine")
"""


def pytest_run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """pytest in a process of its own, in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", *PLUGIN, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={k: v for k, v in os.environ.items() if k != "PYTEST_ADDOPTS"}
        | {"PYTHONPATH": str(Path(__file__).parents[1] / "src"), "COLUMNS": "80"},
    )


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """Two goldens that hold."""
    for name, text in (("box.txt", DIRTY), ("clean.txt", CLEAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        add(tmp_path / name, {})
    return tmp_path


def edit(golden: Path, old: str, new: str) -> None:
    content = golden.read_text(encoding="utf-8")
    assert old in content
    golden.write_text(content.replace(old, new), encoding="utf-8")


def test_goldens_are_collected_and_hold(suite: Path) -> None:
    run = pytest_run(suite, "-v", "--vnnews-coverage")
    assert run.returncode == 0, run.stdout
    assert "box.txt.golden::golden PASSED" in run.stdout
    assert "2 goldens checked, 0 lines known to be wrong" in run.stdout
    assert "rules are exercised; not by any golden:" in run.stdout


def test_a_changed_fate_fails_and_is_shown_whole(suite: Path) -> None:
    golden = golden_of(suite / "box.txt")
    rows = golden.read_text(encoding="utf-8").split("\n")
    swapped = [f"  {row[2:].split('  [')[0]}" if BOX[1] in row else row for row in rows]
    swapped = [f"- {row[2:]}  [related.box]" if KEPT[2] in row else row for row in swapped]
    golden.write_text("\n".join(swapped), encoding="utf-8")
    run = pytest_run(suite)
    assert run.returncode == 1
    shown = run.stdout
    assert shown.index("LOST (was kept") < shown.index(f"box.txt.golden:5  {BOX[1]}\n")
    assert shown.index(BOX[1]) < shown.index("LEAKED (was dropped") < shown.index(f"  {KEPT[2]}\n")
    assert "Traceback" not in shown
    assert "vnnews-clean golden update box.txt.golden" in shown


def test_a_changed_reason_warns_and_fails_where_that_is_asked_for(suite: Path) -> None:
    edit(golden_of(suite / "box.txt"), "related.box", "related.other")
    run = pytest_run(suite)
    assert run.returncode == 0, run.stdout
    assert "REASON (same fate, another reason)" in run.stdout
    assert "related.other -> related.box" in run.stdout
    assert pytest_run(suite, "--vnnews-strict").returncode == 1


def test_a_line_known_to_be_wrong_is_a_debt(suite: Path) -> None:
    edit(golden_of(suite / "clean.txt"), f"  {KEPT[2]}", f" !{KEPT[2]}")
    run = pytest_run(suite)
    assert run.returncode == 0, run.stdout
    assert f"known to be wrong: clean.txt.golden: {KEPT[2]}" in run.stdout
    assert "2 goldens checked, 1 line known to be wrong" in run.stdout


def test_a_debt_that_is_paid_is_told(suite: Path) -> None:
    edit(golden_of(suite / "box.txt"), f"- {BOX[0]}", f" !{BOX[0]}")
    run = pytest_run(suite)
    assert run.returncode == 0, run.stdout
    assert "MENDED (was marked ! as known to be wrong" in run.stdout


def test_missing_partners_and_empty_goldens_say_what_to_do(suite: Path) -> None:
    (suite / "box.txt").unlink()
    golden_of(suite / "clean.txt").write_bytes(b"")
    (suite / "new.txt").write_text(CLEAN, encoding="utf-8")
    (suite / "notes.md").write_text("no input", encoding="utf-8")
    run = pytest_run(suite, "-rw")
    assert run.returncode == 1
    assert "there is no box.txt beside it; put it there, or remove the golden" in run.stdout
    assert "clean.txt.golden: is empty; `vnnews-clean golden update" in run.stdout
    assert "new.txt has no golden: `vnnews-clean golden add new.txt` makes one" in run.stdout
    assert "notes.md" not in run.stdout


def test_inputs_that_the_configuration_excludes_need_no_golden(suite: Path) -> None:
    (suite / "box.expected.txt").write_text(CLEAN, encoding="utf-8")
    (suite / "vnnews-clean.toml").write_text('exclude = ["*.expected.txt"]\n', encoding="utf-8")
    assert pytest_run(suite, "--vnnews-strict").returncode == 0
    (suite / "vnnews-clean.toml").unlink()
    assert pytest_run(suite, "--vnnews-strict").returncode == 1


def test_a_folder_without_goldens_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "test_lazy.py").write_text(LAZY)
    run = pytest_run(tmp_path, "--vnnews-strict")
    assert run.returncode == 0, run.stdout
    assert "1 passed" in run.stdout
    assert "= goldens =" not in run.stdout


def test_update_writes_all_and_new_only_what_is_missing(suite: Path) -> None:
    edit(golden_of(suite / "box.txt"), f"  {KEPT[2]}", f"- {KEPT[2]}  [a.b]")
    golden_of(suite / "clean.txt").unlink()
    run = pytest_run(suite, "--vnnews-update=new")
    assert run.returncode == 1
    assert "written: clean.txt.golden" in run.stdout
    assert golden_of(suite / "clean.txt").exists()
    assert pytest_run(suite, "--vnnews-update").returncode == 0
    assert pytest_run(suite, "--vnnews-strict").returncode == 0


def test_a_fixture_checks_results_of_any_cleaner_under_any_parameters(tmp_path: Path) -> None:
    path = tmp_path / "test_own.py"
    path.write_text(f"TEXT = {DIRTY!r}\n{OWN}", encoding="utf-8")
    missing = pytest_run(tmp_path)
    assert missing.returncode == 1
    assert "is missing: `pytest --vnnews-update=new` writes it" in missing.stdout
    assert pytest_run(tmp_path, "--vnnews-update=new").returncode == 0
    made = sorted((tmp_path / "goldens").iterdir())
    names = ["a-name-of-mine", "test_mine[body]", "test_mine[light]"]
    assert [golden.name for golden in made] == [f"{name}.golden" for name in names]
    assert load(made[1]).test == "test_own.py::test_mine[body]"
    again = pytest_run(tmp_path, "--vnnews-strict")
    assert again.returncode == 0, again.stdout
    assert "3 passed" in again.stdout, "the goldens of a fixture are no tests of their own"
    edit(made[0], f"- {BOX[0]}", f"  {BOX[0]}")
    edit(made[0], f"{BOX[0]}  [related.box]", BOX[0])
    assert "LOST" in pytest_run(tmp_path).stdout


def test_parallel_runs_sum_up_the_same(suite: Path) -> None:
    pytest.importorskip("xdist")
    edit(golden_of(suite / "clean.txt"), f"  {KEPT[2]}", f" !{KEPT[2]}")
    alone, parallel = (
        pytest_run(suite, "--vnnews-coverage"),
        pytest_run(suite, "--vnnews-coverage", "-n", "2"),
    )

    def summed(output: str) -> str:
        return output.split("= goldens =")[1].split("\n=", maxsplit=1)[0].strip("=\n ")

    assert parallel.returncode == 0, parallel.stdout
    assert summed(parallel.stdout) == summed(alone.stdout)

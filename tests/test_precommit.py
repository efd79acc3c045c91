"""The hooks for pre-commit: their table, and the real ``pre-commit try-repo``."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli_support import CLEAN, DIRTY, run

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
SHIPPED = ("src", "pyproject.toml", "README.md", "LICENSE", HOOKS.name)
FILES = 40
OFFLINE = re.compile(r"No matching distribution|Could not find a version|ConnectionError|Timeout")

installed = pytest.mark.skipif(
    not importlib.util.find_spec("pre_commit"), reason="pre-commit is not installed"
)


def hooks() -> dict[str, dict[str, str]]:
    """The hooks by id, read as the plain YAML that they are."""
    entries = re.split(r"^- ", HOOKS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    lines = [re.findall(r"^ *(\w+): (.+)$", entry, flags=re.MULTILINE) for entry in entries]
    return {table["id"]: table for table in map(dict, lines)}


def git(folder: Path, *arguments: str) -> None:
    """Run git in `folder`, whatever the user's own configuration says."""
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
    options = (*identity, "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null")
    command = ["git", *options, *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> Path:
    """`folder` as a repository with one commit of everything in it."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=all")
    return folder


def test_there_are_three_hooks() -> None:
    assert list(hooks()) == ["vnnews-clean", "vnnews-clean-check", "vnnews-clean-jsonl"]


@pytest.mark.parametrize("name", ["vnnews-clean", "vnnews-clean-check", "vnnews-clean-jsonl"])
def test_a_hook_fails_until_all_is_clean(tmp_path: Path, name: str) -> None:
    records = name.endswith("jsonl")
    path = tmp_path / ("a.jsonl" if records else "a.txt")
    path.write_text(json.dumps({"text": DIRTY}) if records else DIRTY, encoding="utf-8")
    hook = hooks()[name]
    program, *command = hook["entry"].split()
    assert program == "vnnews-clean"
    assert re.search(hook["files"], path.name)
    assert run(*command, path).exit_code == 1
    assert run("fix", path).exit_code == 0
    assert run(*command, path).exit_code == 0


@installed
def test_pre_commit_accepts_the_table() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)]
    subprocess.run(command, check=True, capture_output=True)


@installed
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_try_repo_fixes_what_is_committed(tmp_path: Path) -> None:
    source, corpus = tmp_path / "source", tmp_path / "corpus"
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, source / name)
    corpus.mkdir()
    for number in range(FILES):
        (corpus / f"{number}.txt").write_text(DIRTY, encoding="utf-8")
        line = json.dumps({"id": number, "text": DIRTY}, ensure_ascii=False)
        (corpus / f"{number}.jsonl").write_text(f"{line}\n", encoding="utf-8")
    outcome = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", committed(source), "--all-files"],
        cwd=committed(corpus),
        env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"},
        capture_output=True,
        text=True,
        check=False,
    )
    if OFFLINE.search(outcome.stdout):
        pytest.skip("pre-commit cannot install the hook: no package registry is in reach")
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    said = re.findall(r"^(vnnews-clean.*?)\.{3,}(\w+)$", outcome.stdout, flags=re.MULTILINE)
    assert said == [
        ("vnnews-clean", "Failed"),
        ("vnnews-clean (check)", "Passed"),
        ("vnnews-clean (JSON lines)", "Failed"),
    ], outcome.stdout
    for number in range(FILES):
        assert (corpus / f"{number}.txt").read_text(encoding="utf-8") == CLEAN
        record = json.loads((corpus / f"{number}.jsonl").read_text(encoding="utf-8"))
        assert record == {"id": number, "text": CLEAN.rstrip("\n")}

"""``--diff``: what would change, as a patch that names the rules."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from cli_support import BOX, CLEAN, DIRTY, KEPT, run
from vnnews_clean import Cleaner
from vnnews_clean.files.diff import unified
from vnnews_clean.files.plan import plan_text

git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def test_a_diff_shows_the_lines_and_the_rules(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIRTY, encoding="utf-8")
    for command in ("fix", "check"):
        outcome = run(command, path, "--diff")
        assert outcome.exit_code == 1
        lines = outcome.stdout.splitlines()
        shown = str(path).removeprefix("/")
        assert lines[:2] == [f"--- a/{shown}", f"+++ b/{shown}"]
        assert lines[2].startswith("@@ -1,6 +1,3 @@ related.")
        assert lines[3:] == [*(f" {line}" for line in KEPT), *(f"-{line}" for line in BOX)]
    assert path.read_text(encoding="utf-8") == DIRTY


def test_nothing_to_do_is_no_diff(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CLEAN, encoding="utf-8")
    outcome = run("fix", path, "--diff")
    assert (outcome.exit_code, outcome.stdout) == (0, "")


def test_a_diff_has_no_other_format(tmp_path: Path) -> None:
    assert run("check", tmp_path, "--diff", "--output-format", "json").exit_code == 2


def test_changes_that_lie_apart_have_a_hunk_each_with_its_own_rules() -> None:
    middle = "\n".join(f"{KEPT[1]} Phiên chợ thứ {n} của năm." for n in range(12))
    text = f"date 2025-12-21\n{middle}\n\n{DIRTY}"
    diff = list(unified(plan_text("a", text.encode(), Cleaner()), "a.txt"))
    hunks = [line for line in diff if line.startswith("@@")]
    assert len(hunks) == 2
    assert "residue.crawler_date" in hunks[0]
    assert "related" in hunks[1]
    assert "related" not in hunks[0]


@git
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_git_applies_the_diff(tmp_path: Path, newline: str) -> None:
    randomly = random.Random(7)
    path = tmp_path / "a.txt"
    for number in range(25):
        content = randomly.choice(["", "\n"]) + newline.join(_lines(randomly))
        path.write_bytes(content.encode())
        planned = plan_text("a.txt", content.encode(), Cleaner())
        patch = "".join(unified(planned, "a.txt"))
        if patch:
            subprocess.run(
                ["git", "apply", "--whitespace=nowarn", "-"],
                cwd=tmp_path,
                input=patch.encode(),
                check=True,
            )
        assert path.read_bytes() == planned.content, number


def _lines(randomly: random.Random) -> list[str]:
    """A document with boxes, empty lines, things to repair and cuts inside lines."""
    parts = [
        *KEPT,
        f"{KEPT[2]} >> Xem thêm: {BOX[1]}",
        KEPT[1].replace(" ", "\N{NO-BREAK SPACE}", 3),
        "",
        "  ",
        "\n".join(BOX),
        "date 2025-12-21",
    ]
    lines = [randomly.choice(parts) for _ in range(randomly.randint(1, 30))]
    return [f"{line}{n}" if line in KEPT else line for n, line in enumerate(lines)]


@git
@pytest.mark.parametrize("absolute", [False, True])
def test_git_applies_diffs_of_marks_and_awkward_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, absolute: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("bom.txt", "two words.txt", "two\nlines.txt", 'quo"ted\\.txt', "tab\t.txt", "chữ.txt")
    for name in names:
        mark = b"\xef\xbb\xbf" if name == "bom.txt" else b""
        (tmp_path / name).write_bytes(mark + DIRTY.encode())
    diff = run("check", tmp_path if absolute else ".", "--diff").stdout_bytes
    subprocess.run(["git", "init", "-q"], check=True, capture_output=True)
    done = subprocess.run(["git", "apply"], input=diff, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
    for name in names:
        mark = b"\xef\xbb\xbf" if name == "bom.txt" else b""
        assert (tmp_path / name).read_bytes() == mark + CLEAN.encode()


def test_what_a_diff_cannot_show_is_said_and_the_rest_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-16")
    (tmp_path / "b.txt").write_text(DIRTY, encoding="utf-8")
    done = run("check", tmp_path, "--diff")
    assert done.exit_code == 2
    assert "a.txt: is UTF-16" in done.stderr
    assert "b.txt" in done.stdout

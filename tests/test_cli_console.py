"""The terminal: progress on it and nowhere else, and text that it cannot show."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from batch_support import IN_SMALL_CHUNKS, lines
from cli_support import DIRTY, PAGE, run
from vnnews_clean.batch.progress import Line
from vnnews_clean.batch.tally import Tally
from vnnews_clean.cli import console


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Goes on by a second whenever it is looked at."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        self._now += 1
        return self._now


class Closed(Terminal):
    """A terminal whose window was closed, or whose connection broke."""

    def write(self, _: str) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_terminal_that_is_closed_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Closed())
    monkeypatch.setattr(console, "monotonic", Clock())
    progress = console.Progress()
    progress.show("1 files, a.txt")
    progress.clear()
    console.remark("done")
    of_batch = Line(Closed(), [1])
    of_batch.update(0, 1, Tally(documents=1))
    of_batch.close()


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_a_run_goes_on_when_its_terminal_is_closed(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("".join(lines(900)))
    here, there = os.openpty()
    arguments = [str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out.jsonl"), "-j", "1"]
    with subprocess.Popen([*IN_SMALL_CHUNKS, *arguments], stderr=there) as process:
        os.close(there)
        assert os.read(here, 1)
        os.close(here)
    assert process.returncode == 0
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 900


def test_a_terminal_sees_one_line_of_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(console, "monotonic", Clock())
    progress = console.Progress()
    progress.show("1 files, a.txt")
    progress.show("2 files, " + "b" * 1000)
    progress.clear()
    progress.clear()
    lines = terminal.getvalue().split("\r\x1b[K")
    assert lines[:2] == ["", "1 files, a.txt"]
    assert lines[2].startswith("2 files, bbb")
    assert len(lines[2]) < 1000
    assert lines[3:] == [""]


def test_a_pipe_sees_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(console, "monotonic", Clock())
    progress = console.Progress()
    progress.show("1 files, a.txt")
    progress.clear()
    assert stream.getvalue() == ""


def test_a_name_that_is_no_utf_8_is_reported_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "ch\udcf4.txt"
    try:
        path.write_text(DIRTY, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    assert "ch\\udcf4.txt:4:1: related." in run("check", path).stdout
    assert run("check", path, "--output-format", "json").exit_code == 1
    assert run("fix", path).exit_code == 0


AWKWARD = "hai\ndòng\x1b[31m \u2028đỏ"
SHOWN = "hai\\x0adòng\\x1b[31m \\u2028đỏ"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "ending", "content", "said"),
    [
        ("check {}", ".txt", DIRTY, "{}.txt:4:1: related."),
        ("check {}", ".txt", "\0", "error: {}.txt: is binary"),
        ("fix {}", ".txt", DIRTY, "fixed {}.txt (related."),
        ("fix {} --to .clean.txt", ".html", PAGE, "fixed {}.html -> {}.clean.txt (page."),
        ("clean {}", ".txt", "\0", "error: {}.txt: is binary"),
        ("clean {}", ".txt", "TIN LIÊN QUAN", "{}.txt: holds no article"),
        ("golden add {}", ".txt", DIRTY, "written: {}.txt.golden"),
        ("learn {} -o {}.toml", ".jsonl", '{"text": "a"}', "cutting: {}.jsonl.toml"),
        ("batch {} -o {}", ".jsonl", '{"text": "a"}', "{}.jsonl is an input as well"),
        ("batch {} -o {}.jsonl", ".jsonl", "{", "{}.jsonl.jsonl.quarantine.jsonl: invalid"),
    ],
)
@pytest.mark.usefixtures("elsewhere")
def test_a_name_stands_on_one_line(arguments: str, ending: str, content: str, said: str) -> None:
    path = Path(AWKWARD + ending)
    try:
        path.write_text(content, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    words = [word.replace("{}", str(path)) for word in arguments.split()]
    outcome = run(*words)
    assert "\x1b[31m" not in outcome.output
    assert said.replace("{}", SHOWN) in outcome.output


@pytest.mark.parametrize(
    ("arguments", "redirection", "code", "message"),
    [
        ("clean {}", ">&-", 2, "standard output is closed"),
        ("fix {}", ">&-", 2, "standard output is closed"),
        ("clean -", "<&-", 2, "standard input is closed"),
        ("batch - -o {}.out.jsonl", "<&-", 2, "standard input is closed"),
        ("clean {}", "2>&-", 0, ""),
        ("fix {} -q", "2>&-", 0, ""),
        ("check {}", "2>/dev/full", 1, ""),
        ("clean {}", ">/dev/full", 2, "No space left on device"),
        ("check {} --diff", ">/dev/full", 2, "No space left on device"),
        ("--help", ">/dev/full", 2, "No space left on device"),
        ("rules", ">&- 2>&-", 2, ""),
        ("batch {}l -o {}.out.jsonl", "2>/dev/full", 0, ""),
        ("batch {}l -o {}.out.jsonl", "<&- 2>&-", 0, ""),
        ("batch {}l -o -", ">/dev/full", 2, "No space left on device"),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_standard_streams_may_be_closed_or_full(
    tmp_path: Path, arguments: str, redirection: str, code: int, message: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text(DIRTY, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n')
    command = f"{sys.executable} -m vnnews_clean {arguments.replace('{}', str(path))}"
    shell = subprocess.run(f"{command} {redirection}", shell=True, capture_output=True, check=False)
    told = shell.stderr.decode()
    assert (shell.returncode, "Traceback" in told, "Exception" in told) == (code, False, False), (
        told
    )
    assert message in told


def test_colours_are_as_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not console.wants_color(None)
    assert console.wants_color(choice=True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert console.wants_color(None)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not console.wants_color(None)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert console.wants_color(None)
    monkeypatch.setenv("TERM", "dumb")
    assert not console.wants_color(None)


def test_a_bug_is_no_quarantine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 1 of `batch` says that all is done."""

    def broken(*_: object) -> None:
        raise AttributeError("one by nothing")

    monkeypatch.setattr("vnnews_clean.cli.batch.jobs_of", broken)
    outcome = run("batch", tmp_path / "a.jsonl", "-o", tmp_path / "b.jsonl")
    assert outcome.exit_code == 2
    assert "AttributeError: one by nothing" in outcome.output
    assert "error: this is a bug, please report it" in outcome.output

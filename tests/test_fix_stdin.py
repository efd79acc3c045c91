"""``fix -`` and ``check -``: a filter for editors and pipes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import CLEAN, DIRTY, PAGE, run


def test_fix_is_a_filter() -> None:
    outcome = run("fix", "-", stdin=DIRTY)
    assert (outcome.exit_code, outcome.stdout, outcome.stderr) == (0, CLEAN, "")


def test_clean_text_comes_out_to_the_byte() -> None:
    data = b"\xef\xbb\xbf" + f"  {CLEAN} \n\n".replace("\n", "\r\n").encode()
    outcome = run("fix", "-", stdin=data)
    assert (outcome.exit_code, outcome.stdout_bytes) == (0, data)


def test_check_and_diff_read_standard_input() -> None:
    outcome = run("check", "-", stdin=DIRTY)
    assert outcome.exit_code == 1
    assert outcome.stdout.startswith("-:4:1: related.")
    diff = run("fix", "-", "--diff", "--stdin-filename", "b.txt", stdin=DIRTY)
    assert diff.exit_code == 1
    assert diff.stdout.startswith("--- a/b.txt\n")


def test_the_name_decides_on_settings(tmp_path: Path) -> None:
    (tmp_path / "vnnews-clean.toml").write_text(
        'exclude = ["gold/"]\nper-file-ignores = {"raw/*" = ["related"]}\n', encoding="utf-8"
    )
    for name, expected in (("a.txt", CLEAN), ("raw/a.txt", DIRTY), ("gold/a.txt", DIRTY)):
        outcome = run("fix", "-", "--stdin-filename", tmp_path / name, stdin=DIRTY)
        assert (outcome.exit_code, outcome.stdout) == (0, expected)


def test_the_name_decides_on_the_sort() -> None:
    record = '{"text": "Trời mưa.", "id": 1}\n'
    assert run("fix", "-", "--stdin-filename", "a.jsonl", stdin=record).stdout == record
    outcome = run("fix", "-", "--stdin-filename", "a.jsonl", stdin=DIRTY)
    assert outcome.exit_code == 2
    assert "a.jsonl: line 1: " in outcome.stderr


@pytest.mark.parametrize(
    ("stdin", "message"), [(b"\0\1\2", "is binary"), (PAGE.encode(), "is an HTML page")]
)
def test_after_an_error_nothing_is_printed(stdin: bytes, message: str) -> None:
    outcome = run("fix", "-", stdin=stdin)
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert message in outcome.stderr


@pytest.mark.parametrize(
    "more", [("a.txt",), ("--to", "out"), ("--output-format", "json")], ids=lambda more: more[0]
)
def test_what_makes_no_sense_with_a_pipe_is_an_error(more: tuple[str, ...]) -> None:
    assert run("fix", "-", *more, stdin=DIRTY).exit_code == 2

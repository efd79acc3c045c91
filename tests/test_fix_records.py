"""``fix`` on JSON lines: one field of every record is cleaned, every other byte stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_support import CLEAN, DIRTY, run

CLEANED = CLEAN.rstrip("\n")
ODD = '{ "id":12345678901234567890123, "x": 1.10,  "text" : %s, "note": "\\u0110\\/", "id": null }'


def encoded(text: str, *, escaped: bool = False) -> str:
    return json.dumps(text, ensure_ascii=escaped)


def test_only_the_text_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [ODD % encoded(DIRTY), ODD % encoded(CLEAN), ""]
    path.write_text("\r\n".join(lines), encoding="utf-8", newline="")
    outcome = run("fix", path)
    assert outcome.exit_code == 0
    expected = [ODD % encoded(CLEANED), ODD % encoded(CLEAN), ""]
    assert path.read_bytes().decode() == "\r\n".join(expected)
    assert run("check", path).exit_code == 0


def test_a_line_that_escapes_its_letters_goes_on_doing_so(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(ODD % encoded(DIRTY, escaped=True), encoding="utf-8")
    run("fix", path)
    assert path.read_text(encoding="utf-8") == ODD % encoded(CLEANED, escaped=True)


def test_check_names_the_line_of_the_record(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{ODD % encoded(CLEAN)}\n\n{ODD % encoded(DIRTY)}\n", encoding="utf-8")
    outcome = run("check", path)
    assert outcome.exit_code == 1
    assert outcome.stdout.startswith(f"{path}:3: related.")
    assert "@@ -1,3 +1,3 @@ related." in run("check", path, "--diff").stdout


def test_the_field_can_have_another_name(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text(json.dumps({"text": DIRTY, "body": DIRTY}), encoding="utf-8")
    assert run("fix", path, "--text-key", "body").exit_code == 0
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record == {"text": DIRTY, "body": CLEANED}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{broken", "line 2: "),
        ("[1, 2]", "line 2: the line is JSON, but no object"),
        ('{"title": "Chợ nổi"}', 'line 2: no field "text"'),
        ('{"text": null}', 'line 2: the field "text" is no string'),
        ('{"text": "a", "text": "b"}', 'line 2: 2 fields are called "text"'),
        ('{"text": ' + "[" * 100_000, "line 2: "),
    ],
)
def test_a_record_that_cannot_be_read_leaves_the_file_alone(
    tmp_path: Path, line: str, message: str
) -> None:
    path = tmp_path / "a.jsonl"
    before = f"{ODD % encoded(DIRTY)}\n{line}\n"
    path.write_text(before, encoding="utf-8")
    outcome = run("fix", path)
    assert outcome.exit_code == 2
    assert f"{path}: {message}" in outcome.stderr
    assert path.read_text(encoding="utf-8") == before


def test_half_a_character_is_no_obstacle_where_it_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = '{"text": %s}'
    path.write_text(line % encoded(f"\ud83d {DIRTY}", escaped=True), encoding="utf-8")
    outcome = run("fix", path)
    assert outcome.exit_code == 0
    assert "Chợ nổi" in json.loads(path.read_text(encoding="utf-8"))["text"]

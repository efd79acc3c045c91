"""The runner of cases says what is wrong, and nothing where nothing is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cases

BODY = "Mưa to ở nhiều nơi khiến giao thông đình trệ suốt buổi sáng."
BASE = {"kind": "boxes", "phenomenon": "a box", "input_kind": "text", "expected": None}
INPUT = f"{BODY}\nTIN LIÊN QUAN\nGiá xăng giảm"


def written(path: Path, *rows: dict[str, object]) -> Path:
    lines = [json.dumps({**BASE, "id": str(i), **row}) for i, row in enumerate(rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_what_fails_is_listed_by_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(
        tmp_path / "cases.jsonl",
        {"input": INPUT, "expected": BODY},
        {"input": INPUT, "expected": "Mưa"},
        {"input": INPUT, "must_contain": ["nắng"], "must_not_contain": ["Mưa"]},
        {"input": BODY, "must_be_lines": ["Mưa to"], "wish": True, "kind": "wishes"},
    )
    assert cases.main([str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "boxes: 2 of 3 fail",
        "  1                     a box",
        "      text differs from what is expected",
        "  2                     a box",
        "      missing: nắng",
        "      leaked: Mưa",
        "wishes: 1 of 1 fail",
        "  3                     (wish) a box",
        "      no line of its own: Mưa to",
        "3 cases, 2 fail; 1 wishes, 1 fail",
    ]
    assert cases.main([str(file), "--check"]) == 1
    assert cases.main([str(file), "--check", "--kind", "wishes"]) == 0
    capsys.readouterr()
    assert cases.main([str(file), "--input", "html"]) == 0
    assert capsys.readouterr().out == "0 cases, 0 fail; 0 wishes, 0 fail\n"


def test_bytes_pages_titles_and_metadata_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = f"<html><article><h1>Mưa to</h1><p>{BODY}</p><p>{BODY}</p></article></html>"
    file = written(
        tmp_path / "cases.jsonl",
        {
            "input_kind": "html",
            "encoding": "hex",
            "input": page.encode().hex(),
            "must_contain": [BODY],
            "expected_title": "Nắng",
            "expected_meta": {"date": "2024", "authors": []},
        },
    )
    assert cases.main([str(file)]) == 0
    shown = capsys.readouterr().out
    assert "title is 'Mưa to', not 'Nắng'" in shown
    assert "metadata: date is" in shown
    assert "authors" not in shown


def test_a_case_is_shown_with_its_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "cases.jsonl", {"input": INPUT, "expected": f"{BODY}\nHết"})
    cases.main([str(file), "--id", "0"])
    shown = capsys.readouterr().out
    assert f" {BODY}\n-Hết\n" in shown
    assert "-- related." in shown
    assert "!! text differs" in shown


def test_a_file_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "FILE", tmp_path / "nowhere")
    assert cases.main([]) == 0
    assert cases.main([str(tmp_path / "nowhere")]) == 2

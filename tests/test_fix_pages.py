"""``fix`` and ``check`` on HTML pages: never replaced, their text only written where told to."""

from __future__ import annotations

import json
from pathlib import Path

from cli_support import KEPT, PAGE, run


def test_a_page_is_never_replaced_by_its_text(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(PAGE, encoding="utf-8")
    named, found = run("fix", page), run("fix", tmp_path)
    assert (named.exit_code, found.exit_code) == (2, 0)
    assert "is an HTML page, and is not replaced by its text" in named.stderr
    assert "1 HTML skipped" in found.stderr
    assert page.read_text(encoding="utf-8") == PAGE


def test_a_page_under_the_name_of_a_text_is_a_page(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(PAGE, encoding="utf-8")
    assert run("fix", page).exit_code == 2
    assert page.read_text(encoding="utf-8") == PAGE


def test_check_of_a_named_page_lists_what_its_text_leaves_out(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(PAGE, encoding="utf-8")
    outcome = run("check", page)
    assert outcome.exit_code == 0, "there is nothing in it to fix"
    assert "1 HTML whose article can be extracted (`clean`, `fix --to`)" in outcome.stderr
    assert "to fix" not in outcome.stderr
    told = json.loads(run("check", page, "--output-format", "json").stdout)
    assert told["files"][0]["status"] == "extractable"
    assert told["summary"]["extractable"] == 1
    assert run("check", page, "--diff").exit_code == 1, "that is a change"
    assert f"{page}: " in outcome.stdout
    assert "Trang chủ" in outcome.stdout


def test_the_text_of_pages_goes_where_to_says(tmp_path: Path) -> None:
    page = tmp_path / "pages" / "2024" / "a.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, encoding="utf-8")
    assert run("fix", tmp_path / "pages", "--to", tmp_path / "texts").exit_code == 0
    assert run("fix", tmp_path / "pages", "--to", ".clean.txt").exit_code == 0
    folder, beside = tmp_path / "texts" / "2024" / "a.txt", page.with_name("a.clean.txt")
    assert folder.read_text(encoding="utf-8") == beside.read_text(encoding="utf-8")
    assert KEPT[1] in folder.read_text(encoding="utf-8")
    assert "Trang chủ" not in folder.read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8") == PAGE
    again = run("fix", tmp_path / "pages", "--to", tmp_path / "texts")
    assert "1 clean" in again.stderr or "2 clean" in again.stderr


def test_other_text_is_only_overwritten_when_told_to(tmp_path: Path) -> None:
    page, target = tmp_path / "a.html", tmp_path / "a.txt"
    page.write_text(PAGE, encoding="utf-8")
    target.write_text("Ghi chú của biên tập viên.\n", encoding="utf-8")
    refused = run("fix", page, "--to", ".txt")
    assert refused.exit_code == 2
    assert f"{target}: exists, and is not overwritten" in refused.stderr
    assert run("fix", page, "--to", ".txt", "--overwrite").exit_code == 0
    assert KEPT[1] in target.read_text(encoding="utf-8")


def test_two_pages_do_not_share_a_target(tmp_path: Path) -> None:
    for name in ("a.htm", "a.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    outcome = run("fix", tmp_path, "--to", ".clean.txt", "--overwrite")
    assert outcome.exit_code == 2
    assert "its text would replace that of" in outcome.stderr

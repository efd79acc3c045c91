"""``explain``: every line, its fate, the rule and the reason."""

from __future__ import annotations

import json
import os
import pickle
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from cli_support import BOX, DIRTY, KEPT, PAGE, run
from vnnews_clean import Cleaner
from vnnews_clean.explain import explanation


def lines_of(text: str, **options: str) -> list[str]:
    return Cleaner(**options).clean(text).explain().splitlines()  # type: ignore[arg-type]


def test_every_line_is_marked() -> None:
    shown = [line for line in lines_of(DIRTY) if line and not line.startswith("#")]
    for line, text in zip(shown, (*KEPT, *BOX), strict=True):
        assert line[:2] == "- " if text in BOX else line[:2] in ("  ", "= ")
        assert line[2:].startswith(text)
    assert "  [related." in shown[3]


def test_the_whole_document_is_there_with_its_empty_lines() -> None:
    text = "\n\n".join((*KEPT, *BOX))
    shown = Cleaner().clean(text).explain()
    body = shown.split("\n\n", 1)[1].rsplit("\n\n", 1)[0]
    assert [line[2:].split("  [")[0] for line in body.split("\n")] == text.split("\n")


def test_a_cut_inside_a_line_is_visible() -> None:
    shown = lines_of(f"date 2025-12-21 {KEPT[1]}")
    assert f"~ {{{{date 2025-12-21}}}} {KEPT[1]}  [residue.crawler_date]" in shown


def test_what_is_kept_and_has_a_name_is_named() -> None:
    caption = "Khung cảnh chợ nổi buổi sớm. (Ảnh: Minh Hà)"
    shown = lines_of(DIRTY + caption + "\n" + KEPT[1].replace("ba", "bốn"))
    assert any(line.startswith(f"= {caption}") and "(caption)]" in line for line in shown)
    dropped = lines_of(DIRTY + caption, policy="body")
    assert any(line.startswith(f"- {caption}") for line in dropped)


def test_json_says_of_every_part_what_became_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    caption = "Khung cảnh chợ nổi buổi sớm. (Ảnh: Minh Hà)"
    path.write_text(f"{DIRTY}{caption}\n{KEPT[1].replace('ba', 'bốn')}\n", encoding="utf-8")
    parts = json.loads(run("explain", path, "--format", "json").stdout)["parts"]
    found = {part["text"]: (part["fate"], part["kind"], part["rules"]) for part in parts}
    assert found[BOX[0]][0] == "dropped"
    assert found[BOX[0]][2][0].startswith("related.")
    assert found[caption] == ("named", "caption", ["caption.line"])
    assert found[KEPT[1].replace("ba", "bốn")] == ("kept", None, [])


def test_the_legend_gives_every_rule_and_its_reason() -> None:
    result = Cleaner().clean(DIRTY)
    shown = result.explain()
    for removal in result.removals:
        for rule in removal.rules:
            assert f"# {rule} (" in shown
            assert result.reasons[rule] in shown


def test_counts_repairs_and_remarks_stand_above() -> None:
    head = lines_of(DIRTY.replace("ba trăm", "ba\N{NO-BREAK SPACE}trăm"))[:3]
    assert head[0] == "# 6 lines: 3 kept, 3 dropped"
    assert head[1] == "# repaired: nbsp, 1 place"


def test_nothing_to_explain_is_explained() -> None:
    assert Cleaner().clean("").explain() == "# 0 lines: 0 kept, 0 dropped"


def test_control_characters_are_shown_not_sent() -> None:
    shown = Cleaner(repair="off").clean(f"\x1b[2J{DIRTY}").explain()
    assert "\x1b" not in shown
    assert "\\x1b[2J" in shown


def test_colours_mark_what_the_signs_mark() -> None:
    shown = explanation(Cleaner().clean(DIRTY), color=True)
    assert f"\x1b[31m- {BOX[0]}\x1b[0m" in shown


def test_a_result_explains_itself_after_pickling() -> None:
    result = Cleaner().clean(DIRTY)
    assert pickle.loads(pickle.dumps(result)).explain() == result.explain()


def test_explain_reads_files_pipes_and_pages(tmp_path: Path) -> None:
    text, page = tmp_path / "a.txt", tmp_path / "a.html"
    text.write_text(DIRTY, encoding="utf-8")
    page.write_text(PAGE, encoding="utf-8")
    expected = Cleaner().clean(DIRTY).explain() + "\n"
    assert run("explain", text).stdout == expected
    assert run("explain", "-", stdin=DIRTY).stdout == expected
    assert "Trang chủ" in run("explain", page).stdout


def test_explain_of_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    outcome = run("explain", tmp_path / "missing.txt")
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "missing.txt: no such file" in outcome.stderr


def test_colour_can_be_asked_for() -> None:
    assert "\x1b[31m" in run("explain", "-", "--color", stdin=DIRTY).stdout
    assert "\x1b[31m" not in run("explain", "-", stdin=DIRTY).stdout


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("variables", "colored"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours_unless_no_color_is_set(
    tmp_path: Path, variables: dict[str, str], colored: bool
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIRTY, encoding="utf-8")
    outer, inner = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | variables
    command = [sys.executable, "-m", "vnnews_clean", "explain", str(path)]
    subprocess.run(command, stdout=inner, env=environment, check=True)
    os.close(inner)
    shown = os.read(outer, 65536)
    os.close(outer)
    assert (b"\x1b[31m" in shown) is colored

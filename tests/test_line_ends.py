"""Line ends are equal before anything reads a text, and come back with its source."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from cli_support import CLEAN, DIRTY, run
from vnnews_clean import Cleaner
from vnnews_clean.edits import undo
from vnnews_clean.files.findings import findings
from vnnews_clean.read.repair import repair
from written import ARTICLE, WRITERS

ODD: Final = ("\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
odd = pytest.mark.parametrize("end", ODD, ids=ascii)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("một\r\nhai\r\n\r\nba\r\n", "một\nhai\n\nba\n"),
        ("một\rhai\r \rba", "một\nhai\n \nba"),
        ("một\r\r\nhai", "một\n\nhai"),
        ("một\x0bhai\x0cba\x1cbốn\x1dnăm\x1esáu", "một\nhai\nba\nbốn\nnăm\nsáu"),
        ("một\x85hai\u2028ba\u2029bốn", "một\nhai\nba\nbốn"),
    ],
)
def test_every_line_end_becomes_the_same(source: str, text: str) -> None:
    found = repair(source)
    assert found.text == text
    assert {edit.reason for edit in found.edits} == {"line-end"}
    assert undo(found.text, found.edits) == source


def test_what_breaks_no_line_stays() -> None:
    assert repair("một\n\thai\n").edits == ()


@odd
@pytest.mark.parametrize("dialect", WRITERS)
def test_a_text_reads_as_with_line_feeds(dialect: str, end: str) -> None:
    plain = WRITERS[dialect]([*ARTICLE, *"TIN LIÊN QUAN|Chợ nổi họp sớm hơn mọi năm".split("|")])
    result, as_ever = Cleaner().clean(plain.replace("\n", end)), Cleaner().clean(plain)
    assert (result.text, result.removals) == (as_ever.text, as_ever.removals)
    assert result.restore() == plain.replace("\n", end)
    assert Cleaner().clean(result.text).text == result.text


@odd
@pytest.mark.parametrize("dialect", WRITERS)
def test_an_unrepaired_text_reads_so_as_well(dialect: str, end: str) -> None:
    cleaner = Cleaner(repair="off")
    plain = WRITERS[dialect]([*ARTICLE, *"TIN LIÊN QUAN|Chợ nổi họp sớm hơn mọi năm".split("|")])
    source = plain.replace("\n", end)
    result, as_ever = cleaner.clean(source), cleaner.clean(plain)
    assert result.document.text == result.restore() == source
    assert result.text.split() == as_ever.text.split()
    assert [len(r.rules) for r in result.removals] == [len(r.rules) for r in as_ever.removals]
    again = cleaner.clean(result.text)
    assert (again.text, again.removals) == (result.text, ())


def test_the_half_of_a_letter_is_no_line_end() -> None:
    """NEL is the last byte of ``ễ``."""
    misread = "Lễ hội và nghề cổ được gìn giữ".encode().decode("latin-1")
    assert "\x85" in misread
    assert Cleaner().clean(misread).text == "Lễ hội và nghề cổ được gìn giữ"


@odd
def test_line_ends_alone_are_nothing_to_report(tmp_path: Path, end: str) -> None:
    result = Cleaner().clean(CLEAN.replace("\n", end))
    assert result.document.edits
    assert findings(result) == ()
    assert "repaired" not in result.explain()
    path = tmp_path / "a.txt"
    path.write_bytes(CLEAN.replace("\n", end).encode())
    assert run("check", path).exit_code == 0


def test_a_repair_beside_line_ends_is_reported() -> None:
    result = Cleaner().clean(CLEAN.replace("\n", "\r\n").replace(" ", "\N{NO-BREAK SPACE}", 2))
    (found,) = findings(result)
    assert found.text == "nbsp, 2 places"
    assert "repaired: nbsp, 2 places" in result.explain()
    assert "line-end" not in result.explain()


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=ascii)
def test_a_cut_is_reported_where_the_file_has_it(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.encode())
    found = run("check", path).stdout
    path.write_bytes(DIRTY.replace("\n", end).encode())
    assert run("check", path).stdout == found

"""The notation of annotated fixtures, and that a wrong fixture is found out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vnnews_clean import Cleaner, Document, InputError, Kind, rule
from vnnews_clean.testing import Case, complaints, read_cases


@rule("mine.hotline", kind=Kind.AD)
def hotline(document: Document) -> Iterator[tuple[int, int]]:
    """The paper's own telephone number."""
    at = document.key.find("hotline")
    while at >= 0:
        end = document.key.find(".", at) + 1 or len(document.key)
        yield at, end
        at = document.key.find("hotline", end)


@rule("mine.weekday", kind=Kind.DATE)
def weekday(document: Document) -> Iterator[tuple[int, int]]:
    """The day of the week, named but kept."""
    at = document.key.find("thứ hai")
    if at >= 0:
        yield at, at + len("thứ hai")


MINE = Cleaner(select=("mine",), rules=(hotline, weekday))


def cases(tmp_path: Path, content: str) -> tuple[Case, ...]:
    path = tmp_path / "mine.hotline.txt"
    path.write_bytes(content.encode())
    return read_cases(path)


def test_a_line_is_kept_dropped_named_or_made_of_parts(tmp_path: Path) -> None:
    (case,) = cases(
        tmp_path,
        "# a number between two lines\n"
        "  Trời mưa.\n"
        "- Hotline: 0900  [mine.hotline]\n"
        "\n"
        "= Thứ hai  [mine.weekday]\n"
        "~ Trời {{Hotline 1.}} nắng, {=thứ ba=}.  [mine.hotline, mine.weekday]\n"
        "\n",
    )
    assert case.source == "Trời mưa.\nHotline: 0900\n\nThứ hai\nTrời Hotline 1. nắng, thứ ba."
    assert [(case.source[n.start : n.end], n.rule, n.dropped) for n in case.notes] == [
        ("Hotline: 0900", "mine.hotline", True),
        ("Thứ hai", "mine.weekday", False),
        ("Hotline 1.", "mine.hotline", True),
        ("thứ ba", "mine.weekday", False),
    ]
    assert (case.title, case.line) == ("a number between two lines", 1)
    assert (case.drops, case.keeps) == (2, 2)


def test_carriage_returns_and_trailing_spaces_survive(tmp_path: Path) -> None:
    first, second = cases(
        tmp_path, "# one\r\n  mưa  \r\n- hotline 1 \t  [mine.hotline]\r\n\n# two\n  nắng"
    )
    assert first.source == "mưa  \r\nhotline 1 \t\r"
    assert second.source == "nắng"


@pytest.mark.parametrize(
    "line",
    [
        "Không có dấu",
        "- không có tên luật",
        "* dấu lạ  [mine.hotline]",
        "~ {{a}}{{b}}{{c}}  [x.a, x.b]",
    ],
)
def test_a_line_that_means_nothing_names_file_and_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError, match=r"mine\.hotline\.txt:3: "):
        cases(tmp_path, f"# title\n  kept\n{line}\n")


def test_text_before_the_first_title_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="begins with a title"):
        cases(tmp_path, "  kept\n# title\n")


def test_agreement_gives_no_complaint(tmp_path: Path) -> None:
    (case,) = cases(
        tmp_path, "# t\n- Hotline: 1.  [mine.hotline]\n~ Sáng {=thứ hai=} mưa.  [mine.weekday]\n"
    )
    assert complaints(case, MINE) == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("  Hotline: 1.", "t: mine.hotline dropped 'Hotline: 1.'"),
        ("- Trời mưa.  [mine.hotline]", "t: kept 'Trời mưa.'"),
        ("~ Gọi {{hotline 1}}.  [mine.hotline]", "t: mine.hotline dropped '.'"),
        ("- Hotline: 1.  [ad.other]", "t: mine.hotline, not ad.other, dropped 'Hotline: 1.'"),
        ("= Thứ ba  [mine.weekday]", "t: mine.weekday did not label 'Thứ ba'"),
    ],
)
def test_disagreement_is_told(tmp_path: Path, body: str, complaint: str) -> None:
    (case,) = cases(tmp_path, f"# t\n{body}\n")
    assert complaint in complaints(case, MINE)


def test_a_name_that_is_not_marked_is_told_in_the_file_of_its_rule(tmp_path: Path) -> None:
    path = tmp_path / "mine.weekday.txt"
    path.write_text("# t\n  Sáng thứ hai mưa.\n", encoding="utf-8")
    (case,) = read_cases(path)
    assert complaints(case, MINE) == ["t: mine.weekday labelled 'thứ hai'"]


def test_offsets_are_those_of_the_source_when_it_is_repaired(tmp_path: Path) -> None:
    (case,) = cases(
        tmp_path,
        "# t\n~ Mưa\N{ZERO WIDTH SPACE} to. {{Hotline\N{NO-BREAK SPACE}1.}} Nắng.  [mine.hotline]\n",
    )
    assert complaints(case, MINE) == []

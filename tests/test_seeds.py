"""The five golden documents: cleaned byte for byte, and labelled line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeds import INPUTS as SEEDS
from seeds import labelled_rows, sibling
from vnnews_clean import Cleaner, Kind, Result
from vnnews_clean.model import BOILERPLATE

NAMES = [path.name.removesuffix(".input.txt") for path in SEEDS]


def ink(result: Result, start: int, end: int) -> set[int]:
    text = result.document.text
    return {at for at in range(start, end) if not text[at].isspace()}


@pytest.mark.parametrize("path", SEEDS, ids=NAMES)
def test_cleaned_seed_is_the_golden_byte_for_byte(path: Path, cleaner: Cleaner) -> None:
    cleaned = cleaner.clean(path.read_bytes().decode()).text + "\n"
    assert cleaned.encode() == sibling(path, ".expected.txt").read_bytes()


@pytest.mark.parametrize("path", SEEDS, ids=NAMES)
def test_golden_comes_out_unchanged(path: Path, cleaner: Cleaner) -> None:
    expected = sibling(path, ".expected.txt").read_bytes().decode()
    assert cleaner.clean(expected).text + "\n" == expected


@pytest.mark.parametrize("path", SEEDS, ids=NAMES)
def test_what_the_labels_remove_is_removed_as_that_kind(path: Path, cleaner: Cleaner) -> None:
    result = cleaner.clean(path.read_bytes().decode())
    wrong = []
    for row in labelled_rows(path):
        if row.verdict == "remove":
            touching = [r for r in result.removals if r.start < row.end and row.start < r.end]
            gone = {
                at for r in touching if r.kind == row.kind for at in ink(result, r.start, r.end)
            }
            if not ink(result, row.start, row.end) <= gone:
                found = sorted({(r.kind.value, r.rules) for r in touching})
                wrong.append(
                    (row.kind.value, result.document.text[row.start : row.end][:80], found)
                )
    assert wrong == []


@pytest.mark.parametrize("path", SEEDS, ids=NAMES)
def test_what_the_labels_keep_is_kept_and_known_as_that_kind(path: Path, cleaner: Cleaner) -> None:
    result = cleaner.clean(path.read_bytes().decode())
    wrong = []
    for row in labelled_rows(path):
        if row.verdict == "keep":
            text = result.document.text[row.start : row.end][:80]
            if any(r.start < row.end and row.start < r.end for r in result.removals):
                wrong.append(("removed", row.kind.value, text))
            whole = ink(result, row.start, row.end)
            covering = {x.kind for x in result.labels if whole <= ink(result, x.start, x.end)}
            named = covering - BOILERPLATE or {Kind.BODY}  # body is what no rule has a name for
            if row.kind not in named:
                wrong.append((", ".join(sorted(named)), row.kind.value, text))
    assert wrong == []


def test_crawler_prefix_becomes_the_date(cleaner: Cleaner) -> None:
    result = cleaner.clean(SEEDS[0].read_bytes())
    assert result.metadata.date == "2025-12-21"


def test_seed_that_is_clean_has_no_removal(cleaner: Cleaner) -> None:
    path = SEEDS[NAMES.index("003_ca93693b9371018d")]
    result = cleaner.clean(path.read_bytes())
    assert result.removals == ()

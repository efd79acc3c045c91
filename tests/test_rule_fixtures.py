"""Every rule has a file of small documents in which exactly what is marked is dropped or named.

The notation is described in `vnnews_clean.testing`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.rules import TABLE
from vnnews_clean.testing import Case, complaints, read_cases

FOLDER = Path(__file__).parent / "fixtures" / "rules"
FILES = sorted(FOLDER.glob("*.txt")) + sorted(FOLDER.glob("*.html"))
CASES = [case for path in FILES for case in read_cases(path)]
LEAST = 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}:{case.line}")
def test_exactly_what_is_marked_is_dropped_or_named(case: Case, cleaner: Cleaner) -> None:
    assert complaints(case, cleaner) == []


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if not case.markup],
    ids=lambda case: f"{case.rule}:{case.line}",
)
def test_what_is_left_of_a_case_is_clean(case: Case, cleaner: Cleaner) -> None:
    once = cleaner.clean(case.source).text
    assert cleaner.clean(once).text == once


@pytest.mark.parametrize("rule", [rule.id for rule in TABLE])
def test_rule_is_shown_at_work_and_at_rest(rule: str) -> None:
    own = [case for case in CASES if case.rule == rule]
    assert sum(case.drops for case in own) >= LEAST, "too few drops"
    assert sum(case.keeps for case in own) >= LEAST, "too few keeps"


def test_every_file_belongs_to_a_rule() -> None:
    files = {path.name.removesuffix(path.suffix) for path in FILES}
    assert files == {rule.id for rule in TABLE}


def test_titles_in_a_file_differ() -> None:
    titles = [(case.rule, case.title) for case in CASES]
    assert sorted(titles) == sorted(set(titles))

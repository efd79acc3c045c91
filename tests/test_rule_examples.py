"""The examples in the docstrings of rules are true: each stands in a fixture of its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnnews_clean import Rule
from vnnews_clean.rules import TABLE
from vnnews_clean.testing import Case, read_cases

FOLDER = Path(__file__).parent / "fixtures" / "rules"
TEXT_RULES = [rule for rule in TABLE if rule.needs != "markup"]
every_text_rule = pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.id)


@every_text_rule
def test_what_a_docstring_drops_or_names_is_dropped_or_named_in_a_fixture(rule: Rule) -> None:
    cases = read_cases(FOLDER / f"{rule.id}.txt")
    for example in (*rule.drops, *rule.names):
        assert any(True in found(case, example) for case in cases), example


@every_text_rule
def test_what_a_docstring_keeps_is_kept_in_a_fixture(rule: Rule) -> None:
    cases = read_cases(FOLDER / f"{rule.id}.txt")
    for example in rule.keeps:
        assert any(False in found(case, example) for case in cases), example


def found(case: Case, example: str) -> list[bool]:
    """For every place of `example` in `case`: whether a note of the case's rule touches it.

    Dots in front of an example stand for a text before it; in the fixture there may be another.
    """
    text = example.removeprefix("…").strip()
    places = []
    start = case.source.find(text)
    while start >= 0:
        end = start + len(text)
        places.append(
            any(n.rule == case.rule and n.start < end and start < n.end for n in case.notes)
        )
        start = case.source.find(text, end)
    return places

"""The table of rules is complete, and every rule says what it does."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

import vnnews_clean.rules
from vnnews_clean import Kind, Rule, phrases
from vnnews_clean.rulefile import load
from vnnews_clean.rules import TABLE

RULE_ID = re.compile(r"[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*")
FILES = sorted(Path(vnnews_clean.rules.__file__).parent.glob("*.py"))
every_rule = pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.id)


def test_ids_and_aliases_are_unique() -> None:
    names = [name for rule in TABLE for name in (rule.id, *rule.aliases)]
    assert len(names) == len(set(names))


def written() -> set[str]:
    """Ids of the rules and rows in the modules of the package."""
    ids: set[str] = set()
    for path in FILES:
        if path.stem != "__init__":
            names = vars(importlib.import_module(f"vnnews_clean.rules.{path.stem}"))
            ids |= {found.id for found in names.values() if isinstance(found, Rule)}
    for path in FILES[0].parent.glob("*.toml"):
        ids |= {found.id for found in load(path)}
    return ids


def test_every_rule_that_is_written_stands_in_the_table() -> None:
    assert written() == {rule.id for rule in TABLE}


def test_a_shipped_rule_says_so() -> None:
    assert all(rule.shipped for rule in TABLE)


@every_rule
def test_an_id_is_dotted_and_lower_case(rule: Rule) -> None:
    assert RULE_ID.fullmatch(rule.id)


@every_rule
def test_the_doc_says_what_it_is_what_goes_and_what_stays(rule: Rule) -> None:
    assert re.match(r"[A-Z“\"].*[.…]$", rule.summary, re.DOTALL), "no summary that is a sentence"
    if rule.descriptive:
        assert rule.names, "no section Labels:"
    else:
        assert rule.drops, "no section Drops:"
    assert rule.keeps, "no section Keeps:"


@every_rule
def test_a_rule_has_kinds_of_one_sort(rule: Rule) -> None:
    """Either it finds boilerplate, or it names what is kept: phases and policies rely on it."""
    boilerplate = {kind.family == "boilerplate" for kind in rule.kinds}
    assert rule.kinds
    assert len(boilerplate) == 1


@every_rule
def test_the_phrase_groups_that_wake_a_rule_exist(rule: Rule) -> None:
    assert set(rule.phrases) <= set(phrases.builtin().groups)


def test_every_phrase_group_wakes_a_rule_is_read_by_one_or_acts() -> None:
    woken = {group for rule in TABLE for group in rule.phrases}
    rows = FILES[0].parent.glob("*.toml")
    sources = "".join(path.read_text(encoding="utf-8") for path in (*FILES, *rows))
    unread = [
        name
        for name, group in phrases.builtin().groups.items()
        if name not in woken and f'"{name}"' not in sources and not group.acts
    ]
    assert unread == []


def test_every_act_is_asked_for() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in FILES[0].parents[1].rglob("*.py")
    )
    asked = [act for act in phrases.ACTS if f'"{act}"' in sources or act.startswith("opens_")]
    assert asked == list(phrases.ACTS)


def test_every_boilerplate_kind_has_a_rule() -> None:
    found = {kind for rule in TABLE for kind in rule.kinds}
    assert {kind for kind in Kind if kind.family == "boilerplate"} <= found

"""``rules``: the catalogue and single rules."""

from __future__ import annotations

import json

from cli_support import run
from vnnews_clean.rules import TABLE


def test_the_catalogue_lists_every_rule_once() -> None:
    outcome = run("rules")
    assert outcome.exit_code == 0
    ids = [line.split()[0] for line in outcome.stdout.splitlines() if not line.startswith(" ")]
    assert ids == sorted(rule.id for rule in TABLE)
    for rule in TABLE:
        assert rule.summary in outcome.stdout


def test_one_rule_is_shown_with_its_docs_and_examples() -> None:
    (rule,) = (rule for rule in TABLE if rule.id == "teaser.lottery")
    shown = run("rules", rule.id).stdout
    assert shown.startswith(f"{rule.id} ({', '.join(rule.kinds)})\n")
    assert rule.doc in shown
    for example in (*rule.drops, *rule.keeps):
        assert example in shown


def test_a_family_is_a_part_of_the_catalogue() -> None:
    ids = [line.split()[0] for line in run("rules", "teaser").stdout.splitlines()]
    assert ids == sorted(rule.id for rule in TABLE if rule.id.startswith("teaser."))


def test_a_former_id_finds_the_rule() -> None:
    for rule in TABLE:
        for alias in rule.aliases:
            shown = run("rules", alias).stdout
            assert shown.startswith(rule.id)
            assert f"Formerly {', '.join(rule.aliases)}." in shown


def test_an_unknown_id_suggests_the_nearest() -> None:
    outcome = run("rules", "teaser.lotery")
    assert outcome.exit_code == 2
    assert outcome.stderr == 'error: unknown rule "teaser.lotery"; did you mean "teaser.lottery"?\n'


def test_json_has_everything() -> None:
    entries = json.loads(run("rules", "--output-format", "json").stdout)
    assert [entry["id"] for entry in entries] == sorted(rule.id for rule in TABLE)
    assert all(entry["summary"] and entry["kinds"] for entry in entries)

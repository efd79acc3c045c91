"""A configuration that would do nothing is an error, and both forms of its keys are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cli_support import DIRTY
from vnnews_clean.config import Configuration, load
from vnnews_clean.errors import ConfigError

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a configuration into the test's folder, which is a repository."""
    (tmp_path / ".git").mkdir()

    def write(content: str) -> Path:
        path = tmp_path / "vnnews-clean.toml"
        path.write_text(content, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("select", "ignore", "runs"),
    [
        (["related"], ["related"], False),
        (["related.box", "teaser"], ["teaser", "related"], False),
        (["related"], ["related.box"], True),
        (["related", "teaser"], ["related"], True),
        ([], ["related"], True),
    ],
)
def test_some_rule_must_be_left(
    write: Write, select: list[str], ignore: list[str], runs: bool
) -> None:
    file = write(f"select = {select}\nignore = {ignore}\n")
    if runs:
        assert list(load(file).select or ()) == select
        return
    with pytest.raises(ConfigError, match="no rule would run"):
        load(file)


def test_the_rules_of_one_file_may_all_be_ignored(write: Write) -> None:
    settings = load(
        write(
            'select = ["related"]\nper-file-ignores = { "a.txt" = ["related"] }',
        )
    )
    assert settings.cleaner(settings.root / "a.txt").clean(DIRTY).removals == ()


def test_our_own_file_may_name_the_table(write: Write) -> None:
    folder = write('[tool.vnnews-clean]\npolicy = "body"\n').parent
    assert Configuration().for_folder(folder).policy == "body"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('ignore = ["tags"]\n[tool.vnnews-clean]\npolicy = "body"\n', 'key "ignore" stands above'),
        ('[tool.vnnews-clean]\npolicyy = "body"\n', '"tool.vnnews-clean.policyy" is unknown'),
        ('[tool.other]\npolicy = "body"\n', 'key "tool" is unknown'),
    ],
)
def test_both_forms_in_one_file_are_an_error(write: Write, content: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load(write(content))

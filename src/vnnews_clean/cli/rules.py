"""``rules``: the catalogue, or all about one rule."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from ..errors import ConfigError, nearest
from ..rule import Rule
from ..rulefile import expanded
from ..rules import TABLE
from ..ruleset import RuleSet, installed
from .console import echo

_EXAMPLES: Final = """\b
Examples:
  vnnews-clean rules                   every rule
  vnnews-clean rules teaser            ... of a family
  vnnews-clean rules teaser.lottery    one rule, with lines it drops and lines it keeps
"""
_NARROWEST: Final = 60
_ENDLESS: Final = 1000


@click.command(epilog=_EXAMPLES)
@click.argument("id", required=False, metavar="[ID|FAMILY]")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the rules are printed.",
)
@click.option(
    "--rules",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Those of this file of rows as well.",
)
def rules(id: str | None, output_format: str, files: tuple[Path, ...]) -> None:
    """Print the catalogue of rules: id, kinds and summary, plug-ins included."""
    found = _named(id, RuleSet([*TABLE, *installed(), *expanded(files)]))
    if output_format == "json":
        echo(json.dumps([_as_dict(rule) for rule in found], ensure_ascii=False, indent=2))
    elif id and len(found) == 1:
        echo("\n".join(_page(found[0])))
    else:
        echo("\n".join(_table(found, max(_NARROWEST, _terminal_width()))))


def _terminal_width() -> int:
    """Columns of the terminal; in a pipe every rule has one line, however long."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _ENDLESS


def _named(id: str | None, known: RuleSet) -> Sequence[Rule]:
    """All rules, those of a family, or the one of that id or former id. Raises `ConfigError`."""
    if id is None:
        return sorted(known, key=lambda rule: rule.id)
    exact = [rule for rule in known if id in (rule.id, *rule.aliases)]
    family = [rule for rule in known if rule.id.startswith(f"{id.rstrip('.')}.")]
    if not exact and not family:
        names = {part for rule in known for part in (rule.id, *rule.aliases, _family(rule))}
        raise ConfigError(f'unknown rule "{id}"{nearest(id, sorted(names))}')
    return exact or sorted(family, key=lambda rule: rule.id)


def _family(rule: Rule) -> str:
    return rule.id.partition(".")[0]


def _table(found: Sequence[Rule], width: int) -> Iterator[str]:
    """Three columns; a summary that is longer than the terminal goes on in its column."""
    ids = max(len(rule.id) for rule in found)
    kinds = max(len(rule.kinds[0]) + 1 for rule in found)
    for rule in found:
        kind = rule.kinds[0] + "+" * (len(rule.kinds) > 1)
        head = f"{rule.id:{ids}}  {kind:{kinds}}  "
        yield from textwrap.wrap(
            rule.summary, width, initial_indent=head, subsequent_indent=" " * len(head)
        ) or [head.rstrip()]


def _page(rule: Rule) -> Iterator[str]:
    """Everything about one rule; its docstring holds the examples."""
    yield f"{rule.id} ({', '.join(rule.kinds)})"
    yield ""
    yield rule.doc
    if rule.aliases:
        yield ""
        yield f"Formerly {', '.join(rule.aliases)}."


def _as_dict(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "kinds": list(rule.kinds),
        "summary": rule.summary,
        "doc": rule.doc,
        "drops": list(rule.drops),
        "keeps": list(rule.keeps),
        "aliases": list(rule.aliases),
    }

"""The whole pipeline on one screen: every family of rules, as rows of a table or as functions of a module.

The order is for the reader only; inside a phase it changes nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

from ..patterns import pattern
from ..rule import Rule
from ..rulefile import rules_of

_FAMILIES: Final = (
    *("page", "page.toml", "linked"),  # what the markup of a page says
    *("boxes.toml", "boxes", "tags"),  # boxes of other articles, and lines that are a link to one
    *("flat", "signed", "pointers"),  # the same inside flat text
    *("teaser", "daily.toml"),  # teasers without a header
    *("copies", "headlines", "contents"),  # what the article says twice
    *("furniture.toml", "footer", "terms", "edges"),  # the furniture of a page
    "calls",  # calls to the reader
    *("residue.toml", "residue", "tools"),  # what crawlers, tools and scripts leave
    "region",  # a whole page as lines
    *("editorial", "editorial.toml", "signature"),  # the newsroom's lines: kept by default
    "structure",  # what the rest is
)


def rules_in(family: str) -> Iterator[Rule]:
    """The rules of a module, as they stand in it, or the rows of a file beside this one."""
    if family.endswith(".toml"):
        rows = Path(__file__).with_name(family).read_text(encoding="utf-8")
        yield from rules_of(tomllib.loads(rows), family, pattern)
    else:
        found = vars(import_module(f"{__name__}.{family}")).values()
        yield from (rule for rule in found if isinstance(rule, Rule))


TABLE: Final = tuple(
    replace(rule, shipped=True) for family in _FAMILIES for rule in rules_in(family)
)

"""The whole pipeline on one screen: every family of rules, as rows of a table or as functions of a module.

The order is for the reader only; inside a phase it changes nothing.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Final

from ..patterns import pattern
from ..rule import Rule
from ..rulefile import rules_of
from . import (
    boxes,
    calls,
    copies,
    edges,
    editorial,
    flat,
    footer,
    headlines,
    linked,
    markup,
    newsroom,
    page,
    pointers,
    region,
    residue,
    signature,
    signed,
    structure,
    tags,
    teaser,
    terms,
    tools,
)

_FAMILIES: Final[tuple[ModuleType | str, ...]] = (
    *(page, "page.toml", markup),  # what the markup of a page says
    *("boxes.toml", boxes, tags),  # boxes of other articles, and lines that are a link to one
    *(flat, signed, pointers),  # the same inside flat text
    *(teaser, "daily.toml"),  # teasers without a header
    *(copies, headlines),  # what the article says twice
    *("furniture.toml", footer, terms, edges),  # the furniture of a page
    *(calls, newsroom),  # calls to the reader
    *("residue.toml", residue, tools, linked),  # what crawlers, tools and scripts leave
    region,  # a whole page as lines
    *(editorial, "editorial.toml", signature),  # the newsroom's lines: kept by default
    structure,  # what the rest is
)


def rules_in(family: ModuleType | str) -> tuple[Rule, ...]:
    """The rules of a module, as they stand in it, or the rows of a file beside this one."""
    if isinstance(family, ModuleType):
        return tuple(found for found in vars(family).values() if isinstance(found, Rule))
    file = Path(__file__).with_name(family)
    return rules_of(tomllib.loads(file.read_text(encoding="utf-8")), file.name, pattern)


TABLE: Final = tuple(
    replace(rule, shipped=True) for family in _FAMILIES for rule in rules_in(family)
)

"""The whole pipeline on one screen: every rule, family by family."""

from __future__ import annotations

from typing import Final

from ..rule import Rule

TABLE: Final[tuple[Rule, ...]] = ()

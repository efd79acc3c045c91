"""vnnews_clean: the article of a Vietnamese news page or dump, alone, with reasons."""

from __future__ import annotations

from functools import cache

from .cleaner import Cleaner
from .errors import ConfigError, InputError, VnnewsError
from .model import Block, Document, Kind, Label, Mark, Metadata, Removal
from .result import Result
from .rule import Rule, context_rule, rule
from .version import __version__

__all__ = [
    "Block",
    "Cleaner",
    "ConfigError",
    "Document",
    "InputError",
    "Kind",
    "Label",
    "Mark",
    "Metadata",
    "Removal",
    "Result",
    "Rule",
    "VnnewsError",
    "__version__",
    "clean",
    "context_rule",
    "rule",
]


@cache
def _default() -> Cleaner:
    return Cleaner()


def clean(text: str | bytes) -> str:
    """The article in a text dump. Never raises on any str or bytes.

    For reasons, metadata or another policy make a `Cleaner`.
    """
    return _default().clean(text).text

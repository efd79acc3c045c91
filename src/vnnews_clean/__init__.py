"""vnnews_clean: the article of a Vietnamese news page or dump, alone, with reasons.

The words (`Document`, `Label`, `rule` …) are here at once. The machinery behind `Cleaner` and
`Result` is loaded when first asked for, so that ``vnnews-clean --version`` need not wait for it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .errors import ConfigError, InputError, RuleError, VnnewsError
from .model import Block, Document, DocumentType, Kind, Label, Mark, Metadata, Removal
from .policy import PolicyName
from .rule import Rule, context_rule, rule
from .version import __version__

if TYPE_CHECKING:
    from .cleaner import Cleaner
    from .result import Result

__all__ = [
    "Block",
    "Cleaner",
    "ConfigError",
    "Document",
    "DocumentType",
    "InputError",
    "Kind",
    "Label",
    "Mark",
    "Metadata",
    "PolicyName",
    "Removal",
    "Result",
    "Rule",
    "RuleError",
    "VnnewsError",
    "__version__",
    "clean",
    "clean_html",
    "context_rule",
    "rule",
]


def __getattr__(name: str) -> type[Cleaner | Result]:
    """`Cleaner` and `Result`, on first use (PEP 562)."""
    if name not in ("Cleaner", "Result"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .cleaner import Cleaner  # noqa: PLC0415 - the point of this function
    from .result import Result  # noqa: PLC0415

    globals().update(Cleaner=Cleaner, Result=Result)
    return Cleaner if name == "Cleaner" else Result


@cache
def _default() -> Cleaner:
    from .cleaner import Cleaner  # noqa: PLC0415 - as above

    return Cleaner()


def clean(text: str | bytes) -> str:
    """The article in a text dump. Never raises on any str or bytes.

    For reasons, metadata or another policy make a `Cleaner`.
    """
    return _default().clean(text).text


def clean_html(html: str | bytes, url: str | None = None) -> str:
    """The article on a page, given as markup. Never raises on any str or bytes.

    For reasons, metadata or another policy make a `Cleaner`.
    """
    return _default().clean_html(html, url).text

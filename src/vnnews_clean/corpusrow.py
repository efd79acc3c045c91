"""One row of a corpus: a text or a page in, the article and what is asked about it out.

Lines of JSON, rows of Parquet, pages of an archive and batches of Arrow all come through here, so
that there is one way to clean a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, get_args

from .cleaner import Cleaner
from .errors import ConfigError, nearest
from .formats import FORMATS
from .model import Removal
from .records import Json
from .result import Result

Format = Literal["text", "markdown"]
"""What the article of a row is written as."""
Fact = Literal["title", "metadata", "removals", "document_type"]
"""What can be asked about a cleaned row."""
FACTS: Final[tuple[Fact, ...]] = get_args(Fact)


def named_facts(names: Iterable[str]) -> dict[str, Fact]:
    """Field → the fact to put there, from names such as ``title`` and ``metadata=about``.

    Raises `ConfigError`.
    """
    facts: dict[str, Fact] = {}
    for item in names:
        name, _, field = item.partition("=")
        fact = next((fact for fact in FACTS if fact == name), None)
        if fact is None:
            raise ConfigError(f'unknown field "{name}" to add{nearest(name, FACTS)}')
        if (field or name) in facts:
            raise ConfigError(f'two added fields would have the same name: "{field or name}"')
        facts[field or name] = fact
    return facts


class CleanedRow(NamedTuple):
    """A row that went through a cleaner."""

    result: Result
    text: str
    """The article, as it was asked for."""

    def fact(self, name: Fact) -> Json:
        """What is known about the article under that name, ready for JSON."""
        match name:
            case "title":
                return self.result.title
            case "metadata":
                known = self.result.metadata.as_dict()
                return {k: v if isinstance(v, str) else list(v) for k, v in known.items()}
            case "removals":
                text = self.result.document.text
                return [_removal(text, removal) for removal in self.result.removals]
            case "document_type":
                return self.result.document_type


def clean_row(
    cleaner: Cleaner, value: str | bytes, *, page: bool = False, url: str = "", format: Format
) -> CleanedRow:
    """Clean one row: a text, or, if it is a `page`, HTML. It came from `url` (empty: unknown).

    Raises nothing that the cleaner's rules do not raise.
    """
    result = (cleaner.clean_html if page else cleaner.clean)(value, url or None)
    return CleanedRow(result, FORMATS[format](result))


def _removal(text: str, removal: Removal) -> Json:
    return {
        "start": removal.start,
        "end": removal.end,
        "kind": removal.kind.value,
        "rules": list(removal.rules),
        "text": text[removal.start : removal.end],
    }

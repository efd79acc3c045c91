"""Rules as data: tables that name a matcher and what it looks for.

A file of TOML holds one table for each rule::

    ["mine.hotline"]
    kind = "ad"
    says = "The paper's own telephone number."
    find = { lines = '''hotline:? [{DIGITS} .]+''', longest = 60, confidence = "likely" }
    drops = ["Hotline: 0900 000 000"]
    keeps = ["Hotline của trạm y tế xã quá tải."]

    [parts]
    DIGITS = '0-9'

`find` is one matcher of `MATCHERS` or a list of them: its name with a phrase group or a pattern,
and the other fields that the matcher has (see `match`). ``{NAME}`` in a pattern stands for a piece
of it: one of `PARTS`, or one that the file's own table ``parts`` holds; in one that is
written on several lines, their breaks and what indents them count for nothing. ``needs`` and ``aliases`` are those
of `rule`; ``drops`` (``labels`` for a rule that only names things) and ``keeps`` are examples.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from os import PathLike
from pathlib import Path
from typing import Any, ClassVar, Final, NamedTuple, Protocol, cast, get_args

from .errors import ConfigError, nearest
from .marks import Marks
from .match import Bar, Box, Inline, Lines, Piece, Role, Start, Subject
from .match.subject import DAY
from .model import GUESS, LIKELY, SURE, Document, Mark
from .patterns import pattern
from .reach import table_in
from .rule import Needs, Rule, kinds_of
from .signs import AnyOf, Sign
from .textkey import LOWER, UPPER


class Matcher(Protocol):
    """What a row names: see `match`."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def groups(self) -> tuple[str, ...]:
        """Phrase groups that wake it; none: it looks at every document."""

    def __call__(self, document: Document, /) -> Marks: ...


MATCHERS: Final[Mapping[str, type[Matcher]]] = {
    "bar": Bar,
    "box": Box,
    "inline": Inline,
    "lines": Lines,
    "piece": Piece,
    "role": Role,
    "start": Start,
    "subject": Subject,
}
"""The first field of each is what its name in a table says: a phrase group or a pattern."""
PARTS: Final = {"DAY": DAY, "LOWER": LOWER, "UPPER": UPPER}
"""What ``{DAY}`` and the like stand for: words for a day; letters, to be put in brackets."""
CONFIDENCE: Final = {"sure": SURE, "likely": LIKELY, "guess": GUESS}
EXAMPLES: Final = {"drops": "Drops:", "labels": "Labels:", "keeps": "Keeps:"}
"""Key of a row → its section in a rule's doc."""

_KEYS: Final = ("kind", "says", "find", *EXAMPLES, "needs", "aliases")
_LAYOUT: Final = pattern(r"^\s+|\n", re.MULTILINE)
_PART: Final = pattern(r"\{([A-Za-z_]+)\}")
_SORTS: Final = {"str": str, "int": int, "bool": bool}


Compiled = Callable[[str], re.Pattern[str]]


class Written(NamedTuple):
    """How the patterns of a file are written, and what is made of them."""

    parts: Mapping[str, str]
    """Name in braces → what it stands for."""
    compiled: Compiled


@dataclass(frozen=True)
class _Either:
    """What any of several matchers finds; of two that find the same span, the first."""

    matchers: tuple[Matcher, ...]

    def __call__(self, document: Document) -> Iterator[Mark | tuple[int, int]]:
        seen: set[int] = set()
        for matcher in self.matchers:
            if matcher.groups and not document.hits:
                continue
            for mark in matcher(document):
                if mark[0] not in seen:
                    seen.add(mark[0])
                    yield mark


def expanded(given: Iterable[object]) -> tuple[Rule, ...]:
    """Rules, and those of the files that are named among them.

    Raises `ConfigError` for what is neither, and for a file that is not as it should be.
    """
    found: list[Rule] = []
    for item in given:
        if isinstance(item, str | PathLike):
            found += load(Path(item))
        elif isinstance(item, Rule):
            found.append(item)
        else:
            raise ConfigError(f"rules are made by @rule, @context_rule or a file, not {item!r}")
    return tuple(found)


def load(file: Path) -> tuple[Rule, ...]:
    """The rules of a file. Raises `ConfigError`, naming file, rule and key."""
    return rules_of(table_in(file, "rules "), f"rules {file}")


def rules_of(
    content: Mapping[str, object], where: str, compiled: Compiled = re.compile
) -> tuple[Rule, ...]:
    """The rules of a file's tables; `where` begins the message of a `ConfigError`. What makes patterns,
    `compiled`, may put that off where they are known to be right.
    """
    own = content.get("parts", {})
    if not isinstance(own, Mapping) or not all(isinstance(p, str) for p in own.values()):
        raise ConfigError(f'{where}: "parts" is a table of strings, not {own!r}')
    parts: dict[str, str] = dict(PARTS)
    for name, part in own.items():
        parts[name] = _spelled(part, parts, f'{where}, part "{name}"')
    tables = {name: table for name, table in content.items() if name != "parts"}
    patterns = Written(parts, compiled)
    return tuple(_row(name, t, patterns, f'{where}, rule "{name}"') for name, t in tables.items())


def _row(id: str, table: object, patterns: Written, where: str) -> Rule:
    if not isinstance(table, Mapping):
        raise ConfigError(f"{where}: a rule is a table, not {table!r}")
    for key in table:
        if key not in _KEYS:
            raise ConfigError(f'{where}: unknown key "{key}"{nearest(key, _KEYS)}')
    for key in ("kind", "says", "find"):
        if key not in table:
            raise ConfigError(f'{where}: has no key "{key}"')
    found = table["find"]
    matchers = tuple(
        _matcher(each, patterns, where) for each in (found if isinstance(found, list) else [found])
    )
    if not matchers:
        raise ConfigError(f'{where}: "find" names no matcher')
    needs = table.get("needs", "any")
    if needs not in get_args(Needs):
        raise ConfigError(f'{where}: "needs" is one of {", ".join(get_args(Needs))}, not {needs!r}')
    try:
        kinds = kinds_of(id, table["kind"])
    except ConfigError as error:
        raise ConfigError(f"{where}: {error}") from None
    groups = tuple(group for matcher in matchers for group in matcher.groups)
    sign = _sign(matchers)
    return Rule(
        id,
        kinds,
        matchers[0] if len(matchers) == 1 else _Either(matchers),
        phrases=groups if sign or all(matcher.groups for matcher in matchers) else (),
        needs=cast("Needs", needs),
        aliases=_strings(table, "aliases", where),
        said="\n".join(_doc(table, where)),
        written=repr((sorted(table.items(), key=str), sorted(patterns.parts.items()))),
        sign=sign,
    )


def _sign(matchers: Iterable[Matcher]) -> Sign | None:
    """What wakes a row besides its phrases, if all of its patterns say what they need."""
    needed = [matcher.sign for matcher in matchers if isinstance(matcher, Lines | Piece)]
    signs = tuple(dict.fromkeys(sign for sign in needed if sign))
    if not signs or None in needed:
        return None
    return signs[0] if len(signs) == 1 else AnyOf(signs)


def _doc(table: Mapping[str, object], where: str) -> Iterator[str]:
    """What the docstring of a rule that is a function says."""
    if not isinstance(table["says"], str):
        raise ConfigError(f'{where}: "says" is a sentence, not {table["says"]!r}')
    yield from (table["says"], "")
    for key, section in EXAMPLES.items():
        if lines := _strings(table, key, where):
            yield section
            yield from (f"    {line}" for line in lines)


def _strings(table: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f'{where}: "{key}" is a list of strings, not {value!r}')
    return tuple(value)


def _matcher(said: object, patterns: Written, where: str) -> Matcher:
    """The matcher that one table of `find` describes."""
    if not isinstance(said, Mapping):
        raise ConfigError(f'{where}: "find" is a table or a list of them, not {said!r}')
    name = next((name for name in said if name in MATCHERS), "")
    if not name:
        near = nearest(next(iter(said), ""), MATCHERS)
        raise ConfigError(f'{where}: "find" names no matcher{near}')
    first, *others = fields(MATCHERS[name])
    known = {name: first, **{field.name: field for field in others}}
    for key in said:
        if key not in known:
            raise ConfigError(f'{where}: {name} has no key "{key}"{nearest(key, known)}')
    for key, field in known.items():
        if key not in said and field.default is MISSING:
            raise ConfigError(f'{where}: {name} has no key "{key}"')
    return MATCHERS[name](
        **{
            known[key].name: _value(value, str(known[key].type), patterns, f'{where}, key "{key}"')
            for key, value in said.items()
        }
    )


def _value(value: object, sort: str, patterns: Written, where: str) -> object:
    """A value of a matcher's field, which is declared to be of that `sort`."""
    if "Pattern" in sort:
        if not isinstance(value, str):
            raise ConfigError(f"{where} is a pattern, not {value!r}")
        try:
            return patterns.compiled(_spelled(value, patterns.parts, where))
        except re.error as error:
            raise ConfigError(f"{where} is no pattern: {error}") from None
    if sort == "float":
        if value not in CONFIDENCE:
            raise ConfigError(f"{where} is one of {', '.join(CONFIDENCE)}, not {value!r}")
        return CONFIDENCE[str(value)]
    if "Kind" in sort:
        return kinds_of(where, value)[0]
    if type(value) is not _SORTS[sort]:
        raise ConfigError(f"{where} is of type {sort}, not {value!r}")
    return value


def _spelled(pattern: str, parts: Mapping[str, str], where: str) -> str:
    """A pattern with its parts put in; line breaks and indents are layout."""

    def part(found: re.Match[str]) -> str:
        if found[1] not in parts:
            raise ConfigError(f'{where}: unknown part "{found[1]}"{nearest(found[1], parts)}')
        return parts[found[1]]

    return _PART.sub(part, _LAYOUT.sub("", pattern) if "\n" in pattern else pattern)

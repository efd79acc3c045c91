"""A golden file: head lines that say how to clean, then the document in the common notation::

    # url = "https://example.vn/cho-noi.html"
    # policy = "body"

    = Chợ nổi họp sớm đón khách  [structure.blocks]

      Từ bốn giờ sáng, hàng trăm chiếc ghe đã neo kín khúc sông.
    - TIN LIÊN QUAN  [related.box]
     !Quảng cáo mà chưa luật nào biết

It lies beside its input and is called after it: ``page.html.golden`` tells of ``page.html``. The head
is TOML: ``url``, ``as`` (what the input holds) and any key of a configuration. The notation is that of
`vnnews_clean.notation`; space between words, line ends and a byte order mark do not matter.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ..config import Configuration
from ..errors import ConfigError, InputError, nearest
from ..fates import Part, parts_of, rules_of
from ..files.atomic import write
from ..files.document import SORTS, open_document
from ..notation import Line, Piece, read, written
from ..patterns import pattern
from ..result import Result
from ..settings import parse

SUFFIX: Final = ".golden"
TEST: Final = "test"
"""The head key of a golden that a test of its own checks; it names that test."""
_OWN: Final = ("url", "as", TEST)
_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_SPACE: Final = pattern(r"\s+")

Head = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Golden:
    """What must become of a document."""

    lines: tuple[Line, ...]
    head: Head = field(default_factory=dict)
    numbers: tuple[int, ...] = ()
    """Line numbers of `lines` in the golden file, from 1; empty for one that was not read."""

    @property
    def test(self) -> str:
        """The test that checks it; empty for one that is checked by its input."""
        return str(self.head.get(TEST, ""))

    @property
    def debts(self) -> tuple[Line, ...]:
        """The lines that are known to be wrong."""
        return tuple(line for line in self.lines if line.wrong)


def golden_of(source: Path) -> Path:
    """Where the golden of an input lies."""
    return source.with_name(source.name + SUFFIX)


def input_of(golden: Path) -> Path:
    """What a golden tells of."""
    return golden.with_name(golden.name.removesuffix(SUFFIX))


def load(path: Path) -> Golden:
    """The golden at `path`. Raises `InputError`, naming file and line, where it cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8", "surrogatepass").removeprefix(_MARK)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from None
    if not text.strip():
        raise InputError(f"{path}: is empty; `vnnews-clean golden update {path}` writes it")
    rows = [row.removesuffix("\r") for row in text.split("\n")]
    begins = next((at for at, row in enumerate(rows) if not row.startswith("#")), len(rows))
    try:
        head = tomllib.loads("\n".join(row[1:].strip() for row in rows[:begins]))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}:1: the head is no TOML: {error}") from None
    lines, numbers = [], []
    for number, row in enumerate(rows[begins:], begins + 1):
        try:
            line = read(row)
        except ValueError as error:
            raise InputError(f"{path}:{number}: {error}") from None
        if row.strip():
            lines.append(line)
            numbers.append(number)
    return Golden(tuple(lines), head, tuple(numbers))


def save(path: Path, golden: Golden, gaps: Sequence[bool] = ()) -> bool:
    """Write `golden` to `path`; says whether that changed anything. Raises `InputError`.

    `gaps` says before which lines an empty one stands.
    """
    apart = [*gaps, *[False] * len(golden.lines)]
    rows = [f"# {key} = {_toml(value)}" for key, value in golden.head.items()]
    rows += [""] if rows else []
    rows += [] if golden.lines else ["# # no text at all"]
    for line, gap in zip(golden.lines, apart, strict=False):
        rows += ["", written(line)] if gap and rows and rows[-1] else [written(line)]
    return write(path, ("\n".join(rows) + "\n").encode("utf-8", "surrogatepass"), overwrite=True)


def cleaned(source: Path, head: Head) -> Result:
    """`source`, cleaned as `head` says; its settings go before those of a configuration file.

    Raises `InputError` for a file that cannot be read, `ConfigError` for settings that do not exist.
    """
    where = golden_of(source)
    table = {key: value for key, value in head.items() if key not in _OWN}
    settings = parse(table, where)
    names = [key.replace("-", "_") for key in table]
    overrides = {name: getattr(settings, name) for name in names}
    for key in ("url", "as"):
        if not isinstance(head.get(key, ""), str):
            raise ConfigError(f'{where}: key "{key}" must be a string')
    url, sort = (str(head[key]) if key in head else None for key in ("url", "as"))
    if sort is not None and sort not in SORTS:
        raise ConfigError(f'{where}: key "as": unknown "{sort}"{nearest(sort, SORTS)}')
    return open_document(str(source), Configuration(None, overrides), url, sort).clean()


def lines_of(result: Result) -> tuple[Line, ...]:
    """Every line of the document and what became of it, as a golden has it."""
    return tuple(_line(result, parts) for _, parts in parts_of(result))


def gaps_of(result: Result) -> list[bool]:
    """Before which lines an empty one stands."""
    return [block.gap > 1 for block in result.document.blocks]


def _line(result: Result, parts: Sequence[Part]) -> Line:
    text = result.document.text
    runs = [_SPACE.sub(" ", text[part.start : part.end]) for part in parts]
    pieces = [
        Piece(run, part.fate, " + ".join(rules_of(part)))
        for run, part in zip(runs, parts, strict=True)
    ]
    return Line(tuple(pieces))


def _toml(value: object) -> str:
    """A string, a number or a list or table of such as TOML, which has the strings of JSON."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(k)} = {_toml(v)}' for k, v in value.items())} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)

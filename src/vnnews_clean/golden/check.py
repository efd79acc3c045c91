"""A golden against its input: the verdict, in words that can be read at a glance, and the update."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..errors import InputError, visible
from ..notation import WRONG
from ..result import Result
from .compare import Comparison, Difference, What, compare
from .file import SUFFIX, Golden, Head, cleaned, gaps_of, golden_of, input_of, lines_of, load, save

_MEANS: Final = {
    What.LOST: "was kept, and is gone now",
    What.LEAKED: "was dropped, and is there now",
    What.MENDED: f"was marked {WRONG} as known to be wrong, and has the other fate now",
    What.REASON: "same fate, another reason",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found out."""

    path: Path
    """The golden."""
    golden: Golden
    comparison: Comparison
    rules: frozenset[str]
    """The rules that cut or name something in the document now."""
    reasons: Mapping[str, str]
    """Rule → its summary."""

    @property
    def broken(self) -> bool:
        return self.comparison.broken

    @property
    def changed(self) -> bool:
        return bool(self.comparison.differences)

    def report(self, name: str = "") -> str:
        """Every difference, whole: what was lost, then what leaked, then the rest.

        `name` is how the golden is called, where not by its path.
        """
        name = visible(name or str(self.path))
        parts = [part for what in What for part in self._group(what, name)]
        if self.changed:
            parts.append(f"If this is as it should be: vnnews-clean golden update {name}")
        return "\n".join(parts)

    def _group(self, what: What, name: str) -> Iterator[str]:
        found = self.comparison.of(what)
        if found:
            yield f"{what} ({_MEANS[what]}):"
            for difference in found:
                yield f"  {name}:{self._number(difference)}  {difference.text}"
                yield f"      {difference.before} -> {difference.now}{self._why(difference.now)}"

    def _number(self, difference: Difference) -> int:
        numbers = self.golden.numbers
        return numbers[difference.line] if difference.line < len(numbers) else 1

    def _why(self, said: str) -> str:
        summary = self.reasons.get(said.split(" + ", 1)[0], "")
        return f": {summary}" if summary else ""


def check(path: Path) -> Verdict:
    """The golden at `path` against its input.

    Raises `InputError` where one of them is missing, empty or broken, and says what to do;
    `ConfigError` for settings that do not exist.
    """
    golden = load(path)
    source = input_of(path)
    if not source.exists():
        raise InputError(
            f"{path}: there is no {source.name} beside it; put it there, or remove the golden"
        )
    return judge(path, golden, cleaned(source, golden.head))


def judge(path: Path, golden: Golden, result: Result) -> Verdict:
    """`result` against a golden that was loaded from `path`."""
    now = lines_of(result)
    rules = frozenset(rule for line in now for piece in line.pieces for rule in piece.rules)
    return Verdict(path, golden, compare(golden.lines, now), rules, result.reasons)


def add(source: Path, head: Head) -> tuple[Path, bool]:
    """Write the golden of `source`; where it lies, and whether it is new or other than before."""
    head = {key: list(value) if isinstance(value, tuple) else value for key, value in head.items()}
    return golden_of(source), put(golden_of(source), head, cleaned(source, head))


def put(path: Path, head: Head, result: Result) -> bool:
    """Write what `result` is now to the golden at `path`; marks stay where the fate is the same."""
    now = lines_of(result)
    with suppress(InputError):  # missing, empty or broken: it is written anew
        now = compare(load(path).lines, now).lines
    return save(path, Golden(now, head), gaps_of(result))


def update(path: Path) -> bool:
    """Write the golden at `path` anew, with the settings of its head; says whether it changed."""
    try:
        head = load(path).head
    except InputError:
        if path.exists() and path.read_bytes().strip():
            raise  # a broken golden may hold work of hands
        head = {}
    return put(path, head, cleaned(input_of(path), head))


def goldens_in(places: Sequence[Path]) -> Iterator[Path]:
    """The goldens at `places`: goldens, inputs that have one, and folders, in order of their names.

    Raises `InputError` for a place that does not exist, or an input that has no golden.
    """
    for place in places:
        if place.is_dir():
            yield from sorted(path for path in place.rglob(f"*{SUFFIX}") if path.is_file())
        elif place.name.endswith(SUFFIX):
            yield place
        elif golden_of(place).exists():
            yield golden_of(place)
        else:
            what = f"has no golden; `vnnews-clean golden add {place}` makes one"
            raise InputError(f"{place}: {what if place.exists() else 'no such file'}")

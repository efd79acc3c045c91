"""What a rule yields, made into labels: checked, so that a mistake names its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from .errors import RuleError
from .evidence import Evidence
from .model import Kind, Label, Line, Mark

Marks = Iterable[Mark | tuple[int, int]]
_NONE: Final = Evidence()


def labelled(rule: str, kinds: Sequence[Kind], marks: Marks, own: Evidence) -> list[Label]:
    """The labels of `marks`, as they come; `own` is the evidence of those that give none.

    Raises `RuleError` for what is no mark, and whatever `marks` raises.
    """
    labels: list[Label] = []
    for mark in marks:
        said = mark if isinstance(mark, Mark) else _mark(rule, mark)
        kind = said.kind or kinds[0]
        evidence = own if said.evidence == _NONE else said.evidence
        labels.append(Label(said.start, said.end, kind, rule, said.confidence, evidence))
    return labels


def _mark(rule: str, found: object) -> Mark:
    if isinstance(found, str | bytes) or not isinstance(found, Sequence):
        raise RuleError(rule, f"a mark is a span and what is said of it, not {found!r}")
    try:
        return Mark(*found)
    except TypeError:
        raise RuleError(rule, f"a mark is a span and what is said of it, not {found!r}") from None


def check(label: Label, kinds: Sequence[Kind]) -> None:
    """Raises `RuleError` for a label whose parts are not what they should be."""
    if type(label.confidence) not in (float, int) or not 0 <= label.confidence <= 1:
        raise RuleError(label.rule, f"confidence is a number from 0 to 1, not {label.confidence!r}")
    if label.kind not in kinds:
        declared = ", ".join(kinds)
        raise RuleError(
            label.rule, f"kind is one that it declares ({declared}), not {label.kind!r}"
        )
    if not isinstance(label.evidence, Evidence) or not all(
        isinstance(part, str) for part in label.evidence
    ):
        raise RuleError(label.rule, f"evidence is an Evidence of strings, not {label.evidence!r}")


def ordered(rule: str, found: list[Label], size: int, *, joins: bool) -> list[Label]:
    """The labels of one `rule` in order, each span once; those that overlap are joined, if it so
    `joins`. Raises `RuleError` for what is no span of a text of `size` characters.
    """
    for label in found:
        start, end = label.start, label.end
        if type(start) is not int or type(end) is not int:
            raise RuleError(rule, f"a span is two integers, not {start!r}, {end!r}")
        if not 0 <= start < end <= size:
            raise RuleError(rule, f"no span of a text of {size} characters: {start}, {end}")
    found.sort()
    once = found[:1]
    for label in found[1:]:
        last = once[-1]
        if label.start >= last.end:
            once.append(label)
        elif joins:
            once[-1] = last._replace(end=max(last.end, label.end))
        elif label[:2] != last[:2]:
            raise RuleError(rule, f"spans overlap: {last[:2]}, {label[:2]}")
    return once


def unlabelled(lines: Iterable[Line], labels: Iterable[Label]) -> Iterator[Line]:
    """The `lines` that are not covered whole by `labels`; both sorted by where they begin."""
    coming = iter(labels)
    label = next(coming, None)
    reach = 0
    for line in lines:
        while label and label.start <= line.start:
            reach = max(reach, label.end)
            label = next(coming, None)
        if reach < line.end:
            yield line

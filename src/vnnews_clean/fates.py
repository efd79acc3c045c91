"""What becomes of every block of a document: the walk behind `explain`, goldens and reports."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .model import Block, Kind, Label, Removal
from .notation import Fate
from .outcome import Outcome


class Part(NamedTuple):
    """A run of a block that has one fate. Offsets index ``Document.text``."""

    start: int
    end: int
    fate: Fate = "kept"
    source: Removal | Label | None = None
    """What says so; ``None`` for what no rule speaks of."""


def parts_of(result: Outcome) -> Iterator[tuple[Block, list[Part]]]:
    """Every block and its parts, in order. Linear: spans and blocks are walked side by side."""
    text = result.document.text
    spans = _spans(result)
    at = 0
    for block in result.document.blocks:
        while at < len(spans) and spans[at].end <= block.start:
            at += 1
        parts: list[Part] = []
        position, ahead = block.start, at
        while ahead < len(spans) and spans[ahead].start < block.end:
            span = spans[ahead]
            start, end = max(span.start, block.start), min(span.end, block.end)
            parts += [Part(position, start), span._replace(start=start, end=end)]
            position, ahead = end, ahead + 1
        parts.append(Part(position, block.end))
        yield block, _inked(text, parts)


def _inked(text: str, parts: Sequence[Part]) -> list[Part]:
    """`parts` without those that are space; space between two goes to the first of them."""
    inked: list[Part] = []
    for part in parts:
        if text[part.start : part.end].strip():
            inked.append(part)
        elif inked:
            inked[-1] = inked[-1]._replace(end=part.end)
    return inked


def _spans(result: Outcome) -> list[Part]:
    """What is dropped or named: sorted and disjoint. Of names that overlap, the first is shown."""
    removals = result.removals
    dropped = [Part(r.start, r.end, "dropped", r) for r in removals]
    ends = [r.end for r in removals]
    named: list[Part] = []
    for label in sorted(result.labels, key=lambda x: (x.start, -x.end, x.rule)):
        after = bisect_right(ends, label.start)
        cut = after < len(removals) and removals[after].start < label.end
        if cut or label.kind is Kind.BODY or (named and label.start < named[-1].end):
            continue
        named.append(Part(label.start, label.end, "named", label))
    return sorted([*dropped, *named], key=lambda part: part.start)


def rules_of(part: Part) -> tuple[str, ...]:
    """The rules that speak of `part`, the one that decided first."""
    source = part.source
    if source is None:
        return ()
    return source.rules if isinstance(source, Removal) else (source.rule,)


class Reasons:
    """The labels behind what became of a document. Built once, asked for every part."""

    def __init__(self, result: Outcome) -> None:
        self._labels: defaultdict[str, list[Label]] = defaultdict(list)
        for label in result.labels:
            self._labels[label.rule].append(label)

    def labels(self, part: Part) -> list[Label]:
        """For each rule of `part`, the label that begins with `part`, or the nearest one."""
        found: list[Label] = []
        for rule in rules_of(part):
            own = self._labels.get(rule, [])
            at = bisect_right(own, part.start, key=lambda label: label.start)
            found += [label for label in own[max(0, at - 1) : at + 1] if label.start < part.end][:1]
        return found

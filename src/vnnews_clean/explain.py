"""The whole document with reasons, in the notation of fixtures and goldens (see `notation`).

Above stands what was counted, below why: every rule in its own words, and every sort of repair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from .edits import mended
from .errors import counted, visible
from .fates import Part, parts_of
from .model import Block, Document, Evidence, Removal
from .notation import Line, Paint, Piece, Style, written
from .outcome import Outcome
from .phrases import file_of

_CODES: Final[dict[Style, str]] = {
    "kept": "",
    "named": "\x1b[36m",
    "dropped": "\x1b[31m",
    "note": "\x1b[2m",
}
_SHOWN: Final = 5
"""Pieces of evidence that are shown of a rule."""
_RESET: Final = "\x1b[0m"


def explanation(result: Outcome, *, color: bool = False) -> str:
    """The document line by line, what became of each, and why; with ANSI colours if wanted."""
    paint = _Paint(color)
    lines = list(parts_of(result))
    shown = [_line(result.document, block, parts, paint) for block, parts in lines]
    head = [paint(f"# {line}", "note") for line in _head(result, [parts for _, parts in lines])]
    legend = [paint(f"# {line}", "note") for line in _legend(result)]
    return "\n\n".join("\n".join(group) for group in (head, shown, legend) if group)


class _Paint:
    def __init__(self, color: bool) -> None:
        self._color = color

    def __call__(self, text: str, style: Style) -> str:
        code = _CODES[style] if self._color else ""
        return f"{code}{text}{_RESET}" if code else text


def _line(document: Document, block: Block, parts: Sequence[Part], paint: Paint) -> str:
    pieces = (Piece(visible(document.text[p.start : p.end]), p.fate, _reason(p)) for p in parts)
    return "\n" * (block.gap > 1) + written(Line(tuple(pieces)), paint)


def _reason(part: Part) -> str:
    """The rules that agreed to a removal, or the rule that gave a name, and the name."""
    source = part.source
    if isinstance(source, Removal):
        return " + ".join(source.rules)
    return f"{source.rule} ({source.kind})" if source else ""


def _head(result: Outcome, lines: Sequence[Sequence[Part]]) -> Iterator[str]:
    document = result.document
    fates = [{part.fate == "dropped" for part in parts} for parts in lines]
    kept, dropped = fates.count({False}), fates.count({True})
    counts = f"{counted(len(lines), 'line')}: {kept} kept, {dropped} dropped"
    yield counts + (f", {inside} cut inside" if (inside := len(lines) - kept - dropped) else "")
    if document.markup or document.document_type != "article":
        reason = f": {document.type_reason}" if document.type_reason else ""
        yield f"document type {document.document_type}{reason}"
    for reason, count in Counter(edit.reason for edit in mended(document.edits)).items():
        yield f"repaired: {reason}, {counted(count, 'place')}"
    for remark in document.diagnostics:
        yield f"note: {remark}"


def _legend(result: Outcome) -> Iterator[str]:
    """Every rule that agreed to a removal: how often, how much, what it is about, what woke it."""
    places: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for removal in result.removals:
        for rule in removal.rules:
            places[rule] += 1
            size[rule] += removal.end - removal.start
    woken: dict[str, Counter[Evidence]] = {rule: Counter() for rule in places}
    for label in result.labels:
        if label.rule in woken:
            woken[label.rule][label.evidence] += 1
    for rule, count in places.most_common():
        times = f"{counted(count, 'place')}, {counted(size[rule], 'character')}"
        summary = result.reasons.get(rule, "")
        yield f"{rule} ({times})" + (f": {summary}" if summary else "")
        for evidence, often in woken[rule].most_common(_SHOWN):
            yield f"    {told(evidence)}" + (f", {often} times" if often > 1 else "")
        if len(woken[rule]) > _SHOWN:
            yield f"    and {len(woken[rule]) - _SHOWN} more"


def told(evidence: Evidence) -> str:
    """Evidence in words: ``phrase "tin liên quan" of related.header (related.toml)``."""
    sort, what, where = evidence
    if sort != "phrase":
        return " ".join(filter(None, (sort, what, where and f"in {where}")))
    return f'phrase "{what}" of {where} ({file_of(where)})'

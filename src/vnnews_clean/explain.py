"""The whole document with reasons, in the notation of the annotated fixtures (see `testing`)::

      Hà Nội hôm nay mưa to, nhiều nơi ngập sâu.
    - TIN LIÊN QUAN  [related.header]
    = Ảnh: Minh Hà  [caption.credit (caption)]
    ~ Giá xăng giảm. {{>> Xem thêm: Giá dầu}} Giá gas tăng.  [related.inline]

``-`` is dropped, ``=`` is kept and has a name, ``~`` has parts that are dropped or named. Above
stands what was counted, below why: every rule in its own words, and every sort of repair.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from .model import Block, Document, Kind
from .result import Result

Fate = Literal["kept", "named", "dropped"]

_SIGNS: Final[dict[Fate, str]] = {"kept": " ", "named": "=", "dropped": "-"}
_BRACES: Final[dict[Fate, tuple[str, str]]] = {
    "kept": ("", ""),
    "named": ("{=", "=}"),
    "dropped": ("{{", "}}"),
}
_CODES: Final[dict[Fate | Literal["note"], str]] = {
    "kept": "",
    "named": "\x1b[36m",
    "dropped": "\x1b[31m",
    "note": "\x1b[2m",
}
_RESET: Final = "\x1b[0m"
_CONTROLS: Final = {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code != ord("\t")
}
"""Control characters are shown, not sent: a terminal would obey them."""


class Part(NamedTuple):
    """A run of a block that has one fate. Offsets index ``Document.text``."""

    start: int
    end: int
    fate: Fate = "kept"
    reason: str = ""


def explanation(result: Result, *, color: bool = False) -> str:
    """The document line by line, what became of each, and why; with ANSI colours if wanted."""
    paint = _Paint(color)
    lines = list(_blocks(result))
    shown = [_line(result.document, block, parts, paint) for block, parts in lines]
    head = [paint(f"# {line}", "note") for line in _head(result, [parts for _, parts in lines])]
    legend = [paint(f"# {line}", "note") for line in _legend(result)]
    return "\n\n".join("\n".join(group) for group in (head, shown, legend) if group)


class _Paint:
    def __init__(self, color: bool) -> None:
        self._color = color

    def __call__(self, text: str, style: Fate | Literal["note"]) -> str:
        code = _CODES[style] if self._color else ""
        return f"{code}{text}{_RESET}" if code else text


def _blocks(result: Result) -> Iterator[tuple[Block, list[Part]]]:
    """Every block and its parts, in order. Linear: spans and blocks are walked side by side."""
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
            parts += [Part(position, start), Part(start, end, span.fate, span.reason)]
            position, ahead = end, ahead + 1
        parts.append(Part(position, block.end))
        text = result.document.text
        yield block, [p for p in parts if text[p.start : p.end].strip()]


def _spans(result: Result) -> list[Part]:
    """What is dropped or named: sorted and disjoint. Of names that overlap, the first is shown."""
    removals = result.removals
    dropped = [Part(r.start, r.end, "dropped", ", ".join(r.rules)) for r in removals]
    ends = [r.end for r in removals]
    named: list[Part] = []
    for label in sorted(result.labels, key=lambda x: (x.start, -x.end, x.rule)):
        after = bisect_right(ends, label.start)
        cut = after < len(removals) and removals[after].start < label.end
        if cut or label.kind is Kind.BODY or (named and label.start < named[-1].end):
            continue
        named.append(Part(label.start, label.end, "named", f"{label.rule} ({label.kind})"))
    return sorted([*dropped, *named])


def _line(document: Document, block: Block, parts: Sequence[Part], paint: _Paint) -> str:
    gap = "\n" if block.gap > 1 else ""
    reasons = ", ".join(dict.fromkeys(part.reason for part in parts if part.reason))
    note = paint(f"  [{reasons}]", "note") if reasons else ""
    fates = {part.fate for part in parts}
    if len(fates) == 1 and (parts[0].fate == "dropped" or len(parts) == 1):
        fate = parts[0].fate
        text = _visible(document.text_of(block))
        return gap + paint(f"{_SIGNS[fate]} {text}", fate) + note
    return gap + "~ " + "".join(_piece(document, part, paint) for part in parts) + note


def _piece(document: Document, part: Part, paint: _Paint) -> str:
    opening, closing = _BRACES[part.fate]
    return paint(opening + _visible(document.text[part.start : part.end]) + closing, part.fate)


def _visible(text: str) -> str:
    return text.translate(_CONTROLS)


def _head(result: Result, lines: Sequence[Sequence[Part]]) -> Iterator[str]:
    document = result.document
    fates = [{part.fate == "dropped" for part in parts} for parts in lines]
    kept, dropped = fates.count({False}), fates.count({True})
    counts = f"{len(lines)} lines: {kept} kept, {dropped} dropped"
    yield counts + (f", {inside} cut inside" if (inside := len(lines) - kept - dropped) else "")
    if document.markup or document.document_type != "article":
        reason = f": {document.type_reason}" if document.type_reason else ""
        yield f"document type {document.document_type}{reason}"
    for reason, count in Counter(edit.reason for edit in document.edits).items():
        yield f"repaired: {reason}, {count} place{'s' * (count > 1)}"
    for remark in document.diagnostics:
        yield f"note: {remark}"


def _legend(result: Result) -> Iterator[str]:
    """Every rule that agreed to a removal: how often, how much, and what it is about."""
    places: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for removal in result.removals:
        for rule in removal.rules:
            places[rule] += 1
            size[rule] += removal.end - removal.start
    for rule, count in places.most_common():
        times = f"{count} place{'s' * (count > 1)}, {size[rule]} characters"
        summary = result.reasons.get(rule, "")
        yield f"{rule} ({times})" + (f": {summary}" if summary else "")

"""What the kept lines are: title, lede, headings, body. Descriptive only; nothing is cut by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..marks import unlabelled
from ..model import BOILERPLATE, EDITORIAL, NAMED, Document, Kind, Label, Mark
from ..patterns import pattern
from ..rule import context_rule

_BULLET: Final = pattern(r"(?:[-–•*+▪●◦]|\d{1,2}[.)])\s+\S")
_NAMED: Final = BOILERPLATE | EDITORIAL
_HEAD: Final = 3  # lines among which the lede stands
_LEDE: Final = 600
_LEDE_WORDS: Final = 12
_HEADING: Final = 25  # words of the longest heading
_TAGS: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    "li": Kind.LIST,
    "blockquote": Kind.QUOTE,
    **dict.fromkeys(("table", "td", "th", "tr"), Kind.TABLE),
}


@context_rule(
    "structure.blocks",
    kind=[Kind.BODY, Kind.TITLE, Kind.LEDE, Kind.HEADING, Kind.LIST, Kind.TABLE, Kind.QUOTE],
)
def structure_blocks(document: Document, labels: Sequence[Label]) -> Iterator[Mark]:
    """Title, lede, headings, lists and body, by place and shape, of what no other rule named.

    Labels:
        Ba việc phải làm trước
        - Sửa lại con đường vào xưởng
    Keeps:
        Ngọn đèn nhìn từ bãi đá. (Ảnh: Minh Hà)
    """
    open_lines = list(unlabelled(document.lines, (x for x in labels if x.kind in _NAMED)))
    titled = led = False
    for position, line in enumerate(open_lines):
        last = position == len(open_lines) - 1
        lede = line.words >= _LEDE_WORDS and len(line.text) <= _LEDE
        kind = _TAGS.get(line.block.tag)
        if position == 0 and not last and line.is_headline:
            kind = Kind.TITLE
        elif kind is None and titled and not led and position < _HEAD and lede:
            kind = Kind.LEDE
        elif kind is None and _BULLET.match(line.text):
            kind = Kind.LIST
        elif kind is None and not last and line.words <= _HEADING and not line.is_paragraph:
            kind = Kind.HEADING if line.is_heading else None
        titled, led = titled or kind == Kind.TITLE, led or kind == Kind.LEDE
        yield Mark(line.start, line.end, NAMED, kind or Kind.BODY)

"""What the kept lines are: title, lede, headings, body. Descriptive only; nothing is cut by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..model import BOILERPLATE, EDITORIAL, Block, Document, Kind, Label, Mark
from ..rule import context_rule
from ..shapes import ends_sentence, is_headline, is_paragraph, word_count

CONFIDENCE: Final = 0.5
"""Structure is the weakest evidence: it never protects a block from a rule that is sure."""
_BULLET: Final = re.compile(r"(?:[-–•*+▪●◦]|\d{1,2}[.)])\s+\S")
_TAGS: Final = {
    "li": Kind.LIST,
    "blockquote": Kind.QUOTE,
    "table": Kind.TABLE,
    "td": Kind.TABLE,
    "th": Kind.TABLE,
    "tr": Kind.TABLE,
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
    open_blocks = list(_unlabelled(document, labels))
    titled = led = False
    for position, index in enumerate(open_blocks):
        block = document.blocks[index]
        text = document.text_of(block)
        following = open_blocks[position + 1 :]
        kind = _kind_by_markup(block)
        if (
            kind is None
            and not titled
            and not led
            and position == 0
            and following
            and _is_title(text)
        ):
            kind = Kind.TITLE
        elif (
            kind is None
            and titled
            and not led
            and position <= 2
            and len(text) <= 600
            and word_count(text) >= 12
        ):
            kind = Kind.LEDE
        elif kind is None and _BULLET.match(text):
            kind = Kind.LIST
        elif (
            kind is None
            and following
            and word_count(text) <= 25
            and not is_paragraph(text)
            and is_heading(text)
        ):
            kind = Kind.HEADING
        titled, led = titled or kind == Kind.TITLE, led or kind == Kind.LEDE
        yield Mark(block.start, block.end, CONFIDENCE, kind or Kind.BODY)


def is_heading(text: str) -> bool:
    """True for a line that may stand above a section: short, and no full stop at its end."""
    return (
        word_count(text) >= 2
        and (text.endswith("?") or not ends_sentence(text))
        and text[-1] not in ",;:"
    )


def _is_title(text: str) -> bool:
    return is_headline(text) and not is_paragraph(text)


def _kind_by_markup(block: Block) -> Kind | None:
    if block.role in (Kind.TITLE, Kind.LEDE):
        return Kind(block.role)
    if block.tag == "h1":
        return Kind.TITLE
    if block.tag in ("h2", "h3", "h4", "h5", "h6"):
        return Kind.HEADING
    return _TAGS.get(block.tag)


def _unlabelled(document: Document, labels: Sequence[Label]) -> Iterator[int]:
    """Indices of the blocks of which no boilerplate or editorial label covers the whole."""
    named = [x for x in labels if x.kind in BOILERPLATE or x.kind in EDITORIAL]
    cursor = 0
    reach = 0
    for index, block in enumerate(document.blocks):
        while cursor < len(named) and named[cursor].start <= block.start:
            reach = max(reach, named[cursor].end)
            cursor += 1
        if reach < block.end:
            yield index

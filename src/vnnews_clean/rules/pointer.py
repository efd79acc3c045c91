"""Links to other articles inside flat text: "Xem thêm:", headlines in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import has_break, link_end
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..textkey import UPPER

_BRACKET: Final = re.compile(
    rf"(?<=[.!?”\"…/]\s)\s?\[\s?(?:\[?(?:Photo|Video|Infographics?)\]?\s*)?[\"“']?[{UPPER}\d][^\[\]]{{22,140}}\](?=\s*(?:[\"“'(\[]*[{UPPER}\d]|$))",
    re.MULTILINE,
)
_FEWEST_WORDS: Final = 5
_QUOTATION: Final = 400
"""Characters within which the beginning of a quotation is looked for."""


@rule("related.pointer", kind=Kind.RELATED, phrases=["related.pointer"])
def related_pointer(document: Document) -> Iterator[Mark]:
    """“Xem thêm:” with a headline inside flat text, or bare at its end.

    Drops:
        … trong năm tới. Xem thêm: Lúa chín sớm, nông dân phấn khởi
    Keeps:
        Xem thêm những hình ảnh dưới đây, người đọc sẽ hiểu vì sao.
    """
    text = document.text
    for hit in document.hits["related.pointer"]:
        block = document.blocks[hit.block]
        if hit.start == block.start:
            continue
        end = link_end(text, hit.end, block.end)
        if end is not None:
            yield Mark(hit.start, end, SURE)


@rule("related.bracket", kind=Kind.RELATED)
def related_bracket(document: Document) -> Iterator[Mark]:
    """A headline in square brackets between two sentences, as the news agency links its stories.

    Drops:
        [Bắc Bộ sắp đón đợt không khí lạnh đầu tiên trong mùa]
    Keeps:
        “Họ [các kỹ sư] đã làm việc suốt đêm”, ông nói.
    """
    if "[" not in document.text:
        return
    for found in _BRACKET.finditer(document.text):
        if len(found.group().split()) < _FEWEST_WORDS or _is_quoted(document.text, found.start()):
            continue
        if not has_break(document.text, found.start(), found.end()):
            yield Mark(found.start(), found.end(), LIKELY)


def _is_quoted(text: str, start: int) -> bool:
    """True inside a quotation: what stands in brackets there is the reporter's remark."""
    low = max(0, start - _QUOTATION)
    return text.rfind("“", low, start) > text.rfind("”", low, start)

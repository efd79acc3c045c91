"""Captions and credits of images.

The default policy keeps them; `body` cuts them; either way they feed the metadata. A span is only
labelled where its border is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_caption, is_credit
from ..textkey import UPPER

_CREDIT: Final = re.compile(
    r"\((?:ảnh|nguồn|nguồn ảnh|ảnh minh h[oọ][aạ]|video|clip|đồ họa|hình|theo)\b[^()\n]{0,60}\)",
    re.IGNORECASE,
)


_SENTENCE: Final = re.compile(rf"[.!?…][\"'”’»)\]]*\s+[\"'“‘(]*[{UPPER}]")
_SENTENCES: Final = 3
"""Sentences from which on, the credit aside, a line is no caption."""


@rule("caption.line", kind=Kind.CAPTION)
def caption_line(document: Document) -> Iterator[Mark]:
    """A line that ends with the credit of an image: "… (Ảnh: X)".

    Never the first line, which is the headline or the whole text, nor a line of many sentences:
    that is a paragraph with a source.

    Labels:
        Nghệ nhân bên lò nung. (Ảnh: Báo Sông Quê)
    """
    for block in document.blocks[1:]:
        text = document.text_of(block)
        if is_caption(text) and not is_credit(text) and len(_SENTENCE.findall(text)) < _SENTENCES:
            yield Mark(block.start, block.end, LIKELY)


@rule("caption.credit", kind=Kind.CAPTION)
def caption_credit(document: Document) -> Iterator[Mark]:
    """The credit of an image in brackets, inside running text.

    Labels:
        (Ảnh minh họa)
    """
    if "(" not in document.text:
        return
    for found in _CREDIT.finditer(document.text):
        yield Mark(found.start(), found.end(), LIKELY)

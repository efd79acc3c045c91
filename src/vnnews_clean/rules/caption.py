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

_CREDIT: Final = re.compile(
    r"\((?:ảnh|nguồn|nguồn ảnh|ảnh minh h[oọ][aạ]|video|clip|đồ họa|hình|theo)\b[^()\n]{0,60}\)",
    re.IGNORECASE,
)


@rule("caption.line", kind=Kind.CAPTION)
def caption_line(document: Document) -> Iterator[Mark]:
    """A line that ends with the credit of an image: "… (Ảnh: X)".

    Labels:
        Nghệ nhân bên lò nung. (Ảnh: Báo Sông Quê)
    """
    for block in document.blocks:
        if is_caption(document.text_of(block)) and not is_credit(document.text_of(block)):
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

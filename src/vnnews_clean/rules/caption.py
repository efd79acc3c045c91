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
from ..shapes import is_byline, is_caption, is_credit, word_count
from ..textkey import UPPER

_CREDIT: Final = re.compile(
    rf"\((?:(?i:ảnh|nguồn|nguồn ảnh|video|clip|đồ họa|hình)\s*:[^()\n]{{1,60}}"
    rf"|(?i:ảnh minh h[oọ][aạ]|ảnh tư liệu|ảnh chụp màn hình|ảnh cắt từ clip)[^()\n]{{0,40}}"
    rf"|(?i:ảnh|theo) [{UPPER}][^()\n]{{1,40}})\)"
)
_SENTENCE: Final = re.compile(rf"[.!?…][\"'”’»)\]]*\s+[\"'“‘(]*[{UPPER}]")
_SENTENCES: Final = 3
"""Sentences from which on, the credit aside, a line is no caption."""
_LONGEST: Final = 40
"""Words from which on a line of more than one sentence is no caption."""
_STORY: Final = 0.6
"""Share of the text in captions from which on the captions are the story."""
_SENTENCE_LENGTH: Final = 70
"""Characters from which on a line counts as text; menus have less."""
_NAMED_ONLY: Final = 0.4
"""Confidence of captions that are the story: labelled, never cut."""


@rule("caption.line", kind=Kind.CAPTION)
def caption_line(document: Document) -> Iterator[Mark]:
    """A line that ends with the credit of an image: "… (Ảnh: X)".

    Never the first line, which is the headline or the whole text, nor a line of many sentences:
    that is a paragraph with a source.

    Labels:
        Nghệ nhân bên lò nung. (Ảnh: Báo Sông Quê)
    Keeps:
        Bức ảnh ấy nay treo trong nhà truyền thống của làng.
    """
    captions = [b for b in document.blocks[1:] if _is_captioned(document.text_of(b))]
    written = sum(size for b in document.blocks if (size := b.end - b.start) >= _SENTENCE_LENGTH)
    story = sum(b.end - b.start for b in captions) > _STORY * written
    for block in captions:
        yield Mark(block.start, block.end, _NAMED_ONLY if story else LIKELY)


def _is_captioned(text: str) -> bool:
    if not is_caption(text) or is_credit(text) or is_byline(text):
        return False
    breaks = len(_SENTENCE.findall(text))
    return breaks < _SENTENCES and not (breaks and word_count(text) > _LONGEST)


@rule("caption.credit", kind=[Kind.CAPTION, Kind.SOURCE])
def caption_credit(document: Document) -> Iterator[Mark]:
    """The credit of an image in brackets, inside running text.

    Labels:
        (Ảnh minh họa)
    Keeps:
        (ông thợ cả, người đứng bên trái)
    """
    if "(" not in document.text:
        return
    for found in _CREDIT.finditer(document.text):
        is_source = found.group()[1:5].lower() == "theo"
        yield Mark(found.start(), found.end(), LIKELY, Kind.SOURCE if is_source else None)

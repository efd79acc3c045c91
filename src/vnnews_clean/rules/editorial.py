"""The newsroom's own marks: captions, credits of images, agency prefixes, dates, disclaimers.

The default policy keeps them; `body` cuts them; either way they feed the metadata. A span is only
labelled where its border is certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, NAMED, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import count_stops
from ..textkey import UPPER

_SENTENCES: Final = 3  # sentences from which on, the credit aside, a line is no caption
_LONGEST: Final = 40  # words from which on a line of more than one sentence is no caption
_STORY: Final = 0.6  # share of the text in captions from which on the captions are the story
_TEXT: Final = 70  # characters from which on a line counts as text; menus have less
_PREFIX: Final = pattern(
    rf"\(?(?:Dân trí|VnMedia|Tiền Phong|Kiến thức|Xây dựng|VTC News|Tin tức thời sự|CôngThương|GiadinhNet|ictnews|"
    rf"[{UPPER}][{UPPER}\d&.]{{1,9}}(?:\.(?:VN|vn|com|net))?(?:[ -]?[Oo]nline|O)?|VTV\.vn|VOV\.vn|Chinhphu\.vn|Baoquocte\.vn)\)?"
    rf"(?:\s[-–—|]\s?|[-–—|]\s)(?=[\"'“‘(]?[{UPPER}\d])"
    r"|\((?:Dân trí|PLO|NLĐO|NLĐ|NLD|HNMO|VTC News|TTXVN|Chinhphu\.vn|CAO|PLVN|ĐTTC|BVPL|VnMedia|TBKTSG Online|Tổ Quốc)\)\s?[-–—.]?\s?"
    r"|Dân trí (?=[A-ZĐÀ-Ỹ])"
)
_PREFIXED: Final = 4  # lines at the head that may bear the paper's mark
_LEDE: Final = 30  # characters of a lede behind its mark, at least


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
    captions = [
        line
        for line in document.lines[1:]
        if line.is_caption
        and not (line.is_credit or line.is_byline)
        and (stops := count_stops(line.text)) < _SENTENCES
        and not (stops and line.words > _LONGEST)
    ]
    written = sum(size for line in document.lines if (size := len(line.text)) >= _TEXT)
    story = sum(len(line.text) for line in captions) > _STORY * written
    for line in captions:
        yield Mark(line.start, line.end, NAMED if story else LIKELY)


@rule("prefix.agency", kind=Kind.PREFIX)
def agency_prefix(document: Document) -> Iterator[Mark]:
    """The paper's or the agency's mark in front of the lede; a headline has none.

    Labels:
        VOV.VN -
    Keeps:
        COVID-19 đã lùi xa, nhưng khoa vẫn giữ một phòng cách ly.
    """
    for line in document.lines[:_PREFIXED]:
        found = _PREFIX.match(document.view, line.start, line.end)
        if not found or line.end - found.end() <= _LEDE:
            continue
        shouted = document.view[found.end() : line.end].isupper()
        if not shouted and (line.index or not line.is_headline):
            yield Mark(line.start, line.start + len(found.group().rstrip()), LIKELY)

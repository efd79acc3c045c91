"""The newsroom's own lines: captions, bylines, credits, agency prefixes, disclaimers.

The default policy keeps them; `body` cuts them; either way they feed the metadata. A span is
only labelled where its border is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..borders import last_sentence
from ..model import LIKELY, SURE, Block, Document, Kind, Label, Mark
from ..rule import context_rule, rule
from ..shapes import is_byline, is_caption, is_credit, word_count
from ..textkey import LOWER, UPPER

_PREFIX: Final = re.compile(
    rf"\(?(?:Dân trí|VnMedia|Tiền Phong|Kiến thức|Xây dựng|VTC News|Tin tức thời sự|CôngThương|GiadinhNet|ictnews|"
    rf"[{UPPER}][{UPPER}\d&.]{{1,9}}(?:\.(?:VN|vn|com|net))?(?:[ -]?[Oo]nline|O)?|VTV\.vn|VOV\.vn|Chinhphu\.vn|Baoquocte\.vn)\)?"
    r"\s?(?:[-–—|:]|\s-\s)\s?(?=\S)"
)
_AGENCY_PREFIX: Final = re.compile(
    r"\((?:Dân trí|PLO|NLĐO|NLĐ|NLD|HNMO|VTC News|TTXVN|Chinhphu\.vn|CAO|PLVN|ĐTTC|BVPL|VnMedia|TBKTSG Online|Tổ Quốc)\)\s?[-–—.]?\s?|Dân trí (?=[A-ZĐÀ-Ỹ])"
)
_CREDIT: Final = re.compile(
    r"\((?:ảnh|nguồn|nguồn ảnh|ảnh minh h[oọ][aạ]|video|clip|đồ họa|hình|theo)\b[^()\n]{0,60}\)",
    re.IGNORECASE,
)
_DISCLAIMER: Final = re.compile(
    r"\W*(?:\(\*\)\s*)?(?:thông tin (?:trong bài )?(?:chỉ )?mang tính|bài viết (?:chỉ )?(?:mang tính|thể hiện (?:quan điểm|văn phong|góc nhìn))|"
    r"tên (?:nhân vật|khách hàng) (?:trong bài )?đã (?:được )?thay đổi|sản phẩm này không phải là thuốc|nội dung (?:bài viết )?chỉ mang tính|"
    r"nhận định thị trường của các công ty|quan điểm của tác giả không nhất thiết)"
)
_CRAWL: Final = re.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)?\W*(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\W*\d{1,2}[:h]\d{2}(?::\d\d)?)?(?:\s?[ap]m)?(?:\W*gmt\W*\d{1,2})?\W*|\d{1,2}[:h]\d{2}\W+(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W*"
)
_NAMES_END: Final = re.compile(
    rf"(?:^|[\s.!?”\"/])([{UPPER}][^\s]*(?:\s[{UPPER}(&–-][^\s]*){{0,6}}\s*)$"
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


@rule("source.line", kind=Kind.SOURCE)
def source_line(document: Document) -> Iterator[Mark]:
    """A source credit on a line of its own, or as the last words of flat text.

    Labels:
        (theo Báo Sông Quê)
    """
    for index, block in enumerate(document.blocks):
        if index == 0:
            continue
        if is_credit(document.text_of(block)):
            yield Mark(block.start, block.end, SURE)
    if start := _closing(document):
        tail = document.text[start : document.blocks[-1].end]
        if is_credit(tail):
            yield Mark(start, document.blocks[-1].end, LIKELY)


@rule("byline.line", kind=Kind.BYLINE)
def byline_line(document: Document) -> Iterator[Mark]:
    """Names on a line of their own under the headline or at the end, or as the last words.

    Labels:
        Sông Thương (ghi)
    """
    blocks = document.blocks
    for index, block in enumerate(blocks):
        near_head = 0 < index <= 4
        near_end = index >= max(1, len(blocks) - 4) or (
            index + 1 < len(blocks) and _tells_end(document, blocks[index + 1])
        )
        text = document.text_of(block)
        if (near_head or near_end) and len(text) >= 3 and is_byline(text) and not is_credit(text):
            yield Mark(block.start, block.end, LIKELY if word_count(text) > 1 else 0.7)
    if start := _closing(document):
        tail = document.text[start : blocks[-1].end]
        if is_byline(tail) and not is_credit(tail):
            yield Mark(start, blocks[-1].end, LIKELY)


def _tells_end(document: Document, block: Block) -> bool:
    text = document.text_of(block)
    return is_credit(text) or any(
        h.start == block.start for hits in document.hits.values() for h in hits
    )


def _closing(document: Document) -> int | None:
    """Where what stands behind the last full stop of the last block begins, if it is short."""
    if not document.blocks:
        return None
    last = document.blocks[-1]
    start = last_sentence(document.text, last.end, last.start, reach=90)
    return start if start and start > last.start and last.end - start <= 70 else None


@rule("prefix.agency", kind=Kind.PREFIX)
def agency_prefix(document: Document) -> Iterator[Mark]:
    """The paper's or the agency's mark in front of the lede.

    Labels:
        VOV.VN -
    """
    for block in document.blocks[:4]:
        found = _AGENCY_PREFIX.match(document.text, block.start, block.end) or _PREFIX.match(
            document.text, block.start, block.end
        )
        if found and block.end - found.end() > 30 and not found.group().strip().endswith(":"):
            yield Mark(block.start, block.start + len(found.group().rstrip()), LIKELY)


@rule("date.line", kind=Kind.DATE)
def date_line(document: Document) -> Iterator[Mark]:
    """A line that is nothing but a date or a time stamp.

    Labels:
        Thứ Năm, 14/11/2013 - 14:21
    """
    for block in document.blocks:
        if 8 <= block.end - block.start <= 60 and _CRAWL.fullmatch(document.key_of(block)):
            yield Mark(block.start, block.end, LIKELY)


@rule("disclaimer.line", kind=Kind.DISCLAIMER)
def disclaimer_line(document: Document) -> Iterator[Mark]:
    """What the paper says about the article so that nobody relies on it.

    Labels:
        * Thông tin trong bài chỉ mang tính tham khảo.
    """
    for block in document.blocks:
        if block.end - block.start <= 400 and _DISCLAIMER.match(
            document.key, block.start, block.end
        ):
            yield Mark(block.start, block.end, LIKELY)

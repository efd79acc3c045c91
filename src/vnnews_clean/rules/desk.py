"""The desk's marks: agency prefixes, dates, disclaimers.

The default policy keeps them; `body` cuts them; either way they feed the metadata. A span is only
labelled where its border is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_headline
from ..textkey import UPPER

_PREFIX: Final = re.compile(
    rf"\(?(?:Dân trí|VnMedia|Tiền Phong|Kiến thức|Xây dựng|VTC News|Tin tức thời sự|CôngThương|GiadinhNet|ictnews|"
    rf"[{UPPER}][{UPPER}\d&.]{{1,9}}(?:\.(?:VN|vn|com|net))?(?:[ -]?[Oo]nline|O)?|VTV\.vn|VOV\.vn|Chinhphu\.vn|Baoquocte\.vn)\)?"
    rf"(?:\s[-–—|]\s?|[-–—|]\s)(?=[\"'“‘(]?[{UPPER}\d])"
)
_AGENCY_PREFIX: Final = re.compile(
    r"\((?:Dân trí|PLO|NLĐO|NLĐ|NLD|HNMO|VTC News|TTXVN|Chinhphu\.vn|CAO|PLVN|ĐTTC|BVPL|VnMedia|TBKTSG Online|Tổ Quốc)\)\s?[-–—.]?\s?|Dân trí (?=[A-ZĐÀ-Ỹ])"
)
_SHORTEST: Final = 30
"""Characters of a lede behind its mark, at least."""
_DISCLAIMER: Final = re.compile(
    r"\W*(?:\(\*\)\s*)?(?:thông tin (?:trong bài )?(?:chỉ )?mang tính|bài viết (?:chỉ )?(?:mang tính|thể hiện (?:quan điểm|văn phong|góc nhìn))|"
    r"tên (?:nhân vật|khách hàng) (?:trong bài )?đã (?:được )?thay đổi|sản phẩm này không phải là thuốc|nội dung (?:bài viết )?chỉ mang tính|"
    r"nhận định thị trường của các công ty|quan điểm của tác giả không nhất thiết)"
)
_CRAWL: Final = re.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)?\W*(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\W*\d{1,2}[:h]\d{2}(?::\d\d)?)?(?:\s?[ap]m)?(?:\W*gmt\W*\d{1,2})?\W*|\d{1,2}[:h]\d{2}\W+(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W*"
)


@rule("prefix.agency", kind=Kind.PREFIX)
def agency_prefix(document: Document) -> Iterator[Mark]:
    """The paper's or the agency's mark in front of the lede; a headline has none.

    Labels:
        VOV.VN -
    Keeps:
        COVID-19 đã lùi xa, nhưng khoa vẫn giữ một phòng cách ly.
    """
    for index, block in enumerate(document.blocks[:4]):
        found = _AGENCY_PREFIX.match(document.text, block.start, block.end) or _PREFIX.match(
            document.text, block.start, block.end
        )
        if not found or block.end - found.end() <= _SHORTEST:
            continue
        lede = document.text[found.end() : block.end]
        if not lede.isupper() and (index or not is_headline(document.text_of(block))):
            yield Mark(block.start, block.start + len(found.group().rstrip()), LIKELY)


@rule("date.line", kind=Kind.DATE)
def date_line(document: Document) -> Iterator[Mark]:
    """A line that is nothing but a date or a time stamp.

    Labels:
        Thứ Năm, 14/11/2013 - 14:21
    Keeps:
        Ngày 14/11/2013, bão đổ bộ vào bãi ngang.
    """
    for block in document.blocks:
        if 8 <= block.end - block.start <= 60 and _CRAWL.fullmatch(document.key_of(block)):
            yield Mark(block.start, block.end, LIKELY)


@rule("disclaimer.line", kind=Kind.DISCLAIMER)
def disclaimer_line(document: Document) -> Iterator[Mark]:
    """What the paper says about the article so that nobody relies on it.

    Labels:
        * Thông tin trong bài chỉ mang tính tham khảo.
    Keeps:
        Số liệu ấy chỉ mang tính tham khảo, ông trưởng trạm nói.
    """
    for block in document.blocks:
        if block.end - block.start <= 400 and _DISCLAIMER.match(
            document.key, block.start, block.end
        ):
            yield Mark(block.start, block.end, LIKELY)

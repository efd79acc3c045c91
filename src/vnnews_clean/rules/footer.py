"""Buttons and the imprint of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_paragraph, word_count
from .company import bar_lines

_IMPRINT: Final = re.compile(
    "copyright|©|bản quyền|giấy phép|t(?:òa|oà) soạn|tổng biên tập|chủ quản|email|fax|điện thoại"
)
_RIGHTS: Final = re.compile(
    r"(?:bản quyền|copyright|ghi rõ nguồn|không được sao chép|cấm sao chép).*"
    r"(?:sao chép|phát hành lại|trích dẫn|ghi rõ nguồn|rights reserved)"
)
"""Whose it is, and that it may not be copied."""
_WHOLE: Final = 3
"""Different words of an imprint that make one line a whole imprint."""
_LONGEST: Final = 400
_PARAGRAPH: Final = 200
"""Characters from which on a sentence is rather the article's."""


@rule("ui.line", kind=Kind.UI, phrases=["ui.line", "ui.start"])
def ui_line(document: Document) -> Iterator[Mark]:
    """Buttons and links of the page itself, and its question about cookies.

    Drops:
        Lên đầu trang
        Chúng tôi sử dụng cookie để trang chạy tốt hơn.
    Keeps:
        Quay lại quê nhà sau mười năm, anh mở một xưởng gốm nhỏ.
    """
    if "ui.line" in document.hits:
        yield from bar_lines(document, "ui.line", alone=False)
    for hit in document.hits.get("ui.start", ()):
        block = document.blocks[hit.block]
        if block.end - block.start <= _LONGEST and len(document.blocks) > 1:
            yield Mark(block.start, block.end, SURE)


@rule("footer.line", kind=Kind.FOOTER, phrases=["footer.line", "footer.start"])
def footer_line(document: Document) -> Iterator[Mark]:
    """The imprint at the foot of a page: licence, editors, address, copyright.

    An imprint line needs another one beside it, a copyright sign, or a whole imprint in it; an address or a telephone
    number counts only beside an imprint, since charities and events print theirs in articles.

    Drops:
        Phiên bản di động
        © 2024 Báo Sông Quê. Giữ toàn quyền.
    Keeps:
        Giấy phép số 12 được cấp cho công ty từ năm 2019, theo hồ sơ vụ án.
        Điện thoại: 0900 000 000
    """
    if "footer.line" in document.hits:
        yield from bar_lines(document, "footer.line", alone=False)
    last = len(document.blocks) - 1
    imprint = {
        h.block
        for group in ("footer.start", "footer.line")
        for h in document.hits.get(group, ())
        if h.block * 2 >= last and (group == "footer.start" or word_count(h.phrase) > 2)
    }
    for group in ("footer.start", "footer.contact"):
        for hit in document.hits.get(group, ()):
            block = document.blocks[hit.block]
            text = document.text_of(block)
            near = imprint & set(range(hit.block - 3, hit.block + 4)) - {hit.block}
            if hit.block * 2 < last or len(text) > _LONGEST:
                continue
            key = document.key_of(block)
            whole = len(set(_IMPRINT.findall(key))) >= _WHOLE
            if not whole and len(text) > _PARAGRAPH and is_paragraph(text):
                continue
            if near or whole or text[0] in "©®" or _RIGHTS.match(key):
                yield Mark(block.start, block.end, SURE if len(near) > 1 else LIKELY)

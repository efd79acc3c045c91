"""The imprint at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..match import Bar
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import word_count

_LINES: Final = Bar("footer.line")
_IMPRINT: Final = pattern(
    "copyright|©|bản quyền|giấy phép|t(?:òa|oà) soạn|tổng biên tập|chủ quản|email|fax|điện thoại"
)
_RIGHTS: Final = pattern(
    r"(?:bản quyền|copyright|ghi rõ nguồn|không được sao chép|cấm sao chép).*"
    r"(?:sao chép|phát hành lại|trích dẫn|ghi rõ nguồn|rights reserved)"
)
"""Whose it is, and that it may not be copied."""
_PRESS: Final = pattern(
    r"\d\s?/\s?gp(?:xb)?\s?-\s?\w+.*"
    r"\b(?:tổng biên tập|chịu trách nhiệm[^:]{0,40}|t(?:òa|oà) soạn|chủ quản|điện thoại|email|fax)\s?:"
)
"""The number of a paper's licence, and a field of its imprint behind it."""
_WHOLE: Final = 3  # different words of an imprint that make one line a whole imprint
_LONGEST: Final = 400
_PARAGRAPH: Final = 200  # characters from which on a sentence is rather the article's
_NEAR: Final = 3
_SAYING: Final = 3  # words of a line that vouches for an address beside it


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
    yield from _LINES(document)
    last = len(document.blocks) - 1
    imprint = {
        hit.block
        for hit in document.hits.saying("imprint")
        if hit.block * 2 >= last
        and (hit.group == "footer.start" or word_count(hit.phrase) >= _SAYING)
    }
    for group in ("footer.start", "footer.contact"):
        for hit in document.hits.get(group, ()):
            line = document.lines[hit.block]
            near = imprint & set(range(hit.block - _NEAR, hit.block + _NEAR + 1)) - {hit.block}
            if hit.block * 2 < last or len(line.text) > _LONGEST:
                continue
            whole = len(set(_IMPRINT.findall(line.key))) >= _WHOLE or bool(_PRESS.search(line.key))
            if not whole and len(line.text) > _PARAGRAPH and line.is_paragraph:
                continue
            if near or whole or line.text.startswith(("©", "®")) or _RIGHTS.match(line.key):
                confidence = SURE if len(near) > 1 else LIKELY
                yield Mark(line.start, line.end, confidence, evidence=hit.evidence)

"""The legal notice of a broker's report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule

_PARAGRAPH: Final = 80  # characters of a line of the notice, at least: below it are names
_SENTENCE: Final = 30  # the same if it ends a sentence
_ITSELF: Final = pattern(r"\b(?:báo cáo|bản tin|tài liệu)\b.{0,12}\bnày\b")
_READER: Final = pattern(r"nhà đầu tư|mời chào|chào mua|mua bán|mua hay bán")
_REFUSED: Final = pattern(r"(?:không|miễn) [^.]{0,30}(?:trách nhiệm|đảm bảo|sao chép|sao chụp)")


@rule("footer.terms", kind=Kind.FOOTER, needs="text", phrases=["footer.terms"])
def broker_terms(document: Document) -> Iterator[Mark]:
    """A heading such as "KHUYẾN CÁO" and the paragraphs under it in which a report speaks of itself,
    of investors, and of what it does not answer for; to the first short line.

    Drops:
        Báo cáo này do Phòng Phân tích Sông Quê viết và chỉ để nhà đầu tư tham khảo. Chúng tôi không chịu trách nhiệm về thua lỗ.
    Keeps:
        Báo cáo này của trạm y tế nhắc bà con ngủ màn, kể cả ban ngày, cho tới hết mùa mưa lũ, và đổ hết nước đọng quanh nhà.
    """
    for hit in document.hits["footer.terms"]:
        last = hit.block
        for line in document.lines[hit.block + 1 :]:
            size = len(line.text)
            if size < _PARAGRAPH and not (size >= _SENTENCE and line.ends_sentence):
                break
            last = line.index
        start, end = document.lines[hit.block].start, document.lines[last].end
        told = (sign.search(document.key, start, end) for sign in (_ITSELF, _READER, _REFUSED))
        if last > hit.block and all(told):
            yield Mark(start, end, LIKELY, evidence=hit.evidence)

"""How to reach the newsroom: the last words of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import last_sentence, sentence_end
from ..model import LIKELY, Document, Hit, Kind, Mark
from ..rule import rule
from ..shapes import is_byline, is_credit

_REACH: Final = 480
_ANYBODY: Final = frozenset(("mọi phản ánh, ý kiến",))
"""Phrases with which offices call as well: a paper's call names its readers or itself."""
_AUDIENCE: Final = re.compile(
    r"độc giả|bạn đọc|quý vị|khán giả|thính giả|chúng tôi|t(?:òa|oà) soạn|ban biên tập|\bbáo\b|@"
)
_CONTACT: Final = re.compile(r"\d{7}|\d[\d .]{6,}\d|@|tại\s?đây|https?://|www\.|mới nhất|giùm bạn")


@rule("promo.newsroom", kind=Kind.PROMO, phrases=["promo.newsroom"])
def promo_newsroom(document: Document) -> Iterator[Mark]:
    """How to reach the newsroom or its advice line: the last words of an article.

    A byline behind it stays.

    Drops:
        Mọi phản ánh, ý kiến của độc giả xin gửi về đường dây nóng 0900 000 000.
    Keeps:
        Mọi phản ánh, ý kiến của người dân đều được chủ tịch xã trả lời trong buổi đối thoại.
    """
    for hit in document.hits["promo.newsroom"]:
        block = document.blocks[hit.block]
        if hit.block < len(document.blocks) - 3 or not _reachable(document, hit):
            continue
        sentence = sentence_end(document.text, hit.end, min(block.end, hit.end + _REACH))
        if hit.phrase in _ANYBODY and not _AUDIENCE.search(document.key, hit.end, sentence):
            continue
        end = block.end
        tail = last_sentence(document.text, end, hit.start)
        if tail and tail > hit.start and _is_signature(document.text[tail:end].strip()):
            end = tail
        if end - hit.start <= _REACH:
            yield Mark(hit.start, end, LIKELY)


def _reachable(document: Document, hit: Hit) -> bool:
    """True where what follows holds a number, an address or the word "here"."""
    rest = document.key[hit.start : hit.start + _REACH]
    return bool(_CONTACT.search(rest))


def _is_signature(text: str) -> bool:
    return is_byline(text) or is_credit(text)

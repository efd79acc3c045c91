"""What the newsroom asks of its readers below an article: letters, pictures, comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..borders import has_break, last_sentence, sentence_end
from ..evidence import Hit
from ..match.pattern import said
from ..model import LIKELY, Block, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import is_byline, is_credit
from ..signs import AnyOf, Spelled

_NEWSROOM: Final = 480  # characters of the longest call of the newsroom
_CLOSING: Final = 3  # lines at the end among which the newsroom calls
_ANYBODY: Final = frozenset(("mọi phản ánh, ý kiến",))
"""Phrases with which offices call as well: a paper's call names its readers or itself."""
_OPENER: Final = pattern(
    r"(?:\*\s*)?\b(?:Mọi|Hãy|Mời|Xin mời|Kính mời|Bạn đọc|Độc giả|Quý (?:độc giả|bạn đọc|vị)|Bạn (?:hãy|có thể)|Chia sẻ|Gửi|Tin,? bài"
    r"|Những (?:câu hỏi|chia sẻ|ý kiến)|Câu hỏi)\b"
)
"""How a call begins."""
_PLACES: Final = (
    *("hộp thư", "tại đây", "đường dây nóng", "hotline", "fanpage", "phần bình luận"),
    *("bình luận bên dưới", "bình luận phía dưới", "bình luận ở dưới"),
)
_WHERE: Final = pattern(rf"[\w.+-]+@\w|\b(?:{'|'.join(_PLACES)})\b")
_NAMES_A_PLACE: Final = AnyOf(
    tuple(Spelled(words, _NEWSROOM, _CLOSING) for words in ("@", *_PLACES))
)
_SEND: Final = pattern(r"\b(?:gửi|chia sẻ|phản ánh|cung cấp|đóng góp|để lại|cộng tác|trao đổi)\b")
_WHAT: Final = pattern(
    r"\b(?:ý kiến|góp ý|bình luận|câu hỏi|thắc mắc|tâm sự|tin,? bài|bài vở|bài viết|hình ảnh|video|clip|câu chuyện)\b"
)
_WHOM: Final = pattern(
    r"\b(?:độc giả|bạn đọc|quý vị|khán giả|thính giả|bạn|chúng tôi|ban biên tập|t(?:òa|oà) soạn|chuyên mục|báo|tạp chí|đăng tải)\b"
)
_BEHIND: Final = 100
"""Characters behind an address in which it may say what will come of it: “… sẽ được đăng tải.”"""
_ADDRESS: Final = pattern(r"https?://\S{4,600}")
_AUDIENCE: Final = pattern(
    r"độc giả|bạn đọc|quý vị|khán giả|thính giả|chúng tôi|t(?:òa|oà) soạn|ban biên tập|\bbáo\b|@"
)
_CONTACT: Final = pattern(r"\d{7}|\d[\d .]{6,}\d|@|tại\s?đây|https?://|www\.|mới nhất|giùm bạn")
_LEAD: Final = pattern(
    r"\b(?:(?:Bạn|Quý vị|Quý độc giả|Độc giả|Bạn đọc) (?:có|đã|đang|từng|muốn|nghĩ|thấy)\b[^.!?]{0,200}\?"
    r"|Hãy (?:để lại|chia sẻ|gửi|bình luận)\b[^.!?]{0,120}\.)\s*$"
)
"""A sentence to the reader in front of a call."""


@rule("promo.newsroom", kind=Kind.PROMO, phrases=["promo.newsroom"], sign=_NAMES_A_PLACE)
def promo_newsroom(document: Document) -> Iterator[Mark]:
    """How to reach the newsroom or its advice line: the last words of an article.

    It is known by a phrase; or by what it says: what the reader is to send, to whom, and where.
    A question that leads to it goes along, and an address below; a byline behind it stays.

    Drops:
        Mọi phản ánh, ý kiến của độc giả xin gửi về đường dây nóng 0900 000 000.
        Hãy kể câu chuyện của bạn, bài viết xin gửi về hộp thư banbandoc@example.vn.
    Keeps:
        Mọi phản ánh, ý kiến của người dân đều được chủ tịch xã trả lời trong buổi đối thoại.
        Hồ sơ dự tuyển xin gửi về hộp thư tuyendung@example.vn.
    """
    text = document.view
    last = len(document.blocks) - 1
    calls = [
        (hit.start, hit.block, hit.evidence)
        for hit in document.hits.get("promo.newsroom", ())
        if _is_call(document, hit)
    ]
    closing = range(max(0, last - _CLOSING + 1), last + 1)
    for index in closing:
        start = _told_call(document, document.blocks[index])
        if start is not None:
            calls.append((start, index, said(_WHERE)))
    for start, index, evidence in calls:
        block = document.blocks[index]
        end = block.end
        if index <= last - _CLOSING or end - start > _NEWSROOM:
            continue
        tail = last_sentence(text, end, start)
        if tail and tail > start:
            signature = text[tail:end].strip()
            end = tail if is_byline(signature) or is_credit(signature) else end
        yield Mark(_led_to(text, start, block.start), end, LIKELY, evidence=evidence)
        for line in document.lines[index + 1 : index + 2] if end == block.end else ():
            if _ADDRESS.fullmatch(line.text):
                yield Mark(line.start, line.end, LIKELY, evidence=evidence)


def _is_call(document: Document, hit: Hit) -> bool:
    """Whether a phrase opens a call: an address or a number follows, and no office is called."""
    if not _CONTACT.search(document.key, hit.start, hit.start + _NEWSROOM):
        return False
    near = min(document.blocks[hit.block].end, hit.end + _NEWSROOM)
    sentence = sentence_end(document.view, hit.end, near)
    return hit.phrase not in _ANYBODY or bool(_AUDIENCE.search(document.key, hit.end, sentence))


def _told_call(document: Document, block: Block) -> int | None:
    """Where the call at the end of a line begins that says what to send, to whom and where."""
    low = max(block.start, block.end - _NEWSROOM)
    for place in _WHERE.finditer(document.key, low, block.end):
        end = min(block.end, place.end() + _BEHIND)
        for opener in reversed(list(_OPENER.finditer(document.view, low, place.start()))):
            start = opener.start()
            asked = _SEND.search(document.key, start, end) and _WHAT.search(
                document.key, start, end
            )
            if asked and _WHOM.search(document.key, start, end):
                return None if has_break(document.view, start, place.start()) else start
    return None


def _led_to(text: str, start: int, floor: int) -> int:
    """Where the questions and requests to the reader begin that stand in front of a call."""
    while (before := last_sentence(text, len(text[:start].rstrip()), floor)) is not None:
        lead = _LEAD.search(text, before, start)
        if lead is None:
            break
        start = lead.start()
    return start

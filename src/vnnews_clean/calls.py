"""Calls to the reader: what they say, and where in a text they begin and end.

An invitation asks to watch, listen or read on; a call of the newsroom, to send it something.
"""

from __future__ import annotations

from typing import Final

from .borders import has_break, last_sentence, sentence_end
from .evidence import Hit
from .links import link_end
from .model import Block, Document
from .patterns import pattern

_WATCH: Final = pattern(
    r"(?:\s+(?:hãy|cùng|chú ý|tiếp tục|vui lòng))*\s+(?:xem|theo dõi|đón xem|đón đọc|tìm đọc|nghe|lắng nghe|xem thêm|xem lại|theo dõi thêm|đón nghe)\b"
    r"[^.!?\n]{0,60}?\b(?:video|clip|mv|trailer|truyền hình|chương trình|phóng sự|bản tin|kỳ|phần tiếp|số tiếp|tiếp theo|podcast|tại đây|trên vtv\w*|talkshow|livestream)\b"
)
_ANNOUNCED: Final = pattern(r"[^.!?:()\n]{0,90}(?:\([^()]{0,60}\))?\s*:")
_CALL: Final = 320
"""Characters of the longest invitation."""
_SENTENCE: Final = 200
"""Characters within which its own sentence ends."""
_LEAD: Final = 6
_ARROWS: Final = ">»* \t–-"
NEWSROOM: Final = 480
"""Characters of the longest call of the newsroom."""
_ANYBODY: Final = frozenset(("mọi phản ánh, ý kiến",))
"""Phrases with which offices call as well: a paper's call names its readers or itself."""
_OPENER: Final = pattern(
    r"(?:\*\s*)?\b(?:Mọi|Hãy|Mời|Xin mời|Kính mời|Bạn đọc|Độc giả|Quý (?:độc giả|bạn đọc|vị)|Bạn (?:hãy|có thể)|Chia sẻ|Gửi|Tin,? bài"
    r"|Những (?:câu hỏi|chia sẻ|ý kiến)|Câu hỏi)\b"
)
"""How a call begins."""
PLACES: Final = (
    *("hộp thư", "tại đây", "đường dây nóng", "hotline", "fanpage", "phần bình luận"),
    *(
        "bình luận bên dưới",
        "bình luận phía dưới",
        "bình luận ở dưới",
        "ô bên dưới",
        "khung bên dưới",
    ),
    *("ô bình luận", "khung bình luận", "mục bình luận", "ô ý kiến", "mục ý kiến"),
)
WHERE: Final = pattern(rf"[\w.+-]+@\w|\b(?:{'|'.join(PLACES)})\b")
_SEND: Final = pattern(
    r"\b(?:cho chúng tôi biết|gửi|chia sẻ|phản ánh|cung cấp|đóng góp|để lại|cộng tác|trao đổi)\b"
)
_WHAT: Final = pattern(
    r"\b(?:ý kiến|góp ý|bình luận|câu hỏi|thắc mắc|tâm sự|tin,? bài|bài vở|bài viết|hình ảnh|video|clip|câu chuyện)\b"
)
_WHOM: Final = pattern(
    r"\b(?:độc giả|bạn đọc|quý vị|khán giả|thính giả|bạn|chúng tôi|ban biên tập|t(?:òa|oà) soạn|chuyên mục|báo|tạp chí|đăng tải)\b"
)
_BEHIND: Final = 100
"""Characters behind an address in which it may say what will come of it: “… sẽ được đăng tải.”"""
_AUDIENCE: Final = pattern(
    r"độc giả|bạn đọc|quý vị|khán giả|thính giả|chúng tôi|t(?:òa|oà) soạn|ban biên tập|\bbáo\b|@"
)
_CONTACT: Final = pattern(r"\d{7}|\d[\d .]{6,}\d|@|tại\s?đây|https?://|www\.|mới nhất|giùm bạn")
_REQUEST: Final = pattern(
    r"\b(?:(?:Bạn|Quý vị|Quý độc giả|Độc giả|Bạn đọc) (?:có|đã|đang|từng|muốn|nghĩ|thấy)\b[^.!?]{0,200}\?"
    r"|Hãy (?:để lại|chia sẻ|gửi|bình luận)\b[^.!?]{0,120}\.)\s*$"
)
"""A sentence to the reader in front of a call."""


def invitation(document: Document, hit: Hit, floor: int) -> tuple[int, int] | None:
    """Start and end of the invitation that a phrase opens, with the arrow behind `floor` that leads to it."""
    text, last = document.view, document.blocks[hit.block].end
    watch = _WATCH.match(document.key, hit.end, last)
    if watch is None:
        return None
    lead = text[max(floor, hit.start - _LEAD) : hit.start]
    start = hit.start - (len(lead) - len(lead.rstrip(_ARROWS)))
    limit = _bracketed(text, start, last)
    end = _call_end(text, watch.end(), limit)
    if end == limit < last:  # the brackets go with what they hold
        return start - 1, end + 1
    return None if end is None else (start, end)


def _bracketed(text: str, start: int, end: int) -> int:
    """The end of the line, or of the brackets in which the call stands."""
    if start and text[start - 1] == "(":
        closing = text.find(")", start, min(end, start + _CALL))
        return closing if closing >= 0 else end
    return end


def _call_end(text: str, start: int, end: int) -> int | None:
    """Behind the colon, the quotation or the headline that the call announces."""
    announced = _ANNOUNCED.match(text, start, end)
    if announced:
        rest = text[announced.end() : end].strip()
        if not rest or text[announced.end() - 2] == ")":
            return announced.end()
        return link_end(text, announced.end(), end)
    if end - start <= _CALL and not has_break(text, start, end):
        return end
    near = min(end, start + _SENTENCE)
    return sentence_end(text, start, end) if has_break(text, start, near) else None


def opens_call(document: Document, hit: Hit) -> bool:
    """Whether a phrase opens a call: an address or a number follows, and no office is called."""
    if not _CONTACT.search(document.key, hit.start, hit.start + NEWSROOM):
        return False
    near = min(document.blocks[hit.block].end, hit.end + NEWSROOM)
    sentence = sentence_end(document.view, hit.end, near)
    return hit.phrase not in _ANYBODY or bool(_AUDIENCE.search(document.key, hit.end, sentence))


def told_call(document: Document, block: Block) -> int | None:
    """Where the call at the end of a line begins that says what to send, to whom and where."""
    low = max(block.start, block.end - NEWSROOM)
    for place in WHERE.finditer(document.key, low, block.end):
        end = min(block.end, place.end() + _BEHIND)
        if not all(said.search(document.key, low, end) for said in (_SEND, _WHAT, _WHOM)):
            continue  # for speed
        for opener in reversed(list(_OPENER.finditer(document.view, low, place.start()))):
            start = opener.start()
            asked = _SEND.search(document.key, start, end) and _WHAT.search(
                document.key, start, end
            )
            if asked and _WHOM.search(document.key, led_to(document.view, start, low), end):
                return None if has_break(document.view, start, place.start()) else start
    return None


def led_to(text: str, start: int, floor: int) -> int:
    """Where the questions and requests to the reader begin that stand in front of a call."""
    while (before := last_sentence(text, len(text[:start].rstrip()), floor)) is not None:
        lead = _REQUEST.search(text, before, start)
        if lead is None:
            break
        start = lead.start()
    return start

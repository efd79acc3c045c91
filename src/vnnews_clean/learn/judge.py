"""What a repeated phrase probably is, and how sure one can be before a person has read it.

Frequency alone is no filter: most of what a publisher repeats are names, credits, headings and
answers. So a phrase is proposed for cutting only where it speaks to the reader, or says how to reach
the publisher, in words of which a list stands here; all else is shown and left alone.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from ..model import Kind
from ..patterns import pattern
from ..shapes import is_byline, is_caption, is_credit, is_stamp, word_count
from ..textkey import tone
from .mine import Repeat

_SIGNS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.COMMENTS: (
        r"(?:gửi|viết|để lại|đăng|xem|đọc|mở) (?:\w+ ){0,3}(?:bình luận|ý kiến)",
        r"chia sẻ (?:ý kiến|cảm nghĩ|suy nghĩ)",
        r"bình luận của bạn",
    ),
    Kind.FOLLOW: (
        r"theo dõi (?:\w+ ){0,5}(?:trên|tại|qua)\b",
        r"fanpage|subscribe",
        r"đăng ký (?:kênh|nhận|theo dõi)",
        r"(?:kênh|trang|nhóm|trên) (?:\w+ ){0,2}(?:zalo|telegram|youtube|facebook|google news)\b",
    ),
    Kind.RELATED: (
        r"(?:xem|đọc|nghe) (?:thêm|tiếp|lại|video|clip|chi tiết|trên|tại)\b",
        r"(?:bấm|nhấn|nhấp|click) (?:\w+ ){0,3}(?:vào|đây|để|xem)",
        r"(?:tại|ở|vào) đây\b",
        r"(?:bài|video|(?<!thông )tin) (?:liên quan|cùng chuyên mục)",
    ),
    Kind.FOOTER: (
        r"bản quyền|ghi rõ nguồn|giấy phép|tổng biên tập|(?:toà|trụ) soạn|trụ sở",
        r"(?:cấm|khi|nếu|phải|mọi) (?:\w+ ){0,4}(?:sao chép|trích dẫn|(?:đăng|sử dụng) lại) ",
        r"[\w.-]+@[\w-]+\.\w+|\bwww\.|https?://",
        r"\b(?:hotline|website|email|fax|tel|đt|điện thoại|đường dây nóng)\s*[:.(]",
    ),
    Kind.AD: (r"(?:mở|đăng ký) tài khoản|hạn ưu đãi|quét mã|tài trợ bởi|đặt (?:mua|báo)",),
    Kind.PROMO: (
        r"(?:mời|kính mời|trân trọng mời) (?:quý |các )?(?:bạn|độc giả|vị|khán|thính)",
        r"(?:bạn đọc|độc giả|quý vị|khán giả) (?:\w+ ){0,4}(?:gửi|chia sẻ|gọi|liên hệ|theo dõi|xem)",
        r"(?:bạn đọc|độc giả|quý vị|khán giả) (?:vui lòng|có thể|đón)",
        r"gửi (?:\w+ ){0,5}(?:về|tới|đến|cho) (?:chúng tôi|toà soạn|địa chỉ|email|chuyên mục)",
        r"liên hệ (?:\w+ ){0,4}(?:chúng tôi|toà soạn|số|qua|theo)",
        r"sẽ được (?:đăng tải|chúng tôi)",
    ),
}
"""Words by which a publisher speaks to its readers, or of itself: tone marks as `tone` sets them."""
_PATTERNS: Final = {kind: pattern("|".join(said)) for kind, said in _SIGNS.items()}
_DISCLAIMER: Final = pattern(r"(?:miễn trừ|không chịu|từ chối) trách nhiệm")
_ADDRESS: Final = pattern(r"\S+@\S+|(?:www\.|https?://)\S+")
_ASKED: Final = pattern(
    r"^(?:trả lời|hỏi|đáp|bạn đọc|độc giả|pv|phóng viên|nguồn|theo|ảnh|video)\b"
)
"""How the heads of answers, and credits, begin."""
_DATELINE: Final = pattern(r"^\(?[\w .]{2,24}\)?\s*[-–—]{1,2}(?:\s|$)")
_LETTERS: Final = 0.5
"""Share of letters below which a line is a row of a table, or a number."""
_HEAD_WORDS: Final = 6
"""Words of the head of an answer, or of a section, at most."""
_CREDIT_WORDS: Final = 3
_LIKELY: Final = 0.55
_TOLD: Final = 0.15
_MOST: Final = 0.2
_FULL: Final = 20
"""Documents from which on more of them say no more."""
_STEADY: Final = 0.8
"""Share of its documents in which what is furniture stands at one place."""


class Verdict(NamedTuple):
    """What a phrase probably is. Only what is a `Kind` of boilerplate is ever proposed."""

    kind: str
    confidence: float
    """That it is boilerplate, 0 to 1, in hundredths."""


def judge(repeat: Repeat) -> Verdict:
    """What `repeat` probably is.

    A kind of boilerplate, of the newsroom's lines, of content, or ``unknown``.
    """
    phrase = repeat.phrase
    if kept := _editorial(phrase):
        return Verdict(kept, 0.0)
    folded = tone(phrase.lower())
    if phrase[0].islower() and not _ADDRESS.fullmatch(folded):
        return Verdict("unknown", 0.0)  # a line of a broken paragraph: its rest would stay
    signs = [kind for kind, pattern in _PATTERNS.items() if pattern.search(folded)]
    if not signs:
        return Verdict("unknown", 0.0)
    steady = max(repeat.places.values()) >= _STEADY * repeat.documents
    documents = math.log(min(repeat.documents, _FULL) / 2) / math.log(_FULL / 2)
    sure = _LIKELY + _TOLD * (len(signs) > 1) + _MOST * documents + 0.1 * steady
    return Verdict(signs[0], round(min(sure, 0.99), 2))


def _editorial(phrase: str) -> str:
    """What of the newsroom's or the article's own a phrase is; empty if it is none of that."""
    words = word_count(phrase)
    letters = sum(map(str.isalpha, phrase))
    signs = (
        (Kind.DATE, is_stamp(phrase)),
        (Kind.TABLE, letters < _LETTERS * len(phrase.replace(" ", ""))),
        (Kind.CAPTION, is_caption(phrase)),
        (Kind.SOURCE, is_credit(phrase)),
        (Kind.BYLINE, is_byline(phrase)),
        (Kind.DISCLAIMER, _DISCLAIMER.search(phrase.lower())),
        (Kind.PREFIX, words <= _HEAD_WORDS and _DATELINE.match(phrase.lower())),
        (Kind.HEADING, words <= _HEAD_WORDS and phrase.endswith(":")),
        (Kind.SOURCE, words <= _CREDIT_WORDS and _ASKED.match(phrase.lower())),
    )
    return next((kind for kind, found in signs if found), "")

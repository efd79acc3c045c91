"""What a line looks like: sentence, paragraph, headline, credit, byline, caption.

Pure predicates on one line of text (its edges stripped). They know no phrase of any box and no
position; rules combine them.
"""

from __future__ import annotations

import re
from typing import Final

from .patterns import pattern
from .stamps import AGO, SPAN
from .textkey import LOWER, UPPER

_FULL_STOPS: Final = (".", "!", "?", "…")
_STOPS: Final = (*_FULL_STOPS, ":", ";")
_CLOSERS: Final = "\"'”’»)]"
"""What may stand behind a stop: quotes and brackets."""
DASHES: Final = ("-", "–", "—")
"""What an answer in an interview begins with."""
_CLOSING_QUOTES: Final = ('"', "”", "»")
_SENTENCE_BREAK: Final = pattern(rf"[.!?…][\"'”’»)\]]*+\s++(?:[\"'“‘«(\[–-]++\s*+)?[{UPPER}\d]")
_CREDIT: Final = pattern(
    rf"\(?\s*+(?:(?i:theo(?: nguồn| báo)?)\s*+:?\s*+(?=[{UPPER}\d\"“])|(?i:nguồn(?: tin)?|theo|tổng hợp|lược dịch)\s*+:\s*+"
    rf"|(?i:nguồn)\s++(?=[A-Z])|(?i:tổng hợp từ|tổng hợp theo|tổng hợp|lược dịch)\s*+(?![{LOWER}]))"
    r"[^.,;:!?]{0,50}(?:\.(?:vn|com|net|org)(?:\.vn)?)?[^.,;:!?]{0,12}\)?\.?"
)
_CREDITING: Final = frozenset("(TtNnLl")
"""How it begins."""
_CAPTION_END: Final = pattern(
    r"(?:\(\s*(?:ảnh|nguồn|nguon|ảnh minh h[oọ][aạ]|nguồn ảnh|video|clip|đồ họa|hình)\b[^()]{0,60}\)"
    r"|\b(?:ảnh|nguồn ảnh|nguồn|video|clip|đồ họa|hình ảnh|hình)\s*:\s*[^.:]{1,60}"
    r"|\bảnh(?: minh h(?:ọa|oạ)| tư liệu| chụp màn hình| cắt từ clip| internet))\W*$",
    re.IGNORECASE,
)
_NAME: Final = rf"[{UPPER}][{LOWER}{UPPER}.]*"
_BYLINE: Final = pattern(
    rf"(?:(?i:bài|tin|bài và ảnh|tin, ảnh|bài, ảnh|thực hiện|tác giả|phóng viên|pv|ctv|nhóm pv|biên dịch)\s*:?\s*)?"
    rf"(?:{_NAME}(?:[ -]{_NAME}){{0,5}})"
    rf"(?:\s*[-–—,&/+|]\s*{_NAME}(?:[ -]{_NAME}){{0,5}}){{0,3}}"
    r"(?:\s*\((?:ghi|tổng hợp|thực hiện|t/h|th|dịch|lược dịch|biên dịch|theo [^()]{2,40})\))?"
    r"(?:\s*\|\s*\d\d:\d\d \d\d/\d\d/\d{4})?",
)
_ROLE: Final = pattern(
    r"(?:bài|tin|bài và ảnh|tin, ảnh|bài, ảnh|thực hiện|tác giả|phóng viên|pv|ctv)\s*:",
    re.IGNORECASE,
)
_SENTENCE: Final = 60
"""Characters from which on a line with a full stop is running text: shorter ones are captions."""
_PARAGRAPH: Final = 110
"""Characters from which on a closed line is a paragraph: a headline seldom has as many."""
HEADLINE: Final = 230
"""Characters of the longest headline: above are paragraphs without a stop."""
_HEADLINE_WORDS: Final = range(3, 43)
"""Words of a headline: below are buttons."""
_QUOTES: Final = "\"“”'‘’«»"
_QUOTED: Final = 130
_QUOTED_WORDS: Final = 6
"""Words of a headline in quotes, at least."""
_RANK_LENGTH: Final = 4
"""Characters of the number in front of a headline: its stop ends no sentence."""
LONGEST_SUMMARY: Final = 300
"""Characters of the summary under a teaser's headline, at most: blogs cut them at 55 words."""
LONGEST_BYLINE: Final = 60
_BYLINE_WORDS: Final = 6
"""Words of names without a role in front."""
_CAPTION_LENGTH: Final = 400
_CAPTION_TAIL: Final = 90  # for speed: no credit is longer
_MENU_WORD: Final = 24
"""Characters of a menu's item."""
_ROW: Final = pattern(rf"[{UPPER}\d]\S*(?:\s+(?![{UPPER}\d])\S+)*")
"""A name in a row of them: from a capital or a number up to the next."""
MENU_NAMES: Final = 6
"""Names in a row that are a menu, whatever they say."""
_ROW_NAMES: Final = 5
"""Names of the shortest menu in one line; four where a sign stands between them."""
_ROW_NAME: Final = 4
"""Words of the longest name in it."""
_NO_ROW: Final = pattern(r"[,;:!?\"“(<>›»]")
_GLUE: Final = pattern(rf"(?<=[{LOWER}])(?=[{UPPER}])")
"""Where a tool wrote two names without a space between them."""
_ROW_STOPS: Final = pattern(
    rf"{_NO_ROW.pattern}|\.(?:\s|$)|\s(?:tại|vào|của|cho|đã|sẽ|đến|từ|bị|về|lần|là|giúp|trong|với|được|không|thêm|trên)\s"
)
"""What no menu has between its names; a name may begin with such a word."""
_DASHED: Final = frozenset(DASHES)
"""What stands between somebody's name and office, and not behind a paper's."""
_SIGNS: Final = "|•·"
"""What stands between names in one line."""
_INITIAL: Final = pattern(rf"[{UPPER}\d]")
_SEPARATORS: Final = pattern(rf"\s*[{_SIGNS}]\s*")
_STAMP: Final = pattern(rf"[\W\d]*(?:\d{{1,2}}[:/.-]\d{{1,2}}|{AGO})[\W\d]*")
_DATED: Final = pattern(
    rf"\d(?:[:hg]\d{{2}}|(?<![\d.]\d)\d?[/.-]\d{{1,2}}[/.-]\d{{2}}|{SPAN}\strước)"
)
"""All of it begins with a digit, which is looked for many times as fast as one thing or another is."""
_RANK: Final = pattern(r"#?\d{1,2}[.)]?")
_SMALL: Final = pattern(
    rf"[\s\"“‘'(\[]*(?!(?:xem|đọc|mời|bấm|nhấn|nghe|tải|click)\b)[{LOWER}](?![{UPPER}])"
)
"""The first letter of no headline and of no call, which may be written small: ``xem thêm``, ``iPhone``."""

_SCHEMES: Final = ("http://", "https://", "www.")


def word_count(text: str) -> int:
    """The number of space-separated words."""
    return len(text.split())


def is_closed(text: str) -> bool:
    """True where a line ends as a sentence does: stop, question, colon, closing quote."""
    return text.endswith(_CLOSING_QUOTES) or text.rstrip(_CLOSERS).endswith(_STOPS)


def ends_sentence(text: str) -> bool:
    """True where a line ends with a full stop, an exclamation or a question mark, quotes aside."""
    return text.rstrip(_CLOSERS).endswith(_FULL_STOPS)


def is_cut(text: str) -> bool:
    """True for a summary that a CMS cut off: it ends in dots."""
    return text.endswith(("...", "…"))


def is_summary(text: str) -> bool:
    """True for a summary that a CMS cut off, and that is no longer than one."""
    return len(text) <= LONGEST_SUMMARY and is_cut(text)


def is_paragraph(text: str) -> bool:
    """True for running text: long, closed by a stop; or at least two sentences."""
    if len(text) < _SENTENCE:
        return False
    return (len(text) >= _PARAGRAPH and is_closed(text)) or bool(_SENTENCE_BREAK.search(text))


def is_prose(text: str) -> bool:
    """True for running text, if only a sentence: a paragraph, or a line of some length with a stop."""
    return is_paragraph(text) or is_sentence(text)


def is_sentence(text: str) -> bool:
    """True for a line of some length with a full stop."""
    return len(text) >= _SENTENCE and ends_sentence(text)


def is_headline(text: str) -> bool:
    """True for what may be a headline: some words, one sentence, no full stop at its end."""
    if len(text) > HEADLINE or word_count(text) not in _HEADLINE_WORDS:
        return False
    if text.endswith((":", ";", ",")):
        return False
    if text.endswith(".") and not text.endswith("..."):
        return False
    return not _SENTENCE_BREAK.search(text, _RANK_LENGTH)


def is_quoted(text: str) -> bool:
    """True for a headline that is somebody's words, all of it in quotes and without a full stop."""
    if len(text) > _QUOTED or text[0] not in _QUOTES or text[-1] not in _QUOTES:
        return False
    return word_count(text) >= _QUOTED_WORDS and not text[:-1].endswith((*_FULL_STOPS, ","))


def is_heading(text: str) -> bool:
    """True for a line that may stand above a section: short, and no full stop at its end."""
    return (
        word_count(text) > 1
        and (text.endswith("?") or not ends_sentence(text))
        and not text.endswith((",", ";", ":"))
    )


def is_credit(text: str) -> bool:
    """True for a source credit that stands alone: ``(theo AFP)``, ``Nguồn: VOV``, ``Tổng hợp``."""
    may_be = text[:1] in _CREDITING or text[:1].isspace()  # for speed
    return may_be and bool(_CREDIT.fullmatch(text))


def is_byline(text: str) -> bool:
    """True for one or more names, perhaps with a role: ``Thế Việt``, ``Q.Hùng (ghi)``."""
    if len(text) > LONGEST_BYLINE:
        return False
    return bool(_BYLINE.fullmatch(text)) and (
        word_count(text) <= _BYLINE_WORDS or bool(_ROLE.match(text)) or "-" in text
    )


def is_caption(text: str) -> bool:
    """True for the text of an image that ends with its credit: ``… (Ảnh: TTXVN)``."""
    if len(text) > _CAPTION_LENGTH:
        return False
    tail = text[-_CAPTION_TAIL:]
    may_end = ":" in tail or ")" in tail or ("nh" in tail and "ảnh" in tail.lower())  # for speed
    return may_end and bool(_CAPTION_END.search(tail))


def begins_small(text: str) -> bool:
    """True where a line goes on with a sentence or a verse: no headline begins with a small letter."""
    return bool(_SMALL.match(text))


def is_stamp(text: str) -> bool:
    """True for a date or a time and nothing else: ``12/05/2024``, ``3 giờ trước``."""
    return len(text) <= LONGEST_BYLINE and bool(_STAMP.fullmatch(text.lower()))


def has_date(text: str) -> bool:
    """True for a line with a date or an hour in it."""
    return bool(_DATED.search(text))


def is_rank(text: str) -> bool:
    """True for the number of an item: ``1``, ``2.``, ``#3``."""
    return bool(_RANK.fullmatch(text))


def is_menu_word(text: str) -> bool:
    """True for what may be an item of a menu: a few words with a capital, letters only."""
    return len(text) <= _MENU_WORD and text[:1].isupper() and text.replace(" ", "").isalpha()


def names_in_row(text: str) -> int:
    """How many names stand in a row in a line that is nothing else, as a menu does whose links a tool
    wrote side by side: ``Thời sự Kinh tế Giáo dục Đời sống Nhà đất``; or 0.

    Half of them, at least, have a second word in small letters: people's names have none. A long
    headline about offices and ministers may look the same; whoever asks compares what it speaks of.
    """
    if _ROW_STOPS.search(text) or (  # most lines have one early
        word_count(text) < _ROW_NAMES and not any(map(text.__contains__, _SIGNS))
    ):
        return 0
    glued = _GLUE.split(text)
    if len(glued) >= _ROW_NAMES and max(map(word_count, glued)) <= _ROW_NAME:
        return len(glued)
    parts = list(filter(None, _SEPARATORS.split(text)))
    if len(parts) >= _ROW_NAMES - 1:
        return len(parts) if max(map(word_count, parts)) <= _ROW_NAME else 0
    names = [name.split() for part in parts for name in _ROW.findall(part) or [part]]
    if 2 * sum(len(name) > 1 for name in names) < len(names):
        site = next((i for i, name in enumerate(names) if len(name) > 1), 0)
        if not 1 < site <= _ROW_NAME or not _DASHED.isdisjoint(text.split()):
            return 0
        names[:site] = [[name[0] for name in names[:site]]]  # a paper's own, all of it in capitals
    if len(names) < _ROW_NAMES or max(map(len, names)) > _ROW_NAME:
        return 0
    return len(names) if 2 * sum(len(name) > 1 for name in names) >= len(names) else 0


def is_menu_row(text: str) -> bool:
    """True for a line that is a menu by itself: six names in a row, or four with a sign between them."""
    if not may_be_menu_row(text):  # for speed
        return False
    names = names_in_row(text)
    return names >= MENU_NAMES or (names > 0 and any(map(text.__contains__, _SIGNS)))


def may_be_menu_row(text: str) -> bool:
    """Whether a line has a sign between names, or capitals enough for them, and nothing that no menu has."""
    if _NO_ROW.search(text):
        return False
    return any(map(text.__contains__, _SIGNS)) or len(_INITIAL.findall(text)) >= MENU_NAMES


def has_stop(text: str) -> bool:
    """True where a sentence ends inside of `text` and another begins."""
    return bool(_SENTENCE_BREAK.search(text))


def count_stops(text: str) -> int:
    """How often a sentence ends inside of `text` and another begins."""
    return len(_SENTENCE_BREAK.findall(text))


def is_address(text: str) -> bool:
    """Whether `text` is the address of a page and nothing else: ``https://lich.example/vu-he``."""
    return " " not in text and text.startswith(_SCHEMES)

"""The sort of a line, seen by itself: one word for its shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from ..line import Line
from ..patterns import pattern
from ..shapes import LONGEST_SUMMARY
from ..textkey import LOWER, UPPER

_NUMBER: Final = pattern(r"[\W\d]*")
_DATED: Final = pattern(
    r"\d{1,2}[:hg]\d{2}|(?<![\d.])\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d+ (?:giờ|phút|ngày|tuần|tháng) trước"
)
_STAMP: Final = pattern(
    r"(?:thứ \S++|chủ nhật|cập nhật|ngày|lúc|t[2-7]|cn|gmt|am|pm|giờ|phút|tuần|tháng|năm|trước|\d+h\d*+|[\W\d])++"
)
_BULLET: Final = pattern(rf"(?:[-–—•*+▪●◦»>→■□✓]|\d{{1,2}}[.)/]|[{LOWER}{UPPER}][.)])\s*\S")
_QUOTED_STOPS: Final = ("”", '"', "»")
MENU: Final = "menu"
_MENU: Final = 24
"""Characters of a menu's word or a button."""
_MENU_WORDS: Final = 5
_STAMP_LENGTH: Final = 60
_NUMBER_LENGTH: Final = 90
_HEADLINE: Final = 130
"""Characters of a headline; an open line that is longer is a summary or a caption."""
_HEADLINE_WORDS: Final = 6
_CUT: Final = 40
"""Characters from which on a line that ends in dots is a summary that was cut off."""
_SENTENCE: Final = 60
_SHORT: Final = frozenset(("sentence", "remark"))
_SENTENCE_WORDS: Final = 6
"""Words of a short sentence that may be a paragraph."""
_IN_A_ROW: Final = 3
"""Such sentences in a row that are the text of an article."""
PROSE: Final = frozenset(("paragraph", "long"))
RUNNING: Final = PROSE | {"sentence", "remark"}
HEADLINES: Final = frozenset(("headline", "asks"))
HEADERS: Final = frozenset(("menu", "short"))
"""What the header of a list is that nobody knows: a few words."""
SUMMARIES: Final = frozenset(("sentence", "paragraph", "cut", "remark", "open"))
_METRIC: Final = frozenset(("headline", "short"))
_FEET: Final = range(5, 9)
"""Words of a line of verse: five to eight, as Vietnamese metres have."""
_STANZA: Final = 6
"""Lines of verse that are told from headlines."""
_SIX_EIGHT: Final = {6, 8}
_COUPLETS: Final = 4
"""The same where they have six and eight words in turn."""
_BROKEN: Final = 30
"""Characters of a line that a tool broke, at least."""
_STOPS: Final = '.!?…:;”"'
_CONTACT: Final = pattern(r"\w@\w|(?<![\d.,])0\d{2}|\d{7}")
_LONG: Final = 330
"""Characters from which on a paragraph is too long for a summary."""


def sort_of(line: Line) -> str:
    """The sort of `line`, the first that fits.

    ``stamp`` ``number`` ``credit`` ``byline`` ``caption`` ``label`` (ends with a colon) ``menu``
    ``remark`` (a short sentence) ``short`` ``cut`` ``long`` ``paragraph`` ``open`` (long, without a
    stop) ``headline`` ``asks`` ``sentence``.
    """
    text = line.text
    return _small(line, text, len(text)) or _large(line, text, len(text))


def _small(line: Line, text: str, size: int) -> str:  # noqa: PLR0911 - a list of cases
    """The sort of a line that is no running text; empty for another."""
    if size <= _STAMP_LENGTH and _STAMP.fullmatch(line.key) and _DATED.search(text):
        return "stamp"
    if size <= _NUMBER_LENGTH and _NUMBER.fullmatch(text):
        return "number"
    if line.is_credit:
        return "credit"
    if line.words > 1 and line.is_byline:
        return "byline"
    if line.is_caption:
        return "caption"
    if text[-1] in ":;":
        return "label"
    if size <= _MENU and line.words <= _MENU_WORDS:
        return "remark" if text[-1] in ".!?…" else MENU
    return ""


def _large(line: Line, text: str, size: int) -> str:  # noqa: PLR0911 - likewise
    if line.is_cut and size <= LONGEST_SUMMARY:
        return "cut" if size >= _CUT else "short"
    closed = text.endswith(_QUOTED_STOPS) or line.is_closed
    if size > _LONG:
        return "long" if closed or line.is_paragraph else "open"
    if line.is_paragraph:
        return "paragraph"
    if not closed:
        if line.words < _HEADLINE_WORDS:
            return "short"
        return "headline" if size <= _HEADLINE else "open"
    if text.endswith(("?", "!")):
        return "asks"
    return "sentence" if size >= _SENTENCE else "remark"


def sorts_of(lines: Sequence[Line]) -> list[str]:
    """The sort of each line; verse is paragraphs. Where hardly a paragraph is long enough for one, sentences in a row are
    paragraphs: some articles are written like that.
    """
    sorts = [sort_of(line) for line in lines]
    short = [
        sort in _SHORT and line.words >= _SENTENCE_WORDS
        for sort, line in zip(sorts, lines, strict=True)
    ]
    in_a_row = [
        index
        for is_short, group in groupby(range(len(sorts)), key=short.__getitem__)
        if is_short and len(members := list(group)) >= _IN_A_ROW
        for index in members
    ]
    for index in _verse(lines, sorts):
        sorts[index] = "paragraph"
    prose = sum(len(line.text) for line, sort in zip(lines, sorts, strict=True) if sort in PROSE)
    if prose < sum(len(lines[index].text) for index in in_a_row):
        for index in in_a_row:
            sorts[index] = "paragraph"
    return sorts


def _verse(lines: Sequence[Line], sorts: Sequence[str]) -> Iterator[int]:
    """Lines of a poem: several in a row without a stop, all of as many words, or of two numbers in turn.
    Six and eight in turn (*lục bát*) are told sooner.
    """
    run: list[int] = []
    for index, sort in enumerate((*sorts, "")):
        if sort in _METRIC and lines[index].words in _FEET:
            goes_on = len(run) < 2 or lines[index].words == lines[run[-2]].words
            run = [*run, index] if goes_on else [run[-1], index]
            continue
        feet = {lines[i].words for i in run[:2]}
        if len(run) >= (_COUPLETS if feet == _SIX_EIGHT else _STANZA):
            yield from run
        run = []


def is_bullet(text: str) -> bool:
    """True for a line that begins as an item of a list does."""
    return bool(_BULLET.match(text))


def has_date(text: str) -> bool:
    """True for a line with a date or an hour in it."""
    return bool(_DATED.search(text))


def has_contact(text: str) -> bool:
    """True for a line with an address of mail or a telephone number: whom to ask."""
    return bool(_CONTACT.search(text))


def goes_on(above: str, text: str) -> bool:
    """True for a line that begins in lower case where a long one above was broken off."""
    return text[0].islower() and len(above) >= _BROKEN and above[-1] not in _STOPS

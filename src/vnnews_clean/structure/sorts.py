"""Groups of sorts of lines, and what tells the sort of a line among others: see `Line.sort`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from ..entries import has_amount, tells_hour_or_score
from ..line import Line
from ..patterns import pattern
from ..textkey import LOWER, UPPER

_BULLET: Final = pattern(rf"(?:[-–—•*+▪●◦»>→■□✓]|\d{{1,2}}[.)/]|[{LOWER}{UPPER}][.)])\s*\S")
MENU: Final = "menu"
_SHORT: Final = frozenset(("sentence", "remark"))
_SENTENCE_WORDS: Final = 6
"""Words of a short sentence that may be a paragraph."""
_IN_A_ROW: Final = 3
"""Such sentences in a row that are the text of an article."""
PROSE: Final = frozenset(("paragraph", "long"))
TEXT: Final = PROSE | {"sentence"}
RUNNING: Final = TEXT | {"remark"}
WRITTEN: Final = RUNNING | {"asks", "cut", "open"}
"""What somebody wrote in sentences, whole or not."""
HEADLINES: Final = frozenset(("headline", "asks"))
NAMES: Final = frozenset(("menu", "byline"))
HEADERS: Final = frozenset(("menu", "short"))
"""What the header of a list is that nobody knows: a few words."""
DATES: Final = frozenset(("stamp", "number"))
BESIDE: Final = HEADERS | DATES
"""What may stand between two headlines of a list: a date, a rank, a section, a header; ..."""
SMALL: Final = BESIDE | {"byline"}
"""... and who wrote them, above or below a summary."""
FITTINGS: Final = SMALL | {"credit"}
"""Lines of tools and players, of which any number stands below a headline."""
OTHERS: Final = HEADLINES | {"byline", "credit", "stamp", "number"}
"""What the first item of a list below an article begins with, or the first comment."""
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
_HOUR: Final = pattern(r"\d{1,2}\s?[hg:]\s?\d{2}\b")
_AMOUNTS: Final = pattern(r"\d[\d.,]*(?:\s*[-–%]?\s+\d[\d.,]*)+\s*$")
_COMMAS: Final = 2
"""Commas in a row of a list of people; few headlines have as many."""
_ROW_LENGTH: Final = 100
"""Characters of such a row, at most."""
_MAIL: Final = pattern(r"\w@\w")
_PHONE: Final = pattern(r"\d(?:(?<=0)(?<![\d.,]0)\d{2}|\d{6})")
"""A nought in front, or seven digits. It begins with a digit, which is looked for many times as fast."""


def sorts_of(lines: Sequence[Line]) -> list[str]:
    """The sort of each line; verse is paragraphs. Where hardly a paragraph is long enough for one, sentences in a row are
    paragraphs: some articles are written like that.
    """
    sorts = [line.sort for line in lines]
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
        is_one = sort in _METRIC and lines[index].words in _FEET
        if is_one and (len(run) < 2 or lines[index].words == lines[run[-2]].words):
            run.append(index)
            continue
        feet = {lines[i].words for i in run[:2]}
        if len(run) >= (_COUPLETS if feet == _SIX_EIGHT else _STANZA):
            yield from run
        run = [*run[-1:], index] if is_one else []


def is_bullet(text: str) -> bool:
    """True for a line that begins as an item of a list does."""
    return bool(_BULLET.match(text))


def has_contact(text: str) -> bool:
    """True for a line with an address of mail or a telephone number: whom to ask."""
    return bool(("@" in text and _MAIL.search(text)) or _PHONE.search(text))


def is_hour(text: str) -> bool:
    """True for a line that begins with an hour, as the items of a programme do."""
    return _HOUR.match(text) is not None


def is_notice(text: str) -> bool:
    """True for a line that says when, or whom to ask."""
    return is_hour(text) or has_contact(text)


def is_row(text: str) -> bool:
    """Whether a line is a row of a table or of a list: a name and its amount, several numbers, an hour
    of a chronicle, a score, a name with what is said of it between commas.
    """
    if tells_hour_or_score(text):
        return True
    if text[-1] not in ".!?" and len(text) <= _ROW_LENGTH and text.count(",") >= _COMMAS:
        return True
    amount = has_amount(text) or _AMOUNTS.search(text)
    return bool(amount) and not has_contact(text)


def goes_on(above: str, text: str) -> bool:
    """True for a line that begins in lower case where a long one above was broken off."""
    return text[0].islower() and len(above) >= _BROKEN and above[-1] not in _STOPS

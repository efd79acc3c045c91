"""What stays of a run that the chain takes for a box or a bar: text that nothing but the chain says is none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from ...patterns import pattern
from ...shapes import DASHES
from ..reading import SHARED, Reading, is_answered, is_question, retells
from ..said import BOXED, COPIES, LISTED
from ..sorts import HEADLINES, PROSE, RUNNING, SUMMARIES, TEXT, has_contact

_ASKED: Final = 2
"""Questions with their answers that make an interview."""
_BELOW: Final = 2
"""Lines of the text below a run that tell whether it leads to them."""
_SUMMED: Final = 2
"""Summaries by another sign beside which one more, about nothing of the article, is no last word."""
_BELOW_TAGS: Final = 3
"""Headlines with a summary each that are a list although its header is none that rules know."""
_NEXT: Final = frozenset(("header", "tags"))
"""What stands below the last words of an article that a box parts from it."""
_MOST: Final = 0.8
"""Share of the running text in it that stands right below a headline, at least."""
_IMPRINT: Final = 110
"""Characters of a sentence that a page ends with, at most."""
_KIN: Final = 0.25
"""Share of its pairs of words with which a line leads to the next."""

CREDIT: Final = pattern(r"\((?:ảnh|nguồn)\b[^()]*\)$", re.IGNORECASE)
"""Who took a picture, at the end of its caption."""
_STRANGE: Final = 0.04
"""Share of its pairs of words that a summary has in common with the article, less than this."""
_UNENDED: Final = frozenset(("cut", "label"))
_PARAGRAPH: Final = 100
"""Characters of a paragraph that ends in dots or with a colon, at least."""
_SHARED: Final = 0.2
"""Share of its pairs of words that it has in common with the article, at least."""


def unended(reading: Reading, first: int, last: int, *, page: bool) -> Iterator[int]:
    """Paragraphs of a run that end in dots or with a colon, as what lists things does: those in the
    article's own words that sum up no headline. A summary that was cut off speaks of something else;
    on a page there are too many for one not to.
    """
    sorts = {"label"} if page else _UNENDED
    for index in range(first, last + 1):
        is_one = reading.sorts[index] in sorts and len(reading.texts[index]) >= _PARAGRAPH
        if is_one and reading.share[index] >= _SHARED and not retells(reading, index):
            yield index


def bare_text(reading: Reading, first: int, last: int) -> Iterator[int]:
    """Paragraphs of a run with nothing but bars and captions above them: what stands behind an advertisement
    or a picture is the article, whatever its words are; so is a short sentence on top of one.
    """
    for index in range(first, last + 1):
        is_short = reading.sorts[index] in RUNNING and not reading.said[index]
        is_picture = reading.sorts[index] == "caption" and reading.said[index] in COPIES
        tops = is_short and first < index < len(reading.texts) - 1 and _is_text(reading, index + 1)
        if tops or _is_text(reading, index):
            yield index
        elif is_picture:
            yield from (index,) if not reading.said[index] else ()
        elif reading.said[index] != "bar":
            return


def _is_text(reading: Reading, index: int) -> bool:
    return reading.sorts[index] in TEXT and not reading.said[index]


def leading_on(reading: Reading, first: int, last: int) -> Iterator[int]:
    """The last lines of a run inside the article that speak of what the text right below them does: a
    heading of its own, and the first line of a paragraph that was broken.
    """
    pairs = set[tuple[str, str]]().union(*reading.pairs[last + 1 : last + 1 + _BELOW])
    if _is_asked(reading, first, last):
        yield last
    broken = "".join(reading.texts[last + 1 : last + 2])[:1].islower()
    for index in range(last, first - 1, -1):
        own = reading.pairs[index]
        goes_on = broken and index == last
        if reading.said[index] in BOXED or (len(own & pairs) < _KIN * len(own) and not goes_on):
            return
        if own:
            yield index
            pairs |= own


def captions(reading: Reading, first: int, last: int) -> Iterator[int]:
    """Captions below the headline's copies: the text of a picture of the article's, and its caption. What
    stands below one with its credit in brackets goes on with the article: no box has such a picture.
    """
    for index in range(first + 1, last + 1):
        if reading.sorts[index] != "caption" or reading.said[index]:
            continue
        credited = bool(CREDIT.search(reading.texts[index]))
        if credited or reading.said[index - 1] == "copy":
            yield index
        if credited:
            below = range(index + 1, last + 1)
            texts = (reading.sorts[i] in RUNNING | {"cut"} and not reading.said[i] for i in below)
            yield from (
                i for i, is_text in zip(below, takewhile(bool, texts), strict=False) if is_text
            )


def between_boxes(reading: Reading, first: int, last: int) -> Iterator[int]:
    """Running text of a run that stands between the last line of a known box and the header of the next, the
    article's keywords or its source: no headline is above it of which it might be the summary.
    """
    for index in range(first + 1, min(last + 1, len(reading.texts) - 1)):
        if reading.sorts[index] not in PROSE or reading.said[index]:
            continue
        ends = reading.said[index + 1] in _NEXT or reading.sorts[index + 1] == "credit"
        if (
            ends
            and reading.said[index - 1] in BOXED
            and reading.sorts[index - 1] in SUMMARIES | {"stamp"}
        ):
            yield index


def _is_asked(reading: Reading, first: int, last: int) -> bool:
    """Whether a run ends with a question of an interview: its answer has a dash, or there are others."""
    if last + 1 >= len(reading.texts) or not is_question(reading, last):
        return False
    asked = bisect_left(reading.questions, first - 1)
    return reading.texts[last + 1][0] in DASHES or asked >= _ASKED


def answers(reading: Reading, first: int, last: int) -> Iterator[int]:
    """Questions of an interview in a run, and their answers that begin with a dash, where it has had one
    above: a box stands between its questions, and a question is no headline with a summary.
    """
    if reading.first_answered >= first:
        return
    for index in range(first, last):
        if is_answered(reading, index) and not reading.said[index + 1]:
            yield from (index, index + 1)


def answer(reading: Reading, first: int, last: int) -> Iterator[int]:
    """The head of an expert's answer, which a comment's button says, too, and the answer: right below what a
    reader asks.
    """
    asked = "?" in reading.texts[first - 1] and reading.sorts[first - 1] in PROSE
    head = reading.said[first] == "comment" and first < last
    if asked and head and reading.sorts[first + 1] in PROSE:
        yield from (first, first + 1)


def _is_summary(reading: Reading, index: int) -> bool:
    """Whether a line says again what a headline of a known box says right above it."""
    return reading.said[index - 1] in BOXED and retells(reading, index)


def _is_items(reading: Reading, index: int) -> bool:
    """Whether a line stands where the item above it has its summary, and shares nothing with the article;
    or says again what a headline that is printed twice says right above it.
    """
    above = reading.sorts[max(index - 3, 0) : index]
    alternates = [sort in HEADLINES for sort in above] == [True, False, True]
    if alternates and above[1] in SUMMARIES and reading.share[index] < _STRANGE:
        return True
    twice = (
        reading.said[index - 1] == "copy" and reading.texts[index - 2] == reading.texts[index - 1]
    )
    return twice and retells(reading, index)


def _is_foot(reading: Reading, index: int) -> bool:
    """Whether a line is the last one, about something else, and says whom to write to or to call, or is
    a sentence right below a list of other articles.
    """
    if reading.share[index] > 0:
        return False
    end = len(reading.texts)
    last = index == end - 1 or (index == end - 2 and has_contact(reading.texts[-1]))
    below = reading.said[index - 1] == LISTED and len(reading.texts[index]) <= _IMPRINT
    return last and (below or (index == end - 1 and has_contact(reading.texts[index])))


def _stands_among(reading: Reading, index: int, first: int, last: int) -> bool:
    """Whether a line stands beside items of a run that are summed up below their headlines by another sign."""
    summed = {
        i
        for i in range(first + 1, last + 1)
        if reading.sorts[i - 1] in HEADLINES and _is_summed(reading, i)
    }
    below = index < last and reading.sorts[index + 1] in HEADLINES
    beside = {index - 2, index - 3} | ({index + 2, index + 3} if below else set())
    return len(summed) >= _SUMMED and not summed.isdisjoint(beside)


def _is_summed(reading: Reading, index: int) -> bool:
    if reading.sorts[index] == "cut":
        return True
    told = reading.said[index] in BOXED or _is_summary(reading, index)
    return told and reading.sorts[index] in RUNNING


def last_words(reading: Reading, first: int, last: int) -> frozenset[int]:
    """Running text in a run that no other sign takes from the article: alone, all of it at the end, or
    about what the article is about.

    Two or more summaries that alternate with headlines are no article; what does not alternate is
    one, going on or having its last word. (On a page, comments are like that.)
    """
    running = [
        index
        for index in range(first, last + 1)
        if reading.sorts[index] in RUNNING
        and not reading.said[index]
        and not _is_foot(reading, index)
        and not _is_summary(reading, index)
    ]
    said = [word for word in reading.said[first : running[0]] if word] if running else []
    summaries = sum(reading.sorts[i - 1] in HEADLINES for i in running)
    is_list = summaries >= _BELOW_TAGS and summaries >= _MOST * len(running)
    if said and said[-1] == "tags" and not is_list:  # keywords have no summaries
        return frozenset(range(running[0], last + 1))
    if is_list or 1 < summaries == len(running):
        return frozenset()
    is_one = summaries == len(running) == 1 and reading.share[running[0]] < SHARED
    if is_one and _stands_among(reading, running[0], first, last):
        return frozenset()
    running = [index for index in running if not _is_items(reading, index)]
    together = running == list(range(last - len(running) + 1, last + 1))
    if together or len(running) == 1:
        above = running[0] - 1 if running else -1  # a section of a bulletin
        return frozenset(running) | ({above} if reading.said[above] == "section" else frozenset())
    return frozenset(index for index in running if reading.share[index] >= SHARED)

"""The last lines of an article above what a page says of itself: sentences, points, rows, titles.

The chain takes for part of a bar what is as short as one, and bare titles for headlines. A list of other
articles has a header, dates or summaries, and comments have names; where none of these stands between the
article and the bar, short lines are its last. So they are behind a known box that its text goes on behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...patterns import pattern
from ...shapes import DASHES, has_date
from ..lists.imprint import is_imprint_text
from ..lists.stacked import are_wordy
from ..reading import Reading, retells
from ..said import LISTED
from ..sorts import HEADERS, HEADLINES, MENU, OTHERS, RUNNING, has_contact, is_bullet, is_row
from .inside import CREDIT
from .staying import closes

_BELOW: Final = frozenset(("", "bar", "tags", "comment", "footer", "header", "heading", LISTED))
"""What may be said of the line below them."""
_LETTERED: Final = pattern(r"(?:\d{1,2}|[^\W\d_])[.)]\s")
_DATE: Final = pattern(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
"""A whole date: when another article was printed."""
_WORDS: Final = 4
"""Words of a sentence, at least: buttons that end like one have less."""
_POINT: Final = 12
"""Words of a point behind a dash, less than these: headlines of other articles may have one, too."""
_HEADINGS: Final = 2
"""Lines above one of the article's that may head it, at most."""
_BARE: Final = 4
"""Bare headlines in a row that may be titles of its own, at least: a box has as few as three."""
_LETTER: Final = pattern(r"[^\W\d_]")
_MOST: Final = 300  # for speed
"""Titles that are looked at."""
_BUTTON: Final = 4
"""Words of short titles, on average, at least: buttons have less."""
_BEHIND: Final = 2
"""Lines of the article behind a box, at least: one may be a summary."""
_BESIDE: Final = RUNNING | {"cut", "open", "stamp", "number", "byline"}
"""What stands below the headline of another article."""


def behind_last_words(reading: Reading, first: int, last: int, *, below: bool) -> int:
    """The first line of a run inside or `below` the article that is none of its last words; `first` where it
    has none.
    """
    told = next((i for i in range(first, last + 1) if reading.said[i]), last + 1)
    word = reading.said[told] if told <= last else ""
    if word not in _BELOW:
        return first
    end = _own_end(reading, first, told, titled=below)
    if word == LISTED and not any(_lists(reading, index) for index in range(first, end)):
        return first  # a sentence may sum up another item
    return end


def behind_boxes(reading: Reading, first: int, last: int, *, page: bool) -> Iterator[int]:
    """Lines of a run, two or more, right behind the items of a known box, that are the article's by what they
    are: in front of the next line that is known, on no page also at the end, and of all comments and the foot.
    """
    for index in range(max(first, 1), last):
        if closes(reading, index):
            return
        if reading.said[index] or reading.said[index - 1] != "box":
            continue
        told = next((i for i in range(index, last + 1) if reading.said[i]), last + 1)
        is_ended = reading.said[told] in _BELOW if told <= last else not page
        end = _own_end(reading, index, told, titled=told <= last) if is_ended else index
        if end - index >= (_BEHIND if _may_sum_up(reading, index) else 1):
            yield from range(index, end)


def _may_sum_up(reading: Reading, index: int) -> bool:
    """Whether a line behind a box may be the summary of its last item: not if the one above has none."""
    above = range(max(index - 2, 0), index)
    return any(reading.said[i] != "box" or reading.sorts[i] not in HEADLINES for i in above)


def _own_end(reading: Reading, first: int, end: int, *, titled: bool) -> int:
    """The line behind the last one from `first` to `end` that is the article's by what it is, headings
    above such lines included; where it may be `titled`, also titles below its text.
    """
    behind = first
    for index in range(first, end):
        if index < behind:
            continue
        if _is_own(reading, index) or (index == behind and _tells_whom_to_ask(reading, index, end)):
            behind = index + 1
        elif titled and index == behind and (titles := _titles_end(reading, index, end)) > index:
            behind = titles
        elif reading.sorts[index] in OTHERS:
            if not (reading.sorts[index] in HEADLINES and _is_listed(reading, index + 1)):
                break
        elif index - behind >= _HEADINGS:
            break
    return behind


def _titles_end(reading: Reading, first: int, end: int) -> int:
    """The line behind bare headlines in a row that begin at `first`, right below text, points or rows: with
    neither a header nor bullets nor dates nor anything below them that a list of other articles has.
    """
    above = first - 1
    is_text = above >= 0 and not reading.said[above]
    if is_text and not (_is_listed(reading, above) or above in reading.own):
        is_text = reading.sorts[above] not in HEADERS | OTHERS
    last, most = first, min(end, first + _MOST)
    while last < most and reading.sorts[last] in HEADLINES and not _is_marked(reading.texts[last]):
        last += 1
    is_list = last < end and reading.sorts[last] in _BESIDE
    if is_text and not is_list and last - first >= _BARE:
        return last
    return _short_end(reading, first, end)


def _short_end(reading: Reading, first: int, end: int) -> int:
    """The line behind short lines in a row, titles and names of things, some of them below a heading: far shorter
    than headlines are, and longer than buttons.
    """
    last, most = first, min(end, first + _MOST)
    while last < most and reading.sorts[last] in HEADLINES | HEADERS:
        if _is_marked(reading.texts[last]) or is_imprint_text(reading.texts[last]):
            break
        last += 1
    while last > first and reading.sorts[last - 1] == MENU:  # a header, or a button
        last -= 1
    is_list = last < end and reading.sorts[last] in _BESIDE - RUNNING
    counts = [len(text.split()) for text in reading.texts[first:last]]
    if is_list or len(counts) < _BARE or 2 * reading.sorts[first:last].count(MENU) > len(counts):
        return first
    heads = [
        count
        for count, sort in zip(counts, reading.sorts[first:last], strict=True)
        if sort in HEADLINES
    ]
    is_short = not are_wordy(heads or counts)  # a header and names of sections have fewer words
    return last if is_short and _BUTTON * len(counts) <= sum(counts) else first


def _tells_whom_to_ask(reading: Reading, index: int, end: int) -> bool:
    """Whether an address or a number to call stands right below the article, and what comes is no foot."""
    below = "".join(reading.said[end : end + 1])
    return has_contact(reading.texts[index]) and below not in ("", "footer")


def _is_marked(text: str) -> bool:
    """Whether a line has a date, a bullet, a hash, or no letters at all."""
    return has_date(text) or is_bullet(text) or text[0] == "#" or not _LETTER.search(text)


def _lists(reading: Reading, index: int) -> bool:
    """Whether a line is a title, a point or a row, or the article's by its pattern."""
    is_title = reading.sorts[index] in HEADLINES
    return is_title or index in reading.own or _is_listed(reading, index)


def _is_own(reading: Reading, index: int) -> bool:
    """Whether a line is a sentence, a point, a row, a caption, or the article's by its pattern."""
    if index in reading.own or _is_listed(reading, index) or _is_credited(reading, index):
        return True
    if _LETTERED.match(reading.texts[index]) and reading.sorts[index] not in HEADLINES:
        return True
    return _says(reading, index) and not _sums_up(reading, index)


def _is_credited(reading: Reading, index: int) -> bool:
    """Whether a line is a caption that ends with its credit in brackets: no box has such a picture."""
    is_one = reading.sorts[index] == "caption" and reading.texts[index].endswith(")")
    return is_one and bool(CREDIT.search(reading.texts[index]))


def _says(reading: Reading, index: int) -> bool:
    """Whether a line is a short sentence."""
    text = reading.texts[index]
    is_one = reading.sorts[index] in RUNNING and text[-1] in ".!?"
    return is_one and len(text.split()) >= _WORDS


def _sums_up(reading: Reading, index: int) -> bool:
    """Whether a line stands where a headline has its summary; that of a known box is one if it says it again."""
    above = index - 1
    if above < 0 or above in reading.own:
        return False
    if reading.said[above]:
        return reading.said[above] == "box" and retells(reading, index)
    return reading.sorts[above] in HEADLINES and not _is_listed(reading, above)


def _is_listed(reading: Reading, index: int) -> bool:
    """Whether a line is one of several points or rows of a list of the article's own."""
    return _is_point(reading, index) and any(_is_point(reading, i) for i in (index - 1, index + 1))


def _is_point(reading: Reading, index: int) -> bool:
    if not 0 <= index < len(reading.texts) or reading.said[index]:
        return False
    text = reading.texts[index]
    if has_contact(text) or is_imprint_text(text) or _DATE.search(text):
        return False
    return len(text.split()) < _POINT if text[0] in DASHES else is_row(text)

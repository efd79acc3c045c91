"""What stays with the article at either end of it, whatever the chain says.

On a page the chain knows menus, lists and comments well, and what it has not seen it takes for one of
them: a list of names, the hours of a chronicle, a table of prices. But where the page begins again
below the article, and where it ends above, something says so: a bar, a header, a footer, or items
that repeat. What stands between that and the article, and is like neither, is the article's.
"""

from __future__ import annotations

import re
from typing import Final

from ...patterns import pattern
from ...shapes import DASHES, LONGEST_BYLINE, is_byline, names_in_row
from ..lists.stacked import are_wordy
from ..own import ANNOUNCEMENT
from ..reading import SHARED, Reading, is_question, is_sign
from ..said import CLOSING, COPIES
from ..sorts import FITTINGS, HEADERS, HEADLINES, OTHERS, PROSE, RUNNING, goes_on, is_row

_HEADLINE: Final = 4
"""Words of the shortest headline; a menu's names have less."""
_SIGN: Final = 9
"""Words of the longest line that says who wrote an article and when."""
_ASKED: Final = 3
"""Lines of the shortest interview: a question, its answer, another question."""
_DATED: Final = pattern(r"\W*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b")
_REMARKS: Final = ("thích", "like", "trả lời", "reply")
_REMARKED: Final = pattern(rf"\b(?:{'|'.join(_REMARKS)})\W*\d*\W*$", re.IGNORECASE)
"""The end of a line above or below a comment."""
_WHERE: Final = pattern(r"\s*[/(]\s*")
"""What stands between the name of a signature and the paper, or the source."""
_OWN: Final = 0.25
"""Share of its words that a line which announces others has in common with the article, at least."""
_CAPTIONS: Final = HEADLINES | {"cut", "open", "sentence", "caption"}
_OPENING: Final = (*COPIES, "bar", "link")
"""What may be said of lines between a headline and the text below it."""


def end_above(reading: Reading, first: int, last: int) -> int:
    """The last line of a run above the article that is none of it.

    Behind the last line that something tells, the headline begins the article; so does running text
    that shares its words or that no headline parts from it, and a single line above what is no headline
    or goes on with it.
    """
    known = last
    while known >= first and reading.said[known] in COPIES:
        known -= 1
    begin = reading.title if known < reading.title <= last else last + 1
    is_text = reading.title < 0 or not _is_headline(reading, begin)
    if begin == known + 2 and is_text and _may_open(reading, begin - 1):
        return known
    if begin <= last:
        return begin - 1
    tail = range(known + 1, last + 1)
    running = [i for i in tail if reading.sorts[i] in PROSE and reading.share[i] >= SHARED]
    if running:
        return known
    if reading.title > last or not HEADLINES.isdisjoint(reading.sorts[last + 1 : last + 2]):
        return last
    while last > known and reading.sorts[last] in PROSE:
        last -= 1
    return last


def opening(reading: Reading, first: int, last: int) -> frozenset[int]:
    """Lines of a run above the article with which it opens: the headline, its names and dates, and all
    from the running text below it on, up to a header or a menu.
    """
    title = reading.title
    below = range(title + 1, last + 1)
    if not first <= title <= last:
        return frozenset()
    parted = (i for i in below if reading.said[i] not in _OPENING or names_in_row(reading.texts[i]))
    end = next(parted, last + 1)
    if end <= last:
        return _opening_above(reading, title, end)
    text = next((i for i in below if _is_text(reading, i) and not reading.said[i]), last + 1)
    while text < len(reading.texts) and reading.sorts[text] in FITTINGS | {"caption"}:
        text += 1
    if text == len(reading.texts) or not _is_text(reading, text):
        return frozenset()
    signs = (i for i in range(title + 1, min(text, last + 1)) if _may_precede(reading, i))
    above = range(end_above(reading, first, last) + 1, title)
    return frozenset((*above, title, *signs, *range(text, last + 1)))


def _opening_above(reading: Reading, title: int, end: int) -> frozenset[int]:
    """The headline and what stands below it in front of a box, if that is a sapo: running text, right below
    the headline or its names and dates.
    """
    text = next((i for i in range(title + 1, end) if reading.sorts[i] in RUNNING), end)
    signs = range(title + 1, text)
    is_one = text < end and reading.said[text] == "" and reading.said[end] == "header"
    if not is_one or not all(is_sign(reading, i) or reading.sorts[i] in FITTINGS for i in signs):
        return frozenset()
    return frozenset((title, *signs, *range(text, end)))


def _is_text(reading: Reading, index: int) -> bool:
    """Whether a line is running text, is known to be the article's, or announces what is."""
    if reading.sorts[index] in RUNNING or index in reading.own:
        return True
    return reading.sorts[index] == "label" and len(reading.texts[index]) >= ANNOUNCEMENT


def _may_precede(reading: Reading, index: int) -> bool:
    """Whether a line may stand between a headline and the text: who wrote it and when, or a longer line; the
    question that the text answers.
    """
    if reading.sorts[index] == "asks" and _is_text(reading, index + 1):
        return True
    if len(reading.texts[index].split()) > _SIGN:
        return reading.sorts[index] not in HEADLINES or reading.share[index] > 0
    return is_sign(reading, index)


def _is_headline(reading: Reading, index: int) -> bool:
    """Whether a line is one, and neither goes on with what stands above it nor asks in an interview."""
    at = slice(index, index + 1)
    begins = "".join(reading.texts[at])[:1]
    is_one = not HEADLINES.isdisjoint(reading.sorts[at])
    return is_one and not begins.islower() and begins not in DASHES


def _may_open(reading: Reading, index: int) -> bool:
    """Whether a line is long enough to be a headline, and neither a name nor a date."""
    return (
        reading.sorts[index] not in OTHERS - HEADLINES
        and len(reading.texts[index].split()) >= _HEADLINE
    )


def begin_below(reading: Reading, first: int, last: int, *, below: bool = True) -> int:
    """The first line of a run below the article that is none of it: behind running text, rows of a
    table and the last words of an interview, that no headline, name or date parts from the article, and
    a signature.
    """
    begin = first
    interview = any(i < first for i in reading.questions[:1]) or (
        last - first >= _ASKED and all(is_question(reading, first + i) for i in range(0, _ASKED, 2))
    )
    if below and _is_announced(reading, first):
        begin = _end_of_like(reading, first, last)
    for index in range(first, last + 1):
        announces = below and _announces(reading, index)
        if reading.said[index] and not announces:
            break
        if index < begin:
            continue
        broken = goes_on(reading.texts[index - 1], reading.texts[index])
        row = broken or is_row(reading.texts[index])
        asks = interview and index < last and is_question(reading, index)
        if not row and not asks and reading.sorts[index] in OTHERS:
            break
        if announces:
            begin = _end_of_like(reading, index + 1, last)
        elif (
            runs(reading, index)
            or (row and is_row(reading.texts[index - 1]))
            or broken
            or (below and index == begin and reading.sorts[index] == "cut")
            or (below and index == begin and _is_last_word(reading, index))
            or (interview and index == begin and reading.sorts[index] == "remark")
        ):
            begin = index + 1
    if begin <= last and not reading.said[begin]:
        signed = first < begin and reading.sorts[begin] == "byline"
        begin += signed or _is_signature(reading.texts[begin])
    return begin


def _is_last_word(reading: Reading, index: int) -> bool:
    """Whether a line right below the article is a short sentence that no headline, name or date follows."""
    text = reading.texts[index]
    is_one = reading.sorts[index] in RUNNING and text[-1] in ".!?"
    follows = {*reading.sorts[index + 1 : index + 2]} & OTHERS
    return is_one and not follows and len(text.split()) >= _HEADLINE


def _is_announced(reading: Reading, index: int) -> bool:
    """Whether the article's last lines are captions, or none, below a line that announces them: what
    ends with a colon is no end.
    """
    above = index - 1
    is_title = reading.sorts[index] in _CAPTIONS  # some may be as short as a name
    alike = _CAPTIONS | HEADERS if is_title else _CAPTIONS
    while above > reading.core[0] and not reading.said[above] and reading.sorts[above] in alike:
        above -= 1
    return above > reading.core[0] and reading.sorts[above] == "label" and not reading.said[above]


def _announces(reading: Reading, index: int) -> bool:
    """Whether a line announces those below it: a sentence does, or one in the article's words."""
    if reading.sorts[index] != "label" or reading.said[index] not in ("", "section"):
        return False
    return reading.share[index] >= _OWN or len(reading.texts[index]) >= ANNOUNCEMENT


def _end_of_like(reading: Reading, first: int, last: int) -> int:
    """The line behind all that are like the one at `first`; among titles far shorter than headlines, some are as
    short as a name.
    """
    if first > last:
        return first
    sort = reading.sorts[first]
    alike = _CAPTIONS if sort in _CAPTIONS else {sort}
    index, short = first, -1
    while index <= last and not reading.said[index]:
        if reading.sorts[index] not in alike:
            is_short = sort in _CAPTIONS and reading.sorts[index] in HEADERS and index < last
            if not is_short or not (reading.said[index + 1] or reading.sorts[index + 1] in alike):
                break
            short = index if short < 0 else short
        index += 1
    if short >= 0 and are_wordy([len(text.split()) for text in reading.texts[first:index]]):
        return short
    return index


def _is_signature(text: str) -> bool:
    """Whether a line is a name with where or how it was written."""
    name, *where = _WHERE.split(text, maxsplit=1)
    return bool(where) and len(text) <= LONGEST_BYLINE and is_byline(name)


def heads(reading: Reading, index: int) -> bool:
    """Whether a line is a name right above a headline: the header of a box that nobody knows."""
    return reading.sorts[index] in HEADERS and not HEADLINES.isdisjoint(
        reading.sorts[index + 1 : index + 2]
    )


def runs(reading: Reading, index: int, texts: frozenset[str] = PROSE) -> bool:
    """Whether a line is running text; one that begins with a date is an item of a list."""
    return reading.sorts[index] in texts and not _DATED.match(reading.texts[index])


def closes(reading: Reading, index: int) -> bool:
    """Whether a line is of the comments or of the foot of the page."""
    if reading.said[index] in CLOSING:
        return True
    text = reading.texts[index]
    may = any(map(text.lower().__contains__, _REMARKS))  # for speed
    return may and bool(_REMARKED.search(text))

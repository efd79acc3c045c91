"""Where the article goes on behind the items of a box: no list has such a line there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...patterns import pattern
from ...shapes import has_stop
from ...textkey import LOWER, UPPER
from ..reading import Reading, retells
from ..said import BOXED, LINK, LISTED
from ..sorts import FITTINGS, HEADLINES, PROSE, SUMMARIES, TEXT, has_contact, is_bullet
from .staying import closes

_LINES: Final = (2, 3, 4)
"""Lines of an item: its headline, and its summary, its date or its section."""
_DATED: Final = "hdhd"
_BARE: Final = pattern(r"[mhbd][hbd]{3}$|bb$")
"""Four lines without any summary, a header counted; or two with bullets or ranks."""
_HEADS: Final = pattern(r"m[hb]{2}")
"""A header and two headlines without a summary each: a third one has none, either."""
_CUT_HEADLINE: Final = 60
"""Characters of a headline that was cut off, at most."""
_SURE: Final = frozenset(("paragraph", "cut"))
"""Summaries whatever a rule says of them: a headline is no paragraph."""
_TOLD: Final = "t"
_NAMED: Final = pattern(rf"([{LOWER},] )?\b([{UPPER}]\w*(?: [{UPPER}]\w*)*)")
"""Words with capitals in a row, and what stands in front where they begin no sentence."""
_SHORTEST_NAME: Final = 3
_NAMES_AGAIN: Final = 2
_LONG_SHARE: Final = 0.05
"""Share of its pairs that a paragraph too long for a summary has in common with the article, at least."""
_TEXT_SHARE: Final = 0.2
"""The same of several sentences below a headline that they do not retell."""
_SENTENCE_SHARE: Final = 0.25
"""The same of one."""
_RETURNING: Final = TEXT | {"label"}


def behind_items(reading: Reading, first: int, last: int, least: float) -> Iterator[int]:
    """Lines of a run that stand where a list would have its next item, up to what may be one: behind items
    that are alike, running text that shares `least` of its pairs with the article, or two names; behind
    headlines with a date each, half as much; behind such text and a bar, any. No text has an address.
    """
    letters, index = "", first
    while index <= last:
        sort, said = reading.sorts[index], reading.said[index]
        if closes(reading, index):  # comments are like that
            return
        own = sort in _RETURNING and not said and not has_contact(reading.texts[index])
        if own and _goes_on(reading, index, letters, least):
            text = range(index, last + 1)
            stops = (i for i in text if reading.said[i] or reading.sorts[i] in HEADLINES)
            end = next(stops, last + 1)
            yield from range(index, end)
            letters, index = _TOLD, end
            continue
        if said != "copy" and sort != "caption":
            letters += _letter(reading, index)
        index += 1


def _letter(reading: Reading, index: int) -> str:
    """What a line is in a list: ``s`` a summary, ``d`` a date, ``h`` a headline, ``b`` one with a bullet or
    a rank, ``m`` none of them.
    """
    sort, said, text = reading.sorts[index], reading.said[index], reading.texts[index]
    if text.endswith(("…", "...")) and len(text) <= _CUT_HEADLINE:
        return "h"
    if sort in _SURE or (sort in SUMMARIES and said not in BOXED - {LISTED}):
        return "s"
    if sort == "stamp":
        return "d"
    if sort in HEADLINES or said in BOXED - {"header"}:
        return "b" if is_bullet(text) else "h"
    return "m"


def _goes_on(reading: Reading, index: int, letters: str, least: float) -> bool:
    """Whether running text behind lines that are headlines, summaries and dates is no item's, and speaks of
    what the article speaks of.
    """
    if _is_no_summary(reading, index):
        return True
    if letters.startswith(_TOLD):
        return set(letters[1:]) <= {"m"} and reading.said[index - 1] == "bar"
    bare = _BARE.search(letters[-max(_LINES) :])
    is_text = reading.sorts[index] in PROSE and not reading.texts[index][-1].isdigit()  # no date
    odd = is_text and not _is_summary(reading, index)
    if letters.endswith(_DATED) or (odd and (bare or reading.said[index - 1] == LINK)):
        least /= 2
    elif not (bare or _is_item(letters) or (odd and _HEADS.fullmatch(letters))):
        return False
    return reading.share[index] >= least or _names_again(reading, index)


def _is_summary(reading: Reading, index: int) -> bool:
    """Whether a line retells the headline above it, with small lines at most between."""
    back = 1
    while back < index and reading.sorts[index - back] in FITTINGS:
        back += 1
    return retells(reading, index, back)


def _is_no_summary(reading: Reading, index: int) -> bool:
    """Whether a paragraph in the article's words is too long for a summary, or says nothing of the headline
    above it, which is about something else.
    """
    share, above = reading.share[index], reading.sorts[index - 1]
    if reading.sorts[index] == "long":
        return share >= _LONG_SHARE and above != "byline"
    if above not in HEADLINES or reading.share[index - 1] > 0 or retells(reading, index):
        return False
    return share >= (_TEXT_SHARE if has_stop(reading.texts[index]) else _SENTENCE_SHARE)


def _is_item(letters: str) -> bool:
    """Whether lines end with two items alike, each with one headline and what it says more."""
    items = (letters[-size:] for size in _LINES if len(letters) >= 2 * size)
    alike = [item for item in items if letters.endswith(2 * item)]
    return any(item[0] in "hm" and item.count("h") == 1 and "s" in item for item in alike)


def _names_again(reading: Reading, index: int) -> bool:
    """Whether a paragraph of several sentences has two names that the core has, too, or one of the headline's."""
    text = reading.texts[index]
    if not has_stop(text):
        return False
    headline = "".join(reading.texts[reading.title :][:1]) if reading.title >= 0 else ""
    names = {name for inside, name in _NAMED.findall(text) if inside}
    named = [name for name in names if len(name) >= _SHORTEST_NAME and name in reading.core_text]
    return len(named) >= _NAMES_AGAIN or any(name in headline for name in named)

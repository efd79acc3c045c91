"""The last lines of an article above what a page says of itself: sentences, points, records.

The chain takes for part of a bar what is as short as one. A list of other articles has headlines, and
comments have names; where neither stands between the article and the bar, short sentences are its last.
"""

from __future__ import annotations

from typing import Final

from ..patterns import pattern
from .reading import Reading
from .sorts import OTHERS, RUNNING

_BELOW: Final = frozenset(("bar", "tags", "comment", "footer", "header", "heading"))
"""What may be said of the line below them."""
_POINT: Final = pattern(r"(?:\d{1,2}|[^\W\d_])[.)]\s")
_WORDS: Final = 4
"""Words of a sentence, at least: buttons that end like one have less."""


def behind_last_words(reading: Reading, first: int, last: int) -> int:
    """The first line of a run that is none of the article's last words; `first` where it has none."""
    told = next((i for i in range(first, last + 1) if reading.said[i]), last + 1)
    if told > last or reading.said[told] not in _BELOW:
        return first
    begin = first
    for index in range(first, told):
        if index not in reading.own and reading.sorts[index] in OTHERS:
            break
        if index in reading.own or _POINT.match(reading.texts[index]) or _says(reading, index):
            begin = index + 1
    return begin


def _says(reading: Reading, index: int) -> bool:
    """Whether a line is a short sentence."""
    text = reading.texts[index]
    is_one = reading.sorts[index] in RUNNING and text[-1] in ".!?"
    return is_one and len(text.split()) >= _WORDS

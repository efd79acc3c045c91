"""Letters of another alphabet that pass for Latin ones: ``Тhủ tướng`` with a Cyrillic Т.

Spammers disguise text so. What each letter stood for is a guess, so the text stays as it is and
the reader is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from ...patterns import pattern

FOREIGN: Final = pattern("[Ͱ-ԯ]")
"""A letter of another alphabet."""
_LETTERS: Final = pattern(r"[^\W\d_]*")
_LETTERS_BEFORE: Final = pattern(r"[^\W\d_]*\Z")
_LATIN: Final = pattern("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
_LOOKALIKES: Final[Mapping[str, re.Pattern[str]]] = {
    "Cyrillic": pattern("[Ѐ-ԯ]"),
    "Greek": pattern("[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυικ]"),
}
_LONGEST: Final = 64
"""Characters of a word on either side of a foreign letter."""
_MIN_WORDS: Final = 3
"""Different words; fewer are a unit (``μg``), a protein (``TNFα``) or a slip."""


def disguised(text: str) -> str:
    """A remark such as ``homoglyphs: 34 words mix Latin with Cyrillic``, or nothing."""
    found: dict[str, Counter[str]] = {script: Counter() for script in _LOOKALIKES}
    for word in _words(text):
        for script, letters in _LOOKALIKES.items():
            if letters.search(word) and _LATIN.search(word):
                found[script][word] += 1
    sure = {script: words.total() for script, words in found.items() if len(words) >= _MIN_WORDS}
    if not sure:
        return ""
    return f"homoglyphs: {sum(sure.values())} words mix Latin with {' and '.join(sure)}"


def _words(text: str) -> Iterator[str]:
    """The words of `text` in which a letter of another alphabet stands."""
    reached = 0
    for foreign in FOREIGN.finditer(text):
        at = foreign.start()
        if at >= reached:
            before = _LETTERS_BEFORE.search(text, max(reached, at - _LONGEST), at)
            after = _LETTERS.match(text, at, at + _LONGEST)
            start = before.start() if before else at
            reached = max(after.end() if after else at, at + 1)
            yield text[start:reached]

"""Letters of another alphabet that pass for Latin ones: ``Тhủ tướng`` with a Cyrillic Т.

Spammers disguise text so. What each letter stood for is a guess, so the text stays as it is and
the reader is told.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import regex

_FOREIGN: Final = re.compile("[Ͱ-ԯ]")
_MIN_WORDS: Final = 3
"""Different words; fewer are a unit (``μg``), a protein (``TNFα``) or a slip."""


def disguised(text: str) -> str:
    """A remark such as ``homoglyphs: 34 words mix Latin with Cyrillic``, or nothing."""
    if not _FOREIGN.search(text):
        return ""
    found = {script: Counter(pattern.findall(text)) for script, pattern in _patterns().items()}
    sure = {script: words.total() for script, words in found.items() if len(words) >= _MIN_WORDS}
    if not sure:
        return ""
    return f"homoglyphs: {sum(sure.values())} words mix Latin with {' and '.join(sure)}"


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    """A word of Latin letters in which look-alikes of the script stand, too."""
    import regex  # noqa: PLC0415 - only foreign letters need it

    lookalikes = {
        "Cyrillic": r"\p{Script=Cyrillic}",
        "Greek": r"[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυικ]",
    }
    letter = r"[\p{L}\p{M}]"
    return {
        script: regex.compile(
            rf"(?<!{letter})(?={letter}*?\p{{Script=Latin}})(?={letter}*?{letters}){letter}++"
        )
        for script, letters in lookalikes.items()
    }

"""The core of a text, and which lines speak of what it speaks of.

The core is the heaviest run of running text (Kadane's maximum-sum segment, linear). What a line
shares with it are pairs of words, those with a function word left out: in Vietnamese a pair is
about what a word is elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, compress, pairwise
from typing import Final

from ..borders import sentence_end
from ..line import Line
from ..pairs import Pairs, pairs_of
from ..patterns import pattern
from ..shapes import count_stops
from ..textkey import UPPER
from .sorts import PROSE

_SENTENCES: Final = frozenset(("sentence", "caption", "label", "remark"))
_HEAVIEST: Final = 320
"""Characters of a paragraph that count."""
_WHOLE: Final = 1200
"""Characters from which on a line is many paragraphs, glued by a tool, ..."""
_SENTENCE: Final = 450
"""... if a sentence ends every so many; headlines that are glued have no stops."""
_DIP: Final = -9.0
_NAMED: Final = pattern(rf"\b[{UPPER}]\w{{2,}}")
_OWN: Final = 0.5
"""Share of the pairs of a sentence's words that the text above it has, from which on it goes on with it."""


def retells(headline: str, sentence: str) -> bool:
    """True where two texts share two words in a row, or two names."""
    names = set(_NAMED.findall(headline)) & set(_NAMED.findall(sentence))
    return len(names) > 1 or bool(pairs_of(headline) & pairs_of(sentence))


def holds_retold(lines: Sequence[Line], least: int) -> bool:
    """Whether a headline of `least` words or more stands among `lines` that the next one tells again."""
    return any(
        head.is_headline
        and head.words >= least
        and not head.ends_sentence
        and told.ends_sentence
        and retells(head.text, told.text)
        for head, told in pairwise(lines)
    )


def goes_on(above: str, below: str) -> bool:
    """True where the first sentence of `below` speaks of what `above` speaks of: it is no teaser."""
    end = sentence_end(below, 0, len(below))
    told = pairs_of(below[:end])
    return len(told & pairs_of(above)) >= max(1.0, _OWN * len(told))


def size_of(text: str) -> int:
    """The characters of a line that count: where a tool glued an article into a line, most of them."""
    size = len(text)
    if size <= _WHOLE or (count_stops(text) + 1) * _SENTENCE < size:
        return min(size, _HEAVIEST)
    return size - _WHOLE + _HEAVIEST


def core(
    sorts: Sequence[str],
    sizes: Sequence[int],
    out: Sequence[bool],
    own: AbstractSet[int] = frozenset(),
) -> tuple[int, int]:
    """First and last line of the heaviest run of running text; ``(0, -1)`` where there is none.

    `sizes` are those that `size_of` gives; `out` marks lines that are certainly none of the article's, `own`
    are some that are, whatever their sorts.
    """
    best, total, start = 0.0, 0.0, 0
    found = (0, -1)
    for index, sort in enumerate(sorts):
        if total <= 0:
            total, start = 0.0, index
        if out[index]:
            total -= 3
        elif sort in PROSE:
            total += sizes[index] / 10
        elif sort in _SENTENCES or index in own:
            total += 1
        else:
            total += _DIP
        if total > best:
            best, found = total, (start, index)
    return found


def shares(pairs: Sequence[Pairs], inside: Sequence[bool]) -> list[float]:
    """For each line, the share of its pairs that another line of the core has; -1 without pairs."""
    seen = Counter(chain.from_iterable(compress(pairs, inside)))
    known = frozenset(seen)
    shared = frozenset(pair for pair, lines in seen.items() if lines > 1)
    return [
        len(own & (shared if within else known)) / len(own) if own else -1.0
        for own, within in zip(pairs, inside, strict=True)
    ]

"""Boxes one below the other at the end of a text, each with items of its own make: headlines bare, cut off,
with a summary, a date, a section or a rank, below headers that nobody knows.

No pattern repeats through all of them. What they have in common is that hardly a pair of their words stands
in the text above, nor in another of them, and that no running text stands but below a headline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from ...line import Line
from ...pairs import Pairs, pairs_of
from ...shapes import DASHES, is_cut, is_quoted
from ..sorts import HEADLINES, SMALL, SUMMARIES, has_contact, is_bullet, is_notice, is_row
from .apart import share_of, told
from .stacked import BELOW, Stack, are_wordy
from .vouched import is_header, vouched_from

_HEADS: Final = 5
"""Headlines of other articles, at least."""
_BETWEEN: Final = 4
"""Lines of a few words from one item to the next, at most."""
_CUT_WORDS: Final = 5
"""Words of a headline that was cut off, at least."""
_STRANGE: Final = 0.05
"""Share of their pairs of words that the text above has, at most."""
_OWN: Final = 0.12
"""The same from which on the first of them is the article's."""
_AGAIN: Final = 0.1
"""Share of their pairs that another headline has said, at most."""
_TOLD: Final = 60
"""Pairs of words of the text above, at least: a short one is no measure."""


class _Item(NamedTuple):
    """A headline and its summary, by the lines they stand in."""

    head: int
    last: int
    pairs: Pairs


def closing_mix(lines: Sequence[Line]) -> Stack | None:
    """The boxes at the end of a text, from the header of the first one on."""
    last = _above_foot(lines)
    items = _upwards(lines, last)
    above = told(lines[: items[0].head]) if len(items) >= _HEADS else frozenset()
    top = items[0].head if items else last
    own = (index for index, item in enumerate(items) if _is_own(item, above))
    del items[: max(own, default=-1) + 1]
    if len(items) < _HEADS or len(above) < _TOLD:
        return None
    if all(lines[item.last].sort not in SUMMARIES for item in items):
        vouched = vouched_from(lines, top, last)
        items = [item for item in items if item.head >= vouched]
        if len(items) < _HEADS:
            return None
    heads = {lines[item.head].folded: lines[item.head] for item in items}
    if not _are_headlines([*heads.values()]):
        return None
    if share_of([item.pairs for item in items], above) > _STRANGE:
        return None
    if _are_steps([*heads]) or _are_alike([_worded(line) for line in heads.values()]):
        return None
    first = items[0].head
    while first > 0 and (is_header(lines[first - 1]) or lines[first - 1].sort == "number"):
        first -= 1
    return Stack(first, last)


def _is_own(item: _Item, above: Pairs) -> bool:
    """Whether an item speaks of what the text above does: one pair of words may be chance."""
    shared = len(item.pairs & above)
    return shared > 1 and shared >= _OWN * len(item.pairs)


def _above_foot(lines: Sequence[Line]) -> int:
    """The last line that is no part of a page's foot: sentences and addresses, a few lines of them."""
    last = len(lines) - 1
    lowest = max(last - BELOW, 0)
    while last > lowest and not _is_head(lines[last]):
        if lines[last].sort in SUMMARIES and _is_head(lines[last - 1]):
            break
        last -= 1
    return last


def _upwards(lines: Sequence[Line], last: int) -> list[_Item]:
    """The items up to `last`, the first one first."""
    items: list[_Item] = []
    end, below, small = last, -1, 0
    for index in range(last, -1, -1):
        line = lines[index]
        if _is_head(line) and not (below >= 0 and _is_bare(line)):
            summed = below >= 0
            pairs = pairs_of(f"{line.text}\n{lines[below].text}") if summed else line.pairs
            items.append(_Item(index, end, pairs))
            end, below, small = index - 1, -1, 0
        elif below < 0 and line.sort in SUMMARIES and not has_contact(line.text):
            below = index
        elif _is_small(line) and small < _BETWEEN:
            small += 1
        else:
            break
    return items[::-1]


def _is_head(line: Line) -> bool:
    """Whether a line may be the headline of another article."""
    if not _is_headline(line):  # for speed: most
        return False
    return not (is_notice(line.text) or is_row(line.text))


def _is_headline(line: Line) -> bool:
    if line.sort in HEADLINES:
        return not line.text[0].islower() and line.text[0] not in DASHES
    if is_quoted(line.text):
        return True
    return is_cut(line.text) and line.sort in ("cut", "short") and line.words >= _CUT_WORDS


def _is_bare(line: Line) -> bool:
    """Whether a headline has no summary: one with a bullet or a rank, and one that was cut off."""
    return is_bullet(line.text) or is_cut(line.text)


def _is_small(line: Line) -> bool:
    return line.sort in SMALL and not is_notice(line.text)


def _are_headlines(heads: Sequence[Line]) -> bool:
    """Whether enough lines are as long as headlines, bullets counted."""
    return len(heads) >= _HEADS and are_wordy([x.words - is_bullet(x.text) for x in heads])


def _are_steps(folded: Sequence[str]) -> bool:
    """Whether half of the lines begin with one word, as steps, ways and questions do."""
    words = Counter(text.partition(" ")[0] for text in folded)
    return 2 * max(words.values()) >= len(folded)


def _worded(line: Line) -> Pairs:
    """The pairs of a line's words; of numbers, dates are made."""
    return frozenset(pair for pair in line.pairs if not any(map(str.isdigit, pair)))


def _are_alike(items: Sequence[Pairs]) -> bool:
    """Whether items say again what others have said: several boxes do so more than one."""
    said: set[tuple[str, str]] = set()
    again = 0
    for own in items:
        again += len(own & said)
        said |= own
    return again > _AGAIN * sum(map(len, items))

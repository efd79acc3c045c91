"""Teaser cards: small elements, side by side or alone, that begin with a linked headline.

Or an empty link covers them, or a script leads away from them: then what they begin with is a headline
without being linked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ...model import LINKED, WHOLLY
from ...patterns import pattern
from ...shapes import is_address
from .clicked import led_to
from .dated import is_date
from .dom import PAGE, Page
from .layout import KNOWN
from .lines import Line
from .playlists import find_players
from .stacks import stacked, stacked_in_line
from .timed import timed_cards
from .tree import around, characters, covered, spread

HEADLINE: Final = range(18, 220)
"""Characters of a linked headline."""
_PATH: Final = pattern(r"\s*[›»>]\s*")
"""What stands between the sections of a path: ``Trang chủ › Sức khỏe``."""
CARD_LINES: Final = 4
CARD_CHARACTERS: Final = 700
"""A teaser card is no larger: headline, summary, section, date."""
SUMMARY: Final = 250
"""Characters of the longest summary in a card that no markup makes a link."""
READ_ON: Final = 2
"""Headlines with a link to read on that are a list of them."""
_READ_ON: Final = pattern(
    r"(?:đọc (?:tiếp|thêm|bài)|xem tiếp|tiếp tục đọc|read more)\W*", re.IGNORECASE
)
SUMMARIES: Final = 1
"""Lines of prose in a teaser card."""
OVERLAY: Final = 3
"""How far up from its link a card is looked for that an empty link covers."""


def is_linked_headline(line: Line) -> bool:
    """Whether `line` is a link as long as a headline; an address says nothing, nor does a path of sections."""
    if line.links <= LINKED or len(line.text) not in HEADLINE or is_address(line.text):
        return False
    parts = _PATH.split(line.text)
    return len(parts) == 1 or max(map(len, parts)) >= HEADLINE.start


def find_cards(page: Page, lines: Sequence[Line]) -> frozenset[int]:
    """Lines of teaser cards: small elements, side by side or alone, that begin with a linked headline."""
    roots = _card_roots(page, lines) | stacked_in_line(page, lines) | _led_away(page, lines)
    roots |= timed_cards(page, lines) | _dated(page, lines) | _read_on(page, lines)
    if not roots:
        return frozenset()
    in_card = covered(page, roots | find_players(page, lines, roots))
    return frozenset(i for i, line in enumerate(lines) if in_card[line.element])


def _card_roots(page: Page, lines: Sequence[Line]) -> set[int]:
    headlines = [
        (index, line.element)
        for index, line in enumerate(lines)
        if is_linked_headline(line) and line.role not in KNOWN
        if line.links >= WHOLLY or not line.text.endswith(".")  # that is a sentence with a link
    ]
    if not (headlines or page.overlays):  # for speed
        return set()
    parents = page.parents
    within = spread(page, lines)
    first, counts = within
    topped = {e for x in lines if page.tags[x.element] == "h1" for e in around(page, x.element)}
    lists: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    roots: set[int] = set()
    headed = {index for index, _ in headlines}
    prose = [line.prose for line in lines]
    overlaid = (_with_text(page, element, counts) for element in page.overlays)
    plain = {first[e]: e for e in overlaid if e > 0 and not prose[first[e]]}
    for index, element in (*headlines, *plain.items()):
        if counts[element] > CARD_LINES:
            continue  # a line between the paragraphs
        if characters(lines, within.lines(element)) > CARD_CHARACTERS:
            continue
        root, above = element, parents[element]
        linked = lines[index].links > LINKED
        alone = root if linked and first[root] == index else -1
        single = root
        while (
            counts[above] <= CARD_LINES
            and above not in topped
            and page.tags[above] not in PAGE
            and characters(lines, within.lines(above)) <= CARD_CHARACTERS
            and not any(prose[first[above] : index])  # a card has no text above its headline
            and sum(prose[i] for i in within.lines(above)) <= SUMMARIES
        ):
            root, above = above, parents[above]
            single = root if sum(i in headed for i in within.lines(root)) < 2 else single
            alone = root if linked and first[root] == index else alone
        lists[above, page.tags[root]].add(root)
        lists[parents[single], page.tags[single]].add(single)
        if alone >= 0 and counts[alone] > 1 and page.tags[lines[index].element] != "h1":
            roots.add(alone)
    wholly = {index for index, _ in headlines if lines[index].links >= WHOLLY}
    roots |= stacked(page, lines, wholly, counts, first) - topped
    return roots.union(*(group for group in lists.values() if len(group) > 1))


def _dated(page: Page, lines: Sequence[Line]) -> set[int]:
    """The elements that hold nothing but a linked headline, a date below it, and a label above or none."""
    dates = [i for i, x in enumerate(lines) if i and not x.links and is_date(x)]
    heads = [i - 1 for i in dates if is_linked_headline(lines[i - 1])]
    if not heads:  # for speed
        return set()
    within = spread(page, lines)
    found = set()
    for head in heads:
        box = lines[head].element
        while within.counts[box] == 1:
            box = page.parents[box]
        span = within.lines(box)
        labelled = span.start == head or (span.start == head - 1 and _is_label(lines[head - 1]))
        wholly = lines[head].links >= WHOLLY and lines[head].role not in KNOWN
        wholly = wholly and page.tags[lines[head].element] != "h1"
        if labelled and wholly and span.stop == head + 2 and page.tags[box] not in PAGE:
            found.add(box)
    return found


def _read_on(page: Page, lines: Sequence[Line]) -> set[int]:
    """The elements beside each other that begin with a headline, and end with a link to read on: ``Đọc tiếp``."""
    calls = [i for i, x in enumerate(lines) if x.links >= WHOLLY and _READ_ON.fullmatch(x.text)]
    if len(calls) < READ_ON:  # for speed
        return set()
    within = spread(page, lines)
    lists: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for call in calls:
        box = lines[call].element
        while within.counts[box] == 1:
            box = page.parents[box]
        span = within.lines(box)
        head = lines[span.start]
        headed = len(head.text) in HEADLINE and not (head.prose or head.role in KNOWN)
        if headed and span.stop == call + 1 and len(span) <= CARD_LINES and box > 0:
            lists[page.parents[box], page.tags[box]].add(box)
    return {box for boxes in lists.values() if len(boxes) >= READ_ON for box in boxes}


def _is_label(line: Line) -> bool:
    """Whether `line` is a word or two that say what a card is: ``Nên đọc``."""
    plain = not (line.links or line.role in KNOWN or line.folded)
    return plain and len(line.text) < HEADLINE.start and line.text[-1] != ":"


def _led_away(page: Page, lines: Sequence[Line]) -> set[int]:
    """The small elements that a script makes links, each to another page, and that begin with a headline.

    Several with other headlines that lead to one address are sections of it.
    """
    within = spread(page, lines)
    first, counts = within
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for index, line in enumerate(lines):
        plain = not line.links and len(line.text) in HEADLINE and line.role not in KNOWN
        element = line.element if plain and line.text[-1] != "." else 0
        while element > 0 and first[element] == index and counts[element] <= CARD_LINES:
            if address := led_to(page, element):
                if all(len(lines[i].text) <= SUMMARY for i in within.lines(element)):
                    found[address][element] = line.text
                break
            element = page.parents[element]
    return {root for roots in found.values() if len({*roots.values()}) == 1 for root in roots}


def _with_text(page: Page, element: int, counts: Sequence[int]) -> int:
    """The innermost element around `element`, or it itself, that has more than one line; or -1."""
    for _ in range(OVERLAY):
        if element <= 0 or counts[element] > 1:
            break
        element = page.parents[element]
    return element if counts[element] > 1 else -1

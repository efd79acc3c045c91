"""Making the body larger by what belongs to it: a lone paragraph is seldom all of an article."""

from __future__ import annotations

from collections import Counter
from itertools import islice, takewhile
from typing import Final

from ...model import HEADINGS, LINKED
from .clues import FEW, Clues
from .dom import LISTS, PAGE, Page, Spread
from .fitting import SAPO, how_built
from .layout import FURNITURE, HIDDEN
from .lines import Line
from .prose import is_sentence
from .tree import Weighed, around, spread

SENTENCES: Final = 3
"""Short sentences, its own among them, from which on a lone paragraph is not alone."""
BELOW: Final = 3
"""Lines below a lone paragraph that are built as it is, from which on they are a list of its own."""
WRAPPED: Final = 3
"""Paragraphs with an element each, called and built alike, from which on they are one text."""
GAP: Final = 4
"""Lines that stand between two halves of a body: a box, an advertisement."""
VERSE: Final = 4
"""Short lines below a sapo that are the text, if they are made alike: verse, a schedule."""
LEVELS: Final = 2
"""Elements around a sapo in one of which its text stands."""

_FORMATTING: Final = frozenset("b strong i em u small big font span".split())
_LISTS: Final = LISTS | {"dl"}


def with_room(weighed: Weighed, element: int) -> int:
    """A lone paragraph's parent, where its captions and headings stand; else `element`.

    If more paragraphs stand there, it is the parent whatever stands between them; sentences under
    pictures are paragraphs too, and rows below that are built as it is.
    """
    page, lines, weights, sums = weighed[:4]
    counts = Counter(line.element for line in lines)
    beside = Counter(
        page.parents[x.element] for x in lines if page.tags[x.element] == "p" and x.prose
    )
    while counts[element] == 1 and page.parents[element] > 0:
        parent = page.parents[element]
        if sums[parent] <= 0 and (page.tags[element] != "p" or beside[parent] < 2):
            inside = spread(page, lines).lines(parent)
            if sum(weights[i] >= 0 and _is_sentence(lines[i]) for i in inside) < SENTENCES:
                break
        element = parent
    within = spread(page, lines)
    alone = element
    while (parent := page.parents[alone]) > 0 and within.counts[parent] == 1:
        alone = parent
    single = within.counts[alone] == 1 and parent > 0
    listed = single and (_is_listed_below(weighed, alone) or _is_wrapped(weighed, alone))
    return parent if listed else element


def _is_listed_below(weighed: Weighed, element: int) -> bool:
    """Whether the lone line in `element` goes on below, in lines without links that are built as it is."""
    page, lines = weighed[:2]
    parent, within = page.parents[element], spread(page, lines)
    first = within.first[element]
    built = how_built(page, lines[first], parent)
    below = (lines[i] for i in range(first + 1, within.lines(parent).stop))
    alike = takewhile(
        lambda x: not (x.links or x.role) and how_built(page, x, parent) == built, below
    )
    return sum(1 for _ in islice(alike, BELOW)) == BELOW


def _is_wrapped(weighed: Weighed, element: int) -> bool:
    """Whether the lone paragraph in `element` is one of several that are wrapped alike, or of two with neither
    a link nor a box between them.
    """
    page, lines, weights = weighed[:3]
    parent, within = page.parents[element], spread(page, lines)
    own = within.first[element]
    made = page.attributes[element].get("class"), how_built(page, lines[own], parent)
    alike = []
    for index in within.lines(parent):
        line = lines[index]
        if weights[index] > 0 and not line.role and how_built(page, line, parent) == made[1]:
            wrapper = next(e for e in around(page, line.element) if page.parents[e] == parent)
            if page.attributes[wrapper].get("class") == made[0]:
                alike.append(index)
    if len(alike) < WRAPPED - 1:
        return False
    between = (lines[i] for i in range(alike[0], alike[-1]))
    return len(alike) >= WRAPPED or all(map(_is_plain, between))


def _is_plain(line: Line) -> bool:
    return line.links <= LINKED and (line.role == HIDDEN or line.role not in FURNITURE)


def _is_sentence(line: Line) -> bool:
    """Whether `line` is a short sentence of no known role, outside of links and lists."""
    return is_sentence(line.text) and not (line.role or line.folded or line.links)


def with_twins(weighed: Weighed, element: int, headline: int) -> int:
    """The parent of `element` if the text goes on right above or below in its twin.

    Without a name, the twin stands between the `headline` and `element`, and is no sapo.
    """
    page, lines, _, sums = weighed[:4]
    parent = page.parents[element] if element > 0 else 0
    if parent <= 0:
        return element
    named, within = page.attributes[element].get("class"), spread(page, lines)
    own = within.first[element]
    for twin in range(parent + 1, len(page.tags)):
        if page.parents[twin] != parent or sums[twin] <= 0:
            continue
        if _are_twins(weighed, within, twin, element):
            above = 0 <= headline < within.first[twin] < own and within.counts[twin] > 1
            if named or above:
                return parent
    return element


def are_twins(weighed: Weighed, one: int, other: int) -> bool:
    """Whether two elements stand beside each other and are made alike, with no more than a box between.

    What begins with a heading is a text of its own.
    """
    return _are_twins(weighed, spread(weighed.page, weighed.lines), one, other)


def _are_twins(weighed: Weighed, within: Spread, one: int, other: int) -> bool:
    page, lines = weighed[:2]
    first, second = sorted((one, other))
    if first == second or page.parents[first] != page.parents[second]:
        return False
    if page.tags[first] != page.tags[second] or not _are_called_alike(page, first, second):
        return False
    below = within.first[second]
    gap = below - within.lines(first).stop
    return 0 <= gap <= GAP and page.tags[lines[below].element] not in HEADINGS


def _are_called_alike(page: Page, one: int, other: int) -> bool:
    return page.attributes[one].get("class") == page.attributes[other].get("class")


def unbroken(weighed: Weighed, element: int) -> int:
    """The element around `element` if that is a list below a heading, or a bold or slanted word which nobody
    ended: it goes on in all that follows, and says nothing of where the text ends.
    """
    page, sums = weighed.page, weighed.sums
    block = element
    while block > 0 and page.tags[block] in _FORMATTING:
        block = page.parents[block]
    if block > 0 and page.tags[block] in _LISTS and _is_headed(weighed, block):
        block = page.parents[block]
    return block if block > 0 and sums[block] >= sums[element] else element


def _is_headed(weighed: Weighed, list_: int) -> bool:
    """Whether a heading stands above a list beside it, such as of what a recipe needs."""
    page, lines = weighed[:2]
    within = spread(page, lines)
    above = range(within.first[page.parents[list_]], within.first[list_])
    return any(
        page.tags[lines[i].element] in HEADINGS and not (lines[i].links or lines[i].role)
        for i in above
    )


def with_text(weighed: Weighed, element: int, clues: Clues) -> int:
    """Where the text is that goes on below `element`, if that is no more than the sapo: the next line is prose
    as well, and speaks of the headline; or it and those below are short and made alike.

    The element around both, or if only the page is that, the one of the text.
    """
    page, lines, weights = weighed[:3]
    span = spread(page, lines).lines(element) if element > 0 else range(0)
    if not span or clues.headline < 0 or sum(weights[i] > 0 for i in span[:-1]):
        return element  # there is more than one paragraph in it
    below = span.stop + (span.stop < len(lines) and lines[span.stop].role == HIDDEN)
    if below >= len(lines) or clues.headline >= below:
        return element
    beside = around(page, lines[below].element)
    near = around(page, element)[1 : 1 + LEVELS]
    top = next((e for e in near if e in beside), -1)
    if top < 0:
        return element
    apart = page.tags[top] in PAGE
    if weights[below] > 0:
        spoken = clues.topic.shared([lines[below].text]) >= FEW
        own = with_room(weighed, lines[below].element) if apart else top
        return own if spoken else element
    made = how_built(page, lines[below], top)
    run = takewhile(
        lambda x: _is_bare(x) and how_built(page, x, top) == made, lines[below : below + VERSE]
    )
    if sum(1 for _ in run) < VERSE:
        return element
    return _beyond(weighed, lines[below].element) if apart else top


def _beyond(weighed: Weighed, element: int) -> int:
    """The innermost element around `element` with more than a stanza in it, but for the page."""
    page, counts = weighed.page, spread(weighed.page, weighed.lines).counts
    while page.tags[page.parents[element]] not in PAGE and (
        counts[element] <= VERSE or page.tags[element] == "p"
    ):
        element = page.parents[element]
    return element


def _is_bare(line: Line) -> bool:
    return not (line.links or line.role or line.folded)


def goes_on_below(weighed: Weighed, thin: int, chosen: int) -> bool:
    """Whether paragraphs stand right below what is no more than their sapo."""
    within, weights = spread(weighed.page, weighed.lines), weighed.weights
    sapo, text = within.lines(thin), within.lines(chosen)
    near = 0 <= text.start - sapo.stop < SAPO
    return near and any(weights[i] > 0 for i in sapo) and sum(weights[i] > 0 for i in text) >= SAPO


def begins_above(weighed: Weighed, chosen: int, other: int, headline: int) -> bool:
    """Whether the first prose of `chosen` stands between the `headline` and the first of the `other`."""
    within = spread(weighed.page, weighed.lines)
    begins = [
        next((i for i in within.lines(e) if i > headline and weighed.weights[i] > 0), -1)
        for e in (chosen, other)
    ]
    return headline < begins[0] < begins[1]

"""Making the body smaller by what stands apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ...model import HEADINGS
from .clues import Clues
from .dom import LISTS, Page
from .lines import Line
from .tree import Weighed, around, spread, subtree_sums

TIGHT_SHARE: Final = 0.6
"""Share of the prose that makes a smaller element the body, if the rest stands apart."""
LEAST_SHARE: Final = 0.2
"""The same if it alone speaks of what the headline says."""
KINDRED: Final = 0.4
"""Share of the headline's words that a text says that speaks of it."""
RECORDS: Final = 2
"""Others that are called and built as one is, where it is one of many: none of them is the body."""
SAPO: Final = 2
"""Lines of prose between the headline and the body that are no body of their own."""
ALIEN: Final = 3
"""How many times more of them it says than what has nothing to do with it."""
LISTED: Final = 6
"""Words of the shortest list beside a text that is of the article; tabs have fewer."""
MAX_STEPS: Final = 4
"""How often the body is made smaller by what stands apart: a page has one list of comments."""


def tightened(weighed: Weighed, element: int, clues: Clues) -> int:
    """The child of `element` that holds most of its prose, if what else is there stands apart.

    Comments and boxes with a sentence in them are prose as well, but not the article's: something
    else comes between, and they are no paragraphs beside it. Notices on cookies and terms of use
    may outweigh the article; they do not speak of what its headline says.
    """
    page, lines, weights, sums = weighed[:4]
    prose = subtree_sums(page, lines, [max(w, 0) for w in weights])
    paragraphs = subtree_sums(page, lines, [w > 0 for w in weights])
    below: Sequence[int] = ()
    largest: dict[int, int] = {}
    for inner, parent in enumerate(page.parents[1:], 1):
        if prose[inner] and prose[inner] >= prose[largest.get(parent, inner)]:
            largest[parent] = inner
    steps = 0
    headed = around(page, lines[clues.headline].element) if clues.headline >= 0 else []
    while (child := largest.get(element, -1)) > 0:
        own = next((e for e in headed if page.parents[e] == element), child)
        if own != child and prose[own] >= LEAST_SHARE * prose[element]:
            child = own if _is_the_topic(weighed, own, clues) else child
        share = prose[child] / max(1, prose[element])
        if child in headed:  # what stands above its headline is none of it
            below = below or _sums_below(weighed, clues.headline)
            share = max(share, below[child] / max(1, below[element]))
        if share < LEAST_SHARE:
            break
        if share < TIGHT_SHARE or sums[child] < sums[element] or paragraphs[child] < 2:
            steps += 1
            first = clues.headline if child in headed else 0
            apart = share >= TIGHT_SHARE and _stands_apart(weighed, child, first)
            if steps > MAX_STEPS or not (apart or _is_the_topic(weighed, child, clues)):
                break
        element = child
    return element


def _sums_below(weighed: Weighed, headline: int) -> Sequence[int]:
    """By element: characters of prose in it that stand below the `headline`."""
    page, lines, weights = weighed[:3]
    told = (max(w, 0) if i > headline else 0 for i, w in enumerate(weights))
    return subtree_sums(page, lines, told)


def _is_the_topic(weighed: Weighed, element: int, clues: Clues) -> bool:
    """Whether `element` speaks of what the headline says, and the prose around it hardly does."""
    page, lines, weights = weighed[:3]
    within = spread(page, lines)
    inside = within.lines(element)
    own = [i for i in inside if weights[i] > 0]
    if len(own) < 2:
        return False
    rest = [i for i in within.lines(page.parents[element]) if weights[i] > 0 and i not in inside]
    sapo = [i for i in rest if clues.headline < i < own[0]]
    if len(sapo) > SAPO:
        return False
    rest = [i for i in rest if i not in sapo]
    top = page.parents[element]
    if not rest and _has_list(weighed, element, clues.headline):
        return False  # which is the article's
    if _is_record(weighed, element):
        return False
    built = {how_built(page, lines[i], top) for i in own}
    built.add(("p",))
    outweighed = sum(weights[i] for i in rest) > sum(weights[i] for i in own)
    if not outweighed and any(how_built(page, lines[i], top) in built for i in rest):
        return False  # the article goes on in a sibling, or beside it
    kin = clues.topic.share(lines[i].text for i in own)
    headed = clues.headline in inside
    return (kin >= KINDRED or (headed and kin > 0)) and clues.topic.share(
        lines[i].text for i in rest
    ) * ALIEN <= kin


def _has_list(weighed: Weighed, element: int, headline: int) -> bool:
    """Whether a heading and a list without links stand beside `element`: ingredients, sources."""
    page, lines = weighed[:2]
    within = spread(page, lines)
    inside, beside = within.lines(element), within.lines(page.parents[element])
    return any(
        i not in inside
        and page.tags[(x := lines[i]).element] in LISTS
        and not (x.links or x.role)
        and len(x.text.split()) >= LISTED
        and _is_heading(page, lines[i - 1])
        for i in range(max(headline + 2, beside.start + 1), beside.stop)
    )


def _is_heading(page: Page, line: Line) -> bool:
    return page.tags[line.element] in HEADINGS and not (line.links or line.role)


def _is_record(weighed: Weighed, element: int) -> bool:
    """Whether others beside `element` are called and built as it is: questions with their answers."""
    page, lines, weights = weighed[:3]
    top = page.parents[element]
    built: defaultdict[int, set[tuple[str, ...]]] = defaultdict(set)
    for index in spread(page, lines).lines(top):
        if weights[index] > 0:
            child = next(
                (e for e in around(page, lines[index].element) if page.parents[e] == top), -1
            )
            built[child].add(how_built(page, lines[index], top))
    named, own = page.attributes[element].get("class"), built.get(element)
    alike = (e for e, paths in built.items() if e >= 0 and paths == own)
    return sum(page.attributes[e].get("class") == named for e in alike) > RECORDS


def how_built(page: Page, line: Line, top: int) -> tuple[str, ...]:
    """The tags of the elements around `line` below `top`, innermost first."""
    return tuple(page.tags[e] for e in around(page, line.element) if e > top)


def _stands_apart(weighed: Weighed, element: int, first: int) -> bool:
    """Whether a line without prose separates `element` from all prose behind it; and nothing of it
    is above, from the line `first` on.
    """
    page, lines, weights = weighed[:3]
    within = spread(page, lines)
    own = [i for i in within.lines(element) if weights[i] > 0]
    if len(own) < 2 or lines[own[0]].element == element:
        return False
    around = within.lines(page.parents[element])
    above = range(max(around.start, first), own[0])
    headed = any(page.tags[lines[i].element] == "h1" for i in above)
    if sum(weights[i] > 0 for i in above) > headed:  # one may be the sapo
        return False
    last = own[-1]
    following = next((i for i in range(last + 1, len(lines)) if weights[i] > 0), -1)
    if following not in around:
        return False
    if _goes_on(page, lines, element, range(last + 1, following + 1)):
        return False
    beside = page.parents[lines[following].element] == page.parents[element]
    return following > last + 1 and not (beside and page.tags[lines[following].element] == "p")


def _goes_on(page: Page, lines: Sequence[Line], element: int, below: range) -> bool:
    """Whether the lines `below` are the paragraphs of another element of the make of `element`.

    The last of them is prose, those above it may be short.
    """
    said = lines[below[-1]].element
    other = page.parents[said]
    if page.parents[other] != page.parents[element] or page.tags[other] != page.tags[element]:
        return False
    if page.attributes[other].get("class") != page.attributes[element].get("class"):
        return False
    return all(
        page.parents[x.element] == other
        and page.tags[x.element] == page.tags[said]
        and not (x.role or x.links)
        for x in lines[below.start : below.stop - 1]
    )

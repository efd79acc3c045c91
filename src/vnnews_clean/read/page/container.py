"""Finding the article on a page.

Every line has a weight: its length if it reads like prose, the negative of it if it is a link, a
teaser or furniture, nothing if it is neither. The body is the element whose lines sum up to most:
any smaller one misses a paragraph, any larger one adds a menu. Where a class name says what the
body is, and enough of the prose is there, the name is believed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Final, NamedTuple

from ...model import LINKED, WHOLLY
from .dom import Page
from .layout import FURNITURE, Layout
from .lines import Line

PROSE: Final = 60
"""Characters of the shortest line that counts as prose, if it ends like a sentence."""
LONG_PROSE: Final = 140
"""Characters from which on a line is prose however it ends."""
WORD: Final = 12
"""Characters of the longest words that prose has on average; addresses and code have longer ones."""
SAID: Final = 24
"""Characters of the shortest line that is looked for in the body that the head gives."""
HEADLINE: Final = range(18, 220)
"""Characters of a linked headline."""
CARD_LINES: Final = 4
CARD_CHARACTERS: Final = 700
"""A teaser card is no larger: headline, summary, section, date."""
TIGHT_SHARE: Final = 0.6
"""Share of the prose that makes a smaller element the body, if the rest stands apart."""
MAX_STEPS: Final = 4
"""How often the body is made smaller by what stands apart: a page has one list of comments."""
MAX_LOSS: Final = 500
"""The most that one piece of furniture weighs: a footer is no worse than a box."""
NAMED_SHARE: Final = 0.5
"""Share of the best sum that an element named by a pack must have."""
COMMON_SHARE: Final = 0.8
"""The same for an element with a common name, such as ``post-content``."""
SUBSTANTIAL: Final = 300
"""Characters of prose below the headline that are an article, however much there is elsewhere."""
PARAGRAPHS: Final = 3
"""Lines of prose below the headline, one of which is the article's: before it comes the sapo."""

ENDS: Final = (".", "!", "?", "…", ":", "”", '"', ")", ";")


class Body(NamedTuple):
    """Where the article's body is."""

    element: int
    """-1 if there is none."""
    prose: int
    """Characters of prose in it."""
    cards: frozenset[int]
    """Indices of the lines that belong to teaser cards, anywhere on the page."""
    why: str
    headline: int = -1
    """Index of the line that prints the headline that the head gives; -1 if none does."""


def is_prose(line: Line) -> bool:
    """Whether `line` reads like a sentence or more."""
    length = len(line.text)
    if length < PROSE or line.folded or line.links > LINKED or line.text.count(" ") * WORD < length:
        return False
    return length >= LONG_PROSE or line.text.endswith(ENDS)


def find_body(
    page: Page, layout: Layout, lines: Sequence[Line], said: str = "", headline: int = -1
) -> Body:
    """The element that holds the article's body.

    Lines that stand in `said`, the body that the page's head gives, count as prose whatever they
    look like. `headline` is the line that prints the headline, or -1: what follows is the article,
    even if the comments further below are longer.
    """
    cards = find_cards(page, lines)
    weights = [_weight(line, index in cards) for index, line in enumerate(lines)]
    if said:
        weights = [
            len(line.text) if _is_said(line, said) else weight
            for line, weight in zip(lines, weights, strict=True)
        ]
    sums = subtree_sums(page, lines, weights)
    if not sums:
        return Body(-1, 0, cards, "no text")
    best = _last_largest(sums)
    if sums[best] <= 0:
        return Body(-1, 0, cards, "no prose outside links and furniture")
    opening = _opening(page, lines, weights, headline)
    named = [e for e in layout.containers if sums[e] >= sums[best] * COMMON_SHARE]
    exact = [
        e
        for e in layout.containers[: layout.exact]
        if sums[e] >= sums[best] * NAMED_SHARE or (e in opening and sums[e] >= SUBSTANTIAL)
    ]
    if exact:
        chosen, why = exact[0], f"named by the pack {layout.pack}"
    elif named:
        chosen, why = max(named, key=lambda e: (sums[e], e)), "a common name, and most of the prose"
    else:
        chosen = _tightened(page, lines, best, weights)
        chosen, why = _room(page, lines, chosen, sums), "most of the prose"
    if chosen not in opening and (above := _beside(page, chosen, opening, sums)):
        chosen = _room(page, lines, _tightened(page, lines, above, weights), sums)
        why = "prose below the headline"
    inside = below(page, chosen)
    prose = sum(
        [w for w, line in zip(weights, lines, strict=True) if w > 0 and inside[line.element]]
    )
    return Body(chosen, prose, cards, why, headline)


def _opening(
    page: Page, lines: Sequence[Line], weights: Sequence[int], headline: int
) -> Sequence[int]:
    """The elements around the third line of prose below the headline, innermost first."""
    if headline < 0:
        return ()
    prose = (i for i in range(headline + 1, len(lines)) if weights[i] > 0)
    third = next(islice(prose, PARAGRAPHS - 1, None), -1)
    return _around(page, lines[third].element) if third >= 0 else ()


def _around(page: Page, element: int) -> list[int]:
    """`element` and its ancestors, innermost first."""
    chain = []
    while element >= 0:
        chain.append(element)
        element = page.parents[element]
    return chain


def _beside(page: Page, chosen: int, opening: Sequence[int], sums: Sequence[int]) -> int:
    """The best of the elements `opening` apart from `chosen`; 0 if there is little in any."""
    around = set(_around(page, chosen))
    apart = [element for element in opening if element not in around]
    best = max(apart, key=lambda element: sums[element], default=0)
    return best if sums[best] >= SUBSTANTIAL else 0


def _is_said(line: Line, said: str) -> bool:
    return not line.folded and len(line.text) >= SAID and line.text[: 3 * SAID] in said


def _last_largest(sums: Sequence[int]) -> int:
    """The last of the elements with the largest sum: the innermost, since parents come first."""
    return len(sums) - 1 - sums[::-1].index(max(sums))


def subtree_sums(page: Page, lines: Sequence[Line], weights: Sequence[int]) -> list[int]:
    """For every element the sum of the weights of all lines below it."""
    sums = [0] * len(page.tags)
    for line, weight in zip(lines, weights, strict=True):
        sums[line.element] += weight
    parents = page.parents
    for element in range(len(sums) - 1, 0, -1):
        if own := sums[element]:
            sums[parents[element]] += own
    return sums


def below(page: Page, element: int) -> list[bool]:
    """For every element whether it is `element` or stands in it; for -1, none does."""
    return covered(page, (element,))


def _weight(line: Line, card: bool) -> int:
    length = len(line.text)
    if line.role in FURNITURE:
        return -min(length, MAX_LOSS)
    if card or line.links > LINKED:
        return -length
    return length if is_prose(line) else 0


def _tightened(page: Page, lines: Sequence[Line], element: int, weights: Sequence[int]) -> int:
    """The child of `element` that holds most of its prose, if what follows it stands apart.

    Comments and boxes with a sentence in them are prose as well, but not the article's: something
    else comes between, and they are no paragraphs beside it. What precedes may be the sapo.
    """
    sums = subtree_sums(page, lines, weights)
    prose = subtree_sums(page, lines, [max(w, 0) for w in weights])
    paragraphs = subtree_sums(page, lines, [w > 0 for w in weights])
    largest = {page.parents[e]: e for e in sorted(range(1, len(prose)), key=lambda e: prose[e])}
    steps = 0
    while (child := largest.get(element, -1)) > 0:
        if prose[child] < TIGHT_SHARE * prose[element]:
            break
        if sums[child] < sums[element] or paragraphs[child] < 2:
            steps += 1
            if steps > MAX_STEPS or not _stands_apart(page, lines, child, weights):
                break
        element = child
    return element


def _stands_apart(page: Page, lines: Sequence[Line], element: int, weights: Sequence[int]) -> bool:
    """Whether a line without prose separates `element` from all prose behind it."""
    inside = below(page, element)
    own = [i for i, line in enumerate(lines) if inside[line.element] and weights[i] > 0]
    if len(own) < 2 or lines[own[0]].element == element:
        return False
    around = below(page, page.parents[element])
    above = [i for i in range(own[0]) if around[lines[i].element]]
    headed = any(page.tags[lines[i].element] == "h1" for i in above)
    if sum(weights[i] > 0 for i in above) > headed:  # one may be the sapo
        return False
    last = own[-1]
    following = next((i for i in range(last + 1, len(lines)) if weights[i] > 0), -1)
    if following < 0 or not around[lines[following].element]:
        return False
    beside = page.parents[lines[following].element] == page.parents[element]
    return following > last + 1 and not (beside and page.tags[lines[following].element] == "p")


def _room(page: Page, lines: Sequence[Line], element: int, sums: Sequence[int]) -> int:
    """A lone paragraph's parent, where its captions and headings stand; else `element`."""
    counts = Counter(line.element for line in lines)
    while counts[element] == 1 and sums[page.parents[element]] > 0 < page.parents[element]:
        element = page.parents[element]
    return element


def find_cards(page: Page, lines: Sequence[Line]) -> frozenset[int]:
    """Lines of teaser cards: small elements, side by side or alone, that begin with a linked headline."""
    roots = _card_roots(page, lines)
    if not roots:
        return frozenset()
    in_card = covered(page, roots)
    return frozenset(i for i, line in enumerate(lines) if in_card[line.element])


def covered(page: Page, roots: Collection[int]) -> list[bool]:
    """For every element whether it is one of `roots` or stands in one."""
    inside: list[bool] = []
    for element, parent in enumerate(page.parents):
        inside.append(element in roots or (parent >= 0 and inside[parent]))
    return inside


def _card_roots(page: Page, lines: Sequence[Line]) -> set[int]:
    headlines = [
        (index, line)
        for index, line in enumerate(lines)
        if line.links > LINKED and len(line.text) in HEADLINE and line.role not in FURNITURE
        if line.links >= WHOLLY or not line.text.endswith(".")  # that is a sentence with a link
    ]
    if not headlines:
        return set()
    parents = page.parents
    counts = subtree_sums(page, lines, [1] * len(lines))
    characters = subtree_sums(page, lines, [len(line.text) for line in lines])
    first = first_lines(page, lines)
    lists: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    roots: set[int] = set()
    for index, line in headlines:
        root = line.element
        if counts[root] > CARD_LINES or characters[root] > CARD_CHARACTERS:
            continue  # a line between the paragraphs
        above = parents[root]
        alone = root if first[root] == index else -1
        while above > 0 and counts[above] <= CARD_LINES and characters[above] <= CARD_CHARACTERS:
            root, above = above, parents[above]
            alone = root if first[root] == index else alone
        lists[above, page.tags[root]].add(root)
        if alone >= 0 and counts[alone] > 1 and page.tags[line.element] != "h1":
            roots.add(alone)
    return roots.union(*(group for group in lists.values() if len(group) > 1))


def first_lines(page: Page, lines: Sequence[Line]) -> list[int]:
    """For every element the index of the first line below it."""
    first = [len(lines)] * len(page.tags)
    for index in range(len(lines) - 1, -1, -1):
        first[lines[index].element] = index
    for element in range(len(first) - 1, 0, -1):
        parent = page.parents[element]
        first[parent] = min(first[parent], first[element])
    return first

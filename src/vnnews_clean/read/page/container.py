"""Finding the article on a page.

Every line has a weight: its length if it reads like prose, the negative of it if it is a link or a
teaser, less if it is furniture, nothing if it is neither. The body is the element whose lines sum
up to most: any smaller one misses a paragraph, any larger one adds a menu. Where a class name says
what the body is, and enough of the prose is there, the name is believed. Prose below the headline
outweighs more prose elsewhere, if it speaks of what the headline says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

from ...model import LINKED
from .cards import find_cards
from .clues import FEW, Clues, Topic
from .dated import dated_text, only_dated_text
from .dom import Page
from .fitting import SAPO, tightened
from .layout import FURNITURE, Layout
from .lines import Line
from .prose import ENDS
from .room import are_twins, begins_above, goes_on_below, unbroken, with_room, with_text, with_twins
from .thin import SMALLEST, thin_bodies
from .tree import Weighed, around, spread, subtree_sums

SAID: Final = 24
"""Characters of the shortest line that is looked for in the body that the head gives."""
MAX_LOSS: Final = 100
"""The most that one piece of furniture weighs: it is cut wherever it stands."""
LINK_LOSS: Final = 2
"""A linked character weighs less than one of prose: boxes stand between the paragraphs."""
NAMED_SHARE: Final = 0.5
"""Share of the best sum that an element named by a pack must have."""
COMMON_SHARE: Final = 0.8
"""The same for an element with a common name, such as ``post-content``."""
SUBSTANTIAL: Final = 300
"""Characters of prose below the headline that are an article, however much there is elsewhere."""
ENOUGH: Final = 500
"""Characters of prose that make an article by themselves."""
TELLING: Final = 16
"""Lines at the beginning of a text that tell what it is about."""
BROKEN: Final = 40
"""Characters of the shortest piece of a sentence that goes on in the paragraph below."""
PARAGRAPHS: Final = 3
"""Lines of prose below the headline, one of which is the article's: before it comes the sapo."""

LITTLE: Final = 0.25
"""Share of the prose below the headline up to which what stands above is none of the article's."""


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
    kin: float = 0.0
    """Share of the headline's words that stand in it."""
    named: bool = False
    """Whether it stands in an ``<article>``, or in what a name calls the body."""
    thin: bool = False
    """Whether there is no prose in it: it is the body for want of another."""
    head: int = -1
    """Index of the headline that stands with a date right above its first text, if there is one."""


def find_body(page: Page, layout: Layout, lines: Sequence[Line], clues: Clues) -> Body:
    """The element that holds the article's body."""
    headline = clues.headline
    cards = find_cards(page, lines)
    weights = [_weight(line, index in cards) for index, line in enumerate(lines)]
    for index in _broken(page, lines, weights):
        weights[index] = len(lines[index].text)
    if clues.said:
        weights = [
            len(line.text) if _is_said(line, clues.said) else weight
            for line, weight in zip(lines, weights, strict=True)
        ]
    weights = _from_headline(weights, headline)
    sums = subtree_sums(page, lines, weights)
    weighed = Weighed(page, lines, weights, sums, {})
    best = _last_largest(sums) if sums else -1
    if best >= 0 and sums[best] > 0:
        chosen, why = _found(weighed, layout, clues, cards)
    else:
        chosen = _thin(weighed, layout, clues, cards)
        why = "no prose outside links and furniture"
    head, text = dated_text(lines, cards, headline)
    if text < 0 and (chosen < 0 or sums[chosen] < ENOUGH):
        head, text = only_dated_text(lines, cards)
    sapo = unbroken(weighed, chosen)
    chosen = with_text(weighed, sapo, clues)
    kin = max(_shared(weighed, e, clues) for e in (sapo, chosen))
    chosen = with_twins(weighed, chosen, headline)
    moved = text >= 0 and _is_elsewhere(weighed, chosen, head, text)
    if moved:
        chosen, why = with_room(weighed, lines[text].element), "a headline and a date above"
    within = spread(page, lines).lines(chosen)
    prose = [w for i in within if (w := weights[i]) > 0]
    first = next((i for i in within if weights[i] > 0), text if text in within else -1)
    chain = around(page, chosen)
    return Body(
        chosen,
        sum(prose),
        cards,
        why,
        headline,
        kin=(_shared(weighed, chosen, clues) if moved else kin) / max(1, clues.topic.size),
        named=any(page.tags[e] == "article" or e in layout.containers for e in chain),
        thin=chosen >= 0 and not prose,
        head=head if moved or 0 <= text <= first <= text + SAPO else -1,
    )


def _broken(page: Page, lines: Sequence[Line], weights: Sequence[int]) -> Iterator[int]:
    """Pieces of sentences that somebody broke by hand: a ``<p>`` goes on in the next, in lower case."""
    for index, (line, below) in enumerate(pairwise(lines)):
        if weights[index] or line.role or not below.text[:1].islower():
            continue
        one, two = line.element, below.element
        beside = one != two and page.tags[one] == page.tags[two] == "p"
        if beside and page.parents[one] == page.parents[two] and _is_open(line):
            yield index


def _is_open(line: Line) -> bool:
    return len(line.text) >= BROKEN and not (line.folded or line.text.endswith(ENDS))


def _from_headline(weights: list[int], headline: int) -> list[int]:
    """`weights`, where the little prose above the `headline` speaks against an element.

    It is a notice on cookies or on an old browser, or the last of another article.
    """
    above, below = weights[: max(headline, 0)], weights[max(headline, 0) :]
    if sum(w for w in above if w > 0) > LITTLE * sum(w for w in below if w > 0):
        return weights
    return [*(-min(w, MAX_LOSS) if w > 0 else w for w in above), *below]


def _thin(weighed: Weighed, layout: Layout, clues: Clues, cards: Collection[int]) -> int:
    """The element that holds an article without prose, or -1."""
    page, lines = weighed[:2]
    found = thin_bodies(page, layout, lines, cards, clues.headline)
    if len(found) < 2:
        return found[0] if found else -1
    return max(found, key=lambda e: _shared(weighed, e, clues))


def _found(
    weighed: Weighed, layout: Layout, clues: Clues, cards: Collection[int]
) -> tuple[int, str]:
    """The element that is the body, if there is prose on the page, and why."""
    opening = _opening(weighed, clues.headline)
    chosen, why = _chosen(weighed, layout, clues, opening)
    above = _beside(weighed, chosen, opening) if chosen not in opening else 0
    if above and are_twins(weighed, above, chosen):
        above = 0
    if above and begins_above(weighed, chosen, above, clues.headline):
        above = 0
    if above and not _goes_on(weighed, above, chosen, clues):
        chosen = with_room(weighed, tightened(weighed, above, clues))
        why = "prose below the headline"
    if clues.headline >= 0 and 2 * _shared(weighed, chosen, clues) < clues.topic.size:
        thin = _thin(weighed, layout, clues, cards)
        if thin >= 0 and _is_nearer(weighed, thin, chosen, clues):
            return with_room(weighed, thin), "below the headline"
    return chosen, why


def _chosen(
    weighed: Weighed, layout: Layout, clues: Clues, opening: Sequence[int]
) -> tuple[int, str]:
    """The element with the best sum, or one with a name that comes near it; and why."""
    sums = weighed.sums
    best = _last_largest(sums)
    for element in layout.containers[: layout.exact]:
        if sums[element] >= sums[best] * NAMED_SHARE or (
            element in opening and sums[element] >= SUBSTANTIAL
        ):
            return element, f"named by the pack {layout.pack}"
    if named := [e for e in layout.containers if sums[e] >= sums[best] * COMMON_SHARE]:
        return max(named, key=lambda e: (sums[e], e)), "a common name, and most of the prose"
    return with_room(weighed, tightened(weighed, best, clues)), "most of the prose"


def _opening(weighed: Weighed, headline: int) -> Sequence[int]:
    """The elements around the third line of prose below the headline, innermost first."""
    page, lines, weights = weighed[:3]
    if headline < 0:
        return ()
    prose = (i for i in range(headline + 1, len(lines)) if weights[i] > 0)
    third = next(islice(prose, PARAGRAPHS - 1, None), -1)
    return around(page, lines[third].element) if third >= 0 else ()


def _beside(weighed: Weighed, chosen: int, opening: Sequence[int]) -> int:
    """The best of the elements `opening` apart from `chosen`; 0 if there is little in any."""
    sums = weighed.sums
    chain = set(around(weighed.page, chosen))
    apart = [element for element in opening if element not in chain]
    best = max(apart, key=lambda element: sums[element], default=0)
    return best if sums[best] >= SUBSTANTIAL else 0


def _goes_on(weighed: Weighed, above: int, chosen: int, clues: Clues) -> bool:
    """Whether `above` is no more than the sapo of the longer text in `chosen`, on the same topic."""
    near, far = _shared(weighed, above, clues), _shared(weighed, chosen, clues)
    return weighed.sums[chosen] > 2 * weighed.sums[above] and 2 * far > near


def _is_elsewhere(weighed: Weighed, chosen: int, head: int, text: int) -> bool:
    """Whether the little prose in `chosen` has nothing to do with the headline `head` of the line `text`."""
    page, lines = weighed[:2]
    if chosen < 0:
        return True
    span = spread(page, lines).lines(chosen)
    if text in span or weighed.sums[chosen] >= SUBSTANTIAL:
        return False
    if span.stop <= head:
        return True
    topic = Topic([lines[head].text])
    far = topic.shared(_texts(weighed, chosen, head))
    near = topic.shared(x.text for x in lines[text : text + TELLING] if x.links <= LINKED)
    thin = weighed.sums[chosen] <= 0
    return span.start > text + SAPO and (far < FEW or near > 2 * far or (thin and near > 0))


def _is_nearer(weighed: Weighed, thin: int, chosen: int, clues: Clues) -> bool:
    """Whether the little text in `thin` speaks of the headline, and all the prose in `chosen` not."""
    page = weighed.page
    if thin in around(page, chosen) or chosen in around(page, thin):
        return False
    if goes_on_below(weighed, thin, chosen):
        return False
    near, far = _shared(weighed, thin, clues), _shared(weighed, chosen, clues)
    if far < FEW and weighed.sums[chosen] < SUBSTANTIAL:
        return _says(weighed, thin)  # as little, and elsewhere
    return near >= FEW and near > 2 * far and (far < FEW or weighed.sums[chosen] < SUBSTANTIAL)


def _says(weighed: Weighed, thin: int) -> bool:
    """Whether more than a name and a date stands in `thin`."""
    lines = weighed.lines
    own = (lines[i] for i in spread(weighed.page, lines).lines(thin))
    return sum(len(x.text) for x in own if not x.role and x.links <= LINKED) >= SMALLEST


def _shared(weighed: Weighed, element: int, clues: Clues) -> int:
    """How many words of the headline stand in the first lines of `element`."""
    known = weighed.shared.get(element)
    if known is None:
        texts = _texts(weighed, element, clues.headline)
        known = weighed.shared[element] = clues.topic.shared(texts)
    return known


def _texts(weighed: Weighed, element: int, headline: int) -> Iterator[str]:
    """The first lines of `element` besides the headline and links."""
    lines = weighed.lines
    texts = (
        lines[index].text
        for index in spread(weighed.page, lines).lines(element)
        if index != headline and lines[index].links <= LINKED
    )
    return islice(texts, TELLING)


def _is_said(line: Line, said: str) -> bool:
    return not line.folded and len(line.text) >= SAID and line.text[: 3 * SAID] in said


def _last_largest(sums: Sequence[int]) -> int:
    """The last of the elements with the largest sum: the innermost, since parents come first."""
    return len(sums) - 1 - sums[::-1].index(max(sums))


def _weight(line: Line, card: bool) -> int:
    length = len(line.text)
    if line.role in FURNITURE:
        return -min(length, MAX_LOSS)
    if card or line.links > LINKED:
        return -length // LINK_LOSS
    return length if line.prose else 0

"""Where the article ends on a page whose body holds more than it: above the last list of other stories.

Below that list stand the boxes, forms and the foot of the page, whatever they are called and whatever
they say. Nothing is cut there if the article goes on behind the list: a sentence beside those above,
built as they are or with words of theirs, a caption, a table.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import Final

from ...model import CONTENT, HEADER_WORDS, HEADINGS, LINKED, WHOLLY, Kind
from ...patterns import pattern
from ...shapes import is_address
from ...textkey import word_pairs
from .asides import is_offered
from .dom import Page
from .layout import FURNITURE, KNOWN
from .lines import HEADLINE, Line
from .prose import is_sentence
from .tree import around

LIST: Final = 3
"""Stories of the shortest list that ends an article."""
BESIDE: Final = 2
"""Lines beside a story: a summary, a date."""
SHARED: Final = 0.15
"""Share of its pairs of words from which on a paragraph speaks of what the article does."""
ALIKE: Final = 3
"""Paragraphs built alike, each in an element of its own, from which on all that are go on."""
FOOT: Final = 120
"""Characters of the longest sentence below all stories that is the page's foot, if it shares nothing."""
FEET: Final = 2
"""Sentences below all stories, if there are no more, of which each may be of the page's foot."""
ABOVE: Final = 2
"""Lines of prose above the list: one alone may be the sapo, and what stands below it the article."""

Built = tuple[tuple[str, str | None], ...]

_CAPTIONS: Final = frozenset(("figcaption", "caption"))
_OWN: Final = pattern(r"\b(?:bài (?:viết|báo|này)|đính chính|cập nhật)\b", re.IGNORECASE)
"""What a note on the article itself says, such as a correction."""
_CLOSED: Final = (".", "!", ":", ",", ";", "”", '"', ")")


def with_ending(
    page: Page, lines: Sequence[Line], inside: Sequence[bool], cards: Collection[int]
) -> Sequence[Line]:
    """`lines`, with the role of related stories for all from the closing list of the body on."""
    own = [i for i, line in enumerate(lines) if inside[line.element] and not line.folded]
    stories = {i for i in own if i in cards or _is_story(lines[i])}
    if len(stories) < LIST:  # for speed
        return lines
    prose = [
        i for i in own if i not in stories and lines[i].role not in FURNITURE and lines[i].prose
    ]
    if not prose:
        return lines
    end = _last(page, lines, own, stories, prose)
    list_ = _closing(lines, own, stories, end)
    if list_ < 0 or (sum(i <= end for i in prose) < ABOVE and prose[-1] > list_):
        return lines
    above = [i for i in own if end < i < list_ and lines[i].role not in FURNITURE]
    cut = {i for i in above if lines[i].links >= WHOLLY}
    cut.update(i for i in own if i >= list_ and lines[i].role not in FURNITURE)
    role = Kind.RELATED.value
    last = above[-1] if above else -1
    beside = last >= 0 and all(lines[i].role == role for i in range(last + 1, list_))
    bare = beside and not any(_is_headed(page, lines[i]) for i in range(last + 1, list_ + 1))
    headed = bare and _may_head(lines[last])
    if headed and not _is_row(page, lines, last):
        cut.add(last)
    return [line._replace(role=role) if i in cut else line for i, line in enumerate(lines)]


def _is_story(line: Line) -> bool:
    linked = line.links > LINKED and len(line.text) >= HEADLINE
    return (
        linked
        and not is_address(line.text)
        and (line.role == Kind.RELATED or line.role not in KNOWN)
    )


def _last(
    page: Page,
    lines: Sequence[Line],
    own: Sequence[int],
    stories: Collection[int],
    prose: Sequence[int],
) -> int:
    """The last line that is the article's for certain."""
    beside = Counter(page.parents[lines[i].element] for i in prose).most_common(1)[0][0]
    first = next((i for i in prose if page.parents[lines[i].element] == beside), prose[0])
    tags = {page.tags[lines[i].element] for i in prose if page.parents[lines[i].element] == beside}
    list_ = min((i for i in stories if i > first), default=first + 1)
    tags &= {page.tags[lines[i].element] for i in prose if i < list_}
    known: set[tuple[str, str]] = set()
    built = _alike(page, lines, prose, _built)
    tagged = set() if built else _alike(page, lines, prose, _tagged)
    built.add(_built(page, lines[first]))
    end = first
    below = [i for i in own if i > max(stories) and _is_said(lines[i])]
    feet = below if len(below) <= FEET else ()
    for index in own:
        line = lines[index]
        if index in stories or line.role in FURNITURE:
            continue
        if line.role in CONTENT or page.tags[line.element] in _CAPTIONS or "\t" in line.text:
            end = index if line.links < WHOLLY else end
        elif _is_said(line):
            pairs = set(word_pairs(line.text))
            said = pairs & known
            sibling = page.parents[line.element] == beside
            alike = (sibling and page.tags[line.element] in tags) or _built(page, line) in built
            alike = alike or (bool(tagged) and line.prose and _tagged(page, line) in tagged)
            naked = sibling and not page.attributes[line.element].get("class")
            foot = index in feet and naked and not said and _may_foot(line.text)
            if (alike and not foot) or (line.prose and len(said) >= SHARED * len(pairs)):
                known |= pairs
                built.add(_built(page, line))
                end = index
    return end


def _alike(
    page: Page, lines: Sequence[Line], prose: Sequence[int], make: Callable[[Page, Line], Built]
) -> set[Built]:
    """How paragraphs are made, by `make`, of which several have an element each."""
    wrapped: defaultdict[Built, set[int]] = defaultdict(set)
    for index in prose:
        wrapped[make(page, lines[index])].add(page.parents[lines[index].element])
    return {path for path, parents in wrapped.items() if len(parents) >= ALIKE}


def _tagged(page: Page, line: Line) -> Built:
    """The same without classes, for pages that give every element another."""
    return tuple((tag, None) for tag, _ in _built(page, line))


def _built(page: Page, line: Line) -> Built:
    """The tags and classes of what is around `line`, innermost first, which paragraphs share."""
    chain = around(page, line.element)
    return tuple((page.tags[e], page.attributes[e].get("class")) for e in chain)


def _closing(lines: Sequence[Line], own: Sequence[int], stories: Collection[int], end: int) -> int:
    """The first line of a list of stories below `end`, or -1."""
    count, first, gap = 0, -1, 0
    for index in own:
        if index <= end:
            continue
        if index in stories:
            first = index if first < 0 else first
            count, gap = count + (len(lines[index].text) >= HEADLINE), 0
            if count >= LIST:
                return first
        elif first >= 0 and lines[index].role not in FURNITURE:
            gap += 1
            if gap > BESIDE:
                count, first = 0, -1
    return -1


def _is_said(line: Line) -> bool:
    return line.prose or (not line.links and is_sentence(line.text))


def _may_foot(text: str) -> bool:
    """Whether a sentence may be the page's foot, since it is short and does not speak of the article."""
    return len(text) <= FOOT and not _OWN.search(text)


def _is_headed(page: Page, first: Line) -> bool:
    """Whether the `first` line of a list is its header: no story, no date."""
    label = len(first.text) < HEADLINE and not any(c.isdigit() for c in first.text)
    return first.links <= LINKED and (label or page.tags[first.element] in HEADINGS)


def _is_row(page: Page, lines: Sequence[Line], index: int) -> bool:
    """Whether a line with a number, but no price, is built as the one above: the last row of a schedule."""
    text = lines[index].text
    numbered = any(c.isdigit() for c in text) and not is_offered(text)
    return numbered and _built(page, lines[index]) == _built(page, lines[index - 1])


def _may_head(line: Line) -> bool:
    """Whether a line may be the header of a list."""
    return len(line.text.split()) <= HEADER_WORDS and not line.text.endswith(_CLOSED)

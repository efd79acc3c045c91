"""An article in tabs: links lead to elements side by side, one of which holds the body.

The others are of the article too, such as its figures, questions and answers, unless they are links for
the most part, or their tab says that readers wrote them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ...model import LINKED, Kind
from .dom import Page
from .headed import is_header
from .layout import FURNITURE
from .lines import Line
from .tree import around, characters, covered, spread

SAID: Final = 60
"""Characters of text in the smallest pane that makes all of them the article's."""

_PANES: Final = frozenset(("div", "section"))


def find_panes(page: Page, lines: Sequence[Line], body: int) -> Mapping[int, str]:
    """The panes beside the one with the first text of the `body`, with it, if another says something.

    Each has what its tab says. Empty where there are no tabs.
    """
    span = spread(page, lines).lines(body) if body > 0 else range(0)
    first = next((lines[i].element for i in span if lines[i].prose), body)
    beside = _named_beside(page, first)
    if not beside:  # for speed
        return {}
    tabs = dict(_links(page))
    panes = {e: tabs[name] for e, name in beside.items() if name in tabs}
    own = next((e for e in around(page, first) if e in panes), 0)
    within = spread(page, lines)
    others = (within.lines(e) for e in panes if e != own)
    return panes if own and any(_says(lines, span) for span in others) else {}


def around_all(page: Page, panes: Mapping[int, str], body: int) -> int:
    """The element around all `panes`, or the `body` if it is larger."""
    above = page.parents[next(iter(panes))]
    return body if body in around(page, above) else above


def with_panes(page: Page, lines: Sequence[Line], panes: Mapping[int, str]) -> Sequence[Line]:
    """`lines`, with the role of comments for those of `panes` whose tab says so."""
    called = [e for e, tab in panes.items() if is_header(tab)]
    if not called:  # for speed
        return lines
    inside = covered(page, called)
    role = Kind.COMMENTS.value
    return [
        x._replace(role=role) if inside[x.element] and x.role not in FURNITURE else x for x in lines
    ]


def _named_beside(page: Page, element: int) -> Mapping[int, str]:
    """The elements with an ``id`` that stand beside the innermost such element around `element`."""
    named = [
        e
        for e in around(page, element)
        if element > 0 and page.tags[e] in _PANES and page.attributes[e].get("id")
    ]
    made = {(page.parents[e], page.tags[e]) for e in named}
    beside: defaultdict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    for e, parent in enumerate(page.parents) if made else ():
        if (parent, page.tags[e]) in made and (name := page.attributes[e].get("id")):
            beside[parent, page.tags[e]][e] = name
    sets = (beside[page.parents[e], page.tags[e]] for e in named)
    return next((found for found in sets if len(found) > 1), {})


def _links(page: Page) -> Iterator[tuple[str, str]]:
    """The fragments that links of the page lead to, with what they say; those in folded lists, too."""
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for element, _, linked, text, _ in page.runs:
        if linked and element not in page.folded:
            link = next((e for e in around(page, element) if page.tags[e] == "a"), 0)
            texts[link].append(text)
    for link, said in texts.items():
        target = page.attributes[link].get("href") or ""
        if target[:1] == "#":
            yield target[1:], " ".join("".join(said).split())
    for folded in page.folded.values():
        for node in folded.css("a[href^='#']"):
            yield (node.attributes.get("href") or "")[1:], " ".join(node.text().split())


def _says(lines: Sequence[Line], span: range) -> bool:
    """Whether most of what stands in a `span` of lines is text, and enough."""
    said = (lines[i] for i in span if lines[i].links <= LINKED and lines[i].role not in FURNITURE)
    told = sum(len(x.text) for x in said)
    return told >= SAID and 2 * told > characters(lines, span)

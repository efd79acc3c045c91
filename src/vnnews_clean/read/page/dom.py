"""A page as plain Python: its elements as columns, and the runs of text in them.

The tree is walked once, depth first.

Most of a page's elements are menus, boxes and lists of links. What is known for furniture, and a
list without a long line, is read in one piece, *folded*, and only unfolded when it turns out to
stand in the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from ...patterns import pattern
from .parsing import STRIPPED, Attributes

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Visitor = Callable[[int, str, Attributes], bool]
"""Is shown the elements (index, tag, attributes); true for furniture, which is folded."""

BLOCKS: Final = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main"
    " menu nav ol p pre search section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that start a line of their own. Any other stands in a line, but for `_holds_lines`."""
PLAIN: Final = frozenset("p a b i em strong span font li ul ol div td tr tbody table u".split())
"""Elements that say nothing without an attribute; they are not shown to a visitor."""
LISTS: Final = frozenset(("ul", "ol"))
PAGE: Final = frozenset(("html", "body"))
"""Elements that hold all of a page."""
FOLDED_LINE: Final = 100
"""A list with a text of so many characters between two tags is not folded."""
MAX_TRIES: Final = 64
"""Lists of a page that may turn out not to fold. Nested ones read the same text again."""
KINDS: Final = 256
"""Tags that are remembered; HTML has half as many."""
LINKED_LINES: Final = 3
"""Lines of a folded list for one link, up to which it is a list of links."""

_FIELDS: Final = frozenset(("input", "select", "textarea"))
_NOWHERE: Final = ("", "#", None)
"""Targets of an empty link that leads to no other page."""
_FILE: Final = pattern(r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip|rar)(?:$|[?#])", re.IGNORECASE)
"""How the target of a link ends that is a file to take, such as a form to fill in."""
_UNSEEN: Final = frozenset(("hidden", "submit", "button", "image", "reset"))
"""Types of an ``<input>`` that ask for nothing."""
_UNREAD: Final = frozenset(
    "audio canvas datalist embed head iframe img math noembed noframes object picture"
    " script template title video xmp -comment -doctype".split()
).union(STRIPPED)
_TEXT, _BREAK, _UNREADABLE, _FIELD, _INLINE, _BLOCK, _LIST, _CUSTOM = range(8)
_ELEMENTS: Final = _INLINE
"""From here on, kinds of nodes that may hold text."""


class Run(NamedTuple):
    """The text of one text node, as written, and where it stands. Numbers index the columns."""

    element: int
    block: int
    """The nearest element around it that starts a line of its own."""
    link: bool
    """Whether it stands in an ``<a>``."""
    text: str
    breaks: int
    """0 where it goes on in the same line, 1 after a ``<br>``, 2 after two or a block's border."""


class Spread(NamedTuple):
    """Which lines stand in each element: so many from the first one on. Lists are by element."""

    first: Sequence[int]
    """Index of the first line; the number of all lines where there is none."""
    counts: Sequence[int]

    def lines(self, element: int) -> range:
        """The indices of the lines in `element`; none for -1."""
        first = self.first[element]
        return range(first, first + self.counts[element] if element >= 0 else first)


@dataclass(slots=True)
class Page:
    """A page, read but not understood. Element 0 is ``<html>``; a parent precedes its children."""

    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    """Index of the parent of every element; -1 for the first."""
    attributes: list[Attributes] = field(default_factory=list)
    runs: list[tuple[int, int, bool, str, int]] = field(default_factory=list)
    """`Run`s as plain tuples: a page has thousands. A folded element is one run of several lines."""
    folded: dict[int, LexborNode] = field(default_factory=dict)
    """Nodes that were read in one piece, by element."""
    fields: list[int] = field(default_factory=list)
    """The elements that hold a field of a form that can be seen, once for each."""
    overlays: list[int] = field(default_factory=list)
    """The elements that hold a link without anything in it, such as covers a whole card."""
    headed: frozenset[int] = frozenset()
    """The ``mem_id`` of every node that holds an ``<h1>``."""
    tries: int = MAX_TRIES
    """How often reading in one piece may still fail."""
    spread: tuple[Sequence[int], Spread] | None = None
    """The elements of lines, line by line, and how those are spread: what `tree.spread` remembers."""


def walk(tree: LexborHTMLParser, visit: Visitor) -> Page:
    """The text of `tree` and the elements around it; `visit` is shown every element once."""
    page = Page()
    if tree.root is not None:
        page.tags.append("html")
        page.parents.append(-1)
        page.attributes.append(tree.root.attributes)
        page.headed = frozenset(_around(tree.tags("h1")))
        _walk(tree.root, page, 0, visit)
    return page


def unfold(page: Page, elements: Iterable[int], visit: Visitor) -> bool:
    """Read what is folded in `elements` in full; new elements come after the known ones.

    False if nothing was folded there.
    """
    inner: dict[int, list[tuple[int, int, bool, str, int]]] = {}
    runs = page.runs
    page.tries = 0
    for element in elements:
        if element in page.folded:
            page.runs = inner[element] = []
            _walk(page.folded.pop(element), page, element, visit)
    page.runs = [r for run in runs for r in inner.get(run[0], (run,))] if inner else runs
    return bool(inner)


def _walk(root: LexborNode, page: Page, index: int, visit: Visitor) -> None:
    """Fill the columns of `page` from the tree below `root`, which is its element `index`.

    One loop with the state in local names: a page has thousands of nodes, mostly white space.
    """
    tags, parents, attributes, runs = page.tags, page.parents, page.attributes, page.runs
    kinds: dict[int, tuple[int, str, bool]] = {}
    stack: list[tuple[LexborNode | None, int, int, bool, bool]] = []
    block = index
    link = spaced = False
    breaks = 2
    node = root.first_child
    while node is not None or stack:
        if node is None:
            node, index, block, link, ends_line = stack.pop()
            breaks = 2 if ends_line else breaks
            continue
        kind = kinds.get(node.tag_id)
        if kind is None:
            kind = kinds[node.tag_id] = _kind(node.tag or "")
        flow, tag, plain = kind
        child = None
        if flow == _TEXT:
            text = node.text_content or ""
            if text.isspace():
                spaced = True
            else:
                runs.append((index, block, link, " " + text if spaced else text, breaks))
                breaks, spaced = 0, False
        elif flow >= _ELEMENTS:
            ends_line = flow != _INLINE and (flow != _CUSTOM or _holds_lines(node))
            breaks = 2 if ends_line else breaks
            child = node.first_child
            if child is not None:
                element, given = len(tags), node.attributes
                tags.append(tag)
                parents.append(index)
                attributes.append(given)
                furniture = (not plain or bool(given)) and visit(element, tag, given)
                if (furniture or flow == _LIST) and _fold(page, element, node, furniture, link):
                    node, breaks = node.next, 2
                    continue
                stack.append((node.next, index, block, link, ends_line))
                link = link or (tag == "a" and _leads_away(given, tags[index]))
                index, block = element, element if ends_line else block
            else:
                _note_overlay(page, tag, node, index)
        elif flow == _BREAK:
            breaks = min(breaks + 1, 2)
        else:
            spaced = True  # words on both sides of an image are two words
            _note_field(page, flow, node, index)
        node = child if child is not None else node.next


def _leads_away(attributes: Attributes, around: str) -> bool:
    """Whether an ``<a>`` leads to another page: no target, no note on this one, no file to take."""
    target = attributes.get("href")
    if target is None:
        return "name" not in attributes and "id" not in attributes
    if _FILE.search(target):
        return False
    return around == "li" or len(target) < 2 or target[0] != "#"


def _holds_lines(node: LexborNode) -> bool:
    """Whether an element with a name of its site's own holds lines: then a style sheet makes it a block."""
    child = node.first_child
    while child is not None:
        if child.tag == "br" or child.tag in BLOCKS:
            return True
        child = child.next
    return False


def _note_overlay(page: Page, tag: str, node: LexborNode, index: int) -> None:
    """Note in `page` that its element `index` holds `node`, if that is a link with nothing in it."""
    if tag == "a" and node.attributes.get("href") not in _NOWHERE:
        page.overlays.append(index)


def _note_field(page: Page, flow: int, node: LexborNode, index: int) -> None:
    """Note in `page` that its element `index` holds `node`, if that is a field to be seen."""
    if flow == _FIELD and node.attributes.get("type") not in _UNSEEN:
        page.fields.append(index)


def _fold(page: Page, element: int, node: LexborNode, furniture: bool, link: bool) -> bool:
    """Read `node` as one run with a line for every text; false if it is to be read in full."""
    if page.tries <= 0:  # for speed
        return False
    if furniture:
        fits = node.mem_id not in page.headed
        text = node.text(separator="\n", strip=True, skip_empty=True) if fits else ""
    else:
        text = node.text(separator="\n", strip=True, skip_empty=True)
        fits = bool(text) and max(map(len, text.split("\n"))) < FOLDED_LINE
    if not fits:
        page.tries -= 1
        return False
    page.folded[element] = node
    if text:
        linked = link or furniture or LINKED_LINES * len(node.css("a")) > text.count("\n")
        page.runs.append((element, element, linked, text, 2))
    return True


def _around(nodes: Iterable[LexborNode]) -> Iterator[int]:
    """The ``mem_id`` of `nodes` and of everything around them."""
    for node in nodes:
        around: LexborNode | None = node
        while around is not None:
            yield around.mem_id
            around = around.parent


@lru_cache(KINDS)
def _kind(tag: str) -> tuple[int, str, bool]:
    """What a node does to the line that it stands in; its tag; whether that says nothing."""
    if tag in LISTS:
        flow = _LIST
    elif tag in BLOCKS:
        flow = _BLOCK
    elif tag in _UNREAD:
        flow = _UNREADABLE
    elif tag in _FIELDS:
        flow = _FIELD
    elif tag.find("-") > 0:
        flow = _CUSTOM
    else:
        flow = {"-text": _TEXT, "br": _BREAK}.get(tag, _INLINE)
    return flow, tag, tag in PLAIN

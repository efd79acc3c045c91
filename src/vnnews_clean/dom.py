"""A page as plain Python: its elements as columns, and the runs of text in them.

The only module that knows selectolax. The tree is walked once, depth first; the only change ever
made to it is that scripts, styles and the like are taken out before. JSON-LD and the head are set
aside.

Most of a page's elements are menus, boxes and lists of links. What is known for furniture, and a
list without a long line, is read in one piece, *folded*, and only unfolded when it turns out to
stand in the article.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Attributes = Mapping[str, str | None]
Visitor = Callable[[int, str, Attributes], bool]
"""Is shown the elements (index, tag, attributes); true for furniture, which is folded."""

BLOCKS: Final = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main"
    " menu nav ol p pre search section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that start a line of their own. Any other element, known or not, stands in a line."""
PLAIN: Final = frozenset("p a b i em strong span font li ul ol div td tr tbody table u".split())
"""Elements that say nothing without an attribute; they are not shown to a visitor."""
FOLDED_LINE: Final = 100
"""A list with a text of so many characters between two tags is not folded."""
MAX_TRIES: Final = 64
"""Lists of a page that may turn out not to fold. Nested ones read the same text again."""
LINKED_LINES: Final = 3
"""Lines of a folded list for one link, up to which it is a list of links."""

_STRIPPED: Final = ["script", "style", "noscript", "svg"]
_UNREAD: Final = frozenset(
    "audio canvas datalist embed head iframe img input math noembed noframes object picture select"
    " template textarea title video xmp -comment -doctype".split()
) | set(_STRIPPED)
_JSON_LD: Final = "application/ld+json"
_WITHOUT_EVENTS: Final = 1
"""``LexborDocumentOptions.WO_EVENTS``: nothing happens to the tree but what the markup says."""
_TEXT, _BREAK, _UNREADABLE, _INLINE, _BLOCK, _LIST = range(6)
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


@dataclass(slots=True)
class Head:
    """What a page says of itself, unread."""

    metas: list[tuple[str, Attributes]] = field(default_factory=list)
    """(tag, attributes) of every ``<meta>`` and ``<link>`` of the head."""
    title: str = ""
    """What ``<title>`` says."""
    json_ld: list[str] = field(default_factory=list)
    """The JSON-LD scripts."""
    language: str = ""


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
    headed: frozenset[int] = frozenset()
    """The ``mem_id`` of every node that holds an ``<h1>``."""


def parse(html: bytes) -> tuple[LexborHTMLParser, Head]:
    """The tree of UTF-8 `html`, and its head. Guard against hostile pages before."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - lazy

    tree = LexborHTMLParser(html, options=_WITHOUT_EVENTS, scripting=True)
    head = _head(tree)
    if not head.json_ld and _JSON_LD.encode() in html:  # below the head, or what ended it early
        found = tree.css(f'script[type="{_JSON_LD}"]')
        head.json_ld += [node.text(deep=True) for node in found]
    if tree.root is not None:
        tree.strip_tags(_STRIPPED, recursive=True)
    return tree, head


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
    opened = _Opener(page, visit, folding=index == 0).opened
    runs = page.runs
    kinds: dict[int, tuple[int, str]] = {}
    stack: list[tuple[LexborNode, int, int, bool, bool]] = []
    block = index
    link = spaced = False
    breaks = 2
    node = root.first_child
    while node is not None or stack:
        if node is None:
            node, index, block, link, ends_line = stack.pop()
            breaks = 2 if ends_line else breaks
            node = node.next
            continue
        kind = kinds.get(node.tag_id)
        if kind is None:
            tag = node.tag or ""
            kind = kinds[node.tag_id] = _flow(tag), tag
        flow, tag = kind
        child = None
        if flow == _TEXT:
            text = node.text_content or ""
            if text.isspace():
                spaced = True
            else:
                runs.append((index, block, link, " " + text if spaced else text, breaks))
                breaks, spaced = 0, False
        elif flow >= _ELEMENTS:
            ends_line = flow != _INLINE
            breaks = 2 if ends_line else breaks
            child = node.first_child
            if child is not None:
                element = opened(node, tag, index, flow, link)
                if element < 0:
                    child, breaks = None, 2
                else:
                    stack.append((node, index, block, link, ends_line))
                    index = element
                    block = element if ends_line else block
                    link = link or tag == "a"
        elif flow == _BREAK:
            breaks = min(breaks + 1, 2)
        else:
            spaced = True  # words on both sides of an image are two words
        node = child if child is not None else node.next


class _Opener:
    """Makes the elements of a page out of nodes, and folds what need not be read in full."""

    def __init__(self, page: Page, visit: Visitor, *, folding: bool) -> None:
        self._page = page
        self._visit = visit
        self._tries = MAX_TRIES if folding else 0

    def opened(self, node: LexborNode, tag: str, parent: int, flow: int, link: bool) -> int:
        """The index of the new element of `node`; -1 if it was folded into one run."""
        page = self._page
        element = len(page.tags)
        attributes = node.attributes
        page.tags.append(tag)
        page.parents.append(parent)
        page.attributes.append(attributes)
        furniture = (attributes or tag not in PLAIN) and self._visit(element, tag, attributes)
        if self._tries > 0 and (furniture or flow == _LIST):
            text = _folded(node, furniture, page.headed)
            self._tries -= not text
            if text:
                page.folded[element] = node
                linked = link or furniture or LINKED_LINES * len(node.css("a")) > text.count("\n")
                page.runs.append((element, element, linked, text, 2))
                return -1
        return element


def _around(nodes: Iterable[LexborNode]) -> Iterator[int]:
    """The ``mem_id`` of `nodes` and of everything around them."""
    for node in nodes:
        around: LexborNode | None = node
        while around is not None:
            yield around.mem_id
            around = around.parent


def _folded(node: LexborNode, furniture: bool, headed: Container[int]) -> str:
    """The texts below `node`, a line each; nothing if it is to be read in full."""
    if furniture and node.mem_id in headed:
        return ""
    text = node.text(deep=True, separator="\n", strip=True)
    if furniture:
        return text
    longest = max(map(len, text.split("\n")))
    return text if longest < FOLDED_LINE else ""


def _flow(tag: str) -> int:
    """What a node does to the line that it stands in."""
    if tag in ("ul", "ol"):
        return _LIST
    if tag in BLOCKS:
        return _BLOCK
    if tag in _UNREAD:
        return _UNREADABLE
    return {"-text": _TEXT, "br": _BREAK}.get(tag, _INLINE)


def _head(tree: LexborHTMLParser) -> Head:
    head = Head()
    for node in tree.head.iter() if tree.head is not None else ():
        tag = node.tag or ""
        if tag in ("meta", "link"):
            head.metas.append((tag, node.attributes))
        elif tag == "title":
            head.title = head.title or " ".join(node.text(deep=True).split())
        elif tag == "script" and node.attributes.get("type") == _JSON_LD:
            head.json_ld.append(node.text(deep=True))
    if tree.root is not None:
        head.language = tree.root.attributes.get("lang") or ""
    return head

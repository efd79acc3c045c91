"""Pages changed to see what carries the reader: names of classes, tags, or the text itself.

``classes removed`` … ``end tags missing`` are the same text in other markup (`markup`). Then come
pages with readers' comments after the article, with a box, a poll or an advertisement between its
paragraphs, and with an article of one to five paragraphs only. A page whose paragraphs cannot all
be found in its markup is left out of those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

import corpus as corpora
from company import INTERRUPTIONS, Snippet, comments
from corpus import Gold, Segment
from markup import REWRITES, Rewrite, outside_scripts
from phrases import half
from trials import Settings, Trial, Variation, bound, some

TEXT_TAGS: Final = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li td th figcaption blockquote span strong em b i center font section"
    " article dd dt pre".split()
)
COMMENTS: Final = (20, 60)
HALVES: Final = (0, 1)
FEW_WORDS: Final = 5
"""Words below which a segment that is not found makes no paragraph."""
MORE: Final = 60
"""Characters that an element may have besides: the place in front of a summary, a source behind."""
PARAGRAPHS: Final = (1, 2, 3, 4, 5)


def variations(corpus: Path | None, count: int | None, seed: int) -> dict[str, Variation]:
    """The variations by name, with `count` pages each (all for ``None``)."""
    if corpus is None:
        return {}
    pages = some(corpora.load(corpus, "html"), count, seed)
    return {
        **{name: bound(_rewritten, pages, change) for name, change in REWRITES.items()},
        **{
            f"half of the lexicon, no packs, no classes, seed {n}": bound(_unknown, pages, n)
            for n in HALVES
        },
        **{f"{n} comments": bound(changed, pages, partial(commented, n)) for n in COMMENTS},
        **{
            f"{name} between paragraphs": bound(changed, pages, partial(interrupted, make))
            for name, make in INTERRUPTIONS.items()
        },
        **{
            f"article of {n} paragraph{'s' * (n > 1)}": bound(changed, pages, partial(cut_to, n))
            for n in PARAGRAPHS
        },
    }


def _page(gold: Gold) -> str:
    return gold.path.read_bytes().decode("utf-8", "replace")


def _rewritten(pages: Sequence[Gold], change: Rewrite) -> Iterator[Trial]:
    for gold in pages:
        html = outside_scripts(change, _page(gold))
        yield Trial(gold.id, Settings(), html, gold.segments, page=True, url=gold.url)


def _unknown(pages: Sequence[Gold], seed: int) -> Iterator[Trial]:
    settings = Settings((), half(seed))
    for trial in _rewritten(pages, REWRITES["classes removed"]):
        yield trial._replace(settings=settings)


class Found(NamedTuple):
    """A parsed page and the elements of its content, by index of their segment."""

    tree: LexborHTMLParser
    segments: tuple[Segment, ...]
    elements: dict[int, LexborNode]
    complete: bool
    """Every segment of content has an element of its own."""

    @property
    def body(self) -> list[int]:
        """Indices of the content's segments that have an element, the headline left out."""
        told = ((index, self.segments[index]) for index in self.elements)
        return [index for index, s in told if s.label == "C" and s.kind != "title"]


Change = Callable[[Found, Random], tuple[str, list[Segment]] | None]


def changed(pages: Sequence[Gold], change: Change) -> Iterator[Trial]:
    """The `pages` that can be changed so."""
    for gold in pages:
        made = change(located(_page(gold), gold.segments), Random(gold.id))
        if made:
            html, segments = made
            yield Trial(gold.id, Settings(), html, tuple(segments), page=True, url=gold.url)


def located(html: str, segments: Sequence[Segment]) -> Found:
    """Where the content of a page stands in its markup: the innermost elements, in page order."""
    tree = LexborHTMLParser(html)
    nodes = [node for node in (tree.root.traverse() if tree.root else ()) if node.tag in TEXT_TAGS]
    texts = [" ".join(node.text().split()) for node in nodes]
    elements: dict[int, LexborNode] = {}
    last, complete = -1, True
    for index, segment in enumerate(segments):
        text = " ".join(segment.text.split())
        if segment.label != "B" and text:
            at = _place(text, texts, nodes, last + 1)
            if at is not None:
                last, elements[index] = at, nodes[at]
            elif segment.label == "C" and segment.kind != "title":
                complete &= len(text.split()) < FEW_WORDS
    return Found(tree, tuple(segments), elements, complete)


def _place(text: str, texts: Sequence[str], nodes: Sequence[LexborNode], start: int) -> int | None:
    """Index, from `start` on, of the innermost element with `text`, or `text` and a few words."""
    most = len(text) + min(MORE, len(text))
    first = next((i for i in range(start, len(texts)) if texts[i] == text), None)
    if first is None:
        near = (i for i in range(start, len(texts)) if text in texts[i] and len(texts[i]) <= most)
        first = next(near, None)
    if first is None:
        return None
    inner = first
    while inner + 1 < len(texts) and text in texts[inner + 1]:
        if not is_within(nodes[inner + 1], nodes[inner]):
            break
        inner += 1
    return inner


def is_within(node: LexborNode, outer: LexborNode) -> bool:
    """Whether `node` stands in `outer`."""
    parent = node.parent
    while parent is not None:
        if parent.mem_id == outer.mem_id:
            return True
        parent = parent.parent
    return False


def _ancestors(node: LexborNode) -> list[LexborNode]:
    """The element's ancestors, outermost first."""
    found = []
    parent = node.parent
    while parent is not None:
        found.append(parent)
        parent = parent.parent
    return found[::-1]


def _block(node: LexborNode) -> LexborNode:
    """The outermost element with the same text: what stands in the article's container."""
    text = " ".join(node.text().split())
    while node.parent is not None and " ".join(node.parent.text().split()) == text:
        node = node.parent
    return node


def container_of(found: Found) -> LexborNode | None:
    """The innermost element around the content, if that is not the whole page."""
    body = found.body
    if len(body) < 2:
        return None
    paths = [_ancestors(found.elements[index]) for index in body]
    shared = [
        level[0]
        for level in zip(*paths, strict=False)
        if all(node.mem_id == level[0].mem_id for node in level)
    ]
    return None if shared[-1].tag in ("body", "html") else shared[-1]


def commented(count: int, found: Found, rng: Random) -> tuple[str, list[Segment]] | None:
    """The page with `count` comments after the container of its article."""
    container = container_of(found)
    if container is None:
        return None
    made = comments(count, rng)
    container.insert_after("⟦0⟧")
    segments = list(found.segments)
    last = found.body[-1]
    segments[last + 1 : last + 1] = made.segments
    return _filled(found.tree, [made]), segments


def interrupted(
    make: Callable[[Random], Snippet], found: Found, rng: Random
) -> tuple[str, list[Segment]] | None:
    """The page with up to three snippets between the paragraphs of its article."""
    body = found.body
    gaps = [index for index, after in pairwise(body) if after == index + 1]
    if not gaps:
        return None
    chosen = sorted(rng.sample(gaps, min(3, len(gaps))))
    return put(found, {index: make(rng) for index in chosen})


def put(found: Found, snippets: Mapping[int, Snippet]) -> tuple[str, list[Segment]]:
    """The page with `snippets` behind segments of its content, by index."""
    for number, index in enumerate(snippets):
        _block(found.elements[index]).insert_after(f"⟦{number}⟧")
    segments: list[Segment] = []
    for index, segment in enumerate(found.segments):
        segments.append(segment)
        if index in snippets:
            segments += snippets[index].segments
    return _filled(found.tree, [*snippets.values()]), segments


def cut_to(count: int, found: Found, _: Random) -> tuple[str, list[Segment]] | None:
    """The page with the first `count` paragraphs of its article only."""
    running = [i for i in found.body if found.segments[i].kind in ("lede", "body")]
    if not found.complete or len(running) <= count:
        return None
    last = running[count - 1]
    gone = {index for index in found.elements if index > last}
    for index in gone:
        _block(found.elements[index]).decompose()
    kept = [s for index, s in enumerate(found.segments) if index not in gone]
    return found.tree.html or "", kept


def _filled(tree: LexborHTMLParser, snippets: Sequence[Snippet]) -> str:
    html = tree.html or ""
    for number, snippet in enumerate(snippets):
        html = html.replace(f"⟦{number}⟧", snippet.html)
    return html

"""Pages changed to see what carries the reader: names of classes, tags, or the text itself.

``classes removed`` … ``end tags missing`` are the same text in other markup (`markup`). Then come
pages with readers' comments after the article, with a box, a poll or an advertisement between its
paragraphs, and with an article of one to five paragraphs only. A page whose paragraphs cannot all
be found in its markup is left out of those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

import corpus as corpora
from corpus import Gold, Segment
from markup import REWRITES, Rewrite, outside_scripts
from ourwords import GIVEN, headline, name, paragraph, sentence
from trials import Settings, Trial, Variation, bound, some

TEXT_TAGS: Final = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li td th figcaption blockquote span strong em b i center font section"
    " article dd dt pre".split()
)
COMMENTS: Final = (20, 60)
FEW_WORDS: Final = 5
"""Words below which a segment that is not found makes no paragraph."""
MORE: Final = 60
"""Characters that an element may have besides: the place in front of a summary, a source behind."""
PARAGRAPHS: Final = (1, 2, 3, 4, 5)


class Snippet(NamedTuple):
    """Markup to put into a page, and the lines that a reader sees of it."""

    html: str
    lines: tuple[str, ...]

    @property
    def segments(self) -> list[Segment]:
        return [Segment(line, "B", "related") for line in self.lines]


def variations(corpus: Path | None, count: int | None, seed: int) -> dict[str, Variation]:
    """The variations by name, with `count` pages each (all for ``None``)."""
    if corpus is None:
        return {}
    pages = some(corpora.load(corpus, "html"), count, seed)
    return {
        **{name: bound(_rewritten, pages, change) for name, change in REWRITES.items()},
        **{f"{n} comments": bound(_changed, pages, partial(commented, n)) for n in COMMENTS},
        **{
            f"{name} between paragraphs": bound(_changed, pages, partial(interrupted, make))
            for name, make in INTERRUPTIONS.items()
        },
        **{
            f"article of {n} paragraph{'s' * (n > 1)}": bound(_changed, pages, partial(cut_to, n))
            for n in PARAGRAPHS
        },
    }


def _page(gold: Gold) -> str:
    return gold.path.read_bytes().decode("utf-8", "replace")


def _rewritten(pages: Sequence[Gold], change: Rewrite) -> Iterator[Trial]:
    for gold in pages:
        html = outside_scripts(change, _page(gold))
        yield Trial(gold.id, Settings(), html, gold.segments, page=True, url=gold.url)


class Found(NamedTuple):
    """A parsed page and the elements of its content, by index of their segment."""

    tree: LexborHTMLParser
    segments: tuple[Segment, ...]
    elements: dict[int, LexborNode]
    complete: bool
    """Every segment of content has an element of its own."""


Change = Callable[[Found, Random], tuple[str, list[Segment]] | None]


def _changed(pages: Sequence[Gold], change: Change) -> Iterator[Trial]:
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
        if not _within(nodes[inner + 1], nodes[inner]):
            break
        inner += 1
    return inner


def _within(node: LexborNode, outer: LexborNode) -> bool:
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


def _body(found: Found) -> list[int]:
    """Indices of the content's segments, the headline left out."""
    return [
        index
        for index in found.elements
        if found.segments[index].label == "C" and found.segments[index].kind != "title"
    ]


def commented(count: int, found: Found, rng: Random) -> tuple[str, list[Segment]] | None:
    """The page with `count` comments after the container of its article."""
    body = _body(found)
    if len(body) < 2:
        return None
    paths = [_ancestors(found.elements[index]) for index in body]
    shared = [
        level[0]
        for level in zip(*paths, strict=False)
        if all(node.mem_id == level[0].mem_id for node in level)
    ]
    if shared[-1].tag in ("body", "html"):
        return None
    made = comments(count, rng)
    shared[-1].insert_after("⟦0⟧")
    segments = list(found.segments)
    segments[body[-1] + 1 : body[-1] + 1] = made.segments
    return _filled(found.tree, [made]), segments


def interrupted(
    make: Callable[[Random], Snippet], found: Found, rng: Random
) -> tuple[str, list[Segment]] | None:
    """The page with up to three snippets between the paragraphs of its article."""
    body = _body(found)
    gaps = [index for index, after in pairwise(body) if after == index + 1]
    if not gaps:
        return None
    chosen = sorted(rng.sample(gaps, min(3, len(gaps))))
    snippets = [make(rng) for _ in chosen]
    for number, index in enumerate(chosen):
        _block(found.elements[index]).insert_after(f"⟦{number}⟧")
    segments: list[Segment] = []
    for index, segment in enumerate(found.segments):
        segments.append(segment)
        if index in chosen:
            segments += snippets[chosen.index(index)].segments
    return _filled(found.tree, snippets), segments


def cut_to(count: int, found: Found, _: Random) -> tuple[str, list[Segment]] | None:
    """The page with the first `count` paragraphs of its article only."""
    running = [i for i in _body(found) if found.segments[i].kind in ("lede", "body")]
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


def comments(count: int, rng: Random) -> Snippet:
    """Comments with name, date, text and buttons, as most sites print them."""
    items, lines = [], [f"Ý kiến ({count})"]
    for _ in range(count):
        who = rng.choice((name(rng), rng.choice(GIVEN)))
        when = f"{rng.randint(6, 22):02}:{rng.randint(0, 59):02} {rng.randint(1, 28):02}/03/2024"
        said = paragraph(rng, rng.randint(1, 3))
        likes = f"Thích {rng.randint(0, 40)}"
        lines += [who, when, said, likes, "Trả lời"]
        items.append(
            f"<div><div><b>{who}</b> <span>{when}</span></div><div>{said}</div>"
            f"<div><a href='#'>{likes}</a> <a href='#'>Trả lời</a></div></div>"
        )
    return Snippet(f"<div><h3>{lines[0]}</h3>{''.join(items)}</div>", tuple(lines))


def _box(rng: Random) -> Snippet:
    items = [headline(rng) for _ in range(rng.randint(1, 4))]
    links = "".join(f"<li><a href='/tin-{i}.html'>{item}</a></li>" for i, item in enumerate(items))
    return Snippet(f"<div><h4>Tin liên quan</h4><ul>{links}</ul></div>", ("Tin liên quan", *items))


def _cards(rng: Random) -> Snippet:
    heads = [headline(rng) for _ in range(2)]
    items = [(head, sentence(rng)) for head in heads]
    cards = "".join(
        f"<div><a href='/a{i}.html'><img src='/a{i}.jpg'></a>"
        f"<h3><a href='/a{i}.html'>{head}</a></h3><p>{summary}</p></div>"
        for i, (head, summary) in enumerate(items)
    )
    return Snippet(f"<div>{cards}</div>", tuple(line for item in items for line in item))


def _poll(rng: Random) -> Snippet:
    question = f"Bạn nghĩ gì về việc {headline(rng).lower()}?"
    answers = ("Rất cần thiết", "Không cần thiết", "Ý kiến khác")
    options = "".join(
        f"<div><input type=radio name=q><label>{answer}</label></div>" for answer in answers
    )
    return Snippet(
        f"<div><form><div>{question}</div>{options}<button>Biểu quyết</button></form></div>",
        (question, *answers, "Biểu quyết"),
    )


def _advertisement(rng: Random) -> Snippet:
    offer = f"{headline(rng)}, giảm ngay {rng.randint(10, 60)}%"
    return Snippet(
        f"<div><span>Quảng cáo</span><a href='https://quang-cao.example/x' rel='sponsored'>"
        f"<img src='/b.jpg'>{offer}</a></div>",
        ("Quảng cáo", offer),
    )


INTERRUPTIONS: Final = {
    "boxes": _box,
    "cards": _cards,
    "polls": _poll,
    "advertisements": _advertisement,
}

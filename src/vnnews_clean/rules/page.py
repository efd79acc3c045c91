"""What stands around an article on its page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ..dates import iso
from ..headline import is_printed
from ..model import BOILERPLATE, LIKELY, LINKED, SURE, Block, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..textkey import fold

_FRONT_LINES: Final = 5  # lines below the headline among which they stand
_FRONT_LENGTH: Final = 60  # characters of the longest of them
_NAME_WORDS: Final = 4  # words of a name
_FRONT_ROLES: Final = frozenset(("", "byline", "date", "section", "source"))
_HEADS: Final = ("title", "lede")
_BODY_TAGS: Final = frozenset("h2 h3 h4 h5 h6 li blockquote figcaption caption tr".split())
_ENDS: Final = (".", "!", "?", ":", ",", "…", "”", '"', "。", "！", "？", "」")
_FACTS: Final = (
    3  # lines with a number there, but no date, that are facts: servings, minutes, a price
)
_FACT_WORDS: Final = range(2, 7)  # words of one
_ROW: Final = 60  # characters of the longest row of buttons
_ROW_WORDS: Final = 3  # words of the shortest
_ROW_TAGS: Final = frozenset(("div", "section", "p"))
_BETWEEN: Final = pattern(r"[\s|·•/,.…-]*")
_MOTTO: Final = "cộng hòa xã hội chủ nghĩa việt nam"
_CLOCK: Final = pattern(r"\d{1,2} ?[:h] ?\d{2}")
_BY_ROLE: Final = {kind.value: kind for kind in BOILERPLATE}
_KINDS: Final = (Kind.META, *sorted(BOILERPLATE - {Kind.META}))


@rule("page.outside_article", kind=_KINDS, needs="markup")
def outside_article(document: Document) -> Iterator[Mark]:
    """Whatever stands outside the article's container and is neither its headline nor its sapo.

    The kind is what the markup calls it; else links are navigation above the article and related
    items below it. Dates and bylines beside the headline go too: the metadata has them.

    Drops:
        <li><a href="/kinh-te">Kinh tế</a></li>
        <div>Bản quyền thuộc về Báo Sông Quê</div>
    Keeps:
        <article> <p>Rạng sáng mùng bốn, hơn ba mươi tàu cá đã cập cảng.</p> </article>
    """
    body = (b.start for b in document.blocks if b.inside is not False and b.role not in _HEADS)
    first = next(body, len(document.text))

    def outside(block: Block) -> Kind | None:
        if block.inside is not False:
            return None
        linked = Kind.NAV if block.start < first else Kind.RELATED
        return _BY_ROLE.get(block.role) or (linked if block.links > LINKED else Kind.META)

    for kind, run in groupby(document.blocks, outside):
        if kind:
            blocks = list(run)
            yield Mark(blocks[0].start, blocks[-1].end, SURE, kind)


@rule("page.front_matter", kind=Kind.META, needs="markup")
def page_front_matter(document: Document) -> Iterator[Mark]:
    """Date, byline, section and the like between the headline and the first sentence.

    Where the body holds its own headline, they stand in it; the metadata has them.

    Drops:
        <h1>Xóm nhỏ góp đất mở đường</h1> <p>12/05/2024 08:30</p>
    Keeps:
        <h1>Xóm nhỏ góp đất mở đường</h1> <p>Không ai bảo ai.</p>
    """
    blocks = iter(document.blocks)
    if not any(block.role == "title" for block in blocks):
        return

    def is_time(block: Block) -> bool:
        return bool(block.inside and _CLOCK.fullmatch(document.text_of(block)))

    def is_fact(text: str) -> bool:
        short = len(text.split()) in _FACT_WORDS and len(text) <= _FRONT_LENGTH
        return short and any(c.isdigit() for c in text) and not iso(text)

    front = [b for b, _ in zip((b for b in blocks if b.inside), range(_FRONT_LINES), strict=False)]
    if any(_MOTTO in document.text_of(block).lower() for block in front):
        return  # the head of a decree or of an official letter
    if sum(is_fact(document.text_of(block)) for block in front) >= _FACTS:
        return
    for block in front:
        text = document.text_of(block)
        if _CLOCK.fullmatch(text) and sum(map(is_time, document.blocks)) > 1:
            return  # the first time of a live report
        if block.role not in _FRONT_ROLES or block.tag in _BODY_TAGS or len(text) > _FRONT_LENGTH:
            return
        small = len(text.split()) <= _NAME_WORDS or bool(iso(text))  # a name or a date
        if not block.role and (not small or text.endswith(_ENDS)):
            return
        yield Mark(block.start, block.end, LIKELY)


@rule("page.headline_copy", kind=Kind.DUPLICATE, needs="markup")
def page_headline_copy(document: Document) -> Iterator[Mark]:
    """The headline once more in the article: a sticky bar, a reading mode, a player's title.

    Drops:
        <div class="bar">Trường làng có thư viện mới</div>
    Keeps:
        <h2>Trường làng có thư viện mới từ đâu?</h2>
    """
    title = next((document.text_of(b) for b in document.blocks if b.role == "title"), "")
    wanted = fold(title)
    for block in document.blocks if wanted else ():
        if block.role != "title" and is_printed(document, block, wanted):
            yield Mark(block.start, block.end, SURE)


@rule("page.row", kind=Kind.UI, needs="markup")
def page_row(document: Document) -> Iterator[Mark]:
    """Several buttons or labels in one short line, each a phrase of the page that could stand alone.

    Drops:
        <div><span>Sao chép liên kết</span> <span>Đã sao chép</span></div>
    Keeps:
        <div><span>Sao chép liên kết</span> <span>rồi dán vào thư</span></div>
    """
    for block in document.blocks:
        small = block.end - block.start <= _ROW and block.tag in _ROW_TAGS
        if small and block.inside and not block.role and _is_row(document, block):
            yield Mark(block.start, block.end, LIKELY)


def _is_row(document: Document, block: Block) -> bool:
    """Whether a block is nothing but phrases of bars, two at least, one of them of several words."""
    phrase, key = document.hits.spelled("bar").pattern, document.key
    at, found = block.start, []
    while at < block.end and (match := phrase.match(key, at, block.end)):
        found.append(match.group())
        gap = _BETWEEN.match(key, match.end(), block.end)
        at = gap.end() if gap else match.end()
    words = [len(x.split()) for x in found]
    return at == block.end and len(found) > 1 and max(words) > 1 and sum(words) >= _ROW_WORDS

"""What markup says of the lines inside the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from ..model import HEADER_WORDS, HEADINGS, LIKELY, LINKED, WHOLLY, Block, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule

_DATE: Final = (
    r"\(?(?:\d{1,2}[:h]\d{2}(?::\d{2})?)?[\s,|–-]*(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    r"|\d{1,3} (?:giây|phút|giờ|ngày|tuần|tháng) trước)[\s,|–-]*(?:\d{1,2}[:h]\d{2}(?::\d{2})?)?\)?"
)
_DATE_BEFORE: Final = pattern(rf"^\W*{_DATE}\W+")
_DATE_BEHIND: Final = pattern(rf"\W+{_DATE}\W*$")
HEADED: Final = 0.75  # share of links in a line that is a box with its header side by side, ...
HEADER: Final = 40  # ... if so many characters, at most, are the header
STORY: Final = (
    60  # characters of links behind a header, at least: one alone may be what somebody says
)
SAID: Final = frozenset(("p", "li"))  # elements in which a line that links end is rather a sentence
CREDITS: Final = ("(", "Theo ", "Nguồn", "Ảnh")
ENDS: Final = (".", "!", "?", "”", '"', ")")
_ANNOUNCES: Final = pattern(r"\b(?:tại|sau|dưới|ở) đây:$|\b(?:như sau|sau|gồm):$")
"""How a sentence ends that announces a list of the article's own."""
_OTHERS: Final = pattern(r"\b(?:bài|(?<!thông )tin|(?:xem|đọc) thêm|video|clip|chủ đề)\b")
"""What it is about if the list is one of other articles."""
SENTENCE: Final = 160  # characters from which on a linked line is rather a sentence of the article


@rule("markup.teaser_card", kind=Kind.RELATED, needs="markup")
def markup_teaser_card(document: Document) -> Iterator[Mark]:
    """Teaser cards: small elements, side by side or alone, that begin with a linked headline.

    With them goes the header of the box, a short line right above that stands nearer to them than
    to the article.

    Drops:
        <div> <h3><a href="/1">Chợ nổi họp sớm đón khách phương xa</a></h3> </div>
    Keeps:
        <p>Tổ bảo vệ rừng canh <a href="/2">khu vực cò làm tổ</a> từ bốn giờ sáng.</p>
    """
    yield from _with_headers(document, lambda block: block.inside is True and block.role == "card")


@rule("markup.link_line", kind=Kind.RELATED, needs="markup")
def markup_link_line(document: Document) -> Iterator[Mark]:
    """A line of the article that is nothing but a link, perhaps with its date, and the header above.

    Or a header and the links of its box, which no element parts.

    A linked heading over a paragraph, a credit, and a whole linked sentence are left alone.

    Drops:
        <p><strong><a href="/1">Rừng tràm hồi sinh từ những hạt giống cũ</a></strong></p>
        <p><a href="/1">Rừng tràm hồi sinh từ những hạt giống cũ</a> (12/03/2024)</p>
    Keeps:
        <h2><a href="#lich">Lịch mở cửa của khu rừng</a></h2>
    """
    heads = {
        heading.start
        for heading, below in pairwise(document.blocks)
        if heading.tag in HEADINGS and below.links < WHOLLY and below.path[:-1] == heading.path[:-1]
    }
    yield from _with_headers(
        document, lambda block: block.start not in heads and _is_link_line(document, block)
    )


def _with_headers(document: Document, wanted: Callable[[Block], bool]) -> Iterator[Mark]:
    """Marks of the `wanted` blocks, and of the header above each run of them.

    A run that a sentence of the article announces is the article's own.
    """
    before: Block | None = None
    article: Block | None = None
    announced = False
    for block in document.blocks:
        if not wanted(block):
            article = before if before is not None and before.inside else article
            before = block
            continue
        if before is not None:
            announced = article is not None and _announces(document, before)
            if not announced and _is_header(document, before, block, article):
                yield Mark(before.start, before.end, LIKELY)
            before = None
        if not announced:
            yield Mark(block.start, block.end, LIKELY)


def _announces(document: Document, block: Block) -> bool:
    """Whether `block` is a sentence of the article that announces a list: "… tải mẫu đơn tại đây:"."""
    if not block.inside or block.role:
        return False
    text = document.text_of(block).lower()
    return bool(_ANNOUNCES.search(text)) and not _OTHERS.search(text)


def _is_link_line(document: Document, block: Block) -> bool:
    if not block.inside or block.role or block.links < LINKED or block.tag == "h1":
        return False
    text = document.text_of(block)
    linked = block.links * len(text)
    if text.startswith(CREDITS):
        return False
    if len(text) < SENTENCE and (
        block.links >= WHOLLY
        or linked >= WHOLLY * len(_DATE_BEHIND.sub("", _DATE_BEFORE.sub("", text)))
    ):
        return True
    if "\t" in text:
        return False  # cells of a table
    headed = block.links >= HEADED and len(text) - linked <= HEADER and block.tag not in SAID
    return headed and linked > STORY and not text.endswith(ENDS)


def _is_header(document: Document, block: Block, item: Block, article: Block | None) -> bool:
    """Whether `block` is the header of the box that begins with `item`, not the end of `article`."""
    text = document.text_of(block)
    if not block.inside or block.role or len(text.split()) > HEADER_WORDS:
        return False
    if text.endswith(":"):
        return True
    own = {*block.path}
    near = article is None or len(own & {*item.path}) > len(own & {*article.path})
    return near and not text.endswith(ENDS)

"""Lines that are nothing but links: inside the article of a page, around that of a Markdown dump."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from ..match.headed import ENDS, with_headers
from ..model import HEADINGS, LIKELY, LINKED, WHOLLY, Block, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import is_address
from ..signs import links
from ..stamps import AGO
from ..textkey import UPPER

_DATE: Final = (
    r"\(?(?:\d{1,2}[:h]\d{2}(?::\d{2})?)?[\s,|–-]*(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    rf"|{AGO})[\s,|–-]*(?:\d{{1,2}}[:h]\d{{2}}(?::\d{{2}})?)?\)?"
)
_DATE_BEFORE: Final = pattern(rf"^\W*{_DATE}\W+")
_DATE_BEHIND: Final = pattern(rf"\W+{_DATE}\W*$")
_HEADED: Final = 0.75  # share of links in a line that is a box with its header side by side, ...
_HEADER: Final = 40  # ... if so many characters, at most, are the header
_STORY: Final = 60  # characters of links behind a header, at least: one may be what somebody says
_SAID: Final = frozenset(("p", "li"))  # in which a line that links end is rather a sentence
_POINTER: Final = pattern(r"(?:tham khảo|tìm hiểu)(?: thêm)?(?: bài(?: viết)?)?\s*:", re.IGNORECASE)
_POINTED: Final = 5  # words of the headline behind such a pointer, at least: a source has fewer
_CAPITALS: Final = pattern(rf"(?:[{UPPER}]{{2,}}\s){{1,3}}\W*")
_TITLE: Final = 24  # characters of the headline behind a label in capitals, at least
_CREDITS: Final = ("(", "Theo ", "Nguồn", "Ảnh")
_SENTENCE: Final = 160  # characters from which on a linked line is rather a sentence of the article
_RUN: Final = 2  # lines of links in a row that are a menu


@rule("markup.link_line", kind=Kind.RELATED, needs="markup")
def markup_link_line(document: Document) -> Iterator[Mark]:
    """A line of the article that is nothing but a link, perhaps with its date, and the header above.

    Or a header and the links of its box, which no element parts.

    A linked heading over a paragraph, a credit, an address, and a whole linked sentence are left
    alone.

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
    yield from with_headers(
        document, lambda block: block.start not in heads and _is_link_line(document, block)
    )


def _is_link_line(document: Document, block: Block) -> bool:
    if not block.inside or block.role or block.links < LINKED or block.tag == "h1":
        return False
    text = document.text_of(block)
    linked = block.links * len(text)
    if text.startswith(_CREDITS) or is_address(text):
        return False
    if len(text) < _SENTENCE and (
        block.links >= WHOLLY
        or linked >= WHOLLY * len(_DATE_BEHIND.sub("", _DATE_BEFORE.sub("", text)))
    ):
        return True
    if pointer := _POINTER.match(text):
        pointed = linked + pointer.end() + 1 >= len(text) and not text.endswith(ENDS)
        if pointed and len(text[pointer.end() :].split()) >= _POINTED:
            return True
    label = _CAPITALS.match(text) if block.tag not in _SAID and not text.endswith(ENDS) else None
    if label and linked + label.end() + 1 >= len(text) and linked >= _TITLE:
        return True
    headed = block.links >= _HEADED and len(text) - linked <= _HEADER and block.tag not in _SAID
    cells = "\t" in text
    return headed and linked > _STORY and not cells and not text.endswith(ENDS)


@rule("nav.linked_lines", kind=Kind.NAV, needs="text", sign=links)
def linked_lines(document: Document) -> Iterator[Mark]:
    """Lines of nothing but links above the headline of a Markdown page, or below its last prose.

    Drops:
        [Thời sự](https://example.vn/thoi-su)
        [Kinh tế](https://example.vn/kinh-te)
    Keeps:
        [Vườn cò giữa phố](https://example.vn/vuon-co) nay có thêm đường dạo.
        [Báo cáo của trạm](https://example.vn/bao-cao)

    Two in a row at least. A list behind a colon is the article's own.
    """
    lines = document.lines
    prose = [line.index for line in lines if line.is_prose and line.block.links < LINKED]
    titles = [line.index for line in lines if line.block.tag == "h1"]
    if not prose:
        return
    first = min([prose[0], *titles[:1]])
    for area in (lines[:first], lines[prose[-1] + 1 :]):
        for linked, run in groupby(area, key=lambda line: line.block.links >= WHOLLY):
            found = list(run)
            above = lines[found[0].index - 1].text if found[0].index else ""
            if linked and len(found) >= _RUN and not above.endswith(":"):
                for line in found:
                    yield Mark(line.start, line.end, LIKELY)

"""What a tool wrote and no page said: a browser's signs for pictures, the head of a reader's file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..read.browser import ALONE, FURNITURE, numbers, targets
from ..rule import rule
from ..signs import Begins, browser
from ..textkey import fold

_HEAD: Final = 12  # lines at the top among which the head of a reader's file stands
_KEYS: Final = (
    "title|url source|markdown content|warning|source|crawled|type|url|date|author|published"
    "|published time|fetched|retrieved|language|sitename|hostname|tags|categories"
)
_KEY: Final = pattern(rf"({_KEYS})\s*:\s*")
_BEGINS: Final = Begins(" ".join(word.partition(" ")[0] for word in _KEYS.split("|")))
_FEWEST_KEYS: Final = 2


@rule("residue.browser", kind=Kind.UI, needs="text", sign=browser)
def browser_furniture(document: Document) -> Iterator[Mark]:
    """What w3m or lynx prints for a picture, a field of a form, a link's number and its target.

    Drops:
        [image]
        [logo_bao.png]
    Keeps:
        [Thông báo] Lịch nghỉ Tết của các trường

    Only where the whole text is such a browser's.
    """
    if "browser" not in document.dialect:
        return
    for block in document.blocks:
        if ALONE.fullmatch(document.view, block.start, block.end):
            yield Mark(block.start, block.end, SURE)
    for tools in (FURNITURE.finditer(document.text), numbers(document.text)):
        for found in tools:
            yield Mark(found.start(), found.end(), SURE)
    for index in targets([line.text for line in document.lines]):
        yield Mark(document.lines[index].start, document.lines[index].end, SURE)


@rule("residue.reader_head", kind=Kind.META, needs="text", sign=_BEGINS)
def reader_head(document: Document) -> Iterator[Mark]:
    """What a reader or a crawler wrote above a page: its address, when it was fetched.

    Drops:
        URL Source: https://example.vn/vuon-co.htm
        Markdown Content:
    Keeps:
        Source: AFP

    The title stays where the text below does not repeat it, without the word in front.
    """
    head = [(x, m) for x in document.lines[:_HEAD] if (m := _KEY.match(x.key))]
    if len(head) < _FEWEST_KEYS:
        return
    told = {line.folded for line in document.lines}
    for line, found in head:
        rest = line.text[found.end() :]
        if found[1] != "title" or not rest or fold(rest) in told:
            yield Mark(line.start, line.end, LIKELY)
        elif document.text.startswith(line.text[: found.end()], line.start):
            yield Mark(line.start, line.start + found.end(), LIKELY)

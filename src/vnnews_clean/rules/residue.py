"""What crawlers, aggregators and scripts leave in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import is_closed
from ..signs import AllOf, AnyOf, Spelled, Unusual, code, twins

_AGGREGATOR: Final = pattern(r"gốc|\d{1,4} đăng lại|\d{1,4} liên quan")
_AGGREGATED: Final = 8  # lines at the head among which an aggregator's stand
_SCRIPT: Final = pattern(
    r"\(function\s*\(|\$\(document\)\.ready|googletag\.cmd|adsbygoogle|window\.fbAsyncInit|//<!\[CDATA\[|document\.(?:write|getElementById|createElement|addEventListener)\(|console\.log\(|function\s+\w*\s*\([^)]{0,80}\)\s*\{|setTimeout\(function|var\s+\w+\s*=\s*(?:document|window|new\s|\{|\[|[\"'])"
)
_WORDS: Final = "function document googletag.cmd adsbygoogle window.fbasyncinit //<![cdata[ console.log( =".split()
_STATED: Final = AnyOf(tuple(AllOf((Spelled(words), code)) for words in _WORDS))
"""One of the words stands in every statement."""
_ANNOUNCED: Final = pattern(r"\b(?:mã|code|lệnh|hàm|chương trình|script)\b.*:$")  # code follows
_LESSON: Final = pattern(r"\b(?:thẻ|tag|mã|lệnh|gõ|cú pháp|html)\s+[\"'“`]?</?[a-z]")
"""A text that speaks of tags."""
_SIGN: Final = pattern(r"[{}();]|//\]\]>")
_GOES_ON: Final = pattern(
    r"[^\w\s]|(?:var|function|window|document|if|else|return|try|catch|new|googletag|\$)\b|\w+\s*[.(=]"
)
_TAG: Final = pattern(
    r"<!\[CDATA\[|\]\]>|</?(?:div|span|p|a|img|br|iframe|script|style|table|tr|td|ul|li|strong|em|b|i|video|source|figure|figcaption|h[1-6])\b[^<>]{0,1200}>"
)


@rule("residue.aggregator", kind=[Kind.UI, Kind.DUPLICATE], sign=twins)
def aggregator(document: Document) -> Iterator[Mark]:
    """What an aggregator prints between the doubled headline and the article.

    Drops:
        Gốc
        6 đăng lại
    Keeps:
        Gốc cây cổ thụ đầu làng vẫn còn nguyên.
    """
    blocks = document.blocks[:_AGGREGATED]
    if len(blocks) < 3 or document.key_of(blocks[0]) != document.key_of(blocks[1]):
        return
    found = [b for b in blocks[2:] if _AGGREGATOR.fullmatch(document.key, b.start, b.end)]
    if found:  # a headline of a few words is no copy elsewhere
        yield Mark(blocks[1].start, blocks[1].end, LIKELY, Kind.DUPLICATE)
    for block in found:
        yield Mark(block.start, block.end, SURE)


@rule("residue.script", kind=Kind.META, sign=_STATED)
def script(document: Document) -> Iterator[Mark]:
    """Script code that was printed as text: from its first statement to its last bracket.

    Drops:
        (function(){ var s = document.createElement('script'); })();
    Keeps:
        Hàm f(x) trong đề thi năm nay được đánh giá là khó.

    A statement inside of a sentence and a listing that a line announces are the article's.
    """
    text = document.view
    if not code(document) or not _SCRIPT.search(text):  # for speed
        return
    listed = False
    for line in document.lines:
        if line.block.tag == "pre":
            continue  # a listing that readers are meant to see
        listed = bool(_ANNOUNCED.search(line.key)) or (listed and not line.is_prose)
        if not listed and (found := _SCRIPT.search(text, line.start, line.end)):
            end = _script_end(text, found.start(), line.end)
            before, behind = text[line.start : found.start()].rstrip(), text[end : line.end].strip()
            if not before or not behind or is_closed(before):  # no sentence that names it
                yield Mark(found.start(), end, LIKELY)


def _script_end(text: str, start: int, end: int) -> int:
    """Behind the last closing bracket or semicolon of the code that begins at `start`."""
    last, depth = end, 0
    for found in _SIGN.finditer(text, start, end):
        sign = found.group()
        depth += (sign in "{(") - (sign in "})")
        last = found.end()
        rest = text[last : last + 40].lstrip()
        if depth <= 0 and rest and not _GOES_ON.match(rest):
            break
    return last


@rule("residue.markup", kind=Kind.META, needs="text", sign=Unusual("<"))
def markup(document: Document) -> Iterator[Mark]:
    """Tags that were printed as text.

    Drops:
        <iframe width="560" src="https://example.vn/v/1"></iframe>
    Keeps:
        Thẻ <b> làm chữ đậm, theo giáo trình.
    """
    tags = list(_TAG.finditer(document.view))
    printed = len(tags) > 1 or any(" " in tag.group() for tag in tags)
    if printed and not _LESSON.search(document.key):
        for found in tags:
            yield Mark(found.start(), found.end(), LIKELY)

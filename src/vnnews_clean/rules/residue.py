"""What crawlers and scripts leave in a text: dates, image addresses, code, markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule

_CRAWLER_DATE: Final = re.compile(
    r"(?:date|ngày đăng|published|time)\s*:?\s+(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?)(?=\s|$)"
)
_IMAGE: Final = re.compile(
    r"(?:(?:image|img|ảnh|src|photo)\s*[:=]\s*)?[\"']?(?:https?:)?//[^\s\"'<>]{4,500}\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?[^\s\"'<>]{0,300})?[\"']?",
    re.IGNORECASE,
)
_BARE_URL: Final = re.compile(r"https?://\S{8,600}")
_SCRIPT: Final = re.compile(
    r"\(function\s*\(|\$\(document\)\.ready|googletag\.cmd|adsbygoogle|window\.fbAsyncInit|//<!\[CDATA\[|document\.(?:write|getElementById|createElement|addEventListener)\(|console\.log\(|function\s+\w*\s*\([^)]{0,80}\)\s*\{|setTimeout\(function|var\s+\w+\s*=\s*(?:document|window|new\s|\{|\[|[\"'])"
)
_CODE_WORDS: Final = (
    "function",
    "document.",
    "googletag",
    "adsbygoogle",
    "window.",
    "CDATA",
    "console.log",
    "var ",
)
_TAG: Final = re.compile(
    r"</?(?:div|span|p|a|img|br|iframe|script|style|table|tr|td|ul|li|strong|em|b|i|video|source|figure|figcaption|h[1-6])\b[^<>]{0,1200}>"
)


@rule("residue.crawler_date", kind=Kind.META)
def crawler_date(document: Document) -> Iterator[Mark]:
    """The date that a crawler wrote in front of the text; it goes to the metadata.

    Drops:
        date 2025-12-21
    Keeps:
        Ngày 21-12, đoàn công tác lên đường.
    """
    for block in document.blocks[:3]:
        found = _CRAWLER_DATE.match(document.key, block.start, block.end)
        if found:
            yield Mark(found.start(), found.end(), SURE)


@rule("residue.image_url", kind=Kind.META)
def image_url(document: Document) -> Iterator[Mark]:
    """The address of an image, alone or in running text; a line that is nothing but an address.

    Drops:
        image: http://example.vn/files/2017/06/hinh-1.jpg
    Keeps:
        Chi tiết tại website http://example.vn của sở.
    """
    if "//" not in document.text:
        return
    for found in _IMAGE.finditer(document.text):
        yield Mark(found.start(), found.end(), SURE)
    for block in document.blocks:
        if len(document.blocks) > 1 and _BARE_URL.fullmatch(document.text, block.start, block.end):
            yield Mark(block.start, block.end, LIKELY)


@rule("residue.script", kind=Kind.META)
def script(document: Document) -> Iterator[Mark]:
    """Script code that was printed as text: from its first statement to its last bracket.

    Drops:
        (function(){ var s = document.createElement('script'); })();
    Keeps:
        Hàm f(x) trong đề thi năm nay được đánh giá là khó.
    """
    if not any(word in document.text for word in _CODE_WORDS):
        return
    for block in document.blocks:
        found = _SCRIPT.search(document.text, block.start, block.end)
        if found:
            yield Mark(found.start(), _script_end(document.text, found.start(), block.end), LIKELY)


def _script_end(text: str, start: int, end: int) -> int:
    """Behind the last closing bracket or semicolon of the code that begins at `start`."""
    last = start
    depth = 0
    for found in re.finditer(r"[{}();]|//\]\]>", text[start:end]):
        sign = found.group()
        depth += (sign in "{(") - (sign in "})")
        if depth <= 0 or sign == "//]]>":
            last = start + found.end()
            rest = text[last : last + 40].lstrip()
            if (
                depth <= 0
                and rest
                and not re.match(
                    r"[^\w\s]|(?:var|function|window|document|if|else|return|try|catch|new|googletag|\$)\b|\w+\s*[.(=]",
                    rest,
                )
            ):
                break
    return last if last > start else end


@rule("residue.markup", kind=Kind.META)
def markup(document: Document) -> Iterator[Mark]:
    """Tags that were printed as text.

    Drops:
        <iframe width="560" src="https://example.vn/v/1"></iframe>
    Keeps:
        Thẻ <b> làm chữ đậm, theo giáo trình.
    """
    if document.markup or "<" not in document.text:
        return
    tags = list(_TAG.finditer(document.text))
    if len(tags) < 2 and not any(" " in t.group() for t in tags):
        return
    for found in tags:
        yield Mark(found.start(), found.end(), LIKELY)


_AGGREGATOR: Final = re.compile(r"gốc|\d{1,4} đăng lại|\d{1,4} liên quan")


@rule("residue.aggregator", kind=Kind.UI)
def aggregator(document: Document) -> Iterator[Mark]:
    """What an aggregator prints between the doubled headline and the article.

    Drops:
        Gốc
        6 đăng lại
    Keeps:
        Gốc cây cổ thụ đầu làng vẫn còn nguyên.
    """
    blocks = document.blocks[:8]
    if len(blocks) < 3 or document.key_of(blocks[0]) != document.key_of(blocks[1]):
        return
    for block in blocks[2:]:
        if _AGGREGATOR.fullmatch(document.key, block.start, block.end):
            yield Mark(block.start, block.end, SURE)

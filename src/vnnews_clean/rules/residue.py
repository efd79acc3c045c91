"""What crawlers and aggregators leave in a text: dates, addresses of images, counters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule

_CRAWLER_DATE: Final = re.compile(
    r"(?:date|ngày đăng|published|time)\s*:?\s+(\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?)(?=\s|$)"
)
_IMAGE: Final = re.compile(
    r"//[^\s\"'<>]{4,500}\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?[^\s\"'<>]{0,300})?[\"']?",
    re.IGNORECASE,
)
_IMAGE_LEAD: Final = re.compile(
    r"(?:\b(?:image|img|ảnh|src|photo)\s*[:=]\s*)?[\"']?(?:https?:)?$", re.IGNORECASE
)
_BARE_URL: Final = re.compile(r"https?://\S{8,600}")
_AGGREGATOR: Final = re.compile(r"gốc|\d{1,4} đăng lại|\d{1,4} liên quan")


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
    """The address of an image, alone or in running text.

    Drops:
        image: http://example.vn/files/2017/06/hinh-1.jpg
    Keeps:
        Chi tiết tại website http://example.vn của sở.
    """
    if "/" in document.text and "//" in document.text:  # one character is found much faster
        for found in _IMAGE.finditer(document.text):
            lead = _IMAGE_LEAD.search(document.text, max(0, found.start() - 24), found.start())
            yield Mark(lead.start() if lead else found.start(), found.end(), SURE)


@rule("residue.bare_url", kind=Kind.META)
def bare_url(document: Document) -> Iterator[Mark]:
    """A line that is nothing but an address.

    Drops:
        https://example.vn/tap-chi/so-26
    Keeps:
        Người dân tra cứu tại https://example.vn/tra-cuu
    """
    if len(document.blocks) > 1:
        for block in document.blocks:
            if document.text.startswith("http", block.start) and _BARE_URL.fullmatch(
                document.text, block.start, block.end
            ):
                yield Mark(block.start, block.end, LIKELY)


@rule("residue.aggregator", kind=[Kind.UI, Kind.DUPLICATE])
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
    found = [b for b in blocks[2:] if _AGGREGATOR.fullmatch(document.key, b.start, b.end)]
    if found:  # a headline of a few words is no copy elsewhere
        yield Mark(blocks[1].start, blocks[1].end, LIKELY, Kind.DUPLICATE)
    for block in found:
        yield Mark(block.start, block.end, SURE)

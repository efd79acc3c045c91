"""Sales talk and the markers of advertising networks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule

_OFFER: Final = re.compile(r"\d{7}|\d[\d .]{6,}\d|tại\s?đây|www\.|https?://|\.vn\b|\.com\b")


@rule("ad.call", kind=Kind.AD, phrases=["ad.call"])
def ad_call(document: Document) -> Iterator[Mark]:
    """Sales talk on a line of its own, with its number or link.

    Drops:
        HOT-LINE tư vấn tâm lý trực tuyến 24/7: 0900000000
    Keeps:
        Tổng đài tư vấn của bệnh viện nhận hơn nghìn cuộc gọi mỗi ngày.
    """
    for hit in document.hits["ad.call"]:
        block = document.blocks[hit.block]
        text = document.text_of(block)
        if (
            len(text) <= 200
            and len(document.blocks) > 2
            and _OFFER.search(document.key_of(block))
            and not text.endswith(".")
        ):
            yield Mark(block.start, block.end, LIKELY)


@rule("ad.marker", kind=Kind.AD, phrases=["ad.inline"])
def ad_marker(document: Document) -> Iterator[Mark]:
    """The marker of an advertising network glued into flat text.

    Drops:
        Admicro AdX
    Keeps:
        Admicro là một mạng quảng cáo trong nước.
    """
    for hit in document.hits["ad.inline"]:
        yield Mark(hit.start, hit.end, SURE)

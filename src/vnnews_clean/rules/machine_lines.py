"""What a page says by itself inside flat text: save bars, link placeholders, messages of players."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..borders import last_sentence
from ..model import BOILERPLATE, LIKELY, SURE, Document, Kind, Label, Mark
from ..rule import context_rule, rule

_ADDRESS: Final = re.compile(r"\s*https?://\S{4,600}")
_SAVED: Final = "tin bài đã lưu"
_DOUBLED: Final = 2
_TEASER: Final = range(40, 320)
"""Characters of a closing teaser."""


@rule("save.bar", kind=Kind.SHARE, phrases=["save.inline"])
def save_bar(document: Document) -> Iterator[Mark]:
    """The bar "Lưu bài viết thành công … Tin bài đã lưu" in front of flat text.

    Drops:
        Lưu bài viết thành công Bạn có thể xem lại bài viết đã lưu ở trang Tin bài đã lưu
    Keeps:
        Bạn có thể xem lại bài đã lưu bất cứ lúc nào.
    """
    for hit in document.hits["save.inline"]:
        block = document.blocks[hit.block]
        saved = document.key.find(_SAVED, hit.end, min(block.end, hit.end + 110))
        yield Mark(hit.start, saved + len(_SAVED) if saved >= 0 else hit.end, SURE)


@rule("link.placeholder", kind=Kind.UI, phrases=["link.placeholder", "link.origin"])
def link_placeholder(document: Document) -> Iterator[Mark]:
    """A link to the source that a page prints as text: "[Link nguồn]", "Link bài gốc Lấy link!".

    Drops:
        Nguồn: [Link nguồn]
        Copy link Link bài gốc Lấy link! https://example.vn/be-tom-123.htm
    Keeps:
        Nguồn: Báo Sông Quê
    """
    for hit in document.hits.get("link.placeholder", ()):
        yield Mark(hit.start, hit.end, SURE)
    for hit in document.hits.get("link.origin", ()):
        address = _ADDRESS.match(document.text, hit.end)
        yield Mark(hit.start, address.end() if address else hit.end, SURE)


@context_rule("related.closing_teaser", kind=Kind.RELATED, phrases=["link.placeholder"])
def closing_teaser(document: Document, labels: Sequence[Label]) -> Iterator[Mark]:
    """The sentence about another article that stands in front of a doubled link placeholder.

    It begins behind the last full stop, or behind the last machine's text.

    Drops:
        Ba chị em cùng đỗ thủ khoa khiến cả làng tự hào. Nguồn: [Link nguồn]Nguồn: [Link nguồn]
    Keeps:
        Mùa lũ năm nay đến muộn hơn mọi năm. Nguồn: Báo Sông Quê
    """
    hits = document.hits["link.placeholder"]
    if len(hits) < _DOUBLED:
        return
    block = document.blocks[hits[0].block]
    end = len(document.text[: hits[0].start].rstrip())
    chrome = [x.end for x in labels if x.kind in BOILERPLATE and block.start < x.end < end]
    sentence = last_sentence(document.text, end, block.start)
    start = max([sentence or block.start, *chrome])
    if start > block.start and end - start in _TEASER:
        yield Mark(start, end, LIKELY)


@rule("player.message", kind=Kind.PLAYER, phrases=["player.inline"])
def player_message(document: Document) -> Iterator[Mark]:
    """What a browser says that cannot play a film.

    Drops:
        Bạn cài Flash Player để xem được Clip này.
    Keeps:
        Anh cài phần mềm để xem lại các trận đấu cũ.
    """
    for hit in document.hits["player.inline"]:
        end = hit.end + (document.text[hit.end : hit.end + 1] == ".")
        yield Mark(hit.start, end, SURE)

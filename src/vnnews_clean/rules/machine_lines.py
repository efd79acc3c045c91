"""What a page says by itself inside flat text: save bars, link placeholders, messages of players."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..borders import last_sentence
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule

_SAVED: Final = "tin bài đã lưu"


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


@rule("link.placeholder", kind=[Kind.UI, Kind.RELATED], phrases=["link.placeholder"])
def link_placeholder(document: Document) -> Iterator[Mark]:
    """The placeholder "Nguồn: [Link nguồn]" that 24h prints, and the closing teaser before it.

    Drops:
        Nguồn: [Link nguồn]
    Keeps:
        Nguồn: Báo Sông Quê
    """
    hits = document.hits["link.placeholder"]
    for hit in hits:
        yield Mark(hit.start, hit.end, SURE)
    first = hits[0]
    block = document.blocks[first.block]
    end = len(document.text[: first.start].rstrip())
    start = last_sentence(document.text, end, block.start)
    if len(hits) > 1 and start is not None and start > block.start and 40 <= end - start <= 320:
        yield Mark(start, end, LIKELY, Kind.RELATED)


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

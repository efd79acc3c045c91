"""Machines inside flat text: save bars, link placeholders, company cards, match tables, players."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import last_sentence
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..textkey import UPPER

_SAVED: Final = "tin bài đã lưu"
_CARD: Final = re.compile(
    rf"(?:^|(?<=\s)|(?<=[^\w\s]))[{UPPER}][{UPPER}\d]{{2,3}}:\s?(?=.{{0,160}}Giá hiện tại)",
    re.DOTALL,
)
_PENDING: Final = re.compile(r"(?:đang cập nhật\s*){3,}", re.IGNORECASE)
_ROUNDS: Final = re.compile(
    r"(?:(?:vòng loại(?: \d+| cuối)?|vòng \d+|vòng bảng|tứ kết|bán kết|chung kết|tranh hạng ba|mùa giải|lượt đi|lượt về)\s+)+$",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"(?:\s*xem thêm (?:kết quả thi đấu|lịch thi đấu|bảng xếp hạng|kết quả|lịch)\b)+(?:\s*\([^()]{0,60}\))?",
    re.IGNORECASE,
)


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


@rule("widget.stock", kind=Kind.WIDGET, phrases=["widget.stock"])
def stock_card(document: Document) -> Iterator[Mark]:
    """CafeF's company card: ticker, name, price, change, time, "Xem hồ sơ doanh nghiệp".

    Drops:
        ABC:Công ty cổ phần Sông QuêGiá hiện tại24.7Thay đổi1.1 (4.7%)Xem hồ sơ doanh nghiệp
    Keeps:
        Giá hiện tại của cổ phiếu ABC là 24.700 đồng.
    """
    for hit in document.hits["widget.stock"]:
        block = document.blocks[hit.block]
        low = max(block.start, hit.start - 420)
        cards = list(_CARD.finditer(document.text[low : hit.start]))
        if cards:
            yield Mark(low + cards[-1].start(), hit.end, SURE)


@rule("widget.match", kind=Kind.WIDGET, phrases=["widget.pending", "widget.match"])
def match_table(document: Document) -> Iterator[Mark]:
    """A match table that has no data yet, with its rounds and its links.

    Drops:
        Vòng 1 Vòng 2 Tứ kết Đang cập nhật Đang cập nhật Đang cập nhật Xem thêm Bảng xếp hạng
    Keeps:
        Danh sách đang cập nhật, ban tổ chức cho biết.
    """
    key = document.key
    for table in _PENDING.finditer(key):
        rounds = _ROUNDS.search(key[max(0, table.start() - 300) : table.start()])
        start = table.start() - len(rounds.group()) if rounds else table.start()
        more = _MORE.match(key, table.end())
        yield Mark(start, more.end() if more else table.end(), SURE)
    for hit in document.hits.get("widget.match", ()):
        more = _MORE.match(key, hit.start)
        yield Mark(hit.start, more.end() if more else hit.end, LIKELY)


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

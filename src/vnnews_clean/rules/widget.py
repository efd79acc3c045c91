"""Machines inside flat text: company cards, match tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..textkey import LOWER, UPPER

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
    rf"(?:\s*xem thêm (?:kết quả thi đấu|lịch thi đấu|bảng xếp hạng|kết quả|lịch)(?-i:(?![{LOWER}])))+(?:\s*\([^()]{{0,60}}\))?",
    re.IGNORECASE,
)


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
        more = _MORE.match(document.text, table.end())
        yield Mark(start, more.end() if more else table.end(), SURE)
    for hit in document.hits.get("widget.match", ()):
        more = _MORE.match(document.text, hit.start)
        yield Mark(hit.start, more.end() if more else hit.end, LIKELY)

"""Machines inside an article: company cards, match tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..textkey import LOWER, UPPER

_CARD: Final = re.compile(
    rf"(?:^|(?<=\s)|(?<=[^\w\s]))(?:[{UPPER}][{UPPER}\d]{{2,3}}&){{0,60}}[{UPPER}][{UPPER}\d]{{2,3}}:\s?(?=.{{0,160}}Giá hiện tại)",
    re.DOTALL,
)
_CARD_LENGTH: Final = 420
_PENDING: Final = re.compile(r"(?:đang cập nhật\s*){3,}")
_ROUNDS: Final = re.compile(
    r"(?:(?:vòng loại(?: \d+| cuối)?|vòng \d+|vòng bảng|tứ kết|bán kết|chung kết|tranh hạng ba|mùa giải|lượt đi|lượt về)\s+)+$"
)
_ROUNDS_LENGTH: Final = 300
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
    reached = 0
    for hit in document.hits["widget.stock"]:
        low = max(document.blocks[hit.block].start, hit.start - _CARD_LENGTH, reached)
        cards = list(_CARD.finditer(document.view[low : hit.start]))
        if cards:
            reached = hit.end
            yield Mark(low + cards[-1].start(), hit.end, SURE, evidence=hit.evidence)


@rule("widget.match", kind=Kind.WIDGET, phrases=["widget.pending", "widget.match"])
def match_table(document: Document) -> Iterator[Mark]:
    """A match table that has no data yet, with its rounds and its links.

    Drops:
        Vòng 1 Vòng 2 Tứ kết Đang cập nhật Đang cập nhật Đang cập nhật Xem thêm Bảng xếp hạng
    Keeps:
        Danh sách đang cập nhật, ban tổ chức cho biết.
    """
    key = document.key
    reached = 0
    for table in _PENDING.finditer(key):
        before = key[max(reached, table.start() - _ROUNDS_LENGTH) : table.start()]
        rounds = _ROUNDS.search(before)
        more = _MORE.match(document.view, table.end())
        start, reached = table.start(), more.end() if more else table.end()
        yield Mark(start - len(rounds.group()) if rounds else start, reached, SURE)
    for hit in document.hits.get("widget.match", ()):
        more = _MORE.match(document.view, hit.start)
        yield Mark(hit.start, more.end() if more else hit.end, LIKELY, evidence=hit.evidence)

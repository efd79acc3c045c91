"""Machines inside an article: polls, company cards, match tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Block, Document, Kind, Mark
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


_CHOICES: Final = range(2, 9)
"""Answers of a poll."""
_CHOICE: Final = 80
"""Characters of the longest answer."""
_QUESTION: Final = 200


@rule("widget.poll", kind=Kind.WIDGET, phrases=["widget.vote"])
def poll(document: Document) -> Iterator[Mark]:
    """A poll: a question, its answers, a line each, the button to vote.

    Drops:
        Bạn có ủng hộ việc dời chợ ra bãi đất trống không?
        Có, càng sớm càng tốt
    Keeps:
        Bình chọn cây di sản: cây da đầu làng về nhất.
    """
    blocks = document.blocks
    results = {hit.block for hit in document.hits.get("widget.results", ())}
    for hit in document.hits["widget.vote"]:
        for question in range(hit.block - 1, max(-1, hit.block - 2 - _CHOICES[-1]), -1):
            if _is_choice(document, blocks[question]):
                continue
            if hit.block - question - 1 in _CHOICES and _is_question(document, blocks[question]):
                last = hit.block + 1 if hit.block + 1 in results else hit.block
                yield Mark(blocks[question].start, blocks[last].end, SURE)
            break


def _is_choice(document: Document, block: Block) -> bool:
    return block.end - block.start <= _CHOICE and document.text[block.end - 1] not in '.!?…:”"'


def _is_question(document: Document, block: Block) -> bool:
    return block.end - block.start <= _QUESTION and document.text[block.end - 1] == "?"


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

"""Teasers that end with a call such as "Bấm xem ngay >>"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..borders import last_sentence
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import ends_sentence, is_cut, is_headline, word_count

_LONGEST: Final = 36
"""Words of a headline and its sentence, at most; what is longer has a caption or a table glued on."""


@rule("related.teaser_call", kind=Kind.RELATED, phrases=["related.teaser_call"])
def related_teaser_call(document: Document) -> Iterator[Mark]:
    """A headline, one sentence and a call such as "Bấm xem ngay >>".

    Drops:
        Ba bàn thắng muộn cứu đội khách Trận đấu kịch tính tới phút cuối. Bấm xem ngay >>
    Keeps:
        Người chơi bấm xem lại đoạn phim trước khi trả lời.
    """
    text, blocks = document.text, document.blocks
    for hit in document.hits["related.teaser_call"]:
        block = blocks[hit.block]
        if hit.start - block.start <= 3:
            yield Mark(block.start, block.end, SURE)
            yield from _card_above(document, hit.block)
            continue
        before = len(text[: hit.start].rstrip())
        start = last_sentence(text, before, block.start)
        if start is None or start >= before:
            continue
        if word_count(text[start:before]) <= _LONGEST:
            yield Mark(start, hit.end, LIKELY)
        else:
            yield Mark(hit.start, hit.end, SURE)


def _card_above(document: Document, call: int) -> Iterator[Mark]:
    """The headline and the summary that stand as lines of their own above a call."""
    above = document.blocks[max(0, call - 2) : call]
    if len(above) == 2 and call > 2:
        headline, summary = map(document.text_of, above)
        if (
            is_headline(headline)
            and not ends_sentence(headline)
            and (is_cut(summary) or len(summary) <= 260)
        ):
            for block in above:
                yield Mark(block.start, block.end, LIKELY)

"""Boxes and teasers that a crawler glued into flat text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..borders import glue_points, has_break, last_sentence
from ..evidence import Hit
from ..links import glued_end
from ..model import BOILERPLATE, LIKELY, SURE, Document, Kind, Label, Mark
from ..outline import APART
from ..patterns import pattern
from ..rule import context_rule, rule
from ..shapes import LONGEST_SUMMARY, ends_sentence, is_byline, is_credit, is_headline, word_count
from ..signs import Spelled, apart
from ..structure.cohesion import retells
from ..textkey import LOWER, UPPER

_TAIL: Final = 700  # characters of the longest box at the end of flat text
_SHORTEST_TAIL: Final = 12
_TEASER_WORDS: Final = 36  # words of a headline and its sentence: with more, something is glued on
_TEASER: Final = range(40, 320)  # characters of a closing teaser
_MARK: Final = pattern(rf"[{UPPER}][{UPPER}{LOWER}&]{{1,11}}\.(?:vn|VN|com\.vn)\s?[-–—]\s?(?=\S)")
_HEAD: Final = 260  # characters within which the article's own mark stands
_TEASER_LENGTH: Final = 460  # characters of a headline and the sentences glued to it, at most
_TITLE: Final = 5  # words of the headline, at least; of the sentences twice as many
_LEDE: Final = 330  # characters of one foreign lede, at most


@rule("related.glued_box", kind=Kind.RELATED, phrases=["related.inline_header"])
def glued_box(document: Document) -> Iterator[Mark]:
    """A header printed in capitals, with headlines glued to it and to the lead behind them.

    CafeF's "TIN MỚI" has three of them. The box ends where the third is glued to the text; if there
    are not three, nothing is cut.

    Drops:
        TIN MỚIGiá lúa tăng trở lạiHai xã có điện sau bãoNgười trẻ học nghề gốmSáng nay, chợ họp sớm hơn mọi ngày vì nước lớn.
    Keeps:
        TIN MỚI NHẤT VỀ CƠN BÃO SỐ 3: miền Trung mưa to.
    """
    for hit in document.hits["related.inline_header"]:
        glued = document.view[hit.end : hit.end + 1]
        if document.view[hit.start : hit.end].isupper() and glued.strip() and glued != ":":
            end = glued_end(document.view, hit.end, document.blocks[hit.block].end)
            if end is not None:
                yield Mark(hit.start, end, LIKELY, evidence=hit.evidence)


@rule("related.tail_box", kind=Kind.RELATED, phrases=["related.inline_header"])
def tail_box(document: Document) -> Iterator[Mark]:
    """“Tin liên quan” and headlines that run to the end of flat text.

    Drops:
        Ban Thể thao Tin liên quan Đội nữ thắng trận mở màn Lịch thi đấu vòng hai
    Keeps:
        Công an đề nghị ai có tin liên quan báo ngay cho đơn vị gần nhất.
    """
    text, foot = document.view, len(document.blocks) - 2
    for hit in document.hits["related.inline_header"]:
        start, end = document.blocks[hit.block][:2]
        if hit.start == start or not text[hit.start].isupper() or hit.phrase == "tin mới":
            continue
        near = hit.block >= foot and end - hit.end <= _TAIL
        if not near or has_break(text, hit.end, end) or text.endswith(".", 0, end):
            continue
        rest = text[hit.end : end].strip(" :")
        if is_byline(rest) or is_credit(rest):
            yield Mark(hit.start, hit.end, LIKELY, evidence=hit.evidence)
        elif len(rest) > _SHORTEST_TAIL and (rest[0].isupper() or not rest[0].isalpha()):
            yield Mark(hit.start, end, SURE, evidence=hit.evidence)
            return


@rule("related.teaser_call", kind=Kind.RELATED, phrases=["related.teaser_call"])
def related_teaser_call(document: Document) -> Iterator[Mark]:
    """A headline, one sentence and a call such as "Bấm xem ngay >>".

    Drops:
        Ba bàn thắng muộn cứu đội khách Trận đấu kịch tính tới phút cuối. Bấm xem ngay >>
    Keeps:
        Người chơi bấm xem lại đoạn phim trước khi trả lời.
    """
    text = document.view
    reached = 0
    for hit in document.hits["related.teaser_call"]:
        line = document.lines[hit.block]
        if len(text[line.start : hit.start].strip()) <= 3:
            yield from _card_above(document, hit)
            yield Mark(line.start, line.end, SURE, evidence=hit.evidence)
            reached = line.end
            continue
        before = len(text[: hit.start].rstrip())
        start = last_sentence(text, before, line.start)
        if start is None or start >= before or hit.start < reached:
            continue
        teaser = max(start, reached)
        if word_count(text[teaser:before]) <= _TEASER_WORDS:
            yield Mark(teaser, hit.end, LIKELY, evidence=hit.evidence)
        else:
            yield Mark(hit.start, hit.end, SURE, evidence=hit.evidence)
        reached = hit.end


def _card_above(document: Document, hit: Hit) -> Iterator[Mark]:
    """The headline and the summary that stand as lines of their own above a call."""
    if hit.block > 2:
        headline, summary = document.lines[hit.block - 2 : hit.block]
        titled = headline.is_headline and not headline.ends_sentence
        if titled and len(summary.text) <= LONGEST_SUMMARY:
            for line in (headline, summary):
                yield Mark(line.start, line.end, LIKELY, evidence=hit.evidence)


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
    if len(hits) < 2:
        return
    block = document.blocks[hits[0].block]
    end = len(document.view[: hits[0].start].rstrip())
    chrome = [x.end for x in labels if x.kind in BOILERPLATE and block.start < x.end < end]
    sentence = last_sentence(document.view, end, block.start)
    while sentence and document.view.endswith(("; ", ";\xa0"), block.start, sentence):
        sentence = last_sentence(document.view, sentence - 1, block.start)
    start = max([sentence or block.start, *chrome])
    if start > block.start and end - start in _TEASER:
        yield Mark(start, end, LIKELY, evidence=hits[0].evidence)


@rule("related.agency_repeat", kind=Kind.RELATED, sign=Spelled(".vn"))
def agency_repeat(document: Document) -> Iterator[Mark]:
    """The channel's mark once more, far behind the lede: related ledes up to the end.

    Drops:
        … VTV.vn - Đàn bò tót trở lại rừng quốc gia.VTV.vn - Nông dân trúng mùa hành tím.
    Keeps:
        VTV.vn - Chợ nổi trên sông đông khách trở lại sau mùa lũ.
    """
    own = _MARK.search(document.view, 0, _HEAD)
    marks = list(_MARK.finditer(document.view, _HEAD)) if own else []
    first = end = document.blocks[-1].end
    for again in reversed([m.start() for m in marks if own and m[0][:4] == own[0][:4]]):
        if first - again > _LEDE:
            break
        first = again
    if first < end:
        yield Mark(first, end, LIKELY)


@rule("related.glued_teaser", kind=Kind.RELATED, needs="text", sign=apart)
def glued_teaser(document: Document) -> Iterator[Mark]:
    """The last line, apart from the rest: a headline and, glued to it, a sentence that retells it.

    Drops:
        Chợ nổi đông khách trở lại sau mùa lũChợ nổi trên sông Hậu đón hơn hai nghìn khách trong ngày cuối tuần vừa qua.
    Keeps:
        Ban quản lý công bố giá vé mớiChiều nay, tàu cao tốc chạy thử chuyến đầu tiên từ bến Bạch Đằng ra đảo.
    """
    if len(document.blocks) <= APART or document.blocks[-1].gap < 2:
        return
    line = document.blocks[-1]
    text = document.text_of(line)
    if len(text) > _TEASER_LENGTH or not ends_sentence(text):
        return
    points = glue_points(text, 0, len(text))
    if len(points) == 1:
        headline, sentence = text[: points[0]], text[points[0] :]
        told = word_count(headline) >= _TITLE and word_count(sentence) >= 2 * _TITLE
        if told and is_headline(headline) and retells(headline, sentence):
            yield Mark(line.start, line.end, LIKELY)

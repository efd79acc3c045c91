"""Teasers without a header: known by their repetition, or by a subject that is never one line long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import GUESS, LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_cut, is_headline, is_paragraph
from .boxes import LONGEST_SUMMARY, fences

_DAY: Final = r"(?:hôm nay|ngày mai|hôm qua|đêm nay|tuần này|tuần tới|\d+ ngày tới|(?:thứ \S+ )?(?:ngày )?\d{1,2}[/.-]\d{1,2}|ngày \d{1,2}|tháng \d{1,2}|mới nhất|cuối tuần)"


@rule("teaser.doubled", kind=Kind.RELATED)
def teaser_doubled(document: Document) -> Iterator[Mark]:
    """Teasers whose headline is printed twice, once for the image and once for the link.

    At least two of them make a list; each may have a summary below.

    Drops:
        Ngôi làng nghìn tuổi mở cửa đón khách
        Ngôi làng nghìn tuổi mở cửa đón khách
    Keeps:
        Ai ơi về miền sông nước!
    """
    blocks = document.blocks
    if len(blocks) < 6:
        return
    stops = fences(document)
    pairs = _doubled(document)
    for run in _runs(pairs, len(blocks), stops):
        for index in run:
            for at in (index - 1, index):
                yield Mark(blocks[at].start, blocks[at].end, SURE)
            summary = blocks[index + 1 : index + 2]
            if (
                summary
                and index + 1 not in stops
                and summary[0].end - summary[0].start <= LONGEST_SUMMARY
            ):
                yield Mark(summary[0].start, summary[0].end, LIKELY)


def _doubled(document: Document) -> list[int]:
    """Indices of headlines that repeat the block before them."""
    pairs: list[int] = []
    previous = ""
    for index, block in enumerate(document.blocks):
        current = document.key_of(block) if block.end - block.start <= 230 else ""
        if current and current == previous and index > 2 and is_headline(document.text_of(block)):
            pairs.append(index)
            previous = ""
        else:
            previous = current
    return pairs


def _runs(pairs: list[int], size: int, stops: frozenset[int]) -> Iterator[list[int]]:
    """Runs of at least three pairs with one block between them, up to the end or the next box.

    An image's alt text and its caption look the same; but an article goes on behind them.
    """
    run: list[int] = []
    for index in [*pairs, size + 9]:
        if run and index - run[-1] > 3:
            if len(run) > 2 and any(at in stops or at >= size for at in (run[-1] + 1, run[-1] + 2)):
                yield run
            run = []
        run.append(index)


@rule("teaser.cut_summary", kind=Kind.RELATED)
def teaser_cut_summary(document: Document) -> Iterator[Mark]:
    """Related items in the middle of a body: a headline, and a summary that the CMS cut off.

    At least two such pairs in a row; one alone could be a heading and a trailing thought.

    Drops:
        Lũ về sớm ở thượng nguồn
        Mực nước các sông đang lên nhanh và dự báo sẽ vượt báo động hai trong ...
    Keeps:
        Ông ngập ngừng: “Tôi cũng không biết phải nói gì nữa...”
    """
    blocks = document.blocks
    cut = [
        i
        for i, b in enumerate(blocks)
        if i
        and 40 <= b.end - b.start <= 320
        and is_cut(text := document.text_of(b))
        and text[-4:-3] in " "
        and '"' not in text[-6:]
    ]
    pairs = [
        i for i in cut if is_headline(t := document.text_of(blocks[i - 1])) and not is_paragraph(t)
    ]
    for index in pairs:
        if index - 2 in pairs or index + 2 in pairs:
            for at in (index - 1, index):
                yield Mark(blocks[at].start, blocks[at].end, LIKELY)


class _Subject:
    """A daily subject of teasers, and how one knows that the article itself is about it."""

    def __init__(self, group: str, teaser: str, subject: str) -> None:
        self.group = group
        self.teaser = re.compile(teaser)
        self.subject = re.compile(subject)

    def marks(self, document: Document) -> Iterator[Mark]:
        """Headlines of the subject, and the summaries under them, in an article about another."""
        blocks = document.blocks
        found = [
            hit.block
            for hit in document.hits[self.group]
            if hit.block > 1
            and is_headline(text := document.text_of(blocks[hit.block]))
            and len(text) <= 200
            and self.teaser.match(document.key, hit.start, blocks[hit.block].end)
        ]
        if not found or self._is_the_article(document, set(found)):
            return
        for index in found:
            yield Mark(blocks[index].start, blocks[index].end, GUESS)
            for following in blocks[index + 1 : index + 2]:
                text = document.text_of(following)
                if (
                    following.end - following.start <= 260
                    and self.subject.search(text.lower())
                    and not is_paragraph(text[:-1] + "x")
                ):
                    yield Mark(following.start, following.end, GUESS)

    def _is_the_article(self, document: Document, found: set[int]) -> bool:
        """True where the headline, or more than one paragraph, speaks of the subject."""
        if any(self.subject.search(document.key_of(b)) for b in document.blocks[:2]):
            return True
        prose = [
            b
            for i, b in enumerate(document.blocks)
            if not {i, i - 1} & found
            and b.end - b.start > 100
            and self.subject.search(document.key_of(b))
        ]
        return len(prose) > 1


_LOTTERY: Final = _Subject(
    "teaser.lottery",
    rf"(?:trực tiếp )?(?:kết quả xổ số|kqxs|xổ số|xsmn|xsmb|xsmt|vietlott|xs[a-z]{{2,4}}\b)(?=.*{_DAY})|(?:kết quả xổ số|kqxs|xsmn|xsmb|xsmt)\b",
    r"\bxổ số|\bkqxs|\bxsm[nbt]\b|\bvietlott",
)
_WEATHER: Final = _Subject(
    "teaser.weather",
    rf"(?:dự báo )?thời tiết(?=.*{_DAY})|dự báo thời tiết\b|bản tin thời tiết|tin bão mới nhất",
    r"\bthời tiết|\bkhí tượng|\bkhông khí lạnh",
)
_HOROSCOPE: Final = _Subject(
    "teaser.horoscope",
    rf"(?:tử vi|bài tarot|tarot|cung hoàng đạo|bói bài|vận hạn|12 con giáp|12 cung hoàng đạo|con giáp)(?=.*{_DAY})",
    r"\btử vi|\btarot|\bcung hoàng đạo|\bcon giáp|\bbói",
)
_POWER_CUT: Final = _Subject(
    "teaser.power_cut",
    r"(?:thông tin )?lịch (?:cúp|cắt) điện\b|lịch ngừng cung cấp điện|(?:thông báo )?(?:cúp|cắt) điện(?=.*hôm nay)",
    r"\b(?:cúp|cắt) điện|\bngừng cung cấp điện",
)
_PRICES: Final = _Subject(
    "teaser.prices",
    rf"(?:cập nhật )?(?:bảng )?giá (?:vàng|xăng|dầu|xăng dầu|usd|cà phê|hồ tiêu|tiêu|lúa gạo|heo hơi|lợn hơi|bạc|thép|điện|xe)\b(?=.*{_DAY})|(?:cập nhật )?bảng giá xe\b|tỷ giá(?=.*{_DAY})",
    r"\bgiá (?:vàng|xăng|dầu|usd|cà phê|hồ tiêu|tiêu|lúa gạo|heo|lợn|bạc|thép|điện|xe)\b|\btỷ giá\b",
)


@rule("teaser.lottery", kind=Kind.RELATED, phrases=["teaser.lottery"])
def teaser_lottery(document: Document) -> Iterator[Mark]:
    """A headline of lottery results in an article about something else.

    Drops:
        Kết quả xổ số miền Nam hôm nay ngày 6/12
    Keeps:
        Người bán vé số trả lại tờ vé trúng thưởng cho khách
    """
    yield from _LOTTERY.marks(document)


@rule("teaser.weather", kind=Kind.RELATED, phrases=["teaser.weather"])
def teaser_weather(document: Document) -> Iterator[Mark]:
    """A headline of a weather forecast in an article about something else.

    Drops:
        Dự báo thời tiết 10 ngày tới: Bắc Bộ mưa rét
    Keeps:
        Thời tiết xấu khiến chuyến bay bị hoãn ba giờ.
    """
    yield from _WEATHER.marks(document)


@rule("teaser.horoscope", kind=Kind.RELATED, phrases=["teaser.horoscope"])
def teaser_horoscope(document: Document) -> Iterator[Mark]:
    """A headline of horoscopes or tarot in an article about something else.

    Drops:
        Tử vi hôm nay 7/12: Tuổi Tý gặp quý nhân
    Keeps:
        Bà kể mình chưa từng tin vào tử vi.
    """
    yield from _HOROSCOPE.marks(document)


@rule("teaser.power_cut", kind=Kind.RELATED, phrases=["teaser.power_cut"])
def teaser_power_cut(document: Document) -> Iterator[Mark]:
    """A headline of power-cut schedules in an article about something else.

    Drops:
        Lịch cúp điện hôm nay 27/4 tại các huyện
    Keeps:
        Cả xóm bị cắt điện suốt hai ngày sau cơn bão.
    """
    yield from _POWER_CUT.marks(document)


@rule("teaser.prices", kind=Kind.RELATED, phrases=["teaser.prices"])
def teaser_prices(document: Document) -> Iterator[Mark]:
    """A headline of gold, fuel, crop or car prices in an article about something else.

    Drops:
        Giá vàng hôm nay 8/3: Tăng phiên thứ ba liên tiếp
    Keeps:
        Giá vàng không phải là điều bà quan tâm lúc này.
    """
    yield from _PRICES.marks(document)

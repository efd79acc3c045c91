"""Teasers of daily subjects, in articles about something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import Document, Kind, Mark
from ..rule import rule
from .subject import DAY, Subject

_LOTTERY: Final = Subject(
    "teaser.lottery",
    rf"(?:trực tiếp )?(?:kết quả xổ số|kqxs|xổ số|xsmn|xsmb|xsmt|vietlott|xs[a-z]{{2,4}}\b)(?=.*{DAY})|(?:kết quả xổ số|kqxs|xsmn|xsmb|xsmt)\b",
    r"\bxổ số|\bkqxs|\bxsm[nbt]\b|\bvietlott",
)
_WEATHER: Final = Subject(
    "teaser.weather",
    rf"(?:dự báo )?thời tiết(?=.*{DAY})|dự báo thời tiết\b|bản tin thời tiết|tin bão mới nhất",
    r"\bthời tiết|\bkhí tượng|\bkhông khí lạnh",
)
_HOROSCOPE: Final = Subject(
    "teaser.horoscope",
    rf"(?:tử vi|bài tarot|tarot|cung hoàng đạo|bói bài|vận hạn|12 con giáp|12 cung hoàng đạo|con giáp)(?=.*{DAY})",
    r"\btử vi|\btarot|\bcung hoàng đạo|\bcon giáp|\bbói",
)
_POWER_CUT: Final = Subject(
    "teaser.power_cut",
    r"(?:thông tin )?lịch (?:cúp|cắt) điện\b|lịch ngừng cung cấp điện|(?:thông báo )?(?:cúp|cắt) điện(?=.*hôm nay)",
    r"\b(?:cúp|cắt) điện|\bngừng cung cấp điện",
)
_PRICES: Final = Subject(
    "teaser.prices",
    rf"(?:cập nhật )?(?:bảng )?giá (?:vàng|xăng|dầu|xăng dầu|usd|cà phê|hồ tiêu|tiêu|lúa gạo|heo hơi|lợn hơi|bạc|thép|điện|xe)\b(?=.*{DAY})|(?:cập nhật )?bảng giá xe\b|tỷ giá(?=.*{DAY})",
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

"""Teasers of daily subjects, in articles about something else."""

from __future__ import annotations

import re
from typing import Final

from ..match import Subject
from ..match.subject import DAY
from ..model import Kind
from ..rule import Rule, row


def _subject(name: str, teaser: str, subject: str) -> Subject:
    return Subject(f"teaser.{name}", re.compile(teaser), re.compile(subject))


ROWS: Final[tuple[Rule, ...]] = (
    row(
        "teaser.lottery",
        Kind.RELATED,
        _subject(
            "lottery",
            rf"(?:trực tiếp )?(?:kết quả xổ số|kqxs|xổ số|xsmn|xsmb|xsmt|vietlott|xs[a-z]{{2,4}}\b)(?=.*{DAY})|(?:kết quả xổ số|kqxs|xsmn|xsmb|xsmt)\b",
            r"\bxổ số|\bkqxs|\bxsm[nbt]\b|\bvietlott",
        ),
        "A headline of lottery results in an article about something else.",
        drops=["Kết quả xổ số miền Nam hôm nay ngày 6/12"],
        keeps=["Người bán vé số trả lại tờ vé trúng thưởng cho khách"],
    ),
    row(
        "teaser.weather",
        Kind.RELATED,
        _subject(
            "weather",
            rf"(?:dự báo )?thời tiết(?=.*{DAY})|dự báo thời tiết\b|bản tin thời tiết|tin bão mới nhất",
            r"\bthời tiết|\bkhí tượng|\bkhông khí lạnh",
        ),
        "A headline of a weather forecast in an article about something else.",
        drops=["Dự báo thời tiết 10 ngày tới: Bắc Bộ mưa rét"],
        keeps=["Thời tiết xấu khiến chuyến bay bị hoãn ba giờ."],
    ),
    row(
        "teaser.horoscope",
        Kind.RELATED,
        _subject(
            "horoscope",
            rf"(?:tử vi|bài tarot|tarot|cung hoàng đạo|bói bài|vận hạn|12 con giáp|12 cung hoàng đạo|con giáp)(?=.*{DAY})",
            r"\btử vi|\btarot|\bcung hoàng đạo|\bcon giáp|\bbói",
        ),
        "A headline of horoscopes or tarot in an article about something else.",
        drops=["Tử vi hôm nay 7/12: Tuổi Tý gặp quý nhân"],
        keeps=["Bà kể mình chưa từng tin vào tử vi."],
    ),
    row(
        "teaser.power_cut",
        Kind.RELATED,
        _subject(
            "power_cut",
            r"(?:thông tin )?lịch (?:cúp|cắt) điện\b|lịch ngừng cung cấp điện|(?:thông báo )?(?:cúp|cắt) điện(?=.*hôm nay)",
            r"\b(?:cúp|cắt) điện|\bngừng cung cấp điện",
        ),
        "A headline of power-cut schedules in an article about something else.",
        drops=["Lịch cúp điện hôm nay 27/4 tại các huyện"],
        keeps=["Cả xóm bị cắt điện suốt hai ngày sau cơn bão."],
    ),
    row(
        "teaser.prices",
        Kind.RELATED,
        _subject(
            "prices",
            rf"(?:cập nhật )?(?:bảng )?giá (?:vàng|xăng|dầu|xăng dầu|usd|cà phê|hồ tiêu|tiêu|lúa gạo|heo hơi|lợn hơi|bạc|thép|điện|xe)\b(?=.*{DAY})|(?:cập nhật )?bảng giá xe\b|tỷ giá(?=.*{DAY})",
            r"\bgiá (?:vàng|xăng|dầu|usd|cà phê|hồ tiêu|tiêu|lúa gạo|heo|lợn|bạc|thép|điện|xe)\b|\btỷ giá\b",
        ),
        "A headline of gold, fuel, crop or car prices in an article about something else.",
        drops=["Giá vàng hôm nay 8/3: Tăng phiên thứ ba liên tiếp"],
        keeps=["Giá vàng không phải là điều bà quan tâm lúc này."],
    ),
)

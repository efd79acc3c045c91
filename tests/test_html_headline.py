"""Which line is the headline where the site's name, or its motto, stands above it."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner

HEADLINE = "Bến đò đêm sáng đèn trở lại sau ba năm"
BODY = (
    "Bến đò nhỏ bắt đầu chạy chuyến khuya từ đầu tháng để công nhân tan ca kịp về bên kia sông.",
    "Mỗi đêm có chừng bốn mươi khách, đủ tiền dầu nhưng chưa đủ trả công cho người lái thứ hai.",
    "Xã đã lắp ba cột đèn, phát áo phao có vạch phản quang và cấm chở quá hai mươi người một lượt.",
)
MOTTO = "Mỗi ngày một tin vui, mỗi tuần một chuyện kể, mỗi tháng một lần gặp gỡ bạn đọc khắp nơi."


def read(title: str, *above: str) -> tuple[str, list[str]]:
    """The headline and the paragraphs of a page of lines in ``<div>``."""
    lines = "".join(f"<div>{line}</div>" for line in (*above, HEADLINE, *BODY))
    result = Cleaner().clean_html(f"<title>{title}</title><body>{lines}")
    return result.metadata.title, result.text.split("\n\n")


@pytest.mark.parametrize("site", ["Báo Bến Nước", "BÁO BẾN NƯỚC ONLINE"])
def test_a_sites_name_in_front_of_the_headline_is_not_it(site: str) -> None:
    assert read(f"{site}: {HEADLINE}", site) == (HEADLINE, list(BODY))


def test_what_stands_above_the_known_headline_is_none_of_the_article() -> None:
    site = "Báo Bến Nước"
    assert read(f"{site}: {HEADLINE}", site, MOTTO) == (HEADLINE, list(BODY))

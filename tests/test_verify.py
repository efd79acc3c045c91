"""What is left is read once more: idempotent, and milder presets never cut more."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.cleaner import Cleaner as Counted

ARTICLE = """Bến đò ngang mở lại sau mùa lũ

Sáng nay, chuyến đò đầu tiên chở hơn ba mươi học sinh sang trường ở bờ bên kia, sau gần hai tháng phải đi vòng qua cầu.

Ông lái đò bảo nước đã rút, bến đã dọn xong, bà con chỉ còn chờ con đường dẫn xuống bến được rải đá."""
BOX = """

TIN LIÊN QUAN
Chợ nổi họp sớm hơn mọi năm
Lúa chín sớm ở cuối kênh"""


@pytest.mark.parametrize(("text", "readings"), [(ARTICLE, 1), (ARTICLE + BOX, 2)])
def test_a_text_is_read_once_and_what_is_left_of_it_once_more(
    text: str, readings: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = 0
    labels = Counted._labels

    def counting(self: Cleaner, *arguments: object) -> object:
        nonlocal counted
        counted += 1
        return labels(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Counted, "_labels", counting)
    assert Cleaner().clean(text).text == ARTICLE
    assert counted == readings


@pytest.mark.parametrize("source", ["'ấ:lÃ á»³áº¡ HÃ '", "Ã¡ÂºÂ¡Ã¡ÂºÂ¡Ã¡ÂºÂ¡ HÃ "])
def test_mojibake_is_cleaned_at_once(source: str) -> None:
    once = Cleaner().clean(source).text
    assert Cleaner().clean(once).text == once

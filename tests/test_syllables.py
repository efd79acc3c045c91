from __future__ import annotations

import pytest

from vnnews_clean.read.repair.syllables import is_syllable

SYLLABLES = """
à ạ ấy ốm ớt ưa yêu ỷ y oan uyên uống ông ăn
nghiêng nghĩ ngã gì gìn giết giếng giỗ giữa gia giúp ghế ghét khuya khuỷu quốc quyết quýt quở quỳnh
hòa hoà thúy thuý khỏe khoẻ tùy tuỳ ngoằn ngoèo xoong thuở loắt choắt ký tỷ mỹ lý sỹ hy
đường nước rượu người hươu bưởi cứu nghịch thích ếch phòng không tuần luật Trường NGUYỄN Đảng PHỐ
"""
NO_SYLLABLES = """
nh ăt oă ngi ge kha̱ng ce ka ko qa q hoàt tạph bàch phụt̀ ươ viet̀ đd zô jà wa fê
Việt-Nam déjà été señor schön François Ñandu lÃ hÀ bÀn ViỆt 2025 m² Beyoncé Zürich Škoda Łódź
"""


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_a_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", NO_SYLLABLES.split())
def test_what_cannot_be_a_syllable_is_not_taken_for_one(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("stop", ["p", "t", "c", "ch"])
def test_a_stopped_syllable_is_high_or_low(stop: str) -> None:
    assert is_syllable(f"lạ{stop}")
    assert is_syllable(f"lá{stop}")
    assert not is_syllable(f"là{stop}")
    assert not is_syllable(f"la{stop}")

"""Words of a page that head a sentence each: the numbers, with a case on either side."""

from __future__ import annotations

import pytest

from vnnews_clean import clean

TITLE = "Cách tra lịch đò ngang trên máy"
TEXT = "Bà con xóm bãi ra bến từ sớm để chờ chuyến đò chở lúa giống về kịp vụ mới, rồi cùng nhau khiêng từng bao lên bờ."
SAID = (
    "Bấm nút bên hông, chờ chừng một phút.",
    "Gõ tên xã hoặc tên bến đò ở gần nhà.",
    "Ghi số điện thoại của người đi đò.",
    "Ra bến trước giờ chạy mười lăm phút.",
)


def kept(heads: list[str], said: tuple[str, ...] = SAID) -> bool:
    """Whether ``Tìm kiếm`` stays, which heads a sentence right below the headline, as do `heads`."""
    turns = [line for pair in zip(["Tìm kiếm", *heads], said, strict=False) for line in pair]
    return "Tìm kiếm" in clean("\n".join((TITLE, *turns, TEXT))).split("\n")


@pytest.mark.parametrize(
    ("heads", "stays"),
    [
        (["Mở máy"], False),
        (["Mở máy", "Đặt chỗ"], True),
        (["Mở máy", "Mở máy"], False),
        (["Mở máy lên trước", "Đặt chỗ"], True),
        (["Mở máy lên trước đã", "Đặt chỗ"], False),
        (["Mở máy!", "Đặt chỗ"], False),
        (["Đăng nhập", "Thông báo"], True),
    ],
)
def test_three_headings_of_four_words_take_turns_with_sentences(
    heads: list[str], stays: bool
) -> None:
    assert kept(heads) is stays


@pytest.mark.parametrize(
    ("said", "stays"),
    [("Gõ tên xã gần nhà.", True), ("Gõ tên xã đi.", False), ("Gõ tên xã gần nhà", False)],
)
def test_a_sentence_has_five_words(said: str, stays: bool) -> None:
    assert kept(["Mở máy", "Đặt chỗ"], (SAID[0], said, SAID[2])) is stays


def test_a_word_without_a_sentence_below_heads_nothing() -> None:
    heads = ("Mở máy", "Đặt chỗ", "Xuống đò")
    turns = [line for pair in zip(heads, SAID, strict=False) for line in pair]
    assert "Tìm kiếm" not in clean("\n".join((TITLE, *turns, "Tìm kiếm"))).split("\n")

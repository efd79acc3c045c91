"""Comments known by the button below each, whatever it says, with near misses."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner
from vnnews_clean.structure.comments.replied import closing_replies

TEXT = [grown(150, f"Đoạn thứ {n} kể chuyện lũ về trên bến") for n in range(3)]
HEADER = "Lời bên ấm chè"
WORDS = ["Đọc mà nhớ quê quá chừng.", "Tôi ở gần đó, chuyện đúng như vậy.", "Mong có thêm kỳ nữa."]
NAMES = ["Tư Ếch", "Vũ Thị Mơ", "Khôi còi"]


def records(*buttons: str, names: list[str] = NAMES) -> list[str]:
    return [x for record in zip(names, WORDS, buttons, strict=False) for x in record]


def found(*lines: str) -> list[str]:
    """The lines that are comments."""
    document = Cleaner().read("\n".join(lines))
    span = closing_replies(document.lines, [""] * len(document.lines))
    return list(lines[span.first : span.last + 1]) if span else []


@pytest.mark.parametrize(
    "buttons",
    [
        ("Tiếp lời · 2 gật đầu", "Tiếp lời · 13 gật đầu"),
        ("Thương 4", "Thương 1"),
        ("18 phút trước · Tiếp lời", "1 giờ trước · Tiếp lời"),
        ("Tiếp lời", "Tiếp lời", "Tiếp lời"),
    ],
)
def test_the_same_button_below_each(buttons: tuple[str, ...]) -> None:
    comments = records(*buttons)
    assert found(*TEXT, HEADER, *comments, "Bến quê") == [HEADER, *comments]
    cleaned = Cleaner().clean("\n".join([*TEXT, HEADER, *comments])).text
    assert cleaned.split("\n") == TEXT


@pytest.mark.parametrize(
    "buttons",
    [
        ("Thương 4",),
        ("Thương 4", "Ghét 1"),
        ("Tiếp lời", "Tiếp lời"),
        ("Giá: 4", "Giá: 1"),
        ("Giá 40.000", "Giá 45.000"),
        ("Mở năm 1997", "Mở năm 2004"),
        ("Cách chợ 3 km", "Cách chợ 4 km"),
        ("Gọi 0214 222 333", "Gọi 0214 222 444"),
        ("Thương người ở bến sông quê xa 41", "Thương người ở bến sông quê xa 12"),  # too long
    ],
)
def test_what_says_something_of_the_things_above(buttons: tuple[str, ...]) -> None:
    assert found(*TEXT, HEADER, *records(*buttons)) == []


def test_two_lines_may_stand_above_the_first_name() -> None:
    comments = records("Thương 4", "Thương 1")
    assert found(*TEXT, HEADER, "Viết vài câu…", *comments)[:2] == [HEADER, "Viết vài câu…"]
    assert found(*TEXT, "Góc bếp", HEADER, "Gửi lời", *comments)[0] == HEADER


def test_text_right_above_the_first_name_leads_to_a_list_of_the_articles() -> None:
    assert found(*TEXT, *records("Thương 4", "Thương 1")) == []
    assert found(TEXT[0], HEADER, *records("Thương 4", "Thương 1")) == []  # no article


def test_a_name_has_four_words_at_most() -> None:
    buttons = ("Thương 4", "Thương 1")
    assert found(*TEXT, HEADER, *records(*buttons, names=["Cô Tư ở bến", "Út"]))
    assert not found(*TEXT, HEADER, *records(*buttons, names=["Cô Tư ở bến quê", "Út"]))


def test_what_a_reader_wrote_has_three_lines_at_most() -> None:
    first, second = records("Thương 4")[:2], records("Thương 4", "Thương 1")[2:]
    assert found(*TEXT, HEADER, *first, *WORDS[1:], *second)
    assert not found(*TEXT, HEADER, *first, *WORDS, *second)

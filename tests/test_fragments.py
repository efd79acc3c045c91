"""A sentence in pieces is put together, and lines that are lines stay apart: each sign and each number."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner
from vnnews_clean.read.fragments import read_fragments
from vnnews_clean.read.plain import read_blocks

BROKEN = (
    "Cả xóm có bốn mươi hai hộ còn giữ nghề, theo",
    "ông Bình",
    ", người đan lưới lâu năm nhất, và",
    "bà Lan",
    ", vợ ông.",
)
"""Two sure signs, one sentence."""
OPEN = "Sáng qua, bà con ở cuối xóm kéo nhau ra đứng chờ ở bến"
"""Running text without a stop."""
SHORT = "Người đứng chờ ở bến sông từ sớm"


def pieces(*lines: str, between: str = "\n") -> list[str]:
    """The sentences of `lines`, as they are read in a text that is in pieces elsewhere."""
    text = between.join([*lines, *BROKEN])
    reading = read_fragments(text, read_blocks(text))
    assert reading
    found = [" ".join(reading.view[b.start : b.end].split()) for b in reading.blocks]
    assert found[-1] == " ".join(BROKEN)
    return found[:-1]


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (". Mỗi giải nhất nhận ba mươi triệu đồng, giải nhì mười lăm triệu.", True),
        (", nơi có mái ngói cũ và hàng dừa nghiêng xuống mặt sông ngầu đỏ.", True),
        (". Mỗi giải nhất nhận ba mươi triệu.", False),  # too short for running text
        (".Mỗi giải nhất nhận ba mươi triệu đồng, giải nhì mười lăm triệu.", False),
        ("; mỗi giải nhất nhận ba mươi triệu đồng, giải nhì mười lăm triệu.", False),
    ],
)
def test_one_line_of_running_text_that_begins_with_a_stop_is_enough(
    rest: str, *, told: bool
) -> None:
    lines = ["Cuộc thi khép lại", "Lễ trao giải diễn ra tối 20-11 tại rạp", "Vườn Lài", rest]
    text = "\n".join(lines)
    assert (read_fragments(text, read_blocks(text)) is not None) is told
    assert (Cleaner().read(text).dialect == "fragments") is told


def is_one(*lines: str) -> bool:
    """Whether `lines` are one sentence; if not, each stands by itself."""
    found = pieces(*lines)
    assert found in ([" ".join(lines)], list(lines))
    return len(found) == 1


def test_the_pieces_are_one_sentence() -> None:
    assert pieces("Chợ họp.") == ["Chợ họp."]


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Trận đấu của", ", lùi lại một ngày.", True),
        ("Trận đấu lùi lại.", ", lùi lại một ngày.", False),
        ("Trận đấu lùi lại…", ", lùi lại một ngày.", False),
        ("Trận đấu của", "... lùi lại một ngày.", False),
        ("Trận đấu của", "… lùi lại một ngày.", False),
        (grown(40, end=","), "Bến Gò vắng.", True),
        (grown(39, end=","), "Bến Gò vắng.", False),
        ("Hôm qua,", "bến vắng.", True),
        ("Bến Gò,", grown(40, "Hôm qua"), True),
        ("Bến Gò,", grown(39, "Hôm qua"), False),
        ("Bến Gò,", grown(60, "Hôm qua", ""), False),
        ("Bến cũ (", "Gò Công", True),
        ("Bến cũ “", "Gò Công", True),
        ("Bến cũ(", "Gò Công", False),
        ("Bến cũ (", "– Gò Công", False),
        (grown(40, end=""), "vẫn vắng.", True),
        (grown(39, end=""), "vẫn vắng.", False),
        (grown(40, end=":"), "vẫn vắng.", False),
        (grown(40, end=""), "vẫn vắng", False),
        (grown(40, end=""), "http://example.vn thì vắng.", False),
        (grown(40, end=""), "a) vẫn vắng.", False),
        ("Bến Gò", grown(40, "vẫn"), True),
        ("Bến Gò", grown(39, "vẫn"), False),
        ("Bến Gò", grown(60, "vẫn", ""), False),
        ("Bến Gò", grown(20, "vẫn") + grown(30, " Nay", ""), True),
    ],
)
def test_two_pieces(left: str, right: str, one: bool) -> None:
    assert is_one(left, right) == one


@pytest.mark.parametrize(
    ("lines", "one"),
    [
        ((OPEN, "Bến Gò", "và", "Bến Tre", "về cơ bản là vắng."), True),
        ((SHORT, "Bến Gò", "và", "Bến Tre", "về cơ bản là vắng."), False),
        ((OPEN, "Bến Gò", "và", "Bến Tre", "về cơ bản là vắng"), False),
        ((f"{OPEN}.", "Bến Gò", "và", "Bến Tre", "về cơ bản là vắng."), False),
        ((OPEN, "Bến Gò:", "và", "Bến Tre", "về cơ bản là vắng."), False),
        ((OPEN, "Bến Gò", "và", "Bến Tre", "Về cơ bản là vắng."), False),
        ((OPEN, "World", "Cup", "2022. Bến vắng."), True),
        ((OPEN, "World", "Cup", "22. Bến vắng."), False),
        ((OPEN, "Nút gửi", "(Send) rồi chờ."), True),
        ((OPEN, "Nút gửi", "(Send). Rồi chờ."), True),
        ((OPEN, "Minh Hà", "(Dân trí) - Bến vắng."), False),
        ((OPEN, "Nút gửi", "(" + grown(40, "Bến", "") + ") rồi chờ."), True),
        ((OPEN, "Nút gửi", "(" + grown(41, "Bến", "") + ") rồi chờ."), False),
        ((OPEN, "có", "Bến Tre", "18 người đợi."), True),
        ((OPEN, "Minh Hà", "Bến Tre", "18 người đợi."), False),
        ((OPEN, *(f"Bến {n}" for n in range(1, 8)), "đều vắng."), True),
        ((OPEN, *(f"Bến {n}" for n in range(1, 9)), "đều vắng."), False),
        ((OPEN, grown(39, end=""), "2022. Bến vắng."), True),
    ],
)
def test_short_pieces_behind_an_open_end(lines: tuple[str, ...], one: bool) -> None:
    assert is_one(*lines) == one


@pytest.mark.parametrize(
    ("lines", "one"),
    [
        ((OPEN, "Bến Gò", ", rồi về."), True),
        (("Ông", "Bến Gò", ", rồi về."), True),
        (("Theo", "Bến Gò", ", rồi về."), True),
        (("chợ", "bến", ", rồi về."), True),
        ((OPEN, "."), True),
        ((OPEN, "Bến Gò", "."), True),
        ((SHORT, "."), False),
    ],
)
def test_a_name_between_pieces(lines: tuple[str, ...], one: bool) -> None:
    assert is_one(*lines) == one


def test_a_name_behind_a_line_of_its_own_is_the_next_sentence() -> None:
    assert pieces("Tin mới", "Bến Gò", ", rồi về.") == ["Tin mới", "Bến Gò , rồi về."]
    assert pieces("Bến vắng.", "Bến Gò", ", rồi về.") == ["Bến vắng.", "Bến Gò , rồi về."]
    long = grown(40, end="")
    for rest in (", rồi về.", "2022. Bến vắng."):
        assert pieces(OPEN, long, rest) == [OPEN, f"{long} {rest}"]


def test_where_empty_lines_keep_all_pieces_apart_they_keep_no_sentence_apart() -> None:
    lines = ("Chợ họp.", OPEN, "Bến Gò", ", rồi về.")
    assert pieces(*lines, between="\n\n") == ["Chợ họp.", f"{OPEN} Bến Gò , rồi về."]


@pytest.mark.parametrize(("tight", "one"), [(1, True), (2, False)])
def test_an_empty_line_keeps_sentences_apart_where_most_lines_have_none(
    tight: int, one: bool
) -> None:
    text = "\n\n".join([*BROKEN, OPEN, "Bến Gò", ", về.", "Hết."])
    text += "".join(f"\nMục {n}" for n in range(tight))
    reading = read_fragments(text, read_blocks(text))
    assert bool(reading) == one


@pytest.mark.parametrize(("count", "found"), [(1, False), (2, True)])
def test_one_broken_sentence_makes_no_text_of_pieces(count: int, found: bool) -> None:
    text = "\n".join([OPEN, *(f"{n} người\n, và" for n in range(count)), "Hết."])
    assert (read_fragments(text, read_blocks(text)) is not None) == found


def test_a_clean_text_in_pieces_with_empty_lines_stays_as_it_is() -> None:
    text = "\n\n".join([*BROKEN, OPEN, "Bến Gò", "và", "Bến Tre", "về cơ bản là vắng."])
    result = Cleaner().clean(text)
    assert result.document.dialect == "fragments"
    assert result.text == text


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Giờ mở cửa:", "Sáu giờ", True),
        ("Bến Gò", "– Bến Tre", True),
        ("Bến Gò –", "Bến Tre", True),
        ("Bến Gò", "Bến Tre", False),
        ("Bến Gò", "hai người", True),
        ("Bến Gò", "2 người", True),
        ("Bến Gò", "(2 người)", True),
        ("Bến vắng.", "2 người", False),
        ("Bến vắng. Chợ", "Người đợi", True),
        ("Bến vắng. Chợ đông.", "Người đợi", False),
    ],
)
def test_the_space_between_two_words_joins_them(left: str, right: str, one: bool) -> None:
    assert not is_one(left, right)
    assert pieces(f"{left} ", right) == ([f"{left} {right}"] if one else [left, right])


@pytest.mark.parametrize(("others", "sign"), [(9, True), (10, False)])
def test_a_space_that_most_lines_end_with_is_no_sign(others: int, sign: bool) -> None:
    habit = [f"Mục {n}. " for n in range(others)]
    found = pieces("Bến Gò ", "2 người", *habit, *("Hết.",) * 4)
    assert (found[0] == "Bến Gò 2 người") == sign

"""Texts that rules alone explain are not read by the structure; on either side of each number."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.model import LIKELY, Kind, Label
from vnnews_clean.structure.explained import is_explained, is_listed

HEAD = "Chợ nổi họp lại sau lũ, ghe hàng bông về đầy bến"
PROSE = "Sáng nay chợ nổi họp lại, ghe thuyền về chật cả khúc sông trước đình làng."
LONG = f"{PROSE} Bà con hai bên bờ dậy từ ba giờ để chuyển hàng xuống ghe cho kịp buổi sớm."
CAPTION = "Chợ nổi sáng nay. Ảnh: Bến Nước"
CARD = "Hai tàu cá hỏng máy vào bờ Trưa nay hai tàu cá hỏng máy ngoài mũi Rồng đã vào cảng an toàn."
OTHER = "Thầy giáo già mở lớp dạy bơi"


def explained(lines: list[str], taken: int, confidence: float = LIKELY) -> bool:
    """Whether a text is, of which a rule takes so many lines at the end."""
    document = Cleaner().read("\n".join(lines))
    blocks = document.blocks[len(lines) - taken :]
    labels = [Label(b.start, b.end, Kind.RELATED, "related.box", confidence) for b in blocks]
    return is_explained(document, labels)


@pytest.mark.parametrize(
    ("lines", "taken", "is_so"),
    [
        ([HEAD, PROSE, PROSE, OTHER], 1, True),
        ([HEAD, PROSE, PROSE, OTHER], 0, False),
        ([OTHER, OTHER], 2, False),
        ([HEAD, *[OTHER] * 3, PROSE, OTHER], 1, True),
        ([HEAD, *[OTHER] * 4, PROSE, OTHER], 1, False),
        ([HEAD, PROSE, PROSE, PROSE, CAPTION, PROSE, OTHER], 1, True),
        ([HEAD, PROSE, *[OTHER] * 7], 7, True),
        ([HEAD, PROSE, *[OTHER] * 8], 8, False),
        ([HEAD, PROSE, CARD, OTHER], 1, True),
        ([HEAD, PROSE, CARD, CARD, OTHER], 1, False),
        ([HEAD, CARD, CARD, PROSE, OTHER], 1, True),
        ([HEAD, "Tin liên quan", PROSE, OTHER], 1, False),
        ([HEAD, *[LONG] * 4, OTHER, LONG, OTHER], 1, True),
        ([HEAD, *[LONG] * 3, PROSE, OTHER, LONG, OTHER], 1, False),
        ([HEAD, *[LONG] * 4, OTHER, PROSE, OTHER], 1, False),
        ([HEAD, *[LONG] * 4, OTHER, OTHER, LONG, OTHER], 1, False),
        ([HEAD, *[LONG] * 4, OTHER, CAPTION, LONG, OTHER], 1, False),
        ([HEAD, *[LONG] * 4, OTHER, OTHER], 1, False),
        ([HEAD, *[LONG] * 4, OTHER, OTHER], 2, True),
        ([HEAD, "Chợ | Bến | Đò | Ghe", PROSE, OTHER], 1, False),
    ],
    ids=[
        *("a box", "no label", "nothing but", "four at the top", "five", "a caption"),
        *(
            "seven",
            "eight",
            "a card right above",
            "two of them",
            "two farther up",
            "a header above",
            "a heading",
            *("one below a sentence", "one above a sentence", "two in a row"),
            "one above a caption",
            "one above the end",
            "no heading",
            "a menu in one line",
        ),
    ],
)
def test_an_article_above_lines_that_a_rule_takes(
    lines: list[str], taken: int, *, is_so: bool
) -> None:
    assert explained(lines, taken) is is_so


def test_a_guess_explains_nothing() -> None:
    assert explained([HEAD, PROSE, OTHER], 1, LIKELY)
    assert not explained([HEAD, PROSE, OTHER], 1, LIKELY - 0.01)


@pytest.mark.parametrize(
    ("lines", "said", "is_so"),
    [
        ([HEAD, PROSE, PROSE, *[OTHER] * 4], ["list"] * 4, True),
        ([HEAD, PROSE, PROSE, *[OTHER] * 9], ["list"] * 9, True),
        ([HEAD, PROSE, PROSE, *[OTHER] * 11], ["bar"] * 7 + ["list"] * 4, True),
        ([HEAD, PROSE, PROSE, *[OTHER] * 12], ["bar"] * 8 + ["list"] * 4, False),
        ([HEAD, PROSE, PROSE, *[OTHER] * 4], ["list"] * 3 + [""], False),
        ([HEAD, PROSE, PROSE], [], False),
        ([OTHER] * 4, ["list"] * 4, False),
        ([HEAD, *[OTHER] * 4, PROSE, *[OTHER] * 4], ["list"] * 4, False),
        ([HEAD, PROSE, CARD, CARD, *[OTHER] * 4], ["list"] * 4, False),
    ],
    ids=[
        *("a list", "a long one", "bars and a list", "bars of a page", "words below", "none"),
        *("nothing but", "five at the top", "cards above"),
    ],
)
def test_an_article_above_a_list_that_its_pattern_tells(
    lines: list[str], said: list[str], *, is_so: bool
) -> None:
    document = Cleaner().read("\n".join(lines))
    assert is_listed(document, [""] * (len(lines) - len(said)) + said) is is_so

"""Where an article goes on behind a box of unknown lines, with near misses."""

from __future__ import annotations

import pytest

from test_structure_anchors import reading_of
from vnnews_clean.structure.ends.returning import returning
from vnnews_clean.structure.reading import Reading

BOX = ["Cuối ngõ", "Chợ cá họp sớm giữa mùa gió", "Xóm trên mở hội đua thuyền muộn"]


TEXTS = ["Mở bài.", "Đoạn đầu.", *BOX, "Đoạn nữa của bài.", "Câu cuối.", "Chốn cũ"]


def behind_a_box(sorts: list[str], above: str = "paragraph", told: str = "") -> frozenset[int]:
    """What returns of two texts behind a box; the first of them says `told` again of the headline above."""
    rows = ["paragraph", above, "menu", "headline", "headline", *sorts, "menu"]
    pairs = [frozenset[tuple[str, str]]()] * 8
    pairs[4] = frozenset({("mở", "hội")})
    pairs[5] = frozenset({("mở", told)})
    reading = Reading(TEXTS, rows, [""] * 8, pairs, [0.0] * 8, [False] * 8, (0, 0), -1)
    return returning(reading, 2, 7)


@pytest.mark.parametrize("sorts", [["paragraph", "sentence"], ["sentence", "paragraph"]])
def test_a_paragraph_and_a_sentence_behind_a_box_go_on(sorts: list[str]) -> None:
    """No list has two texts in a row."""
    assert behind_a_box(sorts) == {5, 6}
    assert behind_a_box(sorts, above="byline") == set()
    assert behind_a_box(sorts, told="hội") == set()


@pytest.mark.parametrize("sorts", [["paragraph", "remark"], ["sentence", "sentence"]])
def test_among_paragraphs_two_sentences_behind_a_box_are_the_pages(sorts: list[str]) -> None:
    assert behind_a_box(sorts) == set()


@pytest.mark.parametrize(
    ("above", "below", "stays"),
    [
        ("label", "remark", {4, 5, 6, 7}),
        ("paragraph", "sentence", {4, 5, 6, 7}),
        ("label", "label", {4, 5, 6}),  # announces something else
        ("headline", "menu", {5, 6}),
    ],
)
def test_text_beside_points_behind_a_box_stays(above: str, below: str, stays: set[int]) -> None:
    texts = ["Đoạn đầu.", *BOX, "Hồ sơ gồm:", "Đơn;", "Biên bản;", "Ảnh chụp ngõ.", "Chốn cũ"]
    rows = ["paragraph", "menu", "headline", "headline", above, "label", "label", below, "menu"]
    none = [frozenset[tuple[str, str]]()] * 9
    own = frozenset({5, 6})
    reading = Reading(texts, rows, [""] * 9, none, [0.0] * 9, [False] * 9, (0, 0), -1, own)
    assert returning(reading, 1, 8) == stays


@pytest.mark.parametrize(("share", "stays"), [(0.08, {3}), (0.079, set())])
def test_a_last_paragraph_behind_unknown_lines_shares_words(share: float, stays: set[int]) -> None:
    reading = reading_of("pmmpm", "....b", [0.0, 0.0, 0.0, share, 0.0])
    assert returning(reading, 1, 4) == stays


HEADS = ["Chợ cá họp sớm giữa mùa gió", "Xóm trên mở hội đua thuyền"]
BEHIND = ["Ngày hai leo đèo.", "Chi phí", "Xe khách: 400.000 đồng", "Đường xuống trơn.", "Gia vị"]


def behind_bare_headlines(
    kinds: str = "paragraph menu headline sentence menu",
    between: int = 0,
    texts: list[str] = BEHIND,
    heads: int = 2,
    told: str = "",
) -> set[int]:
    """What returns behind headlines without summaries, counted from the first line behind them."""
    lines = ["Mở bài.", "Món kèm", *HEADS[:heads], *texts[:1], *["Gừng"] * between, *texts[1:]]
    rows = kinds.split()
    sorts = ["paragraph", "menu", *["headline"] * heads, rows[0], *["menu"] * between, *rows[1:]]
    pairs = [frozenset[tuple[str, str]]()] * len(lines)
    first = 2 + heads
    pairs[first - 1], pairs[first] = frozenset({("hội", "đua")}), frozenset({("hội", told)})
    blank = [0.0] * len(lines)
    reading = Reading(lines, sorts, [""] * len(lines), pairs, blank, [], (0, 0), -1)
    return {index - first for index in returning(reading, 1, len(lines) - 1)}


def test_text_behind_bare_headlines_goes_on_up_to_the_next_text() -> None:
    assert behind_bare_headlines() == {0, 1, 2, 3}
    assert behind_bare_headlines("sentence menu headline paragraph menu") == {0, 1, 2, 3}
    assert behind_bare_headlines(between=6) == {*range(10)}
    assert behind_bare_headlines(between=7) == set()


def test_text_behind_one_headline_or_about_it_is_its_summary() -> None:
    assert behind_bare_headlines(heads=1) == set()
    assert behind_bare_headlines(told="đua") == set()
    assert behind_bare_headlines("remark menu headline sentence menu") == set()


def test_headlines_and_names_behind_it_are_another_box() -> None:
    named = [BEHIND[0], "Chi phí", "Xe khách hai chiều", *BEHIND[3:]]
    assert behind_bare_headlines(texts=named) == set()
    assert behind_bare_headlines("paragraph menu byline sentence menu") == set()

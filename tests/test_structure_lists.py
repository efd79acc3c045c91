"""Lists below an article, menus above it, and what goes on behind what a line announces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from test_structure import BODY, TITLE
from test_structure_reading import reading_of
from vnnews_clean import Cleaner
from vnnews_clean.structure.chain.measures import rhythm
from vnnews_clean.structure.ends.staying import begin_below
from vnnews_clean.structure.frame import may_frame
from vnnews_clean.structure.lists.listing import closing_list
from vnnews_clean.structure.lists.tails import may_list

HEADS = (
    "Mẻ cá linh đầu mùa khiến chợ nổi Long Xuyên đông nghẹt",
    "Đàn vịt chạy đồng gặp lũ dạt sang tận xóm Bàu Sen",
    "Lò rèn cuối xóm Đình đỏ lửa suốt đêm rằm tháng chạp",
)
"""Eleven words each."""


def is_retold(words: int, pairs: tuple[int, ...]) -> bool:
    """Whether headlines of so many words are a list, if summaries say so many pairs of them again."""
    items = [
        line
        for head, told in zip(HEADS, pairs, strict=True)
        for line in (
            " ".join(head.split()[:words]),
            f"{' '.join(head.split()[: told + 1])}, bà con xóm bãi kể lại chuyện ấy, ai nghe xong cũng cười.",
        )
    ]
    document = Cleaner().read("\n".join([TITLE, *BODY, *items]))
    return closing_list(document.lines, [""] * len(document.blocks)) is not None


@pytest.mark.parametrize(("retold", "listed"), [(3, True), (2, False)])
def test_summaries_retell_their_headlines(retold: int, listed: bool) -> None:
    """Of each headline's ten pairs of words so many."""
    assert is_retold(11, (retold,) * 3) is listed


@pytest.mark.parametrize(
    ("words", "retold", "listed"), [(9, (2, 2, 2), True), (11, (3, 2, 2), False)]
)
def test_every_fourth_pair_of_headlines_is_retold(
    words: int, retold: tuple[int, ...], listed: bool
) -> None:
    """Two of eight pairs on average, and seven of thirty."""
    assert is_retold(words, retold) is listed


def test_a_list_may_be_in_a_text_whose_marks_nobody_has_looked_at() -> None:
    lines = [f"## {'k' * 140}.", *[f"- **{'k' * 140}** {n}." for n in range(8)]]
    document = Cleaner(dialect="markdown").read("\n\n".join(lines))
    assert not may_list(document, [""] * len(document.blocks))
    unseen = replace(document, seen=None)
    assert unseen.view is not unseen.text
    assert may_list(unseen, [""] * len(document.blocks))


@pytest.mark.parametrize(
    ("shape", "looked"),
    [
        ("ttt" + "hththt", True),
        ("ttt" + "hththt" + "tttt", True),
        ("ttt" + "hththt" + "ttttttt", False),
        ("tttt" + "hhhh", True),
        ("tttt" + "hh" + "tt" + "hh", False),
        ("tttt" + "hth" + "t" + "lll", False),
        ("tttt" + "hht" + "h", False),
    ],
    ids=["in turn", "above four", "above five", "in a row", "apart", "labels", "three"],
)
def test_a_list_closes_a_text_where_headlines_stand_in_turn(shape: str, *, looked: bool) -> None:
    lines = {"t": BODY[0], "h": HEADS[0], "l": f"{HEADS[0]}:"}
    document = Cleaner().read("\n".join(map(lines.__getitem__, shape)))
    assert may_list(document, [""] * len(shape)) is looked


@pytest.mark.parametrize(
    ("said", "index", "looked"),
    [("copy", 4, False), ("copy", 5, True), ("header", 4, True), ("", 4, False)],
)
def test_what_is_said_at_the_top_of_an_article_makes_no_list_below(
    said: str, index: int, looked: bool
) -> None:
    """Three headlines printed twice reach to the sixth line; a header may stand above any list."""
    heads = (f"Chợ nổi họp từ canh {n}" for n in "ba tư năm".split())
    document = Cleaner().read("\n".join([*heads, *BODY, *BODY]))
    words = [""] * len(document.blocks)
    words[index] = said
    assert may_list(document, words) is looked


@pytest.mark.parametrize(
    ("sorts", "found"),
    [
        ("headline sentence stamp " * 3, "3:3h"),
        ("headline sentence stamp menu " * 3, "-"),
        ("headline " * 6, "1:6h"),
        ("headline " * 7, "1:6h"),
    ],
)
def test_a_rhythm_is_of_three_lines_and_counts_to_six(sorts: str, found: str) -> None:
    assert rhythm(sorts.split())[0] == found


@pytest.mark.parametrize(("names", "may"), [(3, True), (2, False)])
def test_a_page_with_a_menu_has_three_lines_as_short_as_names(names: int, may: bool) -> None:
    menu = "Góc chợ Mùa vụ Bến cảng Trang trẻ Gian bếp Sân chơi Chuyện phố"
    lines = [*BODY, *BODY[::-1], menu, *["Đò đầy khách."] * names]
    assert may_frame(Cleaner().read("\n".join(lines)), [""] * len(lines)) == may


@pytest.mark.parametrize(("lines", "first"), [(4, 5), (3, 1)])
def test_an_interview_below_is_a_question_its_answer_and_the_same_again(
    lines: int, first: int
) -> None:
    texts = ["Đò đầy.", *["Đò có đầy không?", "Đầy."] * 2]
    reading = reading_of(["paragraph", *["asks", "paragraph"] * 2], texts=texts, core=(0, 0))
    assert begin_below(reading, 1, lines) == first


def test_text_behind_what_a_line_announces_is_the_articles() -> None:
    sorts = ["paragraph", "label", "headline", "headline", "paragraph", "menu"]
    assert begin_below(reading_of(sorts, core=(0, 1)), 2, 5) == 5


def test_the_last_line_may_announce_what_is_not_there() -> None:
    reading = reading_of(["paragraph", "label"], share=[0.0, 0.25], core=(0, 0))
    assert begin_below(reading, 1, 1) == 2

"""Items about something else, told all together: every number with a case on either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest

from test_structure import BODY, ITEMS, SUMMARIES, TITLE
from test_structure_anchors import reading_of
from vnnews_clean import Cleaner
from vnnews_clean.structure.lists.items import items_apart, may_hold_items
from vnnews_clean.structure.sorts import is_row

ARTICLE: Final = [
    *BODY[:2],
    "Ông Trương Văn Bền kể đêm bão thứ ba, cầu tàu bến Vĩnh Hải oằn như chiếc võng rồi gãy ở nhịp giữa, thuyền trôi hết.",
    "Nửa cây cầu tàu còn lại của làng chài Vĩnh Hải được buộc bằng dây neo, con thuyền nào vào bến cũng phải chờ lượt.",
    *BODY[2:],
    "Thuyền mới của làng chài Vĩnh Hải sẽ nhỏ hơn, đóng bằng gỗ phi lao, để cầu tàu và con đê chắn sóng che được qua mùa bão.",
]
SECTIONS: Final = ("Góc chợ", "Mùa vụ", "Bến cảng", "Trang trẻ")


def items(count: int, *beside: Sequence[str]) -> list[str]:
    """So many headlines, each with what stands beside it."""
    return [line for parts in list(zip(ITEMS, *beside, strict=False))[:count] for line in parts]


def cleaned(lines: Sequence[str]) -> list[str]:
    return Cleaner().clean("\n".join(lines)).text.split("\n")


@pytest.mark.parametrize(
    "box",
    [
        items(3, SUMMARIES),
        items(3, SECTIONS, SUMMARIES),
        [*items(3, SECTIONS), ITEMS[3]],
        [*items(2, SUMMARIES), ITEMS[2]],
        [text for item in ITEMS[:3] for text in (item, item, SUMMARIES[ITEMS.index(item)])],
    ],
)
@pytest.mark.parametrize("at", [2, len(ARTICLE)])
def test_a_list_goes_without_any_header_wherever_it_stands(box: list[str], at: int) -> None:
    assert cleaned([TITLE, *ARTICLE[:at], *box, *ARTICLE[at:]]) == [TITLE, *ARTICLE]


@pytest.mark.parametrize(
    "box",
    [
        items(4),  # titles of its own, maybe
        items(2, SUMMARIES),  # two with a summary
        [*items(1, SUMMARIES), *ITEMS[1:3]],  # one with a summary, two bare
        items(4, [f"{hour}h30" for hour in range(6, 10)]),  # a programme
        items(4, [f"Gọi 0912 000 {number}00" for number in range(4)]),  # whom to ask
        [f"{number}. {item}" for number, item in enumerate(ITEMS, 1)],  # points
        [f"{item}: {number}5.000 đồng" for number, item in enumerate(ITEMS, 1)],  # a table
        [item[0].lower() + item[1:] for item in ITEMS],
        [" ".join(item.split()[:7]) for item in ITEMS],  # names of things
    ],
)
def test_what_may_be_the_articles_stays_in_it(box: list[str]) -> None:
    lines = [TITLE, *ARTICLE[:2], *box, *ARTICLE[2:]]
    assert cleaned(lines) == lines


@pytest.mark.parametrize(("stop", "gone"), [(".", True), (":", False)])
def test_what_a_line_announces_is_no_list_of_others(stop: str, gone: bool) -> None:
    above = [*ARTICLE[:-1], f"{ARTICLE[-1][:-1]}{stop}"]
    assert (ITEMS[0] not in cleaned([TITLE, *above, *items(4, SUMMARIES)])) is gone


@pytest.mark.parametrize("header", ["Gánh chè khuya", "Góc ngõ"])
def test_four_bare_headlines_go_below_a_header_at_the_end(header: str) -> None:
    assert cleaned([TITLE, *ARTICLE, header, *items(4)]) == [TITLE, *ARTICLE]
    assert cleaned([TITLE, *ARTICLE, *items(4)]) == [TITLE, *ARTICLE, *items(4)]
    assert cleaned([TITLE, *ARTICLE, header, *items(3)]) == [TITLE, *ARTICLE, header, *items(3)]


def test_text_of_the_article_parts_two_lists() -> None:
    lines = [
        TITLE,
        *ARTICLE[:2],
        *items(3, SUMMARIES),
        *ARTICLE[2:4],
        *items(4, SECTIONS)[:-1],
        *ARTICLE[4:],
    ]
    assert cleaned(lines) == [TITLE, *ARTICLE]


def test_a_list_above_a_known_header_goes_below_one_that_nobody_knows() -> None:
    known = ["TIN LIÊN QUAN", "Chợ phiên vùng cao dời ngày họp", "Hai bến phà chạy lại sau lũ lớn"]
    left = cleaned([TITLE, *ARTICLE, "Lý Thị Mẩy", "Ghé qua", *items(4, SUMMARIES), *known])
    assert left == [TITLE, *ARTICLE, "Lý Thị Mẩy", "Ghé qua"]  # it may be a signature


def parts(
    letters: str, share: float | list[float] = 0.0, above: int = 99, texts: list[str] | None = None
) -> list[tuple[int, int]]:
    """The items among lines of these sorts, below a text of so many pairs of words; each line has ten."""
    lines = texts or [f"{x.upper()}{at} hai ba bốn năm sáu bảy tám" for at, x in enumerate(letters)]
    shares = share if isinstance(share, list) else [share] * len(letters)
    reading = reading_of("p" + letters, share=[0.0, *shares], texts=["Bài", *lines])
    pairs = [frozenset((str(at), str(one)) for one in range(10)) for at in range(len(letters))]
    pairs.insert(0, frozenset(("bài", str(one)) for one in range(above)))
    return list(items_apart(reading._replace(pairs=pairs), 1, len(letters)))


@pytest.mark.parametrize(
    ("letters", "share", "found"),
    [
        ("mhhhh", [0.0, *[0.12] * 4], [(1, 5)]),  # every eighth pair of all
        ("mhhhh", [0.0, *[0.13] * 4], []),
        ("mhhhh", [0.1, *[0.0] * 4], []),  # a heading in the article's words
        ("hhhh", 0.0, []),  # nothing but that vouches for them
        ("hhhmh", 0.0, [(1, 5)]),  # something beside every fourth
        ("hhhhmh", 0.0, []),
        ("mhhhh", [0.0, 0.48, 0.0, 0.0, 0.0], [(1, 5)]),  # one may share by chance, ...
        ("hshshs", [0.0, 0.24, 0.0, 0.24, 0.0, 0.24], [(1, 6)]),
        ("hshshs", [0.0, 0.25, 0.0, 0.0, 0.0, 0.0], []),  # ... but no text of the article's
        ("hshshs", [0.0] * 5 + [0.12], [(1, 6)]),  # the last words of all
        ("hshshsp", [0.0] * 5 + [0.11, 0.25], [(1, 6)]),
        ("hshshsp", [0.0] * 5 + [0.12, 0.25], [(1, 5)]),  # the article may go on there
        ("hhhmhpmhhhh", [0.0] * 5 + [0.25] + [0.0] * 5, [(1, 5), (7, 11)]),
        ("mhhhhpmhhhh", [0.0] * 5 + [0.25] + [0.0] * 5, [(7, 11)]),  # bare, and in the article
        ("smhhhh", 0.0, [(2, 6)]),
        ("shmhhhmh", 0.0, [(2, 8)]),  # no headline stands above it
        ("mhhhh", 0.0, [(1, 5)]),  # a header
        ("hsshhh", 0.0, []),  # two texts below one
        ("hmshmshms", 0.0, [(1, 9)]),
    ],
)
def test_items_are_judged_together(
    letters: str, share: float | list[float], found: list[tuple[int, int]]
) -> None:
    assert parts(letters, share) == found


@pytest.mark.parametrize(("above", "found"), [(50, [(1, 5)]), (39, [])])
def test_an_article_says_more_than_its_list(above: int, found: list[tuple[int, int]]) -> None:
    assert parts("mhhhh", above=above) == found


@pytest.mark.parametrize(("words", "apart"), [("A b c d e f g h", True), ("A b c d e f g", False)])
def test_headlines_have_eight_words(words: str, apart: bool) -> None:
    heads = [f"{at}{words}" for at in "XYZT"]
    assert bool(parts("mhhhh", texts=["Góc chợ", *heads])) is apart


def test_a_glance_tells_where_no_items_are() -> None:
    """For speed: nothing else is asked of other texts."""
    assert may_hold_items(Cleaner().read("\n".join([TITLE, *BODY, *ITEMS[:3]])))
    assert not may_hold_items(Cleaner().read("\n".join([TITLE, *BODY, *ITEMS[:2]])))
    assert not may_hold_items(Cleaner().read("\n".join([TITLE, *BODY])))


ROW: Final = "Bảng giá: 5 loại rau ở chợ đầu mối Vĩnh Long"


@pytest.mark.parametrize(
    ("letters", "rows", "found"),
    [
        ("hshshs", [0], True),
        ("hshshs", [0, 2], False),
        ("hshshshshshs", [0, 2], True),  # one in three
        ("mhhhh", [1], False),  # bare
        ("hshsh", [0], False),  # two of three have a summary
    ],
)
def test_one_headline_in_three_with_a_summary_may_look_like_a_row(
    letters: str, rows: list[int], *, found: bool
) -> None:
    assert is_row(ROW)
    texts = [f"{x.upper()}{at} hai ba bốn năm sáu bảy tám" for at, x in enumerate(letters)]
    for row in rows:
        texts[row] = f"{ROW} {row}"
    assert bool(parts(letters, above=999, texts=texts)) is found


@pytest.mark.parametrize(("sort", "found"), [("short", True), ("menu", False)])
def test_a_short_headline_has_a_summary_like_the_others(sort: str, *, found: bool) -> None:
    reading = reading_of(
        "p" + "hshsms", texts=["Bài", *[f"H{i} hai ba bốn năm sáu" for i in range(6)]]
    )
    reading.sorts[5] = sort
    pairs = [frozenset((str(at), str(one)) for one in range(10)) for at in range(6)]
    pairs.insert(0, frozenset(("bài", str(one)) for one in range(99)))
    assert bool(list(items_apart(reading._replace(pairs=pairs), 1, 6))) is found

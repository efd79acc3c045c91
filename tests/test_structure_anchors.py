"""What vouches for a run of lines outside the article: every number with a case on either side."""

from __future__ import annotations

from typing import Final

import pytest

from vnnews_clean.structure.anchors import is_anchored, is_list, told_in
from vnnews_clean.structure.frame import FEWEST_BARS, is_page
from vnnews_clean.structure.own import small_letters
from vnnews_clean.structure.reading import Reading

SORTS: Final = {
    "h": "headline", "s": "sentence", "p": "paragraph", "m": "menu", "n": "number", "d": "stamp", "c": "cut",
}  # fmt: skip


def reading_of(
    letters: str, said: str = "", share: float | list[float] = 0.0, texts: list[str] | None = None
) -> Reading:
    """A document of lines of these sorts; `said` has ``x`` for a header, ``b`` for a bar that rules know."""
    words = {"x": "header", "b": "bar", "l": "section", ".": ""}
    size = len(letters)
    shares = share if isinstance(share, list) else [share] * size
    return Reading(
        texts or [f"Dòng {number}" for number in range(size)],
        [SORTS[letter] for letter in letters],
        [words[letter] for letter in said.ljust(size, ".")],
        [frozenset[tuple[str, str]]()] * size,
        shares,
        [False] * size,
        (0, -1),
        -1,
    )


def vouched(reading: Reading, path: str, first: int, last: int) -> bool:
    """Whether a run is none of the article's, on a page if the reading is one."""
    return is_anchored(reading, path, first, last, page=is_page(reading))


def paged(letters: str, share: float = 0.0) -> Reading:
    """The same behind the bars of a page."""
    bars = "m" * FEWEST_BARS
    return reading_of(bars + letters, "b" * FEWEST_BARS, share)


@pytest.mark.parametrize(
    ("states", "shares", "anchored"),
    [
        ("HISIS", [0.3, 0, 0, 0, 0], True),  # what the header says, the article may say
        ("HISIS", [0.3, 0.25, 0, 0, 0], False),
        ("MISIS", [0.3, 0, 0, 0, 0], True),
        ("MMISIS", [0.3, 0, 0, 0, 0, 0], False),
    ],
)
def test_a_header_that_nobody_knows(states: str, shares: list[float], anchored: bool) -> None:
    letters = "".join({"I": "h", "S": "s"}.get(state, "m") for state in states)
    reading = reading_of(letters, share=shares)
    assert vouched(reading, states, 0, len(states) - 1) == anchored


def test_a_box_holds_no_line_that_is_known_to_be_the_articles() -> None:
    reading = reading_of("hshs")
    assert vouched(reading, "ISIS", 0, 3)
    assert not vouched(reading._replace(own=frozenset([2])), "ISIS", 0, 3)


@pytest.mark.parametrize(
    ("letters", "share", "anchored"),
    [
        ("hshshs", 0.39, True),  # items that repeat, three of them
        ("hshshs", 0.41, False),  # but about the same
        ("hshsh", 0.3, False),  # two of them
        ("hshs", 0.24, True),  # two summaries about something else altogether
        ("hshs", 0.25, False),
        ("hsh", 0.0, False),  # one summary
        ("hhhh", 0.0, False),  # names alone
        ("hpp", 0.0, False),  # text that goes on
        ("s", 0.0, False),
    ],
)
def test_what_stands_in_an_article_on_no_page(letters: str, share: float, anchored: bool) -> None:
    states = "".join("I" if letter == "h" else "S" for letter in letters)
    assert vouched(reading_of(letters, share=share), states, 0, len(states) - 1) == anchored


@pytest.mark.parametrize(
    ("letters", "share", "anchored"),
    [("hshs", 0.9, True), ("hsh", 0.9, False), ("hsm", 0.24, True), ("hsm", 0.25, False), ("hs", 0.0, False)],
)  # fmt: skip
def test_what_stands_in_an_article_on_a_page(letters: str, share: float, anchored: bool) -> None:
    reading = paged(letters, share)
    path = "A" * FEWEST_BARS + "I" * len(letters)
    assert is_page(reading)
    assert vouched(reading, path, FEWEST_BARS, len(path) - 1) == anchored


@pytest.mark.parametrize(
    ("said", "states", "anchored"),
    [
        ("xb..", "MMMM", False),  # two that no rule knows: they know better
        ("xb...", "MMMMM", True),
        ("b..", "MMM", False),
        ("b..", "IMM", True),  # one in three is known
        ("b...", "IMMM", False),
        ("b.......", "IIIIIIII", True),  # items need no more than one
        ("........", "IIIMMIII", False),
    ],
)
def test_what_a_known_line_vouches_for(said: str, states: str, anchored: bool) -> None:
    reading = reading_of("m" * len(said), said)
    assert vouched(reading, states, 0, len(said) - 1) == anchored


@pytest.mark.parametrize(
    ("letters", "said", "anchored"),
    [
        ("mmmm", "bb..", True),
        ("mmmm", "b...", False),
        ("mmms", "bb..", False),  # running text above is not small
        ("mmmm", "ll..", False),  # names of sections vouch for nothing
    ],
)
def test_what_stands_above_an_article_on_no_page(letters: str, said: str, anchored: bool) -> None:
    reading = reading_of(letters, said)
    assert vouched(reading, "AAAA", 0, 3) == anchored


@pytest.mark.parametrize(
    ("above", "anchored"), [("m" * 10, True), ("m" * 11, False), ("p", True), ("mp", True)]
)
def test_a_header_near_the_top_closes_an_article(above: str, anchored: bool) -> None:
    letters = above + "mhh"
    reading = reading_of(letters, "." * len(above) + "x")
    assert vouched(reading, "Z" * len(letters), 0, len(letters) - 1) == anchored


@pytest.mark.parametrize(("share", "anchored"), [(0.24, True), (0.25, False)])
def test_text_of_the_article_above_a_header_keeps_it_open(share: float, anchored: bool) -> None:
    reading = reading_of("pmhh", ".x", [share, 0.0, 0.0, 0.0])
    assert vouched(reading, "ZZZZ", 0, 3) == anchored


@pytest.mark.parametrize(
    ("letters", "share", "listed"),
    [
        ("mhhhhhh", 0.11, True),  # many headlines
        ("mhhhhhh", 0.12, False),
        ("mhhhhh", 0.0, False),
        ("hhhhhh", 0.0, False),  # titles of its own, maybe
        ("hhnhhnhhn", 0.0, False),  # so they may be with two numbers among six
        ("hhnhnhhnh", 0.0, True),
        ("hnnhnnhnnhnnhnnhnn", 0.0, True),  # every third line
        ("hnnhnnhnnhnnhnnhnnn", 0.0, False),
    ],
)
def test_a_list_below_an_article_needs_no_known_header(
    letters: str, share: float, listed: bool
) -> None:
    reading = reading_of(letters, share=share)
    assert is_list(reading, 0, len(letters) - 1) == listed


@pytest.mark.parametrize(
    ("count", "share", "words", "anchored"),
    [
        (3, 0.0, 8, True),  # no word of the article's
        (3, 0.01, 8, False),
        (4, 0.01, 8, True),
        (2, 0.0, 8, False),
        (3, 0.0, 7, False),
    ],
)
def test_headlines_alone_in_an_article(
    count: int, share: float, words: int, anchored: bool
) -> None:
    texts = [" ".join(f"{'abcd'[at]}{n}" for n in range(words)) for at in range(count)]
    reading = reading_of("h" * count, share=share, texts=texts)
    assert vouched(reading, "I" * count, 0, count - 1) == anchored


@pytest.mark.parametrize(("rows", "anchored"), [(2, True), (3, False)])
def test_rows_of_a_table_are_the_articles(rows: int, anchored: bool) -> None:
    texts = [*["Xe đạp: 3.000 đồng"] * rows, *["Chợ vắng"] * (4 - rows)]
    assert vouched(reading_of("hshs", texts=texts), "ISIS", 0, 3) == anchored


def broken(lines: int, going_on: int, size: int = 30) -> list[str]:
    """Lines of so many characters without a stop, some of which go on in lower case."""
    text = "Nước lên tới bậc thềm nhà kho cũ trong xóm"[:size].ljust(size, "m")
    return [
        text.lower() if number % 2 and number // 2 < going_on else text for number in range(lines)
    ]


@pytest.mark.parametrize(
    ("lines", "anchored"),
    [(broken(11, 2), False), (broken(12, 2), True), (broken(11, 2, 29), True)],
)
def test_a_paragraph_that_a_tool_broke_is_no_list(lines: list[str], anchored: bool) -> None:
    reading = reading_of(("hs" * len(lines))[: len(lines)], texts=lines)
    states = ("IS" * len(lines))[: len(lines)]
    assert vouched(reading, states, 0, len(lines) - 1) == anchored


@pytest.mark.parametrize(
    ("bars", "names", "below", "page"),
    [(8, 0, 0, True), (7, 0, 0, False), (0, 6, 1, True), (0, 5, 1, False), (0, 6, 0, False)],
)
def test_a_page_is_told_by_bars_or_by_a_menu(bars: int, names: int, below: int, page: bool) -> None:
    letters = "m" * (bars + names) + "pp" + "m" * below
    said = "b" * bars + "." * (names + 2) + "b" * below
    reading = reading_of(letters, said)._replace(core=(bars + names, bars + names + 1))
    assert is_page(reading) == page


@pytest.mark.parametrize(("above", "below", "page"), [(6, 3, True), (5, 3, False), (6, 2, False)])
def test_two_menus_make_a_page_that_no_rule_knows(above: int, below: int, page: bool) -> None:
    reading = reading_of("m" * above + "pp" + "m" * below)._replace(core=(above, above + 1))
    assert is_page(reading) == page


@pytest.mark.parametrize(
    ("sizes", "own"), [([25] * 4, 4), ([25] * 3, 0), ([25, 25, 24, 25, 25], 0), ([40] * 5, 5)]
)
def test_lines_in_small_letters_are_written_by_somebody(sizes: list[int], own: int) -> None:
    texts = ["đêm nay ngồi nghe mưa rơi ngoài hiên vắng nhớ nhà"[:size] for size in sizes]
    assert len(list(small_letters(["Thời sự", *texts, "Kinh tế"]))) == own


def test_an_address_vouches_for_nothing() -> None:
    reading = reading_of("mm", "bb", texts=["https://bao.example", "Chia sẻ"])
    assert told_in(reading, 0, 1) == 1

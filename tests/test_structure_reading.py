"""What is known of the lines of a document: every number with a case on either side."""

from __future__ import annotations

import pytest

from test_structure import BODY, ITEMS, MENU, TITLE
from vnnews_clean import Cleaner
from vnnews_clean.structure.ends.bounds import top
from vnnews_clean.structure.ends.staying import begin_below, end_above
from vnnews_clean.structure.lists.tails import may_list
from vnnews_clean.structure.reading import Reading, middle, read
from vnnews_clean.structure.said import sayings

EIGHT = "Bảy chục cụ già kể chuyện đò xưa"
NINE = "Đàn vịt chạy đồng gặp nước lũ đêm rằm"
ELEVEN = "Mẻ cá linh đầu mùa khiến chợ nổi Long Xuyên đông nghẹt"


def title_of(above: list[str], body: list[str], said: list[str] | None = None) -> int:
    document = Cleaner().read("\n".join([*above, *body]))
    words = said or [""] * len(above)
    return read(document, [*words, *[""] * len(body)]).title


def body_of(*told: str) -> list[str]:
    """Paragraphs that say the words of some headlines again."""
    return [f"{'. '.join(told)}. {BODY[0]}", *BODY[1:]]


@pytest.mark.parametrize(("near", "title"), [(EIGHT, 0), (NINE, 1)])
def test_of_a_headline_eight_pairs_of_words_count(near: str, title: int) -> None:
    """One of ten pairs goes before a nearer one of seven, and not before one of eight."""
    assert title_of([ELEVEN, near], body_of(ELEVEN, near)) == title


FISH = (
    "cá linh cá rô cá lóc cá trê cá chép cá mè cá bống cá kèo cá ngát cá chốt cá dứa cá hú cá basa "
    "cá tra cá sặc cá thác"
).split()


@pytest.mark.parametrize(("words", "title"), [(32, 1), (33, 0)])
def test_a_title_shares_a_quarter_of_a_pair_of_words(words: int, title: int) -> None:
    """One of thirty-three pairs, where eight count; below that it is the top line."""
    fish = [*FISH, "lăng"][:words]
    assert title_of([ITEMS[0], " ".join(["Vĩnh Hải", *fish])], list(BODY)) == title


@pytest.mark.parametrize(("digits", "size", "figures"), [(3, 11, True), (3, 12, False)])
def test_every_fourth_character_of_a_line_of_figures_is_a_digit(
    digits: int, size: int, figures: bool
) -> None:
    text = "Vụ " + "7" * digits + " " + "k" * (size - digits - 4)
    assert len(text) == size
    document = Cleaner().read(text)
    assert read(document, [""]).figures == [figures]


def reading_of(
    sorts: list[str],
    *,
    share: list[float] | None = None,
    said: list[str] | None = None,
    texts: list[str] | None = None,
    core: tuple[int, int] = (0, -1),
    title: int = -1,
) -> Reading:
    count = len(sorts)
    return Reading(
        texts or [f"Dòng {number}" for number in range(count)],
        sorts,
        said or [""] * count,
        [frozenset()] * count,
        share or [0.0] * count,
        [False] * count,
        core,
        title,
    )


@pytest.mark.parametrize(
    ("sizes", "half"), [([900, 200, 200], 0), ([900, 200, 210], 1), ([100, 100, 100], 1)]
)
def test_a_long_paragraph_counts_as_two(sizes: list[int], half: int) -> None:
    reading = reading_of(
        ["paragraph"] * 3, share=[0.5] * 3, texts=["k" * size for size in sizes], core=(0, 2)
    )
    assert middle(reading) == (0, half)


@pytest.mark.parametrize(
    ("share", "said", "core", "between"),
    [
        ([0.0, 0.12, 0.0], "", (0, 2), (1, 1)),
        ([0.0, 0.11, 0.0], "", (0, 2), (0, 0)),  # none of them for certain
        ([0.0, 0.12, 0.0], "bar", (0, 2), (0, 0)),
        ([0.0, 0.0, 0.0], "", (1, 1), (3, -1)),
        ([0.0, 0.0, 0.0], "", (0, -1), (3, -1)),
    ],
)
def test_the_middle_shares_words_with_the_rest(
    share: list[float], said: str, core: tuple[int, int], between: tuple[int, int]
) -> None:
    reading = reading_of(["paragraph"] * 3, share=share, said=["", said, ""], core=core)
    assert middle(reading) == between


@pytest.mark.parametrize(
    ("above", "said", "title"),
    [
        ([TITLE, ITEMS[0]], ["", ""], 0),
        ([TITLE, ITEMS[0]], ["copy", ""], 0),
        ([TITLE, ITEMS[0]], ["bar", ""], 1),  # what is known is no title
        (
            [f"12/05/2024 {TITLE}", "Vĩnh Hải đông vui trở lại từ rằm"],
            ["", ""],
            1,
        ),  # when it stood, and where
        (["Bến", ITEMS[0]], ["", ""], 1),
        (["Bến", "Chợ"], ["", ""], -1),
    ],
)
def test_a_title_is_no_known_line_and_no_date(
    above: list[str], said: list[str], title: int
) -> None:
    assert title_of(above, list(BODY), said) == title


@pytest.mark.parametrize(
    ("above", "said", "title"),
    [
        ([ITEMS[0], ITEMS[1]], ["", ""], 0),
        ([ITEMS[0], MENU[0], ITEMS[1]], ["", "", ""], 2),
        ([ITEMS[0], ITEMS[2], ITEMS[1]], ["", "bar", ""], 2),
    ],
)
def test_where_no_words_tell_the_title_is_the_top_line(
    above: list[str], said: list[str], title: int
) -> None:
    assert title_of(above, list(BODY), said) == title


@pytest.mark.parametrize(
    ("text", "sort", "below", "title", "last"),
    [
        ("Bến cũ đông vui", "short", "paragraph", -1, 0),
        ("Bến cũ vui", "short", "paragraph", -1, 1),  # three words
        ("Nguyễn Thị Hoài Thu", "byline", "paragraph", -1, 1),
        ("Bến cũ vui", "short", "paragraph", 1, 0),
        ("Bến cũ đông vui", "short", "headline", 2, 1),  # the headline is below
        ("Bến cũ đông vui", "short", "sentence", 2, 0),
    ],
)
def test_a_line_below_what_is_known_may_open_the_article(
    text: str, sort: str, below: str, title: int, last: int
) -> None:
    reading = reading_of(
        ["menu", sort, below], said=["bar", "", ""], texts=["Chợ", text, "Đông"], title=title
    )
    assert end_above(reading, 0, 1) == last


@pytest.mark.parametrize(
    ("title", "last"),
    [("Bến cũ đông vui", 1), ("bến cũ đông vui", 0), ("- Bến cũ có vui không?", 0)],
)
def test_a_headline_that_goes_on_is_none(title: str, last: int) -> None:
    texts = ["Chợ", "Bến cũ đông vui", title]
    sorts = ["menu", "short", "headline"]
    reading = reading_of(sorts, said=["bar", "", ""], texts=texts, title=2)
    assert end_above(reading, 0, 1) == last


@pytest.mark.parametrize(
    ("below", "title", "last"),
    [
        ("paragraph", -1, 1),
        ("label", -1, 1),
        ("headline", -1, 2),
        ("asks", -1, 2),
        ("menu", 4, 2),
    ],
)
def test_running_text_above_is_the_articles_if_no_headline_parts_them(
    below: str, title: int, last: int
) -> None:
    sorts = ["menu", "menu", "paragraph", below, "headline"]
    reading = reading_of(sorts, said=["bar", "", "", "", ""], title=title)
    assert end_above(reading, 0, 2) == last


@pytest.mark.parametrize(("share", "last"), [(0.12, 0), (0.11, 2)])
def test_running_text_above_is_the_articles_if_it_shares_words(share: float, last: int) -> None:
    reading = reading_of(
        ["menu", "paragraph", "menu"], said=["bar", "", ""], share=[0.0, share, 0.0]
    )
    assert end_above(reading, 0, 2) == last


@pytest.mark.parametrize(
    ("sorts", "said", "first"),
    [
        (["paragraph", "paragraph", "menu"], ["", "", ""], 3),
        (["paragraph", "paragraph", "menu"], ["", "bar", ""], 2),
        (["paragraph", "headline", "paragraph"], ["", "", ""], 2),
        (["headline", "paragraph", "menu"], ["", "", ""], 1),
        (["paragraph", "byline", "menu"], ["", "", ""], 3),
    ],
)
def test_text_below_goes_on_up_to_what_is_known_or_a_headline(
    sorts: list[str], said: list[str], first: int
) -> None:
    reading = reading_of(["paragraph", *sorts], said=["", *said], core=(0, 0))
    assert begin_below(reading, 1, 3) == first


@pytest.mark.parametrize(
    ("sorts", "said", "below", "first"),
    [
        ("paragraph paragraph", ["", ""], True, 3),  # all of it is the article's
        ("headline sentence", ["", ""], True, 1),
        ("menu headline", ["", ""], True, 2),  # it may be a signature
        ("menu headline", ["", ""], False, 1),
        ("menu headline", ["", "header"], True, 2),
        ("menu headline", ["header", ""], True, 1),
    ],
)
def test_where_a_run_on_no_page_begins(
    sorts: str, said: list[str], below: bool, first: int
) -> None:
    reading = reading_of(["paragraph", *sorts.split()], said=["", *said], core=(0, 0))
    assert top(reading, 1, 2, below=below, page=False) == first


@pytest.mark.parametrize(
    ("sorts", "below", "share", "first"),
    [
        ("headline sentence headline sentence headline sentence", True, 0.0, 1),
        ("headline sentence headline sentence headline sentence", False, 0.0, 5),
        ("headline sentence headline sentence headline sentence", True, 0.1, 5),
        ("headline sentence headline sentence headline menu", True, 0.0, 5),
        ("headline sentence headline sentence asks sentence", True, 0.0, 5),
        ("headline menu headline sentence headline sentence", True, 0.0, 3),
        ("headline sentence headline sentence sentence byline", True, 0.0, 7),
        ("headline sentence headline sentence sentence byline", False, 0.0, 5),
    ],
)
def test_a_list_on_a_page_begins_with_the_first_of_its_items(
    sorts: str, below: bool, share: float, first: int
) -> None:
    reading = reading_of(["paragraph", *sorts.split()], share=[share] * 7, core=(0, 0))
    assert top(reading, 5, 6, below=below, page=True) == first


@pytest.mark.parametrize(("size", "may"), [(130, True), (131, False)])
@pytest.mark.parametrize("said", ["", "bar"])
def test_a_list_may_be_where_lines_are_short(size: int, may: bool, said: str) -> None:
    body = [text.ljust(140, "k") + "." for text in BODY]
    short, long = "k " * 5 + "k" * (size - 10), "k" * 140 + "."
    document = Cleaner().read("\n".join([*body, *[short, long] * 3]))
    assert may_list(document, [said, *[""] * (len(document.blocks) - 1)]) == may


@pytest.mark.parametrize(
    ("line", "count", "may"),
    [
        ("k " * 5 + "k" * 60, 3, True),  # six words: a headline
        ("k " * 4 + "k" * 60, 3, False),
        ("k" * 60, 4, True),  # a name or a date
        ("k" * 61, 4, False),
        ("k" * 60, 3, False),
    ],
)
def test_a_list_has_three_headlines_or_four_names(line: str, count: int, may: bool) -> None:
    body = [text.ljust(140, "k") + "." for text in BODY]
    long = "k" * 140 + "."
    document = Cleaner().read("\n".join([*body, *body, *[line, long] * count]))
    assert may_list(document, [""] * len(document.blocks)) == may


@pytest.mark.parametrize(
    ("lines", "said", "may"),
    [(5, "bar", False), (6, "bar", True), (6, "", False), (7, "", True)],
)
def test_a_list_below_an_article_has_so_many_lines(lines: int, said: str, may: bool) -> None:
    document = Cleaner().read("\n".join(["Lúa vàng đồng"] * lines))
    assert len(document.blocks) == lines
    assert may_list(document, [*[""] * (lines - 1), said]) == may


@pytest.mark.parametrize(
    ("line", "said"), [("Bình luận (12)", "comment"), ("Bình luận", "section")]
)
def test_a_section_has_no_count(line: str, said: str) -> None:
    document = Cleaner().read(f"Làng gốm bên sông đỏ lửa trở lại\n{line}\nThu Hà")
    assert sayings(document, ())[1] == said

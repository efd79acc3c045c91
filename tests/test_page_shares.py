"""Shares and lengths that tell what a page is, each with a case on either side."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner, Metadata
from vnnews_clean.read.page.container import Body
from vnnews_clean.read.page.lines import Line
from vnnews_clean.read.page.pagemeta import Said
from vnnews_clean.read.page.pagetype import page_type
from vnnews_clean.read.page.unmarked import find_unmarked

HEADLINE = "Đò Cồn Én"


def line(text: str, *, prose: bool = True) -> Line:
    return Line(text, 0, 0, 0.0, 2, "", prose=prose)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Bến đò nhỏ, chuyến khuya thì", 0),  # two pairs of five
        ("Bến đò, chuyến khuya thì nhỏ", -1),
        ("Chiều nay vắng, nước sông cạn", -1),
    ],
)
def test_a_headline_says_two_fifths_of_what_the_text_says(said: str, found: int) -> None:
    headline = line("Bến đò nhỏ ngưng chuyến tối", prose=False)
    text = [line(f"{said} {grown(90, 'ai')}"), line(grown(90, "Nay"))]
    assert find_unmarked([headline, *text], range(1), [1, 2]) == found


@pytest.mark.parametrize(("again", "found"), [(3, -1), (4, 0)])
def test_three_pairs_of_eight_are_too_few(again: int, found: int) -> None:
    words = "Bến đò nhỏ ngưng chuyến tối vì nước".split()
    headline = line(" ".join([*words, "cạn"]), prose=False)
    text = [line(f"{' '.join(words[: again + 1])} {grown(90, 'ai')}"), line(grown(90, "Nay"))]
    assert find_unmarked([headline, *text], range(1), [1, 2]) == found


@pytest.mark.parametrize(("prose", "type_"), [(80, "article"), (79, "other")])
def test_a_declared_article_has_eighty_characters(prose: int, type_: str) -> None:
    lines = [line(HEADLINE, prose=False), line(grown(prose))]
    body = Body(1, prose, frozenset(), "", headline=0)
    said = Said(Metadata(), types=frozenset(("newsarticle",)))
    assert page_type(lines, [False, True], body, said, "")[0] == type_


def test_linked_paragraphs_say_twice_as_much_as_all_others() -> None:
    linked = "".join(f"<p><a href='/1'>{grown(100, f'Lò {n}')}</a></p>" for n in range(3))
    page = f"<body><h1>Đò nhỏ ở bến</h1><div>{linked}</div><div>{grown(150)}</div></body>"
    assert "Lò 1" in Cleaner(sites=()).clean_html(page).text

"""How the body of a page is made smaller by what stands apart: numbers, each with a tree on either side."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest

from grown import grown
from vnnews_clean import Cleaner
from vnnews_clean.read.page.clues import Clues, Topic
from vnnews_clean.read.page.dom import Page
from vnnews_clean.read.page.fitting import tightened
from vnnews_clean.read.page.lines import Line
from vnnews_clean.read.page.room import with_room
from vnnews_clean.read.page.tree import Weighed, subtree_sums

WORDS = "gốm lửa đất men thợ khói lá than sành bếp củi".split()
"""Words of a headline that no grown line has."""


class Tree(NamedTuple):
    """A page that is put together element by element, and its lines."""

    page: Page
    lines: list[Line]
    weights: list[int]

    def element(self, tag: str, parent: int, name: str = "") -> int:
        self.page.tags.append(tag)
        self.page.parents.append(parent)
        self.page.attributes.append({"class": name} if name else {})
        return len(self.page.tags) - 1

    def line(self, parent: int, text: str, weight: int | None = None, tag: str = "p") -> int:
        element = self.element(tag, parent)
        prose = weight is None
        self.lines.append(Line(text, element, element, 0.0, 2, "", prose=prose))
        self.weights.append(len(text) if weight is None else weight)
        return element

    def prose(self, parent: int, *sizes: int, said: int = 0) -> None:
        """Lines of prose, of which the first says so many words of the headline."""
        for size in sizes:
            self.line(parent, grown(size, " ".join(WORDS[:said])))
            said = 0

    def weighed(self) -> Weighed:
        sums = subtree_sums(self.page, self.lines, self.weights)
        return Weighed(self.page, self.lines, self.weights, sums, {})


def planted() -> tuple[Tree, int]:
    tree = Tree(Page(), [], [])
    tree.element("html", -1)
    return tree, tree.element("div", 0)


def smaller(tree: Tree, top: int, *, words: int = 5, headline: int = -1) -> int:
    topic = Topic([" ".join(WORDS[:words])])
    return tightened(tree.weighed(), top, Clues(topic, headline=headline))


@pytest.mark.parametrize(("size", "own"), [(200, True), (199, False)])
def test_a_fifth_of_the_prose_may_be_the_body_if_it_bears_the_headline(
    size: int, own: bool
) -> None:
    tree, top = planted()
    other = tree.element("section", top)
    tree.prose(other, 400, 1000 - 400 - size)
    article = tree.element("div", top)
    tree.line(article, "Chuyện lò nung", 0, "h1")
    tree.prose(article, 100, size - 100, said=5)
    assert smaller(tree, top, headline=2) == (article if own else other)


@pytest.mark.parametrize(("size", "own"), [(600, True), (590, False)])
def test_three_fifths_of_the_prose_are_the_body_if_a_line_parts_them(size: int, own: bool) -> None:
    tree, top = planted()
    article = tree.element("div", top)
    tree.prose(article, 300, size - 300)
    tree.line(top, "Bình luận", 0)
    tree.prose(tree.element("section", top), 1000 - size)
    assert smaller(tree, top) == (article if own else top)


def beside(said: int, other: int = 0) -> tuple[Tree, int, int]:
    """Half of the prose says so many words of the headline, the other half so many."""
    tree, top = planted()
    article = tree.element("div", top)
    tree.prose(article, 260, 250, said=said)
    tree.prose(tree.element("section", top), 250, 250, said=other)
    return tree, top, article


@pytest.mark.parametrize(
    ("said", "words", "own"), [(2, 5, True), (4, 11, False), (5, 11, True), (3, 8, False)]
)
def test_two_fifths_of_the_headlines_words_are_its_topic(said: int, words: int, own: bool) -> None:
    tree, top, article = beside(said)
    assert smaller(tree, top, words=words) == (article if own else top)


@pytest.mark.parametrize(("said", "own"), [(6, True), (5, False)])
def test_what_stands_apart_says_a_third_of_those_words_at_most(said: int, own: bool) -> None:
    tree, top, article = beside(said, 2)
    assert smaller(tree, top, words=8) == (article if own else top)


@pytest.mark.parametrize(("count", "own"), [(2, True), (3, False)])
def test_two_lines_of_a_sapo_stand_between_headline_and_body(count: int, own: bool) -> None:
    tree, top = planted()
    tree.line(top, "Chuyện lò nung", 0, "h1")
    tree.prose(top, *[100] * count)
    article = tree.element("div", top)
    tree.prose(article, 250, 260, said=5)
    tree.prose(tree.element("section", top), 250)
    assert smaller(tree, top, headline=0) == (article if own else top)


@pytest.mark.parametrize(("sizes", "own"), [((260, 250), True), ((510,), False)])
def test_a_lone_paragraph_is_no_body_of_its_own(sizes: tuple[int, ...], own: bool) -> None:
    tree, top = planted()
    article = tree.element("div", top)
    tree.prose(article, *sizes, said=5)
    tree.prose(tree.element("section", top), 250, 250)
    assert smaller(tree, top) == (article if own else top)


@pytest.mark.parametrize(("others", "own"), [(1, True), (2, False)])
def test_one_of_three_records_is_no_body(others: int, own: bool) -> None:
    tree, top = planted()
    article = tree.element("div", top, "item")
    tree.prose(article, 300, 310, said=5)
    for _ in range(others):
        tree.prose(tree.element("div", top, "item"), 150, 150)
    tree.prose(tree.element("section", top), *[150] * (6 - 2 * others))
    assert smaller(tree, top) == (article if own else top)


@pytest.mark.parametrize(("levels", "left"), [(4, 0), (5, 1)])
def test_a_body_is_made_smaller_four_times(levels: int, left: int) -> None:
    tree, top = planted()
    inside = [top, *(tree.element("div", top) for _ in range(1))]
    for _ in range(levels - 1):
        inside.append(tree.element("div", inside[-1]))
    tree.prose(inside[-1], 260, 250, said=5)
    size = 500
    for outer, _ in reversed(list(pairwise(inside))):
        tree.prose(tree.element("section", outer), *[size // 2] * 2)
        size *= 2
    assert smaller(tree, top) == inside[-1 - left]


@pytest.mark.parametrize(("short", "roomy"), [(2, True), (1, False)])
def test_a_lone_paragraph_has_room_with_two_short_sentences(short: int, roomy: bool) -> None:
    tree, top = planted()
    box = tree.element("div", top)
    paragraph = tree.line(box, grown(120))
    for n in range(short):
        tree.line(box, f"Lò số {n} vẫn đỏ lửa mỗi đêm.", 0)
    tree.line(box, grown(150), -150)
    assert with_room(tree.weighed(), paragraph) == (box if roomy else paragraph)


def test_a_child_with_less_than_a_fifth_of_the_prose_is_no_body_whatever_it_says() -> None:
    tree, top = planted()
    tree.prose(tree.element("div", top), 100, 90, said=5)
    for tag in ("section", "td", "li", "dd", "article"):
        tree.prose(tree.element(tag, top), 80, 82)
    assert smaller(tree, top) == top


@pytest.mark.parametrize(("tag", "own"), [("section", True), ("", False)])
def test_a_paragraph_beside_a_body_is_of_it(tag: str, own: bool) -> None:
    tree, top = planted()
    article = tree.element("div", top)
    tree.prose(article, 150, 150, said=5)
    tree.prose(tree.element(tag, top) if tag else top, 120, 130)
    assert smaller(tree, top) == (article if own else top)


APART = {
    "two paragraphs, and a line in front of the rest": (0, (300, 310), 0, True),
    "one paragraph alone": (0, (610,), 0, False),
    "a paragraph above": (100, (300, 310), 0, False),
    "the rest stands outside": (0, (300, 310), 1, False),
}


@pytest.mark.parametrize("kind", APART)
def test_what_a_line_parts_from_the_body(kind: str) -> None:
    above, sizes, outside, own = APART[kind]
    tree, _ = planted()
    top = tree.element("div", 1)
    if above:
        tree.prose(top, above)
    if outside:
        tree.line(top, "Chuyện lò nung", 0, "h1")
        tree.prose(top, 250)
    article = tree.element("div", top)
    tree.prose(article, *sizes)
    tree.line(top, "Bình luận", 0)
    tree.prose(tree.element("section", 1 if outside else top), 150, 150)
    assert smaller(tree, top) == (article if own else top)


def test_an_element_without_a_line_that_weighs_is_like_no_other() -> None:
    page = (
        "<bh><pre>7</pre>><blockquote>Thợ nề kể, chi phí do các hộ trong thôn cùng đóng góp cho mùa hè.</blockquote>N"
        "<h3>Bà nói việc này từng phải hoãn hai lần vì nước lên quá nhanh.</><pre>TIN LIÊN QUAN\n"
        "Kỹ sư trẻ bàn giao thư viện lưu động ở huyện Bến Cũ\n"
        "Thợ gốm khởi công phiên chợ đêm dù trời mưa nhiều ngày\nĐội cứu hộ bàn giao"
    )
    assert "hoãn hai lần" in Cleaner().clean_html(page).text

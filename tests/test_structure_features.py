"""What the chain is told of lines: every number has a case on either side."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner
from vnnews_clean.pairs import Pairs
from vnnews_clean.structure.chain.decoding import decode
from vnnews_clean.structure.chain.features import Features
from vnnews_clean.structure.decide import may_stand_apart
from vnnews_clean.structure.reading import Reading

HEADLINE = "Bến đò ngang mở lại sau mùa lũ"


def features(
    sorts: list[str],
    at: int,
    *,
    texts: list[str] | None = None,
    said: list[str] | None = None,
    pairs: int = 0,
    share: float = 0.0,
    title: int = -1,
) -> list[str]:
    """The features of a line in a document whose lines are of these sorts; the last one is its core."""
    count = len(sorts)
    lines = texts or [f"Dòng {number}" for number in range(count)]
    own: list[Pairs] = [frozenset({(str(n), "bến") for n in range(pairs)})] * count
    reading = Reading(
        lines,
        sorts,
        said or [""] * count,
        own,
        [share] * count,
        [False] * count,
        (count - 1, count - 1),
        title,
    )
    return Features(Cleaner().read("\n".join(lines)), reading).of(at)


@pytest.mark.parametrize(("away", "counted"), [(4, "small=1,a"), (5, "small=0,a")])
def test_small_lines_are_counted_four_lines_around(away: int, counted: str) -> None:
    sorts = ["long"] * 12
    sorts[away] = "number"
    assert counted in features(sorts, 0)
    assert counted in features([*sorts[away::-1], "long"], away)


@pytest.mark.parametrize(("away", "counted"), [(4, "bars=1,a"), (5, "bars=0,a")])
def test_bars_are_counted_four_lines_around(away: int, counted: str) -> None:
    said = ["", *[""] * (away - 1), "bar", *[""] * 6]
    assert counted in features(["long"] * len(said), 0, said=said)


@pytest.mark.parametrize(("away", "items"), [(6, "items=1,0"), (7, "items=0,0")])
def test_items_are_counted_six_lines_ahead(away: int, items: str) -> None:
    sorts = ["long"] * 12
    sorts[away] = "headline"
    assert items in features(sorts, 0, share=0.5)


@pytest.mark.parametrize(("prose", "since"), [(1, "hd=2,1"), (2, "hd=3,2"), (3, "hd=3,2")])
def test_two_lines_of_prose_since_a_header_are_as_good_as_more(prose: int, since: str) -> None:
    sorts = ["short", *["long"] * prose, "short", "long"]
    said = ["header", *[""] * (prose + 2)]
    assert since in features(sorts, prose + 1, said=said)


@pytest.mark.parametrize(("share", "near"), [(0.12, "ts=0,a"), (0.119, "ts=n,a")])
def test_a_line_is_strong_that_shares_every_eighth_pair(share: float, near: str) -> None:
    assert near in features(["long"] * 3, 0, share=share)


@pytest.mark.parametrize(("pairs", "named"), [(2, "x,wh=1,a"), (1, "x,wh=-,a")])
def test_a_share_is_of_two_pairs_at_least(pairs: int, named: str) -> None:
    assert named in features(["long"] * 3, 0, pairs=pairs, share=0.05)


@pytest.mark.parametrize(("pairs", "named"), [(6, "x,wh=0+,a"), (5, "x,wh=0,a")])
def test_six_pairs_of_which_the_core_has_none_say_more_than_fewer(pairs: int, named: str) -> None:
    assert named in features(["long"] * 3, 0, pairs=pairs)


@pytest.mark.parametrize(("size", "twin"), [(399, True), (400, False)])
def test_a_line_of_four_hundred_characters_is_compared_to_the_letter(
    size: int, *, twin: bool
) -> None:
    texts = [grown(size), grown(size, end="!"), HEADLINE]
    assert ("rep=twin,a" in features(["long"] * 3, 0, texts=texts)) is twin


@pytest.mark.parametrize(("size", "half"), [(400, "am=3,0"), (800, "am=3,0"), (300, "am=3,0")])
def test_a_longer_line_weighs_no_more_than_four_hundred_characters(size: int, half: str) -> None:
    texts = [grown(size), grown(min(size, 400), "Xóm"), HEADLINE]
    assert half in features(["long", "long", "headline"], 1, texts=texts)


@pytest.mark.parametrize(("size", "copy"), [(13, True), (12, False)])
def test_a_copy_of_the_headline_has_thirteen_characters(size: int, *, copy: bool) -> None:
    name = "Bến đò ngangmở"[:size]
    texts = [f"{name} sau mùa lũ", name, "Đò đầy."]
    named = features(["headline", "short", "long"], 1, texts=texts, title=0)
    assert ("title_copy,a" in named) is copy


def test_a_line_that_only_begins_like_the_headline_is_no_copy() -> None:
    texts = [HEADLINE, "Bến đò ngang vắng khách", "Đò đầy."]
    named = features(["headline", "short", "long"], 1, texts=texts, title=0)
    assert not [name for name in named if name.startswith("title_copy")]


def test_the_headline_is_no_copy_of_itself() -> None:
    named = features(["headline", "long"], 0, texts=[HEADLINE, "Đò đầy."], title=0)
    assert "title" in named
    assert not [name for name in named if name.startswith(("title_copy", "title_share"))]


def test_signs_alone_are_copied_by_no_line() -> None:
    named = features(["headline", "long"], 1, texts=["* * * * *", HEADLINE], title=0)
    assert not [name for name in named if name.startswith("title_copy")]


def test_without_a_headline_nothing_stands_beside_it() -> None:
    named = features(["headline", "long"], 1, texts=[HEADLINE, HEADLINE])
    assert not [name for name in named if name.startswith(("t=", "title"))]


def test_no_lines_have_no_states() -> None:
    assert decode([], [], 0, -1) == ""


@pytest.mark.parametrize(("lines", "apart"), [(3, True), (2, False)])
def test_two_lines_are_no_page(lines: int, *, apart: bool) -> None:
    text = "\n".join(["Tin liên quan", "Bạn đọc nhiều", HEADLINE][:lines])
    assert may_stand_apart(Cleaner().read(text)) is apart

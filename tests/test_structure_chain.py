"""The chain: what it measures and weighs of lines, how it is decoded, and the reasons that it gives."""

from __future__ import annotations

import itertools
from random import Random

import pytest

from vnnews_clean.structure.chain import decoding as chain
from vnnews_clean.structure.chain import measures, templates, wording


def test_rhythm_tells_items_of_several_lines() -> None:
    assert measures.rhythm(["headline", "sentence"] * 3)[1] == "2:3s"
    assert measures.rhythm(["headline"] * 3)[0] == "1:3h"
    assert measures.rhythm(["paragraph"] * 5) == ["-"] * 5


def test_distances_are_far_where_nothing_follows() -> None:
    assert measures.distances([False, True, False]) == [0, measures.FAR, measures.FAR]
    assert measures.distances([True, False, True]) == [1, 0, measures.FAR]


def test_marks_around_a_line_are_counted_itself_included() -> None:
    assert measures.around([True, False, True, True], 1, 1) == [1, 2, 2, 2]
    assert measures.around([True, False, True, True], 0, 2) == [2, 2, 2, 1]
    assert measures.around([True], 4, 4) == [1]


@pytest.mark.parametrize("lines", [1, 2, 40])
def test_the_order_of_the_states_holds(lines: int) -> None:
    weighed = [tuple((line * 7 + state * 3) % 11 for state in range(10)) for line in range(lines)]
    path = chain.decode(weighed, [False] * lines, lines, -1)
    assert len(path) == lines
    assert "A" not in path.lstrip("A")
    assert not path.rstrip("Z").count("Z")


def test_the_middle_of_the_article_is_neither_above_nor_below() -> None:
    weighed = [(9, 0, 0, 0, 0, 0, 0, 0, 0, 9)] * 4
    path = chain.decode(weighed, [False] * 4, 1, 2)
    assert "A" not in path[1:]
    assert "Z" not in path[:3]


def test_every_feature_that_weighs_can_be_told() -> None:
    told = [wording.in_words(name) for name in chain.weights().features]
    assert sum(map(bool, told)) * 10 > len(told) * 9
    assert wording.in_words("s,x=headline,0+") == "a headline, no words of the article's"
    assert wording.in_words("per=2:4s") == "one of 4 items of 2 lines"
    assert wording.in_words("what nobody knows") == ""


def test_reasons_are_said_once() -> None:
    names = ["lower", "title_copy,a", "title_copy,b"]
    found = [(-weight, name, wording.in_words(name)) for weight, name in enumerate(names)]
    assert wording.reasons(found, 3) == "a copy of the headline; begins in lower case"
    assert wording.reasons(found, 1) == "a copy of the headline"


def test_features_are_weighed_once_for_all_lines_that_have_them() -> None:
    facet = templates.neighbours("headline", "menu", "short")
    assert facet is templates.neighbours("headline", "menu", "short")
    assert facet.names == ["1", "s=headline", "s,s1=headline,menu", "s,n1=headline,short"]
    assert facet.weight == sum(chain.weights().features.get(name, 0) for name in facet.names)
    assert {name for _, name, _ in facet.reasons["I"]} <= {*facet.names}


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_decoding_finds_the_best_of_all_sequences(lines: int) -> None:
    rng = Random(lines)
    weighed = [tuple(rng.randint(-40, 40) for _ in chain.STATES) for _ in range(lines)]
    gaps = [rng.random() < 0.5 for _ in range(lines)]

    def total(states: str) -> int:
        at = [chain.STATES.index(state) for state in states]
        moves = [chain.weights().apart if gap else chain.weights().near for gap in gaps]
        moved = sum(moves[i][at[i]][at[i - 1]] for i in range(1, lines))
        return moved + sum(row[state] for row, state in zip(weighed, at, strict=True))

    sequences = ["".join(s) for s in itertools.product(chain.STATES, repeat=lines)]
    for begun, unfinished in ((lines, -1), (0, -1), (1, 1), (lines, lines), (2, lines - 2)):
        possible = [
            s
            for s in sequences
            if s[0] in chain.FIRST and "A" not in s[begun:] and "Z" not in s[: unfinished + 1]
        ]
        found = chain.decode(weighed, gaps, begun, unfinished)
        assert found in possible
        assert total(found) == max(map(total, possible))

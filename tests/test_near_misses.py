"""Every number of a rule has a case just inside of it and one just outside."""

from __future__ import annotations

import pytest

from grown import grown
from near_misses import HEADLINE, Asked, Number
from near_misses.boxes import BOXES
from near_misses.copies import COPIES
from near_misses.furniture import FURNITURE
from near_misses.newsroom import CALLS, EDITORIAL, STRUCTURE
from near_misses.teasers import TEASERS
from vnnews_clean import Cleaner

NUMBERS = [*COPIES, *BOXES, *FURNITURE, *CALLS, *EDITORIAL, *STRUCTURE, *TEASERS]


def finds(cleaner: Cleaner, rule: str, document: Asked) -> bool:
    """Whether the rule labels all of the span that is asked about, as that kind if one is named."""
    rule, _, kind = rule.partition("/")
    labels = cleaner.clean(document.text).labels
    return any(
        label.rule == rule
        and (not kind or label.kind == kind)
        and label.start <= document.start
        and label.end >= document.end
        for label in labels
    )


@pytest.mark.parametrize(
    ("prose", "captions", "story"),
    [(100, [75, 75], False), (100, [75, 76], True), (70, [40], False), (69, [40], True)],
)
def test_captions_that_are_the_story_are_never_cut(
    prose: int, captions: list[int], story: bool
) -> None:
    lines = [grown(size, "Bên lò", " (Ảnh: Thu Hà)") for size in captions]
    text = "\n".join([HEADLINE, grown(prose), *lines])
    assert ("Bên lò" in Cleaner(policy="body").clean(text).text) == story


@pytest.mark.parametrize("number", NUMBERS, ids=lambda n: f"{n.rule}: {n.name}")
def test_a_number_has_a_case_on_either_side(number: Number, cleaner: Cleaner) -> None:
    assert finds(cleaner, number.rule, number.grow(number.inside)), "not found inside"
    assert not finds(cleaner, number.rule, number.grow(number.outside)), "found outside"


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_where_no_line_is_nothing_is_found(text: str, cleaner: Cleaner) -> None:
    assert list(cleaner.clean(text).labels) == []

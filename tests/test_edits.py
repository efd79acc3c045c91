from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews_clean.edits import SourceMap, apply, compose, undo
from vnnews_clean.model import Edit


@st.composite
def edited(draw: st.DrawFn, source: str, reason: str) -> tuple[Edit, ...]:
    """Sorted, disjoint edits of `source`, some of them empty, some of them touching."""
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return tuple(
        Edit(start, end, source[start:end], draw(st.text("xyz", max_size=4)), reason)
        for start, end in spans
    )


@given(st.data(), st.text("abc ", max_size=30))
def test_undo_is_the_inverse_of_apply(data: st.DataObject, source: str) -> None:
    edits = data.draw(edited(source, "one"))
    assert undo(apply(source, edits), edits) == source


@given(st.data(), st.text("abc ", max_size=30))
def test_two_rounds_of_edits_compose_to_one(data: st.DataObject, source: str) -> None:
    first = data.draw(edited(source, "one"))
    middle = apply(source, first)
    second = data.draw(edited(middle, "two"))
    text = apply(middle, second)

    both = compose(source, first, second, text)

    assert apply(source, both) == text
    assert undo(text, both) == source
    assert all(source[e.start : e.end] == e.original for e in both)
    assert all(before.end <= after.start for before, after in pairwise(both))


def test_edits_that_overlap_become_one_with_both_reasons() -> None:
    first = [Edit(1, 3, "bc", "X", "one")]
    second = [Edit(0, 2, "aX", "Y", "two")]
    assert compose("abcd", first, second, "Yd") == (Edit(0, 3, "abc", "Y", "one, two"),)


def test_edits_that_only_touch_stay_apart() -> None:
    first = [Edit(0, 1, "a", "", "one")]
    second = [Edit(0, 1, "b", "Y", "two")]
    assert compose("abc", first, second, "Yc") == (
        Edit(0, 1, "a", "", "one"),
        Edit(1, 2, "b", "Y", "two"),
    )


def test_an_edit_that_a_later_one_takes_back_is_none() -> None:
    first = [Edit(1, 2, "b", "X", "one")]
    second = [Edit(1, 2, "X", "b", "two")]
    assert compose("abc", first, second, "abc") == ()


@pytest.mark.parametrize(
    ("offset", "source_offset"),
    [
        pytest.param(0, 0, id="before any edit"),
        pytest.param(2, 2, id="at the first letter of an exploded stretch"),
        pytest.param(4, 6, id="inside it: every letter took two places"),
        pytest.param(5, 8, id="behind it"),
        pytest.param(7, 11, id="behind a deletion"),
    ],
)
def test_offsets_map_back_to_the_source(offset: int, source_offset: int) -> None:
    source = "abc\nd\ne\nfg\u200bh"
    edits = [Edit(2, 8, "c\nd\ne\n", "cde", "exploded"), Edit(10, 11, "\u200b", "", "zero-width")]
    assert SourceMap(edits).to_source(offset) == source_offset
    text = apply(source, edits)
    assert text[offset] == source[source_offset]


@given(st.data(), st.text("abc ", max_size=30))
def test_offsets_keep_their_order_in_the_source(data: st.DataObject, source: str) -> None:
    edits = data.draw(edited(source, "one"))
    text = apply(source, edits)
    mapped = list(map(SourceMap(edits).to_source, range(len(text) + 1)))
    assert mapped == sorted(mapped)
    assert all(0 <= offset <= len(source) for offset in mapped)
    assert mapped[-1] == len(source) or edits

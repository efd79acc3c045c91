"""A paragraph that a tool broke into lines is taken whole, or not at all."""

from __future__ import annotations

import pytest

from vnnews_clean.line import Block, Line, whole

TEXTS = ("Ghe ngo về bến trong tiếng", "reo của bà con", "(ai cũng ướt).", "Giải nhất là con bò.")


@pytest.mark.parametrize(
    ("chosen", "taken"),
    [
        ({0, 1, 2}, [0, 1, 2]),
        ({0, 1}, []),
        ({1, 2}, []),
        ({2}, []),
        ({3}, [3]),
        ({2, 3}, [3]),
        (set(), []),
    ],
)
def test_no_paragraph_is_torn(chosen: set[int], taken: list[int]) -> None:
    lines = [Line(i, Block(0, len(text)), text, text.lower()) for i, text in enumerate(TEXTS)]
    assert whole(lines, chosen) == taken


def test_what_has_a_stop_above_is_no_rest() -> None:
    texts = ("Ghe ngo về bến.", "reo của bà con")
    lines = [Line(i, Block(0, len(text)), text, text.lower()) for i, text in enumerate(texts)]
    assert whole(lines, {1}) == [1]

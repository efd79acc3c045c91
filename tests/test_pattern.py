"""Patterns on lines."""

from __future__ import annotations

import re

import pytest

from grown import grown
from vnnews_clean import Document
from vnnews_clean.match.pattern import Lines
from vnnews_clean.read.plain import read_blocks
from vnnews_clean.textkey import key

ANNOUNCED = Lines(re.compile("tệp"), announced=re.compile("sau đây"))


@pytest.mark.parametrize(("behind", "found"), [(33, 0), (34, 1)])
def test_a_line_is_announced_by_the_last_forty_characters_above(behind: int, found: int) -> None:
    text = f"Sau đây{grown(behind, start=' là')}\ntệp"
    document = Document(text, key(text), read_blocks(text), text)
    assert len(list(ANNOUNCED(document))) == found


def test_what_is_announced_far_above_is_not_announced() -> None:
    text = "Sau đây là\nbến đò\ntệp"
    document = Document(text, key(text), read_blocks(text), text)
    assert len(list(ANNOUNCED(document))) == 1

"""Lines of a dump become blocks."""

from __future__ import annotations

import pytest

from vnnews_clean.read.plain import read_blocks


def read(text: str) -> list[tuple[str, int]]:
    return [(text[b.start : b.end], b.gap) for b in read_blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("một", [("một", 0)]),
        ("một\nhai", [("một", 0), ("hai", 1)]),
        ("một\n\nhai", [("một", 0), ("hai", 2)]),
        ("một\n \t\n\n\nhai", [("một", 0), ("hai", 2)]),
        ("\n\n  một  \n", [("một", 0)]),
        ("một\N{NO-BREAK SPACE}\nhai", [("một", 0), ("hai", 1)]),
    ],
)
def test_lines_are_blocks_and_empty_lines_are_gaps(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert read(text) == expected

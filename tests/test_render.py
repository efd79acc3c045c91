"""From removals to text, and the way back."""

from __future__ import annotations

import pytest

from vnnews_clean import Document, Kind, Removal
from vnnews_clean.model import Block
from vnnews_clean.read.plain import read_blocks
from vnnews_clean.render import kept_blocks, render
from vnnews_clean.textkey import key


def document(text: str) -> Document:
    return Document(text, key(text), read_blocks(text), text)


def cut(text: str, *pieces: str) -> list[Removal]:
    """Removals of `pieces`, each at its first place behind the one before."""
    removals: list[Removal] = []
    at = 0
    for piece in pieces:
        at = text.index(piece, at)
        removals.append(Removal(at, at + len(piece), Kind.AD, ("a.b",)))
        at += len(piece)
    return removals


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("một\nhai", [], "một\nhai"),
        ("  một \n\n\n\thai\n", [], "một\n\nhai"),
        ("một\nX\nhai", ["X"], "một\nhai"),
        ("một\n\nX\nhai", ["X"], "một\n\nhai"),
        ("một\nX\n\nhai", ["X"], "một\n\nhai"),
        ("X\n\nmột", ["X"], "một"),
        ("một\n\nX", ["X"], "một"),
        ("một X hai", ["X"], "một hai"),
        ("một.Xhai", ["X"], "một. hai"),
        ("Xmột", ["X"], "một"),
        ("một X", ["X"], "một"),
        ("một X Y hai", ["X", "Y"], "một hai"),
        ("một X hai\nba", [" hai\nba"], "một X"),
        ("một hai\nba bốn", ["hai\nba"], "một\nbốn"),
        ("X", ["X"], ""),
        ("", [], ""),
    ],
)
def test_kept_pieces_are_joined_as_they_stood(text: str, pieces: list[str], expected: str) -> None:
    assert render(document(text), cut(text, *pieces)).text == expected


def test_a_span_of_the_output_is_found_in_the_source() -> None:
    text = "một X hai\n\n  ba"
    rendering = render(document(text), cut(text, "X"))
    assert rendering.text == "một hai\n\nba"
    for word in ("một", "hai", "ba"):
        at = rendering.text.index(word)
        start, end = rendering.source_span(at, at + len(word))
        assert text[start:end] == word


def test_spans_that_meet_in_a_joint_do_not_overlap_in_the_source() -> None:
    text = "một X hai\n\n  ba"
    rendering = render(document(text), cut(text, "X"))
    for at in range(1, len(rendering.text)):
        (_, end), (start, _) = rendering.source_span(0, at), rendering.source_span(at, at + 1)
        assert end <= start
    start, end = rendering.source_span(3, 4)  # the space that the cut has left
    assert start == end


def test_kept_blocks_are_those_with_anything_left() -> None:
    text = "một\nX\nhai X"
    whole = document(text)
    rendering = render(whole, cut(text, "X", "X"))
    assert [whole.text_of(b) for b in kept_blocks(whole, rendering)] == ["một", "hai X"]


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("  một\n\n\n\thai", [], "  một\n\n\n\thai"),
        ("một\n  X\n    hai", ["X"], "một\n    hai"),
        ("một\n\n\n  X\n    hai", ["X"], "một\n\n    hai"),
        ("X\n  một\n\n\nhai", ["X"], "  một\n\n\nhai"),
    ],
)
def test_where_layout_is_kept_blocks_stand_as_they_stood(
    text: str, pieces: list[str], expected: str
) -> None:
    laid_out = Document(text, key(text), read_blocks(text), text, dialect="markdown")
    assert render(laid_out, cut(text, *pieces)).text == expected


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        ("một X\n  hai", "một\n  hai"),
        ("một\n  X hai", "một\nhai"),
        ("một X hai", "một hai"),
        ("một  X  hai", "một hai"),
    ],
)
def test_a_cut_inside_a_block_leaves_a_line_break_where_lines_count(
    text: str, wrapped: str
) -> None:
    blocks = (Block(0, len(text), 0),)
    for dialect, expected in {"wrapped": wrapped, "plain": "một hai"}.items():
        document = Document(text, key(text), blocks, text, dialect=dialect)
        assert render(document, cut(text, "X")).text == expected


def test_what_is_left_of_what_was_left_is_found_in_the_source() -> None:
    text = "một X hai\n\n  ba Y\nbốn\nnăm"
    first = render(document(text), cut(text, "X", "Y"))
    rest = document(first.text)
    both = first.then(render(rest, cut(rest.text, "bốn")))
    assert both.text == "một hai\n\nba\nnăm"
    pieces = [text[p.start : p.start + p.length] for p in both.pieces]
    assert pieces == ["một", "hai", "ba", "năm"]
    assert pieces == [both.text[p.at : p.at + p.length] for p in both.pieces]
    assert [p.block for p in both.pieces] == [0, 0, 1, 3]

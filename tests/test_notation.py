"""One notation: what is written is read back, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews_clean import Cleaner
from vnnews_clean.notation import Line, Piece, read, written

INK = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]) | st.sampled_from("{}=\\[]"),
    min_size=1,
    max_size=12,
)
RULES = st.sampled_from(["a.b", "related.box + ui.edge", "mine"])
PIECES = st.one_of(
    INK.map(Piece),
    st.builds(Piece, INK, st.sampled_from(["named", "dropped"]), RULES),
)


def fates(line: Line) -> list[tuple[str, str, str]]:
    """Character by character: its fate, and who says so."""
    return [(char, piece.fate, piece.reason) for piece in line.pieces for char in piece.text]


@given(st.lists(PIECES, min_size=1, max_size=5), st.booleans())
def test_what_is_written_is_read_back(pieces: list[Piece], wrong: bool) -> None:
    line = Line(tuple(pieces), wrong)
    back = read(written(line))
    assert back.wrong is wrong
    if {piece.fate for piece in pieces} == {"dropped"}:  # one line, one list of reasons
        assert back.text == line.text
        assert back.pieces[0].reason == ", ".join(dict.fromkeys(p.reason for p in pieces))
    else:
        assert fates(back) == fates(line)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("  Trời mưa.", [Piece("Trời mưa.")]),
        ("", [Piece("")]),
        ("- Tin  [a.b, c.d]", [Piece("Tin", "dropped", "a.b, c.d")]),
        (
            "= Ảnh: Hà  [caption.line (caption)]",
            [Piece("Ảnh: Hà", "named", "caption.line (caption)")],
        ),
        (
            r"~ Tập \{1\} {{f(){\}}} hết  [residue.script]",
            [Piece("Tập {1} "), Piece("f(){}", "dropped", "residue.script"), Piece(" hết")],
        ),
    ],
)
def test_a_line_is_read(line: str, pieces: list[Piece]) -> None:
    assert list(read(line).pieces) == pieces


def test_the_rules_of_a_reason_are_named_alone() -> None:
    assert Piece("", "named", "caption.line (caption)").rules == ("caption.line",)
    assert Piece("", "dropped", "a.b + c.d").rules == ("a.b", "c.d")


@pytest.mark.parametrize(
    "line", ["*! a", "-", "- a", "-? a  [a.b]", "~ {{a}}{{b}}{{c}}  [a.b, c.d]"]
)
def test_what_is_no_line_of_the_notation_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"line of the notation|no rule at the end|parts, but"):
        read(line)


def test_what_explain_prints_is_read_by_the_same_reader() -> None:
    text = "Lúa chín sớm.\nXem thêm: Chợ nổi đông khách\n(Ảnh: Minh Hà)\nMưa {to} lắm."
    shown = [line for line in Cleaner().clean(text).explain().split("\n") if line[:1] != "#"]
    assert [read(line).text for line in shown if line] == text.split("\n")

"""Text browsers and Markdown: every sign by which they are told, just enough of it and one too few."""

from __future__ import annotations

import pytest

from grown import grown, worded
from vnnews_clean import Cleaner
from vnnews_clean.read.inline import links
from written import ARTICLE, wrapped

CLEANER = Cleaner()


def dialect(text: str) -> str:
    return CLEANER.read(text).dialect


@pytest.mark.parametrize(
    ("items", "more", "told"),
    [
        (4, "Hết giờ", "browser"),
        (3, "Hết giờ", "plain"),
        (2, "[logo.png]", "browser"),
        (1, "[logo.png]", "plain"),
    ],
)
def test_a_browser_indents_items(items: int, more: str, told: str) -> None:
    assert dialect("".join(f"  • Bến số {n}\n" for n in range(items)) + more) == told


@pytest.mark.parametrize(("count", "told"), [(5, "browser"), (4, "plain")])
def test_a_browser_numbers_links(count: int, told: str) -> None:
    """Five that count up; fewer may be notes."""
    assert dialect("Bến vắng, " + " và ".join(f"[{n}]chợ" for n in range(1, count + 1))) == told


@pytest.mark.parametrize(
    ("columns", "more", "told"), [(3, "", "browser"), (2, "", "wrapped"), (3, "\nHết", "wrapped")]
)
def test_a_browser_indents_half_of_the_lines(columns: int, more: str, told: str) -> None:
    lines = wrapped(ARTICLE[1:], 72, "\n").split("\n")
    half = len(lines) // 2
    assert len(lines) == 2 * half
    text = "\n".join([*lines[:half], *(" " * columns + line for line in lines[half:])])
    assert dialect(text + more) == told


@pytest.mark.parametrize(("size", "share"), [(140, 1.0), (141, 0.0)])
def test_a_line_of_a_link_is_a_link(size: int, share: float) -> None:
    lines = ["[1]" + grown(size), *(f"[{n}]Chợ {n}" for n in range(2, 7))]
    assert CLEANER.read("\n\n".join(lines)).blocks[0].links == share


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Bến\n\nChợ vắng.\n\n## Đò\n\nĐò đông.", "markdown"),
        ("# Bến\n\nChợ vắng.\n\nĐò đông.", "plain"),
        ("Chợ **vắng**, đò **đông**, quán **đóng**.", "markdown"),
        ("Chợ **vắng**, đò **đông**, quán đóng.", "plain"),
        ("# Bến\n\nChợ **vắng**, đò đông.", "markdown"),
        ("Chợ vắng, [đò](/do.htm) đông.", "markdown"),
        ("Chợ vắng, [đò](đông) thế.", "plain"),
    ],
)
def test_two_headings_or_three_bold_pieces_or_a_link(text: str, told: str) -> None:
    assert dialect(text) == told


@pytest.mark.parametrize(("depth", "found"), [(50, True), (51, False)])
def test_brackets_are_followed_so_deep(depth: int, found: bool) -> None:
    """The outermost of too many is forgotten."""
    text = "[" * depth + "bến" + "]" * (depth - 1) + "](/ben.htm)"
    assert any(link.start == 0 for link in links(text)) == found


def test_a_target_below_its_text_belongs_to_it() -> None:
    document = CLEANER.read("# Bến\n\nĐò đông.\n\n[Chợ\n\n](/cho.htm)\n\nQuán đóng.")
    assert [document.text_of(b) for b in document.blocks] == [
        "Bến",
        "Đò đông.",
        "Chợ",
        "Quán đóng.",
    ]


def test_an_escaped_sign_is_no_emphasis() -> None:
    document = CLEANER.read(f"# Bến\n\n\\*Chợ vắng, *đò* đông \\*thế.\n\n# Quán\n\n{worded(9)}")
    assert document.text_of(document.blocks[1]) == "*Chợ vắng, đò đông *thế."
    spans = [document.text[start:end] for start, end in document.units]
    assert spans == ["*đò*"]


@pytest.mark.parametrize(("columns", "blocks"), [(51, 7), (50, 10)])
def test_a_browser_breaks_names_too(columns: int, blocks: int) -> None:
    """Next to a list, lines that go on with a capital tell the width: three, longer than fifty columns."""
    lists = "\n".join(f"  • Bến số {n}" for n in range(4))
    above = "Bến đò mở lại, người dân hai bờ sông Hậu ".ljust(columns, "a")
    text = "\n\n".join([lists, *[f"{above}\nGiang thôi đi vòng."] * 3])
    document = CLEANER.read(text)
    assert (document.dialect, len(document.blocks)) == ("browser", blocks)

"""What is cut whole or not at all: borders of cuts in a dialect with marks of its own."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Document, Kind, Removal
from vnnews_clean.read.plain import read_blocks
from vnnews_clean.textkey import key
from vnnews_clean.units import whole


def marked(text: str) -> Document:
    """A document with emphases between asterisks."""
    view = text.replace("*", " ")
    stars = [at for at, letter in enumerate(text) if letter == "*"]
    units = tuple((start, end + 1) for start, end in zip(stars[::2], stars[1::2], strict=True))
    return Document(text, key(view), read_blocks(text), text, view=view, units=units)


def cut(text: str, *pieces: str) -> list[Removal]:
    starts = [text.index(piece) for piece in pieces]
    return [
        Removal(at, at + len(piece), Kind.AD, (f"a.{number}",))
        for number, (at, piece) in enumerate(zip(starts, pieces, strict=True))
    ]


def left(text: str, *pieces: str) -> str:
    """What is left of `text`."""
    kept = list(text)
    for removal in whole(marked(text), cut(text, *pieces)):
        kept[removal.start : removal.end] = [""] * (removal.end - removal.start)
    return "".join(kept)


@pytest.mark.parametrize(
    ("size", "taken"), [(60, True), (61, False)], ids=["taken along", "left alone"]
)
def test_a_cut_takes_little_along_to_keep_an_emphasis_whole(size: int, taken: bool) -> None:
    beside = grown(size)
    assert left(f"Bến *Đò {beside}* sông", "Bến *Đò") == (
        " sông" if taken else f"*Đò {beside}* sông"
    )


def test_words_inside_of_an_emphasis_go_without_its_marks() -> None:
    assert left("Bến *đò và chợ* sông", "đò và ") == "Bến * chợ* sông"


def test_an_emphasis_without_words_goes() -> None:
    assert left("Bến *đò* sông", "đò") == "Bến  sông"


@pytest.mark.parametrize("piece", ["*Bến đò* mở lại", "*Bến đò*\nChợ nổi"])
def test_a_cut_that_holds_an_emphasis_stays_one_cut(piece: str) -> None:
    text = f"{piece} từ sáng."
    assert whole(marked(text), cut(text, piece)) == cut(text, piece)


def test_where_nothing_is_marked_cuts_stay_as_they_are() -> None:
    text = "Bến đò\nChợ nổi"
    document = Document(text, key(text), read_blocks(text), text)
    assert whole(document, cut(text, "Bến", "đò")) == cut(text, "Bến", "đò")

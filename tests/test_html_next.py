"""Another ``<article>`` below the page's own: its next one, or a part of it."""

from __future__ import annotations

import pytest

from framed import HEADLINE, TEXT, text_of
from grown import grown

OTHER = "Xóm nhỏ góp đất mở đường ra bến"
TOLD = [grown(150, f"Lò gốm bên sông Quê ở xóm {n}") for n in range(5)]


def page(
    *,
    credit: str = "<div>Thu Hà</div>",
    below: str = "<div>Minh Sơn</div>",
    own: int = 2,
    open_: str = "<article>",
    head: str = "<h2>{}</h2>",
) -> str:
    """What is left of the two articles of a page."""

    def made(lines: list[str]) -> str:
        return "".join(f"<p>{line}</p>" for line in lines)

    first = f"<article><h1>{HEADLINE}</h1>{credit}{made(TEXT[:own])}</article>"
    return text_of(f"<main>{first}{open_}{head.format(OTHER)}{below}{made(TOLD)}</article></main>")


def test_the_next_article_goes_though_it_is_longer() -> None:
    kept = page()
    assert all(line in kept for line in TEXT[:2])
    assert not any(line in kept for line in (OTHER, *TOLD))


@pytest.mark.parametrize(
    "kept",
    [
        page(credit=""),
        page(below=""),
        page(below="<p>Minh Sơn</p>"),
        page(below="<div class='ten'>Minh Sơn</div>"),
        page(open_="<article class='phan'>"),
        page(head="<p>{}</p>"),
    ],
    ids=[
        "no name",
        "no name below",
        "another tag",
        "another class",
        "called otherwise",
        "no heading",
    ],
)
def test_what_is_made_otherwise_is_not_the_next(kept: str) -> None:
    assert TOLD[0] in kept


@pytest.mark.parametrize(("lines", "goes"), [(2, True), (1, False)])
def test_the_first_article_has_two_paragraphs(lines: int, goes: bool) -> None:
    assert (TOLD[0] not in page(own=lines)) is goes


@pytest.mark.parametrize(("size", "goes"), [(60, True), (61, False)])
def test_characters_of_what_stands_below_both_headlines(size: int, goes: bool) -> None:
    line = grown(size, "Bài và ảnh:", end="")
    assert (TOLD[0] not in page(credit=f"<div>{line}</div>")) is goes

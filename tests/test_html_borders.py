"""Every number of the reader of pages has a page just inside of it and one just outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from grown import grown
from vnnews_clean import Cleaner

HEADLINE = "Làng gốm hồi sinh sau mười năm im ắng"
ASKED = "Lò nung"
"""What the line begins with that is asked about."""
BODY = "".join(
    f"<p>{grown(150, f'Mẻ thứ {n} của làng gốm hồi sinh sau mười năm,')}</p>" for n in range(3)
)


class Border(NamedTuple):
    """A page that grows with a number: the last size with which the line stays, the first without.

    The sizes may be turned round.
    """

    name: str
    page: Callable[[int], str]
    stays: int
    goes: int
    policy: str = "article"


def whole(body: str, above: str = "") -> str:
    """A page with a headline over `body`."""
    title = f"<head><title>{HEADLINE}</title></head>"
    return f"<html>{title}<body>{above}<div><h1>{HEADLINE}</h1>{body}</div></body></html>"


def notice(size: int) -> str:
    """A notice above the headline, over an article of 450 characters."""
    return whole(BODY, f"<div><p>{grown(size, ASKED)}</p></div>")


def captions(size: int) -> str:
    """A caption beside prose of 150 characters."""
    return whole(
        f"<p>{grown(150)}</p><figure><figcaption>{grown(size, ASKED)}</figcaption></figure>"
    )


def sections(size: int) -> str:
    """Small sections of a paragraph and a pointer to another article."""
    made = "".join(
        f"<div><p>{grown(size, f'{ASKED} số {n},')}</p><p>Xem thêm: "
        f"<a href='/{n}'>Thợ gốm già kể chuyện đắp lò bên sông {n}</a></p></div>"
        for n in range(3)
    )
    return whole(BODY + made)


LINKED = "Thợ gốm già kể chuyện đắp lò bên sông"


def covered_cards(size: int) -> str:
    """Cards without a linked line; the link that covers them stands so many elements deep."""
    deep = "<div>" * size + "<h5>{}</h5><a href='/{}'></a>" + "</div>" * size
    made = "".join(
        f"<section>{deep.format(f'{ASKED} số {n} đỏ lửa sau mùa mưa', n)}<p>{grown(70)}</p></section>"
        for n in range(2)
    )
    return whole(BODY + made)


def unsigned(size: int) -> str:
    """So many comments without names below a heading."""
    items = "".join(f"<div><p>{grown(70, f'{ASKED} số {n}')}</p></div>" for n in range(size))
    return whole(f"{BODY}<h3>Ý kiến bạn đọc ({size})</h3>{items}")


def short_comment(size: int) -> str:
    """Three comments of so many characters."""
    items = "".join(f"<div>{grown(size, ASKED)}</div>" for _ in range(3))
    return whole(f"{BODY}<h3>Bình luận</h3>{items}")


def next_article(size: int) -> str:
    """So many paragraphs below another headline."""
    told = "".join(f"<p>{grown(800, f'{ASKED} số {n}')}</p>" for n in range(size))
    return whole(f"<div>{BODY}</div><section><h2><a href='/2'>{LINKED}</a></h2>{told}</section>")


BORDERS = (
    Border("container.LITTLE", notice, 113, 112),
    Border("content: captions that tell the story", captions, 151, 150, "body"),
    Border("cards.OVERLAY", covered_cards, 4, 3),
    Border("headed.FEWEST", unsigned, 2, 3),
    Border("headed.SENTENCE", short_comment, 19, 20),
    Border("others.PARAGRAPHS", next_article, 1, 2),
    Border("cards: a paragraph above the headline", sections, 60, 59),
)


@pytest.mark.parametrize("border", BORDERS, ids=lambda border: border.name)
def test_a_number_has_a_page_on_either_side(border: Border) -> None:
    cleaner = Cleaner(sites=(), policy=border.policy)
    assert ASKED in cleaner.clean_html(border.page(border.stays)).text, "gone inside"
    assert ASKED not in cleaner.clean_html(border.page(border.goes)).text, "there outside"

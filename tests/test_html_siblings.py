"""An article in two elements of one make, the second of which begins with short lines."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

HEADLINE = "Cầu phao qua sông Quê đóng ba ngày để sửa"
TEXT = [grown(150, f"Cầu phao số {n} qua sông Quê") for n in range(5)]
LAST = grown(140, "Mấy chiếc ghe neo")
SHORT = "<p>Ghe lớn</p><p>Ghe nhỏ</p>"


def is_kept(below: str, first: str = "<div>{}</div>") -> bool:
    """Whether the last paragraph of an article is left, whose first ones have an element."""
    body = first.format("".join(f"<p>{line}</p>" for line in TEXT))
    page = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{body}{below}</article>"
    kept = Cleaner(sites=()).clean_html(page).text
    assert all(line in kept for line in TEXT)
    return LAST in kept


def test_an_article_goes_on_with_short_lines_in_an_element_of_the_same_make() -> None:
    assert is_kept(f"<div>{SHORT}<p>{LAST}</p></div>")
    assert is_kept(f"<div class='b'>{SHORT}<p>{LAST}</p></div>", "<div class='b'>{}</div>")


@pytest.mark.parametrize(
    "below",
    [
        f"<div class='khac'>{SHORT}<p>{LAST}</p></div>",
        f"<section>{SHORT}<p>{LAST}</p></section>",
        f"<div><section>{SHORT}<p>{LAST}</p></section></div>",
        f"<div><h4>Ghe lớn</h4><p>{LAST}</p></div>",
        f"<p>Ghe lớn</p><div><p>{LAST}</p></div>",
        f"<div><p><a href='/1'>Ghe lớn</a></p><p>{LAST}</p></div>",
    ],
    ids=["another class", "another tag", "deeper", "a heading", "a line between", "a link"],
)
def test_what_is_made_otherwise_stands_apart(below: str) -> None:
    assert not is_kept(below)


@pytest.mark.parametrize("tag", ["b", "i", "font", "span"])
def test_a_bold_word_that_nobody_ended_is_no_body(tag: str) -> None:
    broken = f"<p><span><{tag}></span>{TEXT[1]}</p><p>{TEXT[2]}</p></p>{LAST}<br><p>{TEXT[3]}</p><p>{TEXT[4]}</p>"
    page = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div><p>{TEXT[0]}</p>{broken}</div>"
    kept = Cleaner(sites=()).clean_html(page).text
    assert all(line in kept for line in (*TEXT, LAST))

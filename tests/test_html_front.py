"""What is read around an article: the date near its headline, the credit below its body."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

HEADLINE = "Thư viện huyện tặng nghìn cuốn truyện tranh cho học sinh"
BODY = "".join(f"<p>{grown(150, f'Chuyến thứ {n} của thư viện huyện')}</p>" for n in range(3))
DATE = "Thứ bảy, 12/05/2024"


def page(body: str = BODY, between: str = "", below: str = "") -> str:
    """A page with a headline, and what stands between it and its body, and below that."""
    head = f"<title>{HEADLINE}</title>"
    return f"{head}<h1>{HEADLINE}</h1>{between}<div>{body}</div>{below}"


def published(html: str) -> str:
    """The date that the reader of pages sees."""
    return Cleaner(sites=()).clean_html(html).document.metadata.published


@pytest.mark.parametrize(("size", "date"), [(60, "2024-05-12"), (61, "")])
def test_characters_of_the_line_that_prints_the_date(size: int, date: str) -> None:
    line = grown(size, start=f"{DATE}, ở", end="")
    assert published(page(between=f"<div>{line}</div>")) == date


@pytest.mark.parametrize(("names", "date"), [(1, "2024-05-12"), (2, "")])
def test_the_date_may_be_one_of_the_first_two_lines_of_the_body(names: int, date: str) -> None:
    above = "".join(f"<p>Xã Bến {letter}</p>" for letter in "AB"[:names])
    assert published(page(f"{above}<p>{DATE}</p>{BODY}")) == date


@pytest.mark.parametrize(("size", "stays"), [(80, True), (81, False)])
def test_characters_of_the_credit_below_the_body(size: int, stays: bool) -> None:
    credit = grown(size, start="Theo báo Sông Quê,", end="")
    body = f"<div class='singular-content'>{BODY}</div>"
    html = page(body, below=f"<nav>Về đầu</nav><div class='singular-source'>{credit}</div>")
    assert (credit in Cleaner(sites=["dantri"]).clean_html(html).text) == stays


@pytest.mark.parametrize(("size", "marked"), [(21, True), (20, False)])
def test_an_h1_is_the_headline_if_it_says_half_of_it(size: int, marked: bool) -> None:
    title = grown(40, "Thầy giáo", "")
    page = f"<title>{title}</title><h1>{title[:size]}</h1><div><div>{title}</div>{BODY}</div>"
    result = Cleaner(sites=()).clean_html(page)
    assert result.title == (title[:size] if marked else title)

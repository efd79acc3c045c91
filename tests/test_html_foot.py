"""What stands below the last list of other stories: the page's foot, or the article's last sentence."""

from __future__ import annotations

import pytest

from test_html_ending import HEADLINE, STORIES, TEXT, cleaned, linked
from vnnews_clean import Cleaner

AWAY = "Khán đài mở cửa lúc bảy giờ tối"


@pytest.mark.parametrize(
    ("behind", "foot"),
    [
        (f"<p>{AWAY}.</p>", True),
        (f"<p>{AWAY}.</p><p>Vé bán ở cổng phía tây.</p>", True),
        (f"<p>{AWAY}.</p><p>Vé bán ở cổng phía tây.</p><p>Ai cũng mừng vui hớn hở.</p>", False),
        (f"<p>{AWAY} để bà con xem.</p>", False),  # words of the article
        (f"<p class='n'>{AWAY}.</p>", False),
        (f"<p>Cập nhật: {AWAY}.</p>", False),
        (f"<p>{AWAY} theo bài viết trên.</p>", False),
        (f"<div>{AWAY}.</div>", True),
        (f"<div>{AWAY} để bà con xem.</div>", True),  # no paragraph
    ],
)
def test_what_stands_below_all_stories_and_shares_nothing_is_the_foot(
    behind: str, foot: bool
) -> None:
    assert (AWAY in "".join(cleaned(f"{linked(STORIES)}{behind}"))) != foot


@pytest.mark.parametrize(("size", "foot"), [(120, True), (121, False)])
def test_characters_of_a_sentence_of_the_foot(size: int, foot: bool) -> None:
    line = f"{AWAY} cho {'khách ' * 20}"[: size - 1].ljust(size - 1, "h") + "."
    assert (AWAY in "".join(cleaned(f"{linked(STORIES)}<p>{line}</p>"))) != foot


def test_a_sentence_between_two_lists_is_no_foot() -> None:
    kept = cleaned(f"{linked(STORIES)}<p>{AWAY}.</p>{linked(STORIES)}")
    assert f"{AWAY}." in kept


def test_a_list_with_a_heading_needs_no_line_above_as_its_header() -> None:
    cards = "".join(f"<div><a href='/{n}'>{s}</a><i>12/3</i></div>" for n, s in enumerate(STORIES))
    box = f"<div><h4>Nhà khác đang nấu</h4>{cards}</div>"
    assert "Bà Bến" in cleaned(f"<p>Bà Bến</p>{box}")


@pytest.mark.parametrize("named", ["", " class='k{}'"])
@pytest.mark.parametrize(("count", "returns"), [(2, True), (1, False)])
def test_paragraphs_with_an_element_each_go_on_below_a_list(
    count: int, returns: bool, named: str
) -> None:
    """Three with the last one, and a lede of another make above them."""
    told = [" ".join(f"gốm{n}{i}" for i in range(20)) + "." for n in range(count)]
    other = "Ông đồ già mài mực từ sớm, ai xin chữ thì đợi, chẳng vội vàng gì cho hỏng nét bút."
    wrapped = [
        f"<section{named.format(n)}><div><p>{line}</p></div></section>"
        for n, line in enumerate((*told, other))
    ]
    lede = f"<div>{TEXT[0]}</div><blockquote>{TEXT[1]}</blockquote>"
    inner = f"{lede}{''.join(wrapped[:-1])}<div>{linked(STORIES)}</div>{wrapped[-1]}"
    page = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{inner}</article>"
    assert (other in Cleaner(sites=()).clean_html(page).text) == returns

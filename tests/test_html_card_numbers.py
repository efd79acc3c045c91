"""More numbers of a page: what a card holds in one element, and what stands beside buttons."""

from __future__ import annotations

import pytest

from grown import grown
from test_html_borders import ASKED, BODY, whole
from vnnews_clean import Cleaner


def kept(page: str) -> str:
    return Cleaner(sites=()).clean_html(page).text


@pytest.mark.parametrize(("size", "stays"), [(31, True), (30, False)])
def test_a_line_beside_two_buttons_is_short(size: int, stays: bool) -> None:
    label = f"<p>{grown(size, ASKED, '')}</p>"
    row = f"<div><button>Tua</button>{label}<button>Dừng lại</button></div>"
    assert (ASKED in kept(whole(f"{BODY}{row}{BODY}"))) is stays


@pytest.mark.parametrize(("size", "stays"), [(665, True), (664, False)])
def test_a_link_and_the_text_behind_it_are_a_card_if_it_is_short(size: int, stays: bool) -> None:
    linked = "<a href='/{0}'>Phà Cồn Én chạy lại chuyến đêm, kỳ {0}</a><br>"
    entries = "".join(f"<div>{linked.format(n)}{grown(size, f'{ASKED} {n}')}</div>" for n in (1, 2))
    assert (ASKED in kept(whole(f"<div>{BODY}{entries}</div>"))) is stays

"""What opens on a click: the headings of an accordion, its hidden answers, the panes of tabs."""

from __future__ import annotations

import pytest

from framed import TEXT, boxed, text_of
from grown import grown

ASKED = "Bến lò mở cửa lúc nào"
TOLD = "Từ sáu giờ sáng, trừ ngày rằm và mồng một."
NEXT = ("Ai được vào xem mẻ nung", "Người lớn và trẻ trên mười tuổi, đi theo nhóm nhỏ.")


def accordion(
    target: str = "#", asked: str = ASKED, told: str = TOLD, panel: str = "<div>{}</div>"
) -> str:
    items = ((asked, told), NEXT)
    return "".join(
        f"<div><a href='{target}'>{head}</a>{panel.format(said)}</div>" for head, said in items
    )


@pytest.mark.parametrize("target", ["#", "", "javascript:void(0)", "#!"])
def test_a_link_that_leads_nowhere_above_a_sentence_is_a_heading(target: str) -> None:
    kept = boxed(accordion(target)).split("\n\n")
    assert [*kept[1:5]] == [ASKED, TOLD, *NEXT]


def test_a_link_that_leads_away_is_a_card() -> None:
    kept = boxed(accordion("/lo-gom.html"))
    assert ASKED not in kept
    assert TOLD not in kept


@pytest.mark.parametrize(("asked", "stays"), [("Bến lò mở cửa", True), ("Giờ mở cửa", False)])
def test_words_of_a_heading_that_leads_nowhere(asked: str, stays: bool) -> None:
    assert (asked in boxed(accordion(asked=asked))) is stays


@pytest.mark.parametrize(("size", "stays"), [(20, True), (19, False)])
def test_what_is_below_such_a_heading_is_a_sentence(size: int, stays: bool) -> None:
    link = f"<div><a href='#'>{ASKED} trong tuần này</a><div>{grown(size)}</div></div>"
    assert (ASKED in boxed(link)) is stays


def test_a_link_to_the_element_right_below_is_a_heading_whatever_it_says() -> None:
    box = "<h4><a href='#gio'>Giờ</a></h4><div id='gio'><p>Sáng và chiều</p></div>"
    assert "Giờ\n\nSáng và chiều" in boxed(box)
    assert "Giờ" not in boxed(box.replace("#gio", "/gio")).split("\n\n")


def test_a_table_of_contents_is_none() -> None:
    contents = "<ul><li><a href='#a'>Mẻ nung đầu tiên ở bến</a></li><li><a href='#b'>Mẻ nung cuối</a></li></ul>"
    kept = boxed(f"{contents}<h2 id='a'>Mẻ đầu</h2><p>{grown(150)}</p><h2 id='b'>Mẻ cuối</h2>")
    assert "Mẻ nung đầu tiên ở bến" not in kept


HIDDEN = "<div style='display:none'><p>{}</p></div>"


@pytest.mark.parametrize(("size", "stays"), [(60, True), (59, False)])
def test_hidden_answers_are_read(size: int, stays: bool) -> None:
    one, two = grown(size, "Lò"), grown(90, "Khách")
    items = zip((ASKED, NEXT[0]), (one, two), strict=True)
    kept = boxed("".join(f"<a href='#'>{ask}</a>{HIDDEN.format(said)}" for ask, said in items))
    assert (one in kept) is stays
    assert (two in kept) is stays  # one alone is no list of them


def test_a_hidden_copy_of_what_is_shown_is_no_answer() -> None:
    copies = "".join(f"<h3>{ask}</h3>{HIDDEN.format(TEXT[0])}" for ask in (ASKED, NEXT[0]))
    assert boxed(copies).count(TEXT[0]) == 1


def test_hidden_sentences_without_a_heading_stay_hidden() -> None:
    one, two = grown(90, "Lò"), grown(95, "Khách")
    assert one not in boxed(HIDDEN.format(one) + HIDDEN.format(two))


def tabbed(pane: str, tab: str = "Số liệu", target: str = "#hai", kind: str = "div") -> str:
    """The text of a page whose article stands in the first of two panes."""
    tabs = f"<ul><li><a href='#mot'>Bài</a></li><li><a href='{target}'>{tab}</a></li></ul>"
    first = f"<{kind} id='mot'>{''.join(f'<p>{line}</p>' for line in TEXT)}</{kind}>"
    return text_of(
        f"<h1>Lò gốm bên sông Quê</h1>{tabs}<div>{first}<{kind} id='hai'>{pane}</{kind}></div>"
    )


@pytest.mark.parametrize("kind", ["div", "section"])
def test_what_stands_in_another_tab_is_of_the_article(kind: str) -> None:
    kept = tabbed(
        "<h3>Giá một mẻ</h3><p>Chum năm mươi nghìn, vại tám mươi nghìn, ấm một trăm.</p>", kind=kind
    )
    assert "Giá một mẻ" in kept
    assert all(line in kept for line in TEXT)


@pytest.mark.parametrize(("size", "stays"), [(60, True), (59, False)])
def test_characters_of_another_pane(size: int, stays: bool) -> None:
    said = grown(size, end="")
    assert (said in tabbed(f"<p>{said}</p>")) is stays


@pytest.mark.parametrize(("size", "stays"), [(61, True), (60, False)])
def test_a_pane_of_links_is_none_of_the_article(size: int, stays: bool) -> None:
    said, link = grown(size, end=""), grown(60, "Chợ", end="")
    kept = tabbed(f"<div>{said}</div><div><a href='/1'>{link}</a></div>")
    assert (said in kept) is stays
    assert link not in kept


def test_a_pane_that_no_tab_leads_to_is_no_pane() -> None:
    said = grown(59, "Ở phố")
    assert said not in tabbed(f"<p>{said}</p>", target="/hai")


@pytest.mark.parametrize(("tab", "stays"), [("Bình luận (3)", False), ("Thảo dược", True)])
def test_a_pane_that_readers_wrote_goes(tab: str, stays: bool) -> None:
    said = grown(150, "Tôi từng")
    assert (said in tabbed(f"<p>{said}</p>", tab)) is stays

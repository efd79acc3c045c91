"""Boxes between the paragraphs that are none of the article's, and lists of places that look like them."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

HEADLINE = "Bốn quán nhỏ ven sông nên ghé"
TEXT = [grown(150, f"Quán thứ {n} ở bến") for n in range(3)]
OFFER = "Ghế gỗ kê sát mé nước, trà gừng nóng cho người ngồi lâu."
OTHER = "Vịt chạy đồng chấm mắm gừng, muốn ăn phải đặt trước một ngày."
PLACES = ["Chòi Vịt Lò Gạch", "Bến Cá Ngã Ba"]


def cleaned(box: str, paragraph: str = "<p>{}</p>") -> str:
    """What is left of an article with a `box` above its last paragraph."""
    one, two, last = (paragraph.format(line) for line in TEXT)
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{one}{two}{box}{last}</div>"
    kept = Cleaner(sites=()).clean_html(page).text
    assert all(line in kept for line in TEXT)
    return kept


def place(name: str, called: str = "quan", tag: str = "h3", said: str = OFFER) -> str:
    return f"<div class='{called}'><{tag}>{name}</{tag}><p>{said}</p><a href='/1'>Xem</a></div>"


WRAPPED = ["<div>{}</div>", "<section><div><span>{}</span></div></section>"]


@pytest.mark.parametrize("paragraph", ["<p>{}</p>", *WRAPPED])
def test_a_box_between_paragraphs_goes_whatever_they_are_wrapped_in(paragraph: str) -> None:
    assert OFFER not in cleaned(place(PLACES[0]), paragraph)


@pytest.mark.parametrize(("beside", "goes"), [(3, True), (2, False)])
def test_three_paragraphs_with_an_element_each_stand_beside_a_box(beside: int, goes: bool) -> None:
    told = "".join(f"<div><p>{line}</p></div>" for line in TEXT[:beside])
    page = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{told}{place(PLACES[0])}"
    page += f"<section><p>{grown(150)}</p><p>{grown(160)}</p></section></article>"
    assert (OFFER not in Cleaner(sites=()).clean_html(page).text) == goes


def test_two_boxes_of_one_make_are_a_list_of_places() -> None:
    kept = cleaned(place(PLACES[0]) + place(PLACES[1], said=OTHER))
    assert all(name in kept for name in PLACES)


@pytest.mark.parametrize(
    "boxes",
    [
        place(PLACES[0]) + place(PLACES[0], said=OTHER),
        place(PLACES[0]) + place(PLACES[1], "moi", said=OTHER),
        place(PLACES[0]) + place(PLACES[1], tag="h4", said=OTHER),
    ],
    ids=["the same header", "called otherwise", "made otherwise"],
)
def test_two_boxes_that_are_no_list_go(boxes: str) -> None:
    assert OFFER not in cleaned(boxes)


@pytest.mark.parametrize(
    ("above", "below", "goes"),
    [(1, 1, True), (1, 0, True), (0, 1, True), (2, 0, False), (1, 2, False)],
)
def test_a_line_above_a_form_and_one_below_go_with_it(above: int, below: int, goes: bool) -> None:
    said = [f"<p>Giá quy đổi theo {word}</p>" for word in ("ký", "tạ", "tấn", "bao")]
    form = "<form><label>Số lượng</label><input><button>Tính</button></form>"
    box = [*said[:above], form, *said[2 : 2 + below]]
    assert ("Giá quy đổi" not in cleaned(f"<div>{''.join(box)}</div>")) == goes


def story(n: int, headline: str = "", said: str = "") -> str:
    headline = headline or f"Chợ nổi họp sớm đón khách phương xa lần {n}"
    said = (
        said
        or f"Từ bốn giờ sáng ngày mùng {n}, hàng trăm chiếc ghe đã neo kín khúc sông chờ phiên chợ đầu năm."
    )
    return f"<p><a href='/{n}'>{headline}</a> {said}</p>"


@pytest.mark.parametrize(
    ("box", "goes"),
    [
        ("<p>Đi tiếp</p>" + "".join(map(story, (1, 2, 3))), True),
        ("".join(map(story, (1, 2, 3))), True),
        ("<p>Đi tiếp</p>" + "".join(map(story, (1, 2))), False),
        ("<p>Đi tiếp</p><p>Mời bà con</p>" + "".join(map(story, (1, 2, 3))), False),
        ("".join(map(story, (1, 2, 3))) + "<p>Hết</p>", False),
        (f"<p>{OFFER * 2}</p>" + "".join(map(story, (1, 2, 3))), False),
        ("".join(story(n).replace("<p>", "<p>Nghe: ") for n in (1, 2, 3)), False),
    ],
    ids=["headed", "bare", "two", "two headers", "a line below", "a paragraph", "no link first"],
)
def test_headlines_with_their_sentences_in_one_line_are_a_stack(box: str, goes: bool) -> None:
    assert ("hàng trăm chiếc ghe" not in cleaned(f"<div>{box}</div>")) == goes


@pytest.mark.parametrize(("size", "goes"), [(30, True), (29, False)])
def test_a_name_is_shorter_than_a_headline(size: int, goes: bool) -> None:
    said = grown(120 - size - 1, "Ghe neo kín khúc sông")
    box = "".join(story(n, grown(size, f"Chợ số {n}", ""), said) for n in (1, 2, 3))
    assert ("Ghe neo kín" not in cleaned(f"<div>{box}</div>")) == goes

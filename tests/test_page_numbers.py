"""Numbers of the reader of pages that one function owns: each just inside and just outside."""

from __future__ import annotations

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from grown import grown
from vnnews_clean import Cleaner
from vnnews_clean.read.page.address import names_headline
from vnnews_clean.read.page.dom import Page, walk
from vnnews_clean.read.page.embedded import embedded

FIRST = "Bến đò nhỏ bắt đầu chạy chuyến khuya từ đầu tháng để công nhân tan ca kịp về bên kia sông."
LAST = "Mỗi đêm có chừng bốn mươi khách, đủ tiền dầu nhưng chưa đủ trả công cho người lái thứ hai."


def around(inner: str) -> str:
    page = f"<h1>Chuyến khuya ở bến</h1><div><p>{FIRST}</p>{inner}<p>{LAST}</p></div>"
    return Cleaner(sites=()).clean_html(f"<body>{page}</body>").text


@pytest.mark.parametrize(
    ("headline", "spelt"),
    [("mot hai ba bon nam", True), ("mot hai ba bon nam sau bay", False)],
)
def test_an_address_spells_three_fifths_of_a_headline(headline: str, spelt: bool) -> None:
    count = 3 if spelt else 4
    slug = "-".join(headline.split()[:count])
    assert names_headline(f"https://example.vn/{slug}.htm", headline) == spelt


@pytest.mark.parametrize(("size", "spelt"), [(250, True), (251, False)])
def test_a_headline_is_looked_for_at_the_end_of_an_address(size: int, spelt: bool) -> None:
    address = "https://example.vn/" + "lang-gom-".ljust(size, "9")
    assert names_headline(address, "Làng gốm") == spelt


def as_data(text: str) -> str:
    return embedded(f"<script id='__NEXT_DATA__'>{{\"body\": {json.dumps(text)}}}</script>")


@pytest.mark.parametrize(("size", "found"), [(301, True), (300, False)])
def test_characters_of_the_shortest_text_in_a_script(size: int, found: bool) -> None:
    text = ("lo nung do lua " * 30)[: size - 1] + "."
    assert bool(as_data(text)) == found


@pytest.mark.parametrize(("word", "found"), [(11, True), (12, False)])
def test_words_of_a_text_in_a_script_are_no_keys_of_a_program(word: int, found: bool) -> None:
    """With the space behind each, one character more; the last word has none."""
    text = " ".join(["x" * word] * 40) + " "
    assert bool(as_data(text)) == found


@pytest.mark.parametrize(("lines", "goes"), [(20, True), (21, False)])
def test_lines_of_the_largest_form(lines: int, goes: bool) -> None:
    asked = "".join(f"<p>Chuyến {n}</p><input type=radio>" for n in range(lines))
    assert ("Chuyến 0" not in around(f"<form>{asked}</form>")) == goes


@pytest.mark.parametrize(("size", "goes"), [(800, True), (801, False)])
def test_characters_of_the_largest_form(size: int, goes: bool) -> None:
    asked = [f"Chuyến {n} {'đò ' * 30}"[:80].ljust(80, "m") for n in range(9)]
    asked.append("Chuyến cuối".ljust(size - 9 * 80, "m"))
    inner = "".join(f"<p>{line}</p><input type=radio>" for line in asked)
    assert ("Chuyến cuối" not in around(f"<form>{inner}</form>")) == goes


def lists(*items: str) -> Page:
    made = "".join(f"<li>{item}</li>" for item in items)
    return walk(LexborHTMLParser(f"<body><ul>{made}</ul></body>"), lambda *_: False)


@pytest.mark.parametrize(("size", "folded"), [(99, 1), (100, 0)])
def test_a_list_of_short_texts_is_read_in_one_piece(size: int, folded: int) -> None:
    assert len(lists(grown(size), "Bến đò").folded) == folded


@pytest.mark.parametrize(("lines", "linked"), [(3, True), (4, False)])
def test_a_list_with_a_link_in_three_lines_is_one_of_links(lines: int, linked: bool) -> None:
    page = lists("<a href='/1'>Bến đò</a>", *["Bến sông"] * (lines - 1))
    assert [run[2] for run in page.runs] == [linked]


@pytest.mark.parametrize(
    ("attributes", "linked"),
    [
        ("href='/1'", True),
        ("href='#lich'", False),
        ("href='/mau-don.pdf'", False),
        ("", True),
        ("name='lich'", False),
        ("id='lich'", False),
    ],
)
def test_what_leads_to_no_other_page_is_no_link(attributes: str, linked: bool) -> None:
    tree = LexborHTMLParser(f"<body><p><a {attributes}>Lịch mở cửa</a></p></body>")
    assert [run[2] for run in walk(tree, lambda *_: False).runs] == [linked]


@pytest.mark.parametrize(("beside", "goes"), [(2, True), (3, False)])
def test_lines_beside_the_fields_of_a_form(beside: int, goes: bool) -> None:
    fields = "<div><input type=radio>Có<input type=radio>Không</div>"
    lines = "".join(f"<p>Chuyến {n}</p>" for n in range(beside))
    assert ("Chuyến 0" not in around(f"<div>{lines}{fields}</div>")) == goes


@pytest.mark.parametrize(("shown", "whole"), [(350, True), (351, False)])
def test_a_text_in_the_head_is_twice_as_long_as_what_is_shown(shown: int, whole: bool) -> None:
    said = [grown(233, "Mẻ đầu"), grown(233, "Mẻ hai"), grown(232, "Mẻ ba")]
    data = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(said)})
    script = f"<script type='application/ld+json'>{data}</script>"
    page = f"<head>{script}</head><body><div><p>{grown(shown, 'Mẻ này')}</p></div></body>"
    assert ("Mẻ ba" in Cleaner(sites=()).clean_html(page).text) == whole

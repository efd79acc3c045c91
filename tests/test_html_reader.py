"""The reader of pages: inline markup, lists, tables, copies, charsets, dumps without tags."""

from __future__ import annotations

import json

import pytest

import vnnews_clean
from vnnews_clean import Cleaner, Document, sites
from vnnews_clean.read.page import read_html

FIRST = "Sáng nay, hơn hai trăm hộ dân ven sông Trà Bồng được cấp nước sạch trở lại sau lũ."
SECOND = "Nhà máy nước cho biết đã thay ba máy bơm hỏng và súc rửa toàn bộ đường ống chính."
THIRD = "Trong tuần này, đội kỹ thuật sẽ đi từng nhà kiểm tra chất lượng nước miễn phí."


def page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><div><h1>Nước sạch về lại xóm ven sông</h1>"
        f"<p>{FIRST}</p>{body}<p>{SECOND}</p><p>{THIRD}</p></div></body></html>"
    )


def read(html: str | bytes) -> Document:
    return read_html(html, sites.index())


def lines(html: str | bytes) -> list[str]:
    return vnnews_clean.clean_html(html).split("\n")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Nước <b>s</b>ạch đã về</p>", "Nước sạch đã về"),
        ("<p>Nước<wbr> sạch</p>", "Nước sạch"),
        ("<p>Nư&shy;ớc sạch</p>", "Nước sạch"),
        ("<p>Nước\N{ZERO WIDTH SPACE} sạch</p>", "Nước sạch"),
        ("<p><a href='/x'>Nước</a> <a href='/y'>sạch</a> đã về</p>", "Nước sạch đã về"),
        ("<p><span><i>Nước</i> </span><b>sạch</b></p>", "Nước sạch"),
        ("<p>Nước<img src='a.jpg'>sạch</p>", "Nước sạch"),
        ("<p>Nước&nbsp;sạch&#7879;</p>", "Nước sạchệ"),
        ("<p>H<sub>2</sub>O</p>", "H2O"),
        ("<p>Nước\n   sạch\tđã về</p>", "Nước sạch đã về"),
        ("<p>n\u01b0\u01a1\u0301c sạch</p>".replace("\u01a1\u0301", "\u1edb"), "nước sạch"),
        ("<p>nươ\N{COMBINING ACUTE ACCENT}c sạch</p>", "nước sạch"),
    ],
)
def test_inline_markup_neither_splits_nor_glues_words(markup: str, text: str) -> None:
    document = read(page(markup))
    assert text in [document.text_of(block) for block in document.blocks]


def test_line_break_ends_a_line_and_two_leave_an_empty_one() -> None:
    assert "Hai câu thơ\nđứng liền nhau\n\nrồi cách một dòng" in vnnews_clean.clean_html(
        page("<p>Hai câu thơ<br>đứng liền nhau<br><br>rồi cách một dòng</p>")
    )


def test_bare_text_beside_blocks_is_read() -> None:
    document = read(f"<div>{FIRST}<p></p>{SECOND}<p>{THIRD}</p>phần cuối</div>")
    assert [document.text_of(b) for b in document.blocks] == [FIRST, SECOND, THIRD, "phần cuối"]


def test_lists_tables_quotes_and_captions_are_known() -> None:
    document = read(
        page(
            "<ul><li>Máy bơm</li><li><p>Đường ống</p></li></ul>"
            "<table><tr><th>Xã</th><th>Hộ</th></tr><tr><td><p>Bình Thới</p></td><td>120</td></tr></table>"
            "<blockquote><p>Nước trong lắm, uống được ngay.</p></blockquote>"
            "<figure><img src='a.jpg'><figcaption>Bể lọc mới. Ảnh: Mai Hạ</figcaption></figure>"
        )
    )
    tags = {document.text_of(block): block.tag for block in document.blocks}
    assert tags["Máy bơm"] == tags["Đường ống"] == "li"
    assert tags["Xã\tHộ"] == tags["Bình Thới\t120"] == "tr"
    assert tags["Nước trong lắm, uống được ngay."] == "blockquote"
    assert tags["Bể lọc mới. Ảnh: Mai Hạ"] == "figcaption"


def test_paragraphs_in_layout_tables_stay_paragraphs() -> None:
    document = read(
        f"<table><tr><td><p>{FIRST}</p><p>{SECOND}</p></td><td><p>{THIRD}</p></td></tr></table>"
    )
    assert [document.text_of(b) for b in document.blocks] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "copy",
    [
        f"<div hidden><p>{FIRST}</p><p>{SECOND}</p></div>",
        f"<div style='DISPLAY : none'><p>{FIRST}</p><p>{SECOND}</p></div>",
        f"<noscript><p>{FIRST}</p><p>{SECOND}</p></noscript>",
        f"<template><p>{FIRST}</p><p>{SECOND}</p></template>",
        f"<textarea>{FIRST}</textarea>",
        f"<script>var a = '<p>{FIRST}</p>';</script>",
        f"<!-- <p>{FIRST}</p> -->",
    ],
    ids=lambda copy: copy[:24],
)
def test_hidden_copy_does_not_come_out(copy: str) -> None:
    assert lines(page(copy)) == [FIRST, "", SECOND, "", THIRD]


def test_article_that_is_all_hidden_is_still_the_article() -> None:
    html = f"<body><div style='display:none' class='lazy'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></body>"
    assert lines(html) == [FIRST, "", SECOND, "", THIRD]


def test_box_with_a_telling_name_that_holds_the_article_is_the_article() -> None:
    html = f"<body><div class='related'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></body>"
    assert lines(html) == [FIRST, "", SECOND, "", THIRD]


@pytest.mark.parametrize(
    "source",
    [
        page("").encode(),
        page("").encode("utf-8-sig"),
        page("").encode("utf-16"),
        page("", "<meta charset='windows-1258'>").encode("utf-8"),
        page("").encode() + b"<!-- \xe0 -->",
        page(""),
    ],
    ids=["utf-8", "bom", "utf-16", "wrong declaration", "broken comment", "str"],
)
def test_charset_by_mark_by_meta_by_sense(source: str | bytes) -> None:
    assert lines(source) == [FIRST, "", SECOND, "", THIRD]


def test_declared_charset_is_used_where_bytes_are_no_utf_8() -> None:
    html = (
        "<meta charset='iso-8859-1'><p>Trường Đại học Sorbonne: caf\xe9, entr\xe9e, d\xe9but.</p>"
    )
    document = read(html.encode("cp1252", "xmlcharrefreplace"))
    assert "café, entrée, début." in document.text


def test_broken_byte_costs_one_character() -> None:
    source = page("").encode().replace(b"<p>", b"<p>\xe1\xbb ", 1)
    document = read(source)
    assert FIRST in document.text
    assert SECOND in document.text


def test_text_without_a_tag_is_read_as_a_dump() -> None:
    result = Cleaner().clean_html(f"{FIRST}\n\nTIN LIÊN QUAN\nMưa lớn ở đầu nguồn\n\n{SECOND}")
    assert result.text == f"{FIRST}\n\n{SECOND}"
    assert not result.document.markup


def test_block_knows_where_it_stands() -> None:
    document = read(page("<div class='Note big' id='n1'><p>Ghi chú <a href='/x'>dài</a></p></div>"))
    (block,) = [b for b in document.blocks if document.text_of(b) == "Ghi chú dài"]
    first = next(b for b in document.blocks if document.text_of(b) == FIRST)
    assert block.classes[:3] == ("note", "big", "#n1")
    assert block.links == pytest.approx(3 / 10)  # the space between is neither
    assert block.inside
    assert block.path[: len(first.path) - 1] == first.path[:-1]


def test_headline_is_metadata_and_can_be_kept_in_the_text() -> None:
    result = Cleaner().clean_html(page(""))
    assert result.title == "Nước sạch về lại xóm ven sông"
    assert not result.text.startswith(result.title)
    kept = Cleaner(ignore=["page.headline"]).clean_html(page(""))
    assert kept.text.split("\n")[0] == result.title


def test_repair_off_leaves_characters_alone() -> None:
    html = page("<p>nươ\N{COMBINING ACUTE ACCENT}c sạch về</p>")
    assert "\N{COMBINING ACUTE ACCENT}" in Cleaner(repair="off").clean_html(html).text


def test_everything_outside_is_explained() -> None:
    result = Cleaner().clean_html(
        page("", "<title>x</title>").replace("<body>", "<body><nav>Thời sự</nav>")
    )
    (label,) = [x for x in result.labels if result.document.text[x.start : x.end] == "Thời sự"]
    assert (label.kind, label.rule) == ("nav", "page.outside_article")
    assert "page.outside_article" in result.explain()


def test_the_body_that_the_head_gives_outweighs_a_longer_text_beside_it() -> None:
    body = [
        "Một hàng ghe nhỏ",
        "Chợ họp từ bốn giờ, tan trước khi nắng lên",
        "Ai cũng quen mặt nhau",
    ]
    comments = "".join(f"<p>{'Tôi cũng nhớ phiên chợ ấy lắm, ' * 3}số {i}.</p>" for i in range(3))
    said = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(body * 4)})
    page = (
        f'<head><script type="application/ld+json">{said}</script></head>'
        f"<div><div>{''.join(f'<p>{line}</p>' for line in body * 4)}</div><div>{comments}</div></div>"
    )
    text = Cleaner(sites=()).clean_html(page).text
    assert "Chợ họp từ bốn giờ" in text
    told = Cleaner(sites=()).clean_html(page.replace("articleBody", "other")).text
    assert "Chợ họp từ bốn giờ" not in told


def test_a_fragment_without_anything_around_it_is_read_by_the_line_rules_too() -> None:
    body = "".join(
        f"<p>{line}</p>" for line in (FIRST, SECOND, "&gt;&gt; Xem thêm: Giá rau tăng", THIRD)
    )
    result = Cleaner().clean_html(f"{body}<p>Chia sẻ Facebook</p><p>Bình luận</p>")
    assert result.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


TCVN3 = (
    "BÕn ®ß nhá b¾t ®Çu ch¹y chuyÕn khuya ®Ó c«ng nh©n tan ca kÞp vÒ bªn kia s«ng tr­íc nöa ®ªm.",
    "Bến đò nhỏ bắt đầu chạy chuyến khuya để công nhân tan ca kịp về bên kia sông trước nửa đêm.",
)


def test_a_page_in_tcvn3_keeps_its_soft_hyphens_until_they_are_letters() -> None:
    title = "ChuyÕn ®ß khuya trªn s«ng"
    html = (
        f"<title>{title}</title><body><div><h1>{title}</h1><p>{TCVN3[0]}</p><p>{TCVN3[0]}</p></div>"
    )
    result = Cleaner().clean_html(html)
    assert result.text.startswith(TCVN3[1])
    assert result.title == "Chuyến đò khuya trên sông"
    assert result.restore() == result.document.source


def test_one_paragraph_in_tcvn3_among_real_letters_is_read_and_those_stay() -> None:
    html = (
        f"<body><div><h1>Đò khuya</h1><p>{TCVN3[0]}</p><p>{FIRST}</p><p>Giá cá, giá đá.</p></div>"
    )
    assert lines(html) == [TCVN3[1], "", FIRST, "", "Giá cá, giá đá."]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_misread_letters_with_a_space_in_them_are_mended(encoding: str) -> None:
    said = (
        "Làng nghề bên sông đã có thêm hai xưởng dệt và một xưởng mộc từ đầu năm nay, xã cho biết."
    )
    try:
        broken = said.encode().decode(encoding)
    except UnicodeDecodeError:
        broken = said.encode().decode("latin-1")
    html = f"<body><div><h1>Đò khuya</h1><p>{broken}</p><p>{broken}</p></div>"
    assert lines(html)[0] == said


def test_lines_of_one_kind_outside_the_article_are_one_block_with_all_of_their_words() -> None:
    menu = "".join(f"<a href='/{name}'>{name}</a> " for name in ("Chợ", "Đò", "Lò"))
    below = "".join(f"<div><a href='/{n}'>Bến số {n}</a></div>" for n in range(3))
    document = read(page("").replace("<body>", f"<body><nav>{menu}</nav>{below}"))
    assert all(f"Bến số {n}" in document.text for n in range(3))
    outside = [block for block in document.blocks if not block.inside]
    assert len(outside) < 4

"""Pages made to harm: nothing raises, the guard steps in, the work stays linear."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews_clean import Cleaner, Result
from vnnews_clean.read.page import guard

CLEANER = Cleaner()
PROSE = "<p>Đoạn văn này nói về cây cầu mới và con đường ven sông, dài vừa đủ là một đoạn.</p>"

REFUSED = {
    "a million attributes": b"<div " + b" ".join(b"a%d=1" % i for i in range(1_000_000)) + b">x",
    "attributes between quoted brackets": b"<p "
    + b" ".join(b'a%d=">"' % i for i in range(20_000))
    + b">x",
    "deep nesting": b"<div>" * 200_000,
    "misnested formatting": b"<b><i></b>" * 20_000,
    "formatting with ids": b"".join(b"<b id=%d><p>" % i for i in range(10_000)),
    "formatting in capitals": b"".join(b"<p><fONT id=%d>x</p>" % i for i in range(1_300)),
    "nesting behind wrong end tags": b"<div></x>" * 20_000,
    "nesting in formatting": b"<b><div></b>" * 20_000,
    "more than can be parsed": b"x<p>" + b"y" * guard.MAX_BYTES,
}
PASSED = {
    "a page": PROSE.encode() * 2_000,
    "nesting inside a comment": b"<!--" + b"<div>" * 10_000 + b"--><p>x",
    "nesting inside a script": b"<script>" + b"<div>" * 10_000 + b"</script><p>x",
    "nesting inside a value": b'<p title="' + b"<div>" * 10_000 + b'">x',
    "unclosed paragraphs": b"<p>x" * 20_000,
    "unclosed items": b"<ul>" + b"<li>x" * 20_000,
    "an apostrophe without quotes": b"<p title=it's>x</p>" * 100 + b"<div>x</div>" * 5_000,
    "closed formatting": b"<b>x</b> <i>y</i>" * 10_000,
    "one long value": b'<img src="data:' + b"x" * 100_000 + b'"><p>y',
}
SURVIVED = {
    "nothing": "",
    "an open bracket": "<",
    "an open tag": "<div",
    "an open comment": "<!--" * 1000,
    "an open script": "<script>" * 1000,
    "open quotes": '<a b="' * 1000,
    "NULs": "\0<p>\0a\0</p>" * 100,
    "lone surrogates": "<p>\ud800 \udfff</p>" * 10,
    "a list in lists": "<ul><li>x" * 2000,
    "hidden in hidden": "<div hidden>" * 3000 + "x",
    "headings in headings": "<h1>" * 3000 + "x",
    "quotes in quotes": "<blockquote>" * 4000 + PROSE,
    "rows without tables": "<tr><td>x<td>y" * 500,
    "tables in cells": "<table><tr><td>" * 500 + "x",
    "JSON-LD without end": '<script type="application/ld+json">' + "[" * 100_000,
    "JSON-LD of wrong types": '<script type="application/ld+json">'
    + json.dumps({"@type": ["NewsArticle", 3], "author": [[], {"name": 5}], "headline": {}})
    + "</script>"
    + PROSE,
    "many classes": f'<p class="{" ".join(map(str, range(20_000)))}">x',
    "XML": '<?xml version="1.0"?><rss><channel><item><title>x</title></item></channel></rss>',
    "JSON": json.dumps({"html": PROSE}),
    "a frameset": "<frameset><frame src=x></frameset>",
    "svg and math": "<svg><title>x</title><foreignObject><p>y</svg><math><mi>z",
    "plaintext": "<plaintext>" + PROSE,
    "buttons in boxes": "<div><div>Trả lời</div>" * 3000,
    "comments in comments": f"<div>{PROSE}<a>Trả lời</a>" * 1000,
    "scripts in scripts": "<script><script></script>" * 3000,
    "scripts in comments": "<!-- <script> -->" * 3000,
}


def assert_accounted_for(result: Result) -> None:
    """Blocks hold all of the text in order, what is kept and what is cut is all of it, and the source
    comes back.
    """
    document = result.document
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.start < block.end
        assert document.text_of(block) == document.text_of(block).strip()
        assert not document.text[ends[-1] : block.start].strip()
        ends.append(block.end)
    assert not document.text[ends[-1] :].strip()
    removed = "".join(document.text[r.start : r.end] for r in result.removals)
    assert sorted("".join((result.text + removed).split())) == sorted(
        "".join(document.text.split())
    )
    assert result.restore() == document.source


@pytest.mark.parametrize("kind", REFUSED)
def test_guard_keeps_it_from_the_parser(kind: str) -> None:
    assert guard.objection(REFUSED[kind])


@pytest.mark.parametrize("kind", PASSED)
def test_guard_lets_it_pass(kind: str) -> None:
    assert guard.objection(PASSED[kind]) == ""


def test_refused_page_is_read_without_its_structure() -> None:
    html = (
        f"<title>T</title><script>var a;</script>{PROSE}{'<div>' * 5000}{PROSE}&lt;b&gt;<!-- x -->"
    )
    result = CLEANER.clean_html(html)
    assert result.document_type == "other"
    assert result.document.diagnostics == ("not parsed: more than 4096 nested elements",)
    assert "var a" not in result.document.text
    assert result.document.text.count("cây cầu mới") == 2
    assert "<b>" in result.document.text


@pytest.mark.parametrize("kind", SURVIVED)
def test_page_never_raises(kind: str) -> None:
    html = SURVIVED[kind]
    for source in (
        html,
        html.encode("utf-8", "surrogatepass"),
        html.encode("utf-16", "surrogatepass"),
    ):
        result = CLEANER.clean_html(source)
        assert result.document_type in ("article", "index", "other")
        for value in result.metadata.as_dict().values():
            assert value
            assert all(
                isinstance(part, str) for part in ([value] if isinstance(value, str) else value)
            )
        assert_accounted_for(result)


@pytest.mark.parametrize("cut", range(0, 400, 7))
def test_truncated_page_never_raises(cut: int) -> None:
    html = (
        "<!DOCTYPE html><html><head><title>Cầu mới</title><script type='application/ld+json'>{\"@type\":"
        f'"NewsArticle"}}</script></head><body><div class="a"><!-- x -->{PROSE}</div></body></html>'
    ).encode()
    assert_accounted_for(CLEANER.clean_html(html[:cut]))


def test_a_headline_whose_element_has_no_paragraph_never_raises() -> None:
    page = "n quh? ti?sáng k? ho?ch xây nhà v?n hóiv>>\n<i>| Thứ hai | 32 ??<h3>9</h3>?<blockquote>Trong tuần này, s? li?u ấy được chép vào sổ tay của tổ trưởng."
    assert "sổ tay của tổ trưởng" in Cleaner().clean_html(page).text


def test_an_element_that_the_parser_has_torn_apart_is_no_record_and_never_raises() -> None:
    page = '<b><p>á»›i chiáº¿u trên.»›i má»›i tuá»•i về. chiáº¿u bến. Ä‘Ã² cũ.</p>ờ<m><b class="menu">g</b>MBáº¡©ng con. con. làng dá»‡t chiếu. ven. sông. đang Ä‘áº§u.<br>n<div>ang chờ chiáº¿u cói. mới. trên. chiáº¿u bến Ä‘Ã² chiáº¿u bà.<h3>g<br>c'
    assert "chờ chiếu cói" in Cleaner().clean_html(page).text


def test_binaries_never_raise() -> None:
    noise = random.Random(7)
    for size in (1, 10, 1000, 50_000):
        data = noise.randbytes(size)
        for source in (data, b"\x89PNG\r\n\x1a\n" + data, b"<p>" + data):
            assert_accounted_for(CLEANER.clean_html(source))


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<ul>",
            "<li>",
            "</ul>",
            "<b>",
            "</b>",
            "<a href=x>",
            "</a>",
        ),
        *(
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<br>",
            "<h1>",
            "</h1>",
            "<form>",
            "<p",
            "<!--",
            "-->",
        ),
        *('<div class="related">', '<div class="article-content">', "<div hidden>", "<figcaption>"),
        *(
            "<script>",
            "</script>",
            "<svg>",
            "<template>",
            "&amp;",
            "&#0;",
            "&nbsp;",
            "\0",
            "\ud800",
            "\n",
        ),
        PROSE,
        "Xem thêm",
        "Tin liên quan",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=40))
def test_any_soup_is_accounted_for(pieces: list[str]) -> None:
    assert_accounted_for(CLEANER.clean_html("".join(pieces)))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_accounted_for(data: bytes) -> None:
    assert_accounted_for(CLEANER.clean_html(data))
    assert_accounted_for(CLEANER.clean_html(b"<p>" + data))


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_pages_are_read_alike_every_time(pieces: list[str]) -> None:
    html = "".join(pieces)
    assert CLEANER.clean_html(html).text == Cleaner().clean_html(html).text

"""Scripts and style sheets are cut before the parse, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews_clean.read.page.parsing import parse
from vnnews_clean.read.page.raw import without_raw

SENTENCE = "Sáng mùng bốn, hơn ba mươi tàu cá đã cập cảng sau chuyến biển dài."


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("<p>a</p><script>if (a < b) { go() }</script><p>b</p>", "<p>a</p><p>b</p>"),
        ("a<style media='x'>p > a { color: red }</style >b", "ab"),
        ("<SCRIPT>a</SCRIPT><p>a</p><Script>b</script>", "<p>a</p>"),
        ("<noscript><img src='x'></noscript>b", "b"),
        ("a<script>x</script><script src='y'></script\n>b<style></style>c", "abc"),
    ],
)
def test_what_is_no_text_is_cut(page: str, left: str) -> None:
    assert without_raw(page) == without_raw(page.encode()) == left.encode()


@pytest.mark.parametrize(
    "page",
    [
        "<!-- <script> --><p>a</p><!-- </script> -->",
        '<div data-code="<script>"><p>a</p><script>x</script>',
        "<title><style></title><p>a</p><style>b</style>",
        "<script>document.write('<script src=x><\\/script>')</script>",
        "<p>a</p><script>never closed",
        "<script>a</scripts",
        "<styled>a</styled><scripture>b</scripture>",
        '<script type="application/ld+json">{"headline": "a"}</script>',
    ],
)
def test_what_is_not_certain_is_left_to_the_parser(page: str) -> None:
    assert without_raw(page) == page.encode()


def test_lone_surrogates_become_replacement_characters() -> None:
    assert without_raw("a\udc41b<script></script>") == "a\N{REPLACEMENT CHARACTER}b".encode()


PIECES = st.lists(
    st.sampled_from(
        "<script> </script> <style> </style> <noscript> </noscript> <!-- -->"
        " <SCRIPT> </SCRIPT> <p> </p> <div> </div> <b> x=' '> \" < / ".split(" ")
    ),
    max_size=12,
)


@settings(max_examples=500)
@given(PIECES, PIECES)
def test_no_text_goes_however_broken_the_page(before: list[str], after: list[str]) -> None:
    page = f"<body>{' '.join(before)}<p>{SENTENCE}</p>{' '.join(after)}".encode()
    assert shown(without_raw(page)) == shown(page)


def shown(page: bytes) -> list[str]:
    """The words of `page` by a parser that was left to deal with all of it."""
    tree, _ = parse(page)
    return tree.body.text(separator=" ").split() if tree.body else []

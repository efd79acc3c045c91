"""What a cleaner is handed: texts and bytes; anything else is told apart at the door."""

from __future__ import annotations

import re
from typing import Any

import pytest

import vnnews_clean
from vnnews_clean import Cleaner, Document, Result

CLEANER = Cleaner()
WAYS = (
    CLEANER.clean,
    CLEANER.clean_html,
    CLEANER.read,
    vnnews_clean.clean,
    vnnews_clean.clean_html,
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("source", "message"),
    [
        (None, "a document is str or bytes, not NoneType"),
        (7, "a document is str or bytes, not int"),
        (["a"], "a document is str or bytes, not list"),
        (memoryview(b"x"), "not memoryview; bytes() makes them of it"),
        (bytearray(b"x"), "not bytearray; bytes() makes them of it"),
    ],
)
def test_what_is_no_document_is_said_so(way: Any, source: object, message: str) -> None:
    with pytest.raises(TypeError, match=re.escape(message)):
        way(source)


@pytest.mark.parametrize("way", [CLEANER.clean, CLEANER.clean_html, vnnews_clean.clean_html])
@pytest.mark.parametrize("url", [b"https://songque.example/a", 7, ["https://songque.example"]])
def test_an_address_is_a_string(way: Any, url: object) -> None:
    with pytest.raises(TypeError, match=f"url is str or None, not {type(url).__name__}"):
        way("text", url=url)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("source", ["", b"", "text", b"\xff\x00", "\ud800"])
def test_any_text_and_any_bytes_come_in(way: Any, source: str | bytes) -> None:
    assert isinstance(way(source), str | Result | Document)

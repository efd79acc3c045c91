"""Bytes to text: by byte order mark, by what is declared, by what is valid, by what makes sense."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from ...patterns import pattern
from .legacy import guess

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN: Final = frozenset(("ascii", "iso8859-1", "latin-1", "cp1252"))
"""Pages that declare these mean windows-1252, as the WHATWG's Encoding Standard has it."""
_CHARSET: Final = pattern(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
_PRESCAN: Final = 4096
"""Bytes in which a declared charset is looked for: four times what the standard demands."""
_NOT_TEXT: Final = frozenset(("utf-7", "utf-16", "utf-32", "idna", "punycode", "unicode-escape"))


class Decoded(NamedTuple):
    """Text and the name of its encoding, as Python spells it.

    A byte that the encoding does not know is a lone surrogate (PEP 383, ``surrogateescape``).
    """

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """`data` as text. Never raises; `declared` is the charset that a header or page names.

    A byte order mark is believed first. Valid UTF-8 beyond ASCII is UTF-8 whatever is declared,
    since nothing else looks like it. Then comes what is declared, then UTF-8 with a broken byte
    here and there, then windows-1258 if that gives Vietnamese, then windows-1252.
    """
    marked = by_mark(data)
    if marked:
        return marked
    named = _codec(declared)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        pass
    else:
        if named is None or not text.isascii():
            return Decoded(text, "utf-8")
    if named is not None and named != "utf-8":
        return _western(data) if named in _WESTERN else lenient(data, named)
    text = data.decode("utf-8", "surrogateescape")
    return Decoded(text, "utf-8") if _mostly_valid(text) else _western(data)


def declared(data: bytes) -> str | None:
    """The charset that a page names."""
    found = _CHARSET.search(data, 0, _PRESCAN)
    return found[1].decode("ascii", "replace") if found else None


def is_mostly_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8, bar a broken byte here and there, and a letter that is cut at the end."""
    try:
        codecs.utf_8_decode(data, "strict", False)  # noqa: FBT003 - more may come
    except UnicodeDecodeError:
        return _mostly_valid(data.decode("utf-8", "surrogateescape"))
    return True


def by_mark(data: bytes) -> Decoded | None:
    """`data` decoded by its byte order mark, without the mark; ``None`` if there is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return lenient(data[len(mark) :], encoding)
    return None


def _codec(label: str | None) -> str | None:
    """The name of Python's codec for `label`, if that is an encoding of text that pages use."""
    try:
        codec = codecs.lookup((label or "").strip(" \t\r\n\"';"))
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name.startswith(tuple(_NOT_TEXT)):
        return None
    return codec.name


def lenient(data: bytes, encoding: str) -> Decoded:
    """`data` as text of `encoding`, with what that cannot read kept as far as can be."""
    for errors in ("strict", "surrogatepass", "surrogateescape", "replace"):
        try:
            return Decoded(data.decode(encoding, errors), encoding)
        except (UnicodeError, ValueError):
            continue
    return Decoded(data.decode("utf-8", "surrogateescape"), "utf-8")


def _mostly_valid(text: str) -> bool:
    """Whether more characters beyond ASCII came out of UTF-8 than bytes did not."""
    escaped = sum("\udc80" <= char <= "\udcff" for char in text)
    return 2 * escaped <= len(text) - len(text.encode("ascii", "ignore"))


def _western(data: bytes) -> Decoded:
    """windows-1252, with C1 controls for its five holes; windows-1258 where words say so."""
    text = data.decode("cp1252", "surrogateescape")
    if guess(text) == "windows-1258":
        return lenient(data, "cp1258")
    return Decoded(text, "cp1252")

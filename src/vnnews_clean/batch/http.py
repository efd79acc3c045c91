"""The HTML page in a raw HTTP response: headers read, transfer and content coding undone."""

from __future__ import annotations

import codecs
import zlib
from typing import Final

from ..rejected import Reason, RejectedError
from .extras import required

_HTML: Final = frozenset({"text/html", "application/xhtml+xml", ""})
_BOMS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def page_of(response: bytes, limit: int) -> str | bytes | None:
    """The page, at most `limit` bytes; ``None`` for what is no page: pictures, errors, redirections.

    Text if the headers name its encoding and the page does not begin with a byte order mark, else
    bytes. Raises `RejectedError` for a body that cannot be decoded.
    """
    head, _, body = response.partition(b"\r\n\r\n")
    if not _:
        head, _, body = response.partition(b"\n\n")
    status, headers = _headers(head)
    media, _, parameters = headers.get("content-type", "").partition(";")
    if not status.startswith("2") or media.strip().lower() not in _HTML:
        return None
    if not media and body.lstrip()[:1] != b"<":
        return None
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        body = _decoded(body, coding.strip(), limit)
    if len(body) > limit:
        raise RejectedError(Reason.TOO_LONG, f"longer than {limit} bytes")
    return _text(body, parameters)


def _headers(head: bytes) -> tuple[str, dict[str, str]]:
    """The status code and the headers, names in lower case."""
    first, *lines = head.decode("latin-1").splitlines()[:500] or [""]
    parts = first.split(None, 2)
    pairs = (line.partition(":") for line in lines)
    return parts[1] if len(parts) > 1 else "", {k.strip().lower(): v.strip() for k, _, v in pairs}


def _dechunked(body: bytes) -> bytes:
    """The body without its chunk sizes; as it is if there are none: many crawlers undo the coding."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\n", at, at + 1024)
        try:
            size = int(body[at:end].partition(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(parts) if parts else body
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 1 : end + 1 + size])
        at = body.find(b"\n", end + 1 + size) + 1
        if not at:
            return b"".join(parts)


def _decoded(body: bytes, coding: str, limit: int) -> bytes:
    """One content coding undone, bounded: what would become larger is refused unread."""
    if coding in ("", "identity") or not body:
        return body
    if coding in ("gzip", "x-gzip"):
        return _inflated(body, 31, limit) if body[:2] == b"\x1f\x8b" else body
    if coding == "deflate":
        zlib_header = body[0] & 15 == 8 and int.from_bytes(body[:2], "big") % 31 == 0
        return _inflated(body, 15 if zlib_header else -15, limit)
    if coding == "zstd":
        return _unzstd(body, limit)
    raise RejectedError(Reason.ERROR, f'the content coding "{coding}" is not supported')


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    inflater = zlib.decompressobj(window)
    try:
        data = inflater.decompress(body, limit + 1)
    except zlib.error as error:
        raise RejectedError(Reason.CORRUPT, f"the body cannot be unpacked: {error}") from None
    if not inflater.eof and len(data) <= limit:
        raise RejectedError(Reason.CORRUPT, "the body was cut off")
    return _bounded(data, limit)


def _unzstd(body: bytes, limit: int) -> bytes:
    zstandard = required("zstandard", "zstd", "Zstandard pages")
    try:
        reader = zstandard.ZstdDecompressor(max_window_size=1 << 23).stream_reader(body)
        data: bytes = reader.read(limit + 1)
    except zstandard.ZstdError as error:
        raise RejectedError(Reason.CORRUPT, f"the body cannot be unpacked: {error}") from None
    return _bounded(data, limit)


def _bounded(data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise RejectedError(Reason.BOMB, f"unpacks to more than {limit} bytes")
    return data


def _text(body: bytes, parameters: str) -> str | bytes:
    charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    if not charset or body.startswith(_BOMS):
        return body
    try:
        return body.decode(charset, "strict" if charset.startswith("utf") else "replace")
    except (LookupError, ValueError):  # the page itself may know better
        return body

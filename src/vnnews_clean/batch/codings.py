"""Content codings of HTTP bodies, undone as a browser would."""

from __future__ import annotations

import codecs
import zlib
from typing import Final

from ..quarantine import QuarantinedError, Reason
from .extras import required, zstd

BYTE_ORDER_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PAGE_WINDOW_LOG: Final = 23
"""Largest Zstandard window of a body: 8 MB, as RFC 9659 has it."""


def decoded(body: bytes, coding: str, limit: int) -> bytes:
    """`body` with one coding undone, bounded: what would become larger is refused unread.

    A coding that nobody knows is none. A body that looks like markup as it is has none either:
    many crawlers undo the coding and leave the header. Raises `QuarantinedError`.
    """
    if coding not in _UNPACKERS or not body or _is_markup(body):
        return body
    try:
        data, whole = _UNPACKERS[coding](body, limit + 1)
    except (zlib.error, ValueError) as error:
        raise QuarantinedError(Reason.CORRUPT, f"the body cannot be unpacked: {error}") from None
    if len(data) > limit:
        raise QuarantinedError(Reason.BOMB, f"unpacks to more than {limit} bytes")
    if not whole:
        raise QuarantinedError(Reason.CORRUPT, "the body was cut off")
    return data


def _is_markup(body: bytes) -> bool:
    return body.startswith(BYTE_ORDER_MARKS) or body[:256].lstrip()[:1] == b"<"


def _gunzip(body: bytes, limit: int) -> tuple[bytes, bool]:
    """All members; what stands behind the last one is nothing."""
    if body[:2] != b"\x1f\x8b":
        return body, True
    parts: list[bytes] = []
    size = 0
    while body[:2] == b"\x1f\x8b" and size < limit:
        inflater = zlib.decompressobj(31)
        parts.append(inflater.decompress(body, limit - size))
        size += len(parts[-1])
        if not inflater.eof:
            return b"".join(parts), False
        body = inflater.unused_data
    return b"".join(parts), True


def _inflate(body: bytes, limit: int) -> tuple[bytes, bool]:
    """With the header of zlib, as the standard says, or without it, as many servers do."""
    has_header = body[0] & 15 == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    inflater = zlib.decompressobj(15 if has_header else -15)
    return inflater.decompress(body, limit), inflater.eof


def _unbrotli(body: bytes, limit: int) -> tuple[bytes, bool]:
    brotli = required("brotli", "warc", "pages packed with Brotli")
    unpacker = brotli.Decompressor()
    try:
        data: bytes = unpacker.process(body, output_buffer_limit=limit)
    except brotli.error as error:
        raise ValueError(error) from None
    return data, unpacker.is_finished()


def _unzstd(body: bytes, limit: int) -> tuple[bytes, bool]:
    module = zstd()
    options = {module.DecompressionParameter.window_log_max: _PAGE_WINDOW_LOG}
    unpacker = module.ZstdDecompressor(options=options)
    try:
        return unpacker.decompress(body, limit), unpacker.eof
    except module.ZstdError as error:
        raise ValueError(error) from None


_UNPACKERS: Final = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}

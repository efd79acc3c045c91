"""The HTML page in a raw HTTP response: headers read, transfer and content coding undone."""

from __future__ import annotations

from typing import Final, NamedTuple

from ..quarantine import QuarantinedError, Reason
from .codings import BYTE_ORDER_MARKS, decoded

_HTML: Final = frozenset({"text/html", "application/xhtml+xml", ""})


class NoPage(NamedTuple):
    """A response that is no page: a picture, an error, a redirection."""

    what: str


def page_of(response: bytes, limit: int) -> str | bytes | NoPage:
    """The page, at most `limit` bytes.

    Text if the headers name its encoding and the page does not begin with a byte order mark, else
    bytes. Raises `QuarantinedError` for a body that cannot be decoded.
    """
    head, _, body = response.partition(b"\r\n\r\n")
    if not _:
        head, _, body = response.partition(b"\n\n")
    status, headers = _headers(head)
    media, _, parameters = headers.get("content-type", "").partition(";")
    media = media.strip().lower()
    if not status.startswith("2"):
        is_status = status[:3].isdecimal()
        return NoPage(f"status {status[:3]}" if is_status else "response without a status")
    if media not in _HTML:
        return NoPage(media)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        body = decoded(body, coding.strip(), limit)
    if not media and body[:256].lstrip()[:1] != b"<":
        return NoPage("response without a type")
    if len(body) > limit:
        raise QuarantinedError(Reason.TOO_LONG, f"longer than {limit} bytes")
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


def _text(body: bytes, parameters: str) -> str | bytes:
    charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    if not charset or body.startswith(BYTE_ORDER_MARKS):
        return body
    try:
        return body.decode(charset, "strict" if charset.startswith("utf") else "replace")
    except (LookupError, ValueError):  # the page itself may know better
        return body

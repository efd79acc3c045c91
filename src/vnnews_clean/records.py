"""A line of JSON whose fields can be exchanged in place.

The line is scanned once and never written again as a whole: what is not exchanged keeps its
bytes, so big integers, ``1.10``, escapes, spaces, key order and even duplicate keys survive.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from .quarantine import QuarantinedError, Reason

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

# What `json` is made of, by its parts: a decoder makes objects of whole lines, which loses where a
# value stands and how it was written. `tests/test_records.py` holds the parts to what `json` reads.
_scan_once: Final[Callable[[str, int], tuple[object, int]]] = vars(
    json.JSONDecoder(parse_int=len, parse_float=len)
)["scan_once"]
"""The value at an offset, and where it ends. Numbers are only checked, not converted: `len` is cheaper
than `int`, whose time grows with the square of the digits, and has no limit to raise at."""
_scan_string: Final[Callable[[str, int], tuple[str, int]]] = vars(json.decoder)["scanstring"]
"""The string whose first character is at an offset, and where it ends."""
_quoted: Final[Callable[[str], str]] = vars(json.encoder)["encode_basestring"]
_quoted_ascii: Final[Callable[[str], str]] = vars(json.encoder)["encode_basestring_ascii"]
_RARE: Final = bytes(code for code in range(0x20) if code != ord("\n"))
"""Controls that a string has to escape and no article has: without them, it is quoted many times as fast."""
_SPACE: Final = " \t\n\r"
_COLON: Final = re.compile(r"[ \t\n\r]*+:[ \t\n\r]*+")
_COMMA: Final = re.compile(r"[ \t\n\r]*+,[ \t\n\r]*+")


class Field(NamedTuple):
    """A field of the outermost object; `start` and `end` are offsets of its value in the line."""

    key: str
    value: object
    start: int
    end: int


class Record(NamedTuple):
    """A line that is one JSON object."""

    line: str
    fields: tuple[Field, ...]
    close: int
    """Offset of the last ``}``."""

    def find(self, key: str) -> Field | None:
        """The field of that name. Raises `QuarantinedError` if there are several."""
        found = [f for f in self.fields if f.key == key]
        if len(found) > 1:
            raise QuarantinedError(Reason.DUPLICATE_KEY, f'{len(found)} fields are called "{key}"')
        return found[0] if found else None

    def with_values(self, values: Mapping[str, Json]) -> bytes:
        """The line in UTF-8 with these fields exchanged in place, or appended where they are missing.

        Raises `UnicodeEncodeError` if that would write half a character.
        """
        ascii_only = self.line.isascii()
        parts: list[bytes] = []
        position = 0
        for field in self.fields:
            if field.key in values:
                before = self.line[position : field.start].encode()
                parts += (before, _dump(values[field.key], ascii_only))
                position = field.end
        end = self.fields[-1].end if self.fields else self.close
        known = {f.key for f in self.fields}
        missing = [
            _dump(key, ascii_only) + b": " + _dump(value, ascii_only)
            for key, value in values.items()
            if key not in known
        ]
        comma = b", " if self.fields and missing else b""
        rest = self.line[end:].encode()
        parts += (self.line[position:end].encode(), comma, b", ".join(missing), rest)
        return b"".join(parts)


def _dump(value: Json, ascii_only: bool) -> bytes:
    """JSON in the manner of the line: one that escapes every letter goes on doing so."""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=ascii_only).encode()
    if ascii_only:
        return _quoted_ascii(value).encode()
    data = value.encode()
    if len(data.translate(None, _RARE)) != len(data):
        return _quoted(value).encode()
    data = data.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return b'"%b"' % data


def parse(line: str) -> Record:
    """Read a line. Raises `QuarantinedError` for what is no JSON object."""
    try:
        return _parse(line)
    except RecursionError:
        raise QuarantinedError(Reason.TOO_DEEP, "nested too deeply to be read") from None
    except StopIteration as stop:
        raise QuarantinedError(
            Reason.INVALID_JSON, f"no value at column {stop.value + 1}"
        ) from None
    except json.JSONDecodeError as error:
        raise QuarantinedError(
            Reason.INVALID_JSON,
            f"{error.msg.removesuffix(' starting at')} at column {error.pos + 1}",
        ) from None


def _parse(line: str) -> Record:
    start = _skip(line, 0)
    if line[start : start + 1] != "{":
        _, end = _scan_once(line, start)
        if _skip(line, end) < len(line):
            raise json.JSONDecodeError("Extra data", line, end)
        raise QuarantinedError(Reason.NOT_AN_OBJECT, "the line is JSON, but no object")
    fields: list[Field] = []
    at = _skip(line, start + 1)
    while line[at : at + 1] != "}":
        key, at = _scan_string(line, _expect(line, at, '"'))
        colon = _COLON.match(line, at)
        at = colon.end() if colon else _expect(line, _skip(line, at), ":")
        value, end = _scan_once(line, at)
        fields.append(Field(key, value, at, end))
        comma = _COMMA.match(line, end)
        if comma is None:
            at = _skip(line, end)
            if line[at : at + 1] != "}":
                _expect(line, at, ",")
            break
        at = comma.end()
        _expect(line, at, '"')
    if (end := _skip(line, at + 1)) < len(line):
        raise json.JSONDecodeError("Extra data", line, end)
    return Record(line, tuple(fields), at)


def _skip(line: str, at: int) -> int:
    while line[at : at + 1] in _SPACE and at < len(line):
        at += 1
    return at


def _expect(line: str, at: int, char: str) -> int:
    if line[at : at + 1] != char:
        raise json.JSONDecodeError(f"Expecting {char!r}", line, at)
    return at + 1


def as_line(value: Mapping[str, Json]) -> bytes:
    """An object as one line of JSON in UTF-8. Half a character, which UTF-8 has no form for, is
    written as JSON's escape for it.
    """
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"

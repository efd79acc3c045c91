"""A line of JSON whose fields can be exchanged in place.

The line is never written again as a whole: what is not exchanged keeps its bytes, so big integers,
``1.10``, escapes, spaces, key order and even duplicate keys survive.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Final, NamedTuple

from .patterns import pattern
from .quarantine import QuarantinedError, Reason

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

# What `json` is made of, by its parts: a decoder makes objects of whole lines, which loses where a
# value stands and how it was written. `tests/test_records.py` holds the parts to what `json` reads.
_scan_once: Final[Callable[[str, int], tuple[object, int]]] = vars(
    json.JSONDecoder(object_pairs_hook=tuple, parse_int=len, parse_float=len)
)["scan_once"]
"""The value at an offset, and where it ends; objects are tuples of pairs. Numbers are only checked, not
converted: `len` is cheaper than `int`, whose time grows with the square of the digits, and has no
limit to raise at."""
_scan_string: Final[Callable[[str, int], tuple[str, int]]] = vars(json.decoder)["scanstring"]
"""The string whose first character is at an offset, and where it ends."""
_quoted: Final[Callable[[str], str]] = vars(json.encoder)["encode_basestring"]
_quoted_ascii: Final[Callable[[str], str]] = vars(json.encoder)["encode_basestring_ascii"]
_RARE: Final = bytes(code for code in range(0x20) if code != ord("\n"))
"""Controls that a string has to escape and no article has: without them, it is quoted many times as fast."""
_SPACE: Final = " \t\n\r"
_KEY: Final = pattern(r'[ \t\n\r,]*+("(?:[^"\\]|\\.)*+")[ \t\n\r]*+:[ \t\n\r]*+')
"""A key of an object that is known to be right, and all up to its value."""


class Field(NamedTuple):
    """A field of the outermost object. Objects are tuples of pairs, and numbers say how long they are."""

    key: str
    value: object


class Record(NamedTuple):
    """A line that is one JSON object."""

    line: str
    fields: tuple[tuple[str, object], ...]
    """As `Field` has them."""

    def find(self, key: str) -> Field | None:
        """The field of that name. Raises `QuarantinedError` if there are several."""
        found = [field for field in self.fields if field[0] == key]
        if len(found) > 1:
            raise QuarantinedError(Reason.DUPLICATE_KEY, f'{len(found)} fields are called "{key}"')
        return Field(*found[0]) if found else None

    def with_values(self, values: Mapping[str, Json]) -> bytes:
        """The line in UTF-8 with these fields exchanged in place, or appended where they are missing.

        Raises `UnicodeEncodeError` if that would write half a character.
        """
        ascii_only = self.line.isascii()
        parts: list[bytes] = []
        position = 0
        for key, start, end in self._places(values):
            parts += (self.line[position:start].encode(), _dump(values[key], ascii_only))
            position = end
        known = {key for key, _ in self.fields}
        missing = [
            _dump(key, ascii_only) + b": " + _dump(value, ascii_only)
            for key, value in values.items()
            if key not in known
        ]
        if missing:
            end = position + len(self.line[position : self.line.rindex("}")].rstrip(_SPACE))
            comma = b", " if self.fields else b""
            parts += (self.line[position:end].encode(), comma, b", ".join(missing))
            position = end
        parts.append(self.line[position:].encode())
        return b"".join(parts)

    def _places(self, keys: Container[str]) -> Iterator[tuple[str, int, int]]:
        """The fields of these names: start and end of their values in the line."""
        left = sum(key in keys for key, _ in self.fields)
        at = self.line.index("{") + 1
        while left and (found := _KEY.match(self.line, at)):
            key, _ = _scan_string(self.line, found.start(1) + 1)
            at = _past_value(self.line, found.end())
            if key in keys:
                left -= 1
                yield key, found.end(), at


def _past_value(line: str, at: int) -> int:
    """Where a value that is known to be right ends. A string is not read once more for that."""
    if line[at] != '"':
        return _scan_once(line, at)[1]
    while True:
        at = slashes = line.index('"', at + 1)
        while line[slashes - 1] == "\\":
            slashes -= 1
        if (at - slashes) % 2 == 0:
            return at + 1


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
        value = _value(line)
    except RecursionError:
        raise QuarantinedError(Reason.TOO_DEEP, "nested too deeply to be read") from None
    except StopIteration as stop:
        raise QuarantinedError(
            Reason.INVALID_JSON, f"no value at column {stop.value + 1}"
        ) from None
    except json.JSONDecodeError as error:
        raise QuarantinedError(
            Reason.INVALID_JSON,
            f"{error.msg.removesuffix(' at').removesuffix(' starting')} at column {error.pos + 1}",
        ) from None
    if not isinstance(value, tuple):
        raise QuarantinedError(Reason.NOT_AN_OBJECT, "the line is JSON, but no object")
    return Record(line, value)


def _value(line: str) -> object:
    """What stands in the line. Raises `json.JSONDecodeError`, `StopIteration` and `RecursionError`."""
    value, end = _scan_once(line, _past_space(line, 0))
    if (end := _past_space(line, end)) < len(line):
        raise json.JSONDecodeError("Extra data", line, end)
    return value


def _past_space(line: str, at: int) -> int:
    while line[at : at + 1] in _SPACE and at < len(line):
        at += 1
    return at


def as_line(value: Mapping[str, Json]) -> bytes:
    """An object as one line of JSON in UTF-8. Half a character, which UTF-8 has no form for, is
    written as JSON's escape for it.
    """
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"

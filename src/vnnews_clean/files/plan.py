"""What cleaning a file comes to: the findings, and the content it should have.

A file in which nothing is cut or repaired stays as it is, to the byte. One in which something is
holds what `Cleaner.clean` gives, in the form (encoding, indents, line breaks, last line) it had.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from ..cleaner import Cleaner
from ..edits import SourceMap
from ..errors import InputError
from ..quarantine import QuarantinedError, Reason
from ..records import parse
from ..result import Result
from .findings import Finding, findings
from .refit import refitted
from .source import Form, Sort, decode, refuse_binary

Anchors = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The outcome for one file. Nothing is written yet."""

    old: str
    """What the file holds, decoded; of a page, the text that its markup holds."""
    new: str
    """What it should hold; `old` if there is nothing to do."""
    content: bytes
    """`new` as bytes of the file's form."""
    findings: tuple[Finding, ...]
    """Empty where nothing is to be done."""
    anchors: Anchors = ()
    """(line of `old`, line of `new`) of what is kept, from 0, increasing. Lines end with LF."""
    form: Form = field(default_factory=Form)


def plan(name: str, data: bytes, sort: Sort, cleaner: Cleaner, text_key: str = "text") -> Plan:
    """Clean the content of a file. `text_key` names the field of records that is cleaned.

    Raises `InputError`, naming the file (and the line of a record), for what cannot be read.
    """
    refuse_binary(name, data)
    match sort:
        case Sort.TEXT:
            return plan_text(name, data, cleaner)
        case Sort.HTML:
            return plan_page(data, cleaner)
        case Sort.RECORDS:
            return plan_records(name, data, cleaner, text_key)


def plan_text(name: str, data: bytes, cleaner: Cleaner) -> Plan:
    """A text dump."""
    old, form = decode(name, data)
    result = cleaner.clean(old)
    found = findings(result)
    new = refitted(result, old, form) if found else old
    if new == old:
        return Plan(old, old, data, ())
    return Plan(old, new, form.encode(new), found, _anchors(result, old, new), form)


def plan_page(data: bytes, cleaner: Cleaner) -> Plan:
    """A page, which becomes text in UTF-8."""
    result = cleaner.clean_html(data)
    old, new = result.document.text, result.text
    new += "\n" if new else ""
    anchors = _anchors(result, old, new)
    return Plan(old, new, new.encode("utf-8", "replace"), findings(result), anchors)


def plan_records(name: str, data: bytes, cleaner: Cleaner, text_key: str) -> Plan:
    """JSON lines: in each, one field is cleaned in place; every other byte stays."""
    old, form = decode(name, data)
    lines = old.split("\n")
    found: list[Finding] = []
    for index, line in enumerate(lines):
        if line.strip():
            try:
                lines[index], more = _clean_record(line, cleaner, text_key)
            except QuarantinedError as error:
                raise InputError(f"{name}: line {index + 1}: {error}") from None
            found += (
                replace(f, line=index + 1, end_line=index + 1, column=0, end_column=0) for f in more
            )
    new = "\n".join(lines)
    anchors = tuple((n, n) for n in range(len(lines)))
    return Plan(old, new, form.encode(new), tuple(found), anchors, form)


def _clean_record(line: str, cleaner: Cleaner, text_key: str) -> tuple[str, Sequence[Finding]]:
    """The record as it should be, and why. Raises `QuarantinedError`."""
    record = parse(line)
    field = record.find(text_key)
    if field is None:
        raise QuarantinedError(Reason.MISSING_KEY, f'no field "{text_key}"')
    if not isinstance(field.value, str):
        raise QuarantinedError(Reason.WRONG_TYPE, f'the field "{text_key}" is no string')
    result = cleaner.clean(field.value)
    found = findings(result) if result.text != field.value else ()
    if not found:
        return line, ()
    try:
        return record.with_values({text_key: result.text}).decode(), found
    except UnicodeEncodeError:
        raise QuarantinedError(
            Reason.LONE_SURROGATE, f'the field "{text_key}" has half a character'
        ) from None


def _anchors(result: Result, old: str, new: str) -> Anchors:
    """Which line of `old` each line of `new` is what is left of: a kept block is one line."""
    written = [number for number, line in enumerate(new.split("\n")) if line.strip()]
    if len(written) != len(result.blocks):  # line breaks that are not LF
        return ()
    ends = list(accumulate(len(line) + 1 for line in old.split("\n")))
    source = SourceMap(result.document.edits)
    anchors: list[tuple[int, int]] = []
    for block, to in zip(result.blocks, written, strict=True):
        line = bisect_right(ends, source.to_source(block.start))
        if not anchors or line > anchors[-1][0]:
            anchors.append((line, to))
    return tuple(anchors)

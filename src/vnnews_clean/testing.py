"""Annotated fixtures: what a rule drops and keeps, written down so that a test can check it.

For the authors of rules, here and in plug-ins::

    for case in read_cases(Path("mine.hotline.txt")):
        assert not complaints(case, Cleaner(rules=[hotline]))

A file holds cases; each begins with its title and goes on to the next title::

    # a box between two paragraphs
      Hà Nội hôm nay mưa to, nhiều nơi ngập sâu.
    - TIN LIÊN QUAN  [related.header]
    = Ảnh: Minh Hà  [caption.credit]
    ~ Giá xăng giảm. {{>> Xem thêm: Giá dầu}} Giá gas tăng.  [related.inline]
    ~ Giá gạo tăng {=(Nguồn: Bộ Công Thương)=}  [source.credit]

The notation of the lines is described in `vnnews_clean.notation`. Empty lines before a title
belong to no case. Files are read as bytes, so CRLF and spaces at the end of a line survive. In a
file ``*.html`` the lines are those of a page, one block a line, and what is said is said of their
text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from .cleaner import Cleaner
from .edits import SourceMap
from .errors import InputError
from .model import BOILERPLATE
from .notation import read
from .patterns import pattern
from .result import Result

_TAG: Final = pattern(r"<(title|script|style)\b.*?</\1>|<[^>]*>", re.IGNORECASE)
"""A tag; with its content, where that is not text of the page."""


class Note(NamedTuple):
    """What a fixture says of a span of its source."""

    start: int
    end: int
    rule: str
    dropped: bool
    """False for a span that is kept, but labelled."""


@dataclass(frozen=True, slots=True)
class Case:
    """A small document and what must become of it. Offsets of `notes` index `source`."""

    rule: str
    """Id of the rule whose file this is."""
    title: str
    line: int
    """Line number of the title in the file, from 1."""
    source: str
    notes: tuple[Note, ...]
    markup: bool = False

    @property
    def drops(self) -> int:
        """Spans that the file's rule drops or, if it only names things, labels."""
        return sum(note.rule == self.rule for note in self.notes)

    @property
    def keeps(self) -> int:
        """Lines with something kept and not annotated."""
        annotated = _places(self.notes)
        return sum(
            any(at not in annotated for at in _inked(self.source, start, end))
            for start, end in _lines(self.source)
            if not self.markup or _plain(self.source[start:end])
        )


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a fixture file. Raises `InputError` for a line that cannot be understood."""
    markup = path.suffix == ".html"
    text = path.read_bytes().decode("utf-8")
    cases: list[Case] = []
    body: list[tuple[int, str]] = []
    title, begun = "", 0
    for number, line in enumerate([*text.split("\n"), "# "], 1):
        if not line.startswith("# "):
            body.append((number, line))
            continue
        if begun:
            cases.append(_case(path, title, begun, body, markup=markup))
        elif any(line.strip() for _, line in body):
            raise InputError(f"{path}:1: a fixture begins with a title, '# …'")
        title, begun, body = line[2:].strip(), number, []
    return tuple(cases)


def complaints(case: Case, cleaner: Cleaner) -> list[str]:
    """Everything in which `cleaner` and `case` differ, one line each; empty where they agree."""
    result = cleaner.clean_html(case.source) if case.markup else cleaner.clean(case.source)
    expected = _located(case, result) if case.markup else case.notes
    absent = list(_absent(case, expected))
    return absent or [
        *_wrong_cuts(case, result, expected),
        *_wrong_labels(case, result, expected),
    ]


def _case(
    path: Path, title: str, begun: int, body: Iterable[tuple[int, str]], *, markup: bool
) -> Case:
    lines = list(body)
    while lines and not lines[-1][1].strip():
        lines.pop()
    parts: list[str] = []
    notes: list[Note] = []
    position = 0
    for number, line in lines:
        try:
            text, found = _read_line(line, position)
        except ValueError as error:
            raise InputError(f"{path}:{number}: {error}") from None
        parts.append(text)
        notes += found
        position += len(text) + 1
    rule = path.name.removesuffix(path.suffix)
    return Case(rule, title, begun, "\n".join(parts), tuple(notes), markup)


def _read_line(line: str, position: int) -> tuple[str, list[Note]]:
    """The source text of a line and its notes, with offsets from `position` on."""
    found = read(line)
    notes: list[Note] = []
    for piece in found.pieces:
        end = position + len(piece.text)
        if piece.fate != "kept":
            notes.append(Note(position, end, piece.rules[0], piece.fate == "dropped"))
        position = end
    return found.text, notes


def _located(case: Case, result: Result) -> tuple[Note, ...]:
    """The notes of a page with offsets into the document's text, line by line of the source.

    What is not in the document (the head, what a browser does not show) has the offsets ``-1``.
    """
    text, position = result.document.text, 0
    notes: list[Note] = []
    for start, end in _lines(case.source):
        own = [note for note in case.notes if start <= note.start < end]
        plain = _plain(case.source[start:end])
        at = text.find(plain, position) if plain else -1
        position = max(position, at + len(plain))
        for note in own:
            inner = _plain(case.source[note.start : note.end])
            found = text.find(inner, at, position) if at >= 0 else -1
            notes.append(note._replace(start=found, end=found + len(inner) if found >= 0 else -1))
    return tuple(notes)


def _plain(line: str) -> str:
    """The text of a line of a page, as a block has it."""
    return " ".join(html.unescape(_TAG.sub("", line)).split())


def _absent(case: Case, expected: Iterable[Note]) -> Iterator[str]:
    for note, place in zip(case.notes, expected, strict=True):
        if place.start < 0:
            line = case.source[note.start : note.end]
            yield f"{case.title}: not in the document {line!r}"


def _wrong_cuts(case: Case, result: Result, expected: tuple[Note, ...]) -> Iterator[str]:
    text, source = result.document.text, SourceMap(result.document.edits).to_source
    to_source = (lambda offset: offset) if case.markup else source
    base = text if case.markup else case.source
    spans = [(to_source(r.start), to_source(r.end), r.rules) for r in result.removals]
    cut = {at for start, end, _ in spans for at in _inked(base, start, end)}
    asked = {at for n in expected if n.dropped for at in _inked(base, n.start, n.end)}
    for start, end in _runs(cut - asked, base):
        rules = dict.fromkeys(r for s, e, by in spans if s < end and start < e for r in by)
        yield f"{case.title}: {', '.join(rules)} dropped {base[start:end]!r}"
    for start, end in _runs(asked - cut, base):
        yield f"{case.title}: kept {base[start:end]!r}"
    for note in expected:
        takers = {r for s, e, by in spans if s < note.end and note.start < e for r in by}
        if note.dropped and takers and note.rule not in takers:
            named = ", ".join(sorted(takers))
            yield f"{case.title}: {named}, not {note.rule}, dropped {base[note.start : note.end]!r}"


def _wrong_labels(case: Case, result: Result, expected: tuple[Note, ...]) -> Iterator[str]:
    source = SourceMap(result.document.edits).to_source
    to_source = (lambda offset: offset) if case.markup else source
    base = result.document.text if case.markup else case.source
    named: dict[str, set[int]] = {}
    for label in result.labels:
        places = _inked(base, to_source(label.start), to_source(label.end))
        named.setdefault(label.rule, set()).update(places)
        if label.rule == case.rule and label.kind not in BOILERPLATE:
            surplus = set(places) - _places(n for n in expected if n.rule == case.rule)
            for start, end in _runs(surplus, base):
                yield f"{case.title}: {case.rule} labelled {base[start:end]!r}"
    for note in expected:
        if not note.dropped:
            missing = set(_inked(base, note.start, note.end)) - named.get(note.rule, set())
            for start, end in _runs(missing, base):
                yield f"{case.title}: {note.rule} did not label {base[start:end]!r}"


def _lines(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for line in text.split("\n"):
        yield position, position + len(line)
        position += len(line) + 1


def _inked(text: str, start: int, end: int) -> list[int]:
    """Offsets of the non-space characters in ``text[start:end]``."""
    return [at for at in range(start, min(end, len(text))) if not text[at].isspace()]


def _places(notes: Iterable[Note]) -> set[int]:
    return {at for note in notes for at in range(note.start, note.end)}


def _runs(places: set[int], text: str) -> Iterator[tuple[int, int]]:
    """The spans that `places` make up, spaces between two of them included."""
    run: list[int] = []
    for at in sorted(places):
        if run and text[run[-1] + 1 : at].strip():
            yield run[0], run[-1] + 1
            run = []
        run.append(at)
    if run:
        yield run[0], run[-1] + 1

"""Whole lines that stand twice: paragraphs, captions, the headline, its slugs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise
from operator import sub
from typing import Final

from ..headline import headlines, uncovered
from ..line import Line
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..signs import AnyOf, echo, numbered, small, twins
from ..textkey import LOWER, fold, initial, slug

_LONG: Final = 100
"""Characters from which on a line that stands twice is a copy, wherever it stands."""
_BESIDE: Final = 15  # characters from which on a line is copied along with a long one beside it
_CELL: Final = 20
"""Characters of the cells of a table beside a longer one, at most; a number alone may be a picture's."""
_ACCOUNTS: Final = pattern(r"\d{8}[^\n]{0,80}?\d{8}")
"""Numbers of accounts and transfers: a row of a list of donors."""
_CLAUSE: Final = pattern(rf"(?:\d{{1,2}}|[{LOWER}])[.)]\s")
_LEDE: Final = 2  # lines at the top among which the lede stands
_ADJACENT: Final = 28
"""Characters from which on the same line twice in a row is a copy, not a refrain."""
_INITIAL: Final = 3  # characters that a copy may have lost at its beginning
_TAIL: Final = 60  # for speed: so many characters tell lines apart
_QUOTES: Final = " .\"'“”‘’"
_COPY_SUFFIX: Final = pattern(
    r"\W*(?:\(\s*(?:ảnh|nguồn|hình|video|clip)[^()]{0,80}\)|[-–]?\s*(?:ảnh|hình|video|clip)\s*\d{0,2}|(?:ảnh|nguồn)\s*:.{1,60})?\W*",
    re.IGNORECASE,
)
_VERSE: Final = 4
"""Lines like headlines from which on they are verse: only the first is a headline, and refrains stay."""
_REFRAIN: Final = 2  # times that a first line has come by, when it comes again as a refrain
_NUMBERED_IMAGE: Final = pattern(
    r"(?:.{20,220}?\s*[-–]\s*(?:ảnh|hình)|[\x20-\x7e]{20,220}? hinh anh)\s+\d{1,2}\s*\.?",
    re.IGNORECASE,
)
_NUMBERED_HEADLINE: Final = pattern(
    r"(.{20,220}?)[\s–-]+(?:(?:hình ảnh|hinh anh|hình|hinh|ảnh|anh|photo) )?\d{1,2}\.?",
    re.IGNORECASE,
)
_HEADLINE_WORDS: Final = 5  # words of a headline whose numbered copies are alt texts
_NUMBER: Final = 3  # for speed: here an image's number ends


@rule("duplicate.paragraph", kind=Kind.DUPLICATE, sign=twins)
def duplicate_paragraph(document: Document) -> Iterator[Mark]:
    """A long line that stands a second time; the first copy stays.

    A copy may have lost its first letter (an initial that a crawler cut off). Short lines between
    two copied ones are copied with them; alone they are refrains, speakers or table rows. A lede
    that is a paragraph of the body stays in both places.

    Drops:
        Hơn hai mươi năm, bà Phin lặng lẽ trồng lại cánh rừng đầu nguồn mà cả bản từng đốt làm nương, mỗi năm chừng nghìn gốc sao và dầu.
    Keeps:
        Ông Minh:
    """
    first: dict[str, str] = {}
    places: dict[str, int] = {}
    cells: set[int] = set()
    copied: set[int] = set()
    pulled: set[int] = set()
    short: set[int] = set()
    lede = _lede(document)
    for index, block in enumerate(document.blocks if len(document.blocks) > 1 else ()):
        key = document.key_of(block)
        original = first.setdefault(key.rstrip(_QUOTES)[-_TAIL:], key)
        if original is key:
            places[key] = index
            continue
        own = _is_cell(document, index) and _is_cell(document, places[original])
        if own or _ACCOUNTS.search(key):
            cells.add(index)
        same = original.strip(_QUOTES) == key.strip(_QUOTES)
        shorter = 0 <= len(original) - len(key) <= _INITIAL and key[_INITIAL:] in original
        if places[original] == lede:
            pulled.add(index)
        if len(key) >= _LONG and (same or shorter):
            copied.add(index)
        elif same and len(key) >= _BESIDE:
            short.add(index)
    beside = {i for i in short if {i - 1, i + 1} & copied}
    cells.update(_clauses(document, copied | beside))
    titles = {title for _, title in headlines(document)} if copied else set()
    for index in _whole(document.lines, copied | beside):
        if index in cells or (index in pulled and _is_alone(document.lines, index, copied)):
            continue
        if document.lines[index].folded in titles:
            continue  # which of two headlines stays, is for the rule of headlines to say
        yield Mark(document.blocks[index].start, document.blocks[index].end, SURE)


def _lede(document: Document) -> int:
    """The first line, or that below the headline, if it is running text; -1 if neither is."""
    return next((line.index for line in document.lines[:_LEDE] if line.is_prose), -1)


def _is_alone(lines: Sequence[Line], index: int, copies: set[int]) -> bool:
    """Whether a line stands between running text that is no copy."""
    beside = lines[index - 1 : index + 2 : 2]
    return len(beside) > 1 and all(line.is_prose and line.index not in copies for line in beside)


def _whole(lines: Sequence[Line], copies: set[int]) -> list[int]:
    """Those of `copies` that tear no paragraph that a tool broke into lines: of such a one all its lines are
    copies, or none is cut.
    """
    for index in sorted(copies):
        if index - 1 not in copies and _goes_on(lines, index):
            copies.discard(index)
    for index in sorted(copies, reverse=True):
        if index + 1 not in copies and _goes_on(lines, index + 1):
            copies.discard(index)
    return sorted(copies)


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the line at `index` goes on with the one above it: that has no stop, this a small letter
    or a bracket at its beginning.
    """
    if not 0 < index < len(lines):
        return False
    first = lines[index].text[0]
    return (first.islower() or first == "(") and not lines[index - 1].is_closed


def _clauses(document: Document, copies: set[int]) -> Iterator[int]:
    """Those of `copies` that are clauses of a law or points of a plan, said again under another heading: all
    that are copied there in a row are numbered.
    """
    for _, run in groupby(enumerate(sorted(copies)), lambda pair: pair[1] - pair[0]):
        indices = [index for _, index in run]
        if all(_CLAUSE.match(document.lines[index].text) for index in indices):
            yield from indices


def _is_cell(document: Document, index: int) -> bool:
    """Whether a line stands in a table whose cells are lines: what is above and below is short."""
    beside = document.lines[index - 1 : index + 2 : 2]
    return len(beside) > 1 and all(
        len(line.text) <= _CELL and not line.text.isdigit() for line in beside
    )


@rule("duplicate.adjacent", kind=Kind.DUPLICATE, sign=twins)
def duplicate_adjacent(document: Document) -> Iterator[Mark]:
    """A line that stands twice in a row: an image's alt text and its caption, a doubled pull-quote.

    Drops:
        Lò gốm cuối cùng của làng vẫn đỏ lửa mỗi đêm - Ảnh: Báo Sông Quê
    Keeps:
        Ai về, ai về, ai về bến cũ
    """
    for before, block in pairwise(document.blocks):
        size = block.end - block.start
        alike = size >= _ADJACENT and size == before.end - before.start
        if alike and document.key_of(before) == document.key_of(block):
            yield Mark(block.start, block.end, SURE)


@rule("duplicate.headline", kind=Kind.DUPLICATE, sign=echo)
def duplicate_headline(document: Document) -> Iterator[Mark]:
    """The headline printed again: as a player's title, as the text of an image, with a credit.

    Drops:
        cover of Làng gốm hồi sinh sau mười năm im ắng
        Làng gốm hồi sinh sau mười năm im ắng. (Nguồn: Báo Sông Quê)
    Keeps:
        Làng gốm hồi sinh sau mười năm im ắng là câu chuyện của cả vùng.
    """
    titles = headlines(document) if len(document.blocks) > 1 else []
    if not titles:  # for speed
        return
    first: dict[str, int] = {}
    for index, title in titles:
        if title not in first or _is_covered(document, first[title]):
            first[title] = index
    if not any(line.is_prose for line in document.lines) and _is_refrain(document, titles[0]):
        return
    initials = {initial(title) for title in first}
    first |= {title: _printed_again(document, at, title) for title, at in first.items()}
    for index, block in enumerate(document.blocks):
        text = uncovered(document.text_of(block))
        if initial(text) not in initials:  # for speed
            continue
        folded = fold(text)
        for title, at in first.items():
            if index == at or not folded.startswith(title) or not _is_copy(text, title):
                continue
            if title == titles[0][1] or len(titles) < _VERSE or folded != title:
                yield Mark(block.start, block.end, SURE)
                break


def _is_refrain(document: Document, title: tuple[int, str]) -> bool:
    """Whether the first line of a text without running text comes again twice, lines between: verse."""
    index, folded = title
    alike = [x.index for x in document.lines if fold(x.text) == folded]
    return alike[:1] == [index] and len(alike) > _REFRAIN and min(map(sub, alike[1:], alike)) > 1


def _is_covered(document: Document, index: int) -> bool:
    """Whether a player's word stands in front of the line; -1 is no line."""
    if index < 0:
        return False
    text = document.text_of(document.blocks[index])
    return uncovered(text) != text


def _printed_again(document: Document, index: int, title: str) -> int:
    """Where the headline itself stands: above the article, not above the menus of its page.

    A page's name is its headline too; of the two, the one below the bars is the article's.
    """
    bars = document.hits.acting("page")
    below = document.lines[index + 1 :] if bars and not document.markup else ()
    own, passed = index, False
    for line in below:
        if line.is_prose:
            break
        passed = passed or line.index in bars
        if passed and initial(line.text) == initial(title) and fold(line.text) == title:
            own = line.index
    return own


def _is_copy(text: str, title: str) -> bool:
    """True where `text` is `title` and at most an image's credit or number behind it."""
    last = len(title.split()) - 1
    found = next(islice(re.finditer(r"\w+", text), last, None), None)
    return bool(found and _COPY_SUFFIX.fullmatch(text, found.end()))


@rule("duplicate.alt_text", kind=[Kind.DUPLICATE, Kind.RELATED], sign=AnyOf((numbered, small)))
def duplicate_alt_text(document: Document) -> Iterator[Mark]:
    """Alt texts of images: the headline without diacritics, or numbered ("… - Ảnh 3.").

    With a bare number only a copy of a headline that stands above prose is one. With another headline
    behind, it is an item of a box: the page gives its pictures this article's text.

    Drops:
        lang gom hoi sinh sau muoi nam im ang
        lang gom hoi sinh sau muoi nam im ang Ba thế hệ giữ lửa lò nung
        Người lái đò già trên chuyến cuối cùng qua sông - Ảnh 2.
        Bến đò trăm năm ngày cuối - 1
    Keeps:
        Nghệ nhân bên lò nung - Ảnh: Báo Sông Quê
    """
    slugs = {s for _, title in headlines(document) if (s := slug(title)) != title}
    for line in document.lines if slugs else ():
        if not line.text[0].islower():
            continue
        if line.text in slugs:
            yield Mark(line.start, line.end, SURE)
        elif any(
            line.text.startswith(f"{s} ") and not line.text[len(s) + 1].islower() for s in slugs
        ):
            yield Mark(line.start, line.end, SURE, Kind.RELATED)
    for block in document.blocks if len(document.blocks) > 1 else ():
        numbered = document.view[block.end - _NUMBER : block.end].rstrip(". ")[-1:].isdigit()
        if numbered and _NUMBERED_IMAGE.fullmatch(document.text_of(block)):
            yield Mark(block.start, block.end, LIKELY)
    for line in _numbered_headlines(document):
        yield Mark(line.start, line.end, LIKELY)


def _numbered_headlines(document: Document) -> Iterator[Line]:
    """Lines that are a line above, prose between them, and a number."""
    numbered = {
        line.index: slug(found[1])
        for line in document.lines
        if line.text.rstrip(".")[-1:].isdigit()
        and (found := _NUMBERED_HEADLINE.fullmatch(line.text))
    }
    above: set[str] = set()
    waiting: set[str] = set()
    for line in document.lines if numbered else ():
        if line.is_prose:
            above |= waiting
        elif line.index in numbered:
            if numbered[line.index] in above:
                yield line
        elif line.words >= _HEADLINE_WORDS:
            waiting.add(slug(line.text))

"""What stands twice: paragraphs and captions, a cut description, a doubled head, a doubled article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise
from typing import Final

from ..headline import headlines
from ..line import Line, whole
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..outline import BULKY, SAME
from ..patterns import pattern
from ..rule import rule
from ..shapes import is_cut
from ..signs import dots, restarts, twins
from ..textkey import LOWER

_LONG: Final = 100  # characters from which on a line that stands twice is a copy anywhere
_BESIDE: Final = 15  # characters from which on a line is copied along with a long one beside it
_CELL: Final = 20  # characters of the cells of a table beside a longer one, at most
_ACCOUNTS: Final = pattern(r"\d{8}[^\n]{0,80}?\d{8}")  # in a row of a list of donors
_CLAUSE: Final = pattern(rf"(?:\d{{1,2}}|[{LOWER}])[.)]\s")
_LEDE: Final = 2  # lines at the top among which the lede stands
_ADJACENT: Final = 28  # characters from which on a line twice in a row is a copy, not a refrain
_INITIAL: Final = 3  # characters that a copy may have lost at its beginning
_TAIL: Final = 60  # for speed: so many characters tell lines apart
_QUOTES: Final = " .\"'“”‘’"
_DESCRIPTION: Final = 60  # characters of a description, at least: what is shorter may be a refrain
_MOST: Final = 40  # for speed: cut lines that are looked up in the whole text, at most
_HEAD: Final = 2  # lines at the head among which one that ends in dots is the paper's own lede
_COPY: Final = 200  # characters of an article's second copy, at least


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
    first: dict[str, tuple[int, str]] = {}
    cells, copied, pulled, short = (set[int]() for _ in range(4))
    lede = next((line.index for line in document.lines[:_LEDE] if line.is_prose), -1)
    for index, block in enumerate(document.blocks if len(document.blocks) > 1 else ()):
        key = document.key_of(block)
        above, original = first.setdefault(key.rstrip(_QUOTES)[-_TAIL:], (index, key))
        if above == index:
            continue
        own = _is_cell(document, index) and _is_cell(document, above)
        if own or _ACCOUNTS.search(key):
            cells.add(index)
        same = original.strip(_QUOTES) == key.strip(_QUOTES)
        shorter = 0 <= len(original) - len(key) <= _INITIAL and key[_INITIAL:] in original
        if above == lede:
            pulled.add(index)
        if len(key) >= _LONG and (same or shorter):
            copied.add(index)
        elif same and len(key) >= _BESIDE:
            short.add(index)
    beside = {i for i in short if {i - 1, i + 1} & copied}
    cells.update(_clauses(document, copied | beside))
    titles = {title for _, title in headlines(document)} if copied else set()
    for index in whole(document.lines, copied | beside):
        if index in cells or (index in pulled and _is_alone(document.lines, index, copied)):
            continue
        line = document.lines[index]
        if line.folded not in titles:  # which of two headlines stays, the rule of headlines says
            yield Mark(line.start, line.end, SURE)


def _is_alone(lines: Sequence[Line], index: int, copies: set[int]) -> bool:
    """Whether a line stands between running text that is no copy."""
    beside = lines[index - 1 : index + 2 : 2]
    return len(beside) > 1 and all(line.is_prose and line.index not in copies for line in beside)


def _is_cell(document: Document, index: int) -> bool:
    """Whether a line stands in a table whose cells are lines: what is above and below is short, and
    no number alone, which may be a picture's.
    """
    beside = document.lines[index - 1 : index + 2 : 2]
    return len(beside) > 1 and all(
        len(line.text) <= _CELL and not line.text.isdigit() for line in beside
    )


def _clauses(document: Document, copies: set[int]) -> Iterator[int]:
    """Those of `copies` that are clauses of a law or points of a plan, said again under another heading: all
    that are copied there in a row are numbered.
    """
    for _, run in groupby(enumerate(sorted(copies)), lambda pair: pair[1] - pair[0]):
        indices = [index for _, index in run]
        if all(_CLAUSE.match(document.lines[index].text) for index in indices):
            yield from indices


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


@rule("duplicate.truncated", kind=Kind.DUPLICATE, sign=dots)
def duplicate_truncated(document: Document) -> Iterator[Mark]:
    """A description that is the cut-off beginning of what stands in full below or above.

    Drops:
        Con tàu dài hai mươi mốt mét, đóng toàn bằng gỗ sao, là chiếc cuối cùng ...
    Keeps:
        Ông bảo: “Nghề này, nếu không ai giữ thì rồi cũng sẽ mất...”
    """
    candidates = (
        block
        for block in document.blocks[_HEAD:]
        if block.end - block.start >= _DESCRIPTION
        and is_cut(document.view[block.end - 3 : block.end])
    )
    for block in islice(candidates, _MOST):
        stem = document.key_of(block).rstrip(" .…")
        elsewhere = document.key.find(stem)
        if elsewhere == block.start:
            elsewhere = document.key.find(stem, block.end)
        if elsewhere >= 0 and not document.key.startswith("...", elsewhere + len(stem)):
            yield Mark(block.start, block.end, SURE)


@rule("duplicate.document", kind=Kind.DUPLICATE, sign=restarts)
def duplicate_document(document: Document) -> Iterator[Mark]:
    """The whole article once more, back to back in one flat line; or its head said twice.

    Drops:
        Sáng nay, ba trăm người đã đi bộ qua cây cầu mới trước khi cầu chính thức thông xe.
    Keeps:
        Ai về, ai về, ai về bến cũ.
    """
    for block in document.blocks:
        size = block.end - block.start
        if size < BULKY:
            continue
        text = document.key_of(block)
        copy = text.find(text[:SAME], SAME)
        if copy < 0:
            continue
        head = text[:copy].strip()
        if size - copy >= max(_COPY, size / 3) and text.startswith(text[copy:]):
            yield Mark(block.start + copy, block.end, SURE)
        elif text.startswith(head, copy):
            yield Mark(block.start, block.start + copy, LIKELY)

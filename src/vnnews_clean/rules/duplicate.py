"""Text that says again what the article says: headlines, alt texts, paragraphs, whole copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_cut, word_count
from ..textkey import fold, slug
from .headline import headlines, uncovered

LONG: Final = 100
_SHORTEST_LINE: Final = 25
_LEDE: Final = 1
"""Index up to which a line that ends in dots is the paper's own lede, not a copy."""
"""Characters from which on a line that stands twice is a copy and not a refrain."""
_COPY_SUFFIX: Final = re.compile(
    r"\W*(?:\(\s*(?:ảnh|nguồn|hình|video|clip)[^()]{0,80}\)|[-–]?\s*(?:ảnh|hình|video|clip)\s*\d{0,2}|(?:ảnh|nguồn)\s*:.{1,60})?\W*",
    re.IGNORECASE,
)
_NUMBERED_IMAGE: Final = re.compile(
    r"(.{20,220}?)\s*[-–]\s*(?:ảnh|hình)\s+\d{1,2}\s*\.?", re.IGNORECASE
)
_TAIL: Final = 60
_QUOTES: Final = " .\"'“”‘’"


@rule("duplicate.headline", kind=Kind.DUPLICATE)
def duplicate_headline(document: Document) -> Iterator[Mark]:
    """The headline printed again: as a player's title, as the text of an image, with a credit.

    Drops:
        cover of Làng gốm hồi sinh sau mười năm im ắng
        Làng gốm hồi sinh sau mười năm im ắng. (Nguồn: Báo Sông Quê)
    Keeps:
        Làng gốm hồi sinh sau mười năm im ắng là câu chuyện của cả vùng.
    """
    titles = headlines(document)
    if not titles or len(document.blocks) < 2:
        return
    covered = _covered(document)
    first: dict[str, int] = {}
    for index, title in titles:
        if first.get(title, index) in covered or title not in first:
            first[title] = index
    longest = max(len(title) for title in first) * 2 + 120
    for index, block in enumerate(document.blocks):
        if block.end - block.start > longest:
            continue
        text = uncovered(document.text_of(block))
        folded = fold(text)
        for title, at in first.items():
            if index != at and folded.startswith(title) and _is_copy(text, title):
                yield Mark(block.start, block.end, SURE)
                break


def _covered(document: Document) -> set[int]:
    return {
        index
        for index, block in enumerate(document.blocks[:8])
        if uncovered(text := document.text_of(block)) != text
    }


def _is_copy(text: str, title: str) -> bool:
    """True where `text` is `title` and at most an image's credit or number behind it."""
    words = len(title.split())
    ends = [m.end() for m in re.finditer(r"\w+", text)]
    return len(ends) >= words and bool(_COPY_SUFFIX.fullmatch(text, ends[words - 1]))


@rule("duplicate.alt_text", kind=Kind.DUPLICATE)
def duplicate_alt_text(document: Document) -> Iterator[Mark]:
    """Alt texts of images: the headline without diacritics, or numbered ("… - Ảnh 3.").

    Drops:
        lang gom hoi sinh sau muoi nam im ang
        Làng gốm hồi sinh sau mười năm im ắng - Ảnh 3.
    Keeps:
        Nghệ nhân bên lò nung - Ảnh: Báo Sông Quê
    """
    if len(document.blocks) < 2:
        return
    slugs: set[str] | None = None
    for block in document.blocks:
        size = block.end - block.start
        if size > 240:
            continue
        text = document.text_of(block)
        if text.isascii() and text[0].islower() and word_count(text) > 3:
            slugs = slugs or _slugs(document)
            if text in slugs:
                yield Mark(block.start, block.end, SURE)
        elif text.rstrip(". ")[-1:].isdigit() and _NUMBERED_IMAGE.fullmatch(text):
            yield Mark(block.start, block.end, LIKELY)


def _slugs(document: Document) -> set[str]:
    return {slug(title) for _, title in headlines(document)}


@rule("duplicate.slug_item", kind=Kind.RELATED)
def slug_item(document: Document) -> Iterator[Mark]:
    """A related item with the slug of this article's headline glued in front, and its summary.

    Drops:
        lang gom hoi sinh sau muoi nam im ang Ba thế hệ giữ lửa lò nung
    Keeps:
        lang gom hoi sinh
    """
    slugs: set[str] | None = None
    for index, block in enumerate(document.blocks):
        if not index or not document.text[block.start : block.start + 13].isascii():
            continue
        text = document.text_of(block)
        if not text[0].islower():
            continue
        slugs = slugs or _slugs(document)
        if not any(len(s) > 12 and text.startswith(s + " ") for s in slugs):
            continue
        yield Mark(block.start, block.end, SURE)
        following = document.blocks[index + 1 : index + 2]
        for summary in following:
            if is_cut(document.text_of(summary)) and summary.end - summary.start < 400:
                yield Mark(summary.start, summary.end, LIKELY)


@rule("duplicate.paragraph", kind=Kind.DUPLICATE)
def duplicate_paragraph(document: Document) -> Iterator[Mark]:
    """A long line that stands a second time; the first copy stays.

    A copy may have lost its first letter (an initial that a crawler cut off). Short lines between
    two copied ones are copied with them; alone they are refrains, speakers or table rows.

    Drops:
        (the second copy of a paragraph of at least a hundred characters)
    Keeps:
        Ông Minh:
    """
    blocks = document.blocks
    if len(blocks) < 2:
        return
    first: dict[str, int] = {}
    copies: dict[int, int] = {}
    for index, block in enumerate(blocks):
        text_key = document.key_of(block)
        tail = text_key[-_TAIL:]
        at = first.setdefault(tail, index)
        if at == index:
            continue
        size, other = block.end - block.start, blocks[at].end - blocks[at].start
        same = document.key_of(blocks[at]).strip(_QUOTES) == text_key.strip(_QUOTES)
        if size >= LONG and (
            same or (0 <= other - size <= 3 and text_key[3:] in document.key_of(blocks[at]))
        ):
            copies[index] = at
        elif same and size >= 15:
            copies.setdefault(-index, at)
    sure = {i for i in copies if i > 0}
    for index in sorted(sure):
        yield Mark(blocks[index].start, blocks[index].end, SURE)
    for index in sorted(-i for i in copies if i <= 0):
        if {index - 1, index + 1} & sure:
            yield Mark(blocks[index].start, blocks[index].end, SURE)


@rule("duplicate.adjacent", kind=Kind.DUPLICATE)
def duplicate_adjacent(document: Document) -> Iterator[Mark]:
    """A line that stands twice in a row: an image's alt text and its caption, a doubled pull-quote.

    Drops:
        Lò gốm cuối cùng của làng vẫn đỏ lửa mỗi đêm - Ảnh: Báo Sông Quê
    Keeps:
        Ai về, ai về, ai về bến cũ
    """
    for before, block in pairwise(document.blocks):
        size = block.end - block.start
        if (
            size >= _SHORTEST_LINE
            and size == before.end - before.start
            and document.key_of(before) == document.key_of(block)
        ):
            if word_count(document.text_of(block)) >= 6:
                yield Mark(block.start, block.end, SURE)


@rule("duplicate.truncated", kind=Kind.DUPLICATE)
def duplicate_truncated(document: Document) -> Iterator[Mark]:
    """A description that is the cut-off beginning of what stands in full below or above.

    Drops:
        Làng gốm ven sông im ắng suốt mười năm nay đã đỏ lửa trở lại nhờ những người trẻ...
    Keeps:
        Ông bảo: “Nghề này, nếu không ai giữ thì rồi cũng sẽ mất...”
    """
    if len(document.blocks) < 2:
        return
    for index, block in enumerate(document.blocks):
        size = block.end - block.start
        if index <= _LEDE or size < 60 or not is_cut(document.text_of(block)):
            continue
        stem = document.key_of(block).rstrip(" .…")
        elsewhere = document.key.find(stem)
        if elsewhere == block.start:
            elsewhere = document.key.find(stem, block.end)
        if elsewhere >= 0 and not document.key[elsewhere + len(stem) :].startswith("..."):
            yield Mark(block.start, block.end, SURE)


@rule("duplicate.document", kind=Kind.DUPLICATE)
def duplicate_document(document: Document) -> Iterator[Mark]:
    """The whole article once more, back to back in one flat line; or its head said twice.

    Drops:
        (the second half of a line whose halves are the same)
    Keeps:
        Ai về, ai về, ai về bến cũ.
    """
    for block in document.blocks:
        size = block.end - block.start
        if size < 400:
            continue
        text = document.key_of(block)
        copy = text.find(text[:60], 60)
        if copy < 0:
            continue
        if size - copy >= 200 and 3 * (size - copy) >= size and text.startswith(text[copy:]):
            yield Mark(block.start + copy, block.end, SURE)
        elif copy >= 60 and text[:copy].strip() == text[copy : copy + len(text[:copy].strip())]:
            yield Mark(block.start, block.start + copy, LIKELY)


@rule("duplicate.lede", kind=Kind.DUPLICATE)
def duplicate_lede(document: Document) -> Iterator[Mark]:
    """The lede said once more in full at the beginning of the body's line.

    Drops:
        (the lede in front of the body, when the line before is the same lede)
    Keeps:
        (a body that begins with some words of the lede)
    """
    for before, block in pairwise(document.blocks[:6]):
        size = before.end - before.start
        if 60 <= size < block.end - block.start - 40:
            lede = document.key_of(before)
            if document.key.startswith(lede, block.start) and lede[-1] in '.!?…”"':
                yield Mark(block.start, block.start + size, LIKELY)

"""Boxes of other articles: a header and its items, and where a box ends.

The end is found by what cannot be an item: an empty line after items that had none between them, a
paragraph that is no summary, a source credit, a byline, the header of the next box, the footer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ..entries import is_entry
from ..line import Line
from ..model import LIKELY, LINKED, SURE, Block, Document, Mark
from ..patterns import pattern
from ..shapes import DASHES, LONGEST_SUMMARY, is_headline
from ..textkey import fold, word_pairs
from .group import OfGroup

_NEAR: Final = 3
"""Lines below a box in which the article goes on, if the header was a heading of it."""
_DATED: Final = pattern(r"\s*\(\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)$")
_ITEM: Final = 4
"""Words of an item that makes a header of a heading, at least: a date has three."""
_BARE: Final = 2
"""Headlines without summaries, of which the last one has none either."""
_BYLINE: Final = 4
"""Words of a byline that ends a box; a longer one may be a headline of names."""
_OPENING: Final = 10
"""Lines below a headline among which the first two of its article stand."""
_ENDS: Final = 3
"""Lines at the end of a box among which the headline of the article below stands, with its date."""
_RETOLD: Final = 0.4
"""Share of a headline's pairs of words that they say again, at least."""
_HEADING: Final = 6
"""Words of a heading above entries of a list, at most."""
_KEYWORD: Final = 45
"""Characters of the longest keyword."""
_KEYWORD_WORDS: Final = 8


@dataclass(frozen=True)
class Box(OfGroup):
    """The boxes under the headers of a group: header and items; a lone header is less sure.

    With `keywords`, the items are a few words each, as under "Từ khóa".
    """

    keywords: bool = False

    def __call__(self, document: Document) -> Iterator[Mark]:
        for hit in document.hits.get(self.group, ()):
            if self.keywords:
                box, confidence = [hit.block, *keyword_items(document, hit.block)], LIKELY
            else:
                box = box_blocks(document, hit.block)
                confidence = SURE if len(box) > 1 else LIKELY
            for index in box:
                line = document.lines[index]
                yield Mark(line.start, line.end, confidence, evidence=hit.evidence)


def box_blocks(document: Document, header: int) -> list[int]:
    """Indices of the header and its items; none where the "header" is a heading of the article.

    "Nổi bật" or "Xu hướng" is the article's own where the article goes on behind the items, or
    where only figures stand under it.
    """
    box = [header, *box_items(document, header)]
    headings = document.hits.acting("heading")
    if header in headings and not document.markup:
        bare = header + 1 < len(document.blocks) and not any(
            _is_named(document.lines[i]) for i in box[1:]
        )
        if bare or _goes_on(document, box[-1] + 1, headings):
            return []
    if not document.markup:
        for at in range(max(1, len(box) - _ENDS), len(box)):
            if _opens_article(document, box[at]):
                return box[:at]
    return box


def _opens_article(document: Document, index: int) -> bool:
    """Whether a line is the headline of the article below: its first two lines of running text both
    say pairs of its words again, and together many. A copy of itself is none of them.
    """
    line = document.lines[index]
    own = frozenset(word_pairs(line.text))
    near = document.lines[index + 1 : index + 1 + _OPENING]
    below = (other for other in near if other.is_prose and other.key != line.key)
    said = [own & frozenset(word_pairs(other.text)) for other in islice(below, 2)]
    if not line.is_headline or len(said) < 2 or not all(said):
        return False
    return len(said[0] | said[1]) >= _RETOLD * len(own)


def _goes_on(document: Document, index: int, headings: frozenset[int]) -> bool:
    """True where running text stands among the lines from `index` on, before the next box."""
    for line in document.lines[index : index + _NEAR]:
        if line.index in document.hits.acting("fence") and line.index not in headings:
            return False
        if line.is_prose:
            return True
    return False


def box_items(document: Document, header: int) -> Iterator[int]:
    """Indices of the blocks that belong to the box under block `header`."""
    lines, fences = document.lines, document.hits.acting("fence")
    tight = header + 1 < len(lines) and lines[header + 1].gap < 2
    headlines: list[str] = []
    named: list[Line] = []
    dated = stamped = 0
    numbered = False
    for line in (lines[index] for index in range(header + 1, len(lines))):
        undated = _DATED.sub("", line.text) if line.text.endswith(")") else line.text
        dated += undated != line.text
        stamped += line.is_stamp
        if (
            line.index in fences
            or (headlines and tight and line.gap > 1)
            or _ends_box(lines, line, header)
        ):
            return
        if headlines and not document.markup and _opens_text(lines, line):
            return
        if document.markup and not _may_be_item(line.block, lines[header].block):
            return
        below_stamp = stamped > 1 and lines[line.index - 1].is_stamp
        if below_stamp if line.is_cut else dated > 1 and undated == line.text:
            return  # the items above have a headline and a date, and nothing else
        doubled = len(headlines) > 1 and headlines[-1] == headlines[-2]
        is_summed = line.is_cut and (not all(headlines) or _may_sum_up(line, named))
        if headlines and (doubled or is_summed) and len(line.text) <= LONGEST_SUMMARY:
            headlines.append(fold(undated) if is_headline(undated) else "")
        elif is_headline(undated):
            headlines.append(fold(undated))
        elif line.is_rank and (numbered or _stands_over_item(lines, line)):
            numbered = True
        elif not (line.is_stamp or _is_section(document, line)):
            return
        named += [line] * _is_named(line)
        yield line.index


def _is_named(line: Line) -> bool:
    """Whether a line is the headline of an item, and no section's name."""
    return line.is_headline and line.words >= _ITEM


def _may_sum_up(line: Line, headlines: list[Line]) -> bool:
    """Whether what was cut off is a summary below headlines without one: of the first, or it says the last again."""
    return len(headlines) < _BARE or not line.pairs.isdisjoint(headlines[-1].pairs)


def _opens_text(lines: tuple[Line, ...], line: Line) -> bool:
    """Whether what comes behind the box begins: a heading of Markdown that is no link, or two entries in a
    row of a list of the article's own, perhaps below a heading.
    """
    if line.block.tag.startswith("h") and line.block.links < LINKED:
        return True
    below = lines[line.index + 1 : line.index + 3]
    if not is_entry(line.text) and line.words <= _HEADING:
        line, below = (below[0], below[1:]) if below else (line, below)
    return is_entry(line.text) and any(is_entry(other.text) for other in below[:1])


def _is_section(document: Document, line: Line) -> bool:
    """Whether a line is the section's name above an item."""
    named = line.index in document.hits.places("nav.section")
    return named and _stands_over_item(document.lines, line)


def _stands_over_item(lines: tuple[Line, ...], line: Line) -> bool:
    """Whether a headline follows, or nothing."""
    return all(below.is_headline for below in lines[line.index + 1 : line.index + 2])


def _is_answered(lines: tuple[Line, ...], line: Line) -> bool:
    """Whether running text follows that begins with a dash, as the answer to a question does."""
    below = lines[line.index + 1 : line.index + 2]
    return any(other.is_prose and other.text[0] in DASHES for other in below)


def _ends_box(lines: tuple[Line, ...], line: Line, header: int) -> bool:
    """Whether a line is certainly no item: what is said in an interview, a credit, a name, a caption."""
    is_dashed, was_dashed = (x.text[0] in DASHES for x in (line, lines[line.index - 1]))
    is_dashed &= not was_dashed and line.index > header + 1
    if line.text.endswith("?") and (is_dashed or _is_answered(lines, line)):
        return True
    return line.is_credit or (line.is_byline and line.words <= _BYLINE) or line.is_caption


def _may_be_item(block: Block, header: Block) -> bool:
    """In a page, an item is a link, or stands in the innermost container of its header."""
    return block.links >= LINKED or (
        bool(header.path) and block.path[: len(header.path)] == header.path
    )


def keyword_items(document: Document, header: int) -> Iterator[int]:
    """Indices of the keyword lines under block `header`: a few words each, no sentence."""
    for line in (document.lines[index] for index in range(header + 1, len(document.lines))):
        if line.index in document.hits.acting("fence") or line.text.endswith((".", "!", "?", ":")):
            return
        if len(line.text) > _KEYWORD or line.words > _KEYWORD_WORDS:
            return
        yield line.index

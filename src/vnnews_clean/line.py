"""Blocks, and lines: a block as rules read it, with what it looks like worked out once a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from . import shapes
from .cached import cached
from .pairs import Pairs, pairs_of
from .patterns import pattern
from .stamps import PASSED
from .textkey import fold, initial

_NUMBER: Final = pattern(r"[\W\d]*")
_STAMP: Final = pattern(
    r"(?:thứ \S++|chủ nhật|cập nhật|ngày|lúc|t[2-7]|cn|gmt|am|pm|giờ|phút|tuần|tháng|năm|trước|\d+h\d*+|[\W\d])++"
)
_AGO: Final = pattern(rf"{PASSED}|hôm (?:qua|kia)|vừa xong|mới đây")
"""How long ago something was printed, without a word that says so."""
_STAMP_LENGTH: Final = 60
_NUMBER_LENGTH: Final = 90
_MENU: Final = 24
"""Characters of a menu's word or a button."""
_MENU_WORDS: Final = 5
_CUT: Final = 40
"""Characters from which on a line that ends in dots is a summary that was cut off."""
_LONG: Final = 330
"""Characters from which on a paragraph is too long for a summary."""
_QUOTED_STOPS: Final = ("”", '"', "»")
_HEADLINE: Final = 130
"""Characters of a headline; an open line that is longer is a summary or a caption."""
_HEADLINE_WORDS: Final = 6
_SENTENCE: Final = 60


class Block(NamedTuple):
    """One logical line of a dump, or one block-level run of a page, without the space at its edges.

    A paragraph that a tool broke into lines is one block. It begins and ends with what a reader
    sees; the marks of a dialect at its edges are counted, and go with it. A named tuple, since a
    document has dozens of them and they must cost next to nothing. The fields from `tag` on are
    what markup knows; plain text leaves them empty.
    """

    start: int
    end: int
    gap: int = 1
    """Line breaks before the block: 1, or 2 for an empty line or more; 0 for the first one, and for parts of a
    page that is all in one line.
    """
    tag: str = ""
    """Name of the block-level element: ``p``, ``h2``, ``li``, ``figcaption`` …"""
    classes: tuple[str, ...] = ()
    """Class tokens and ``#id`` of the element and its near ancestors, lower case, innermost first."""
    links: float = 0.0
    """Share of the block's characters that stand in ``<a>``, 0 to 1; separators of links do not count."""
    path: tuple[int, ...] = ()
    """Identity of the element's ancestors, outermost first; equal prefixes share a container."""
    inside: bool | None = None
    """Inside the article's container; ``None`` where there is no markup to tell."""
    role: str = ""
    """What a site pack or the markup calls the block: a kind's name, or empty."""
    before: int = 0
    """Characters of marks in front of `start`: ``- ``, ``## ``, the bracket of a link."""
    after: int = 0
    """Characters of marks behind `end`, such as the target of a link."""

    @property
    def whole(self) -> tuple[int, int]:
        """Start and end, the marks at its edges included."""
        return self.start - self.before, self.end + self.after


class Line:
    """One block of a document, with its shape.

    `start` and `end` index ``Document.text``; `text` and `key` are the block's own. What it looks
    like is told by `shapes`, when first asked for.
    """

    def __init__(self, index: int, block: Block, text: str, key: str) -> None:
        self.index = index
        """Index into ``Document.blocks``."""
        self.block = block
        self.start = block.start
        self.end = block.end
        self.gap = block.gap
        self.text = text
        self.key = key

    def __repr__(self) -> str:
        return f"<Line {self.index}: {self.text[:60]!r}>"

    @cached
    def sort(self) -> str:
        """What the line is, seen by itself, in one word; the first that fits.

        ``stamp`` ``number`` ``credit`` ``byline`` ``caption`` ``label`` (ends with a colon) ``menu``
        ``remark`` (a short sentence) ``short`` ``cut`` ``long`` ``paragraph`` ``open`` (long, without
        a stop) ``headline`` ``asks`` ``sentence``.
        """
        return _small(self, self.text, len(self.text)) or _large(self, self.text, len(self.text))

    @cached
    def words(self) -> int:
        """Words between spaces."""
        return shapes.word_count(self.text)

    @cached
    def folded(self) -> str:
        """The words alone, for comparing whole lines: see `textkey.fold`."""
        return fold(self.text)

    @cached
    def initial(self) -> str:
        """The first letter of `folded`, without diacritics; far cheaper to get."""
        return initial(self.text)

    @cached
    def pairs(self) -> Pairs:
        """What the line is about."""
        return pairs_of(self.text)

    @cached
    def names_in_row(self) -> int:
        """Names of a menu that stand in this line; 0 where it is none."""
        return shapes.names_in_row(self.text)

    @cached
    def is_closed(self) -> bool:
        return shapes.is_closed(self.text)

    @cached
    def ends_sentence(self) -> bool:
        return shapes.ends_sentence(self.text)

    @cached
    def is_cut(self) -> bool:
        return shapes.is_cut(self.text)

    @cached
    def is_summary(self) -> bool:
        return shapes.is_summary(self.text)

    @cached
    def is_paragraph(self) -> bool:
        return shapes.is_paragraph(self.text)

    @cached
    def is_prose(self) -> bool:
        return self.is_paragraph or shapes.is_sentence(self.text)

    @cached
    def is_headline(self) -> bool:
        return shapes.is_headline(self.text)

    @cached
    def is_heading(self) -> bool:
        return shapes.is_heading(self.text)

    @cached
    def is_credit(self) -> bool:
        return shapes.is_credit(self.text)

    @cached
    def is_byline(self) -> bool:
        return shapes.is_byline(self.text)

    @cached
    def is_caption(self) -> bool:
        return shapes.is_caption(self.text)

    @cached
    def is_stamp(self) -> bool:
        return shapes.is_stamp(self.text)

    @cached
    def is_rank(self) -> bool:
        return shapes.is_rank(self.text)

    @cached
    def is_menu_word(self) -> bool:
        return shapes.is_menu_word(self.text)


def _small(line: Line, text: str, size: int) -> str:  # noqa: PLR0911 - a list of cases
    """The sort of a line that is no running text; empty for another."""
    if size <= _STAMP_LENGTH and _STAMP.fullmatch(line.key) and shapes.has_date(text):
        return "stamp"
    if size <= _MENU and _AGO.fullmatch(line.key):
        return "stamp"
    if size <= _NUMBER_LENGTH and _NUMBER.fullmatch(text):
        return "number"
    if line.is_credit:
        return "credit"
    if line.is_byline and line.words > 1:
        return "byline"
    if line.is_caption:
        return "caption"
    if text[-1] in ":;":
        return "label"
    if size <= _MENU and line.words <= _MENU_WORDS:
        return "remark" if text[-1] in ".!?…" else "menu"
    return ""


def _large(line: Line, text: str, size: int) -> str:  # noqa: PLR0911 - likewise
    """The sort of any other line."""
    if line.is_cut and size <= shapes.LONGEST_SUMMARY:
        return "cut" if size >= _CUT else "short"
    closed = text.endswith(_QUOTED_STOPS) or line.is_closed
    if size > _LONG:
        return "long" if closed or line.is_paragraph else "open"
    if line.is_paragraph:
        return "paragraph"
    if not closed:
        if line.words < _HEADLINE_WORDS:
            return "short"
        return "headline" if size <= _HEADLINE else "open"
    if text.endswith(("?", "!")):
        return "asks"
    return "sentence" if size >= _SENTENCE else "remark"


def whole(lines: Sequence[Line], chosen: set[int]) -> list[int]:
    """Indices of `lines` that were `chosen`, in order, but for those that tear a paragraph that a tool
    broke into lines: of such a one all lines are chosen, or none is.
    """
    for index in sorted(chosen):
        if index - 1 not in chosen and _goes_on(lines, index):
            chosen.discard(index)
    for index in sorted(chosen, reverse=True):
        if index + 1 not in chosen and _goes_on(lines, index + 1):
            chosen.discard(index)
    return sorted(chosen)


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the line at `index` goes on with the one above it: that has no stop, this a small letter
    or a bracket at its beginning.
    """
    if not 0 < index < len(lines):
        return False
    first = lines[index].text[0]
    return (first.islower() or first == "(") and not lines[index - 1].is_closed

"""Reading a whole page that a tool wrote in one line: what were its lines are blocks again.

Nothing says where a button ends and a headline begins. But pages have phrases that fill lines, sections and
buttons and headers, which begin large and stand one behind the other; they have dates; and sentences end. A
text without enough such phrases is no page, and stays one block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Final

from ..borders import sentence_ends
from ..line import Block
from ..patterns import pattern
from ..phrases import Lexicon
from ..phrases.spelling import Prefixes
from ..textkey import LOWER, UPPER

_TOP: Final = 150
"""Characters in which a page shows its menu: a row of names, and of the words ..."""
_NAMES: Final = 0.3
"""... so many begin large, at least, ..."""
_STOPS: Final = 2
"""... and commas and full stops are few. For speed, no other text is looked at."""
_FEWEST: Final = 12
"""Phrases that a page has, at least."""
_TEXT: Final = 600
"""Characters between two of them in which an article stands, at least: what is shorter is told by its lines
alone, and there are none.
"""
_NEAR: Final = 25
"""Characters from one phrase to the next, at most, so that they vouch for each other."""
_ROW: Final = 3
"""Phrases of a row, each near the next, that vouch for each other."""
_STRONG: Final = 3
"""Words of a phrase that needs no other: in no sentence it begins large."""
_LARGE: Final = pattern(rf"[{UPPER}](?<!\w.)")  # for speed: it begins with what is rare
_GOES_ON: Final = pattern(rf"\w|\s?[,{LOWER}]")
"""What stands behind a phrase that is part of a sentence."""
_CLOSED: Final = pattern(r".?[.!?…][\"”’»)]*\s+")
_STOPPED: Final = pattern(r"[.,;!?]\s")
_STAMP: Final = pattern(
    r"(?:(?:thứ \w+|chủ nhật|t[2-7]|cn),?\s+(?:ngày\s+)?)?\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d{2}"
    r"[\s,|-]*(?:lúc\s+)?\d{1,2}[:hg]\d{2}(?:\s?[ap]m)?(?:\s?\(?gmt\s?\+7\)?)?"
)
"""A date and an hour, with all that belongs to them, in a key; a date alone stands in sentences, too."""
_REACH: Final = 60
"""Characters of the longest phrase."""

Span = tuple[int, int]


def lines_of_page(text: str, key: str, lexicon: Lexicon) -> tuple[Block, ...]:
    """The lines of the page that `text` was; none if it was no page.

    `key` is `text` folded for matching. Offsets index `text`. Linear.
    """
    if not _begins_with_names(text) or not any(
        len(row) >= _ROW for row in _rows(text[:_TOP], key, lexicon.filling_trie)
    ):
        return ()
    rows = _rows(text, key, lexicon.filling_trie)
    closing = lexicon.fences  # headers of boxes and of comments
    phrases = [x for row in rows for x in row if _is_vouched(text, key, x, len(row), closing)]
    if len(phrases) < _FEWEST or not _hold_text(text, phrases):
        return ()
    stamps = (found.span() for found in _STAMP.finditer(key))
    edges = {offset for span in (*phrases, *stamps) for offset in span} | {0, len(text)}
    return tuple(_blocks(text, sorted(edges | {*_ends(text, sorted(edges))})))


def _begins_with_names(text: str) -> bool:
    """Whether a text may begin as a menu does."""
    top = text[:_TOP]
    if top.count(",") + top.count(". ") > _STOPS:
        return False
    words = top.split()
    return sum(map(str.isupper, map(itemgetter(0), words))) >= _NAMES * len(words)


def _rows(text: str, key: str, filling: Prefixes) -> Iterator[list[Span]]:
    """The phrases that begin large where no sentence goes on behind them, in rows of near ones."""
    row: list[Span] = []
    for found in _LARGE.finditer(text):
        start = found.start()
        if not filling.may_be(key, start) or (row and start < row[-1][1]):
            continue
        longest = 0
        for phrase in filling.at(key, start, min(start + _REACH, len(key))):
            if not _GOES_ON.match(text, start + len(phrase)):
                longest = len(phrase)
        if longest < 2:  # a letter is no word
            continue
        if row and not _is_near(text, row[-1][1], start):
            yield row
            row = []
        row.append((start, start + longest))
    yield row


def _is_vouched(text: str, key: str, span: Span, row: int, closing: frozenset[str]) -> bool:
    """Whether a phrase stands in a row, has many words, or is a header behind a sentence."""
    start, end = span
    if row >= _ROW or len(text[start:end].split()) >= _STRONG:
        return True
    return key[start:end] in closing and bool(_CLOSED.fullmatch(text, max(start - 3, 0), start))


def _hold_text(text: str, phrases: Sequence[Span]) -> bool:
    """Whether an article may stand in front of a phrase, or behind the last one."""
    begins = (0, *(end for _, end in phrases))
    ends = (*(start for start, _ in phrases), len(text))
    return any(end - begin >= _TEXT for begin, end in zip(begins, ends, strict=True))


def _is_near(text: str, start: int, end: int) -> bool:
    return end - start <= _NEAR and not _STOPPED.search(text, start, end)


def _ends(text: str, edges: list[int]) -> Iterator[int]:
    """Where sentences begin behind another one; none behind the first after an edge: a headline may be
    glued to it, and what it is told by is the text below.
    """
    edge = 0
    first = True
    for offset in sentence_ends(text):
        while edge < len(edges) and edges[edge] < offset:
            edge, first = edge + 1, True
        if not first:
            yield offset
        first = False


def _blocks(text: str, borders: list[int]) -> Iterator[Block]:
    """What stands between borders, without space; what has no letter and no digit goes with what is above."""
    waiting: Block | None = None
    for start, end in pairwise(borders):
        piece = text[start:end]
        words = piece.strip()
        if not words:
            continue
        begin = start + len(piece) - len(piece.lstrip())
        block = Block(begin, begin + len(words), 0)
        if waiting and not any(map(str.isalnum, words)):
            waiting = waiting._replace(end=block.end)
            continue
        if waiting:
            yield waiting
        waiting = block
    if waiting:
        yield waiting

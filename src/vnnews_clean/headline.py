"""Which line is the headline, where it stands itself, and what is a copy of it: shared by the rules that look for those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from .line import Line
from .model import Block, Document
from .outline import HEADS
from .patterns import pattern
from .shapes import is_headline, is_paragraph, is_prose, word_count
from .textkey import LOWER, UPPER, fold, initial, slug

SLACK: Final = 16  # for speed: by so much copies of the headline differ at most
_FEWEST: Final = 5
"""Words of a headline that copies are looked for of."""
_COVER: Final = pattern(
    r"(?:(?:cover of|ảnh bìa|hình ảnh|ảnh:|image:|video:) |[»►▶➤>]{1,4}\s*)", re.IGNORECASE
)

_COVERING: Final = frozenset("CcẢảHhIiİıVv»►▶➤>")  # for speed: how all of them begin
_COPY_SUFFIX: Final = pattern(
    r"\W*(?:\(\s*(?:ảnh|nguồn|hình|video|clip)[^()]{0,80}\)|[-–]?\s*(?:ảnh|hình|video|clip)\s*\d{0,2}|(?:ảnh|nguồn)\s*:.{1,60})?\W*",
    re.IGNORECASE,
)
"""What may stand behind a copy: an image's credit or number."""
_SITE: Final = pattern(rf"\s+[-–—|•·]\s+[{UPPER}\d][^-–—|.:;!?]*")
_SITE_WORDS: Final = 7
"""Words of a site's name, at most, with the sign in front."""
_NUMBERED_HEADLINE: Final = pattern(
    r"(.{20,220}?)[\s–-]+(?:(?:hình ảnh|hinh anh|hình|hinh|ảnh|anh|photo) )?\d{1,2}\.?",
    re.IGNORECASE,
)
_NUMBERED: Final = pattern(r"\d{1,2}[.)]\s")
"""A line of a table of contents: its copies are headings."""
_NO_HEADLINE: Final = pattern(rf"(?i:bài|tin|ảnh)(?:(?:,? | và )(?i:bài|ảnh))?\s*:|[{LOWER}]{{2}}")
"""A credit, or what begins small: the unit of a table's figures."""


def uncovered(text: str) -> str:
    """`text` without a player's word or an arrow in front: ``cover of <headline>`` → ``<headline>``."""
    found = _COVER.match(text) if text[:1] in _COVERING else None
    return text[found.end() :] if found else text


def is_printed(document: Document, block: Block, title: str) -> bool:
    """Whether `block` of a page's article is its headline, or a copy of the folded `title`."""
    if block.role == "title":
        return True
    alike = block.inside and abs(block.end - block.start - len(title)) <= SLACK
    return bool(alike) and fold(document.text_of(block)) == title


def headlines(document: Document) -> list[tuple[int, str]]:
    """(block index, folded text) of the lines that may be the article's headline, first ones first.

    A headline has at least five words, not all of them signs (``* * * * *``), and stands among the
    first blocks, above the first sentence of some length, or that follows one; of several, running text stands near. What the markup calls the title comes
    first, with the index of its block, or -1 where no block says it.
    """
    found: list[tuple[int, str]] = []
    if wanted := fold(document.metadata.title):
        printed = (i for i, b in enumerate(document.blocks) if is_printed(document, b, wanted))
        found.append((next(printed, -1), wanted))
    if document.markup:
        return found
    for line in document.lines[:HEADS]:
        text = uncovered(line.text)
        sentence = text.endswith(".") and not line.is_cut
        if is_paragraph(text) or (sentence and (found or is_prose(text))):
            break
        if line.text.startswith(">>"):
            continue  # a link to another article
        if (line.index and _NUMBERED.match(text)) or _NO_HEADLINE.match(text):
            continue
        if is_headline(text) and word_count(text) >= _FEWEST and (folded := fold(text)):
            found.append((line.index, folded))
    below = document.lines[found[-1][0] + 1 :][:HEADS] if found else ()
    if found and not any(line.is_prose for line in below):
        first, title = found[0]
        if first > 0 and document.lines[first].text.endswith("?"):
            return []  # a question of a quiz
        return [one for one in found if one[1] == title]  # others are headings of a table
    return found


def originals(document: Document, found: Sequence[tuple[int, str]]) -> dict[str, int]:
    """Folded headline → index of the line where it stands itself, of the `headlines` that were found.

    That is no line with a player's word in front, and below the menus of a page, whose name is its
    headline too: of the two, the one below the bars is the article's.
    """
    first: dict[str, int] = {}
    for index, title in found:
        if title not in first or _is_covered(document, first[title]):
            first[title] = index
    return {
        title: _below_bars(document, _uncovered_below(document, index, title), title)
        for title, index in first.items()
    }


def _is_covered(document: Document, index: int) -> bool:
    """Whether a player's word stands in front of the line; -1 is no line."""
    text = document.text_of(document.blocks[index]) if index >= 0 else ""
    return uncovered(text) != text


def _uncovered_below(document: Document, index: int, title: str) -> int:
    """Where `title` stands by itself below a line with a player's word in front; else `index`."""
    below = _printed_below(document, index, title) if _is_covered(document, index) else iter(())
    return next(below, index)


def _below_bars(document: Document, index: int, title: str) -> int:
    """Where `title` stands last above the first running text below bars; else `index`."""
    bars = () if document.markup else document.hits.acting("page")
    bar = min((i for i in bars if i > index), default=-1)
    below = _printed_below(document, index, title) if bar >= 0 else ()
    return max((i for i in below if i >= bar), default=index)


def _printed_below(document: Document, index: int, title: str) -> Iterator[int]:
    """The lines below `index` and above the first running text that are the folded `title`."""
    for line in document.lines[index + 1 :]:
        if line.is_prose:
            return
        if initial(line.text) == initial(title) and fold(line.text) == title:
            yield line.index


def is_copy(text: str, title: str) -> bool:
    """True where `text` is `title` and at most an image's credit or number behind it."""
    end = _end_of(title, text)
    return end > 0 and bool(_COPY_SUFFIX.fullmatch(text, end))


def is_window_title(text: str, title: str) -> bool:
    """True where `text`, which begins with `title`, has the name of a site behind it: so a window's bar
    says what the page is about.
    """
    end = _end_of(title, text)
    is_named = end > 0 and word_count(text[end:]) <= _SITE_WORDS
    return is_named and bool(_SITE.fullmatch(text, end))


def _end_of(title: str, text: str) -> int:
    """Where the last word of the folded `title` ends in `text`, which begins with it; or 0."""
    last = len(title.split()) - 1
    found = next(islice(re.finditer(r"\w+", text), last, None), None)
    return found.end() if found else 0


def numbered_copies(document: Document) -> Iterator[Line]:
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
        elif line.words >= _FEWEST:
            waiting.add(slug(line.text))

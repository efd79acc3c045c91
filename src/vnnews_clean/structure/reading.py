"""The lines of a document, each looked at once: sort, what is said of it, words, share of the core."""

from __future__ import annotations

from typing import Final, NamedTuple

from ..cached import cached
from ..model import Document
from ..pairs import Pairs
from ..patterns import pattern
from ..shapes import DASHES, has_date, is_quoted
from .among import told_among
from .cohesion import core, shares, size_of
from .marked import marked_title, printed_longer
from .own import announced
from .said import COPIES, comments_from
from .sorts import DATES, FITTINGS, HEADLINES, MENU, NAMES, PROSE, RUNNING, sorts_of
from .topped import below_menu, short_headline

_DATED: Final = pattern(r"\W*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_RATED: Final = pattern(r"\d[.,]\d\s*(?:/|trên|từ)\s*\d")
"""How readers have rated it."""
_TITLES: Final = frozenset("headline asks short label cut sentence caption open".split())
_SIGNS: Final = frozenset(("byline", "stamp", "credit", "caption"))
_META: Final = 4
"""Lines from the headline to the running text below it, at most."""
_SENTENCES: Final = frozenset(("remark", "sentence"))
_SPEAKS: Final = pattern(r"[^:\"“]{3,60}:\s[\"“][^\"”]{8,110}[^\"”.!?…,][\"”]")
"""A headline that is somebody's name and words: ``Thợ gốm Lê Bến: "Tôi nung cả ký ức"``."""
_TITLE_PAIRS: Final = 8
_TITLE_STEP: Final = 0.25
"""By how much a line farther away must be more of a headline than a nearer one, in pairs."""
ROW_SHARE: Final = 0.04
"""Share of the core's words that a menu in one line may have by chance, for each of its names."""
_TOLD: Final = 2.0
"""Pairs that the core repeats of a line which is the headline, wherever it stands."""
_RETOLD: Final = 0.5
"""Share of a headline's pairs that a lede which says it again has."""
_SUMMED: Final = 0.25
"""Share of a headline's pairs that its summary says again."""
SHARED: Final = 0.12
"""Share of its pairs that a paragraph of the article has in common with the rest, at least."""
_DIGITS: Final = 4
_COUNTED: Final = 400
"""Characters of a paragraph that count: a very long one is no more than two."""


class _Known(NamedTuple):
    texts: list[str]
    sorts: list[str]
    said: list[str]
    """What a phrase or a rule says of the line: see `said`; or empty."""
    pairs: list[Pairs]
    share: list[float]
    """Share of the line's pairs that the rest of the core has; -1 without pairs."""
    figures: list[bool]
    """Whether the line is one of figures: every fourth character is a digit."""
    core: tuple[int, int]
    title: int
    """The line above the core whose words the core repeats most, or -1."""
    own: frozenset[int] = frozenset()
    """Lines that are the article's by their pattern: see `own`."""


class Reading(_Known):
    """What is known of the lines of a document, by index."""

    @cached
    def core_text(self) -> str:
        """The lines of the core in one text."""
        first, last = self.core
        return "\n".join(self.texts[first : last + 1])

    @cached
    def questions(self) -> list[int]:
        """The lines from the core's first one on that are questions, as in an interview."""
        return [i for i in range(self.core[0], len(self.texts) - 1) if is_question(self, i)]

    @cached
    def first_answered(self) -> int:
        """The first of them that has an answer with a dash; the number of lines if none has."""
        return next((i for i in self.questions if is_answered(self, i)), len(self.texts))


def read(document: Document, said: list[str]) -> Reading:
    """Look at every line of `document`; `said` is what is known of each: see `said`."""
    texts = [line.text for line in document.lines]
    sorts = sorts_of(document.lines)
    own = told_among(texts, sorts, said)
    out = [bool(word) for word in said]
    end = comments_from(said)
    out[end:] = [True] * len(out[end:])
    first, last = core(sorts, [size_of(text) for text in texts], out, own)
    begin = announced(texts, said, first)
    own, first = own | {*range(begin, first)}, begin
    pairs = [line.pairs for line in document.lines]
    inside = [first <= i <= last and sort in PROSE for i, sort in enumerate(sorts)]
    share = shares(pairs, inside)
    copied = {x.key for x, word in zip(document.lines, said, strict=True) if word == "copy"}
    for index, line in enumerate(document.lines):
        if sorts[index] in _TITLES and share[index] < ROW_SHARE * line.names_in_row:
            sorts[index] = sorts[index] if line.key in copied else MENU
    figures = [sum(map(text.count, "0123456789")) * _DIGITS > len(text) for text in texts]
    reading = Reading(texts, sorts, said, pairs, share, figures, (first, last), -1, own)
    for index in range(first):
        if sorts[index] in _SENTENCES and (
            is_quoted(texts[index]) or _SPEAKS.fullmatch(texts[index])
        ):
            sorts[index] = "headline"
    title = printed_longer(document.lines[:first])
    if title >= 0 and sorts[title] == MENU:  # a headline that looks like a row of names
        sorts[title] = "headline"
    if title < 0:
        title = marked_title(document.blocks, sorts, first)
    if title < 0:
        title, own = _chosen(reading)
    return reading._replace(title=title, own=own)


def _chosen(reading: Reading) -> tuple[int, frozenset[int]]:
    """The line that is the headline by its words and place, or -1; and those that are the article's own."""
    texts, sorts, said, own = reading.texts, reading.sorts, reading.said, reading.own
    title, first = _title(reading), reading.core[0]
    if title < 0:
        title = short_headline(texts, sorts, said, reading.share, first)
        if title >= 0:
            sorts[title] = "headline"
    signed = title >= 0 and is_sign(reading, title + 1) and sorts[title + 1] not in RUNNING
    asked = title >= 0 and not signed and _is_asked(reading, title)
    told = signed or (title >= 0 and not asked and _is_told(reading, title))
    top = -1 if told else below_menu(texts, sorts, said, title if title >= 0 else first)
    if top < 0:
        return title, own
    return top, own | {title} if asked else own


def _is_asked(reading: Reading, title: int) -> bool:
    """Whether what may be the headline is the first of several questions: they have one above them."""
    below = reading.sorts[title + 1 : reading.core[1] + _META]
    return reading.sorts[title] == "asks" and "asks" in below


def _is_told(reading: Reading, title: int) -> bool:
    """Whether anything that stands below a headline says it again."""
    below = _text_below(reading, title, len(reading.texts))
    again = below >= 0 and not reading.pairs[title].isdisjoint(reading.pairs[below])
    return again or reading.share[title] > 0


def middle(reading: Reading) -> tuple[int, int]:
    """The lines between which the article stands for certain: its core begins, and is half over."""
    first, last = reading.core
    strong = [
        i
        for i in range(first, last + 1)
        if reading.sorts[i] in PROSE and reading.share[i] >= SHARED and not reading.said[i]
    ]
    if not strong:
        return (first, first) if first < last else (len(reading.texts), -1)
    sizes = [min(len(reading.texts[i]), _COUNTED) for i in strong]
    whole, total = sum(sizes), 0
    for index, size in zip(strong, sizes, strict=True):
        total += size
        if 2 * total >= whole:
            return strong[0], index
    return strong[0], strong[-1]


def _title(reading: Reading) -> int:
    """The line above the core whose words the core repeats most; of two alike, the nearer one."""
    first = reading.core[0]
    best, found, head = 0.0, -1, -1
    for index in range(first - 1, -1, -1):
        if reading.said[index] not in COPIES or reading.sorts[index] not in _TITLES:
            continue
        if _DATED.match(reading.texts[index]) or reading.texts[index][0] in DASHES:
            continue  # when and in which section it stood; an item of a list
        weight = reading.share[index] * min(len(reading.pairs[index]), _TITLE_PAIRS)
        weight += 0.02 / (1 + first - index)
        if weight > best + _TITLE_STEP or weight > best == 0:
            best, found = weight, index
        if reading.sorts[index] in HEADLINES and reading.share[index] > 0:
            head = index
    opening = _opening(reading, first) if best < _TOLD else -1
    if opening >= 0:
        return opening
    if best > _TITLE_STEP:
        title = found if reading.sorts[found] in HEADLINES else _retold(reading, found)
        return head if reading.sorts[title] in RUNNING and head >= 0 else title
    return found if found < 0 else _top_line(reading, found)


def _retold(reading: Reading, lede: int) -> int:
    """The headline above a `lede` that says it again, or some of it with nothing but tools between and one line
    as long as a headline; the lede itself if there is none.
    """
    others = 0
    for index in range(lede - 1, -1, -1):
        own = reading.pairs[index]
        is_one = bool(own) and reading.sorts[index] in HEADLINES and reading.said[index] in COPIES
        shared = len(own & reading.pairs[lede])
        if is_one and (shared >= _RETOLD * len(own) or (others <= 1 and shared)):
            return index
        others += reading.sorts[index] not in FITTINGS
    return lede


def _opening(reading: Reading, first: int) -> int:
    """The one headline above the core that stands over running text, or over a name, a date and the
    like and running text below: the article opens so, and a list of others more than once; or -1.

    Of several over one text it is the last that the text says again, or else the last that has a name or
    a date right below, or else the last; of several over more than one, the only one that has.
    """
    over: dict[int, int] = {}
    for index in range(first):
        if reading.sorts[index] not in HEADLINES or reading.said[index] not in COPIES:
            continue
        if has_date(reading.texts[index]) or _RATED.match(reading.texts[index]):
            continue
        below = _text_below(reading, index, first)
        if below < 0 or reading.said[below]:
            continue
        found = over.get(below, -1)
        if found < 0 or _opens(reading, index, below) >= _opens(reading, found, below):
            over[below] = index
    if len(over) > 1:
        over = {below: index for below, index in over.items() if is_sign(reading, index + 1)}
    return next(iter(over.values())) if len(over) == 1 else -1


def _opens(reading: Reading, index: int, below: int) -> tuple[bool, bool]:
    """How much says that a headline is that of the text `below`: that says it again, or a name or a date
    stands right below it.
    """
    said = reading.share[index] > 0 or not reading.pairs[index].isdisjoint(reading.pairs[below])
    return said, is_sign(reading, index + 1)


def _text_below(reading: Reading, index: int, end: int) -> int:
    """The running text below a headline, a few lines or nothing but small ones between; or -1."""
    for below in range(index + 1, end):
        if reading.sorts[below] in RUNNING:
            return below
        if below - index >= _META and reading.sorts[below] not in FITTINGS:
            break
    return -1


def is_sign(reading: Reading, index: int) -> bool:
    """Whether a line says who wrote the article, or when."""
    return reading.sorts[index] in _SIGNS or has_date(reading.texts[index])


def is_announced(reading: Reading, index: int) -> bool:
    """Whether the line above one announces what follows."""
    return index > 0 and reading.texts[index - 1].endswith(":")


def is_question(reading: Reading, index: int) -> bool:
    """Whether a line, not the last one, is a question with its answer below, as in an interview."""
    return reading.texts[index].endswith("?") and reading.sorts[index + 1] in PROSE


def is_answered(reading: Reading, index: int) -> bool:
    """Whether a line is a question of which nothing else is said, and its answer begins with a dash."""
    is_asked = index + 1 < len(reading.texts) and is_question(reading, index)
    return is_asked and not reading.said[index] and reading.texts[index + 1][0] in DASHES


def retells(reading: Reading, index: int, back: int = 1) -> bool:
    """Whether a line says again what stands so many lines above it, as the summary of a headline does."""
    above = reading.pairs[index - back]
    return bool(above) and len(above & reading.pairs[index]) >= _SUMMED * len(above)


def _top_line(reading: Reading, nearest: int) -> int:
    """The first line behind all that is said above the core, where no line shares words with it."""
    found = nearest
    for index in range(nearest - 1, -1, -1):
        if reading.said[index] not in COPIES or reading.sorts[index] in NAMES | DATES:
            break
        if reading.sorts[index] in _TITLES:
            found = index
    return found

"""Lines that are an article's own by their pattern, whatever stands around: minutes of a live report, clauses
of a law, letters, line-ups, questions with their answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import Final

from ..patterns import pattern
from ..shapes import is_heading, is_stamp, names_in_row
from ..textkey import fold
from .sorts import HEADLINES, PROSE, RUNNING, SUMMARIES

_WRITTEN: Final = 25
"""Characters of a line of a letter that begins with a small letter, at least."""
_IN_A_ROW: Final = 4
"""Such lines in a row that somebody wrote."""
_MINUTE: Final = pattern(r"\d{1,3}\s?['’′](?:\s?\+\s?\d{1,2}['’′]?)?")
_PLAYED: Final = pattern(r"\d{1,3}(?:\s?\+\s?\d{1,2})?\s?['’′]\s*[:–-]?\s*\w")
_KEYS: Final = pattern(r"(?:(?:[Cc]âu )?\d{1,3}\s?[.:)-]?\s?[A-D]\b[\s,;|]*){4,}")
"""Four answers in a row."""
_NUMBERED: Final = pattern(r"(\d{1,2})[.)/:]\s")
_HEADINGS: Final = 3
"""Such headings, at least."""
_HOUR: Final = pattern(r"\d{1,2}h\d{2}")
_CLOCK: Final = pattern(r"([01]?\d|2[0-3])[h:]([0-5]\d)")
_HOURS: Final = 4
"""Hours in a report, at least."""
_BOXED: Final = 3
"""Hours of a report, at least, for each that a box of others stands behind."""
_SAID: Final = RUNNING | {"open", "cut"}
_MINUTES: Final = 3
"""Lines that are a minute of play, from which on a text is a live report."""
_ENTRY: Final = 8
"""Lines from one time of a live report to the next, at most."""
_CLAUSE: Final = pattern(r"(?:Điều|Chương|Khoản|Mục|Bước|Câu|Phần) \d{1,3}\b")
_CLAUSES: Final = 3
"""Such lines of one text, at least."""
_LINE_UP: Final = pattern(r"[^,:]{2,40}:\s(?:[^,:]{2,60},\s){6}")
"""A team and seven of its players, at least."""
_FACTS: Final = 6
"""Lines below two teams among which it says who scored."""
_SCORERS: Final = pattern(r"[^\d,]{2,60}\(?\d{1,3}(?:\s?\+\s?\d{1,2})?['’′]")
"""Who did something, and the minute."""
_GOALS: Final = pattern(r"[^\W\d]\S*(?:\s\S+){0,3}\s\(?\d{1,3}(?:\s?\+\s?\d{1,2})?['’′]")
"""The same of a few words alone, as below the teams: a headline has more."""

_STATE: Final = ("cộng hoà xã hội chủ nghĩa việt nam", "độc lập tự do hạnh phúc")
_MOTTO: Final = 60  # for speed: neither is longer
_FIGURE: Final = pattern(r"\|\s*[-+]?\d[\d.,]*\s*%?\s*(?:\||$)")
"""A cell that is a figure."""
_FIELD: Final = pattern(r"([^\W\d_][^:.]{1,28}):\s+[^\n]*?[^\W\d_]")
_RECORDS: Final = 3
"""Records of one text, at least."""
_CELLS: Final = 2
"""Signs between the cells of a row, at least."""
_ROWS: Final = 3
"""Rows with a figure each, at least."""
_POINTS: Final = 2
"""Lines with a semicolon at the end, at least."""
ANNOUNCEMENT: Final = 60
"""Characters of a sentence that announces what stands below it, at least."""
_ANNOUNCED: Final = 10
"""Lines that it announces, at most."""
_ASKING: Final = HEADLINES | {"remark", "menu"}
_TOLD: Final = 2
_ANSWERED: Final = 3
"""Questions with running text below each that are a text of questions and answers."""


def told_lines(texts: Sequence[str], sorts: Sequence[str]) -> frozenset[int]:
    """Lines that take part in the text: clauses, points, tables, fields, reports by the hour, questions with
    their answers.
    """
    told = (clauses(texts), points(texts), tables(texts), fields(texts), plays(texts), keys(texts))
    asked = (answered(texts, sorts), chronicle(texts, sorts), numbered(texts, sorts))
    return frozenset(chain.from_iterable((*told, *asked)))


def found_lines(texts: Sequence[str]) -> frozenset[int]:
    """Lines that stay, though others may stand between them and the text: reports by the minute, letters,
    line-ups.
    """
    found = (live_report(texts), small_letters(texts), match_facts(texts), mottoes(texts))
    return frozenset(chain.from_iterable(found))


def mottoes(texts: Sequence[str]) -> Iterator[int]:
    """What every paper of the state begins with: its name and its motto, one below the other."""
    keys = [fold(text) if len(text) <= _MOTTO else "" for text in texts]
    for index, pair in enumerate(pairwise(keys)):
        if pair == _STATE:
            yield from (index, index + 1)


def points(texts: Sequence[str]) -> Iterator[int]:
    """Lines with a semicolon at the end: what a law is founded on, points of a plan; and those below that
    go on with a comma. No headline and no menu has one.
    """
    if sum(text.endswith(";") for text in texts) < _POINTS:
        return
    within = False
    for index, text in enumerate(texts):
        within = text.endswith(";") or (within and text.endswith(","))
        if within:
            yield index


def tables(texts: Sequence[str]) -> Iterator[int]:
    """Rows of a table of figures and what they are of, as Markdown and extractors write them, with as many
    cells each. A calendar has figures alone.
    """
    for cells, group in groupby(range(len(texts)), lambda i: texts[i].count("|")):
        rows = list(group)
        named = [i for i in rows if cells >= _CELLS and any(map(str.isalpha, texts[i]))]
        if sum(bool(_FIGURE.search(texts[i])) for i in named) >= _ROWS:
            yield from rows


def fields(texts: Sequence[str]) -> Iterator[int]:
    """Lines of records: a name and its value, below another one, and both names again and again. Values
    are words: dates and counts alone are what a forum says of who wrote.
    """
    named = [_FIELD.match(text) for text in texts]
    names = [found[1] if found else "" for found in named]
    seen = Counter(pairwise(names))
    for index, pair in enumerate(pairwise(names)):
        if all(pair) and seen[pair] >= _RECORDS:
            yield from (index, index + 1)


def announced(texts: Sequence[str], said: Sequence[str], first: int) -> int:
    """The sentence above the `first` line of the core that announces with its colon all that stands
    between, or `first`: below it are short lines, and nothing that is known of a page.
    """
    for index in range(first - 1, max(first - _ANNOUNCED, 0) - 1, -1):
        if said[index] or names_in_row(texts[index]):
            break
        if texts[index].endswith(":") and len(texts[index]) >= ANNOUNCEMENT:
            return index
    return first


def chronicle(texts: Sequence[str], sorts: Sequence[str]) -> Iterator[int]:
    """The lines of a report by the hour: hours in their order, one way or the other, each above running
    text and no headline but one that the text begins with. Other articles have a headline beside the hour;
    where one hour in three has one behind its text, a box stands there, and is no part of the report.
    """
    hours = [
        (i, int(m[1]), int(m[2])) for i, text in enumerate(texts) if (m := _CLOCK.fullmatch(text))
    ]
    times = [(hour, minute) for _, hour, minute in hours]
    if len(times) < _HOURS or times not in (sorted(times), sorted(times, reverse=True)):
        return
    places = [index for index, *_ in hours]
    end = next((i for i in range(places[-1], len(texts)) if sorts[i] in _SAID), len(texts) - 1)
    while sorts[end + 1 : end + 2] and sorts[end + 1] in RUNNING:
        end += 1
    often = Counter(texts)
    told: list[range] = []
    boxed = 0
    for above, below in pairwise((*places, end + 1)):
        entry = range(above, below)
        said = [i for i in entry if sorts[i] in _SAID]
        head = next(_foreign(texts, sorts, entry, often), below)
        if not said or head < said[0]:
            return
        boxed += head < below
        last = max(i for i in said if i < head) if head < below else below - 1
        told.append(range(above, last + 1))
    if boxed * _BOXED <= len(told):
        yield from chain.from_iterable(told)


def _foreign(
    texts: Sequence[str], sorts: Sequence[str], entry: range, often: Counter[str]
) -> Iterator[int]:
    """The headlines in an entry of a report that are no button and not the first words of its text."""
    for index in entry:
        text = texts[index]
        is_one = (
            sorts[index] in HEADLINES and not text[0].islower() and often[text] == 1
        )  # no button
        if is_one and sum(texts[i].startswith(text) for i in entry) == 1:
            yield index


def answered(texts: Sequence[str], sorts: Sequence[str]) -> Iterator[int]:
    """Questions and their answers, where each is a line: three, two of which have paragraphs for answers, or
    long sentences where one follows the other, and no fewer than headlines that have running text below. Few
    headlines of other articles ask.
    """
    below = range(len(texts) - 1)
    asked = [i for i in below if texts[i].endswith("?") and sorts[i] in _ASKING]
    asked = [i for i in asked if sorts[i + 1] in RUNNING and not texts[i + 1].endswith("?")]
    ours = frozenset(asked)
    others = sum(
        sorts[i] == "headline" and sorts[i + 1] in SUMMARIES and i not in ours for i in below
    )
    told = sum(sorts[i + 1] in PROSE for i in asked)
    in_a_row = any(i + 2 in ours and i + 4 in ours for i in asked)
    if in_a_row:
        told += sum(sorts[i + 1] == "sentence" for i in asked)
    if len(asked) >= max(_ANSWERED, others) and told >= _TOLD:
        for index in asked:
            yield from (index, index + 1)


def plays(texts: Sequence[str]) -> Iterator[int]:
    """Lines that begin with a minute of play, ``52' Vũ Mão (1-1)``, and what stands right above the first."""
    played = [i for i, text in enumerate(texts) if text[:1].isdigit() and _PLAYED.match(text)]
    if len(played) >= _MINUTES:
        above = played[0] - 1
        if above >= 0 and is_heading(texts[above].rstrip(":")):
            yield above
        yield from played


def keys(texts: Sequence[str]) -> Iterator[int]:
    """Lines of an exam's answers, ``1.A 2.C 3.B 4.D``, and the short line right above each row of them."""
    rows = [i for i, text in enumerate(texts) if _KEYS.fullmatch(text)]
    for index in rows:
        if index and index - 1 not in rows and is_heading(texts[index - 1].rstrip(":")):
            yield index - 1
        yield index


def numbered(texts: Sequence[str], sorts: Sequence[str]) -> Iterator[int]:
    """Numbered headings in their order, ``1. …``, ``2. …``, ``3. …``, each with running text right below, and
    that text: ranks of other articles have none.
    """
    found: list[int] = []
    for index in range(len(texts) - 1):
        number = _NUMBERED.match(texts[index])
        if number and sorts[index] not in RUNNING and sorts[index + 1] in RUNNING:
            if int(number[1]) == 1:
                found = []
            if int(number[1]) == len(found) + 1:
                found.append(index)
    if len(found) >= _HEADINGS:
        yield from chain.from_iterable((index, index + 1) for index in found)


def live_report(texts: Sequence[str]) -> range:
    """The lines of a report by the minute, told by its times: all of them are the article's."""
    minutes = [i for i, text in enumerate(texts) if text[:1].isdigit() and _MINUTE.fullmatch(text)]
    if len(minutes) < _MINUTES:
        return range(0)
    first, last = minutes[0], minutes[-1]
    times = [i for i, text in enumerate(texts) if _HOUR.fullmatch(text) or is_stamp(text)]
    for index in reversed(times):
        if index < first and first - index <= _ENTRY:
            first = index
    for index in times:
        if index > last and index - last <= _ENTRY:
            last = index
    return range(first, last + 2)


def small_letters(texts: Sequence[str]) -> Iterator[int]:
    """Lines in a row, long ones, that begin with a small letter: as people write to each other, and as
    no menu and no box is written.
    """
    run: list[int] = []
    for index, text in enumerate((*texts, "")):
        if text[:1].islower() and len(text) >= _WRITTEN:
            run.append(index)
            continue
        if len(run) >= _IN_A_ROW:
            yield from run
        run = []


def clauses(texts: Sequence[str]) -> Iterator[int]:
    """Lines of a law or a guide that are numbered by a word: ``Điều 10. …``, ``Bước 2: …``."""
    numbered = [index for index, text in enumerate(texts) if _CLAUSE.match(text)]
    if len(numbered) >= _CLAUSES:
        yield from numbered


def match_facts(texts: Sequence[str]) -> Iterator[int]:
    """Lines that say who played and who scored: two teams, one below the other, and what names scorers or
    heads such a line: anywhere above them, or among a few lines below.
    """
    teams = [index for index, text in enumerate(texts) if _LINE_UP.match(text)]
    first = next((one for one, other in pairwise(teams) if other == one + 1), None)
    if first is None:
        return
    below = range(first + 2, min(first + 2 + _FACTS, len(texts)))
    told = {*teams, *(i for i, text in enumerate(texts[:first]) if _SCORERS.match(text))}
    told |= {i for i in below if _GOALS.match(texts[i])}
    yield from sorted(told | {i - 1 for i in told if i and is_heading(texts[i - 1].rstrip(":"))})

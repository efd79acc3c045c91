"""The headline and the sapo, which most papers print above the body, and the credit below it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from ...dates import iso
from ...model import HEADINGS, LINKED, WHOLLY, Kind
from ...patterns import pattern
from ...textkey import fold, initial
from .asides import asks_reader
from .container import Body
from .dom import Page
from .highlights import highlights
from .layout import FURNITURE
from .lines import Line
from .prose import is_sentence
from .tree import around, covered, spread
from .unmarked import find_unmarked

MATCHED: Final = 40
"""Characters by which a sapo and the page's description are compared."""
REACH: Final = 12
"""Lines above the body among which a sapo is looked for, and below it a credit."""
TITLE: Final = range(12, 300)
"""Characters of a headline."""
SHORT_TITLE: Final = range(3, 300)
"""The same for one in an ``<h1>``."""
HEADLINE_WORDS: Final = 5
"""Words of the shortest line that is a headline without being marked as one."""
LONGER: Final = 1.5
"""How much longer a headline of the head may be than what the page prints of it, or shorter."""
SITE: Final = 2
"""How often the name of a site goes into what the head gives, at least."""
DATE: Final = 60
"""Characters of the longest line that prints the date."""
DATE_LINES: Final = 2
"""Lines of the body among which it may stand."""
CREDIT: Final = 80
"""Characters of the longest credit."""
_FACT: Final = pattern(
    r"(?:thời gian|địa điểm|địa chỉ|diễn giả|khách mời|đối tượng|hình thức|giá vé|số lượng|mức lương|kinh phí"
    r"|hạn (?:chót|nộp|đăng ký)|thành phần)[^:.]{0,20}:",
    re.IGNORECASE,
)
"""What a notice says above its text: when, where, who is to come."""
_STOPS: Final = (".", "!", "?", "…", "”", '"')


class Front(NamedTuple):
    """What the article begins with, as indices of lines."""

    title: int
    """-1 if the page prints none."""
    ledes: tuple[int, ...]
    """Lines of the sapo that stand outside of the body."""
    credits: tuple[int, ...] = ()
    """Lines below the body that credit its source: ``Theo AFP``."""


class Hints(NamedTuple):
    """What the page's head says that the article is about."""

    headlines: tuple[str, ...]
    description: str


def find_headline(page: Page, lines: Sequence[Line], headlines: Sequence[str]) -> int:
    """The line that prints the headline, or -1.

    One in an ``<h1>`` that says what the head gives, and no less than half of it: a site's name is often
    one, and stands in front of the headline; else any line that does, if it is no link; else the only
    ``<h1>``, or heading if there is none.
    """
    headings = _headings(page)
    folded = [h for h in map(fold, headlines) if h]
    titles = [
        index
        for index, line in enumerate(lines)
        if line.role not in FURNITURE and not line.folded and line.element in headings
    ]
    marked = next((i for i in titles if _matches(lines[i], folded)), -1)
    if marked >= 0 and len(lines[marked].text) * SITE > len(folded[0]):
        return marked
    for index, line in enumerate(lines):
        if line.role not in FURNITURE and line.links <= LINKED and _is_headline(line):
            length = len(line.text)
            whole = [h for h in _as_long(line, folded) if len(h) <= length * LONGER]
            if _matches(line, whole):
                return index
    if marked >= 0:
        return marked
    if titles:
        return titles[0] if len(titles) == 1 and lines[titles[0]].links <= LINKED else -1
    return _only_heading(page, lines)


def _only_heading(page: Page, lines: Sequence[Line]) -> int:
    """The only heading that may be a headline, on a page whose head gives none and without an ``<h1>``.

    It stands above all prose: a subhead does not.
    """
    found = -1
    for index, line in enumerate(lines):
        if found < 0 and line.prose and line.role not in FURNITURE:
            break
        if page.tags[line.element] in HEADINGS and _is_headline(line):
            if line.role in FURNITURE or line.folded or line.links > LINKED:
                continue
            if found >= 0:
                return -1
            found = index
    return found


def _is_headline(line: Line) -> bool:
    return len(line.text) in TITLE and len(line.text.split()) >= HEADLINE_WORDS


def find_front(
    page: Page, lines: Sequence[Line], inside: Sequence[bool], body: Body, hints: Hints
) -> Front:
    """The headline and the sapo of the article in `body`; `inside` is by element."""
    within = [i for i, line in enumerate(lines) if inside[line.element]]
    if not within:
        return Front(-1, ())
    begin = next((i for i in within if lines[i].prose), within[0])
    title = _title(page, lines, begin, hints, body.headline)
    if title < 0:
        title = find_unmarked(lines, range(begin), within)
        title = title if title >= 0 else body.head
    description = fold(hints.description)[:MATCHED]
    outside = [
        i
        for i in range(_reach(lines, title, within[0]), begin)
        if not inside[lines[i].element] and i != title and i not in body.cards
    ]
    near = lines[outside[0] : begin] if outside else ()
    calls = [x.element for x in near if page.tags[x.element] == "button" or x.links >= WHOLLY]
    pressed = {*calls, *(page.parents[e] for e in calls)}
    ledes = [
        i
        for i in outside
        if _is_lede(lines[i], title < i and not _is_offer(page, lines[i], pressed), description)
    ]
    copies = [fold(lines[i].text) for i in within if _begins(lines[i], description)]
    copied = {i for i in ledes if any(x.startswith(_uncut(lines[i])) for x in copies)}
    ledes = [i for i in ledes if i not in copied]
    shared = {lines[i].element for i in ledes}  # what else stands in the element of a sapo is of it
    ledes = [
        i
        for i in outside
        if i in ledes or (lines[i].element in shared and lines[i].links <= LINKED and title < i)
    ]
    ledes += _between(lines, ledes, within[0], body.cards)
    ledes += [i for span in highlights(page, lines, inside, title) for i in span if i not in ledes]
    above = within[0] - 1
    if _is_subhead(page, lines[above]) and title < above not in ledes:
        ledes.append(above)
    ledes += [i for i in _opening(page, lines, title, body) if i not in {*ledes, *copied}]
    end = within[-1] + 1
    closing = (
        i
        for i in range(end, min(end + REACH, len(lines)))
        if lines[i].role == "source" and len(lines[i].text) <= CREDIT
    )
    return Front(title, tuple(ledes), tuple(closing))


def _reach(lines: Sequence[Line], title: int, begin: int) -> int:
    """Index of the first line that may be of a sapo: below the menu, where no headline is known."""
    reach = max(0, begin - REACH)
    above = range(begin - 1, reach - 1, -1) if title < 0 else ()
    return next((i + 1 for i in above if lines[i].role == Kind.NAV), reach)


def printed_date(
    lines: Sequence[Line], front: Front, begin: int, times: Mapping[int, str] | None = None
) -> str:
    """The line near the headline that is a date and little else; `begin` is where the body does.

    Where a line is in words (``hôm qua``), what its ``<time>`` gives in `times`, by element.
    """
    near = range(front.title + 1, min(max(begin, front.title + 1) + DATE_LINES, len(lines)))
    short = [lines[i] for i in near if len(lines[i].text) <= DATE and not lines[i].folded]
    said = [line.text for line in short]
    said += [times[line.inner] for line in short if line.inner in times] if times else []
    return next((text for text in said if iso(text)), "")


def _between(
    lines: Sequence[Line], ledes: Sequence[int], begin: int, cards: Collection[int]
) -> list[int]:
    """The short lines between the sapo and the body, such as a first subhead, if nothing else is."""
    between = range(ledes[-1] + 1, begin) if ledes else range(0)
    plain = all(
        not (lines[i].role or lines[i].folded or lines[i].links > 0 or i in cards) for i in between
    )
    return list(between) if plain else []


def _is_subhead(page: Page, line: Line) -> bool:
    """Whether `line` is a heading that says something, and no name or label."""
    heading = page.tags[line.element] in HEADINGS and len(line.text.split()) >= HEADLINE_WORDS
    return heading and not (line.role or line.links or line.folded)


def _opening(page: Page, lines: Sequence[Line], title: int, body: Body) -> range:
    """The lines beside the `body` and right above it, from the first short sentence or fact on: no link,
    role, card or date among them. What they stand in has its tag.
    """
    begin, top = spread(page, lines).first[body.element], page.parents[body.element]
    first = begin
    for index in range(begin - 1, max(title, begin - REACH - 1) if title >= 0 else begin, -1):
        line = lines[index]
        beside = next((e for e in around(page, line.element) if page.parents[e] == top), 0)
        apart = page.tags[beside] != page.tags[body.element] or index in body.cards
        fact = bool(_FACT.match(line.text))
        if apart or line.links or line.role or line.folded or (iso(line.text) and not fact):
            break
        said = is_sentence(line.text) and line.text.endswith(_STOPS)
        if fact or (said and not asks_reader(line.text)):
            first = index
    return range(first, begin)


def _begins(line: Line, folded: str) -> bool:
    """Whether `line` begins with `folded`, if there is any; its first letter is looked at before."""
    if not folded or initial(line.text) != initial(folded):
        return False
    return fold(line.text[: 3 * MATCHED]).startswith(folded)


def _uncut(line: Line) -> str:
    """What is said in `line` before it is cut short, if it is."""
    return fold(line.text).rstrip(" .…")


def _is_lede(line: Line, below_title: bool, description: str) -> bool:
    if line.links > LINKED or line.role in FURNITURE:
        return False
    if len(line.text) >= MATCHED and _begins(line, description):
        return True
    if not below_title or line.role not in ("", "lede"):
        return False
    return line.prose or (line.role == "lede" and len(line.text) >= MATCHED)


def _is_offer(page: Page, line: Line, pressed: Collection[int]) -> bool:
    """Whether `line` speaks of the paper to its reader in one of the elements that are `pressed`."""
    return page.parents[line.element] in pressed and asks_reader(line.text)


def _headings(page: Page) -> set[int]:
    return {element for element, tag in enumerate(page.tags) if tag == "h1"}


def _title(page: Page, lines: Sequence[Line], begin: int, hints: Hints, known: int) -> int:
    """The line that prints the headline: what the head says, in an ``<h1>``, near the body; of two that
    do the one that was `known` before the body was.
    """
    headlines = [h for h in map(fold, hints.headlines) if h]
    in_h1 = covered(page, _headings(page))
    best, best_score = -1, 0
    for index, line in enumerate(lines[: max(begin, known) + 1]):
        heading = in_h1[line.inner]
        if line.role in FURNITURE or len(line.text) not in (SHORT_TITLE if heading else TITLE):
            continue
        if line.links > LINKED and not heading:
            continue
        likely = headlines if heading else _as_long(line, headlines)
        score = _matches(line, likely) + heading
        score += bool(score) and (line.role == "title" or index == known)
        if score and score >= best_score:
            best, best_score = index, score
    return known if best < 0 <= known and len(lines[known].text) in SHORT_TITLE else best


def _as_long(line: Line, headlines: Sequence[str]) -> list[str]:
    """The `headlines` that `line` is not much longer than: the others are names of sites."""
    return [h for h in headlines if len(line.text) <= len(h) * LONGER]


def _matches(line: Line, headlines: Sequence[str]) -> int:
    """2 where `line` is a headline that the head gives, or as much of it as the other has."""
    first = initial(line.text)
    likely = [h for h in headlines if initial(h) == first]
    printed = fold(line.text) if likely else ""
    return (
        2 if printed and any(h.startswith(printed) or printed.startswith(h) for h in likely) else 0
    )

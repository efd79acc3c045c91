"""Boxes in the body that are not of it: a header of their own, a link to follow, other words.

An offer, an application to install, a teaser, an author's card: each stands between or below the
paragraphs as one small element. It begins with a header, has a line that is nothing but a link or a
button, and hardly a pair of its words comes again in the article. Beside the element that holds all
paragraphs, only an author's card is one: in a list of places each has a name, a sentence, a link.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from ...cached import cached
from ...model import CONTENT, LINKED, WHOLLY, Kind
from ...patterns import pattern
from ...textkey import word_pairs
from .dom import Page, Spread
from .layout import FURNITURE
from .lines import Line
from .tree import characters, covered, spread

LINES: Final = 12
"""Lines of the largest box."""
CHARACTERS: Final = 700
"""Characters of the largest box."""
NOTICE: Final = 2
"""Lines of the shortest box in which a paper speaks of itself: a header, and what it says."""
CALL: Final = 40
"""Characters of the longest link that calls to do something."""
BESIDE: Final = 1
"""Paragraphs that must stand beside a box."""
WRAPPED: Final = 3
"""The same where each paragraph has an element of its own: fewer are a sapo, and the box the article."""
SAYS: Final = 2
"""Lines of a box that say something: its header, and what it offers."""
WORDS: Final = 4
"""Words of the shortest of them."""
NAME: Final = range(2, 6)
"""Words of an author's name."""
PARAGRAPHS: Final = 2
"""Lines of prose of the shortest body below which its author's card stands."""
SHARED: Final = 0.3
"""Share of its pairs of words from which on a box speaks of what the article does."""

_PAPER: Final = "bài viết|bài báo|bản tin|trang (?:web|tin|báo|này)|chúng tôi|tòa soạn|biên tập"
_READER: Final = "bạn|quý vị|(?:quý )?độc giả"
_ASKED: Final = pattern(rf"\b(?:(?:{_PAPER})\b.*\b(?:{_READER})|(?:{_READER})\b.*\b(?:{_PAPER}))\b")
"""What a paper says of itself to its reader: with a button below, one line of it is a box."""
_SOLD: Final = pattern(
    r"(?:(?:quý khách|bạn) )?(?:hãy |vui lòng |có thể )?(?:gọi|liên hệ|đặt lịch|đặt mua|đăng ký|để lại|nhận)\b"
    r".*\b(?:(?:chúng tôi|chuyên gia|miễn phí)\b.*\btư vấn|tư vấn\b.*\b(?:chúng tôi|miễn phí)|nhận báo giá|nhận ưu đãi)\b"
    r"|(?:(?:quý khách|bạn) )?(?:hãy )?(?:tải|cài(?: đặt)?)(?: ngay)? (?:ứng dụng|app)\b.*\b(?:tin nóng|tin mới|thông báo|đọc báo)\b"
)
"""What an advertiser calls out between two paragraphs, with a button below it."""
_OF_AUTHOR: Final = pattern(
    r"(?:xem|đọc)(?: thêm)?(?: tất cả| các| những)* bài(?: viết)?(?: khác)? (?:của|cùng) "
)
"""What leads from an author's card to what else the author wrote."""
_PARTS: Final = frozenset(
    "p li dt dd tr td th tbody thead caption figure figcaption blockquote h1 h2 h3 h4 h5 h6 pre a span"
    " b strong em i body html".split()
)
"""Elements that are part of a text, whatever stands in them."""
_OFFERED: Final = pattern(
    r"(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?/ ?(?:\d{1,2}:)?\d{1,2}:\d\d)?"
    r"|(?:giá:? )?\d[\d.,]* ?(?:₫|đ|đồng|vnđ|vnd|triệu|tỷ)",
    re.IGNORECASE,
)
"""How long a player plays, or what a thing costs: it is an offer to listen, or to buy."""


def with_asides(
    page: Page, lines: Sequence[Line], inside: Sequence[bool], cards: Collection[int]
) -> Sequence[Line]:
    """`lines`, with the role of a promotion for those of such boxes in the body, but for `cards`."""
    calls = [
        x
        for i, x in enumerate(lines)
        if inside[x.element] and len(x.text) <= CALL and i not in cards and _calls(page, x)
    ]
    if not calls:  # for speed
        return lines
    within = spread(page, lines)
    body = _Body(lines, inside, within)
    told = Counter(x.element for x in lines if x.prose)
    beside = _beside(page, lines, within)
    boxes: set[int] = set()
    signed: set[int] = set()
    for call in calls:
        box = -1
        for element in _around(page, body, call.element):
            if box >= 0 and _is_whole(page, lines, within.lines(box), within.lines(element)):
                break
            if beside[page.parents[element]] - told[element] >= BESIDE:
                box = element
            elif _is_below(page, body, within.lines(element), element):
                signed.add(element)
            if _OF_AUTHOR.match(call.text.lower()) and _is_signed(lines, within.lines(element)):
                signed.add(element)
        if box >= 0:
            boxes.add(box)
    body.boxed = {i for box in boxes for i in within.lines(box)}
    apart = {box for box in boxes if _stands_apart(body, within.lines(box))}
    roots = signed | (apart - _listed(page, lines, boxes, within))
    if not roots:  # for speed
        return lines
    inner = covered(page, roots)
    role = Kind.PROMO.value
    return [
        x._replace(role=role) if inner[x.element] and x.role not in FURNITURE else x for x in lines
    ]


def _around(page: Page, body: _Body, element: int) -> Iterator[int]:
    """The elements around a call that are small enough for a box, and no part of a text."""
    while body.inside[element] and body.within.counts[element] <= LINES:
        if characters(body.lines, body.within.lines(element)) > CHARACTERS:
            return
        if page.tags[element] not in _PARTS:
            yield element
        element = page.parents[element]


def _is_whole(page: Page, lines: Sequence[Line], box: range, larger: range) -> bool:
    """Whether a `box` of lines says more than its buttons do, and the `larger` one adds a paragraph."""
    says = any(not _calls(page, lines[i]) for i in box)
    return says and any(lines[i].prose and i not in box for i in larger)


class _Body:
    """The lines of the body, as boxes in it are held against them."""

    def __init__(self, lines: Sequence[Line], inside: Sequence[bool], within: Spread) -> None:
        self.lines = lines
        self.within = within
        self.prose = [i for i, x in enumerate(lines) if x.prose and inside[x.element]]
        self.boxed: Collection[int] = ()
        self.inside = inside

    @cached
    def pairs(self) -> set[tuple[str, str]]:
        """The pairs of words of what is neither a link nor furniture, and stands in no box."""
        lines = (x for i, x in enumerate(self.lines) if i not in self.boxed)
        own = (x for x in lines if self.inside[x.element] and x.links <= LINKED)
        said = (x.text for x in own if x.role not in FURNITURE)
        return {pair for text in said for pair in word_pairs(text)}


def _beside(page: Page, lines: Sequence[Line], within: Spread) -> Counter[int]:
    """How many paragraphs each element has in it, with those that have an element each, if several."""
    told = [x.element for x in lines if x.prose]
    beside = Counter(e for element in told for e in {element, page.parents[element]})
    wrapped: Counter[int] = Counter()
    for paragraph in told:
        element = paragraph
        while element > 0 and within.counts[element] == 1:
            element = page.parents[element]
        wrapped[element] += element not in (paragraph, page.parents[paragraph])
    return beside + Counter({e: n for e, n in wrapped.items() if n >= WRAPPED})


def _listed(page: Page, lines: Sequence[Line], boxes: Collection[int], within: Spread) -> set[int]:
    """Those of `boxes` that stand beside another of the same make with another header: a list of places."""
    alike: defaultdict[tuple[object, ...], dict[str, set[int]]] = defaultdict(dict)
    for box in boxes:
        span = within.lines(box)
        made = [page.tags[lines[i].element] for i in span]
        key = (page.parents[box], page.tags[box], page.attributes[box].get("class"), *made)
        alike[key].setdefault(lines[span[0]].text, set()).add(box)
    several = [headed for headed in alike.values() if len(headed) > 1]
    return {box for headed in several for own in headed.values() for box in own}


def _is_signed(lines: Sequence[Line], box: range) -> bool:
    """Whether a `box` of lines begins with the name of a person, of whom its first sentence speaks."""
    name = lines[box[0]].text
    said = next((lines[i].text for i in box if lines[i].prose), "")
    return len(name.split()) in NAME and name.istitle() and said.startswith(name)


def _is_below(page: Page, body: _Body, span: range, box: int) -> bool:
    """Whether the signed `box` is below the one element beside it that holds all paragraphs."""
    if not _is_signed(body.lines, span):
        return False
    prose = body.prose
    prose = prose[: bisect_left(prose, span.start)] + prose[bisect_left(prose, span.stop) :]
    if len(prose) < PARAGRAPHS:
        return False
    beside = body.lines[prose[0]].element
    while beside > 0 and page.parents[beside] != page.parents[box]:
        beside = page.parents[beside]
    return beside > 0 and prose[-1] in body.within.lines(beside)


def asks_reader(text: str) -> bool:
    """Whether the paper says something of itself to its reader."""
    return bool(_ASKED.search(text.lower()))


def is_offered(text: str) -> bool:
    """Whether `text` is a price, or how long a player plays, and nothing else."""
    return bool(_OFFERED.fullmatch(text))


def _calls(page: Page, line: Line) -> bool:
    if line.role in CONTENT:
        return False  # a question that opens its answer, a name of a list
    return page.tags[line.element] == "button" or (line.links >= WHOLLY and not line.folded)


def _stands_apart(body: _Body, box: range) -> bool:
    """Whether a `box` of lines has a header and hardly a pair of words that the body has outside of boxes."""
    lines = body.lines
    own = [lines[i] for i in box if lines[i].links <= LINKED and not lines[i].role]
    if any(lines[i].role == Kind.WIDGET for i in box):
        return False  # the button is of the form in it
    above = body.prose and body.prose[0] < box.start
    says = sum(len(lines[i].text.split()) >= WORDS for i in box if lines[i].links < WHOLLY)
    says += any(is_offered(lines[i].text) for i in box)
    asked = any(asks_reader(x.text) for x in own)
    offers = says >= SAYS and not lines[box[0]].prose
    between = above and body.prose[-1] >= box.stop
    asked = asked or bool(between and own and _SOLD.match(own[0].text.lower()))
    if not (asked and (offers or (above and len(own) <= NOTICE))) and not (above and offers):
        return False
    pairs = {pair for x in own for pair in word_pairs(x.text)}
    return len(pairs & body.pairs) < SHARED * len(pairs)

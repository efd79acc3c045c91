"""What the chain sees of each line: its sort, its neighbours, its words, its place.

Everything is relative to the document (its core, its gaps, its repeats), so that it holds for a
publisher that nobody has seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from ..model import BOILERPLATE, LIKELY, Document, Kind, Label
from ..textkey import fold
from .cohesion import PROSE, Pairs, core, pairs_of, shares
from .sorts import is_bullet, sort_of

MEANINGS: Final[Mapping[str, str]] = {
    "related.header": "header",
    "most_read.header": "header",
    "tags.header": "tags",
    "tags.line": "tags",
    "nav.section": "section",
    "nav.home": "section",
    "share.line": "bar",
    "save.line": "bar",
    "follow.line": "bar",
    "ui.line": "bar",
    "player.line": "bar",
    "rating.line": "bar",
    "newsletter.line": "bar",
    "ad.line": "bar",
    "related.here": "bar",
    "comments.line": "comment",
    "login.line": "bar",
    "footer.line": "footer",
    "footer.start": "footer",
    "related.pointer_line": "pointer",
}
"""What a phrase group means to the structure of a page."""
_LABELLED: Final = {
    Kind.DUPLICATE: "copy",
    Kind.RELATED: "box",
    Kind.MOST_READ: "box",
    Kind.TAGS: "tags",
    Kind.FOOTER: "footer",
    Kind.COMMENTS: "comment",
}
ITEMS: Final = frozenset(("headline", "asks", "cut", "open"))
SMALL: Final = frozenset(("menu", "short", "number", "stamp", "byline", "credit"))


class Reading(NamedTuple):
    """What is computed once for the lines of a document, by index."""

    texts: list[str]
    sorts: list[str]
    said: list[str]
    """What a phrase or a rule says of the line: a value of `MEANINGS`, or empty."""
    pairs: list[Pairs]
    share: list[float]
    core: tuple[int, int]
    title: int
    """The line above the core whose words the core repeats most, or -1."""


def read(document: Document, labels: Sequence[Label]) -> Reading:
    """Look at every line of `document` once."""
    texts = [document.text_of(block) for block in document.blocks]
    sorts = [sort_of(text) for text in texts]
    said = _said(document, labels)
    sizes = [len(text) for text in texts]
    first, last = core(sorts, sizes, [bool(word) for word in said])
    pairs = [pairs_of(text) for text in texts]
    inside = [first <= i <= last and s in PROSE for i, s in enumerate(sorts)]
    share = shares(pairs, inside)
    title = _title(sorts, said, pairs, share, first)
    return Reading(texts, sorts, said, pairs, share, (first, last), title)


def _said(document: Document, labels: Sequence[Label]) -> list[str]:
    said = [""] * len(document.blocks)
    starts = {block.start: index for index, block in enumerate(document.blocks)}
    for label in labels:
        if label.kind in BOILERPLATE and label.confidence >= LIKELY:
            index = starts.get(label.start)
            if index is not None and label.end >= document.blocks[index].end:
                said[index] = _LABELLED.get(label.kind, "bar")
    for group, word in MEANINGS.items():
        for hit in document.hits.get(group, ()):
            said[hit.block] = word
    return said


def _title(
    sorts: Sequence[str],
    said: Sequence[str],
    pairs: Sequence[Pairs],
    share: Sequence[float],
    first: int,
) -> int:
    best, found = 0.0, -1
    for index in range(first - 1, -1, -1):
        if said[index] not in ("", "copy") or sorts[index] not in (
            "headline", "asks", "short", "label", "cut", "sentence", "caption", "open",
        ):
            continue
        weight = share[index] * min(len(pairs[index]), 8) + 0.02 / (1 + first - index)
        if weight > best + 0.25 or (best == 0 and weight > 0):
            best, found = weight, index
    return found


def _bucket(value: int, borders: tuple[int, ...]) -> int:
    for rank, border in enumerate(borders):
        if value <= border:
            return rank
    return len(borders)


def _part(some: int, whole: int) -> int:
    """How much of `whole` is `some`: 0 nothing, 6 all."""
    if not some:
        return 0
    return 6 if some >= whole else 1 + min(4, 5 * some // whole)


def middle(reading: Reading) -> tuple[int, int]:
    """The lines between which the article certainly stands: where its core begins and is half over."""
    texts, sorts, said, _, share, (first, last), _ = reading
    strong = [
        i
        for i in range(first, last + 1)
        if sorts[i] in PROSE and share[i] >= 0.12 and not said[i]
    ]
    if not strong:
        return len(texts), -1
    half = sum(min(len(texts[i]), 400) for i in strong) / 2
    total = 0
    for i in strong:
        total += min(len(texts[i]), 400)
        if total >= half:
            return strong[0], i
    return strong[0], strong[-1]


_NEAR: Final = (0, 1, 2, 4, 8, 16, 40)
_SIZES: Final = (8, 16, 24, 40, 70, 110, 160, 240, 400)
_COUNTS: Final = (0, 1, 2, 4, 8, 16)


def _share_word(share: float, pairs: int) -> str:
    if pairs < 2:
        return "-"
    if share <= 0:
        return "0" if pairs < 6 else "0+"
    if share < 0.12:
        return "1"
    if share < 0.25:
        return "2"
    if share < 0.5:
        return "3"
    return "4"


def features(document: Document, reading: Reading) -> list[list[str]]:
    """The names of the features that each line of `document` has."""
    texts, sorts, said, pairs, share, (first, last), title = reading
    blocks = document.blocks
    size = len(blocks)
    folded = [fold(text) if len(text) < 400 else text for text in texts]
    total = Counter(folded)
    gaps = [block.gap for block in blocks]
    inner = [g for g in gaps[max(first, 0) + 1 : last + 1]]
    usual = 2 if inner and sum(g > 1 for g in inner) * 2 > len(inner) else 1
    strong = [s in PROSE and x >= 0.12 and not w for s, x, w in zip(sorts, share, said, strict=True)]
    prose = [s in PROSE and not w for s, w in zip(sorts, said, strict=True)]
    to_strong = _distances(strong)
    to_prose = _distances(prose)
    from_strong = _distances(strong[::-1])[::-1]
    from_prose = _distances(prose[::-1])[::-1]
    is_bar = [w in ("bar", "section", "comment", "footer", "tags") for w in said]
    bars_before = _sums(is_bar)
    is_item = [s in ITEMS for s in sorts]
    is_small = [s in SMALL for s in sorts]
    small_before = _sums(is_small)
    items_before = _sums(is_item)
    prose_before = _sums(prose)
    strong_before = _sums(strong)
    header_at = _last(w == "header" for w in said)
    bar_at = _last(is_bar)
    period = _periods(sorts)
    title_pairs = pairs[title] if title >= 0 else frozenset()
    title_folded = folded[title] if title >= 0 else ""
    page = _bucket(bars_before[size], (0, 2, 5, 11, 30))
    sizes = [len(text) for text in texts]
    mass = _sums([min(n, 400) if p else 0 for n, p in zip(sizes, prose, strict=True)])
    core_mass = _sums([min(n, 400) if p and first <= i <= last else 0 for i, (n, p) in enumerate(zip(sizes, prose, strict=True))])
    dense = _bucket(100 * mass[-1] // (sum(min(n, 400) for n in sizes) or 1), (5, 15, 30, 50, 75, 90))
    seen: set[str] = set()
    rows: list[list[str]] = []
    for i in range(size):
        s = sorts[i]
        s1 = sorts[i - 1] if i else "^"
        s2 = sorts[i - 2] if i > 1 else "^"
        n1 = sorts[i + 1] if i + 1 < size else "$"
        n2 = sorts[i + 2] if i + 2 < size else "$"
        w = said[i]
        w1 = said[i - 1] if i else "^"
        w2 = said[i - 2] if i > 1 else "^"
        v1 = said[i + 1] if i + 1 < size else "$"
        gap = "u" if gaps[i] == usual else "w" if gaps[i] > usual else "t"
        after = (
            "$" if i + 1 == size else "u" if gaps[i + 1] == usual else "w" if gaps[i + 1] > usual else "t"
        )
        sw = _share_word(share[i], len(pairs[i]))
        where = "a" if i < first else "b" if i > last else "c"
        ts = _bucket(to_strong[i], _NEAR) if to_strong[i] < size else "n"
        tp = _bucket(to_prose[i], _NEAR) if to_prose[i] < size else "n"
        fs = _bucket(from_strong[i], _NEAR) if from_strong[i] < size else "n"
        fp = _bucket(from_prose[i], _NEAR) if from_prose[i] < size else "n"
        header = _bucket(i - header_at[i], _NEAR) if header_at[i] >= 0 else "n"
        since = prose_before[i] - prose_before[max(header_at[i], 0)]
        text = texts[i]
        strong_left = _bucket(strong_before[size] - strong_before[i + 1], (0, 1, 3))
        lo, hi = max(0, i - 4), min(size, i + 5)
        bars = _bucket(bars_before[hi] - bars_before[lo], _COUNTS)
        small = _bucket(small_before[hi] - small_before[lo], _COUNTS)
        items = _bucket(items_before[min(size, i + 7)] - items_before[i], _COUNTS)
        row = [
            "1",
            f"s={s}",
            f"s,s1={s},{s1}",
            f"s,n1={s},{n1}",
            f"s1,s2={s1},{s2}",
            f"n1,n2={n1},{n2}",
            f"w={w}",
            f"w1={w1},{w2}",
            f"v1={v1}",
            f"w,s1={w},{s1}" if w else f"s,w1={s},{w1}",
            f"g={gap}{after}",
            f"s,g={s},{gap}{after}",
            f"s,x={s},{sw}",
            f"x,wh={sw},{where}",
            f"s,wh={s},{where}",
            f"len={_bucket(len(text), _SIZES)}",
            f"ts={ts},{where}",
            f"tp={tp},{ts}",
            f"fs={fs},{where}",
            f"fp={fp},{fs}",
            f"s,ts={s},{ts}",
            f"s,sl={s},{strong_left}",
            f"hd={header},{min(since, 2)}",
            f"s,hd={s},{header}",
            f"ba={_bucket(i - bar_at[i], _NEAR) if bar_at[i] >= 0 else 'n'}",
            f"bars={bars},{where}",
            f"small={small},{where}",
            f"items={items},{ts}",
            f"pg={page},{where}",
            f"dense={dense},{where}",
            f"cm={_part(core_mass[i], core_mass[-1])}",
            f"cm={_part(core_mass[i], core_mass[-1])},{s}",
            f"am={_part(mass[i], mass[-1])},{page}",
            f"per={period[i]}",
            f"s,per={s},{period[i]}",
        ]
        if text[0].islower():
            row.append("lower")
        if text.isupper():
            row.append(f"upper,{s}")
        if is_bullet(text):
            row.append(f"bullet,{s1}")
        if sum(map(str.isdigit, text)) * 4 > len(text):
            row.append("digits")
        if i == title:
            row.append("title")
        elif title_folded and len(folded[i]) > 12:
            if title_folded in folded[i] or (folded[i] in title_folded):
                row.append(f"title_copy,{where}")
            elif pairs[i] and title_pairs:
                both = len(pairs[i] & title_pairs)
                row.append(f"title_share={min(both, 3)},{where}")
        if title >= 0:
            row.append(f"t={'b' if i < title else 'a' if i > title else '='},{where}")
        if total[folded[i]] > 1:
            twin = (i and folded[i - 1] == folded[i]) or (i + 1 < size and folded[i + 1] == folded[i])
            row.append(f"rep={'twin' if twin else 'later' if folded[i] in seen else 'first'},{where}")
        seen.add(folded[i])
        block = blocks[i]
        if block.links >= 0.5:
            row.append(f"link,{where}")
        rows.append(row)
    return rows


def _distances(marks: Sequence[bool]) -> list[int]:
    """For each line the number of lines to the next one below that is marked; huge if none."""
    found = [0] * len(marks)
    distance = 10**9
    for index in range(len(marks) - 1, -1, -1):
        found[index] = distance
        distance = 1 if marks[index] else distance + 1
    return [d - 1 if d < 10**8 else 10**9 for d in found]


def _sums(marks: Sequence[bool]) -> list[int]:
    sums = [0]
    for mark in marks:
        sums.append(sums[-1] + mark)
    return sums


def _last(marks: object) -> list[int]:
    found = []
    last = -1
    for index, mark in enumerate(marks):  # type: ignore[arg-type]
        if mark:
            last = index
        found.append(last)
    return found


_ROUGH: Final = {
    "headline": "h", "asks": "h", "cut": "s", "sentence": "s", "open": "s", "paragraph": "p", "long": "P",
    "stamp": "d", "number": "d", "menu": "m", "short": "m", "byline": "m", "credit": "m",
    "caption": "c", "label": "l", "remark": "r",
}  # fmt: skip


def _periods(sorts: Sequence[str]) -> list[str]:
    """How the sorts of lines repeat around each line: ``1:3`` means alike with period 1 over 3 lines."""
    rough = [_ROUGH[s] for s in sorts]
    size = len(rough)
    found = ["-"] * size
    for period in (3, 2, 1):
        run = 0
        for index in range(period, size + 1):
            if index < size and rough[index] == rough[index - period]:
                run += 1
                continue
            if run >= 2 * period - (period > 1):
                members = rough[index - run - period : index]
                if "h" in members and (period == 1 or len(set(members[:period])) > 1):
                    length = min((run + period) // period, 6)
                    for at in range(index - run - period, index):
                        found[at] = f"{period}:{length}{rough[at]}"
            run = 0
    return found

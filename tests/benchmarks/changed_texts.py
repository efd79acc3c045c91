"""Texts changed to see what carries the cleaner: its phrases, or the structure of the page.

==========================  ====================================================================
half of the lexicon         half of all phrases forgotten, drawn anew for every seed
unseen headers              names of sections and headers of boxes replaced in the pages by words
                            that nobody has seen
own publisher unknown       a page without the phrases that only its publisher's documents wake
                            (texts), or without its publisher's packs as well (pages)
traps                       articles that tempt a cleaner to cut: those of the corpus and our own
traps over …                the same with a box of other articles under each
==========================  ====================================================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final

import corpus as corpora
from corpus import Gold, Segment
from ourwords import unseen
from phrases import Phrase, half, whole_lines, woken
from traps import BOXES, TRAPS, Maker
from trials import Settings, Trial, Variation, bound, some
from vnnews_clean import Cleaner
from vnnews_clean.sites import GENERIC, SiteIndex, packs
from vnnews_clean.textkey import key

SEEDS: Final = 5
OF_EACH: Final = 6
"""Own traps of every kind."""
SECTION_WORDS: Final = 5
"""Words up to which a line of a menu is the name of a section."""
HEADED: Final = ("related", "most_read", "tags", "comments", "promo")
"""Kinds that come in boxes, whose first line may be a header."""


def variations(corpus: Path | None, count: int | None, seed: int) -> dict[str, Variation]:
    """The variations by name, with `count` documents of each set (all for ``None``)."""
    found: dict[str, Variation] = {}
    dumps: list[Gold] = []
    if corpus:
        lines = some(corpora.load(corpus, "lines"), count, seed)
        for number in range(SEEDS if count is None else 2):
            found[f"half of the lexicon, seed {number}"] = bound(_half, lines, number)
        found["unseen headers"] = bound(_unseen_headers, lines)
        for name in ("lines", "html"):
            chosen = some(corpora.load(corpus, name), count, seed)
            found[f"own publisher unknown, {name}"] = bound(_left_out, corpus, chosen)
        dumps = [gold for gold in corpora.load(corpus, "dumps") if gold.trap]
        found["traps of the corpus"] = bound(_traps_of, some(dumps, count, seed), None)
    of_each = OF_EACH if count is None else 2
    found["traps of our own"] = bound(_own_traps, of_each, None)
    for box, maker in BOXES.items():
        if dumps:
            chosen = some(dumps, count, seed)
            found[f"traps of the corpus over {box}"] = bound(_traps_of, chosen, maker)
        found[f"traps of our own over {box}"] = bound(_own_traps, of_each, maker)
    return found


def _text(gold: Gold) -> str:
    return gold.path.read_bytes().decode("utf-8", "replace")


def _half(chosen: Sequence[Gold], seed: int) -> Iterator[Trial]:
    settings = Settings(without=half(seed))
    for gold in chosen:
        yield Trial(gold.id, settings, _text(gold), gold.segments)


def _unseen_headers(chosen: Sequence[Gold]) -> Iterator[Trial]:
    known = whole_lines()
    for gold in chosen:
        renamed = renamed_headers(gold.segments, lambda line: key(line).strip(" .:") in known)
        changed = [
            renamed.get(" ".join(line.split()), line.rstrip("\r"))
            for line in _text(gold).split("\n")
        ]
        segments = tuple(
            s._replace(text=renamed.get(" ".join(s.text.split()), s.text)) for s in gold.segments
        )
        yield Trial(gold.id, Settings(), "\n".join(changed), segments)


def renamed_headers(segments: Sequence[Segment], is_known: Callable[[str], bool]) -> dict[str, str]:
    """Line → words nobody has seen, for names of sections and headers of boxes."""
    taken = {" ".join(s.text.split()) for s in segments if s.label != "B"}
    renamed: dict[str, str] = {}
    before = ""
    for segment in segments:
        line, kind = " ".join(segment.text.split()), segment.kind
        words = len(line.split())
        opens = kind != before and words <= SECTION_WORDS
        section = kind == "nav" and words <= SECTION_WORDS
        header = kind in HEADED and (opens or is_known(line))
        if segment.label == "B" and line not in taken and (section or header):
            renamed.setdefault(line, unseen(Random(line), words))
        before = kind
    return renamed


def _left_out(corpus: Path, chosen: Sequence[Gold]) -> Iterator[Trial]:
    """Every document on a cleaner without what only its publisher needs."""
    phrases = phrases_by_publisher(corpus)
    publishers = frozenset(phrases)
    for gold in chosen:
        others = (own for publisher, own in phrases.items() if publisher != gold.publisher)
        only_here = phrases.get(gold.publisher, frozenset()).difference(*others)
        names = tuple(sorted(set(packs()) - own_packs(gold.publisher, publishers) - {GENERIC}))
        page = gold.path.suffix == ".html"
        settings = Settings(names, frozenset(only_here))
        yield Trial(gold.id, settings, _text(gold), gold.segments, page, gold.url)


def phrases_by_publisher(corpus: Path) -> dict[str, frozenset[Phrase]]:
    """The phrases that the labelled documents of every publisher wake."""
    cleaner, found = Cleaner(), defaultdict[str, frozenset[Phrase]](frozenset)
    for gold in (*corpora.load(corpus, "lines"), *corpora.load(corpus, "dumps")):
        found[gold.publisher] |= woken(cleaner, gold.path.read_bytes())
    return dict(found)


def own_packs(publisher: str, publishers: frozenset[str]) -> frozenset[str]:
    """The packs that were seen at `publisher` and at none of the other `publishers`."""
    index = SiteIndex(packs().values())
    others = frozenset[str]().union(*(index.of_domain(p) for p in publishers - {publisher}))
    return index.of_domain(publisher) - others


def _boxed(
    id: str, text: str, segments: Sequence[Segment], box: Maker | None, rng: Random
) -> Trial:
    under = box(rng) if box else []
    labelled = (*segments, *(Segment(line, "B", "related") for line in under))
    data = "\n".join([text.rstrip("\n"), "", *under]) if under else text
    return Trial(id, Settings(), data, labelled)


def _traps_of(dumps: Sequence[Gold], box: Maker | None) -> Iterator[Trial]:
    for gold in dumps:
        yield _boxed(gold.id, _text(gold), gold.segments, box, Random(gold.id))


def _own_traps(of_each: int, box: Maker | None) -> Iterator[Trial]:
    for kind, maker in TRAPS.items():
        for number in range(of_each):
            rng = Random(f"{kind} {number}")
            lines = maker(rng)
            segments = [Segment(line, "C", "body") for line in lines if line]
            yield _boxed(f"{kind} {number}", "\n".join(lines), segments, box, rng)

"""Training material of the chain: documents whose every line is known, as the chain sees them.

Labelled pages and their renderings, dumps, made pages, and articles from which nothing goes but what
rules are sure of. A random part of the lexicon is forgotten in most of them, so that the chain leans
on structure. Only names of features leave here: no text gets into the weights.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

import chain_pages
import corpus as corpora
from corpus import Segment
from scoring import words
from vnnews_clean import Cleaner
from vnnews_clean.evidence import Hits
from vnnews_clean.model import Document
from vnnews_clean.structure.chain.features import Features
from vnnews_clean.structure.decide import heard
from vnnews_clean.structure.reading import middle, read
from vnnews_clean.structure.sorts import sorts_of

FOLDS: Final = 5
RENDERINGS: Final = "lines tight loose traf read bs4 md mdify w3m lynx".split()
_FORGOTTEN: Final = (0.0, 0.3, 0.5, 0.8, 1.0)
_BARS: Final = frozenset(
    "ui share follow player ad login widget comments nav promo meta duplicate tags".split()
)
_PROSE: Final = frozenset(("paragraph", "long"))
_SMALL: Final = frozenset(("number", "stamp", "menu"))
_NEWSROOM: Final = frozenset(("credit", "byline", "stamp", "caption"))
_FEWEST, _MOST = 4, 150
"""Lines of an article."""
_CLEANER: Final = Cleaner()


class Example(NamedTuple):
    """A document as the chain sees it, with the state of every line."""

    id: str
    fold: int
    names: list[list[str]]
    """The features of each line."""
    states: str
    words: list[int]
    gaps: list[bool]
    middle: tuple[int, int]


def fold_of(name: str) -> int:
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def material(corpus: Path, seed: int) -> Iterator[Example]:
    """All of it, in an order that the seed does not change."""
    rng = Random(seed)
    yield from _labelled(corpus, rng)
    yield from _made(corpus, rng)
    yield from _articles(corpus, rng, 1500)
    yield from _boxed(corpus, rng, 600)


def _labelled(corpus: Path, rng: Random) -> Iterator[Example]:
    for name in [*RENDERINGS, "dumps"]:
        for gold in corpora.load(corpus, name):
            text = gold.path.read_text(encoding="utf-8", errors="replace")
            document = _CLEANER.read(text)
            states = _states(document, gold.segments)
            for forgotten in (0.0, 0.5, 1.0) if name == "lines" else (rng.choice((0.0, 0.3, 0.6)),):
                if len(states) > 2:
                    fold = fold_of(gold.publisher or gold.id)
                    yield _example(f"{name}/{gold.id}", fold, document, states, forgotten)


def _made(corpus: Path, rng: Random) -> Iterator[Example]:
    """Made pages; what makes one comes from one fold, frames and articles alike."""
    compose = _compose(corpus)
    golds = corpora.load(corpus, "lines")
    for fold in range(FOLDS):
        pool = compose.Pool([fold])
        frames = [chain_pages.frame(gold) for gold in golds if fold_of(gold.publisher) == fold]
        for number in range(240):
            rows = [row for row in compose.page(pool, rng) if row and row[0].strip()]
            rows = chain_pages.side_by_side(rows, rng)
            yield from _of_rows(f"composed/{fold}/{number}", fold, rows, rng)
        for number in range(400 if frames else 0):
            rows = chain_pages.side_by_side(chain_pages.page(pool, frames, rng), rng)
            yield from _of_rows(f"crossed/{fold}/{number}", fold, rows, rng)


def _of_rows(id: str, fold: int, rows: Sequence[tuple[str, str]], rng: Random) -> Iterator[Example]:
    gap = rng.choice(("\n", "\n", "\n\n"))
    document = _CLEANER.read(gap.join(" ".join(text.split()) for text, _ in rows))
    if len(document.blocks) == len(rows) > 2:
        states = "".join(state for _, state in rows)
        yield _example(id, fold, document, states, rng.choice(_FORGOTTEN))


def _articles(corpus: Path, rng: Random, count: int) -> Iterator[Example]:
    """Articles that would wake the chain: what no rule is sure of is the article's."""
    made = (_article(row["id"], _CLEANER.read(row["text"])) for row in _rows(corpus, rng))
    yield from islice(filter(None, made), count)


def _article(id: str, document: Document) -> Example | None:
    labels = _CLEANER._rules.removing[0].labels(document)
    reading = read(document, heard(document, sorted(labels))[0])
    if len(document.blocks) < _FEWEST or not any(reading.said):
        return None
    states = "".join(
        "M" if said and said not in ("section", "heading") else _own_state(sort)
        for sort, said in zip(reading.sorts, reading.said, strict=True)
    )
    kept = states.rstrip("M")
    states = kept + "Z" * (len(states) - len(kept))
    return _example(f"articles/{id}", fold_of(id), document, states, 0.0) if kept else None


def _boxed(corpus: Path, rng: Random, count: int) -> Iterator[Example]:
    """Articles as they are, letters and lists and squads and questions among them, of which no rule says
    anything, each with a box of other articles under it.
    """
    compose = _compose(corpus)
    pools = [compose.Pool([fold]) for fold in range(FOLDS)]
    for row in _rows(corpus, rng):
        document = _CLEANER.read(row["text"])
        labels = sorted(_CLEANER._rules.removing[0].labels(document))
        lines = document.lines
        if not _FEWEST <= len(lines) <= _MOST or any(heard(document, labels)[0]):
            continue
        fold = fold_of(row["id"])
        own = [
            (line.text, _own_state(sort)) for line, sort in zip(lines, sorts_of(lines), strict=True)
        ]
        box = [
            box_row
            for _ in range(rng.choice((1, 1, 2)))
            for box_row in chain_pages.below(pools[fold], rng)
        ]
        if box:
            yield from _of_rows(f"boxed/{row['id']}", fold, [*own, *box], rng)
            count -= 1
        if not count:
            return


def _rows(corpus: Path, rng: Random) -> list[dict[str, str]]:
    """The unlabelled articles, in an order drawn."""
    rows = []
    for file in ("articles", "articles-more"):
        with gzip.open(corpus / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows += [json.loads(line) for line in lines]
    rng.shuffle(rows)
    return rows


def _own_state(sort: str) -> str:
    """The state of a line that is the article's."""
    return "P" if sort in _PROSE else "N" if sort in _NEWSROOM else "G"


def _compose(corpus: Path) -> ModuleType:
    path = corpus.parent / "bench" / "compose.py"
    spec = importlib.util.spec_from_file_location("compose", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _example(id: str, fold: int, document: Document, states: str, forgotten: float) -> Example:
    known = _forgetting(document, forgotten, id)
    labels = sorted(_CLEANER._rules.removing[0].labels(known)) if forgotten < 1 else []
    reading = read(known, heard(known, labels)[0])
    of = Features(known, reading).of
    names = [of(index) for index in range(len(known.blocks))]
    sizes = [line.words for line in known.lines]
    gaps = [block.gap > 1 for block in known.blocks]
    return Example(id, fold, names, states, sizes, gaps, middle(reading))


def _forgetting(document: Document, rate: float, salt: str) -> Document:
    """`document` without a part of the lexicon's phrases."""

    def stays(phrase: str) -> bool:
        return Random(salt + phrase).random() >= rate

    hits = {
        group: kept
        for group, found in document.hits.items()
        if (kept := tuple(hit for hit in found if stays(hit.phrase)))
    }
    return replace(document, hits=Hits(partial(dict, hits), document.hits._acts))


def _states(document: Document, segments: Sequence[Segment]) -> str:
    """The states of lines, by the segments that their words belong to."""
    found = _sides(document, segments)
    content = [i for i, s in enumerate(found) if s.label == "C"]
    if not content:
        return "Z" * len(found)
    first, last = content[0], content[-1]
    sorts = sorts_of(document.lines)
    states = []
    for index, segment in enumerate(found):
        label = segment.label
        if index < first:
            states.append("A" if any(s.label == "B" for s in found[index:first]) else "N")
        elif index > last:
            states.append("Z" if any(s.label == "B" for s in found[last : index + 1]) else "N")
        elif label == "B":
            small = segment.kind in _BARS or sorts[index] in _SMALL
            summed = sorts[index] in _PROSE or sorts[index] in ("cut", "sentence")
            states.append("M" if small else "S" if summed else "I")
        else:
            states.append("N" if label == "N" else "T" if segment.kind == "title" else "P" if sorts[index] in _PROSE else "G")  # fmt: skip
    return "".join(states)


def _sides(document: Document, segments: Sequence[Segment]) -> list[Segment]:
    """For each line the segment that most of its words belong to; a mixed line is content."""
    split = [words(line.text) for line in document.lines]
    page = [word for run in split for word in run]
    line_of = [index for index, run in enumerate(split) for _ in run]
    gold = [(word, segment) for segment in segments for word in words(segment.text)]
    votes: list[Counter[Segment]] = [Counter() for _ in split]
    for op in Indel.opcodes(page, [word for word, _ in gold]):
        if op.tag == "equal":
            for at in range(op.src_end - op.src_start):
                votes[line_of[op.src_start + at]][gold[op.dest_start + at][1]] += 1
    return [_winner(vote) for vote in votes]


def _winner(votes: Counter[Segment]) -> Segment:
    if not votes:
        return Segment("", "N", "other")
    best = max(votes, key=votes.__getitem__)
    boilerplate = sum(count for segment, count in votes.items() if segment.label == "B")
    mixed = best.label == "B" and boilerplate * 10 < votes.total() * 9
    return Segment("", "C", "body") if mixed else best

"""Sets of labelled documents, cleaned and scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import corpus as corpora
from corpus import SETS, Gold, Set
from scoring import Score, Summary, score, summary, without_targets
from vnnews_clean import Cleaner, PolicyName
from vnnews_clean.result import Result

T = TypeVar("T")
CHUNK: Final = 4
"""Documents a worker takes at a time."""


class Outcome(NamedTuple):
    """How a document of a set came out."""

    gold: Gold
    score: Score
    document_type: str
    exact: bool
    """Byte for byte what was expected, where that is known."""

    @property
    def harmed_trap(self) -> bool:
        """True for a trap in which content was lost."""
        return bool(self.gold.trap) and self.score.words_lost > 0


def clean(cleaner: Cleaner, gold: Gold) -> Result:
    """The document as `cleaner` leaves it."""
    data = gold.source()
    if gold.path.suffix == ".html":
        return cleaner.clean_html(data, url=gold.url)
    return cleaner.clean(data)


def judged(its: Set, gold: Gold, output: str) -> Score:
    """The score of an output by the rules of its set."""
    shown = without_targets(output) if its.markdown else output
    return score(gold.segments, shown, neutral_title=its.page)


def cleaner_of(name: str, policy: PolicyName = "article") -> Cleaner:
    """The cleaner that the set `name` is measured with."""
    return Cleaner(policy=policy, sites=None if SETS[name].packs else ())


def outcomes(
    corpus: Path, name: str, policy: PolicyName = "article", jobs: int = 1
) -> list[Outcome]:
    """The documents of one set, cleaned and scored, by `jobs` processes."""
    one = partial(_outcome, name, cleaner_of(name, policy))
    return list(_mapped(one, corpora.load(corpus, name), jobs))


def nothing(corpus: Path, name: str, jobs: int = 1) -> Summary:
    """The figures of a set when nothing is done: what is there to leak, what a tool has lost."""
    one = partial(_untouched, SETS[name])
    return summary(list(_mapped(one, corpora.load(corpus, name), jobs)))


def _outcome(name: str, cleaner: Cleaner, gold: Gold) -> Outcome:
    result = clean(cleaner, gold)
    scored = judged(SETS[name], gold, result.text)
    return Outcome(gold, scored, result.document_type, f"{result.text}\n" == gold.expected)


def _untouched(its: Set, gold: Gold) -> Score:
    if its.page:  # nobody reads the tags
        return judged(its, gold, "\n".join(segment.text for segment in gold.segments))
    return judged(its, gold, gold.source().decode("utf-8", "replace"))


def _mapped(one: Callable[[Gold], T], documents: Sequence[Gold], jobs: int) -> Iterator[T]:
    """`one` of every document, in order, by `jobs` processes."""
    if jobs < 2 or len(documents) <= CHUNK:
        yield from map(one, documents)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(one, documents, chunksize=CHUNK)

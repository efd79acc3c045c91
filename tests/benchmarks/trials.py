"""Trials: documents that were changed on purpose, each with the cleaner it is tried on.

A trial is scored like any other document (`scoring`); a variation is a name and its trials.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from random import Random
from typing import NamedTuple, TypeVar

from corpus import Segment
from phrases import thinned
from scoring import Score, score, summary
from vnnews_clean import Cleaner

T = TypeVar("T")


class Settings(NamedTuple):
    """A cleaner as data, so that it can be sent to another process."""

    sites: tuple[str, ...] | None = None
    without: frozenset[tuple[str, str]] = frozenset()
    """(group, phrase) of the lexicon that it does not know."""


class Trial(NamedTuple):
    """A changed document and what is right for it."""

    id: str
    settings: Settings
    data: str
    segments: tuple[Segment, ...]
    page: bool = False
    """HTML: the headline is editorial."""
    url: str | None = None


class Tried(NamedTuple):
    """A trial's score."""

    id: str
    score: Score


@cache
def cleaner_of(settings: Settings) -> Cleaner:
    """The cleaner with these settings."""
    made = Cleaner(sites=settings.sites)
    return thinned(made, settings.without) if settings.without else made


def tried(trial: Trial) -> Tried:
    """The trial, cleaned and scored."""
    cleaner = cleaner_of(trial.settings)
    if trial.page:
        output = cleaner.clean_html(trial.data, url=trial.url).text
    else:
        output = cleaner.clean(trial.data).text
    return Tried(trial.id, score(trial.segments, output, neutral_title=trial.page))


def all_tried(trials: Iterable[Trial], jobs: int = 1) -> list[Tried]:
    """All of them, in order, by `jobs` processes."""
    if jobs < 2:
        return list(map(tried, trials))
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(tried, trials, chunksize=8))


def figures(found: Sequence[Tried]) -> dict[str, float]:
    """The figures of a variation; `worst` is the lowest F1, `empty` counts lost articles."""
    total = summary([one.score for one in found])
    return {
        "documents": len(found),
        "f1": total.f1,
        "worst": min((one.score.f1 for one in found), default=1.0),
        "content_words": total.content_words,
        "words_lost": total.words_lost,
        "boilerplate_words": total.boilerplate_words,
        "words_leaked": total.words_leaked,
        "empty": sum(one.score.words("C") > 0 == one.score.kept("C") for one in found),
    }


def table(found: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The figures of all variations, one a line, for people."""
    yield (
        f"{'variation':<40}{'docs':>5}{'F1':>8}{'worst':>8}{'lost':>7}{'%':>8}"
        f"{'leaked':>8}{'%':>7}{'empty':>7}"
    )
    for name, f in found.items():
        lost = 100 * f["words_lost"] / max(1, f["content_words"])
        leaked = 100 * f["words_leaked"] / max(1, f["boilerplate_words"])
        yield (
            f"{name:<40}{f['documents']:>5}{f['f1']:>8.4f}{f['worst']:>8.4f}{f['words_lost']:>7}"
            f"{lost:>8.3f}{f['words_leaked']:>8}{leaked:>7.2f}{f['empty']:>7}"
        )


def some(items: Sequence[T], count: int | None, seed: int) -> list[T]:
    """`count` of the items drawn with `seed`, in their order; all of them for ``None``."""
    if count is None or count >= len(items):
        return list(items)
    return [items[index] for index in sorted(Random(seed).sample(range(len(items)), count))]


Variation = Callable[[], Iterator[Trial]]
Made = Callable[..., Iterator[Trial]]


def bound(make: Made, *args: object) -> Variation:
    """A variation that is made when it is its turn."""
    return partial(make, *args)

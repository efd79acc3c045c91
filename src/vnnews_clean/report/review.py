"""What a person must see of a run to judge it: shares, samples of every rule, the worst documents.

A `Review` has a fixed size however large the corpus is, and two of them can be added in any order:
which samples it keeps depends on what they say, not on who came first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from heapq import nsmallest
from typing import Final, NamedTuple, Self, cast

from ..model import Removal
from ..outcome import Outcome

SAMPLES: Final = 6
"""Samples of each rule: enough to see a bad one, few enough to be read."""
WORST: Final = 25
BINS: Final = 20
"""Bins of the histogram; bin 0 holds the documents of which nothing was cut."""
_QUOTE: Final = 300
_CONTEXT: Final = 120
_HEAD: Final = 160


class Sample(NamedTuple):
    """Something that was cut, and what stands around it. Texts are shortened."""

    rank: str
    """Digest of `cut`: the samples with the smallest are kept, so every text has the same chance."""
    cut: str
    before: str
    after: str
    where: str
    """Which document it is from."""


class Loss(NamedTuple):
    """A document that lost much."""

    left: float
    """Share of the characters that is left."""
    size: int
    """Characters, negative: of equal shares the longest comes first."""
    where: str
    head: str
    """How the document begins."""


@dataclass(slots=True)
class Review:
    """Counts and samples of any number of documents."""

    shares: Counter[int] = field(default_factory=Counter)
    """Bin → documents of which that share of the characters was cut."""
    places: Counter[str] = field(default_factory=Counter)
    """Rule → removals in which it was the first to agree."""
    samples: dict[str, dict[str, Sample]] = field(default_factory=dict)
    """Rule → rank → sample."""
    worst: list[Loss] = field(default_factory=list)

    def see(self, result: Outcome, where: str) -> None:
        """Count one document in; `where` names it."""
        where = where[-_HEAD:]
        text = result.document.text
        cut = sum(r.end - r.start for r in result.removals)
        share = cut / max(1, len(text))
        self.shares[-int(-share * BINS // 1)] += 1
        if cut:
            head = _short(text[: 4 * _HEAD], _HEAD)
            self._lose([Loss(round(1 - share, 4), -len(text), where, head)])
        for removal in result.removals:
            rule = removal.rules[0]
            self.places[rule] += 1
            self._keep(rule, [_sample(text, removal, where)])

    def add(self, other: Review) -> None:
        """Count another review in."""
        self.shares.update(other.shares)
        self.places.update(other.places)
        self._lose(other.worst)
        for rule, samples in other.samples.items():
            self._keep(rule, samples.values())

    def _keep(self, rule: str, samples: Iterable[Sample]) -> None:
        """Of one text the smallest sample, of all texts those that rank first."""
        kept = self.samples.setdefault(rule, {})
        for sample in samples:
            if sample.rank not in kept or sample < kept[sample.rank]:
                kept[sample.rank] = sample
            if len(kept) > SAMPLES:
                del kept[max(kept)]

    def _lose(self, losses: Iterable[Loss]) -> None:
        self.worst = nsmallest(WORST, [*self.worst, *losses])

    def as_dict(self) -> dict[str, object]:
        """Everything, ready for JSON; `from_dict` is the inverse."""
        return {
            "shares": {str(share): count for share, count in self.shares.items()},
            "places": dict(self.places),
            "samples": {rule: list(kept.values()) for rule, kept in self.samples.items()},
            "worst": self.worst,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        shares = cast("Mapping[str, int]", data["shares"])
        samples = cast("Mapping[str, list[tuple[str, str, str, str, str]]]", data["samples"])
        worst = cast("list[tuple[float, int, str, str]]", data["worst"])
        return cls(
            Counter({int(share): count for share, count in shares.items()}),
            Counter(cast("Mapping[str, int]", data["places"])),
            {rule: {row[0]: Sample(*row) for row in rows} for rule, rows in samples.items()},
            [Loss(*row) for row in worst],
        )


def _sample(text: str, removal: Removal, where: str) -> Sample:
    start, end = removal.start, removal.end
    cut = _short(text[start : min(end, start + 4 * _QUOTE)], _QUOTE)
    rank = blake2b(cut.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    before = " ".join(text[max(0, start - 2 * _CONTEXT) : start].split())[-_CONTEXT:]
    after = " ".join(text[end : end + 2 * _CONTEXT].split())[:_CONTEXT]
    return Sample(rank, cut, before, after, where)


def _short(text: str, length: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1]}…"

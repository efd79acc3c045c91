"""Counts of a run: what came in, what came out, what was cut, how long it took."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Self, cast

from ..report.review import Review

MAX_SITES: Final = 5000
"""Hosts with a row of their own; documents of later ones are counted under `OTHER_SITES`."""
_MAX_PASSED: Final = 200
"""Sorts of what is no document that are told apart."""
OTHER_SITES: Final = "(other sites)"
_BINS: Final = 16
"""Bins of the latency histogram per doubling: percentiles are right within 4.5 %."""


@dataclass(slots=True)
class Site:
    """One row of the per-site table."""

    documents: int = 0
    changed: int = 0
    empty: int = 0
    characters: int = 0
    removed: int = 0

    def add(self, other: Site) -> None:
        self.documents += other.documents
        self.changed += other.changed
        self.empty += other.empty
        self.characters += other.characters
        self.removed += other.removed


@dataclass(slots=True)
class Tally:
    """Additive counts. ``documents == written + rejected + quarantined``; characters are code points."""

    documents: int = 0
    written: int = 0
    changed: int = 0
    unchanged: int = 0
    empty: int = 0
    """Written, but with nothing left of the text."""
    rejected: int = 0
    """By the filters."""
    quarantined: int = 0
    characters_in: int = 0
    characters_out: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    filtered: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    """What is no document, by what it is: empty lines, pictures in an archive."""
    latency: Counter[int] = field(default_factory=Counter)
    sites: dict[str, Site] = field(default_factory=dict)
    review: Review | None = None
    """What a report shows beside the counts, where one is wanted."""

    def add(self, other: Tally) -> None:
        """Count `other` in."""
        for name in _NUMBERS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in _COUNTERS:
            if name != "passed":
                getattr(self, name).update(getattr(other, name))
        for what, count in other.passed.items():
            self.pass_over(what, count)
        for host, site in other.sites.items():
            self.site(host).add(site)
        if other.review:
            self.review = self.review or Review()
            self.review.add(other.review)

    def plus(self, other: Tally) -> Tally:
        """The sum, as a tally of its own."""
        total = Tally()
        total.add(self)
        total.add(other)
        return total

    def site(self, host: str) -> Site:
        """The row of `host`, or of all others once the table is full."""
        if host not in self.sites and len(self.sites) >= MAX_SITES:
            host = OTHER_SITES
        return self.sites.setdefault(host, Site())

    def pass_over(self, what: str, count: int = 1) -> None:
        """Count what is no document."""
        known = what in self.passed or len(self.passed) < _MAX_PASSED
        self.passed[what if known else "other"] += count

    def took(self, seconds: float) -> None:
        """Count one document's time."""
        self.latency[round(math.log2(max(seconds, 1e-7)) * _BINS)] += 1

    def percentile(self, share: float) -> float:
        """Milliseconds within which `share` of the documents were done."""
        rest = share * self.latency.total()
        for bin_, count in sorted(self.latency.items()):
            rest -= count
            if rest <= 0:
                return float(round(1000 * 2 ** (bin_ / _BINS), 3))
        return 0.0

    def as_dict(self) -> dict[str, object]:
        """Everything, ready for JSON; `from_dict` is the inverse."""
        return {
            **{name: getattr(self, name) for name in _NUMBERS},
            **{name: dict(getattr(self, name)) for name in _COUNTERS},
            "latency": {str(k): v for k, v in self.latency.items()},
            "sites": {host: _site_row(site) for host, site in self.sites.items()},
            **({"review": self.review.as_dict()} if self.review else {}),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        tally = cls()
        for name in _NUMBERS:
            setattr(tally, name, data[name])
        for name in _COUNTERS[:-1]:
            getattr(tally, name).update(data[name])
        latency = cast("Mapping[str, int]", data["latency"])
        tally.latency.update({int(k): v for k, v in latency.items()})
        sites = cast("Mapping[str, Mapping[str, int]]", data["sites"])
        tally.sites.update({host: Site(**row) for host, row in sites.items()})
        if "review" in data:
            tally.review = Review.from_dict(cast("Mapping[str, object]", data["review"]))
        return tally

    def report(self) -> dict[str, object]:
        """The counts as ``--stats`` prints them: the largest first, times in milliseconds."""
        counts = {name: getattr(self, name) for name in COUNTS}
        removed = {name: dict(getattr(self, name).most_common()) for name in ("kinds", "rules")}
        by_size = sorted(self.sites.items(), key=lambda s: (-s[1].documents, s[0]))
        return {
            "documents": counts,
            "passed_over": dict(self.passed.most_common()),
            "rejected": dict(self.filtered.most_common()),
            "quarantined": dict(self.reasons.most_common()),
            "characters": {"in": self.characters_in, "out": self.characters_out},
            "removed": {"by_kind": removed["kinds"], "by_rule": removed["rules"]},
            "sites": {host: _site_row(site) for host, site in by_size},
            "milliseconds": {"p50": self.percentile(0.5), "p99": self.percentile(0.99)},
        }


COUNTS: Final = (
    "documents",
    "written",
    "changed",
    "unchanged",
    "empty",
    "rejected",
    "quarantined",
)
"""What a run counts of its documents."""
_NUMBERS: Final = (*COUNTS, "characters_in", "characters_out")
_COUNTERS: Final = ("kinds", "rules", "reasons", "filtered", "passed", "latency")


def _site_row(site: Site) -> dict[str, int]:
    return {name: getattr(site, name) for name in Site.__slots__}

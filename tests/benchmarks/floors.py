"""Floors under the figures, pinned together with the corpus they were measured on."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import corpus as corpora

HIGHER_IS_BETTER: Final = ("f1", "worst", "perfect", "exact")
LOWER_IS_BETTER: Final = (
    "words_lost",
    "words_leaked",
    "segments_lost",
    "segments_leaked",
    "invented",
    "traps_harmed",
    "called_article",
    "empty",
    "lost",
)
OF_NOTHING: Final = ("documents", "content_words", "f1", "perfect", "words_lost", "words_leaked")
"""What is pinned of doing nothing, which depends on the corpus alone."""
EPSILON: Final = 5e-5
"""A mean that is printed with four digits may wobble in the fifth."""

Figures = Mapping[str, Mapping[str, float]]


class Floors(NamedTuple):
    """A file of floors. They count for the corpus they were measured on and for no other."""

    file: Path

    def nothing(self, corpus: Path) -> Figures:
        """The figures of doing nothing by set, as far as they were pinned for this corpus."""
        return self._pinned(corpus).get("nothing", {})

    def check(self, corpus: Path, found: Figures) -> int:
        """0 where every figure holds its floor, else 1, with a line for each that does not."""
        pinned = self._pinned(corpus)
        if not pinned:
            sys.stderr.write(f"{self.file.name} speaks of another corpus; run with --update\n")
            return 1
        floors = pinned["floors"].items()
        fallen = [line for name, floor in floors for line in _fallen(name, floor, found)]
        sys.stderr.write("\n".join([*fallen, f"{len(fallen)} figures below their floor", ""]))
        return 1 if fallen else 0

    def update(self, corpus: Path, found: Figures, untouched: Figures | None = None) -> int:
        """Raise the floors to `found`; refuse, with 1, if any would sink on the same corpus."""
        pinned = self._pinned(corpus)
        floors = dict(pinned.get("floors", {}))
        fallen = [line for name in found for line in _fallen(name, floors.get(name, {}), found)]
        if fallen:
            sys.stderr.write("\n".join([*fallen, "floors are not lowered", ""]))
            return 1
        for name, figures in found.items():
            floors[name] = _rounded(figures, (*HIGHER_IS_BETTER, *LOWER_IS_BETTER))
        content = {"corpus": corpora.sha256(corpus), "floors": floors}
        of_nothing = {name: _rounded(own, OF_NOTHING) for name, own in (untouched or {}).items()}
        if nothing := {**pinned.get("nothing", {}), **of_nothing}:
            content["nothing"] = nothing
        self.file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        return 0

    def _pinned(self, corpus: Path) -> dict[str, dict[str, dict[str, float]]]:
        """What the file says, by part and set, if it speaks of this corpus."""
        if not self.file.exists():
            return {}
        pinned = json.loads(self.file.read_text(encoding="utf-8"))
        return pinned if pinned.pop("corpus") == corpora.sha256(corpus) else {}


def _rounded(figures: Mapping[str, float], keys: Sequence[str]) -> dict[str, float]:
    return {key: round(figures[key], 4) for key in keys if key in figures}


def _fallen(name: str, floor: Mapping[str, float], found: Figures) -> Iterator[str]:
    """A line for every figure of the set `name` that is worse than its floor."""
    if name not in found:
        return
    for key, limit in floor.items():
        value = found[name][key]
        worse = limit - value if key in HIGHER_IS_BETTER else value - limit
        if worse > EPSILON:
            yield f"{name}: {key} is {value:.4f}, the floor {limit:.4f}"

"""Floors under the figures, pinned together with the corpus they were measured on."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import corpus as corpora

FILE: Final = Path(__file__).with_name("quality_floor.json")
HIGHER_IS_BETTER: Final = ("f1", "perfect")
LOWER_IS_BETTER: Final = (
    "words_lost",
    "words_leaked",
    "segments_lost",
    "segments_leaked",
    "invented",
    "traps_harmed",
)
EPSILON: Final = 5e-5
"""A mean that is printed with four digits may wobble in the fifth."""

Figures = Mapping[str, Mapping[str, float]]


def check(corpus: Path, found: Figures) -> int:
    """0 where every figure holds its floor, else 1, with a line for each that does not."""
    pinned = json.loads(FILE.read_text(encoding="utf-8"))
    if pinned["corpus"] != corpora.sha256(corpus):
        sys.stderr.write(f"{FILE.name} was measured on another corpus; run with --update\n")
        return 1
    fallen = [
        line for name, floor in pinned["floors"].items() for line in _fallen(name, floor, found)
    ]
    sys.stderr.write("\n".join([*fallen, f"{len(fallen)} figures below their floor", ""]))
    return 1 if fallen else 0


def update(corpus: Path, found: Figures) -> int:
    """Raise the floors to `found`; refuse, with 1, if any would sink on the same corpus."""
    digest = corpora.sha256(corpus)
    floors: dict[str, dict[str, float]] = {}
    if FILE.exists():
        pinned = json.loads(FILE.read_text(encoding="utf-8"))
        if pinned["corpus"] == digest:
            floors = pinned["floors"]
    fallen = [line for name in found for line in _fallen(name, floors.get(name, {}), found)]
    if fallen:
        sys.stderr.write("\n".join([*fallen, "floors are not lowered", ""]))
        return 1
    for name, figures in found.items():
        floors[name] = {
            key: round(figures[key], 4) for key in (*HIGHER_IS_BETTER, *LOWER_IS_BETTER)
        }
    text = json.dumps({"corpus": digest, "floors": floors}, indent=2)
    FILE.write_text(text + "\n", encoding="utf-8")
    return 0


def _fallen(name: str, floor: Mapping[str, float], found: Figures) -> Iterator[str]:
    """A line for every figure of the set `name` that is worse than its floor."""
    if name not in found:
        return
    for key, limit in floor.items():
        value = found[name][key]
        worse = limit - value if key in HIGHER_IS_BETTER else value - limit
        if worse > EPSILON:
            yield f"{name}: {key} is {value:.4f}, the floor {limit:.4f}"

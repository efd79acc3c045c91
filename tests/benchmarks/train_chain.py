"""Trains the weights of the chain of lines (`vnnews_clean.structure.chain.decoding`), and judges the method.

    python tests/benchmarks/train_chain.py --out src/vnnews_clean/structure/chain/weights.tsv
    python tests/benchmarks/train_chain.py --held-out       # folds of publishers, none seen in training

A structured perceptron with margins (what an error costs in words), averaged; thinned out to the
strongest features, trained again and rounded to integers. Needs the corpus and numpy.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

import corpus as corpora
from chain_material import FOLDS, Example, material
from vnnews_clean.structure.chain.decoding import ALLOWED, ARTICLE, FIRST, STATES

NEVER: Final = -1e9
LOST: Final = 12.0
"""What a lost word costs, in leaked ones."""
ALIKE: Final = 0.5
"""What every line costs, however short."""
LONGEST: Final = 60
"""Words of a line that count."""
REPEAT: Final = {
    "dumps": 2,
    **dict.fromkeys(("bs4", "md", "mdify", "w3m", "lynx"), 4),
    **dict.fromkeys(("tight", "loose"), 6),
    "lines": 8,
}
"""How often a real page is seen for every made one."""
RAREST: Final = 8
"""Documents in which a feature is seen, at least."""
FEATURES: Final = 1400
GREATEST: Final = 120
"""The greatest weight after rounding."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_SIZE: Final = len(STATES)
_MOVES: Final = np.where(np.array(ALLOWED), 0.0, NEVER).T
_BEGIN: Final = np.array([0.0 if state in FIRST else NEVER for state in STATES])
_COST: Final = np.array(
    [
        [
            0.0 if gold in ("N", guess) or (gold in ARTICLE) == (guess in ARTICLE)
            else LOST if gold in ARTICLE
            else 1.0
            for guess in STATES
        ]
        for gold in STATES
    ]
)  # fmt: skip


class Model(NamedTuple):
    """Names of features → rows of weights; moves by gap, state before, state."""

    vocabulary: dict[str, int]
    weights: Floats
    moves: Floats


class Indexed(NamedTuple):
    """An example in numbers."""

    example: Example
    ids: Ints
    starts: Ints
    states: Ints
    gaps: Ints
    cost: Floats
    barred: Floats

    def weighed(self, weights: Floats) -> Floats:
        return np.add.reduceat(weights[self.ids], self.starts, axis=0) + self.barred


def indexed(example: Example, vocabulary: dict[str, int]) -> Indexed:
    rows = [[vocabulary[n] for n in names if n in vocabulary] for names in example.names]
    starts = np.cumsum([0, *map(len, rows)])[:-1]
    states = np.array([STATES.index(state) for state in example.states])
    sizes = ALIKE + np.minimum(np.array(example.words), LONGEST) / 20
    begun, unfinished = example.middle
    barred = np.zeros((len(rows), _SIZE))
    barred[begun:, 0], barred[: unfinished + 1, -1] = NEVER, NEVER
    barred[np.arange(len(rows)), states] = 0.0
    flat = np.array([n for row in rows for n in row])
    return Indexed(example, flat, starts, states, np.array(example.gaps, dtype=np.int64), _COST[states] * sizes[:, None], barred)  # fmt: skip


def decoded(weighed: Floats, moves: Floats, gaps: Ints) -> Ints:
    """The best states (Viterbi)."""
    score = weighed[0] + _BEGIN
    backs = np.zeros((len(weighed), _SIZE), dtype=np.int64)
    for line in range(1, len(weighed)):
        sums = score[:, None] + moves[gaps[line]] + _MOVES
        backs[line] = sums.argmax(axis=0)
        score = sums.max(axis=0) + weighed[line]
    path = np.zeros(len(weighed), dtype=np.int64)
    path[-1] = score.argmax()
    for line in range(len(weighed) - 1, 0, -1):
        path[line - 1] = backs[line, path[line]]
    return path


def trained(documents: Sequence[Indexed], vocabulary: dict[str, int], epochs: int) -> Model:
    """The average of the weights over all steps."""
    weights, moves = np.zeros((len(vocabulary), _SIZE)), np.zeros((2, _SIZE, _SIZE))
    late_weights, late_moves = np.zeros_like(weights), np.zeros_like(moves)
    order, rng, step = list(range(len(documents))), Random(0), 1
    for _ in range(epochs):
        rng.shuffle(order)
        for number in order:
            one = documents[number]
            gold, path = one.states, decoded(one.weighed(weights) + one.cost, moves, one.gaps)
            wrong = np.flatnonzero(path != gold)
            ends = np.append(one.starts[1:], len(one.ids))
            for line in wrong:
                ids = one.ids[one.starts[line] : ends[line]]
                for side, by in ((gold[line], 1.0), (path[line], -1.0)):
                    weights[ids, side] += by
                    late_weights[ids, side] += by * step
            for states, by in ((gold, 1.0), (path, -1.0)) if len(wrong) else ():
                move = (one.gaps[1:], states[:-1], states[1:])
                np.add.at(moves, move, by)
                np.add.at(late_moves, move, by * step)
            step += 1
    return Model(vocabulary, weights - late_weights / step, moves - late_moves / step)


def fitted(examples: Sequence[Example], epochs: int) -> Model:
    """Trained on all features, thinned out to the strongest, trained again."""
    seen = Counter(n for e in examples for n in {n for names in e.names for n in names})
    names = sorted(n for n, count in seen.items() if count >= RAREST)
    first = trained(*_prepared(examples, names), 2)
    spread = np.abs(first.weights - first.weights.mean(axis=1, keepdims=True)).max(axis=1)
    strength = dict(zip(names, spread * [min(seen[n], 200) ** 0.25 for n in names], strict=True))
    strongest = sorted(names, key=strength.__getitem__, reverse=True)[:FEATURES]
    return trained(*_prepared(examples, sorted(strongest)), epochs)


def _prepared(
    examples: Iterable[Example], names: Sequence[str]
) -> tuple[list[Indexed], dict[str, int]]:
    vocabulary = {name: number for number, name in enumerate(names)}
    documents = []
    for example in examples:
        one = indexed(example, vocabulary)
        documents += [one] * REPEAT.get(example.id.partition("/")[0], 1)
    return documents, vocabulary


def table(model: Model) -> Iterable[str]:
    """The lines of ``weights.tsv``."""
    centred = model.weights - model.weights.mean(axis=1, keepdims=True)
    scale = GREATEST / np.abs(centred).max()
    for side, moves in zip(("near", "apart"), model.moves, strict=True):
        for state, row in zip(STATES, np.rint(moves.T * scale).astype(int), strict=True):
            yield f"{side} {state}\t{','.join(map(str, row))}"
    rounded = np.rint(centred * scale).astype(int)
    for name, number in model.vocabulary.items():
        if rounded[number].any():
            yield f"{name}\t{','.join(map(str, rounded[number]))}"


def judged(examples: Iterable[Example], model: Model, totals: dict[str, Counter[str]]) -> None:
    """Count words lost and leaked, and documents without either, by set."""
    for example in examples:
        one = indexed(example, model.vocabulary)
        path = decoded(one.weighed(model.weights), model.moves, one.gaps)
        tally = totals[example.id.partition("/")[0]]
        faults = 0
        for gold, guess, size in zip(example.states, path, example.words, strict=True):
            own, kept = gold in ARTICLE, STATES[guess] in ARTICLE
            if gold != "N":
                tally["content" if own else "boilerplate"] += size
                tally["lost"] += size * (own and not kept)
                tally["leaked"] += size * (kept and not own)
                faults += own != kept
        tally["documents"] += 1
        tally["perfect"] += not faults


def main() -> None:
    if os.environ.get("PYTHONHASHSEED") != "0":  # made pages draw from sets of words
        os.execve(
            sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"}
        )
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("--out", type=Path)
    p.add_argument("--held-out", action="store_true")
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--seed", type=int, default=7)
    options = p.parse_args()
    corpus = corpora.find(None)
    if corpus is None:
        p.error("no corpus here: see tests/benchmarks/corpus.py")
    examples = list(material(corpus, options.seed))
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS) if options.held_out else (None,):
        model = fitted([e for e in examples if e.fold != fold], options.epochs)
        judged([e for e in examples if fold in (None, e.fold)], model, totals)
    for name, t in totals.items():
        lost, leaked = t["lost"] / max(1, t["content"]), t["leaked"] / max(1, t["boilerplate"])
        print(
            f"{name:10} {t['documents']:5} documents  {t['perfect'] / t['documents']:.3f} perfect  {lost:.4f} lost  {leaked:.4f} leaked"
        )
    if options.out and not options.held_out:
        options.out.write_text("\n".join(table(model)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""What is left of the quality when documents are changed, or the cleaner knows less.

    python tests/benchmarks/robustness.py text [CORPUS]     # lexicon, headers, publishers, traps
    python tests/benchmarks/robustness.py html [CORPUS]     # pages in other markup, with more in it
    python tests/benchmarks/robustness.py [text|html] --worst 3 [--only WORDS]
    python tests/benchmarks/robustness.py --quick --check   # a sample, against its floors, for CI

What is changed is described in `changed_texts`, `framed_texts`, `changed_pages`, `retold_pages` and
`boxed_pages`. Without a corpus only traps and kinds of
articles of our own are tried. Floors are in robustness_floor.json, those of ``--quick`` apart.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

import boxed_pages
import changed_pages
import changed_texts
import corpus as corpora
import framed_texts
import retold_pages
from floors import Floors
from trials import Tried, all_tried, figures, table

FLOORS: Final = Floors(Path(__file__).with_name("robustness_floor.json"))
QUICK: Final = 10
"""Documents of a set that ``--quick`` looks at."""
GROUPS: Final = {
    "text": (changed_texts.variations, framed_texts.variations),
    "html": (changed_pages.variations, retold_pages.variations, boxed_pages.variations),
}


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("what", nargs="?", choices=GROUPS, help="all, unless one is named")
    p.add_argument("corpus", nargs="?", type=Path)
    p.add_argument("--only", default="", metavar="WORDS", help="variations with these words")
    p.add_argument("--worst", type=int, default=0, metavar="N", help="name the N worst documents")
    p.add_argument("--quick", action="store_true", help=f"{QUICK} documents of each set")
    p.add_argument("--seed", type=int, default=0, help="of the sample of --quick")
    p.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    p.add_argument("--check", action="store_true", help="exit 1 below a floor")
    p.add_argument("--update", action="store_true", help="raise the floors")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    corpus = corpora.find(options.corpus)
    if corpus is None:
        sys.stderr.write("no corpus here: only texts of our own are tried\n")
        if options.corpus:
            return 2
    found: dict[str, dict[str, float]] = {}
    worst: list[str] = []
    for what in [options.what] if options.what else list(GROUPS):
        count = QUICK if options.quick else None
        made = [make(corpus, count, options.seed).items() for make in GROUPS[what]]
        for name, variation in chain.from_iterable(made):
            if options.only in name:
                outcome = all_tried(variation(), options.jobs)
                found[name] = figures(outcome)
                worst += [f"{name}:", *_worst(outcome, options.worst)]
    print(*table(found), sep="\n")
    if options.worst:
        print("", *worst, sep="\n")
    if corpus is None:
        return 0
    prefix = "quick: " if options.quick else ""
    named = {f"{prefix}{name}": own for name, own in found.items()}
    if options.update:
        return FLOORS.update(corpus, named)
    return FLOORS.check(corpus, named) if options.check else 0


def _worst(outcome: Sequence[Tried], count: int) -> Iterator[str]:
    faulty = [one for one in outcome if one.score.faults]
    for one in sorted(faulty, key=lambda one: (one.score.f1, one.id))[:count]:
        s = one.score
        yield f"  {one.id}: F1 {s.f1:.3f}, {s.words_lost} lost, {s.kept('B')} leaked"


if __name__ == "__main__":
    sys.exit(main())

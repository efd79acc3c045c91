"""How much of the article is kept and how much boilerplate leaks, on the labelled corpus.

    python tests/benchmarks/quality.py [CORPUS] [--set NAME] [--worst N] [--doc ID] [--json]
    python tests/benchmarks/quality.py --check      # exit 1 below a floor of quality_floor.json
    python tests/benchmarks/quality.py --update     # raise the floors to what was measured

The sets: ``dumps`` (texts as crawlers left them), ``lines`` (pages as naive line dumps), ``html``
(the same pages as pages), ``html_generic`` (likewise without any site pack).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import corpus as corpora
import floors
from corpus import Gold
from failures import failures
from scoring import Score, Summary, score, summary
from vnnews_clean import Cleaner
from vnnews_clean.result import Result

Reader = Callable[[Cleaner, Gold], Result]


class Outcome(NamedTuple):
    """A cleaned document of a set and its score."""

    gold: Gold
    result: Result
    score: Score
    present: int
    """Boilerplate words that leak when nothing is done."""

    @property
    def harmed_trap(self) -> bool:
        """True for a trap in which content was lost."""
        return bool(self.gold.trap) and self.score.words_lost > 0


def outcomes(corpus: Path, name: str, policy: str) -> list[Outcome]:
    """The documents of one set, cleaned and scored."""
    cleaner = Cleaner(policy=policy, sites=() if name == "html_generic" else None)
    found = []
    for gold in corpora.load(corpus, name):
        data = gold.path.read_bytes()
        if gold.path.suffix == ".html":
            result = cleaner.clean_html(data, url=gold.url)
        else:
            result = cleaner.clean(data)
        scored = score(gold.segments, result.text)
        found.append(Outcome(gold, result, scored, _present(gold, data, scored)))
    return found


def _present(gold: Gold, data: bytes, scored: Score) -> int:
    if gold.path.suffix == ".html":
        return scored.words("B")
    return score(gold.segments, data.decode("utf-8", "replace")).kept("B")


def figures(measured: Sequence[Outcome]) -> dict[str, float]:
    """The figures of a set by name, for printing, JSON and floors."""
    total = summary([o.score for o in measured])
    return {
        **total._asdict(),
        "words_present": sum(o.present for o in measured),
        "traps": sum(bool(o.gold.trap) for o in measured),
        "traps_harmed": sum(o.harmed_trap for o in measured),
        "traps_imperfect": sum(bool(o.gold.trap and o.score.faults) for o in measured),
    }


def table(name: str, measured: Sequence[Outcome]) -> Iterator[str]:
    """The figures of a set as lines for people."""
    s: Summary = summary([o.score for o in measured])
    extra = figures(measured)
    lost = 100 * s.words_lost / max(1, s.content_words)
    leaked = 100 * s.words_leaked / max(1, extra["words_present"])
    yield f"{name}: {s.documents} documents"
    yield f"  precision {s.precision:.4f}   recall {s.recall:.4f}   F1 {s.f1:.4f}"
    yield f"  words lost       {s.words_lost:6} of {s.content_words} ({lost:.3f} %)"
    yield f"  words leaked     {s.words_leaked:6} of {extra['words_present']} ({leaked:.2f} %)"
    yield f"  segments lost    {s.segments_lost:6} of {s.content_segments}"
    yield f"  segments leaked  {s.segments_leaked:6} of {s.boilerplate_segments}"
    yield f"  invented words   {s.invented:6}"
    yield f"  perfect          {s.perfect:6} of {s.documents} ({s.perfect / s.documents:.3f})"
    if extra["traps"]:
        yield (
            f"  traps harmed     {extra['traps_harmed']:6} of {extra['traps']}"
            f" ({extra['traps_imperfect']} not perfect)"
        )


def worst(measured: Sequence[Outcome], count: int) -> list[Outcome]:
    """The `count` documents with the most faults, those without any left out."""
    faulty = [o for o in measured if o.score.faults]
    return sorted(faulty, key=lambda o: (-o.score.faults, o.gold.id))[:count]


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("corpus", nargs="?", type=Path)
    p.add_argument("--set", action="append", choices=corpora.SETS, help="only this set")
    p.add_argument("--policy", default="article")
    p.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst documents")
    p.add_argument("--doc", action="append", default=[], metavar="ID", help="list this document")
    p.add_argument("--json", action="store_true", help="print the figures as JSON")
    p.add_argument("--check", action="store_true", help="exit 1 below a floor")
    p.add_argument("--update", action="store_true", help="raise the floors")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    corpus = corpora.find(options.corpus)
    if corpus is None:
        sys.stderr.write("no corpus here: nothing measured (see tests/benchmarks/corpus.py)\n")
        return 2 if options.corpus else 0
    measured = {
        name: outcomes(corpus, name, options.policy)
        for name in options.set or corpora.SETS
        if corpora.load(corpus, name)
        and (name in ("dumps", "lines") or hasattr(Cleaner, "clean_html"))
    }
    found = {name: figures(documents) for name, documents in measured.items()}
    if options.json:
        print(json.dumps(found, indent=2))
    else:
        for name, documents in measured.items():
            print("\n".join(table(name, documents)), end="\n\n")
            shown = worst(documents, options.worst)
            shown += [o for o in documents if o.gold.id in options.doc and o not in shown]
            for outcome in shown:
                print("\n".join(failures(outcome.gold, outcome.result, outcome.score)), end="\n\n")
    if options.update:
        return floors.update(corpus, found)
    return floors.check(corpus, found) if options.check else 0


if __name__ == "__main__":
    sys.exit(main())

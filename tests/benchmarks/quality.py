"""How much of the article is kept and how much boilerplate leaks, on the labelled corpus.

    python tests/benchmarks/quality.py [CORPUS] [--sets dumps,lines] [--jobs 2] [--json]
    python tests/benchmarks/quality.py --worst 5    # and what went wrong in the 5 worst of each
    python tests/benchmarks/quality.py --save a.json    # then change a rule, and
    python tests/benchmarks/quality.py --against a.json # every document that fares differently
    python tests/benchmarks/quality.py --check      # exit 1 below a floor of quality_floor.json
    python tests/benchmarks/quality.py --update     # raise the floors to what was measured

The sets: ``html`` (pages), ``html_generic`` (without any pack of a publisher), ``index`` (pages
that are no article: every word that comes out is one too many), ``lines`` (the pages as naive line
dumps) and as other programs write them: ``bs4`` ``md`` ``w3m`` ``lynx`` ``traf`` ``read`` ``flat``
``wrap`` ``tight`` ``loose``, and all in one line: ``joined``; ``dumps`` (texts as crawlers left them), ``composed`` (made pages),
``seeds`` (the golden documents of this repository).

The columns: words lost, of them those that the other program had lost already (``tool``), and
their share; words leaked, and their share of those that leak when nothing is done; words invented
(for ``index``: words that come out); segments lost and leaked; perfect documents.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import corpus as corpora
from corpus import SETS
from failures import failures
from floors import Figures, Floors
from measure import Outcome, clean, cleaner_of, nothing, outcomes
from scoring import summary

FLOORS: Final = Floors(Path(__file__).with_name("quality_floor.json"))
HEAD: Final = (
    f"{'set':<13}{'docs':>5}{'F1':>8}{'lost':>7}{'tool':>6}{'%':>7}{'leaked':>8}{'%':>6}"
    f"{'inv.':>6}{'seg lost':>10}{'seg leaked':>12}{'perfect':>9}"
)
NOTED: Final = ("traps", "traps_harmed", "called_article", "exact")


def figures(name: str, measured: Sequence[Outcome]) -> dict[str, float]:
    """The figures of a set by name, for printing, JSON and floors."""
    total = summary([o.score for o in measured])
    found: dict[str, float] = total._asdict()
    if traps := sum(bool(o.gold.trap) for o in measured):
        found |= {"traps": traps, "traps_harmed": sum(o.harmed_trap for o in measured)}
    if name == "index":
        found["called_article"] = sum(o.document_type == "article" for o in measured)
    if any(o.gold.expected is not None for o in measured):
        found["exact"] = sum(o.exact for o in measured)
    return found


def _note(f: Mapping[str, float]) -> str:
    """What is counted of some sets alone."""
    return ", ".join(f"{f[key]:.0f} {key.replace('_', ' ')}" for key in NOTED if key in f)


def table(found: Figures, untouched: Figures) -> Iterator[str]:
    """The figures of all sets, one a line, for people."""
    yield HEAD
    for name, f in found.items():
        raw = untouched[name]
        tool = f"{raw['words_lost']:.0f}" if SETS[name].extracted else ""
        lost = 100 * f["words_lost"] / max(1, f["content_words"])
        leaked = 100 * f["words_leaked"] / max(1, raw["words_leaked"])
        yield (
            f"{name:<13}{f['documents']:>5}{f['f1']:>8.4f}{f['words_lost']:>7}{tool:>6}{lost:>7.3f}"
            f"{f['words_leaked']:>8}{leaked:>6.1f}{f['invented']:>6}"
            f"{f['segments_lost']:>5}/{f['content_segments']:<4}"
            f"{f['segments_leaked']:>6}/{f['boilerplate_segments']:<5}"
            f"{f['perfect']:>5}/{f['documents']:<3}  {_note(f)}".rstrip()
        )


def worst(measured: Sequence[Outcome], count: int) -> list[Outcome]:
    """The `count` documents with the most faults, those without any left out."""
    faulty = [o for o in measured if o.score.faults]
    return sorted(faulty, key=lambda o: (-o.score.faults, o.gold.id))[:count]


Faults = dict[str, dict[str, list[int]]]
"""Set → document → words lost, leaked and invented."""


def faults(measured: Mapping[str, Sequence[Outcome]]) -> Faults:
    """How every document fares."""
    return {
        name: {
            o.gold.id: [o.score.words_lost, o.score.kept("B"), len(o.score.invented)]
            for o in outcomes
        }
        for name, outcomes in measured.items()
    }


def differences(old: Faults, new: Faults) -> Iterator[str]:
    """A line for every document that fares differently, the worst changes of a set first."""
    for name, own in new.items():
        before = old.get(name, {})
        changed = [one for one in own if one in before and own[one] != before[one]]
        for one in sorted(changed, key=lambda one: sum(before[one]) - sum(own[one])):
            pairs = zip(("lost", "leaked", "invented"), before[one], own[one], strict=True)
            said = ", ".join(f"{what} {was} -> {now}" for what, was, now in pairs if was != now)
            mark = "worse " if sum(own[one]) > sum(before[one]) else "better"
            yield f"{name:<13}{mark} {one:<26}{said}"


def baselines(corpus: Path, names: Sequence[str], jobs: int) -> dict[str, Mapping[str, float]]:
    """The figures of doing nothing, as pinned, or measured where this is another corpus."""
    pinned = FLOORS.nothing(corpus)
    return {
        name: pinned[name] if name in pinned else nothing(corpus, name, jobs)._asdict()
        for name in names
    }


def _sets(value: str) -> list[str]:
    names = value.split(",")
    if unknown := sorted(set(names) - set(SETS)):
        raise argparse.ArgumentTypeError(
            f"no set {', '.join(unknown)}; there are {', '.join(SETS)}"
        )
    return names


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("corpus", nargs="?", type=Path)
    p.add_argument("--sets", type=_sets, default=list(SETS), metavar="A,B", help="only these")
    p.add_argument("--policy", default="article")
    p.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    p.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst documents")
    p.add_argument("--doc", action="append", default=[], metavar="ID", help="list this document")
    p.add_argument("--json", action="store_true", help="print the figures as JSON")
    p.add_argument("--save", type=Path, metavar="FILE", help="write how every document fares")
    p.add_argument("--against", type=Path, metavar="FILE", help="compare with what was saved")
    p.add_argument("--check", action="store_true", help="exit 1 below a floor")
    p.add_argument("--update", action="store_true", help="raise the floors")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    corpus = corpora.find(options.corpus)
    if corpus is None:
        sys.stderr.write("no corpus here: nothing measured (see tests/benchmarks/corpus.py)\n")
        return 2 if options.corpus else 0
    names = [name for name in options.sets if corpora.load(corpus, name)]
    untouched = baselines(corpus, names, options.jobs)
    measured = {name: outcomes(corpus, name, options.policy, options.jobs) for name in names}
    found = {name: figures(name, documents) for name, documents in measured.items()}
    if options.json:
        print(json.dumps(found, indent=2))
    else:
        print(*table(found, untouched), sep="\n")
        for name, documents in measured.items():
            shown = worst(documents, options.worst)
            shown += [o for o in documents if o.gold.id in options.doc and o not in shown]
            for outcome in shown:
                result = clean(cleaner_of(name, options.policy), outcome.gold)
                print("", *failures(outcome.gold, result, outcome.score), sep="\n")
    if options.save:
        options.save.write_text(json.dumps(faults(measured)), encoding="utf-8")
    if options.against:
        saved = json.loads(options.against.read_text(encoding="utf-8"))
        print("", *differences(saved, faults(measured)), sep="\n")
    if options.update:
        return FLOORS.update(corpus, found, untouched)
    return FLOORS.check(corpus, found) if options.check else 0


if __name__ == "__main__":
    sys.exit(main())

"""Every removal over the unlabelled articles, by rule: counts, shares, samples, differences.

    python tests/benchmarks/audit.py [CORPUS]                     # the table
    python tests/benchmarks/audit.py --sample 20 [--rule ID]      # removed text in its context
    python tests/benchmarks/audit.py --long                       # removals of more than 60 words
    python tests/benchmarks/audit.py --save before.json           # then change a rule, and
    python tests/benchmarks/audit.py --against before.json        # every line that differs
    python tests/benchmarks/audit.py --against before.json --sample 5   # or some a rule

Most of the articles are clean, so this is where harm shows. Samples are drawn with a fixed seed:
the same rules show the same samples.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import corpus as corpora
from corpus import Article
from vnnews_clean import Cleaner

T = TypeVar("T")
LONG: Final = 60
"""Words from which on a removal is looked at one by one."""
CONTEXT: Final = 60
"""Characters shown at either side of a removal."""


class Cut(NamedTuple):
    """One removal: where, by which rule, what went, and what stands around it."""

    article: str
    rule: str
    kind: str
    text: str
    before: str
    after: str

    @property
    def words(self) -> int:
        return len(self.text.split())

    def lines(self) -> Iterator[str]:
        """The removal for people: a head, then the text between its surroundings."""
        yield f"{self.article}  {self.rule} ({self.kind}, {self.words} words)"
        yield f"    {_flat(self.before)} ⟦{_flat(self.text)}⟧ {_flat(self.after)}"


Work = tuple[int, list[Cut]]
"""Words of an article, and its removals."""


def cuts(cleaner: Cleaner, article: Article) -> Iterator[Cut]:
    """The removals of `cleaner` in `article`, in order."""
    result = cleaner.clean(article.text)
    text = result.document.text
    for start, end, kind, rules in (
        (r.start, r.end, r.kind, r.rules) for r in result.removals if text[r.start : r.end].strip()
    ):
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        yield Cut(article.id, rules[0], kind.value, text[start:end], before, after)


def table(found: Mapping[str, Sequence[Cut]], articles: int, words: int) -> Iterator[str]:
    """The rules by number of removals, with what they do to the average article."""
    everything = [cut for own in found.values() for cut in own]
    changed = len({cut.article for cut in everything})
    yield f"{articles} articles, {words} words; {changed} changed ({changed / articles:.1%})"
    yield f"{'rule':<30}{'removals':>9}{'per 1,000':>11}{'words':>9}{'share':>10}{'long':>6}"
    rules = sorted(found, key=lambda rule: (-len(found[rule]), rule))
    for rule, own in [*((rule, found[rule]) for rule in rules), ("all", everything)]:
        gone = sum(cut.words for cut in own)
        long = sum(cut.words > LONG for cut in own)
        rate = 1000 * len(own) / articles
        yield f"{rule:<30}{len(own):>9}{rate:>11.1f}{gone:>9}{gone / words:>10.3%}{long:>6}"


def sampled(own: Sequence[T], count: int, seed: int) -> list[T]:
    """`count` of them, drawn with `seed`, in the order of the corpus."""
    chosen = random.Random(seed).sample(range(len(own)), min(count, len(own)))
    return [own[index] for index in sorted(chosen)]


class Change(NamedTuple):
    """A line that one version of the rules removes and the other does not, or by another rule."""

    what: str
    """``new`` (removed now), ``gone`` (kept now) or ``moved`` (to another rule)."""
    line: str
    cut: Cut
    was: str = ""
    """The rule that removed a moved line before."""

    def lines(self) -> Iterator[str]:
        """The change for people."""
        was = f" (was {self.was})" if self.was else ""
        before, after = _flat(self.cut.before), _flat(self.cut.after)
        yield f"{self.what:<5} {self.cut.article}  {self.cut.rule}{was}"
        yield f"    {before} ⟦{self.line}⟧ {after}"


def changes(old: Iterable[Cut], new: Iterable[Cut]) -> Iterator[Change]:
    """What differs between two lists of removals, line by line."""
    before, now = _by_line(old), _by_line(new)
    for place, cut in now.items():
        if place not in before:
            yield Change("new", place[1], cut)
        elif before[place].rule != cut.rule:
            yield Change("moved", place[1], cut, before[place].rule)
    yield from (Change("gone", at[1], cut) for at, cut in before.items() if at not in now)


def differences(found: Sequence[Change], count: int | None, seed: int) -> Iterator[str]:
    """Changes by rule, then those themselves: all, or `count` of each kind and rule."""
    grouped: defaultdict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in found:
        grouped[change.what, change.cut.rule].append(change)
    touched = len({change.cut.article for change in found if change.what != "moved"})
    yield f"{len(found)} lines differ; {touched} articles come out differently"
    for what, rule in sorted(grouped):
        own = grouped[what, rule]
        gone = sum(len(change.line.split()) for change in own)
        yield f"{what:<6}{rule:<30}{len(own):>6} lines{gone:>8} words"
    for _, own in sorted(grouped.items()):
        for change in sampled(own, len(own) if count is None else count, seed):
            yield from change.lines()


def _by_line(found: Iterable[Cut]) -> dict[tuple[str, str], Cut]:
    return {
        (cut.article, line.strip()): cut
        for cut in found
        for line in cut.text.splitlines()
        if line.strip()
    }


def _flat(text: str) -> str:
    return text.replace("\n", " ⏎ ")


def audited(corpus: Path, cleaner: Cleaner, first: int | None, jobs: int) -> tuple[Work, ...]:
    """(words, removals) of every article, in order."""
    articles = islice(corpora.articles(corpus), first)
    one = partial(_work, cleaner)
    if jobs < 2:
        return tuple(map(one, articles))
    with ProcessPoolExecutor(jobs) as pool:
        return tuple(pool.map(one, articles, chunksize=64))


def _work(cleaner: Cleaner, article: Article) -> Work:
    return len(article.text.split()), list(cuts(cleaner, article))


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("corpus", nargs="?", type=Path)
    p.add_argument("--policy", default="article")
    p.add_argument("--first", type=int, metavar="N", help="only the first N articles")
    p.add_argument("--rule", default="", help="only this rule or family")
    p.add_argument("--sample", type=int, metavar="N", help="show N removals (or changes) a rule")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--long", action="store_true", help=f"show removals of more than {LONG} words")
    p.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    p.add_argument("--save", type=Path, metavar="FILE", help="write all removals as JSON")
    p.add_argument(
        "--against", type=Path, metavar="FILE", help="compare with removals saved before"
    )
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    corpus = corpora.find(options.corpus)
    if corpus is None:
        sys.stderr.write("no corpus here: nothing audited (see tests/benchmarks/corpus.py)\n")
        return 2 if options.corpus else 0
    work = audited(corpus, Cleaner(policy=options.policy), options.first, options.jobs)
    everything = [cut for _, own in work for cut in own if _within(cut.rule, options.rule)]
    found: defaultdict[str, list[Cut]] = defaultdict(list)
    for cut in everything:
        found[cut.rule].append(cut)
    if options.save:
        options.save.write_text(json.dumps(everything, ensure_ascii=False), encoding="utf-8")
    if options.against:
        saved = [Cut(*row) for row in json.loads(options.against.read_text(encoding="utf-8"))]
        old = [cut for cut in saved if _within(cut.rule, options.rule)]
        print(*differences([*changes(old, everything)], options.sample, options.seed), sep="\n")
        return 0
    print(*table(found, len(work), sum(words for words, _ in work)), sep="\n")
    for rule in sorted(found):
        shown = sampled(found[rule], options.sample or 0, options.seed)
        if options.long:
            shown += [cut for cut in found[rule] if cut.words > LONG and cut not in shown]
        if shown:
            print("", *(line for cut in shown for line in cut.lines()), sep="\n")
    return 0


def _within(rule: str, family: str) -> bool:
    return not family or f"{rule}.".startswith(f"{family}.")


if __name__ == "__main__":
    sys.exit(main())

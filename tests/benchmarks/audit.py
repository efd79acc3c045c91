"""Every removal over the unlabelled articles, by rule: counts, shares, samples, differences.

    python tests/benchmarks/audit.py [CORPUS]                     # the table
    python tests/benchmarks/audit.py --samples 20 [--rule ID]     # removed text in its context
    python tests/benchmarks/audit.py --long                       # removals of more than 60 words
    python tests/benchmarks/audit.py --save new.json --diff old.json

Most of the articles are clean, so this is where harm shows. Samples are drawn with a fixed seed:
the same rules show the same samples.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import corpus as corpora
from corpus import Article
from vnnews_clean import Cleaner

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


def samples(own: Sequence[Cut], count: int, seed: int) -> list[Cut]:
    """`count` of the removals, drawn with `seed`, in the order of the corpus."""
    chosen = random.Random(seed).sample(range(len(own)), min(count, len(own)))
    return [own[index] for index in sorted(chosen)]


def differences(old: Sequence[Cut], new: Sequence[Cut]) -> Iterator[str]:
    """Removed lines that are kept now (``-``), and kept ones that are removed now (``+``)."""
    before, now = _by_line(old), _by_line(new)
    for sign, one, other in (("-", before, now), ("+", now, before)):
        fresh = [(place, cut) for place, cut in one.items() if place not in other]
        yield f"{sign} {len(fresh)} lines"
        for (article, line), cut in fresh:
            yield f"{sign} {article}  {cut.rule}  {_flat(cut.before)} ⟦{line}⟧ {_flat(cut.after)}"


def _by_line(found: Sequence[Cut]) -> dict[tuple[str, str], Cut]:
    return {
        (cut.article, line.strip()): cut
        for cut in found
        for line in cut.text.splitlines()
        if line.strip()
    }


def _flat(text: str) -> str:
    return text.replace("\n", " ⏎ ")


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("corpus", nargs="?", type=Path)
    p.add_argument("--policy", default="article")
    p.add_argument("--first", type=int, metavar="N", help="only the first N articles")
    p.add_argument("--rule", help="only this rule or family")
    p.add_argument("--samples", type=int, default=0, metavar="N", help="show N removals a rule")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--long", action="store_true", help=f"show removals of more than {LONG} words")
    p.add_argument("--save", type=Path, metavar="FILE", help="write all removals as JSON")
    p.add_argument("--diff", type=Path, metavar="FILE", help="compare with removals saved before")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    corpus = corpora.find(options.corpus)
    if corpus is None:
        sys.stderr.write("no corpus here: nothing audited (see tests/benchmarks/corpus.py)\n")
        return 2 if options.corpus else 0
    cleaner = Cleaner(policy=options.policy)
    found: defaultdict[str, list[Cut]] = defaultdict(list)
    articles = words = 0
    for article in islice(corpora.articles(corpus), options.first):
        articles += 1
        words += len(article.text.split())
        for cut in cuts(cleaner, article):
            if not options.rule or f"{cut.rule}.".startswith(f"{options.rule}."):
                found[cut.rule].append(cut)
    print("\n".join(table(found, articles, words)))
    for rule in sorted(found):
        shown = samples(found[rule], options.samples, options.seed)
        if options.long:
            shown += [cut for cut in found[rule] if cut.words > LONG and cut not in shown]
        if shown:
            print("", *(line for cut in shown for line in cut.lines()), sep="\n")
    everything = [cut for rule in sorted(found) for cut in found[rule]]
    if options.diff:
        old = [Cut(*row) for row in json.loads(options.diff.read_text(encoding="utf-8"))]
        print("", *differences(old, everything), sep="\n")
    if options.save:
        options.save.write_text(json.dumps(everything, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

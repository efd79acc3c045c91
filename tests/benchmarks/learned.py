"""What learning would cut: learnt from one half of each publisher's articles, used on the other.

    python tests/benchmarks/learned.py [CORPUS] [--at-least 3] [--accept 0.6] [--raw]

Prints every proposed phrase with its documents and confidence, and every cut in the other half with
what stands around it, to be read. With ``--raw`` the texts are not cleaned before: then there is
more to learn, and what the rules know is found a second time.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import corpus as corpora
from vnnews_clean import Cleaner, Kind
from vnnews_clean.learn.review import Finding, findings
from vnnews_clean.learn.sketch import Sketch
from vnnews_clean.learned import LearnedPhrase, Phrasebook, publisher_of

_AROUND = 50
Articles = Sequence[tuple[str, str]]
"""Publisher and text."""


def accepted(found: Sequence[Finding], confidence: float) -> Phrasebook:
    """The phrases that ``learn --accept`` would cut."""
    return Phrasebook(
        tuple(
            LearnedPhrase(f.publisher, f.repeat.phrase, Kind(f.verdict.kind), f.span, f.places)
            for f in found
            if f.proposed and f.verdict.confidence >= confidence
        )
    )


def halves(corpus: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Publisher and text of every other article, and of those between; all articles of a source
    are taken for one publisher's where none is named."""
    every = [(publisher_of(a.publisher or a.source), a.text) for a in corpora.articles(corpus)]
    return every[::2], every[1::2]


def sketch_of(articles: Articles, cleaner: Cleaner) -> Sketch:
    sketch = Sketch(cleaner)
    for publisher, text in articles:
        sketch.add(publisher, text)
    return sketch


def around(text: str, start: int, end: int) -> str:
    said = f"{text[max(0, start - _AROUND) : start]}⟦{text[start:end]}⟧{text[end : end + _AROUND]}"
    return said.replace("\n", "↵")


def report(corpus: Path, least: int, confidence: float, *, raw: bool) -> None:
    base = Cleaner(select=()) if raw else Cleaner()
    taught, other = halves(corpus)
    begun = time.perf_counter()
    sketch = sketch_of(taught, base)
    read = time.perf_counter()
    found = findings(sketch, least)
    mined = time.perf_counter()
    proposed = [f for f in found if f.proposed and f.verdict.confidence >= confidence]
    print(
        f"{len(taught)} articles read in {read - begun:.1f} s, mined in {mined - read:.1f} s: "
        f"{len(found)} repeated phrases, {len(proposed)} of them proposed"
    )
    for f in proposed:
        told = f"{f.repeat.documents:4} {f.verdict.confidence:.2f} {f.verdict.kind:9}"
        print(f"{told} {f.publisher}: {f.repeat.phrase}")
    cleaner = Cleaner(select=["learned"] if raw else None, learned=[accepted(found, confidence)])
    cuts = 0
    for publisher, text in other:
        result = cleaner.clean(text, publisher)
        for cut in result.removals:
            if "learned.phrase" in cut.rules:
                cuts += 1
                print(f"cut  {publisher}: {around(result.document.text, cut.start, cut.end)}")
    calls = [f for f in findings(sketch_of(other, base), least) if f.proposed]
    known = {(f.publisher, f.repeat.key) for f in proposed}
    all_, taught_ = (
        sum(f.repeat.documents for f in some)
        for some in (calls, [f for f in calls if (f.publisher, f.repeat.key) in known])
    )
    print(f"{cuts} cuts in {len(other)} other articles; {taught_} of {all_} repeated calls taught")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--at-least", type=int, default=3)
    parser.add_argument("--accept", type=float, default=0.6)
    parser.add_argument("--raw", action="store_true")
    options = parser.parse_args()
    corpus = corpora.find(options.corpus)
    if corpus is None:
        sys.stderr.write("no corpus here: nothing to learn from\n")
        return 2
    report(corpus, options.at_least, options.accept, raw=options.raw)
    return 0


if __name__ == "__main__":
    sys.exit(main())

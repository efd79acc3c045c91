"""What exactly went wrong in a document: lost and leaked words, and the rules that took them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from corpus import Gold
from scoring import Score, Tally, aligned
from vnnews_clean.result import Result

_WORD: Final = re.compile(r"\w+")


def failures(gold: Gold, result: Result, score: Score) -> Iterator[str]:
    """Lines for people: a head, then every segment that lost or leaked words, in page order.

    A capital verb (LOST, LEAKED) marks a segment that counts as one by the definition of
    `scoring`; under it stand the words concerned, gaps as ``…``, and for lost ones the rules.
    """
    trap = f"  [{gold.trap}]" if gold.trap else ""
    yield (
        f"== {gold.id} {gold.path.name}{trap}: {score.words_lost} lost, "
        f"{score.kept('B')} leaked, {len(score.invented)} invented"
    )
    takers = takers_of_segments(result, score)
    for tally, rules in zip(score.tallies, takers, strict=True):
        total = len(tally.words)
        if tally.label == "C" and tally.kept < total:
            verb = "LOST" if tally.lost else "lost"
            by = ", ".join(f"{rule} ×{n}" for rule, n in rules.most_common()) or "no removal"
            yield f"  {verb} {total - tally.kept}/{total} [{tally.segment.kind}] by {by}"
            yield f"      {extract(tally, survived=False)}"
        elif tally.label == "B" and tally.kept:
            verb = "LEAKED" if tally.leaked else "leaked"
            yield f"  {verb} {tally.kept}/{total} [{tally.segment.kind}]"
            yield f"      {extract(tally, survived=True)}"
    if score.invented:
        yield f"  invented: {' '.join(score.invented)}"


def extract(tally: Tally, *, survived: bool) -> str:
    """The text of the words that survived (or did not), as printed, with ``…`` for the others."""
    text = unicodedata.normalize("NFC", tally.segment.text)
    spans = [m.span() for m in _WORD.finditer(text)]
    if len(spans) != len(tally.words) or all(s == survived for s in tally.survived):
        return text
    runs = groupby(zip(spans, tally.survived, strict=True), key=lambda pair: pair[1])
    parts: list[str] = []
    for alive, run in runs:
        first, *rest = (span for span, _ in run)
        last = rest[-1] if rest else first
        parts.append(text[first[0] : last[1]] if alive == survived else "…")
    return " ".join(parts)


def takers_of_segments(result: Result, score: Score) -> list[Counter[str]]:
    """For every segment, the rules that removed its words, and how many words each."""
    text = result.document.text
    spans = [m.span() for m in _WORD.finditer(text)]
    seen = [unicodedata.normalize("NFC", text[s:e]).casefold() for s, e in spans]
    page = [word for tally in score.tallies for word in tally.words]
    labels = [tally.label for tally in score.tallies for _ in tally.words]
    place = dict(aligned(page, labels, seen))
    counters: list[Counter[str]] = []
    index = 0
    for tally in score.tallies:
        counter: Counter[str] = Counter()
        for position in range(index, index + len(tally.words)):
            if not tally.survived[position - index] and position in place:
                start, _ = spans[place[position]]
                counter.update(
                    " + ".join(r.rules) for r in result.removals if r.start <= start < r.end
                )
        counters.append(counter)
        index += len(tally.words)
    return counters

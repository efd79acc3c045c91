"""Whether the promises hold for inputs that nobody would write: seeded, for as long as is asked.

    python tests/benchmarks/fuzz.py [--seconds 60] [--seed 1] [--only text|html]
    python tests/benchmarks/fuzz.py --seed 1 --case 4711      # one input again, whole

Every input is cleaned by three policies, and what came out once more:

==============  ==================================================================================
raised          no input raises
overlapping     removals are sorted and disjoint, labels and removals lie in the text
uncovered       every character that is no space is kept or removed, once
not idempotent  what was cleaned comes out as it went in, with nothing removed (texts)
not restored    a text, or what a page shows, is given back exactly
not monotone    a milder policy never cuts more
==============  ==================================================================================

A fault is printed with the smallest input found that shows it. Exit code 1 if there is any.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import Final, NamedTuple, TypeVar

import corpus as corpora
from fuzz_inputs import a_page, a_text
from vnnews_clean import Cleaner
from vnnews_clean.result import Result

Data = TypeVar("Data", str, bytes)
POLICIES: Final = ("light", "article", "body")
CLEANERS: Final = {policy: Cleaner(policy=policy) for policy in POLICIES}
FAULTS: Final = (
    "raised",
    "overlapping",
    "uncovered",
    "not idempotent",
    "not restored",
    "not monotone",
)
SHRINKING: Final = 5.0
"""Seconds spent on making one faulty input smaller."""
SHOWN: Final = 600
"""Characters of a faulty input that are printed."""


class Case(NamedTuple):
    """An input, by the number that makes it again with the same seed."""

    number: int
    html: bool
    data: str | bytes


def case(seed: int, number: int, texts: Sequence[str], pages: Sequence[str], only: str) -> Case:
    """The input of this number: every third is a page, unless only one sort is asked for."""
    rng = Random(f"{seed} {number}")
    html = only == "html" or (not only and number % 3 == 2)
    return Case(number, html, a_page(rng, pages) if html else a_text(rng, texts))


def faults(data: str | bytes, *, html: bool) -> list[str]:
    """Every promise that the input breaks, as fault and policy."""
    try:
        return list(_faults(data, html=html))
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return [f"raised: {type(error).__name__}: {error}"]


def _faults(data: str | bytes, *, html: bool) -> Iterator[str]:
    gone: list[set[int]] = []
    for policy, cleaner in CLEANERS.items():
        result = cleaner.clean_html(data) if html else cleaner.clean(data)
        gone.append(_removed(result))
        if not _in_order(result):
            yield f"overlapping: {policy}"
        text = result.document.text
        kept = "".join(char for at, char in enumerate(text) if at not in gone[-1])
        if "".join(kept.split()) != "".join(result.text.split()):
            yield f"uncovered: {policy}"
        if result.restore() != (result.document.source if html else _decoded(result, data)):
            yield f"not restored: {policy}"
        if not html:
            again = cleaner.clean(result.text)
            if again.text != result.text or again.removals:
                yield f"not idempotent: {policy}"
    if not all(milder <= stricter for milder, stricter in pairwise(gone)):
        yield "not monotone"


def _decoded(result: Result, data: str | bytes) -> str:
    return data if isinstance(data, str) else result.document.source


def _removed(result: Result) -> set[int]:
    text = result.document.text
    return {at for r in result.removals for at in range(r.start, r.end) if not text[at].isspace()}


def _in_order(result: Result) -> bool:
    size = len(result.document.text)
    borders = [offset for r in result.removals for offset in (r.start, r.end)]
    return (
        borders == sorted(borders)
        and all(0 <= r.start < r.end <= size for r in result.removals)
        and all(0 <= label.start < label.end <= size for label in result.labels)
    )


def smaller(data: Data, fails: Callable[[Data], bool], seconds: float) -> Data:
    """The smallest input found in the time that still `fails`: pieces are left out, big ones first."""
    end = time.monotonic() + seconds
    size = len(data) // 2
    while size and time.monotonic() < end:
        at = 0
        while at < len(data) and time.monotonic() < end:
            shorter = data[:at] + data[at + size :]
            if fails(shorter):
                data = shorter
            else:
                at += size
        size //= 2
    return data


def known_inputs() -> tuple[list[str], list[str]]:
    """Dumps and pages of the corpus, if there is one."""
    corpus = corpora.find()
    if corpus is None:
        return [], []
    texts, pages = (
        [gold.source().decode("utf-8", "replace") for gold in corpora.load(corpus, name)]
        for name in ("dumps", "html")
    )
    lines = [
        gold.source().decode("utf-8", "replace")
        for name in ("lines", "md", "w3m", "joined")
        for gold in corpora.load(corpus, name)[:12]
    ]
    return [*texts, *lines], pages


def report(found: Sequence[tuple[Case, str]], seed: int, count: int) -> Iterator[str]:
    """The first `count` inputs of each sort of fault, made small, for people."""
    for sort in FAULTS:
        own: dict[int, Case] = {one.number: one for one, fault in found if _sort(fault) == sort}
        for number, one in list(own.items())[:count]:
            said = sorted({fault for other, fault in found if other.number == number})
            what = "page" if one.html else "text"
            yield f"{'; '.join(said)}: {what}, --seed {seed} --case {number}, small:"
            yield f"    {_small(one, sort)!r}"[:SHOWN]


def _small(one: Case, sort: str) -> str | bytes:
    def fails(data: str | bytes) -> bool:
        return any(_sort(fault) == sort for fault in faults(data, html=one.html))

    if isinstance(one.data, str):
        return smaller(one.data, fails, SHRINKING)
    return smaller(one.data, fails, SHRINKING)


def _sort(fault: str) -> str:
    return fault.partition(":")[0]


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("--seconds", type=float, default=60.0)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--only", choices=["text", "html"], default="")
    p.add_argument("--show", type=int, default=3, metavar="N", help="inputs of each sort of fault")
    p.add_argument("--own", action="store_true", help="no documents of the corpus")
    p.add_argument("--case", type=int, metavar="NUMBER", help="print one input and its faults")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    texts, pages = ([], []) if options.own else known_inputs()
    if options.case is not None:
        one = case(options.seed, options.case, texts, pages, options.only)
        print(repr(one.data), *faults(one.data, html=one.html), sep="\n")
        return 0
    end = time.monotonic() + options.seconds
    found: list[tuple[Case, str]] = []
    number = 0
    while time.monotonic() < end:
        one = case(options.seed, number, texts, pages, options.only)
        found += ((one, fault) for fault in faults(one.data, html=one.html))
        number += 1
    print(*report(found, options.seed, options.show), sep="\n")
    counts = Counter(_sort(fault) for _, fault in found)
    print(f"{number} inputs;", ", ".join(f"{counts[fault]} {fault}" for fault in FAULTS))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())

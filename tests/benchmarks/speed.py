"""How fast texts and pages are cleaned, beside other programs and other revisions, in one process.

    python tests/benchmarks/speed.py [CORPUS] [--only text|pages|long|growth] [--count 400]
    python tests/benchmarks/speed.py --against main~20     # and how that revision does

``text``    articles in lines, clean ones alone, seeds, tiny texts, dumps, made pages and every
            dialect: MB/s, and times as fast as ``ftfy.fix_text``, jusText on lines, the revision
``pages``   the corpus' pages: milliseconds a page, and how often the time of a bare
            ``LexborHTMLParser(html)``, of resiliparse, and of the revision
``long``    a text of ten megabytes with one strange letter in it: MB/s
``growth``  seconds for attacks of growing size; the last column is time(4n)/time(n), 4 if linear

What is compared runs in turn, and the best round of each counts (`race`): a ratio holds from
machine to machine, a figure in MB/s does not.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import ftfy
from selectolax.lexbor import LexborHTMLParser

import contestants
import corpus as corpora
from attacks import ATTACKS
from race import Runner, race
from revision import loaded
from vnnews_clean import Cleaner
from workloads import as_paragraphs, long_texts, megabytes, pages, texts

PARTS: Final = ("text", "pages", "long", "growth")
OURS, BEFORE = "vnnews_clean", "before"
SIZES: Final = (1, 2, 4, 8)
LARGEST: Final = 10.0
"""Million characters of the largest text: one line of 10 MB where an attack has no line breaks."""
LIMIT: Final = 6.0
"""time(4n)/time(n) that DESIGN allows."""

Before = ModuleType | None


def text_runners(before: Before, *, alone: bool) -> dict[str, Runner]:
    """What cleans texts, by name."""
    runners = {OURS: Runner(Cleaner().clean)}
    if before:
        runners[BEFORE] = Runner(_cleaner(before).clean)
    if not alone:
        runners["ftfy"] = Runner(ftfy.fix_text, yardstick=True)
        for name, extract in contestants.installed(
            "trafilatura", "resiliparse", "readability-lxml"
        ):
            runners[name] = Runner(_on_lines(extract), yardstick=True)
    return runners


def page_runners(before: Before, *, alone: bool) -> dict[str, Runner]:
    """What takes the article out of pages, by name; the bare parse is no more than the beginning."""
    runners = {
        "bare parse": Runner(LexborHTMLParser),
        OURS: Runner(Cleaner().clean_html),
        "without packs": Runner(Cleaner(sites=()).clean_html),
    }
    if before:
        runners[BEFORE] = Runner(_cleaner(before).clean_html)
    if not alone:
        for name, extract in contestants.installed():
            runners[name] = Runner(contestants.guarded(extract), yardstick=name != "resiliparse")
    return runners


def _cleaner(package: ModuleType) -> Any:
    """The default cleaner of another revision."""
    return package.Cleaner()


def _on_lines(extract: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: extract(as_paragraphs(text))


def text_table(
    work: Iterator[tuple[str, list[str]]], runners: Mapping[str, Runner], rounds: int
) -> Iterator[str]:
    """MB/s of ours by workload, and how many times as fast as each of the others it is."""
    others = [name for name in runners if name != OURS]
    yield f"{'texts':<10}{'MB':>7}{'MB/s':>9}{'µs a text':>11}" + "".join(
        f"{f'× {name}':>15}" for name in others
    )
    for name, inputs in work:
        if not inputs:
            continue
        best, size = race(runners, inputs, rounds), megabytes(inputs)
        ratios = "".join(f"{best[other] / best[OURS]:>15.2f}" for other in others)
        each = 1e6 * best[OURS] / len(inputs)
        yield f"{name:<10}{size:>7.2f}{size / best[OURS]:>9.1f}{each:>11.0f}{ratios}"
        if BEFORE in runners:
            yield from _different(inputs, runners, name)


def _different(inputs: Sequence[str], runners: Mapping[str, Runner], name: str) -> Iterator[str]:
    """A line if texts come out differently from how they did before."""
    now, then = (runners[which].function for which in (OURS, BEFORE))
    changed = sum(_text(now(given)) != _text(then(given)) for given in inputs)
    if changed:
        yield f"  {changed} of {len(inputs)} {name} come out differently"


def _text(result: Any) -> str:
    return str(result.text)


def page_table(inputs: Sequence[str], runners: Mapping[str, Runner], rounds: int) -> Iterator[str]:
    """Milliseconds a page, and the ratios to the bare parse, to resiliparse and to ours."""
    best = race(runners, inputs, rounds)
    yield f"{len(inputs)} pages, {megabytes(inputs):.2f} MB; {contestants.versions()}"
    yield f"{'program':<20}{'ms a page':>10}{'/ parse':>9}{'/ resiliparse':>15}{'/ ours':>8}"
    for name, seconds in best.items():
        resiliparse = best.get("resiliparse", float("nan"))
        yield (
            f"{name:<20}{1e3 * seconds / len(inputs):>10.2f}{seconds / best['bare parse']:>9.2f}"
            f"{seconds / resiliparse:>15.2f}{seconds / best[OURS]:>8.2f}"
        )
    if BEFORE in runners:
        yield from _different(inputs, runners, "pages")


def long_table(million: float, runners: Mapping[str, Runner]) -> Iterator[str]:
    """MB/s over one long text for every strange letter."""
    yield f"{'letter':<14}" + "".join(f"{name:>16}" for name in runners)
    for name, text in long_texts(million).items():
        size = megabytes([text])
        best = {who: _seconds(partial(own.function, text)) for who, own in runners.items()}
        yield f"{name:<14}" + "".join(f"{size / seconds:>11.1f} MB/s" for seconds in best.values())


def growth_table(largest: float) -> Iterator[str]:
    """Seconds for every attack at growing sizes, `largest` in millions, and how they grow."""
    cleaner = Cleaner()
    millions = [largest * size / SIZES[-1] for size in SIZES]
    yield f"{'attack':<34}" + "".join(f"{m:>8.2f} M" for m in millions) + "   4n/n"
    for name, attack in ATTACKS.items():
        inputs = [attack(round(m * 1e6)) for m in millions]
        times = [min(_seconds(partial(cleaner.clean, t)) for _ in range(2)) for t in inputs]
        factor = max(times[i + 2] / times[i] for i in range(len(times) - 2))
        mark = "  <- over the limit" if factor > LIMIT else ""
        yield f"{name:<34}" + "".join(f"{t:>8.3f} s" for t in times) + f"{factor:>7.1f}{mark}"


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("corpus", nargs="?", type=Path)
    p.add_argument("--only", choices=PARTS)
    p.add_argument("--sets", metavar="A,B", help="of text: only these")
    p.add_argument("--count", type=int, default=400, help="texts of a sort")
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--ours", action="store_true", help="without other programs")
    p.add_argument("--against", metavar="REVISION", help="beside this revision of the project")
    p.add_argument("--largest", type=float, default=LARGEST, help="million characters")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    corpus = corpora.find(options.corpus)
    if corpus is None:
        sys.stderr.write("no corpus here: only seeds, tiny and long texts and attacks are timed\n")
    with ExitStack() as stack:
        before = stack.enter_context(loaded(options.against)) if options.against else None
        for part in [options.only] if options.only else PARTS:
            for line in _table(part, corpus, before, options):
                print(line, flush=True)
            print()
    return 0


def _table(
    part: str, corpus: Path | None, before: Before, options: argparse.Namespace
) -> Iterator[str]:
    """The table of one part."""
    if part == "text":
        wanted = options.sets.split(",") if options.sets else None
        work = (w for w in texts(corpus, options.count) if wanted is None or w[0] in wanted)
        yield from text_table(work, text_runners(before, alone=options.ours), options.rounds)
    elif part == "pages" and (found := pages(corpus)):
        yield from page_table(found, page_runners(before, alone=options.ours), options.rounds)
    elif part == "long":
        yield from long_table(options.largest, text_runners(before, alone=True))
    elif part == "growth":
        yield from growth_table(options.largest)


if __name__ == "__main__":
    sys.exit(main())

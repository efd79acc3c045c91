"""How fast texts and pages are cleaned, beside other programs in the same run.

    python tests/benchmarks/speed.py [CORPUS] [--only text|growth|pages]

``text``    MB/s over the unlabelled articles and over the seeds, and the ratio to ``ftfy.fix_text``;
            ``in lines`` are the articles without those that have every character on its own line
``growth``  seconds for attacks of growing size; the last column is time(4n)/time(n), 4 if linear
``pages``   time over the corpus' pages, as a ratio to a bare ``LexborHTMLParser(html)``

A ratio holds from machine to machine; a figure in MB/s does not. Every time is the best of several.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

import ftfy
from selectolax.lexbor import LexborHTMLParser

import corpus as corpora
from attacks import ATTACKS
from vnnews_clean import Cleaner

SEEDS: Final = corpora.REPOSITORY / "tests" / "fixtures" / "seeds"
SIZES: Final = (1, 2, 4, 8)
LARGEST: Final = 10.0
"""Million characters of the largest attack: a line of 10 MB where the attack has no line breaks."""
EXPLODED: Final = 4
"""Characters a line on average, up to which a text counts as taken apart."""
LIMIT: Final = 6.0
"""time(4n)/time(n) that DESIGN allows."""


def best(work: Callable[[], object], rounds: int) -> float:
    """The shortest of `rounds` times in seconds."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def over(function: Callable[[str], object], texts: Iterable[str]) -> Callable[[], None]:
    """A piece of work: `function` for every text."""
    listed = list(texts)

    def work() -> None:
        for text in listed:
            function(text)

    return work


def text_lines(name: str, texts: Sequence[str]) -> Iterator[str]:
    """Speed over `texts`, and its ratio to ftfy."""
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    cleaner = Cleaner()
    ours = best(over(cleaner.clean, texts), 5)
    theirs = best(over(ftfy.fix_text, texts), 2)
    yield (
        f"{name:<10}{megabytes:8.2f} MB   vnnews_clean {megabytes / ours:7.1f} MB/s"
        f"   ftfy {megabytes / theirs:6.2f} MB/s   ratio {theirs / ours:5.1f}"
    )


def growth_lines(largest: float) -> Iterator[str]:
    """Seconds for every attack at growing sizes, `largest` in millions, and how they grow."""
    cleaner = Cleaner()
    megabytes = [largest * size / SIZES[-1] for size in SIZES]
    yield f"{'attack':<34}" + "".join(f"{m:>8.2f} M" for m in megabytes) + "   4n/n"
    for name, attack in ATTACKS.items():
        inputs = [attack(round(m * 1e6)) for m in megabytes]
        times = [best(partial(cleaner.clean, text), 2) for text in inputs]
        factor = max(times[i + 2] / times[i] for i in range(len(times) - 2))
        mark = "  <- over the limit" if factor > LIMIT else ""
        yield f"{name:<34}" + "".join(f"{t:>8.3f} s" for t in times) + f"{factor:>7.1f}{mark}"


def page_lines(pages: Sequence[str]) -> Iterator[str]:
    """Time over all pages for every program that is installed, and its ratio to a bare parse."""
    bare = best(over(LexborHTMLParser, pages), 7)
    yield f"{len(pages)} pages, {sum(len(p.encode()) for p in pages) / 1e6:.2f} MB"
    yield f"{'bare Lexbor parse':<28}{1e3 * bare:8.1f} ms"
    contestants: dict[str, Callable[[str], object]] = {
        "vnnews_clean": Cleaner().clean_html,
        "vnnews_clean, no packs": Cleaner(sites=()).clean_html,
        **dict(_others()),
    }
    for name, function in contestants.items():
        taken = best(over(function, pages), 5 if name.startswith("vnnews") else 2)
        yield f"{name:<28}{1e3 * taken:8.1f} ms   ratio {taken / bare:6.2f}"


def _others() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Other extractors, as far as they can be imported."""
    for name, module, make in (
        ("trafilatura", "trafilatura", lambda m: m.extract),
        ("resiliparse", "resiliparse.extract.html2text", _resiliparse),
        ("readability-lxml", "readability", lambda m: lambda page: m.Document(page).summary()),
        ("jusText", "justext", _justext),
    ):
        try:
            yield name, make(importlib.import_module(module))
        except ImportError:
            sys.stderr.write(f"{name} is not installed: left out\n")


def _resiliparse(module: object) -> Callable[[str], object]:
    extract = getattr(module, "extract_plain_text")  # noqa: B009 - the type is not known here
    return lambda page: extract(page, main_content=True)


def _justext(module: object) -> Callable[[str], object]:
    stoplist = getattr(module, "get_stoplist")("Vietnamese")  # noqa: B009
    justext = getattr(module, "justext")  # noqa: B009
    return lambda page: justext(page, stoplist)


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("corpus", nargs="?", type=Path)
    p.add_argument("--only", choices=["text", "growth", "pages"])
    p.add_argument("--first", type=int, metavar="N", help="only the first N articles")
    p.add_argument("--largest", type=float, default=LARGEST, help="million characters of attack")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    corpus = corpora.find(options.corpus)
    wanted = [options.only] if options.only else ["text", "growth", "pages"]
    if corpus is None:
        sys.stderr.write("no corpus here: only the seeds and the attacks are timed\n")
    if "text" in wanted:
        seeds = [p.read_text(encoding="utf-8") for p in sorted(SEEDS.glob("*.input.txt"))]
        print(*text_lines("seeds", seeds * 40), sep="\n")
        if corpus:
            articles = [a.text for a in islice(corpora.articles(corpus), options.first)]
            print(*text_lines("articles", articles), sep="\n")
            whole = [text for text in articles if text.count("\n") < len(text) / EXPLODED]
            print(*text_lines("in lines", whole), sep="\n")
    if "pages" in wanted and corpus:
        found = [gold.path.read_bytes() for gold in corpora.load(corpus, "html")]
        print(*page_lines([page.decode("utf-8", "replace") for page in found]), sep="\n")
    if "growth" in wanted:
        for line in growth_lines(options.largest):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

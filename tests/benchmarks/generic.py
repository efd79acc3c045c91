"""Any site, any language: the article-extraction-benchmark, by its own measure.

    python tests/benchmarks/generic.py [FOLDER] [--ours] [--worst N] [--check] [--update]

The benchmark (scrapinghub/article-extraction-benchmark, MIT) has 181 English pages and their
articles. Its measure: texts are bags of 4-grams of words; precision and recall are means over
pages of the bags' overlap (a page of which nothing came out has no precision), F1 is their harmonic
mean. No pack of a publisher helps here. The folder (``ground-truth.json``, ``html/*.html.gz``) is
``../shared/aeb`` unless another is given. A page is lost if nothing of it comes out, or less than
a fifth.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from contestants import Extract, guarded, installed, versions
from corpus import SHARED
from floors import Floors
from vnnews_clean import Cleaner, PolicyName

FOLDER: Final = SHARED / "aeb"
FLOORS: Final = Floors(Path(__file__).with_name("generic_floor.json"))
OURS: Final = "vnnews_clean"
OURS_BODY: Final = "vnnews_clean, body"
"""Without captions and bylines, as the benchmark's articles are."""
GRAM: Final = 4
LOST: Final = 0.2
"""Recall below which a page counts as lost."""
_WORD: Final = re.compile(r"\w+")


class Page(NamedTuple):
    """A page and its article."""

    id: str
    url: str
    html: bytes
    article: str


class Overlap(NamedTuple):
    """What two bags of 4-grams share, and what only one has, as shares of all."""

    both: float
    surplus: float
    missing: float

    @property
    def precision(self) -> float:
        found = self.both + self.surplus
        return self.both / found if found else float(not self.missing)

    @property
    def recall(self) -> float:
        wanted = self.both + self.missing
        return self.both / wanted if wanted else float(not self.surplus)

    @property
    def lost(self) -> bool:
        """Nothing came out, or next to nothing."""
        return self.recall < LOST


def load(folder: Path) -> Iterator[Page]:
    """The pages of the benchmark, in its order."""
    truth = json.loads((folder / "ground-truth.json").read_bytes())
    for name, row in truth.items():
        html = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name, row["url"], html, row.get("articleBody", ""))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The bag of 4-grams of a text; a text of fewer words is one gram."""
    words = _WORD.findall(text)
    grams = (tuple(words[i : i + GRAM]) for i in range(max(1, len(words) - GRAM + 1)))
    return Counter(gram for gram in grams if gram)


def overlap(article: str, output: str) -> Overlap:
    """How the bags of a page's article and of an output overlap."""
    wanted, found = shingles(article), shingles(output)
    both = (wanted & found).total()
    union = (wanted | found).total() or 1
    return Overlap(both / union, (found - wanted).total() / union, (wanted - found).total() / union)


def figures(overlaps: Sequence[Overlap]) -> dict[str, float]:
    """The benchmark's three figures, and how many pages are lost."""
    precision = statistics.mean([o.precision for o in overlaps if o.both + o.surplus] or [0.0])
    recall = statistics.mean([o.recall for o in overlaps if o.both + o.missing] or [0.0])
    both = precision + recall
    return {
        "f1": 2 * precision * recall / both if both else 0.0,
        "precision": precision,
        "recall": recall,
        "lost": sum(o.lost for o in overlaps),
    }


def table(found: Mapping[str, Sequence[Overlap]]) -> Iterator[str]:
    """The figures of every program, one a line, the best first."""
    yield f"{'program':<20}{'F1':>7}{'precision':>11}{'recall':>8}{'lost':>6}"
    every = {name: figures(own) for name, own in found.items()}
    for name, f in sorted(every.items(), key=lambda item: -item[1]["f1"]):
        yield f"{name:<20}{f['f1']:>7.4f}{f['precision']:>11.4f}{f['recall']:>8.4f}{f['lost']:>6}"


def contestants(*, alone: bool) -> dict[str, Callable[[Page], str]]:
    """Name → a page's article, ours first."""
    found: dict[str, Callable[[Page], str]] = {
        OURS: _cleaned("article"),
        OURS_BODY: _cleaned("body"),
    }
    for name, extract in () if alone else installed("jusText"):
        found[name] = _decoded(guarded(extract))
    return found


def _cleaned(policy: PolicyName) -> Callable[[Page], str]:
    cleaner = Cleaner(sites=(), policy=policy)
    return lambda page: cleaner.clean_html(page.html, url=page.url).text


def _decoded(extract: Extract) -> Callable[[Page], str]:
    return lambda page: extract(page.html.decode("utf-8", "replace"))


def worst(pages: Sequence[Page], own: Sequence[Overlap], count: int) -> Iterator[str]:
    """The lost pages, and the `count` with the least overlap besides."""
    ranked = sorted(zip(pages, own, strict=True), key=lambda pair: pair[1].both)
    lost = sum(o.lost for o in own)
    for page, o in ranked[: max(count, lost)]:
        mark = "LOST " if o.lost else ""
        yield f"  {mark}{page.id[:12]} P {o.precision:.3f} R {o.recall:.3f} {page.url}"


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("folder", nargs="?", type=Path)
    p.add_argument("--ours", action="store_true", help="without the other programs")
    p.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst pages")
    p.add_argument("--check", action="store_true", help="exit 1 below a floor")
    p.add_argument("--update", action="store_true", help="raise the floors")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    folder = options.folder or FOLDER
    if not folder.is_dir():
        sys.stderr.write("no article-extraction-benchmark here: nothing measured\n")
        return 2 if options.folder else 0
    pages = list(load(folder))
    found = {
        name: [overlap(page.article, extract(page)) for page in pages]
        for name, extract in contestants(alone=options.ours).items()
    }
    print(*table(found), *worst(pages, found[OURS], options.worst), sep="\n")
    if not options.ours:
        print(f"({versions()})")
    measured = {name: figures(own) for name, own in found.items() if name in (OURS, OURS_BODY)}
    if options.update:
        return FLOORS.update(folder, measured)
    return FLOORS.check(folder, measured) if options.check else 0


if __name__ == "__main__":
    sys.exit(main())

"""Harm without labels: lines that rules drop are planted into clean articles; what of those goes with them?

    python tests/benchmarks/planted.py [CORPUS]                  # the sums, by the rule that took too much
    python tests/benchmarks/planted.py --worst 20                # what was planted, and what was lost
    python tests/benchmarks/planted.py --only related            # examples of these rules or families

One to three lines that rules give as examples stand between two paragraphs of an article, or below it.
Nothing of the article may go because of them. Plants are drawn with a seed: the same code, the same harm.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import corpus as corpora
from vnnews_clean import Cleaner, Result
from vnnews_clean.rules import TABLE

LINES: Final = range(6, 26)
"""Lines of an article that is planted into."""
LONGEST: Final = 6_000
"""Characters of the longest one."""
PROSE: Final = 100
"""Characters from which on a line that is lost is a paragraph."""


class Plant(NamedTuple):
    """An article with lines that are not its own."""

    article: str
    lines: tuple[str, ...]
    at: int
    """Index of the line in front of which the others stand."""
    planted: tuple[str, ...]
    rules: tuple[str, ...]
    """The rules whose examples those are."""
    joint: str

    @property
    def text(self) -> str:
        return self.joint.join((*self.lines[: self.at], *self.planted, *self.lines[self.at :]))


class Harm(NamedTuple):
    """What a plant cost."""

    plant: Plant
    lost: tuple[str, ...]
    rules: tuple[str, ...]
    """The rules that took it."""

    def told(self) -> Iterator[str]:
        """The harm for people: what was planted where, then what went."""
        plant = self.plant
        yield f"{plant.article}, line {plant.at} of {len(plant.lines)}: {', '.join(plant.rules)}"
        yield from (f"    + {line}" for line in plant.planted)
        yield from (f"    - {line[:160]}  [{', '.join(self.rules)}]" for line in self.lost)


def examples(only: Sequence[str]) -> list[tuple[str, str]]:
    """(rule, line) for all that rules for texts say they drop."""
    return [
        (rule.id, line)
        for rule in TABLE
        if not rule.descriptive and rule.needs != "markup"
        if not only or any(rule.id == name or rule.id.startswith(f"{name}.") for name in only)
        for line in rule.drops
    ]


def clean_lines(cleaner: Cleaner, text: str) -> tuple[str, ...]:
    """The lines of an article of which nothing goes; none for one that is too short, long or dirty."""
    if len(text) > LONGEST:
        return ()
    lines = tuple(filter(None, map(str.strip, cleaner.clean(text).text.split("\n"))))
    result = cleaner.clean("\n".join(lines))
    return lines if len(lines) in LINES and not result.removals else ()


def plants(
    article: str,
    lines: tuple[str, ...],
    known: Sequence[tuple[str, str]],
    count: int,
    chance: random.Random,
) -> Iterator[Plant]:
    """`count` ways to plant something into `lines`."""
    for _ in range(count):
        picked = chance.sample(known, min(chance.randint(1, 3), len(known)))
        at = chance.choice((len(lines), chance.randrange(2, len(lines))))
        planted = tuple(line for _, said in picked for line in said.split("\n"))
        joint = chance.choice(("\n", "\n\n"))
        yield Plant(article, lines, at, planted, tuple(rule for rule, _ in picked), joint)


def harm(cleaner: Cleaner, plant: Plant) -> Harm:
    """What of the article went with the plant."""
    result = cleaner.clean(plant.text)
    left = Counter(map(str.strip, result.text.split("\n")))
    lost = []
    for line in plant.lines:
        if not left[line]:
            lost.append(line)
        left[line] -= 1
    return Harm(plant, tuple(lost), _takers(result, lost))


def _takers(result: Result, lost: Sequence[str]) -> tuple[str, ...]:
    """The rules that cut anything of the lines that are `lost`."""
    text = result.document.text
    cuts = ((text[cut.start : cut.end].strip(), cut.rules) for cut in result.removals)
    return tuple(
        sorted({rule for cut, rules in cuts for rule in rules if any(cut in line for line in lost)})
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Plant, count and show. Returns 0."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=250, help="articles that are planted into")
    parser.add_argument("--plants", type=int, default=40, help="plants for each of them")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N worst")
    parser.add_argument("--only", nargs="*", default=(), metavar="RULE")
    options = parser.parse_args(argv)
    corpus = corpora.find(options.corpus)
    if corpus is None:
        print("no corpus: nothing planted")
        return 0
    cleaner, chance, known = Cleaner(), random.Random(options.seed), examples(options.only)
    clean = (
        (article.id, lines)
        for article in corpora.articles(corpus)
        if (lines := clean_lines(cleaner, article.text))
    )
    done = [
        harm(cleaner, plant)
        for name, lines in islice(clean, options.articles)
        for plant in plants(name, lines, known, options.plants, chance)
    ]
    print(*report(done, options.worst), sep="\n")
    return 0


def report(done: Sequence[Harm], worst: int) -> Iterator[str]:
    """Sums, then rules, then the worst."""
    harmed = [each for each in done if each.lost]
    lines = [line for each in harmed for line in each.lost]
    prose = sum(len(line) >= PROSE for line in lines)
    yield f"{len(done)} plants, {len(harmed)} did harm: {len(lines)} lines lost, {prose} of them paragraphs"
    takers = Counter(" + ".join(each.rules) or "no rule alone" for each in harmed)
    yield from (f"{count:6}  {rules}" for rules, count in takers.most_common())
    harmed.sort(key=lambda each: -sum(map(len, each.lost)))
    for each in harmed[:worst]:
        yield ""
        yield from each.told()


if __name__ == "__main__":
    sys.exit(main())

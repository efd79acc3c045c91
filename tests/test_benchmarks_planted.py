"""Planting finds harm where there is some, and none where there is none."""

from __future__ import annotations

import random
from collections.abc import Iterator

import planted
from vnnews_clean import Cleaner, Document, Kind, rule

LINES = (
    "Bến chợ nổi họp lại",
    *(f"Sáng nay, ghe của nhà thứ {i} đã về tới bến với đầy khoang khóm và dưa." for i in range(6)),
)
KNOWN = [("follow.line", "Theo dõi Báo Sông Quê trên")]


def test_an_article_survives_what_is_planted_into_it() -> None:
    cleaner, chance = Cleaner(), random.Random(0)
    assert planted.clean_lines(cleaner, "\n".join(LINES)) == LINES
    found = [
        planted.harm(cleaner, plant) for plant in planted.plants("1", LINES, KNOWN, 20, chance)
    ]
    assert [each.lost for each in found] == [()] * 20
    assert {each.plant.text.count(KNOWN[0][1]) for each in found} == {1}


def test_a_rule_that_takes_the_next_line_along_is_found() -> None:
    @rule("mine.greedy", kind=Kind.FOLLOW)
    def greedy(document: Document) -> Iterator[tuple[int, int]]:
        """A call and, wrongly, the line below."""
        for above, below in zip(document.blocks, document.blocks[1:], strict=False):
            if document.key_of(above).startswith("theo dõi"):
                yield below.start, below.end

    plant = planted.Plant("1", LINES, 3, (KNOWN[0][1],), ("follow.line",), "\n")
    found = planted.harm(Cleaner(rules=[greedy]), plant)
    assert (found.lost, found.rules) == ((LINES[3],), ("mine.greedy",))
    assert next(planted.report([found], 0)) == (
        "1 plants, 1 did harm: 1 lines lost, 0 of them paragraphs"
    )
    assert f"    - {LINES[3]}  [mine.greedy]" in list(planted.report([found], 1))


def test_examples_are_those_of_the_rules_that_are_asked_for() -> None:
    assert {name for name, _ in planted.examples(["teaser"])} >= {"teaser.lottery"}
    assert {name.partition(".")[0] for name, _ in planted.examples(["teaser"])} == {"teaser"}
    assert {name for name, _ in planted.examples(["follow.line"])} == {"follow.line"}

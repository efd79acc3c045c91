"""Where an article ends, told by its signature or by the times of a live report."""

from __future__ import annotations

import pytest

from vnnews_clean.structure.bounds import top
from vnnews_clean.structure.own import live_report
from vnnews_clean.structure.reading import Reading


@pytest.mark.parametrize(
    ("sorts", "said", "begins"),
    [
        (["paragraph", "byline", "short"], ["", "", "bar"], 10),
        (["sentence", "byline"], ["", ""], 10),
        (["headline", "byline", "short"], ["", "", "bar"], 8),  # no running text
        (["paragraph", "short", "byline"], ["", "bar", ""], 9),  # no signature below it
        (["paragraph", "byline", "short"], ["comment", "", "bar"], 8),
        (["paragraph", "byline", "short"], ["", "bar", "bar"], 9),
        (["paragraph"], [""], 9),
    ],
)
def test_on_a_page_a_paragraph_above_a_signature_is_the_last(
    sorts: list[str], said: list[str], begins: int
) -> None:
    menu = [f"Mục {name}" for name in "abcdefgh"]
    count = len(menu) + len(sorts)
    reading = Reading(
        texts=[*menu, *sorts],
        sorts=["menu"] * len(menu) + sorts,
        said=["section"] * len(menu) + said,
        pairs=[frozenset()] * count,
        share=[0.0] * count,
        figures=[False] * count,
        core=(0, len(menu) - 1),
        title=-1,
    )
    assert top(reading, len(menu), count - 1) == begins


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        (["90'+2'", "Ghe số ba về đích.", "45'", "Ghe số năm chìm.", "3’", "Xuất phát."], range(6)),
        (["45'", "Ghe số năm chìm.", "3'", "Xuất phát."], range(0)),  # two minutes
        (["9'", "8'", "7'", "a", "17h55", "b", "12/05/2024 17:16", "c", "d"], range(8)),
        (["9'", "8'", "7'", *"abcdefg", "17h55", "h"], range(12)),
        (["9'", "8'", "7'", *"abcdefgh", "17h55", "h"], range(4)),  # too far away
        (["17h55", "17h56", "17h57"], range(0)),
        (["17h55", *"abcdefg", "9'", "8'", "7'", "h"], range(12)),
        (["17h55", *"abcdefgh", "9'", "8'", "7'", "i"], range(9, 13)),  # too far above
        (["12/05/2024 17:17", "a", "17h55", "b", "9'", "8'", "7'", "c"], range(8)),
    ],
)
def test_a_report_by_the_minute_is_the_articles(texts: list[str], lines: range) -> None:
    assert live_report(texts) == lines

"""Where an article ends, told by its signature or by the times of a live report."""

from __future__ import annotations

import pytest

from test_structure_anchors import reading_of
from vnnews_clean.structure.ends.bounds import kept, top
from vnnews_clean.structure.frame import is_page
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
    assert top(reading, len(menu), count - 1, page=is_page(reading)) == begins


@pytest.mark.parametrize(
    ("name", "sort", "said", "stays"),
    [
        ("Lý Thị Mẩy", "byline", ["", "tags"], True),
        ("Lý Thị Mẩy", "byline", ["", "header"], True),
        ("Lý Thị Mẩy", "byline", ["", "bar"], False),  # the card of an author
        ("Lý Thị Mẩy", "byline", ["", ""], False),  # of a comment
        ("Lý Thị Mẩy", "byline", ["comment", "comment"], False),
        ("PV", "menu", ["", "tags"], True),
        ("B.T.V", "menu", ["", "comment"], True),
        ("TTXVNN", "menu", ["", "tags"], False),  # six letters
        ("Góc", "menu", ["", "tags"], False),  # no capitals
    ],
)
def test_on_a_page_a_name_above_a_known_header_signs_the_article(
    name: str, sort: str, said: list[str], *, stays: bool
) -> None:
    texts = [*[f"Mục {letter}" for letter in "abcdefgh"], name, "Từ khóa"]
    reading = reading_of("m" * 10, "l" * 8, texts=texts)
    reading.sorts[8] = sort
    reading.said[8:] = said
    assert top(reading, 8, 9, page=True) == 8 + stays
    assert top(reading, 8, 8, page=True) == 8  # nothing below


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


@pytest.mark.parametrize(
    ("steps", "begins"),
    [
        (["Rửa thịt rồi cắt thành miếng vuông.", "Cho thịt vào nồi rồi đảo."], 4),  # six words
        (["Rửa thịt rồi cắt thành miếng vuông.", "Cho thịt vào nồi rồi."], 1),  # five words
        (["Rửa thịt rồi cắt thành miếng vuông.", "Cho thịt vào nồi rồi đảo!"], 1),
        (["Rửa thịt rồi cắt thành miếng vuông.", "Nồi"], 1),
    ],
)
def test_a_bar_above_sentences_is_no_end(steps: list[str], begins: int) -> None:
    """A rating stands above the steps of a recipe; the list below them is known by its header."""
    texts = ["Hết bài.", "4,8 từ 49 lượt chấm", *steps, "Tin khác", "Bến đò mở lại"]
    sorts = ["paragraph", "menu", "remark", "remark", "menu", "headline"]
    said = ["", "bar", "", "", "header", "box"]
    empty = [frozenset[tuple[str, str]]()] * 6
    reading = Reading(texts, sorts, said, empty, [0.0] * 6, [False] * 6, (0, 0), -1)
    assert top(reading, 1, 5, page=False) == begins
    reading.said[4:] = ["", ""]
    assert top(reading, 1, 5, page=False) == (6 if begins == 4 else 1)


@pytest.mark.parametrize(
    ("begins", "share", "stays"),
    [
        ("Z", 0.08, True),  # behind a list below the article
        ("Z", 0.079, False),
        ("M", 0.04, True),  # inside it
        ("M", 0.039, False),
        ("A", 0.1, False),  # above it
    ],
)
def test_text_behind_the_items_of_a_list_says_what_the_article_says(
    begins: str, share: float, stays: bool
) -> None:
    reading = reading_of("mhsdmhsdp", share=[*[0.0] * 8, share])
    assert (8 in kept(reading, begins, 0, 8, page=False)) is stays

"""The article's paragraph behind the items of a box: what the items look like, and what it must say."""

from __future__ import annotations

import pytest

from test_structure_anchors import SORTS, reading_of
from vnnews_clean.structure.ends.behind import behind_items
from vnnews_clean.structure.ends.inside import bare_text
from vnnews_clean.structure.reading import Reading

HEADLINE = "Đoàn Sáo Trúc về diễn ở bến"
CORE = "Hôm qua, đoàn Sáo Trúc dựng rạp ở bến Cồn Én, bà con Tân Mỹ kéo sang xem."


def behind(letters: str, share: float, texts: dict[int, str] | None = None, said: str = "") -> bool:
    """Whether the last line is the article's."""
    lines = [f"Dòng {number}" for number in range(len(letters))]
    for index, text in (texts or {}).items():
        lines[index] = text
    shares = [*[0.0] * (len(letters) - 1), share]
    reading = reading_of(letters, said, shares, lines)
    return len(letters) - 1 in set(behind_items(reading, 0, len(letters) - 1, 0.08))


@pytest.mark.parametrize(
    ("letters", "stays"),
    [
        ("mhsdmhsdp", True),  # a section, a headline, its summary, a date, twice
        ("hsdhsdp", True),
        ("mhsmhsp", True),
        ("hdshdsp", True),
        ("mhsdp", False),  # once
        ("mhsdmhdp", False),  # not alike
        ("mhsdmhdsp", False),
        ("shshp", False),  # it would be the next summary
        ("dhsdhdp", False),
        ("hhshhsp", False),  # two headlines are no item
    ],
)
def test_items_that_are_alike(letters: str, stays: bool) -> None:
    assert behind(letters, 0.08) is stays
    assert not behind(letters, 0.07)


@pytest.mark.parametrize(
    ("texts", "stays"),
    [
        ({1: "1. Giá lúa tăng trở lại", 2: "2. Hai xã có điện sau bão"}, True),
        ({1: "• Giá lúa tăng trở lại", 2: "• Hai xã có điện sau bão"}, True),
        ({1: "1. Giá lúa tăng trở lại", 2: "Hai xã có điện sau bão"}, False),
        ({}, False),
    ],
)
def test_two_items_with_bullets_have_no_summaries(texts: dict[int, str], stays: bool) -> None:
    assert behind("mhhp", 0.08, texts) is stays


TEXT = "Bến vắng dần, người xem đã về."


def test_a_paragraph_of_a_box_is_a_summary_whatever_a_rule_says() -> None:
    sorts = [SORTS["h"], SORTS["p"], SORTS["h"], SORTS["p"], SORTS["h"], SORTS["p"]]
    reading = reading_of("hhhhhp", share=[0.1, 0, 0, 0, 0, 0.1])
    reading.texts[5] = TEXT
    reading.said[:5] = ["box"] * 5
    assert 5 in set(behind_items(reading, 0, 5, 0.08))
    reading.sorts[:] = sorts
    assert 5 not in set(behind_items(reading, 0, 5, 0.08))


@pytest.mark.parametrize(
    ("letters", "share", "text", "stays"),
    [
        ("mhhp", 0.08, TEXT, True),
        ("mhhp", 0.07, TEXT, False),
        ("mhp", 0.08, TEXT, False),  # one headline
        ("hhp", 0.08, TEXT, False),  # no header
        ("mhhhp", 0.04, TEXT, True),  # three headlines
        ("mhhhp", 0.03, TEXT, False),
        ("mhh?", 0.08, TEXT, False),  # no paragraph
        ("mhhp", 0.08, "Bến vắng dần, người xem đã về 14/3/2016", False),  # a headline and its date
    ],
)
def test_items_without_summaries_have_none_at_their_end(
    letters: str, share: float, text: str, *, stays: bool
) -> None:
    last = len(letters) - 1
    reading = reading_of(letters.replace("?", "s"), share=[*[0.0] * last, share])
    reading.texts[last] = text
    assert (last in set(behind_items(reading, 0, last, 0.08))) is stays
    told = frozenset([("giá", "lúa")])
    for headline, is_small in ((last - 1, False), (last - 2, True)):  # the paragraph says it again
        again = reading._replace(pairs=[*reading.pairs], sorts=[*reading.sorts])
        again.pairs[headline] = again.pairs[last] = told
        if is_small:
            again.sorts[last - 1] = SORTS["m"]
        assert last not in set(behind_items(again, 0, last, 0.08))


@pytest.mark.parametrize(
    ("said", "share", "stays"), [("link", 0.04, True), ("link", 0.03, False), ("box", 0.3, False)]
)
def test_a_link_by_itself_has_no_summary(said: str, share: float, *, stays: bool) -> None:
    reading = reading_of("hp", share=[0.1, share], texts=["Xem thêm: Giá lúa tăng", TEXT])
    reading.said[0] = said
    assert (1 in set(behind_items(reading, 0, 1, 0.08))) is stays


@pytest.mark.parametrize(("size", "stays"), [(60, True), (61, False)])
def test_headlines_that_were_cut_off(size: int, stays: bool) -> None:
    cut = "Giá lúa " + "x" * (size - 9) + "…"
    assert behind("mcccp", 0.08, dict.fromkeys((1, 2, 3), cut)) is stays


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Rạp chật kín. Người ở Cồn Én, người Tân Mỹ đứng cả ra đường.", True),  # two names
        ("Rạp chật kín. Người ở Cồn Én, người xem đứng cả ra đường.", False),
        ("Rạp chật kín. Đêm ấy Sáo Trúc diễn hai lần.", True),  # the headline's
        ("Rạp chật kín, đêm ấy Sáo Trúc diễn hai lần.", False),  # one sentence
        ("Rạp chật kín. Sáo Trúc diễn hai lần.", False),  # what begins a sentence is no name
        ("Rạp chật kín. Người ở Cồn, người Sáo đứng cả ra đường.", True),  # three letters each
        ("Rạp chật kín. Người ở Én, người Mỹ đứng cả ra đường.", False),  # two
    ],
)
def test_names_tell_of_what_a_paragraph_speaks(text: str, stays: bool) -> None:
    letters = "hp" + "mhsdmhsd" + "p"
    texts = [HEADLINE, CORE, *[f"Dòng {i}" for i in range(8)], text]
    sorts = [SORTS[letter] for letter in letters]
    pairs = [frozenset[tuple[str, str]]()] * 11
    reading = Reading(texts, sorts, [""] * 11, pairs, [0.0] * 11, [], (1, 1), 0)
    assert (10 in set(behind_items(reading, 2, 10, 0.08))) is stays


@pytest.mark.parametrize(("said", "stays"), [("......b", True), ("......x", False)])
def test_text_behind_such_text_and_a_bar(said: str, stays: bool) -> None:
    reading = reading_of("mhhhhpmp", said, [0, 0, 0, 0, 0, 0.1, 0, 0])
    assert (7 in set(behind_items(reading, 0, 7, 0.08))) is stays


def test_text_behind_a_picture_of_a_box_is_told_by_the_box() -> None:
    reading = reading_of("mhhhmp", share=0.08)
    assert 5 not in set(behind_items(reading, 0, 5, 0.08))
    reading.sorts[4] = "caption"
    assert 5 in set(behind_items(reading, 0, 5, 0.08))


@pytest.mark.parametrize(("second", "lines"), [("copy", [0, 2]), ("", [0, 1, 2]), ("box", [0])])
def test_text_behind_a_picture_stays(second: str, lines: list[int]) -> None:
    reading = reading_of("mmp")
    reading.sorts[:2] = ["caption", "caption"]
    reading.said[1] = second
    assert list(bare_text(reading, 0, 2)) == lines


@pytest.mark.parametrize(
    ("sort", "share", "text", "stays"),
    [
        ("long", 0.05, "Một đoạn", True),  # too long for a summary
        ("long", 0.049, "Một đoạn", False),
        ("paragraph", 0.2, "Bến vắng dần. Người xem đã về.", True),  # several sentences
        ("paragraph", 0.19, "Bến vắng dần. Người xem đã về.", False),
        ("paragraph", 0.25, "Bến vắng dần, người xem đã về.", True),  # one
        ("paragraph", 0.24, "Bến vắng dần, người xem đã về.", False),
    ],
)
def test_no_summary_of_the_headline_above(sort: str, share: float, text: str, stays: bool) -> None:
    reading = reading_of("mhp", share=[0, 0, share], texts=["Bên lề", "Giá lúa tăng trở lại", text])
    reading.sorts[2] = sort
    assert (2 in set(behind_items(reading, 0, 2, 0.08))) is stays


def test_a_headline_that_is_the_articles_or_retold_may_have_a_summary() -> None:
    text = ["Bên lề", "Giá lúa tăng trở lại", "Bến vắng dần. Người xem đã về."]
    known = reading_of("mhp", share=[0, 0.1, 0.3], texts=text)
    assert not set(behind_items(known, 0, 2, 0.08))
    told = reading_of("mhp", share=[0, 0, 0.3], texts=text)
    told.pairs[1:] = [frozenset([("giá", "lúa"), ("tăng", "lúa")]), frozenset([("giá", "lúa")])]
    assert not set(behind_items(told, 0, 2, 0.08))
    signed = reading_of("mhp", share=[0, 0, 0.3], texts=text)
    signed.sorts[1:] = ["byline", "long"]
    assert not set(behind_items(signed, 0, 2, 0.08))


@pytest.mark.parametrize(("button", "stays"), [("Nam - hôm kia Thích | 7", False), ("Nam", True)])
def test_a_comment_with_its_button_above_is_not_the_text(button: str, stays: bool) -> None:
    reading = reading_of("mmp", share=[0, 0, 0.3], texts=["Ý kiến", button, "Một đoạn rất dài"])
    reading.sorts[2] = "long"
    assert (2 in set(behind_items(reading, 0, 2, 0.08))) is stays

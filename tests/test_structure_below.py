"""What stands below an article and beside its lists: summaries, feet, broken lines, rows of names."""

from __future__ import annotations

import pytest

from test_structure_stacked import ARTICLE, STORIES, SUMMARIES, kept
from test_structure_staying import FOOT, MENU
from vnnews_clean import clean
from vnnews_clean.structure.ends.inside import bare_text, last_words
from vnnews_clean.structure.ends.returning import returning
from vnnews_clean.structure.ends.staying import begin_below
from vnnews_clean.structure.reading import Reading
from vnnews_clean.structure.sorts import goes_on


def reading_of(sorts: str, texts: list[str], share: float = 0.0, said: str = "") -> Reading:
    """Lines of these sorts below one paragraph; where `said` has an x, a bar is said of the line."""
    row = ["paragraph", *sorts.split()]
    told = ["bar" if "x" in f" {said}"[i : i + 1] else "" for i in range(len(row))]
    shares = [0.5, *[share] * (len(row) - 1)]
    return Reading(
        ["Hết bài.", *texts], row, told, [frozenset()] * len(row), shares, [], (0, 0), -1
    )


@pytest.mark.parametrize(
    ("sorts", "share", "back"),
    [
        ("headline paragraph headline paragraph paragraph", 0.11, set()),
        ("headline paragraph headline paragraph paragraph", 0.12, {4, 5}),
        ("menu paragraph headline paragraph paragraph", 0.0, {4, 5}),
        ("headline paragraph menu paragraph paragraph", 0.0, {2, 3, 4, 5}),
    ],
)
def test_the_last_summary_of_a_list_and_its_foot_do_not_return(
    sorts: str, share: float, back: set[int]
) -> None:
    reading = reading_of(sorts, ["Một dòng của danh sách"] * 5, share)
    assert returning(reading, 1, 5) == back


@pytest.mark.parametrize(
    ("last", "share", "stays"),
    [
        ("Thư bạn đọc xin gửi về hopthu@baosongque.example.", 0.0, False),
        ("Thư bạn đọc xin gửi về tòa soạn, đề rõ họ tên.", 0.0, True),
        ("Thư bạn đọc xin gửi về hopthu@baosongque.example.", 0.01, True),
    ],
)
def test_a_last_line_that_says_whom_to_write_to_is_no_last_word(
    last: str, share: float, stays: bool
) -> None:
    reading = reading_of("headline sentence", ["Chuyện khác", last], share)
    assert (2 in last_words(reading, 1, 2)) is stays


def test_an_address_above_the_end_is_the_articles() -> None:
    texts = ["Chuyện khác", "Gửi về hopthu@baosongque.example.", "Hết."]
    assert 2 in last_words(reading_of("headline sentence sentence", texts), 1, 3)


@pytest.mark.parametrize(
    ("sorts", "said", "lines"),
    [
        ("menu remark paragraph", "x", [2, 3]),
        ("menu remark remark", "x", []),
        ("remark paragraph menu", "", []),
        ("menu remark paragraph", "x x", []),
    ],
)
def test_a_short_sentence_behind_a_bar_stays_with_its_paragraph(
    sorts: str, said: str, lines: list[int]
) -> None:
    assert list(bare_text(reading_of(sorts, ["Một dòng"] * 3, said=said), 1, 3)) == lines


@pytest.mark.parametrize(
    ("above", "text", "on"),
    [
        ("Bà con ra bến từ lúc trời sáng,", "còn chủ đò thì vẫn ngủ", True),
        ("Bà con ra bến từ lúc trời tối", "còn chủ đò thì vẫn ngủ", False),
        ("Bà con ra bến từ lúc trời sáng.", "còn chủ đò thì vẫn ngủ", False),
        ("Bà con ra bến từ lúc trời sáng,", "Còn chủ đò thì vẫn ngủ", False),
    ],
)
def test_a_line_goes_on_where_thirty_characters_were_broken_off(
    above: str, text: str, on: bool
) -> None:
    assert goes_on(above, text) is on


def test_text_below_goes_on_in_a_broken_line() -> None:
    texts = ["Ông Bảy đã ra bến từ lúc trời chưa sáng", "mà vẫn không gặp được chuyến nào"]
    assert begin_below(reading_of("headline headline", texts), 1, 2) == 1
    reading = reading_of("paragraph headline", texts)
    assert begin_below(reading, 1, 2) == 3


@pytest.mark.parametrize(
    ("header", "goes"),
    [
        ("CHUYỆN LÀNG KHÁC", True),
        ("Lá thư khác:", True),
        ("Những chuyện vui mới khác:", True),
        ("Những chuyện vui vừa mới khác:", False),
        ("Khác:", False),
        ("Chuyện Làng Quê", False),
    ],
)
def test_a_header_speaks_of_others_in_five_words_at_most(header: str, goes: bool) -> None:
    assert (kept(header, *STORIES) == []) is goes


NAMES = "Đầu trang - Tâm tình - Truyện ngắn - Thơ mới - Gửi bài - Hỏi đáp"
TITLE = "Xóm bãi trúng vụ khoai môn đầu tiên sau lũ"


@pytest.mark.parametrize(
    ("row", "goes"),
    [
        (NAMES, True),
        (NAMES.removesuffix(" - Hỏi đáp"), False),
        ("Tâm tình | Truyện ngắn | Thơ mới | Gửi bài", True),
        ("Tâm tình | Truyện ngắn | Thơ mới", False),
    ],
)
def test_a_row_of_six_names_above_the_headline_goes(row: str, goes: bool) -> None:
    text = clean("\n".join((row, TITLE, *ARTICLE)))
    assert text.split("\n") == [*([] if goes else [row]), TITLE, *ARTICLE]


def test_such_a_row_below_the_headline_stays() -> None:
    route = "Bãi bồi - Cồn én - Gò sậy - Rạch chanh - Vàm láng - Bến đò"
    text = "\n".join((TITLE, route, *ARTICLE))
    assert clean(text) == text


def test_a_list_of_summaries_goes_with_the_foot_of_its_page() -> None:
    items = [part for pair in zip(STORIES, SUMMARIES, strict=False) for part in pair]
    foot = "Trang do nhóm Bến Nước phụ trách, thư từ đề nghị viết rõ họ tên và nơi ở hiện nay của người gửi."
    page = [*MENU, TITLE, *ARTICLE, *items, foot, *FOOT]
    assert clean("\n".join(page)).split("\n") == [TITLE, *ARTICLE]


@pytest.mark.parametrize(
    ("sorts", "said", "share", "back"),
    [
        ("headline menu paragraph menu", "---x", 0.08, {3}),
        ("headline menu paragraph menu", "---x", 0.07, set()),
        ("menu headline paragraph menu", "---x", 0.08, set()),
        ("headline menu paragraph menu", "-x-x", 0.08, set()),
        ("headline menu paragraph paragraph", "----x", 0.08, {2, 3, 4}),
    ],
)
def test_the_last_paragraph_above_all_that_is_told_returns(
    sorts: str, said: str, share: float, back: set[int]
) -> None:
    """A box of a few lines that nobody knows stood in front of it; below a headline it is a summary."""
    reading = reading_of(sorts, ["Một dòng"] * 4, share, said)
    assert returning(reading, 1, 4) == back


def test_prices_below_such_a_paragraph_return_with_it() -> None:
    texts = ["Một dòng", "Một dòng", "Hết.", "Vé xe: 22.000 đồng", "Vé đò: 12.000 đồng", "Chia sẻ"]
    reading = reading_of("headline menu paragraph short short menu", texts, 0.08, "------x")
    assert returning(reading, 1, 6) == {3, 4, 5}


ITEM = {
    "a name below": "{headline}\n{summary}\nLê Thu Nga",
    "a section above, a name below": "Bến nước\n{headline}\n{summary}\nLê Thu Nga",
    "a section and a time above": "Bến nước\n3 giờ trước\n{headline}\n{summary}",
    "a section and a date, no summary": "{headline}\nBến nước\n12/03/2031",
}


def listed(form: str, count: int) -> list[str]:
    pairs = list(zip(STORIES, SUMMARIES, strict=False))[:count]
    items = [form.format(headline=headline, summary=summary) for headline, summary in pairs]
    return "\n".join(items).split("\n")


@pytest.mark.parametrize("form", ITEM)
def test_three_items_with_a_name_or_a_date_go(form: str) -> None:
    assert kept(*listed(ITEM[form], 3)) == []
    assert kept(*listed(ITEM[form], 2)) != []


def test_a_header_and_a_foot_of_such_a_list_go_with_it() -> None:
    items = listed(ITEM["a section above, a name below"], 3)
    assert kept("Chuyện quanh ta", *items) == []
    assert kept(*items, "Bến Nước ra mỗi thứ tư") == []


def test_items_without_a_name_or_a_date_are_headings_with_their_text() -> None:
    items = listed("Bến nước\n{headline}\n{summary}", 3)
    assert kept(*items) == items


def test_items_about_the_article_stay() -> None:
    own = [
        part
        for text in ARTICLE
        for part in (text[:60].rsplit(" ", 1)[0], f"Thế là {text}", "Lê Thu Nga")
    ]
    assert kept(*own) == own


@pytest.mark.parametrize(
    ("said", "again", "stays"), [("box", 1, False), ("box", 0, True), ("", 1, True)]
)
def test_the_summary_of_a_known_headline_is_no_last_word(
    said: str, again: int, stays: bool
) -> None:
    """One of four pairs of the headline's words said again."""
    pairs = [("chợ", "nổi"), ("sông", "hậu"), ("mùa", "nước"), ("đông", "nghẹt")]
    texts = ["Hết bài.", "Chợ nổi sông Hậu mùa nước đông nghẹt", "Khách tới từ sáng."]
    retold = frozenset([*pairs[:again], ("khách", "tới")])
    reading = Reading(
        texts,
        ["paragraph", "headline", "sentence"],
        ["", said, ""],
        [frozenset(), frozenset(pairs), retold],
        [0.5, 0.0, 0.2],
        [],
        (0, 0),
        -1,
    )
    assert (2 in last_words(reading, 1, 2)) is stays

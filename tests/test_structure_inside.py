"""What stays of a run: the last words of an article, and where its headlines and summaries alternate."""

from __future__ import annotations

import pytest

from grown import grown
from test_structure import BODY, TITLE
from vnnews_clean import Cleaner
from vnnews_clean.structure.ends.inside import answer, between_boxes, captions, last_words, unended
from vnnews_clean.structure.lists.listing import closing_list
from vnnews_clean.structure.reading import Reading, retells


@pytest.mark.parametrize(
    ("sorts", "said", "share", "lines"),
    [
        # below keywords, all from the first running text on
        ("menu short paragraph short", "tags", "0 0 0 0", {2, 3}),
        ("menu short paragraph short", "bar", "0 0 0 0", {2}),
        ("menu short paragraph short", "tags bar", "0 0 0 0", {2}),
        # summaries that alternate with headlines, and one that does not
        ("headline paragraph headline paragraph", "", "0 1 0 1", set()),
        ("headline paragraph short paragraph", "", "0 1 0 1", {1, 3}),
        ("headline paragraph headline short", "", "0 0 0 0", {1}),
        # all at the end, and the name of a bulletin's section above
        ("headline short paragraph paragraph", "", "0 0 0 0", {2, 3}),
        ("headline short paragraph paragraph", "- section", "0 0 0 0", {1, 2, 3}),
        ("headline short paragraph paragraph", "- bar", "0 0 0 0", {2, 3}),
        # elsewhere, what shares words
        ("paragraph short paragraph short", "", ".12 0 .11 0", {0}),
        ("paragraph short paragraph short", "bar", ".12 0 .12 0", {2}),
    ],
)
def test_the_last_words_of_an_article(sorts: str, said: str, share: str, lines: set[int]) -> None:
    words = [word.strip("-") for word in said.split()]
    known = [*words, *[""] * (5 - len(words))][:4]
    reading = Reading(
        ["Một dòng"] * 5,
        ["headline", *sorts.split()],
        ["", *known],
        [],
        [0.0, *map(float, share.split())],
        [],
        (0, 0),
        -1,
    )
    assert last_words(reading, 1, 4) == {line + 1 for line in lines}


@pytest.mark.parametrize(
    ("sorts", "said", "share", "stays"),
    [
        ("headline cut headline cut headline paragraph", "", 0.11, False),
        ("headline cut headline cut headline paragraph", "", 0.12, True),  # about the article
        ("headline short headline cut headline paragraph", "", 0.11, True),  # one summary
        ("headline cut headline cut short paragraph", "", 0.11, True),  # below no headline
        ("headline paragraph headline paragraph headline paragraph", "- box - box", 0.11, False),
        ("headline paragraph headline paragraph headline paragraph", "- box - bar", 0.11, True),
        ("headline cut short cut headline paragraph", "", 0.11, True),
        ("headline headline cut headline cut headline headline paragraph", "", 0.11, False),
        ("headline cut headline cut short short headline paragraph", "", 0.11, True),  # far away
    ],
)
def test_one_summary_more_than_a_rule_knows_is_no_last_word(
    sorts: str, said: str, share: float, *, stays: bool
) -> None:
    words, last = [word.strip("-") for word in said.split()], len(sorts.split())
    reading = Reading(
        ["Một dòng"] * (last + 1),
        ["headline", *sorts.split()],
        ["", *words, *[""] * (last - len(words))],
        [frozenset[tuple[str, str]]()] * (last + 1),
        [*[0.0] * last, share],
        [],
        (0, 0),
        -1,
    )
    assert (last in last_words(reading, 1, last)) is stays


@pytest.mark.parametrize(
    ("below", "stays"),
    [("headline cut headline cut", False), ("menu headline cut headline cut", True)],
)
def test_nor_is_one_above_such_items(below: str, *, stays: bool) -> None:
    """With a header between, it stands above a box."""
    sorts = ["headline", "headline", "paragraph", *below.split()]
    size = len(sorts)
    pairs = [frozenset[tuple[str, str]]()] * size
    reading = Reading(["Một dòng"] * size, sorts, [""] * size, pairs, [0.0] * size, [], (0, 0), -1)
    assert (2 in last_words(reading, 1, size - 1)) is stays


@pytest.mark.parametrize(
    ("sort", "size", "share", "above", "kept"),
    [
        ("cut", 100, 0.2, "khác", True),
        ("label", 100, 0.2, "khác", True),
        ("cut", 99, 0.2, "khác", False),
        ("cut", 100, 0.19, "khác", False),
        ("open", 100, 0.2, "khác", False),
        ("cut", 100, 0.2, "ghe", False),  # it says the headline above again
    ],
)
def test_a_paragraph_without_an_end_in_the_words_of_the_article_is_its_own(
    sort: str, size: int, share: float, above: str, kept: bool
) -> None:
    pairs = [frozenset({("a", above)}), frozenset({("a", "ghe"), ("b", "c")})]
    texts = ["Một dòng", grown(size, end="...")]
    reading = Reading(texts, ["headline", sort], ["", ""], pairs, [0.0, share], [], (0, 0), -1)
    assert list(unended(reading, 1, 1, page=False)) == [1] * kept
    assert list(unended(reading, 1, 1, page=True)) == [1] * (kept and sort == "label")


def test_a_button_above_the_last_paragraph_takes_none_of_it_along() -> None:
    told = "chợ nổi họp từ ba giờ sáng bán khóm dưa và hoa cho ghe của bà con khắp các kênh rạch"
    text = [
        f"Người già kể {told} từ hồi chưa có cầu.",
        *BODY,
        "Lưu bài viết",
        f"Ngoài ra, {told}, cá linh…",
    ]
    assert Cleaner().clean("\n".join(text)).text.split("\n") == [*text[:-2], text[-1]]


DATED = [
    "Mẻ cá linh đầu mùa khiến chợ nổi Long Xuyên đông nghẹt",
    "05/11/2026",
    "Đàn vịt chạy đồng gặp lũ dạt sang tận xóm Bàu Sen",
    "06/11/2026",
    "Lò rèn cuối xóm Đình đỏ lửa suốt đêm rằm tháng chạp",
    "07/11/2026",
]


@pytest.mark.parametrize(("repeated", "listed"), [(4, True), (5, False)])
def test_a_dated_list_shares_few_words_with_the_text_above(repeated: int, listed: bool) -> None:
    """Of its 39 pairs of words so many."""
    told = " ".join(DATED[0].split()[: repeated + 1])
    text = "\n".join([TITLE, *BODY, f"Ai cũng bảo {told}.", *DATED])
    document = Cleaner().read(text)
    assert (closing_list(document.lines, [""] * len(document.blocks)) is not None) == listed


def test_of_a_shorter_dated_list_fewer_words() -> None:
    """Of its 35 pairs four, a share between those of the two above."""
    short = [*DATED[:2], " ".join(DATED[2].split()[:10]), DATED[3], " ".join(DATED[4].split()[:10]), DATED[5]]  # fmt: skip
    told = " ".join(DATED[0].split()[:5])
    document = Cleaner().read("\n".join([TITLE, *BODY, f"Ai cũng bảo {told}.", *short]))
    assert closing_list(document.lines, [""] * len(document.blocks))


def lines_of(sorts: str, said: str, texts: list[str] | None = None, share: float = 0.0) -> Reading:
    """A document of lines of these sorts; ``-`` for what nothing is said of, all about nothing alike."""
    names = sorts.split()
    size = len(names)
    words = [word.strip("-") for word in said.split()]
    pairs = [frozenset([("a", str(index))]) for index in range(size)]
    return Reading(
        texts or ["Một dòng"] * size, names, words, pairs, [share] * size, [], (0, 0), -1
    )


@pytest.mark.parametrize(
    ("sorts", "said", "own"),
    [
        ("headline sentence long menu", "box box - header", [2]),
        ("headline stamp paragraph menu", "box box - header", [2]),
        ("headline sentence paragraph menu", "list list - tags", [2]),
        ("headline sentence paragraph credit", "box box - -", [2]),
        ("headline sentence paragraph menu", "box box - footer", []),  # a page's foot
        ("headline sentence paragraph menu", "box box - -", []),
        ("headline headline paragraph menu", "box box - header", []),  # its summary
        ("headline sentence sentence menu", "box box - header", []),
        ("headline sentence paragraph menu", "box - - header", []),  # of no known box
        ("headline sentence paragraph menu", "box box bar header", []),
    ],
)
def test_text_between_two_boxes_is_the_articles(sorts: str, said: str, own: list[int]) -> None:
    assert list(between_boxes(lines_of(sorts, said), 0, 3)) == own
    assert not list(between_boxes(lines_of(sorts, said), 0, 1))


def test_text_that_ends_a_document_stands_between_no_boxes() -> None:
    assert not list(between_boxes(lines_of("headline sentence long", "box box -"), 0, 2))


@pytest.mark.parametrize(
    ("caption", "said", "own"),
    [
        ("Đò ngang lúc sáng sớm. (Ảnh: Thu Hà)", "box - - -", [1, 2]),
        ("Đò ngang lúc sáng sớm. (Nguồn: Báo Bến)", "box - - -", [1, 2]),
        ("Đò ngang lúc sáng sớm (video)", "box - - -", []),
        ("Đò ngang lúc sáng sớm (video)", "copy - - -", [1]),
        ("Đò ngang lúc sáng sớm. Ảnh: Thu Hà", "box - - -", []),
        ("Đò ngang lúc sáng sớm. (Ảnh: Thu Hà)", "box box - -", []),
        ("Đò ngang lúc sáng sớm. (Ảnh: Thu Hà)", "box - bar -", [1]),
    ],
)
def test_a_picture_with_its_credit_ends_a_box(caption: str, said: str, own: list[int]) -> None:
    texts = ["Một dòng", caption, "Một dòng", "Một dòng"]
    reading = lines_of("headline caption cut headline", said, texts)
    assert list(captions(reading, 0, 3)) == own


@pytest.mark.parametrize(
    ("share", "sorts", "own"),
    [
        (0.039, "headline sentence headline paragraph", set()),
        (0.04, "headline sentence headline paragraph", {3}),
        (0.03, "headline stamp headline paragraph", {3}),
        (0.03, "sentence sentence headline paragraph", {3}),
    ],
)
def test_the_second_of_two_summaries(share: float, sorts: str, own: set[int]) -> None:
    """Behind a known headline and what is said below it."""
    reading = lines_of(sorts, "box box - -", share=share)
    assert last_words(reading, 2, 3) == own


@pytest.mark.parametrize(("again", "own"), [("Một dòng", set()), ("Hai dòng", {2})])
def test_the_summary_of_a_headline_that_is_printed_twice(again: str, own: set[int]) -> None:
    texts = ["Một dòng", again, "Ba dòng"]
    reading = lines_of("headline headline paragraph", "- copy -", texts, share=0.2)
    told = reading._replace(pairs=[frozenset([("a", "b")])] * 3)
    assert last_words(told, 0, 2) == own


@pytest.mark.parametrize(("size", "own"), [(110, set()), (111, {4})])
def test_a_sentence_at_the_foot_of_a_list(size: int, own: set[int]) -> None:
    texts = [*["Một dòng"] * 4, grown(size)]
    sorts = ["paragraph", "menu", "menu", "menu", "paragraph"]
    said = ["", "", "", "list", ""]
    reading = Reading(texts, sorts, said, [frozenset()] * 5, [0.0] * 5, [], (0, 0), -1)
    assert last_words(reading, 1, 4) == own


@pytest.mark.parametrize(("told", "listed"), [(4, True), (3, False)])
def test_four_of_five_paragraphs_below_keywords_are_summaries(told: int, listed: bool) -> None:
    """Three of four are not enough: the article goes on below its keywords."""
    sorts = ["headline", "menu", *["headline", "paragraph"] * told, "paragraph"]
    size = len(sorts)
    said = ["", "tags", *[""] * (size - 2)]
    texts = ["Một dòng"] * size
    reading = Reading(texts, sorts, said, [], [0.0] * size, [], (0, 0), -1)
    assert last_words(reading, 1, size - 1) == (set() if listed else set(range(3, size)))


@pytest.mark.parametrize(("pairs", "told", "retold"), [(4, 1, True), (13, 3, False), (0, 0, False)])
def test_a_summary_says_a_quarter_of_its_headlines_pairs_again(
    pairs: int, told: int, retold: bool
) -> None:
    headline = [("lò", str(n)) for n in range(pairs)]
    said = [frozenset(headline), frozenset(headline[:told])]
    sorts = ["headline", "sentence"]
    reading = Reading(["Một dòng"] * 2, sorts, ["", ""], said, [0.0] * 2, [], (0, 0), -1)
    assert retells(reading, 1) is retold


@pytest.mark.parametrize(
    ("asks", "said", "below", "stays"),
    [
        ("Công ty nợ lương thì tôi có được nghỉ?", "comment", "paragraph", [1, 2]),
        ("Công ty nợ lương đã ba tháng.", "comment", "paragraph", []),
        ("Công ty nợ lương thì tôi có được nghỉ?", "bar", "paragraph", []),
        ("Công ty nợ lương thì tôi có được nghỉ?", "comment", "remark", []),
    ],
)
def test_the_head_of_an_answer_that_a_button_says_too(
    asks: str, said: str, below: str, stays: list[int]
) -> None:
    texts = [asks, "Trả lời", "Luật cho phép nghỉ.", "Chuyện khác"]
    sorts = ["paragraph", "menu", below, "headline"]
    reading = Reading(texts, sorts, ["", said, "", ""], [], [0.0] * 4, [], (0, 0), -1)
    assert list(answer(reading, 1, 3)) == stays
    assert not list(answer(reading, 1, 1))

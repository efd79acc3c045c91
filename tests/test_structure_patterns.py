"""Lists that their pattern tells wherever they stand, and the text that goes on behind them."""

from __future__ import annotations

from typing import Final

import pytest

from test_structure import BODY, TITLE
from test_structure_anchors import SORTS, reading_of
from vnnews_clean import Cleaner, Kind, Label
from vnnews_clean.structure.anchors import are_others, is_list, lists_others, stands_apart
from vnnews_clean.structure.decide import outside
from vnnews_clean.structure.ends.behind import behind_items
from vnnews_clean.structure.ends.bounds import top
from vnnews_clean.structure.ends.inside import captions, last_words
from vnnews_clean.structure.lists.listing import lists
from vnnews_clean.structure.lists.stacked import doubled_stacks
from vnnews_clean.structure.reading import read
from vnnews_clean.structure.sorts import MENU

ITEMS: Final = (
    ("Xưởng nón Phú Mỹ nhận đơn hàng đầu tiên từ nước ngoài", "Hơn bốn nghìn chiếc sẽ rời cảng tuần tới."),
    ("Đội bóng nữ vùng cao lần đầu vào chung kết giải trẻ", "Các em tập trên sân đất từ năm giờ sáng."),
    ("Thư viện lưu động ghé ba ngôi trường cuối cùng của huyện", "Xe chở sáu trăm cuốn qua hai con suối."),
    ("Giá cà phê nhân tại vườn giảm tuần thứ ba liên tiếp", "Thương lái chờ vụ mới mới mua thêm."),
)  # fmt: skip
HEADER: Final = "Góc nhà bên"


def doubled(count: int, *, summed: bool = True) -> list[str]:
    """So many items, each headline printed twice, a summary below or none."""
    return [
        line
        for headline, summary in ITEMS[:count]
        for line in ((headline, headline, summary) if summed else (headline, headline))
    ]


def cut(*lines: str) -> list[str]:
    """The lines that go."""
    left = Cleaner().clean("\n".join(lines)).text.split("\n")
    for line in left:
        assert line in lines
    rest = list(lines)
    for line in left:
        rest.remove(line)
    return rest


@pytest.mark.parametrize("summed", [True, False])
@pytest.mark.parametrize("at", [1, 2, len(BODY)])
def test_headlines_printed_twice_are_a_list_wherever_they_stand(at: int, summed: bool) -> None:
    """Behind the lede, in the middle, at the end; the header is one that no lexicon has."""
    box = [HEADER, *doubled(3, summed=summed)]
    assert sorted(cut(TITLE, *BODY[:at], *box, *BODY[at:])) == sorted(box)


@pytest.mark.parametrize(("count", "found"), [(3, 1), (2, 0)])
def test_three_headlines_printed_twice_are_a_list(count: int, found: int) -> None:
    document = Cleaner().read("\n".join([TITLE, *BODY[:2], *doubled(count), *BODY[2:]]))
    assert len(list(doubled_stacks(document.lines))) == found


@pytest.mark.parametrize(("texts", "found"), [(0, 1), (1, 1), (2, 0)])
def test_at_most_one_summary_stands_between_them(texts: int, found: int) -> None:
    told = [
        "Chuyện ấy ai cũng kể lại.",
        "Người ta còn nhắc tới mùa sau.",
        "Rồi mưa xuống, bến vắng.",
    ]
    box = [
        line
        for index, (headline, summary) in enumerate(ITEMS[:3])
        for line in (headline, headline, *(summary, told[index])[:texts])
    ]
    document = Cleaner().read("\n".join([TITLE, *BODY, *box]))
    assert len(list(doubled_stacks(document.lines))) == found


def test_captions_printed_twice_stay_where_they_speak_of_the_article() -> None:
    captions = [" ".join(line.split()[:11]) for line in BODY[:3]]
    text = [line for caption in captions for line in (caption, caption)]
    document = Cleaner().read("\n".join([TITLE, *BODY, *text]))
    assert list(doubled_stacks(document.lines)) == []


def test_a_list_above_a_header_that_rules_know() -> None:
    retold = [line for h, s in ITEMS for line in (h, f"{h}, bà con kể lại chuyện ấy. {s}")]
    lines = [TITLE, *BODY, HEADER, *retold, "TIN LIÊN QUAN", "Một cây cầu mới sắp hợp long"]
    document = Cleaner().read("\n".join(lines))
    said = [""] * len(lines)
    said[lines.index("TIN LIÊN QUAN")] = "header"
    found = lists(document.lines, said)
    assert [(lines[one.first], lines[one.last]) for one in found] == [(HEADER, retold[-1])]


@pytest.mark.parametrize(
    ("letters", "share", "behind"),
    [
        ("hshsp", 0.08, {4}),
        ("hshsp", 0.07, set()),  # of something else
        ("hshspp", 0.2, {4, 5}),  # and what goes on from it
        ("hshsphs", 0.2, {4}),  # up to the next headline
        ("hsp", 0.2, set()),  # one item is no pattern
        ("hsphsp", 0.2, set()),  # its items have two lines of text
        ("hshsc", 0.2, set()),  # cut: a summary
        ("hhhhp", 0.08, {4}),  # behind a header and three bare headlines
        ("hhhhp", 0.07, set()),
        ("hdhdp", 0.04, {4}),  # behind two with a date each
        ("hdhdp", 0.03, set()),
        ("hhdp", 0.2, set()),
        ("hhhp", 0.24, set()),  # more would be no summary
    ],
)
def test_text_where_the_next_headline_would_stand(
    letters: str, share: float, behind: set[int]
) -> None:
    shares = [share if SORTS[letter] == "paragraph" else 0.0 for letter in letters]
    reading = reading_of(letters, share=shares)
    assert set(behind_items(reading, 0, len(letters) - 1, 0.08)) == behind


def test_an_address_is_not_the_text_that_goes_on() -> None:
    texts = ["Tầng 12, 36 đường Bến Cũ, điện thoại 0900 000 000"] * 5
    assert set(behind_items(reading_of("hhhhp", share=0.2, texts=texts), 0, 4, 0.08)) == set()


def test_comments_are_not_the_text_that_goes_on() -> None:
    reading = reading_of("hsmhsp", share=0.2)
    reading.said[2] = "comment"
    assert set(behind_items(reading, 0, 5, 0.0)) == set()


@pytest.mark.parametrize(("items", "stays"), [(3, False), (2, True)])
def test_three_headlines_with_summaries_below_keywords_are_a_list(items: int, stays: bool) -> None:
    reading = reading_of("mm" + "hs" * items, said="")
    reading.said[0] = "tags"
    assert bool(last_words(reading, 0, 1 + 2 * items)) is stays


@pytest.mark.parametrize(("texts", "stays"), [(1, False), (2, True)])
def test_some_text_among_them_stands_below_no_headline(texts: int, stays: bool) -> None:
    """One of five lines of text, or two of six."""
    reading = reading_of("mm" + "hs" * 4 + "ms" * texts)
    reading.said[0] = "tags"
    assert bool(last_words(reading, 0, 9 + 2 * texts)) is stays


@pytest.mark.parametrize(("teasers", "gone"), [(2, True), (1, False)])
def test_teasers_of_daily_subjects_that_agree_wake_the_chain(teasers: int, gone: bool) -> None:
    """Seven words alone are no headline that does."""
    items = [part for head, told in ITEMS for part in (" ".join(head.split()[:7]), told)]
    document = Cleaner().read("\n".join([TITLE, *BODY, *items]))
    guesses = [
        Label(block.start, block.end, Kind.RELATED, "teaser.weather", 0.6)
        for block in document.blocks[5 : 5 + 2 * teasers : 2]
    ]
    assert bool(list(outside(document, guesses))) is gone


@pytest.mark.parametrize(
    ("letters", "path", "share", "apart"),
    [
        ("mhhhhhh", "ZZZZZZZ", 0.11, True),
        ("mhhhhhh", "ZZZZZZZ", 0.12, False),  # about the article
        ("mhhhhh", "ZZZZZZ", 0.0, False),  # five items
        ("hshs", "ISIS", 0.24, True),
        ("hshs", "ISIS", 0.25, False),
        ("hshshs", "AAAAAA", 0.0, False),  # above the article
    ],
)
def test_what_stands_apart_by_its_pattern(
    letters: str, path: str, share: float, apart: bool
) -> None:
    reading = reading_of(letters, share=share)
    assert stands_apart(reading, path, 0, len(path) - 1, page=False) is apart


def test_a_picture_of_the_article_below_a_box_says_nothing_of_the_box() -> None:
    reading = reading_of("hshsm", share=0.0)
    reading.said[4] = "copy"
    assert stands_apart(reading, "ISISM", 0, 4, page=False)


def test_broken_paragraphs_are_no_long_list() -> None:
    texts = [f"{word} con xóm bãi ra bến từ sớm để chờ" for word in ("bà", "Ông", "lúa", "Anh", "đò", "Em")]  # fmt: skip
    whole = [text.capitalize() for text in texts]
    for lines, apart in ((whole, True), (texts, False)):
        reading = reading_of("mhhhhhh", texts=["Góc chợ", *lines])
        assert stands_apart(reading, "ZZZZZZZ", 0, 6, page=False) is apart


def test_items_with_the_slug_of_the_headline_in_front() -> None:
    slug = "lang gom hoi sinh sau muoi nam im ang"
    items = [f"{slug} Ba thế hệ giữ lửa lò nung", f"{slug} 40 nghệ nhân nhận danh hiệu"]
    lines = ["Làng gốm hồi sinh sau mười năm im ắng", BODY[0], *items, BODY[1], f"{slug} và ven sông"]  # fmt: skip
    assert sorted(cut(*lines)) == sorted(items)


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("- Bến có từ thời ông nội tôi, mỗi ngày ba mươi chuyến, mùa nước nổi thì gấp đôi, tôi nhớ cả.", 1),
        ("Bến có từ thời ông nội tôi, mỗi ngày ba mươi chuyến, mùa nước nổi thì gấp đôi, tôi nhớ cả.", 0),
    ],
)  # fmt: skip
def test_a_question_with_its_answer_is_no_item_of_a_box(answer: str, asked: int) -> None:
    question = "Thưa ông, bến Vĩnh Hải có từ bao giờ và mỗi ngày bao nhiêu chuyến?"
    box = ["TIN LIÊN QUAN", *(headline for headline, _ in ITEMS)]
    gone = cut(TITLE, *BODY[:2], *box, question, answer, *BODY[2:])
    assert sorted(gone) == sorted([*box, question][: len(box) + 1 - asked])


WORDY: Final = "Tám từ một dòng mới đủ dài thôi"


@pytest.mark.parametrize(
    ("letters", "share", "texts", "others"),
    [
        ("mhhhh", 0.12, [WORDY], True),  # a header, and four headlines about something else
        ("mhhhh", 0.13, [WORDY], False),
        ("mhhh", 0.01, [WORDY], False),  # three
        ("mhhh", 0.0, [WORDY], True),  # without a word of the article's
        ("mhh", 0.0, [WORDY], False),
        ("mhhh", 0.0, [f"• {WORDY}"], True),  # with a bullet each
        ("mhh", 0.0, [f"• {WORDY}"], False),
        ("mhhhhs", 0.0, [WORDY], False),  # text among them
        ("mhhhh", 0.0, ["Bảy từ một dòng hơi bị ngắn"], False),
    ],
)
def test_headlines_in_the_middle_each_about_something_else(
    letters: str, share: float, texts: list[str], others: bool
) -> None:
    lines = [texts[0] if letter == "h" else HEADER for letter in letters]
    reading = reading_of(letters, share=share, texts=lines)
    assert are_others(reading, 0, len(letters) - 1) is others


def test_headlines_in_the_middle_with_a_date_each() -> None:
    lines = [HEADER, *[line for _ in range(3) for line in (WORDY, "05/11/2026 13:45")]]
    reading = reading_of("mhdhdhd", texts=lines)
    reading.pairs[:] = [frozenset((("lần", "đầu"),)) for _ in lines]
    assert are_others(reading, 0, 6)
    assert not are_others(reading, 0, 4)


@pytest.mark.parametrize(("alike", "others"), [(1, True), (2, False)])
def test_headlines_that_say_the_same_are_a_list_of_the_articles(alike: int, others: bool) -> None:
    """Two of the twenty pairs of four lines are said twice, or four of them: a tenth is what may be."""
    reading = reading_of("hhhh", texts=[WORDY] * 4)
    for line in range(4):
        reading.pairs[line] = frozenset((f"{line}", f"{number}") for number in range(5))
    twice = frozenset(("bến", f"{number}") for number in range(alike))
    for line in range(2):
        reading.pairs[line] = frozenset([*twice, *sorted(reading.pairs[line])[alike:]])
    assert are_others(reading, 0, 3) is others


@pytest.mark.parametrize(
    ("letters", "below", "first"),
    [
        ("mhh", False, 0),  # the header of a box that nobody knows
        ("mhh", True, 1),  # below the article, it may be a signature
        ("hhh", False, 1),  # a headline is no header
    ],
)
def test_the_header_above_an_item_that_rules_know(letters: str, below: bool, first: int) -> None:
    reading = reading_of(letters)
    reading.said[1:] = ["box", "box"]
    assert top(reading, 0, 2, below=below, page=False) == first


def test_a_caption_below_a_copy_of_the_headline_is_the_articles() -> None:
    reading = reading_of("mhmm")
    reading.sorts[2:] = ["headline", "caption"]
    reading.said[:3] = ["header", "box", "copy"]
    assert [*captions(reading, 0, 3)] == [3]
    reading.said[2] = "box"
    assert [*captions(reading, 0, 3)] == []


def test_a_headline_of_names_is_no_menu_where_it_has_copies() -> None:
    names = "Sách sử Nhật khiến Đông Bắc Á căng thẳng"
    document = Cleaner().read("\n".join([names, names, *BODY]))
    for word, sort in (("", MENU), ("copy", "headline")):
        assert read(document, ["", word, *[""] * len(BODY)]).sorts[0] == sort


@pytest.mark.parametrize(
    ("odd", "listed"), [(3, True), (4, False)], ids=["three of eight", "four of eight"]
)
@pytest.mark.parametrize("text", ["Điểm 2: đường Bến Cũ, 026 3822 007", "21h30: Bến Cũ - Bến Lở"])
def test_addresses_and_rows_above_a_known_box_are_the_articles(
    text: str, odd: int, listed: bool
) -> None:
    reading = reading_of("mhhhhhhh", texts=["Góc chợ", *[text] * odd, *[WORDY] * (7 - odd)])
    assert is_list(reading, 0, 7)
    assert lists_others(reading, 0, 7) is listed

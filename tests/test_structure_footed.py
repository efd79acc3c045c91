"""Lists with summaries above a page's foot or below a header that speaks of others, with near misses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grown import grown
from test_structure_reading import reading_of
from test_structure_stacked import ARTICLE, STORIES, kept
from vnnews_clean import Cleaner
from vnnews_clean.structure.ends.inside import answers
from vnnews_clean.structure.lists.footed import headed_from, is_headed, speaks_of_others
from vnnews_clean.structure.lists.listing import closing_list

SILENT = (
    "Phòng đọc sáng đèn đến chín giờ và có nước uống miễn phí cho tất cả mọi người.",
    "Thuyền viên được kiểm tra sức khỏe, hàng hóa đang bốc dỡ từ lúc mờ sáng.",
    "Người hâm mộ xếp hàng suốt đêm, nhiều bạn mang cả chiếu với chăn mỏng.",
    "Thợ làm ca kíp liền hai tuần, xe máy tạm đi vòng bằng đò ngang phía dưới.",
    "Mỗi mẻ sấy hết năm giờ đồng hồ, hương vị giữ được gần như lúc mới hái.",
)
"""Summaries that say nothing of their headlines again."""
FOOT = "Tờ Đồng Bãi ra ngày rằm hằng tháng, bạn đọc gần xa góp bài và góp giấy."


def items(count: int) -> list[str]:
    return [line for pair in zip(STORIES, SILENT, strict=True) for line in pair][: 2 * count]


@pytest.mark.parametrize(
    ("header", "speaks"),
    [
        ("Những câu chuyện khác", True),
        ("Chuyện khác trong phường", True),
        ("Từ những bến sông xa khác", True),
        ("Từ những bến sông xa xôi khác", False),
        ("Các giải pháp khác:", False),
        ("Hai cách hiểu khác nhau", False),
        ("Khác", False),
        ("Tôi đã đến nơi khác.", False),
        ("- Những câu chuyện khác", False),
    ],
)
def test_a_header_that_speaks_of_others_has_six_words_at_most(header: str, speaks: bool) -> None:
    (line,) = Cleaner().read(header).lines
    assert speaks_of_others(line) is speaks


def test_items_below_such_a_header_go_with_the_foot() -> None:
    assert kept("Từ những bến khác", *items(3), FOOT) == []


def test_items_below_another_header_stay_where_they_retell_nothing() -> None:
    assert kept("Dưới gốc đa đầu xóm", *items(3), FOOT) == ["Dưới gốc đa đầu xóm", *items(3), FOOT]


def test_headlines_with_names_below_such_a_header_go() -> None:
    names = [line for head in STORIES[:3] for line in (head, "Hoàng Lam")]
    assert kept("Những cột khác", *names) == []
    assert kept("Những cột khác", *names[:4]) == ["Những cột khác", *names[:4]]


def test_headings_about_the_article_stay_below_such_a_header() -> None:
    own = [
        "Đắp lại đoạn bờ bao bị nước cuốn trước mùa lũ năm sau",
        "Ông Bảy Hiền tính thuê máy xúc, mỗi nhà góp hai ngày công.",
        "Trồng thêm đậu phộng xen giữa các luống khoai ngoài bãi",
        "Đất khỏi bạc màu, thương lái cân ngay tại ruộng cũng dễ.",
        "Gửi giống khoai môn đầu tiên cho bà con xóm trên",
        "Đất phù sa sau lũ bên ấy còn tốt hơn bên này.",
    ]
    assert kept("Các giải pháp khác", *own) == ["Các giải pháp khác", *own]


@pytest.mark.parametrize(("words", "goes"), [(3, True), (0, False)])
def test_below_any_header_items_retell_a_little(words: int, goes: bool) -> None:
    """Three words are two pairs of the ten or so that a headline has; four such items of five are enough."""
    told = [
        line
        for head, summary in zip(STORIES, SILENT, strict=True)
        for line in (
            head,
            f"{' '.join(head.split()[: words or 1])}: {summary[0].lower()}{summary[1:]}",
        )
    ]
    below = ["Dưới gốc đa đầu xóm", *told, FOOT]
    assert (kept(*below) == []) is goes


@pytest.mark.parametrize(("above", "stays"), [("- Từ bờ bao.", [3, 4]), ("Từ bờ bao.", [])])
def test_a_question_behind_a_box_stays_with_its_answer(above: str, stays: list[int]) -> None:
    sorts = ["asks", "paragraph", "headline", "asks", "paragraph"]
    texts = ["Bắt đầu từ đâu?", above, "Chuyện nhà khác", "Rồi sao nữa?", "- Rồi trồng khoai."]
    reading = reading_of(sorts, texts=texts, core=(0, 1))
    assert list(answers(reading, 2, 4)) == stays


def unheard() -> Iterator[str]:
    """Words that no text has, each once."""
    return (f"x{one}{two}{three}" for one in "bcdghk" for two in "lmnpqrst" for three in "aeiou")


@pytest.mark.parametrize(("words", "listed"), [(26, True), (27, False)])
def test_below_any_header_a_summary_says_an_eighth_of_its_headline_again(
    words: int, listed: bool
) -> None:
    """Three pairs of words, of 25 or of 26."""
    word, items = unheard(), list[str]()
    for _ in range(4):
        head = [next(word) for _ in range(words)]
        items.append(" ".join(head).capitalize())
        items.append(
            f"{' '.join(head[:4])} {' '.join(next(word) for _ in range(20))}.".capitalize()
        )
    text = "\n".join([*ARTICLE, "Dưới gốc đa đầu xóm", *items])
    document = Cleaner(dialect="plain").read(text)
    found = closing_list(document.lines, [""] * len(document.blocks))
    assert (found is not None) is listed


@pytest.mark.parametrize(("last", "apart"), [(14, True), (13, False)])
def test_a_list_below_a_header_shares_few_words_with_the_text_above(last: int, apart: bool) -> None:
    """Three pairs of words, of fifty in all or of forty-nine."""
    word = unheard()
    counts = (13, 14, 13, last)
    items = [" ".join(next(word) for _ in range(count)).capitalize() for count in counts]
    above = f"{grown(120, end='')}, {' '.join(items[0].split()[:4])}."
    text = "\n".join([above, "Những câu chuyện khác", *items])
    assert is_headed(Cleaner(dialect="plain").read(text).lines, 2, 6) is apart


@pytest.mark.parametrize(("shared", "listed"), [(3, True), (4, False)])
def test_text_of_the_articles_between_headlines_is_none_of_theirs(
    shared: int, listed: bool
) -> None:
    """Three pairs of 25, or four, that the text above has."""
    word = unheard()
    head = [" ".join(next(word) for _ in range(9)).capitalize() for _ in range(4)]
    own = [next(word) for _ in range(shared + 1)]
    above = f"{' '.join(next(word) for _ in range(30))} {' '.join(own)}.".capitalize()
    text = f"{' '.join([*own, *(next(word) for _ in range(25 - shared))])}.".capitalize()
    lines = [above, "Những câu chuyện khác", *head[:2], text, *head[2:]]
    document = Cleaner(dialect="plain").read("\n".join(lines))
    assert (headed_from(document.lines) == 1) is listed

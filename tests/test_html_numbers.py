"""The numbers of the rules for markup: each with a page just inside and one just outside."""

from __future__ import annotations

import pytest

from grown import grown, worded
from vnnews_clean import Cleaner

HEADLINE = "Thư viện huyện tặng nghìn cuốn truyện tranh cho học sinh"
FIRST = "Thư viện huyện vừa tặng một nghìn cuốn truyện tranh cho học sinh trong tuần đầu năm."
REST = "".join(f"<p>{grown(150, f'Chuyến thứ {n}')}</p>" for n in range(3))
MORE = "".join(f"<p>{grown(150, f'Lần thứ {n}')}</p>" for n in range(3))
LINK = "<p><a href='/1'>Chợ nổi họp sớm đón khách phương xa</a></p>"


def labelled(
    rule: str, *, front: str = "", inside: str = "", above: str = "", below: str = ""
) -> str:
    """What a rule labels of a page with an article in the middle, as text; with kinds if several."""
    body = f"<article><h1>{HEADLINE}</h1>{front}<p>{FIRST}</p>{REST}{inside}{MORE}</article>"
    page = f"<title>{HEADLINE}</title>{above}{body}{below}"
    result = Cleaner(sites=()).clean_html(page)
    found = [x for x in result.labels if x.rule == rule]
    text = result.document.text
    return " | ".join(f"{x.kind.value}: {text[x.start : x.end]}" for x in found)


@pytest.mark.parametrize(("size", "found"), [(159, True), (160, False)])
def test_characters_of_a_line_that_is_a_link(size: int, found: bool) -> None:
    line = grown(size, end="")
    labels = labelled("markup.link_line", inside=f"<p><a href='/1'>{line}</a></p>")
    assert labels == (f"related: {line}" if found else "")


@pytest.mark.parametrize(("size", "found"), [(12, True), (13, False)])
def test_words_of_the_header_of_linked_lines(size: int, found: bool) -> None:
    header = worded(size, end="")
    labels = labelled("markup.link_line", inside=f"<div><p>{header}</p>{LINK}</div>")
    assert "related: Chợ nổi họp sớm" in labels
    assert (header in labels) == found


@pytest.mark.parametrize(
    ("start", "found"), [("", True), ("Theo ", False), ("Nguồn: ", False), ("Ảnh: ", False)]
)
def test_a_linked_credit_is_no_linked_line(start: str, found: bool) -> None:
    line = f"{start}Báo Sông Quê và bạn đọc"
    labels = labelled("markup.link_line", inside=f"<p><a href='/1'>{line}</a></p>")
    assert bool(labels) == found


@pytest.mark.parametrize("lines", [5, 6])
def test_lines_in_front_of_the_first_sentence(lines: int) -> None:
    names = [f"Xã Bến {letter}" for letter in "ABCDEF"[:lines]]
    labels = labelled("page.front_matter", front="".join(f"<p>{name}</p>" for name in names))
    assert labels.split(" | ") == [f"meta: {name}" for name in names[:5]]


@pytest.mark.parametrize(("size", "found"), [(60, True), (61, False)])
def test_characters_of_a_date_in_front_of_the_first_sentence(size: int, found: bool) -> None:
    line = grown(size, start="Thứ bảy, 12/05/2024, ở", end="")
    assert bool(labelled("page.front_matter", front=f"<p>{line}</p>")) == found


@pytest.mark.parametrize(
    ("name", "found"), [("Bến Cũ Hà Thanh", True), ("Bến Cũ Hà Thanh Sen", False)]
)
def test_words_of_a_name_in_front_of_the_first_sentence(name: str, found: bool) -> None:
    assert bool(labelled("page.front_matter", front=f"<p>{name}</p>")) == found


def test_what_stands_outside_is_what_it_is_called_or_told_by_its_links() -> None:
    labels = labelled(
        "page.outside_article",
        above="<div><a href='/kt'>Kinh tế</a></div><div>Xã Bến Cũ</div>",
        below=f"<div>{LINK}</div><div>Bến Cũ</div><footer>Ngõ 12, phố Lụa</footer>",
    )
    assert labels.split(" | ") == [
        "nav: Kinh tế",
        "meta: Xã Bến Cũ",
        "related: Chợ nổi họp sớm đón khách phương xa",
        "meta: Bến Cũ",
        "footer: Ngõ 12, phố Lụa",
    ]


@pytest.mark.parametrize(
    ("above", "stays"), [("<p>{}</p>", True), ("<figcaption>{}</figcaption>", False)]
)
def test_a_sentence_of_the_article_announces_links_and_a_caption_does_not(
    above: str, *, stays: bool
) -> None:
    told = above.format("Mẫu đơn của ba bến để ở dưới đây:")
    labels = labelled("markup.link_line", inside=f"{told}{LINK}")
    assert ("Chợ nổi" in labels) is not stays


FACTS = ["Chuẩn bị 15 phút", "Nấu 40 phút", "Khẩu phần 4 người"]


@pytest.mark.parametrize(("lines", "found"), [(2, True), (3, False)])
def test_facts_in_front_of_the_first_sentence(lines: int, found: bool) -> None:
    front = "".join(f"<div>{fact}</div>" for fact in FACTS[:lines])
    assert bool(labelled("page.front_matter", front=front)) is found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("Khẩu phần cho nhóm 4 người", False),
        ("Khẩu phần cho cả nhóm 4 người", True),
        ("Khẩu phần", True),
        ("4", True),
        ("Ngày 14/03/2024", True),
    ],
)
def test_a_fact_is_a_few_words_with_a_number_and_no_date(last: str, found: bool) -> None:
    front = "".join(f"<div>{fact}</div>" for fact in (*FACTS[:2], last))
    assert bool(labelled("page.front_matter", front=front)) is found


@pytest.mark.parametrize("pointer", ["Tham khảo", "Tìm hiểu thêm"])
@pytest.mark.parametrize(("words", "found"), [(5, True), (4, False)])
def test_words_of_the_headline_behind_a_pointer(pointer: str, words: int, found: bool) -> None:
    line = f"<p><em>{pointer}:</em> <a href='/1'>{worded(words, end='')}</a></p>"
    assert bool(labelled("markup.link_line", inside=line)) is found


def test_a_pointer_that_goes_on_behind_its_link_is_a_sentence() -> None:
    linked = f"<a href='/1'>{worded(12, end='')}</a>"
    assert not labelled("markup.link_line", inside=f"<p>Tham khảo: {linked} và sổ tay</p>")
    assert not labelled(
        "markup.link_line", inside=f"<p>Tham khảo: <a href='/1'>{worded(9)}</a></p>"
    )

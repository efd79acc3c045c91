"""Paragraphs that are all links, rows of controls, and what a paper asks of its reader, with near misses."""

from __future__ import annotations

import pytest

from test_html_content import ARTICLE, FIRST, LAST, LINKED, SECOND, lines
from vnnews_clean import Cleaner


def whole(inner: str) -> str:
    return Cleaner().clean_html(f"<body><h1>Chuyến khuya ở bến</h1><div>{inner}</div></body>").text


@pytest.mark.parametrize("template", ["<a href=/1><p>{}</p></a>", "<p><a href=/1>{}</a></p>"])
def test_an_article_whose_paragraphs_are_all_links_is_one(template: str) -> None:
    assert whole("".join(map(template.format, (FIRST, SECOND, LAST)))) == ARTICLE
    assert whole("".join(map(template.format, (FIRST, SECOND)))) == ""


def test_summaries_of_linked_cards_are_no_article() -> None:
    card = "<a href=/1><h3>Đò khuya chạy chuyến đầu ở bến</h3><p>{}</p></a>"
    assert whole("".join(map(card.format, (FIRST, SECOND, LAST)))) == ""


def test_linked_paragraphs_beside_an_article_are_none_of_it() -> None:
    story = f"<div><p>{FIRST}</p><p>{SECOND}</p></div>"
    linked = "".join(f"<p><a href=/{n}>{LINKED} {n}.</a></p>" for n in range(3))
    assert whole(f"{story}<div>{linked}</div>") == f"{FIRST}\n\n{SECOND}"


def test_sentences_side_by_side_that_are_links_stay_in_their_paragraph() -> None:
    links = (
        "<a href=/1>Năm ngoái bến từng chạy đò thử.</a> <a href=/2>Được đúng bốn đêm rồi nghỉ.</a>"
    )
    said = "Năm ngoái bến từng chạy đò thử. Được đúng bốn đêm rồi nghỉ."
    assert lines(f"<p>{links}</p>") == []  # one character less than a sentence has
    assert lines(f"<p>{links.replace('Được đúng', 'Chỉ được đúng')}</p>") == [
        said.replace("Được đúng", "Chỉ được đúng")
    ]
    assert lines(f"<p>{links.replace('.<', '<')}</p>") == []


@pytest.mark.parametrize(
    ("pager", "goes"),
    [
        ("<span>1</span><a href=?2>2</a><a href=?3>3</a>", True),
        ("<span>1</span><a href=?2>2</a>", False),
        ("<span>2</span><a href=?3>3</a><a href=?5>5</a>", False),
        ("<span>Trang 1/3</span> <a href=?all>Xem tất cả</a>", True),
    ],
)
def test_numbers_side_by_side_are_a_pager(pager: str, *, goes: bool) -> None:
    assert (lines(f"<div>{pager}</div>") == []) is goes


@pytest.mark.parametrize(
    ("row", "goes"),
    [
        ("<a href='#'>In bài</a> <span>Cỡ chữ</span> <a href='#'>A-</a>", True),
        ("<a href='javascript:void(0)'>In</a> cỡ chữ <a href=''>A-</a>", True),
        ("<a href='#'>Bến đò</a> chạy từ sáng sớm", False),
        ("<a href='#'>Bến</a> đò <a href='#'>khuya</a> ở xã <a href=/1>Cây Sung</a>", False),
    ],
)
def test_a_row_of_links_that_lead_nowhere_is_one_of_controls(row: str, *, goes: bool) -> None:
    assert (lines(f"<div>{row}</div>") == []) is goes


BUTTON = "<button>Ủng hộ</button>"


@pytest.mark.parametrize(
    ("box", "goes"),
    [
        (f"<p>Nếu thấy bài viết hữu ích, mời bạn góp một ly cà phê.</p>{BUTTON}", True),
        ("<p>Bạn thích bài báo? Hãy mời một ly cà phê.</p><a href=/1>Ủng hộ</a>", True),
        (f"<p>Khách quen gọi đò bằng cái chuông treo trên cành sung.</p>{BUTTON}", False),
        ("<p>Nếu thấy bài viết hữu ích, mời bạn góp một ly cà phê.</p>", False),
    ],
)
def test_what_a_paper_asks_of_its_reader_above_a_button_goes(box: str, *, goes: bool) -> None:
    assert (lines(f"<div>{box}</div>") == []) is goes

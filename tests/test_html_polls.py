"""Polls without a field of a form, and questions of the article that look like them."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

HEADLINE = "Thư viện huyện tặng nghìn cuốn truyện tranh cho học sinh"
TEXT = [grown(150, f"Chuyến thứ {n} của thư viện huyện") for n in range(3)]
ASKED = "Bạn có muốn xe sách về làng mình không?"
ABOUT = "Bài viết này khiến bạn thấy thế nào?"
VOTES = "<div>1.208 người đã bình chọn</div>"


def is_kept(asked: str, answers: str, box: str = "<div>{}</div>") -> bool:
    above = f"<div>{asked}</div>"
    inner = "".join(f"<p>{line}</p>" for line in TEXT[:2]) + box.format(above + answers)
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{inner}<p>{TEXT[2]}</p></div>"
    kept = Cleaner(sites=()).clean_html(page).text
    assert all(line in kept for line in TEXT)
    return asked in kept


def options(*said: str) -> str:
    return "".join(f"<div>{text}</div>" for text in said)


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        (ASKED, options("Có 62%", "Không 38%") + VOTES),
        (ASKED, options("Có", "864 phiếu", "Không", "12 phiếu")),
        (ABOUT, options("Vui 12", "Buồn 3", "Bất ngờ 7")),
        ("Bạn nghĩ gì về bài viết này?", options("Hay", "Chưa hay")),
        ("Nội dung trên có ích cho bạn không?", options("Có", "Không")),
    ],
)
def test_what_readers_are_asked_goes_with_its_answers(asked: str, answers: str) -> None:
    assert not is_kept(asked, answers)


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        (ASKED, options("Có 62%", "Không 38%")),  # a survey
        (ASKED, options("Có", "864 phiếu thuận")),
        (ASKED, options("Có, vì trường ở xa, các em khó mượn sách.") + VOTES),
        (ASKED, options("Vì sao?") + VOTES),
        (ASKED.replace("?", "."), options("Có", "Không") + VOTES),
        (ABOUT, "<p>Tôi viết vì nhớ chiếc xe sách ngày nhỏ.</p>"),
    ],
    ids=["a survey", "other votes", "a sentence", "a question", "none asked", "an answer"],
)
def test_a_question_of_the_article_stays(asked: str, answers: str) -> None:
    assert is_kept(asked, answers)


def test_a_question_among_the_paragraphs_stays() -> None:
    assert is_kept(ABOUT, options("Vui 12"), box="{}")


@pytest.mark.parametrize(("size", "kept"), [(40, False), (41, True)])
def test_characters_of_an_answer(size: int, kept: bool) -> None:
    assert is_kept(ABOUT, options(grown(size, "Vui", ""))) == kept


@pytest.mark.parametrize(("size", "kept"), [(120, False), (121, True)])
def test_characters_of_a_question(size: int, kept: bool) -> None:
    assert is_kept(grown(size, "Bạn thấy bài viết này", "?"), options("Hay", "Dở")) == kept


@pytest.mark.parametrize(("lines", "kept"), [(12, False), (13, True)])
def test_lines_of_a_poll(lines: int, kept: bool) -> None:
    assert is_kept(ABOUT, options(*(f"Mục {n}" for n in range(1, lines)))) == kept


@pytest.mark.parametrize(
    ("counters", "goes"),
    [
        (("1/3", "2/3", "3/3"), True),
        (("1 / 2", "2 / 2"), True),
        (("1/1",), False),
        (("1/3", "2/3"), True),
        (("1/3", "2/4"), False),
        (("1/3", "3/3", "2/3"), False),
        (("2/3", "2/3", "3/3"), False),
    ],
)
def test_counters_of_pictures_count_from_one_on(counters: tuple[str, ...], goes: bool) -> None:
    slides = "".join(f"<div>{c}</div><p>{t}</p>" for c, t in zip(counters, TEXT, strict=False))
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1><p>{grown(200)}</p>{slides}</div>"
    kept = Cleaner(sites=()).clean_html(page).text.split("\n")
    assert all((counter not in kept) == goes for counter in counters)


@pytest.mark.parametrize(
    ("row", "goes"),
    [
        ("Xem với cỡ chữ <a>A</a> <a>A</a> <a>In trang</a>", True),
        ("Khổ giấy <a>A</a> <a>B</a> <a>In trang</a>", False),
    ],
)
def test_buttons_behind_those_for_the_size_of_letters(row: str, goes: bool) -> None:
    inner = f"<p>{TEXT[0]}</p><div>{row}</div><p>{TEXT[1]}</p><p>{TEXT[2]}</p>"
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{inner}</div>"
    assert ("In trang" not in Cleaner(sites=()).clean_html(page).text) == goes

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
        (ASKED, options("Có, vì trường ở xa, các em khó mượn sách.") + VOTES),
        (ASKED, options("Vì sao?") + VOTES),
        (ASKED.replace("?", "."), options("Có", "Không") + VOTES),
        (ABOUT, "<p>Tôi viết vì nhớ chiếc xe sách ngày nhỏ.</p>"),
    ],
    ids=["a survey", "a sentence", "a question", "none asked", "an answer"],
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

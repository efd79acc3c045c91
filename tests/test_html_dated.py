"""A short article among many links: a headline and a date above a sentence that speaks of it."""

from __future__ import annotations

import pytest

from grown import grown, worded
from vnnews_clean import Cleaner

HEADLINE = "Cầu phao qua sông Quê đóng ba ngày để sửa"
TOLD = (
    "Từ sáng mai, cầu phao qua sông Quê ngừng cho xe qua, người đi bộ có đò chở miễn phí sang bến."
)
DATE = "12/05/2024 08:15"
LINKS = "".join(
    f"<p><a href='/{n}'>Chợ nổi họp sớm đón khách phương xa lần {n}</a></p>" for n in range(12)
)
FOOT = "Cơ quan chủ quản: hội những người chở đò trên sông, có giấy phép từ năm ngoái và địa chỉ ở bến."


def read(
    above: str, told: str = TOLD, around: str = "<div>{}</div>", title: str = "Bến Quê"
) -> str:
    """The text of a page of twelve other headlines."""
    inner = around.format(f"{above}<div>{told}</div>")
    page = f"<title>{title}</title><table><tr><td>{inner}<div>{LINKS}</div></td></tr></table>"
    return Cleaner(sites=()).clean_html(page).text


def test_a_short_article_among_many_links_is_one() -> None:
    assert TOLD in read(f"<div>{HEADLINE}</div><div>{DATE}</div>")
    assert TOLD in read(f"<div>{DATE}</div><div>{HEADLINE}</div>")


@pytest.mark.parametrize(
    "above",
    [
        f"<div>{HEADLINE}</div>",
        f"<div>{DATE}</div>",
        f"<div><a href='/1'>{HEADLINE}</a></div><div>{DATE}</div>",
        f"<div>Lịch nghỉ của trạm xá trong huyện</div><div>{DATE}</div>",
    ],
    ids=["no date", "no headline", "a linked one", "about something else"],
)
def test_without_one_of_them_it_is_a_list(above: str) -> None:
    assert read(above) == ""


@pytest.mark.parametrize(("words", "read_"), [(5, True), (4, False)])
def test_words_of_its_headline(words: int, read_: bool) -> None:
    above = f"<div>{' '.join(HEADLINE.split()[:words])}</div><div>{DATE}</div>"
    assert bool(read(above)) == read_


@pytest.mark.parametrize(("size", "read_"), [(60, True), (61, False)])
def test_characters_of_the_line_with_its_date(size: int, read_: bool) -> None:
    date = grown(size, f"{DATE}, người viết", "")
    assert bool(read(f"<div>{HEADLINE}</div><div>{date}</div>")) == read_


@pytest.mark.parametrize(("between", "read_"), [(3, True), (4, False)])
def test_lines_above_a_sentence_among_which_headline_and_date_stand(
    between: int, read_: bool
) -> None:
    names = "".join(f"<div>Tổ {n}</div>" for n in range(between))
    assert bool(read(f"<div>{HEADLINE}</div><div>{DATE}</div>{names}")) == read_


@pytest.mark.parametrize(
    ("told", "read_"),
    [
        (f"{grown(80)}</div><div>{TOLD}", True),
        (f"{grown(80)}</div><div>{grown(90)}</div><div>{TOLD}", False),
        (worded(20), False),
    ],
    ids=["the second", "the third", "none"],
)
def test_one_of_the_first_two_sentences_speaks_of_the_headline(told: str, read_: bool) -> None:
    assert bool(read(f"<div>{HEADLINE}</div><div>{DATE}</div>", told)) == read_


@pytest.mark.parametrize(("title", "read_"), [(HEADLINE, True), ("Bến Quê", False)])
def test_a_headline_that_the_head_gives_needs_no_word_of_it(title: str, read_: bool) -> None:
    above = f"<div>{HEADLINE}</div><div>{DATE}</div>"
    assert bool(read(above, worded(20), title=title)) == read_


def test_a_longer_imprint_below_is_not_the_article() -> None:
    above = f"<div>{HEADLINE}</div><div>{DATE}</div>"
    page = f"<table><tr><td>{above}<div>{TOLD[:70]}.</div><div>{LINKS}</div></td></tr>"
    page += f"<tr><td><p>{FOOT}</p></td></tr></table>"
    kept = Cleaner(sites=()).clean_html(f"<title>Bến Quê</title>{page}").text
    assert f"{TOLD[:70]}." in kept
    assert FOOT not in kept


@pytest.mark.parametrize(("between", "kept"), [(1, True), (2, False)])
def test_the_sapo_is_right_above_the_text(between: int, kept: bool) -> None:
    above = f"<div>{HEADLINE}</div><div>{DATE}</div>"
    names = "".join(f"<div>Tổ {n}</div>" for n in range(between))
    text = grown(140, "Mấy chiếc ghe neo")
    page = f"<table><tr><td>{above}<div>{TOLD}</div></td></tr><tr><td>{names}<p>{text}</p>"
    page += f"</td></tr><tr><td><div>{LINKS}</div></td></tr></table>"
    assert (text in Cleaner(sites=()).clean_html(f"<title>Bến Quê</title>{page}").text) == kept

"""A body that is more than one element: paragraphs wrapped one by one among comments, a text below its sapo."""

from __future__ import annotations

import pytest

from framed import HEADLINE, SAPO, STORIES, TEXT, text_of
from grown import grown
from vnnews_clean import Cleaner

ANSWERS = "".join(
    f"<div><b>Lê Bảo</b><p>{grown(150, f'Tôi đọc lần thứ {n}')}</p><a>Trả lời</a><a>Thích</a></div>"
    for n in range(9)
)
STORY = f"<div><a href='/1'>{STORIES[0]}</a></div>"
PAIR = [TEXT[0], grown(150, "Khói từ")]
WRAPPER = "<div class='o'><p>{}</p></div>"


def wrapped(lines: list[str], between: str = "", last: str = WRAPPER) -> str:
    """What is left of paragraphs with an element each, beside more comments than they say."""
    told = [WRAPPER.format(line) for line in lines]
    told[-1] = last.format(lines[-1])
    text = between.join(told)
    return text_of(f"<div><h1>{HEADLINE}</h1></div><div>{text}{between}{ANSWERS}</div>")


@pytest.mark.parametrize("lines", [3, 4])
def test_three_paragraphs_wrapped_alike_are_one_text(lines: int) -> None:
    kept = wrapped(TEXT[:lines], STORY)
    assert all(line in kept for line in TEXT[:lines])
    assert "lần thứ" not in kept


@pytest.mark.parametrize(
    ("between", "stays"),
    [("", True), ("<p>Lò số hai</p>", True), (STORY * 4, True), (STORY * 5, False)],
)
def test_two_are_if_no_more_than_a_box_stands_between(between: str, stays: bool) -> None:
    assert all(line in wrapped(PAIR, between) for line in PAIR) is stays


@pytest.mark.parametrize(
    "last",
    ["<div class='khac'><p>{}</p></div>", "<section class='o'><div><p>{}</p></div></section>"],
)
def test_what_is_wrapped_otherwise_is_another_text(last: str) -> None:
    assert sum(line in wrapped(PAIR, last=last) for line in PAIR) == 1


def below_sapo(text: str, between: str = "", around: str = "<div>{}</div>") -> str:
    """What is left of a sapo and a text beside it, in an element that has comments, too."""
    said = around.format(f"<div>{between}{text}<br>{ANSWERS}</div>")
    return text_of(f"<h1>{HEADLINE}</h1><section><p class='dan'>{SAPO}</p>{said}</section>")


BRIEF = "Ba người thợ trẻ nói lò gốm bên sông Quê sẽ nung mỗi tháng một mẻ."


def test_the_text_beside_a_sapo_is_the_articles() -> None:
    kept = below_sapo(BRIEF)
    assert SAPO in kept
    assert BRIEF in kept
    assert "lần thứ" not in kept


@pytest.mark.parametrize(
    "kept",
    [
        below_sapo("Nghệ thuật đan lát ở xứ khác thì có từ hồi nào không ai nhớ, chỉ nghe kể."),
        below_sapo(BRIEF, "<p>Mưa đêm qua</p>"),
        below_sapo("Ba người thợ trẻ nung lò gốm bên sông Quê."),
    ],
    ids=["of something else", "not right below", "too short"],
)
def test_what_else_stands_there_may_be_anything(kept: str) -> None:
    assert SAPO in kept
    assert not any(line in kept for line in (BRIEF, "Nghệ thuật đan", "Ba người thợ trẻ nung"))


@pytest.mark.parametrize(("levels", "found"), [(2, True), (3, False)])
def test_how_far_up_the_text_beside_a_sapo_is_looked_for(levels: int, found: bool) -> None:
    dek = f"<div>{'<div>' * levels}<p class='dan'>{SAPO}</p>{'</div>' * levels}"
    kept = text_of(f"<h1>{HEADLINE}</h1>{dek}<div>{BRIEF}<br>{ANSWERS}</div></div>")
    assert SAPO in kept
    assert (BRIEF in kept) is found


PATH = "<div><a href='/'>Trang chủ</a> › <a href='/x'>{}</a></div>"


def test_a_path_of_sections_above_the_text_is_no_story() -> None:
    text = "".join(f"<div class='o'><span>{line}</span></div>" for line in TEXT)
    rest = "".join(f"<div><a href='/{n}'>{story}</a></div>" for n, story in enumerate(STORIES[:2]))
    one, two = grown(150, "Khói từ"), grown(150, "Trẻ con")
    told = (
        f"<p><a href='/9'>{STORIES[2]}</a></p><div class='o'><span>{one}</span></div><p>{two}</p>"
    )
    kept = text_of(
        f"<div>{PATH.format('Làng nghề xưa và nay')}<h1>{HEADLINE}</h1>{text}{told}{rest}</div>"
    )
    assert one in kept


@pytest.mark.parametrize(
    ("section", "stays"), [("Làng nghề Bắc", True), ("Chợ nổi họp sớm đón khách", False)]
)
def test_a_path_is_short_names(section: str, stays: bool) -> None:
    rows = f"<tr><td>{PATH.format(section)}<div>{HEADLINE}</div><p>{BRIEF}</p></td></tr>"
    rows += "<tr><td><a href='/2'>Rừng tràm hồi sinh từ hạt giống cũ</a></td></tr>"
    assert (BRIEF in text_of(f"<table>{rows}</table>")) is stays


def test_a_card_has_one_summary() -> None:
    head = "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/x'>Làng nghề</a></li></ul>"
    rows = f"<tr><td>{head}<div>{HEADLINE}</div><p>{SAPO}</p><p>{BRIEF}</p></td></tr>"
    rows += "<tr><td><a href='/2'>Rừng tràm hồi sinh từ hạt giống cũ</a></td></tr>"
    kept = text_of(f"<table>{rows}</table>")
    assert SAPO in kept
    assert BRIEF in kept


def dated(label: str, date: str, story: str = f"<a href='/1'>{STORIES[0]}</a>") -> str:
    """What is left of a box with a story and a date between the paragraphs."""
    box = f"<div><div>{label}</div><h4>{story}</h4><span>{date}</span></div>"
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    return text_of(f"<div><h1>{HEADLINE}</h1>{body}{box}<p>{grown(150, 'Lò gốm')}</p></div>")


@pytest.mark.parametrize(
    ("label", "date", "goes"),
    [
        ("Tin nên đọc", "18/05/2025", True),
        ("Chuyện của bến", "18/05/2025", True),
        ("Bài đã đăng cùng kỳ", "18/05/2025", False),
        ("Đã đăng ngày:", "18/05/2025", False),
        ("Tin nên đọc", "Ngày thứ hai", False),
    ],
)
def test_the_date_below_a_linked_headline_goes_with_it(label: str, date: str, goes: bool) -> None:
    assert (date not in dated(label, date)) is goes


def test_a_date_below_a_headline_that_is_no_link_stays() -> None:
    assert "18/05/2025" in dated("Tin nên đọc", "18/05/2025", STORIES[0])


def test_the_line_above_a_list_with_a_header_of_its_own_is_no_header() -> None:
    stories = "".join(f"<h4><a href='/{n}'>{story}</a></h4>" for n, story in enumerate(STORIES))
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    number = "<div><div>5.000</div><div>lượt người ghé lò gốm mỗi ngày</div></div>"
    box = f"<div class='tin-lien-quan'><div>Tin trong tuần</div>{stories}</div>"
    kept = text_of(f"<div><h1>{HEADLINE}</h1>{body}{number}{box}</div>")
    assert "lượt người ghé lò gốm mỗi ngày" in kept
    assert "Tin trong tuần" not in kept


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("<a href='/v'>Giá vàng</a><span>78,5</span>", "Giá vàng 78,5"),
        ("<a href='/v'>CO</a><span>2</span>", "CO2"),
        ("<span>m</span><sup>2</sup>", "m2"),
    ],
)
def test_a_number_beside_a_link_is_a_word_of_its_own(row: str, read: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    told = f"<div>Chỗ nào cũng hỏi {row} là bao nhiêu rồi mới chịu ngồi vào bàn.</div>"
    assert read in text_of(f"<div><h1>{HEADLINE}</h1>{body}{told}{body}</div>")


def read_on(count: int, call: str = "Đọc tiếp", *, head: str = "{}", more: str = "") -> bool:
    """Whether headlines that are no links, each with a link to read on, are cards in an article."""
    said = grown(120, "Bà con")
    boxes = "".join(
        f"<div><h4>{head.format(story)}</h4><p>{said}</p>{more}<a href='/{n}'>{call}</a></div>"
        for n, story in enumerate(STORIES[:count])
    )
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{body}<div>{boxes}</div>{body}</div>"
    labels = Cleaner(sites=()).clean_html(page).labels
    return any(label.rule == "markup.teaser_card" for label in labels)


@pytest.mark.parametrize(
    ("found", "cards"),
    [
        (read_on(3), True),
        (read_on(2), True),
        (read_on(1), False),
        (read_on(3, "Read more »"), True),
        (read_on(3, "Xem bản đồ"), False),
        (read_on(3, head="{:.17}"), False),
        (read_on(3, more="<p>Một</p>"), True),
        (read_on(3, more="<p>Một</p><p>Hai</p>"), False),
    ],
    ids=["three", "two", "one", "in English", "another call", "names", "four lines", "five lines"],
)
def test_headlines_with_a_link_to_read_on_are_cards(found: bool, cards: bool) -> None:
    assert found is cards

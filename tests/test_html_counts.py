"""What a page says of itself beside an article: counts, stars, comments, links to shops, stories above it."""

from __future__ import annotations

import pytest

from framed import HEADLINE, SAPO, STORIES, TEXT, boxed, paragraphs, text_of
from grown import grown
from vnnews_clean import Cleaner


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        ("<p>{}</p><button>Xem bản ngắn</button>", False),
        ("<p>{}</p>", True),
    ],
)
def test_what_a_paper_says_of_itself_above_a_button_is_no_sapo(above: str, kept: bool) -> None:
    said = "Bản ngắn do máy viết lại từ bài viết này, có chỗ chưa đúng, bạn nên đọc hết cả bài."
    box = f"<div>{above.format(said)}</div>"
    text = text_of(
        f"<h1>{HEADLINE}</h1>{box}<p>{SAPO}</p><div class='article-body'>{paragraphs()}</div>"
    )
    assert (said in text) is kept
    assert SAPO in text


def test_a_sapo_with_a_button_is_one() -> None:
    box = f"<div><p>{SAPO}</p><button>Nghe</button></div>"
    assert SAPO in text_of(
        f"<h1>{HEADLINE}</h1>{box}<div class='article-body'>{paragraphs()}</div>"
    )


ROWS = ["Người đã xem: 4943", "Số lượt truy cập: 1.205", "862 lượt xem", "Đã xem: 120 lần"]


@pytest.mark.parametrize("row", [*ROWS, "Đánh giá bài viết: 0 / 5 (0 lượt)", "Ảnh 3/12"])
def test_a_line_that_counts_readers_or_pictures_goes(row: str) -> None:
    assert row not in boxed(f"<div>{row}</div>")


@pytest.mark.parametrize("row", ["Điểm của quán: 8 / 10", "862 lượt khách", "Hình 3/12 âm lịch"])
def test_a_line_that_counts_other_things_stays(row: str) -> None:
    assert row in boxed(f"<div>{row}</div>")


@pytest.mark.parametrize(
    ("stars", "thanks", "kept"),
    [
        ("☆☆☆☆☆", 1, False),
        ("☆☆☆☆", 1, True),
        ("★★★★☆", 1, True),
        ("☆☆☆☆☆", 2, True),
    ],
    ids=["five empty ones", "four", "filled", "four lines"],
)
def test_a_row_of_empty_stars_asks_to_rate(stars: str, thanks: int, kept: bool) -> None:
    box = f"<div><p>Chấm món này nhé</p><p>{stars}</p>{'<p>Cảm ơn</p>' * thanks}</div>"
    assert ("Chấm món này nhé" in boxed(box)) is kept


def comments(count: int, header: str) -> str:
    said = "Lò cũ nhà tôi ngày trước cũng nguội hai năm rồi mới nhóm lại được."
    row = f"<div><b>Tư Lò</b><p>{said}</p><span>2 giờ trước</span></div>"
    return text_of(
        f"<div><h1>{HEADLINE}</h1>{paragraphs()}<div><div>{header}</div>{row * count}</div></div>"
    )


@pytest.mark.parametrize(
    ("header", "count", "kept"),
    [
        ("Bình luận", 2, False),
        ("Bình luận", 1, True),
        ("Chuyện lò", 2, True),
        ("Chuyện lò", 3, False),
    ],
)
def test_two_comments_below_their_header_are_a_list(header: str, count: int, kept: bool) -> None:
    assert ("Tư Lò" in comments(count, header)) is kept


@pytest.mark.parametrize(
    ("item", "link", "kept"),
    [
        ("1) Tủ sách trăm cuốn", "https://chopho.example/3Kx", True),
        ("2. Bàn gỗ mít", "Xem ở chợ", True),
        ("Bàn gỗ mít", "Xem ở chợ", False),
    ],
)
def test_an_item_above_its_link_is_no_header(item: str, link: str, kept: bool) -> None:
    text = boxed(f"<div><p>{item}</p><p><a href='/1'>{link}</a></p></div>")
    assert (item in text) is kept
    assert link not in text


def test_addresses_are_no_stories_that_end_an_article() -> None:
    items = "".join(
        f"<p>{n}) Bình men số {n}</p><p><a href='/{n}'>https://chopho.example/3Kx{n}</a></p>"
        for n in range(5)
    )
    assert "4) Bình men số 4" in text_of(f"<div><h1>{HEADLINE}</h1>{paragraphs()}{items}</div>")


def test_what_stands_above_the_headline_is_none_of_the_article() -> None:
    told = "".join(
        f"<div><b>{story}</b><p>{grown(150, f'Chuyện {n} kể từ')}</p></div>"
        for n, story in enumerate(STORIES)
    )
    letters = "".join(
        f"<blockquote><p>{grown(80, f'Thư {n} gửi từ')}</p></blockquote>" for n in range(3)
    )
    title = "Khói lam chiều năm ấy"
    page = (
        f"<title>{title}</title><aside><h3>Nghe lại</h3>{told}</aside><main><h1>{title}</h1>"
        f"{paragraphs()}</main><section><h3>Thư bạn nghe đài</h3>{letters}</section>"
    )
    text = Cleaner(sites=()).clean_html(page).text
    assert TEXT[0] in text
    assert TEXT[-1] in text
    assert "Thư bạn nghe đài" not in text


@pytest.mark.parametrize(("size", "kept"), [(17, False), (18, True)])
def test_a_short_link_below_the_only_dated_paragraph_leads_on(size: int, kept: bool) -> None:
    links = "".join(f"<p><a href='/{n}'>{STORIES[n % 3]} lần {n}</a></p>" for n in range(12))
    news = f"<div>Người làng thức khuya vì tiếng trống</div><div>12/05/2024</div><div>{grown(200)}</div>"
    page = f"<title>Bến Quê</title><div>{news}<a href='/x'>{grown(size, end='')}</a></div><div>{links}</div>"
    assert bool(Cleaner(sites=()).clean_html(page).text) is kept


@pytest.mark.parametrize(("cards", "type_"), [(8, "index"), (7, "other")])
def test_lines_of_cards_without_a_linked_headline_that_make_an_index(
    cards: int, type_: str
) -> None:
    card = "<div><a href='/{0}'></a><h3>{1} lần {0}</h3><span>12/05/2024</span><p>{2}</p></div>"
    body = "".join(card.format(n, STORIES[n % 3], grown(90, f"Chuyện {n}")) for n in range(cards))
    page = f"<title>Bến Quê</title><div>{body}</div><p>{grown(80, 'Tòa soạn ở')}</p>"
    assert Cleaner(sites=()).clean_html(page).document_type == type_


def test_a_question_on_a_button_opens_the_answer_of_a_short_article() -> None:
    asked = "Lò nguội thì phải xây lại từ đâu?"
    answer = grown(150, "Thợ cả bảo cứ nhóm thử ba ngày rồi hãy tính,")
    box = f"<div><button>{asked}</button><div>{answer}</div></div>"
    text = text_of(f"<div><h1>{HEADLINE}</h1><p>{SAPO}</p>{box}</div>")
    assert asked in text
    assert answer in text

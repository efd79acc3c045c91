"""Furniture in name only, and what has no name and is furniture: near misses of both."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

HEADLINE = "Thư viện huyện tặng nghìn cuốn truyện tranh cho học sinh"
FIRST = "Thư viện huyện vừa tặng một nghìn cuốn truyện tranh cho học sinh trong tuần đầu năm."
REST = "".join(f"<p>{grown(150, f'Chuyến thứ {n}')}</p>" for n in range(3))
OTHER = "".join(f"<p>{grown(180, f'Ngày {n} tháng chạp')}</p>" for n in range(6))
TEASERS = "".join(
    f"<div><h4><a href='/{n}'>Xóm bãi gặt sớm trước cơn lũ thứ {n}</a></h4>"
    f"<p>{grown(180, f'Ngày {n} tháng chạp')}</p></div>"
    for n in range(6)
)


def text(body: str) -> str:
    page = f"<html><head><title>{HEADLINE}</title></head><body>{body}</body></html>"
    return Cleaner(sites=()).clean_html(page).text


@pytest.mark.parametrize("name", ["sidebar", "menu", "related", "footer", "banner"])
def test_what_alone_speaks_of_the_headline_is_the_article_whatever_its_name(name: str) -> None:
    found = text(
        f"<h1>{HEADLINE}</h1><div class='{name}'><p>{FIRST}</p>{REST}</div><div>{TEASERS}</div>"
    )
    assert found.startswith(FIRST)
    assert "Chuyến thứ 2" in found
    assert "tháng chạp" not in found


@pytest.mark.parametrize(
    ("name", "inside"),
    [("related", f"<p>{FIRST}</p>"), ("related", REST), ("comments", f"<p>{FIRST}</p>{REST}")],
)
def test_furniture_with_little_or_of_another_topic_stays_furniture(name: str, inside: str) -> None:
    found = text(f"<h1>{HEADLINE}</h1><div>{OTHER}</div><div class='{name}'>{inside}</div>")
    assert found.startswith("Ngày 0")
    assert "Chuyến" not in found
    assert FIRST not in found


def test_where_the_article_speaks_of_the_headline_furniture_that_does_so_too_goes() -> None:
    found = text(
        f"<h1>{HEADLINE}</h1><div><p>{FIRST}</p>{OTHER}</div>"
        f"<div class='related'><p>{FIRST.replace('đầu', 'cuối')}</p>{REST}</div>"
    )
    assert "Ngày 5" in found
    assert "Chuyến" not in found


COMMENTS = "".join(
    f"<div><p>Lần thứ {n} tôi về quê, đò đông và vui hơn hẳn.</p></div>" for n in range(4)
)


@pytest.mark.parametrize(
    "header",
    ["Ý kiến bạn đọc (4)", "Bình luận", "4 bình luận", "PHẢN HỒI CỦA BẠN", "Comments (4)"],
)
def test_a_heading_tells_comments_without_names(header: str) -> None:
    found = text(f"<h1>{HEADLINE}</h1><p>{FIRST}</p>{REST}<div><h4>{header}</h4>{COMMENTS}</div>")
    assert "Chuyến thứ 2" in found
    assert "Lần thứ" not in found
    assert header not in found


@pytest.mark.parametrize(
    "comments",
    [
        f"<h4>Ý kiến chuyên gia</h4>{COMMENTS}",
        f"<h4>Bình luận</h4>{COMMENTS}".replace("div", "p"),
        f"<h4><a href='/binh-luan'>Bình luận</a></h4>{COMMENTS}",
        f"<b>Bình luận</b>{COMMENTS}",
    ],
)
def test_what_is_no_list_below_such_a_heading_stays(comments: str) -> None:
    found = text(f"<h1>{HEADLINE}</h1><div><p>{FIRST}</p>{REST}{comments}</div>")
    assert "Lần thứ 3" in found


def test_a_heading_above_the_prose_tells_nothing() -> None:
    found = text(f"<h1>{HEADLINE}</h1><div><h4>Bình luận</h4>{COMMENTS}<p>{FIRST}</p>{REST}</div>")
    assert "Lần thứ 3" in found


NEXT = "Chợ nổi họp sớm đón khách phương xa"


@pytest.mark.parametrize("tag", ["h1", "h2", "h4"])
def test_the_next_article_goes(tag: str) -> None:
    found = text(
        f"<h1>{HEADLINE}</h1><div><p>{FIRST}</p>{REST}</div>"
        f"<div><{tag}><a href='/2'>{NEXT}</a></{tag}>{OTHER}</div>"
    )
    assert "Chuyến thứ 2" in found
    assert "tháng chạp" not in found


@pytest.mark.parametrize(
    "section",
    [
        f"<div><h2>{NEXT}</h2>{OTHER}</div>",
        f"<div><h2><a href='#cho-noi'>{NEXT}</a></h2>{OTHER}</div>",
        f"<div><h2><a href='/2'>Thư viện huyện kể gì</a></h2><p>{FIRST}</p>{OTHER}</div>",
    ],
)
def test_a_section_of_the_article_stays(section: str) -> None:
    found = text(f"<h1>{HEADLINE}</h1><div><p>{FIRST}</p>{REST}{section}</div>")
    assert "Ngày 5" in found


def test_a_notice_above_the_menu_is_no_sapo_where_no_headline_is_known() -> None:
    notice = "<p>Trang này ghi lại lựa chọn của bạn và đếm lượt xem để phục vụ bạn tốt hơn.</p>"
    body = f"<div><p>{FIRST}</p>{REST}</div>"
    menu = f"<nav>{''.join(f'<a href=/{n}>Chuyên mục {n}</a> ' for n in range(9))}</nav>"
    page = "<html><body>{}</body></html>"
    cleaner = Cleaner(sites=())
    assert cleaner.clean_html(page.format(notice + menu + body)).text.startswith(FIRST)
    assert cleaner.clean_html(page.format(notice + body)).text.startswith("Trang này")


def test_photo_captions_are_an_article_beside_an_imprint_in_prose() -> None:
    captions = "".join(
        f"<p>Ảnh thứ {n}: học sinh nhận truyện tranh ở thư viện huyện</p>" for n in range(6)
    )
    imprint = "".join(f"<p>{grown(120, f'Điều {n} của tòa soạn')}</p>" for n in range(4))
    found = text(f"<div><div><h1>{HEADLINE}</h1>{captions}</div><div>{imprint}</div></div>")
    assert "Ảnh thứ 5" in found
    assert "tòa soạn" not in found


CARD = (
    "<div><h5>{}</h5><p>Bà con gom lúa chạy lũ trong đêm, ai cũng ướt.</p><a href='{}'></a></div>"
)


@pytest.mark.parametrize(
    ("target", "goes"), [("/1.html", True), ("#1", True), ("#", False), ("", False)]
)
def test_a_card_is_covered_by_a_link_that_leads_somewhere(target: str, goes: bool) -> None:
    cards = "".join(CARD.format(f"Xóm bãi thứ {n} gặt sớm", target) for n in range(3))
    found = text(f"<h1>{HEADLINE}</h1><div><p>{FIRST}</p>{REST}<div>{cards}</div></div>")
    assert ("Xóm bãi" not in found) == goes


def hidden(inside: str, around: str = "") -> str:
    rest = f"<div style='display:none'>{inside}</div>"
    rest = f"<section>{rest}</section>" if around else rest
    return text(
        f"<h1>{HEADLINE}</h1><div><p>{FIRST}</p>{REST}{rest}<button>Xem thêm</button></div>"
    )


MORE = [f"<p>{grown(size, f'Đoạn {n} kể tiếp')}</p>" for n, size in enumerate((60, 60, 59))]


def test_what_a_button_shows_of_the_article_is_of_it() -> None:
    assert "Đoạn 1 kể tiếp" in hidden("".join(MORE[:2]))


@pytest.mark.parametrize(
    ("inside", "around"),
    [
        (MORE[0], ""),
        (MORE[0] + MORE[2], ""),
        ("".join(MORE[:2]), "section"),
        ("".join(MORE[:2]) + REST[: REST.index("</p>") + 4], ""),
        ("".join(MORE[:2]).replace(".", ""), ""),
    ],
)
def test_what_is_hidden_otherwise_stays_hidden(inside: str, around: str) -> None:
    assert "kể tiếp" not in hidden(inside, around)


@pytest.mark.parametrize(("between", "comes"), [(1, True), (2, False)])
def test_an_article_that_is_called_comments_stands_right_below_the_headline(
    between: int, comes: bool
) -> None:
    lines = "".join(f"<div>0{n}/02/2024</div>" for n in range(between))
    found = text(
        f"<h1>{HEADLINE}</h1>{lines}<div class='binh-luan'><p>{FIRST}</p>{REST}</div>"
        f"<div>{TEASERS}</div>"
    )
    assert (FIRST in found) == comes


def test_a_salutation_below_the_headline_stays() -> None:
    found = text(f"<div><h1>{HEADLINE}</h1><p>Kính gửi bà con,</p><p>{FIRST}</p>{REST}</div>")
    assert found.startswith("Kính gửi bà con,")
    found = text(f"<div><h1>{HEADLINE}</h1><p>Lê Thị Bến</p><p>{FIRST}</p>{REST}</div>")
    assert found.startswith(FIRST)


@pytest.mark.parametrize("name", ["id=foot", "class=foot", "id=footerWrap", "class=footer-bottom"])
def test_a_foot_by_any_usual_name_goes(name: str) -> None:
    imprint = "Ban biên tập trang Bến Sông, nhà số 9 bến đò"
    assert imprint not in text(f"<h1>{HEADLINE}</h1>{REST}<div {name}><p>{imprint}</p></div>")


@pytest.mark.parametrize("name", ["id=footnotes", "class=footnote", "class=football", "id=foots"])
def test_notes_and_football_are_no_foot(name: str) -> None:
    note = "Ban biên tập trang Bến Sông, nhà số 9 bến đò"
    assert note in text(f"<h1>{HEADLINE}</h1>{REST}<div {name}><p>{note}</p></div>")

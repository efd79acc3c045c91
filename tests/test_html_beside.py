"""What stands beside the paragraphs of an article: lists of its own, boxes, offers, other stories."""

from __future__ import annotations

import pytest

from framed import HEADLINE, SAPO, STORIES, TEXT, boxed, paragraphs, text_of
from grown import grown, worded
from vnnews_clean import Cleaner

CLAY = "Đất sét bãi hai xe, tro trấu một bao"


def beside(above: str, below: str = "") -> str:
    """The text of a page whose paragraphs stand in an element of their own, between others."""
    text = f"<h1>{HEADLINE}</h1><p>{SAPO}</p>{above}<div>{paragraphs()}</div>{below}"
    return text_of(f"<ul><li><a href='/'>Trang nhất</a></ul><div>{text}</div>")


@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_headed_list_beside_the_text_is_the_articles(tag: str) -> None:
    items = f"<h3>Cần có</h3><{tag}><li>{CLAY}</li><li>Men tro</li></{tag}>"
    assert CLAY in beside(items)
    assert CLAY in beside("", items)


@pytest.mark.parametrize(
    "listed",
    [
        f"<ul><li>{CLAY}</li><li>Men tro</li></ul>",
        "<h3>Cần có</h3><ul><li>" + worded(5, "") + "</li></ul>",
        f"<h3>Cần có</h3><ul><li><a href='/1'>{CLAY}</a></li><li><a href='/2'>Men tro</a></li></ul>",
    ],
    ids=["no heading", "five words", "links"],
)
def test_another_list_beside_the_text_is_not(listed: str) -> None:
    assert "Cần có" not in beside(listed)
    assert CLAY not in beside(listed)


@pytest.mark.parametrize(("words", "kept"), [(6, True), (5, False)])
def test_words_of_the_list(words: int, kept: bool) -> None:
    assert ("Cần có" in beside(f"<h3>Cần có</h3><ul><li>{worded(words, '')}</li></ul>")) is kept


@pytest.mark.parametrize("space", ["", " "])
def test_white_space_in_a_list_of_links_makes_it_no_other(space: str) -> None:
    items = "".join(
        f"<li><a href='/{n}'>{s}</a>{space}<span>(12/05)</span>{space}</li>"
        for n, s in enumerate(STORIES)
    )
    assert STORIES[0] not in beside("", f"<h3>Cùng mục</h3><ul>{items}</ul>")


@pytest.mark.parametrize("repeats", ["whole", "cut", "begins alike"])
def test_a_sapo_is_a_copy_only_if_all_of_it_comes_again(repeats: str) -> None:
    sapo = SAPO if repeats != "cut" else SAPO[:70] + "..."
    again = f"{SAPO[:60]} đã được sửa lại từ nền, lát gạch mới và có thêm một ống khói cao."
    first = again if repeats == "begins alike" else f"{SAPO} Khói bay từ sáng sớm."
    body = f"<h1>{HEADLINE}</h1><div>{sapo}</div><div>{paragraphs([first, *TEXT])}</div>"
    text = text_of(body, f'<meta name="description" content="{sapo}">')
    assert first in text
    assert text.startswith(sapo if repeats == "begins alike" else first)


@pytest.mark.parametrize("count", [2, 3])
def test_a_small_box_of_headlines_goes_whatever_stands_beside_them(count: int) -> None:
    items = "".join(
        f"<div><a href='/{n}'>{s}</a><span>3,5 tỷ</span></div>"
        for n, s in enumerate(STORIES[:count])
    )
    assert STORIES[0] not in boxed(f"<div><div>Rao vặt hôm nay</div>{items}</div>")


def test_one_such_line_stays() -> None:
    line = f"<div><a href='/1'>{STORIES[0]}</a> đã được kể trong số báo trước</div>"
    assert STORIES[0] in boxed(f"<div><div>Rao vặt hôm nay</div>{line}</div>")


@pytest.mark.parametrize(
    ("price", "kept"),
    [
        ("7.990.000 ₫", False),
        ("Giá: 65.000 đồng", False),
        ("3,2 tỷ", False),
        ("Lò số 3", True),
        ("7.990.000 viên", True),
    ],
)
def test_a_thing_with_its_price_and_a_button_is_an_offer(price: str, kept: bool) -> None:
    name = "Bình gốm men tro cỡ lớn"
    text = boxed(f"<div><div>{name}</div><div>{price}</div><a href='/mua'>Xem ở quầy</a></div>")
    assert (name in text) is kept


FORM = "<div><h3>Gửi thợ cả một câu hỏi</h3><p>{}</p>{}<button>Gửi đi</button></div>"
FIELDS = "<input placeholder='Tên'><textarea></textarea>"


@pytest.mark.parametrize(("size", "kept"), [(139, False), (140, True)])
def test_a_sentence_to_the_reader_among_the_fields_of_a_form(size: int, kept: bool) -> None:
    said = grown(size, "Câu hỏi của bạn")
    assert (said in boxed(FORM.format(said, FIELDS))) is kept


@pytest.mark.parametrize(
    ("start", "fields"),
    [("Câu hỏi của ông", FIELDS), ("Câu hỏi của bạn", "<input placeholder='Tên'>")],
    ids=["to nobody", "one field"],
)
def test_other_sentences_beside_fields_stay(start: str, fields: str) -> None:
    said = grown(100, start)
    assert said in boxed(FORM.format(said, fields))


@pytest.mark.parametrize(("label", "kept"), [(grown(17, end=""), False), (grown(18, end=""), True)])
def test_a_label_may_stand_above_the_headline_of_another_article(label: str, kept: bool) -> None:
    other = [grown(150, f"Đàn cò trắng lượt {n} bay về đồng xa") for n in range(2)]
    head = f"<div>{label}</div><h2><a href='/2'>Đàn cò trắng về lại cánh đồng ngập nước</a></h2>"
    text = boxed("") and text_of(
        f"<div><h1>{HEADLINE}</h1>{paragraphs()}<div>{head}{paragraphs(other)}</div></div>"
    )
    assert TEXT[-1] in text
    assert (other[0] in text) is kept


def sizes(count: int) -> str:
    """A row of `count` characters with buttons for the size of letters, the last of them links."""
    end = " A- A+ Nghe"
    start = grown(count - len(end), "Cỡ chữ", "")
    return f"<div>{start} <a href='/#a'>A-</a> <a href='/#b'>A+</a> Nghe</div>"


@pytest.mark.parametrize(("count", "kept"), [(100, False), (101, True)])
def test_characters_of_a_row_of_buttons_for_the_size_of_letters(count: int, kept: bool) -> None:
    assert ("Cỡ chữ" in boxed(sizes(count))) is kept


@pytest.mark.parametrize(("count", "kept"), [(2, True), (3, False)])
def test_the_header_of_a_box_is_no_story_of_the_list_that_ends_an_article(
    count: int, kept: bool
) -> None:
    links = "".join(f"<p><a href='/{n}'>{s}</a></p>" for n, s in enumerate(STORIES[:count]))
    sources = "<section><h4>Sách đã dùng</h4><ol><li>Bác Tư Lò, Nghề gốm, bản chép tay.</li></ol></section>"
    box = f"<aside><h5>Cùng tác giả</h5>{links}</aside>"
    text = text_of(f"<article><h1>{HEADLINE}</h1>{paragraphs()}{box}{sources}</article>")
    assert ("Nghề gốm, bản chép tay." in text) is kept


def test_what_stands_above_the_header_of_a_list_is_none() -> None:
    times = "<ul><li>Mẻ đầu: 8h ngày 6/6</li><li>Mẻ hai: 14h ngày 6/6</li></ul>"
    links = "".join(f"<li><a href='/{n}'>{s}</a></li>" for n, s in enumerate(STORIES))
    text = text_of(
        f"<div><h1>{HEADLINE}</h1>{paragraphs()}{times}<div><b>Chuyện khác</b><ul>{links}</ul></div></div>"
    )
    assert "Mẻ hai: 14h ngày 6/6" in text
    assert "Chuyện khác" not in text


def short(told: str, times: int = 1) -> str:
    """The text of a page of many links, with short news that do not say what their headlines do."""
    links = "".join(f"<p><a href='/{n}'>{STORIES[n % 3]} lần {n}</a></p>" for n in range(12))
    news = "".join(
        f"<div><div>Người làng thức khuya vì tiếng trống thứ {n}</div><div>12/05/2024</div>"
        f"<div>{told}</div></div>"
        for n in range(times)
    )
    page = f"<title>Bến Quê</title><div>{news}</div><div>{links}</div>"
    return Cleaner(sites=()).clean_html(page).text


@pytest.mark.parametrize(("size", "kept"), [(200, True), (199, False)])
def test_characters_of_the_only_dated_paragraph(size: int, kept: bool) -> None:
    assert bool(short(grown(size))) is kept


def test_a_dated_summary_that_is_cut_short_is_none() -> None:
    assert short(grown(200, end="...")) == ""


def test_several_dated_paragraphs_are_a_list() -> None:
    assert short(grown(200), times=2) == ""


def test_the_buttons_below_every_report_make_no_index() -> None:
    reports = "".join(
        f"<div><div>1{n}:05</div><p>{line}</p><div><a href='#'>Chia sẻ</a> <a href='#'>Sao chép liên kết</a>"
        "</div></div>"
        for n, line in enumerate([*TEXT, *(grown(150, f"Ca {n} ra lò") for n in range(6))])
    )
    page = f"<title>Bến Quê</title><div><div>{HEADLINE}</div>{reports}</div>"
    assert TEXT[-1] in Cleaner(sites=()).clean_html(page).text


def test_the_names_above_a_decree_stay() -> None:
    head = "<p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG QUÊ</p><p>{}</p><p>Độc lập - Tự do - Hạnh phúc</p>"
    page = "<div><h1>Quyết định về việc mở lại lò gốm bên sông</h1>{}</div>"
    motto = head.format("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert "TỈNH SÔNG QUÊ" in text_of(page.format(motto + paragraphs()))
    other = head.format("LÀNG GỐM BÊN SÔNG")
    assert "TỈNH SÔNG QUÊ" not in text_of(page.format(other + paragraphs()))


@pytest.mark.parametrize(("tag", "kept"), [("h2", True), ("p", False)])
def test_a_heading_above_a_table_of_prices_is_no_teaser(tag: str, kept: bool) -> None:
    line = "Giá vàng hôm nay 12/5: Bảng tại chợ huyện"
    table = (
        f"<{tag}>{line}</{tag}><table><tr><td>Loại</td><td>Mua</td></tr>"
        "<tr><td>Nhẫn trơn</td><td>75.100</td></tr></table>"
    )
    assert (line in boxed(f"<p>{TEXT[1]}</p>{table}")) is kept

"""Short articles on pages that hardly tell them: rows, verse, one paragraph above the next article."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner, Result

MENU = " ".join(f'<a href="/{i}">Chuyên mục số {i}</a>' for i in range(6))
STORIES = [
    "Ghe bầu về bến muộn vì nước rút nhanh",
    "Lớp học đàn kìm mở lại sau mùa gặt",
    "Chợ nổi dời sang nhánh sông phía tây",
]
LIST = "<br>".join(f'<a href="/b{i}">{x}</a>' for i, x in enumerate(STORIES))
FOOT = "<p>Báo Rạch Gầm, cơ quan của hội nhà vườn</p><p>Giấy phép số 45/GP cấp ngày 01/02/2020</p>"
FOOT += "<p>Mọi hình thức sao chép nội dung trên trang phải được tòa soạn đồng ý bằng văn bản.</p>"
HEAD = "Lịch cúp nước các ấp ven rạch trong tuần"
ROWS = ["05:30 Ấp Tràm, từ cầu sắt đến vàm", "07:15 Ấp Dừa, cả hai bờ", "09:00 Ấp Bần, xóm lò gạch"]
ROWS += ["13:30 Ấp Mắm, trừ trạm y tế", "15:00 Ấp Đước, khu tái định cư"]


def read(body: str, title: str = "Báo Rạch Gầm") -> Result:
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return Cleaner(sites=()).clean_html(page)


def kept(body: str, lines: list[str], title: str = "Báo Rạch Gầm") -> bool:
    text = read(body, title).text
    return all(line in text for line in lines)


def in_cell(rows: list[str], date: str = "12/03/2026 07:15") -> str:
    cell = f"<b>{HEAD}</b><br>{date}<br>{'<br>'.join(rows)}<table><tr><td>{LIST}</td></tr></table>"
    return f"<table><tr><td>{MENU}</td><td>{cell}</td></tr><tr><td>{FOOT}</td></tr></table>"


def test_lines_in_a_cell_beside_a_table_of_links_are_the_article() -> None:
    result = read(in_cell(ROWS))
    assert all(row in result.text for row in ROWS)
    assert result.metadata.title == HEAD
    assert "Giấy phép" not in result.text


@pytest.mark.parametrize(("rows", "found"), [(3, True), (2, False)])
def test_three_lines_below_a_date_are_an_article(rows: int, found: bool) -> None:
    rows_ = [f"{row}, nước yếu đến hết ngày hôm sau" for row in ROWS[:rows]]
    assert kept(in_cell(rows_), rows_) == found


@pytest.mark.parametrize(("size", "found"), [(100, True), (99, False)])
def test_lines_below_a_date_say_a_hundred_characters(size: int, found: bool) -> None:
    rows = ["Ấp Tràm cúp nước từ trưa", "Ấp Dừa cúp nước từ xế", "Ấp Bần cúp"]
    rows[-1] = rows[-1].ljust(size - sum(map(len, rows[:2])), "o")
    assert sum(map(len, rows)) == size
    assert kept(in_cell(rows), rows[:1]) == found


@pytest.mark.parametrize(("name", "found"), [("Út Lúa Đò", True), ("Út Lúa Đò Rạch", False)])
def test_a_date_stands_beside_a_name_and_no_more(name: str, found: bool) -> None:
    assert kept(in_cell(ROWS, f"12/03/2026 {name}"), ROWS) == found


def test_a_folded_list_below_a_date_is_the_article() -> None:
    items = "".join(f"<li>{row}</li>" for row in ROWS)
    body = f"<div>{MENU}</div><div><div>{HEAD}</div><div>12/03/2026</div><ul>{items}</ul></div>"
    assert kept(f"{body}<div>{LIST}</div><div>{FOOT}</div>", ROWS)


VERSE = ["Nước về ngập trắng bờ tre", "Con cò đứng lặng nghe đò gọi nhau", "Cha đan dở mấy cái lờ"]
VERSE += [
    "Má ngồi vá lại câu hò năm xưa",
    "Chợ chiều họp giữa cơn mưa",
    "Mớ rau con cá đủ vừa bữa cơm",
]
VERSE += ["Bếp nhà ai mới thổi rơm", "Người đi xa nhớ bát cơm bến nghèo"]


def beside_lists(inner: str) -> str:
    row = f"<td>{LIST}</td><td>{inner}</td><td>{LIST}<br>{LIST}</td>"
    return f"<div>{MENU}</div><table><tr>{row}</tr></table><div>{FOOT}</div>"


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_the_only_heading_is_the_headline() -> None:
    result = read(beside_lists(f"<h2>{HEAD}</h2>{paragraphs(VERSE)}"))
    assert all(line in result.text for line in VERSE)
    assert result.metadata.title == HEAD


def test_of_two_headings_none_is_the_headline() -> None:
    body = beside_lists(
        f"<h2>{HEAD}</h2>{paragraphs(VERSE)}<h2>Những bài thơ gửi về trong tháng</h2>"
    )
    assert read(body).metadata.title != HEAD


def test_a_heading_below_prose_is_a_subhead() -> None:
    told = "Hội nhà vườn nhận được hơn trăm bài thơ trong mùa nước này."
    body = beside_lists(f"<p>{told} {told}</p><h2>{HEAD}</h2>{paragraphs(VERSE)}")
    assert read(body).metadata.title != HEAD


@pytest.mark.parametrize(("size", "article"), [(200, True), (199, False)])
def test_text_below_a_heading_is_an_article_from_some_length_on(size: int, article: bool) -> None:
    verse = [*VERSE]
    verse[-1] = verse[-1][: size - sum(map(len, verse[:-1]))]
    result = read(beside_lists(f"<h2>{HEAD}</h2>{paragraphs(verse)}"))
    assert sum(map(len, verse)) == size
    assert (result.document.document_type == "article") == article


@pytest.mark.parametrize(("rows", "found"), [(3, True), (2, False)])
def test_a_paragraph_goes_on_in_three_rows_below(rows: int, found: bool) -> None:
    first = "Nhà máy nước báo cúp nước lần lượt ở các ấp ven rạch trong tuần."
    cells = [f"<b>{HEAD}</b>", "12/03/2026", first, *ROWS[:rows], LIST, FOOT]
    table = "".join(f"<tr><td>{cell}</td></tr>" for cell in [MENU, *cells])
    assert kept(f"<table>{table}</table>", ROWS[:rows], HEAD) == found


def test_the_last_row_above_a_list_is_no_header() -> None:
    first = "Nhà máy nước báo cúp nước lần lượt ở các ấp ven rạch trong tuần."
    body = f"{MENU}<h2>{HEAD}</h2>12/03/2026<br>{first}<br>{first}<br>{'<br>'.join(ROWS[:3])}<hr>{LIST}"
    assert kept(body, ROWS[:3], HEAD)


def test_a_header_in_the_words_of_rows_is_one() -> None:
    first = "Nhà máy nước báo cúp nước lần lượt ở các ấp ven rạch trong tuần."
    body = f"{MENU}<h2>{HEAD}</h2>12/03/2026<br>{first}<br>{first}<br>Lật lại mấy số cũ<hr>{LIST}"
    assert "Lật lại" not in read(body, HEAD).text


SAPO = "Nước rút sớm, ghe lớn mắc cạn."


def above(tag: str, text: str) -> str:
    told = "Chủ ghe nào cũng nói chưa thấy con nước nào lạ như con nước này."
    rest = "".join(f"<div><span>{told} {x}.</span></div>" for x in STORIES)
    body = (
        f"<h1>Ghe lớn mắc cạn ở vàm</h1><div><{tag}>{text}</{tag}><div class=d>{rest}</div></div>"
    )
    return read(body).text


def test_a_short_sentence_beside_the_body_opens_it() -> None:
    assert SAPO in above("div", SAPO)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("aside", SAPO),
        ("div", "Nước rút sớm, ghe lớn mắc cạn"),
        ("div", "Mời bạn góp ý cho bài viết này."),
    ],
)
def test_what_stands_apart_does_not(tag: str, text: str) -> None:
    assert text not in above(tag, text)


def test_the_summary_of_a_card_above_the_body_does_not() -> None:
    card = f"<div><a href='/a'><img></a><h3><a href='/a'>{STORIES[0]}</a></h3><p>{SAPO}</p></div>"
    told = "Chủ ghe nào cũng nói chưa thấy con nước nào lạ như con nước này."
    rest = "".join(f"<div><span>{told} {x}.</span></div>" for x in STORIES)
    body = f"<h1>Ghe lớn mắc cạn ở vàm</h1><div>{card}<div class=d>{rest}</div></div>"
    assert SAPO not in read(body).text


def thread(lines: int) -> str:
    said = "Đọc mà nhớ quê quá chừng, cảm ơn người viết, năm nay xóm tôi cũng ngập rồi."
    names = ["Út Lúa", "Trần Đò", "Lê Cồn", "Hai Rạch"]
    comments = "".join(
        f"<div class=k><b>{name}</b><p>{said} {name} viết vậy.</p><i>{i + 2} giờ trước</i></div>"
        for i, name in enumerate(names)
    )
    verse = "".join(f"<div>{line}</div>" for line in VERSE[:lines])
    body = f"<h1>{HEAD}</h1><div>{verse}</div>"
    return read(f"<div>{MENU}</div>{body}<div>{comments}</div>", HEAD).text


@pytest.mark.parametrize(("lines", "found"), [(4, True), (3, False)])
def test_four_lines_are_an_article_with_comments_below(lines: int, found: bool) -> None:
    text = thread(lines)
    assert (VERSE[0] in text and "nhớ quê" not in text) == found


TOLD = "Từ đầu tháng, bến đò Gỗ chạy thêm hai chuyến khuya cho công nhân tan ca."
OTHER = "Nắng gắt kéo dài làm vườn nhãn cuối xã rụng trái non, chủ vườn phải tưới đêm."


def scroll(
    head: str = "h1", name: str = "s t1", date: str = "11/03/2026", other: str = "div"
) -> str:
    first = f"<div class='s'><h1>Bến đò Gỗ chạy khuya</h1><i>12/03/2026</i><p>{TOLD}</p></div>"
    rest = "".join(f"<p>{OTHER} {x}.</p>" for x in STORIES)
    next_ = f"<{head}>Vườn nhãn rụng trái non</{head}><div>{date}</div>{rest}"
    body = f"<div>{first}<{other} class='{name}'>{next_}</{other}></div>"
    return read(body, "Bến đò Gỗ chạy khuya - Báo Rạch Gầm").text


def test_the_next_article_is_another() -> None:
    assert scroll() == TOLD


@pytest.mark.parametrize(
    "made", [{"head": "h2"}, {"name": "u"}, {"date": "Ấp Gỗ"}, {"other": "section"}], ids=str
)
def test_what_is_made_otherwise_or_has_no_date_may_be_of_it(made: dict[str, str]) -> None:
    assert OTHER in scroll(**made)


POEM = [
    "Chiều nghiêng qua bến đò ngang",
    "Nghe con nước gọi mùa sang muộn màng",
    "Mẹ ngồi đếm lá tre vàng",
    "Đếm bao năm tháng xếp hàng sau lưng",
    "Ai về nhớ ghé giêng hai",
    "Rằm trăng vừa mọc bên ngoài bờ sông",
    "Lúa non trải chiếu ra đồng",
    "Gọi chim én lại, gọi bông gạo về nhà",
]
SECTIONS = "".join(f"<p><a href='/b{i}'>{x} số {i}</a></p>" for i, x in enumerate(STORIES * 3))


@pytest.mark.parametrize(("lines", "found"), [(8, True), (7, False)])
def test_verse_below_a_short_headline_among_many_links(lines: int, found: bool) -> None:
    verse = [f"{line} xưa" for line in POEM[:lines]]
    assert sum(map(len, verse)) >= 200
    body = f"<div><h1>Bến cũ</h1><p>{'<br>'.join(verse)}</p></div><div>{SECTIONS}</div>"
    assert kept(body, verse, "Bến cũ") is found
    assert (read(body, "Bến cũ").document.document_type == "article") is found


@pytest.mark.parametrize(("size", "found"), [(200, True), (199, False)])
def test_characters_of_verse_below_a_short_headline(size: int, found: bool) -> None:
    verse = [line[:25].strip() for line in POEM]
    verse[-1] = verse[-1].ljust(size - sum(map(len, verse[:-1])), "i")
    assert sum(map(len, verse)) == size
    body = f"<div><h1>Bến cũ</h1><p>{'<br>'.join(verse)}</p></div><div>{SECTIONS}</div>"
    assert kept(body, verse[:1], "Bến cũ") is found

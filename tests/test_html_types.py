"""What is no article is said so, and gives no salad of teasers."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner

HEADLINES = [
    "Mưa lớn kéo dài ở Bắc Trung Bộ đến cuối tuần",
    "Giá gạo xuất khẩu tăng tuần thứ ba liên tiếp",
    "Hai tuyến metro chạy thử đêm từ tháng sau",
    "Trường làng có thư viện nghìn cuốn sách",
    "Vải thiều sớm được giá ngay đầu vụ",
]
SUMMARIES = [
    "Mưa to từ chiều nay, nhiều nơi trên 150 mm trong hai ngày, các xã ven sông đã lên phương án sơ tán.",
    "Giá gạo 5% tấm lên mức cao nhất kể từ đầu năm nay, doanh nghiệp kỳ vọng đơn hàng lớn trong quý tới.",
    "Tàu chạy không khách từ 23h đến 4h sáng trong suốt tháng, người dân hai bên tuyến được báo trước.",
    "Một nghìn cuốn sách do phụ huynh góp, thư viện mở cửa cả chiều thứ bảy và chủ nhật cho trẻ em.",
    "Thương lái vào tận vườn đặt cọc, mỗi kg vải loại một có giá 45.000 đồng, cao hơn năm ngoái.",
]
ITEMS = list(zip(HEADLINES * 3, SUMMARIES * 3, strict=True))
NAV = "<nav><a href='/'>Trang chủ</a><a href='/ts'>Thời sự</a><a href='/kt'>Kinh tế</a></nav>"


def listed(template: str) -> str:
    items = "".join(template.format(i=i, h=h, s=s) for i, (h, s) in enumerate(ITEMS))
    return f"<html><body>{NAV}<h1>Thời sự</h1><div class='z'>{items}</div></body></html>"


INDEXES = {
    "cards in a list": listed("<ul><li><h3><a href='/{i}'>{h}</a></h3><p>{s}</p></li></ul>"),
    "cards of divs": listed(
        "<div><a href='/{i}'>{h}</a><div>{s}</div><span>2 giờ trước</span></div>"
    ),
    "wholly linked cards": listed("<article><a href='/{i}'><h3>{h}</h3><p>{s}</p></a></article>"),
    "headlines and summaries, flat": listed("<h3><a href='/{i}'>{h}</a></h3><p>{s}</p>"),
    "links only": listed("<p><a href='/{i}'>{h}</a></p>"),
}
LOTTERY = (
    f"<html><body>{NAV}<h1>Kết quả xổ số miền Bắc</h1><table>"
    + "".join(f"<tr><td>Giải {i}</td><td>{12345 + 77 * i}</td></tr>" for i in range(8))
    + "</table></body></html>"
)
WEATHER = (
    f"<html><body>{NAV}<h1>Thời tiết Hà Nội</h1>"
    + "".join(
        f"<div><span>Thứ {i}</span><b>{20 + i}°C</b><i>Mưa rào</i></div>" for i in range(2, 8)
    )
    + "</body></html>"
)
ARTICLE = (
    "<html><body><h1>Mưa lớn</h1><div>" + "".join(f"<p>{s}</p>" for s in SUMMARIES * 2) + "</div>"
)


@pytest.mark.parametrize("sites", [None, ()], ids=["packs", "no packs"])
@pytest.mark.parametrize("kind", INDEXES)
def test_index_gives_no_teasers(kind: str, sites: tuple[str, ...] | None) -> None:
    result = Cleaner(sites=sites).clean_html(INDEXES[kind])
    assert result.document_type == "index"
    assert "linked headlines" in result.document.type_reason
    assert result.text == ""


@pytest.mark.parametrize("html", [LOTTERY, WEATHER, "<html></html>", "<p>404"])
def test_page_without_prose_is_something_else(html: str) -> None:
    result = Cleaner().clean_html(html)
    assert result.document_type == "other"
    assert "characters of prose" in result.document.type_reason


def test_prose_makes_an_article() -> None:
    result = Cleaner().clean_html(ARTICLE)
    assert result.document_type == "article"
    assert "prose in one place" in result.document.type_reason


def test_short_news_is_an_article_where_the_page_says_so() -> None:
    body = f"<body><h1>Mưa lớn</h1><p>{SUMMARIES[0]}</p></body>"
    said = "<head><meta property='og:type' content='article'></head>" + body
    assert Cleaner().clean_html(body).document_type == "other"
    assert Cleaner().clean_html(said).document_type == "article"


def test_address_of_a_front_page_asks_for_more_prose() -> None:
    cleaner = Cleaner()
    assert (
        cleaner.clean_html(ARTICLE, url="https://vidu.vn/mua-lon-123.html").document_type
        == "article"
    )
    assert cleaner.clean_html(ARTICLE, url="https://vidu.vn/thoi-su").document_type != "article"


FERRY = "Cầu phao xã Vĩnh Lộc bị cuốn trôi, ba thôn phải đi đò"
PARAGRAPHS = [
    "Rạng sáng 16/9, nước từ thượng nguồn đổ về khiến cây cầu phao duy nhất của ba thôn bị đứt neo.",
    "Đến trưa, huyện điều hai chiếc xuồng máy và một đò sắt tới chở người qua sông trong lúc chờ sửa.",
    "Theo thống kê của xã, 412 hộ dân đang bị chia cắt, trong đó có 31 người phải uống thuốc hằng ngày.",
]
LINKS = "".join(
    f"<p><a href='/t{i}'>{h} trong năm nay</a></p>" for i, h in enumerate(HEADLINES * 2)
)


def ferry(headline: str = FERRY, times: int = 1) -> str:
    """A short article, and linked headlines beside it."""
    prose = "".join(f"<p>{p}</p>" for p in PARAGRAPHS * times)
    return f"<body><div><h1>{headline}</h1>{prose}</div><div>{LINKS}</div></body>"


@pytest.mark.parametrize(
    "address", ["", "cau-phao", "x", "cau-phao.html", "cau-phao-1234", "thoi-su/cau-phao", "tin/1"]
)
def test_a_short_address_empties_no_article(address: str) -> None:
    result = Cleaner().clean_html(ferry(), url=address and f"https://songque.example/{address}")
    assert result.document_type == "article"
    assert all(paragraph in result.text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    "address", ["", "thoi-su", "Thoi-Su/", "the-thao/bong-da.html", "trang-chu"]
)
def test_what_stands_at_the_address_of_a_section_is_an_index(address: str) -> None:
    result = Cleaner().clean_html(ferry(), url=f"https://songque.example/{address}")
    assert result.document_type == "index"


def test_headline_in_the_address_outweighs_a_section() -> None:
    page = ferry("Nhịp sống trẻ bên dòng sông")
    assert Cleaner().clean_html(page, url="https://songque.example/nhip-song-tre").text


@pytest.mark.parametrize(("times", "kept"), [(1, False), (2, True)])
def test_an_article_is_kept_even_at_the_address_of_a_section(times: int, kept: bool) -> None:
    """From `ENOUGH` characters of prose on that no linked headline interrupts."""
    result = Cleaner().clean_html(ferry(times=times), url="https://songque.example/thoi-su")
    assert result.document_type == "index"
    assert (PARAGRAPHS[0] in result.text) == kept


@pytest.mark.parametrize("url", ["http://[", "not a url", "//", "https://vidu.vn:x/"])
def test_broken_address_is_no_error(url: str) -> None:
    assert Cleaner().clean_html(ARTICLE, url=url).text

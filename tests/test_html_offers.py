"""The numbers of boxes in the body that are not of it: each with a box just inside and one just outside."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

HEADLINE = "Thư viện huyện tặng nghìn cuốn truyện tranh cho học sinh"
FIRST = "Thư viện huyện vừa tặng một nghìn cuốn truyện tranh cho học sinh các xã bãi trong tuần đầu năm."
TEXT = [FIRST, *(grown(150, f"Chuyến thứ {n} của thư viện huyện") for n in range(2))]
HEADER = "Đồ gốm tráng men"
OFFER = "Bộ chén dĩa mười món, giảm ba mươi phần trăm cho ai đặt trước"
ALIEN = (
    "bát đũa khay mâm nồi niêu xoong chảo ấm tách lọ bình hũ vại thìa muôi rổ thúng nia dần sàng cối "
    "chày thớt dao kéo quạt đèn chăn màn chiếu gối ghế bàn tủ kệ gương lược khăn nón"
).split()


def box(header: str = HEADER, said: str = OFFER, more: str = "", call: str = "Đặt mua") -> str:
    return f"<div><h4>{header}</h4><p>{said}</p>{more}<a href='/gom'>{call}</a></div>"


def stays(inside: str) -> bool:
    """Whether what the box says is left of an article that has it between its paragraphs."""
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{body}{inside}<p>{TEXT[1]}</p></div>"
    return "Bộ chén" in Cleaner(sites=()).clean_html(page).text


def test_an_offer_goes() -> None:
    assert not stays(box())


def test_the_button_of_a_form_calls_to_nothing() -> None:
    form = "<form><label>Tên bạn</label><input name='a'><input name='b'><button>Gửi</button></form>"
    assert stays(f"<div><h4>{HEADER}</h4><p>{OFFER}</p>{form}</div>")


@pytest.mark.parametrize(("lines", "kept"), [(12, False), (13, True)])
def test_lines_of_a_box(lines: int, kept: bool) -> None:
    assert stays(box(more="".join(f"<p>Màu {n}</p>" for n in range(lines - 3)))) == kept


@pytest.mark.parametrize(("size", "kept"), [(700, False), (701, True)])
def test_characters_of_a_box(size: int, kept: bool) -> None:
    left = size - len(HEADER) - len("Đặt mua") - 1
    said = f"{OFFER}, {' '.join(ALIEN * 4)}"[:left].rstrip().ljust(left, "n")
    assert stays(box(said=f"{said}.")) == kept


@pytest.mark.parametrize(("size", "kept"), [(40, False), (41, True)])
def test_characters_of_a_call(size: int, kept: bool) -> None:
    assert stays(box(call=grown(size, "Đặt", ""))) == kept


@pytest.mark.parametrize(("header", "kept"), [("Đồ gốm tráng men", False), ("Đồ gốm men", True)])
def test_words_of_a_line_that_says_something(header: str, kept: bool) -> None:
    assert stays(box(header)) == kept


@pytest.mark.parametrize(("shared", "kept"), [(11, False), (12, True)])
def test_pairs_of_words_that_a_box_shares_with_the_article(shared: int, kept: bool) -> None:
    """Of forty pairs: three are the header's, four stand in front of what is shared."""
    own = FIRST.lower().split()[: shared + 1]
    said = " ".join(["Bộ chén", *ALIEN[:3], *own, *ALIEN[4 : 36 - shared]])
    assert stays(box(said=said)) == kept


@pytest.mark.parametrize(("beside", "kept"), [(1, False), (0, True)])
def test_paragraphs_beside_a_box(beside: int, kept: bool) -> None:
    told = [*TEXT, grown(400, "Chuyến cuối của thư viện huyện")]
    lines = [f"<p>{line}</p>" for line in told]
    halves = f"<section>{''.join(lines[:2])}</section><section>{''.join(lines[2:])}</section>"
    text = f"{halves}{f'<p>{grown(150)}</p>' * beside}{box()}"
    page = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{text}</article>"
    assert ("Bộ chén" in Cleaner(sites=()).clean_html(page).text) == kept


SOLD = "Gọi 1900 1234 hoặc đặt lịch với chuyên gia của chúng tôi để được tư vấn sớm nhất."


def is_sold(said: str, *, last: bool = False) -> bool:
    """Whether an advertiser's call is gone that stands between the paragraphs, or below the `last`."""
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    more = "" if last else f"<p>{TEXT[1]}</p>"
    call = f"<div><p>{said}</p><a href='/dat-lich'>Đặt lịch khám</a></div>"
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{body}{call}{more}</div>"
    return said not in Cleaner(sites=()).clean_html(page).text


@pytest.mark.parametrize(
    "said",
    [
        SOLD,
        "Đăng ký ngay hôm nay để nhận ưu đãi ba mươi phần trăm cho lần đầu tiên.",
        "Tải ứng dụng để đọc nhanh hơn và nhận thông báo tin nóng.",
        "Quý khách vui lòng để lại số điện thoại, nhân viên tư vấn của chúng tôi sẽ gọi lại.",
    ],
)
def test_an_advertisers_call_between_paragraphs_goes(said: str) -> None:
    assert is_sold(said)


@pytest.mark.parametrize(
    "said",
    [
        "Gọi 0203 777 666 gặp chị Hoa để đăng ký chỗ ngồi trước ngày hai mươi.",
        "Liên hệ phòng Tổng hợp của sở để được hướng dẫn thủ tục trong giờ hành chính.",
        "Cài đặt ứng dụng của sở rồi quét mã trên bao thuốc để biết lô hàng.",
        "Ông Hải gọi chuyên gia của chúng tôi đến tư vấn, rồi tự tay sửa lại lò.",
    ],
)
def test_how_to_reach_somebody_of_the_article_stays(said: str) -> None:
    assert not is_sold(said)


def test_an_advertisers_call_below_all_paragraphs_may_be_the_articles() -> None:
    assert not is_sold(SOLD, last=True)

"""What stands between the headline and the body and is the article's: its lede, its points, its first subhead."""

from __future__ import annotations

import pytest

from grown import grown, worded
from vnnews_clean import Cleaner

HEADLINE = "Thư viện huyện tặng nghìn cuốn truyện tranh cho học sinh"
LEDE = "Chuyến xe đầu tiên chở sách về ba trường vùng sâu của huyện, nơi học sinh chưa từng có thư viện."
FIRST = "Sáng thứ hai xe dừng ở trường làng Bãi lúc trống vừa điểm, các em ùa ra vây quanh."
SECOND = "Mỗi em được mượn hai cuốn một tuần, cô thủ thư ghi tên từng em vào cuốn sổ bìa xanh."
LAST = "Huyện định mỗi tháng thêm một chuyến, kinh phí do các nhà hảo tâm ở tỉnh góp vào quỹ sách."
POINTS = "<li>Mỗi em được mượn hai cuốn một tuần</li><li>Huyện định mỗi tháng thêm một chuyến</li>"


def text(between: str, body: str = f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>") -> str:
    """What is left of a page with `between` the lede and the `body`."""
    head = f"<title>{HEADLINE}</title><meta name='description' content='{LEDE}'>"
    above = f"<div><h1>{HEADLINE}</h1><div><p>{LEDE}</p></div>{between}</div>"
    html = f"{head}{above}<div class='post-content'>{body}<p>{grown(300, 'Cuối buổi')}</p></div>"
    return Cleaner(sites=()).clean_html(html).text


def test_points_that_the_body_makes_stay_with_their_header() -> None:
    buttons = "<div><button>Mới nhất</button><button>Cũ nhất</button></div>"
    kept = text(f"{buttons}<div><h2>Điểm chính</h2><ul>{POINTS}</ul></div>")
    assert "Điểm chính\n\nMỗi em được mượn hai cuốn một tuần\n\nHuyện định" in kept


@pytest.mark.parametrize(
    "points",
    [
        POINTS.replace("<li>", "<li><a href='/1'>").replace("</li>", "</a></li>"),
        "<li>Gửi bài cho ban biên tập qua thư điện tử</li><li>Đọc số báo giấy tuần này ở đâu</li>",
    ],
    ids=["links", "other words"],
)
def test_a_list_of_something_else_goes(points: str) -> None:
    kept = text(f"<div><button>Nghe</button></div><h2>Điểm chính</h2><ul>{points}</ul>")
    assert "Điểm chính" not in kept
    assert LAST in kept


@pytest.mark.parametrize(("words", "stays"), [(12, True), (13, False)])
def test_a_header_of_points_has_twelve_words(words: int, stays: bool) -> None:
    header = worded(words, end="")
    kept = text(f"<div><button>Nghe</button></div><div>{header}</div><ul>{POINTS}</ul>")
    assert "Huyện định mỗi tháng thêm một chuyến\n" in kept
    assert (header in kept) == stays


@pytest.mark.parametrize(("pairs", "stays"), [(12, True), (11, False)])
def test_points_have_twelve_pairs_of_words(pairs: int, stays: bool) -> None:
    said = " ".join(SECOND.split()[: pairs + 1])
    kept = text(f"<div><button>Nghe</button></div><ul><li>{said}</li></ul>")
    assert (f"{said}\n" in kept) == stays


@pytest.mark.parametrize(("own", "stays"), [(7, True), (6, False)])
def test_half_of_what_points_say_is_in_the_body(own: int, stays: bool) -> None:
    said = " ".join(SECOND.split()[: own + 1])
    other = " ".join(f"ngày{n}" for n in range(7))  # as many pairs, one of them with `said`
    kept = text(f"<div><button>Nghe</button></div><ul><li>{said} {other}</li></ul>")
    assert (f"{said} {other}" in kept) == stays


def test_a_list_around_the_body_is_no_summary_of_it() -> None:
    posts = "".join(
        f"<li><div><p>Khách {n}</p></div><div>{x}</div></li>"
        for n, x in enumerate((FIRST, SECOND, LAST))
    )
    kept = text("", body=f"<ol>{posts}</ol>")
    assert FIRST in kept


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        ("<h2>Sách về làng Bãi rồi</h2>", True),
        ("<h2>Sách về làng Bãi</h2>", False),
        ("<div>Sách về làng Bãi rồi</div>", False),
        ("<h2><a href='/1'>Sách về làng Bãi rồi</a></h2>", False),
        ("<h2>Sách về làng Bãi rồi</h2><div>Cỡ chữ</div>", False),
    ],
    ids=["five words", "four words", "no heading", "a link", "farther away"],
)
def test_a_subhead_right_above_the_body_stays(above: str, stays: bool) -> None:
    kept = text(f"<nav><a href='#1'>Mục lục</a></nav>{above}")
    assert ("Sách về làng" in kept) == stays


@pytest.mark.parametrize(
    ("copy", "stays"),
    [(LEDE, False), (f"{LEDE} Cô thủ thư kể lại.", False), (f"{LEDE[:60]}.", True)],
    ids=["the same", "and more", "its beginning"],
)
def test_a_lede_goes_only_where_the_body_says_as_much(copy: str, stays: bool) -> None:
    kept = text("", body=f"<p>{FIRST}</p><p>{copy}</p><p>{LAST}</p>")
    assert kept.startswith(LEDE) == stays
    assert LEDE in kept


def answers(others: int, called: str = "") -> str:
    """A page of questions and a notice: the first answer speaks of the headline, the `others` do not."""
    said = [f"<p>{grown(150, f'{HEADLINE},')}</p><p>{grown(150, 'Thư viện huyện')}</p>"]
    said += [
        f"<p>{grown(140, f'Hỏi {n}')}</p><p>{grown(140, f'Đáp {n}')}</p>" for n in range(others)
    ]
    records = "".join(f"<div class='{called * (n > 1)}'>{x}</div>" for n, x in enumerate(said))
    notice = f"<div><section><p>{grown(250, 'Lưu ý')}</p></section></div>"
    page = f"<main><h1>{HEADLINE}</h1>{records}{notice}</main>"
    return Cleaner(sites=()).clean_html(f"<title>{HEADLINE}</title>{page}").text


@pytest.mark.parametrize(("others", "stay"), [(2, True), (1, False)])
def test_of_three_elements_built_alike_none_is_the_body(others: int, stay: bool) -> None:
    assert ("Hỏi 0" in answers(others)) == stay


def test_elements_that_are_called_otherwise_are_no_records() -> None:
    assert "Hỏi 0" not in answers(2, called="terms")

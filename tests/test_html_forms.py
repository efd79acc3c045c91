"""Polls, ratings, keyboards: what stands around the fields of a form is no article."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner

FIRST = "Bến đò nhỏ bắt đầu chạy chuyến khuya từ đầu tháng để công nhân tan ca kịp về bên kia sông."
LAST = "Mỗi đêm có chừng bốn mươi khách, đủ tiền dầu nhưng chưa đủ trả công cho người lái thứ hai."
OPTIONS = ("Rất cần", "Không cần", "Ý kiến khác")


def around(inner: str) -> str:
    page = f"<h1>Chuyến khuya ở bến</h1><div><p>{FIRST}</p>{inner}<p>{LAST}</p></div>"
    return Cleaner().clean_html(f"<body>{page}</body>").text


def options(template: str) -> str:
    return "".join(template.format(o) for o in OPTIONS)


FORMS = {
    "a poll": "<form><p>Bạn có đi chuyến khuya không?</p>"
    + options("<label><input type=radio>{}</label>")
    + "<button>Bỏ phiếu</button></form>",
    "a poll with a long question": "<form><div>Theo bạn, có nên thu thêm mỗi khách một nghìn để thuê"
    " người lái đò thứ hai không?</div>" + options("<p><input type=radio> {}</p>") + "</form>",
    "a poll without form": "<div><div>Bạn đi chuyến nào?</div>"
    + options("<div><input type=radio>{}</div>")
    + "</div>",
    "a rating": "<form>Chấm điểm bài này <select><option>5</option></select></form>",
    "a keyboard": "<div>Gõ tiếng Việt: " + options("<input type=radio> <span>{}</span>") + "</div>",
    "a box to write in": "<form><div>Bạn nghĩ gì?</div><textarea></textarea><a href='#'>Gửi đi</a></form>",
    "a newsletter": "<form><b>Nhận tin mỗi sáng</b><input type=email><button>Gửi</button></form>",
}


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_between_paragraphs_goes(kind: str) -> None:
    assert around(FORMS[kind]) == f"{FIRST}\n\n{LAST}"


KEPT = "Đò cập bến."
ASKS = "Bạn để lại địa chỉ, mỗi sáng bến đò sẽ gửi lịch chạy và tin mưa lũ cho bạn."
FORMS["two fields beside a sentence to the reader"] = f"<form><p>{ASKS}</p><input><input></form>"
NO_FORMS = {
    "one field beside a sentence to the reader": f"<form><p>{ASKS} {KEPT}</p><input></form>",
    "hidden fields": f"<form><p>{KEPT}</p><input type=hidden></form>",
    "a button only": f"<form><p>{KEPT}</p><input type=submit value='Gửi'></form>",
    "one field beside the text": f"<div><input><p>{KEPT}</p><p>Khách lên bờ.</p></div>",
    "a form around prose": f"<form><input type=radio><p>{KEPT}</p><p>{LAST} {FIRST}</p></form>",
    "a long quiz": f"<form><p>{KEPT}</p>"
    + "".join(f"<p>Câu {i}. Đò chạy mấy chuyến?</p><input type=radio>" for i in range(21))
    + "</form>",
}


@pytest.mark.parametrize("kind", NO_FORMS)
def test_what_only_stands_near_a_field_stays(kind: str) -> None:
    assert KEPT in around(NO_FORMS[kind])


def test_a_sponsored_link_is_an_advertisement() -> None:
    offer = "Nệm êm cho giấc ngủ sâu, giảm nửa giá"
    link = f"<div><span>Quảng cáo</span><a rel='sponsored nofollow' href='/x'>{offer}</a></div>"
    assert around(link) == f"{FIRST}\n\n{LAST}"
    kept = link.replace("sponsored ", "").replace(
        "<span>Quảng cáo</span>", "<span>Ông Bền kể: </span>"
    )
    assert offer in around(kept)


def test_the_header_of_a_form_goes_with_it() -> None:
    field = "<form><input type=email><button>Gửi</button></form>"
    assert "Nhận tin" not in around(f"<div><p>Nhận tin bến đò mỗi sáng</p>{field}</div>")
    two = "<p>Lịch chạy đò</p><p>Từ rằm tháng Chạp</p>"
    assert "Lịch chạy đò" in around(f"<div>{two}{field}</div>")
    assert "Lịch chạy đò" in around(f"<section><p>Lịch chạy đò</p>{field}</section>")

"""Comments that no name gives away: found by their buttons, and only where nothing is answered."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner

ARTICLE = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "Bến đò nhỏ bắt đầu chạy chuyến khuya từ đầu tháng để công nhân tan ca kịp về bên kia sông.",
        "Mỗi đêm có chừng bốn mươi khách, đủ tiền dầu nhưng chưa đủ trả công cho người lái thứ hai.",
        "Xã đã lắp ba cột đèn, phát áo phao có vạch phản quang và cấm chở quá hai mươi người một lượt.",
    )
)
SAID = (
    "Đèn ở bến sáng hơn trước nhiều rồi, giờ chỉ mong có thêm một mái che mưa cho bà con đứng đợi.",
    "Ngày xưa bố tôi chèo đò ở đúng bến ấy, khách ngồi chen nhau mà chẳng ai có áo phao bao giờ cả.",
    "Nên thu thêm một nghìn mỗi khách để thuê người lái thứ hai, chứ một người chạy suốt thì mệt lắm.",
)
RECORDS = {
    "buttons in a row": "<div><b>Ba Lúa</b><p>{}</p><a>Thích</a> <a>Trả lời</a> 2 giờ trước</div>",
    "a button in a box": "<li><div><div>Ba Lúa</div><div>{}</div></div><div>Phản hồi</div></li>",
    "in capitals": "<section><p>{}</p><span>THÍCH 12</span> <span>TRẢ LỜI</span></section>",
    "in English": "<div><div>{}</div><div>Like · Reply · 3 days ago</div></div>",
    "with a form below": "<div><p>{}</p><a>Trả lời</a><div>Gửi bình luận</div></div>",
}


def text(record: str, said: tuple[str, ...] = SAID) -> str:
    page = f"<body><div><div>{ARTICLE}</div><div>{''.join(map(record.format, said))}</div></div>"
    return Cleaner().clean_html(page).text


@pytest.mark.parametrize("kind", RECORDS)
def test_a_list_of_comments_is_not_the_articles(kind: str) -> None:
    kept = text(RECORDS[kind])
    assert [said for said in SAID if said in kept] == []
    assert kept.count("\n\n") == 2


@pytest.mark.parametrize(
    "record",
    [
        "<div><p>Hỏi: {0}</p><p>Trả lời</p><p>Vâng. {0}</p></div>",
        "<div><p>{}</p><p>Trả lời:</p></div>",
        "<div><p>{}</p><p>Ông Bền trả lời như vậy.</p></div>",
    ],
)
def test_what_is_answered_stays(record: str) -> None:
    kept = text(record)
    assert all(said in kept for said in SAID)


def test_one_button_makes_no_list() -> None:
    record = RECORDS["a button in a box"].format(SAID[0])
    page = f"<body><div>{ARTICLE}{record}<p>{SAID[1]}</p><p>{SAID[2]}</p></div>"
    assert SAID[0] in Cleaner().clean_html(page).text

"""Rows of buttons between paragraphs, and boxes that stand there more than once."""

from __future__ import annotations

import pytest

from framed import HEADLINE, TEXT, boxed, text_of
from grown import grown

OFFER = "<div><div>Bình gốm men tro cỡ lớn</div><div>{}</div><a href='/mua'>Xem ở quầy</a></div>"
NOTICE = "<div><div>Tóm tắt nhanh</div><p>{}</p><button>Xem</button></div>"
SAID = "Bản tóm tắt do máy viết lại từ bài viết, có thể chưa đúng. Bạn nên đọc toàn văn."


@pytest.mark.parametrize("times", [1, 2, 4])
def test_a_box_goes_however_often_it_stands_there(times: int) -> None:
    first, *rest = TEXT
    box = OFFER.format("1.290.000 đ")
    text = "".join(
        f"<p>{line}</p>{box if n < times else ''}" for n, line in enumerate([first, *rest])
    )
    page = text_of(f"<div><h1>{HEADLINE}</h1>{text}</div>")
    assert "Bình gốm" not in page
    assert all(line in page for line in TEXT)


def test_a_box_of_words_that_the_article_says_stays() -> None:
    box = OFFER.format("Mẻ thứ 0 của lò gốm bên sông Quê sáng nay bà con xóm bãi ra bến")
    assert "Bình gốm" in boxed(box + box)


@pytest.mark.parametrize(
    ("more", "kept"), [("", False), ("<p>Gánh nước</p>", True)], ids=["two", "three"]
)
def test_lines_of_a_box_in_which_a_paper_speaks_of_itself(more: str, kept: bool) -> None:
    first = f"<div><div>Tóm tắt</div><p>{SAID}</p>{more}<button>Xem</button></div>"
    assert (SAID in boxed(first)) is kept


def test_a_notice_goes_with_its_short_header() -> None:
    assert SAID not in boxed(NOTICE.format(SAID))
    other = grown(90, "Bản tóm tắt do thợ cả viết lại cho làng")
    assert other in boxed(NOTICE.format(other))


ROWS = [
    "Chia sẻ Facebook Zalo Sao chép",
    "Theo dõi chúng tôi trên Zalo | Facebook",
    "Share on Twitter",
    "Nữ miền Bắc Nữ miền Nam 0.75x 1.25x",
    "Mới nhất trước Cũ nhất trước Tự động cập nhật",
    "Quan tâm nhất | Mới nhất",
]
OTHERS = [
    "Facebook, Zalo, TikTok",
    "Facebook Zalo TikTok",
    "Chia sẻ trên bến",
    "Chia sẻ qua Zalo của làng",
    "Ống nhòm 8x 10x",
    "Tốc độ đọc 1.25x",
    "Mới nhất trước lò",
]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_buttons_goes(row: str) -> None:
    assert row not in boxed(f"<div>{row}</div>")


@pytest.mark.parametrize("row", OTHERS)
def test_a_line_that_says_more_stays(row: str) -> None:
    assert row in boxed(f"<div>{row}</div>")


@pytest.mark.parametrize(("size", "kept"), [(100, False), (101, True)])
def test_characters_of_a_row(size: int, kept: bool) -> None:
    row = grown(size - 12, "Giọng", "") + " 0.75x 1.25x"
    assert (row in boxed(f"<div>{row}</div>")) is kept

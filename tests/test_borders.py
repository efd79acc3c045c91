"""Where something inside flat text begins and ends."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean.borders import glue_points, has_break, last_sentence, sentence_end
from vnnews_clean.links import link_end

REST = "Bà con đứng kín hai bờ, ai cũng ướt."


def end_of(text: str) -> int | None:
    return link_end(text, 0, len(text))


@pytest.mark.parametrize(
    ("headline", "rest"),
    [
        ("Ghe ngo về đích", " >> Chợ nổi"),
        ("Ghe ngo về đích", "  Bà con đứng kín hai bờ."),
        ("Ghe nào về đích?", f" {REST}"),
        ("Đọc ghe ngo tại đây", f" {REST}"),
        ("Ghe ngo về đích", f" Trước đó, {REST}"),
        (grown(170, end=""), ""),
        ("Ghe ngo về đích ở Mỹ", "Ngày rằm, bà con đứng kín hai bờ."),
        ("Ông Hải: “Ghe về rồi”", f" {REST}"),
        ("Ghe ngo đã về đích", f" Theo ban tổ chức, {REST}"),
        ("Ghe ngo về bến", f" Theo ban tổ chức, {REST}"),
        ("Ghe Ngo Về Đích Sớm", f" {REST}"),
        ("Ghe ngo về tới Vàm Cạn", f" Nhờ nước lên, {REST}"),  # behind a name
        ("Ghe ngo đã về đích", f" Nhưng vì sao năm nay ghe về sớm? {REST}"),
        ("Ghe ngo cập bến của Tấn Mía", f" Tại đây, {REST}"),
        ("Ghe ngo đã về đích", f" Chị Lý Thu cho biết vậy. {REST}"),
        ("Ghe ngo về đích sớm hơn", f" Do nước lên, {REST}"),
        ("Đội ghe trong phim Về bến ra mắt", f"{REST}"),  # glued: no word tells it sooner
    ],
)
def test_what_tells_where_a_headline_ends(headline: str, rest: str) -> None:
    assert end_of(headline + rest) == len(headline)


@pytest.mark.parametrize(
    "text",
    [
        grown(171, end=""),
        f"Ghe ngo về đích. {REST}",
        f"Ghe ngo về đích. {REST} >> Chợ nổi",
        f"Ghe ngo về Theo {REST} {REST}",  # too few words in front
        f"Ghe ngo của ông Văn Như Cương {REST} {REST}",  # a name
        f"Ghe ngo đã về đích. Ảnh: Thu Hà Theo ban tổ chức, {REST}",
        f"Ghe Ngo Về Đích {REST} {REST}",  # one capital less
        f"Ghe ngo của người Do Thái về đích. {REST}",  # a people
        f"Ghe ngo về đích ở Mỹ {REST} Trước đó, {REST}",  # a stop in front of what begins
    ],
)
def test_nothing_tells_where_a_headline_ends(text: str) -> None:
    assert end_of(text) is None


@pytest.mark.parametrize(("size", "ends"), [(90, True), (91, False)])
def test_a_long_closed_tail_may_be_a_headline_and_a_sentence(size: int, ends: bool) -> None:
    text = grown(size, start="Ghe ngo về Mỹ bằng đường biển")
    assert end_of(text) == (len(text) if ends else None)


@pytest.mark.parametrize(("size", "ends"), [(130, True), (131, False)])
def test_a_longer_one_is_both(size: int, ends: bool) -> None:
    text = grown(size, start="Ghe ngo về đích bằng đường biển")
    assert end_of(text) == (len(text) if ends else None)


@pytest.mark.parametrize("text", ["", " Thu Hà", " (Theo Báo Sông Quê)"])
def test_a_signature_is_no_headline(text: str) -> None:
    assert end_of(text) == 0


def test_sentences_end_behind_their_quotes() -> None:
    text = f"“Ghe về rồi.” {REST}"
    assert sentence_end(text, 0, len(text)) == len("“Ghe về rồi.”")
    assert sentence_end(text, 20, len(text)) == len(text)
    assert has_break(text, 0, len(text))
    assert not has_break(text, 20, len(text))


def test_the_last_sentence_begins_within_reach() -> None:
    text = f"Ghe về rồi. {REST}"
    assert last_sentence(text, len(text), 0) == len("Ghe về rồi. ")
    assert last_sentence(text, len(text), 0, reach=len(REST) + 2) == len("Ghe về rồi. ")
    assert last_sentence(text, len(text), 0, reach=len(REST) + 1) is None
    assert last_sentence(REST, len(REST), 0) == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Giá lúa tăng trở lạiHai xã có điện", ["Hai"]),
        ("Vì sao cá chết?Ba nhà vườn", ["Ba"]),
        ("Trạm sạc mọc lên12 trạm mới", ["12"]),
        ("Nhà vườn “bắt tay”Chợ nổi họp", ["Chợ"]),
        ("VinFast và MobiFone giao xe", []),
        ("Giá lúa tăng. Hai xã có điện", []),
        ("Dừa sáp sang MỹNgày rằm", ["Ngày"]),
        ("học bổng ĐH WashingtonHiện tại", ["Hiện"]),
        ("Giá gạo tăng 7,6%Công ty gom", ["Công"]),
        ("Chợ bán rẻ10,8 triệu đồng", ["10,8"]),
        ('Những pha “cua gấp" Đinh', []),
        ('Giấc mơ sau những pha "cua gấp"Đinh Linh kể', ["Đinh"]),
        ('Nghe kể chuyện xưa"Đinh Linh" hát', ['"Đinh']),
    ],
)
def test_glue_stands_between_a_small_letter_and_a_capital(text: str, words: list[str]) -> None:
    assert [text[at:].split(maxsplit=1)[0] for at in glue_points(text, 0, len(text))] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("https://que.vn/tai-lieu/KhuyenCao.pdf", []),
        ("www.que.vn/tai-lieu/KhuyenCao.pdf", []),
        ("que.vn/tai-lieu/KhuyenCao.pdf", ["Cao.pdf"]),  # nothing says that it is an address
        ("https://que.vnKhuyen", ["Khuyen"]),  # no path yet
        ("https://que.vn/khuyenBáo cáo", ["Báo"]),  # no letter of an address
        ("https://que.vn/khuyen.htmlBao cao", ["Bao"]),
        ("https://que.vn/khuyen.htmBao cao", ["Bao"]),
        (f"https://que.vn/{'a' * 184}nCao", []),
        (f"https://que.vn/{'a' * 185}nCao", ["Cao"]),
    ],
)
def test_in_the_path_of_an_address_nothing_is_glued(text: str, words: list[str]) -> None:
    assert [text[at:].split(maxsplit=1)[0] for at in glue_points(text, 0, len(text))] == words

"""The headline right below a menu, where nothing says again what a headline says."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.structure.marked import printed_longer
from vnnews_clean.structure.reading import read
from vnnews_clean.structure.topped import below_menu

MENU = ["Góc chợ", "Mùa vụ", "Bến cảng", "Trang trẻ", "Gian bếp", "Sân chơi"]
HEAD = "Chiều mưa ở bến sông quê"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([*MENU, HEAD, "Nghe đọc"], HEAD),
        ([*MENU[:5], HEAD], ""),  # no menu
        ([" ".join(MENU), HEAD], HEAD),  # in one line
        ([*MENU, "Nghe: bài đọc"], "Nghe: bài đọc"),
        ([*MENU, "Nghe đọc"], ""),
        ([*MENU, "Chiều mưa ở bến sông ngày 12/7/2021"], ""),
        ([*MENU, HEAD, *MENU, "Sáng nắng ở bến sông quê"], "Sáng nắng ở bến sông quê"),
        ([*MENU, "Mưa từ sáng đến chiều."], ""),
    ],
)
def test_the_headline_below_the_last_menu(lines: list[str], found: str) -> None:
    document = Cleaner().read("\n".join(lines))
    sorts = ["menu" if line.names_in_row else line.sort for line in document.lines]
    at = below_menu(lines, sorts, [""] * len(lines), len(lines))
    assert (lines[at] if at >= 0 else "") == found
    said = ["bar" if line == found else "" for line in lines]
    assert below_menu(lines, sorts, said, len(lines)) == -1


def title_of(*lines: str) -> str:
    document = Cleaner().read("\n".join(lines))
    reading = read(document, [""] * len(lines))
    return reading.texts[reading.title] if reading.title >= 0 else ""


TEASER = "Hội đua thuyền mở trên hồ lớn"
BODY = [
    "Gió đưa mùi rơm khắp xóm, trẻ con chạy ra ngõ đón mẹ, khói lam quấn quanh mấy rặng tre già ngoài bãi.",
    "Người chèo đò thong thả buông mái, nước vỗ mạn thuyền, tiếng chuông chùa bên kia vọng lại từng hồi.",
]
AGAIN = [f"Gánh cốm làng Vòng đã ra phố. {BODY[0]}", f"Bà con chờ cốm làng Vòng. {BODY[1]}"]


@pytest.mark.parametrize(
    ("head", "found", "signed"),
    [
        ("Gánh cốm làng Vòng", "Gánh cốm làng Vòng", "Gánh cốm làng Vòng"),
        ("Cốm làng Vòng", "", ""),  # as short as a menu's names are
        ("Thu về trên phố", "", "Thu về trên phố"),  # the text says nothing of it
    ],
)
def test_a_headline_as_short_as_a_name_of_the_menu(head: str, found: str, signed: str) -> None:
    assert title_of(*MENU, head, *AGAIN) == found
    assert title_of(*MENU, head, "Trần Lý Mộc", "12/07/2021 08:15", *AGAIN) == signed
    assert title_of(*MENU, head, "12/07/2021 08:15", *AGAIN) == signed
    said = [*["section"] * len(MENU), "", "bar", "comment", "", ""]
    document = Cleaner().read("\n".join([*MENU, head, "Nghe đọc bài", "Bình luận (0)", *AGAIN]))
    reading = read(document, said)
    assert (reading.texts[reading.title] if reading.title >= 0 else "") == found
    for told, word in ((len(MENU), "section"), (len(MENU) + 1, "tags")):
        assert read(document, [*said[:told], word, *said[told + 1 :]]).title == -1


def test_so_is_a_short_question_with_a_name_or_a_date_below() -> None:
    for sign in ("Trần Lý Mộc", "12/07/2021 08:15"):
        assert title_of(*MENU, "Ai gánh cốm về?", sign, *AGAIN) == "Ai gánh cốm về?"
        assert title_of(*MENU, "Ai gánh cốm?", sign, *AGAIN) == ""


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("cover of Đò Vàm Cống nghỉ một buổi", 2),
        ("» Đò Vàm Cống nghỉ một buổi", -1),  # an arrow leads to another article
        ("Đò Vàm Cống nghỉ một buổi - Báo Bến Quê", 2),
        ("cover of Đò Vàm Cống nghỉ", -1),
    ],
)
def test_a_line_that_another_one_says_with_a_players_word_in_front(above: str, found: int) -> None:
    lines = Cleaner().read("\n".join([above, TEASER, "Đò Vàm Cống nghỉ một buổi", BODY[0]])).lines
    assert printed_longer(lines) == found


def test_a_short_headline_with_a_menu_above_comes_out() -> None:
    names = "Trang chủ|Thời sự|Thế giới|Kinh tế|Pháp luật|Thể thao|Giải trí|Giáo dục|Đời sống"
    menu = names.split("|")
    article = ["Gánh cốm làng Vòng", *AGAIN, *BODY]
    assert Cleaner().clean("\n".join([*menu, *article])).text.split("\n") == article


SMALL = ["Trời sắp tối.", "Lời kể chậm rãi của một người già bên bếp lửa nhà sàn:"]


def test_an_article_that_says_nothing_of_its_headline_has_the_one_below_the_menu() -> None:
    assert title_of(*MENU, HEAD, "Nghe đọc", TEASER, *BODY) == HEAD


@pytest.mark.parametrize(
    "below",
    [
        [TEASER, f"Hội đua thuyền năm nay đông vui. {BODY[0]}", BODY[1]],  # the text says it again
        [TEASER, "Trần Lý Mộc", *BODY],  # signed
        [TEASER, "12/07/2021", *BODY],
    ],
)
def test_a_headline_that_anything_tells_goes_before_it(below: list[str]) -> None:
    assert title_of(*MENU, HEAD, "Nghe đọc", *below) == TEASER


def test_of_an_interview_the_headline_is_above_the_first_question() -> None:
    asks = ["Nước ăn chân thì phải làm gì?", "Chị rửa chân bằng nước muối loãng, lau cho thật khô."]
    more = ["Uống nước mưa có sao không?", "Nước mưa đầu mùa không nên uống, phải đun sôi thật kỹ."]
    lines = [*MENU, HEAD, "Người đọc: 12", *asks, *more]
    text = "\n".join(lines)
    assert title_of(*lines) == HEAD
    kept = Cleaner().clean(f"{text}\nChia sẻ bài viết").text.split("\n")
    assert [line for line in (HEAD, *asks, *more) if line not in kept] == []
    told = f"Nước ăn chân hay gặp vào mùa lũ. {BODY[0]}"
    assert title_of(*MENU, HEAD, "Người đọc: 12", asks[0], told, BODY[1]) == asks[0]

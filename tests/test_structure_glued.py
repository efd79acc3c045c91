"""Cards that a tool wrote in one line, headline and sentence: the numbers, with a case on either side."""

from __future__ import annotations

import pytest

from grown import grown
from test_structure_stacked import ARTICLE, STORIES, kept, page
from vnnews_clean import Cleaner
from vnnews_clean.structure.lists.glued import closing_glued, may_end_glued, retold

CARDS = (
    "Thư viện huyện mở cửa buổi tối cho học sinh Từ đầu tháng, thư viện huyện mở cửa buổi tối tới chín giờ, có nước uống và xe đưa về tận xóm.",
    "Hai tàu cá hỏng máy được lai dắt vào cảng Trưa nay hai tàu cá hỏng máy ngoài mũi Rồng đã vào cảng an toàn, mười bốn thuyền viên khỏe mạnh.",
    "Cầu treo bản Nặm được thay toàn bộ dây cáp Thợ cầu làm suốt hai tuần để cầu treo bản Nặm chịu được xe tải nhỏ trước mùa mưa năm sau.",
)
FOOT = "Tờ Đồng Bãi ra ngày rằm hằng tháng, bạn đọc gần xa góp bài và góp giấy."
LONG = "Ngày hai tàu cá hỏng máy được lai dắt vào cảng giữa đêm mưa gió sau khi bà con xóm"
RETOLD = "Trưa nay hai tàu cá hỏng máy được lai dắt vào cảng giữa đêm mưa gió, ai nấy đều mừng."


def line_of(text: str) -> float:
    return retold(Cleaner().read(text).lines[0])


def test_three_cards_below_a_header_go() -> None:
    assert kept("Ghé thêm vài nhà", *CARDS) == []
    assert kept("Ghé thêm vài nhà", *CARDS, FOOT) == []


def test_two_cards_need_a_header() -> None:
    assert kept("Ghé thêm vài nhà", *CARDS[:2]) == []
    document = Cleaner().read(page(*CARDS[:2]))
    assert closing_glued(document.lines) is None
    assert closing_glued(Cleaner().read(page(*CARDS)).lines) == (4, 6)


def test_one_card_stays() -> None:
    assert kept("Ghé thêm vài nhà", CARDS[0]) == ["Ghé thêm vài nhà", CARDS[0]]


def test_paragraphs_that_retell_nothing_stay() -> None:
    plain = [f"{story} Ngoài bãi {tail}" for story, tail in zip(STORIES, ARTICLE, strict=False)][:3]
    assert kept("Ghé thêm vài nhà", *plain) == ["Ghé thêm vài nhà", *plain]


@pytest.mark.parametrize("foot", [3, 4])
def test_three_lines_stand_below_them_at_most(foot: int) -> None:
    lines = Cleaner().read(page(*CARDS, *["Góc phố"] * foot)).lines
    assert (closing_glued(lines) is not None) == (foot == 3)


def test_what_speaks_of_the_text_above_is_no_list_of_others() -> None:
    own = "Khoai môn đầu tiên trồng trên đất phù sa đã bán hết Khoai môn đầu tiên trồng trên đất phù sa được thương lái cân ngay tại ruộng."
    assert line_of(own) > 0.24
    lines = Cleaner().read(page("Ghé thêm vài nhà", own, *CARDS)).lines
    assert closing_glued(lines) is None


def test_the_last_paragraph_above_stays() -> None:
    """It says one pair of eleven again; the line below is none of the article's."""
    last = "Nhà văn hóa xóm bãi vừa lợp mái tôn xanh nhạt bằng tiền góp Người làng còn đóng thêm bàn ghế gỗ xoan đặt ở văn hóa xã."
    assert 0 < line_of(last) < 0.24
    lines = Cleaner().read(page(last, *CARDS)).lines
    assert closing_glued(lines) == (5, 7)


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("Hai tàu cá hỏng máy Trưa nay hai tàu cá hỏng máy ngoài mũi Rồng đã vào cảng an toàn.", False),
        ("Hai tàu cá hỏng máy vào Trưa nay hai tàu cá hỏng máy ngoài mũi Rồng đã vào cảng an toàn.", True),
        ("Hai tàu cá hỏng máy vào. Trưa nay hai tàu cá hỏng máy ngoài mũi Rồng đã vào cảng an toàn.", False),
        ("Hai tàu cá hỏng máy vào trưa nay, hai tàu cá hỏng máy ngoài mũi rồng đã vào cảng an toàn.", False),
        ("Hai tàu cá hỏng máy vào Trưa nay hai tàu cá hỏng máy ngoài mũi Rồng.", True),
        ("Hai tàu cá hỏng máy vào Trưa nay hai tàu cá hỏng máy ngoài mũi.", False),
        (f"{LONG} nghe tiếng {RETOLD}", True),
        (f"{LONG} nghe tiếng còi {RETOLD}", False),
        ("Chợ chợ chợ chợ chợ nổi Sáng nay chợ chợ nổi đông người qua lại bến sông.", False),
        ("Mẹ ra bờ ao rửa cà Chị nói mẹ ra bờ ao rửa cà cho cả nhà ăn.", True),
        ("Mẹ ra bờ ao rửa cà Chị kể mẹ ra bờ ao rửa cà cho cả nhà ăn.", False),
        (CARDS[0] + "!" * (450 - len(CARDS[0])), True),
        (CARDS[0] + "!" * (451 - len(CARDS[0])), False),
    ],
    ids=["five words", "six", "a stop", "no capital", "ten behind", "nine", "22 words", "23", "two pairs", "60", "59", "450", "451"],
)  # fmt: skip
def test_a_card_is_a_headline_and_a_sentence(text: str, card: bool) -> None:
    assert (line_of(text) > 0) == card


def test_cards_are_seen_at_a_glance_below_a_short_line_alone() -> None:
    cleaner = Cleaner()
    assert may_end_glued(cleaner.read(page("Ghé thêm vài nhà", *CARDS)))
    assert not may_end_glued(cleaner.read(page(*CARDS)))
    assert not may_end_glued(cleaner.read(page("Ghé thêm vài nhà " * 3, *CARDS)))
    assert not may_end_glued(cleaner.read(page("Góc phố", *ARTICLE[:2])))


def test_cards_say_a_quarter_of_their_headlines_again() -> None:
    less = (
        "Thư viện huyện mở cửa buổi tối giúp học sinh Từ đầu tháng, phòng đọc sáng đèn tới chín giờ, thư viện huyện lo nước uống.",
        "Tàu cá Vĩnh An hỏng máy dạt bãi cát hoang Trưa nay thuyền viên khỏe mạnh lên bờ ăn cơm, tàu cá Vĩnh nằm chờ thợ bơm dầu.",
        "Cầu treo bản Nặm thay dây cáp thép mạ kẽm Thợ làm suốt tuần, cầu treo bản chịu xe tải nhỏ trước mùa mưa bão sang năm.",
    )
    assert [line_of(card) for card in less] == [pytest.approx(2 / 9)] * 3
    assert closing_glued(Cleaner().read(page(*less)).lines) is None


@pytest.mark.parametrize(("size", "may"), [(40, True), (41, False)])
def test_a_header_has_forty_characters(size: int, may: bool) -> None:
    document = Cleaner().read(page(grown(size, "Ghé", ""), *CARDS))
    assert may_end_glued(document) is may

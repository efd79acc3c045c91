"""Headlines in a row at the end, each about something else: the numbers, with a case on either side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vnnews_clean import Cleaner, clean
from vnnews_clean.structure.lists.stacked import closing_stack

ARTICLE = (
    "Người dân xóm bãi vừa thu hoạch xong vụ khoai môn đầu tiên trồng trên đất phù sa sau lũ, sản lượng cao hơn năm ngoái.",
    "Ông Bảy Hiền, trưởng xóm bãi, kể rằng mọi nhà đều góp công đắp lại đoạn bờ bao bị nước cuốn hồi tháng chín.",
    "Khoai môn được thương lái cân ngay tại ruộng, giá mười hai nghìn đồng một ký, bằng giá hai vụ trước cộng lại.",
    "Bà con dự tính sang năm sẽ trồng thêm đậu phộng xen giữa các luống khoai để giữ cho đất khỏi bạc màu.",
)
STORIES = (
    "Thư viện huyện mở cửa buổi tối cho học sinh ôn thi cuối cấp",
    "Hai tàu cá hỏng máy ngoài khơi được lai dắt vào cảng an toàn",
    "Vé xem trận chung kết bóng chuyền nữ bán hết trong nửa giờ",
    "Cầu treo bản Nặm được thay toàn bộ dây cáp trước mùa mưa bão",
    "Nhóm kỹ sư trẻ làm máy sấy nấm chạy bằng điện mặt trời mái nhà",
)
"""Eleven to fourteen words each, without a pair of words in common."""
HEADER = "Chuyện quanh ta"
"""What vouches for a list that it is of others: nobody knows it, and no word of the text is in it."""


def page(*below: str) -> str:
    return "\n".join((*ARTICLE, *below))


def kept(*below: str) -> list[str]:
    """The lines of `below` that stay below the article, all of which must stay."""
    lines = clean(page(*below)).splitlines()
    assert lines[: len(ARTICLE)] == list(ARTICLE)
    return lines[len(ARTICLE) :]


def test_four_headlines_about_other_things_go_below_a_header() -> None:
    assert kept(HEADER, *STORIES[:4]) == []


def test_three_headlines_stay() -> None:
    assert kept(HEADER, *STORIES[:3]) == [HEADER, *STORIES[:3]]


def test_bare_headlines_that_nothing_vouches_for_may_be_titles_and_captions() -> None:
    assert kept(*STORIES) == list(STORIES)


@pytest.mark.parametrize("header", ["Chuyện quanh ta", "Góp nhặt từ mọi nẻo"])
def test_a_header_nobody_knows_goes_with_its_list(header: str) -> None:
    assert kept(header, *STORIES) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Chuyện", id="one word"),
        pytest.param("Hai Lúa", id="a name"),
        pytest.param("Vụ khoai 2031", id="with a number"),
    ],
)
def test_what_is_no_header_stays_above_a_list(line: str) -> None:
    assert kept(line, *STORIES)[:1] == [line]


POINTS = (
    "Tiếp nhận đơn hàng của khách qua điện thoại",
    "Lập lịch giao cho đội xe trong ngày",
    "Báo doanh số vào chiều thứ sáu hằng tuần",
    "Tốt nghiệp trung cấp trở lên, mọi ngành nghề",
)
"""Eight to nine words each, without a pair of words in common."""


@pytest.mark.parametrize(
    ("mark", "more", "stay"),
    [
        ("- ", " cả tỉnh năm nay", True),
        ("", "", False),
        ("- ", " cả tỉnh năm nay rồi", False),
    ],
)
def test_short_points_with_a_bullet_are_no_headlines(mark: str, more: str, stay: bool) -> None:
    lines = [f"{mark}{point}{more if point is POINTS[0] else ''}" for point in POINTS]
    assert (kept(HEADER, *lines) == [HEADER, *lines]) == stay


def test_dates_and_ranks_stand_between_the_headlines() -> None:
    mixed = [part for story in STORIES for part in (story, "12/03/2031")]
    assert kept(*mixed) == []
    assert kept(*(f"{rank} {story}" for rank, story in enumerate(STORIES, 1))) == []


def test_two_small_lines_between_headlines_end_the_row() -> None:
    lines = page(STORIES[0], "Vườn nhà", "Góc bếp", *STORIES[1:4])
    assert closing_stack(Cleaner().read(lines).lines) is None


FOOT = "Tin tức bạn đang xem do nhóm tình nguyện viên sưu tầm và biên soạn hằng tuần, hoan nghênh mọi người góp bài."


DAYS = tuple(f"0{day}/03/2031" for day in range(1, 9))


def test_eight_lines_of_a_foot_may_stand_below() -> None:
    assert STORIES[0] not in kept(HEADER, *STORIES, FOOT, *DAYS[:7])
    assert STORIES[0] in kept(HEADER, *STORIES, FOOT, *DAYS)


def test_two_lines_of_running_text_below_may_be_the_article() -> None:
    assert STORIES[0] not in kept(HEADER, *STORIES, FOOT)
    assert STORIES[0] in kept(HEADER, *STORIES, FOOT, FOOT.replace("hằng tuần", "mỗi tháng"))
    short = ["Trang của làng.", "Xin đừng chép lại mà không hỏi.", "Cảm ơn bạn đã ghé."]
    assert STORIES[0] not in kept(HEADER, *STORIES, FOOT, short[0])
    assert STORIES[0] not in kept(HEADER, *STORIES, *short[:2])
    assert STORIES[0] in kept(HEADER, *STORIES, *short)  # three sentences


def test_the_article_that_goes_on_below_keeps_its_list() -> None:
    goes_on = "Ông Bảy Hiền nói thêm, bờ bao của xóm bãi còn phải đắp cao lên nửa mét trước khi trồng khoai môn vụ sau."
    assert kept(*STORIES, goes_on) == [*STORIES, goes_on]


def test_a_list_of_the_article_shares_words_with_it() -> None:
    rows = [f"{story} của bà con xóm bãi trồng khoai môn" for story in STORIES]
    assert kept(*rows) == rows


def test_items_of_one_kind_share_words_with_each_other() -> None:
    prizes = [f"Giải khuyến khích thuộc về tác phẩm {story}" for story in STORIES]
    assert kept(*prizes) == prizes


def test_short_lines_are_captions_or_verses() -> None:
    eight = [" ".join(story.split()[:8]) for story in STORIES]
    seven = [" ".join(story.split()[:7]) for story in STORIES]
    assert kept(HEADER, *eight) == []
    assert kept(HEADER, *seven) == [HEADER, *seven]


def test_addresses_are_rows() -> None:
    places = [
        "Quán Gió Đồng: 12 đường Bờ Kinh, xóm Trên, gần chợ nổi",
        "Tiệm Sáu Xệ: 48 phố Hàng Mây, khu cũ, sau đình làng",
        "Nhà hàng Lá Sen: 7 ngõ Giếng, thôn Đoài, cạnh ao cá",
        "Bếp Má Tư: 90 hẻm Cây Gáo, ấp Giữa, đầu cầu sắt",
    ]
    assert kept(*places) == places


def test_verses_begin_with_small_letters() -> None:
    verses = [story[0].lower() + story[1:] for story in STORIES]
    assert kept(*verses) == verses


def test_a_label_says_that_the_list_is_the_articles() -> None:
    below = ("Các phóng sự được trao giải gồm:", *STORIES)
    assert kept(*below) == list(below)


def test_a_programme_has_an_hour_beside_each_item() -> None:
    shown = [f"{19 + at}:30 {story}" for at, story in enumerate(STORIES[:4])]
    above = [part for at, story in enumerate(STORIES) for part in (f"{18 + at}h15", story)]
    assert kept(*shown) == shown
    assert kept(*above) == above


@pytest.mark.parametrize("contact", ["hoi@bienbai.example", "097 410 2231", "28 4410223"])
def test_whom_to_ask_stays(contact: str) -> None:
    below = (HEADER, f"{STORIES[3]} {contact}", *STORIES[:3])
    assert kept(*below) == list(below)
    assert kept(HEADER, f"{STORIES[3]} 28 441022", *STORIES[:3]) == []


def test_a_foot_that_says_whom_to_ask_stands_below_a_list() -> None:
    ask = "Muốn góp chuyện cho trang này xin gọi cô Út số 097 410 2231"
    assert STORIES[0] not in kept(HEADER, *STORIES[:4], ask)


def test_names_with_their_addresses_stay() -> None:
    people = [x for at, name in enumerate(STORIES) for x in (name, f"Thư: to{at}@bienbai.example")]
    assert kept(*people) == people


SUMMARIES = (
    "Học sinh cuối cấp được dùng phòng đọc của thư viện huyện tới chín giờ tối cho đến hết mùa thi.",
    "Hai con tàu chở mười bốn ngư dân đã vào cảng lúc nửa đêm, không ai cần phải đi cấp cứu.",
    "Ban tổ chức mở thêm một khán đài tạm nhưng chừng ấy ghế vẫn không đủ cho người hâm mộ bóng chuyền.",
    "Dây cáp mới do thợ của bản tự căng, kỹ sư tỉnh chỉ lên đo lại độ võng rồi ký biên bản.",
)


@pytest.mark.parametrize("sign", ["Lê Thu Nga\n3 giờ", "5 ngày trước"])
def test_four_texts_with_times_between_them_go(sign: str) -> None:
    mixed = [part for text in SUMMARIES for part in (sign, text)]
    assert kept(*mixed) == sign.splitlines()
    three = "\n".join(mixed[:6]).splitlines()
    assert kept(*three) == three


@pytest.mark.parametrize("sign", ["Lê Thu Nga", "12/03/2031", "7h15"])
def test_texts_with_names_or_dates_alone_between_them_stay(sign: str) -> None:
    mixed = [part for text in SUMMARIES for part in (sign, text)]
    assert kept(*mixed) == mixed


def test_texts_about_the_article_stay_whatever_stands_between_them() -> None:
    own = [part for text in ARTICLE for part in ("12/03/2031", f"Nhắc lại: {text}")]
    assert kept(*own) == own


@pytest.mark.parametrize(("times", "stay"), [(2, 1), (1, 8)])
def test_every_other_text_has_a_time_at_least(times: int, stay: int) -> None:
    signs = ["3 giờ"] * times + ["Lê Thu Nga"] * (4 - times)
    mixed = [part for pair in zip(signs, SUMMARIES, strict=True) for part in pair]
    assert kept(*mixed) == mixed[:stay]


def is_stack(above: str, stories: Sequence[str]) -> bool:
    document = Cleaner().read("\n".join((*ARTICLE, above, HEADER, *stories)))
    return closing_stack(document.lines) is not None


SHORTER = "Thư viện huyện mở cửa buổi tối cho học sinh"
"""Seven pairs of words; the first story has eleven."""


@pytest.mark.parametrize(
    ("first", "told", "found"),
    [
        (SHORTER, "Thư viện huyện mở cửa", True),  # four of 34 pairs
        (STORIES[0], "Thư viện huyện mở cửa buổi", False),  # five of 38
    ],
)
def test_headlines_share_every_eighth_pair_with_the_text_above(
    first: str, told: str, *, found: bool
) -> None:
    assert (
        is_stack(f"Ai cũng bảo {told} là đúng lúc, vì vụ này ít việc.", (first, *STORIES[1:4]))
        is found
    )


@pytest.mark.parametrize(
    ("first", "found"),
    [(STORIES[0], True), ("Thư viện huyện mở cửa buổi tối cho trẻ", False)],
)
def test_headlines_share_every_tenth_pair_with_each_other(first: str, *, found: bool) -> None:
    """Two pairs that stand twice, of 44, and of fewer than 40."""
    stories = (first, f"{STORIES[1]} xóm bãi Tám", STORIES[2], f"{STORIES[3]} xóm bãi Tám")
    assert is_stack("Ai cũng bảo đúng lúc, vì vụ này ít việc đồng áng.", stories) is found


def test_one_small_line_between_headlines_is_a_section() -> None:
    mixed = [part for story in STORIES for part in ("Vườn nhà", story)]
    assert is_stack("Ai cũng bảo đúng lúc, vì vụ này ít việc đồng áng.", mixed[1:])


def test_a_header_has_two_words() -> None:
    assert kept("Vườn nhà", *STORIES) == []


OFFERS = (
    "Nồi chiên không dầu giảm nửa giá, giao trong ngày",
    "Vay nhanh trong mười phút, không cần thế chấp",
)


@pytest.mark.parametrize(
    ("header", "offers", "found"),
    [
        ("Nội dung quảng cáo", 2, True),
        ("Tin từ các đối tác khác", 2, False),  # six words
        ("Tin từ các đối tác", 2, True),
        ("Nội dung quảng cáo", 1, False),
        ("Nội dung đáng đọc", 2, False),
        ("Nội dung quảng cáo.", 2, False),
    ],
)
def test_a_header_says_who_paid_for_two_headlines(header: str, offers: int, *, found: bool) -> None:
    lines = (header, *OFFERS[:offers])
    assert is_stack("Ai cũng bảo đúng lúc, vì vụ này ít việc đồng áng.", lines) is found

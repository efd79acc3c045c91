"""Lines that are the article's by their pattern, each pattern with a case on either side."""

from __future__ import annotations

import pytest

from vnnews_clean import clean
from vnnews_clean.structure.cohesion import core
from vnnews_clean.structure.own import (
    announced,
    answered,
    chronicle,
    fields,
    keys,
    mottoes,
    numbered,
    plays,
    points,
    tables,
)

ASKED = (
    "Nghỉ giữa mùa thì có được trả công cả vụ không?",
    "Mất sổ ruộng thì xin lại ở đâu?",
    "Bờ bao vỡ tràn sang nhà bên, ai phải đền?",
)
ANSWERED = (
    "Theo giao kèo đã ký, người làm được trả công theo số ngày ra đồng. Bạn nên chốt sổ với chủ ruộng trước khi nghỉ.",
    "Bạn tới ủy ban xã nơi đã đo đất, mang theo căn cước và điền tờ khai. Cán bộ địa chính cấp bản sao trong tuần.",
    "Trước hết nên ngồi lại với nhau ở tổ thủy nông. Không xong, bạn gửi đơn kèm ảnh chụp bờ ruộng lên phòng nông nghiệp.",
)
STORIES = (
    "Thư viện huyện mở cửa buổi tối cho học sinh ôn thi cuối cấp",
    "Hai tàu cá hỏng máy ngoài khơi được lai dắt vào cảng an toàn",
)
MENU = "Bến Đò Mùa vụ Chợ phiên Hỏi đáp Thư bạn đọc"


@pytest.mark.parametrize(
    ("asked", "others", "found"),
    [(3, 0, 6), (2, 0, 0), (3, 3, 6), (3, 4, 0)],
    ids=["three", "two", "as many headlines", "more headlines"],
)
def test_three_questions_with_answers(asked: int, others: int, found: int) -> None:
    texts = [*["Vì sao?", "Vì vậy."] * asked, *["Lúa", "Vì vậy."] * others, "Hết"]
    sorts = [*["asks", "paragraph"] * asked, *["headline", "paragraph"] * others, "menu"]
    assert list(answered(texts, sorts)) == list(range(found))


def test_questions_that_nobody_answers_are_none() -> None:
    texts = ["Vì sao?"] * 4
    assert list(answered(texts, ["asks"] * 4)) == []


def test_questions_and_answers_stay_around_a_box() -> None:
    pairs = [line for pair in zip(ASKED, ANSWERED, strict=True) for line in pair]
    lines = [MENU, "Ba câu hỏi của bạn đọc mùa này", *pairs[:4], "Gỡ rối nhà nông", *STORIES]
    lines += [*pairs[4:], "Gửi câu hỏi", "Họ tên", "Email", "Câu hỏi khác", *STORIES]
    kept = clean("\n".join(lines)).splitlines()
    assert set(pairs) <= set(kept)
    assert "Câu hỏi khác" not in kept


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Căn cứ luật;", "Căn cứ nghị quyết;", "Theo đề nghị của xã,", "Lúa"], [0, 1, 2]),
        (["Căn cứ luật;", "Lúa", "Theo đề nghị của xã,"], []),
        (["Căn cứ luật;", "Lúa", "Theo đề nghị,", "Căn cứ nghị quyết;"], [0, 3]),
    ],
    ids=["two", "one", "a comma that goes on from none"],
)
def test_points_end_with_a_semicolon(texts: list[str], found: list[int]) -> None:
    assert list(points(texts)) == found


SAYING = "Hội làng, chi bộ ấp và gia đình vô cùng thương tiếc báo tin"


@pytest.mark.parametrize(
    ("announcement", "between", "said", "first"),
    [
        (f"{SAYING}::", 2, "", 0),  # 61 characters
        (f"{SAYING}:", 2, "", 0),  # 60
        (f"{SAYING[1:]}:", 2, "", 3),  # 59
        (f"{SAYING}.", 2, "", 3),
        (f"{SAYING}:", 9, "", 0),
        (f"{SAYING}:", 10, "", 11),  # too far above
        (f"{SAYING}:", 2, "bar", 3),
    ],
)
def test_a_sentence_with_a_colon_announces(
    announcement: str, between: int, said: str, first: int
) -> None:
    assert len(SAYING) == 59
    texts = [announcement, *["Nghệ nhân Hai Lúa"] * between, "Lễ viếng từ sáng."]
    words = ["", said, *[""] * between]
    assert announced(texts, words, between + 1) == first


def test_a_menu_is_not_announced() -> None:
    texts = [f"{SAYING}:", MENU, "Lễ viếng từ sáng."]
    assert announced(texts, [""] * 3, 2) == 2


def test_short_lines_below_an_announcement_stay() -> None:
    title = "Tin buồn: Nghệ nhân Hai Lúa qua đời"
    facts = ["Nghệ nhân Hai Lúa", "Sinh năm 1938", "Nguyên chủ nhiệm đội chèo huyện Vàm Cạn"]
    end = ["Lễ viếng bắt đầu từ 9h tại nhà văn hóa ấp.", "An táng tại nghĩa trang quê nhà."]
    body = [f"{SAYING}:", *facts, *end, "Gia đình kính báo bà con gần xa."]
    more = ["Vé xem trận chung kết bóng chuyền nữ bán hết trong nửa giờ"]
    more += ["Cầu treo bản Nặm được thay toàn bộ dây cáp trước mùa mưa bão"]
    lines = [MENU, title, "18/02/2031", *body, "Tin mới trong huyện", *STORIES, *more]
    assert clean("\n".join(lines)).splitlines() == [title, "18/02/2031", *body]


@pytest.mark.parametrize(("own", "begin"), [({1}, 0), (set[int](), 2)])
def test_own_lines_do_not_part_the_core(own: set[int], begin: int) -> None:
    sorts = ["paragraph", "headline", "paragraph"]
    assert core(sorts, [80, 60, 200], [False] * 3, own) == (begin, 2)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["| Lúa | 7,5 |", "| Ngô | 6 |", "| Đậu | -2,1% |"], [0, 1, 2]),
        (["Lúa | thơm | 7", "Ngô | nếp | 6", "Đậu | xanh | 9"], [0, 1, 2]),
        (["| Lúa | 7,5 |", "| Ngô | 6 |"], []),
        (["| Lúa | 7,5 |", "| Ngô | 6 | 8 |", "| Đậu | 2 |"], []),  # not as many cells
        (["| 1 | 2 |", "| 8 | 9 |", "| 15 | 16 |"], []),  # a calendar
        (["Lúa | 7", "Ngô | 6", "Đậu | 9"], []),  # one sign each
        (["| Lúa | rẻ |", "| Ngô | đắt |", "| Đậu | rẻ |"], []),  # no figures
    ],
)
def test_rows_of_a_table(texts: list[str], found: list[int]) -> None:
    assert list(tables(texts)) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Địa chỉ: ấp Bãi", "Giờ mở cửa: 7h"] * 3, [0, 1, 2, 3, 4, 5]),
        (["Địa chỉ: ấp Bãi", "Giờ mở cửa: 7h"] * 2, []),
        (["Địa chỉ: ấp Bãi", "Lúa", "Giờ mở cửa: 7h"] * 3, []),
        (["Video: ghe chìm"] * 2, []),
        (["Tham gia ngày: 23/02/2020", "Bài viết: 2232"] * 3, []),  # of a forum
        ([f"{'Đ' * 29}: ấp Bãi", "Giờ: 7h"] * 3, [0, 1, 2, 3, 4, 5]),
        ([f"{'Đ' * 30}: ấp Bãi", "Giờ: 7h"] * 3, []),
    ],
)
def test_fields_of_records(texts: list[str], found: list[int]) -> None:
    assert sorted(set(fields(texts))) == found


HOURS = ["09h27", "Nước lên.", "10h05", "Nước đứng.", "14h10", "Nước rút.", "15h40", "Hết lũ."]
TEXTS = ["stamp", "paragraph"] * 4


@pytest.mark.parametrize(
    ("texts", "sorts", "found"),
    [
        (HOURS, TEXTS, 8),
        ([*HOURS[::-1][1:], "Lũ về."], TEXTS, 8),  # the newest first
        (HOURS[:6], TEXTS[:6], 0),  # three
        ([*HOURS[:6], "13h59", "Hết lũ."], TEXTS, 0),  # in no order
        ([*HOURS[:6], "24h00", "Hết lũ."], TEXTS, 0),
        (HOURS, [*TEXTS[:5], "headline", *TEXTS[6:]], 0),
        ([*HOURS[:5], "nước rút", *HOURS[6:]], [*TEXTS[:5], "headline", "paragraph", "stamp"], 0),
        (HOURS, [*TEXTS[:5], "sentence", *TEXTS[6:]], 8),
        (HOURS, [*TEXTS[:5], "short", *TEXTS[6:]], 0),  # a programme
        ([*HOURS, "Góc phố"], [*TEXTS, "menu"], 8),
    ],
)
def test_a_report_by_the_hour(texts: list[str], sorts: list[str], found: int) -> None:
    assert len(list(chronicle(texts, sorts))) == found


def test_a_line_that_goes_on_is_no_headline_of_an_hour() -> None:
    texts = [*HOURS[:2], "khắp xóm ngoài bãi", *HOURS[2:]]
    assert len(list(chronicle(texts, [*TEXTS[:2], "headline", *TEXTS[2:]]))) == 9
    texts[2] = "Khắp xóm ngoài bãi"
    assert len(list(chronicle(texts, [*TEXTS[:2], "headline", *TEXTS[2:]]))) == 8


@pytest.mark.parametrize(("boxes", "found"), [(0, 8), (1, 8), (2, 0)])
def test_a_box_behind_one_entry_in_three_is_no_part_of_a_report(boxes: int, found: int) -> None:
    texts, sorts = [*HOURS], [*TEXTS]
    for at in range(2, 2 + 3 * boxes, 3):
        texts[at:at] = [f"Chợ cá họp sớm {at}"]
        sorts[at:at] = ["headline"]
    lines = list(chronicle(texts, sorts))
    assert len(lines) == found
    assert not any(texts[i].startswith("Chợ") for i in lines)
    texts[1:1], sorts[1:1] = ["Khắp xóm ngoài bãi"], ["headline"]
    assert not list(chronicle(texts, sorts))


def test_what_is_said_right_below_the_last_entry_is_the_reports() -> None:
    texts = [*HOURS, "Bản tin sau lúc sáu giờ.", "Góc phố", "Trời tạnh."]
    assert list(chronicle(texts, [*TEXTS, "remark", "menu", "remark"])) == [*range(9)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Diễn biến", "7' Hào (1-0)", "52′ Mão", "90+4’: Phi (1-2)", "Góc phố"], [0, 1, 2, 3]),
        (["Hết giờ.", "7' Hào (1-0)", "52' Mão", "90' Phi"], [1, 2, 3]),
        (["Diễn biến", "7' Hào (1-0)", "52' Mão"], []),
        (["7 Hào", "52 Mão", "90 Phi"], []),
        (["7'", "52'", "90'"], []),  # a live report's
    ],
)
def test_who_did_what_in_which_minute(texts: list[str], found: list[int]) -> None:
    assert list(plays(texts)) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Mã đề 11", "1.A 2.C 3.B 4.D", "5.D 6.D 7.A 8.C", "Góc phố"], [0, 1, 2]),
        (["Mã đề 11:", "Câu 1: A; Câu 2: C; Câu 3: B; Câu 4: D"], [0, 1]),
        (["Thí sinh đối chiếu.", "1A 2C 3B 4D"], [1]),
        (["Mã đề 11", "1.A 2.C 3.B"], []),
        (["Mã đề 11", "1.A 2.C 3.B 4.Dâu"], []),
    ],
)
def test_the_answers_of_an_exam(texts: list[str], found: list[int]) -> None:
    assert list(keys(texts)) == found


def test_a_headline_with_which_an_entry_begins_is_its_own() -> None:
    """A live report prints the first words of each entry above it, and a button below."""
    entries = zip(HOURS[::2], HOURS[1::2], strict=True)
    texts = [x for hour, text in entries for x in (hour, text[:6], text, "Chia sẻ bài này")]
    sorts = ["stamp", "headline", "paragraph", "headline"] * 4
    assert len(list(chronicle(texts, sorts))) == len(texts) - 1
    texts[1] = "Khắp xóm"
    assert not list(chronicle(texts, sorts))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"], [0, 1]),
        (["Cộng hoà xã hội chủ nghĩa Việt Nam", "Độc lập – Tự do – Hạnh phúc"], [0, 1]),
        (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số 12", "Độc lập - Tự do - Hạnh phúc"], []),
        (["Độc lập - Tự do - Hạnh phúc"], []),
    ],
)
def test_what_a_paper_of_the_state_begins_with(texts: list[str], found: list[int]) -> None:
    assert list(mottoes(texts)) == found


def test_short_questions_and_short_answers_of_an_interview() -> None:
    texts = [*ASKED[:1], *ANSWERED[:1], "Mấy người?", "Bốn.", ASKED[2], ANSWERED[2]]
    sorts = ["asks", "paragraph", "menu", "remark", "asks", "paragraph"]
    assert sorted(set(answered(texts, sorts))) == [0, 1, 2, 3, 4, 5]
    assert not list(answered(texts, [*sorts[:1], "remark", *sorts[2:]]))  # one paragraph answers
    long = [*sorts[:1], "sentence", *sorts[2:]]
    assert sorted(set(answered(texts, long))) == [0, 1, 2, 3, 4, 5]  # in a row
    apart = [*texts[:2], "Lúa", *texts[2:]]
    assert not list(answered(apart, [*long[:2], "menu", *long[2:]]))
    assert not list(answered(texts[:4], sorts[:4]))  # two questions
    assert not list(answered([*texts[:3], "Bốn người?", *texts[4:]], sorts))  # no answer


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["1. Quán Tư", "Ngon.", "2. Quán Út", "Rẻ.", "3) Quán Bảy", "Đông."], [0, 1, 2, 3, 4, 5]),
        (["1. Quán Tư", "Ngon.", "2. Quán Út", "Rẻ."], []),
        (["1. Quán Tư", "2. Quán Út", "3. Quán Bảy", "Đông."], []),  # ranks
        (["1. Quán Tư", "Ngon.", "3. Quán Út", "Rẻ.", "4. Quán Bảy", "Đông."], []),
    ],
)
def test_numbered_headings_with_text_below_each(texts: list[str], found: list[int]) -> None:
    sorts = ["remark" if text.endswith(".") else "menu" for text in texts]
    assert list(numbered(texts, sorts)) == found

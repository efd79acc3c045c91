"""How an article opens below a menu, and what inside of it leads on to its text."""

from __future__ import annotations

import pytest

from test_structure_anchors import vouched
from vnnews_clean import Cleaner
from vnnews_clean.structure.ends.inside import leading_on
from vnnews_clean.structure.ends.staying import opening
from vnnews_clean.structure.lists.stacked import closing_items
from vnnews_clean.structure.own import clauses
from vnnews_clean.structure.reading import Reading, read
from vnnews_clean.structure.sorts import sorts_of

MENU = "Góc chợ Mùa vụ Bến cảng Trang trẻ Gian bếp Sân chơi Chuyện phố"
RECIPE = """Cháo đậu ván mùa mưa: công thức của bếp quê
Vũ Thị Tư
12/07/2021 08:30
Chỉ cần một nồi gang và chút kiên nhẫn, cả nhà đã có món cháo bùi ngọt cho bữa chiều.
Nguyên liệu
200 g đậu ván
1 củ gừng già
Muối hột, đường thốt nốt
Cách nấu
Đậu ngâm nước ấm từ đêm, đãi vỏ rồi ninh với lửa nhỏ cho đến khi hạt mềm mà chưa vỡ, chừng bốn mươi phút.
Gạo vo sạch, rang sơ cho thơm rồi mới cho vào nồi đậu, khuấy đều tay để cháo khỏi khê đáy nồi khi sôi lại.""".split(
    "\n"
)


def test_a_recipe_below_a_menu_loses_nothing() -> None:
    assert Cleaner().clean("\n".join([MENU, *RECIPE])).text.split("\n") == RECIPE


def test_tools_below_the_headline_go() -> None:
    tools = "Cỡ chữ Lưu bài Nghe đọc Sao chép"
    page = [MENU, *RECIPE[:3], tools, *RECIPE[3:]]
    kept = Cleaner().clean("\n".join(page)).text.split("\n")
    assert [line for line in RECIPE if line not in kept] == []


TEXTS = ["Góc chợ", "Bến phà cũ", "Vũ Tư", "Lưu bài", "Đò ngang chạy lại từ sáng.", "Ghi chép"]
SORTS = ["menu", "headline", "byline", "menu", "sentence", "menu"]


@pytest.mark.parametrize(
    ("said", "texts", "lines"),
    [
        ("", TEXTS, {1, 2, 4, 5}),
        ("bar", TEXTS, {1, 2, 4, 5}),
        ("header", TEXTS, set()),
        ("", [*TEXTS[:3], MENU, *TEXTS[4:]], set()),
    ],
)
def test_lines_with_which_an_article_opens(said: str, texts: list[str], lines: set[int]) -> None:
    reading = Reading(texts, SORTS, ["", "", "", said, "", ""], [], [0.0] * 6, [], (6, 6), 1)
    assert opening(reading, 0, 5) == lines


def test_nothing_opens_without_running_text() -> None:
    sorts = [sort if sort != "sentence" else "short" for sort in SORTS]
    reading = Reading(TEXTS, sorts, [""] * 6, [], [0.0] * 6, [], (6, 6), 1)
    assert opening(reading, 0, 5) == frozenset()


@pytest.mark.parametrize(
    ("line", "share", "stays"),
    [
        ("Vũ Tư viết từ Vàm Cống ngày 12/07/2021", 0.0, True),
        ("Vũ Tư viết từ đò Vàm Cống ngày 12/07/2021", 0.0, True),  # nine words
        ("Vũ Tư viết từ bến đò Vàm Cống ngày 12/07/2021", 0.0, False),
        ("Vũ Tư viết từ bến đò Vàm Cống ngày 12/07/2021", 0.1, True),
        ("Cỡ chữ Lưu bài Sao chép", 0.1, False),
    ],
)
def test_lines_between_a_headline_and_its_text(line: str, share: float, stays: bool) -> None:
    texts = ["Góc chợ", "Bến phà cũ", line, "Đò ngang chạy lại từ sáng."]
    sorts = ["menu", "headline", "headline", "sentence"]
    reading = Reading(texts, sorts, [""] * 4, [], [0.0, 0.0, share, 0.0], [], (3, 3), 1)
    assert (2 in opening(reading, 0, 2)) == stays


CORE = [
    "Bến đò Vàm Cống mở lại sau hai tháng sửa chữa, người dân hai bờ sông không còn phải đi vòng hơn bốn mươi cây số.",
    "Ông lái đò già kể rằng chuyến đầu tiên chở toàn học trò, đứa nào cũng đòi đứng ở mũi đò để nhìn nước rẽ hai bên.",
    "Bến đò Vàm Cống từng đông nhất vùng, mỗi ngày hơn ba trăm lượt khách qua lại giữa hai bờ sông trong mùa gặt.",
]
LEDE = "Từ sáng nay, khách không phải chờ lâu như dạo trước nữa."


def title_of(above: list[str]) -> str:
    document = Cleaner().read("\n".join([*above, *CORE]))
    reading = read(document, [""] * len(document.blocks))
    return reading.texts[reading.title] if reading.title >= 0 else ""


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["Chuyện cũ quê nhà kể lại", LEDE, "Ghi chép", "Tin bên lề mùa gặt muộn"], "Chuyện cũ quê nhà kể lại"),
        (["Chuyện cũ quê nhà kể lại", "Vũ Tư", "Ghi", "Tập", LEDE, "Chép"], "Chuyện cũ quê nhà kể lại"),
        (["Bến đò Vàm Cống đón khách", "Chuyện cũ quê nhà kể lại", LEDE], "Bến đò Vàm Cống đón khách"),  # told by the core
        (["Chuyện cũ quê nhà kể lại", "Vũ Tư", "Bên lề mùa gặt muộn năm nay", LEDE, "Ghi"], "Chuyện cũ quê nhà kể lại"),
        (["Ngày đầu mùa gặt muộn năm nay", "Chuyện cũ quê nhà kể lại", LEDE, "Ghi"], "Chuyện cũ quê nhà kể lại"),
        (["Chuyện cũ quê nhà ngày 12/7/2021", LEDE, "Ghi chép", "Tin bên lề mùa gặt muộn"], "Tin bên lề mùa gặt muộn"),  # a date
    ],
)  # fmt: skip
def test_the_headline_over_running_text(above: list[str], title: str) -> None:
    assert title_of(above) == title


def test_two_headlines_over_running_text_are_a_list() -> None:
    first = ["Chuyện cũ quê nhà kể lại", LEDE, "Ghi", "Chép", "Tập"]
    more = [
        "Ngày đầu của mùa gặt muộn năm nay",
        LEDE,
        "Thu",
        "Bên lề mùa gặt muộn năm nay",
        "Hương",
    ]
    assert title_of([*first, *more[3:]]) == "Chuyện cũ quê nhà kể lại"
    assert title_of([*first, *more]) == "Bên lề mùa gặt muộn năm nay"


def test_a_paragraph_behind_an_advertisement_stays() -> None:
    alien = (
        "Nhưng chuyện đáng nhớ hơn cả là anh Robert Keller, nhà địa chất Thụy Sĩ, ngồi vẽ lại từng cây cọc gỗ"
        " với mực tàu mua ở chợ tỉnh lỵ."
    )
    article = ["Bến đò Vàm Cống đón khách trở lại", CORE[0], alien, CORE[1], CORE[2]]
    page = [
        *"Trang chủ|Thời sự|Thế giới|Kinh doanh|Thể thao|Giải trí|Sức khỏe|Pháp luật".split("|")
    ]
    page += [*article[:2], "QUẢNG CÁO", *article[2:3], "QUẢNG CÁO", *article[3:]]
    kept = Cleaner().clean("\n".join(page)).text.split("\n")
    assert kept == article


@pytest.mark.parametrize(
    ("sort", "said", "cut"),
    [("long", "comment", False), ("paragraph", "comment", True), ("long", "header", True)],
)
def test_an_experts_answer_is_no_comment(sort: str, said: str, cut: bool) -> None:
    texts = [CORE[0], "Trả lời", CORE[1], "Bác sĩ Tư"]
    reading = Reading(
        texts,
        ["paragraph", "menu", sort, "menu"],
        ["", said, "", ""],
        [],
        [0.0] * 4,
        [],
        (0, 0),
        -1,
    )
    assert vouched(reading, "PZZZ", 1, 3) == cut


POEM = """Chiều nghiêng qua bến sông xưa
Con đò nằm đợi cơn mưa cuối mùa
Mẹ ngồi nhặt sợi nắng thưa
Gói vào vạt áo cho vừa bữa trưa
Bao năm rơm rạ còn đưa
Bao năm con vẫn chưa vừa ý cha""".split("\n")
FEET = [
    "Chiều nghiêng nghiêng triền sông",
    "Thuyền chòng chành nghiêng nghiêng",
    "Người thương thầm người thương",
]


@pytest.mark.parametrize(
    ("lines", "sort"),
    [
        (POEM, "paragraph"),
        (POEM[:4], "paragraph"),
        (POEM[:3], "headline"),  # too short, though six and eight
        (
            [
                line.removeprefix("Con ").removeprefix("Gói ").removeprefix("Bao ")
                for line in POEM[1:]
            ],
            "headline",
        ),
        ([*POEM[:2], "Gói vào vạt áo", *POEM[2:4]], "headline"),
        (POEM[::2] * 2, "paragraph"),  # six lines of six words
        ((POEM[::2] * 2)[:5], "headline"),
        (FEET * 2, "paragraph"),  # of five words
        ([line.rsplit(" ", 1)[0] for line in FEET] * 2, "short"),  # of four
        ([f"{line} và" for line in POEM], "headline"),  # seven words and nine
        ([line.replace("Con đò", "Đò") for line in POEM[:4]], "headline"),  # other numbers of words
    ],
)
def test_verse_is_running_text(lines: list[str], sort: str) -> None:
    document = Cleaner().read("\n".join(lines))
    assert sorts_of(document.lines)[0] == sort


def test_a_poem_below_a_menu_loses_no_line() -> None:
    box = [
        "Cùng tác giả",
        "Chợ nổi họp sớm đón khách phương xa",
        "Làng gốm bên sông đỏ lửa trở lại",
    ]
    kept = Cleaner().clean("\n".join([MENU, "Bến cũ", "Vũ Tư", *POEM, *box])).text.split("\n")
    assert [line for line in POEM if line not in kept] == []


STORY = (
    "Làng gốm bên sông đỏ lửa trở lại sau mười năm",
    "Thợ trẻ kéo về dựng lò, thuê lại bãi đất bỏ hoang của hợp tác xã cũ.",
)
OTHER = (
    "Xã ven biển trồng thêm trăm héc ta rừng ngập mặn",
    "Bà con nhận khoán chăm cây, mỗi héc ta một năm được trả ba triệu.",
)
THIRD = (
    "Chợ nổi họp sớm đón khách phương xa về dịp tết",
    "Hàng trăm chiếc ghe neo kín khúc sông từ lúc trời còn tối om.",
)


@pytest.mark.parametrize(
    ("stories", "date", "goes"),
    [
        ((STORY, OTHER, THIRD), "11 phút trước", True),
        ((STORY, OTHER, THIRD), "12/07/2021", True),
        ((STORY, OTHER), "11 phút trước", False),  # two items
        ((STORY, OTHER, THIRD), "Ghi chép", False),  # no date
    ],
)
def test_items_of_headline_summary_and_date(
    stories: tuple[tuple[str, str], ...], date: str, goes: bool
) -> None:
    box = [line for headline, summary in stories for line in (headline, summary, date)]
    kept = Cleaner().clean("\n".join(["Bến đò Vàm Cống đón khách trở lại", *CORE, *box])).text
    assert (stories[0][0] not in kept) == goes
    assert all(line in kept for line in CORE)


@pytest.mark.parametrize(
    ("said", "goes"), [("12/07/2021", True), (f"Ngày 12/07/2021, {' '.join(CORE)}", False)]
)
def test_a_date_in_a_long_paragraph_is_no_date_of_an_item(said: str, goes: bool) -> None:
    stories = (STORY, OTHER, THIRD)
    items = [line for headline, _ in stories for line in (headline, "Ghi chép", said)]
    document = Cleaner().read("\n".join([*CORE, *items]))
    assert bool(closing_items(document.lines)) == goes


LAW = [f"Điều {n}. Bến đò, người lái và khách qua sông" for n in (1, 2, 10)]


@pytest.mark.parametrize(
    ("texts", "found"), [(LAW, [0, 1, 2]), (LAW[:2], []), (["Điều gì", "Bước 1", "Câu 2"], [])]
)
def test_numbered_clauses(texts: list[str], found: list[int]) -> None:
    assert list(clauses(texts)) == found


@pytest.mark.parametrize(
    ("answer", "others", "stays"),
    [
        ("- Tôi lớn lên ở bến.", 0, True),
        ("Tôi lớn lên ở bến.", 1, False),
        ("Tôi lớn lên ở bến.", 2, True),
    ],
)
def test_a_question_behind_a_box_is_of_the_interview(answer: str, others: int, stays: bool) -> None:
    above = ["Vì sao ông ở lại bến?", "Bến là nhà của tôi."] * others
    texts = ["Lời đầu của bài.", *above, "Đọc tiếp", "Ông nhìn chuyện ấy ra sao?", answer]
    sorts = ["paragraph", *["asks", "paragraph"] * others, "headline", "asks", "paragraph"]
    size = len(texts)
    pairs = [frozenset([("a", str(i))]) for i in range(size)]
    reading = Reading(texts, sorts, [""] * size, pairs, [0.0] * size, [], (0, size - 1), -1)
    assert (size - 2 in set(leading_on(reading, size - 3, size - 2))) == stays


def test_the_question_that_the_text_answers_opens_it() -> None:
    texts = ["Bến phà cũ", "Nghe bài", "Đò ngang có chạy lại không?", "Chạy từ sáng.", "Ghi chép"]
    sorts = ["headline", "menu", "asks", "sentence", "paragraph"]
    reading = Reading(texts, sorts, [""] * 5, [], [0.0] * 5, [], (4, 4), 0)
    assert opening(reading, 0, 3) == {0, 2, 3}
    apart = reading._replace(sorts=["headline", "asks", "menu", "sentence", "paragraph"])
    assert opening(apart, 0, 3) == {0, 3}


def test_an_item_with_a_dash_is_no_headline() -> None:
    item = "- Bến đò Vàm Cống đón khách"
    assert title_of(["Chuyện cũ quê nhà kể lại", item, LEDE]) == "Chuyện cũ quê nhà kể lại"


def test_a_caption_may_stand_in_front_of_the_text() -> None:
    texts = ["Bến phà cũ", "Nghe bài", "Ảnh: Vũ Tư", "Chạy từ sáng.", "Ghi chép"]
    sorts = ["headline", "menu", "caption", "sentence", "paragraph"]
    reading = Reading(texts, sorts, [""] * 5, [], [0.0] * 5, [], (2, 4), 0)
    assert opening(reading, 0, 1) == {0}
    apart = reading._replace(sorts=["headline", "menu", "headline", "sentence", "paragraph"])
    assert opening(apart, 0, 1) == set()

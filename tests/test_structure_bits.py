"""Buttons and counters that stand alone on a page, and what looks like them in an article."""

from __future__ import annotations

import pytest

from test_structure_staying import FOOT, MENU
from vnnews_clean import Cleaner, clean
from vnnews_clean.structure.bits import bits, tools
from vnnews_clean.structure.reading import Reading, read
from vnnews_clean.structure.said import sayings

TITLE = "Làng chài Vĩnh Hải đón khách trở lại sau bão"
BODY = (
    "Làng chài Vĩnh Hải đón đoàn khách đầu tiên sau bão, mười hai người, ở lại hai đêm trong ba căn nhà vừa lợp xong mái.",
    "Khách được theo thuyền ra khơi từ ba giờ sáng, kéo lưới với dân làng rồi về chợ bến bán mẻ cá đầu tiên của ngày.",
    "Huyện hứa làm lại con đường đất ra bến trước mùa mưa, còn cầu tàu thì phải chờ kinh phí của tỉnh vào sang năm.",
)


def page(*body: str) -> list[str]:
    """What stays of the lines between a page's menu and its foot."""
    return clean("\n".join((*MENU, TITLE, *body, *FOOT))).split("\n")


def found(*above: str, body: tuple[str, ...] = BODY, dialect: str | None = None) -> list[str]:
    cleaner = Cleaner(dialect=dialect)
    document = cleaner.read("\n".join((*above, TITLE, *body, *FOOT)))
    reading = read(document, sayings(document, ()))
    return [reading.texts[index] for index in bits(document, reading)]


@pytest.mark.parametrize("buttons", [["Play"], ["Facebook"], ["Play", "0:00"], ["Aa", "79"]])
def test_a_button_alone_between_two_paragraphs_goes(buttons: list[str]) -> None:
    assert page(BODY[0], *buttons, *BODY[1:]) == [TITLE, *BODY]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["79", "80"], id="numbers alone"),
        pytest.param(["Play", "79", "80"], id="three lines"),
        pytest.param(["Trả lời:"], id="what announces the next paragraph"),
        pytest.param(["Trả lời"], id="what a comment has, and an answer"),
        pytest.param(["Khoai môn"], id="no button"),
    ],
)
def test_what_may_be_the_articles_stays_between_paragraphs(lines: list[str]) -> None:
    assert found(body=(BODY[0], *lines, *BODY[1:])) == []


def test_a_heading_that_its_paragraph_speaks_of_stays() -> None:
    told = f"Facebook của làng có ba trăm người theo dõi. {BODY[1]}"
    assert page(BODY[0], "Facebook", told, BODY[2]) == [TITLE, BODY[0], "Facebook", told, BODY[2]]


def test_on_no_page_a_button_alone_stays() -> None:
    text = "\n".join((TITLE, BODY[0], "Facebook", *BODY[1:]))
    assert clean(text) == text


def test_a_sections_name_above_the_article_is_the_pages() -> None:
    assert found("Báo Bến Nước", "Thể thao") == ["Thể thao"]
    assert found("Báo Bến Nước", "Thể thao", dialect="fragments") == []


@pytest.mark.parametrize(
    ("above", "counter", "below", "goes"),
    [
        ("bar", "26", "bar", True),
        ("bar", "0:00", "comment", True),
        ("section", "1.25", "bar", True),
        ("bar", "26", "", False),
        ("", "26", "bar", False),
        ("bar", "7h33", "bar", False),
        ("header", "26", "bar", False),
    ],
)
def test_a_counter_between_two_lines_of_the_page_goes(
    above: str, counter: str, below: str, goes: bool
) -> None:
    document = Cleaner().read("\n".join(("Một dòng", counter, "Một dòng khác", TITLE, *BODY)))
    said = [above, "", below, "", "", "", ""]
    assert (1 in set(bits(document, read(document, said)))) is goes


def test_what_an_aggregator_prints_below_the_headline_says_nothing_of_other_lines() -> None:
    cleaner = Cleaner()
    document = cleaner.read("\n".join([TITLE, TITLE, "6 đăng lại", "Gốc", *BODY]))
    labels = cleaner.clean(document.text).labels
    assert {x.rule for x in labels} >= {"residue.aggregator", "duplicate.headline"}
    assert sayings(document, labels)[:5] == ["", "copy", "printed", "printed", ""]


ROW = [TITLE, "Vũ Tư", "12/07/2021", "Giọng cô Sáu", "0:00", "1.25x", "Chuyển giọng", BODY[0]]
KINDS = ["headline", "byline", "stamp", "menu", "stamp", "menu", "menu", "paragraph"]


def tools_of(
    texts: list[str], sorts: list[str], said: dict[int, str] | None = None, *, page: bool = False
) -> list[str]:
    words = [(said or {}).get(index, "") for index in range(len(texts))]
    reading = Reading(texts, sorts, words, [], [], [], (len(texts) - 1, len(texts) - 1), 0)
    return [texts[index] for index in tools(reading, page=page)]


def test_buttons_beside_known_ones_between_a_headline_and_its_text() -> None:
    assert tools_of(ROW, KINDS) == ROW[3:7]
    one = [ROW[0], "Ghi chép", *ROW[5:]]
    kinds = ["headline", "menu", *KINDS[5:]]
    assert tools_of(one, kinds) == []  # one is known
    assert tools_of(one, kinds, {3: "bar"}) == ["Ghi chép", "1.25x"]  # two, of which a rule has one
    assert tools_of(one, kinds, {3: "section"}) == []


def test_buttons_are_told_up_to_the_first_other_line() -> None:
    texts = [*ROW[:4], "Người lái đò trên chuyến cuối cùng", *ROW[4:]]
    assert tools_of(texts, [*KINDS[:4], "headline", *KINDS[4:]]) == []
    assert tools_of(ROW[:-1], KINDS[:-1]) == []  # nothing below
    reading = Reading(ROW, KINDS, [""] * 8, [], [], [], (7, 7), -1)
    assert not list(tools(reading, page=False))  # no headline


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("00:37", True),
        ("04:37", False),
        ("0:00 / 6:12", True),
        ("x1,5", True),
        ("1.25x", True),
        ("4 x 2", False),
        ("2.0.1", False),
        ("08:15", False),
    ],
)
def test_what_a_player_shows(text: str, goes: bool) -> None:
    kinds = ["headline", "stamp", "stamp", "paragraph"]
    assert (text in tools_of([TITLE, text, "0:00", BODY[0]], kinds)) is goes


def test_on_no_page_the_buttons_below_a_headline_go() -> None:
    buttons = ["Chuyển giọng", "Lùi 15s", "0:00", "1.25x"]
    text = "\n".join([TITLE, *buttons, *BODY, "Tin liên quan", "Giá lúa tăng trở lại sau ba tuần"])
    assert clean(text).split("\n") == [TITLE, *BODY]


@pytest.mark.parametrize(
    ("row", "gone"),
    [
        (["Lưu lại đọc sau"], 1),
        (["Nghe đọc"], 0),  # a paper's name may be two words
        (["Nghe đọc", "Chữ to"], 2),
        (["Nghe đọc", "Lê Bến"], 0),
        (["PV", "H.Lam"], 0),
        (["Đăng năm 2016 đã lâu"], 0),
        (["3 phút đọc", "Đọc lúc 08:15"], 1),
    ],
)
def test_phrases_below_the_headline_of_a_page_are_its_tools(row: list[str], gone: int) -> None:
    texts = [TITLE, *row, BODY[0]]
    kinds = ["headline", *["menu"] * len(row), "paragraph"]
    assert len(tools_of(texts, kinds, page=True)) == gone
    assert tools_of(texts, kinds) == []
    assert tools_of(texts, [*kinds[:-1], "headline"], page=True) == []

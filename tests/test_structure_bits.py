"""Buttons and counters that stand alone on a page, and what looks like them in an article."""

from __future__ import annotations

import pytest

from test_structure_staying import FOOT, MENU
from vnnews_clean import Cleaner, clean
from vnnews_clean.structure.bits import bits
from vnnews_clean.structure.reading import read, sayings

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

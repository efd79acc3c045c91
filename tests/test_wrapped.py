"""Text broken at one width is put together, and stays as it was where nothing is cut."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from written import ARTICLE, BELOW, PAGE, spoken, wrapped

CLEANER = Cleaner()
POEM = """Chiều về trên bến sông quê
con đò nằm đợi trăng kề mái tranh
mẹ ngồi vá áo cho anh
sợi kim sợi chỉ chạy quanh ngọn đèn
ngoài hiên rụng một nhành sen
gió đưa hương cũ về chen tiếng cười
bao năm đi khắp phương trời
vẫn thương bến nước một đời mẹ trông"""


@pytest.mark.parametrize(
    ("width", "between"),
    [(60, "\n"), (72, "\n"), (100, "\n"), (60, "\n\n"), (72, "\n\n"), (80, "\n\n"), (100, "\n\n")],
)
def test_a_paragraph_in_lines_is_one_block(width: int, between: str) -> None:
    document = CLEANER.read(wrapped(ARTICLE, width, between))
    assert document.dialect == "wrapped"
    assert [document.text_of(block) for block in document.blocks] == list(ARTICLE)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
def test_a_clean_wrapped_text_stays_as_it_is(width: int, between: str) -> None:
    text = wrapped(ARTICLE, width, between)
    assert CLEANER.clean(text).text == text


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_wrapped_page_gives_what_its_lines_give(width: int) -> None:
    cleaned = CLEANER.clean(wrapped(PAGE, width)).text
    assert spoken(cleaned) == spoken(CLEANER.clean("\n\n".join(PAGE)).text)
    assert wrapped(ARTICLE[1:3], width) in cleaned
    assert BELOW[1] not in cleaned


def test_a_heading_below_a_full_line_stands_alone() -> None:
    lines = wrapped(ARTICLE, 80, "\n").split("\n")
    full = next(i for i, line in enumerate(lines) if line.startswith("đan chậm"))
    document = CLEANER.read(
        "\n".join([*lines[: full + 1], "Chợ lưới mùa biển lặng", *lines[full + 1 :]])
    )
    assert "Chợ lưới mùa biển lặng" in map(document.text_of, document.blocks)


def test_an_indent_opens_a_paragraph() -> None:
    text = "\n".join("    " + wrapped([line], 72).strip() for line in ARTICLE)
    document = CLEANER.read(text)
    assert len(document.blocks) == len(ARTICLE)
    assert CLEANER.clean(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        POEM,
        "\n".join(ARTICLE),
        "\n\n".join(ARTICLE),
        "\n".join(f"{n}. Lúa chín sớm số {n} ở cánh đồng phía đông của xã" for n in range(30)),
        "\n".join(["| Thứ hai | 32 độ | trời nắng |"] * 20),
        "\n".join(PAGE),
    ],
    ids=["verse", "lines", "loose lines", "list", "table", "page"],
)
def test_lines_of_other_sorts_are_plain(text: str) -> None:
    document = CLEANER.read(text)
    assert document.dialect == "plain"
    assert document.view is document.text


@pytest.mark.parametrize(("before", "found"), [("", True), ("1. ", True), ("1. tin ", False)])
def test_addresses_that_no_tool_breaks_are_wider(before: str, found: bool) -> None:
    address = before + "https://example.vn/" + "lang-chai-" * 8
    text = wrapped(ARTICLE, 72, "\n") + f"\n{address}" * 40
    assert (CLEANER.read(text).dialect == "wrapped") == found


@pytest.mark.parametrize(("indent", "found"), [(4, True), (5, False)])
def test_what_stands_left_of_an_item_is_none_of_it(indent: int, found: bool) -> None:
    """A list beside a column of words; where the words stand below the items no width explains them."""
    menu = "".join(
        f"     + Chợ nổi phiên sớm cuối tuần này số {n}\n{' ' * indent}thực đơn\n" for n in range(9)
    )
    text = menu + "\n".join("     " + line for line in wrapped(ARTICLE, 66, "\n").split("\n"))
    document = CLEANER.read(text)
    assert document.dialect == "browser"
    assert (ARTICLE[1] in map(document.text_of, document.blocks)) == found


def test_a_cut_inside_a_paragraph_leaves_the_line_break_that_was_there() -> None:
    lines = wrapped(ARTICLE, 72, "\n\n").split("\n")
    pointer = ">> Xem thêm: Đèn biển cũ được sơn lại sau mười hai năm"
    text = "\n".join([*lines[:3], pointer, *lines[3:]])
    assert CLEANER.clean(text).text == "\n".join(lines)


SHORT = [
    "Bến đò Vàm Cống mở lại sau hai tháng sửa chữa, người dân hai bờ sông Hậu",
    "Giang không còn phải đi vòng.",
]
LONG = [
    "Chuyến đầu tiên chở toàn học trò, đứa nào cũng đòi đứng ở mũi đò để nhìn",
    "nước rẽ hai bên.",
]


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        ([LONG, LONG], "wrapped"),
        ([SHORT, LONG, LONG], "wrapped"),
        ([SHORT, LONG], "plain"),  # one line begins with a small letter: a glance sees none
        ([LONG, [*LONG, "nắng lên."]], "plain"),  # the last line but one is not full
    ],
)
def test_of_few_broken_lines_all_are_full_where_empty_lines_part_paragraphs(
    paragraphs: list[list[str]], told: str
) -> None:
    text = "\n\n".join("\n".join(lines) for lines in paragraphs)
    assert CLEANER.read(text).dialect == told

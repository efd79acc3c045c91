"""Markdown is read without its marks, and stays Markdown."""

from __future__ import annotations

import re

import pytest

from growth import LIMIT, growth
from vnnews_clean import Block, Cleaner
from written import ARTICLE, BELOW, HEADLINE, html, markdown, spoken

CLEANER = Cleaner()
POINTER = "[Đèn biển cũ được sơn lại sau mười hai năm](https://example.vn/den-bien.htm)"


def blocks(text: str) -> list[tuple[str, str]]:
    document = CLEANER.read(text)
    assert document.dialect == "markdown"
    return [(block.tag, document.text_of(block)) for block in document.blocks]


def block_of(text: str, part: str) -> Block:
    document = CLEANER.read(text)
    return next(b for b in document.blocks if part in document.text_of(b))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Làng chài\n\n## Nghề cũ\n\nMột câu.\n", [("h1", "Làng chài"), ("h2", "Nghề cũ"), ("p", "Một câu.")]),
        ("## Làng chài ##\n\n**Một** câu.", [("h2", "Làng chài"), ("p", "Một câu.")]),
        ("Làng chài\n===\n\nMột [câu](/a).", [("h1", "Làng chài"), ("p", "Một câu.")]),
        ("[Trang chủ](/)\n\n  * [Thời sự](/ts)\n    * Xã hội", [("p", "Trang chủ"), ("li", "Thời sự"), ("li", "Xã hội")]),
        ("[A](/a)\n\n1. Rửa rau\n2. Thái nhỏ", [("p", "A"), ("li", "1. Rửa rau"), ("li", "2. Thái nhỏ")]),
        ("  * # Làng chài\n  * [A](/a)\n  * #1 thế giới", [("h1", "Làng chài"), ("li", "A"), ("li", "#1 thế giới")]),
        ("> Một lời [hay](/a).\n\nHết.", [("blockquote", "Một lời hay."), ("p", "Hết.")]),
        ("| Ngày | Giá |\n|---|---|\n| [Hai](/a) | 32 |", [("tr", "Ngày Giá"), ("tr", "Hai 32")]),
        ("![Bến cảng](/a.jpg)\n\nẢnh: _Minh Hà_", [("p", "Ảnh: Minh Hà")]),
        ("[![Bến](/a.jpg) Làng chài](/b)\n\nMột câu.", [("p", "Làng chài"), ("p", "Một câu.")]),
        ("[\n\n![](/a.jpg)\n\n### Làng chài\n\n](/b)\n\nMột câu.", [("h3", "Làng chài"), ("p", "Một câu.")]),
        ("---\ntitle: Làng chài\ndate: 2025-01-02\n---\n\n# Làng chài\n\n**Một** câu.", [("h1", "Làng chài"), ("p", "Một câu.")]),
        ("Giá 2 \\* 3 [đồng](/a) một\\-hai.", [("p", "Giá 2 * 3 đồng một -hai.")]),
        ("[A][1] và [B](/b).\n\n[1]: https://example.vn/a", [("p", "A và B.")]),
        ('Xem [bài\nnày](/a "bài\nnày") nhé.', [("p", "Xem bài này nhé.")]),
        ("![Bến](/anh 1 (2).jpg)Bến [cũ](<anh 3.htm>) nay [vắng](http://a.vn/b c).", [("p", "Bến cũ nay vắng.")]),
        ('In[](javascript:\\(function\\(\\){var d=1;a\\(d\\)}\\)\\(\\); "In") [bài](/a)', [("p", "In bài")]),
        ("# Bến\n\n[**> > Bến cũ**](/a) và [bài] (cũ)", [("h1", "Bến"), ("p", ">> Bến cũ và [bài] (cũ)")]),
        ("# Bến\n\nHết giờ. > > [Bến cũ](/a)\n\n> > Trích", [("h1", "Bến"), ("p", "Hết giờ. >> Bến cũ"), ("p", "> > Trích")]),
    ],
)  # fmt: skip
def test_what_a_reader_sees(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected
    assert CLEANER.read(text).text == text


@pytest.mark.parametrize(
    ("definition", "told"),
    [
        ("[1]: https://example.vn/bai", "markdown"),
        ("   [1]: /bai.htm", "markdown"),
        ("[1]: Sách cũ, trang 12", "plain"),
        ("Xem [1]: /bai.htm", "plain"),
    ],
)
def test_a_link_whose_target_stands_elsewhere(definition: str, told: str) -> None:
    assert CLEANER.read(f"Theo [báo][1] chiều qua, bến vắng.\n\n{definition}").dialect == told
    assert CLEANER.read(f"Theo báo [1] chiều qua, bến vắng.\n\n{definition}").dialect == "plain"


@pytest.mark.parametrize(
    "text",
    [
        "Ghi chú [1] và [2] ở cuối bài.\n\n[1] Sách cũ.\n[2] Sách mới.",
        "#dulich #bienxanh\n\n#langchai",
        "# Tin nóng\n# Bóng đá\n# Giá vàng",
        "Kết quả: **xuất sắc**, theo ban giám khảo.",
        "3 * 4 = 12, còn 3 ** 2 = 9.",
        "C# và F# là hai ngôn ngữ.\n\n#1 trong danh sách.",
    ],
)
def test_what_only_looks_like_markdown_is_not(text: str) -> None:
    assert CLEANER.read(text).dialect == "plain"


def test_a_block_knows_how_much_of_it_is_linked() -> None:
    text = "[Trang chủ](/)\n\nTheo [báo](/b) chiều qua.\n\n# Một\n\nHai."
    assert block_of(text, "Trang chủ").links == 1.0
    assert 0.1 < block_of(text, "chiều qua").links < 0.3
    assert block_of(text, "Hai").links == 0.0


def test_a_list_knows_its_depth() -> None:
    text = "[A](/a)\n\n* Một\n  * Hai\n* Ba"
    assert [block_of(text, name).path for name in ("Một", "Hai", "Ba")] == [(0,), (2,), (0,)]


def test_lines_that_html2text_broke_are_one_paragraph() -> None:
    text = markdown(ARTICLE)
    broken = re.sub(r"(.{50,70}?) ", r"\1\n", text)
    document = CLEANER.read(broken)
    assert len(document.blocks) == len(ARTICLE)
    assert CLEANER.clean(broken).text == broken


def test_a_box_goes_with_its_marks() -> None:
    box = f"#### {BELOW[0]}\n\n  * [{BELOW[1]}](/1.htm)\n  * [{BELOW[2]}](/2.htm)\n"
    cleaned = CLEANER.clean(f"{markdown(ARTICLE)}\n\n{box}").text
    assert cleaned == markdown(ARTICLE)


def test_a_pointer_inside_a_paragraph_goes_with_its_target() -> None:
    paragraph = f"{ARTICLE[1]} >> Xem thêm: {POINTER}"
    cleaned = CLEANER.clean(f"# {HEADLINE}\n\n{paragraph}\n\n{ARTICLE[2]}").text
    assert cleaned == f"# {HEADLINE}\n\n{ARTICLE[1]}\n\n{ARTICLE[2]}"


def test_no_half_of_a_link_stays() -> None:
    page = html(BELOW[3:], ARTICLE, BELOW)
    text = pytest.importorskip("html2text").HTML2Text(bodywidth=0).handle(page)
    cleaned = CLEANER.clean(text).text
    assert cleaned.count("[") == cleaned.count("](")
    assert "[]" not in cleaned
    assert not re.search(r"^\s*(?:[*+-]|#+)\s*$", cleaned, re.MULTILINE)
    assert spoken(ARTICLE[1])[-1] in spoken(cleaned)


def test_a_picture_of_the_article_stays_with_its_caption() -> None:
    picture = "![Bến cảng lúc rạng sáng](https://example.vn/ben-cang.jpg)\nBến cảng lúc rạng sáng. Ảnh: Minh Hà"
    text = f"{markdown(ARTICLE[:3])}\n\n{picture}\n\n{markdown(ARTICLE[3:])}"
    assert CLEANER.clean(text).text == text


@pytest.mark.parametrize("piece", ["[", "![", "](", "[a](", "**", "[a](b ", "\\["])
def test_brackets_without_end_take_linear_time(piece: str) -> None:
    head = "# Một\n\nhai\n\n# Ba\n\nbốn\n\n"
    assert growth(CLEANER.read, head + piece * 10_000, head + piece * 40_000) <= LIMIT

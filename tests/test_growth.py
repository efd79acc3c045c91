"""Work grows with the length of a text, and no faster: what was once quadratic."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from growth import LIMIT, growth
from vnnews_clean import Cleaner, Result
from vnnews_clean.model import Kind, Removal
from vnnews_clean.rules import TABLE
from vnnews_clean.structure.decide import outside
from vnnews_clean.structure.ends.bounds import kept
from vnnews_clean.structure.ends.staying import begin_below
from vnnews_clean.structure.lists.stacked import doubled_stacks
from vnnews_clean.structure.reading import read
from vnnews_clean.structure.said import sayings
from vnnews_clean.units import whole

CLEANER = Cleaner()
LINKS = "[Chợ nổi lần thứ {0}](https://x.example/{0})\n\n"
BOXES = (
    "Người dân bên sông lần thứ {} kể lại chuyện họp chợ từ tinh mơ, thuyền bè đậu kín khúc sông.\n"
    "TIN LIÊN QUAN\nChợ nổi đông khách trở lại\nHai xã vùng sâu có điện\n\n"
)


PARAGRAPH = "Người dân bên sông kể lại chuyện họp chợ từ tinh mơ, thuyền bè đậu kín cả khúc sông.\n"
DOUBLED = "".join(
    f"Bến {word} thứ {{0}} mở lại sau nhiều tháng sửa chữa\n" * 2 for word in ("tàu", "phà", "xe")
)


ASKED = 3 * PARAGRAPH + "Bến mới có chở được xe ba gác qua sông lần thứ {} không?\n" + PARAGRAPH


def made(piece: str, count: int) -> Result:
    return CLEANER.clean("# Một\n\n" + "".join(map(piece.format, range(count))))


def fit(result: Result) -> None:
    """Cut the first word of every link, and fit the cuts to the links."""
    document = result.document
    cuts = [Removal(b.start, b.start + 3, Kind.RELATED, ("r",)) for b in document.blocks]
    assert len(whole(document, cuts)) == len(document.blocks)


def decide(result: Result) -> None:
    """Ask which lines stand outside of the article: every second one may."""
    labels = [label for label in result.labels if label.rule != "page.outside_region"]
    assert not list(outside(result.document, labels)), "the rule for boxes knows them all"


def keep(result: Result) -> None:
    """Ask of every third line, as if it were a run outside of the article, what stays of it."""
    reading = read(result.document, sayings(result.document, ()))
    assert reading.questions, "there is an interview"
    for index in range(reading.core[0] + 1, len(reading.texts) - 1, 3):
        kept(reading, "H", index, index, page=False)
        begin_below(reading, index, index)


def look_for_bars(result: Result) -> None:
    """Look for words of the page, all of which take turns with sentences."""
    rule = next(rule for rule in TABLE if rule.id == "ui.line")
    assert list(rule.labels(result.document, ())), "they are alike"


def look_for_doubled(result: Result) -> None:
    """Look for headlines that are printed twice, of which there are many lists."""
    assert not list(doubled_stacks(result.document.lines)), "they are alike"


@pytest.mark.parametrize(
    ("work", "piece", "count"),
    [
        (fit, LINKS, 1500),
        (decide, BOXES, 500),
        (keep, ASKED, 300),
        (look_for_bars, "Tìm kiếm\nGõ tên bến thứ {}, chờ chừng một phút.\n", 500),
        (look_for_doubled, DOUBLED + 3 * PARAGRAPH, 100),
        (look_for_doubled, DOUBLED, 300),
    ],
)
def test_work_on_a_document_grows_with_its_length(
    work: Callable[[Result], None], piece: str, count: int
) -> None:
    assert growth(work, made(piece, count), made(piece, 4 * count)) <= LIMIT


def offers(count: int) -> str:
    """A page with so many offers between its paragraphs."""
    words = ["đò", "bến", "lúa", "kênh", "chợ", "vàm", "rẫy", "xuồng", "lưới", "khoai"]

    def said(number: int) -> str:
        return " ".join(f"{words[int(digit)]} {number}" for digit in f"{number:04}{number % 7}")

    boxes = (
        f"<p>{PARAGRAPH}</p><div><div>Chuyện {said(n)}</div><div>Kể {said(n + 5000)}</div>"
        f"<a href='/{n}'>Đặt mua ngay</a></div>"
        for n in range(count)
    )
    return f"<body><div><h1>Đò nhỏ chạy khuya</h1>{''.join(boxes)}</div></body>"


def players(count: int) -> str:
    lines = "".join(f"<div>00:{i % 60:02}</div><div>1x</div>" for i in range(count))
    return f"<h1>Chuyến khuya ở bến</h1>{lines}"


def test_work_on_a_page_grows_with_its_players() -> None:
    assert growth(CLEANER.clean_html, players(400), players(1600)) <= LIMIT


def test_work_on_a_page_grows_with_its_offers() -> None:
    assert growth(CLEANER.clean_html, offers(200), offers(800)) <= LIMIT

"""Which line is the headline."""

from __future__ import annotations

import pytest

from vnnews_clean import Document, Metadata, clean
from vnnews_clean.headline import headlines, is_printed, uncovered
from vnnews_clean.model import Block
from vnnews_clean.textkey import fold, key

TITLE = "Làng gốm hồi sinh sau mười năm im ắng"


def page(text: str, role: str, *, inside: bool) -> Document:
    block = Block(0, len(text), 0, inside=inside, role=role)
    metadata = Metadata(title=TITLE)
    return Document(text, key(text), (block,), text, markup=True, metadata=metadata)


@pytest.mark.parametrize(
    ("text", "role", "inside", "printed"),
    [
        (TITLE, "", True, True),
        (TITLE, "", False, False),
        (TITLE, "title", False, True),
        (f"{TITLE} sau mười mùa lụt lớn", "title", True, True),
        (f"{TITLE} sau mười mùa lụt lớn", "", True, False),
    ],
)
def test_a_headline_is_what_is_called_so_or_a_copy_inside(
    text: str, role: str, inside: bool, printed: bool
) -> None:
    document = page(text, role, inside=inside)
    assert is_printed(document, document.blocks[0], fold(TITLE)) == printed
    assert headlines(document) == [(0 if printed else -1, fold(TITLE))]


@pytest.mark.parametrize("chrome", [0, 4, 12])
def test_a_player_with_any_number_of_words_below_leaves_the_headline_once(chrome: int) -> None:
    """No running text stands near a headline with a long player below: still one copy stays."""
    words = [word for number in range(chrome // 2) for word in (str(number + 40), "Plays")]
    text = (
        "Mười năm không khói, lò gốm ven sông vừa nung mẻ đầu tiên với hai nghìn chiếc bát men nâu."
    )
    lines = ["Home Page", f"cover of {TITLE}", TITLE, TITLE, "00:00-19:30", *words, text]
    left = clean("\n".join(lines)).split("\n")
    assert left.count(TITLE) == 1
    assert text in left
    assert f"cover of {TITLE}" not in left


MENU = "Trang chủ|Thời sự|Thế giới|Kinh tế|Pháp luật|Thể thao|Giải trí|Giáo dục|Đời sống|Xe".split(
    "|"
)


@pytest.mark.parametrize("names", [0, 1, 6, 7, 8, 10])
def test_a_player_below_a_menu_of_any_length_leaves_the_headline_once(names: int) -> None:
    text = (
        "Mười năm không khói, lò gốm ven sông vừa nung mẻ đầu tiên với hai nghìn chiếc bát men nâu."
    )
    more = f"{TITLE} nhờ lớp thợ trẻ về quê, người già ven sông kể với khách đường xa sáng nay."
    lines = [*MENU[:names], f"cover of {TITLE}", TITLE, TITLE]
    left = clean("\n".join([*lines, text, more])).split("\n")
    assert [line for line in left if line not in MENU] == [TITLE, text, more]


@pytest.mark.parametrize(
    "cover",
    [
        "cover of ",
        "Ảnh bìa ",
        "ẢNH: ",
        "Hình ảnh ",
        "Image: ",
        "VİDEO: ",
        "video: ",
        "» ",
        ">> ",
        "►",
    ],
)
def test_a_headline_is_told_without_what_stands_in_front(cover: str) -> None:
    assert uncovered(cover + TITLE) == TITLE


@pytest.mark.parametrize("text", [TITLE, "", f"Bìa: {TITLE}", f"- {TITLE}"])
def test_a_headline_with_nothing_in_front_stays(text: str) -> None:
    assert uncovered(text) == text

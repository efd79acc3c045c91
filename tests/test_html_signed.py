"""An author's card below the element that holds the article's paragraphs."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

NAME = "Võ Thị Bến"
TEXT = [grown(150, f"Chuyến thứ {n} của thư viện huyện") for n in range(3)]
SAID = "viết về những chuyến đò khuya và chợ nổi từ năm 2009, hiện sống ở miền hạ."
CALL = "<a href='/tac-gia'>Đọc các bài khác</a>"


def card(name: str = NAME, said: str = f"{NAME} {SAID}", call: str = CALL) -> str:
    return f"<div><div><b>{name}</b></div><p>{said}</p>{call}</div>"


def is_kept(below: str, paragraphs: int = 3, above: str = "") -> bool:
    """Whether the card is left of an article with `paragraphs`, beside whose element it stands."""
    body = "".join(f"<p>{line}</p>" for line in TEXT[:paragraphs])
    page = f"<div class='post-content'>{above}<div>{body}</div>{below}</div>"
    kept = Cleaner(sites=()).clean_html(f"<body><h1>Thư viện đi đò</h1>{page}</body>").text
    assert all(line in kept for line in TEXT[:paragraphs])
    return SAID in kept


def test_an_authors_card_below_the_paragraphs_goes() -> None:
    assert not is_kept(card())


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Bến", True),
        ("Võ Bến", False),
        ("Võ Thị Thu Bến Sông", False),
        ("Võ Lê Thị Thu Bến Hạ", True),
    ],
)
def test_a_name_has_two_to_five_words(name: str, kept: bool) -> None:
    assert is_kept(card(name, f"{name} {SAID}")) == kept


@pytest.mark.parametrize(
    "box",
    [
        card(call=""),
        card(said=f"Chị {SAID}"),
        card(name="Bến đò khuya", said=f"Bến đò khuya {SAID}"),
        card() + f"<p>{grown(150, 'Cuối cùng')}</p>",
        f"<div>{card()}</div><div>{card().replace(NAME, 'Lê Thị Hạ')}</div>",
    ],
    ids=["no link", "of somebody else", "no name", "text below", "one of several"],
)
def test_what_lacks_a_sign_of_a_card_stays(box: str) -> None:
    assert is_kept(box)


@pytest.mark.parametrize(("paragraphs", "kept"), [(1, True), (2, False)])
def test_a_card_stands_below_two_paragraphs(paragraphs: int, kept: bool) -> None:
    assert is_kept(card(), paragraphs) == kept


def test_where_text_stands_elsewhere_too_the_card_stays() -> None:
    above = f"<section><p>{grown(150, 'Mở đầu')}</p></section>"
    assert is_kept(card(), above=above)

"""Parts of an article that look like others': numbered linked headings, a list's header, verse below a sapo."""

from __future__ import annotations

import pytest

from framed import HEADLINE, SAPO, TEXT, text_of
from grown import grown

PLACES = ["Chòi Vịt Lò Gạch bên sông", "Bến Cá Ngã Ba Kinh Cũ", "Quán Gió trên đê Phù Lãng"]


def numbered(
    count: int,
    *,
    tag: str = "h3",
    said: str = "Mở từ sáng sớm đến tối muộn.",
    first: int = 1,
    step: int = 1,
) -> str:
    """What is left of so many places, each a linked heading with a number over a sentence, in a box."""
    boxes = "".join(
        f"<div class='o'><{tag}><a href='/quan/{n}'>{first + n * step}. {place}</a></{tag}><p>{said}</p></div>"
        for n, place in enumerate(PLACES[:count])
    )
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    return text_of(f"<div><h1>{HEADLINE}</h1>{body}{boxes}</div>")


@pytest.mark.parametrize(
    ("kept", "stays"),
    [
        (numbered(3), True),
        (numbered(3, first=4), True),
        (numbered(3, tag="div"), True),
        (numbered(2), False),
        (numbered(3, step=2), False),
        (numbered(3, said="Mở cả ngày"), False),
    ],
    ids=["three", "from four on", "no heading", "two", "every other number", "no sentence"],
)
def test_numbered_linked_headings_over_sentences_are_parts(kept: str, stays: bool) -> None:
    assert all(line in kept for line in TEXT)
    assert (f". {PLACES[0]}" in kept) is stays


def test_numbered_headings_of_other_makes_are_no_run() -> None:
    boxes = "".join(
        f"<div><{tag}><a href='/{n}'>{n}. {place}</a></{tag}><p>Mở từ sáng sớm đến tối muộn.</p></div>"
        for n, (tag, place) in enumerate(zip(("h3", "h4", "h3"), PLACES, strict=True), 1)
    )
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    assert PLACES[0] not in text_of(f"<div><h1>{HEADLINE}</h1>{body}{boxes}</div>")


@pytest.mark.parametrize(("tag", "stays"), [("h3", True), ("div", False)])
def test_without_a_heading_what_stands_above_a_list_is_none_of_it(tag: str, stays: bool) -> None:
    steps = "".join(f"<li>{line}</li>" for line in TEXT)
    above = f"<{tag}>Bản tin trong ngày</{tag}><div>Sáu mươi giây một lần</div>"
    kept = text_of(f"<h1>{HEADLINE}</h1><div><div>{above}<ul>{steps}</ul></div></div>")
    assert all(line in kept for line in TEXT)
    assert ("Sáu mươi giây một lần" in kept) is stays


@pytest.mark.parametrize("tag", ["ol", "ul"])
def test_what_stands_above_a_list_of_paragraphs_is_of_it(tag: str) -> None:
    steps = "".join(f"<li>{line}</li>" for line in TEXT)
    needs = "<h3>Cần có</h3><ul><li>500 g đất sét</li><li>Hai lít nước sạch</li></ul>"
    kept = text_of(f"<h1>{HEADLINE}</h1><div><div>{needs}<{tag}>{steps}</{tag}></div></div>")
    assert "Cần có" in kept
    assert "500 g đất sét" in kept
    assert all(line in kept for line in TEXT)


VERSES = [
    "Chiều nghiêng bến lò",
    "Khói lam qua chợ",
    "Mẹ ngồi đếm lửa",
    "Đếm năm xa nhà",
    "Ai về nhớ ghé",
]
FOOT = f"<footer>{grown(100)}</footer>" * 9
NOTICE = f"{FOOT}<section><p>{grown(80, 'Tòa nhà ba tầng')}</p></section>"


def below_sapo(lines: list[str], line: str = "<p>{}</p>") -> str:
    verse = "".join(line.format(x) for x in lines)
    return text_of(
        f"<div><h1>{HEADLINE}</h1><p class='dan'>{SAPO}</p><div class='tho'>{verse}</div>{FOOT}</div>"
    )


@pytest.mark.parametrize(("count", "stays"), [(4, True), (5, True), (3, False)])
def test_short_lines_of_one_make_below_a_sapo_are_the_text(count: int, stays: bool) -> None:
    kept = below_sapo(VERSES[:count])
    assert SAPO in kept
    assert (VERSES[0] in kept) is stays


@pytest.mark.parametrize(
    "line", ["<p><a href='/1'>{}</a></p>", "<div><div>{}</div><p>Thơ</p></div>"]
)
def test_links_and_lines_of_different_makes_are_none(line: str) -> None:
    assert VERSES[0] not in below_sapo(VERSES, line)


def hero(text: str, rail: str = "") -> str:
    """What is left of a text in another part of the page than headline and sapo."""
    top = f"<section><h1>{HEADLINE}</h1><p>{SAPO}</p></section>"
    return text_of(f"{top}<div>{rail}<div class='than'>{text}</div></div>{NOTICE}")


BRIEF = "Ba người thợ trẻ nói lò gốm bên sông Quê sẽ nung mỗi tháng một mẻ."
ROWS = "".join(f"<tr><td>{n}/11</td><td>Mẻ {n}</td><td>Lò lớn</td></tr>" for n in range(1, 6))


@pytest.mark.parametrize("rail", ["", "<div><button>In</button></div>"])
def test_a_text_apart_from_headline_and_sapo_is_found(rail: str) -> None:
    kept = hero(f"<p>{BRIEF}</p><table>{ROWS}</table>", rail)
    assert "5/11\tMẻ 5\tLò lớn" in kept
    assert BRIEF in kept
    assert SAPO in kept
    assert "Tòa nhà" not in kept


@pytest.mark.parametrize(("count", "stays"), [(5, True), (3, True), (2, False)])
def test_verse_apart_from_headline_and_sapo_is_found(count: int, stays: bool) -> None:
    stanza = f"<p>{'<br>'.join(VERSES[:count])}</p>"
    kept = hero(f"{stanza}<p>Rằm trăng vừa mọc</p>")
    assert (VERSES[0] in kept) is stays
    assert ("Rằm trăng vừa mọc" in kept) is stays


@pytest.mark.parametrize(("paragraphs", "found"), [(2, True), (1, False)])
def test_paragraphs_right_below_a_sapo_are_the_text_whatever_they_speak_of(
    paragraphs: int, found: bool
) -> None:
    lines = [grown(120, f"Khói {n}") for n in range(paragraphs)]
    kept = hero("".join(f"<p>{line}</p>" for line in lines))
    assert SAPO in kept
    assert (lines[0] in kept) is found

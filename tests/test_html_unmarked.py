"""A headline that nothing marks, a sentence broken by hand, buttons for letters, what a player plays."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

SITE = "Báo Bến Nước"
HEADLINE = "Bến đò đêm sáng đèn trở lại sau ba năm"
BODY = (
    "Từ đầu tháng, bến đò đêm sáng đèn trở lại để công nhân tan ca kịp về bên kia sông Ninh.",
    "Sau ba năm nằm không, chiếc đò gỗ được trét lại, sơn mới và gắn thêm hai hàng ghế dài.",
    "Mỗi đêm có chừng bốn mươi khách, đủ tiền dầu nhưng chưa đủ trả công người lái thứ hai.",
)


def read(*above: str, body: tuple[str, ...] = BODY) -> tuple[str, str]:
    """The headline and the text of a page of lines in ``<div>`` whose head gives the site's name."""
    lines = "".join(f"<div>{line}</div>" for line in above)
    text = "".join(f"<p>{line}</p>" for line in body)
    page = f"<title>{SITE}</title><body>{lines}<section>{text}</section>"
    result = Cleaner(sites=()).clean_html(page)
    return result.metadata.title, result.text


def test_the_line_that_the_text_repeats_is_the_headline() -> None:
    assert read(f"{SITE} - tiếng nói của dân vạn chài", HEADLINE, "12/05/2024") == (
        HEADLINE,
        "\n\n".join(BODY),
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Bến đò đêm sáng đèn trở", True),
        ("Bến đò đêm sáng đèn", False),  # 19 characters
        ("Nghề chèo đò đêm nay", False),  # one of four pairs is repeated
        ("Bến đò đêm sáng đèn trở lại.", False),
        ("Bến đò đêm sáng đèn trở lại:", False),
    ],
)
def test_what_may_be_a_headline(line: str, found: bool) -> None:
    assert (read(line)[0] == line) is found


@pytest.mark.parametrize(("more", "found"), [("chiếc ghe máy", True), ("chiếc ghe máy mới", False)])
def test_share_of_pairs_that_the_text_repeats(more: str, found: bool) -> None:
    line = f"Bến đò đêm {more}"  # 2 of 5 pairs, 2 of 6
    assert (read(line)[0] == line) is found


@pytest.mark.parametrize(("size", "found"), [(139, True), (140, False)])
def test_what_is_long_enough_for_prose_is_no_headline(size: int, found: bool) -> None:
    line = " ".join((*BODY[:2], BODY[2]))[:size].replace(".", ",").rstrip(", ").ljust(size, "x")
    body = (*BODY, " ".join(BODY))
    title, _ = read(line, body=body)
    assert (title == line) is found


def test_words_of_the_shortest_headline() -> None:
    body = tuple(line.replace("bến đò đêm", "nghiêng nghiêng nghiêng đêm") for line in BODY)
    assert read("nghiêng nghiêng nghiêng đêm", body=body)[0] == SITE


def test_one_paragraph_does_not_tell() -> None:
    assert read(HEADLINE, body=BODY[:1])[0] == SITE


def test_below_the_sapo_it_is_a_subhead() -> None:
    sapo = grown(150, "Chuyến đò khuya của xã Ninh")
    assert read(sapo, HEADLINE)[0] == SITE


def test_a_banner_that_begins_with_the_sites_name_is_no_headline() -> None:
    assert read(f"{SITE} Điện tử - diễn đàn của người sông nước miền xuôi", HEADLINE)[0] == HEADLINE


PIECES = (
    "Bến đò đêm sáng đèn trở lại sau ba năm, công",
    "nhân tan ca kịp về bên kia sông, không phải đi",
    "vòng qua cầu xa hơn mười cây số như những năm",
    "trước, lúc chiếc đò gỗ còn nằm phơi trên bãi.",
)


@pytest.mark.parametrize("pieces", [PIECES, PIECES * 3])
def test_a_sentence_broken_over_paragraphs_is_prose(pieces: tuple[str, ...]) -> None:
    text = "".join(f"<p>{line}</p>" for line in pieces)
    sapo = grown(150, "Chuyến đò khuya của xã Ninh")
    page = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div><p>{sapo}</p></div>"
    page += f"<div><p>Đò</p>{text}<a href='/1'>Ba cách giữ áo phao luôn khô và sạch</a></div>"
    assert all(line in Cleaner(sites=()).clean_html(page).text for line in pieces)


def framed(inside: str) -> str:
    """The text of an article with something between its paragraphs."""
    first, *rest = (f"<p>{line}</p>" for line in BODY)
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{first}{inside}{''.join(rest)}</div>"
    return Cleaner(sites=()).clean_html(page).text


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Cỡ chữ <a href='#'>A-</a> <a href='#'>A</a> <a href='#'>A+</a>", False),
        ("Xem với cỡ chữ <a href='#'>T</a> <a href='#'>T</a>", False),
        ("Nhóm máu <a href='#'>A</a>", True),
        ("Nhóm máu A A", True),
    ],
)
def test_buttons_that_change_the_size_of_letters_go(line: str, stays: bool) -> None:
    words = line.partition("<")[0].strip()
    assert (words in framed(f"<div>{line}</div>")) is stays


@pytest.mark.parametrize(
    ("time", "stays"),
    [("12:30", False), ("1:02:30", False), ("0:00 / 4:05", False), ("Số 12", True)],
)
def test_a_title_with_a_button_and_how_long_it_plays_is_an_offer(time: str, stays: bool) -> None:
    box = f"<div><span>Podcast: Chợ nổi họp sớm đón khách xa</span><button>Nghe</button><i>{time}</i></div>"
    box = box.replace("span", "div").replace("<i>", "<div>").replace("</i>", "</div>")
    assert ("Chợ nổi" in framed(box)) is stays


@pytest.mark.parametrize(("cards", "stays"), [(1, True), (2, False)])
def test_the_title_above_a_playlist_goes_with_it(cards: int, stays: bool) -> None:
    next_ = [
        f"<div><a href='/{n}'>Ghe chở dưa mắc cạn ở vàm thứ {n}</a> <b>02:10</b></div>"
        for n in range(cards)
    ]
    box = f"<div><div>Lễ hạ thủy ghe ngo mừng mùa nước nổi</div><div>{''.join(next_)}</div></div>"
    assert ("ghe ngo" in framed(box)) is stays


@pytest.mark.parametrize(("tag", "stays"), [("a", False), ("i", True)])
def test_an_address_with_the_button_that_copies_it_goes(tag: str, stays: bool) -> None:
    line = f"<div><{tag}>https://example.vn/ben-do</{tag}> <{tag}>Sao chép</{tag}></div>"
    assert ("example.vn" in framed(line)) is stays


@pytest.mark.parametrize(("said", "stays"), [("https://example.vn/1", False), ("Báo Sông", True)])
def test_an_address_in_place_of_the_source_goes(said: str, stays: bool) -> None:
    text = "".join(f"<p>{line}</p>" for line in BODY)
    source = f"<div class='link-source-wrapper'><div>{said}</div></div>"
    page = f"<h1>{HEADLINE}</h1><h2 class='knc-sapo'>{BODY[0]}</h2><div class='afcbc-body'>{text}</div>"
    assert (said in Cleaner().clean_html(page + source).text) is stays

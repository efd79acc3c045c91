"""Every number of the reader of pages has a page just inside of it and one just outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from grown import grown
from vnnews_clean import Cleaner, PolicyName

HEADLINE = "Làng gốm hồi sinh sau mười năm im ắng"
ASKED = "Lò nung"
"""What the line begins with that is asked about."""
BODY = "".join(
    f"<p>{grown(150, f'Mẻ thứ {n} của làng gốm hồi sinh sau mười năm,')}</p>" for n in range(3)
)


class Border(NamedTuple):
    """A page that grows with a number: the last size with which the line stays, the first without.

    The sizes may be turned round.
    """

    name: str
    page: Callable[[int], str]
    stays: int
    goes: int
    policy: PolicyName = "article"
    sites: tuple[str, ...] = ()
    asked: str = ASKED


def whole(body: str, above: str = "") -> str:
    """A page with a headline over `body`."""
    title = f"<head><title>{HEADLINE}</title></head>"
    return f"<html>{title}<body>{above}<div><h1>{HEADLINE}</h1>{body}</div></body></html>"


def notice(size: int) -> str:
    """A notice above the headline, over an article of 450 characters."""
    return whole(BODY, f"<div><p>{grown(size, ASKED)}</p></div>")


def captions(size: int) -> str:
    """A caption beside prose of 150 characters."""
    return whole(
        f"<p>{grown(150)}</p><figure><figcaption>{grown(size, ASKED)}</figcaption></figure>"
    )


def sections(size: int) -> str:
    """Small sections of a paragraph and a pointer to another article."""
    made = "".join(
        f"<div><p>{grown(size, f'{ASKED} số {n},')}</p><p>Xem thêm: "
        f"<a href='/{n}'>Thợ gốm già kể chuyện đắp lò bên sông {n}</a></p></div>"
        for n in range(3)
    )
    return whole(BODY + made)


LINKED = "Thợ gốm già kể chuyện đắp lò bên sông"


def covered_cards(size: int) -> str:
    """Cards without a linked line; the link that covers them stands so many elements deep."""
    deep = "<div>" * size + "<h5>{}</h5><a href='/{}'></a>" + "</div>" * size
    made = "".join(
        f"<section>{deep.format(f'{ASKED} số {n} đỏ lửa sau mùa mưa', n)}<p>{grown(70)}</p></section>"
        for n in range(2)
    )
    return whole(BODY + made)


def unsigned(size: int) -> str:
    """So many comments without names below a heading."""
    items = "".join(f"<div><p>{grown(70, f'{ASKED} số {n}')}</p></div>" for n in range(size))
    return whole(f"{BODY}<h3>Ý kiến bạn đọc ({size})</h3>{items}")


def short_comment(size: int) -> str:
    """Three comments of so many characters."""
    items = "".join(f"<div>{grown(size, ASKED)}</div>" for _ in range(3))
    return whole(f"{BODY}<h3>Bình luận</h3>{items}")


def next_article(size: int) -> str:
    """So many paragraphs below another headline."""
    told = "".join(f"<p>{grown(800, f'{ASKED} số {n}')}</p>" for n in range(size))
    return whole(f"<div>{BODY}</div><section><h2><a href='/2'>{LINKED}</a></h2>{told}</section>")


def verse(size: int) -> str:
    """Short lines that the head gives as the article's, beside a paragraph of 70 characters."""
    lines = [grown(size, f"{ASKED} {n}", "") for n in range(3)]
    said = f'{{"@type": "NewsArticle", "articleBody": "{" ".join(lines)}"}}'
    script = f"<script type='application/ld+json'>{said}</script>"
    made = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head>{script}</head><body><div>{made}</div><div><p>{grown(70)}</p></div>"


def last_part(between: str, size: int) -> str:
    """A last paragraph behind what stands `between` it and the rest."""
    return whole(f"<div>{BODY}</div>{between}<p>{grown(size, ASKED)}</p>")


def behind_furniture(size: int) -> str:
    """The last paragraph stands behind furniture of 180 characters."""
    return last_part(f"<div class='qc'>{grown(180)}</div>", size)


def behind_a_link(size: int) -> str:
    """The last paragraph stands behind a link of 200 characters."""
    return last_part(f"<div><a href='/1'>{grown(200, end='')}</a></div>", size)


def beside_named(size: int) -> str:
    """A body that a pack names, beside 400 characters without a name."""
    other = f"<div><p>{grown(200, ASKED)}</p><p>{grown(200)}</p></div><nav>Bạn đọc kể</nav>"
    named = f"<p class='description'>Hay.</p><div class='fck_detail'><p>{grown(size)}</p></div>"
    return f"<html><body>{other}{named}</body></html>"


def beside_common(size: int) -> str:
    """A body with a common name, behind 100 characters and a menu of ten."""
    other = f"<div><p>{grown(100, ASKED)}</p></div><nav>Bạn đọc kể</nav>"
    return f"<html><body>{other}<div class='post-content'><p>{grown(size)}</p></div></body></html>"


MENU = "".join(f"<div><a href='/{n}'>{grown(90, f'Tin {n}', '')}</a></div>" for n in range(20))
RENTS = "".join(f"<p>Xem ngày {n}: {'thuê đất gần quốc lộ, ' * 9}hết.</p>" for n in range(5))
FOREIGN = f"{MENU}<div>{RENTS}</div>"
"""Much prose that shares no word with the headline, behind many links."""


def told(count: int, size: int) -> str:
    """`count` paragraphs of `size` characters in all that hardly share a word with the headline."""
    each = [size // count] * (count - 1)
    sizes = [*each, size - sum(each)]
    return "".join(
        f"<p>{f'{ASKED} {i} ' + 'đỏ cả đêm, ' * 40}"[: 3 + n - 1] + ".</p>"
        for i, n in enumerate(sizes)
    )


def below_headline(size: int) -> str:
    """So many characters below the headline, and more elsewhere."""
    return whole(f"<div>{told(3, size)}</div>") + FOREIGN


def few_below_headline(size: int) -> str:
    """So many paragraphs below the headline, and more elsewhere."""
    return whole(f"<div>{told(size, 450)}</div>") + FOREIGN


def printed_shorter(size: int) -> str:
    """The headline as it is printed has forty characters, that of the head so many."""
    title = grown(size, "Làng", "")
    printed = f"<div>{title[:40].rstrip()}{'x' * (40 - len(title[:40].rstrip()))}</div>"
    page = f"<html><head><title>{printed[5:-6]}{title[40:]}</title></head><body>"
    return f"{page}{printed}<div>{told(3, 450)}</div>{FOREIGN}</body></html>"


def printed_words(size: int) -> str:
    """The headline is printed in so many words, without an ``<h1>``."""
    title = " ".join("Làng gốm hồi sinh rồi".split()[:size])
    page = f"<html><head><title>{title}</title></head><body>"
    return f"{page}<div>{title}</div><div>{told(3, 450)}</div>{FOREIGN}</body></html>"


def late_words(size: int) -> str:
    """Short lines below the headline, of which so manieth speaks of it, and prose elsewhere."""
    lines = [f"{ASKED} {n}" for n in range(1, 21)]
    lines[size - 1] = "Làng gốm hồi sinh sau mười năm im ắng rồi"
    made = "".join(f"<p>{line}</p>" for line in lines)
    return whole(f"<div>{made}</div>") + FOREIGN


def card(head: int = 40, lines: int = 1, size: int = 90) -> str:
    """A card: a linked headline of `head` characters, and summaries of `size` in all."""
    first = "".join(f"<p>Dòng {n}</p>" for n in range(lines - 1))
    rest = size - sum(len(f"Dòng {n}") for n in range(lines - 1))
    linked = f"<h4><a href='/1'>{grown(head, 'Thợ', '')}</a></h4>"
    return whole(f"{BODY}<div>{linked}{first}<p>{grown(rest, ASKED)}</p></div>{BODY}")


def answered(count: int = 2, row: int = 7, rows: int = 0, beside: int = 0) -> str:
    """Comments below the article, each with a row of buttons of `row` characters.

    `rows` more rows stand between text and buttons, and `beside` lines beside both.
    """
    button = "Trả lời".ljust(row, "1")
    extra = "<p>Thích</p>" * rows
    names = "".join(f"<p>{ASKED} {n}</p>" for n in range(beside))
    said = "<p>Nhớ bếp than quê nhà</p>" if beside else f"<p>{ASKED} nhà tôi còn ấm</p>"
    item = f"<section>{names}<div>{said}{extra}<p>{button}</p></div></section>"
    return whole(f"<div>{BODY}{item * count}</div>")


def comment_of_lines(size: int) -> str:
    """Comments below a heading, one of so many lines."""
    items = [f"<p>{ASKED} nhà tôi còn ấm lắm.</p>" * size, *["<p>Mong mọi người giữ nghề.</p>"] * 2]
    return whole(f"{BODY}<h3>Bình luận</h3>{''.join(f'<div>{item}</div>' for item in items)}")


def comments_so_deep(size: int) -> str:
    """Comments below a heading, so many elements down."""
    item = f"<div><p>{ASKED} nhà tôi còn ấm lắm.</p></div>"
    inner = "<section>" * (size - 1) + item * 3 + "</section>" * (size - 1)
    return whole(f"{BODY}<h3>Bình luận</h3>{inner}")


def guide(size: int) -> str:
    """Subheads like buttons over sentences of so many characters."""
    return whole(BODY + "".join(f"<h2>Chia sẻ</h2><p>{grown(size, 'Bấm')}</p>" for _ in range(2)))


def sapo_above(size: int) -> str:
    """A sapo above the headline that the description repeats."""
    said = grown(size, ASKED, "")
    head = f"<title>{HEADLINE}</title><meta name='description' content='{said}'>"
    return (
        f"<html><head>{head}</head><body><div>{said}</div><nav>{LINKED * 4}</nav>"
        f"<div><h1>{HEADLINE}</h1>{BODY}</div></body></html>"
    )


def sapo_far(size: int) -> str:
    """A sapo with so many lines between it and the body."""
    between = "".join(f"<div><a href='/{n}'>{grown(60, 'Tin', '')}</a></div>" for n in range(size))
    return whole(f"<div><p>{grown(90, ASKED)}</p></div>{between}<div>{BODY}</div>")


def titled(size: int, tag: str) -> str:
    """A headline of so many characters in the body, in a `tag`."""
    title = grown(size, "Lò", "") if size > 9 else "Lò".ljust(size, "1")
    return (
        f"<html><head><title>{title}</title></head><body><div><{tag}>{title}</{tag}>{BODY}</div>"
        "</body></html>"
    )


@pytest.mark.parametrize(("size", "prose"), [(113, 563), (112, 450)])
def test_a_quarter_of_the_prose_above_the_headline_is_no_notice(size: int, prose: int) -> None:
    reason = Cleaner(sites=()).clean_html(notice(size)).document.type_reason
    assert reason.startswith(f"{prose} characters of prose")


def test_the_first_of_two_h1_is_the_headline_if_it_begins_as_that_does() -> None:
    title = "Làng gốm hồi sinh rồi lại đỏ lửa ven sông sau mười năm im ắng"
    above = "<h1>Làng gốm hồi sinh rồi</h1><h1>Báo Bờ Bãi</h1>"
    page = f"<title>{title}</title><div>{above}<div>{told(3, 450)}</div></div>{FOREIGN}"
    assert ASKED in Cleaner(sites=()).clean_html(page).text


BORDERS = (
    Border("container.SAID", verse, 24, 23),
    Border("container.MAX_LOSS", behind_furniture, 101, 100),
    Border("container.LINK_LOSS", behind_a_link, 101, 100),
    Border("container.NAMED_SHARE", beside_named, 389, 390, sites=("vnexpress",)),
    Border("container.COMMON_SHARE", beside_common, 359, 360),
    Border("container.SUBSTANTIAL", below_headline, 300, 299),
    Border("container.PARAGRAPHS", few_below_headline, 3, 2),
    Border("container.TELLING", late_words, 16, 17),
    Border("front.LONGER", printed_shorter, 60, 61),
    Border("front.HEADLINE_WORDS", printed_words, 5, 4),
    Border("cards.HEADLINE, shortest", lambda n: card(head=n), 17, 18),
    Border("cards.HEADLINE, longest", lambda n: card(head=n), 220, 219),
    Border("cards.CARD_LINES", lambda n: card(lines=n), 4, 3),
    Border("cards.CARD_CHARACTERS", lambda n: card(size=n), 661, 660),
    Border("comments.FEWEST", lambda n: answered(count=n), 1, 2),
    Border("comments.LONGEST", lambda n: answered(row=n), 61, 60),
    Border("comments.NEAR", lambda n: answered(rows=n), 8, 7),
    Border("comments.BESIDE", lambda n: answered(beside=n), 6, 5),
    Border("headed.LINES", comment_of_lines, 9, 8),
    Border("headed.DEEP", comments_so_deep, 3, 2),
    Border("subheads.SENTENCE", guide, 20, 19, asked="Chia sẻ"),
    Border("front.MATCHED", sapo_above, 40, 39),
    Border("front.REACH", sapo_far, 11, 12),
    Border("front.TITLE, shortest", lambda n: titled(n, "p"), 11, 12, asked="Lò"),
    Border("front.TITLE, longest", lambda n: titled(n, "p"), 300, 299, asked="Lò"),
    Border("front.SHORT_TITLE, shortest", lambda n: titled(n, "h1"), 2, 3, asked="Lò"),
    Border("front.SHORT_TITLE, longest", lambda n: titled(n, "h1"), 300, 299, asked="Lò"),
    Border("content: captions that tell the story", captions, 151, 150, "body"),
    Border("cards.OVERLAY", covered_cards, 4, 3),
    Border("headed.FEWEST", unsigned, 2, 3),
    Border("headed.SENTENCE", short_comment, 19, 20),
    Border("others.PARAGRAPHS", next_article, 1, 2),
    Border("cards: a paragraph above the headline", sections, 60, 59),
)


@pytest.mark.parametrize("border", BORDERS, ids=lambda border: border.name)
def test_a_number_has_a_page_on_either_side(border: Border) -> None:
    cleaner = Cleaner(sites=border.sites, policy=border.policy)
    assert border.asked in cleaner.clean_html(border.page(border.stays)).text, "gone inside"
    assert border.asked not in cleaner.clean_html(border.page(border.goes)).text, "there outside"

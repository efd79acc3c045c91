"""Real pages with boxes of other papers in their articles: below the lede, in the middle, at the end.

A box is of words of our own, and no class name tells what it is. Two are the same kind of thing in other
markup: linked by ``<a>``, by a script, by an empty link; with a header that nobody knows, or without one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Final

import corpus as corpora
from changed_pages import Found, changed, put
from company import Snippet
from corpus import Segment
from ourwords import headline, sentence
from trials import Variation, bound, some

Box = Callable[[Random], Snippet]

_HEADERS: Final = ("Lên bờ cùng bạn", "Nghe thêm ở chợ", "Ghé mắt sang đây", "Mạn thuyền bên kia")
"""Headers that no lexicon has."""


def _class(rng: Random) -> str:
    return f"{rng.choice('bcdfghk')}{rng.choice('aeiou')}{rng.randint(10, 99)}"


def _linked(head: str, number: int) -> str:
    return f"<a href='/x{number}.html'>{head}</a>"


def _links(wrap: str, count: int, *, headed: bool) -> Box:
    """Headlines, each linked and in `wrap`, as many as `count`."""

    def box(rng: Random) -> Snippet:
        heads = [headline(rng) for _ in range(count)]
        header = (rng.choice(_HEADERS),) if headed else ()
        above = "".join(f"<div>{text}</div>" for text in header)
        rows = "".join(wrap.format(_linked(head, i)) for i, head in enumerate(heads))
        return Snippet(f"<div class='{_class(rng)}'>{above}{rows}</div>", (*header, *heads))

    return box


def _cards(card: str, count: int, *, headed: bool) -> Box:
    """Picture, headline and summary by the markup of a `card`, as many as `count`."""

    def box(rng: Random) -> Snippet:
        told = [(headline(rng), sentence(rng)) for _ in range(count)]
        header = (rng.choice(_HEADERS),) if headed else ()
        above = "".join(f"<div>{text}</div>" for text in header)
        named = _class(rng)
        cards = "".join(
            card.format(named=named, number=rng.randrange(10**6), head=head, said=said)
            for head, said in told
        )
        lines = (*header, *(line for pair in told for line in pair))
        return Snippet(f"<div>{above}{cards}</div>", lines)

    return box


_IN_LINK: Final = (
    "<div class={named}><a href='/x{number}.html'><img src='/x{number}.jpg'></a>"
    "<div><a href='/x{number}.html'>{head}</a><p>{said}</p></div></div>"
)
_BY_SCRIPT: Final = (
    "<div class={named} onclick=\"location.href='/x{number}.html'\"><img src='/x{number}.jpg'>"
    "<div>{head}</div><div>{said}</div></div>"
)
_UNDER_LINK: Final = (
    "<div class={named}><img src='/x{number}.jpg'><div>{head}</div><div>{said}</div>"
    "<a href='/x{number}.html'></a></div>"
)


def _dated(rng: Random) -> Snippet:
    heads = [(headline(rng), f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/2025") for _ in range(3)]
    rows = "".join(
        f"<div class='r'><span>{day}</span> {_linked(head, i)}</div>"
        for i, (head, day) in enumerate(heads)
    )
    return Snippet(f"<div>{rows}</div>", tuple(f"{day} {head}" for head, day in heads))


def _offer(rng: Random) -> Snippet:
    lines = (f"Nồi đất {rng.choice(('Vàm', 'Rạch', 'Cồn'))} Bạc", f"{rng.randint(90, 900)}.000 đ")
    body = (
        f"<img src='/n.jpg'><div>{lines[0]}</div><div>{lines[1]}</div><a href='/mua'>Đặt hàng</a>"
    )
    return Snippet(f"<div class='{_class(rng)}'>{body}</div>", (*lines, "Đặt hàng"))


def _support(rng: Random) -> Snippet:
    said = "Bài viết này miễn phí nhờ bạn đọc góp một tách trà mỗi tháng để tòa soạn đi tiếp."
    body = f"<p>{said}</p><a href='/gop'>Góp một tách</a>"
    return Snippet(f"<div class='{_class(rng)}'>{body}</div>", (said, "Góp một tách"))


def _player(rng: Random) -> Snippet:
    lines = ("00:00", f"{rng.randint(2, 59)}:{rng.randint(10, 59)}", "1x", "15 giây")
    return Snippet(f"<div>{''.join(f'<div>{line}</div>' for line in lines)}</div>", lines)


def _playlist(rng: Random) -> Snippet:
    times = ("03:31", "01:35", "07:32", "02:27")
    lines = tuple(f"{time} {headline(rng)}" for time in times)
    rows = "".join(f"<div class='p'><img src='/v.jpg'>{line}</div>" for line in lines)
    return Snippet(f"<div>{rows}</div>", lines)


def _sharing(rng: Random) -> Snippet:
    lines = ("Chia sẻ qua Zalo Facebook", f"{rng.randint(2, 900)} Thích Lưu Gửi")
    return Snippet(f"<div>{''.join(f'<div>{line}</div>' for line in lines)}</div>", lines)


BOXES: Final[dict[str, Box]] = {
    "a linked headline": _links("<p>{}</p>", 1, headed=False),
    "a list of links": _links("<ul><li>{}</li></ul>", 3, headed=False),
    "a list of links below a header": _links("<div>{}</div>", 3, headed=True),
    "a table of links": _links("<table><tr><td>{}</td></tr></table>", 2, headed=True),
    "links after dashes": _links("- {}<br>", 2, headed=True),
    "a card": _cards(_IN_LINK, 1, headed=False),
    "cards below a header": _cards(_IN_LINK, 3, headed=True),
    "a card of a script": _cards(_BY_SCRIPT, 1, headed=False),
    "cards of a script below a header": _cards(_BY_SCRIPT, 2, headed=True),
    "cards under an empty link below a header": _cards(_UNDER_LINK, 2, headed=True),
    "headlines with dates": _dated,
    "an offer": _offer,
    "a call to support": _support,
    "a player": _player,
    "a playlist": _playlist,
    "buttons in words": _sharing,
}


def variations(corpus: Path | None, count: int | None, seed: int) -> dict[str, Variation]:
    """The variations by name, with `count` pages each (all for ``None``)."""
    if corpus is None:
        return {}
    pages = some(corpora.load(corpus, "html"), count, seed)
    return {
        f"in the article: {kind}": bound(changed, pages, partial(boxed, make))
        for kind, make in BOXES.items()
    }


def boxed(make: Box, found: Found, rng: Random) -> tuple[str, list[Segment]] | None:
    """The page with a box below the lede, one in the middle of the article and one below its end."""
    body = found.body
    if len(body) < 2:
        return None
    places = sorted({body[0], body[len(body) // 2 - 1], body[-1]})
    return put(found, {place: make(rng) for place in places})

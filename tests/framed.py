"""A page of an article, with something beside its paragraphs or between them."""

from __future__ import annotations

from grown import grown
from vnnews_clean import Cleaner

HEADLINE = "Lò gốm bên sông Quê đỏ lửa trở lại sau mười năm"
SAPO = "Lò gốm bên sông Quê nguội suốt mười năm nay lại có khói, nhờ ba người thợ trẻ trong làng."
TEXT = [grown(150, f"Mẻ thứ {n} của lò gốm bên sông Quê") for n in range(4)]
STORIES = [
    "Chợ nổi họp sớm đón khách phương xa",
    "Rừng tràm hồi sinh từ những hạt giống cũ",
    "Xóm nhỏ góp đất mở đường ra bến",
]


def paragraphs(lines: list[str] = TEXT) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def text_of(body: str, head: str = "") -> str:
    page = f"<title>{HEADLINE}</title>{head}<body>{body}</body>"
    return Cleaner(sites=()).clean_html(page).text


def boxed(box: str) -> str:
    """The text of a page with a `box` between its paragraphs."""
    first, *rest = TEXT
    return text_of(f"<div><h1>{HEADLINE}</h1><p>{first}</p>{box}{paragraphs(rest)}</div>")

"""The articles of pages in the templates of other publishers, between the furniture that was there.

The element that holds an article gives way to another one that says the same: in `TEMPLATES`, the
paragraphs are written down otherwise; in `COMPANY`, something stands beside them that is none of
theirs. No class name tells what is what, but for the names that mislead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import corpus as corpora
from changed_pages import Found, changed, container_of, is_within
from company import COMPANY, Company
from corpus import Segment
from trials import Variation, bound, some

_BODY: Final = re.compile(r"<body[^>]*>")
_PIXEL: Final = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


class Article(NamedTuple):
    """What the container of an article says."""

    title: str
    """Empty if the headline stands outside."""
    parts: tuple[Segment, ...]
    """The content without the headline."""

    def heading(self, tag: str) -> str:
        """The headline, if it stands in the container."""
        return f"<{tag}>{escape(self.title)}</{tag}>" if self.title else ""

    @property
    def marked(self) -> list[str]:
        """Every part in the element that is meant for it."""
        return [f"<{_tag(part)}>{escape(part.text)}</{_tag(part)}>" for part in self.parts]

    @property
    def texts(self) -> list[str]:
        """Every part as it is printed."""
        return [escape(part.text) for part in self.parts]


Template = Callable[[Article, Random], str]


def _tag(part: Segment) -> str:
    return {"heading": "h3", "list": "li", "quote": "blockquote"}.get(part.kind or "", "p")


def _headed(article: Article, body: str) -> str:
    return f"<div>{article.heading('h1')}{body}</div>"


def _halves(article: Article, _: Random) -> str:
    made = article.marked
    half = (len(made) + 1) // 2
    first, second = "".join(made[:half]), "".join(made[half:])
    return _headed(article, f"<div>{first}</div><div></div><div>{second}</div>")


def _nested(article: Article, _: Random) -> str:
    return _headed(article, "".join(f"<div><div>{text}</div></div>" for text in article.texts))


def _header(article: Article, _: Random) -> str:
    body = "".join(article.marked)
    return f"<header><div>{article.heading('h1')}</div></header><div>{body}</div>"


def _second_heading(article: Article, _: Random) -> str:
    body = "".join(article.marked)
    return f"<h1><a href='/'>Báo Bến Lở</a></h1><div>{article.heading('h2')}{body}</div>"


def _misnamed(article: Article, rng: Random) -> str:
    wrong = rng.choice(("sidebar", "comments", "related", "widget", "footer", "menu", "banner"))
    return f"<div class='{wrong}'>{_headed(article, ''.join(article.marked))}</div>"


def _cell(article: Article, _: Random) -> str:
    body = "<br><br>".join(article.texts)
    return (
        f"<table><tr><td>{article.heading('b')}</td></tr>"
        f"<tr><td>{body}</td><td><a href='/'>Trang nhất</a></td></tr></table>"
    )


def _breaks(article: Article, rng: Random) -> str:
    made = []
    for text in article.texts:
        made.append(text)
        if rng.random() < 0.3:
            made.append(f"<img src='/{rng.randint(1, 99)}.jpg'>")
    return _headed(article, f"<div>{'<br><br>'.join(made)}</div>")


def _lazy(article: Article, rng: Random) -> str:
    made = []
    for part in article.marked:
        made.append(part)
        if rng.random() < 0.3:
            made.append(
                f"<figure><img src='{_PIXEL}' data-src='/a.jpg' alt='Bà con ra đồng - 1'>"
                "<noscript><img src='/a.jpg'></noscript></figure>"
            )
    return _headed(article, "".join(made))


def _amp(article: Article, _: Random) -> str:
    made = "<amp-ad width=300 height=250><div placeholder></div></amp-ad>".join(article.marked)
    return (
        "<amp-sidebar id=s layout=nodisplay><ul><li><a href='/a'>Thời sự</a></li><li>"
        "<a href='/b'>Bạn đọc viết</a></li></ul></amp-sidebar>"
        f"<article>{article.heading('h1')}<amp-img src='/a.jpg'></amp-img>{made}</article>"
    )


def _pictures(article: Article, rng: Random) -> str:
    made = "".join(
        f"<figure><img src='/{rng.randint(1, 99)}.jpg'><figcaption>{text}</figcaption></figure>"
        for text in article.texts
    )
    return _headed(article, made)


def _sections(article: Article, _: Random) -> str:
    return _headed(article, "".join(f"<section>{part}</section>" for part in article.marked))


def _spans(article: Article, _: Random) -> str:
    body = "".join(f"<p><span><font>{text}</font></span></p>" for text in article.texts)
    return f"<form><center>{_headed(article, body)}</center></form>"


def _printed(article: Article, _: Random) -> str:
    body = "".join(article.marked)
    return f"<article>{article.heading('h1')}{body}<p><button>In bài</button></p></article>"


TEMPLATES: Final[dict[str, Template]] = {
    "article over two siblings": _halves,
    "paragraphs in two <div>s each": _nested,
    "headline in <header>": _header,
    "headline below a logo in <h1>": _second_heading,
    "container with a misleading name": _misnamed,
    "text straight in <td>": _cell,
    "<br><br> and pictures": _breaks,
    "placeholders of pictures": _lazy,
    "AMP": _amp,
    "photo story": _pictures,
    "a <section> for each paragraph": _sections,
    "<font> and <center>": _spans,
    "print view": _printed,
}
"""Name → the article in another template."""


def retold(template: Template, found: Found, rng: Random) -> tuple[str, list[Segment]] | None:
    """The page with its article in another template."""
    article, container = article_of(found), container_of(found)
    if article is None or container is None:
        return None
    container.replace_with("⟦0⟧")
    return _filled(found, template(article, rng)), list(found.segments)


def accompanied(
    company: Company, where: str, found: Found, rng: Random
) -> tuple[str, list[Segment]] | None:
    """The page with its article in plain paragraphs, and company ``above``, ``between`` or ``below``."""
    article, container = article_of(found), container_of(found)
    if article is None or container is None or len(article.parts) < 2:
        return None
    made = company(rng)
    container.replace_with("⟦0⟧")
    paragraphs = article.marked
    half = len(paragraphs) // 2
    title = article.heading("h1")
    if where == "between":
        body = "".join([*paragraphs[:half], made.html, *paragraphs[half:]])
        html = f"<div>{title}<div>{body}</div></div>"
    else:
        html = f"<div>{title}<div>{''.join(paragraphs)}</div></div>"
    if where == "below":
        html = f"<div>{html}{made.html}</div>"
    at = found.segments.index
    beside = {"above": 0, "between": at(article.parts[half]), "below": at(article.parts[-1]) + 1}
    place = beside[where]
    segments = [*found.segments[:place], *made.segments, *found.segments[place:]]
    page = _filled(found, html)
    return (
        (_BODY.sub(lambda tag: tag[0] + made.html, page, 1), segments)
        if not place
        else (page, segments)
    )


def article_of(found: Found) -> Article | None:
    """The article of a page, if its content is known to be in its markup."""
    container = container_of(found)
    if container is None or not found.complete:
        return None
    titles = (i for i, s in enumerate(found.segments) if s.kind == "title" and i in found.elements)
    title = next(titles, -1)
    inside = title >= 0 and is_within(found.elements[title], container)
    parts = tuple(s for s in found.segments if s.label == "C" and s.kind != "title")
    return Article(found.segments[title].text if inside else "", parts) if parts else None


def _filled(found: Found, html: str) -> str:
    return (found.tree.html or "").replace("⟦0⟧", html)


def variations(corpus: Path | None, count: int | None, seed: int) -> dict[str, Variation]:
    """The variations by name, with `count` pages each (all for ``None``)."""
    if corpus is None:
        return {}
    pages = some(corpora.load(corpus, "html"), count, seed)
    return {
        **{name: bound(changed, pages, partial(retold, made)) for name, made in TEMPLATES.items()},
        **{
            name: bound(changed, pages, partial(accompanied, made, where))
            for where, companies in COMPANY.items()
            for name, made in companies.items()
        },
    }

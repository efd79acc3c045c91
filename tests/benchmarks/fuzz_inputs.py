"""Inputs for fuzzing: dumps and pages made of everything that rules look for, in every disguise.

Everything is drawn from a `random.Random`. Where a corpus is at hand, half of the inputs are its
documents, cut, spliced and damaged.
"""

from __future__ import annotations

import html
import json
import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from markup import REWRITES, outside_scripts
from ourwords import headline, name, paragraph, sentence
from phrases import every_phrase
from traps import BOXES, TRAPS

BREAKS: Final = (
    ("\n",) * 8 + ("\n\n",) * 4 + ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "", " ")
)
STRANGERS: Final = (
    "\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{COMBINING ACUTE ACCENT}"
    "\N{BYTE ORDER MARK}\N{RIGHT-TO-LEFT MARK}\x00\x07\x1b\ud83d\udc4dÐñ®§αасе…‘“»►•[]()|*_#>-"
)
_PHRASES: Final = [phrase for _, phrase in every_phrase()]
_FURNITURE: Final = (
    "(Ảnh: Minh Hà)",
    "Theo Báo Sông Quê",
    "12/05/2024 08:30 GMT+7",
    "00:00-12:34",
    "0",
    "Facebook",
    "#dulich #bienxanh",
    "https://example.vn/anh/cau-moi.jpg",
    "(function(){var a=1;})();",
    "Quay lại",
    "1 2 3 … 9 Trang sau",
    "| Thứ hai | 32 độ |",
    ">> Xem thêm: Làng chài nhỏ",
    "Mực nước đang lên nhanh và dự báo sẽ vượt mức báo động trong ...",
    "© 2024 Báo Sông Quê. Giấy phép số 12/GP-BTTTT",
)


def piece(rng: Random) -> str:
    """A line, or a box of several."""
    kind = rng.random()
    if kind < 0.3:
        return paragraph(rng, rng.randint(1, 4))
    if kind < 0.5:
        return headline(rng)
    if kind < 0.7:
        phrase = rng.choice(_PHRASES)
        return rng.choice((phrase, phrase.upper(), phrase.capitalize(), phrase.title()))
    if kind < 0.85:
        return rng.choice(_FURNITURE)
    if kind < 0.95:
        return "\n".join(BOXES[rng.choice(sorted(BOXES))](rng))
    return rng.choice((name(rng), sentence(rng), str(rng.randint(0, 10**6)), ""))


def composed(rng: Random) -> str:
    """Lines of all kinds, some of them twice, in any order; or a trap."""
    if rng.random() < 0.1:
        return "\n".join(TRAPS[rng.choice(sorted(TRAPS))](rng))
    pieces = [piece(rng) for _ in range(rng.randint(1, 25))]
    if rng.random() < 0.5:
        pieces += rng.choices(pieces, k=rng.randint(1, 5))
    return "".join(part + rng.choice(BREAKS) for part in pieces)


def _mojibake(codec: str) -> Callable[[Random, str], str]:
    def disguise(rng: Random, text: str) -> str:
        start, end = _span(rng, text)
        wrong = text[start:end].encode("utf-8", "replace").decode(codec, "replace")
        return text[:start] + wrong + text[end:]

    return disguise


def _span(rng: Random, text: str) -> tuple[int, int]:
    start = rng.randint(0, len(text)) if rng.random() < 0.5 else 0
    end = rng.randint(start, len(text)) if rng.random() < 0.5 else len(text)
    return start, end


def _wrapped(rng: Random, text: str) -> str:
    columns = rng.choice((20, 40, 72, 80, 100))
    return "\n".join("\n".join(textwrap.wrap(line, columns)) for line in text.split("\n"))


def _markdown(rng: Random, text: str) -> str:
    def line(plain: str) -> str:
        return rng.choice(
            (
                plain,
                plain,
                f"## {plain}",
                f"* [{plain}](https://a.example/b-{rng.randint(1, 99)}.html)",
                f"![{plain}](/c.jpg)",
                f"**{plain}**",
                f"> {plain}",
                f"{rng.randint(1, 9)}. {plain}",
            )
        )

    return "\n".join(line(own) if own.strip() else own for own in text.split("\n"))


def _browser(rng: Random, text: str) -> str:
    def line(plain: str) -> str:
        return rng.choice(("   ", "", "  • ", "[image] ", "     * ")) + plain

    return _wrapped(rng, "\n".join(map(line, text.split("\n"))))


def _escaped(rng: Random, text: str) -> str:
    return rng.choice(
        (
            json.dumps(text)[1:-1],
            json.dumps(text, ensure_ascii=False)[1:-1],
            text.replace("\n", "<br>"),
            text.replace("\n", "\\n"),
            html.escape(text).replace(" ", "&nbsp;", 9),
            f"<p>{text}</p>",
            repr(text),
        )
    )


def _sprinkled(rng: Random, text: str) -> str:
    chars = list(text)
    for _ in range(rng.randint(1, 8)):
        chars.insert(rng.randint(0, len(chars)), rng.choice(STRANGERS))
    return "".join(chars)


def _torn(rng: Random, text: str) -> str:
    start, end = _span(rng, text)
    return rng.choice((text[start:end], text[:start] + text[end:], text + text[start:end]))


DISGUISES: Final[Sequence[Callable[[Random, str], str]]] = (
    _mojibake("latin-1"),
    _mojibake("cp1252"),
    _mojibake("cp1258"),
    _wrapped,
    _markdown,
    _browser,
    _escaped,
    _sprinkled,
    _torn,
    lambda _, text: " ".join(text.split()),
    lambda _, text: unicodedata.normalize("NFD", text),
    lambda _, text: text.upper(),
    lambda _, text: text.replace(" ", "\N{NO-BREAK SPACE}"),
    lambda _, text: text.replace(" ", "_"),
    lambda _, text: "\n".join(text),
    lambda _, text: text.replace(" ", "\n"),
)


def _window(rng: Random, text: str, size: int) -> str:
    """A piece of about that size; once in twenty the whole."""
    if len(text) <= size or rng.random() < 0.05:
        return text
    start = rng.choice((0, rng.randint(0, len(text) - size)))
    return text[start : start + size]


def a_text(rng: Random, known: Sequence[str]) -> str:
    """A dump: composed or one of the `known`, in up to three disguises."""
    text = _window(rng, rng.choice(known), 3000) if known and rng.random() < 0.5 else composed(rng)
    if known and rng.random() < 0.1:
        text = text[: rng.randint(0, len(text))] + _window(rng, rng.choice(known), 1000)
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        text = rng.choice(DISGUISES)(rng, text)
    return text


_TAGS: Final = "p p p div div span h1 h2 h3 li a td figcaption blockquote b i em pre button".split()
_NAMES: Final = (
    "article content detail sapo title author related box comment sidebar footer nav menu tags share"
    " singular-content fck_detail detail-content"
).split()


def _element(rng: Random, inner: str) -> str:
    tag = rng.choice(_TAGS)
    attributes = f' class="{" ".join(rng.sample(_NAMES, 2))}"' if rng.random() < 0.4 else ""
    if tag == "a" or rng.random() < 0.1:
        attributes += f' href="/b-{rng.randint(1, 99)}.html"'
    end = "" if rng.random() < 0.1 else f"</{tag}>"
    return f"<{tag}{attributes}>{inner}{end}"


def _page(rng: Random) -> str:
    def nested(depth: int) -> str:
        parts = []
        for _ in range(rng.randint(1, 5)):
            deeper = depth and rng.random() < 0.4
            inner = nested(depth - 1) if deeper else html.escape(piece(rng))
            parts.append(_element(rng, inner) if rng.random() < 0.9 else inner)
        return rng.choice(("", "\n", "<br>", "<hr>", "<!-- -->")).join(parts)

    title = headline(rng)
    head = f"<title>{title}</title><meta property='og:title' content='{title}'>"
    return f"<html><head>{head}</head><body><h1>{title}</h1>{nested(4)}</body></html>"


def a_page(rng: Random, known: Sequence[str]) -> str | bytes:
    """A page: made, or one of the `known`, rewritten, torn, or in a coding of its own."""
    page = _window(rng, rng.choice(known), 20_000) if known and rng.random() < 0.3 else _page(rng)
    if rng.random() < 0.3:
        page = outside_scripts(REWRITES[rng.choice(sorted(REWRITES))], page)
    for _ in range(rng.choice((0, 0, 1, 2))):
        page = rng.choice((_torn, _sprinkled, _mojibake("cp1252")))(rng, page)
    if rng.random() < 0.3:
        return page.encode(rng.choice(("utf-8", "utf-16", "cp1258", "latin-1")), "replace")
    return page

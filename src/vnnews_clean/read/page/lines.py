"""The runs of a page as lines: one for every block-level stretch of text, or up to a ``<br>``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ...patterns import pattern
from .dom import Page
from .layout import FURNITURE, Layout
from .prose import is_prose

_BREAKS: Final = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
"""Characters that tell a browser where a line may break, and say nothing to a reader."""
_MARKS: Final = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
"""The combining marks of Vietnamese: where there are none, nothing is decomposed."""
_UNTIDY: Final = _BREAKS + _MARKS
_UNTIDY_SIGN: Final = pattern(f"[{_UNTIDY}]")


_PLAIN_SPACE: Final = pattern(r"[ \t\r\n\f\v]+")
_SPACES: Final = pattern("  +")
_MISREAD: Final = {
    signs[0]: pattern(signs)
    for signs in (
        "á[º»]",
        "Ã[\x80-\xbf]",
        "Æ[°¡\xa0]",
        "\xad[a-z]",
        "®[^\\W\\d_]",
        "µ[a-z]",
        "¸[a-z]",
    )
}
"""What UTF-8 read as windows-1252 and TCVN3 have, and next to no other text."""
_END: Final = (0, -2, False, "", 2)
"""A run behind the last one, which ends its line."""
_SEPARATORS: Final = " \t\r\n\f\xa0|>»›/\\·•*,;:&+–-"
"""What stands between links in a row of them."""
HEADLINE: Final = 18
"""Characters of the shortest linked headline. What is glued to one stands below it on a screen."""


class Line(NamedTuple):
    """A line of a page, with plain single spaces."""

    text: str
    element: int
    """The block-level element around it."""
    inner: int
    """The innermost element around its beginning."""
    links: float
    """Share of its characters that stand in ``<a>``, but for what separates links."""
    gap: int
    """Line breaks before it: 1 after a ``<br>``, else 2."""
    role: str
    folded: bool = False
    """Whether it is a whole list or box, read in one piece."""
    prose: bool = False
    """Whether it reads like a sentence or more."""


def read_lines(page: Page, layout: Layout, *, whole: bool = False) -> Iterator[Line]:
    """The lines of `page` in document order.

    Inline markup neither splits nor glues words. Where a role changes inside a line, as from a
    sentence to a box of links, the line is divided. With `whole`, only plain white space is made
    even, since other spaces may be halves of letters.
    """
    spaced = _evened if whole else _spaced
    roles, tags, folded = layout.roles, page.tags, page.folded
    parts: list[str] = []
    begins: list[tuple[int, int]] = []
    linked = plain = last = 0
    current = first = -1
    gap = 0
    role = ""
    was_link = glued = False
    for element, block, link, text, breaks in (*page.runs, _END):
        new_role = roles[element]
        divided = breaks or block != current
        if not divided:
            glued = text[:1].isupper() and not parts[-1][-1:].isspace()
            divided = (new_role != role and _divides(role, new_role, tags[block])) or (
                glued and was_link != link and len(parts) == 1 and len(parts[0]) > HEADLINE
            )
        if divided:
            if joined := spaced("".join(parts)):
                links = linked / (linked + plain) if linked else 0.0
                prose = is_prose(joined, links)
                line = Line(joined, current, first, links, gap, role, prose=prose)
                yield from (line,) if plain or not begins else _stories(line, parts, begins)
                gap = 0
            gap = max(gap, breaks if block == current else 2) or 1
            current, first, role = block, element, new_role
            parts, begins = [], []
            linked = plain = 0
            if element in folded:
                if joined := spaced(text.replace("\n", " ")):
                    yield Line(joined, block, block, float(link), gap, role, folded=True)
                current, gap = -1, 0
                continue
        elif new_role != role or (
            parts[-1][-1:].islower()
            and (
                glued or (text[:1].isdigit() and (was_link != link or _beside(page, last, element)))
            )
        ):
            parts.append(" ")  # a style sheet sets them apart
            role = new_role
        if parts and link and was_link and not whole and _link(page, element) != _link(page, last):
            begins.append((len(parts), element))
        parts.append(text)
        last = element
        was_link = link
        if link:
            linked += len(text.strip())
        else:
            plain += len(text.strip(_SEPARATORS))


def _beside(page: Page, one: int, other: int) -> bool:
    """Whether two elements are spans side by side, as names and figures in rows are."""
    spans = one != other and page.tags[one] == page.tags[other] == "span"
    return spans and page.parents[one] == page.parents[other]


def _link(page: Page, element: int) -> int:
    """The link that `element` is or stands in; 0 if there is none."""
    while element > 0 and page.tags[element] != "a":
        element = page.parents[element]
    return element


def _stories(line: Line, parts: Sequence[str], begins: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """A `line` of nothing but links, side by side, as a line for each, if all are headlines.

    `begins` tells which of its `parts` begins the next link, and in which element it stands.
    """
    borders = [0, *(index for index, _ in begins), len(parts)]
    texts = [" ".join("".join(parts[a:b]).split()) for a, b in pairwise(borders)]
    if min(map(len, texts)) < HEADLINE or all(text.endswith(".") for text in texts):
        yield line  # words of a sentence, or sentences
        return
    elements = [line.inner, *(element for _, element in begins)]
    for text, inner, gap in zip(texts, elements, [line.gap, *[1] * len(begins)], strict=True):
        yield line._replace(text=text, inner=inner, gap=gap)


def _spaced(text: str) -> str:
    """`text` with plain single spaces, which most has already: no other space is printable."""
    text = text.strip()
    if not text.isprintable():
        text = text.replace("\n", " ").replace("\t", " ").replace("\N{NO-BREAK SPACE}", " ")
        if not text.isprintable():
            return " ".join(text.split())
    return _SPACES.sub(" ", text) if "  " in text else text


def _evened(text: str) -> str:
    """`text` with single spaces for white space that ASCII has, but no other."""
    return _PLAIN_SPACE.sub(" ", text).strip(" ")


def looks_misread(page: Page) -> bool:
    """Whether some letters of `page` may be bytes that were misread, or a legacy encoding's."""
    text = "\n".join([run[3] for run in page.runs])
    return any(first in text and sign.search(text) for first, sign in _MISREAD.items())


def _divides(role: str, other: str, tag: str) -> bool:
    """Whether a line is divided where one role gives way to another. A sentence may hold a date."""
    return role in FURNITURE or other in FURNITURE or tag != "p"


def tidied(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` composed (NFC), and without soft hyphens and zero-width spaces; as they are if clean."""
    whole = "\n".join([line.text for line in lines])
    untidy = [char for char in _UNTIDY if char in whole]  # twelve quick looks, no slow one
    if not untidy:
        return lines
    return [tidy for line in lines if (tidy := _tidied(line, untidy)).text]


def _tidied(line: Line, untidy: Sequence[str]) -> Line:
    text = line.text
    if not any(map(text.__contains__, untidy)):
        return line
    tidy = _composed(text)
    return line._replace(text=tidy, prose=not line.folded and is_prose(tidy, line.links))


def composed(text: str) -> str:
    """One line, composed (NFC) and without soft hyphens and zero-width spaces, as `tidied` leaves lines."""
    return text if text.isascii() or not _UNTIDY_SIGN.search(text) else _composed(text)


def _composed(text: str) -> str:
    for char in _BREAKS:
        text = text.replace(char, "")
    return unicodedata.normalize("NFC", text).strip()

"""Documents that grow with a number, for the tests of thresholds: a line of so many characters, a
line so many lines from the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from grown import grown

HEADLINE: Final = "Làng gốm hồi sinh sau mười năm im ắng"
BODY: Final = (
    "Mười năm không khói, lò gốm ven sông vừa nung mẻ đầu tiên với hai nghìn chiếc bát men nâu cho một nhà hàng ở thành phố.",
    "Thợ cả năm nay hai mươi bảy tuổi, học nghề từ ông nội, người giữ lại chiếc bàn xoay cuối cùng của làng qua mấy mùa lụt.",
    "Bà con nói khói lò làm mắt cay, nhưng không ai phiền, vì hễ còn thấy khói là còn biết trong làng có người làm ra tiền.",
)
ARTICLE: Final = (HEADLINE, *BODY)


class Asked(NamedTuple):
    """A document, and the span in it that a rule is asked about."""

    text: str
    start: int
    end: int


def asked(
    line: str,
    above: Sequence[str] = ARTICLE,
    below: Sequence[str] = (),
    part: slice | None = None,
) -> Asked:
    """`line`, or the `part` of it, between other lines."""
    start = sum(len(other) + 1 for other in above)
    first, last, _ = (part or slice(None)).indices(len(line))
    return Asked("\n".join([*above, line, *below]), start + first, start + last)


def names(size: int, start: str = "Dòng") -> list[str]:
    """So many different short lines that are no headlines."""
    return [f"{start} {number}" for number in range(size)]


def paragraphs(size: int) -> list[str]:
    """So many different paragraphs."""
    return [grown(130, start=f"Ngày thứ {number}, ") for number in range(size)]


class Number(NamedTuple):
    """A number of a rule: the documents that grow with it, the last inside, the first outside."""

    rule: str
    name: str
    grow: Callable[[int], Asked]
    inside: int
    outside: int

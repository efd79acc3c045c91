"""Lines of an exact length: for what a threshold keeps and what it does not."""

from __future__ import annotations

from itertools import cycle
from typing import Final

_WORDS: Final = (
    "sáng nay bà con xóm bãi ra bến từ sớm để chờ chuyến đò chở lúa giống về kịp vụ mới rồi cùng "
    "nhau khiêng từng bao lên bờ phơi dưới nắng nhẹ đầu mùa trong lúc lũ trẻ chạy quanh mấy gốc dừa "
    "già bên mé kênh vừa đắp lại"
).split()
_FILL: Final = ("", "ở", "về", "nhà", "sông", "chiều", "nghiêm", "nghiêng")
"""One word of each length."""


def grown(size: int, start: str = "", end: str = ".") -> str:
    """One sentence of `size` characters in all: `start`, words in small letters, `end`.

    Without a `start` its first letter is a capital.
    """
    text = start
    for word in cycle(_WORDS):
        gap = " " if text and not text.endswith((" ", "(")) else ""
        left = size - len(text) - len(gap) - len(end)
        if left <= len(word) + 1:
            break
        text += gap + word
    text += gap + _FILL[left] + end if left < len(_FILL) else gap + word + end
    assert len(text) == size, (size, text)
    return text if start else text[0].upper() + text[1:]


def worded(count: int, end: str = ".") -> str:
    """One sentence of `count` words."""
    words = [word for word, _ in zip(cycle(_WORDS), range(count), strict=False)]
    return " ".join(words).capitalize() + end

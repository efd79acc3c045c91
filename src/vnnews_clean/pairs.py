"""Pairs of neighbouring words, which tell what a text is about: in Vietnamese, a pair says what a word says
elsewhere. Those that hold a function word say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .textkey import word_pairs

_FUNCTION_WORDS: Final = frozenset(
    "là và của có được cho với các những một trong đã không này khi để người cũng từ ra đến vào ở về thì như"
    " nhiều sẽ phải năm ngày theo trên còn tại đang nhưng tới hơn mà sau hay trước lại nên do vì bị qua thế rất"
    " việc đó nào gì ai mới chỉ nếu làm đi lên xuống hai ba cùng bằng rằng thể cả số nhất đây nói biết hôm nay".split()
)

Pairs = frozenset[tuple[str, str]]


def pairs_of(text: str) -> Pairs:
    """Pairs of neighbouring words of `text`, without those that hold a function word."""
    return frozenset(
        [
            pair
            for pair in word_pairs(text)
            if pair[0] not in _FUNCTION_WORDS and pair[1] not in _FUNCTION_WORDS
        ]
    )


def pairs_in(text: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """The same as they stand there, each as often as `text` says it, with the number of its first word."""
    for place, pair in enumerate(word_pairs(text)):
        if pair[0] not in _FUNCTION_WORDS and pair[1] not in _FUNCTION_WORDS:
            yield place, pair

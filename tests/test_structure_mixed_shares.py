"""Boxes one below the other: how much of what they say the text above says, and each other."""

from __future__ import annotations

from itertools import islice, product

import pytest

from vnnews_clean.line import Block, Line
from vnnews_clean.structure.lists.mixed import closing_mix

WORDS = 9
"""Words of a headline here."""


class Words:
    """Words that nobody has said before, three letters each."""

    def __init__(self) -> None:
        self._left = ("".join(letters) for letters in product("bcdghklmn", "aeiouy", "xzqw"))

    def some(self, size: int) -> list[str]:
        return list(islice(self._left, size))


def sentence(words: list[str]) -> str:
    return " ".join(words).capitalize() + "."


def headline(words: list[str]) -> str:
    return " ".join(words).capitalize()


def goes(above: list[list[str]], heads: list[list[str]]) -> int:
    """How many of the headlines are others."""
    texts = [*map(sentence, above), "Chuyện quanh ta", *map(headline, heads)]
    lines = [Line(i, Block(0, len(text)), text, text.lower()) for i, text in enumerate(texts)]
    stack = closing_mix(lines)
    return stack.last - max(stack.first, len(above) + 1) + 1 if stack else 0


def told(words: Words, pairs: int = 80) -> list[list[str]]:
    """A text of so many pairs of words, in four sentences."""
    sizes = [pairs // 4 + 1] * 3
    return [words.some(size) for size in (*sizes, pairs - sum(sizes) + 3 + 1)]


def sharing(words: Words, above: list[list[str]], at: int, shared: int, size: int) -> list[str]:
    """A headline of so many words with pairs in a row of the text above, from its word `at` on."""
    own = above[0][at : at + shared + 1] if shared else []
    first, *rest = words.some(size - len(own))
    return [first, *own, *rest]


@pytest.mark.parametrize(("pairs", "found"), [(60, 5), (59, 0)])
def test_a_text_of_sixty_pairs_is_a_measure(pairs: int, found: int) -> None:
    words = Words()
    assert goes(told(words, pairs), [words.some(WORDS) for _ in range(5)]) == found


@pytest.mark.parametrize(
    ("heads", "shared", "size", "found"),
    [(5, 4, 17, 5), (5, 5, 20, 0)],  # 4 of 80, and 5 of 95
)
def test_one_pair_of_twenty_may_be_chance(heads: int, shared: int, size: int, found: int) -> None:
    words = Words()
    above = told(words)
    texts = [sharing(words, above, 2 * n, int(n < shared), size) for n in range(heads)]
    assert goes(above, texts) == found


@pytest.mark.parametrize(("size", "found"), [(26, 5), (27, 6)])
def test_three_pairs_of_twenty_five_are_the_articles(size: int, found: int) -> None:
    words = Words()
    above = told(words, 64)
    own = sharing(words, above, 0, 3, size)
    assert goes(above, [own, *(words.some(WORDS) for _ in range(5))]) == found


@pytest.mark.parametrize(
    ("sizes", "again", "found"), [([9] * 5, 4, 5), ([11, 10, 10, 10, 10], 5, 0)]
)
def test_a_tenth_may_be_said_again(sizes: list[int], again: int, found: int) -> None:
    words = Words()
    above = told(words, 64)
    heads = [words.some(size) for size in sizes]
    for number, head in enumerate(heads[1:]):
        head[3:5] = heads[0][2 * number : 2 * number + 2]
    if again > len(heads) - 1:
        heads[2][6:8] = heads[0][8:10]
    assert goes(above, heads) == found

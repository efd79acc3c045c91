"""What reads like prose on a page: by length, by the length of words, by how a line ends."""

from __future__ import annotations

from typing import Final

from ...model import LINKED
from ...patterns import pattern

PROSE: Final = 60
"""Characters of the shortest line that counts as prose, if it ends like a sentence."""
LONG_PROSE: Final = 140
"""Characters from which on a line is prose however it ends."""
WORD: Final = 12
"""Characters of the longest words that prose has on average; addresses and code have longer ones."""
DENSER: Final = 3
"""How many times as much a character says in scripts that write no spaces."""
ENDS: Final = (".", "!", "?", "…", ":", "”", '"', ")", ";", "。", "！", "？", "」", "』", "）", "।")

SENTENCE: Final = 20
"""Characters of the shortest sentence."""

UNSPACED: Final = pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""A letter of the scripts of Thailand, Laos, Burma, Cambodia, Japan and China."""


def is_sentence(text: str) -> bool:
    """Whether `text` ends like a sentence, and is long enough for a short one."""
    return len(text) >= SENTENCE and text.endswith(ENDS)


def is_prose(text: str, links: float) -> bool:
    """Whether `text` is long enough for a sentence, made of words, and ends like one.

    `links` is the share of it that is linked: what is a link for the most part is no prose.
    """
    length = len(text)
    if links > LINKED or length * DENSER < PROSE:
        return False
    if text.count(" ") * WORD < length:
        if not UNSPACED.search(text):
            return False
        length *= DENSER
    return length >= PROSE and (length >= LONG_PROSE or text.endswith(ENDS))

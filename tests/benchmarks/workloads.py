"""What is timed: texts and pages by name, from the corpus, from the seeds and of our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final

import corpus as corpora
import seeds
from ourwords import headline, paragraph
from trials import some
from vnnews_clean import Cleaner

EXPLODED: Final = 4
"""Characters a line on average, up to which a text counts as taken apart."""
DIALECTS: Final = ("bs4", "md", "w3m", "lynx", "traf", "read", "flat", "wrap")
LETTERS: Final = {
    "none": "",
    "eth": "Ð",
    "n tilde": "ñ",
    "registered": "®",
    "alpha": "α",
    "es": "с",
}
"""Letters that may make a reader doubt the encoding of a whole text."""
SEED: Final = 0


def texts(corpus: Path | None, count: int) -> Iterator[tuple[str, list[str]]]:
    """Name and texts, about `count` of each.

    ``articles`` are those in lines, ``plain`` those of them that are of no other dialect, ``clean`` those
    that come out as they went in.
    """
    yield "seeds", [path.read_text(encoding="utf-8") for path in seeds.INPUTS] * (count // 20 + 1)
    yield "tiny", tiny(count)
    if corpus is None:
        return
    whole = [a.text for a in corpora.articles(corpus) if _in_lines(a.text)]
    articles = some(whole, count, SEED)
    yield "articles", articles
    cleaner = Cleaner()
    yield "plain", [text for text in articles if cleaner.read(text).dialect == "plain"]
    yield "clean", [text for text in articles if _is_clean(cleaner, text)]
    for name in ("dumps", "lines", "composed", *DIALECTS):
        chosen = some(corpora.load(corpus, name), max(1, count // 10), SEED)
        if chosen:
            yield name, [gold.path.read_bytes().decode("utf-8", "replace") for gold in chosen]


def _in_lines(text: str) -> bool:
    return text.count("\n") < len(text) / EXPLODED


def _is_clean(cleaner: Cleaner, text: str) -> bool:
    result = cleaner.clean(text)
    return not result.removals and not result.document.edits


def tiny(count: int) -> list[str]:
    """Texts of one line: headlines and single paragraphs."""
    rng = Random(SEED)
    return [headline(rng) if number % 2 else paragraph(rng, 2) for number in range(count)]


def pages(corpus: Path | None) -> list[str]:
    """The pages of the corpus."""
    found = corpora.load(corpus, "html") if corpus else []
    return [gold.path.read_bytes().decode("utf-8", "replace") for gold in found]


def long_texts(million: float) -> dict[str, str]:
    """Texts of so many million characters, of articles in lines, each with a letter in the middle."""
    rng = Random(SEED)
    lines: list[str] = []
    size = 0
    while size < million * 1e6 / 2:
        lines += [headline(rng), *(paragraph(rng) for _ in range(8)), ""]
        size += sum(len(line) + 1 for line in lines[-10:])
    half = "\n".join(lines)
    return {name: f"{half}{letter}à{half}" for name, letter in LETTERS.items()}


def as_paragraphs(text: str) -> str:
    """A text as a page of its lines, for programs that read pages only."""
    return "".join(f"<p>{line}</p>" for line in text.split("\n"))


def megabytes(inputs: Sequence[str]) -> float:
    """Millions of bytes as UTF-8."""
    return sum(len(text.encode("utf-8", "replace")) for text in inputs) / 1e6

"""The development corpus: labelled dumps and pages, and a heap of unlabelled articles.

The corpus is third-party text and stays outside the repository. It is looked for in the folder
given, then in ``$VNNEWS_CORPUS``, then in ``../shared/corpus`` beside the repository.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

REPOSITORY: Final = Path(__file__).resolve().parents[2]
BESIDE: Final = REPOSITORY.parent / "shared" / "corpus"


class Segment(NamedTuple):
    """A piece of a gold document. `label`: C content, N editorial (either is fine), B boilerplate."""

    text: str
    label: str
    kind: str


class Gold(NamedTuple):
    """A labelled document and where its input lies."""

    id: str
    path: Path
    url: str | None
    trap: str | None
    """Why the document tempts a cleaner to cut what is content, or ``None``."""
    segments: tuple[Segment, ...]


class Article(NamedTuple):
    """An unlabelled article text."""

    id: str
    source: str
    text: str


SETS: Final = {
    "dumps": ("dumps.gold.jsonl", "dumps/{}.txt"),
    "lines": ("html.gold.jsonl", "html/{}.lines.txt"),
    "html": ("html.gold.jsonl", "html/{}.html"),
    "html_generic": ("html.gold.jsonl", "html/{}.html"),
}
"""Name of a set → its gold file and the pattern of its inputs."""


def find(folder: Path | None = None) -> Path | None:
    """The corpus folder, or ``None`` where there is none."""
    named = os.environ.get("VNNEWS_CORPUS")
    found = folder or (Path(named) if named else BESIDE)
    return found if found.is_dir() else None


def load(corpus: Path, name: str) -> list[Gold]:
    """The documents of the set `name`; an empty list where the corpus has no such set."""
    gold_name, pattern = SETS[name]
    gold = corpus / gold_name
    if not gold.exists():
        return []
    return [
        Gold(
            row["id"],
            corpus / pattern.format(row["id"]),
            row.get("url"),
            row.get("trap"),
            tuple(Segment(s["t"], s["l"], s["k"]) for s in row["segments"]),
        )
        for row in map(json.loads, gold.read_bytes().splitlines())
    ]


def articles(corpus: Path) -> Iterator[Article]:
    """The unlabelled articles, in file order."""
    with gzip.open(corpus / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Article(row["id"], row["source"], row["text"])


def sha256(corpus: Path) -> str:
    """Hex digest of the labelled part: gold files and inputs, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(p for p in corpus.rglob("*") if p.is_file() and p.suffix != ".gz"):
        digest.update(path.relative_to(corpus).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()

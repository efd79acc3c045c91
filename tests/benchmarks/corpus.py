"""The development corpus: labelled dumps and pages, and a heap of unlabelled articles.

The corpus is third-party text and stays outside the repository. It is looked for in the folder
given, then in ``$VNNEWS_CORPUS``, then in ``../shared/corpus`` beside the repository. The seeds
alone are in the repository.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

import seeds

REPOSITORY: Final = Path(__file__).resolve().parents[2]
SHARED: Final = REPOSITORY.parent / "shared"
BESIDE: Final = SHARED / "corpus"
ARTICLES: Final = ("articles.jsonl.gz", "articles-more.jsonl.gz")


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
    publisher: str = ""
    expected: str | None = None
    """What must come out byte for byte, where that is known."""
    in_one_line: bool = False
    """Read as a tool leaves it that puts a space for every line break."""

    def source(self) -> bytes:
        """What comes in."""
        data = self.path.read_bytes()
        return b" ".join(data.split()) if self.in_one_line else data


class Article(NamedTuple):
    """An unlabelled article text."""

    id: str
    source: str
    text: str
    publisher: str = ""
    """Where it is known: the host."""


class Set(NamedTuple):
    """A set of labelled documents: its gold file and the pattern of its inputs.

    The seeds have neither: they are part of the repository.
    """

    gold: str
    inputs: str
    page: bool = False
    """HTML: the headline is editorial."""
    packs: bool = True
    """Whether packs of publishers may help."""
    markdown: bool = False
    """The targets of links and pictures are no words."""
    extracted: bool = False
    """Another tool has already lost what it lost."""
    in_one_line: bool = False
    """See `Gold`."""


def _rendering(name: str, *, markdown: bool = False, extracted: bool = False) -> Set:
    pattern = f"renderings/{name}/{{}}.txt"
    return Set("html.gold.jsonl", pattern, markdown=markdown, extracted=extracted)


SETS: Final = MappingProxyType(
    {
        "html": Set("html.gold.jsonl", "html/{}.html", page=True),
        "html_generic": Set("html.gold.jsonl", "html/{}.html", page=True, packs=False),
        "index": Set("index.jsonl", "index/{}.html", page=True),
        "lines": Set("html.gold.jsonl", "html/{}.lines.txt"),
        "bs4": _rendering("bs4"),
        "md": _rendering("md", markdown=True, extracted=True),
        "mdify": _rendering("mdify", markdown=True, extracted=True),
        "w3m": _rendering("w3m"),
        "lynx": _rendering("lynx"),
        "traf": _rendering("traf", extracted=True),
        "read": _rendering("read", extracted=True),
        "flat": _rendering("flat", extracted=True),
        "wrap": _rendering("wrap"),
        "tight": _rendering("tight"),
        "loose": _rendering("loose"),
        "joined": Set("html.gold.jsonl", "renderings/tight/{}.txt", in_one_line=True),
        "dumps": Set("dumps.gold.jsonl", "dumps/{}.txt"),
        "composed": Set("composed/composed.gold.jsonl", "composed/{}.txt"),
        "seeds": Set("", ""),
    }
)


def find(folder: Path | None = None) -> Path | None:
    """The corpus folder, or ``None`` where there is none."""
    named = os.environ.get("VNNEWS_CORPUS")
    found = folder or (Path(named) if named else BESIDE)
    return found if found.is_dir() else None


def load(corpus: Path, name: str) -> list[Gold]:
    """The documents of the set `name`; an empty list where the corpus has no such set."""
    its = SETS[name]
    if name == "seeds":
        return [_seed(path) for path in seeds.INPUTS]
    gold = corpus / its.gold
    if not gold.exists():
        return []
    rows = map(json.loads, gold.read_bytes().splitlines())
    found = [
        Gold(
            row["id"],
            corpus / its.inputs.format(row["id"]),
            row.get("url"),
            row.get("trap"),
            tuple(Segment(s["t"], s["l"], s["k"]) for s in row.get("segments", ())),
            row.get("publisher") or row.get("domain") or "",
            in_one_line=its.in_one_line,
        )
        for row in rows
    ]
    return [gold for gold in found if gold.path.exists()]


def _seed(path: Path) -> Gold:
    """A golden document; lines of its newsroom, which its golden text keeps, are content."""
    text = path.read_bytes().decode()
    segments = tuple(
        Segment(text[row.start : row.end], "C" if row.verdict == "keep" else "B", row.kind.value)
        for row in seeds.labelled_rows(path)
    )
    expected = seeds.sibling(path, ".expected.txt").read_bytes().decode()
    return Gold(path.name.partition("_")[0], path, None, None, segments, expected=expected)


def articles(corpus: Path) -> Iterator[Article]:
    """The unlabelled articles, in file order."""
    for path in (corpus / name for name in ARTICLES):
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                for row in map(json.loads, lines):
                    yield Article(row["id"], row["source"], row["text"], row.get("publisher", ""))


def sha256(corpus: Path) -> str:
    """Hex digest of the labelled part: gold files and inputs, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(p for p in corpus.rglob("*") if p.is_file() and p.suffix != ".gz"):
        digest.update(path.relative_to(corpus).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()

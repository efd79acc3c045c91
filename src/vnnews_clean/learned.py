"""Phrases that a publisher prints again and again: learnt, reviewed, and cut where they were seen.

A file of them is made by ``vnnews-clean learn`` and reviewed by a person; only what somebody has
given ``cut = true`` is ever cut, only from documents of that publisher, and only at the place where
it was seen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from os import PathLike
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args
from urllib.parse import urlsplit

from .errors import ConfigError, nearest
from .evidence import Evidence
from .model import BOILERPLATE, SURE, Document, Kind, Mark
from .patterns import pattern
from .phrases.spelling import at_border, trie_pattern
from .reach import table_in
from .rule import Rule
from .textkey import key

Span = Literal["line", "part"]
"""Whether a phrase was seen as a whole line or as a piece of one, between the ends of sentences."""
Place = Literal["start", "middle", "end"]
"""Where in its document a phrase was seen."""
RULE: Final = "learned.phrase"
KINDS: Final = tuple(sorted(BOILERPLATE))

_NEAR: Final = 400
"""Characters from the start or the end of a document within which something stands there."""
_DIGIT: Final = pattern(r"\d")
_SPACES: Final = pattern(r"\s+")
_SITE: Final = pattern(r"[^/?#]*+//[^/?#]*+")
_STOPS: Final = '.!?…:;)]"”’»'
_KEYS: Final = frozenset(
    "publisher phrase cut kind span places confidence documents share examples".split()
)


class LearnedPhrase(NamedTuple):
    """A phrase that somebody has accepted."""

    publisher: str
    """Host without ``www.``, or what stands in its place; empty: unknown."""
    phrase: str
    kind: Kind
    span: Span
    places: tuple[Place, ...]


def publisher_of(address: str) -> str:
    """The publisher of a document by its URL or name: the host without ``www.``, lower case.

    >>> publisher_of("https://www.example.vn/a.html"), publisher_of("Example.vn"), publisher_of("")
    ('example.vn', 'example.vn', '')
    """
    address = address if "//" in address else f"//{address}"
    site = _SITE.match(address)
    return _host_of(site[0] if site else address)


@lru_cache(maxsize=1024)
def _host_of(site: str) -> str:
    """The host of an address, of which scheme and authority are enough: most are of few sites."""
    try:
        return (urlsplit(site).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def phrase_key(text: str) -> str:
    """`text` as phrases are compared: lower case, one space, any digit as 0.

    >>> phrase_key("Gọi  0912 345")
    'gọi 0000 000'
    """
    return _SPACES.sub(" ", _DIGIT.sub("0", key(text))).strip()


def place_of(start: int, end: int, size: int) -> Place:
    """Where ``[start, end)`` stands in a document of `size` characters."""
    if size - end < _NEAR:
        return "end"
    return "start" if start < _NEAR else "middle"


@dataclass(frozen=True)
class Phrasebook:
    """The accepted phrases of one or more files. Called with a document, it yields their marks."""

    phrases: tuple[LearnedPhrase, ...]

    def __call__(self, document: Document) -> Iterator[Mark]:
        """The phrases of the document's publisher, each where it was seen."""
        found = self._by_publisher.get(document.publisher)
        if found is None:
            return
        pattern, known = found
        blocks = iter(document.blocks)
        block = next(blocks, None)
        for hit in pattern.finditer(document.key):
            start, end = hit.span()
            while block is not None and block.end <= start:
                block = next(blocks, None)
            if block is None or start < block.start:
                continue
            phrase = known[phrase_key(hit[0])]
            whole = (start, end) == (block.start, block.end)
            if not whole and (
                phrase.span == "line" or not _is_apart(document.view, start, end, block[:2])
            ):
                continue
            if place_of(start, end, len(document.text)) in phrase.places:
                evidence = Evidence("phrase", phrase.phrase, phrase.publisher or "unknown")
                yield Mark(start, end, SURE, phrase.kind, evidence)

    def __str__(self) -> str:
        import hashlib  # noqa: PLC0415 - loads OpenSSL

        digest = hashlib.sha256(repr(self.phrases).encode()).hexdigest()
        return f"{len(self.phrases)} phrases ({digest[:8]})"

    def __reduce__(self) -> tuple[type[Phrasebook], tuple[tuple[LearnedPhrase, ...]]]:
        return Phrasebook, (self.phrases,)

    @cached_property
    def _by_publisher(self) -> dict[str, tuple[re.Pattern[str], dict[str, LearnedPhrase]]]:
        known: defaultdict[str, dict[str, LearnedPhrase]] = defaultdict(dict)
        for phrase in self.phrases:
            known[phrase.publisher][phrase_key(phrase.phrase)] = phrase
        return {
            publisher: (re.compile(trie_pattern(phrases).replace("0", r"\d")), phrases)
            for publisher, phrases in known.items()
        }


def learned_rules(books: Sequence[Phrasebook]) -> list[Rule]:
    """The rule that cuts the phrases of all `books`; none where there are no books."""
    if not books:
        return []
    book = Phrasebook(tuple(phrase for book in books for phrase in book.phrases))
    said = """What the publisher of the document repeats, learnt from its documents and accepted.

    The publisher is known by the document's URL; phrases of others are not looked for.
    """
    return [Rule(RULE, tuple(map(Kind, KINDS)), book, shipped=True, said=said)]


def phrasebooks(files: object) -> tuple[Phrasebook, ...]:
    """The books among `files`, and those that the others hold. Raises `ConfigError`."""
    if isinstance(files, str | bytes | Mapping) or not isinstance(files, Iterable):
        raise ConfigError(f"learned is a list of files, not {files!r}")
    books: list[Phrasebook] = []
    for file in files:
        if not isinstance(file, Phrasebook | str | PathLike):
            raise ConfigError(f"learned is a list of files, not {files!r}")
        books.append(file if isinstance(file, Phrasebook) else load(Path(file)))
    return tuple(books)


def _is_apart(text: str, start: int, end: int, line: tuple[int, int]) -> bool:
    """True between the borders of sentences: nothing is torn out of the middle of one."""
    if not at_border(text, start, line[0]):
        return False
    if end == line[1] or not text[end].isspace():
        return end == line[1] or text[end].isupper()
    return text[end - 1] in _STOPS


def load(path: Path) -> Phrasebook:
    """The phrases of a reviewed file that are to be cut. Raises `ConfigError`, naming the key."""
    content = table_in(path)
    entries = content.get("phrase", [])
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise ConfigError(f'{path}: "phrase" is a list of tables, [[phrase]]')
    read = [_phrase(entry, f"{path}: phrase {n}") for n, entry in enumerate(entries, 1)]
    return Phrasebook(tuple(phrase for phrase in read if phrase is not None))


def _phrase(entry: Mapping[str, object], where: str) -> LearnedPhrase | None:
    """The phrase of an entry, or ``None`` if it is not to be cut. Raises `ConfigError`."""
    for name in entry:
        if name not in _KEYS:
            raise ConfigError(f'{where}: key "{name}" is unknown{nearest(name, _KEYS)}')
    cut, phrase = entry.get("cut", False), entry.get("phrase")
    publisher = entry.get("publisher", "")
    if not isinstance(cut, bool):
        raise ConfigError(f"{where}: cut is true or false, not {cut!r}")
    if not isinstance(phrase, str) or not isinstance(publisher, str):
        raise ConfigError(f"{where}: phrase and publisher are strings")
    if not cut:
        return None
    if not any(map(str.isalpha, phrase)):
        raise ConfigError(f'{where}: "{phrase}" has no letter, and would be found everywhere')
    kind, span = entry.get("kind"), entry.get("span", "line")
    places = entry.get("places", list(get_args(Place)))
    if not isinstance(kind, str) or kind not in KINDS:
        raise ConfigError(
            f'{where}: kind "{kind}" is not to be cut; one of: {", ".join(KINDS)}'
            f"{nearest(str(kind), KINDS)}"
        )
    known_span = next((known for known in get_args(Span) if known == span), None)
    if known_span is None:
        raise ConfigError(f'{where}: span is "line" or "part", not {span!r}')
    if not isinstance(places, list) or not set(map(str, places)) <= set(get_args(Place)):
        raise ConfigError(f"{where}: places are {', '.join(get_args(Place))}, not {places!r}")
    known = tuple(place for place in get_args(Place) if place in places)
    return LearnedPhrase(publisher_of(publisher), phrase, Kind(kind), known_span, known)

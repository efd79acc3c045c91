"""Phrases as data, compiled once into tries.

Every ``*.toml`` file beside this one holds groups of phrases::

    ["related.header"]
    where = "line"
    phrases = ["tin liên quan", "bài viết liên quan"]

``where`` says what makes a phrase count:

``line``
    the phrase is the whole block, but for bullets before and punctuation after it;
``start``
    the block begins with it, bullets aside;
``inline``
    it is printed with a capital (``Xem thêm``, ``XEM THÊM``) at the border of a sentence, or
    glued to the end of the one before;
``anywhere``
    likewise with a capital, but wherever it stands: strings that no sentence contains.

Phrases are lower case and NFC (an inline one with capitals is looked for as it is); both tone
placements are found (``khóa``, ``khoá``), and a ``line`` phrase also without diacritics.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib import resources
from typing import Final, Literal, NamedTuple, cast, get_args

from ..errors import ConfigError, nearest
from ..model import Block, Hit
from ..textkey import LOWER, both_tones, unaccent

Where = Literal["line", "start", "inline", "anywhere"]

_BULLET: Final = r"[^\w\s\"'“”‘’]{0,4}\s?(?:\d{1,2}[.)]\s)?"
_TAIL: Final = " \t:.…!>»-–—|*•+()[]▶►▼"


class Group(NamedTuple):
    """Phrases that mean the same, and where one of them counts."""

    where: Where
    phrases: tuple[str, ...]


class _Entry(NamedTuple):
    group: str
    where: Where
    phrase: str
    length: int


def trie_pattern(phrases: Iterable[str]) -> str:
    """A regular expression that matches the longest of `phrases`, in one pass over a prefix trie."""
    trie: dict[str, object] = {}
    for phrase in phrases:
        node = trie
        for char in phrase:
            node = cast("dict[str, object]", node.setdefault(char, {}))
        node[""] = True
    return _emit(trie)


def _emit(node: dict[str, object]) -> str:
    ends = "" in node
    branches = []
    for char in sorted(k for k in node if k):
        tail, chars = cast("dict[str, object]", node[char]), re.escape(char)
        while len(tail) == 1 and "" not in tail:  # a run without branches needs no recursion
            (following,) = tail
            chars += re.escape(following)
            tail = cast("dict[str, object]", tail[following])
        branches.append(chars + _emit(tail))
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


class Lexicon:
    """Groups of phrases by id, and the scan that finds them all in one go."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self.groups: Final = dict(groups)

    def __reduce__(self) -> tuple[type[Lexicon], tuple[dict[str, Group]]]:
        return Lexicon, (self.groups,)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.groups == other.groups

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.groups.items())))

    def extended(self, extra: Mapping[str, Sequence[str]]) -> Lexicon:
        """This lexicon with more phrases in existing groups.

        Raises `ConfigError` for a group that does not exist, and for a phrase without a letter
        or digit, which would be found everywhere.
        """
        groups = dict(self.groups)
        for name, phrases in extra.items():
            if name not in groups:
                raise ConfigError(f'unknown phrase group "{name}"{nearest(name, groups)}')
            if isinstance(phrases, str) or not all(re.search(r"\w", p) for p in phrases):
                raise ConfigError(f"{name} takes a list of phrases, not {phrases!r}")
            where, known = groups[name]
            groups[name] = Group(where, (*known, *map(_normal, phrases)))
        return Lexicon(groups)

    def scan(self, text: str, key: str, blocks: Sequence[Block]) -> dict[str, tuple[Hit, ...]]:
        """Every phrase in the text, by group. Offsets index `text`; linear in its length."""
        found: defaultdict[str, list[Hit]] = defaultdict(list)
        match_head = self._heads.match
        for index, block in enumerate(blocks):
            head = match_head(key, block.start, block.end)
            if head and self._add_heads(found, head, key, block, index):
                continue
            if block.end - block.start < 40 and key[block.start : block.end].isascii():
                self._add_unaccented(found, key, block, index)
        index = 0
        for hit in self._inline.finditer(text):
            start, end = hit.span()
            while blocks[index].end <= start:
                index += 1
            at_border = _at_border(text, start, blocks[index].start)
            for entry in self._inline_entries[hit.group()]:
                if at_border or entry.where == "anywhere":
                    found[entry.group].append(Hit(start, end, index, entry.phrase))
        return {name: tuple(hits) for name, hits in found.items()}

    def _add_heads(
        self,
        found: defaultdict[str, list[Hit]],
        head: re.Match[str],
        key: str,
        block: Block,
        index: int,
    ) -> bool:
        """Add the phrases that a block begins with, or is; false if there is none after all."""
        start = head.start(1)
        any_found = False
        for entry in self._head_entries[head[1]]:
            end = start + entry.length
            if end < block.end and key[end].isalnum():
                continue
            if entry.where == "line" and key[end : block.end].strip(_TAIL):
                continue
            found[entry.group].append(Hit(start, end, index, entry.phrase))
            any_found = True
        return any_found

    def _add_unaccented(
        self, found: defaultdict[str, list[Hit]], key: str, block: Block, index: int
    ) -> None:
        for entry in self._plain_lines.get(key[block.start : block.end].strip(_TAIL), ()):
            found[entry.group].append(Hit(block.start, block.end, index, entry.phrase))

    @cached_property
    def _entries(self) -> tuple[dict[str, list[_Entry]], dict[str, list[_Entry]]]:
        """Spelling → entries, for heads (lower case) and for inline phrases (as printed)."""
        heads: defaultdict[str, list[_Entry]] = defaultdict(list)
        inline: defaultdict[str, list[_Entry]] = defaultdict(list)
        for name, (where, phrases) in self.groups.items():
            for phrase in phrases:
                entry = _Entry(name, where, phrase, len(phrase))
                for spelling in both_tones(phrase):
                    if where in ("inline", "anywhere"):
                        for variant in _printed(spelling):
                            inline[variant].append(entry)
                    else:
                        heads[spelling].append(entry)
        return dict(heads), dict(inline)

    @cached_property
    def _head_entries(self) -> dict[str, list[_Entry]]:
        """Spelling → entries of it and of every shorter phrase that it begins with."""
        heads = self._entries[0]
        return {
            spelling: [
                entry
                for end in range(len(spelling), 0, -1)
                for entry in heads.get(spelling[:end], ())
            ]
            for spelling in heads
        }

    @property
    def _inline_entries(self) -> dict[str, list[_Entry]]:
        return self._entries[1]

    @cached_property
    def _plain_lines(self) -> dict[str, list[_Entry]]:
        plain: defaultdict[str, list[_Entry]] = defaultdict(list)
        for spelling, entries in self._entries[0].items():
            plain[unaccent(spelling)].extend(e for e in entries if e.where == "line")
        return dict(plain)

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        return re.compile(f"{_BULLET}({trie_pattern(self._entries[0]) or '(?!)'})")

    @cached_property
    def _inline(self) -> re.Pattern[str]:
        return re.compile(f"(?:{trie_pattern(self._inline_entries) or '(?!)'})(?![{LOWER}])")


def _normal(phrase: str) -> str:
    return " ".join(unicodedata.normalize("NFC", phrase).lower().split())


class LazyHits(Mapping[str, tuple[Hit, ...]]):
    """The phrases of a document, looked up when first asked for: on a page that is rarely all."""

    def __init__(self, lexicon: Lexicon, text: str, key: str, blocks: Sequence[Block]) -> None:
        self._lexicon = lexicon
        self._scanned = text, key, blocks

    def __reduce__(self) -> tuple[type[dict[str, object]], tuple[dict[str, tuple[Hit, ...]]]]:
        return dict, (self._found,)

    @cached_property
    def _found(self) -> dict[str, tuple[Hit, ...]]:
        return self._lexicon.scan(*self._scanned)

    def __getitem__(self, group: str) -> tuple[Hit, ...]:
        return self._found[group]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _printed(phrase: str) -> Iterable[str]:
    """The ways in which an inline phrase is printed: ``Xem thêm``, ``XEM THÊM``, ``Xem Thêm``.

    A phrase that the lexicon itself spells with capitals is printed in that way only.
    """
    if phrase != phrase.lower():
        return (phrase,)
    first = next((i for i, c in enumerate(phrase) if c.isalpha()), 0)
    capital = phrase[:first] + phrase[first : first + 1].upper() + phrase[first + 1 :]
    title = re.sub(r"\w+", lambda m: m[0][0].upper() + m[0][1:], phrase)
    return dict.fromkeys((capital, title, phrase.upper()))


def _at_border(text: str, start: int, block_start: int) -> bool:
    """True where a sentence may begin at `start`: after a stop or a bracket, or glued to a word."""
    before = start - 1
    if before < block_start or not text[before].isspace():
        return True
    while before >= block_start and text[before].isspace():
        before -= 1
    return before < block_start or not (text[before].isalnum() or text[before] == ",")


@cache
def builtin() -> Lexicon:
    """The lexicon that ships with the package."""
    groups: dict[str, Group] = {}
    for file in sorted(resources.files(__package__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            for name, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
                if name in groups or table["where"] not in get_args(Where):
                    raise ConfigError(
                        f"{file.name}: group {name!r} stands twice or has a bad `where`"
                    )
                groups[name] = Group(table["where"], tuple(table["phrases"]))
    return Lexicon(groups)

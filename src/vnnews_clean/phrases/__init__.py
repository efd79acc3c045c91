"""Phrases as data, compiled once into tries.

Every ``*.toml`` file beside this one holds groups of phrases::

    ["related.header"]
    where = "line"
    acts = ["fence", "page", "opens_related"]
    phrases = ["tin liên quan", "bài viết liên quan"]

``where`` says what makes a phrase count:

``line``
    the phrase is the whole block, but for bullets before and punctuation or a count in brackets
    after it: ``Ý kiến bạn đọc (86)``;
``start``
    the block begins with it, bullets aside;
``inline``
    it is printed with a capital (``Xem thêm``, ``XEM THÊM``) at the border of a sentence, or
    glued to the end of the one before;
``anywhere``
    likewise with a capital, but wherever it stands: strings that no sentence contains.

``acts`` says what a phrase of the group does to rules other than its own: see `ACTS`. A group may
be read ``like`` another one; then the rules of that group find its phrases as their own.

Phrases are lower case and NFC (an inline one with capitals is looked for as it is); both tone
placements are found (``khóa``, ``khoá``), and a ``line`` phrase also without diacritics.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Final, get_args

from ..errors import ConfigError, nearest
from ..evidence import TAIL, Hit, Hits, Spellings
from ..model import Block
from ..outline import leads_of
from ..patterns import pattern
from ..seen import Seen
from ..textkey import LOWER, both_tones, unaccent
from .groups import ACTS, Group, Where, group_of, phrases_of
from .heads import Entry, Heads
from .spelling import Prefixes, at_border, printed, trie_pattern

__all__ = ["ACTS", "Group", "Lexicon", "builtin", "file_of"]

_TAIL: Final = " \t:.…!>»-–—|*•+()[]▶►▼"
_BUTTON: Final = 4
"""Characters of a button that is looked for at the edges of flat text, at least."""
_COUNT: Final = 5
"""Digits of the largest count in brackets behind a phrase."""


class Lexicon:
    """Groups of phrases by id, and the scan that finds them all in one go."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self.groups: Final = dict(groups)

    def __reduce__(self) -> tuple[type[Lexicon], tuple[dict[str, Group]]]:
        return Lexicon, (self.groups,)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.groups == other.groups

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.groups)))

    def extended(self, extra: Mapping[str, object]) -> Lexicon:
        """This lexicon with more phrases in existing groups, and with new groups.

        A list adds to a group; a mapping such as ``{"like": "related.header", "phrases": […]}``
        is a new group, with `where` and `acts` of the one that it is like unless it says its own;
        one that is like no other needs `where`, and rules of one's own to read it.
        Raises `ConfigError` for what is neither, for a group that does not exist, and for a
        phrase without a letter or digit, which would be found everywhere.
        """
        groups = dict(self.groups)
        for name, said in extra.items():
            if isinstance(said, Mapping):
                groups[name] = group_of(name, said, groups)
            elif name not in groups:
                raise ConfigError(f'unknown phrase group "{name}"{nearest(name, groups)}')
            else:
                known = groups[name]
                groups[name] = known._replace(phrases=(*known.phrases, *phrases_of(name, said)))
        return Lexicon(groups)

    @property
    def written(self) -> str:
        """Everything in it, as one text that is the same in every process."""
        groups = sorted(self.groups.items())
        return repr([(name, *g[:2], sorted(g.acts), *g[3:]) for name, g in groups])

    @cached_property
    def acts(self) -> dict[str, frozenset[str]]:
        """Act → the groups that act so."""
        return {
            act: frozenset(name for name, group in self.groups.items() if act in group.acts)
            for act in ACTS
        }

    def hits(self, text: str, key: str, blocks: Sequence[Block], seen: Seen | None = None) -> Hits:
        """The phrases of a document, looked up when first asked for: on a page that is rarely all.

        `seen` is what a look at `text` saw, where there was one and the blocks are its lines.
        """
        if seen and not seen.heads and not seen.phrases and not key.isascii():  # for speed: most
            return self._no_hits
        return Hits(partial(self.scan, text, key, blocks, seen), self.acts, self.spelled)

    @cached_property
    def _no_hits(self) -> Hits:
        return Hits(dict, self.acts, self.spelled)

    def printed_in(self, text: str) -> list[tuple[int, int]]:
        """Start and end of every phrase that may stand inside of lines, as it is printed."""
        return [found.span() for found in self._inline.finditer(text)]

    def scan(
        self, text: str, key: str, blocks: Sequence[Block], seen: Seen | None = None
    ) -> dict[str, tuple[Hit, ...]]:
        """Every phrase in the text, by group. Offsets index `text`; linear in its length."""
        found: defaultdict[str, list[Hit]] = defaultdict(list)
        heads = self._bare_heads if key.isascii() else self._heads
        may_be_head = heads.may_be
        for index in range(len(blocks)) if seen is None or key.isascii() else seen.heads:
            block = blocks[index]
            if block.role == "heading":
                continue  # of the article, whatever it says
            if may_be_head(key, block.start, block.end) and self._add_heads(
                found, heads, key, (index, block)
            ):
                continue
            if block.end - block.start < 40 and key[block.start : block.end].isascii():
                self._add_unaccented(found, key, block, index)
        index = 0
        for start, end in self.printed_in(text) if seen is None else seen.phrases:
            while blocks[index].end <= start:
                index += 1
            bordered = at_border(text, start, blocks[index].start)
            for entry in self._inline_entries[text[start:end]]:
                if bordered or entry.where == "anywhere":
                    found[entry.read_as].append(Hit(start, end, index, entry.phrase, entry.group))
        return {name: tuple(hits) for name, hits in found.items()}

    def _add_heads(
        self, found: defaultdict[str, list[Hit]], heads: Heads, key: str, place: tuple[int, Block]
    ) -> bool:
        """Add the phrases that a block begins with, or is; false if there is none."""
        index, block = place
        start, entries = heads.at(key, block.start, block.end)
        any_found = False
        for entry in entries:
            end = start + entry.length
            if end < block.end and key[end].isalnum():
                continue
            if entry.where == "line" and _says_more(key[end : block.end]):
                continue
            found[entry.read_as].append(Hit(start, end, index, entry.phrase, entry.group))
            any_found = True
        return any_found

    def _add_unaccented(
        self, found: defaultdict[str, list[Hit]], key: str, block: Block, index: int
    ) -> None:
        for entry in self._plain_lines.get(key[block.start : block.end].strip(_TAIL), ()):
            found[entry.read_as].append(
                Hit(block.start, block.end, index, entry.phrase, entry.group)
            )

    @cached_property
    def _entries(self) -> tuple[dict[str, list[Entry]], dict[str, list[Entry]]]:
        """Spelling → entries, for heads (lower case) and for inline phrases (as printed)."""
        heads: defaultdict[str, list[Entry]] = defaultdict(list)
        inline: defaultdict[str, list[Entry]] = defaultdict(list)
        for name, (where, phrases, _, like, _) in self.groups.items():
            for phrase in phrases:
                entry = Entry(name, like or name, where, phrase, len(phrase))
                for spelling in both_tones(phrase):
                    if where in ("inline", "anywhere"):
                        for variant in printed(spelling):
                            inline[variant].append(entry)
                    else:
                        heads[spelling].append(entry)
        return dict(heads), dict(inline)

    @cached_property
    def _heads(self) -> Heads:
        return Heads(self._entries[0])

    @cached_property
    def _bare_heads(self) -> Heads:
        """Those of phrases without diacritics, for a text that has none at all."""
        bare: defaultdict[str, list[Entry]] = defaultdict(list)
        for spelling, entries in self._entries[0].items():
            bare[unaccent(spelling)] += [e for e in entries if e not in bare[unaccent(spelling)]]
        return Heads(bare)

    @property
    def opening(self) -> list[str]:
        """The spellings with which lines begin."""
        return [
            s for s, found in self._entries[0].items() if any(e.where == "start" for e in found)
        ]

    @property
    def filling(self) -> list[str]:
        """The spellings that fill lines."""
        return [s for s, found in self._entries[0].items() if any(e.where == "line" for e in found)]

    @cached_property
    def filling_trie(self) -> Prefixes:
        """The spellings that fill lines, to be looked for where something begins."""
        return Prefixes(self.filling)

    @cached_property
    def fences(self) -> frozenset[str]:
        """Those of them that end what stands above."""
        groups = [self.groups[name] for name in self.acts["fence"]]
        return frozenset(
            s for g in groups if g.where == "line" for p in g.phrases for s in both_tones(p)
        )

    @property
    def printed(self) -> list[str]:
        """The spellings that stand inside of lines."""
        return list(self._entries[1])

    @property
    def _inline_entries(self) -> dict[str, list[Entry]]:
        return self._entries[1]

    @cached_property
    def _plain_lines(self) -> dict[str, list[Entry]]:
        plain: defaultdict[str, list[Entry]] = defaultdict(list)
        for spelling, entries in self._entries[0].items():
            plain[unaccent(spelling)].extend(e for e in entries if e.where == "line")
        return dict(plain)

    def spelled(self, name: str) -> Spellings:
        """The phrases of the group `name`, or of the groups that act so; no mere syllable of an edge."""
        if name not in self._spelled:
            groups = self.acts.get(name) or {name} & self.groups.keys()
            least = _BUTTON if name == "edge" else 1
            phrases = {p for g in groups for p in self.groups[g].phrases if len(p) >= least}
            spellings = {s for p in phrases for s in both_tones(p)}
            self._spelled[name] = Spellings(
                pattern(rf"(?:{trie_pattern(spellings) or '(?!)'})(?!\w)"),
                frozenset(leads_of(spellings)),
                frozenset(s[-TAIL:] for s in spellings),
            )
        return self._spelled[name]

    @cached_property
    def _spelled(self) -> dict[str, Spellings]:
        return {}

    @cached_property
    def _inline(self) -> re.Pattern[str]:
        return re.compile(f"(?:{trie_pattern(self._inline_entries) or '(?!)'})(?![{LOWER}])")


def _says_more(rest: str) -> bool:
    """Whether what stands behind a phrase is more than punctuation, or a count in brackets."""
    said = rest.strip(_TAIL)
    if not said or not said.isdecimal() or len(said) > _COUNT:
        return bool(said)
    return "(" not in rest or ")" not in rest


@cache
def builtin() -> Lexicon:
    """The lexicon that ships with the package."""
    groups: dict[str, Group] = {}
    for file in sorted(Path(__file__).parent.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            for name, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
                acts = frozenset(table.get("acts", ()))
                if name in groups or table["where"] not in get_args(Where) or acts - ACTS.keys():
                    raise ConfigError(
                        f"{file.name}: group {name!r} stands twice, or has a bad `where` or act"
                    )
                phrases = tuple(table["phrases"])
                groups[name] = Group(table["where"], phrases, acts, file=file.name)
    return Lexicon(groups)


def file_of(group: str) -> str:
    """The file of the package that a group stands in, or ``settings`` for a user's."""
    found = builtin().groups.get(group)
    return found.file if found else "settings"

"""What wakes a rule: the phrases of the lexicon that stand in a document, and other evidence.

All offsets index ``Document.text``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple

from .cached import cached
from .patterns import pattern

TAIL: Final = 3
"""Characters of a phrase's end by which ends are told apart at a glance."""


class Evidence(NamedTuple):
    """What woke a rule, for a person to judge."""

    sort: str = ""
    """``phrase``, ``pattern``, ``code``, or what else a rule calls it."""
    what: str = ""
    """The phrase, the name of the pattern or function, the features."""
    where: str = ""
    """The phrase's group, the module."""


class Hit(NamedTuple):
    """A phrase of the lexicon, seen in a document."""

    start: int
    end: int
    block: int
    """Index into ``Document.blocks``."""
    phrase: str
    """The phrase as the lexicon spells it: lower case, NFC."""
    group: str = ""
    """The group that the phrase stands in; a user's own may be read as another."""

    @property
    def evidence(self) -> Evidence:
        return Evidence("phrase", self.phrase, self.group)


class Spellings(NamedTuple):
    """Phrases as a key has them, and how they begin and end, for speed."""

    pattern: re.Pattern[str]
    """One of them, and no letter behind it."""
    leads: frozenset[str]
    """The beginnings of their first words: see `seen.Outline.leads`."""
    tails: frozenset[str]
    """The last `TAIL` characters of each."""


_NOTHING: Final = Spellings(pattern("(?!)"), frozenset(), frozenset())


class Hits(Mapping[str, tuple[Hit, ...]]):
    """The phrases of a document by group id, in reading order; looked up when first asked for."""

    def __init__(
        self,
        look: Callable[[], Mapping[str, tuple[Hit, ...]]] = dict,
        acts: Mapping[str, frozenset[str]] = MappingProxyType({}),
        spelled: Callable[[str], Spellings] = lambda _: _NOTHING,
    ) -> None:
        self._look = look
        self._spelled = spelled
        self._acts = acts
        """What groups do → the groups that do it."""
        self._blocks: dict[str, frozenset[int]] = {}
        """What was asked for once, by act or group; group ids have a dot, acts have none."""

    def __reduce__(self) -> tuple[type[Hits], tuple[partial[object], dict[str, frozenset[str]]]]:
        return Hits, (partial(dict, dict(self._found)), dict(self._acts))

    @cached
    def _found(self) -> Mapping[str, tuple[Hit, ...]]:
        return self._look()

    def __getitem__(self, group: str) -> tuple[Hit, ...]:
        return self._found[group]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def spelled(self, name: str) -> Spellings:
        """The phrases of a group, or of the groups that act so, as a key has them."""
        return self._spelled(name)

    def saying(self, act: str) -> tuple[Hit, ...]:
        """The phrases of all groups that act so (``bar``, ``fence`` …), group by group."""
        groups = self._acts.get(act, frozenset())
        if groups.isdisjoint(self._found):  # nearly always
            return ()
        return tuple(hit for name in self._found if name in groups for hit in self._found[name])

    def acting(self, act: str) -> frozenset[int]:
        """Indices of the blocks with a phrase of a group that acts so."""
        if act not in self._blocks:
            self._blocks[act] = frozenset(hit.block for hit in self.saying(act))
        return self._blocks[act]

    def places(self, group: str) -> frozenset[int]:
        """Indices of the blocks with a phrase of the group."""
        if group not in self._blocks:
            self._blocks[group] = frozenset(hit.block for hit in self._found.get(group, ()))
        return self._blocks[group]

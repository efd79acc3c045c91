"""The one place that decides: labels in, removals out.

The table of precedence, from strong to weak:

===  =====================================================  =====================
1    boilerplate, `SURE` (an explicit box, a machine's line)  cut
2    content or editorial evidence, at least as confident     kept
3    any other label of a kind that the policy cuts           cut
4    what no label covers                                     kept
===  =====================================================  =====================

Presets are monotone: what `light` cuts, `article` cuts, and what `article` cuts, `body` cuts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from .errors import ConfigError, nearest
from .model import BOILERPLATE, EDITORIAL, SURE, Family, Kind, Label, Removal


@dataclass(frozen=True, slots=True)
class Policy:
    """Which kinds are cut, and how confident a label must be."""

    name: str
    cut: frozenset[Kind]
    floor: float

    def with_kinds(self, keep: Iterable[str] = (), drop: Iterable[str] = ()) -> Policy:
        """This policy with kinds or families (``editorial``) kept or dropped as well.

        Raises `ConfigError` for a name that is neither.
        """
        kept, dropped = _kinds(keep), _kinds(drop)
        if both := kept & dropped:
            raise ConfigError(f"kept and dropped at once: {', '.join(sorted(both))}")
        if not kept and not dropped:
            return self
        return replace(self, name="custom", cut=(self.cut | dropped) - kept)


LIGHT: Final = Policy("light", BOILERPLATE, SURE)
ARTICLE: Final = Policy("article", BOILERPLATE, 0.5)
BODY: Final = Policy("body", BOILERPLATE | EDITORIAL, 0.5)
PolicyName = Literal["light", "article", "body"]
PRESETS: Final[dict[str, Policy]] = {"light": LIGHT, "article": ARTICLE, "body": BODY}
_CHAIN: Final = (ARTICLE, BODY)


def preset(name: str) -> Policy:
    """The preset of that name. Raises `ConfigError`."""
    if name not in PRESETS:
        raise ConfigError(f'unknown policy "{name}"{nearest(name, PRESETS)}')
    return PRESETS[name]


def stages(policy: Policy) -> tuple[Policy, ...]:
    """What a cleaner works through in turn for `policy`: `body` begins with what `article` cuts.

    Any other policy stands alone.
    """
    return _CHAIN[: _CHAIN.index(policy) + 1] if policy in _CHAIN else (policy,)


def _kinds(names: Iterable[str]) -> frozenset[Kind]:
    kinds: set[Kind] = set()
    for name in names:
        if name in set(Kind):
            kinds.add(Kind(name))
        elif name in set(Family):
            kinds.update(kind for kind in Kind if kind.family == name)
        else:
            raise ConfigError(f'unknown kind "{name}"{nearest(name, [*Kind, *Family])}')
    return frozenset(kinds)


def decide(labels: Sequence[Label], policy: Policy) -> list[Removal]:
    """The spans that `policy` cuts: sorted, disjoint, each with the rules that agreed.

    Where labels overlap, a removal has the kind of the most confident one.
    """
    cut = [x for x in labels if x.kind in policy.cut and x.confidence >= policy.floor]
    kept = [x for x in labels if x.kind not in policy.cut] if not are_sure(cut) else []
    if not kept and all(one.end < other.start for one, other in pairwise(cut)):  # for speed
        return [Removal(x.start, x.end, x.kind, (x.rule,)) for x in cut]
    return _sweep(cut, kept)


def are_sure(labels: Iterable[Label]) -> bool:
    """True where all labels are `SURE`: nothing outweighs them."""
    return all(label.confidence >= SURE for label in labels)


def _sweep(cut: Sequence[Label], kept: Sequence[Label]) -> list[Removal]:
    """Walk over the borders of all labels; between two borders the precedence table decides."""
    events: list[tuple[int, bool, Label, bool]] = []
    for label in cut:
        events += [(label.start, True, label, True), (label.end, False, label, True)]
    for label in kept:
        events += [(label.start, True, label, False), (label.end, False, label, False)]
    events.sort(key=lambda e: e[0])
    removals: list[Removal] = []
    cutting: list[Label] = []
    keeping: list[Label] = []
    previous = 0
    for offset, opens, label, cuts in events:
        if cutting and previous < offset:
            _append(removals, previous, offset, cutting, keeping)
        previous = offset
        active = cutting if cuts else keeping
        if opens:
            active.append(label)
        else:
            active.remove(label)
    return removals


def _append(
    removals: list[Removal],
    start: int,
    end: int,
    cutting: Sequence[Label],
    keeping: Sequence[Label],
) -> None:
    best = cutting[0]
    rules: tuple[str, ...] = (best.rule,)
    if len(cutting) > 1:
        best = max(cutting, key=lambda x: (x.confidence, -x.start, x.end, x.rule))
        rules = tuple(dict.fromkeys([best.rule, *sorted(x.rule for x in cutting)]))
    if best.confidence < SURE and any(k.confidence >= best.confidence for k in keeping):
        return
    last = removals[-1] if removals else None
    if last and last.end == start and last.kind == best.kind and last.rules[0] == rules[0]:
        removals[-1] = last._replace(end=end, rules=tuple(dict.fromkeys([*last.rules, *rules])))
    else:
        removals.append(Removal(start, end, best.kind, rules))


def union(removals: Iterable[Removal], more: Iterable[Removal]) -> list[Removal]:
    """Two lists of removals as one that is sorted and disjoint; the first list's kinds win."""
    first, more = sorted(removals), sorted(more)
    if not first or not more or first == more:  # for speed
        return first or more
    merged = list(first)
    at = 0
    for extra in more:
        position = extra.start
        while at < len(first) and first[at].end <= position:
            at += 1
        ahead = at
        while position < extra.end:
            taken = first[ahead] if ahead < len(first) else None
            until = min(extra.end, taken.start) if taken else extra.end
            if position < until:
                merged.append(extra._replace(start=position, end=until))
            position = max(position, taken.end) if taken else extra.end
            ahead += 1
    return sorted(merged)

"""Sets of rules: which run, in which phases, and where rules of other packages come from."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from .errors import ConfigError, nearest
from .model import Document, Label
from .phrases import Group
from .rule import Rule
from .signs import AllOf, AnyOf, Begins, Sign, Trait, Unusual

_Signed = dict[str, list[tuple[Rule, Sign | None]]]
"""What is seen → the rules that it wakes, and what must be seen besides."""
ENTRY_POINTS: Final = "vnnews_clean.rules"


class Phase:
    """Rules that run together, filed under what wakes them: one that sleeps costs nothing."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._files: Final = tuple(
            _File([r for r in rules if r.reads(markup=markup)]) for markup in (False, True)
        )

    def labels(self, document: Document, evidence: Sequence[Label] = ()) -> list[Label]:
        """What the rules find in `document`, unsorted."""
        awake = self._files[document.markup].awake(document, evidence)
        return [label for r in awake for label in r.labels(document, evidence)]


class _File:
    """Rules by what wakes them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._always: Final = {r.id: r for r in rules if not (r.sign or r.phrases)}
        self._signed: Final = {r.id: r for r in rules if r.sign or not r.phrases}
        """Those that run always where signs do not hold."""
        self._by_group: Final[dict[str, list[Rule]]] = {}
        self._by_trait: Final[_Signed] = {}
        self._by_lead: Final[_Signed] = {}
        self._by_character: Final[_Signed] = {}
        self._by_sign: Final[dict[Sign, list[tuple[Rule, Sign | None]]]] = {}
        for r in rules:
            for group in r.phrases:
                self._by_group.setdefault(group, []).append(r)
            for sign in r.sign.signs if isinstance(r.sign, AnyOf) else (r.sign,) if r.sign else ():
                first, rest = (
                    (sign.signs[0], sign.rest) if isinstance(sign, AllOf) else (sign, None)
                )
                self._file(first, (r, rest))

    def _file(self, sign: Sign, entry: tuple[Rule, Sign | None]) -> None:
        if isinstance(sign, Trait):
            self._by_trait.setdefault(sign.name, []).append(entry)
        elif isinstance(sign, Begins):
            for lead in sign.leads:
                self._by_lead.setdefault(lead, []).append(entry)
        elif isinstance(sign, Unusual):
            for character in sign.characters:
                self._by_character.setdefault(character, []).append(entry)
        else:
            self._by_sign.setdefault(sign, []).append(entry)

    def awake(self, document: Document, evidence: Sequence[Label]) -> Iterable[Rule]:
        """The rules that could find anything in `document`, where there is such `evidence`.

        Signs hold for lines as they stand, without labels: where something is blanked or labelled,
        all rules with signs run.
        """
        if evidence or document.view is not document.text:
            awake = dict(self._signed)
        else:
            awake = dict(self._always)
            for rule, rest in self._woken(document):
                if rule.id not in awake and (rest is None or rest(document)):
                    awake[rule.id] = rule
        if self._by_group and document.hits:
            for group in document.hits:
                for rule in self._by_group.get(group, ()):
                    awake[rule.id] = rule
        return awake.values()

    def _woken(self, document: Document) -> Iterator[tuple[Rule, Sign | None]]:
        """The rules whose sign is seen, or the first of all those that must be."""
        if self._by_trait:
            for trait in document.outline.traits:
                yield from self._by_trait.get(trait, ())
        if self._by_lead and not self._by_lead.keys().isdisjoint(document.outline.leads):
            for lead in self._by_lead.keys() & document.outline.leads:
                yield from self._by_lead[lead]
        if self._by_character and (odd := document.odd):
            for character in self._by_character:
                if character in odd:
                    yield from self._by_character[character]
        for sign, entries in self._by_sign.items():
            if sign(document):
                yield from entries


class RuleSet:
    """The rules of one cleaner, by id, split into the phases in which they run."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: Final[Mapping[str, Rule]] = {r.id: r for r in rules}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules.values())

    def __len__(self) -> int:
        return len(self.rules)

    def selected(
        self, select: Iterable[str] | None = None, ignore: Iterable[str] | None = None
    ) -> RuleSet:
        """The rules whose id or family prefix is in `select` (all, if ``None``) and not in `ignore`.

        ``teaser`` means ``teaser.lottery``, ``teaser.weather`` …; aliases count.
        Raises `ConfigError` for a name that fits no rule.
        """
        wanted = set(self.rules) if select is None else self._resolve(select)
        unwanted = self._resolve(ignore or ())
        return RuleSet(r for r in self if r.id in wanted and r.id not in unwanted)

    def _resolve(self, names: Iterable[str]) -> set[str]:
        ids: set[str] = set()
        for name in names:
            fitting = {
                r.id
                for r in self
                if name in (r.id, *r.aliases) or r.id.startswith(name.rstrip(".") + ".")
            }
            if not fitting:
                families = {r.id.partition(".")[0] for r in self}
                raise ConfigError(f'unknown rule "{name}"{nearest(name, {*self.rules, *families})}')
            ids |= fitting
        return ids

    def check_groups(self, known: Mapping[str, Group]) -> None:
        """Raises `ConfigError` for a rule that no phrase can ever wake."""
        for r in self:
            for group in r.phrases:
                if group not in known:
                    raise ConfigError(
                        f'rule "{r.id}": unknown phrase group "{group}"{nearest(group, known)}'
                    )
                if like := known[group].like:
                    raise ConfigError(
                        f'rule "{r.id}": the phrases of "{group}" wake the rules of "{like}"; name that'
                    )

    @cached_property
    def removing(self) -> tuple[Phase, Phase]:
        """Evidence rules and context rules that can find boilerplate."""
        return self._phases([r for r in self if not r.descriptive])

    @cached_property
    def describing(self) -> tuple[Phase, Phase]:
        """Evidence rules and context rules that only name what is kept."""
        return self._phases([r for r in self if r.descriptive])

    @cached_property
    def protecting(self) -> tuple[Phase, Phase]:
        """Those of `describing` that find evidence: it may outweigh a rule that is not sure."""
        return self.describing[0], Phase(())

    @staticmethod
    def _phases(rules: Sequence[Rule]) -> tuple[Phase, Phase]:
        return Phase([r for r in rules if not r.context]), Phase([r for r in rules if r.context])


def run(
    phases: tuple[Phase, Phase], document: Document, known: Sequence[Label] = ()
) -> list[Label]:
    """The labels of evidence rules, then of context rules, sorted.

    Context rules see the evidence and the labels that were `known` before; those are not repeated
    in the result.
    """
    evidence_rules, context_rules = phases
    evidence = sorted(evidence_rules.labels(document))
    seen = sorted([*known, *evidence]) if known else evidence
    context = context_rules.labels(document, seen)
    return sorted(evidence + context) if context else evidence


def installed() -> list[Rule]:
    """Rules that other installed packages offer under the entry-point group `ENTRY_POINTS`.

    An entry point names a `Rule` or an iterable of them. Raises `ConfigError` for anything else.
    """
    if "importlib.metadata" not in sys.modules and not any(map(_may_offer, sys.path)):
        return []
    from importlib.metadata import entry_points  # noqa: PLC0415 - a third of the import's time

    rules: list[Rule] = []
    for entry in entry_points(group=ENTRY_POINTS):
        try:
            offered = entry.load()
        except Exception as error:
            raise ConfigError(f"plug-in {entry.name} ({entry.value}): {error}") from error
        for item in offered if isinstance(offered, Iterable) else [offered]:
            if not isinstance(item, Rule):
                raise ConfigError(
                    f"plug-in {entry.name} ({entry.value}) offers {item!r}, not a Rule"
                )
            rules.append(item)
    return rules


def _may_offer(place: str) -> bool:
    """Whether a package installed at `place` names the group; of what is no folder, nobody knows.

    Hardly any does, and to find that out so takes a tenth of the time that `importlib.metadata` takes.
    """
    folder = Path(place)
    if not folder.is_dir():
        return folder.exists()
    declared = (at / "entry_points.txt" for at in folder.iterdir() if at.name.endswith("-info"))
    return any(ENTRY_POINTS in f.read_text("utf-8", "ignore") for f in declared if f.is_file())

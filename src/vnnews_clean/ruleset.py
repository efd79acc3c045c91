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
from .waking import Waking

ENTRY_POINTS: Final = "vnnews_clean.rules"


class Phase:
    """Rules that run together, filed under what wakes them: one that sleeps costs nothing."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._files: Final = tuple(
            Waking([r for r in rules if r.reads(markup=markup)]) for markup in (False, True)
        )

    def labels(self, document: Document, evidence: Sequence[Label] = ()) -> list[Label]:
        """What the rules find in `document`, unsorted."""
        awake = self._files[document.markup].awake(document, evidence)
        return [label for r in awake for label in r.labels(document, evidence)]


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

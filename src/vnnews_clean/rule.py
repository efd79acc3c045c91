"""Rules, and sets of them.

A rule is a function that reads a document and yields `Mark`s (or plain ``(start, end)`` pairs);
the `rule` decorator gives it an id and a kind::

    @rule("mine.hotline", kind=Kind.AD)
    def hotline(document: Document) -> Iterator[tuple[int, int]]:
        '''The paper's own telephone number.'''
        for block in document.blocks:
            if document.key_of(block).startswith("hotline:"):
                yield block.start, block.end

A rule that names phrase groups (``phrases=["related.header"]``) sleeps until one of them is seen.
A context rule (``@context_rule``) also gets the labels of the evidence rules; it cannot see those
of other context rules, so inside a phase the order does not matter.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from .errors import ConfigError, nearest
from .model import BOILERPLATE, Document, Kind, Label, Mark

Marks = Iterable[Mark | tuple[int, int]]
EvidenceFunction = Callable[[Document], Marks]
ContextFunction = Callable[[Document, Sequence[Label]], Marks]
Needs = Literal["any", "markup", "text"]

ENTRY_POINTS: Final = "vnnews_clean.rules"


@dataclass(frozen=True, eq=False)
class Rule:
    """One phenomenon: its id, what it is called, and the function that finds it."""

    id: str
    kinds: tuple[Kind, ...]
    find: EvidenceFunction | ContextFunction
    context: bool = False
    phrases: tuple[str, ...] = ()
    """Phrase groups that wake the rule; empty: it always runs."""
    needs: Needs = "any"
    """``markup`` or ``text``: the only sort of document in which the rule runs."""
    aliases: tuple[str, ...] = ()
    """Former ids, still understood by `select` and `ignore`."""

    def __reduce__(self) -> tuple[Callable[[str, str], Rule], tuple[str, str]]:
        """By reference, as functions are pickled: the decorated name is the rule itself."""
        return _named, (self.find.__module__, self.find.__qualname__)

    @property
    def doc(self) -> str:
        """The rule's docstring, unindented."""
        return inspect.getdoc(self.find) or ""

    @property
    def summary(self) -> str:
        """The first sentence of `doc`."""
        return self.doc.split("\n\n", 1)[0].replace("\n", " ")

    @property
    def drops(self) -> tuple[str, ...]:
        """Example lines that the rule drops, from the section ``Drops:`` of `doc`."""
        return _section(self.doc, "Drops:")

    @property
    def names(self) -> tuple[str, ...]:
        """Example lines that a descriptive rule labels, from the section ``Labels:`` of `doc`."""
        return _section(self.doc, "Labels:")

    @property
    def keeps(self) -> tuple[str, ...]:
        """Look-alikes that the rule leaves alone, from the section ``Keeps:`` of `doc`."""
        return _section(self.doc, "Keeps:")

    @property
    def descriptive(self) -> bool:
        """True for a rule that finds no boilerplate, only names what is kept."""
        return BOILERPLATE.isdisjoint(self.kinds)

    def reads(self, *, markup: bool) -> bool:
        """Whether the rule runs in documents with markup, or in those without."""
        return self.needs == "any" or (self.needs == "markup") == markup

    def labels(self, document: Document, evidence: Sequence[Label]) -> list[Label]:
        """The rule's findings in `document`. `evidence` is only shown to a context rule."""
        marks: Marks = self.find(document, evidence) if self.context else self.find(document)  # type: ignore[call-arg]
        labels: list[Label] = []
        for mark in marks:
            start, end, confidence, kind = mark if len(mark) == 4 else Mark(*mark)
            if start < end:
                labels.append(Label(start, end, kind or self.kinds[0], self.id, confidence))
        return labels


def _named(module: str, name: str) -> Rule:
    found = getattr(importlib.import_module(module), name)
    assert isinstance(found, Rule)
    return found


def _section(doc: str, header: str) -> tuple[str, ...]:
    _, found, tail = doc.partition(header)
    lines = []
    for line in tail.split("\n")[1:] if found else ():
        if not line.startswith("    "):
            break
        lines.append(line.strip())
    return tuple(lines)


def rule(
    id: str,
    *,
    kind: Kind | str | Sequence[Kind | str],
    phrases: Iterable[str] = (),
    needs: Needs = "any",
    aliases: Iterable[str] = (),
) -> Callable[[EvidenceFunction], Rule]:
    """Make an evidence rule of a function ``(document) -> marks``.

    `kind` may be a sequence; the first is the default of the rule's marks.
    Raises `ConfigError` for a kind that does not exist.
    """
    kinds, groups, former = _kinds(id, kind), tuple(phrases), tuple(aliases)
    return lambda find: Rule(id, kinds, find, phrases=groups, needs=needs, aliases=former)


def context_rule(
    id: str,
    *,
    kind: Kind | str | Sequence[Kind | str],
    phrases: Iterable[str] = (),
    needs: Needs = "any",
    aliases: Iterable[str] = (),
) -> Callable[[ContextFunction], Rule]:
    """Make a context rule of a function ``(document, evidence labels) -> marks``."""
    kinds, groups, former = _kinds(id, kind), tuple(phrases), tuple(aliases)
    return lambda find: Rule(
        id, kinds, find, context=True, phrases=groups, needs=needs, aliases=former
    )


def _kinds(id: str, kind: Kind | str | Sequence[Kind | str]) -> tuple[Kind, ...]:
    names = [kind] if isinstance(kind, str) else list(kind)
    for name in names:
        if name not in set(Kind):
            raise ConfigError(f'rule "{id}": unknown kind "{name}"{nearest(name, Kind)}')
    if not names:
        raise ConfigError(f'rule "{id}" has no kind')
    return tuple(map(Kind, names))


class Phase:
    """Rules that run together, filed under what wakes them: one that sleeps costs nothing."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._sleepless: Final = tuple(
            [r for r in rules if not r.phrases and r.reads(markup=markup)]
            for markup in (False, True)
        )
        self._sleepers: Final[tuple[dict[str, list[Rule]], ...]] = ({}, {})
        for markup, sleepers in enumerate(self._sleepers):
            for r in rules:
                for group in r.phrases if r.reads(markup=bool(markup)) else ():
                    sleepers.setdefault(group, []).append(r)

    def labels(self, document: Document, evidence: Sequence[Label] = ()) -> list[Label]:
        """What the rules find in `document`, unsorted."""
        return [label for r in self._awake(document) for label in r.labels(document, evidence)]

    def _awake(self, document: Document) -> Sequence[Rule]:
        """The rules that could find anything in `document`."""
        sleepless, sleepers = self._sleepless[document.markup], self._sleepers[document.markup]
        if not sleepers or not document.hits:
            return sleepless
        woken = {r.id: r for group in document.hits for r in sleepers.get(group, ())}
        return [*sleepless, *woken.values()]


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

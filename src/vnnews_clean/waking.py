"""Which rules are awake in a document: those of which a phrase or a sign is seen.

Traits, first words and characters are looked up, other signs asked one by one: most documents show next
to nothing, and pay for next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from .model import Document, Label
from .rule import Rule
from .seen import Outline, Spelling
from .signs import AllOf, AnyOf, Begins, Sign, Spelled, Trait, Unusual

_Entry = tuple[Rule, Sign | None]
_Signed = dict[str, list[_Entry]]
"""What is seen → the rules that it wakes, and what must be seen besides."""


class Waking:
    """Rules for one sort of documents, filed under what wakes them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._always: Final = {r.id: r for r in rules if not (r.sign or r.phrases)}
        self._signed: Final = {r.id: r for r in rules if r.sign or not r.phrases}
        """Those that run always where signs do not hold."""
        self._by_group: Final[dict[str, list[Rule]]] = {}
        self._by_trait: Final[_Signed] = {}
        self._by_lead: Final[_Signed] = {}
        self._by_character: Final[_Signed] = {}
        self._by_words: Final[dict[Spelling, list[_Entry]]] = {}
        self._by_sign: Final[dict[Sign, list[_Entry]]] = {}
        for r in rules:
            for group in r.phrases:
                self._by_group.setdefault(group, []).append(r)
            for first, rest in parts(r):
                self._file(first, (r, rest))
        self._asked: Final = spelled_by(rules)

    def _file(self, sign: Sign, entry: _Entry) -> None:
        if isinstance(sign, Trait):
            self._by_trait.setdefault(sign.name, []).append(entry)
        elif isinstance(sign, Begins):
            for lead in sign.leads:
                self._by_lead.setdefault(lead, []).append(entry)
        elif isinstance(sign, Unusual):
            for character in sign.characters:
                self._by_character.setdefault(character, []).append(entry)
        elif isinstance(sign, Spelled):
            self._by_words.setdefault(sign, []).append(entry)
        else:
            self._by_sign.setdefault(sign, []).append(entry)

    def awake(self, document: Document, evidence: Sequence[Label]) -> Iterable[Rule]:
        """The rules that could find anything in `document`, where there is such `evidence`.

        Signs hold for lines that somebody has looked at, without labels: elsewhere all rules with signs
        run.
        """
        if evidence or not document.is_shown:
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

    def _woken(self, document: Document) -> list[_Entry]:
        """The rules whose sign is seen, or the first of all those that must be."""
        woken: list[_Entry] = []
        if self._by_trait or self._by_lead:
            woken += self._outlined(document.outline)
        if self._by_character and (odd := document.odd):
            for character in self._by_character:
                if character in odd:
                    woken += self._by_character[character]
        for words in self._words(document):
            woken += self._by_words.get(words, ())
        for sign, entries in self._by_sign.items():
            if sign(document):
                woken += entries
        return woken

    def _outlined(self, outline: Outline) -> list[_Entry]:
        """Those of them that the edges of the lines wake."""
        woken = [entry for trait in outline.traits for entry in self._by_trait.get(trait, ())]
        if not self._by_lead.keys().isdisjoint(outline.leads):
            for lead in self._by_lead.keys() & outline.leads:
                woken += self._by_lead[lead]
        return woken

    def _words(self, document: Document) -> Iterable[Spelling]:
        """The words that are seen: those of other rules, too, where all were looked for at once."""
        if not self._by_words:
            return ()
        seen = document.spelled
        return [words for words in self._asked if words(document)] if seen is None else seen


def spelled_by(rules: Iterable[Rule]) -> tuple[Spelled, ...]:
    """The words that wake `rules`, each once."""
    firsts = (first for r in rules for first, _ in parts(r))
    return tuple(dict.fromkeys(first for first in firsts if isinstance(first, Spelled)))


def parts(rule: Rule) -> Iterator[tuple[Sign, Sign | None]]:
    """The signs of which one wakes `rule`: of several that must all be seen, the first, and the rest."""
    for sign in rule.sign.signs if isinstance(rule.sign, AnyOf) else (rule.sign,):
        if isinstance(sign, AllOf):
            yield sign.signs[0], sign.rest
        elif sign:
            yield sign, None

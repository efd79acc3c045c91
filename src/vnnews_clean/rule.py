"""What a rule is, and the decorators that make one of a function.

A rule is a function that reads a document and yields `Mark`s (or plain ``(start, end)`` pairs);
the `rule` decorator gives it an id and a kind::

    @rule("mine.hotline", kind=Kind.AD)
    def hotline(document: Document) -> Iterator[tuple[int, int]]:
        '''The paper's own telephone number.'''
        for block in document.blocks:
            if document.key_of(block).startswith("hotline:"):
                yield block.start, block.end

A rule that names phrase groups (``phrases=["related.header"]``) sleeps until one of them is seen; one
with a `sign`, a cheap question to the document, until the answer is yes: see `signs`. With both,
either wakes it.
A context rule (``@context_rule``) also gets the labels of the evidence rules; it cannot see those
of other context rules, so inside a phase the order does not matter.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from types import CodeType
from typing import Final, Literal, get_args

from .errors import ConfigError, RuleError, named, nearest
from .marks import Marks, check, labelled, ordered
from .model import BOILERPLATE, Document, Evidence, Kind, Label
from .patterns import pattern
from .signs import Sign

EvidenceFunction = Callable[[Document], Marks]
ContextFunction = Callable[[Document, Sequence[Label]], Marks]
Needs = Literal["any", "markup", "text"]
_ID: Final = pattern(r"[\w-]+(?:\.[\w-]+)*")


@dataclass(frozen=True)
class Rule:
    """One phenomenon: its id, what it is called, and the function that finds it."""

    id: str
    kinds: tuple[Kind, ...]
    find: EvidenceFunction | ContextFunction
    context: bool = False
    phrases: tuple[str, ...] = ()
    """Phrase groups that wake the rule; empty: it always runs, unless it has a sign."""
    needs: Needs = "any"
    """``markup`` or ``text``: the only sort of document in which the rule runs."""
    aliases: tuple[str, ...] = ()
    """Former ids, still understood by `select` and `ignore`."""
    shipped: bool = False
    """True for the rules of this package: spans of theirs that overlap are joined, and they read
    again what is left. For a rule of one's own, overlapping spans are an error."""
    said: str = ""
    """What the rule does, where `find` is a matcher without a docstring of its own."""
    written: str = ""
    """The row of a table that the rule is, as a text; empty for a function."""
    sign: Sign | None = None
    """What wakes a rule besides its phrases: see `signs`. Without any of both it always runs. Any
    label of another wakes a context rule as well."""

    def __reduce__(self) -> tuple[Callable[..., Rule], tuple[object, ...]]:
        """By reference, as functions are pickled: the decorated name is the rule itself. A row is
        its own content.

        Raises `ConfigError` for a rule that another process cannot find by its name.
        """
        if self.written:
            return Rule, tuple(getattr(self, field.name) for field in fields(self))
        if "<" in self.find.__qualname__:
            raise ConfigError(
                f"rule {self.id} is made inside a function ({self.find.__qualname__}): other "
                "processes cannot find it; define it at the top of a module"
            )
        return _named, (self.find.__module__, self.find.__qualname__)

    @property
    def doc(self) -> str:
        """The rule's docstring, unindented."""
        return inspect.cleandoc(self.said) if self.said else inspect.getdoc(self.find) or ""

    @property
    def code(self) -> str:
        """What the rule does, as a text that changes when its code does."""
        code = getattr(self.find, "__code__", None)
        return _spelled(code) if isinstance(code, CodeType) else self.written or repr(self.find)

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
        """The rule's findings in `document`. `evidence` is only shown to a context rule.

        Raises `RuleError` where the rule raises, and for marks that are no spans of the document
        or overlap.
        """
        try:
            marks: Marks = self.find(document, evidence) if self.context else self.find(document)  # type: ignore[call-arg]
            found = labelled(self.id, self.kinds, marks, self._own)
        except (RuleError, MemoryError):  # no rule is to blame for the machine
            raise
        except (Exception, SystemExit, GeneratorExit) as error:
            raise RuleError(self.id, named(error)) from error
        if not found:
            return found
        if not self.shipped:
            for label in found:
                check(label, self.kinds)
        return ordered(self.id, found, len(document.text), joins=self.shipped)

    @cached_property
    def _own(self) -> Evidence:
        """Evidence of a rule that gives none: its code."""
        function = getattr(self.find, "__qualname__", type(self.find).__name__)
        return Evidence("code", function, getattr(self.find, "__module__", None) or "")


def _spelled(code: CodeType) -> str:
    """A code object with its constants, those of inner functions too, in the same order always."""
    constants = [
        _spelled(c)
        if isinstance(c, CodeType)
        else repr(sorted(map(repr, c)) if isinstance(c, frozenset) else c)
        for c in code.co_consts
    ]
    return f"{code.co_code.hex()} {code.co_names} {constants}"


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
    sign: Sign | None = None,
) -> Callable[[EvidenceFunction], Rule]:
    """Make an evidence rule of a function ``(document) -> marks``.

    `kind` may be a sequence; the first is the default of the rule's marks. With a `sign`, the rule
    sleeps in documents for which that says no, unless one of its `phrases` wakes it.
    Raises `ConfigError` for a kind that does not exist, and for what is declared in a wrong type.
    """
    return _declared(id, kind, phrases, needs, aliases, sign, context=False)


def context_rule(
    id: str,
    *,
    kind: Kind | str | Sequence[Kind | str],
    phrases: Iterable[str] = (),
    needs: Needs = "any",
    aliases: Iterable[str] = (),
    sign: Sign | None = None,
) -> Callable[[ContextFunction], Rule]:
    """Make a context rule of a function ``(document, evidence labels) -> marks``.

    With a `sign`, it sleeps in documents for which that says no, unless there is a label.
    """
    return _declared(id, kind, phrases, needs, aliases, sign, context=True)


def _declared(  # noqa: PLR0917 - those of a rule, in its order
    id: str,
    kind: Kind | str | Sequence[Kind | str],
    phrases: Iterable[str],
    needs: Needs,
    aliases: Iterable[str],
    sign: Sign | None,
    *,
    context: bool,
) -> Callable[[EvidenceFunction | ContextFunction], Rule]:
    """The decorator of a rule of that kind. Raises `ConfigError` for all that is wrong in it."""
    if not isinstance(id, str) or not _ID.fullmatch(id):
        raise ConfigError(f'the id of a rule is a name such as "mine.hotline", not {id!r}')
    if needs not in get_args(Needs):
        raise ConfigError(
            f'rule "{id}": needs is one of {", ".join(get_args(Needs))}, not {needs!r}'
        )
    kinds = kinds_of(id, kind)
    groups, former = _names(id, "phrases", phrases), _names(id, "aliases", aliases)

    def made(find: EvidenceFunction | ContextFunction) -> Rule:
        if not callable(find):
            raise ConfigError(f'rule "{id}" is made of a function, not of {find!r}')
        return Rule(id, kinds, find, context, groups, needs, former, sign=sign)

    return made


def _names(id: str, what: str, names: Iterable[str]) -> tuple[str, ...]:
    """Raises `ConfigError` for anything but a list of names."""
    listed = () if isinstance(names, str) or not isinstance(names, Iterable) else tuple(names)
    if not all(isinstance(name, str) for name in listed) or (names and not listed):
        raise ConfigError(f'rule "{id}": {what} is a list of names, not {names!r}')
    return listed


def kinds_of(id: str, kind: object) -> tuple[Kind, ...]:
    """The kinds that a rule says it finds. Raises `ConfigError`."""
    if not isinstance(kind, Iterable):
        raise ConfigError(f'rule "{id}": kind is a Kind or a list of them, not {kind!r}')
    names = [kind] if isinstance(kind, str) else list(kind)
    for name in names:
        if name not in list(Kind):
            raise ConfigError(f'rule "{id}": unknown kind "{name}"{nearest(str(name), Kind)}')
    if not names:
        raise ConfigError(f'rule "{id}" has no kind')
    return tuple(Kind(str(name)) for name in names)

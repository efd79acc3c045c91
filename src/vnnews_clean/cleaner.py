"""`Cleaner`: the only place that knows the order of the stages.

``source ─ repair ─ read ─▶ Document ─ rules ─▶ labels ─ policy ─▶ removals ─ render ─▶ Result``

What is left of a text is read once more, and again, until no rule finds anything to cut: so
cleaning a cleaned text changes nothing. A text that needs no cutting is read once.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from .errors import ConfigError
from .model import BOILERPLATE, Document, Label, Removal
from .phrases import Lexicon, builtin
from .policy import Policy, are_sure, decide, preset, stages, union
from .read.dialect import check, read_text
from .read.repair import Mode, Repaired, repair
from .render import Rendering, render, rendered_blocks
from .result import Result
from .rule import Rule
from .rules import TABLE
from .ruleset import RuleSet, installed, run
from .sites import SiteIndex
from .sites import index as site_index
from .textkey import key
from .units import whole
from .version import __version__

MAX_READINGS: Final = 24
"""Bound on re-readings of one text: far above what any text needs (the corpus: 4), so linear."""


@dataclass(frozen=True, kw_only=True)
class Cleaner:
    """Cleans texts and pages in one way. Immutable, thread-safe, picklable, hashable.

    `policy`
        ``light`` (only what cannot be anything else), ``article`` or ``body`` (editorial lines
        such as captions, bylines and credits are cut too).
    `select`, `ignore`
        rule ids or family prefixes (``teaser``) to run, and not to run.
    `keep`, `drop`
        kinds or families to keep or to cut besides what the policy says.
    `rules`
        rules of your own, besides the built-in and the installed ones.
    `phrases`
        more phrases for groups of the lexicon, by group id.
    `sites`
        packs of publishers' markup to use, by name; ``None`` means all, ``()`` none.
    `repair`
        ``auto`` mends encodings and stray characters, ``off`` leaves the text as it is.
    `dialect`
        how texts were written down, ``markdown`` say; ``None`` tells it from each text.

    Sequences are kept as tuples. Raises `ConfigError` when made, never when used.
    """

    policy: str = "article"
    select: Sequence[str] | None = None
    ignore: Sequence[str] = ()
    keep: Sequence[str] = ()
    drop: Sequence[str] = ()
    rules: Sequence[Rule] = ()
    phrases: Mapping[str, Sequence[str]] = field(default_factory=dict, hash=False)
    sites: Sequence[str] | None = None
    repair: Mode = "auto"
    dialect: str | None = None

    def __post_init__(self) -> None:
        for name in ("select", "ignore", "keep", "drop", "rules", "sites"):
            value = getattr(self, name)
            if isinstance(value, str):
                raise ConfigError(f"{name} is a list of names, not one string: {value!r}")
            if value is not None:
                object.__setattr__(self, name, tuple(value))
        if self.repair not in ("auto", "off"):
            raise ConfigError(f'repair is "auto" or "off", not {self.repair!r}')
        if self.dialect is not None:
            check(self.dialect)
        _ = (
            self._policy,
            self._rules,
            self._lexicon,
            self._sites,
        )  # wrong names are errors now, not later

    def clean(self, text: str | bytes) -> Result:
        """Clean a text dump: lines, or one flat line. Never raises on any str or bytes."""
        return self._decide(self.read(text))

    def clean_html(self, html: str | bytes, url: str | None = None) -> Result:
        """Clean a page. `url` is where it came from, if that is known: a hint, never fetched.

        Never raises on any str or bytes; bytes are decoded by BOM, by what the page declares, as
        UTF-8. What is no article says so by ``result.document_type``.
        """
        from .read.page import read_html  # noqa: PLC0415 - text needs none of it

        document = read_html(html, self._sites, url or "", self.repair)
        return self._decide(self._indexed(document))

    def read(self, text: str | bytes) -> Document:
        """The document that the rules see, without running them."""
        return self._read(repair(text, self.repair))

    @cached_property
    def fingerprint(self) -> str:
        """Hex digest of everything that can change an output: version, rules, phrases, settings."""
        parts = [
            __version__,
            *(f"{r.id}\0{','.join(r.kinds)}" for r in self._rules),
            *(
                repr((name, group.where, group.phrases, sorted(group.acts), group.like))
                for name, group in sorted(self._lexicon.groups.items())
            ),
            repr((self._policy.name, sorted(self._policy.cut), self._policy.floor)),
            repr((self.sites, self.repair, self.dialect)),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def __getstate__(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @cached_property
    def _policy(self) -> Policy:
        return preset(self.policy).with_kinds(self.keep, self.drop)

    @cached_property
    def _stages(self) -> tuple[Policy, ...]:
        return stages(self._policy)

    @cached_property
    def _rules(self) -> RuleSet:
        every = [*TABLE, *installed(), *self.rules]
        if twice := sorted(i for i, n in Counter(r.id for r in every).items() if n > 1):
            raise ConfigError(f"two rules have the same id: {', '.join(twice)}")
        return RuleSet(every).selected(self.select, self.ignore)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return builtin().extended(self.phrases) if self.phrases else builtin()

    @cached_property
    def _sites(self) -> SiteIndex:
        return site_index(None if self.sites is None else tuple(self.sites))

    @cached_property
    def _page_rules(self) -> RuleSet:
        """The rules that read markup: on a page they go first, and alone see what is no article."""
        return RuleSet(r for r in self._rules if r.needs == "markup")

    @cached_property
    def _line_rules(self) -> RuleSet:
        """The other rules, which read on what those have left of a page."""
        return RuleSet(r for r in self._rules if r.needs != "markup")

    def _read(self, mended: Repaired) -> Document:
        """The lines of a text, keyed, with the lexicon's phrases looked up."""
        reading = read_text(mended.text, self.dialect)
        folded = key(reading.view)
        return Document(
            text=mended.text,
            key=folded,
            blocks=reading.blocks,
            source=mended.source,
            edits=mended.edits,
            hits=self._lexicon.hits(reading.view, folded, reading.blocks),
            diagnostics=mended.diagnostics,
            view=reading.view,
            dialect=reading.dialect,
            units=reading.units,
        )

    def _indexed(self, document: Document) -> Document:
        """`document` with the lexicon's phrases looked up."""
        return replace(
            document, hits=self._lexicon.hits(document.view, document.key, document.blocks)
        )

    def _decide(self, document: Document) -> Result:
        if document.markup:
            labels = run(self._page_rules.removing, document)
        else:
            labels = self._labels(document)
        removals, later, rendering = self._settle(document, labels)
        labels = sorted([*labels, *later])
        return Result(document, labels, tuple(removals), rendering, self._rules)

    def _labels(self, document: Document) -> list[Label]:
        """The labels that can matter to the policy; names of kept text only where they can."""
        rules = self._line_rules if document.markup else self._rules
        labels = run(rules.removing, document)
        if not are_sure(labels) or not self._policy.cut <= BOILERPLATE:
            labels = sorted([*labels, *run(self._rules.protecting, document)])
        return labels

    def _rest(self, document: Document, rendering: Rendering) -> Document:
        """What is left of `document`, to be read again. The blocks of a page stay what they were."""
        if not document.markup:
            return self._read(Repaired(rendering.text, rendering.text))
        rest = replace(
            document,
            text=rendering.text,
            view=rendering.text,
            key=key(rendering.text),
            blocks=rendered_blocks(document, rendering),
            source=rendering.text,
            edits=(),
        )
        return self._indexed(rest)

    def _settle(
        self, document: Document, labels: Sequence[Label]
    ) -> tuple[list[Removal], list[Label], Rendering]:
        """Cut and read again what is left, until nothing more is found.

        Every stage of the policy comes to its own rest before the next begins, which makes the
        presets monotone and each of them idempotent. Returns the removals, the labels that later
        readings added, and what is left.
        """
        removals: list[Removal] = []
        later: list[Label] = []
        if not labels and not document.markup:
            return removals, later, render(document, removals)
        rest, rendering, labelled = document, None, labels
        for policy in self._stages:
            found = whole(document, decide(labels, policy))
            for _ in range(MAX_READINGS):
                merged = union(removals, found)
                unread = document.markup and rendering is None  # by the line rules
                if merged != removals or unread:
                    removals = merged
                    rendering = render(document, removals)
                    rest = self._rest(document, rendering)
                    labelled = self._labels(rest)
                if rendering is None:
                    break
                found = [_moved(r, rendering) for r in whole(rest, decide(labelled, policy))]
                if not found:
                    break
                later += [Label(r.start, r.end, r.kind, rule) for r in found for rule in r.rules]
        return removals, later, self._settled(document, rest, rendering)

    def _settled(
        self, document: Document, rest: Document, rendering: Rendering | None
    ) -> Rendering:
        """The rendering of what is left; `rest` is how that reads. Where it has lost the dialect
        whose layout was kept, it is laid out as what it reads as now.
        """
        if rendering is None:
            return render(document, [])
        if document.keeps_layout and not rest.keeps_layout:
            return rendering.then(render(rest, []))
        return rendering


def _moved(removal: Removal, rendering: Rendering) -> Removal:
    """A removal of a later reading, in the offsets of the document that was rendered."""
    start, end = rendering.source_span(removal.start, removal.end)
    return removal._replace(start=start, end=end)

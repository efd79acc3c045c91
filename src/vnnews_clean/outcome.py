"""What a cleaner gives back: the article, and the reason for every piece that is gone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from .edits import undo
from .errors import counted
from .metadata import collect
from .model import Block, Document, DocumentType, Evidence, Label, Metadata, Removal
from .render import Piece, Rendering, kept_blocks
from .ruleset import RuleSet, run


class Outcome:
    """The outcome of one cleaning. Offsets of `labels` and `removals` index ``document.text``.

    `labels` and what is derived from it are worked out when first asked for.
    """

    def __init__(
        self,
        document: Document,
        labels: Sequence[Label],
        removals: tuple[Removal, ...],
        rendering: Rendering,
        rules: RuleSet,
    ) -> None:
        self.document = document
        self.removals = removals
        """What was cut: sorted, disjoint; with the kept text it covers every non-space character."""
        self._labels = labels
        self._rendering = rendering
        self._rules = rules

    def __repr__(self) -> str:
        kept, cut = counted(len(self.text), "character"), counted(len(self.removals), "removal")
        return f"<{type(self).__name__}: {kept} kept, {cut}>"

    def __getstate__(self) -> dict[str, object]:
        """Worked-out labels instead of the rules that would find them."""
        return {
            **self.__dict__,
            "_labels": self.labels,
            "labels": self.labels,
            "reasons": self.reasons,
            "_rules": RuleSet(()),
        }

    @property
    def text(self) -> str:
        """The article."""
        return self._rendering.text

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Where the runs of `text` came from."""
        return self._rendering.pieces

    @property
    def title(self) -> str:
        return self.metadata.title

    @property
    def document_type(self) -> DocumentType:
        """``article``, ``index`` or ``other``; `document.type_reason` says why."""
        return self.document.document_type

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Everything that the rules found, kept or cut, sorted."""
        known = self._labels
        return tuple(sorted({*known, *run(self._rules.describing, self.document, known)}))

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Rule id → the rule's summary, for every rule that found anything."""
        ids = {label.rule for label in self.labels}
        return {rule.id: rule.summary for rule in self._rules if rule.id in ids}

    def evidence(self, removal: Removal) -> tuple[Evidence, ...]:
        """What woke the rules that agreed to `removal`, each once."""
        found: dict[Evidence, None] = {}
        for rule in removal.rules:
            labels = self._by_rule.get(rule, [])
            for label in labels[bisect_right(labels, removal.start, key=lambda x: x.end) :]:
                if label.start >= removal.end:
                    break
                found.setdefault(label.evidence)
        return tuple(found)

    @cached_property
    def _by_rule(self) -> dict[str, list[Label]]:
        """Labels by rule: those of one rule are disjoint, so their ends are sorted as well."""
        labels: dict[str, list[Label]] = {}
        for label in self.labels:
            labels.setdefault(label.rule, []).append(label)
        return labels

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of which anything was kept."""
        return kept_blocks(self.document, self._rendering)

    @cached_property
    def metadata(self) -> Metadata:
        """Title, authors, dates, source …, from the markup and from what is labelled."""
        return collect(self.document, self.labels, self.removals)

    def restore(self) -> str:
        """The source, with every repair undone; of a page, the text that its markup holds."""
        return undo(self.document.text, self.document.edits)

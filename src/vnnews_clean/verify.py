"""What is left after the cut is read once more: so cleaning a cleaned text changes nothing.

One such reading is enough for nearly every text: of 2,000 articles two needed a second. Rules of
one's own see a document once: "the first line" removes one line, not every line in turn.

Where what is left would be repaired, since the cut put two halves of a sign side by side or took away
what spoke against one, the cut is not made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from .glance import unusual
from .model import Document, Label, Removal
from .policy import ARTICLE, LIGHT, Policy, decide, stages, union
from .read.repair.exploded import FEWEST
from .render import Rendering, render, standing
from .units import whole

MAX_READINGS: Final = 6
"""Bound on readings of what is left, for each stage of a policy: so the whole stays linear."""
SMALL: Final = 100_000
"""Characters that may be read besides: a list that goes line by line goes to its end in a small text."""

Again = Callable[[Document, Rendering, bool], tuple[Document, list[Label]]]
"""Reads what is left of a document; the flag is true for the first such reading."""
Sound = Callable[[str, str], bool]
"""Whether a text with these unusual characters needs no repair."""


@dataclass(slots=True)
class Settled:
    """What is cut from `document`, and what is left: grows while it is worked on."""

    document: Document
    labels: Sequence[Label]
    """Those of the first reading."""
    again: Again
    removals: list[Removal] = field(default_factory=list)
    later: list[Label] = field(default_factory=list)
    """Labels that later readings added, in the offsets of `document`."""
    rendering: Rendering | None = None
    """What is left; ``None`` while nothing was cut."""
    rest: Document | None = None
    """How that reads."""
    reread: Sequence[Label] = ()
    """The labels of `rest`."""

    def copy(self) -> Settled:
        """All this as it is now, while this one goes on."""
        removals, later = [*self.removals], [*self.later]
        found = self.rendering, self.rest, self.reread
        return Settled(self.document, self.labels, self.again, removals, later, *found)

    @property
    def most(self) -> int:
        """Readings of what is left, at most."""
        return MAX_READINGS + SMALL // max(1, len(self.document.text))

    def cut(self, found: Sequence[Removal], *, unread: bool = False) -> None:
        """Cut `found` as well, and read what is left; if `unread`, even if nothing is cut."""
        merged = union(self.removals, found)
        if merged != self.removals or unread:
            first = self.rendering is None
            self.removals = merged
            self._read(render(self.document, merged), first=first)

    def _read(self, rendering: Rendering, *, first: bool) -> None:
        """Read what is left as it will be laid out. A text is laid out as what is left of it reads:
        that may have lost the dialect whose layout was kept, or the lines that were read as one.
        """
        self.rendering = rendering
        for _ in range(MAX_READINGS):
            self.rest, self.reread = self.again(self.document, self.rendering, first)
            if self.document.markup:  # for speed: it is laid out as it was
                return
            again = render(self.rest, [])
            if again.text == self.rendering.text:
                return
            self.rendering = self.rendering.then(again)

    def readings(self, policy: Policy) -> Iterator[list[Removal]]:
        """What `policy` cuts, reading by reading, until nothing is left to cut."""
        unread = self.document.markup and self.rendering is None  # by the rules for lines
        found = whole(self.document, decide(self.labels, policy))
        for _ in range(self.most):
            yield found
            self.cut(found, unread=unread)
            unread = False
            if self.rendering is None or self.rest is None:
                return
            found = self._moved(decide(self.reread, policy))
            if union(self.removals, found) == self.removals:  # for speed: nothing more will be
                return
            self.later += self._later(policy)

    def certain(self) -> list[Removal]:
        """What the readings for `article` are sure of."""
        certain = whole(self.document, decide(self.labels, LIGHT))
        for reading, _ in enumerate(self.readings(ARTICLE)):
            if reading:
                certain = union(certain, self._moved(decide(self.reread, LIGHT)))
        return certain

    def still_certain(self) -> list[Removal]:
        """What they are sure of in what is left, in the offsets of the document."""
        assert self.rest
        self.later += self._later(LIGHT)
        rest = Settled(self.rest, self.reread, self.again)
        return self._moved(rest.certain())

    def _later(self, policy: Policy) -> Iterator[Label]:
        """The labels of the last reading that `policy` acts on, in the offsets of the document."""
        assert self.rendering
        for label in self.reread:
            if label.kind in policy.cut and label.confidence >= policy.floor:
                start, end = self.rendering.source_span(label.start, label.end)
                if start < end:
                    yield label._replace(start=start, end=end)

    def _moved(self, removals: list[Removal]) -> list[Removal]:
        """Removals of the last reading, in the offsets of the document."""
        assert self.rest
        assert self.rendering
        spans = [
            (r, self.rendering.source_span(r.start, r.end)) for r in whole(self.rest, removals)
        ]
        return [r._replace(start=start, end=end) for r, (start, end) in spans if start < end]

    def drop(self, named: Sequence[Label]) -> None:
        """Cut what has these names as well. Nothing is read again: what is left would be named anew."""
        if named:
            spans = [Removal(x.start, x.end, x.kind, (x.rule,)) for x in named]
            self.removals, self.rest = union(self.removals, spans), None

    def left(self, sound: Sound) -> Rendering:
        """The rendering of what is left."""
        if self.rendering is not None and self.rest is not None:
            return self.rendering
        if self.removals:
            return render(self.document, self.removals)
        return uncut(self.document, sound)


def uncut(document: Document, sound: Sound) -> Rendering:
    """All of `document`, laid out so that nothing of it would be repaired.

    Where a text is too unlike prose to be taken for one that was written one character a line, the
    spaces that it loses when it is laid out would part it into pieces that are.
    """
    left = render(document, ())
    could = not document.markup and len(document.blocks) >= FEWEST and left.text != document.text
    return standing(document) if could and not sound(left.text, unusual(left.text)) else left


def settle(
    document: Document, labels: Sequence[Label], policy: Policy, again: Again, sound: Sound
) -> Settled:
    """Cut what `policy` cuts, and read what is left until nothing more is found.

    Presets are monotone: `body` begins with what `article` cuts, and `light` cuts what in the
    readings of `article` was sure. What is left is `sound`, or nothing is cut.
    """
    if policy == LIGHT:
        return _lightly(document, labels, again, sound)
    settled = Settled(document, labels, again)
    for stage in stages(policy):
        before = settled.copy()
        for _ in settled.readings(stage):
            pass
        if not _is_sound(settled, sound):
            return before
    return settled


def _lightly(document: Document, labels: Sequence[Label], again: Again, sound: Sound) -> Settled:
    """Cut what the readings of `article` are sure of, then what those of the rest are sure of.

    A milder preset never cuts more: where there is no end to it inside of what `article` cuts,
    nothing is cut. Rules of one's own have seen all when the readings of `article` are done.
    """

    def shipped(document: Document, rendering: Rendering, _: bool) -> tuple[Document, list[Label]]:
        return again(document, rendering, False)  # noqa: FBT003 - as `Again` has it

    article = Settled(document, labels, again)
    certain = article.certain()
    settled = Settled(document, labels, shipped, later=_sure(article.later))
    for _ in range(MAX_READINGS if _is_sound(article, sound) else 0):
        settled.cut(certain)
        if settled.rest is None:
            return settled
        certain = settled.still_certain()
        if not certain and _is_sound(settled, sound):
            return settled
        if not certain or union(article.removals, certain) != article.removals:
            break
    return Settled(document, labels, again)


def _is_sound(settled: Settled, sound: Sound) -> bool:
    """Whether what is left of a text needs no repair; of a page nothing is asked."""
    left, rest = settled.rendering, settled.rest
    if left is None or settled.document.markup:
        return True
    is_read = rest is not None and rest.text is left.text
    return sound(left.text, rest.odd if rest and is_read else unusual(left.text))


def _sure(labels: Sequence[Label]) -> list[Label]:
    return [label for label in labels if label.confidence >= LIGHT.floor]

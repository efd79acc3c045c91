"""What was learnt, written down for a person to review."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final, NamedTuple, get_args

from ..learned import KINDS, Place, Span
from .judge import Verdict, judge
from .mine import Repeat, repeats
from .sketch import Sketch

LEAST: Final = 3
"""Documents that must have a phrase, where nothing else is said."""
_STRAY: Final = 0.1
"""Share of its documents below which a place is an accident: a phrase is not cut there."""
_HEAD: Final = """\
# What publishers print again and again in texts that are cleaned already, for a person to review.
# The first would take away most. Nothing is cut until its `cut` is true; then only in documents of
# that publisher, as a whole line ("line") or between sentences ("part"), and only at these places.
# Use it as  learned = ["this-file.toml"]  or  --learned this-file.toml
"""


class Finding(NamedTuple):
    """A repeated phrase of a publisher, and what it probably is."""

    publisher: str
    repeat: Repeat
    verdict: Verdict
    share: float
    """Of the publisher's documents that have it."""

    @property
    def proposed(self) -> bool:
        """Whether it may be cut at all: it is a kind of boilerplate."""
        return self.verdict.kind in KINDS

    @property
    def span(self) -> Span:
        """``line`` only where it was always a line: then it is looked for more strictly."""
        return "part" if self.repeat.spans["part"] else "line"

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stood in more documents than by accident."""
        stood, least = self.repeat.places, _STRAY * self.repeat.documents
        return tuple(place for place in get_args(Place) if stood[place] >= least)

    @property
    def weight(self) -> int:
        """Characters that cutting it would take from the documents that were looked at."""
        return self.repeat.documents * len(self.repeat.phrase)


def findings(sketch: Sketch, least: int = LEAST) -> list[Finding]:
    """What every publisher of `sketch` repeats; what would take away most, and may, comes first."""
    found: list[Finding] = []
    for publisher in sketch.publishers():
        repeated, documents = repeats(sketch.samples(publisher), least)
        found += [Finding(publisher, r, judge(r), r.documents / documents) for r in repeated]
    return sorted(found, key=lambda f: (not f.proposed, -f.weight, f.publisher, f.repeat.key))


def as_toml(found: Iterable[Finding], accept: float | None = None) -> str:
    """The file. What is proposed with a confidence of at least `accept` is to be cut."""
    return "\n".join([_HEAD, *(_entry(finding, accept) for finding in found)])


def _entry(finding: Finding, accept: float | None) -> str:
    repeat, verdict = finding.repeat, finding.verdict
    accepted = finding.proposed and accept is not None and verdict.confidence >= accept
    return "\n".join(
        [
            "[[phrase]]",
            f"publisher = {_string(finding.publisher)}",
            f"phrase = {_string(repeat.phrase)}",
            f"cut = {str(accepted).lower()}",
            f"kind = {_string(verdict.kind)}",
            f"confidence = {verdict.confidence:.2f}",
            f"documents = {repeat.documents}",
            f"share = {finding.share:.4f}",
            f"span = {_string(finding.span)}",
            f"places = [{', '.join(map(_string, finding.places))}]",
            "examples = [",
            *(f"    {_string(f'{e.before}⟦{e.phrase}⟧{e.after}')}," for e in repeat.examples),
            "]\n",
        ]
    )


def _string(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

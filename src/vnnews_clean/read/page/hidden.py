"""The rest of an article that a button shows: hidden, but none of what is hidden otherwise."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from .dom import Page
from .layout import HIDDEN, Layout
from .lines import Line
from .prose import ENDS, PROSE

PARAGRAPHS: Final = 2
"""Lines of prose of the shortest rest."""


def hidden_rest(
    page: Page, layout: Layout, lines: Sequence[Line], inside: Sequence[bool]
) -> Collection[int]:
    """Hidden elements that go on with the article, which a button would show.

    They stand beside its paragraphs and hold more of them; a copy for other screens says the same,
    a dialogue asks for something.
    """
    hidden = [
        e for e in page.folded if layout.own[e] == HIDDEN and inside[page.parents[e]] and inside[e]
    ]
    if not hidden:
        return ()
    prose = [x for x in lines if inside[x.element] and x.prose]
    beside = {page.parents[x.element] for x in prose}
    shown = "\n".join([x.text for x in prose])
    texts = {run[0]: run[3] for run in page.runs if run[0] in hidden}
    return [
        element
        for element, text in texts.items()
        if page.parents[element] in beside and _goes_on(text, shown)
    ]


def _goes_on(text: str, shown: str) -> bool:
    """Whether the lines of a folded box are paragraphs, none of which is `shown` already."""
    said = [s for s in text.split("\n") if len(s) >= PROSE and s.endswith(ENDS)]
    return len(said) >= PARAGRAPHS and not any(s in shown for s in said)

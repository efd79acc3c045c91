"""The rest of an article that a button shows: hidden, but none of what is hidden otherwise."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from ...model import HEADINGS
from .dom import Page
from .layout import HIDDEN, Layout
from .lines import Line
from .prose import ENDS, PROSE
from .toggles import may_open

PARAGRAPHS: Final = 2
"""Lines of prose of the shortest rest."""
PANELS: Final = 2
"""Hidden answers, each below what opens it, of the shortest list of them."""


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
    panels = {e for e in _opened(page, lines) if e in texts and _says_more(texts[e], shown)}
    return [
        element
        for element, text in texts.items()
        if (page.parents[element] in beside and _goes_on(text, shown))
        or (element in panels and len(panels) >= PANELS)
    ]


def _opened(page: Page, lines: Sequence[Line]) -> set[int]:
    """The hidden elements right below a heading, or a link that leads nowhere."""
    return {
        below.element
        for line, below in pairwise(lines)
        if below.folded
        and below.role == HIDDEN
        and not line.folded
        and (page.tags[line.element] in HEADINGS or may_open(page, line))
    }


def _goes_on(text: str, shown: str) -> bool:
    """Whether the lines of a folded box are paragraphs, none of which is `shown` already."""
    said = _said(text)
    return len(said) >= PARAGRAPHS and not any(s in shown for s in said)


def _says_more(text: str, shown: str) -> bool:
    """Whether a folded box has a sentence, and nothing that is `shown` already."""
    said = _said(text)
    return bool(said) and not any(s in shown for s in said)


def _said(text: str) -> list[str]:
    return [s for s in text.split("\n") if len(s) >= PROSE and s.endswith(ENDS)]

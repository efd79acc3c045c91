"""The words of the house: blocks, documents, labels, removals.

Everything here is immutable and knows nothing of reading, rules or output.
All offsets are code-point offsets into ``Document.text``, half-open ``[start, end)``,
unless a docstring says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final, Literal, NamedTuple

from .cached import cached
from .evidence import Evidence, Hits
from .glance import unusual
from .kinds import BOILERPLATE, CONTENT, EDITORIAL, Family, Kind
from .line import Block, Line
from .outline import outline
from .patterns import pattern
from .seen import Outline, Shown, Spelling

__all__ = [
    "BOILERPLATE",
    "CONTENT",
    "EDITORIAL",
    "GUESS",
    "HEADER_WORDS",
    "HEADINGS",
    "LIKELY",
    "LINKED",
    "NAMED",
    "SURE",
    "WHOLLY",
    "Block",
    "Document",
    "DocumentType",
    "Edit",
    "Evidence",
    "Family",
    "Hits",
    "Kind",
    "Label",
    "Line",
    "Mark",
    "Metadata",
    "Removal",
]

SURE: Final = 1.0
"""Confidence of a phenomenon that cannot be anything else: an explicit box, a machine's line."""
LIKELY: Final = 0.9
"""Confidence of a phenomenon known by two independent signs (phrase and position, say)."""
GUESS: Final = 0.6
"""Confidence of a phenomenon known by its surroundings only."""
NAMED: Final = 0.4
"""Confidence of what is named and never cut: below the floor of every policy."""

LINKED: Final = 0.5
"""Share of linked characters from which on a line is a link."""
WHOLLY: Final = 0.9
"""Share of linked characters from which on a line is nothing but a link."""
HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))
"""Elements that head a part of a page; its own headline has a larger one."""
HEADER_WORDS: Final = 12
"""The longest header of a box of a page."""


class Edit(NamedTuple):
    """One repair of the source: ``source[start:end]`` (== `original`) became `replacement`.

    `start` and `end` index the *source*, not ``Document.text``. Edits of a document are
    sorted and disjoint.
    """

    start: int
    end: int
    original: str
    replacement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is labelled about an article. Dates are ISO 8601, with zone where the page gives one."""

    title: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    date: str = ""
    """The date as the crawler or the page prints it, when that is all there is."""
    publisher: str = ""
    source: str = ""
    """The agency or paper that the article credits: ``AFP`` of ``(theo AFP)``."""
    section: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    """Canonical URL."""
    image: str = ""
    """URL of the lead image."""
    license: str = ""
    """Under which the page says that it may be used: a URL, or what it is called."""

    def as_dict(self) -> dict[str, str | list[str]]:
        """The fields that are known, tuples as lists, ready for JSON."""
        found: dict[str, str | list[str]] = {}
        for name in self.__slots__:
            value = getattr(self, name)
            if value:
                found[name] = list(value) if isinstance(value, tuple) else value
        return found


DocumentType = Literal["article", "index", "other"]


_SPACE_BEFORE_STOP: Final = pattern(r" ([,.;:!?…)](?!\.))")
"""Left where the mark of a link or of an emphasis stood."""
PLAIN: Final = frozenset({"plain", "flat"})
"""Dialects without signs of a tool."""
LAYOUTS: Final = frozenset({"wrapped", "browser", "markdown"})
"""Dialects in which indents and empty lines mean something: what is kept of them stays as it was."""


def collapsed(text: str) -> str:
    """`text` with one space for each run of white space, and none before a stop."""
    if "  " in text or "\t" in text:
        text = " ".join(text.split())
    if " ." in text or " ," in text or " :" in text or " )" in text or " ?" in text:
        text = _SPACE_BEFORE_STOP.sub(r"\1", text)
    return text


@dataclass(frozen=True)
class Document:
    """A text that rules can read: repaired, keyed, split into blocks."""

    text: str
    """The repaired text. Labels and removals index this."""
    key: str
    """`view` folded for matching; same length, so an offset means the same in both."""
    blocks: tuple[Block, ...]
    """In reading order, disjoint; every non-space character of `text` is in exactly one `whole`."""
    source: str = ""
    """What came in, after decoding."""
    edits: Sequence[Edit] = ()
    """How `text` came from `source`."""
    hits: Hits = field(default_factory=Hits)
    """Phrases of the lexicon seen here, by group id, in reading order."""
    metadata: Metadata = Metadata()
    """What the markup says of the article; empty for text."""
    markup: bool = False
    """True where the blocks come from HTML."""
    document_type: DocumentType = "article"
    """What the page is; a text is always an ``article``."""
    type_reason: str = ""
    """What says so, in words; mostly empty for an ``article``."""
    diagnostics: tuple[str, ...] = ()
    """Remarks of the readers: a guard that stepped in, disguised text, an encoding converted."""
    view: str = ""
    """What a reader sees of `text`; same length. The marks of a dialect and the line breaks inside
    a logical line are spaces. The same object as `text` where nothing differs."""
    dialect: str = "plain"
    """How the text was written down, ``markdown`` say; two at once are joined by ``+``."""
    units: tuple[tuple[int, int], ...] = ()
    """Spans that are cut whole or not at all, such as a link with its target; sorted, disjoint."""
    is_in_one_line: bool = False
    """True for a whole page in one line, of which the blocks are parts."""
    publisher: str = ""
    """Whose document it is: the host of its address without ``www.``; empty where nobody said."""
    seen: Shown | None = field(default=None, compare=False, repr=False)
    """What a look at it saw, where there was one."""
    left_of: Document | None = field(default=None, compare=False, repr=False)
    """The document of which this is what is left: up to the first cut, its lines are known."""

    def __post_init__(self) -> None:
        if not self.view:
            object.__setattr__(self, "view", self.text)

    def __getstate__(self) -> dict[str, object]:
        """The fields; what is worked out from them is worked out again, and so is what was seen."""
        fields = {name: self.__dict__[name] for name in self.__dataclass_fields__}
        return {**fields, "seen": None, "left_of": None}

    @cached
    def lines(self) -> tuple[Line, ...]:
        """The blocks as rules read them, each with its shape; index as in `blocks`."""
        text_of, key_of, known = self.text_of, self.key_of, self._known_lines()
        blocks = self.blocks[len(known) :]
        new = [Line(i, x, text_of(x), key_of(x)) for i, x in enumerate(blocks, len(known))]
        return (*known, *new)

    def _known_lines(self) -> tuple[Line, ...]:
        """The lines above the first cut: for speed, they are told what they look like once."""
        before = self.left_of
        if before is None or (before.view is before.text) != (self.view is self.text):
            return ()
        pairs = zip(self.blocks, before.blocks, strict=False)
        count = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        end = self.blocks[count - 1].end if count else 0
        same = self.view[:end] == before.view[:end] and self.key[:end] == before.key[:end]
        return before.lines[:count] if same else ()

    @property
    def odd(self) -> str:
        """The characters of `text` that plain prose has not: see `glance.unusual`."""
        return self._unusual if self.seen is None else self.seen.odd

    @property
    def spelled(self) -> Sequence[Spelling] | None:
        """Of the words that are looked for in every text, those that stand in this one; ``None`` where
        nobody has looked.
        """
        return self.seen.spelled if self.seen else None

    @cached
    def _unusual(self) -> str:
        return unusual(self.text)

    @cached
    def outline(self) -> Outline:
        """What the edges of the lines are like."""
        return self.seen.outline if self.seen else outline(self.view, self.key, self.blocks)

    @property
    def is_shown(self) -> bool:
        """Whether signs hold: somebody has looked at the lines as rules read them, or they stand so."""
        return self.seen is not None or self.view is self.text

    def text_of(self, block: Block) -> str:
        """What a reader sees of `block`, runs of white space collapsed, none before a stop."""
        if self.view is self.text:
            return self.text[block.start : block.end]
        return collapsed(self.view[block.start : block.end])

    def key_of(self, block: Block) -> str:
        """`text_of`, folded for matching."""
        if self.view is self.text:
            return self.key[block.start : block.end]
        return collapsed(self.key[block.start : block.end])

    @property
    def keeps_layout(self) -> bool:
        """True where indents and empty lines mean something, or blocks stand in one line."""
        if self.dialect == "plain":
            return False
        return self.is_in_one_line or not LAYOUTS.isdisjoint(self.dialect.split("+"))


class Mark(NamedTuple):
    """What a rule yields: a span of ``Document.text``, how sure it is, and the kind.

    `start` and `end` count code points, `end` is behind the last one. `confidence` goes from 0 to
    1, which is certain: see `SURE`, `LIKELY`, `GUESS`. `kind` is only needed where a rule has
    several; ``None`` means the rule's first. `evidence` is what woke the rule; where none is
    given, its code is.
    """

    start: int
    end: int
    confidence: float = SURE
    kind: Kind | None = None
    evidence: Evidence = Evidence()


class Label(NamedTuple):
    """A span of ``Document.text``, what it is, which rule says so, and how sure it is.

    `start` and `end` count code points, `end` is behind the last one; `confidence` goes from 0 to 1.
    """

    start: int
    end: int
    kind: Kind
    rule: str
    confidence: float = SURE
    evidence: Evidence = Evidence()


class Removal(NamedTuple):
    """A span of ``Document.text`` that the policy cuts, with the rules that agreed.

    `start` and `end` count code points, `end` is behind the last one. `rules` are ids, the one that
    decided the `kind` first.
    """

    start: int
    end: int
    kind: Kind
    rules: tuple[str, ...]

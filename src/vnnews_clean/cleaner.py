"""`Cleaner`: the only place that knows the order of the stages.

``source ─ repair ─ read ─▶ Document ─ rules ─▶ labels ─ policy ─▶ removals ─ render ─▶ Result``

What is left of a text is read once more (see `verify`): so cleaning a cleaned text changes nothing.
A text that needs no cutting is read once.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from os import PathLike

from .checks import check_document, listed
from .errors import ConfigError
from .learned import Phrasebook, learned_rules, phrasebooks, publisher_of
from .model import BOILERPLATE, CONTENT, PLAIN, Document, Label
from .phrases import Lexicon, builtin
from .policy import Policy, PolicyName, are_sure, preset
from .read.dialect import check, read_text
from .read.repair import ASKED, Mode, Repaired, is_sound, repair
from .read.segmented import PARTED
from .render import Rendering, rendered_blocks
from .result import Result
from .rule import Rule
from .rulefile import expanded
from .rules import TABLE
from .ruleset import RuleSet, installed, run
from .scan import Scanner
from .seen import Glimpse, Seen, Shown
from .sites import SiteIndex
from .sites import index as site_index
from .verify import settle, uncut
from .version import __version__
from .waking import spelled_by


@dataclass(frozen=True, kw_only=True)
class Cleaner:
    """Cleans texts and pages in one way. Immutable, thread-safe, picklable, hashable.

    `policy`
        ``light`` (only what cannot be anything else), ``article`` or ``body`` (editorial lines
        such as captions, bylines and credits are cut too).
    `select`, `ignore`
        rule ids or family prefixes (``teaser``) to run, and not to run.
    `keep`, `drop`
        kinds or families to keep or to cut besides what the policy says; kinds of content
        (``heading``, ``list``) go by what structure and markup name so.
    `rules`
        rules of your own, besides the built-in and the installed ones: functions, and ``.toml``
        files of rows (see `vnnews_clean.rulefile`).
    `phrases`
        more phrases for groups of the lexicon, by group id, and groups of one's own, such as
        ``{"mine.header": {"like": "related.header", "phrases": ["tin cùng bản"]}}``.
    `sites`
        packs of publishers' markup to use, by name, and ``.toml`` files with packs of one's own;
        ``None`` means all that ship, ``()`` none.
    `repair`
        ``auto`` mends encodings and stray characters, ``off`` leaves the text as it is.
    `dialect`
        how texts were written down, ``markdown`` say; ``None`` tells it from each text.
    `learned`
        files of phrases that publishers repeat, made by ``vnnews-clean learn`` and reviewed.

    Sequences are kept as tuples. Raises `ConfigError` when made, never when used.
    """

    policy: PolicyName = "article"
    select: Sequence[str] | None = None
    ignore: Sequence[str] = ()
    keep: Sequence[str] = ()
    drop: Sequence[str] = ()
    rules: Sequence[Rule | str | PathLike[str]] = ()
    phrases: Mapping[str, Sequence[str] | Mapping[str, object]] = field(
        default_factory=dict, hash=False
    )
    sites: Sequence[str | PathLike[str]] | None = None
    repair: Mode = "auto"
    dialect: str | None = None
    learned: Sequence[str | PathLike[str] | Phrasebook] = ()

    def __post_init__(self) -> None:
        for name in ("select", "ignore", "keep", "drop", "rules", "sites"):
            value = getattr(self, name)
            if value is None and name in ("select", "sites"):
                continue
            object.__setattr__(self, name, listed(name, value))
        object.__setattr__(self, "learned", phrasebooks(self.learned))
        object.__setattr__(self, "rules", expanded(self.rules))
        if not isinstance(self.policy, str):
            raise ConfigError(f"policy is the name of a preset, not {self.policy!r}")
        if not isinstance(self.phrases, Mapping):
            raise ConfigError(f"phrases map groups to lists of phrases, not {self.phrases!r}")
        object.__setattr__(self, "phrases", copy.deepcopy(dict(self.phrases)))
        if self.repair not in ("auto", "off"):
            raise ConfigError(f'repair is "auto" or "off", not {self.repair!r}')
        if self.dialect is not None:
            check(self.dialect)
        _ = self._policy, self._rules, self._lexicon  # wrong names are errors now, not later
        if self.sites is not None:  # those that ship are right, and texts need none
            _ = self._sites
        self._rules.check_groups(self._lexicon.groups)

    def clean(self, text: str | bytes, url: str | None = None) -> Result:
        """Clean a text dump: lines, or one flat line. `url` is where it came from, or the
        publisher's host, if that is known: `learned` phrases go by it.

        Never raises on any str or bytes; anything else is a `TypeError`.
        """
        return self._decide(self.read(text, url))

    def clean_html(self, html: str | bytes, url: str | None = None) -> Result:
        """Clean a page. `url` is where it came from, if that is known: a hint, never fetched.

        Never raises on any str or bytes, and anything else is a `TypeError`; bytes are decoded by
        BOM, by what the page declares, as UTF-8. What is no article says so by
        ``result.document_type``.
        """
        from .read.page import read_html  # noqa: PLC0415 - text needs none of it

        check_document(html, url)
        document = read_html(html, self._sites, url or "", self.repair)
        if self.learned:
            document = replace(document, publisher=publisher_of(url or ""))
        return self._decide(self._indexed(document))

    def read(self, text: str | bytes, url: str | None = None) -> Document:
        """The document that the rules see, without running them."""
        check_document(text, url)
        mended = repair(text, self.repair, self._scanner)
        return self._read(mended, publisher_of(url) if url else "")

    @cached_property
    def fingerprint(self) -> str:
        """Hex digest of everything that can change an output: version, rules, phrases, settings."""
        parts = [
            __version__,
            *(f"{r.id}\0{','.join(r.kinds)}\0{'' if r.shipped else r.code}" for r in self._rules),
            self._lexicon.written,
            repr((self._policy.name, sorted(self._policy.cut), self._policy.floor)),
            repr((sorted(self._sites.packs.items()), self.repair, self.dialect)),
            repr(self.learned),
        ]
        import hashlib  # noqa: PLC0415 - loads OpenSSL

        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def __getstate__(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @cached_property
    def _policy(self) -> Policy:
        return preset(self.policy).with_kinds(self.keep, self.drop)

    @cached_property
    def _rules(self) -> RuleSet:
        own = [*installed(), *expanded(self.rules)]
        every = [*TABLE, *own, *learned_rules(phrasebooks(self.learned))]
        if twice := sorted(i for i, n in Counter(r.id for r in every).items() if n > 1):
            raise ConfigError(f"two rules have the same id: {', '.join(twice)}")
        return RuleSet(every).selected(self.select, self.ignore)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return builtin().extended(self.phrases) if self.phrases else builtin()

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self._lexicon, (*ASKED, PARTED, *spelled_by(self._rules)))

    @cached_property
    def _sites(self) -> SiteIndex:
        return site_index(self.sites)

    @cached_property
    def _page_rules(self) -> RuleSet:
        """The rules that read markup: on a page they go first, and alone see what is no article."""
        return RuleSet(r for r in self._rules if r.needs == "markup")

    @cached_property
    def _line_rules(self) -> RuleSet:
        """The other rules, which read on what those have left of a page."""
        return RuleSet(r for r in self._rules if r.needs != "markup")

    @cached_property
    def _shipped_rules(self) -> RuleSet:
        """Those of the other rules that read what is left once more."""
        return RuleSet(r for r in self._line_rules if r.shipped)

    def _read(self, mended: Repaired, publisher: str, left_of: Document | None = None) -> Document:
        """The lines of a text, keyed, with the lexicon's phrases looked up; what it is `left_of`."""
        seen = mended.seen or self._scanner(mended.text)
        reading = read_text(
            mended.text, self._lexicon, self.dialect, escaped=mended.is_escaped, seen=seen
        )
        looked: Seen = seen
        by_lines: Seen | None = seen
        shown: Shown | None = seen
        is_plain = reading.dialect in PLAIN and len(reading.blocks) == len(seen.lines)
        if reading.view is not mended.text or not is_plain:
            looked, by_lines, read = self._scanner.as_read(reading.view, reading.blocks)
            shown = read and Glimpse(seen.odd, read.spelled, read.outline)
        return Document(
            text=mended.text,
            key=looked.key,
            blocks=reading.blocks,
            source=mended.source,
            edits=mended.edits,
            hits=self._lexicon.hits(reading.view, looked.key, reading.blocks, by_lines),
            diagnostics=mended.diagnostics,
            view=reading.view,
            dialect=reading.dialect,
            units=reading.units,
            is_in_one_line=reading.is_in_one_line,
            publisher=publisher,
            seen=shown,
            left_of=left_of,
        )

    def _indexed(self, document: Document) -> Document:
        """`document` with the lexicon's phrases looked up."""
        return replace(
            document, hits=self._lexicon.hits(document.view, document.key, document.blocks)
        )

    def _decide(self, document: Document) -> Result:
        rules = self._page_rules if document.markup else self._rules
        labels = self._labels(document, rules)
        if not labels and not document.markup:  # most articles
            return Result(document, (), (), uncut(document, self._is_sound), self._rules)
        settled = settle(document, labels, self._policy, self._again, self._is_sound)
        labels = sorted([*labels, *settled.later])
        if unwanted := self._policy.cut & CONTENT:
            named = run(self._rules.describing, document, labels)
            settled.drop([label for label in named if label.kind in unwanted])
        left = settled.left(self._is_sound)
        return Result(document, labels, tuple(settled.removals), left, self._rules)

    def _labels(self, document: Document, rules: RuleSet) -> list[Label]:
        """The labels that can matter to the policy; names of kept text only where they can."""
        labels = run(rules.removing, document)
        if rules is self._page_rules:
            return labels
        if not are_sure(labels) or not self._policy.cut <= BOILERPLATE:
            labels = sorted([*labels, *run(self._rules.protecting, document)])
        return labels

    def _again(
        self, document: Document, rendering: Rendering, first: bool
    ) -> tuple[Document, list[Label]]:
        """How what is left of `document` reads, and its labels. Blocks of a page stay what they were.

        Rules of one's own see a page once: at the first reading by the rules for lines.
        """
        if document.markup:
            rest = self._left(document, rendering)
        else:
            mended = Repaired(rendering.text, rendering.text)
            rest = self._read(mended, document.publisher, document)
        rules = self._line_rules if document.markup and first else self._shipped_rules
        return rest, self._labels(rest, rules)

    def _left(self, page: Document, rendering: Rendering) -> Document:
        """What is left of a page as a document of lines that know what they were on it."""
        text, blocks = rendering.text, rendered_blocks(page, rendering)
        seen = self._scanner(text)
        by_lines = seen if len(seen.lines) == len(blocks) else None  # binaries break their lines
        return replace(
            page,
            text=text,
            view=text,
            key=seen.key,
            blocks=blocks,
            source=text,
            edits=(),
            hits=self._lexicon.hits(text, seen.key, blocks, by_lines),
            seen=by_lines,
            left_of=page,
        )

    def _is_sound(self, text: str, odd: str) -> bool:
        """Whether `text`, with these unusual characters, needs no repair."""
        return self.repair == "off" or is_sound(text, odd)

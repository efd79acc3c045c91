"""One cleaned document to look at: the whole text, what was cut in colours, and why on demand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from ..edits import mended
from ..explain import told
from ..fates import Part, Reasons, parts_of, rules_of
from ..model import Block, Kind, Removal
from ..outcome import Outcome
from .html import code, escaped, page, table

_HELP: Final = (
    "Point at a coloured run, or reach it with the tab key, to see which rule cut it and why. "
    "Keys: j and k go from cut to cut, 1 shows all, 2 what is kept, 3 what is cut."
)
_EXCERPT: Final = 200
"""Lines of the excerpt that a notebook shows."""
_WIDTH: Final = 400
"""Characters of one run in it."""
_CUT: Final = "opacity:.75;background:rgba(220,60,40,.18)"


def sheet(result: Outcome) -> str:
    """The whole document as a self-contained HTML page."""
    title = result.title or "Untitled"
    return page(f"{title} – vnnews-clean", _sections(result, title))


def excerpt(result: Outcome) -> str:
    """The first lines of the document as a fragment for notebooks: no style sheet, no script."""
    total = len(result.document.blocks)
    rows = [
        "".join(_struck(result, part) for part in parts)
        for _, parts in islice(parts_of(result), _EXCERPT)
    ]
    more = f"<p>… and {total - _EXCERPT:,} more lines</p>" if total > _EXCERPT else ""
    head = f"{len(result.text):,} characters kept, {len(result.removals):,} removals"
    lines = "".join(f"<div>{row}</div>" for row in rows)
    return f"<details open><summary>{head}</summary>{lines}{more}</details>"


def _struck(result: Outcome, part: Part) -> str:
    text = result.document.text[part.start : part.end]
    shown = escaped(text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…")
    if not isinstance(part.source, Removal):
        return shown
    why = f"{', '.join(part.source.rules)} ({part.source.kind})"
    return f'<del style="{_CUT}" title="{escaped(why)}">{shown}</del>'


def _sections(result: Outcome, title: str) -> Iterator[str]:
    lines = list(parts_of(result))
    yield f"<header><h1>{escaped(title)}</h1>"
    yield from _facts(result, lines)
    yield "</header>"
    yield from _tools(result)
    yield '<main class="document">'
    reasons = Reasons(result)
    for block, parts in lines:
        yield _line(result, block, parts, reasons)
    yield "</main>"
    yield from _rules(result)
    yield '<aside id="tip" role="status"></aside>'


def _facts(result: Outcome, lines: Sequence[tuple[Block, Sequence[Part]]]) -> Iterator[str]:
    """What is known of the document: counts, type, metadata, repairs and remarks."""
    document = result.document
    size, cut = len(document.text), sum(r.end - r.start for r in result.removals)
    share = f" ({cut / size:.1%})" if size else ""
    reason = f" ({escaped(document.type_reason)})" if document.type_reason else ""
    yield f'<p class="note">{len(lines):,} lines, {size:,} characters; {cut:,} cut{share}; '
    yield f"document type {escaped(document.document_type)}{reason}"
    yield f"; read as {escaped(document.dialect)}.</p>" if document.dialect else ".</p>"
    known = result.metadata.as_dict()
    if known:
        values = {k: v if isinstance(v, str) else ", ".join(v) for k, v in known.items()}
        rows = ([escaped(name), f"<span>{escaped(value)}</span>"] for name, value in values.items())
        yield f"<details><summary>Metadata</summary>{table(('', ''), rows)}</details>"
    repairs = Counter(edit.reason for edit in mended(document.edits))
    if repairs:
        rows = ([escaped(reason), f"{count:,}"] for reason, count in repairs.most_common())
        yield f"<details><summary>Repairs</summary>{table(('', 'places'), rows)}</details>"
    for remark in document.diagnostics:
        yield f'<p class="note">Note: {escaped(remark)}</p>'


def _tools(result: Outcome) -> Iterator[str]:
    """Switches: what is shown, and which kinds are coloured."""
    yield '<nav class="tools" aria-label="View"><fieldset><legend>Show</legend>'
    for name in ("all", "kept", "cut"):
        checked = " checked" if name == "all" else ""
        yield f'<label><input type="radio" name="view" value="{name}"{checked}>{name}</label>'
    yield "</fieldset><fieldset><legend>Kinds</legend>"
    for kind, count in Counter(removal.kind for removal in result.removals).most_common():
        box = f'<input type="checkbox" name="kind" value="{kind}" checked>'
        yield f'<label class="swatch {kind}">{box}{kind} {count:,}</label>'
    yield f'</fieldset></nav><p class="note">{_HELP}</p>'


def _line(result: Outcome, block: Block, parts: Sequence[Part], reasons: Reasons) -> str:
    fates = {part.fate for part in parts}
    classes = [
        *(["apart"] if block.gap > 1 else []),
        *(["gone"] if fates == {"dropped"} else [] if "dropped" in fates else ["whole"]),
    ]
    runs = "".join(_run(result, part, reasons) for part in parts)
    return f'<p class="{" ".join(classes)}">{runs}</p>'


def _run(result: Outcome, part: Part, reasons: Reasons) -> str:
    text = escaped(result.document.text[part.start : part.end])
    if part.source is None:
        return text
    cut = isinstance(part.source, Removal)
    kind, rules = part.source.kind, rules_of(part)
    labels = reasons.labels(part)
    sure = max((label.confidence for label in labels), default=None)
    shown = "" if sure is None else f' data-sure="{sure:g}"'
    if why := "; ".join(dict.fromkeys(told(x.evidence) for x in labels if any(x.evidence))):
        shown += f' data-why="{escaped(why)}"'
    return (
        f'<span class="{"cut" if cut else "named"} {kind}" data-kind="{kind}" tabindex="0"'
        f' data-rules="{escaped(", ".join(rules))}"{shown}>{text}</span>'
    )


def _rules(result: Outcome) -> Iterator[str]:
    """Every rule that found something: how often, what it is about, and a way to its places."""
    places: Counter[str] = Counter()
    kinds: defaultdict[str, set[Kind]] = defaultdict(set)
    for removal in result.removals:
        for rule in removal.rules:
            places[rule] += 1
            kinds[rule].add(removal.kind)
    named = sorted({label.rule for label in result.labels} - places.keys())
    yield '<section><h2>Rules</h2><ol class="rules">'
    for rule, note in [
        *((r, f"{', '.join(sorted(kinds[r]))}, {count:,}") for r, count in places.most_common()),
        *((rule, "kept") for rule in named),
    ]:
        yield f'<li id="rule-{escaped(rule)}">{code(rule)} <small>{note}</small> '
        yield f'<button type="button" data-rule="{escaped(rule)}">next place</button> '
        yield f'<span class="reason">{escaped(result.reasons.get(rule, ""))}</span></li>'
    yield "</ol></section>"

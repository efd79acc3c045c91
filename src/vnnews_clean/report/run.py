"""The report of a batch run: how much went, by what, from where, and samples to judge it by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log10
from typing import Final, NamedTuple

from ..errors import counted
from .html import bar, code, escaped, page, table
from .review import BINS, Review, Sample

_ROWS: Final = 200
"""Rows of the longest table."""
_ROOM: Final = 1_500_000
"""Bytes for the samples; with the tables any report stays below 2 MB."""
_SITES: Final = 100
_HEIGHT: Final = 140
_COLUMN: Final = 34


NAMED: Final = ("written", "changed", "unchanged", "empty", "rejected", "quarantined")
"""What may become of a document, in the order in which a report tells it."""


class SiteRow(NamedTuple):
    """The counts of one host. `characters` came in, `removed` of them were cut."""

    host: str
    documents: int
    changed: int
    empty: int
    characters: int
    removed: int


class Counts(NamedTuple):
    """The counts of a run; those of `by_kind` and `by_rule` are characters that were cut."""

    documents: Mapping[str, int]
    """``documents``, and those of `NAMED`."""
    characters: int
    by_kind: Mapping[str, int]
    by_rule: Mapping[str, int]
    quarantined: Mapping[str, int]
    """Reason → documents that could not be cleaned."""
    rejected: Mapping[str, int]
    """Filter → documents that were not wanted."""
    sites: Sequence[SiteRow]


def run_report(
    title: str, counts: Counts, review: Review, summaries: Mapping[str, str], refused: str = ""
) -> str:
    """The report as one HTML page. `refused` names the file that holds what was quarantined."""
    return page(title, _sections(title, counts, review, summaries, refused))


def _sections(
    title: str, counts: Counts, review: Review, summaries: Mapping[str, str], refused: str
) -> Iterator[str]:
    yield f"<h1>{escaped(title)}</h1>"
    size, removed = counts.characters, sum(counts.by_kind.values())
    told = {name: f"{counts.documents[name]:,} {name}" for name in NAMED}
    written = f"{told['written']} ({told['changed']}, {told['unchanged']}; {told['empty']})"
    gone = f"{told['rejected']}, {told['quarantined']}"
    documents = counted(counts.documents["documents"], "document")
    yield f'<p class="note">{documents}: {written}, {gone}. '
    yield f"{removed:,} of {size:,} characters cut ({removed / max(1, size):.1%}).</p>"
    yield "<h2>How much of a document went</h2>"
    yield f'<div class="wide">{_histogram(review)}</div>'
    yield "<h2>By kind</h2>"
    yield _shares("kind", counts.by_kind, removed)
    yield "<h2>By rule</h2>"
    yield _rules(counts, review, removed)
    if counts.sites:
        yield "<h2>By site</h2>"
        yield _sites(counts)
    if counts.rejected:
        yield "<h2>Rejected</h2>"
        yield _shares("filter", counts.rejected, sum(counts.rejected.values()), "documents")
    if counts.quarantined:
        yield "<h2>Quarantined</h2>"
        yield _shares("reason", counts.quarantined, sum(counts.quarantined.values()), "documents")
        yield f'<p class="note">They are in {code(refused)}.</p>' if refused else ""
    if review.worst:
        yield "<h2>Documents that lost most</h2>"
        rows = (
            [f"{x.left:.1%}", f"{-x.size:,}", code(x.where), escaped(x.head)] for x in review.worst
        )
        yield f'<div class="wide">{table(("left", "characters", "document", "begins"), rows)}</div>'
    yield "<h2>Samples</h2>"
    room, left_out = _ROOM, 0
    for rule in _by_size(counts.by_rule):
        samples = sorted(review.samples.get(rule, {}).values())
        shown = "".join(_samples(rule, samples, summaries.get(rule, "")))
        room -= len(shown.encode())
        left_out += room < 0
        yield shown if room >= 0 else ""
    if left_out:
        yield f'<p class="note">No room for those of {left_out:,} rules that cut less.</p>'


def _histogram(review: Review) -> str:
    """Columns of documents by share cut; the scale is logarithmic, so that a single one is seen."""
    counts = [review.shares.get(at, 0) for at in range(BINS + 1)]
    unit = (_HEIGHT - 20) / max(1.0, log10(max(1, *counts)) + 1)
    width = _COLUMN * len(counts)
    parts = [f'<svg class="chart" width="{width}" height="{_HEIGHT + 34}" role="img">']
    parts.append("<title>Documents by the share of their characters that was cut</title>")
    for at, count in enumerate(counts):
        height = round(unit * (log10(count) + 1), 1) if count else 0
        x, top = at * _COLUMN, round(_HEIGHT - height, 1)
        label = "none" if not at else f"{at * 100 // BINS}%"
        parts += [
            f'<rect x="{x + 2}" y="{top}" width="{_COLUMN - 4}" height="{height}"/>',
            f'<text x="{x + 3}" y="{top - 4}">{count:,}</text>' if count else "",
            f'<text x="{x + 3}" y="{_HEIGHT + 14}">{label}</text>',
        ]
    note = "documents, logarithmic; below: share cut, up to"
    parts.append(f'<text x="2" y="{_HEIGHT + 30}">{note}</text></svg>')
    return "".join(parts)


def _shares(name: str, counts: Mapping[str, int], total: int, unit: str = "characters") -> str:
    rows = (
        [
            f'<span class="swatch {escaped(key)}">{escaped(key)}</span>',
            f"{counts[key]:,}",
            f"{counts[key] / max(1, total):.1%}",
            bar(counts[key] / max(1, total)),
        ]
        for key in _by_size(counts)[:_ROWS]
    )
    return table((name, unit, "share", ""), rows)


def _rules(counts: Counts, review: Review, removed: int) -> str:
    rows = (
        [
            f'<a href="#samples-{escaped(rule)}">{code(rule)}</a>',
            f"{review.places[rule]:,}",
            f"{counts.by_rule[rule]:,}",
            bar(counts.by_rule[rule] / max(1, removed)),
        ]
        for rule in _by_size(counts.by_rule)[:_ROWS]
    )
    return table(("rule", "places", "characters", ""), rows)


def _sites(counts: Counts) -> str:
    sites = sorted(counts.sites, key=lambda site: (-site.documents, site.host))
    rows = (
        [
            code(site.host[:80]),
            f"{site.documents:,}",
            f"{site.changed:,}",
            f"{site.empty:,}",
            f"{site.removed / max(1, site.characters):.1%}",
        ]
        for site in sites[:_SITES]
    )
    shown = table(("site", "documents", "changed", "empty", "cut"), rows)
    more = len(sites) - _SITES
    return shown + (f'<p class="note">and {more:,} more</p>' if more > 0 else "")


def _samples(rule: str, samples: Sequence[Sample], summary: str) -> Iterator[str]:
    if samples:
        yield f'<details open id="samples-{escaped(rule)}"><summary>{code(rule)}'
        yield f" {escaped(summary)}</summary>"
        for sample in samples:
            yield f'<p class="sample">{escaped(sample.before)} <del>{escaped(sample.cut)}</del> '
            yield f"{escaped(sample.after)} <small>{escaped(sample.where)}</small></p>"
        yield "</details>"


def _by_size(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))

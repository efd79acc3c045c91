"""What a run has done, in numbers and in words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..cleaner import Cleaner
from ..errors import visible
from ..quarantine import Reason
from ..report.review import Review
from ..report.run import NAMED, Counts, SiteRow, run_report
from ..rulefile import expanded
from ..rules import TABLE
from ..ruleset import installed
from ..version import __version__
from .engine import Report
from .progress import documents, duration
from .schema import SCHEMA_VERSION


def statistics(report: Report, cleaner: Cleaner) -> Mapping[str, object]:
    """The counts of a run as ``--stats`` writes them, and what it was made with."""
    made_by = {
        "version": __version__,
        "rules": cleaner.fingerprint[:16],
        "schema": SCHEMA_VERSION,
    }
    seconds = round(report.seconds, 3)
    return {
        "made_by": made_by,
        **report.tally.report(),
        "seconds": seconds,
        "documents_per_second": round(report.tally.documents / seconds, 1) if seconds else 0.0,
    }


def summary(report: Report, quarantines: Sequence[Path], rejected: Sequence[Path]) -> str:
    """What was done, in a few lines for people; the files that hold what did not come through."""
    tally = report.tally
    began = "already done: " if report.already_done else "resumed: " if report.resumed else ""
    told = (
        f"{tally.written:,} written ({tally.changed:,} changed, {tally.unchanged:,} unchanged; "
        f"{tally.empty:,} empty), {tally.rejected:,} rejected, {tally.quarantined:,} quarantined"
    )
    rate = f"{tally.documents / report.seconds:,.0f}/s" if report.seconds else ""
    lines = [f"{began}{documents(tally.documents)} in {duration(report.seconds)} ({rate}): {told}"]
    if tally.passed:
        lines.append(f"{passed(tally.passed.total())}: {_most(tally.passed)}")
    removed = sum(tally.kinds.values())
    if removed:
        lines.append(
            f"{removed:,} of {tally.characters_in:,} characters removed: {_most(tally.kinds)}"
        )
    if tally.quarantined:
        lines.append(f"quarantined in {_named(quarantines)}: {_most(tally.reasons)}")
        if tally.reasons[Reason.MISSING_KEY] == tally.documents and quarantines:
            lines.append(f"of every document was said: {_detail(quarantines[0])}")
    if tally.rejected:
        lines.append(f"rejected in {_named(rejected)}: {_most(tally.filtered)}")
    p50, p99 = (f"{tally.percentile(share):g}" for share in (0.5, 0.99))
    lines.append(f"milliseconds a document: p50 {p50}, p99 {p99}")
    if report.already_done:
        lines.append("--overwrite does it again")
    return "\n".join(lines)


def _most(counts: Counter[str]) -> str:
    return ", ".join(f"{what} {count:,}" for what, count in counts.most_common(9))


def passed(count: int) -> str:
    """That so many things of the input were no documents."""
    one = "1 line or record was no document"
    return one if count == 1 else f"{count:,} lines or records were no documents"


def _detail(quarantine: Path) -> str:
    """What the first document of a quarantine is there for: where a key is mistyped, the keys there are."""
    with quarantine.open(encoding="utf-8") as file:
        return visible(str(json.loads(file.readline())["detail"]))


def _named(paths: Sequence[Path]) -> str:
    shown = ", ".join(visible(str(path)) for path in paths[:3])
    return shown + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def report_page(report: Report, name: str, quarantines: Sequence[Path], cleaner: Cleaner) -> str:
    """The run as a page to look at; `name` says which run it is."""
    tally = report.tally
    counts = Counts(
        {name: getattr(tally, name) for name in ("documents", *NAMED)},
        tally.characters_in,
        tally.kinds,
        tally.rules,
        tally.reasons,
        tally.filtered,
        [
            SiteRow(host, s.documents, s.changed, s.empty, s.characters, s.removed)
            for host, s in tally.sites.items()
        ],
    )
    summaries = {rule.id: rule.summary for rule in (*TABLE, *installed(), *expanded(cleaner.rules))}
    return run_report(name, counts, tally.review or Review(), summaries, _named(quarantines))

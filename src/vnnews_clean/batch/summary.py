"""What a run has done, in numbers and in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .engine import Report
from .progress import duration


def statistics(report: Report) -> Mapping[str, object]:
    """The counts of a run as ``--stats`` writes them."""
    seconds = round(report.seconds, 3)
    rate = round(report.tally.documents / seconds, 1) if seconds else 0.0
    return {**report.tally.report(), "seconds": seconds, "documents_per_second": rate}


def summary(report: Report, quarantine: Path) -> str:
    """What was done, in a few lines for people."""
    tally = report.tally
    began = "already done: " if report.already_done else "resumed: " if report.resumed else ""
    counts = ("changed", "unchanged", "empty", "quarantined")
    told = ", ".join(f"{getattr(tally, name):,} {name}" for name in counts)
    rate = f"{tally.documents / report.seconds:,.0f}/s" if report.seconds else ""
    lines = [f"{began}{tally.documents:,} documents in {duration(report.seconds)} ({rate}): {told}"]
    if tally.skipped:
        lines.append(f"{tally.skipped:,} lines or records were no documents")
    removed = sum(tally.kinds.values())
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in tally.kinds.most_common(5))
    if removed:
        lines.append(f"{removed:,} of {tally.characters_in:,} characters removed: {kinds}")
    if tally.quarantined:
        reasons = ", ".join(f"{reason} {count:,}" for reason, count in tally.reasons.most_common())
        lines.append(f"quarantined in {quarantine}: {reasons}")
    p50, p99 = tally.percentile(0.5), tally.percentile(0.99)
    lines.append(f"milliseconds a document: p50 {p50:g}, p99 {p99:g}")
    if report.already_done:
        lines.append("--overwrite does it again")
    return "\n".join(lines)

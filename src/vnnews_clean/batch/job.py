"""A batch job, and whether an earlier run has already done some of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from ..cleaner import Cleaner
from ..errors import ConfigError
from ..ruleset import installed
from ..version import __version__
from .brakes import Brakes
from .chunks import Setup
from .identity import code_fingerprint
from .inputs import Input
from .journal import Journal
from .paths import beside, check_apart, journal_of, part_of, parts_of
from .sinks import discard


@dataclass(frozen=True, slots=True)
class Job:
    """Everything about a run that the caller decides."""

    inputs: tuple[Input, ...]
    output: Path | None
    """``None`` is standard output."""
    format: str
    quarantine: Path
    rejected: Path
    """Where documents go that the filters do not want."""
    setup: Setup
    jobs: int = 1
    overwrite: bool = False
    checkpoint: float = 5.0
    """Seconds between two entries in the journal."""
    brakes: Brakes = field(default_factory=Brakes)

    @property
    def keeps_columns(self) -> bool:
        """Whether tables become a table with the same columns; else everything becomes lines."""
        return self.format == "parquet" and all(i.format == "parquet" for i in self.inputs)

    @property
    def resumable(self) -> bool:
        return self.output is not None and not any(i.standard for i in self.inputs)

    def files(self) -> Iterator[Path]:
        """The files that the run leaves."""
        if self.output:
            yield self.output
        yield from (self.quarantine, self.rejected)

    def written(self) -> Iterator[Path]:
        """Every path that the run may write."""
        if self.output:
            yield from beside(self.output)
        yield from (self.quarantine, self.rejected)


def new_journal(job: Job) -> Journal:
    """A new journal, with what a later run must have in common with this one."""
    inputs = {str(i.path): f"{i.format} {i.fingerprint()}" for i in job.inputs if job.resumable}
    return Journal(dict(_settings(job)), inputs)


def _settings(job: Job) -> Iterator[tuple[str, str]]:
    """Everything that can change an output: a name, and a value that says something to people."""
    setup = job.setup
    yield "vnnews-clean", f"{__version__} ({code_fingerprint()})"
    yield from _cleaner_settings(setup.cleaner)
    yield "rules and phrases in all", setup.cleaner.fingerprint[:16]
    yield "text-key", setup.fields.text
    yield "html-key", setup.fields.html or "none"
    yield "url-key", setup.fields.url
    yield "add", ",".join(f"{what}={key}" for what, key in setup.fields.add) or "nothing"
    yield "deadline", f"{setup.limits.seconds:g}"
    yield "memory", f"{setup.limits.memory >> 20} MB"
    yield "max-document", f"{setup.limits.size} bytes"
    yield "min-words", str(setup.filters.min_words)
    yield "require", ",".join(setup.filters.require) or "nothing"
    yield "language", setup.filters.language or "any"
    yield "format", setup.format
    yield "output-format", job.format
    yield "quarantine", str(job.quarantine)
    yield "report", "yes" if setup.review else "no"


def _cleaner_settings(cleaner: Cleaner) -> Iterator[tuple[str, str]]:
    for setting in fields(cleaner):
        value = getattr(cleaner, setting.name)
        if setting.name == "rules":
            plugged = (*installed(), *value)
            yield "rules", ", ".join(f"{r.id} ({_digest(r.code)})" for r in plugged) or "built-in"
        elif isinstance(value, Mapping):
            yield setting.name, json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
        elif isinstance(value, tuple):
            yield setting.name, ",".join(map(str, value)) or "none"
        else:
            yield setting.name, "default" if value is None else str(value)


def _is_empty(path: Path) -> bool:
    return not (any(path.iterdir()) if path.is_dir() else path.stat().st_size)


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()[:8]


def earlier_journal(job: Job, journal: Journal) -> Journal | None:
    """The journal of an earlier run of the same job. Raises `ConfigError` if it was another job,
    or if one of the files to be written is one of those to be read.
    """
    check_apart([i.on_disk for i in job.inputs if i.on_disk], job.written())
    if job.output is None:
        return None
    path = journal_of(job.output)
    refused = (job.quarantine, job.rejected)
    if job.overwrite:
        discard(job.output)
        for name in (path, *refused):
            name.unlink(missing_ok=True)
    elif known := Journal.load(path):
        known.must_fit(journal, job.output)
        return known
    for name in (job.output, *refused):
        if name.exists():
            raise ConfigError(f"{name} exists; --overwrite replaces it")
    for name in (part_of(job.output), parts_of(job.output)):
        if name.exists() and not _is_empty(name):  # an empty one: killed before it had begun
            raise ConfigError(f"{name} exists; --overwrite replaces it")
    return None

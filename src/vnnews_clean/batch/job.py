"""A batch job, and whether an earlier run has already done some of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import ConfigError
from .chunks import Setup
from .inputs import Input
from .journal import SUFFIX, Journal
from .sinks import discard


@dataclass(frozen=True, slots=True)
class Job:
    """Everything about a run that the caller decides."""

    inputs: tuple[Input, ...]
    output: Path | None
    """``None`` is standard output."""
    format: str
    quarantine: Path
    setup: Setup
    jobs: int = 1
    overwrite: bool = False
    checkpoint: float = 5.0
    """Seconds between two entries in the journal."""

    @property
    def resumable(self) -> bool:
        return self.output is not None and not any(i.standard for i in self.inputs)


def journal_of(output: Path) -> Path:
    return output.with_name(output.name + SUFFIX)


def new_journal(job: Job) -> Journal:
    """A new journal, with what a later run must have in common with this one."""
    setup = job.setup
    settings = {
        "cleaner": setup.cleaner.fingerprint[:16],
        "policy": setup.cleaner.policy,
        "text-key": setup.fields.text,
        "html-key": str(setup.fields.html),
        "url-key": setup.fields.url,
        "add": ",".join(f"{what}={key}" for what, key in setup.fields.add),
        "deadline": f"{setup.limits.seconds:g}",
        "memory": str(setup.limits.memory),
        "max-document": str(setup.limits.size),
        "format": setup.format,
        "output-format": job.format,
        "quarantine": str(job.quarantine),
        "report": "yes" if setup.review else "no",
    }
    inputs = {str(i.path): f"{i.format} {i.fingerprint()}" for i in job.inputs if job.resumable}
    return Journal(settings, inputs)


def earlier_journal(job: Job, journal: Journal) -> Journal | None:
    """The journal of an earlier run of the same job. Raises `ConfigError` if it was another job."""
    if job.output is None:
        return None
    path = journal_of(job.output)
    if job.overwrite:
        path.unlink(missing_ok=True)
        discard(job.output)
        job.quarantine.unlink(missing_ok=True)
    elif known := Journal.load(path):
        known.must_fit(journal, job.output)
        return known
    for name in (job.output, job.quarantine):
        if name.exists():
            raise ConfigError(f"{name} exists; --overwrite replaces it")
    return None

"""From the options of ``batch`` to the jobs that they stand for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ..batch.brakes import Brakes
from ..batch.chunks import Fields, Limits, Setup
from ..batch.filters import REQUIREMENTS, Filters, Requirement
from ..batch.inputs import STANDARD, Input, check_here, output_format
from ..batch.job import Job
from ..batch.paths import absolute, check_apart, check_writable, new_of
from ..batch.shards import check_outside, find_inputs, shard_output
from ..cleaner import Cleaner
from ..corpusrow import Fact, named_facts
from ..errors import ConfigError, InputError, counted, nearest
from .batch_options import BatchOptions

_PER_CORE: Final = 8
"""Workers that may share a core, when somebody asks for so many."""
_MEGABYTE: Final = 1 << 20
_REFUSED: Final = "vnnews-clean"
"""What files of refused documents are called after, where the output has no name."""


def jobs_of(names: Sequence[str], options: BatchOptions, cleaner: Cleaner) -> list[Job]:
    """One job, or with ``--output-dir`` one for each input.

    Raises `ConfigError` and `InputError` for everything that can be known before a run.
    """
    if (options.output is None) == (options.output_dir is None):
        raise ConfigError("name the output: either --output or --output-dir")
    for name in (options.output_dir, options.quarantine, options.stats, options.report):
        check_here(name or "")
    inputs = find_inputs(names, options.input_format)
    if sum(i.standard for i in inputs) > 1:
        raise ConfigError("standard input can be read only once")
    if sys.stdin is None and any(i.standard for i in inputs):
        raise InputError("standard input is closed")
    jobs = list(_jobs(inputs, options, _setup(inputs, options, cleaner)))
    more = [absolute(name) for name in (options.stats, options.report) if name]
    files = [*more, *(path for job in jobs for path in job.files())]
    check_apart(
        [i.on_disk for i in inputs if i.on_disk],
        [*more, *map(new_of, more), *(path for job in jobs for path in job.written())],
    )
    check_outside(files, names)
    if options.output_dir:
        for job in jobs:
            if job.output:
                job.output.parent.mkdir(parents=True, exist_ok=True)
    check_writable(files)
    return jobs


def _jobs(inputs: tuple[Input, ...], options: BatchOptions, setup: Setup) -> Iterator[Job]:
    if options.output_dir is None:
        assert options.output is not None
        into = output_format(options.output, options.output_format)
        output = None if options.output == STANDARD else absolute(options.output)
        yield _job(inputs, output, into, options, setup)
        return
    if options.quarantine:
        raise ConfigError(
            "--quarantine belongs to --output; with --output-dir every output has one"
        )
    for source in inputs:
        folder = absolute(options.output_dir)
        output, into = shard_output(source, folder, options.output_format)
        yield _job((source,), output, into, options, setup)


def _job(
    inputs: tuple[Input, ...], output: Path | None, into: str, options: BatchOptions, setup: Setup
) -> Job:
    beside = output or absolute(_REFUSED)
    quarantine = beside.with_name(f"{beside.name}.quarantine.jsonl")
    return Job(
        inputs=inputs,
        output=output,
        format=into,
        quarantine=absolute(options.quarantine) if options.quarantine else quarantine,
        rejected=beside.with_name(f"{beside.name}.rejected.jsonl"),
        setup=setup,
        jobs=_workers(options.jobs),
        overwrite=options.overwrite,
        checkpoint=options.checkpoint,
        brakes=Brakes.of(options.max_quarantined),
    )


def _setup(inputs: Sequence[Input], options: BatchOptions, cleaner: Cleaner) -> Setup:
    return Setup(
        cleaner,
        Fields(
            options.text_key,
            options.html_key,
            options.url_key,
            _added(options.add, options.text_key),
            options.removals == "json",
        ),
        Limits(
            options.deadline,
            options.memory * _MEGABYTE,
            round(options.max_document * _MEGABYTE),
        ),
        Filters(options.min_words, _required(options.require), options.language or ""),
        options.format,
        pages=bool(options.html_key) or any(i.format in ("warc", "files") for i in inputs),
        review=options.report is not None,
    )


def _added(names: Sequence[str], text_key: str) -> tuple[tuple[Fact, str], ...]:
    """``title,metadata=about`` as pairs. Raises `ConfigError`."""
    facts = named_facts(_split(names))
    if text_key in facts:
        raise ConfigError("--add: two fields would have the same name")
    return tuple((fact, key) for key, fact in facts.items())


def _required(names: Sequence[str]) -> tuple[Requirement, ...]:
    required: list[Requirement] = []
    for name in _split(names):
        what = next((what for what in REQUIREMENTS if what == name), None)
        if what is None:
            raise ConfigError(f'--require: unknown "{name}"{nearest(name, REQUIREMENTS)}')
        required.append(what)
    return tuple(required)


def _split(options: Sequence[str]) -> Iterator[str]:
    return (part.strip() for option in options for part in option.split(","))


def _workers(wanted: int | None) -> int:
    """Raises `ConfigError` for so many that the machine would only be busy with starting them."""
    cores = _cores()
    if wanted and wanted > _PER_CORE * cores:
        raise ConfigError(
            f"--jobs {wanted} is more than {_PER_CORE} for each of {counted(cores, 'core')}"
        )
    return wanted or cores


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1

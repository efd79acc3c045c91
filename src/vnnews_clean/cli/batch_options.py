"""The options of ``batch``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from math import isnan
from typing import Any, Final, TypeVar

import click

from ..batch.filters import REQUIREMENTS
from ..batch.inputs import FORMATS, OUTPUTS
from ..corpusrow import Format

R = TypeVar("R")


class Within(click.FloatRange):
    """A number within bounds. ``nan`` is neither too small nor too large for click."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        found: float = super().convert(value, param, ctx)
        if isnan(found):
            self.fail(f"{value!r} is no number.", param, ctx)
        return found


_OPTIONS: Final[tuple[Callable[[Callable[..., object]], Callable[..., object]], ...]] = (
    click.option("-o", "--output", metavar="OUT", help="File to write, - for stdout."),
    click.option(
        "--output-dir", metavar="DIR", help="Folder to write to instead: one output for each input."
    ),
    click.option(
        "--input-format",
        type=click.Choice(FORMATS),
        help="Format of the inputs, where their suffix does not tell it.",
    ),
    click.option(
        "--output-format",
        type=click.Choice(OUTPUTS),
        help="Format of the output, where its suffix does not tell it; with --output-dir, of all.",
    ),
    click.option(
        "--format",
        type=click.Choice(["text", "markdown"]),
        default="text",
        show_default=True,
        help="What the articles are written as.",
    ),
    click.option(
        "--text-key", default="text", show_default=True, help="Field that holds the text."
    ),
    click.option("--html-key", help="Field that holds a page; its article goes to the text field."),
    click.option("--url-key", default="url", show_default=True, help="Field that holds the URL."),
    click.option(
        "--add",
        multiple=True,
        metavar="NAME[=FIELD],…",
        help="Fields to add: title, metadata, removals, document_type; with = under another name.",
    ),
    click.option(
        "--removals",
        type=click.Choice(["struct", "json"]),
        default="struct",
        show_default=True,
        help="What the column of removals holds in Parquet: lists of structures, or JSON.",
    ),
    click.option(
        "--min-words", type=click.IntRange(0), default=0, help="Reject articles with fewer words."
    ),
    click.option(
        "--require",
        multiple=True,
        metavar="|".join(REQUIREMENTS) + ",…",
        help="Reject what is no article, or has no date or title.",
    ),
    click.option(
        "--language",
        type=click.Choice(["vi"]),
        help="Reject articles most of whose words are no Vietnamese syllables.",
    ),
    click.option("-j", "--jobs", type=click.IntRange(1), help="Worker processes (all cores)."),
    click.option(
        "--deadline",
        type=Within(0.01, 86_400),
        default=10.0,
        show_default=True,
        help="Seconds for one document.",
    ),
    click.option(
        "--memory",
        type=click.IntRange(128, 1_000_000_000),
        default=1024,
        show_default=True,
        help="Megabytes for one worker.",
    ),
    click.option(
        "--max-document",
        type=Within(0.001, 1_000_000),
        default=16,
        show_default=True,
        help="Megabytes for one document.",
    ),
    click.option(
        "--max-quarantined",
        default="50%",
        show_default=True,
        metavar="SHARE|N",
        help="Stop where more is quarantined: a share (5%, 0.05), after 10,000 documents, or a "
        "number (1).",
    ),
    click.option(
        "--checkpoint",
        type=Within(0, 86_400),
        default=5.0,
        show_default=True,
        help="Seconds between two notes of where the run stands.",
    ),
    click.option(
        "--quarantine",
        metavar="FILE",
        help="Where refused documents go. [default: OUT.quarantine.jsonl]",
    ),
    click.option("--stats", metavar="FILE", help="Write the counts of the run as JSON."),
    click.option("--report", metavar="FILE", help="Write a page to judge the run by, as HTML."),
    click.option("--overwrite", is_flag=True, help="Start afresh, whatever is there."),
    click.option("-q", "--quiet", is_flag=True, help="No progress, no summary."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """What the command line says, under the names of the options."""

    output: str | None
    output_dir: str | None
    input_format: str | None
    output_format: str | None
    format: Format
    text_key: str
    html_key: str | None
    url_key: str
    add: tuple[str, ...]
    removals: str
    min_words: int
    require: tuple[str, ...]
    language: str | None
    jobs: int | None
    deadline: float
    memory: int
    max_document: float
    max_quarantined: str
    checkpoint: float
    quarantine: str | None
    stats: str | None
    report: str | None
    overwrite: bool
    quiet: bool


def batch_options(command: Callable[..., R]) -> Callable[..., R]:
    """Give `command` the options of a batch run, handed over as one argument ``options``."""

    @wraps(command)
    def configured(**given: Any) -> R:
        chosen = {field.name: given.pop(field.name) for field in fields(BatchOptions)}
        return command(options=BatchOptions(**chosen), **given)

    for option in reversed(_OPTIONS):
        configured = option(configured)
    return configured

"""``vnnews-clean learn``: what publishers repeat, for a person to review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from ..batch.chunks import Fields, Limits, Opened, Position
from ..batch.inputs import FORMATS, find_input
from ..config import Configuration
from ..errors import ConfigError, counted, visible
from ..files import atomic
from ..learn.review import LEAST, as_toml, findings
from ..learn.sketch import DOCUMENTS, SUFFIX, Sketch, load
from ..learned import publisher_of
from ..quarantine import QuarantinedError
from .console import remark
from .options import cleaner_options

_EXAMPLES: Final = """\b
Examples:
  vnnews-clean learn articles.jsonl.gz -o sites.toml
  vnnews-clean learn dump.parquet --publisher-key source -o sites.toml --accept 0.85
  vnnews-clean learn shard-1.jsonl -o 1.sketch
  vnnews-clean learn 1.sketch 2.sketch -o sites.toml

Read the file, set cut = true where a phrase is to go, and use it by --learned or the key learned.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="IN…")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="The .toml file to review, or a .sketch to be merged with others.",
)
@click.option("--input-format", type=click.Choice(FORMATS), help="Where the suffix does not tell.")
@click.option("--text-key", default="text", show_default=True, help="Field that holds the text.")
@click.option("--html-key", help="Field that holds a page.")
@click.option(
    "--publisher-key",
    default="url",
    show_default=True,
    help="Field that names the publisher: its host, or a URL.",
)
@click.option("--publisher", help="The publisher of all documents, where no field names it.")
@click.option(
    "--documents",
    type=click.IntRange(2),
    default=DOCUMENTS,
    show_default=True,
    help="Documents of a publisher that are looked at.",
)
@click.option(
    "--at-least",
    type=click.IntRange(2),
    default=LEAST,
    show_default=True,
    help="Documents that must have a phrase.",
)
@click.option(
    "--accept",
    type=click.FloatRange(0, 1),
    help="Set cut = true where a phrase is boilerplate with at least this confidence.",
)
@cleaner_options
def learn(
    *,
    configuration: Configuration,
    inputs: Sequence[str],
    output: Path,
    input_format: str | None,
    text_key: str,
    html_key: str | None,
    publisher_key: str,
    publisher: str | None,
    documents: int,
    at_least: int,
    accept: float | None,
) -> None:
    """Learn what publishers print again and again.

    Texts are cleaned first; of each publisher those with the smallest content hashes are compared.
    The result does not depend on the order of documents or inputs.
    """
    if output.suffix not in (".toml", SUFFIX):
        raise ConfigError(f"{output}: the output is a .toml file or a {SUFFIX}")
    cleaner = configuration.for_folder(Path.cwd()).cleaner()
    sketch = Sketch(cleaner, documents)
    fields = Fields(text_key, html_key, publisher_key)
    for name in inputs:
        if name.endswith(SUFFIX):
            sketch.merge(load(Path(name), cleaner))
            continue
        for opened in _documents(name, input_format, fields):
            whose = publisher or opened.url
            sketch.add(publisher_of(whose), opened.content, page=opened.markup)
    if output.suffix == SUFFIX:
        sketch.save(output)
        return
    found = findings(sketch, at_least)
    atomic.write(output, as_toml(found, accept).encode(), overwrite=True)
    proposed = sum(f.proposed for f in found)
    repeated = counted(len(found), "repeated phrase")
    remark(visible(f"{repeated}, {proposed} proposed for cutting: {output}"))


def _documents(name: str, format: str | None, fields: Fields) -> Iterator[Opened]:
    """The documents of an input; those that cannot be read are passed over."""
    limits = Limits()
    for chunk in find_input(name, format).reader(fields, limits).chunks(Position()):
        for item in chunk.payload.items() if chunk.payload else ():
            try:
                opened = item.open(fields, limits)
            except QuarantinedError:
                continue
            if isinstance(opened, Opened):
                yield opened

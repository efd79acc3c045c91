"""``explain``: the whole document, with the reason for every line that goes."""

from __future__ import annotations

from typing import Final

import click

from ..config import Configuration
from ..errors import RuleError
from ..explain import explanation
from ..files.document import SORTS, open_document
from ..formats import explained
from .console import complain, echo, wants_color, write
from .options import cleaner_options

_EXAMPLES: Final = """\b
Signs:
  "- "  dropped                "~ "  has parts: {{dropped}} or {=named=}
  "= "  kept, and has a name   "  "  kept

\b
Examples:
  vnnews-clean explain dump.txt
  vnnews-clean explain page.html --policy body --color | less -R
  vnnews-clean explain page.html --format html >why.html
"""


@click.command(epilog=_EXAMPLES)
@click.argument("file", metavar="FILE|-")
@click.option("--url", help="Address of the page.")
@click.option(
    "--as",
    "sort",
    type=click.Choice(SORTS),
    help="What FILE holds. [default: told by suffix and content]",
)
@click.option(
    "--color/--no-color",
    default=None,
    help="With or without colours. [default: on a terminal, unless NO_COLOR is set]",
)
@click.option(
    "--format",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="Lines for a terminal, one object for a program, or a page for a browser.",
)
@cleaner_options
def explain(
    *,
    file: str,
    url: str | None,
    sort: str | None,
    color: bool | None,
    format: str,
    configuration: Configuration,
) -> None:
    """Print the whole of FILE, what is kept and what is dropped, by which rule and why.

    A plug-in's rule that raises is named and left out; the exit code is then 2.
    """
    failed: list[RuleError] = []
    result = open_document(file, configuration, url, sort).clean_all_the_same(failed.append)
    if format == "html":
        write(result.to_html().encode())
    elif format == "json":
        echo(explained(result))
    else:
        echo(explanation(result, color=wants_color(color)))
    for error in failed:
        complain(f"{file}: {error}; explained without it")
    click.get_current_context().exit(2 if failed else 0)

"""The command line. Every command lives in its own module and is imported when it is called."""

from __future__ import annotations

from platform import python_version
from typing import Final

import click

from ..native import COMPILED
from ..version import __version__
from .lazy import LazyGroup

_EXAMPLES: Final = """\b
Examples:
  vnnews-clean clean page.html --url https://example.vn/bai.html
  vnnews-clean explain dump.txt
  vnnews-clean check corpus/
  vnnews-clean fix corpus/ --diff
  vnnews-clean batch pages.jsonl.gz -o articles.jsonl.gz

\b
Exit codes:
  0  nothing to do, or done
  1  findings, or changes that were only shown
  2  error of usage, configuration, input or output
"""


@click.group(
    cls=LazyGroup,
    commands_at={
        "clean": "vnnews_clean.cli.clean:clean",
        "explain": "vnnews_clean.cli.explain:explain",
        "fix": "vnnews_clean.cli.fix:fix",
        "check": "vnnews_clean.cli.fix:check",
        "batch": "vnnews_clean.cli.batch:batch",
        "golden": "vnnews_clean.cli.golden:golden",
        "learn": "vnnews_clean.cli.learn:learn",
        "rules": "vnnews_clean.cli.rules:rules",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXAMPLES,
)
@click.version_option(
    __version__,
    prog_name="vnnews-clean",
    message=f"%(prog)s %(version)s\nPython {python_version()}, scan in {'C' if COMPILED else 'Python'}",
)
def main() -> None:
    """The article of a Vietnamese news page or text dump, alone, with reasons."""

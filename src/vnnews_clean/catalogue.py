"""The catalogue of rules as Markdown, made of their docstrings; README holds a copy.

python -m vnnews_clean.catalogue                    print it
python -m vnnews_clean.catalogue --write README.md  put it between the file's marker lines
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from .errors import InputError
from .rule import Rule
from .rules import TABLE

BEGIN: Final = "<!-- rules: written by python -m vnnews_clean.catalogue --write README.md -->"
END: Final = "<!-- /rules -->"


def catalogue(rules: Sequence[Rule] = TABLE) -> str:
    """Two tables: the rules that find boilerplate, and those that name what is kept."""
    removing = [rule for rule in rules if not rule.descriptive]
    describing = [rule for rule in rules if rule.descriptive]
    return "\n".join(
        [
            *_table("drops", "leaves alone", removing),
            "",
            *_table("labels", "does not label", describing),
        ]
    )


def inserted(text: str, block: str) -> str:
    """`text` with `block` between its marker lines. Raises `InputError` where they are missing."""
    head, begun, rest = text.partition(BEGIN)
    _, ended, tail = rest.partition(END)
    if not begun or not ended:
        raise InputError(f"no {BEGIN} … {END} to write the catalogue to")
    return f"{head}{BEGIN}\n{block}\n{END}{tail}"


def _table(verb: str, look_alike: str, rules: Sequence[Rule]) -> Iterator[str]:
    yield f"| rule | {verb} | {look_alike} |"
    yield "|---|---|---|"
    for rule in rules:
        examples = rule.names if rule.descriptive else rule.drops
        yield f"| `{rule.id}` | {_cell(examples)} | {_cell(rule.keeps)} |"


def _cell(examples: Sequence[str]) -> str:
    """The first example as code, so that no sign of it means anything; a described one as prose.

    A description is English in brackets; a Vietnamese line in brackets is an example.
    """
    if not examples:
        return ""
    example = examples[0].replace("|", "\\|")
    if example.isascii() and example.startswith("(") and example.endswith(")"):
        return f"*{example[1:-1]}*"
    fence = "``" if "`" in example else "`"
    return f"{fence}{example}{fence}"


def main(arguments: Sequence[str]) -> None:
    """Print the catalogue, or write it to the file named after ``--write``."""
    if arguments[:1] == ["--write"]:
        path = Path(arguments[1])
        text = path.read_text(encoding="utf-8")
        path.write_text(inserted(text, catalogue()), encoding="utf-8")
    else:
        sys.stdout.write(catalogue() + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""``golden``: make, check, update and sum up goldens."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import click

from ..errors import VnnewsError, counted, visible
from ..files.document import SORTS
from ..golden.check import Verdict, add, check, goldens_in, update
from ..golden.coverage import coverage
from .console import complain, echo, remark
from .options import setting_options

_EXAMPLES: Final = """\b
Examples:
  vnnews-clean golden add page.html dump.txt --into tests/vnnews
  vnnews-clean golden check tests/vnnews
  vnnews-clean golden update tests/vnnews
  vnnews-clean golden report tests/vnnews

A golden lies beside its input and says what becomes of every line of it. Read it when it is made,
and put ! into the second column of a line that is not yet as it should be.
pytest checks the goldens it meets by itself.
"""


@click.group(epilog=_EXAMPLES)
def golden() -> None:
    """Documents with what must become of every line, for tests."""


@golden.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="Copy the FILEs to this folder first. [default: the golden lies beside each FILE]",
)
@click.option("--url", help="Address of the page.")
@click.option("--as", "sort", type=click.Choice(SORTS), help="What the FILEs hold.")
@setting_options
def add_(
    files: Sequence[Path],
    into: Path | None,
    url: str | None,
    sort: str | None,
    overrides: Mapping[str, object],
) -> None:
    """Make a golden of every FILE, a text dump or an HTML page, or make it anew."""
    if url and len(files) > 1:
        raise click.UsageError("--url belongs to one FILE")
    head: dict[str, object] = {name.replace("_", "-"): value for name, value in overrides.items()}
    head |= {key: value for key, value in (("url", url), ("as", sort)) if value}
    failed = False
    for file in files:
        try:
            source = _copied(file, into) if into else file
            made, changed = add(source, head)
            echo(visible(f"{'written' if changed else 'unchanged'}: {made}"))
        except VnnewsError as error:
            failed = True
            complain(str(error))
    click.get_current_context().exit(2 if failed else 0)


@golden.command("check")
@click.argument("places", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--strict", is_flag=True, help="A changed reason and a mended line count as well.")
def check_(places: Sequence[Path], strict: bool) -> None:
    """Clean the inputs again and say where they differ from the goldens at PATH."""
    checked = broken = failed = 0
    for path in goldens_in(places):
        try:
            verdict = check(path)
        except VnnewsError as error:
            failed += 1
            complain(str(error))
            continue
        checked += 1
        broken += verdict.broken or (strict and verdict.changed)
        if verdict.changed:
            echo(verdict.report())
    remark(f"{counted(checked, 'golden')} checked, {broken} broken")
    click.get_current_context().exit(2 if failed else int(bool(broken)))


@golden.command("update")
@click.argument("places", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
def update_(places: Sequence[Path]) -> None:
    """Write the goldens at PATH as things are now; look at the difference before you keep it."""
    failed = False
    for path in goldens_in(places):
        try:
            if update(path):
                echo(visible(f"written: {path}"))
        except VnnewsError as error:
            failed = True
            complain(str(error))
    click.get_current_context().exit(2 if failed else 0)


@golden.command("report")
@click.argument("places", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
def report_(places: Sequence[Path]) -> None:
    """Say what the goldens at PATH hold: lines kept and dropped, what is owed, which rules work."""
    rules: set[str] = set()
    failed = False
    for path in goldens_in(places):
        try:
            verdict = check(path)
        except VnnewsError as error:
            failed = True
            complain(str(error))
            continue
        rules |= verdict.rules
        echo(_summary(verdict))
        for line in verdict.golden.debts:
            echo(f"  known to be wrong: {line.text}")
    echo(coverage(rules))
    click.get_current_context().exit(2 if failed else 0)


def _summary(verdict: Verdict) -> str:
    lines = verdict.golden.lines
    dropped = sum(all(piece.fate == "dropped" for piece in line.pieces) for line in lines)
    inside = sum(len({piece.fate == "dropped" for piece in line.pieces}) > 1 for line in lines)
    state = "broken" if verdict.broken else "holds"
    kept = len(lines) - dropped - inside
    return f"{visible(str(verdict.path))}: {state}; {counted(kept, 'line')} kept, {dropped} dropped, {inside} cut inside"


def _copied(file: Path, into: Path) -> Path:
    """The copy of `file` in the folder, byte for byte. Raises `VnnewsError`."""
    target = into / file.name
    try:
        into.mkdir(parents=True, exist_ok=True)
        if not (target.exists() and target.samefile(file)):
            if target.exists() and target.read_bytes() != file.read_bytes():
                raise VnnewsError(f"{target}: exists, and holds something else")
            shutil.copyfile(file, target)
    except OSError as error:
        raise VnnewsError(f"{file}: cannot be copied: {error.strerror or error}") from None
    return target

"""The five golden documents in ``tests/fixtures/seeds``: input, expected text, labels by line.

In ``*.labels.tsv`` a row is (line number, ``keep:KIND`` | ``remove:KIND`` | ``blank``, first 60
characters). A line with two rows is cut in two: the first row is the part that goes, the second
the part that stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from vnnews_clean import Kind

FOLDER: Final = Path(__file__).resolve().parents[1] / "fixtures" / "seeds"
INPUTS: Final = sorted(FOLDER.glob("*.input.txt"))


class Row(NamedTuple):
    """A labelled span of the input."""

    start: int
    end: int
    verdict: str
    kind: Kind


def sibling(path: Path, suffix: str) -> Path:
    """The file beside the input `path` that has `suffix`."""
    return path.with_name(path.name.replace(".input.txt", suffix))


def labelled_rows(path: Path) -> Iterator[Row]:
    """The labelled spans of the input `path`, blank lines left out."""
    text = path.read_bytes().decode()
    borders = [0]
    for line in text.split("\n"):
        borders.append(borders[-1] + len(line) + 1)
    table = sibling(path, ".labels.tsv").read_bytes().decode().splitlines()[1:]
    rows = [
        (int(number), label, opening)
        for number, label, opening in (r.split("\t", 2) for r in table)
    ]
    for index, (number, label, _) in enumerate(rows):
        start, end = borders[number - 1], borders[number] - 1
        if index and rows[index - 1][0] == number:
            start = text.rindex(rows[index][2], start, end)
        elif index + 1 < len(rows) and rows[index + 1][0] == number:
            end = text.rindex(rows[index + 1][2], start, end)
        if label != "blank":
            verdict, kind = label.split(":")
            yield Row(start, end, verdict, Kind(kind))

"""Rows of tables: the cells of a row become one line, with tabs between, as a browser copies them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from .dom import Page
from .lines import Line
from .prose import is_prose

CELL: Final = 200
"""Characters of the longest cell of a row; in layout tables, cells hold paragraphs."""

_CELLS: Final = frozenset(("td", "th"))


def with_rows(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with every row of short cells in one line. Rows follow each other without a gap."""
    if "tr" not in page.tags:
        return lines
    return list(_joined(page, lines))


def _joined(page: Page, lines: Sequence[Line]) -> Iterator[Line]:
    table = -1
    for row, group in groupby(lines, key=lambda line: _row(page, line)):
        cells = list(group)
        if row < 0 or len(cells) == 1 or not _is_row(page, cells):
            yield from cells
            table = -1
            continue
        own_table = _table(page, row)
        text = "\t".join(cell.text for cell in cells)
        links = sum(cell.links * len(cell.text) for cell in cells) / len(text)
        prose = not cells[0].folded and is_prose(text, links)
        gap = 1 if own_table == table else cells[0].gap
        yield cells[0]._replace(text=text, element=row, links=links, gap=gap, prose=prose)
        table = own_table


def _is_row(page: Page, cells: Sequence[Line]) -> bool:
    """Whether each line is short and has a cell of its own."""
    own = {_cell(page, cell) for cell in cells}
    return len(own) == len(cells) and all(len(cell.text) <= CELL for cell in cells)


def _cell(page: Page, line: Line) -> int:
    """The cell that a line stands in, directly or as its paragraph; -1 if in none."""
    for element in (line.element, page.parents[line.element]):
        if element > 0 and page.tags[element] in _CELLS:
            return element
    return -1


def _row(page: Page, line: Line) -> int:
    cell = _cell(page, line)
    return page.parents[cell] if cell > 0 and page.tags[page.parents[cell]] == "tr" else -1


def _table(page: Page, row: int) -> int:
    while row > 0 and page.tags[row] != "table":
        row = page.parents[row]
    return row

"""Menus of a Markdown page, known by their links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ..model import LIKELY, LINKED, WHOLLY, Document, Kind, Mark
from ..rule import rule
from ..signs import links

_RUN: Final = 2  # lines of links in a row that are a menu


@rule("nav.linked_lines", kind=Kind.NAV, needs="text", sign=links)
def linked_lines(document: Document) -> Iterator[Mark]:
    """Lines of nothing but links above the headline of a Markdown page, or below its last prose.

    Drops:
        [Thời sự](https://example.vn/thoi-su)
        [Kinh tế](https://example.vn/kinh-te)

    Keeps:
        [Vườn cò giữa phố](https://example.vn/vuon-co) nay có thêm đường dạo.
        [Báo cáo của trạm](https://example.vn/bao-cao)

    Two in a row at least. A list behind a colon is the article's own.
    """
    lines = document.lines
    prose = [line.index for line in lines if line.is_prose and line.block.links < LINKED]
    titles = [line.index for line in lines if line.block.tag == "h1"]
    if not prose:
        return
    first = min([prose[0], *titles[:1]])
    for area in (lines[:first], lines[prose[-1] + 1 :]):
        for linked, run in groupby(area, key=lambda line: line.block.links >= WHOLLY):
            found = list(run)
            above = lines[found[0].index - 1].text if found[0].index else ""
            if linked and len(found) >= _RUN and not above.endswith(":"):
                for line in found:
                    yield Mark(line.start, line.end, LIKELY)

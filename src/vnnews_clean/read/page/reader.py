"""Reading a page: HTML becomes a document whose blocks know where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from ...model import Document
from ...sites import SiteIndex
from ...textkey import key
from ..plain import read_blocks
from ..repair import Mode, Repaired, repair
from ..repair.decode import by_mark, decode
from . import guard
from .asides import with_asides
from .blocks import Draft, make_blocks, remapped
from .cards import find_cards
from .clues import Clues, Topic
from .comments import with_comments
from .container import find_body
from .content import with_content
from .controls import with_controls
from .dom import Page, parse, unfold, walk
from .forms import with_forms
from .front import Hints, find_front, find_headline
from .layout import FURNITURE, Layout, Scout
from .lines import Line, read_lines, tidied
from .pagemeta import read_said
from .pagetype import page_type
from .raw import without_raw
from .tables import with_rows
from .tree import below
from .wrappers import called_furniture

_CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
_PRESCAN: Final = 4096
"""Bytes in which a declared charset is looked for: four times what the standard demands."""
THIN: Final = "thin evidence: no line of the article reads like prose"
"""The diagnostic of an article that is taken for one because of where it stands."""
_BROKEN: Final = "\N{REPLACEMENT CHARACTER}"


def read_html(
    source: str | bytes, index: SiteIndex, url: str = "", mode: Mode = "auto"
) -> Document:
    """The page `source` as a document. Never raises on any str or bytes.

    Offsets of the document index the text that the page shows, not its markup; ``source`` is that
    text before repairs. Text without any tag is read as a dump.

    Bytes are taken for UTF-8, as most are, and only looked at more closely if that shows.
    """
    if isinstance(source, str):
        return _as_page(source, index, url, mode)
    if marked := by_mark(source):
        return _as_page(marked.text, index, url, mode)
    document = _as_page(source, index, url, mode)
    if _is_broken(document) and (text := _declared(source)):
        return _as_page(text, index, url, mode)
    return document


def _is_broken(document: Document) -> bool:
    """Whether there are characters in `document` that could not be read."""
    said = document.metadata
    texts = (document.source, said.title, said.description, said.publisher, said.section)
    return any(_BROKEN in text for text in (*texts, *said.authors, *said.tags))


def _declared(source: bytes) -> str:
    """`source` by the charset that it declares, or by what it must be; empty if it is UTF-8."""
    try:
        source.decode()
    except UnicodeDecodeError:
        declared = _CHARSET.search(source, 0, _PRESCAN)
        return decode(source, declared[1].decode("ascii", "replace") if declared else None).text
    return ""


def _as_page(source: str | bytes, index: SiteIndex, url: str, mode: Mode) -> Document:
    html = without_raw(source)
    if b"<" not in html:
        return _dump(html.decode("utf-8", "replace"), mode)
    if objection := guard.objection(html):
        dump = _dump(guard.strip_tags(html.decode("utf-8", "replace")), mode)
        remark = f"not parsed: {objection}"
        return replace(
            dump,
            document_type="other",
            type_reason=remark,
            diagnostics=(*dump.diagnostics, remark),
        )
    return _read(html, index, url, mode)


def _dump(text: str, mode: Mode) -> Document:
    mended = repair(text, mode)
    return Document(
        mended.text,
        key(mended.text),
        read_blocks(mended.text),
        mended.source,
        mended.edits,
        diagnostics=mended.diagnostics,
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _read(html: bytes, index: SiteIndex, url: str, mode: Mode) -> Document:
    tree, head = parse(html)
    said = read_said(head, url)
    scout = Scout(index, _host(url or said.metadata.url))
    page = walk(tree, scout.visit)
    layout = scout.layout(page)
    lines = _lines(page, layout, mode)
    if wrong := called_furniture(page, layout, lines):
        for element in wrong:
            layout.own[element] = ""
        unfold(page, wrong, scout.visit)
        layout = scout.layout(page, wrong)
        lines = _lines(page, layout, mode)
    clues = Clues(Topic(said.headlines), said.body, find_headline(page, lines, said.headlines))
    body = find_body(page, layout, lines, clues)
    inside = below(page, body.element)
    kind, reason = page_type(lines, inside, body, said, url)
    if kind == "index":
        body = body._replace(element=-1)
        inside = below(page, body.element)
    if unfold(
        page,
        [e for e in page.folded if inside[e] and layout.roles[e] not in FURNITURE],
        scout.visit,
    ):
        layout = scout.layout(page, wrong)
        lines = _lines(page, layout, mode)
        inside = below(page, body.element)
        body = body._replace(cards=find_cards(page, lines))
    lines = with_asides(page, lines, inside)
    front = find_front(page, lines, inside, body, Hints(said.headlines, said.metadata.description))
    metadata = said.metadata
    if front.title >= 0:
        metadata = replace(metadata, title=lines[front.title].text)
    draft = make_blocks(page, lines, inside, body, front)
    mended = _repaired(draft, mode)
    return Document(
        mended.text,
        key(mended.text),
        remapped(draft.blocks, mended.text, mended.edits),
        mended.source,
        mended.edits,
        metadata=metadata,
        markup=True,
        document_type=kind,
        type_reason=reason,
        diagnostics=(*mended.diagnostics, *((THIN,) if body.thin else ())),
    )


def _lines(page: Page, layout: Layout, mode: Mode) -> Sequence[Line]:
    lines = with_rows(page, list(read_lines(page, layout)))
    lines = with_comments(page, with_forms(page, with_controls(page, lines)))
    lines = with_content(page, lines)
    return lines if mode == "off" else tidied(lines)


def _repaired(draft: Draft, mode: Mode) -> Repaired:
    """The text of a page, repaired if its article needs it: menus and footers may stay as they are."""
    probe = repair(draft.article, mode)
    if probe.edits:
        return repair(draft.text, mode)
    return Repaired(draft.text, draft.text, (), probe.diagnostics)

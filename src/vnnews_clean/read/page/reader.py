"""The stages by which a page becomes a document, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final
from urllib.parse import urlsplit

from ...dates import iso
from ...glance import unusual
from ...model import LINKED, Document
from ...sites import SiteIndex
from ...textkey import key
from ..plain import read_blocks
from ..repair import Mode, repair
from ..repair.decode import by_mark, declared, decode
from ..repair.halves import by_halves
from ..repair.lineends import with_equal_ends
from . import guard
from .asides import with_asides
from .bars import with_bars
from .blocks import make_blocks, remapped
from .cards import find_cards
from .clues import Clues, Topic
from .comments import with_comments
from .container import find_body
from .content import with_content, with_told_pictures
from .controls import with_controls
from .dom import Page, unfold, walk
from .embedded import LONGER, SHORTEST, as_markup, embedded
from .ending import with_ending
from .forms import with_forms
from .front import Hints, find_front, find_headline, printed_date
from .hidden import hidden_rest
from .highlights import highlights
from .layout import FURNITURE, Layout, Scout
from .lines import Line, looks_misread, read_lines, tidied
from .mending import mended, mended_metadata
from .numbered import with_numbered
from .others import with_others
from .pagemeta import Said, read_said
from .pagetype import holds_article, page_type
from .panes import around_all, find_panes, with_panes
from .parsing import parse
from .polls import with_polls
from .prose import PROSE
from .raw import without_raw
from .subheads import with_subheads
from .tables import with_rows
from .teased import with_linked_paragraphs
from .toggles import with_toggles
from .tree import below
from .wrappers import called_furniture

THIN: Final = "thin evidence: no line of the article reads like prose"
"""The diagnostic of an article that is taken for one because of where it stands."""
FROM_DATA: Final = "the text is from the page's data, its markup does not show it"
"""The diagnostic of an article that stands in a script."""
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
    if marked := by_mark(source) or by_halves(source):
        return _as_page(marked.text, index, url, mode)
    document = _as_page(source, index, url, mode)
    if _is_broken(document) and (text := _as_declared(source)):
        return _as_page(text, index, url, mode)
    return document


def _is_broken(document: Document) -> bool:
    """Whether there are characters in `document` that could not be read."""
    said = document.metadata
    texts = (document.source, said.title, said.description, said.publisher, said.section)
    return any(_BROKEN in text for text in (*texts, *said.authors, *said.tags))


def _as_declared(source: bytes) -> str:
    """`source` by the charset that it declares, or by what it must be; empty if it is UTF-8."""
    try:
        source.decode()
    except UnicodeDecodeError:
        return decode(source, declared(source)).text
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
    document, said = _read(html, index, url, mode)
    if data := _as_data(document, said, source):
        title = escape(document.metadata.title)
        article = f"<article><h1>{title}</h1>{data}</article>".encode("utf-8", "replace")
        if guard.objection(article):
            return document
        found, _ = _read(without_raw(article), index, url, mode)
        return replace(
            found,
            metadata=replace(said.metadata, title=found.metadata.title),
            diagnostics=(*found.diagnostics, FROM_DATA),
        )
    return document


def _as_data(document: Document, said: Said, source: str | bytes) -> str:
    """The article as a fragment of HTML, where the page holds it as data and shows little of it."""
    if document.document_type == "index":
        return ""
    shown = sum(b.end - b.start for b in document.blocks if b.inside and b.links <= LINKED)
    if len(said.body) >= max(SHORTEST, LONGER * shown):
        return as_markup(said.text)
    told = sum(b.end - b.start for b in document.blocks if b.inside and b.role != "title")
    return "" if told >= PROSE else embedded(source, said.headlines)


def _dump(text: str, mode: Mode) -> Document:
    mended = repair(text, mode)
    return Document(
        mended.text,
        key(mended.text),
        read_blocks(with_equal_ends(mended.text, unusual(mended.text))),
        mended.source,
        mended.edits,
        diagnostics=mended.diagnostics,
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _read(html: bytes, index: SiteIndex, url: str, mode: Mode) -> tuple[Document, Said]:
    tree, head = parse(html)
    said = read_said(head, url)
    scout = Scout(index, _host(url or said.metadata.url))
    page = walk(tree, scout.visit)
    whole = mode != "off" and looks_misread(page)
    layout = scout.layout(page)
    lines = _lines(page, layout, mode, whole=whole)
    clues = _clues(page, lines, said)
    if wrong := called_furniture(page, layout, lines, clues):
        for element in wrong:
            layout.own[element] = ""
        unfold(page, wrong, scout.visit)
        layout = scout.layout(page, wrong)
        lines = _lines(page, layout, mode, whole=whole)
        clues = _clues(page, lines, said)
    lines = with_others(page, lines, clues)
    body = find_body(page, layout, lines, clues)
    if panes := find_panes(page, lines, body.element):
        body = body._replace(element=around_all(page, panes, body.element))
        lines = with_panes(page, lines, panes)
    inside = below(page, body.element)
    kind, reason = page_type(lines, inside, body, said, url)
    if kind == "index" and not holds_article(lines, inside):
        body = body._replace(element=-1)
        inside = below(page, body.element)
    rest = hidden_rest(page, layout, lines, inside)
    wrong = [*wrong, *rest]
    lists = [e for e in page.folded if inside[e] and layout.roles[e] not in FURNITURE]
    told = highlights(page, lines, inside, body.headline)
    lists += [lines[i].element for span in told for i in span if lines[i].folded]
    if unfold(page, [*lists, *rest], scout.visit):
        layout = scout.layout(page, wrong)
        lines = _lines(page, layout, mode, whole=whole)
        lines = with_others(page, lines, _clues(page, lines, said))
        lines = with_panes(page, lines, panes)
        inside = below(page, body.element)
        body = body._replace(cards=find_cards(page, lines))
    lines = with_bars(with_asides(page, lines, inside, body.cards), inside)
    lines = with_told_pictures(lines, inside)
    lines = with_ending(page, lines, inside, body.cards)
    front = find_front(page, lines, inside, body, Hints(said.headlines, said.metadata.description))
    draft = make_blocks(page, lines, inside, body, front)
    text = mended(draft, mode)
    metadata = said.metadata
    if front.title >= 0:
        begin = next((i for i, x in enumerate(lines) if inside[x.element]), 0)
        date = metadata.published or iso(printed_date(lines, front, begin, scout.times))
        metadata = replace(metadata, title=lines[front.title].text, published=date)
    if whole and text.edits:
        metadata = mended_metadata(metadata, draft.article, mode)
    document = Document(
        text.text,
        key(text.text),
        remapped(draft.blocks, text.text, text.edits),
        text.source,
        text.edits,
        metadata=metadata,
        markup=True,
        document_type=kind,
        type_reason=reason,
        diagnostics=(*text.diagnostics, *((THIN,) if body.thin else ())),
    )
    return document, said


def _clues(page: Page, lines: Sequence[Line], said: Said) -> Clues:
    """What is known of the article before it is found."""
    headline = find_headline(page, lines, said.headlines)
    topic = Topic([lines[headline].text] if headline >= 0 else said.headlines)
    return Clues(topic, said.body, headline)


def _lines(page: Page, layout: Layout, mode: Mode, *, whole: bool) -> Sequence[Line]:
    """The lines of `page`; `whole`, if some of their letters may be misread."""
    lines = with_rows(page, list(read_lines(page, layout, whole=whole)))
    lines = with_polls(page, with_forms(page, with_controls(page, lines)))
    lines = with_numbered(page, with_toggles(page, with_comments(page, lines)))
    lines = with_subheads(page, with_content(page, with_linked_paragraphs(page, lines)))
    return lines if whole or mode == "off" else tidied(lines)

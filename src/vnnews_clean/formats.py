"""A result as text, Markdown, JSON, or an HTML page to look at."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Final

from .errors import ConfigError, nearest
from .fates import parts_of, rules_of
from .model import Kind, Label
from .outcome import Outcome
from .patterns import pattern
from .render import Piece

_SPECIAL: Final = pattern(r"([\\`*_\[\]<>])")
_LINE_START: Final = pattern(r"^(?=#{1,6}\s|[-+]\s|\d{1,9}[.)]\s|>|={3,}|-{3,})")
_NUMBERED: Final = pattern(r"\d{1,3}[.)] ")
_BULLET: Final = pattern(r"^[-–•*+▪●◦]\s+")
_LEVELS: Final = {"h1": "#", "h2": "##", "h3": "###", "h4": "####", "h5": "#####", "h6": "######"}


def render(result: Outcome, format: str) -> str:
    """`result` in one of `FORMATS`, ending in a line break unless it is empty.

    Raises `ConfigError` for a format that does not exist.
    """
    if format not in FORMATS:
        raise ConfigError(f'unknown format "{format}"{nearest(format, FORMATS)}')
    written = FORMATS[format](result)
    return f"{written}\n" if written else ""


def as_text(result: Outcome) -> str:
    """The article alone."""
    return result.text


def as_markdown(result: Outcome) -> str:
    """The article as CommonMark with tables: headings, lists, quotes; captions in italics.

    The headline comes first, whether it stands in the text or only in the metadata.
    """
    return "".join(_paragraphs(result)).strip("\n")


def as_json(result: Outcome) -> str:
    """One object: the text, its blocks with kinds, the metadata, and what was cut, and why."""
    return json.dumps(as_dict(result), ensure_ascii=False, indent=2)


def as_json_line(name: str, result: Outcome) -> str:
    """The same on one line, and in front what the document is called: one of several."""
    return json.dumps({"file": name, **as_dict(result)}, ensure_ascii=False)


def explained(result: Outcome) -> str:
    """`as_json`, and every part of every line: dropped by which rules, or kept, under which name."""
    lines = [
        {
            "start": part.start,
            "end": part.end,
            "fate": part.fate,
            "kind": part.source.kind if part.source else None,
            "rules": list(rules_of(part)),
            "text": result.document.text[part.start : part.end],
        }
        for _, parts in parts_of(result)
        for part in parts
    ]
    return json.dumps({**as_dict(result), "parts": lines}, ensure_ascii=False, indent=2)


def as_html(result: Outcome) -> str:
    """The whole document as a self-contained page for a browser, what was cut in colours."""
    from .report.sheet import sheet  # noqa: PLC0415 - only who asks pays for it

    return sheet(result)


def as_dict(result: Outcome) -> dict[str, object]:
    """What `as_json` writes, as plain dictionaries, lists, strings and numbers.

    ``start`` and ``end`` of a removal are code points of ``Document.text``.
    """
    document = result.document
    kinds = _kinds(result)
    return {
        "text": result.text,
        "document_type": document.document_type,
        "type_reason": document.type_reason,
        "metadata": result.metadata.as_dict(),
        "blocks": [
            {"kind": kinds.get(piece.block, Kind.BODY).value, "text": text}
            for piece, text in _kept(result)
        ],
        "removals": [
            {
                "start": r.start,
                "end": r.end,
                "kind": r.kind.value,
                "rules": list(r.rules),
                "text": document.text[r.start : r.end],
                "evidence": [evidence._asdict() for evidence in result.evidence(r)],
            }
            for r in result.removals
        ],
        "diagnostics": list(document.diagnostics),
    }


FORMATS: Final[Mapping[str, Callable[[Outcome], str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "html": as_html,
}


def _kept(result: Outcome) -> Iterator[tuple[Piece, str]]:
    """The kept blocks, each with the first of its pieces and what is left of its text."""
    for _, group in groupby(result.pieces, key=lambda piece: piece.block):
        first, *others = group
        last = others[-1] if others else first
        yield first, result.text[first.at : last.at + last.length]


def _kinds(result: Outcome) -> dict[int, Kind]:
    """Kind by index of the block: that of the most confident label that covers what is kept."""
    kinds: dict[int, Kind] = {}
    labels = iter(result.labels)
    active: list[Label] = []
    upcoming = next(labels, None)
    for index, block in enumerate(result.document.blocks):
        while upcoming is not None and upcoming.start <= block.start:
            active.append(upcoming)
            upcoming = next(labels, None)
        active = [x for x in active if x.end > block.start]
        covering = [x for x in active if x.end >= block.end and x.kind.family != "boilerplate"]
        if covering:
            kinds[index] = max(covering, key=lambda x: x.confidence).kind
    return kinds


def _paragraphs(result: Outcome) -> Iterator[str]:
    """The Markdown of every block, with what separates it from the one before."""
    kinds = _kinds(result)
    document = result.document
    title = result.title
    if title and document.document_type != "index":
        yield f"# {_escaped(title)}"
    before = ""
    for piece, text in _kept(result):
        block = document.blocks[piece.block]
        kind = kinds.get(piece.block, Kind.BODY)
        if kind == Kind.TITLE and text == title:
            continue
        tag = block.tag
        if tag == "tr":
            follows = before == "tr" and block.gap == 1
            yield "\n" if follows else "\n\n"
            cells = text.split("\t")
            yield _row(cells)
            if not follows:
                yield "\n|" + " --- |" * len(cells)
        elif kind == Kind.LIST or tag == "li":
            yield "\n" if before == "li" else "\n\n"
            yield (
                _SPECIAL.sub(r"\\\1", text)
                if _NUMBERED.match(text)
                else f"- {_escaped(_BULLET.sub('', text))}"
            )
            tag = "li"
        else:
            yield "\n\n" if block.gap != 1 else "  \n"
            yield _decorated(tag, kind, text)
        before = tag


def _decorated(tag: str, kind: Kind, text: str) -> str:
    written = _escaped(text)
    if kind == Kind.HEADING:
        return f"{_LEVELS.get(tag, '##')} {written}"
    if kind == Kind.QUOTE or tag == "blockquote":
        return f"> {written}"
    if kind == Kind.LEDE:
        return f"**{written}**"
    return f"*{written}*" if kind == Kind.CAPTION else written


def _row(cells: list[str]) -> str:
    return (
        "| " + " | ".join(_SPECIAL.sub(r"\\\1", cell).replace("|", r"\|") for cell in cells) + " |"
    )


def _escaped(text: str) -> str:
    """`text` with everything escaped that Markdown would take for markup."""
    return _LINE_START.sub(r"\\", _SPECIAL.sub(r"\\\1", text))

"""Scripts and markup that were printed as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule

_SCRIPT: Final = re.compile(
    r"\(function\s*\(|\$\(document\)\.ready|googletag\.cmd|adsbygoogle|window\.fbAsyncInit|//<!\[CDATA\[|document\.(?:write|getElementById|createElement|addEventListener)\(|console\.log\(|function\s+\w*\s*\([^)]{0,80}\)\s*\{|setTimeout\(function|var\s+\w+\s*=\s*(?:document|window|new\s|\{|\[|[\"'])"
)
_SIGN: Final = re.compile(r"[{}();]|//\]\]>")
_GOES_ON: Final = re.compile(
    r"[^\w\s]|(?:var|function|window|document|if|else|return|try|catch|new|googletag|\$)\b|\w+\s*[.(=]"
)
_TAG: Final = re.compile(
    r"</?(?:div|span|p|a|img|br|iframe|script|style|table|tr|td|ul|li|strong|em|b|i|video|source|figure|figcaption|h[1-6])\b[^<>]{0,1200}>"
)


@rule("residue.script", kind=Kind.META)
def script(document: Document) -> Iterator[Mark]:
    """Script code that was printed as text: from its first statement to its last bracket.

    Drops:
        (function(){ var s = document.createElement('script'); })();
    Keeps:
        Hàm f(x) trong đề thi năm nay được đánh giá là khó.
    """
    text = document.text
    ends_call = ";" in text and ");" in text  # one character is found much faster
    if not ends_call and "{" not in text and "CDATA" not in text:
        return
    for block in document.blocks:
        found = _SCRIPT.search(document.text, block.start, block.end)
        if found:
            yield Mark(found.start(), _script_end(document.text, found.start(), block.end), LIKELY)


def _script_end(text: str, start: int, end: int) -> int:
    """Behind the last closing bracket or semicolon of the code that begins at `start`."""
    last = start
    depth = 0
    for found in _SIGN.finditer(text, start, end):
        sign = found.group()
        depth += (sign in "{(") - (sign in "})")
        if depth > 0 and sign != "//]]>":
            continue
        last = found.end()
        rest = text[last : last + 40].lstrip()
        if depth <= 0 and rest and not _GOES_ON.match(rest):
            break
    return last if last > start else end


@rule("residue.markup", kind=Kind.META)
def markup(document: Document) -> Iterator[Mark]:
    """Tags that were printed as text.

    Drops:
        <iframe width="560" src="https://example.vn/v/1"></iframe>
    Keeps:
        Thẻ <b> làm chữ đậm, theo giáo trình.
    """
    if document.markup or "<" not in document.text:
        return
    tags = list(_TAG.finditer(document.text))
    if len(tags) < 2 and not any(" " in t.group() for t in tags):
        return
    for found in tags:
        yield Mark(found.start(), found.end(), LIKELY)

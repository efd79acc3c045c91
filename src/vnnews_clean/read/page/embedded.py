"""Articles that a page holds as data: for pages whose markup shows none of the text, or a teaser.

JSON-LD gives the text as ``articleBody``. What scripts of web frameworks get (``__NEXT_DATA__``,
``__NUXT__``) is searched for the longest string literal, whatever it is called there.
"""

from __future__ import annotations

import html
import json
import re
from typing import Final

from ...patterns import pattern

SHORTEST: Final = 300
"""Characters of the shortest text that is looked for."""
LONGER: Final = 2
"""How many times longer than what the page shows the text must be."""

_DATA: Final = pattern(r"__(?:NEXT_DATA|NUXT(?:_DATA)?|INITIAL_STATE|APOLLO_STATE)__")
_LITERAL: Final = pattern(r'"((?:[^"\\<]|\\.|<(?!/script))*)"')
_MARKUP: Final = pattern(r"<(?:p|div|br|figure)\b", re.IGNORECASE)
_WORD: Final = 12
"""Characters of the longest words that a text has on average."""


def embedded(source: str | bytes) -> str:
    """The article in the scripts of `source` as a fragment of HTML; empty if there is none."""
    page = source if isinstance(source, str) else source.decode("utf-8", "replace")
    begin = _DATA.search(page)
    best = ""
    while begin:
        end = page.find("</script", begin.end()) % (len(page) + 1)
        for literal in _LITERAL.finditer(page, begin.end(), end):
            if len(literal[1]) > max(len(best), SHORTEST):
                text = _read(literal[1])
                if text.count(" ") * _WORD >= len(text) >= SHORTEST:
                    best = text
        begin = _DATA.search(page, end)
    return as_markup(best) if best else ""


def as_markup(text: str) -> str:
    """`text`, which may be lines or a fragment of HTML, as a fragment of HTML."""
    if _MARKUP.search(text):
        return text
    paragraphs = [line.strip() for line in text.split("\n")]
    return "".join(f"<p>{html.escape(line)}</p>" for line in paragraphs if line)


def _read(literal: str) -> str:
    try:
        value = json.loads(f'"{literal}"', strict=False)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""

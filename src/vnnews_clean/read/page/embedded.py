"""Articles that a page holds as data: for pages whose markup shows none of the text, or a teaser.

JSON-LD gives the text as ``articleBody``. What scripts of web frameworks get (``__NEXT_DATA__``,
``__NUXT__``) is searched for the longest string literal, whatever it is called there. So is any other
``application/json``, whose literals may be data again, and what Next's newer pages stream (see `flight`);
there it has to speak of what the headline says.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...patterns import pattern
from .clues import Topic
from .fitting import KINDRED
from .flight import rows, stream

SHORTEST: Final = 300
"""Characters of the shortest text that is looked for."""
LONGER: Final = 2
"""How many times longer than what the page shows the text must be."""

_DATA: Final = pattern(r"__(?:NEXT_DATA|NUXT(?:_DATA)?|INITIAL_STATE|APOLLO_STATE)__")
_JSON: Final = pattern(r"<script[^<>]*\btype\s*=\s*[\"']?application/json\b[^<>]*>", re.IGNORECASE)
_LITERAL: Final = pattern(r'"((?:[^"\\<]|\\.|<(?!/script))*)"')
_MARKUP: Final = pattern(r"<(?:p|div|br|figure)\b", re.IGNORECASE)
_WORD: Final = 12
"""Characters of the longest words that a text has on average."""


def embedded(source: str | bytes, headlines: Sequence[str] = ()) -> str:
    """The article in the scripts of `source` as a fragment of HTML; empty if there is none."""
    page = source if isinstance(source, str) else source.decode("utf-8", "replace")
    named = max(
        (text for data in _scripts(page, _DATA) for text in _texts(data)), key=len, default=""
    )
    if named:
        return as_markup(named)
    topic, streamed = Topic(headlines), stream(page)
    data = [*_scripts(page, _JSON), streamed]
    texts = [text for one in data for text in _texts(one)]
    texts += [text for text in rows(streamed) if _is_words(text)]
    told = [text for text in texts if topic.share([text]) >= KINDRED]
    return as_markup(max(told, key=len)) if told else ""


def _scripts(page: str, sign: re.Pattern[str]) -> Iterator[str]:
    """What stands in the scripts of `page` behind a `sign`."""
    begin = sign.search(page)
    while begin:
        end = page.find("</script", begin.end()) % (len(page) + 1)
        yield page[begin.end() : end]
        begin = sign.search(page, end)


def _texts(data: str, *, again: bool = True) -> Iterator[str]:
    """The long texts in string literals of `data`, and of data in them, each longer than those before."""
    best = SHORTEST
    for literal in _LITERAL.finditer(data):
        if len(literal[1]) > best:
            text = _read(literal[1])
            if again and text[:1] in ("{", "["):
                yield from _texts(text, again=False)
            elif _is_words(text):
                best = len(text)
                yield text


def _is_words(text: str) -> bool:
    """Whether `text` is as long as an article, and its words are no longer than those of one."""
    return text.count(" ") * _WORD >= len(text) >= SHORTEST


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

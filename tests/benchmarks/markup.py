"""Pages written otherwise: the same text in other markup, string to string.

What is changed is the markup as it stands; nothing is parsed, so a page stays as broken as it was.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

_RAW: Final = re.compile(
    r"(<script\b.*?</script\s*>|<style\b.*?</style\s*>|<textarea\b.*?</textarea\s*>|<!--.*?-->)",
    re.DOTALL | re.IGNORECASE,
)
_START: Final = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_NAMES: Final = re.compile(r"""\s(class|id)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_SOUP: Final = (
    "p|article|section|main|header|footer|aside|nav|figure|figcaption|ul|ol|li|h2|h3|h4|h5|h6"
    "|blockquote|address"
)
_BLOCK_TAG: Final = re.compile(rf"<(/?)(?:{_SOUP})(?=[\s>/])", re.IGNORECASE)
_DIV_START: Final = re.compile(r"<div((?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?)>", re.IGNORECASE)
_DIV_END: Final = re.compile(r"</div\s*>", re.IGNORECASE)
_P_START: Final = re.compile(r"<p(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?>", re.IGNORECASE)
_P_END: Final = re.compile(r"</p\s*>", re.IGNORECASE)
_NEXT: Final = (
    r"(?=\s*(?:<(?:address|article|aside|blockquote|div|dl|fieldset|figure|footer|form|h[1-6]|header"
    r"|hr|main|menu|nav|ol|p|pre|section|table|ul)[\s>]"
    r"|</(?:article|aside|blockquote|body|div|footer|main|section|td)\s*>))"
)
"""What ends a paragraph whose end tag is missing (HTML, 13.1.2.4)."""
_P_OMISSIBLE: Final = re.compile(rf"</p\s*>{_NEXT}", re.IGNORECASE)
_LI_OMISSIBLE: Final = re.compile(r"</li\s*>(?=\s*(?:<li[\s>]|</[uo]l\s*>))", re.IGNORECASE)
_CELL_OMISSIBLE: Final = re.compile(
    r"</(?:td|th|tr)\s*>(?=\s*(?:<(?:td|th|tr|tbody)[\s>]|</(?:tr|tbody|table)\s*>))", re.IGNORECASE
)

Rewrite = Callable[[str], str]


def outside_scripts(change: Rewrite, page: str) -> str:
    """`change` of all but scripts, styles and comments."""
    parts = _RAW.split(page)  # text, what is raw, text, …
    return "".join(part if index % 2 else change(part) for index, part in enumerate(parts))


def _of_tags(pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> Rewrite:
    def change(page: str) -> str:
        return _START.sub(lambda tag: pattern.sub(replace, tag[0]), page)

    return change


def _hashed(attribute: re.Match[str]) -> str:
    tokens = attribute[2].strip("\"'").split()
    made = (f"c{hashlib.md5(token.encode()).hexdigest()[:7]}" for token in tokens)
    return f' {attribute[1]}="{" ".join(made)}"'


def _soup(page: str) -> str:
    return _BLOCK_TAG.sub(r"<\1div", page)


def _tables(page: str) -> str:
    return _DIV_END.sub("</td></tr></table>", _DIV_START.sub(r"<table\1><tr><td>", page))


def _breaks(page: str) -> str:
    return _P_END.sub("<br><br>", _P_START.sub("", page))


def _open_ended(page: str) -> str:
    page = _P_OMISSIBLE.sub("", page)
    return _CELL_OMISSIBLE.sub("", _LI_OMISSIBLE.sub("", page))


REWRITES: Final[Mapping[str, Rewrite]] = MappingProxyType(
    {
        "classes removed": _of_tags(_NAMES, lambda _: ""),
        "classes hashed": _of_tags(_NAMES, _hashed),
        "div soup": _soup,
        "tables for divs": _tables,
        "paragraphs as <br>": _breaks,
        "end tags missing": _open_ended,
    }
)
"""Name of a change → the page after it."""

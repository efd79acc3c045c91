"""A self-contained HTML page that can do nothing but what it brings along.

Style and script stand in the page, and its Content-Security-Policy allows them by hash and nothing
else: no request leaves the page, and no text of a document can become markup, style or script.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

_BAR: Final = 120
"""Pixels of the longest bar."""
_SHOWN: Final = {
    **{
        code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (9, 10)
    },
    **{code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
}
"""Controls, marks that turn the direction of writing, and halves of characters are shown, not sent."""


def escaped(text: object) -> str:
    """Text as content or attribute value."""
    return html.escape(str(text).translate(_SHOWN))


def page(title: str, body: Iterable[str]) -> str:
    """The whole page. `body` is markup, its texts escaped."""
    style, script = _part("look.css"), _part("look.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return "\n".join(
        [
            '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(title)}</title>\n<style>{style}</style>\n</head>\n<body>",
            *body,
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells are markup. Those that hold a number are set flush right."""
    head = "".join(f"<th>{name}</th>" for name in heads)
    lines = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def bar(share: float) -> str:
    """A horizontal bar, `share` of its full length."""
    length = round(_BAR * min(1.0, share), 1)
    return (
        f'<svg class="bar" width="{_BAR}" height="10" role="img" aria-label="{share:.0%}">'
        f'<rect width="{length}" height="10"/></svg>'
    )


def code(text: str) -> str:
    """Text as code."""
    return f"<code>{escaped(text)}</code>"


def _cell(content: str) -> str:
    bare = content.replace(",", "").replace(".", "").replace("%", "").replace("\N{THIN SPACE}", "")
    return f'<td class="n">{content}</td>' if bare.isdecimal() else f"<td>{content}</td>"


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"

"""The tree of a page without its scripts, and what the page says of itself, unread.

The only change ever made to a tree is made here: scripts, styles and the like are taken out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ...patterns import pattern

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

Attributes = Mapping[str, str | None]

STRIPPED: Final = ["style", "noscript", "svg"]
"""Elements that are taken out of the tree, with scripts."""
_TEMPLATE: Final = pattern(rb"<(/?)template\b")
_JSON_LD: Final = "application/ld+json"
_LICENSE: Final = '[rel~=license][href], a[href*="creativecommons.org/"]:has(img)'
_DATED: Final = "[itemprop=datePublished]"
_LICENSES: Final = 8
"""Links among which the page's licence is looked for."""
_PICTURES: Final = frozenset(("figure", "figcaption"))
"""A licence in one is the picture's."""
_WITHOUT_EVENTS: Final = 1
"""``LexborDocumentOptions.WO_EVENTS``: nothing happens to the tree but what the markup says."""


@dataclass(slots=True)
class Head:
    """What a page says of itself, unread."""

    metas: list[Attributes] = field(default_factory=list)
    """The attributes of every ``<meta>`` of the head."""
    canonical: str = ""
    """The address that the page gives for its own."""
    title: str = ""
    """What ``<title>`` says."""
    json_ld: list[str] = field(default_factory=list)
    """The JSON-LD scripts."""
    language: str = ""
    license: str = ""
    """The address of the licence that a link of the page names."""
    published: str = ""
    """What the first element of the page that is called ``datePublished`` gives."""


def parse(html: bytes) -> tuple[LexborHTMLParser, Head]:
    """The tree of UTF-8 `html`, and its head. Guard against hostile pages before."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - lazy

    tree = LexborHTMLParser(html, options=_WITHOUT_EVENTS, scripting=True)
    if tree.tags("template") and b"shadowroot" in html:  # a browser shows it as if it stood there
        html = _TEMPLATE.sub(rb"<\1div", html)
        tree = LexborHTMLParser(html, options=_WITHOUT_EVENTS, scripting=True)
    head = _head(tree)
    head.license = _license(tree)
    if b"datePublished" in html and (dated := tree.css_first(_DATED)) is not None:
        head.published = dated.attributes.get("content") or dated.attributes.get("datetime") or ""
    if tree.root is not None:
        for script in tree.tags("script"):
            if script.attributes.get("type") == _JSON_LD:
                head.json_ld.append(script.text(deep=True))
            script.decompose()
        tree.strip_tags(STRIPPED, recursive=True)
    return tree, head


def _head(tree: LexborHTMLParser) -> Head:
    head = Head()
    for node in tree.head.iter() if tree.head is not None else ():
        tag = node.tag or ""
        if tag == "meta":
            head.metas.append(node.attributes)
        elif tag == "link":
            attributes = node.attributes if not head.canonical else {}
            if (attributes.get("rel") or "").lower() == "canonical":
                head.canonical = attributes.get("href") or ""
        elif tag == "title":
            head.title = head.title or " ".join(node.text(deep=True).split())
    if tree.root is not None:
        head.language = tree.root.attributes.get("lang") or ""
    return head


def _license(tree: LexborHTMLParser) -> str:
    """The address of the first licence that a link of the page or a badge names."""
    for node in tree.css(_LICENSE)[:_LICENSES]:
        around = node.parent
        while around is not None and around.tag not in _PICTURES:
            around = around.parent
        if around is None and (address := node.attributes.get("href")):
            return address
    return ""

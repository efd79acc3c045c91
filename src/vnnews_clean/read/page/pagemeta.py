"""What a page says of itself: JSON-LD, Open Graph and other meta tags.

Nothing here is trusted to be well-formed. JSON-LD that does not parse is passed over, wrong types
are ignored, nested graphs are searched to a bounded depth.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ...dates import iso
from ...model import Metadata
from ...patterns import pattern
from .lines import composed
from .parsing import Head

ARTICLE_TYPES: Final = frozenset(
    "article newsarticle reportagenewsarticle opinionnewsarticle analysisnewsarticle blogposting"
    " backgroundnewsarticle reviewnewsarticle socialmediaposting liveblogposting techarticle".split()
)
PAGE_TYPES: Final = frozenset(("webpage", "creativework"))
"""What else the licence of an article may be given for; that of an ``ImageObject`` is a picture's."""
INDEX_TYPES: Final = frozenset("collectionpage itemlist searchresultspage".split())
_WANTED: Final = frozenset(
    "og:title twitter:title og:description description og:type og:site_name og:url og:image author"
    " article:author article:published_time article:modified_time article:section pubdate"
    " datepublished dc.date.issued dcterms.issued dc.date publish_date publishdate parsely-pub-date"
    " lastmod news_keywords keywords dcterms.license".split()
)
"""The meta tags that are read, by ``property``, ``name`` or ``itemprop``."""
_ISSUED: Final = (
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "publish_date",
    "publishdate",
    "parsely-pub-date",
)
"""Other names of the day on which an article was published, the best first."""
_JSON: Final = json.JSONDecoder(strict=False)
_DEPTH: Final = 6
_CONTROL: Final = pattern(r"[\x00-\x1f]+")
_SUFFIX: Final = pattern(r"\s+[|–—-]\s+[^|–—-]{2,40}$")
_PREFIX: Final = pattern(r"(\s[|–—-]|:)\s+")
PUBLISHER: Final = 80
"""Characters of the longest publisher's name."""
KEYWORD_COMMAS: Final = 2
"""Commas from which on a publisher's name is a list of keywords."""
_ACCOUNTS: Final = frozenset(
    ("admin", "administrator", "root", "webmaster", "user", "editor", "quản trị", "quản trị viên")
)
"""Whom a program names as the author if nobody gave a name."""
_MAX_JSON: Final = 2_000_000
"""Characters of a JSON-LD script beyond which it is not read."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the head says, before anything of the page's text is known."""

    metadata: Metadata
    headlines: tuple[str, ...] = ()
    """Every form in which the headline is given, with and without the publisher's name."""
    body: str = ""
    """``articleBody`` of the JSON-LD, as one line; evidence of where the article is, never output."""
    text: str = ""
    """The same as it is given, in lines or with markup."""
    types: frozenset[str] = frozenset()
    """``@type``s of the JSON-LD, and ``og:type``, lower case."""


def read_said(head: Head, url: str) -> Said:
    """What the `head` of a page, which came from `url` (may be empty), says."""
    things = [thing for script in head.json_ld for thing in _things(_load(script))]
    meta = _metas(head)
    article = next((t for t in things if _types(t) & ARTICLE_TYPES), {})
    headlines = _unique(
        [
            _text(article.get("headline")),
            meta.get("og:title", ""),
            meta.get("twitter:title", ""),
            composed(head.title),
        ]
    )
    site = _publisher(meta.get("og:site_name", ""))
    title = _without_site(headlines[0], site) if headlines else ""
    types = frozenset(meta.get("og:type", "").lower().split()).union(*map(_types, things))
    metadata = Metadata(
        title=title,
        description=meta.get("og:description")
        or meta.get("description")
        or _text(article.get("description")),
        authors=_authors(article, meta),
        published=iso(
            _text(article.get("datePublished"))
            or meta.get("article:published_time", "")
            or meta.get("pubdate", "")
            or next((meta[name] for name in _ISSUED if name in meta), "")
            or _text(head.published)
        ),
        modified=iso(
            _text(article.get("dateModified"))
            or meta.get("article:modified_time", "")
            or meta.get("lastmod", "")
        ),
        publisher=_publisher(_name(article.get("publisher"))) or site,
        section=_section(article, meta),
        tags=_tags(article, meta),
        language=head.language.lower(),
        url=_text(head.canonical) or meta.get("og:url", "") or url,
        image=meta.get("og:image", "") or _address(article.get("image")),
        license=_license(things) or _text(head.license) or meta.get("dcterms.license", ""),
    )
    text = article.get("articleBody")
    text = html.unescape(text) if isinstance(text, str) else ""
    forms = _unique([title, *headlines, *map(_behind_site, headlines)])
    return Said(metadata, forms, " ".join(text.split()), text, types)


def _load(script: str) -> object:
    if len(script) > _MAX_JSON:
        return None
    try:
        return _JSON.decode(script)
    except RecursionError:
        return None
    except ValueError:
        pass
    try:
        return _JSON.decode(_CONTROL.sub(" ", script).strip().rstrip(";"))
    except (ValueError, RecursionError):
        return None


def _things(value: object, depth: int = _DEPTH) -> Iterator[Mapping[str, object]]:
    """Every object of a JSON-LD document, outermost first."""
    if depth <= 0:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _things(inner, depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _things(item, depth - 1)


def _types(thing: Mapping[str, object]) -> frozenset[str]:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return frozenset(k.lower() for k in kinds if isinstance(k, str))


def _metas(head: Head) -> dict[str, str]:
    """The ``<meta>`` tags by lower-case name; the first of each counts."""
    found: dict[str, str] = {}
    for attributes in head.metas:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if not name or (name := name.lower()) not in _WANTED or name in found:
            continue
        if value := _text(attributes.get("content")):
            found[name] = value
    return found


def _text(value: object) -> str:
    """`value` as one composed line (NFC), with entities read once more: many a CMS escapes twice."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if not isinstance(value, str):
        return ""
    text = " ".join((html.unescape(value) if "&" in value else value).split())
    return composed(text)


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _publisher(name: str) -> str:
    """`name`, if it is one and no list of keywords."""
    return name if len(name) <= PUBLISHER and name.count(",") < KEYWORD_COMMAS else ""


def _address(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("url")) if isinstance(value, dict) else _text(value)


def _license(things: Sequence[Mapping[str, object]]) -> str:
    """What the JSON-LD gives as the licence of the article, else of the page."""
    for types in (ARTICLE_TYPES, PAGE_TYPES):
        for thing in things:
            given = thing.get("license")
            if not given or not _types(thing) & types:
                continue
            if said := _address(given) or _name(given):
                return said
            if isinstance(given, dict) and (said := _text(given.get("@id"))):
                return said
    return ""


def _authors(article: Mapping[str, object], meta: Mapping[str, str]) -> tuple[str, ...]:
    given = article.get("author")
    names = [_name(a) for a in (given if isinstance(given, list) else [given])]
    names += [meta.get("author", ""), meta.get("article:author", "")] if not any(names) else []
    publisher = (_name(article.get("publisher")), meta.get("og:site_name", ""))
    return tuple(
        n
        for n in _unique(names)
        if not n.startswith("http") and n not in publisher and n.lower() not in _ACCOUNTS
    )


def _section(article: Mapping[str, object], meta: Mapping[str, str]) -> str:
    section = meta.get("article:section", "") or _text(article.get("articleSection"))
    return "" if section.isdigit() else section.split(",")[0].strip()


def _tags(article: Mapping[str, object], meta: Mapping[str, str]) -> tuple[str, ...]:
    given = article.get("keywords")
    if isinstance(given, list):
        return _unique([_text(tag) for tag in given])
    listed = _text(given) or meta.get("news_keywords", "") or meta.get("keywords", "")
    return _unique([tag.strip() for tag in re.split(r"[,;]", listed)])


def _unique(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _behind_site(title: str) -> str:
    """What stands in `title` behind the first bar, dash or colon, if it is the longer part; or empty."""
    site, sign, rest = (
        _PREFIX.split(title, maxsplit=1) if _PREFIX.search(title) else (title, "", "")
    )
    return rest if sign and len(rest) > len(site) else ""


def _without_site(title: str, site: str) -> str:
    """`title` without the publisher's name after a dash or bar."""
    if site and title.lower().endswith(site.lower()):
        return title[: -len(site)].rstrip(" |–—-")
    return _SUFFIX.sub("", title) if " | " in title or " - Báo " in title else title

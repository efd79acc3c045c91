"""Other programs that take the article out of a page, as far as they are installed."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import metadata
from types import MappingProxyType
from typing import Any, Final

Extract = Callable[[str], str]
"""A page's article as text."""


def _trafilatura(module: Any) -> Extract:
    return lambda page: module.extract(page, include_comments=False) or ""


def _resiliparse(module: Any) -> Extract:
    return lambda page: module.extract_plain_text(page, main_content=True, alt_texts=False)


def _readability(module: Any) -> Extract:
    parse = importlib.import_module("lxml.html").fromstring

    def extract(page: str) -> str:
        summary = module.Document(page).summary()
        return "\n".join(parse(summary).itertext()) if summary.strip() else ""

    return extract


def _justext(module: Any) -> Extract:
    stoplist = module.get_stoplist("Vietnamese")

    def extract(page: str) -> str:
        paragraphs = module.justext(page, stoplist)
        return "\n".join(p.text for p in paragraphs if not p.is_boilerplate)

    return extract


_MAKERS: Final[Mapping[str, tuple[str, Callable[[Any], Extract]]]] = MappingProxyType(
    {
        "trafilatura": ("trafilatura", _trafilatura),
        "resiliparse": ("resiliparse.extract.html2text", _resiliparse),
        "readability-lxml": ("readability", _readability),
        "jusText": ("justext", _justext),
    }
)


def installed(*without: str) -> Iterator[tuple[str, Extract]]:
    """Name and function of each that can be imported; a line on stderr for each that cannot."""
    for name, (module, make) in _MAKERS.items():
        if name not in without:
            try:
                yield name, make(importlib.import_module(module))
            except ImportError:
                sys.stderr.write(f"{name} is not installed: left out\n")


def versions() -> str:
    """The other programs with their versions, as far as they are installed."""
    found = []
    for name in _MAKERS:
        with contextlib.suppress(metadata.PackageNotFoundError):
            found.append(f"{name} {metadata.version(name)}")
    return ", ".join(found)


def guarded(extract: Extract) -> Extract:
    """`extract`, which finds nothing in a page that it cannot read."""

    def careful(page: str) -> str:
        try:
            return extract(page)
        except Exception as error:  # noqa: BLE001 - other programs fail as they like
            sys.stderr.write(f"a page was lost: {type(error).__name__}\n")
            return ""

    return careful

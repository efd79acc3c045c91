"""Pages written for the project, in the markup of every family: the article comes out exactly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vnnews_clean import Cleaner, sites

PAGES = sorted((Path(__file__).parent / "fixtures" / "pages").iterdir())
FAMILIES = [page for page in PAGES if not page.name.startswith("unknown-")]
UNKNOWN = [page for page in PAGES if page.name.startswith("unknown-")]
WITH_PACKS = Cleaner()
WITHOUT_PACKS = Cleaner(sites=())


def name(page: Path) -> str:
    return page.name


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def long_lines(text: str) -> set[str]:
    return {line for line in text.split("\n") if len(words(line)) >= 6}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_page_gives_its_article_exactly(page: Path) -> None:
    result = WITH_PACKS.clean_html((page / "source.html").read_bytes())
    assert result.text + "\n" == (page / "expected.txt").read_text(encoding="utf-8")
    assert result.document_type == "article", result.document.type_reason


@pytest.mark.parametrize("page", UNKNOWN, ids=name)
def test_unknown_page_needs_no_pack(page: Path) -> None:
    result = WITHOUT_PACKS.clean_html((page / "source.html").read_bytes())
    assert result.text + "\n" == (page / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", FAMILIES, ids=name)
def test_known_page_loses_nothing_without_its_pack(page: Path) -> None:
    result = WITHOUT_PACKS.clean_html((page / "source.html").read_bytes())
    expected = (page / "expected.txt").read_text(encoding="utf-8")
    assert long_lines(expected) <= long_lines(result.text)
    assert len(words(result.text)) <= 1.2 * len(words(expected))


def test_every_pack_has_a_page() -> None:
    families = {page.name.split("-")[0] for page in FAMILIES}
    assert families == set(sites.packs()) - {sites.GENERIC}


def test_five_pages_or_more_are_of_unknown_sites() -> None:
    assert len(UNKNOWN) >= 5


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_page_is_accounted_for(page: Path) -> None:
    """Kept and removed text cover every character that is no space, once."""
    result = WITH_PACKS.clean_html((page / "source.html").read_bytes())
    text = result.document.text
    removed = "".join(text[r.start : r.end] for r in result.removals)
    total = sorted("".join(text.split()))
    assert sorted("".join((result.text + removed).split())) == total
    assert all(r.rules for r in result.removals)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_presets_are_monotone_on_pages(page: Path) -> None:
    source = (page / "source.html").read_bytes()
    kept = [
        sum(len(line) for line in Cleaner(policy=policy).clean_html(source).text.split())
        for policy in ("light", "article", "body")
    ]
    assert kept == sorted(kept, reverse=True)

"""What holds for every page, whatever its markup and whatever the rules say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import vnnews_clean
from documents import noise, pages
from vnnews_clean import Cleaner, Result

CLEANERS = {
    (policy, sites): Cleaner(policy=policy, sites=None if sites == "packs" else ())
    for policy in ("light", "article", "body")
    for sites in ("packs", "generic")
}
cleaners = st.sampled_from(sorted(CLEANERS)).map(CLEANERS.__getitem__)
anything = st.one_of(pages(), pages(), noise(), noise().map(lambda text: f"<p>{text}"))


def ink(text: str) -> str:
    """The non-space characters."""
    return "".join(text.split())


def removed(result: Result) -> set[int]:
    """Offsets of the non-space characters that are cut."""
    text = result.document.text
    return {at for r in result.removals for at in range(r.start, r.end) if not text[at].isspace()}


@given(cleaners, anything)
def test_kept_and_removed_cover_every_character_of_a_page_once(cleaner: Cleaner, page: str) -> None:
    result = cleaner.clean_html(page)
    gone = removed(result)
    kept = (char for at, char in enumerate(result.document.text) if at not in gone)
    assert ink(result.text) == ink("".join(kept))


@given(cleaners, anything)
def test_spans_of_a_page_lie_in_its_text(cleaner: Cleaner, page: str) -> None:
    result = cleaner.clean_html(page)
    size = len(result.document.text)
    assert all(0 <= label.start < label.end <= size for label in result.labels)
    borders = [offset for r in result.removals for offset in (r.start, r.end)]
    assert borders == sorted(borders)
    assert all(0 <= r.start < r.end <= size for r in result.removals)


@given(anything)
def test_blocks_of_a_page_hold_its_text_without_space_at_their_edges(page: str) -> None:
    document = CLEANERS["article", "packs"].clean_html(page).document
    borders = [offset for b in document.blocks for offset in (b.start, b.end)]
    assert borders == sorted(borders)
    parts = [document.text_of(block) for block in document.blocks]
    assert [part for part in parts if part != part.strip() or not part] == []
    assert ink("".join(parts)) == ink(document.text)
    assert len(document.key) == len(document.text)


@given(anything)
def test_a_milder_policy_never_cuts_more_of_a_page(page: str) -> None:
    light, article, body = (
        removed(CLEANERS[policy, "packs"].clean_html(page))
        for policy in ("light", "article", "body")
    )
    assert light <= article <= body


@given(anything)
def test_restore_gives_back_the_text_that_the_page_shows(page: str) -> None:
    result = CLEANERS["article", "packs"].clean_html(page)
    assert result.restore() == result.document.source


@given(cleaners, anything)
def test_a_page_is_cleaned_the_same_every_time(cleaner: Cleaner, page: str) -> None:
    one, two = cleaner.clean_html(page), cleaner.clean_html(page)
    assert (one.text, one.labels, one.removals) == (two.text, two.labels, two.removals)
    assert one.metadata == two.metadata


@given(pages())
def test_bytes_of_a_page_are_cleaned_as_their_text(page: str) -> None:
    cleaned = vnnews_clean.clean_html(page.encode("utf-8", "replace"))
    assert cleaned == vnnews_clean.clean_html(page.encode("utf-8", "replace").decode())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page(data: bytes) -> None:
    result = CLEANERS["body", "generic"].clean_html(data)
    assert result.document_type in ("article", "index", "other")
    assert len(ink(result.text)) + len(removed(result)) == len(ink(result.document.text))


@given(cleaners, pages())
def test_the_explanation_of_a_page_names_every_rule(cleaner: Cleaner, page: str) -> None:
    result = cleaner.clean_html(page)
    shown = result.explain()
    assert all(rule in shown for removal in result.removals for rule in removal.rules)

"""The page of one document: everything is on it, escaped, and it says what may run."""

from __future__ import annotations

import base64
import hashlib
import pickle
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli_support import DIRTY, PAGE, run
from vnnews_clean import Cleaner, Kind
from vnnews_clean.report.html import escaped

TAGS = set(
    "html head meta title style body header h1 h2 p details summary table thead tbody tr th td span "
    "nav fieldset legend label input main section ol li code small button aside script".split()
)


class Reader(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.parts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def test_the_policy_allows_exactly_the_style_and_the_script_of_the_page() -> None:
    page = Cleaner().clean(DIRTY).to_html()
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page
    assert "default-src 'none'" in page


@given(st.text(st.characters(blacklist_characters="\r")))
def test_no_text_becomes_markup(text: str) -> None:
    read = Reader(Cleaner(repair="off").clean(text).to_html())
    assert read.tags <= TAGS
    assert not any(name.startswith("on") or name in ("style", "href") for name in read.attributes)


def test_all_of_the_document_is_there_whatever_became_of_it() -> None:
    result = Cleaner().clean(DIRTY)
    shown = "".join("".join(Reader(result.to_html()).parts).split())
    for block in result.document.blocks:
        assert "".join(result.document.text_of(block).split()) in shown


def test_a_cut_names_rules_kind_and_confidence() -> None:
    result = Cleaner().clean(DIRTY)
    page = result.to_html()
    for removal in result.removals:
        named = f'data-kind="{removal.kind}" tabindex="0" data-rules="{", ".join(removal.rules)}"'
        assert f"{named} data-sure=" in page
        assert f'id="rule-{removal.rules[0]}"' in page


def test_a_cut_says_what_woke_its_rule() -> None:
    page = Cleaner().clean(DIRTY).to_html()
    assert 'data-why="phrase &quot;tin liên quan&quot; of related.header (related.toml)"' in page


def test_metadata_repairs_and_remarks_are_told() -> None:
    text = f"(theo AFP)\n{DIRTY}\nNga\N{NO-BREAK SPACE}và \N{CYRILLIC SMALL LETTER A}n ninh"
    result = Cleaner().clean(text)
    page = result.to_html()
    assert "<summary>Metadata</summary>" in page
    assert "<td>nbsp</td>" in page
    for remark in result.document.diagnostics:
        assert escaped(remark) in page


def test_controls_and_turned_writing_are_shown_not_sent() -> None:
    page = Cleaner(repair="off").clean("Mưa \x00\x1b[2J \u202egnàv\u2066 \ud800 to").to_html()
    assert "Mưa \\x00\\x1b[2J \\u202egnàv\\u2066 \N{REPLACEMENT CHARACTER} to" in page
    page.encode()


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_colour(kind: Kind) -> None:
    style = files("vnnews_clean.report").joinpath("look.css").read_text(encoding="utf-8")
    assert re.search(rf"\.{kind}\b[^{{}}]*\{{ --h: \d+", style)


def test_a_pickled_result_has_the_same_page() -> None:
    result = Cleaner().clean(DIRTY)
    assert pickle.loads(pickle.dumps(result)).to_html() == result.to_html()


def test_a_notebook_gets_a_fragment_that_needs_no_style_sheet_and_is_capped() -> None:
    result = Cleaner().clean(DIRTY * 200 + "<b>x</b>" * 10_000)
    shown = result._repr_html_()
    assert len(shown) < 200_000
    assert set(Reader(shown).tags) == {"details", "summary", "div", "del", "p"}
    assert "more lines" in shown
    assert "more lines" not in Cleaner().clean(DIRTY)._repr_html_()


def test_both_commands_write_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    expected = Cleaner().clean_html(PAGE).to_html()
    assert run("explain", path, "--format", "html").stdout == expected
    assert run("clean", path, "--format", "html").stdout.rstrip("\n") == expected.rstrip("\n")

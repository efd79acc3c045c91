"""Phrases as data: where one counts, in which spellings, and that the shipped ones are tidy."""

from __future__ import annotations

import pickle
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews_clean import ConfigError
from vnnews_clean.phrases import Group, Lexicon, builtin
from vnnews_clean.phrases.spelling import printed as spellings_of
from vnnews_clean.phrases.spelling import trie_pattern
from vnnews_clean.read.plain import read_blocks
from vnnews_clean.textkey import key

SMALL = Lexicon(
    {
        "a.line": Group("line", ("tin liên quan", "từ khóa")),
        "a.start": Group("start", ("xem thêm", "xem")),
        "a.inline": Group("inline", ("đọc thêm",)),
        "a.anywhere": Group("anywhere", ("bấm xem ngay",)),
    }
)
BUILTIN = builtin()


def scan(text: str, lexicon: Lexicon = SMALL) -> list[tuple[str, str]]:
    """(group, text of the hit), sorted."""
    found = lexicon.scan(text, key(text), read_blocks(text))
    return sorted((name, text[h.start : h.end]) for name, hits in found.items() for h in hits)


@pytest.mark.parametrize(
    "text",
    [
        "TIN LIÊN QUAN",
        "Tin liên quan:",
        "» Tin liên quan...",
        "1. Tin liên quan",
        "TIN\N{NO-BREAK SPACE}LIÊN QUAN",
        "Tin lien quan",
        "Mưa to.\n\nTin Liên Quan »\nNắng.",
    ],
)
def test_a_line_phrase_is_the_whole_block(text: str) -> None:
    assert [name for name, _ in scan(text)] == ["a.line"]


@pytest.mark.parametrize(
    "text", ["Tin liên quan đến vụ án", "Những tin liên quan", "Tin liên quan: mưa to"]
)
def test_a_line_phrase_with_more_in_its_block_does_not_count(text: str) -> None:
    assert scan(text) == []


@pytest.mark.parametrize("text", ["Từ khóa", "TỪ KHOÁ", "từ khoá:"])
def test_both_tone_placements_are_found(text: str) -> None:
    assert [name for name, _ in scan(text)] == ["a.line"]


def test_the_start_of_a_block_gives_the_longest_phrase_and_the_shorter_one_in_it() -> None:
    assert scan("Xem thêm: mưa to") == [("a.start", "Xem"), ("a.start", "Xem thêm")]
    assert scan("Xem thêmm") == [("a.start", "Xem")]
    assert scan("Hãy xem thêm") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mưa to. Đọc thêm: Nắng", 1),
        ("Mưa to.Đọc thêm: Nắng", 1),
        ("Mưa toĐọc thêm: Nắng", 1),
        ("Mưa to (ĐỌC THÊM)", 1),
        ("Mời bạn đọc thêm", 0),
        ("Mục Đọc thêm của báo", 0),
        ("Đọc thêmm", 0),
    ],
)
def test_an_inline_phrase_stands_at_the_border_of_a_sentence(text: str, count: int) -> None:
    assert len(scan(text)) == count


def test_an_anywhere_phrase_needs_a_capital_only() -> None:
    assert scan("tin này Bấm xem ngay đi") == [("a.anywhere", "Bấm xem ngay")]
    assert scan("tin này bấm xem ngay đi") == []


def test_more_phrases_can_be_taught_to_a_group() -> None:
    taught = SMALL.extended({"a.line": [" Bài Hay "]})
    assert [name for name, _ in scan("BÀI HAY", taught)] == ["a.line"]
    assert scan("BÀI HAY") == []


def test_an_unknown_group_is_an_error_that_suggests_the_nearest() -> None:
    with pytest.raises(ConfigError, match=r'"a\.lines"; did you mean "a\.line"'):
        SMALL.extended({"a.lines": ["x"]})


def test_a_lexicon_survives_pickling() -> None:
    copy = pickle.loads(pickle.dumps(SMALL))
    assert copy == SMALL
    assert scan("TIN LIÊN QUAN", copy) == scan("TIN LIÊN QUAN")


@given(
    st.sets(st.text("abc (", min_size=1, max_size=6), min_size=1, max_size=20),
    st.text("abc (", max_size=8),
)
def test_the_trie_finds_the_longest_phrase(phrases: set[str], text: str) -> None:
    found = re.match(trie_pattern(phrases), text)
    longest = max((p for p in phrases if text.startswith(p)), key=len, default=None)
    assert (found.group() if found else None) == longest


@pytest.mark.parametrize("phrases", [["  "], ["góc nhìn", "…"], "góc nhìn"])
def test_phrases_that_would_be_found_everywhere_are_errors(phrases: list[str]) -> None:
    with pytest.raises(ConfigError, match="a list of phrases"):
        SMALL.extended({"a.line": phrases})


def printed(where: str, phrase: str) -> str:
    """A phrase as a page prints it: with a capital, unless the lexicon spells it with some."""
    if where in ("line", "start") or phrase != phrase.lower():
        return phrase
    first = next(at for at, char in enumerate(phrase) if char.isalpha())
    return phrase[:first] + phrase[first].upper() + phrase[first + 1 :]


@pytest.mark.parametrize("name", sorted(BUILTIN.groups))
def test_shipped_phrases_are_composed_trimmed_and_single(name: str) -> None:
    where, phrases, *_ = BUILTIN.groups[name]
    for phrase in phrases:
        assert " ".join(unicodedata.normalize("NFC", phrase).split()) == phrase
        assert phrase == phrase.lower() or where in ("inline", "anywhere")
    assert len(phrases) == len(set(phrases)) > 0


@pytest.mark.parametrize("name", sorted(BUILTIN.groups))
def test_every_shipped_phrase_is_found_where_it_counts(name: str) -> None:
    where, phrases, *_ = BUILTIN.groups[name]
    lost = [p for p in phrases if name not in dict(scan(printed(where, p), BUILTIN))]
    assert lost == []


def test_a_phrase_with_capitals_is_printed_so_alone() -> None:
    assert list(spellings_of("bấm đọc")) == ["Bấm đọc", "Bấm Đọc", "BẤM ĐỌC"]
    assert list(spellings_of("bấm Đọc")) == ["bấm Đọc"]


def test_a_syllable_is_no_button_at_an_edge() -> None:
    edges = Lexicon({"a.edge": Group("line", ("gửi", "thêm"), frozenset({"edge"}))})
    assert edges.spelled("edge").pattern.match("thêm")
    assert not edges.spelled("edge").pattern.match("gửi")
    assert edges.spelled("a.edge").pattern.match("gửi"), "asked for by its own name"


def test_what_is_a_heading_of_the_article_is_no_header() -> None:
    text = "Tin liên quan"
    (block,) = read_blocks(text)
    assert SMALL.scan(text, key(text), [block])
    assert not SMALL.scan(text, key(text), [block._replace(role="heading")])

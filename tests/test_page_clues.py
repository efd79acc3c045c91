"""What a text says of a page's headline: whole words of it."""

from __future__ import annotations

import pytest

from vnnews_clean.read.page.clues import Topic


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Bến đò", 2),
        ("BẾN; (đò)", 2),
        ("Bếnh đòn", 0),
        ("kbến vàđò", 0),
        ("bếnh rồi bến", 1),  # behind one that only begins with it
        ("", 0),
    ],
)
def test_words_of_the_headline_stand_in_a_text_as_words(text: str, shared: int) -> None:
    topic = Topic(["Bến đò"])
    assert topic.shared([text]) == shared
    assert topic.share([text]) == shared / 2


@pytest.mark.parametrize(("headline", "size"), [("Ở bến", 1), ("Về bến", 2), ("7 bến 12", 1)])
def test_words_of_a_headline_have_two_letters(headline: str, size: int) -> None:
    assert Topic([headline]).size == size


def test_pairs_of_letters_stand_anywhere_where_no_spaces_are_written() -> None:
    assert Topic(["渡船"]).shared(["新渡船场"]) == 1


def test_without_a_headline_nothing_is_shared() -> None:
    assert Topic([]).share(["Bến đò"]) == 0

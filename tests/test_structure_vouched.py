"""What vouches for bare headlines at the end that they are other articles': with a case on either side."""

from __future__ import annotations

import pytest

from test_structure_stacked import HEADER, STORIES, kept


@pytest.mark.parametrize(
    ("header", "stay"),
    [
        ("GÓC QUÊ NHÀ", False),
        ("Bảy Hiền", True),  # a signature
        ("Vụ khoai môn", True),  # words of the text
        ("Góp nhặt từ mọi nẻo đường", True),  # six words
        ("Góp nhặt từ mọi nẻo", False),
        ("Vụ khoai: 2031 ký", True),  # a row
    ],
)
def test_a_header_that_vouches_is_a_few_words_about_something_else(
    header: str, *, stay: bool
) -> None:
    assert (STORIES[0] in kept(header, *STORIES)) is stay


@pytest.mark.parametrize(("dated", "stay"), [(2, False), (1, True)])
def test_a_date_beside_every_second_headline_vouches_for_all(dated: int, *, stay: bool) -> None:
    lines = [f"{story} 12/03/2031" if at < dated else story for at, story in enumerate(STORIES[:4])]
    assert (kept(*lines) == lines) is stay


TITLES = (
    "Chủ ghe tranh thủ ăn tô cháo nóng buổi",
    "Hàng vạn thọ nhuộm vàng cả mũi ghe chiều",
)
"""Nine words each."""


@pytest.mark.parametrize(
    ("more", "words", "goes"),
    [
        ("", 11, True),  # two words more
        ("", 10, False),
        (" qua", 10, True),  # as long as captions
    ],
)
def test_a_few_words_below_bare_headlines_are_a_header_or_a_title(
    more: str, words: int, *, goes: bool
) -> None:
    titles = [f"{title}{more}" for title in TITLES]
    stories = [" ".join(story.split()[:words]) for story in STORIES]
    assert kept(*titles, HEADER, *stories) == (titles if goes else [*titles, HEADER, *stories])

"""Articles of many kinds in the frames of pages: not a word of them goes, whatever stands around them."""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest

from framed_texts import DIALECTS, FRAMES, KINDS, framed
from trials import tried

LOSING: Final = {
    "a page in usual words": ("notice recipe traffic verse"),
    "a page in unseen words": (
        "captions captions_of_a_harvest exam_scores horoscope interview listicle_bare"
        " listicle_numbered photo_story prizes questions short verse"
    ),
    "a page with a letter to order": "match notice photo_story traffic",
    "bare headlines": "film_prizes prizes_announced",
    "cards without a header": "prizes",
}
"""Frame → kinds of which words still go there: known failures."""


@pytest.mark.parametrize(("frame", "kind"), list(product(FRAMES, KINDS)))
def test_an_article_is_whole_in_its_frame(
    frame: str, kind: str, request: pytest.FixtureRequest
) -> None:
    if kind in LOSING.get(frame, "").split():
        request.applymarker(pytest.mark.xfail(strict=True))
    lost = {name: tried(framed(kind, frame, name)).score.words_lost for name in DIALECTS}
    assert lost == dict.fromkeys(DIALECTS, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_known_header_opens_goes_below_an_article_of_any_kind(kind: str) -> None:
    frame = "headlines below a known header"
    left = {name: tried(framed(kind, frame, name)).score.kept("B") for name in DIALECTS}
    assert left == dict.fromkeys(DIALECTS, 0)


def test_there_are_enough_kinds() -> None:
    assert len(KINDS) >= 25

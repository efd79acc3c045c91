"""Every number of `learn`: a case just inside, and one just outside."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from test_learn import CALL, article, repeat
from vnnews_clean import Cleaner
from vnnews_clean.learn.judge import judge
from vnnews_clean.learn.mine import repeats
from vnnews_clean.learn.review import Finding
from vnnews_clean.learn.sketch import LONGEST, Sample, Sketch
from vnnews_clean.learned import place_of


def samples(texts: Sequence[str]) -> list[Sample]:
    return [Sample(f"{number:04}", text) for number, text in enumerate(texts)]


def phrases(texts: Sequence[str], least: int = 3) -> set[str]:
    return {r.phrase for r in repeats(samples(texts), least)[0]}


def unique(seed: int, count: int, size: int = 80) -> list[str]:
    """Sentences of `size` characters that nobody else has."""
    letters = "abcdeghiklmnopqrstuvxy"
    chosen = random.Random(seed)
    return ["C" + "".join(chosen.choices(letters, k=size - 2)) + "." for _ in range(count)]


@pytest.mark.parametrize(("size", "learnt"), [(5, False), (6, True), (400, True), (401, False)])
def test_the_length_of_a_phrase(size: int, learnt: bool) -> None:
    phrase = unique(7, 1, size)[0]
    assert (phrase in phrases([article(i, phrase) for i in range(4)])) == learnt


@pytest.mark.parametrize(("shared", "size", "copies"), [(3, 60, 1), (2, 60, 0), (3, 59, 0)])
def test_a_copy_shares_three_of_ten_sentences_of_sixty_characters(
    shared: int, size: int, copies: int
) -> None:
    common = unique(77, shared, size)
    texts = ["\n".join([*unique(seed, 10 - shared), *common]) for seed in range(2)]
    assert repeats(samples(texts), 2)[1] == 2 - copies


@pytest.mark.parametrize(("documents", "kept"), [(19, 1), (20, 20)])
def test_what_twenty_documents_share_makes_no_copies(documents: int, kept: int) -> None:
    said = unique(99, 1)
    texts = ["\n".join([*unique(seed, 2), *said]) for seed in range(documents)]
    assert repeats(samples(texts), 3)[1] == kept


@pytest.mark.parametrize(("neighbours", "documents", "learnt"), [(3, 5, True), (2, 4, False)])
def test_neighbours_differ_in_three_of_five_documents(
    neighbours: int, documents: int, learnt: bool
) -> None:
    before = [f"Câu {'abc'[i % neighbours]} đứng trước." for i in range(documents)]
    texts = [f"{said}\nMời xem lại." for said in before]
    assert ("Mời xem lại." in phrases(texts)) == learnt


def test_four_hundred_characters_are_near() -> None:
    assert [place_of(start, start + 10, 5000) for start in (399, 400)] == ["start", "middle"]
    assert [place_of(end - 10, end, 5000) for end in (4600, 4601)] == ["middle", "end"]


@pytest.mark.parametrize(("documents", "places"), [(10, ("start", "end")), (11, ("end",))])
def test_a_place_is_no_accident_from_a_tenth_on(documents: int, places: tuple[str, ...]) -> None:
    found = repeat(CALL, documents)
    found.places["end"], found.places["start"] = documents - 1, 1
    assert Finding("a.example", found, judge(found), 1.0).places == places


def test_the_longest_document() -> None:
    cleaner = Cleaner(select=())
    for size, kept in ((LONGEST, ["a.example"]), (LONGEST + 1, [])):
        sketch = Sketch(cleaner)
        sketch.add("a.example", "a" * size)
        assert sketch.publishers() == kept


def test_from_twenty_documents_on_more_say_no_more() -> None:
    said = [
        judge(repeat("Theo dõi chúng tôi trên kênh riêng.", n)).confidence for n in (18, 20, 21)
    ]
    assert said[0] < said[1] == said[2]


def test_four_of_five_documents_make_a_place_steady() -> None:
    steady, scattered = repeat(CALL, 10), repeat(CALL, 10)
    steady.places["end"], steady.places["start"] = 8, 2
    scattered.places["end"], scattered.places["start"] = 7, 3
    assert judge(steady).confidence == pytest.approx(judge(scattered).confidence + 0.1)


def test_what_makes_sure() -> None:
    one = "Theo dõi chúng tôi trên kênh riêng."
    scattered = repeat(one, 2)
    scattered.places["start"], scattered.places["end"] = 1, 1
    assert judge(scattered).confidence == 0.55
    assert judge(repeat(one, 2)).confidence == 0.65
    assert judge(repeat(one, 20)).confidence == 0.85
    assert judge(repeat("Mời bạn đọc xem thêm ở đây.", 2)).confidence == 0.8  # two sorts of signs


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Mời bạn đọc xem thêm đây:", "heading"),  # six words
        ("Mời bạn đọc xem thêm ở đây:", "related"),
        ("Theo bạn đọc", "source"),  # three
        ("Theo bạn đọc có", "unknown"),
        ("Bạn đọc gửi", "source"),
        ("Bạn đọc có thể", "promo"),
        ("ab@c.de", "footer"),  # letters are at least half of it
        ("a1@2.de", "table"),
    ],
)
def test_words_and_letters_of_what_is_kept(phrase: str, kind: str) -> None:
    assert judge(repeat(phrase)).kind == kind

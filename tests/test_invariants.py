"""What holds for every document, whatever the rules say (DESIGN, the invariants)."""

from __future__ import annotations

import json
import os
import pickle
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import vnnews_clean
from documents import BREAKS, FURNITURE, HEADLINES, SENTENCES, dumps, noise, texts
from vnnews_clean import Cleaner, PolicyName, Result
from vnnews_clean.rules import TABLE

POLICIES: tuple[PolicyName, ...] = ("light", "article", "body")
CLEANERS = {name: Cleaner(policy=name) for name in POLICIES}
policies = st.sampled_from(POLICIES)


def ink(text: str) -> str:
    """The non-space characters."""
    return "".join(text.split())


def removed(result: Result) -> set[int]:
    """Offsets of the non-space characters that are cut."""
    text = result.document.text
    return {at for r in result.removals for at in range(r.start, r.end) if not text[at].isspace()}


@given(policies, texts())
def test_kept_and_removed_cover_every_character_once(policy: PolicyName, text: str) -> None:
    result = CLEANERS[policy].clean(text)
    gone = removed(result)
    kept = (c for at, c in enumerate(result.document.text) if at not in gone)
    assert ink(result.text) == ink("".join(kept))


@given(policies, texts())
def test_removals_are_sorted_disjoint_and_inside_the_text(policy: PolicyName, text: str) -> None:
    result = CLEANERS[policy].clean(text)
    borders = [offset for r in result.removals for offset in (r.start, r.end)]
    assert borders == sorted(borders)
    assert all(0 <= r.start < r.end <= len(result.document.text) for r in result.removals)


@given(policies, texts())
@example(
    "article",
    "   0 bình luận_________\n"
    + 3 * ("   Sáng nay, hàng trăm người dân xã Đông Hòa đã ra đồng\n   gặt lúa.\n"),
)
def test_every_removal_is_explained_by_a_label_of_its_rules(policy: PolicyName, text: str) -> None:
    result = CLEANERS[policy].clean(text)
    for removal in result.removals:
        covering = {
            label.rule
            for label in result.labels
            if label.start < removal.end and removal.start < label.end
        }
        assert set(removal.rules) <= covering


@given(policies, texts())
def test_labels_span_something_of_the_text(policy: PolicyName, text: str) -> None:
    result = CLEANERS[policy].clean(text)
    size = len(result.document.text)
    assert all(0 <= label.start < label.end <= size for label in result.labels)
    assert list(result.labels) == sorted(set(result.labels))


@given(policies, texts())
def test_cleaning_twice_is_cleaning_once(policy: PolicyName, text: str) -> None:
    once = CLEANERS[policy].clean(text).text
    again = CLEANERS[policy].clean(once)
    assert again.text == once
    assert again.removals == ()


@given(texts())
def test_a_milder_policy_never_cuts_more(text: str) -> None:
    light, article, body = (removed(CLEANERS[name].clean(text)) for name in POLICIES)
    assert light <= article <= body


@given(texts())
def test_restore_gives_the_source_back(text: str) -> None:
    assert CLEANERS["article"].clean(text).restore() == text


@given(texts())
def test_repair_switched_off_leaves_the_text_as_it_is(text: str) -> None:
    result = Cleaner(repair="off").clean(text)
    assert result.document.text == text
    assert result.document.edits == ()


@given(st.binary(max_size=300))
def test_any_bytes_are_cleaned(data: bytes) -> None:
    result = CLEANERS["body"].clean(data)
    assert ink(result.text) == ink(
        "".join(c for at, c in enumerate(result.document.text) if at not in removed(result))
    )


@given(dumps())
def test_bytes_of_utf_8_are_cleaned_as_their_text(text: str) -> None:
    assert vnnews_clean.clean(text.encode()) == vnnews_clean.clean(text)


@given(texts())
def test_blocks_are_lines_without_their_edges(text: str) -> None:
    document = CLEANERS["light"].read(text)
    borders = [offset for b in document.blocks for offset in (b.start, b.end)]
    assert borders == sorted(borders)
    parts = [document.text_of(b) for b in document.blocks]
    assert all(part and part == part.strip() for part in parts)
    assert ink("".join(parts)) == ink(document.view)
    assert ink("".join(document.text[slice(*b.whole)] for b in document.blocks)) == ink(
        document.text
    )
    assert len(document.key) == len(document.view) == len(document.text)


@given(texts())
def test_kept_lines_stand_apart_as_they_stood(text: str) -> None:
    """Joined by one line break, or by one empty line; never more, and none at the edges."""
    cleaned = CLEANERS["article"].clean(text).text
    if not CLEANERS["article"].read(cleaned).keeps_layout:
        assert cleaned == cleaned.strip()
        assert "\n\n\n" not in cleaned
    assert cleaned == cleaned.strip("\n").rstrip()


@given(policies, texts(), st.randoms(use_true_random=False))
def test_the_order_of_the_rules_is_irrelevant(
    policy: PolicyName, text: str, chance: random.Random
) -> None:
    shuffled = list(TABLE)
    chance.shuffle(shuffled)
    other = Cleaner(policy=policy, select=(), rules=())
    object.__setattr__(other, "_rules", type(other._rules)(shuffled))
    mine, theirs = CLEANERS[policy].clean(text), other.clean(text)
    assert (mine.text, mine.labels, mine.removals) == (theirs.text, theirs.labels, theirs.removals)


@given(st.lists(dumps(), min_size=2, max_size=6))
def test_threads_share_a_cleaner(documents: list[str]) -> None:
    cleaner = Cleaner()
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: cleaner.clean(text).text, documents * 3))
    assert together == [CLEANERS["article"].clean(text).text for text in documents] * 3


@given(policies, dumps())
def test_a_pickled_cleaner_and_a_pickled_result_are_the_same(policy: PolicyName, text: str) -> None:
    cleaner = CLEANERS[policy]
    copy = pickle.loads(pickle.dumps(cleaner))
    assert (copy, hash(copy), copy.fingerprint) == (cleaner, hash(cleaner), cleaner.fingerprint)
    result = copy.clean(text)
    back = pickle.loads(pickle.dumps(result))
    assert (back.text, back.removals, back.labels) == (result.text, result.removals, result.labels)
    assert back.metadata == cleaner.clean(text).metadata


@given(texts())
def test_metadata_and_explanation_exist_for_every_document(text: str) -> None:
    result = CLEANERS["article"].clean(text)
    assert all(value for value in result.metadata.as_dict().values())
    assert ink(result.document.text) == "" or result.explain()


HASHED = """
import json, sys
from vnnews_clean import Cleaner
cleaner = Cleaner()
found = []
for text in json.load(sys.stdin):
    result = cleaner.clean(text)
    found.append([result.text, [list(r) for r in map(lambda r: (r.start, r.end, r.kind, r.rules), result.removals)]])
print(json.dumps([found, cleaner.fingerprint]))
"""


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_seed_of_hashing_changes_nothing(seed: str) -> None:
    documents = _examples(40)
    run = subprocess.run(
        [sys.executable, "-c", HASHED],
        input=json.dumps(documents),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    found, fingerprint = json.loads(run.stdout)
    results = [CLEANERS["article"].clean(text) for text in documents]
    assert found == [
        [r.text, [[x.start, x.end, x.kind.value, list(x.rules)] for x in r.removals]]
        for r in results
    ]
    assert fingerprint == CLEANERS["article"].fingerprint


def _examples(count: int) -> list[str]:
    """Composed documents without Hypothesis' shrinking: the strategies' texts in a fixed mix."""
    chance = random.Random(0)
    pool = [*SENTENCES, *HEADLINES, *FURNITURE, "TIN LIÊN QUAN", "Xem thêm: Làng chài nhỏ"]
    return [
        "".join(chance.choice(pool) + chance.choice(BREAKS) for _ in range(chance.randrange(2, 30)))
        for _ in range(count)
    ]


@given(noise())
def test_noise_is_left_alone_but_for_spaces(text: str) -> None:
    """No rule takes random characters for anything it knows."""
    result = Cleaner(repair="off").clean(text)
    assert all(r.kind.family == "boilerplate" for r in result.removals)

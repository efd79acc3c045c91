"""``batch --report``: counts that add up in any order, samples to judge by, a page that stays small."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from functools import reduce
from pathlib import Path

import pytest

from batch_support import article, command, lines
from vnnews_clean import Cleaner, Kind, Removal
from vnnews_clean.report.review import BINS, SAMPLES, WORST, Review, Sample
from vnnews_clean.report.run import NAMED, Counts, SiteRow, run_report

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def single_reviews() -> list[Review]:
    """The reviews of fifty documents, one each."""
    reviews = []
    for seed in range(50):
        review = Review()
        box = f"\n\nTIN LIÊN QUAN\nChuyện bến đò số {seed}\nLàng chiếu số {seed} vào vụ"
        review.see(Cleaner().clean(article(seed) + box), f"document {seed}")
        reviews.append(review)
    return reviews


def total(reviews: list[Review]) -> Review:
    def added(one: Review, other: Review) -> Review:
        one.add(other)
        return one

    return reduce(added, reviews, Review())


def test_reviews_add_up_to_the_same_in_any_order_and_grouping(
    single_reviews: list[Review],
) -> None:
    straight = total(single_reviews)
    shuffled = random.Random(1).sample(single_reviews, len(single_reviews))
    grouped = total([total(shuffled[:7]), total(shuffled[7:30]), total(shuffled[30:])])
    assert grouped == straight
    assert straight.shares.total() == len(single_reviews)
    assert len(straight.samples["related.box"]) == SAMPLES
    assert len(straight.worst) == WORST


def test_a_review_survives_the_journal(single_reviews: list[Review]) -> None:
    review = total(single_reviews)
    assert Review.from_dict(json.loads(json.dumps(review.as_dict()))) == review


def test_a_text_that_is_cut_a_thousand_times_is_one_sample() -> None:
    review = Review()
    for seed in range(3):
        review.see(
            Cleaner(select=("share",)).clean(f"{article(seed)}\nChia sẻ Facebook"), f"{seed}"
        )
    assert review.places["share.line"] == 3
    assert [s.where for s in review.samples["share.line"].values()] != []
    assert len(review.samples["share.line"]) == 1


@pytest.mark.parametrize(("kept", "bin_"), [(1, 0), (0.96, 1), (0.5, 10), (0.49, 11), (0, BINS)])
def test_a_share_falls_into_the_bin_that_ends_at_it(kept: float, bin_: int) -> None:
    text = "a" * 100
    result = Cleaner().clean(text)
    cut = round(100 * (1 - kept))
    result.removals = (Removal(0, cut, Kind.AD, ("x.y",)),) if cut else ()
    review = Review()
    review.see(result, "d")
    assert review.shares == Counter({bin_: 1})


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    source, output, report = (tmp_path / name for name in ("in.jsonl", "out.jsonl", "r.html"))
    source.write_text("".join(lines(30)) + "broken\n", encoding="utf-8")
    run = command(source, "-o", output, "--report", report, "--jobs", 1)
    assert run.returncode == 1, run.stderr
    page = report.read_text(encoding="utf-8")
    assert (
        "31 documents: 30 written (10 changed, 20 unchanged; 0 empty), 0 rejected, 1 quarantined."
        in page
    )
    assert 'href="#samples-related.box"' in page
    assert '<details open id="samples-related.box">' in page
    assert "<del>TIN LIÊN QUAN</del>" in page
    assert "invalid-json" in page
    assert "<code>bao3.example</code>" in page
    assert re.search(r"in\.jsonl, line \d+</small>", page)


def test_what_the_filters_reject_is_told_by_filter(tmp_path: Path) -> None:
    source, report = tmp_path / "in.jsonl", tmp_path / "r.html"
    source.write_text("".join(lines(4)) + '{"text": "Mưa to."}\n', encoding="utf-8")
    run = command(source, "-o", tmp_path / "o.jsonl", "--min-words", 5, "--report", report)
    assert run.returncode == 0, run.stderr
    page = report.read_text(encoding="utf-8")
    assert "<h2>Rejected</h2>" in page
    assert "4 written" in page
    assert "1 rejected" in page


def test_a_run_that_is_already_done_gives_the_same_page(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(12)), encoding="utf-8")
    first, second = tmp_path / "1.html", tmp_path / "2.html"
    command(source, "-o", output, "--report", first)
    again = command(source, "-o", output, "--report", second)
    assert b"already done" in again.stderr
    assert second.read_bytes() == first.read_bytes()


def test_the_report_is_no_other_file_of_the_run(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(lines(1)), encoding="utf-8")
    run = command(source, "-o", tmp_path / "o.jsonl", "--report", source)
    assert run.returncode == 2
    assert b"is an input as well" in run.stderr


def test_a_report_of_any_corpus_is_smaller_than_two_megabytes_and_runs_nothing() -> None:
    review, rules = Review(), [f"mine.rule{n}" for n in range(400)]
    for n, rule in enumerate(rules):
        for m in range(SAMPLES + 4):
            sample = Sample(f"{n}-{m}", "\u1ea5&<" * 100, "<" * 120, "\u1ea5" * 120, HOSTILE * 2)
            review.add(Review(samples={rule: {sample.rank: sample}}))
    counts = Counts(
        dict.fromkeys(("documents", *NAMED), 1),
        10**12,
        {HOSTILE: 5},
        dict.fromkeys(rules, 10**9),
        {HOSTILE: 7},
        {HOSTILE: 7},
        [SiteRow(HOSTILE * 9 + str(n), 1, 1, 0, 10, 5) for n in range(5000)],
    )
    page = run_report(HOSTILE, counts, review, {rules[0]: HOSTILE}, HOSTILE)
    assert len(page.encode()) < 2_000_000
    assert "<img" not in page
    assert page.count("<script>") == page.count("</script>") == 1

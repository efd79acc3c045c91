"""The measure of the article-extraction-benchmark, worked out by hand on small texts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import generic
from floors import Floors
from generic import Overlap, figures, overlap, shingles

TEXT = "one two three four five six"


def test_a_text_is_a_bag_of_four_words_at_a_time() -> None:
    assert shingles(TEXT)[("two", "three", "four", "five")] == 1
    assert shingles(TEXT).total() == 3
    assert shingles("one two") == {("one", "two"): 1}
    assert shingles("") == {}


def test_overlap_counts_what_both_have_and_what_one_has_alone() -> None:
    assert overlap(TEXT, TEXT) == (1.0, 0.0, 0.0)
    half = overlap(TEXT, "one two three four other")  # one shared, one surplus, two missing
    assert half == pytest.approx((1 / 4, 1 / 4, 2 / 4))
    assert (half.precision, half.recall) == pytest.approx((1 / 2, 1 / 3))
    repeated = overlap(TEXT, f"{TEXT} {TEXT}")
    assert repeated.recall == 1.0
    assert repeated.precision == pytest.approx(3 / 9)


def test_a_page_of_which_nothing_comes_out_is_lost_and_has_no_precision() -> None:
    nothing, whole = overlap(TEXT, ""), overlap(TEXT, TEXT)
    assert nothing.lost
    assert not whole.lost
    found = figures([nothing, whole])
    assert (found["precision"], found["recall"], found["lost"]) == (1.0, 0.5, 1)
    assert found["f1"] == pytest.approx(2 / 3)


def test_a_page_is_lost_below_a_fifth() -> None:
    assert Overlap(0.19, 0.0, 0.81).lost
    assert not Overlap(0.2, 0.0, 0.8).lost


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A benchmark of one page."""
    body = " ".join(f"Sentence {n} of the only article here runs on a little." for n in range(9))
    page = f"<html><body><article><h1>A title</h1><p>{body}</p></article></body></html>"
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "p.html.gz").write_bytes(gzip.compress(page.encode()))
    truth = {"p": {"articleBody": body, "url": "https://a.example/1"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    floors = tmp_path.parent / f"{tmp_path.name}.json"
    monkeypatch.setattr(generic, "FLOORS", Floors(floors))
    monkeypatch.setattr(generic, "contestants", lambda **_: {generic.OURS: lambda _: body})
    return tmp_path


def test_the_benchmark_is_run_and_pinned(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generic.main([str(folder), "--ours", "--worst", "1", "--update"]) == 0
    table, row, worst = capsys.readouterr().out.splitlines()
    assert table.split() == ["program", "F1", "precision", "recall", "lost"]
    assert row.split() == ["vnnews_clean", "1.0000", "1.0000", "1.0000", "0"]
    assert worst.split() == ["p", "P", "1.000", "R", "1.000", "https://a.example/1"]
    assert generic.main([str(folder), "--ours", "--check"]) == 0


def test_without_the_benchmark_nothing_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generic, "FOLDER", tmp_path / "nowhere")
    assert generic.main([]) == 0
    assert generic.main([str(tmp_path / "nowhere")]) == 2

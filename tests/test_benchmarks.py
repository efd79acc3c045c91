"""The measuring house measures what it says: scores, floors, audits."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

import audit
import corpus as corpora
import quality
from corpus import Segment
from failures import extract
from floors import Floors
from scoring import Score, score, summary, without_targets

REFEREE = corpora.REPOSITORY.parent / "shared" / "bench" / "score.py"
BODY = "Mưa to ở nhiều nơi khiến giao thông đình trệ."
BOX = "Xem thêm tin khác"


def gold(*segments: tuple[str, str, str]) -> list[Segment]:
    return [Segment(*s) for s in segments]


PAGE = gold(
    ("Tiêu đề", "C", "title"),
    (BODY, "C", "body"),
    ("Ảnh: Minh Hà", "N", "caption"),
    (BOX, "B", "related"),
)


def on_page(output: str) -> Score:
    return score(PAGE, output, neutral_title=True)


def figures(scored: Score) -> tuple[int, int, int]:
    """(words lost, words leaked, words invented)."""
    return scored.words_lost, scored.kept("B"), len(scored.invented)


def test_the_article_alone_is_perfect_with_or_without_editorial_lines() -> None:
    for output in (BODY, f"Tiêu đề\n{BODY}", f"{BODY}\nẢnh: Minh Hà"):
        scored = on_page(output)
        assert figures(scored) == (0, 0, 0)
        assert scored.precision == scored.recall == scored.f1 == 1.0


def test_in_texts_the_headline_is_content() -> None:
    assert figures(score(PAGE, f"Tiêu đề\n{BODY}")) == (0, 0, 0)
    assert figures(score(PAGE, BODY)) == (2, 0, 0)


def test_a_sentence_said_twice_is_not_held_against_the_cleaner() -> None:
    said = gold((BODY, "B", "related"), ("Giá xăng giảm.", "C", "lede"), (BODY, "C", "body"))
    assert figures(score(said, BODY)) == (3, 0, 0)
    assert figures(score(said, f"Giá xăng giảm. {BODY}")) == (0, 0, 0)


def test_a_longer_alignment_is_worth_more_than_a_better_label() -> None:
    said = gold(("mưa to gió lớn", "B", "nav"), ("gió", "C", "body"))
    assert figures(score(said, "mưa to gió lớn")) == (1, 4, 0)


def test_a_document_without_content_is_perfect_when_nothing_comes_out() -> None:
    index = gold((BOX, "B", "related"))
    assert (score(index, "").f1, score(index, "").faults) == (1.0, 0)
    assert score(index, "Xem thêm").f1 == 0.0
    assert score([], "Xem thêm").faults == 2


def test_pictures_and_targets_of_markdown_are_no_words() -> None:
    assert without_targets("![sông](https://a.vn/1.jpg)\n[Mưa to](/mua-to-1.html) ở đây") == (
        " \n[Mưa to] ở đây"
    )


def test_what_is_left_over_leaks_and_what_is_gone_is_lost() -> None:
    assert figures(on_page(f"{BODY}\n{BOX}")) == (0, 4, 0)
    assert figures(on_page("")) == (10, 0, 0)
    assert figures(on_page(f"{BODY} Bịa đặt.")) == (0, 0, 2)


def test_case_and_punctuation_and_composition_do_not_count() -> None:
    assert figures(on_page(BODY.upper().replace(" ", " - "))) == (0, 0, 0)


def test_segments_are_lost_or_leaked_by_their_share_of_words() -> None:
    total = summary([on_page(f"Mưa to ở nhiều nơi khiến giao\n{BOX}")])
    assert (total.segments_lost, total.content_segments) == (1, 1)
    assert (total.segments_leaked, total.boilerplate_segments) == (1, 1)
    kept = summary([on_page(f"{BODY.removesuffix('trệ.')}\nXem thêm tin")])
    assert (kept.segments_lost, kept.segments_leaked, kept.perfect) == (0, 0, 0)


def test_what_was_lost_is_shown_as_printed() -> None:
    tally = score(PAGE, "Mưa to ở nhiều nơi đình trệ.").tallies[1]
    assert extract(tally, survived=False) == "… khiến giao thông …"


@pytest.mark.skipif(not REFEREE.exists(), reason="no ../shared/bench/score.py here")
def test_the_referee_agrees() -> None:
    spec = importlib.util.spec_from_file_location("referee", REFEREE)
    assert spec
    assert spec.loader
    referee = importlib.util.module_from_spec(spec)
    sys.modules["referee"] = referee
    spec.loader.exec_module(referee)
    corpus = corpora.find()
    dumps = corpora.load(corpus, "dumps")[:30] if corpus else []
    pages = corpora.load(corpus, "lines")[:3] if corpus else []
    for document, neutral_title in [*((d, False) for d in dumps), *((p, True) for p in pages)]:
        text = document.path.read_text(encoding="utf-8")
        rows = [{"t": s.text, "l": s.label, "k": s.kind} for s in document.segments]
        for output in (text, text[len(text) // 5 :], text[::7], ""):
            ours = score(document.segments, output, neutral_title=neutral_title)
            theirs = referee.score(rows, output, neutral_title)
            assert figures(ours) == (
                theirs.content - theirs.kept,
                theirs.leaked,
                theirs.invented,
            )
            assert (ours.f1, not ours.faults) == (theirs.f1, theirs.perfect)


@pytest.fixture
def small_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of one dump, and a place of its own for the floors."""
    place = tmp_path / "corpus"
    (place / "dumps").mkdir(parents=True)
    (place / "dumps" / "D1.txt").write_text(f"{BODY}\nTIN LIÊN QUAN\n{BODY[:-1]}", encoding="utf-8")
    row = {
        "id": "D1",
        "trap": None,
        "segments": [
            {"t": BODY, "l": "C", "k": "body"},
            {"t": "TIN LIÊN QUAN", "l": "B", "k": "related"},
            {"t": BODY, "l": "B", "k": "related"},
        ],
    }
    (place / "dumps.gold.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setattr(quality, "FLOORS", Floors(tmp_path / "floor.json"))
    return place


def run(corpus: Path, *options: str) -> int:
    return quality.main([str(corpus), *options])


def test_floors_are_pinned_and_hold(small_corpus: Path) -> None:
    assert run(small_corpus, "--update") == 0
    assert run(small_corpus, "--check") == 0


def test_a_figure_below_its_floor_fails_and_is_not_pinned(
    small_corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(small_corpus, "--update")
    pinned = json.loads(quality.FLOORS.file.read_text(encoding="utf-8"))
    pinned["floors"]["dumps"]["words_leaked"] = -1
    quality.FLOORS.file.write_text(json.dumps(pinned), encoding="utf-8")
    before = quality.FLOORS.file.read_bytes()
    assert run(small_corpus, "--check") == 1
    assert run(small_corpus, "--update") == 1
    assert quality.FLOORS.file.read_bytes() == before
    assert "dumps: words_leaked is" in capsys.readouterr().err


def test_documents_that_fare_differently_are_listed(
    small_corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "saved.json"
    run(small_corpus, "--sets", "dumps", "--save", str(saved))
    faults = json.loads(saved.read_text(encoding="utf-8"))
    lost, leaked, invented = faults["dumps"]["D1"]
    saved.write_text(json.dumps({"dumps": {"D1": [lost + 5, leaked, invented]}}), encoding="utf-8")
    capsys.readouterr()
    run(small_corpus, "--sets", "dumps", "--against", str(saved))
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.split() == ["dumps", "better", "D1", "lost", str(lost + 5), "->", str(lost)]


def test_floors_of_another_corpus_say_nothing(
    small_corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(small_corpus, "--update")
    (small_corpus / "dumps" / "D1.txt").write_text(BODY, encoding="utf-8")
    assert run(small_corpus, "--check") == 1
    assert "another corpus" in capsys.readouterr().err
    assert run(small_corpus, "--update") == 0
    assert run(small_corpus, "--check") == 0


def test_without_a_corpus_nothing_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VNNEWS_CORPUS", str(tmp_path / "nowhere"))
    assert quality.main([]) == 0
    assert audit.main([]) == 0
    assert capsys.readouterr().err.count("no corpus here") == 2
    assert quality.main([str(tmp_path / "nowhere")]) == 2

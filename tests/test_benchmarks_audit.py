"""An audit lists removals by rule and tells two versions of the rules apart."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import audit
from audit import Cut, sampled
from corpus import ARTICLES

BODY = "Mưa to ở nhiều nơi khiến giao thông đình trệ suốt buổi sáng."
BOX = "TIN LIÊN QUAN\nGiá xăng giảm"
OLD = [Cut("1", "a.b", "ad", "Quảng cáo\nXem thêm", "trước", "sau")]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two files of articles; of three articles one has a box."""
    for name, texts in zip(ARTICLES, ([BODY, f"{BODY}\n{BOX}"], [BODY]), strict=True):
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as file:
            for number, text in enumerate(texts):
                row = {"id": f"{name}-{number}", "source": "ours", "text": text}
                file.write(json.dumps(row) + "\n")
    return tmp_path


def test_lines_are_new_gone_or_moved_to_another_rule() -> None:
    new = [Cut("1", "c.d", "related", "Xem thêm", "", ""), OLD[0]._replace(article="2")]
    found = {(c.what, c.cut.article, c.line, c.cut.rule, c.was) for c in audit.changes(OLD, new)}
    assert found == {
        ("moved", "1", "Xem thêm", "c.d", "a.b"),
        ("new", "2", "Quảng cáo", "a.b", ""),
        ("new", "2", "Xem thêm", "a.b", ""),
        ("gone", "1", "Quảng cáo", "a.b", ""),
    }


def test_changes_are_counted_by_rule_and_shown_in_context() -> None:
    shown = list(audit.differences([*audit.changes(OLD, [])], count=1, seed=0))
    assert shown[:2] == [
        "2 lines differ; 1 articles come out differently",
        f"gone  {'a.b':<30}     2 lines       4 words",
    ]
    assert len(shown) == 4  # one of the two, in two lines
    assert any(line in shown for line in ("    trước ⟦Quảng cáo⟧ sau", "    trước ⟦Xem thêm⟧ sau"))
    everything = list(audit.differences([*audit.changes(OLD, [])], count=None, seed=0))
    assert len(everything) == 6


def test_both_files_of_articles_are_read(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.main([str(corpus), "--sample", "1"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("3 articles, 45 words; 1 changed (33.3%)")
    assert "⟦Giá xăng giảm⟧" in shown


def test_what_was_saved_is_compared_with(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "saved.json"
    audit.main([str(corpus), "--save", str(saved)])
    capsys.readouterr()
    audit.main([str(corpus), "--against", str(saved), "--jobs", "2"])
    assert capsys.readouterr().out == "0 lines differ; 0 articles come out differently\n"
    saved.write_text("[]", encoding="utf-8")
    audit.main([str(corpus), "--against", str(saved)])
    assert "2 lines differ" in capsys.readouterr().out
    audit.main([str(corpus), "--against", str(saved), "--rule", "teaser"])
    assert "0 lines differ" in capsys.readouterr().out


def test_samples_are_the_same_every_time() -> None:
    found = [Cut(str(i), "a.b", "ad", "x", "", "") for i in range(100)]
    assert sampled(found, 5, seed=1) == sampled(found, 5, seed=1)
    assert sampled(found, 5, seed=1) != sampled(found, 5, seed=2)
    assert sampled(found[:3], 5, seed=1) == found[:3]

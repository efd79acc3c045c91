"""Races are fair, workloads are what they are called, another revision stands apart."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from pathlib import Path

import pytest

import speed
from corpus import ARTICLES, REPOSITORY
from race import Runner, race
from revision import loaded
from workloads import LETTERS, as_paragraphs, long_texts, megabytes, pages, texts, tiny

BODY = "Nông dân ở làng Gốm Hạ mở lại phiên chợ đêm sau ba năm chờ đợi."


def test_runners_take_turns_and_the_best_round_counts() -> None:
    turns: list[str] = []
    costs = iter([0, 0, 9, 1, 5, 2, 7, 3])  # the first two are warming up
    now = 0.0

    def clock() -> float:
        return now

    def runner(name: str) -> Runner:
        def run(_: str) -> None:
            nonlocal now
            turns.append(name)
            now += next(costs)

        return Runner(run)

    best = race({"a": runner("a"), "b": runner("b")}, ["x"], rounds=3, clock=clock)
    assert turns == ["a", "b"] * 4
    assert best == {"a": 5, "b": 1}


def test_a_yardstick_runs_twice_only() -> None:
    turns: list[str] = []
    race({"slow": Runner(turns.append, yardstick=True)}, ["x", "y"], rounds=9)
    assert turns == ["x", "x", "y", "x", "y"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One clean, one with a box, one mended, one with line ends written out, one a letter a line."""
    boxed, escaped = f"{BODY}\nTIN LIÊN QUAN\nGiá xăng giảm", f"{BODY}\\n{BODY}\\n{BODY}"
    found = [BODY, boxed, f"\ufeff{BODY}", escaped, "\n".join(BODY)]
    with gzip.open(tmp_path / ARTICLES[0], "wt", encoding="utf-8") as file:
        for number, text in enumerate(found):
            file.write(json.dumps({"id": str(number), "source": "ours", "text": text}) + "\n")
    return tmp_path


def test_clean_articles_are_those_that_come_out_as_they_went_in(corpus: Path) -> None:
    work = dict(texts(corpus, 20))
    assert list(work) == ["seeds", "tiny", "articles", "plain", "clean"]
    assert len(work["articles"]) == 4
    assert len(work["plain"]) == 3
    assert work["clean"] == [BODY]
    assert pages(corpus) == pages(None) == []


def test_tiny_texts_are_one_line_each() -> None:
    assert not any("\n" in text for text in tiny(30))
    assert tiny(30) == tiny(30)


def test_long_texts_differ_in_one_letter() -> None:
    made = long_texts(0.01)
    assert set(made) == set(LETTERS)
    assert all(0.009e6 < len(text) < 0.02e6 for text in made.values())
    assert made["eth"].replace("Ð", "") == made["none"]
    assert megabytes(["à" * 500_000]) == 1.0
    assert as_paragraphs("a\nb") == "<p>a</p><p>b</p>"


def test_the_tables_are_printed(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--ours", "--rounds", "1", "--count", "5", "--largest", "0.002"]
    assert speed.main([str(corpus), "--only", "text", "--sets", "tiny,clean", *options]) == 0
    head, *rows = capsys.readouterr().out.strip().splitlines()
    assert head.split()[:3] == ["texts", "MB", "MB/s"]
    assert [row.split()[0] for row in rows] == ["tiny", "clean"]
    assert speed.main([str(corpus), "--only", "long", *options]) == 0
    assert capsys.readouterr().out.count(" MB/s") == len(LETTERS)


def test_pages_are_compared_with_the_bare_parse() -> None:
    page = f"<html><body><article><h1>Chợ đêm</h1><p>{BODY}</p></article></body></html>"
    shown = list(speed.page_table([page], speed.page_runners(None, alone=True), rounds=1))
    assert [line.split()[0] for line in shown[2:]] == ["bare", "vnnews_clean", "without"]
    assert shown[2].split()[3] == "1.00"


@pytest.mark.skipif(
    not (REPOSITORY / ".git").exists() or not shutil.which("git"), reason="no git repository here"
)
def test_another_revision_is_a_package_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    with loaded("HEAD", "vnnews_clean_other") as other:
        result = other.Cleaner().clean(f"{BODY}\nTIN LIÊN QUAN\nGiá xăng giảm")
        assert result.text == BODY
        assert type(result).__module__ == "vnnews_clean_other.result"
        runners = {
            speed.OURS: Runner(lambda _: result),
            speed.BEFORE: Runner(other.Cleaner().clean),
        }
        assert list(speed._different([BODY], runners, "texts")) == []
        assert list(speed._different(["Hà Nội mưa"], runners, "texts")) == [
            "  1 of 1 texts come out differently"
        ]
    assert "vnnews_clean_other" not in sys.modules
    with (
        pytest.raises(SystemExit, match="git archive no-such-revision"),
        loaded("no-such-revision"),
    ):
        pass
    assert capsys.readouterr().out == ""

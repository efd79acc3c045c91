"""What is not wanted is rejected with its reason, and runs that go wrong are stopped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from batch_support import article, batch, command, lines, page, records, rejected_of
from vnnews_clean import Cleaner, ConfigError
from vnnews_clean.batch import brakes as brakes_module
from vnnews_clean.batch.brakes import Brakes, StoppedError
from vnnews_clean.batch.filters import Filters, Requirement, vietnamese
from vnnews_clean.batch.tally import Tally
from vnnews_clean.corpusrow import clean_row
from vnnews_clean.quarantine import Reason

ENGLISH = "The council met on Monday and decided to build another bridge over the river next year."


def reason(text: str, filters: Filters) -> str:
    found = filters.rejection(clean_row(Cleaner(), text, format="text"))
    return found.reason if found else ""


def test_few_words_are_too_few() -> None:
    assert reason("Lúa chín sớm.", Filters(min_words=3)) == ""
    assert reason("Lúa chín sớm.", Filters(min_words=4)) == "too-short"


@pytest.mark.parametrize(
    ("html", "what", "expected"),
    [
        (page(), "article", ""),
        (page(), "title", ""),
        (page(), "date", "no-date"),
        (
            page().replace(
                b"</title>", b"</title><meta property=article:published_time content=2024-05-06>"
            ),
            "date",
            "",
        ),
        (b"<p>", "article", "no-article"),
        (b"<p>", "title", "no-title"),
    ],
)
def test_articles_dates_and_titles_can_be_required(
    html: bytes, what: Requirement, expected: str
) -> None:
    row = clean_row(Cleaner(), html, page=True, format="text")
    found = Filters(require=(what,)).rejection(row)
    assert (found.reason if found else "") == expected


def test_the_language_is_told_by_its_syllables() -> None:
    vi = Filters(language="vi")
    assert reason(article(1), vi) == ""
    assert reason(ENGLISH, vi) == "not-vietnamese"
    assert reason("2024 12 24", vi) == "not-vietnamese"
    half = "lúa chín london paris"
    assert vietnamese(half) == 0.5
    assert reason(half, vi) == ""
    assert reason(f"{half} berlin", vi) == "not-vietnamese"
    assert vietnamese("C\ná\nl\ni\nn\nh chợ") == 1.0  # letters alone say nothing


def test_rejected_documents_are_all_there_with_their_reasons(tmp_path: Path) -> None:
    source, output, stats = (tmp_path / n for n in ("in.jsonl", "out.jsonl", "stats.json"))
    english = json.dumps({"text": ENGLISH * 3})
    source.write_text("".join(lines(10)) + f'{english}\n{{"text": "a"}}\nbroken\n')
    done = command(
        source,
        "-o",
        output,
        "--min-words",
        5,
        "--language",
        "vi",
        "--stats",
        stats,
    )
    assert done.returncode == 1
    assert f"rejected in {rejected_of(output)}: ".encode() in done.stderr
    gone = records(rejected_of(output))
    assert [(entry["line"], entry["reason"]) for entry in gone] == [
        (11, "not-vietnamese"),
        (12, "too-short"),
    ]
    assert gone[0]["input"] == english
    counts = json.loads(stats.read_text())
    numbers = counts["documents"]
    assert numbers["documents"] == 13
    assert (numbers["written"], numbers["rejected"], numbers["quarantined"]) == (10, 2, 1)
    assert counts["rejected"] == {"not-vietnamese": 1, "too-short": 1}


def test_a_mistyped_key_in_a_short_run_is_told_with_the_keys_that_are_there(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(3)))
    said = b'of every document was said: no field "txet"; there are: '
    assert said in command(source, "-o", output, "--text-key", "txet").stderr
    with source.open("a") as file:
        file.write('{"txet": "a"}\n')
    done = command(source, "-o", output, "--text-key", "txet", "--overwrite")
    assert done.returncode == 1
    assert said not in done.stderr


def test_a_mistyped_key_stops_a_run_with_the_keys_that_are_there(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(20_000)))
    done = command(source, "-o", output, "--text-key", "txt")
    assert done.returncode == 2
    told = done.stderr.decode()
    assert 'no field "txt"' in told
    assert '"id", "url", "text", "n"' in told
    assert not output.exists()


def test_a_key_that_some_documents_have_stops_nothing() -> None:
    tally = Tally(documents=1000)
    tally.reasons[Reason.MISSING_KEY] = 999
    Brakes(1.0).check(tally, [])
    tally.reasons[Reason.MISSING_KEY] = 1000
    with pytest.raises(StoppedError, match="the first 1,000 documents"):
        Brakes(1.0).check(tally, [])
    tally = Tally(documents=999)
    tally.reasons[Reason.MISSING_KEY] = 999
    Brakes(1.0).check(tally, [])


@pytest.mark.parametrize(
    ("limit", "documents", "quarantined", "stops"),
    [
        ("50%", 9_999, 9_999, False),
        ("50%", 10_000, 5_000, False),
        ("50%", 10_000, 5_001, True),
        ("0.01", 10_000, 100, False),
        ("0.01", 10_000, 101, True),
        ("7", 10, 7, False),
        ("7", 10, 8, True),
        ("0", 10, 1, True),
        ("1", 10, 1, False),
        ("1", 10, 2, True),
        ("1%", 10_000, 100, False),
        ("1%", 10_000, 101, True),
        ("1.0", 20_000, 20_000, False),
        ("100%", 20_000, 20_000, False),
    ],
)
def test_too_many_quarantined_stop_a_run(
    limit: str, documents: int, quarantined: int, stops: bool
) -> None:
    tally = Tally(documents=documents, quarantined=quarantined)
    if not stops:
        Brakes.of(limit).check(tally, [])
        return
    with pytest.raises(StoppedError, match="were quarantined"):
        Brakes.of(limit).check(tally, [])


@pytest.mark.parametrize("limit", ["", "-1", "1.5", "101%", "nan", "many"])
def test_a_limit_that_is_none_is_an_error(limit: str) -> None:
    with pytest.raises(ConfigError, match="--max-quarantined"):
        Brakes.of(limit)


def test_a_stopped_run_goes_on_with_a_higher_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brakes_module, "WARM", 100)
    monkeypatch.setattr("vnnews_clean.batch.lines.CHUNK", 5000)
    source, once, output = (tmp_path / n for n in ("in.jsonl", "once.jsonl", "out.jsonl"))
    source.write_text("".join(lines(300)) + "broken\n" * 400 + "".join(lines(100)))
    batch([source], once)
    with pytest.raises(StoppedError, match="goes on from here"):
        batch([source], output, brakes=Brakes(0.1))
    assert not output.exists()
    report = batch([source], output)
    assert report.resumed
    assert output.read_bytes() == once.read_bytes()

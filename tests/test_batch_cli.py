"""``vnnews-clean batch`` as its users see it: exit codes, pipes, summary, statistics, messages."""

from __future__ import annotations

import io
import json
import re
import subprocess
from pathlib import Path

import pytest

from batch_support import COMMAND, SENTENCES, article, command, lines, quarantine_of
from vnnews_clean import Cleaner
from vnnews_clean.batch.progress import Line, duration
from vnnews_clean.batch.schema import SCHEMA_VERSION, SCHEMAS
from vnnews_clean.batch.tally import MAX_SITES, OTHER_SITES, Site, Tally
from vnnews_clean.formats import as_markdown
from vnnews_clean.version import __version__


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(lines(60)))
    return path


def test_a_clean_run_ends_with_0_and_a_summary(source: Path, tmp_path: Path) -> None:
    done = command(source, "-o", tmp_path / "out.jsonl")
    assert (done.returncode, done.stdout) == (0, b"")
    first, second, *_ = done.stderr.decode().splitlines()
    assert re.match(r"60 documents in \d+:\d\d \(", first)
    assert first.endswith(
        ": 60 written (20 changed, 40 unchanged; 0 empty), 0 rejected, 0 quarantined"
    )
    assert "characters removed: related" in second
    assert not quarantine_of(tmp_path / "out.jsonl").exists()


def test_quarantined_documents_end_it_with_1_and_are_summed_up(
    source: Path, tmp_path: Path
) -> None:
    with source.open("a") as file:
        file.write("broken\n[]\n{}\n\n")
    output = tmp_path / "out.jsonl"
    done = command(source, "-o", output)
    assert done.returncode == 1
    told = done.stderr.decode()
    assert f"quarantined in {quarantine_of(output)}: invalid-json 1, not-an-object 1" in told
    assert "1 line or record was no document: " in told
    assert command(source, "-o", output).returncode == 1  # done already, and still not whole


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.jsonl", "-o", "{out}"], "nowhere.jsonl: no such file"),
        (["{in}", "-o", "{in}"], "is an input as well"),
        (["{in}", "-o", "{dir}/no/out.jsonl"], "no such folder"),
        (["{in}", "-o", "{out}", "--stats", "{out}"], "would be written twice"),
        (["{in}", "-o", "{out}", "--add", "titel"], 'did you mean "title"'),
        (["{in}", "-o", "{out}", "--add", "title=text"], "the same name"),
        (["{in}", "-o", "{out}", "--select", "related.heder"], "related"),
        (["{in}", "-o", "{dir}/out.txt"], "the output is JSON lines or Parquet"),
        (["{in}", "-o", "gs://bucket/out.jsonl"], "output goes to files"),
        (["{in}", "-o", "{out}", "--output-dir", "{dir}"], "either --output or --output-dir"),
        (["{in}", "{in}", "-o", "{out}"], "given twice"),
        (["{dir}/*.nothing", "-o", "{out}"], "nothing has a name like that"),
        (["{dir}", "-o", "{dir}/out.jsonl.gz"], "the next run would read it"),
        (["{in}", "-o", "{out}", "--max-quarantined", "many"], "a share such as 5%"),
        (["{in}", "-o", "{out}", "--require", "datum"], 'did you mean "date"'),
        (["-", "-", "-o", "{out}"], "only once"),
        (["-", "-o", "{out}", "--input-format", "warc"], "standard input is JSON lines"),
        (["{in}"], "name the output"),
        (["{in}", "-o", "{out}", "--jobs", "0"], "--jobs"),
        (["{in}", "-o", "{out}", "--jobs", "100000"], "is more than 8 for each of"),
        (["{in}", "-o", "{out}", "--deadline", "nan"], "is no number"),
        (["{in}", "-o", "{out}", "--deadline", "inf"], "0.01<=x<=86400"),
        (["{in}", "-o", "{out}", "--max-document", "inf"], "--max-document"),
        (["{in}", "-o", "{out}", "--max-document", "nan"], "is no number"),
        (["/dev/fd/0", "-o", "{out}", "--input-format", "jsonl"], "pipe is read from -"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_says_why(
    source: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    names = {"{in}": str(source), "{out}": str(tmp_path / "out.jsonl"), "{dir}": str(tmp_path)}
    for name, value in names.items():
        arguments = [argument.replace(name, value) for argument in arguments]
    done = command(*arguments)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_json_lines_go_through_a_pipe(source: Path) -> None:
    done = command("-", "-o", "-", "--quiet", "-j", "1", stdin=source.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    texts = [json.loads(line)["text"] for line in done.stdout.splitlines()]
    assert texts == [Cleaner().clean(article(i)).text for i in range(60)]


def test_a_pipe_quarantines_into_a_file_and_never_over_another(tmp_path: Path) -> None:
    quarantine = tmp_path / "refused.jsonl"
    for _ in range(2):
        done = command("-", "-o", "-", "--quarantine", quarantine, stdin=b'{"text": "a"}\nbroken\n')
        assert (done.returncode, done.stdout) == (1, b'{"text": "a"}\n')
    assert len(quarantine.read_text().splitlines()) == 2


def test_the_end_of_a_reader_is_not_an_error(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(lines(4000)))
    arguments = [*COMMAND, str(path), "-o", "-", "--quiet", "-j", "1"]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), told) == (141, b"")


def test_statistics_are_complete_and_agree_with_each_other(source: Path, tmp_path: Path) -> None:
    source.write_text(source.read_text() + 'x\n{"text": "", "url": "https://www.bao0.example/a"}\n')
    stats = tmp_path / "stats.json"
    command(source, "-o", tmp_path / "out.jsonl", "--stats", stats)
    found = json.loads(stats.read_text())
    assert found["documents"] == {
        "documents": 62,
        "written": 61,
        "changed": 20,
        "unchanged": 41,
        "empty": 1,
        "rejected": 0,
        "quarantined": 1,
    }
    assert found["passed_over"] == {}
    assert found["quarantined"] == {"invalid-json": 1}
    cleaner = Cleaner()
    results = [cleaner.clean(article(i)) for i in range(60)]
    removals = [r for result in results for r in result.removals]
    removed = sum(r.end - r.start for r in removals)
    assert sum(found["removed"]["by_kind"].values()) == removed
    assert sum(found["removed"]["by_rule"].values()) == removed
    assert found["characters"]["in"] == sum(len(article(i)) for i in range(60))
    assert found["characters"]["out"] == sum(len(result.text) for result in results)
    assert found["sites"]["bao0.example"]["documents"] == 13
    assert sum(site["removed"] for site in found["sites"].values()) == removed
    assert 0 < found["milliseconds"]["p50"] <= found["milliseconds"]["p99"]
    assert found["documents_per_second"] > 0
    assert set(found) == set(SCHEMAS["stats"]["properties"])
    assert found["made_by"] == {
        "version": __version__,
        "rules": cleaner.fingerprint[:16],
        "schema": SCHEMA_VERSION,
    }


def test_the_policy_and_the_rules_can_be_chosen(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    line = json.dumps({"text": article(3)}) + "\n"
    source.write_text(line)
    command(source, "-o", output, "--ignore", "related,teaser,duplicate,page")
    assert output.read_text() == line


def test_articles_can_be_written_as_markdown(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    page = f"<html><body><article><h1>Bến đò</h1><p>{SENTENCES[0]}</p></article></body></html>"
    source.write_text(json.dumps({"page": page}))
    command(source, "-o", output, "--html-key", "page", "--format", "markdown")
    written = json.loads(output.read_text())["text"]
    assert written == as_markdown(Cleaner().clean_html(page))
    assert written.startswith("# Bến đò")


def test_a_configuration_is_found_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    line = json.dumps({"text": article(3)}) + "\n"
    Path("in.jsonl").write_text(line)
    Path("vnnews-clean.toml").write_text('ignore = ["related", "teaser", "duplicate", "page"]\n')
    arguments = [x for x in COMMAND if x != "--isolated"]
    subprocess.run([*arguments, "in.jsonl", "-o", "out.jsonl"], check=True, capture_output=True)
    assert Path("out.jsonl").read_text() == line


def test_progress_is_one_line_that_is_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([100.0, 101.0, 101.1, 104.0])
    monkeypatch.setattr("vnnews_clean.batch.progress.monotonic", lambda: next(clock))
    terminal = io.StringIO()
    line = Line(terminal, [2_000_000, 8_000_000])
    tally = Tally(documents=0)
    line.update(0, 0, tally)
    tally.documents = 1000
    line.update(0, 1_000_000, tally)
    line.update(0, 1_100_000, tally)  # too soon
    tally.documents, tally.quarantined = 4000, 7
    line.update(1, 2_000_000, tally)
    line.close()
    shown = terminal.getvalue().split("\r\x1b[K")[2:]
    assert shown[0].startswith("1,000 documents  1.0 of 10.0 MB  1,000/s  1.0 MB/s  0:09 left")
    assert shown[1].startswith("4,000 documents  4.0 of 10.0 MB  1,000/s  1.0 MB/s  0:06 left  7 q")
    assert shown[2:] == [""]


def test_durations_read_like_a_clock() -> None:
    assert [duration(s) for s in (0.4, 61, 3723)] == ["0:00", "1:01", "1:02:03"]


def test_tallies_survive_the_journal_and_add_up() -> None:
    tally = Tally(documents=3, written=2, quarantined=1, characters_in=10)
    tally.kinds["ad"] += 5
    tally.took(0.001)
    tally.site("a.example").add(Site(2, 1, 0, 10, 5))
    copy = Tally.from_dict(json.loads(json.dumps(tally.as_dict())))
    assert copy == tally
    copy.add(tally)
    assert (copy.documents, copy.kinds["ad"], copy.sites["a.example"].removed) == (6, 10, 10)
    assert copy.latency.total() == 2


def test_percentiles_are_right_within_the_width_of_a_bin() -> None:
    tally = Tally()
    for milliseconds in range(1, 1001):
        tally.took(milliseconds / 1000)
    assert tally.percentile(0.5) == pytest.approx(500, rel=0.05)
    assert tally.percentile(0.99) == pytest.approx(990, rel=0.05)


def test_the_table_of_sites_is_bounded() -> None:
    tally = Tally()
    for i in range(MAX_SITES + 10):
        tally.site(f"{i}.example").add(Site(1))
    assert len(tally.sites) == MAX_SITES + 1
    assert tally.sites[OTHER_SITES].documents == 10

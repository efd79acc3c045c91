"""Nothing that a run reads is ever written, and nothing that changes under it counts as done."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from batch_support import batch, command, lines, quarantine_of, quarantined, rejected_of
from cli_support import run
from vnnews_clean import ConfigError, InputError
from vnnews_clean.batch.chunks import Fields
from vnnews_clean.batch.engine import Surroundings
from vnnews_clean.batch.filters import Filters
from vnnews_clean.batch.identity import ChangedError
from vnnews_clean.batch.paths import beside, journal_of, part_of, parts_of

WRITTEN = [
    ".part",
    ".parts",
    ".journal",
    ".new",
    ".journal.new",
    ".quarantine.jsonl",
    ".rejected.jsonl",
    "",
]


@pytest.mark.parametrize("suffix", WRITTEN)
@pytest.mark.parametrize("how", ["name", "symbolic link", "hard link"])
def test_an_input_is_never_what_the_run_writes(tmp_path: Path, suffix: str, how: str) -> None:
    output = tmp_path / "dump.jsonl"
    taken = output.with_name(output.name + suffix)
    taken.write_text("".join(lines(5)))
    source = taken
    if how != "name":
        source = tmp_path / "link.jsonl"
        (os.symlink if how == "symbolic link" else os.link)(taken, source)
    before = taken.read_bytes()
    for more in ([], ["--overwrite"]):
        done = run("batch", source, "--input-format", "jsonl", "-o", output, *more)
        assert done.exit_code == 2
        assert "is an input as well" in done.stderr
        assert taken.read_bytes() == before
    assert set(tmp_path.iterdir()) == {taken, source}


@pytest.mark.parametrize("option", ["-o", "--stats", "--report", "--quarantine"])
@pytest.mark.parametrize("there", [True, False])
def test_what_cannot_be_written_is_known_before_the_run(
    tmp_path: Path, option: str, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.jsonl").write_text("".join(lines(2)))
    closed = tmp_path / "closed" / "file.jsonl"
    closed.parent.mkdir()
    if there:
        closed.touch()
    known = os.access
    monkeypatch.setattr(
        os, "access", lambda path, how: "closed" not in str(path) and known(path, how)
    )
    told = [] if option == "-o" else ["-o", tmp_path / "out.jsonl"]
    done = run("batch", tmp_path / "in.jsonl", *told, option, closed)
    assert done.exit_code == 2
    assert f"{closed if there else closed.parent}: cannot be written to" in done.stderr
    assert not (tmp_path / "out.jsonl.part").exists()


@pytest.mark.parametrize("option", ["-o", "--output-dir", "--stats", "--quarantine"])
def test_a_loop_of_links_is_no_folder(tmp_path: Path, option: str) -> None:
    (tmp_path / "in.jsonl").write_text("".join(lines(2)))
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    told = ["-o", tmp_path / "out.jsonl"] if option in ("--stats", "--quarantine") else []
    done = run("batch", tmp_path / "in.jsonl", *told, option, tmp_path / "loop" / "a.jsonl")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert str(tmp_path / "loop") in done.stderr


def test_statistics_and_report_are_no_input_either(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(lines(2)))
    for option in ("--stats", "--report", "--quarantine"):
        done = run("batch", source, "-o", tmp_path / "out.jsonl", option, source)
        assert (done.exit_code, "is an input as well" in done.stderr) == (2, True)


def test_a_file_that_only_has_the_name_of_ours_is_left_alone(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(2)))
    for name in (part_of(output), quarantine_of(output), rejected_of(output)):
        name.write_text("mine")
        with pytest.raises(ConfigError, match="exists; --overwrite replaces it"):
            batch([source], output)
        assert name.read_text() == "mine"
        name.unlink()


def test_overwriting_a_table_removes_its_parts_and_nothing_else(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    source.write_text("".join(lines(2)))
    parts_of(output).mkdir()
    (parts_of(output) / "thesis.doc").write_text("mine")
    with pytest.raises(InputError, match="is no part of"):
        batch([source], output, overwrite=True)
    assert (parts_of(output) / "thesis.doc").read_text() == "mine"


def _longer(path: Path) -> None:
    with path.open("a") as file:
        file.write('{"text": "a"}\n')


def _shorter(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _another(path: Path) -> None:
    shutil.copy(path, path.with_name("copy"))
    path.with_name("copy").replace(path)


@pytest.mark.parametrize("change", [_longer, _shorter, _another])
@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_an_input_that_changes_during_a_run_ends_it(
    tmp_path: Path, change: Callable[[Path], None], suffix: str
) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / f"b.jsonl{suffix}"
    output = tmp_path / "out.jsonl"
    first.write_text("".join(lines(3000)))
    second.write_bytes(first.read_bytes())
    if suffix:
        batch([first], second, overwrite=True)
    changed: list[Path] = []

    def check() -> None:
        if not changed:
            changed.append(second)
            change(second)

    with pytest.raises(ChangedError, match="changed while it was read"):
        batch([first, second], output, around=Surroundings(check=check))
    assert not output.exists()
    with pytest.raises(ConfigError, match="has changed since"):
        batch([first, second], output, checkpoint=0)


def test_a_refused_file_that_vanished_is_noticed(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(3)) + "broken\n")
    batch([source], output, filters=Filters(min_words=1000))
    output.rename(part_of(output))  # as if it had been killed at the very end
    for path in (quarantine_of(output), rejected_of(output)):
        path.rename(tmp_path / "aside")
        with pytest.raises(InputError, match=rf"{path.name} is missing"):
            batch([source], output, filters=Filters(min_words=1000))
        (tmp_path / "aside").rename(path)


HALF = "\\ud800"
AWKWARD = {
    "half a character in a URL": f'{{"url": "http://{HALF}/", "text": "a"}}',
    "... in another field": f'{{"k": "{HALF}", "text": "a"}}',
    "... in a key": f'{{"{HALF}": 1, "text": "a"}}',
    "a URL that is none": '{"url": "http://[::1", "text": "a"}',
}


def test_half_a_character_ends_no_run(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(AWKWARD.values()))
    fields = Fields(add=(("metadata", "metadata"),))
    for _ in range(2):
        tally = batch([source], output, fields=fields).tally
        assert (tally.written, tally.quarantined) == (len(AWKWARD), 0)
    assert [json.loads(line)["text"] for line in output.open()] == ["a"] * len(AWKWARD)


def test_names_that_are_no_utf8_end_no_run(tmp_path: Path) -> None:
    source = tmp_path / os.fsdecode(b"bad\xffname.jsonl")
    folder, output = tmp_path / "folder", tmp_path / os.fsdecode(b"\xfe.jsonl")
    source.write_text('{"text": "a"}\nbroken\n')
    folder.mkdir()
    (folder / os.fsdecode(b"big\xff.txt")).write_bytes(b"x" * 3_000_000)
    (folder / os.fsdecode(b"ok\xff.txt")).write_bytes(b"x")
    for path in (source, folder):
        arguments = [path, "-o", output, "--max-document", 1, "--stats", tmp_path / "s.json"]
        assert command(*arguments, "--overwrite").returncode == 1
        assert run("batch", *arguments).exit_code == 1
        (gone,) = quarantined(output)
        assert os.fsencode(str(gone["file"])).startswith(os.fsencode(path))


@pytest.mark.parametrize("error", ["SystemExit", "KeyboardInterrupt", "GeneratorExit"])
def test_no_error_of_a_plug_in_ends_a_run(tmp_path: Path, error: str) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(f'{{"text": "a"}}\n{{"text": "POISON:raise:{error}"}}\n{{"text": "b"}}\n')
    tally = batch([source], output, poisoned=True).tally
    assert (tally.written, tally.quarantined) == (2, 1)
    (gone,) = quarantined(output)
    assert error in str(gone["detail"])


def test_what_a_plug_in_prints_is_no_part_of_the_output(tmp_path: Path) -> None:
    (tmp_path / "chatty.py").write_text(
        "import os\n"
        "from vnnews_clean import rule\n"
        "print('hello from the import')\n"
        "@rule('mine.chatty', kind='ad')\n"
        "def chatty(document):\n"
        "    print('hello from the rule', flush=True)\n"
        "    os.write(1, b'hello from below')\n"
        "    return iter(())\n"
    )
    folder = tmp_path / "chatty-1.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Name: chatty\nVersion: 1\n")
    (folder / "entry_points.txt").write_text("[vnnews_clean.rules]\nchatty = chatty:chatty\n")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = command("-", "-o", "-", stdin=b'{"text": "a"}\n', env={"PYTHONPATH": path})
    assert (done.returncode, done.stdout) == (0, b'{"text": "a"}\n')
    assert b"hello from the rule" in done.stderr


def test_settings_that_changed_are_named_with_their_values(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(2)))
    assert command(source, "-o", output, "--min-words", 3).returncode == 0
    told = run("batch", source, "-o", output, "--policy", "body", "--ignore", "tags").stderr
    assert "setting policy was article, now body" in told
    assert "setting ignore was none, now tags" in told
    assert "setting min-words was 3, now 0" in told


def test_a_rule_whose_code_changed_is_another_one(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(lines(2)))
    batch([source], output, poisoned=True)
    journal = json.loads(journal_of(output).read_text())
    name, _, code = journal["settings"]["rules"].partition(" ")
    assert (name, len(code)) == ("test.poison", 10)
    journal["settings"]["rules"] = f"{name} (12345678)"
    journal_of(output).write_text(json.dumps(journal))
    with pytest.raises(ConfigError, match=r"setting rules was test\.poison \(12345678\), now"):
        batch([source], output, poisoned=True)


def test_every_path_beside_an_output_is_known() -> None:
    names = {path.name.removeprefix("o") for path in beside(Path("o"))}
    assert names == set(WRITTEN) - {".quarantine.jsonl", ".rejected.jsonl"}


def test_fields_that_are_added_keep_their_names(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"text": "a", "title": "mine"}\n')
    batch([source], output, fields=Fields(add=(("title", "title"),)))
    assert [entry["reason"] for entry in quarantined(output)] == ["key-exists"]

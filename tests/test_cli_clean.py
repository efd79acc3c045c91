"""``clean``: the article of a file or a pipe, as text, Markdown or JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cli_support import CLEAN, DIRTY, KEPT, PAGE, run


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A dump with a box."""
    path = tmp_path / "a.txt"
    path.write_text(DIRTY, encoding="utf-8")
    return path


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with navigation."""
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_the_seeds_come_out_as_expected(fixtures: Path) -> None:
    for source in sorted((fixtures / "seeds").glob("*.input.txt")):
        expected = source.with_name(source.name.replace(".input.", ".expected."))
        assert run("clean", source).stdout_bytes == expected.read_bytes()


def test_a_file_a_dash_and_nothing_at_all(text: Path) -> None:
    for outcome in (run("clean", text), run("clean", "-", stdin=DIRTY), run("clean", stdin=DIRTY)):
        assert (outcome.exit_code, outcome.stdout, outcome.stderr) == (0, CLEAN, "")


def test_several_files_are_set_apart(text: Path) -> None:
    other = text.with_name("b.txt")
    other.write_text(CLEAN, encoding="utf-8")
    assert run("clean", text, other).stdout == f"{CLEAN}\n{CLEAN}"


def test_a_page_is_known_by_suffix_or_content(page: Path) -> None:
    unnamed = page.with_name("page")
    unnamed.write_text(f"<!-- saved -->\n{PAGE}", encoding="utf-8")
    for outcome in (run("clean", page), run("clean", unnamed), run("clean", stdin=PAGE)):
        assert KEPT[1] in outcome.stdout
        assert "Trang chủ" not in outcome.stdout
        assert "<p>" not in outcome.stdout


def test_as_overrules_suffix_and_content(page: Path) -> None:
    assert "<html>" in run("clean", page, "--as", "text").stdout
    bare = page.with_suffix(".txt")
    bare.write_text(f"Chợ nổi<br>họp lại: <b>{KEPT[1]}</b>", encoding="utf-8")
    assert "<b>" not in run("clean", bare, "--as", "html").stdout


def test_json_and_markdown(text: Path, page: Path) -> None:
    for source in (text, page):
        record = json.loads(run("clean", source, "--format", "json").stdout)
        assert KEPT[1] in record["text"]
    assert f"# {KEPT[0]}\n" in run("clean", page, "--format", "markdown").stdout


def test_several_files_as_json_are_one_object_a_line(text: Path, page: Path) -> None:
    for more in ((), ("-o", "-")):
        lines = run("clean", text, page, "--format", "json", *more).stdout.splitlines()
        assert [json.loads(line)["file"] for line in lines] == [str(text), str(page)]
        assert all(KEPT[1] in json.loads(line)["text"] for line in lines)


@pytest.mark.parametrize("more", [(), ("--overwrite",)])
def test_a_source_is_never_overwritten(
    text: Path, page: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    linked, hard = tmp_path / "linked.html", tmp_path / "hard.html"
    linked.symlink_to(page)
    hard.hardlink_to(page)
    for target in (page, linked, hard, tmp_path / "." / "a.html"):
        outcome = run("clean", page, "-o", target, *more)
        assert outcome.exit_code == 2
        assert f"{page}: is what is read, and is not overwritten" in outcome.stderr
        assert page.read_text(encoding="utf-8") == PAGE
    assert run("clean", text, "-o", tmp_path, *more).exit_code == 2
    assert text.read_text(encoding="utf-8") == DIRTY
    both = run("clean", text, page, "-o", tmp_path, *more)
    assert "a.txt: is what is read" in both.stderr
    assert text.read_text(encoding="utf-8") == DIRTY


def test_another_file_is_overwritten_on_demand_alone(text: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.txt"
    target.write_text("other\n", encoding="utf-8")
    outcome = run("clean", text, "-o", target)
    assert outcome.exit_code == 2
    assert "exists, and is not overwritten without --overwrite" in outcome.stderr
    assert target.read_text(encoding="utf-8") == "other\n"
    assert run("clean", text, "-o", target, "--overwrite").exit_code == 0
    assert target.read_text(encoding="utf-8") == CLEAN
    assert run("clean", text, "-o", target).exit_code == 0, "it holds that text already"


def test_the_url_reaches_the_metadata(page: Path) -> None:
    url = "https://vi-du.example/cho-noi.html"
    assert url in run("clean", page, "--url", url, "--format", "json").stdout
    assert run("clean", page, page, "--url", url).exit_code == 2


def test_output_goes_to_a_file_or_a_folder(text: Path, page: Path, tmp_path: Path) -> None:
    single, folder = tmp_path / "new" / "one.txt", tmp_path / "many"
    assert run("clean", text, "-o", single).stdout == ""
    assert single.read_text(encoding="utf-8") == CLEAN
    other = text.rename(text.with_name("b.txt"))
    assert run("clean", other, page, "-o", folder, "--format", "json").exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["a.json", "b.json"]
    assert run("clean", other, "-o", f"{tmp_path}/more/").exit_code == 0
    assert (tmp_path / "more" / "b.txt").read_text(encoding="utf-8") == CLEAN


def test_two_sources_of_one_name_do_not_share_a_file(
    text: Path, page: Path, tmp_path: Path
) -> None:
    outcome = run("clean", text, page, "-o", tmp_path / "out")
    assert outcome.exit_code == 2
    assert "would take the place of" in outcome.stderr
    assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == CLEAN


def test_the_policy_is_an_option(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{CLEAN}Khung cảnh chợ nổi buổi sớm. (Ảnh: Minh Hà)\n", encoding="utf-8")
    assert "(Ảnh: Minh Hà)" in run("clean", path).stdout
    assert "(Ảnh: Minh Hà)" not in run("clean", path, "--policy", "body").stdout
    assert "(Ảnh: Minh Hà)" not in run("clean", path, "--drop", "caption").stdout


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.txt", None, "no such file"),
        ("folder", None, "is a folder, not a file"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is binary, not text"),
        ("packed.gz", b"\x1f\x8b\x08\x01abc", "is binary, not text"),
        ("empty.txt", b"", "is empty"),
        ("space.txt", b" \r\n\t\n", "is empty"),
        ("records.jsonl", b'{"text": "a"}', "holds records"),
    ],
)
def test_what_is_no_text_is_named_and_the_rest_is_done(
    tmp_path: Path, text: Path, name: str, content: bytes | None, message: str
) -> None:
    (tmp_path / "folder").mkdir()
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    outcome = run("clean", path, text)
    assert outcome.exit_code == 2
    assert outcome.stderr == f"error: {path}: {message}\n" or message == "holds records"
    assert f"{path}: {message}" in outcome.stderr
    assert outcome.stdout == CLEAN


def test_empty_and_binary_pipes_are_errors_too() -> None:
    for stdin, message in ((b"", "is empty"), (b"\0\1", "is binary, not text")):
        outcome = run("clean", "-", stdin=stdin)
        assert outcome.exit_code == 2
        assert outcome.stderr == f"error: standard input: {message}\n"


def test_an_unreadable_file_is_an_error(text: Path) -> None:
    text.chmod(0)
    if os.access(text, os.R_OK):
        pytest.skip("root may read everything")
    assert run("clean", text).exit_code == 2


def test_nothing_left_is_said_and_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("TIN LIÊN QUAN\nNgười thợ đóng ghe cuối cùng của làng ven sông\n", "utf-8")
    outcome = run("clean", path)
    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert f"{path}: holds no article" in outcome.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(DIRTY, "utf-8"))
    writer.start()
    assert run("clean", pipe).stdout == CLEAN
    writer.join()


def test_other_encodings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.encode("utf-16"))
    assert run("clean", path).stdout == CLEAN


def test_output_is_utf_8_whatever_the_locale(text: Path) -> None:
    outcome = subprocess.run(
        [sys.executable, "-m", "vnnews_clean", "clean", text],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        capture_output=True,
        check=True,
    )
    assert outcome.stdout == CLEAN.encode()


def test_a_wrong_option_value_suggests_the_right_one(text: Path) -> None:
    for options in (["--ignore", "teaser.lotery"], ["--drop", "captoin"]):
        outcome = run("clean", text, *options)
        assert outcome.exit_code == 2
        assert "did you mean" in outcome.stderr
        assert "Traceback" not in outcome.output

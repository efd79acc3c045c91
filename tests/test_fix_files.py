"""``fix`` and ``check`` on files: what is rewritten, what is kept of it, what is refused."""

from __future__ import annotations

import json
import os
import socket
import stat
from pathlib import Path

import pytest

from cli_support import BOX, CLEAN, DIRTY, KEPT, run

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files")
plain_user = pytest.mark.skipif(
    os.name == "posix" and os.geteuid() == 0, reason="root may read and write everything"
)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A file with something to cut."""
    path = tmp_path / "a.txt"
    path.write_text(DIRTY, encoding="utf-8")
    return path


def test_fix_needs_a_path() -> None:
    assert run("fix").exit_code == 2


def test_fix_rewrites_and_says_by_which_rule(text: Path) -> None:
    outcome = run("fix", text)
    assert outcome.exit_code == 0
    assert text.read_text(encoding="utf-8") == CLEAN
    assert outcome.stdout.startswith(f"fixed {text} (related.")
    assert outcome.stderr == "1 file: 1 fixed\n"


def test_fix_can_exit_with_1_where_it_changed_something(text: Path) -> None:
    assert run("fix", text, "--exit-non-zero-on-fix").exit_code == 1
    assert run("fix", text, "--exit-non-zero-on-fix").exit_code == 0


def test_fix_twice_changes_nothing_more(text: Path) -> None:
    run("fix", text)
    outcome = run("fix", text)
    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert outcome.stderr == "1 file: 1 clean\n"


def test_check_reports_and_does_not_touch(text: Path) -> None:
    before = text.stat()
    outcome = run("check", text)
    assert outcome.exit_code == 1
    assert f"{text}:4:1: related." in outcome.stdout
    assert BOX[0] in outcome.stdout
    assert text.read_text(encoding="utf-8") == DIRTY
    assert text.stat().st_mtime_ns == before.st_mtime_ns


def test_check_of_a_clean_file_says_so(text: Path) -> None:
    text.write_text(CLEAN, encoding="utf-8")
    outcome = run("check", text)
    assert (outcome.exit_code, outcome.stdout, outcome.stderr) == (0, "", "1 file: 1 clean\n")


def test_quiet_leaves_only_errors(text: Path) -> None:
    outcome = run("check", text, text.with_name("missing.txt"), "--quiet")
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert outcome.stderr == f"error: {text.with_name('missing.txt')}: no such file\n"


def test_an_untouched_file_is_not_opened_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"  {CLEAN}\n\n\n{KEPT[1]}  \n", encoding="utf-8")
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))
    path.chmod(0o444)
    before = path.stat()
    assert run("fix", path).exit_code == 0
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("closed", [True, False], ids=["closed", "open"])
def test_the_form_of_a_file_is_kept(
    tmp_path: Path, mark: bytes, newline: str, closed: bool
) -> None:
    def in_form(content: str) -> bytes:
        return mark + (content if closed else content[:-1]).replace("\n", newline).encode()

    path = tmp_path / "a.txt"
    path.write_bytes(in_form(DIRTY))
    assert run("fix", path).exit_code == 0
    assert path.read_bytes() == in_form(CLEAN)


def test_utf_16_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.encode("utf-16"))
    assert run("fix", path).exit_code == 0
    assert path.read_bytes() == CLEAN.encode("utf-16")


def test_a_file_of_which_nothing_is_left_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n".join(BOX) + "\n", encoding="utf-8")
    assert run("fix", path).exit_code == 0
    assert path.read_bytes() == b""


def test_an_empty_file_is_clean(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert run("fix", tmp_path).stderr == "1 file: 1 clean\n"


@posix
def test_the_mode_is_kept(text: Path) -> None:
    text.chmod(0o640)
    run("fix", text)
    assert stat.S_IMODE(text.stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link_and_what_it_points_to_is_fixed(text: Path) -> None:
    link = text.with_name("link.txt")
    link.symlink_to(text.name)
    assert run("fix", link).exit_code == 0
    assert link.is_symlink()
    assert link.readlink() == Path(text.name)
    assert text.read_text(encoding="utf-8") == CLEAN


@posix
def test_a_link_to_nothing_is_an_error(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to("nowhere")
    outcome = run("fix", link)
    assert outcome.exit_code == 2
    assert f"{link}: is a link to nothing" in outcome.stderr


@posix
def test_a_file_with_two_names_is_refused_where_it_would_change(text: Path) -> None:
    other = text.with_name("other.txt")
    other.hardlink_to(text)
    outcome = run("fix", text)
    assert outcome.exit_code == 2
    assert f"{text}: has 2 hard links, and is not rewritten" in outcome.stderr
    assert other.read_text(encoding="utf-8") == DIRTY
    text.write_text(CLEAN, encoding="utf-8")
    assert run("fix", text).exit_code == 0


@posix
def test_a_named_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    outcome = run("fix", tmp_path)
    assert outcome.exit_code == 2
    assert f"{pipe}: is a named pipe, not a file" in outcome.stderr


@posix
def test_devices_and_sockets_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("a.txt")
        outcome = run("check", "/dev/null", "a.txt")
    assert outcome.exit_code == 2
    assert "/dev/null: is a device, not a file" in outcome.stderr
    assert "a.txt: is a socket, not a file" in outcome.stderr


@posix
@plain_user
def test_a_read_only_file_is_refused(text: Path) -> None:
    text.chmod(0o444)
    assert "is read-only" in run("fix", text).stderr
    assert text.read_text(encoding="utf-8") == DIRTY


@posix
@plain_user
@pytest.mark.parametrize("mode", [0o000, 0o444, 0o311], ids=oct)
def test_a_closed_folder_does_not_end_the_work(text: Path, tmp_path: Path, mode: int) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "b.txt").write_text(DIRTY, encoding="utf-8")
    closed.chmod(mode)
    try:
        for paths in ((closed, text), (closed / "b.txt", text)):
            outcome = run("check", *paths)
            assert f"{text}:4:1: related." in outcome.stdout
            assert outcome.exit_code == (1 if mode == 0o311 and paths[0] != closed else 2)
        assert run("clean", closed / "b.txt", text).stdout.endswith(CLEAN.rstrip("\n") + "\n")
        assert "Permission denied" in run("fix", closed, text).stderr
    finally:
        closed.chmod(0o755)
    assert text.read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04 and so on", "is binary, not text"),
        (b"\x89PNG\r\n\0\0\0", "is binary, not text"),
        ("Chợ nổi họp lại".encode() + b"\xff", "is not UTF-8 (line 1, byte 23)"),
        ("\ufeffChợ\nnổi\nhọp ".encode() + b"\xff", "is not UTF-8 (line 3, byte 21)"),
    ],
    ids=["zip", "png", "a broken byte", "one below a mark"],
)
def test_what_cannot_be_written_back_is_refused(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    outcome = run("fix", path)
    assert outcome.exit_code == 2
    assert f"{path}: {message}" in outcome.stderr
    assert path.read_bytes() == content


def test_an_error_does_not_stop_the_rest(text: Path) -> None:
    missing = text.with_name("missing.txt")
    outcome = run("fix", missing, text)
    assert outcome.exit_code == 2
    assert text.read_text(encoding="utf-8") == CLEAN
    assert outcome.stderr == f"error: {missing}: no such file\n2 files: 1 fixed, 1 failed\n"


def test_repairs_are_findings(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CLEAN.replace("ba trăm", "ba\N{NO-BREAK SPACE}trăm"), encoding="utf-8")
    outcome = run("check", path)
    assert outcome.exit_code == 1
    assert f"{path}:2:17: repair: nbsp" in outcome.stdout
    assert run("fix", path).exit_code == 0
    assert path.read_text(encoding="utf-8") == CLEAN
    assert run("check", path, "--repair", "off").exit_code == 0


def test_json_lists_every_file_and_finding(text: Path) -> None:
    clean = text.with_name("b.txt")
    clean.write_text(CLEAN, encoding="utf-8")
    report = json.loads(run("check", text.parent, "--output-format", "json").stdout)
    assert [(f["path"], f["status"]) for f in report["files"]] == [
        (str(text), "found"),
        (str(clean), "clean"),
    ]
    first = report["files"][0]["findings"][0]
    assert (first["line"], first["column"], first["kind"]) == (4, 1, "related")
    assert first["rule"] in first["rules"]
    assert first["text"].startswith(BOX[0])
    assert report["summary"]["found"] == report["summary"]["clean"] == 1


def test_json_of_nothing_is_json(tmp_path: Path) -> None:
    report = json.loads(run("check", tmp_path, "--output-format", "json").stdout)
    assert report["files"] == []


def test_github_gets_annotations(text: Path) -> None:
    text.write_text(DIRTY.replace(BOX[1], "Giá gạo tăng 5%, nông dân vui"), encoding="utf-8")
    odd = text.rename(text.with_name("a,b: c.txt"))
    outcome = run("check", odd, odd.with_name("none.txt"), "--output-format", "github")
    assert outcome.exit_code == 2
    warning, *_, error = outcome.stdout.splitlines()
    assert warning.startswith(f"::warning file={odd.parent}/a%2Cb%3A c.txt,line=4,endLine=")
    assert "title=related." in warning
    assert "tăng 5%25, nông dân" in outcome.stdout
    assert error.startswith("::error file=")


def test_kept_lines_keep_indents_spaces_and_line_breaks_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    kept = [f"{KEPT[0]}\r\n", "\n", f"  {KEPT[1]} \n", f"\t{KEPT[2]}\r\n"]
    box = [f"{line}\r\n" for line in BOX]
    path.write_bytes("".join([*kept, "\r\n", *box]).encode())
    assert run("fix", path).exit_code == 0
    assert path.read_bytes().decode() == "".join([kept[0], "\r\n", *kept[2:]])
    assert run("check", path).exit_code == 0


def test_a_line_that_is_cut_keeps_its_indent(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"{KEPT[0]}\n    {KEPT[1]} >> Xem thêm: Lúa chín sớm\r\n{KEPT[2]}".encode())
    assert run("fix", path).exit_code == 0
    assert path.read_bytes().decode() == f"{KEPT[0]}\n    {KEPT[1]}\r\n{KEPT[2]}"

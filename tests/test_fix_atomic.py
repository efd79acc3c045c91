"""Rewriting by rename: what goes wrong leaves the old content and nothing beside it."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from pathlib import Path

import pytest

from cli_support import CLEAN, DIRTY, run
from vnnews_clean.errors import InputError
from vnnews_clean.files import atomic

OLD, NEW = "cũ\n".encode(), "mới\n".encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that holds `OLD`."""
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    return path


def test_the_content_is_exchanged(file: Path) -> None:
    atomic.replace(file, OLD, NEW)
    assert file.read_bytes() == NEW
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("name", ["fsync", "fchmod", "open"])
def test_a_full_disk_leaves_the_old_content(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, name, fail)
        with pytest.raises(InputError, match=r"a\.txt: cannot be written: No space left"):
            atomic.replace(file, OLD, NEW)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_ctrl_c_leaves_the_old_content(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            atomic.replace(file, OLD, NEW)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_what_somebody_else_wrote_meanwhile_stays(file: Path) -> None:
    file.write_bytes(b"newer\n")
    with pytest.raises(InputError, match="changed while it was cleaned"):
        atomic.replace(file, OLD, NEW)
    assert file.read_bytes() == b"newer\n"


@pytest.mark.parametrize("content", [OLD + OLD, NEW])
def test_what_somebody_else_writes_just_then_stays(
    file: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    """A disk takes its time: all that while, somebody else may write."""
    os.utime(file, ns=(0, 0))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: file.write_bytes(content))
        with pytest.raises(InputError, match="changed while it was cleaned"):
            atomic.replace(file, OLD, NEW)
    assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]


def test_a_long_name_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / ("ộ" * 80 + ".txt")  # 244 bytes of the 255 that file systems take
    path.write_bytes(OLD)
    atomic.replace(path, OLD, NEW)
    assert path.read_bytes() == NEW


def test_a_new_file_gets_its_folders_and_the_usual_mode(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.txt"
    assert atomic.write(path, NEW, overwrite=False)
    assert path.read_bytes() == NEW
    (tmp_path / "usual").touch()
    usual = stat.S_IMODE((tmp_path / "usual").stat().st_mode)
    assert stat.S_IMODE(path.stat().st_mode) == usual


def test_the_same_content_is_not_written_again(file: Path) -> None:
    before = file.stat()
    assert not atomic.write(file, OLD, overwrite=True)
    assert file.stat().st_mtime_ns == before.st_mtime_ns


def test_a_folder_in_the_way_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="exists, and is not overwritten"):
        atomic.write(tmp_path, NEW, overwrite=True)
    (tmp_path / "a.txt").touch()
    with pytest.raises(InputError, match="cannot be written"):
        atomic.write(tmp_path / "a.txt" / "b.txt", NEW, overwrite=True)


def test_extended_attributes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIRTY)
    try:
        os.setxattr(path, "user.origin", b"crawl 7")
    except OSError:
        pytest.skip("no extended attributes here")
    assert run("fix", path).exit_code == 0
    assert path.read_text() == CLEAN
    assert os.getxattr(path, "user.origin") == b"crawl 7"


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    gone = subprocess.Popen(["true"])
    gone.wait()
    swept = tmp_path / f".a.txt.{gone.pid}-0123abcd.tmp"
    fresh = tmp_path / f".b.txt.{gone.pid}-0123abcd.tmp"
    at_work = tmp_path / f".a.txt.{os.getpid()}-0123abcd.tmp"
    foreign = tmp_path / ".mine.tmp"
    for path in (swept, fresh, at_work, foreign):
        path.write_text("half")
        if path != fresh:
            os.utime(path, (1, 1))
    assert run("check", tmp_path).exit_code == 0
    assert swept.exists()  # to check is to touch nothing
    assert run("fix", tmp_path).exit_code == 0
    assert [p.exists() for p in (swept, fresh, at_work, foreign)] == [False, True, True, True]

"""What is no text is refused by name everywhere, and no text is, whatever its encoding."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from batch_support import batch, quarantined, records
from cli_support import run
from test_legacy_encodings import ENCODERS, TEXT
from vnnews_clean.read.repair.binary import objection

UNKNOWN = "is binary, or in an encoding that is not known"
NOISE = bytes(random.Random(1).choices(range(1, 256), k=50))
"""Fifty bytes without a NUL."""
SOUND = "Lúa hè thu chín sớm, nông dân phấn khởi.\n"
SHORT = ("Đường ngập", "ĐƯỜNG NGẬP", "Đội ở dưới đó", "đợi")


def known(odd: int, plain: int, other: int) -> bytes:
    """So many bytes beyond ASCII, letters, and other signs of ASCII."""
    return b"\xff" * odd + b"a" * plain + b"*" * other


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", [50, 300, 20_000])
def test_random_bytes_are_no_text(seed: int, size: int) -> None:
    assert objection(bytes(random.Random(seed).choices(range(1, 256), k=size))) == UNKNOWN


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), *SHORT, " ".join(SHORT)])
@pytest.mark.parametrize("encoder", ENCODERS.values(), ids=ENCODERS)
def test_no_legacy_text_is_refused(encoder: Callable[[str], bytes], text: str) -> None:
    assert objection(encoder(text)) == ""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        SOUND.encode() + b"\xff",
        b"\x01\x02\x03",
        SOUND.encode("utf-16"),
        SOUND.encode("utf-16-le"),
        SOUND.encode("utf-16-be"),
        ("ข่าววันนี้" * 40).encode() + b"\xff" * 40,
        "Crème brûlée à l'été, déjà vu; où êtes-vous ?".encode("latin-1"),
        b'<meta charset="windows-1251">' + "Новости сегодня и завтра".encode("cp1251") * 9,
    ],
    ids=[
        "nothing",
        "one bad byte alone",
        "one bad byte",
        "controls",
        "UTF-16",
        "UTF-16LE without a mark",
        "UTF-16BE without a mark",
        "UTF-8 with many bad bytes",
        "Latin-1",
        "a page that says what it is in",
    ],
)
def test_what_can_be_read_is_text(data: bytes) -> None:
    assert objection(data) == ""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"a\0b", "is binary, not text"),
        (b"%PDF-1.7 abc", "is binary, not text"),
        (b"a" * 8191 + b"\0", "is binary, not text"),
        (b"a" * 8192 + b"\0", ""),
        (known(12, 9, 0), UNKNOWN),
        (known(11, 0, 4), ""),
        (known(12, 13, 5), UNKNOWN),
        (known(12, 14, 5), ""),
        ("Новости сегодня и завтра".encode("cp1251"), UNKNOWN),
    ],
)
def test_where_text_ends(data: bytes, why: str) -> None:
    assert objection(data) == why


@pytest.mark.parametrize("command", ["clean", "check", "fix"])
def test_every_command_names_the_file_and_does_the_rest(tmp_path: Path, command: str) -> None:
    noise, sound = tmp_path / "a.txt", tmp_path / "b.txt"
    noise.write_bytes(NOISE)
    sound.write_text(SOUND, encoding="utf-8")
    outcome = run(command, noise, sound)
    assert outcome.exit_code == 2
    assert f"error: {noise}: {UNKNOWN}" in outcome.stderr
    assert (noise.read_bytes(), sound.read_text("utf-8")) == (NOISE, SOUND)
    assert outcome.stdout == (SOUND if command == "clean" else "")


def test_a_pipe_is_refused_too() -> None:
    outcome = run("clean", "-", stdin=NOISE)
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr == f"error: standard input: {UNKNOWN}\n"


def test_a_folder_of_a_batch_puts_it_into_quarantine(tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    (folder / "a.txt").write_bytes(NOISE)
    (folder / "b.txt").write_bytes(ENCODERS["tcvn3"](TEXT))
    (folder / "c.txt").write_bytes(SOUND.encode("utf-16-le"))
    batch([folder], output)
    assert [record["path"] for record in records(output)] == ["b.txt", "c.txt"]
    assert [(e["reason"], e["detail"]) for e in quarantined(output)] == [("binary", UNKNOWN)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_and_never_rewritten(tmp_path: Path, encoding: str) -> None:
    path, text = tmp_path / "a.txt", f"{SOUND}Theo dõi Báo Sông Quê trên\n"
    path.write_bytes(text.encode(encoding))
    assert run("clean", path).stdout == SOUND
    outcome = run("fix", path)
    assert outcome.exit_code == 2
    assert f"{path}: is {encoding.upper()} without a byte order mark" in outcome.stderr
    assert path.read_bytes() == text.encode(encoding)

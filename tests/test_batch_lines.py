"""Reading JSON lines: chunks cut at fixed places, nothing passed over, memory bounded."""

from __future__ import annotations

import gzip
import hashlib
import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from vnnews_clean.batch import lines as lines_module
from vnnews_clean.batch import members as members_module
from vnnews_clean.batch.chunks import CHUNK, Chunk, Limits, Packing, Place, Position
from vnnews_clean.batch.identity import ChangedError
from vnnews_clean.batch.lines import Line, LineReader, Lines, Span
from vnnews_clean.batch.streams import Stream, pack
from vnnews_clean.errors import InputError
from vnnews_clean.quarantine import Reason

Write = Callable[[bytes, Packing], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(data: bytes, packing: Packing) -> Path:
        path = tmp_path / f"in.{packing}"
        path.write_bytes(pack(data, packing))
        return path

    return written


def chunks(
    path: Path, packing: Packing = "plain", start: Position | None = None, limit: int = 1 << 20
) -> list[Chunk]:
    return list(LineReader(path, packing, Limits(size=limit)).chunks(start or Position()))


def lines_of(found: list[Chunk]) -> list[Line]:
    payloads = (c.payload for c in found if isinstance(c.payload, Lines | Span))
    return [line for payload in payloads for line in payload.items()]


def noise(size: int, seed: int = 0) -> bytes:
    """Lines of all lengths, empty ones among them."""
    chosen = random.Random(seed)
    data = bytearray()
    while len(data) < size:
        data += b"x" * int(chosen.expovariate(1 / 3000)) + b"\n" * chosen.choice((1, 1, 1, 2))
    return bytes(data)


@pytest.mark.parametrize("packing", ["plain", "gz", "zst"])
def test_every_line_comes_once_with_its_number_and_offset(write: Write, packing: Packing) -> None:
    data = noise(3 * CHUNK)[:-1]  # the last line has no end
    found = lines_of(chunks(write(data, packing), packing))
    expected = data.split(b"\n")
    assert [line.raw for line in found] == expected
    assert [line.place.number for line in found] == list(range(1, len(expected) + 1))
    assert all(data[o:].startswith(raw) for raw, o in ((x.raw, x.place.offset) for x in found))


@pytest.mark.parametrize("packing", ["plain", "gz", "zst"])
def test_reading_on_from_any_chunk_gives_the_same_chunks(write: Write, packing: Packing) -> None:
    long = b"y" * (CHUNK + 1000) + b"\n"
    data = noise(CHUNK) + long + noise(CHUNK, 1) + b"z" * (3 * CHUNK) + b"\n" + noise(CHUNK, 2)
    path = write(data, packing)
    whole = chunks(path, packing, limit=2 * CHUNK)
    assert len(whole) > 5
    for i, chunk in enumerate(whole):
        rest = chunks(path, packing, chunk.end, limit=2 * CHUNK)
        assert [c.payload for c in rest] == [c.payload for c in whole[i + 1 :]]
        assert [c.end for c in rest] == [c.end for c in whole[i + 1 :]]


def test_a_line_of_any_length_is_passed_over_without_being_held(write: Write) -> None:
    giant = b"z" * (5 * CHUNK)
    found = chunks(write(b"a\n" + giant + b"\nb\n", "plain"), limit=1000)
    (gone,) = [entry for c in found for entry in c.rejected]
    assert gone.reason is Reason.TOO_LONG
    assert gone.place == Place(gone.place.file, "line", 2, 2)
    assert gone.size == len(giant)
    assert gone.sha256 == hashlib.sha256(giant).hexdigest()
    assert len(gone.raw) < CHUNK
    assert [(x.raw, x.place.number) for x in lines_of(found)] == [(b"a", 1), (b"b", 3)]


def test_an_endless_line_out_of_a_small_file_is_a_bomb(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_module, "BOMB_SIZE", 8 * CHUNK)
    path = write(b'{"text": "a"}\n' + b"0" * (100 * CHUNK), "zst")
    found = chunks(path, "zst")
    (gone,) = [entry for c in found for entry in c.rejected]
    assert gone.reason is Reason.BOMB
    assert gone.size < 20 * CHUNK
    assert found[-1].end == Position(1)


def test_a_byte_order_mark_is_no_part_of_the_first_line(write: Write) -> None:
    (line,) = lines_of(chunks(write(b"\xef\xbb\xbf{}\n", "plain")))
    assert (line.raw, line.place.offset) == (b"{}", 3)


def test_empty_files_have_no_chunks(write: Write) -> None:
    assert chunks(write(b"", "plain")) == []
    assert chunks(write(b"", "gz"), "gz") == []


def _packed(bodies: list[bytes], packing: Packing) -> list[bytes]:
    return [pack(body, packing) for body in bodies]


def _bodies(lines_in_each: int) -> list[bytes]:
    chosen = random.Random(1)
    return [
        b"".join(chosen.randbytes(500).hex().encode() + b"\n" for _ in range(lines_in_each))
        for _ in range(4)
    ]


@pytest.mark.parametrize("packing", ["gz", "zst"])
@pytest.mark.parametrize("held", [1 << 20, 1000])
def test_a_file_that_was_cut_is_read_up_to_the_cut(
    tmp_path: Path, packing: Packing, held: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(members_module, "HELD", held)
    whole = b"".join(_bodies(200))
    data = pack(whole, packing)
    path = tmp_path / "in"
    path.write_bytes(data[: len(data) // 2])
    found = chunks(path, packing)
    gone = [entry for c in found for entry in c.rejected]
    assert {entry.reason for entry in gone} == {Reason.CORRUPT}
    assert "ends in the middle" in gone[-1].detail
    read = b"".join(line.raw + b"\n" for line in lines_of(found))
    assert whole.startswith(read)
    assert len(read) >= len(whole) // 3
    assert found[-1].end == Position(1)


@pytest.mark.parametrize("packing", ["gz", "zst"])
@pytest.mark.parametrize("held", [1 << 20, 1000])
@pytest.mark.parametrize("damaged", [{0}, {1}, {1, 2}, {3}])
@pytest.mark.parametrize("at", [0.0, 0.01, 0.5, 0.999])
def test_nothing_of_a_damaged_member_is_used_and_reading_goes_on_behind_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    packing: Packing,
    held: int,
    damaged: set[int],
    at: float,
) -> None:
    monkeypatch.setattr(members_module, "HELD", held)
    bodies = _bodies(30)
    packed = _packed(bodies, packing)
    for number in damaged:
        member = bytearray(packed[number])
        member[int(at * len(member))] ^= 0x41
        packed[number] = bytes(member)
    path = tmp_path / "in"
    path.write_bytes(b"".join(packed))
    found = chunks(path, packing)
    intact = b"".join(body for n, body in enumerate(bodies) if n not in damaged)
    assert b"".join(line.raw + b"\n" for line in lines_of(found)) == intact
    gone = [entry for c in found for entry in c.rejected]
    assert {entry.reason for entry in gone} == {Reason.CORRUPT}
    assert 1 <= len(gone) <= len(damaged)
    for i, chunk in enumerate(found):  # a stop anywhere neither forgets a damage nor tells it twice
        rest = chunks(path, packing, chunk.end) if chunk.end.input == 0 else []
        assert [(c.end, c.payload, c.rejected) for c in rest] == [
            (c.end, c.payload, c.rejected) for c in found[i + 1 :]
        ]


@pytest.mark.parametrize("packing", ["gz", "zst"])
def test_a_line_that_a_damage_tears_is_refused_with_it(tmp_path: Path, packing: Packing) -> None:
    packed = _packed([b"one\ntw", b"o\nthree\n", b"four\n"], packing)
    path = tmp_path / "in"
    path.write_bytes(packed[0] + packed[1][:-2] + b"??" + packed[2])
    found = chunks(path, packing)
    assert [line.raw for line in lines_of(found)] == [b"one", b"four"]
    torn, damage = [entry for c in found for entry in c.rejected]
    assert (torn.raw, torn.place.number, damage.place.number) == (b"tw", 2, 3)
    assert lines_of(found)[-1].place.number == 3


@pytest.mark.parametrize("packing", ["gz", "zst"])
def test_junk_behind_the_last_member_is_one_refused_document(
    tmp_path: Path, packing: Packing
) -> None:
    path = tmp_path / "in"
    path.write_bytes(pack(b"a\n", packing) + b"\0" * 600 + b"this is no member")
    found = chunks(path, packing)
    assert [line.raw for line in lines_of(found)] == [b"a"]
    (gone,) = [entry for c in found for entry in c.rejected]
    assert (gone.reason, gone.place.number) == (Reason.CORRUPT, 2)


def test_zero_bytes_behind_a_member_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "in"
    path.write_bytes(pack(b"a\n", "gz") + b"\0" * 1000 + pack(b"b\n", "gz") + b"\0" * 10)
    assert [line.raw for line in lines_of(chunks(path, "gz"))] == [b"a", b"b"]


@pytest.mark.parametrize("change", ["longer", "shorter", "another", "gone"])
def test_a_file_that_changes_under_the_workers_is_noticed(write: Write, change: str) -> None:
    path = write(b'{"text": "a"}\n' * 10, "plain")
    (chunk,) = chunks(path)
    match change:
        case "longer":
            path.write_bytes(path.read_bytes() * 2)
        case "shorter":
            path.write_bytes(b"")
        case "another":
            path.with_name("new").write_bytes(path.read_bytes())
            path.with_name("new").replace(path)
        case "gone":
            path.unlink()
    assert chunk.payload
    with pytest.raises(ChangedError, match="changed while it was read"):
        list(chunk.payload.items())


def test_members_and_frames_in_a_row_are_one_file() -> None:
    for packing in ("gz", "zst"):
        data = pack(b"a\n", packing) + pack(b"b\n", packing)
        assert Stream(Path("x"), packing, io.BytesIO(data)).read(100) == b"a\nb\n"


def test_packing_gives_the_same_bytes_every_time() -> None:
    assert pack(b"a" * 1000, "gz") == pack(b"a" * 1000, "gz")
    assert gzip.decompress(pack(b"a", "gz")) == b"a"
    assert pack(b"", "gz") == b""


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        LineReader(tmp_path / "nowhere", "plain", Limits())

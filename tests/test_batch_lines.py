"""Reading JSON lines: chunks cut at fixed places, nothing passed over, memory bounded."""

from __future__ import annotations

import gzip
import hashlib
import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from vnnews_clean.batch import lines as lines_module
from vnnews_clean.batch.chunks import CHUNK, Chunk, Limits, Packing, Place, Position
from vnnews_clean.batch.lines import Line, LineReader, Lines, Span
from vnnews_clean.batch.streams import Stream, pack
from vnnews_clean.batch.zstd import FrameWatch
from vnnews_clean.errors import InputError
from vnnews_clean.rejected import Reason

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
    monkeypatch.setattr(lines_module, "_BOMB_SIZE", 8 * CHUNK)
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


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _flip(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 255]) + data[middle + 1 :]


def _junk(data: bytes) -> bytes:
    return data + b"this is no member"


@pytest.mark.parametrize("damage", [_cut, _flip, _junk])
@pytest.mark.parametrize("packing", ["gz", "zst"])
def test_a_damaged_file_is_read_up_to_the_damage_which_is_one_refused_document(
    tmp_path: Path, packing: Packing, damage: Callable[[bytes], bytes]
) -> None:
    chosen = random.Random(1)
    data = b"".join(chosen.randbytes(500).hex().encode() + b"\n" for _ in range(2000))
    path = tmp_path / "in"
    path.write_bytes(damage(pack(data, packing)))
    found = chunks(path, packing)
    (gone,) = [entry for c in found for entry in c.rejected]
    assert gone.reason is Reason.CORRUPT
    whole = b"".join(line.raw + b"\n" for line in lines_of(found))
    assert damage is _flip or data.startswith(whole)  # a flipped bit shows at the checksum only
    assert len(whole) >= len(data) // 3
    assert found[-1].end == Position(1)


def test_members_and_frames_in_a_row_are_one_file() -> None:
    for packing in ("gz", "zst"):
        data = pack(b"a\n", packing) + pack(b"b\n", packing)
        assert Stream(Path("x"), packing, io.BytesIO(data)).read(100) == b"a\nb\n"


def test_packing_gives_the_same_bytes_every_time() -> None:
    assert pack(b"a" * 1000, "gz") == pack(b"a" * 1000, "gz")
    assert gzip.decompress(pack(b"a", "gz")) == b"a"
    assert pack(b"", "gz") == b""


@pytest.mark.parametrize("step", [1, 7, 1000, 1 << 20])
def test_the_watch_knows_whole_frames_from_cut_ones(step: int) -> None:
    noise_ = random.Random(2).randbytes(300_000)
    parts = [
        zstandard.ZstdCompressor(write_checksum=True).compress(noise_[:5000]),
        zstandard.ZstdCompressor(write_content_size=False).compress(b"a" * 500_000),
        b"\x50\x2a\x4d\x18\x04\x00\x00\x00skip",
        zstandard.ZstdCompressor(level=1).compress(noise_),
    ]
    data = b"".join(parts)
    ends = {0, *(len(b"".join(parts[:i])) for i in range(1, 5))}
    for cut in [*ends, *(end - 1 for end in ends if end), 3, 8, 6000, len(data) - 1000]:
        watch = FrameWatch()
        for at in range(0, cut, step):
            watch.feed(data[at : min(at + step, cut)])
        assert watch.complete == (cut in ends), cut


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        LineReader(tmp_path / "nowhere", "plain", Limits())

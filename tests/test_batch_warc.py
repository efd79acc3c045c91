"""WARC: the pages of an archive, however their bodies are coded; damage is quarantined alone."""

from __future__ import annotations

import gzip
import re
import zlib
from pathlib import Path

import brotli
import pytest
from backports import zstd

from batch_support import article, batch, page, quarantined, records
from vnnews_clean import Cleaner
from vnnews_clean.batch.chunks import Limits, Packing, Position
from vnnews_clean.batch.streams import pack
from vnnews_clean.batch.warc import WarcReader
from vnnews_clean.quarantine import Reason


def response(
    number: int, body: bytes, *headers: str, status: str = "200 OK", media: str = "text/html"
) -> bytes:
    """A WARC record of an HTTP response."""
    head = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers]
    http = "\r\n".join(head).encode() + b"\r\n\r\n" + body
    warc = [
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>",
        f"WARC-Target-URI: https://bao.example/{number}",
        "WARC-Date: 2024-05-06T07:08:09Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    ]
    return "\r\n".join(warc).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


RESPONSES = [
    response(1, page(1)),
    response(2, gzip.compress(page(2)), "Content-Encoding: gzip"),
    response(3, b"%x\r\n%b\r\n0\r\n\r\n" % (len(page(3)), page(3)), "Transfer-Encoding: chunked"),
    response(4, b"\x89PNG", media="image/png"),
    response(5, page(5), status="404 Not Found"),
    response(6, page(6), "Content-Encoding: gzip", "Transfer-Encoding: chunked"),  # undone already
    response(7, page(7).decode().encode("utf-16"), media="text/html; charset=utf-16"),
    response(8, zstd.compress(page(8)), "Content-Encoding: zstd"),
]


PACKINGS: dict[str, Packing] = {"": "plain", ".gz": "gz", ".zst": "zst"}


@pytest.mark.parametrize("suffix", PACKINGS)
def test_the_pages_of_an_archive_become_json_lines(tmp_path: Path, suffix: str) -> None:
    source, output = tmp_path / f"in.warc{suffix}", tmp_path / "out.jsonl"
    source.write_bytes(b"".join(pack(r, PACKINGS[suffix]) for r in RESPONSES))
    tally = batch([source], output).tally
    found = records(output)
    pages = (1, 2, 3, 6, 7, 8)
    assert [record["url"] for record in found] == [f"https://bao.example/{i}" for i in pages]
    assert all(f"Kỳ {i} của" in str(r["text"]) for i, r in zip(pages, found, strict=True))
    assert list(found[0]) == ["url", "date", "id", "text"]
    assert found[0]["date"] == "2024-05-06T07:08:09Z"
    assert (tally.documents, tally.passed.total(), tally.sites["bao.example"].documents) == (
        6,
        2,
        6,
    )


def test_bombs_and_damage_in_an_archive_are_quarantined_alone(tmp_path: Path) -> None:
    source, output = tmp_path / "in.warc.gz", tmp_path / "out.jsonl"
    bodies = [
        response(1, page(1)),
        response(2, gzip.compress(b"0" * 10_000_000), "Content-Encoding: gzip"),
        response(3, gzip.compress(page(3))[:-200] + b"x" * 100, "Content-Encoding: gzip"),
        response(4, b"<p>" + b"a" * 300_000),
        response(5, brotli.compress(page(5))[:-40], "Content-Encoding: br"),
        response(6, page(6)),
    ]
    source.write_bytes(b"".join(map(gzip.compress, bodies)) + gzip.compress(page(7))[:50])
    batch([source], output, limits=Limits(size=100_000))
    assert [r["url"] for r in records(output)] == [f"https://bao.example/{i}" for i in (1, 6)]
    assert [(e["record"], e["reason"]) for e in quarantined(output)] == [
        (2, Reason.BOMB),
        (3, Reason.CORRUPT),
        (4, Reason.TOO_LONG),
        (5, Reason.CORRUPT),
        (7, Reason.CORRUPT),
    ]


@pytest.mark.parametrize("left", [5, 20, 60, 250, 400, 900])
def test_a_record_that_was_cut_off_is_quarantined(tmp_path: Path, left: int) -> None:
    source, output = tmp_path / "in.warc", tmp_path / "out.jsonl"
    source.write_bytes(response(1, page(1)) + response(2, page(2))[:left])
    tally = batch([source], output).tally
    assert [(e["record"], e["reason"]) for e in quarantined(output)] == [(2, Reason.CORRUPT)]
    assert (tally.documents, tally.written) == (2, 1)


UNUSUAL = {
    "members": response(
        1,
        gzip.compress(page()[:400]) + gzip.compress(page()[400:]) + b"rubbish",
        "Content-Encoding: gzip",
    ),
    "brotli": response(1, brotli.compress(page()), "Content-Encoding: br"),
    "raw deflate": response(1, zlib.compress(page())[2:-4], "Content-Encoding: deflate"),
    "two codings": response(
        1, zlib.compress(gzip.compress(page())), "Content-Encoding: gzip, deflate"
    ),
    "an unknown coding": response(1, page(), "Content-Encoding: utf-8"),
    **{
        f"{coding} that is undone": response(1, page(), f"Content-Encoding: {coding}")
        for coding in ("gzip", "deflate", "br", "zstd")
    },
}


@pytest.mark.parametrize("record", UNUSUAL.values(), ids=UNUSUAL)
def test_bodies_are_read_as_a_browser_would(tmp_path: Path, record: bytes) -> None:
    source, output = tmp_path / "in.warc", tmp_path / "out.jsonl"
    source.write_bytes(record)
    batch([source], output)
    (found,) = records(output)
    assert "Kỳ 0 của" in str(found["text"])
    assert quarantined(output) == []


def test_bombs_of_every_coding_are_refused(tmp_path: Path) -> None:
    source, output = tmp_path / "in.warc", tmp_path / "out.jsonl"
    zeros = bytes(10_000_000)
    bombs = {
        "gzip": gzip.compress(zeros),
        "deflate": zlib.compress(zeros),
        "br": brotli.compress(zeros),
        "zstd": zstd.compress(zeros),
    }
    source.write_bytes(
        b"".join(
            response(n, body, f"Content-Encoding: {coding}")
            for n, (coding, body) in enumerate(bombs.items(), 1)
        )
    )
    batch([source], output, limits=Limits(size=100_000))
    assert [entry["reason"] for entry in quarantined(output)] == [Reason.BOMB] * 4


def record(kind: str, body: bytes) -> bytes:
    """A WARC record that is no response."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://bao.example/t\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def test_extracted_texts_are_documents_and_all_other_records_are_counted(tmp_path: Path) -> None:
    source, output = tmp_path / "in.warc.wet.gz", tmp_path / "out.jsonl"
    kinds = ("warcinfo", "conversion", "request", "metadata", "conversion", "revisit")
    source.write_bytes(b"".join(gzip.compress(record(k, article(3).encode())) for k in kinds))
    tally = batch([source], output).tally
    assert [r["text"] for r in records(output)] == [Cleaner().clean(article(3)).text] * 2
    assert tally.passed == {
        f"{kind} record": 1 for kind in ("warcinfo", "request", "metadata", "revisit")
    }


@pytest.mark.parametrize("packing", ["gz", "zst"])
@pytest.mark.parametrize("at", [0.0, 0.3, 0.6, 0.99])
def test_a_damaged_member_of_an_archive_costs_its_own_record_only(
    tmp_path: Path, packing: Packing, at: float
) -> None:
    source, output = tmp_path / f"in.warc.{packing}", tmp_path / "out.jsonl"
    packed = [bytearray(pack(response(i, page(i)), packing)) for i in range(1, 6)]
    packed[2][int(at * len(packed[2]))] ^= 0x55
    source.write_bytes(b"".join(packed))
    tally = batch([source], output).tally
    assert [r["url"] for r in records(output)] == [f"https://bao.example/{i}" for i in (1, 2, 4, 5)]
    assert [(e["record"], e["reason"]) for e in quarantined(output)] == [(3, Reason.CORRUPT)]
    assert (tally.documents, tally.written) == (5, 4)


def _longer(record: bytes) -> bytes:
    """`record` with a length that takes the records behind it for its body."""
    return record.replace(b"Content-Length: ", b"Content-Length: 9")


def _of_length(record: bytes, length: object) -> bytes:
    """`record` with another length in its header."""
    return re.sub(rb"(?<=Content-Length: )\d+", str(length).encode(), record, count=1)


@pytest.mark.parametrize("suffix", PACKINGS)
@pytest.mark.parametrize("length", [100, 300, len(page(2)), 0, -5, "abc", 10**18, 10**30])
def test_a_wrong_length_never_makes_half_an_article(
    tmp_path: Path, suffix: str, length: object
) -> None:
    source, output = tmp_path / f"in.warc{suffix}", tmp_path / "out.jsonl"
    parts = [response(1, page(1)), _of_length(response(2, page(2)), length), response(3, page(3))]
    source.write_bytes(b"".join(pack(part, PACKINGS[suffix]) for part in parts))
    tally = batch([source], output).tally
    assert [r["url"] for r in records(output)] == [f"https://bao.example/{i}" for i in (1, 3)]
    assert (tally.documents, tally.written) == (2 + tally.quarantined, 2)
    assert {entry["reason"] for entry in quarantined(output)} == {"corrupt"}


def test_a_response_without_a_status_is_counted_as_that(tmp_path: Path) -> None:
    source, output = tmp_path / "in.warc", tmp_path / "out.jsonl"
    source.write_bytes(record("response", page(1)))
    assert batch([source], output).tally.passed == {"response without a status": 1}


@pytest.mark.parametrize("suffix", PACKINGS)
@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        pytest.param(
            [RESPONSES[0], b"garbage\r\n\r\n", RESPONSES[5]], (1, 6), id="between records"
        ),
        pytest.param([b"garbage\n", RESPONSES[0]], (1,), id="at the beginning"),
        pytest.param([RESPONSES[0], b"garbage\n" * 400_000, RESPONSES[5]], (1, 6), id="much"),
        pytest.param([RESPONSES[0], b"WARC/1.0 of a sort\n", RESPONSES[5]], (1, 6), id="a header"),
        pytest.param([RESPONSES[0], _longer(RESPONSES[1]), RESPONSES[5]], (1, 6), id="a length"),
        pytest.param([RESPONSES[0], b"garbage"], (1,), id="at the end"),
    ],
)
def test_reading_goes_on_at_the_next_header(
    tmp_path: Path, parts: list[bytes], whole: tuple[int, ...], suffix: str
) -> None:
    source, output = tmp_path / f"in.warc{suffix}", tmp_path / "out.jsonl"
    source.write_bytes(pack(b"".join(parts), PACKINGS[suffix]))
    tally = batch([source], output).tally
    assert [record["url"] for record in records(output)] == [
        f"https://bao.example/{number}" for number in whole
    ]
    assert (tally.written, tally.quarantined) == (len(whole), 1)
    assert {entry["reason"] for entry in quarantined(output)} == {"corrupt"}


def test_a_stop_at_any_chunk_finds_the_same_headers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vnnews_clean.batch.warc.CHUNK", 2000)
    parts = [*RESPONSES, b"garbage\r\n" * 500, *RESPONSES, _longer(RESPONSES[0]), *RESPONSES]
    source = tmp_path / "in.warc"
    source.write_bytes(b"".join(parts))
    reader = WarcReader(source, Limits())
    found = list(reader.chunks(Position()))
    assert sum(len(chunk.rejected) for chunk in found) == 2
    for number, chunk in enumerate(found):
        rest = list(reader.chunks(chunk.end)) if chunk.end.input == 0 else []
        assert [(c.end, c.payload, c.rejected) for c in rest] == [
            (c.end, c.payload, c.rejected) for c in found[number + 1 :]
        ]

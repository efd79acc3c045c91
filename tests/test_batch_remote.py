"""Inputs that lie elsewhere: read to the same bytes, through servers of every temper."""

from __future__ import annotations

import gzip
import json
import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import fsspec
import pyarrow as pa
import pytest
from backports import zstd
from pyarrow import parquet as pq

from batch_support import article, lines, page, quarantined
from cli_support import run
from remote_support import Server
from test_batch_warc import response
from vnnews_clean import ConfigError
from vnnews_clean.batch import lines as jsonl
from vnnews_clean.batch import pieces, remote, stores
from vnnews_clean.batch.remote import Remote

COUNT = 40
PATIENT = ("--deadline", "100")
"""Whatever else the machine is doing."""
PLAIN = "".join(x if i % 9 else "{broken\n" for i, x in enumerate(lines(COUNT))).encode()


def _parquet(path: Path) -> None:
    texts = [article(i) if i % 9 else None for i in range(COUNT)]
    pq.write_table(pa.table({"id": range(COUNT), "text": texts}), path, row_group_size=7)


@pytest.fixture
def shards(tmp_path: Path) -> Path:
    """A folder with a shard of every format, one of them with a damage, in two levels."""
    folder = tmp_path / "shards"
    (folder / "more").mkdir(parents=True)
    (folder / "a.jsonl").write_bytes(PLAIN)
    damaged = gzip.compress(PLAIN)[:-3] + b"???"
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(PLAIN) + damaged + gzip.compress(PLAIN))
    (folder / "c.jsonl.zst").write_bytes(zstd.compress(PLAIN))
    _parquet(folder / "more" / "d.parquet")
    warc = b"".join(gzip.compress(response(i, page(i))) for i in range(COUNT))
    (folder / "more" / "e.warc.gz").write_bytes(warc)
    return folder


@pytest.fixture
def memory(shards: Path) -> Iterator[str]:
    """The same folder in fsspec's memory, with a hidden file and a text that are no shards."""
    files = fsspec.filesystem("memory")
    for path in shards.rglob("*.*"):
        files.pipe(f"/news/{path.relative_to(shards)}", path.read_bytes())
    files.pipe("/news/.hidden.jsonl", PLAIN)
    files.pipe("/news/readme.txt", b"Bay")
    yield "memory://news"
    files.rm("/news", recursive=True)


@pytest.fixture(params=[True, False], ids=["pieces", "whole"])
def server(shards: Path, request: pytest.FixtureRequest) -> Iterator[Server]:
    with Server(shards, pieces=request.param) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


NAMES = ("a.jsonl", "b.jsonl.gz", "c.jsonl.zst", "more/d.parquet", "more/e.warc.gz")


def cleaned(source: object, output: Path, *options: object) -> tuple[int, str, bytes]:
    """Exit code, what was said, the output, without the name of the source in it."""
    done = run(
        "batch", source, "-o", output, "-j", "1", "--max-quarantined", "100%", *PATIENT, *options
    )
    return done.exit_code, done.stderr, output.read_bytes() if output.exists() else b""


def without_file(output: Path) -> list[dict[str, object]]:
    return [{k: v for k, v in entry.items() if k != "file"} for entry in quarantined(output)]


@pytest.mark.parametrize("name", NAMES)
def test_what_lies_in_an_object_store_is_read_as_from_disk(
    tmp_path: Path, shards: Path, memory: str, name: str
) -> None:
    here, there = tmp_path / "here.jsonl", tmp_path / "there.jsonl"
    code, _, expected = cleaned(shards / name, here)
    assert cleaned(f"{memory}/{name}", there)[::2] == (code, expected)
    assert expected
    assert without_file(there) == without_file(here)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_server_has_is_read_as_from_disk(
    tmp_path: Path, shards: Path, server: Server, name: str
) -> None:
    here, there = tmp_path / "here.jsonl", tmp_path / "there.jsonl"
    code, _, expected = cleaned(shards / name, here)
    assert cleaned(f"{server.url}/{name}", there)[::2] == (code, expected)
    assert without_file(there) == without_file(here)


@pytest.mark.parametrize("packed", [bytes, gzip.compress, zstd.compress])
def test_packing_is_read_off_what_lies_elsewhere(
    tmp_path: Path, shards: Path, server: Server, packed: Callable[[bytes], bytes]
) -> None:
    here, there = tmp_path / "here.jsonl", tmp_path / "there.jsonl"
    code, _, expected = cleaned(shards / "a.jsonl", here)
    for name in ("p.jsonl", "p.jsonl.gz"):
        (shards / name).write_bytes(packed(PLAIN))
        assert cleaned(f"{server.url}/{name}", there, "--overwrite")[::2] == (code, expected)


def test_what_is_no_json_lines_elsewhere_is_refused(tmp_path: Path, memory: str) -> None:
    fsspec.filesystem("memory").pipe("/news/b.jsonl", "{}".encode("utf-16"))
    code, said, _ = cleaned(f"{memory}/*.jsonl", tmp_path / "out.jsonl")
    assert (code, "/news/b.jsonl: is UTF-16" in said) == (2, True)
    assert not list(tmp_path.glob("out*"))


def test_folders_and_patterns_stand_for_their_shards(
    tmp_path: Path, shards: Path, memory: str
) -> None:
    out = {name: tmp_path / name for name in ("here", "there", "pattern")}
    for folder, source in ((out["here"], shards), (out["there"], memory)):
        done = run("batch", source, "--output-dir", folder, "-j", "1", "--max-quarantined", "100%")
        assert done.exit_code == 1, done.stderr
    done = run("batch", f"{memory}/*.jsonl*", "--output-dir", out["pattern"], "-j", "1")
    assert done.exit_code == 1
    written = {
        name: {
            str(p.relative_to(folder)): p.read_bytes()
            for p in folder.rglob("*.*")
            if p.suffix != ".journal" and "quarantine" not in p.name
        }
        for name, folder in out.items()
    }
    assert written["here"] == written["there"]
    assert sorted(written["there"]) == [
        "a.jsonl", "b.jsonl.gz", "c.jsonl.zst", "more/d.parquet", "more/e.jsonl.gz",
    ]  # fmt: skip
    assert sorted(written["pattern"]) == ["a.jsonl", "b.jsonl.gz", "c.jsonl.zst"]


def test_a_text_or_a_page_elsewhere_is_a_document(tmp_path: Path) -> None:
    files = fsspec.filesystem("memory")
    files.pipe("/one/trang.html", page(1))
    code, _, written = cleaned("memory://one/trang.html", tmp_path / "out.jsonl")
    assert code == 0
    assert "Kỳ 1 của loạt bài" in json.loads(written)["text"]


def test_no_more_is_fetched_than_is_read(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    if not server.pieces:
        pytest.skip("all of it is here before the first line is read")
    monkeypatch.setattr(pieces, "_BLOCK", 1000)
    monkeypatch.setattr(remote, "_BUFFER", 1000)
    with Remote(f"{server.url}/a.jsonl").open() as file:
        assert file.read(10) == PLAIN[:10]
        file.seek(-10, 2)
        assert file.read() == PLAIN[-10:]
        file.seek(0)
        assert file.read(10) == PLAIN[:10]
    assert server.sent < 10_000 < len(PLAIN)


def test_a_connection_that_breaks_is_made_again(
    tmp_path: Path, shards: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "_PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(pieces, "_BLOCK", 5000)
    monkeypatch.setattr(remote, "_BUFFER", 1000)
    server.dropped = {3, 5, 6}
    _, _, expected = cleaned(shards / "a.jsonl", tmp_path / "here.jsonl")
    code, _, written = cleaned(f"{server.url}/a.jsonl", tmp_path / "there.jsonl")
    assert (code, written) == (1, expected)


def test_a_server_that_goes_away_stops_the_run_and_the_same_command_goes_on(
    tmp_path: Path, shards: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "_PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(pieces, "_BLOCK", 5000)
    monkeypatch.setattr(jsonl, "CHUNK", 100_000)
    if not server.pieces:
        pytest.skip("all of it is here before the first line is read")
    (shards / "large.jsonl").write_bytes(PLAIN * 60)
    _, _, expected = cleaned(shards / "large.jsonl", tmp_path / "here.jsonl")
    source, there = f"{server.url}/large.jsonl", tmp_path / "there.jsonl"
    server.dropped = set(range(4, 500))
    code, said, written = cleaned(source, there, "--checkpoint", "0")
    assert (code, written) == (2, b"")
    assert re.search(rf"^error: {server.url}/large\.jsonl: \w+: ", said, re.MULTILINE)
    assert there.with_name("there.jsonl.part").stat().st_size > 0
    server.dropped = set()
    code, said, written = cleaned(source, there, "--checkpoint", "0")
    assert (code, written) == (1, expected)
    assert "resumed" in said


def test_a_file_elsewhere_that_changed_is_noticed(tmp_path: Path) -> None:
    files = fsspec.filesystem("memory")
    files.pipe("/changing/a.jsonl", PLAIN)
    source, output = "memory://changing/a.jsonl", tmp_path / "out.jsonl"
    assert cleaned(source, output)[0] == 1
    files.pipe("/changing/a.jsonl", PLAIN + PLAIN)
    code, said, _ = cleaned(source, output)
    assert code == 2
    assert "changed" in said or "other" in said


def test_what_gives_access_is_written_nowhere(tmp_path: Path, shards: Path) -> None:
    with Server(shards, pieces=True) as server:
        threading.Thread(target=server.serve_forever).start()
        place = server.url.removeprefix("http://")
        url = f"http://{place}/a.jsonl?part=1&X-Amz-Signature=GEHEIM&access_token=GEHEIM"
        assert cleaned(url, tmp_path / "out.jsonl", "--stats", tmp_path / "stats.json")[0] == 1
        server.shutdown()
    for path in tmp_path.glob("*.*"):
        assert b"GEHEIM" not in path.read_bytes()
    assert quarantined(tmp_path / "out.jsonl")[0]["file"] == f"http://{place}/a.jsonl?part=1"
    assert str(Remote("s3://me:GEHEIM@bucket/a.jsonl")) == "s3://bucket/a.jsonl"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("memory://nowhere/a.jsonl", "memory://nowhere/a.jsonl: no such file"),
        ("memory://nowhere/*.jsonl", "nothing has a name like that"),
        ("memory://nowhere/a.bin", "unknown suffix; name the format with --input-format"),
        (
            "http://127.0.0.1:1/a.jsonl",
            "http://127.0.0.1:1/a.jsonl: ClientConnectorError: Cannot connect",
        ),
        ("nosuch://bucket/a.jsonl", "nosuch://bucket/a.jsonl: Protocol not known: nosuch"),
    ],
)
def test_what_cannot_be_read_is_said_before_the_run(
    tmp_path: Path, source: str, message: str
) -> None:
    code, said, _ = cleaned(source, tmp_path / "out.jsonl")
    assert code == 2
    assert message in said
    assert said.count("\n") == 1
    assert not [*tmp_path.iterdir()]


def test_a_folder_without_shards_says_so(tmp_path: Path) -> None:
    fsspec.filesystem("memory").pipe("/texts/a.txt", b"Bay")
    code, said, _ = cleaned("memory://texts", tmp_path / "out.jsonl")
    assert code == 2
    assert "no shards in it" in said


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_: str) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(fsspec.core, "url_to_fs", nothing)
    code, said, _ = cleaned("s3://bucket/a.jsonl", tmp_path / "out.jsonl")
    assert code == 2
    assert "s3://bucket/a.jsonl: Install s3fs to access S3" in said
    monkeypatch.setitem(sys.modules, "fsspec", None)
    code, said, _ = cleaned("gs://bucket/a.jsonl", tmp_path / "out.jsonl")
    assert code == 2
    assert "gs:// inputs need the package fsspec" in said
    assert "pip install 'vnnews-clean[remote]'" in said


@pytest.mark.parametrize("option", ["-o", "--output-dir", "--quarantine", "--stats", "--report"])
def test_output_is_written_to_this_machine_only(tmp_path: Path, option: str) -> None:
    source = tmp_path / "a.jsonl"
    source.write_bytes(PLAIN)
    output = [] if option in ("-o", "--output-dir") else ["-o", tmp_path / "out.jsonl"]
    done = run("batch", source, *output, option, "s3://bucket/out.jsonl")
    assert done.exit_code == 2
    assert "s3://bucket/out.jsonl: output goes to files" in done.stderr
    assert "vnnews_clean.spark" in done.stderr
    assert [*tmp_path.iterdir()] == [source]


def test_a_protocol_without_a_package_is_a_wrong_configuration() -> None:
    with pytest.raises(ConfigError, match="Protocol not known"):
        stores.found("nosuch://bucket/a")

"""Articles, poison and a way to run the command, for the tests of batch runs."""

from __future__ import annotations

import builtins
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from vnnews_clean import Document, Kind, rule
from vnnews_clean.batch.brakes import Brakes
from vnnews_clean.batch.chunks import Fields, Limits, Setup
from vnnews_clean.batch.engine import Report, Surroundings, run
from vnnews_clean.batch.filters import Filters
from vnnews_clean.batch.inputs import find_input, output_format
from vnnews_clean.batch.job import Job
from vnnews_clean.cleaner import Cleaner

SENTENCES = (
    "Sáng nay, đoàn công tác đã đến thăm làng nghề dệt chiếu bên sông.",
    "Bà con cho biết vụ cói năm nay được mùa, giá bán ổn định hơn trước.",
    "Chính quyền xã đang tính chuyện mở thêm một con đường ra bến đò.",
    "Nhiều thợ trẻ đã quay về quê, mang theo những mẫu hoa văn mới.",
    "Chiếc khung cửi cũ vẫn được giữ lại ở gian giữa của ngôi nhà.",
    "Lớp học nghề buổi tối có hơn hai mươi người theo, phần lớn là phụ nữ.",
)
BOX = "TIN LIÊN QUAN\nLàng nghề vào vụ Tết\nBến đò cũ sắp có cầu mới"


def article(seed: int) -> str:
    """An article of several paragraphs; every third one ends in a box."""
    told = random.Random(seed).sample(SENTENCES, len(SENTENCES))
    pairs = zip(told[::2], told[1::2], strict=True)
    body = "\n\n".join([f"Chuyện làng nghề số {seed}", *(f"{a} {b}" for a, b in pairs)])
    return f"{body}\n\n{BOX}" if seed % 3 == 0 else body


def lines(count: int) -> Iterator[str]:
    """Records of articles, one a line."""
    for i in range(count):
        record = {"id": i, "url": f"https://bao{i % 5}.example/{i}", "text": article(i), "n": 1.50}
        yield json.dumps(record, ensure_ascii=False) + "\n"


PAGE = """<!DOCTYPE html><html><head><title>Bến đò</title></head><body>
<nav><a href="/">Trang chủ</a></nav><article><h1>Bến đò sắp có cầu</h1>{}</article></body></html>"""
PARAGRAPHS = "".join(f"<p>{part}</p>" for part in article(1).split("\n\n")[1:])


def page(seed: int = 0) -> bytes:
    """A news page whose last paragraph names the seed."""
    return PAGE.format(PARAGRAPHS + f"<p>Kỳ {seed} của loạt bài về những bến đò cũ.</p>").encode()


_stalled: set[str] = set()
"""What a worker has been made to wait at."""


def _break_process(text: str) -> None:
    if "POISON:fork" in text:
        os.fork()
    if "POISON:exit" in text:
        os._exit(3)
    if "POISON:segfault" in text:
        os.kill(os.getpid(), signal.SIGSEGV)


@rule("test.poison", kind=Kind.AD)
def poison(document: Document) -> Iterator[tuple[int, int]]:
    """What a broken plug-in may do to the process it runs in."""
    text = document.text
    if "POISON" not in text:
        return
    if "POISON:hang" in text:
        while True:
            time.sleep(0.01)
    if "POISON:stall" in text and text not in _stalled:
        _stalled.add(text)
        time.sleep(3600)
    if "POISON:deaf" in text:  # deaf to the deadline as well
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        time.sleep(3600)
    _break_process(text)
    if "POISON:memory" in text:
        yield 0, len(bytes(1 << 40))
    if "POISON:raise:" in text:
        raise getattr(builtins, text.partition("raise:")[2].split()[0])("one by nothing")


def batch(
    inputs: Sequence[Path],
    output: Path,
    *,
    fields: Fields | None = None,
    limits: Limits | None = None,
    filters: Filters | None = None,
    jobs: int = 1,
    poisoned: bool = False,
    overwrite: bool = False,
    around: Surroundings | None = None,
    brakes: Brakes | None = None,
    checkpoint: float = 5.0,
) -> Report:
    """Run a job in this process (its workers aside)."""
    found = tuple(find_input(str(path)) for path in inputs)
    cleaner = Cleaner(rules=(poison,)) if poisoned else Cleaner()
    job = Job(
        found,
        output,
        output_format(str(output)),
        quarantine_of(output),
        rejected_of(output),
        Setup(cleaner, fields or Fields(), limits or Limits(), filters or Filters()),
        jobs,
        overwrite,
        checkpoint,
        brakes or Brakes(1.0),
    )
    return run(job, around or Surroundings())


def rejected_of(output: Path) -> Path:
    return output.with_name(output.name + ".rejected.jsonl")


def quarantine_of(output: Path) -> Path:
    return output.with_name(output.name + ".quarantine.jsonl")


def quarantined(output: Path) -> list[dict[str, object]]:
    """The entries of the quarantine beside `output`."""
    path = quarantine_of(output)
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def records(path: Path) -> list[dict[str, object]]:
    """The lines of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text().splitlines()]


COMMAND = (sys.executable, "-m", "vnnews_clean", "batch", "--isolated")


def command(
    *arguments: object,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    how: Sequence[str] = COMMAND,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [*how, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, **(env or {})},
    )


_SMALL = """
from vnnews_clean.batch import folder, lines, warc
folder.CHUNK = lines.CHUNK = warc.CHUNK = 20_000
from vnnews_clean.cli import main
main()
"""
IN_SMALL_CHUNKS = (sys.executable, "-c", _SMALL, "batch", "--isolated")
"""The command with much smaller chunks, so that a small input has many of them."""


def killed(arguments: Sequence[object], watched: Path, notes: int) -> bool:
    """Start the command and kill it once the journals below `watched` were written `notes` times.

    False if it was done before that.
    """
    command = [*IN_SMALL_CHUNKS, *map(str, arguments)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        known = _journals(watched)
        while notes and process.poll() is None:
            found = _journals(watched)
            notes -= found != known
            known = found
            time.sleep(0.001)
        process.kill()
        told = process.stderr.read().decode()
    assert process.returncode in (0, 1, -signal.SIGKILL), told
    return process.returncode == -signal.SIGKILL


def _journals(folder: Path) -> dict[Path, int]:
    found: dict[Path, int] = {}
    for path in folder.rglob("*.journal"):
        with suppress(FileNotFoundError):
            found[path] = path.stat().st_mtime_ns
    return found

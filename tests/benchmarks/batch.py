"""Speed of ``vnnews-clean batch`` on a large file of JSON lines, and the memory of its parent.

    python tests/benchmarks/batch.py [--megabytes 200] [--rounds 3] [--input FILE]

The rounds are interleaved: a pass-through that only parses and prints every line (what ``jq -c .``
does), one worker, two workers, and again. Compare the ratios; absolute figures drift with the
machine. Without ``--input`` a file of composed articles is written first.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

WHO = "bà con|người dân|đoàn công tác|chính quyền xã|các thợ trẻ|nhà trường|hội phụ nữ|ban quản lý"
DID = "cho biết|đề nghị|đang tính|vừa bàn|quyết định|hy vọng|lo lắng|kể lại|ghi nhận|nhắc nhau"
WHAT = (
    "mở thêm con đường ra bến|dựng lại gian nhà cũ|trồng cói trên đất trũng|chia ca học buổi tối|"
    "sửa chiếc cầu gỗ|góp tiền mua khung cửi|dọn sạch lòng kênh|giữ giá chiếu như năm ngoái"
)
WHEN = "sáng nay|từ đầu tháng|sau mùa nước nổi|trước Tết|khi trời hửng nắng|vào cuối tuần|năm ngoái"
WHERE = "ở đầu làng|bên kia sông|trong xã|tại chợ huyện|trên bãi bồi|quanh bến đò|ở xóm dưới"
BOX = "TIN LIÊN QUAN\n{}\n{}"


class Figures(NamedTuple):
    """One run: how long it took; the parent's processor seconds and peak megabytes."""

    seconds: float
    processor: float = 0
    memory: float = 0


def sentence(chosen: random.Random) -> str:
    who, did, what, when, where = (
        chosen.choice(words.split("|")) for words in (WHO, DID, WHAT, WHEN, WHERE)
    )
    number = chosen.randrange(2, 900)
    return f"{when.capitalize()}, {who} {where} {did} sẽ {what} cùng {number} hộ khác."


def article(chosen: random.Random) -> str:
    """About three kilobytes; every second article ends in a box of other headlines."""
    headline = sentence(chosen).rstrip(".")
    paragraphs = [
        " ".join(sentence(chosen) for _ in range(chosen.randrange(2, 5)))
        for _ in range(chosen.randrange(5, 12))
    ]
    if chosen.random() < 0.5:
        paragraphs.append(BOX.format(*(sentence(chosen).rstrip(".") for _ in range(2))))
    return "\n\n".join([headline, *paragraphs])


def records(megabytes: float) -> Iterator[bytes]:
    """Lines until there are that many megabytes; articles repeat after the first few thousand."""
    chosen = random.Random(5)
    articles = [article(chosen) for _ in range(4000)]
    size = number = 0
    while size < megabytes * 1e6:
        record = {
            "id": number,
            "url": f"https://bao{number % 50}.example/{number}.html",
            "text": articles[number % len(articles)],
            "score": 0.1 + number,
        }
        line = json.dumps(record, ensure_ascii=False).encode() + b"\n"
        size += len(line)
        number += 1
        yield line


def pass_through(source: Path, output: Path) -> Figures:
    """Parse and print every line, nothing else."""
    start = time.perf_counter()
    with source.open("rb") as lines, output.open("wb") as file:
        for line in lines:
            file.write(json.dumps(json.loads(line), ensure_ascii=False).encode() + b"\n")
    return Figures(time.perf_counter() - start)


def batch(source: Path, output: Path, jobs: int) -> Figures:
    """The command in a process of its own, watched while it runs."""
    command = "from vnnews_clean.cli.batch import batch; batch()"
    arguments = [str(source), "-o", str(output), "--overwrite", "--quiet", "--isolated"]
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", command, *arguments, "-j", str(jobs)])
    processor = memory = 0.0
    while process.poll() is None:
        processor, memory = map(max, (processor, memory), cost(process.pid))
        time.sleep(0.1)
    assert process.returncode == 0
    return Figures(time.perf_counter() - start, processor, memory)


def cost(pid: int) -> tuple[float, float]:
    """Processor seconds and peak megabytes of a process so far; 0 where ``/proc`` does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0, 0
    peaks = [int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")]
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), max(peaks, default=0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--input", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = options.input or Path(folder, "in.jsonl")
        if not options.input:
            with source.open("wb") as file:
                file.writelines(records(options.megabytes))
        report(source, Path(folder, "out.jsonl"), options.rounds)


def report(source: Path, output: Path, rounds: int) -> None:
    size = source.stat().st_size / 1e6
    with source.open("rb") as file:
        documents = sum(1 for _ in file)
    print(f"{documents:,} documents, {size:,.0f} MB, {os.cpu_count()} cores, {rounds} rounds")
    runs: dict[str, list[Figures]] = {"pass-through": [], "1 worker": [], "2 workers": []}
    for _ in range(rounds):
        runs["pass-through"].append(pass_through(source, output.with_name("passed.jsonl")))
        runs["1 worker"].append(batch(source, output, 1))
        runs["2 workers"].append(batch(source, output, 2))
    print(f"{'':14} {'seconds':>9} {'docs/s':>9} {'MB/s':>7}   parent: peak MB, CPU ms/MB")
    for name, figures in runs.items():
        seconds, memory = median(f.seconds for f in figures), max(f.memory for f in figures)
        processor = 1000 * median(f.processor for f in figures) / size
        parent = f"{memory:16.0f} {processor:11.1f}" if memory else ""
        print(
            f"{name:14} {seconds:9.1f} {documents / seconds:9,.0f} {size / seconds:7.1f} {parent}"
        )
    pairs = zip(runs["1 worker"], runs["2 workers"], strict=True)
    ratios = [one.seconds / two.seconds for one, two in pairs]
    told = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"two workers are {median(ratios):.2f} times as fast as one (rounds: {told})")


if __name__ == "__main__":
    main()

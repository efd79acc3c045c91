"""A hundred SIGKILLs between two files or in the middle of one leave no torn file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli_support import BOX, KEPT

ROUNDS, FILES, PARAGRAPHS = 100, 8, 100

SCRIPT = """
import json, os, random, signal, sys
from pathlib import Path
from vnnews_clean.cli import main

folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
dirty = {path: path.read_bytes() for path in folder.glob("*.txt")}

def fix():
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    main(["fix", "--quiet", str(folder)], standalone_mode=False)

def soil():
    for path, content in dirty.items():
        path.unlink()  # a new file is written at once; an old one that is emptied, flushed to disk
        path.write_bytes(content)

fix()  # builds the cleaner, which the children inherit
clean = {path: path.read_bytes() for path in dirty}
assert all(len(clean[path]) < len(dirty[path]) for path in dirty)

def rewritten():
    return sum(path.stat().st_ino != inodes[path] for path in dirty)

randomly = random.Random(20)
torn = midway = 0
while rounds > 0 or (midway < 10 and rounds > -1000):
    rounds -= 1
    soil()
    inodes = {path: path.stat().st_ino for path in dirty}
    enough = randomly.randrange(len(dirty))
    child = os.fork()
    if not child:
        fix()
        os._exit(0)
    while rewritten() < enough:
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    found = {path: path.read_bytes() for path in dirty}
    torn += sum(content not in (dirty[path], clean[path]) for path, content in found.items())
    midway += 0 < sum(found[path] == clean[path] for path in dirty) < len(dirty)
print(json.dumps({"torn": torn, "midway": midway}))
"""
"""Forks one process a round, so that no round has to wait for imports."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_a_hundred_kills_leave_no_torn_file(tmp_path: Path) -> None:
    for number in range(FILES):
        body = [f"{KEPT[1]} Đó là ngày chợ thứ {n} của năm {number}." for n in range(PARAGRAPHS)]
        content = "\n".join([*body, *BOX, ""])
        (tmp_path / f"{number}.txt").write_text(content, encoding="utf-8")
    command = [sys.executable, "-c", SCRIPT, str(tmp_path), str(ROUNDS)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    counts = json.loads(run.stdout)
    assert counts["torn"] == 0
    assert counts["midway"] >= 10  # the kills came while files were being rewritten

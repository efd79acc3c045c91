"""Workers that are still starting when the run ends, and signals that a terminal sends to all of them.

Nothing of it is anybody's business: a run says how it went and shows no process from within.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from batch_support import COMMAND, lines

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork server")

_LATE = """
import os, time
import multiprocessing.spawn as spawn, multiprocessing.util as util
from pathlib import Path

ending, begun, fork, prepare, leave = Path("ending"), 0, os.fork, spawn.prepare, util._exit_function

def counted():
    global begun
    begun += 1
    return fork()

def late(data):
    prepare(data)
    while begun == 2 and not ending.exists():
        time.sleep(0.01)

def slow(*arguments):
    if begun == 1:
        ending.touch()
        time.sleep(0.5)
    leave(*arguments)

os.fork, spawn.prepare, util._exit_function = counted, late, slow
"""
"""The second worker starts just when the first has been told to end."""
_WAITING = """
import os, sys, time
from pathlib import Path

if "forkserver" in " ".join(sys.orig_argv):
    Path("here").touch()
    while not Path("told").exists():
        time.sleep(0.01)
"""
"""The server that forks workers is not ready until the run has been told to stop."""


def begun(folder: Path, site: str, documents: int) -> subprocess.Popen[str]:
    """``batch`` in a session of its own, with `site` run at the start of each of its processes."""
    (folder / "sitecustomize.py").write_text(site)
    (folder / "in.jsonl").write_text("".join(lines(documents)))
    paths = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [*COMMAND, "in.jsonl", "-o", "out.jsonl", "--jobs", "2"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_worker_that_starts_too_late_says_nothing(tmp_path: Path) -> None:
    process = begun(tmp_path, _LATE, 3)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert (tmp_path / "ending").exists()
    assert "Traceback" not in told
    assert told.startswith("3 documents")


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_all_processes_at_the_start_is_a_clean_stop(
    tmp_path: Path, sign: signal.Signals
) -> None:
    if signal.getsignal(sign) == signal.SIG_IGN:
        pytest.skip("these tests run under nohup")
    process = begun(tmp_path, _WAITING, 3)
    while not (tmp_path / "here").exists():
        time.sleep(0.01)
        assert process.poll() is None
    os.killpg(process.pid, sign)
    time.sleep(0.1)
    (tmp_path / "told").touch()
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, "interrupted; the same command goes on from here\n")

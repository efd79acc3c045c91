"""A Spark standalone cluster of a master and two workers, all on the loopback of this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

LOOPBACK: Final = "127.0.0.1"
PATIENCE: Final = 60.0
"""Seconds that a process may take to begin."""


class Cluster:
    """Where the master listens, and its workers, each with one core and its own executor."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        import pyspark  # noqa: PLC0415 - only where it is installed

        self._folder = folder
        self._home = Path(pyspark.__file__).parent
        self._environment = {
            **os.environ,
            **environment,
            "SPARK_HOME": str(self._home),
            "SPARK_LOCAL_IP": LOOPBACK,
            "SPARK_LOCAL_HOSTNAME": LOOPBACK,
        }
        self.port = free_port()
        self.processes: list[subprocess.Popen[bytes]] = []

    @property
    def url(self) -> str:
        return f"spark://{LOOPBACK}:{self.port}"

    def start(self) -> None:
        """The master, then two workers; back when both are known to it."""
        name = "org.apache.spark.deploy"
        ports = ["--port", str(self.port), "--webui-port", str(free_port())]
        self._start("master", f"{name}.master.Master", "--host", LOOPBACK, *ports)
        self._wait_for("master", "I have been elected leader", 1)
        for number in range(2):
            work = ["--work-dir", str(self._folder / f"work{number}")]
            ports = ["--port", str(free_port()), "--webui-port", str(free_port())]
            size = ["--cores", "1", "--memory", "1g"]
            worker = f"{name}.worker.Worker"
            self._start(
                f"worker{number}", worker, "--host", LOOPBACK, *ports, *size, *work, self.url
            )
        self._wait_for("master", "Registering worker", 2)

    def kill_worker(self) -> None:
        """Kill the first worker and all that it started, at once and for good."""
        os.killpg(self.processes[1].pid, signal.SIGKILL)

    def stop(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def log(self, name: str) -> str:
        return (self._folder / f"{name}.log").read_text(errors="replace")

    def _start(self, name: str, main: str, *arguments: str) -> None:
        with (self._folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [str(self._home / "bin" / "spark-class"), main, *arguments],
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.processes.append(process)

    def _wait_for(self, name: str, line: str, times: int) -> None:
        end = time.monotonic() + PATIENCE
        while self.log(name).count(line) < times:
            assert time.monotonic() < end, self.log(name)
            time.sleep(0.2)


@contextmanager
def cluster(folder: Path, environment: dict[str, str]) -> Iterator[Cluster]:
    """A cluster that is running, and is gone afterwards."""
    made = Cluster(folder, environment)
    try:
        made.start()
        yield made
    finally:
        made.stop()


def free_port() -> int:
    with socket.socket() as server:
        server.bind((LOOPBACK, 0))
        port: int = server.getsockname()[1]
        return port

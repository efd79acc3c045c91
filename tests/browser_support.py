"""A headless Chromium that tests can ask: the DevTools protocol over two pipes, no other library."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Self

import pytest

Message = dict[str, Any]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
WAIT = 60.0
"""Seconds for an answer: a busy machine is slow to start a browser."""


def executable() -> str:
    """The browser. Skips the test where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is installed")
    return found


_LAUNCH = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3]]
os.dup2(ends[0], 3)
os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads commands from descriptor 3 and answers on 4."""


class Browser:
    """A browser with one page. Everything that went wrong on it is in `errors`."""

    def __init__(self, profile: Path) -> None:
        arguments = [
            *(executable(), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *("--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"),
        ]
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()

        self._process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCH, str(to_read), str(to_write), *arguments],
            pass_fds=(to_read, to_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self._buffer = b""
        self._events: deque[Message] = deque()
        self._number = 0
        self._session = ""
        self.requests: list[str] = []
        self.errors: list[str] = []

    def __enter__(self) -> Self:
        targets = self.call("Target.getTargets")["targetInfos"]
        target = next(t["targetId"] for t in targets if t["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._read)
        os.close(self._write)

    def open(self, path: Path) -> None:
        """Load a file, and wait until it is there."""
        self.requests.clear()
        self.errors.clear()
        self._events.clear()
        self.call("Page.navigate", url=path.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._events.append(self._receive())

    def value(self, script: str) -> Any:
        """What an expression comes to on the page. Raises `AssertionError` if it throws."""
        answer = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """Click in the middle of an element with a real mouse, once it is under it: lines that come into
        sight are drawn then, and move what stands below them.
        """
        place = self.value(
            f"(async () => {{ const e = document.querySelector({json.dumps(selector)});"
            "let place = null; for (let still = 0; still < 3;) {"
            "e.scrollIntoView({block: 'center'});"
            "await new Promise(f => requestAnimationFrame(() => setTimeout(f, 20)));"
            "const r = e.getBoundingClientRect();"
            "const now = [r.x + Math.min(r.width, 400) / 2, r.y + r.height / 2];"
            "still = String(now) === String(place) ? still + 1 : 0; place = now; }"
            "return place; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent",
                type=kind,
                x=place[0],
                y=place[1],
                button="left",
                clickCount=1,
            )

    def press(self, key: str) -> None:
        """Press and release a key."""
        letter = {"text": key} if len(key) == 1 else {}
        self.call("Input.dispatchKeyEvent", **{"type": "keyDown", "key": key, **letter})
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def call(self, method: str, **parameters: object) -> Message:
        """The answer to a command."""
        self._number += 1
        message: Message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            received = self._receive()
            if received.get("id") == self._number:
                assert "error" not in received, received["error"]
                answer: Message = received["result"]
                return answer
            self._events.append(received)

    def _receive(self) -> Message:
        deadline = monotonic() + WAIT
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], max(0.0, deadline - monotonic()))
            data = os.read(self._read, 1 << 16) if ready else b""
            if not data:
                pytest.fail("the browser does not answer")
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\0")
        message: Message = json.loads(line)
        if "method" in message:
            self._note(message)
        return message

    def _note(self, event: Message) -> None:
        parameters = event["params"]
        match event["method"]:
            case "Network.requestWillBeSent":
                self.requests.append(parameters["request"]["url"])
            case "Runtime.exceptionThrown":
                self.errors.append(str(parameters["exceptionDetails"]))
            case "Log.entryAdded" if parameters["entry"]["level"] in ("error", "warning"):
                self.errors.append(parameters["entry"]["text"])
            case "Runtime.consoleAPICalled":
                self.errors.append(str(parameters["args"]))


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser with a profile of its own."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        Browser(Path(profile)) as opened,
    ):
        yield opened

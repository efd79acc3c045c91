"""A server of files, with tempers: it gives pieces or not, and breaks off when it is told to."""

from __future__ import annotations

import http.server
import re
from pathlib import Path


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; gives pieces where the server does, and drops what it is told to."""

    server: Server

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""

    def do_GET(self) -> None:
        data = Path(self.translate_path(self.path)).read_bytes()
        self.server.asked += 1
        if self.server.asked in self.server.dropped:
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data[: len(data) // 2])
            self.close_connection = True
            return
        wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if wanted and self.server.pieces:
            begin, end = int(wanted[1]), min(int(wanted[2]), len(data) - 1)
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {begin}-{end}/{len(data)}")
            data = data[begin : end + 1]
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.server.sent += len(data)


class Server(http.server.ThreadingHTTPServer):
    """On a port of its own."""

    def __init__(self, folder: Path, *, pieces: bool) -> None:
        def handler(*arguments: object) -> Handler:
            return Handler(*arguments, directory=str(folder))  # type: ignore[arg-type]

        super().__init__(("127.0.0.1", 0), handler)
        self.pieces = pieces
        self.asked = self.sent = 0
        self.dropped: set[int] = set()
        self.url = f"http://127.0.0.1:{self.server_port}"

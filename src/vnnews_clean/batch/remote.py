"""Inputs that lie elsewhere: ``s3://``, ``gs://``, ``hf://``, ``https://`` and whatever else fsspec reads."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Final, Literal, cast
from urllib.parse import urlsplit

from .pieces import Pieces, first_bytes
from .stores import found, patiently, public, told

_BUFFER: Final = 128 << 10
_VERSIONS: Final = frozenset(
    "blobid checksum contentmd5 crc32c created digest etag generation lastmodified md5hash modified"
    " mtime oid sha sha256 size updated versionid".split()
)
"""What the file systems call it that changes with a file, without signs."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A file that lies elsewhere, with the manners of a path."""

    url: str

    def __str__(self) -> str:
        """The URL without what gives access."""
        return public(self.url)

    @property
    def plain_name(self) -> PurePosixPath:
        """The path in the URL, whose suffixes tell the format."""
        return PurePosixPath(urlsplit(self.url.rpartition("::")[2]).path or "/")

    @property
    def name(self) -> str:
        return self.plain_name.name

    @property
    def suffix(self) -> str:
        return self.plain_name.suffix

    def is_dir(self) -> bool:
        """False: folders elsewhere are taken apart before anything is read."""
        return False

    def open(self, mode: Literal["rb"] = "rb", buffering: int = -1) -> IO[bytes]:  # noqa: ARG002 - as a path has them
        """The file, which can be gone through in any order. Raises `InputError`."""
        file = io.BufferedReader(Pieces(self.url), _BUFFER)
        file.seek(0)
        return cast("IO[bytes]", file)

    def size(self) -> int:
        """Bytes, or 0 where the server does not say. Raises `InputError`."""
        size = self._facts().get("size")
        return size if isinstance(size, int) else 0

    def check(self) -> None:
        """Raises `InputError` if it is not there, or may not be read; at once."""
        with told(self.url):
            self._asked()

    def head(self, size: int) -> bytes:
        """The first bytes; no more than those are asked for. Raises `InputError`."""
        return patiently(self.url, lambda: first_bytes(self.url, size))

    def fingerprint(self) -> str:
        """What tells it from a changed one: size, time and tags, as far as the server says them.

        Raises `InputError`.
        """
        facts = {re.sub(r"[\W_]", "", str(key)).lower(): v for key, v in self._facts().items()}
        return " ".join(f"{key}={facts[key]}" for key in sorted(facts.keys() & _VERSIONS))

    def _facts(self) -> Mapping[str, object]:
        return patiently(self.url, self._asked)

    def _asked(self) -> Mapping[str, object]:
        files, path = found(self.url)
        files.invalidate_cache()
        return files.info(path)


Location = Path | Remote

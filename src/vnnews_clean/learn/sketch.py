"""A sample of each publisher's documents: those with the smallest content hashes.

Which documents they are depends on the documents alone, not on their order or on how they were
split among machines, and merging two sketches is taking their union and its smallest again. So
many machines may each make one, and the merged one has the same bytes as if one had seen all.
"""

from __future__ import annotations

import gzip
import hashlib
import heapq
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from ..cleaner import Cleaner
from ..errors import ConfigError, InputError

SUFFIX: Final = ".sketch"
DOCUMENTS: Final = 10_000
"""Documents of a publisher that are kept, where nothing else is said."""
LONGEST: Final = 200_000
"""Characters of the longest document that is looked at: an article is shorter."""
_FORMAT: Final = 1
_HASH: Final = 12
"""Bytes of a content hash."""


class Sample(NamedTuple):
    """A document of a sketch, cleaned."""

    hash: str
    text: str


class Sketch:
    """The samples of every publisher. Memory is bounded by publishers times `size` documents."""

    def __init__(self, cleaner: Cleaner, size: int = DOCUMENTS) -> None:
        self.size: Final = size
        self._cleaner: Final = cleaner
        self._largest: dict[str, list[tuple[int, str]]] = {}
        """By publisher, a heap of (negative hash, hash) whose first has the largest hash."""
        self._texts: dict[str, dict[str, bytes]] = {}
        """By publisher, hash → cleaned text, packed: a third of its size."""

    def add(self, publisher: str, content: str | bytes, *, page: bool = False) -> None:
        """Take a document into account; it is cleaned only if it belongs to the sample."""
        raw = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
        hash_ = hashlib.blake2b(raw, digest_size=_HASH).hexdigest()
        if not self._takes(publisher, hash_):
            return
        result = self._cleaner.clean_html(content) if page else self._cleaner.clean(content)
        if len(result.text) <= LONGEST and result.text:
            self.keep(publisher, hash_, result.text)

    def keep(self, publisher: str, hash_: str, text: str) -> None:
        """Take a cleaned document, unless it does not belong to the sample."""
        if not self._takes(publisher, hash_):
            return
        samples = self._texts.setdefault(publisher, {})
        heap = self._largest.setdefault(publisher, [])
        samples[hash_] = zlib.compress(text.encode(errors="replace"), 1)
        heapq.heappush(heap, (-int(hash_, 16), hash_))
        if len(samples) > self.size:
            del samples[heapq.heappop(heap)[1]]

    def merge(self, other: Sketch) -> None:
        """Take all samples of `other`. Raises `ConfigError` if it was made in another way."""
        if (other.size, other._cleaner.fingerprint) != (self.size, self._cleaner.fingerprint):
            raise ConfigError("only sketches of one size, made by one cleaner, can be merged")
        for publisher in other.publishers():
            for hash_, text in other.samples(publisher):
                self.keep(publisher, hash_, text)

    def publishers(self) -> list[str]:
        return sorted(self._texts)

    def samples(self, publisher: str) -> list[Sample]:
        """The publisher's documents by their hashes; no two are the same."""
        packed = sorted(self._texts[publisher].items())
        return [Sample(hash_, zlib.decompress(text).decode()) for hash_, text in packed]

    def save(self, path: Path) -> None:
        """Write the sketch, the same bytes whatever the order in which documents came."""
        head = {"sketch": _FORMAT, "size": self.size, "cleaner": self._cleaner.fingerprint}
        with path.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as file:
            for entry in (head, *self._entries()):
                file.write(json.dumps(entry, ensure_ascii=False).encode() + b"\n")

    def _entries(self) -> Iterator[dict[str, str]]:
        for publisher in self.publishers():
            for hash_, text in self.samples(publisher):
                yield {"publisher": publisher, "hash": hash_, "text": text}

    def _takes(self, publisher: str, hash_: str) -> bool:
        known = self._texts.get(publisher, {})
        if hash_ in known:
            return False
        return len(known) < self.size or hash_ < self._largest[publisher][0][1]


def load(path: Path, cleaner: Cleaner) -> Sketch:
    """A sketch that was saved. Raises `InputError` for what is none, `ConfigError` if another
    cleaner made it.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            head = json.loads(next(file))
            sketch = Sketch(cleaner, head["size"])
            if head["sketch"] != _FORMAT:
                raise InputError(f"{path}: a sketch of another version")
            if head["cleaner"] != cleaner.fingerprint:
                raise ConfigError(f"{path}: made by a cleaner of other rules or settings")
            for line in file:
                entry = json.loads(line)
                sketch.keep(entry["publisher"], entry["hash"], entry["text"])
    except (OSError, EOFError, ValueError, KeyError, TypeError, StopIteration) as error:
        raise InputError(f"{path}: no sketch, or a damaged one: {error}") from error
    return sketch

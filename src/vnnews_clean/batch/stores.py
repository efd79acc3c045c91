"""The file systems of fsspec, and patience with them: networks break, and mend."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Final, Protocol, TypeVar, cast
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..errors import ConfigError, InputError, VnnewsError, named
from ..patterns import pattern
from .extras import required

T = TypeVar("T")
_URL: Final = pattern(r"[a-zA-Z][\w+.-]+://|\w+::")
_SECRET: Final = pattern(
    r"sig|token|secret|credential|password|key|expires|x-(amz|goog)-", re.IGNORECASE
)
_GONE: Final = (404, 410)
"""What a server answers where there is no such file."""
_PAUSES: Final = (0.5, 2.0, 8.0)
"""Seconds to wait before something is asked for again."""


def is_url(name: str) -> bool:
    """Whether `name` is no path: an object store, a server, or a chain of those."""
    return bool(_URL.match(name))


def public(url: str) -> str:
    """The URL without what gives access: user, keys, tokens, signatures."""
    scheme, where, path, query, _ = urlsplit(url)
    if not query and "@" not in where:
        return url
    shown = [(name, value) for name, value in parse_qsl(query) if not _SECRET.search(name)]
    return urlunsplit((scheme, where.rpartition("@")[2], path, urlencode(shown), ""))


class Files(Protocol):
    """What is used of a file system of fsspec."""

    @property
    def protocol(self) -> str | tuple[str, ...]: ...
    def cat_file(self, path: str, start: int, end: int) -> bytes: ...
    def find(self, path: str) -> list[str]: ...
    def glob(self, path: str) -> list[str]: ...
    def info(self, path: str) -> Mapping[str, object]: ...
    def invalidate_cache(self) -> None: ...
    def isdir(self, path: str) -> bool: ...
    def open(self, path: str, mode: str, **options: object) -> IO[bytes]: ...
    def unstrip_protocol(self, path: str) -> str: ...


def found(url: str) -> tuple[Files, str]:
    """The file system of `url`, and the path in it.

    Raises `ConfigError` where fsspec or the package for that protocol is missing.
    """
    scheme = re.split(r"::?", url, maxsplit=1)[0]
    fsspec = required("fsspec", "remote", f"{scheme}:// inputs")
    try:
        return cast("tuple[Files, str]", fsspec.core.url_to_fs(url))
    except (ImportError, ValueError) as error:  # no package for the protocol, no such protocol
        raise ConfigError(f"{public(url)}: {error}") from error


def is_web(files: Files) -> bool:
    return "http" in files.protocol


def patiently(url: str, ask: Callable[[], T], drop: Callable[[], None] = lambda: None) -> T:
    """What `ask` gives, asked again after a while where it raises; `drop` is called in between.

    Raises `InputError`.
    """
    for pause in _PAUSES:
        try:
            return ask()
        except VnnewsError:
            break
        except Exception as error:  # noqa: BLE001 - every file system has errors of its own
            if isinstance(_cause(error), FileNotFoundError):
                break
            drop()
            time.sleep(pause)
    with told(url):
        return ask()


@contextmanager
def told(url: str) -> Iterator[None]:
    """Whatever a file system raises, as an `InputError` that names the input."""
    try:
        yield
    except VnnewsError:
        raise
    except Exception as error:
        raise _unreadable(url, error) from error


def _cause(error: Exception) -> Exception:
    """What went wrong: over HTTP, fsspec says of anything that there is no such file."""
    cause = error.__cause__
    if not (isinstance(error, FileNotFoundError) and isinstance(cause, Exception)):
        return error
    return error if getattr(cause, "status", None) in _GONE else cause


def _unreadable(url: str, failed: Exception) -> InputError:
    error = _cause(failed)
    if isinstance(error, FileNotFoundError):
        return InputError(f"{public(url)}: no such file")
    return InputError(f"{public(url)}: {named(error).replace(url, public(url))}")

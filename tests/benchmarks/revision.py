"""Another revision of this project, loaded beside the one at hand in the same process."""

from __future__ import annotations

import importlib
import io
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Final

from corpus import REPOSITORY

PACKAGE: Final = "vnnews_clean"


@contextmanager
def loaded(revision: str, name: str = "vnnews_clean_before") -> Iterator[ModuleType]:
    """The package of `revision` (whatever git calls a commit) as a module of that `name`.

    It lies in a temporary folder while the context lasts; its modules import one another
    relatively, so they never meet those at hand. Raises `SystemExit` where git knows no such
    revision.
    """
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _extract(revision, folder)
        (folder / PACKAGE).rename(folder / name)
        sys.path.insert(0, scratch)
        try:
            yield importlib.import_module(name)
        finally:
            sys.path.remove(scratch)
            for module in [m for m in sys.modules if m.partition(".")[0] == name]:
                del sys.modules[module]


def _extract(revision: str, folder: Path) -> None:
    """Write the package's folder of `revision` into `folder`."""
    done = subprocess.run(
        ["git", "-C", str(REPOSITORY), "archive", f"{revision}:src", PACKAGE],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"git archive {revision}: {done.stderr.decode().strip()}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")

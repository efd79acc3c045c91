"""The scan in C, where it was built when the package was installed, and whether it runs."""

from __future__ import annotations

import os
from typing import Final

__all__ = ["COMPILED", "Native"]

PROTOCOL: Final = 4
"""What the two say to each other: a scan that was built from an older source does not run."""

try:
    from ._scan import PROTOCOL as _BUILT
    from ._scan import Scanner as Native
except ImportError:
    Native = None  # type: ignore[assignment,misc]
    _FOUND = False
else:
    _FOUND = _BUILT == PROTOCOL and not os.environ.get("VNNEWS_CLEAN_PURE")

COMPILED: Final = _FOUND
"""Whether it runs: ``VNNEWS_CLEAN_PURE=1`` in the environment turns it off."""

"""Reading a page: HTML becomes a document whose blocks know where they stand.

``bytes ─ raw ─ guard ─ parsing ─ dom ─▶ Page ─ layout ─ lines ─ container ─ front ─ blocks ─▶ Document``

`reader` goes through the stages; only `parsing` and `dom` know the parser.
"""

from __future__ import annotations

from .reader import read_html

__all__ = ["read_html"]

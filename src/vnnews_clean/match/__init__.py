"""The matchers that rows of the table name: each finds one sort of thing for many rules.

A matcher is data: a frozen dataclass that is called with a document and yields marks. `groups`
are the phrase groups that wake it; without any it looks at every document.
"""

from __future__ import annotations

from .bar import Bar, Start
from .box import Box
from .inline import Inline
from .pattern import Lines, Piece
from .role import Role
from .subject import Subject

__all__ = ["Bar", "Box", "Inline", "Lines", "Piece", "Role", "Start", "Subject"]

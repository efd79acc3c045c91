"""What matchers have in common that the phrases of a group wake."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OfGroup:
    """A matcher of the lines that have a phrase of `group`."""

    group: str

    @property
    def groups(self) -> tuple[str, ...]:
        return (self.group,)

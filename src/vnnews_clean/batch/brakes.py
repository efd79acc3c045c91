"""Runs that go wrong from the start, and are stopped before the night is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..errors import ConfigError, VnnewsError
from ..quarantine import Reason
from .chunks import Refused
from .tally import Tally

WITHOUT_KEY: Final = 1000
"""Documents from the start that all lack the field to be cleaned, before a run is stopped."""
WARM: Final = 10_000
"""Documents before a share of the quarantined says anything."""


class StoppedError(VnnewsError):
    """Too many documents were quarantined."""


@dataclass(frozen=True, slots=True)
class Brakes:
    """How many documents may be quarantined: a share after `WARM` documents, or a number."""

    share: float = 0.5
    number: int | None = None

    @classmethod
    def of(cls, text: str) -> Brakes:
        """``50%`` and ``0.5`` are a share, ``2000`` and ``1`` a number. Raises `ConfigError`."""
        try:
            if text.endswith("%"):
                share = float(text[:-1]) / 100
            elif text.isdecimal():
                return cls(1.0, int(text))
            else:
                share = float(text)
        except ValueError:
            share = -1.0
        if not 0 <= share <= 1:
            raise ConfigError(
                f'--max-quarantined is a share such as 5% or 0.05, or a number, not "{text}"'
            )
        return cls(share)

    def check(self, tally: Tally, gone: Iterable[Refused]) -> None:
        """Raises `StoppedError` where enough has been seen; `gone` are the last ones."""
        if tally.documents >= WITHOUT_KEY and tally.reasons[Reason.MISSING_KEY] == tally.documents:
            detail = next((q.detail for q in gone if q.reason is Reason.MISSING_KEY), "")
            raise StoppedError(f"the first {tally.documents:,} documents are all refused: {detail}")
        count = tally.quarantined
        too_many = self.number is not None and count > self.number
        if too_many or (tally.documents >= WARM and count > self.share * tally.documents):
            reasons = ", ".join(f"{reason} {n:,}" for reason, n in tally.reasons.most_common(3))
            raise StoppedError(
                f"{count:,} of {tally.documents:,} documents were quarantined ({reasons}); "
                "with a higher --max-quarantined the same command goes on from here"
            )

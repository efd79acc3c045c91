"""The journal beside an output: how far a run has come, so that the next one goes on from there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self, cast

from ..errors import ConfigError
from ..records import Json, as_line
from .chunks import Position
from .tally import Tally

_VERSION: Final = 2


@dataclass(slots=True)
class Journal:
    """Where a run stands. `settings` and `inputs` say which run it is."""

    settings: Mapping[str, str]
    """Everything that can change an output, by a name that a message can quote."""
    inputs: Mapping[str, str]
    """Fingerprint of every input, by its path, in order."""
    position: Position = field(default_factory=Position)
    written: int = 0
    """Size of the output so far: bytes, or parts of a Parquet file."""
    quarantined: int = 0
    """Size of the quarantine so far, in bytes."""
    rejected: int = 0
    """Size of the file of rejected documents so far, in bytes."""
    tally: Tally = field(default_factory=Tally)
    seconds: float = 0.0
    complete: bool = False
    """All input is behind; the output is whole."""

    def dump(self) -> str:
        """The journal as JSON, as it is just now."""
        data: dict[str, Json] = {
            "version": _VERSION,
            "complete": self.complete,
            "settings": dict(self.settings),
            "inputs": dict(self.inputs),
            "position": list(self.position),
            "written": self.written,
            "quarantined": self.quarantined,
            "rejected": self.rejected,
            "seconds": round(self.seconds, 3),
            "tally": cast("Json", self.tally.as_dict()),
        }
        return as_line(data).decode()

    @classmethod
    def load(cls, path: Path) -> Self | None:
        """The journal at `path`, if there is one. Raises `ConfigError` if it is none of ours."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["version"] != _VERSION:
                raise ConfigError(f"{path}: a journal of another version; use --overwrite")
            return cls(
                dict(data["settings"]),
                dict(data["inputs"]),
                Position(*map(_count, data["position"])),
                _count(data["written"]),
                _count(data["quarantined"]),
                _count(data["rejected"]),
                Tally.from_dict(data["tally"]),
                float(data["seconds"]),
                bool(data["complete"]),
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ConfigError(f"{path}: no journal of a batch run; use --overwrite") from error

    def must_fit(self, other: Journal, output: Path) -> None:
        """Raises `ConfigError` unless `other` is the same run as this one."""
        differences = [
            *_differences("setting", self.settings, other.settings),
            *_differences("input", self.inputs, other.inputs),
        ]
        if not differences and list(self.inputs) != list(other.inputs):
            differences = ["the inputs come in another order"]
        if differences:
            raise ConfigError(
                f"{output} was begun by another run: {'; '.join(differences[:4])}. "
                "Use --overwrite to start afresh, or another output."
            )


def _count(value: object) -> int:
    """Raises `TypeError` or `ValueError` for what counts nothing."""
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} counts nothing")
    return value


def _differences(what: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield f"{what} {name} is not given any more"
        elif name not in old:
            yield f"{what} {name} is new"
        elif old[name] != new[name] and what == "input":
            yield f"input {name} has changed since"
        elif old[name] != new[name]:
            yield f"{what} {name} was {old[name]}, now {new[name]}"

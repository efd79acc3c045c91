from __future__ import annotations
from dataclasses import dataclass
from typing import Literal
from .model import Edit

Mode = Literal["auto", "off"]


@dataclass(frozen=True, slots=True)
class Repaired:
    source: str
    text: str
    edits: tuple[Edit, ...] = ()
    diagnostics: tuple[str, ...] = ()


def repair(source: str | bytes, mode: Mode = "auto") -> Repaired:
    s = source if isinstance(source, str) else source.decode("utf-8", "replace")
    return Repaired(s, s)

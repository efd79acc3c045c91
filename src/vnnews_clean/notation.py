"""The notation of fixtures, goldens and `explain`: a line of a document, and what becomes of it::

      Hà Nội hôm nay mưa to, nhiều nơi ngập sâu.
    - TIN LIÊN QUAN  [related.header]
    = Ảnh: Minh Hà  [caption.credit]
    ~ Giá xăng giảm. {{>> Xem thêm: Giá dầu}} Giá gas tăng.  [related.inline]
    ~ Giá gạo tăng {=(Nguồn: Bộ Công Thương)=}  [source.credit]

======  =================================================================================
``  ``  two spaces, or an empty line: kept
``- ``  dropped as a whole, and by which rule
``= ``  kept, and named as a whole by that rule
``~ ``  a line of parts: ``{{dropped}}``, ``{=kept, but named=}``, and the rest is kept
======  =================================================================================

The rule stands at the end of the line, after two spaces. A ``~`` line with parts of several rules
names one for every part: ``[related.inline, source.credit]``; rules that agree on a part are
joined: ``[related.inline + ui.edge]``. In a ``~`` line a brace or a backslash of the text itself may
have a backslash before it. An exclamation mark in place of the sign's space (``-!``) says that this
fate is known to be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal, NamedTuple

from .patterns import pattern

Fate = Literal["kept", "named", "dropped"]
Style = Fate | Literal["note"]
Paint = Callable[[str, Style], str]

WRONG: Final = "!"
_SIGNS: Final[dict[Fate, str]] = {"kept": " ", "named": "=", "dropped": "-"}
_FATES: Final[dict[str, Fate]] = {sign: fate for fate, sign in _SIGNS.items()}
_BRACES: Final[dict[Fate, tuple[str, str]]] = {
    "kept": ("", ""),
    "named": ("{=", "=}"),
    "dropped": ("{{", "}}"),
}
_REASON: Final = r"[a-z0-9_.]+(?: \+ [a-z0-9_.]+)*(?: \([a-z_]+\))?"
_NOTE: Final = pattern(rf"  \[({_REASON}(?:, {_REASON})*)\](\r?)$")
_ID: Final = pattern(r"[a-z0-9_.]+")
_TEXT: Final = r"((?:\\.|[^\\])+?)"
_PART: Final = pattern(rf"\\.|\{{\{{{_TEXT}\}}\}}|\{{={_TEXT}=\}}")
_ESCAPED: Final = pattern(r"\\([\\{}])")
_SPECIAL: Final = pattern(r"[\\{}]")


class Piece(NamedTuple):
    """A run of a line that has one fate."""

    text: str
    fate: Fate = "kept"
    reason: str = ""
    """Rules that agree, joined by ``+``; a line that is dropped as a whole may list several."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids in `reason`."""
        return tuple(_ID.findall(self.reason.partition(" (")[0]))


class Line(NamedTuple):
    """A line, from left to right."""

    pieces: tuple[Piece, ...]
    wrong: bool = False
    """Marked as a fate that is known to be wrong."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def plain(text: str, style: Style) -> str:  # noqa: ARG001 - a `Paint`
    """No colours."""
    return text


def written(line: Line, paint: Paint = plain) -> str:
    """The line in the notation. The text must hold no line break; `paint` colours what is written."""
    reasons = [piece.reason for piece in line.pieces if piece.reason]
    fates = {piece.fate for piece in line.pieces}
    sure = " " if not line.wrong else WRONG
    if len(line.pieces) <= 1 or fates in ({"dropped"}, {"kept"}):
        fate = line.pieces[0].fate if line.pieces else "kept"
        shown = paint(f"{_SIGNS[fate]}{sure}{line.text}", fate)
        reasons = list(dict.fromkeys(reasons))
    else:
        shown = f"~{sure}" + "".join(_braced(piece, paint) for piece in line.pieces)
        reasons = reasons[:1] if len(set(reasons)) == 1 else reasons
    return shown + (paint(f"  [{', '.join(reasons)}]", "note") if reasons else "")


def read(line: str) -> Line:
    """The inverse of `written`. Raises `ValueError` for what is no line of the notation."""
    sign, rest = line[:2], line[2:]
    if not line.strip():
        return Line((Piece(rest if sign == "  " else line),))
    wrong = sign[1:] == WRONG
    if sign[1:] not in (" ", WRONG) or sign[0] not in (*_FATES, "~"):
        raise ValueError(f"not a line of the notation: {line!r}")
    if sign[0] == " ":
        return Line((Piece(rest),), wrong)
    note = _NOTE.search(rest)
    if not note:
        raise ValueError(f"no rule at the end, '  [rule.id]': {line!r}")
    rest, ending = rest[: note.start()], note[2]
    if sign[0] != "~":
        return Line((Piece(rest, _FATES[sign[0]], note[1]), *_kept(ending)), wrong)
    return Line((*_pieces(rest, note[1].split(", ")), *_kept(ending)), wrong)


def _pieces(text: str, reasons: Sequence[str]) -> list[Piece]:
    found = [part for part in _PART.finditer(text) if part[1] or part[2]]
    if len(reasons) not in (1, len(found)):
        raise ValueError(f"{len(found)} parts, but {len(reasons)} rules: {text!r}")
    pieces: list[Piece] = []
    end = 0
    for part, reason in zip(found, [*reasons] * len(found), strict=False):
        pieces += _kept(_unescaped(text[end : part.start()]))
        fate: Fate = "dropped" if part[1] else "named"
        pieces.append(Piece(_unescaped(part[1] or part[2]), fate, reason))
        end = part.end()
    return [*pieces, *_kept(_unescaped(text[end:]))]


def _kept(text: str) -> list[Piece]:
    return [Piece(text)] if text else []


def _braced(piece: Piece, paint: Paint) -> str:
    opening, closing = _BRACES[piece.fate]
    text = _SPECIAL.sub(r"\\\g<0>", piece.text)
    return paint(f"{opening}{text}{closing}", piece.fate)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)

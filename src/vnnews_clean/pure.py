"""The scan in Python: each answer is worked out when it is asked for.

It defines what the scan in C has to tell, and runs where that could not be built.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .cached import cached
from .glance import lines_of, unusual
from .outline import outline
from .phrases import Lexicon
from .seen import Line, Outline
from .signs import Spelled
from .textkey import key


class Wanted:
    """What is asked of every text: the phrases of `lexicon`, and words, by where they count."""

    def __init__(self, lexicon: Lexicon, asked: Sequence[Spelled]) -> None:
        self.lexicon: Final = lexicon
        self.asked: Final = asked
        self.whole: Final = [spelled for spelled in asked if spelled.whole]
        self.longest: Final = max((spelled.reach for spelled in self.whole), default=0)
        self.ending: Final = [s for s in asked if s.last and not s.whole]
        self.last: Final = max((spelled.last for spelled in self.ending), default=0)
        self.anywhere: Final = [s for s in asked if not s.last and not s.whole]


class Pure:
    """What is seen in `text`: see `seen.Seen`."""

    def __init__(self, text: str, wanted: Wanted) -> None:
        self._text = text
        self._wanted = wanted

    @cached
    def odd(self) -> str:
        return unusual(self._text)

    @cached
    def key(self) -> str:
        return key(self._text)

    @cached
    def lines(self) -> Sequence[Line]:
        return lines_of(self._text)

    @property
    def heads(self) -> Sequence[int]:
        return range(len(self.lines))

    @cached
    def phrases(self) -> Sequence[tuple[int, int]]:
        return self._wanted.lexicon.printed_in(self._text)

    @cached
    def outline(self) -> Outline:
        return outline(self._text, self.key, self.lines)

    @cached
    def spelled(self) -> Sequence[Spelled]:
        key, lines, wanted = self.key, self.lines, self._wanted
        if not lines:
            return ()
        short = "\n".join([key[s:e] for s, e, _ in lines if e - s <= wanted.longest])
        end = key[lines[-wanted.last :][0][0] :]
        near = {s for s in wanted.whole if s.words in short} if short else set()
        near |= {s for s in wanted.ending if s.words in end}
        near |= {s for s in wanted.anywhere if s.words in key}
        return [s for s in wanted.asked if s in near and s.stands(key, lines)] if near else ()

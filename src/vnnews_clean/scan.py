"""One look at a text for all that rules and readers ask of every text.

What is asked for is gathered once for a cleaner: the words by which its rules are woken, the phrases of
its lexicon. Here each answer is worked out when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from .cached import cached
from .glance import lines_of, unusual
from .phrases import Lexicon
from .seen import Line, Seen
from .signs import Spelled
from .textkey import key


class Scanner:
    """Looks at texts for the phrases of `lexicon`, and for the words `asked` for."""

    def __init__(self, lexicon: Lexicon, asked: Iterable[Spelled]) -> None:
        self.lexicon: Final = lexicon
        asked = tuple(asked)
        self.whole: Final = [spelled for spelled in asked if spelled.whole]
        self.longest: Final = max((spelled.reach for spelled in self.whole), default=0)
        self.ending: Final = [s for s in asked if s.last and not s.whole]
        self.last: Final = max((spelled.last for spelled in self.ending), default=0)
        self.anywhere: Final = [s for s in asked if not s.last and not s.whole]

    def __call__(self, text: str) -> Seen:
        return Plain(text, self)


class Plain:
    """What is seen in `text`, worked out when asked for."""

    def __init__(self, text: str, scanner: Scanner) -> None:
        self._text = text
        self._scanner = scanner

    @cached
    def odd(self) -> str:
        return unusual(self._text)

    @cached
    def key(self) -> str:
        return key(self._text)

    @cached
    def lines(self) -> Sequence[Line]:
        return lines_of(self._text)

    @cached
    def phrases(self) -> Sequence[tuple[int, int]]:
        return self._scanner.lexicon.printed_in(self._text)

    @cached
    def spelled(self) -> Sequence[Spelled]:
        key, lines, asked = self.key, self.lines, self._scanner
        if not lines:
            return ()
        short = "\n".join([key[s:e] for s, e, _ in lines if e - s <= asked.longest])
        end = key[lines[-asked.last :][0][0] :]
        near = [s for s in asked.whole if s.words in short] if short else []
        near += [s for s in asked.ending if s.words in end]
        near += [s for s in asked.anywhere if s.words in key]
        return [spelled for spelled in near if spelled.stands(key, lines)]

"""Regular expressions that are compiled when they are first used.

The package has some three hundred, and one text needs a quarter of them: to compile all would take
longer than to import everything else.
"""

from __future__ import annotations

import re
from typing import AnyStr, Final, Generic, cast

_METHODS: Final = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Late(Generic[AnyStr]):
    """Stands for a compiled pattern. Its methods are those of the pattern from the first use on."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # copy and pickle ask for what they hope for
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[type[_Late[AnyStr]], tuple[AnyStr, int]]:
        return _Late, (self.pattern, self._flags)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Late) and self.__reduce__() == other.__reduce__()

    def __hash__(self) -> int:
        return hash((self.pattern, self._flags))

    def __repr__(self) -> str:
        return repr(re.compile(self.pattern, self._flags))


def pattern(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the pattern is used. What is wrong in it raises `re.error` then."""
    return cast("re.Pattern[AnyStr]", _Late(written, flags))

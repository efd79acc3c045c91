"""The errors that a caller may want to catch, and half sentences of messages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_CONTROLS: Final = {
    **{code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code != ord("\t")},
    **{code: f"\\u{code:04x}" for code in (0x2028, 0x2029)},
}

_FEW: Final = 9
"""Names that a message may list."""


class VnnewsError(Exception):
    """Root of every error that this package raises on purpose."""


class ConfigError(VnnewsError):
    """A configuration that cannot be used: unknown name, wrong type, broken file.

    Raised before any document is read.
    """


class InputError(VnnewsError):
    """An input that cannot be read: missing, a folder, binary, broken."""


class RuleError(VnnewsError):
    """A rule that raised, or that marked what is no span of the document. Names the rule."""

    def __init__(self, rule: str, problem: str) -> None:
        super().__init__(f"rule {rule}: {problem}")
        self.rule = rule
        self.problem = problem

    def __reduce__(self) -> tuple[type[RuleError], tuple[str, str]]:
        return RuleError, (self.rule, self.problem)


def counted(count: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "golden"), counted(2000, "golden")
    ('1 golden', '2,000 goldens')
    """
    return f"{count:,} {noun}{'s' * (count != 1)}"


def named(error: BaseException) -> str:
    """An error with its type; one of this package says all by itself.

    >>> named(ValueError("no number")), named(GeneratorExit()), named(InputError("a.txt: binary"))
    ('ValueError: no number', 'GeneratorExit', 'a.txt: binary')
    """
    try:
        told = str(error)
    except Exception:  # noqa: BLE001 - an error that cannot even say what it is
        told = ""
    if isinstance(error, VnnewsError):
        return told
    return f"{type(error).__name__}: {told}" if told else type(error).__name__


def nearest(name: str, known: Iterable[str]) -> str:
    """A half sentence that names the known word nearest to `name`; all of them where none is near and
    they are few; or nothing.

    >>> nearest("related.heder", ["related.header", "teaser.lottery"])
    '; did you mean "related.header"?'
    >>> nearest("html", ["text", "markdown"])
    '; there are text, markdown'
    """
    import difflib  # noqa: PLC0415 - only for an error

    names = list(known)
    if close := difflib.get_close_matches(name, names, n=1, cutoff=0.6):
        return f'; did you mean "{close[0]}"?'
    return f"; there are {', '.join(names)}" if 0 < len(names) <= _FEW else ""


def visible(text: str) -> str:
    r"""`text` on one line: controls and line ends are shown, not sent. A terminal would obey them.

    >>> print(visible("two\nlines.txt"))
    two\x0alines.txt
    """
    return text.translate(_CONTROLS)

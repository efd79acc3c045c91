"""What a cleaner gives back: an outcome, and the ways to look at it."""

from __future__ import annotations

from .outcome import Outcome


class Result(Outcome):
    """The outcome of one cleaning, and its views, which are loaded when they are asked for."""

    def explain(self) -> str:
        """The whole document, kept and dropped lines marked, with rule ids and reasons."""
        from .explain import explanation  # noqa: PLC0415 - only who asks pays for it

        return explanation(self)

    def to_html(self) -> str:
        """`explain` as a self-contained HTML page that asks for nothing and can run nothing else."""
        from .report.sheet import sheet  # noqa: PLC0415 - as above

        return sheet(self)

    def _repr_html_(self) -> str:
        """The first lines, what is cut struck through, for notebooks."""
        from .report.sheet import excerpt  # noqa: PLC0415 - as above

        return excerpt(self)

"""What a cleaner gives back: an outcome, and the ways to look at it."""

from __future__ import annotations

from .outcome import Outcome


class Result(Outcome):
    """The outcome of one cleaning, and its views, which are loaded when they are asked for."""

    def explain(self) -> str:
        """The whole document, kept and dropped lines marked, with rule ids and reasons."""
        from .explain import explanation  # noqa: PLC0415 - only who asks pays for it

        return explanation(self)

    def as_dict(self) -> dict[str, object]:
        """The article, its blocks with kinds, the metadata, and what was cut by which rules and why:
        the object of ``clean --format json``, ready for `json.dumps`. Offsets index ``document.text``.
        """
        from .formats import as_dict  # noqa: PLC0415 - as above

        return as_dict(self)

    def to_markdown(self) -> str:
        """The article as CommonMark: the headline, headings, lists, quotes and tables."""
        from .formats import as_markdown  # noqa: PLC0415 - as above

        return as_markdown(self)

    def to_html(self) -> str:
        """`explain` as a self-contained HTML page that asks for nothing and can run nothing else."""
        from .report.sheet import sheet  # noqa: PLC0415 - as above

        return sheet(self)

    def _repr_html_(self) -> str:
        """The first lines, what is cut struck through, for notebooks."""
        from .report.sheet import excerpt  # noqa: PLC0415 - as above

        return excerpt(self)

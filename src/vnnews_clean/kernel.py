"""An Arrow batch in, an Arrow batch out: what every data engine can run.

One row in is one row out, in the same order. Nothing that stands in a row raises: its status says
why it has no article. Which columns come out, and their types, depends on the input's schema and
the options alone, so an engine can be told before any row is read::

    kernel = Kernel(add=("title", "removals"))
    schema = kernel.schema(batch.schema)
    cleaned = kernel(batch)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Final, TypedDict, get_args

from .attempt import MAX_SIZE, Attempt, attempt, failed
from .batch.extras import required
from .cleaner import Cleaner
from .corpusrow import Fact, Format, named_facts
from .errors import ConfigError, nearest
from .records import Json
from .version import __version__

required("pyarrow", "arrow", "Arrow batches")

import pyarrow as pa  # noqa: E402 - after the message that says how to get it

from .columns import FACT_TYPES, article_type, cells, is_readable, is_string  # noqa: E402

SLICE: Final = 1024
"""Rows of a table that are cleaned together."""


class Options(TypedDict, total=False):
    """The options of a `Kernel` but for its cleaner, as adapters hand them on."""

    text: str
    html: str | None
    url: str | None
    into: str | None
    add: Sequence[str]
    status: str | None
    format: Format
    max_size: int


@dataclass(frozen=True, kw_only=True)
class Kernel:
    """Cleans one column of a batch. Immutable, picklable, thread-safe.

    `text`
        the column that holds texts: strings, or bytes that are decoded as those of a file are.
    `html`
        the column that holds pages; then `text` is only where their articles go.
    `url`
        the column of the pages' addresses, if there is one.
    `into`
        where articles go, if not to `text`: a column to replace or to add.
    `add`
        facts to add as columns: ``title``, ``metadata``, ``removals``, ``document_type``;
        ``metadata=about`` adds one under another name.
    `status`
        the column that says what became of a row, ``None`` for none: ``ok``, ``null``,
        ``not-utf-8``, ``too-long``, or ``error: …`` where a rule raised. The article and the facts
        are null where it is not ``ok``.
    `format`
        what articles are written as: ``text`` or ``markdown``.
    `max_size`
        bytes of the longest document that is read.

    No document has a time limit: rules take linear time. Raises `ConfigError` for bad options when
    made, and for columns that do not fit when it is shown a schema.
    """

    cleaner: Cleaner = field(default_factory=Cleaner)
    text: str = "text"
    html: str | None = None
    url: str | None = None
    into: str | None = None
    add: Sequence[str] = ()
    status: str | None = "status"
    format: Format = "text"
    max_size: int = MAX_SIZE

    def __post_init__(self) -> None:
        if isinstance(self.add, str):
            raise ConfigError(f"add is a list of names, not one string: {self.add!r}")
        object.__setattr__(self, "add", tuple(self.add))
        if self.format not in get_args(Format):
            known = get_args(Format)
            raise ConfigError(f'unknown format "{self.format}"{nearest(self.format, known)}')
        self._check_types()
        added = [self.target, *self._facts, *([self.status] if self.status else ())]
        if len(set(added)) < len(added):
            raise ConfigError(f"two columns would have the same name: {', '.join(added)}")

    def _check_types(self) -> None:
        """Raises `ConfigError` for an option of a wrong type."""
        if not isinstance(self.cleaner, Cleaner):
            raise ConfigError(f"cleaner is a Cleaner, not {self.cleaner!r}")
        for name in ("text", "html", "url", "into", "status"):
            value = getattr(self, name)
            if not (isinstance(value, str) and value) and (value is not None or name == "text"):
                raise ConfigError(f"{name} is the name of a column, not {value!r}")
        if not isinstance(self.max_size, int) or isinstance(self.max_size, bool):
            raise ConfigError(f"max_size is a number of bytes, not {self.max_size!r}")
        if self.max_size < 1:
            raise ConfigError(f"max_size is at least one byte, not {self.max_size}")

    def __reduce__(self) -> tuple[object, ...]:
        """The options that are not the defaults, and the fingerprint of what they mean here."""
        plain = Kernel(cleaner=self.cleaner)
        options = {f.name: getattr(self, f.name) for f in fields(self)}
        told = {k: v for k, v in options.items() if v != getattr(plain, k)}
        return _restored, (self.cleaner.fingerprint, self.cleaner, told)

    def schema(self, input: pa.Schema) -> pa.Schema:
        """The columns that come out of a batch with the schema `input`, whatever stands in it.

        Raises `ConfigError` for a column that is missing, is no text, or is there already.
        """
        source = self._field(input, self._source)
        if not is_readable(source.type):
            raise ConfigError(f'column "{source.name}" is {source.type}, not text')
        if self.url is not None:
            address = self._field(input, self.url)
            if not is_readable(address.type):
                raise ConfigError(f'column "{self.url}" is {address.type}, not text')
        schema = _with_article(input, self.target, source)
        new = [(name, FACT_TYPES[fact]) for name, fact in self._facts.items()]
        if self.status:
            new.append((self.status, pa.string()))
        for name, type_ in new:
            if name in schema.names:
                raise ConfigError(f'there is a column "{name}" already; give the new one another')
            schema = schema.append(pa.field(name, type_))
        return schema

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """`batch` cleaned. Raises `ConfigError` for columns that do not fit."""
        if not isinstance(batch, pa.RecordBatch):
            raise TypeError(f"a kernel is called with a record batch, not {_named(batch)}")
        schema = self.schema(batch.schema)
        attempts = self._attempts(batch)
        try:
            made = self._columns(attempts, schema)
        except UnicodeEncodeError:
            made = self._columns([self._encodable(a, schema) for a in attempts], schema)
        columns = [
            made[name] if name in made else batch.column(batch.schema.get_field_index(name))
            for name in schema.names
        ]
        return pa.RecordBatch.from_arrays(columns, schema=schema)

    def batches(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Every batch cleaned, one after the other."""
        return map(self, batches)

    def table(self, table: pa.Table) -> pa.Table:
        """`table` cleaned. Raises `ConfigError` for columns that do not fit."""
        if not isinstance(table, pa.Table):
            raise TypeError(f"`table` is called with a table, not {_named(table)}")
        schema = self.schema(table.schema)
        return pa.Table.from_batches(self.batches(table.to_batches(SLICE)), schema)

    @property
    def _source(self) -> str:
        return self.html or self.text

    @property
    def target(self) -> str:
        """The column that articles go to."""
        return self.into or self.text

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        """Column → the fact that it holds. Raises `ConfigError`."""
        return named_facts(self.add)

    @staticmethod
    def _field(schema: pa.Schema, name: str) -> pa.Field:
        found = schema.get_all_field_indices(name)
        if not found:
            raise ConfigError(f'there is no column "{name}"{nearest(name, schema.names)}')
        if len(found) > 1:
            raise ConfigError(f'{len(found)} columns are called "{name}"')
        return schema.field(found[0])

    def _attempts(self, batch: pa.RecordBatch) -> list[Attempt]:
        column = batch.column(batch.schema.get_field_index(self._source))
        documents = cells(column)
        addresses: list[bytes | None] = [None] * len(documents)
        if self.url is not None:
            addresses = cells(batch.column(batch.schema.get_field_index(self.url)))
        return [
            attempt(
                self.cleaner,
                document,
                decode=is_string(column.type),
                page=self.html is not None,
                url=(address or b"").decode(errors="replace"),
                format=self.format,
                facts=tuple(self._facts.values()),
                max_size=self.max_size,
            )
            for document, address in zip(documents, addresses, strict=True)
        ]

    def _columns(self, attempts: Sequence[Attempt], schema: pa.Schema) -> dict[str, pa.Array]:
        """The new columns. Raises `UnicodeEncodeError` if one of the rows has no UTF-8."""

        def column(name: str, values: list[Json]) -> pa.Array:
            return pa.array(values, schema.field(name).type)

        made = {self.target: column(self.target, [a.text for a in attempts])}
        for i, name in enumerate(self._facts):
            made[name] = column(name, [a.facts[i] if a.facts else None for a in attempts])
        if self.status:
            made[self.status] = column(self.status, [a.status for a in attempts])
        return made

    def _encodable(self, attempt: Attempt, schema: pa.Schema) -> Attempt:
        """`attempt`, or, where something of it is no UTF-8, that it failed."""
        try:
            self._columns([attempt], schema)
        except UnicodeEncodeError as error:
            return failed(error)
        return attempt


def _named(value: object) -> str:
    """The type of `value`, and what takes it."""
    told = {"Table": "; `table` takes one", "RecordBatch": "; call the kernel itself with it"}
    name = type(value).__name__
    return name + told.get(name, "")


def _with_article(schema: pa.Schema, name: str, source: pa.Field) -> pa.Schema:
    """`schema` with the column of the articles, in place of one of that name or behind the others."""
    found = schema.get_all_field_indices(name)
    if len(found) > 1:
        raise ConfigError(f'{len(found)} columns are called "{name}"')
    if not found:
        return schema.append(pa.field(name, article_type(source.type)))
    old = schema.field(found[0])
    return schema.set(found[0], pa.field(name, article_type(old.type), metadata=old.metadata))


def _restored(fingerprint: str, cleaner: Cleaner, options: dict[str, object]) -> Kernel:
    """A kernel that came from another process. Raises `ConfigError` if it would clean otherwise."""
    if cleaner.fingerprint != fingerprint:
        raise ConfigError(
            "this process would clean otherwise than the one that sent the work: "
            f"here is vnnews-clean {__version__}; are versions and plug-ins the same everywhere?"
        )
    return Kernel(cleaner=cleaner, **options)  # type: ignore[arg-type]  # options of a kernel

"""Columns of Arrow as Python values, and the types of those that are added."""

from __future__ import annotations

from typing import Final

import pyarrow as pa
from pyarrow import compute, types

from .corpusrow import Fact
from .model import Metadata

_TEXTS: Final = (types.is_string, types.is_large_string, types.is_string_view)
_BINARIES: Final = (types.is_binary, types.is_large_binary, types.is_binary_view)
_PLAIN: Final = {
    pa.binary(): pa.string(),
    pa.large_binary(): pa.large_string(),
    pa.binary_view(): pa.string_view(),
    pa.null(): pa.string(),
}
"""The type in which articles are written that were read from a column of bytes, or of nulls."""
_BYTES: Final = {
    pa.string(): pa.binary(),
    pa.large_string(): pa.large_binary(),
    pa.string_view(): pa.binary_view(),
}
"""The type as which a column of strings is looked at before it is known to be UTF-8."""
FACT_TYPES: Final[dict[Fact, pa.DataType]] = {
    "title": pa.string(),
    "document_type": pa.string(),
    "metadata": pa.struct(
        [
            (name, pa.list_(pa.string()) if isinstance(value, tuple) else pa.string())
            for name in Metadata.__slots__
            for value in (getattr(Metadata(), name),)
        ]
    ),
    "removals": pa.list_(
        pa.struct(
            [
                ("start", pa.int64()),
                ("end", pa.int64()),
                ("kind", pa.string()),
                ("rules", pa.list_(pa.string())),
                ("text", pa.string()),
            ]
        )
    ),
}
"""Facts about a row → the type of their column."""


def decoded(type_: pa.DataType) -> pa.DataType:
    """The type of the values of a column, however they are packed."""
    return type_.value_type if _is_packed(type_) else type_


def is_string(type_: pa.DataType) -> bool:
    """Whether such a column holds strings, which Arrow wants to be UTF-8."""
    return any(is_(decoded(type_)) for is_ in _TEXTS)


def is_readable(type_: pa.DataType) -> bool:
    """Whether such a column may hold documents: strings, bytes, or nothing but nulls."""
    plain = decoded(type_)
    return is_string(plain) or types.is_null(plain) or any(is_(plain) for is_ in _BINARIES)


def article_type(type_: pa.DataType) -> pa.DataType:
    """The type in which articles are written that replace a column of `type_`."""
    plain = decoded(type_)
    return plain if is_string(plain) else _PLAIN.get(plain, pa.string())


def cells(column: pa.Array) -> list[bytes | None]:
    """The bytes of every row, whether they are UTF-8 or not.

    Rows of a packed column share their values.
    """
    if types.is_dictionary(column.type):
        known = cells(column.dictionary)
        return [None if i is None else known[i] for i in column.indices.to_pylist()]
    if types.is_run_end_encoded(column.type):
        return cells(compute.run_end_decode(column))
    if is_string(column.type):
        column = column.view(_BYTES[column.type])
    found: list[bytes | None] = column.to_pylist()
    return found


def _is_packed(type_: pa.DataType) -> bool:
    return bool(types.is_dictionary(type_) or types.is_run_end_encoded(type_))

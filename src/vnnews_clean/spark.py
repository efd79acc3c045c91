"""Spark: a data frame in, a data frame out, cleaned on the executors.

The executors need this package as well, in the same version; a worker that would clean otherwise
fails its task and says so.
"""

from __future__ import annotations

from typing import Unpack

from .batch.extras import required
from .cleaner import Cleaner
from .kernel import Kernel, Options

required("pyspark", "spark", "Spark's data frames")

from pyspark.sql import DataFrame  # noqa: E402 - after the message that says how to get it
from pyspark.sql.pandas.types import from_arrow_type, to_arrow_schema  # noqa: E402
from pyspark.sql.types import StructField, StructType  # noqa: E402


def clean(
    frame: DataFrame, cleaner: Cleaner | None = None, **options: Unpack[Options]
) -> DataFrame:
    """`frame` with its articles, lazily; `options` are those of `Kernel`.

    Raises `ConfigError` for options and columns that do not fit, before a job begins.
    """
    kernel = Kernel(cleaner=cleaner or Cleaner(), **options)
    kept = {f.name: f for f in frame.schema.fields if f.name != kernel.target}
    schema = StructType(
        [
            kept.get(field.name) or StructField(field.name, from_arrow_type(field.type))
            for field in kernel.schema(to_arrow_schema(frame.schema))
        ]
    )
    return frame.mapInArrow(kernel.batches, schema)

"""Hugging Face datasets: a dataset in, a dataset out, in as many processes as asked for.

The cache of `datasets` knows a kernel by its fingerprint: other rules, other settings or another
version of this package clean again, the same ones do not.
"""

from __future__ import annotations

from typing import Unpack

from .batch.extras import required
from .cleaner import Cleaner
from .kernel import SLICE, Kernel, Options

required("datasets", "datasets", "Hugging Face's datasets")

from datasets import Dataset, Features  # noqa: E402 - after the message that says how to get it


def clean(
    dataset: Dataset,
    cleaner: Cleaner | None = None,
    *,
    num_proc: int | None = None,
    batch_size: int = SLICE,
    **options: Unpack[Options],
) -> Dataset:
    """`dataset` with its articles; `batch_size` is in rows, `options` are those of `Kernel`.

    Raises `ConfigError` for options and columns that do not fit, before anything is cleaned.
    """
    kernel = Kernel(cleaner=cleaner or Cleaner(), **options)
    kept = {name: f for name, f in dataset.features.items() if name != kernel.target}
    new = Features.from_arrow_schema(kernel.schema(dataset.features.arrow_schema))
    cleaned = dataset.with_format("arrow").map(
        kernel.table,
        batched=True,
        batch_size=batch_size,
        num_proc=num_proc,
        features=Features({name: kept.get(name, f) for name, f in new.items()}),
        desc="cleaning",
    )
    return cleaned.with_format(dataset.format["type"], **dataset.format["format_kwargs"])

"""Ray Data: a dataset in, a dataset out, cleaned in tasks.

Tasks and not actors: a kernel is small and quickly made, and a pool of actors that holds all CPUs
leaves none for the tasks that read (ray-project/ray#44687).
"""

from __future__ import annotations

from typing import Unpack

from .batch.extras import required
from .cleaner import Cleaner
from .kernel import SLICE, Kernel, Options

required("ray.data", "ray", "Ray's datasets")

from ray.data import Dataset  # noqa: E402 - after the message that says how to get it


def clean(
    dataset: Dataset,
    cleaner: Cleaner | None = None,
    *,
    batch_size: int = SLICE,
    **options: Unpack[Options],
) -> Dataset:
    """`dataset` with its articles, lazily; `batch_size` is in rows, `options` are those of `Kernel`.

    Raises `ConfigError` for options that do not fit; columns are seen when the dataset is run.
    """
    kernel = Kernel(cleaner=cleaner or Cleaner(), **options)
    return dataset.map_batches(
        kernel.table, batch_size=batch_size, batch_format="pyarrow", zero_copy_batch=True
    )

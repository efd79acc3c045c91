"""A Spark job: a table of texts in, a table of articles out, with the reason where there is none.

spark-submit examples/spark_job.py IN.parquet OUT.parquet
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from vnnews_clean import Cleaner
from vnnews_clean.spark import clean


def main(source: str, target: str) -> None:
    """Clean the column ``text`` of `source` into `target`; print how it went."""
    spark = SparkSession.builder.appName("vnnews_clean").getOrCreate()
    frame = spark.read.parquet(source)
    cleaned = clean(frame, Cleaner(policy="article"), add=["title"])
    cleaned.write.mode("overwrite").parquet(target)
    spark.read.parquet(target).groupBy("status").count().show()
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:3])

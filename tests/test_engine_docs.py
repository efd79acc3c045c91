"""The code of ``docs/howto/engines.md``, run as it stands on a small file: every row comes out right."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import dataset, parquet

from batch_support import article
from engine_support import environment
from vnnews_clean.kernel import Kernel

DOCS = Path(__file__).parents[1] / "docs" / "howto" / "engines.md"
SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
NEEDS = {
    "Spark": "pyspark",
    "Ray Data": "ray",
    "Hugging Face datasets": "datasets",
    "datatrove": "datatrove",
    "Polars": "polars",
    "DuckDB": "duckdb",
}
RECIPES = [
    (title, code)
    for title, text in SECTION.findall(DOCS.read_text(encoding="utf-8"))
    for code in BLOCK.findall(text)
]


def test_every_engine_has_a_recipe() -> None:
    assert {title for title, _ in RECIPES} == {"The kernel", *NEEDS}


@pytest.mark.parametrize(("title", "code"), RECIPES, ids=[title for title, _ in RECIPES])
def test_the_recipe_cleans(title: str, code: str, tmp_path: Path) -> None:
    if title in NEEDS:
        pytest.importorskip(NEEDS[title], reason=f"{title} is not installed")
    table = pa.table({"id": list(map(str, range(1, 21))), "text": [article(i) for i in range(20)]})
    parquet.write_table(table, tmp_path / "articles.parquet")
    if title == "Ray Data":  # on the loopback alone
        code = f"import ray\nray.init(num_cpus=2, _node_ip_address='127.0.0.1')\n{code}"
    (tmp_path / "recipe.py").write_text(code)
    subprocess.run(
        [sys.executable, "recipe.py"],
        cwd=tmp_path,
        env={**os.environ, **environment()},
        check=True,
        timeout=300,
    )
    found = dataset.dataset(tmp_path / "clean.parquet", format="parquet").to_table()
    expected = Kernel(add=["title"]).table(table)
    for name in ("text", "title"):
        rows = zip(found.column("id").to_pylist(), found.column(name).to_pylist(), strict=True)
        wanted = zip(table.column("id").to_pylist(), expected.column(name).to_pylist(), strict=True)
        assert dict(rows) == dict(wanted)

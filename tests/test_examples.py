"""The examples run, and do what they say."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli_support import BOX, DIRTY, KEPT, run

EXAMPLES = Path(__file__).parents[1] / "examples"
SOURCES = Path(__file__).parents[1] / "src"


def program(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(SOURCES), "PYSPARK_PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_the_samples_are_cleaned_and_tabled() -> None:
    done = program(EXAMPLES / "samples.py", cwd=EXAMPLES)
    seeds = sorted((EXAMPLES.parent / "tests" / "fixtures" / "seeds").glob("*.expected.txt"))
    assert seeds
    for seed in seeds:
        assert seed.read_bytes().decode() in done.stdout
    assert "related.box" in done.stdout


def test_the_pipeline_keeps_what_is_an_article(tmp_path: Path) -> None:
    rows = [{"id": 1, "text": DIRTY}, {"id": 2, "text": "\n".join(BOX)}]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    done = program(EXAMPLES / "pipeline.py", source, target, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 articles\nrelated ")
    (kept,) = map(json.loads, target.read_text(encoding="utf-8").splitlines())
    assert (kept["id"], kept["title"]) == (1, KEPT[0])
    assert BOX[0] not in kept["text"]


def test_the_goldens_hold(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "goldens", tmp_path / "goldens")
    plugin = ("-p", "pytest_vnnews_clean", "-p", "no:cacheprovider")
    done = program("-m", "pytest", *plugin, "goldens", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "4 goldens checked" in done.stdout


def test_the_repository_with_hooks_is_cleaned(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "pre-commit", tmp_path / "repo")
    settings = (tmp_path / "repo" / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    hooks = (EXAMPLES.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = dict(re.findall(r"- id: (\S+)\n(?:  .*\n)*?  entry: (.+)\n", hooks))
    used = re.findall(r"- id: (\S+)", settings)
    assert used == ["vnnews-clean", "vnnews-clean-jsonl"]
    for hook, name in zip(used, ("cho-noi.txt", "lang-gom.jsonl"), strict=True):
        command, path = entries[hook].split()[1:], tmp_path / "repo" / "corpus" / name
        assert run(*command, path).exit_code == 1, "the first commit fails"
        assert run(*command, path).exit_code == 0, "the second goes through"
    assert "TIN LIÊN QUAN" not in (tmp_path / "repo/corpus/cho-noi.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(not importlib.util.find_spec("pre_commit"), reason="pre-commit is missing")
def test_pre_commit_accepts_the_configuration() -> None:
    config = EXAMPLES / "pre-commit" / ".pre-commit-config.yaml"
    done = program("-m", "pre_commit", "validate-config", config, cwd=EXAMPLES)
    assert done.returncode == 0, done.stdout


def test_the_spark_job_cleans_a_table(tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java")
    import pyarrow as pa  # noqa: PLC0415 - comes with Spark's extra
    from pyarrow import parquet  # noqa: PLC0415

    source, target = tmp_path / "in.parquet", tmp_path / "out.parquet"
    parquet.write_table(pa.table({"id": [1, 2], "text": [DIRTY, None]}), source)
    done = program(EXAMPLES / "spark_job.py", source, target, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    rows = {row["id"]: row for row in parquet.read_table(target).to_pylist()}
    assert (rows[1]["status"], rows[1]["title"]) == ("ok", KEPT[0])
    assert (rows[2]["status"], rows[2]["text"]) == ("null", None)

"""The house keeps its shape: imports run downwards, heavy libraries stay lazy, modules small."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import vnnews_clean

PACKAGE = Path(vnnews_clean.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = (
    ("patterns",),  # what every module may be written with
    # words, and what knows nothing but characters and tags
    (
        "_scan",
        "cached",
        "credited",
        "dates",
        "errors",
        "kinds",
        "notation",
        "openers",
        "seen",
        "stamps",
        "textkey",
        "version",
    ),
    ("checks", "glance", "native", "pairs", "reach"),
    ("entries", "evidence", "shapes"),
    ("borders", "line"),
    ("links", "outline"),
    ("model",),
    ("calls", "headline", "marks", "signs"),
    # one idea each
    ("edits", "globs", "metadata", "phrases", "policy", "quarantine", "render", "rule", "units"),
    ("pure", "waking"),
    ("scan",),
    ("learned", "match", "records", "ruleset", "sites", "structure"),
    ("outcome", "read", "rulefile"),
    ("signatures",),
    ("rules",),
    ("fates",),
    ("explain", "verify"),
    ("report",),
    ("formats",),
    ("result",),
    # the order of the stages
    ("cleaner",),
    ("corpusrow",),
    # what stands around the core
    ("attempt", "columns", "settings", "testing"),
    ("config",),
    ("batch",),
    ("files", "kernel", "learn"),
    ("golden",),
    ("datasets", "datatrove", "ray", "spark"),
    ("cli",),
    ("__main__",),
)
"""Lowest first. A module may import those below it, and its own package."""
STRUCTURE = (
    ("said", "sorts"),
    ("cohesion", "marked", "own", "topped"),
    ("among",),
    ("reading",),
    ("bits", "chain", "comments", "frame", "lists"),
    ("anchors", "explained"),
    ("ends",),
    ("decide",),
)
"""The same of the rooms of `structure`."""
OWNERS = {
    "ftfy": {"read.repair.mojibake"},
    "selectolax": {"read.page"},
    "regex": {"read.repair.disguise", "read.repair.legacy"},
    "pyarrow": {"batch", "columns", "kernel"},
    "pyspark": {"spark"},
    "ray": {"ray"},
    "datatrove": {"datatrove"},
    "datasets": {"datasets"},
    "fastwarc": {"batch"},
    "pebble": {"batch"},
    "backports": {"batch"},
    "brotli": {"batch"},
    "fsspec": {"batch"},
}
"""The module that may import a heavy library, or the package whose extra it is."""
LONGEST, MEDIAN = 300, 105


def name_of(path: Path) -> str:
    """``batch.pool`` for ``batch/pool.py``, ``rules`` for ``rules/__init__.py``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def layer_of(name: str) -> int:
    top = name.partition(".")[0]
    found = [depth for depth, layer in enumerate(LAYERS) if top in layer]
    assert found, f"{top} has no place in LAYERS"
    return found[0]


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, full name of the imported module) for every import."""
    package = ["vnnews_clean", *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = [*base, *(node.module.split(".") if node.module else ())]
            for alias in node.names:
                full = [*module, alias.name]
                place = PACKAGE.parent.joinpath(*full)
                is_module = place.with_suffix(".py").exists() or (place / "__init__.py").exists()
                found = full if is_module else module
                yield node.lineno, ".".join(found)


INSIDE = [path for path in MODULES if name_of(path) != "__init__"]


@pytest.mark.parametrize("path", INSIDE, ids=name_of)
def test_imports_run_downwards(path: Path) -> None:
    own = name_of(path).partition(".")[0]
    upwards = []
    for line, module in imports(path):
        package, _, inner = module.partition(".")
        top = inner.partition(".")[0]
        if package != "vnnews_clean" or top == own:
            continue
        if not top or layer_of(top) >= layer_of(own):
            upwards.append(f"{path.name}:{line} imports {module}")
    assert upwards == []


ROOMS = [path for path in INSIDE if name_of(path).startswith("structure.")]


@pytest.mark.parametrize("path", ROOMS, ids=name_of)
def test_imports_inside_structure_run_downwards(path: Path) -> None:
    floors = {room: floor for floor, rooms in enumerate(STRUCTURE) for room in rooms}
    own = name_of(path).split(".")[1]
    inner = (module.split(".")[2:] for _, module in imports(path) if ".structure." in module)
    upwards = [room for room, *_ in inner if room != own and floors[room] >= floors[own]]
    assert upwards == []


@pytest.mark.parametrize("library", OWNERS)
def test_a_heavy_library_has_one_owner(library: str) -> None:
    strangers = [
        name_of(path)
        for path in MODULES
        if any(module.partition(".")[0] == library for _, module in imports(path))
        and not any(f"{name_of(path)}.".startswith(f"{owner}.") for owner in OWNERS[library])
    ]
    assert strangers == []


def test_importing_the_package_imports_no_heavy_library() -> None:
    script = (
        "import sys, vnnews_clean; vnnews_clean.clean('Trời mưa.')\n"
        f"print(*sorted(set({sorted(OWNERS)!r}) & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_shorter_than_300_lines(path: Path) -> None:
    assert len(path.read_bytes().splitlines()) < LONGEST


def test_benchmarks_and_tests_are_short_too() -> None:
    here = Path(__file__).parent
    long = [p.name for p in here.rglob("*.py") if len(p.read_bytes().splitlines()) >= LONGEST]
    assert long == []


def test_most_modules_are_read_on_one_screen() -> None:
    lengths = [len(path.read_bytes().splitlines()) for path in MODULES]
    assert statistics.median(lengths) <= MEDIAN


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").exists()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_pattern_is_compiled_when_a_module_is_imported(path: Path) -> None:
    """`patterns.pattern` puts it off to the first use: there are some three hundred."""
    body = ast.parse(path.read_bytes()).body
    at_once = [
        call.lineno
        for statement in body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "re.compile"
    ]
    assert at_once == []

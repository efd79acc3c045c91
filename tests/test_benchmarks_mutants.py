"""Mutants: what is changed, and that tests which run in a fork notice it."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from textwrap import dedent

import pytest

import mutants as command
from asking import Order
from mutation import Mutant, mutants, steps
from noticing import ON_IMPORT, Suite, in_children, module_name, noticed_by
from reach import Reach, record, uses
from swapping import ask_all

SOURCE = """\
    from typing import Final

    SHORT: Final = 40
    RATE = 0.5
    SPAN: Final = range(3, 43)
    BELOW: Final = -1
    NAME: Final = "x"
    CACHED: Final = 4096  # for speed
    YES: Final = True


    def is_short(text):
        if not text or text == "?":
            return False
        if len(text) > 1000:  # for speed
            return False
        for char in text:
            if char.isspace():
                continue
        return len(text) < SHORT
    """


@pytest.fixture
def module(tmp_path: Path) -> Path:
    """A module of a package of its own, and tests that look at one side of its number only."""
    package, tests = tmp_path / "src" / "small_package", tmp_path / "tests"
    package.mkdir(parents=True)
    tests.mkdir()
    (package / "__init__.py").write_text("from .shapes import is_short\n", encoding="utf-8")
    (package / "shapes.py").write_text(dedent(SOURCE), encoding="utf-8")
    (tests / "test_shapes.py").write_text(
        "from small_package import is_short\n\n\n"
        "def test_short():\n    assert is_short('a' * 38)\n    assert not is_short('')\n",
        encoding="utf-8",
    )
    (tests / "test_shape_slow.py").write_text("raise SystemExit\n", encoding="utf-8")
    return package / "shapes.py"


def suite(module: Path) -> Suite:
    return Suite(
        module.parents[1],
        "small_package",
        None,
        module.parents[2] / "tests",
        related={"other*": ("test_shape_slow.py",)},
        without=("test_*slow.py",),
    )


def test_a_step_is_one_or_a_tenth() -> None:
    assert steps(3) == (2, 4)
    assert steps(60) == (54, 66)
    assert steps(0.5) == (0.45, 0.55)
    assert steps(0.0) == (-0.1, 0.1)


def test_numbers_and_guards_are_changed_and_what_is_for_speed_is_not(module: Path) -> None:
    found = [mutant.what for mutant in mutants(module)]
    assert found == [
        "SHORT: 40 -> 36",
        "SHORT: 40 -> 44",
        "RATE: 0.5 -> 0.45",
        "RATE: 0.5 -> 0.55",
        "SPAN: 3 -> 2",
        "SPAN: 3 -> 4",
        "SPAN: 43 -> 39",
        "SPAN: 43 -> 47",
        "BELOW: 1 -> 0",
        "BELOW: 1 -> 2",
        "if not text or text == '?': never",
        "if not text or text == '?': always",
        "if len(text) > 1000: always",
        "if char.isspace(): never",
        "if char.isspace(): always",
    ]
    more = {mutant.what for mutant in mutants(module, conditions=True)} - set(found)
    assert more == {
        "if not text or text == '?': without not text",
        "if not text or text == '?': without text == '?'",
    }


def one(module: Path, what: str) -> Mutant:
    return next(m for m in mutants(module, conditions=True) if m.what == what)


def test_a_change_changes_one_thing(module: Path) -> None:
    before = ast.unparse(ast.parse(module.read_text(encoding="utf-8"))).splitlines()
    for what, line in (
        ("SHORT: 40 -> 44", "SHORT: Final = 44"),
        ("SPAN: 43 -> 39", "SPAN: Final = range(3, 39)"),
        ("if char.isspace(): always", "        if True:"),
        ("if not text or text == '?': without not text", "    if text == '?':"),
    ):
        after = ast.unparse(one(module, what).source()).splitlines()
        assert set(after) - set(before) == {line}
        assert len(after) == len(before)


def test_what_tests_notice_is_told_from_what_they_do_not(module: Path) -> None:
    asked = [
        one(module, "SHORT: 40 -> 36"),
        one(module, "SHORT: 40 -> 44"),
        one(module, "if not text or text == '?': never"),
        one(module, "if not text or text == '?': without text == '?'"),
    ]
    outcomes = dict(
        in_children(lambda m: noticed_by(suite(module), m.path, m.source()), asked, jobs=2)
    )
    test = "test_shapes.py::test_short"
    assert [outcomes[mutant] for mutant in asked] == [test, "", test, ""]
    assert "small_package" not in sys.modules


def test_a_module_that_cannot_be_imported_is_told_from_one_that_a_test_notices(
    module: Path,
) -> None:
    tree = ast.parse("raise ValueError('broken')")
    [(_, by)] = in_children(lambda path: noticed_by(suite(module), path, tree), [module], jobs=1)
    assert by == f"{ON_IMPORT}ValueError: broken"


def test_a_child_that_dies_has_noticed(module: Path) -> None:
    tree = ast.parse("import os\nos.kill(os.getpid(), 9)")
    [(_, by)] = in_children(lambda path: noticed_by(suite(module), path, tree), [module], jobs=1)
    assert by == "took too long, or died"


def test_tests_of_the_modules_own_name_come_first(module: Path) -> None:
    own = suite(module)
    assert [path.name for path in own.files(module)] == ["test_shapes.py"]
    assert [path.name for path in own.files(module.with_name("other.py"))] == ["test_shape_slow.py"]
    assert module_name(own.source, module) == "small_package.shapes"
    assert module_name(own.source, module.with_name("__init__.py")) == "small_package"


@pytest.fixture
def order(module: Path, tmp_path: Path) -> Order:
    """The order of asking a test that runs the function, and one that does not."""
    package, tests, data = module.parent, module.parents[2] / "tests", tmp_path / "reach"
    (tests / "test_version.py").write_text(
        "import small_package\n\n\ndef test_name():\n    assert small_package.__name__\n",
        encoding="utf-8",
    )

    def recorded(files: list[Path]) -> str:
        sys.path.insert(0, str(package.parent))
        return record(data, package, files)

    files = [tests / "test_shapes.py", tests / "test_version.py"]
    assert list(in_children(recorded, [files], jobs=1)) == [(files, "")]
    return Order(suite(module), Reach(data, package.rglob("*.py")))


def test_a_mutant_is_asked_of_the_tests_that_run_what_it_changes(
    module: Path, order: Order
) -> None:
    asked = order.tests(one(module, "SHORT: 40 -> 36"))
    assert asked == ["test_shapes.py::test_short"]
    assert order.tests(one(module, "if char.isspace(): never")) is None  # no space in the test
    assert not order.is_early(one(module, "SHORT: 40 -> 36"))


def test_what_a_number_is_made_into_is_found(module: Path) -> None:
    module.with_name("made.py").write_text(
        "from . import shapes\nfrom .shapes import SHORT\n\nLONG = 2 * SHORT\n\n\n"
        "def is_long(text):\n    return len(text) > LONG\n\n\n"
        "def is_fair(text):\n    return len(text) > shapes.RATE\n",
        encoding="utf-8",
    )
    made = module.with_name("made.py")
    short = uses(module.parent, module, "SHORT")
    assert (made, range(8, 9)) in short.lines
    assert short.early
    fair = uses(module.parent, module, "RATE")
    assert fair.lines == [(made, range(12, 13))]
    assert not fair.early


def test_changes_are_put_into_what_is_imported(module: Path, order: Order) -> None:
    changed = [
        one(module, "SHORT: 40 -> 36"),
        one(module, "SHORT: 40 -> 44"),
        one(module, "if not text or text == '?': never"),
        one(module, "if not text or text == '?': always"),
        one(module, "if char.isspace(): always"),
    ]

    def asked(files: list[Path]) -> str:
        sys.path.insert(0, str(module.parents[1]))
        told: list[str] = []
        ask_all(suite(module), files, order, changed, lambda m, by: told.append(f"{m.what}|{by}"))
        return "\n".join(told)

    [(_, said)] = in_children(asked, [[module.parents[2] / "tests" / "test_shapes.py"]], jobs=1)
    noticed = {what for what, _, by in (x.partition("|") for x in said.splitlines()) if by}
    assert len(said.splitlines()) == len(changed)
    assert noticed == {changed[0].what, changed[2].what, changed[3].what}


def test_the_command_lists_and_samples(capsys: pytest.CaptureFixture[str]) -> None:
    def listed(*options: str) -> list[str]:
        assert command.main(["--list", *options]) == 0
        return capsys.readouterr().out.splitlines()

    every = listed("--in", "shapes.py")
    assert len(every) > 10
    assert all(line.startswith("shapes.py:") for line in every)
    sampled = listed("--in", "shapes.py", "--sample", "5", "--seed", "1")
    assert len(sampled) == 5
    assert set(sampled) < set(every)
    place = every[0].split()[0]
    assert set(listed("--only", place)) == {line for line in every if line.startswith(f"{place} ")}


def test_survivors_are_listed_and_the_share_is_checked() -> None:
    path = command.PACKAGE / "shapes.py"
    alive, dead = (Mutant(path, 0, line, f"X: {line}", "X", 1) for line in (3, 4))
    lines = list(command.summary([(alive, ""), (dead, "test_shapes.py")]))
    assert lines == [
        f"{'shapes.py':<34}    1 of 2     noticed",
        "survivors:",
        "  shapes.py:3 X  X: 3",
        "50.0% of 2 mutants noticed",
    ]
    assert command.share([(alive, ""), (dead, "x")]) == 0.5

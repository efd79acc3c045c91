"""Which changes of a number or a guard the tests of this repository do not notice.

    python tests/benchmarks/mutants.py [--in 'rules/*'] [--jobs 2]     # all, with the survivors
    python tests/benchmarks/mutants.py --sample 60 --seed 1 --check 0.9  # for CI
    python tests/benchmarks/mutants.py --list                          # what would be changed
    python tests/benchmarks/mutants.py --only shapes.py:72             # those of one line
    python tests/benchmarks/mutants.py --reach /tmp/reach              # of tests that run them alone

The changes are described in `mutation`, how tests are run on them in `noticing`. A survivor is a
number without a case just inside and just outside, or a guard that no test needs. Nothing outside
the repository is read.
"""

from __future__ import annotations

import argparse
import ast
import fnmatch
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from asking import Order
from corpus import REPOSITORY
from mutation import Mutant, mutants
from noticing import ON_IMPORT, Suite, in_children, noticed_by, warm
from reach import Reach, record
from swapping import ask_all
from trials import some

PACKAGE: Final = REPOSITORY / "src" / "vnnews_clean"
SUITE: Final = Suite(
    source=PACKAGE.parent,
    package=PACKAGE.name,
    fixtures=REPOSITORY / "tests" / "fixtures" / "rules",
    tests=REPOSITORY / "tests",
    related={
        "*": ("test_seeds.py", "test_near_misses.py", "test_rule_guards.py"),
        "line.py": ("test_structure_sorts.py", "test_shapes.py"),
        "read/*.py": (
            *("test_plain.py", "test_wrapped.py", "test_dialects.py", "test_markdown.py"),
            *("test_fragments.py", "test_dialect_numbers.py", "test_dialect_browser.py"),
        ),
        "read/page/*": ("test_html_*.py", "test_page*.py"),
        "read/page/guard.py": ("test_hostile_html.py",),
        "match/bar.py": ("test_bar_*.py",),
        "match/box.py": ("test_box_*.py",),
        "verify.py": ("test_dialects.py", "test_wrapped.py"),
        "rules/page.py": ("test_html_*.py",),
        "rules/linked.py": ("test_html_*.py",),
        "match/headed.py": ("test_html_*.py",),
        "match/role.py": ("test_html_*.py",),
    },
    without=(
        *(f"test_{name}*.py" for name in ("batch", "fix", "cli", "engine", "kernel", "learn")),
        *(f"test_{name}*.py" for name in ("benchmarks", "browser", "docs", "examples", "golden")),
        *(f"test_{name}*.py" for name in ("hostile", "layering", "precommit", "readme", "run_")),
        *("test_sheet*.py", "test_report*.py", "test_*invariants.py"),
        *("test_rule_fixtures.py", "test_rule_examples.py"),  # looked at without pytest
        "test_rule_errors.py",  # begins processes, which a fork cannot
    ),
)
PLACES: Final = (
    "shapes.py",
    "line.py",
    "borders.py",
    "headline.py",
    "signatures.py",
    "links.py",
    "calls.py",
    "policy.py",
    "verify.py",
    "rules/*.py",
    "match/*.py",
    "structure/*.py",
    "structure/*/*.py",
    "read/*.py",
    "read/page/*.py",
)
SLOW: Final = ("test_growth.py", "test_full_disk.py", "test_pluggability.py", "test_line_ends.py")
"""Test files that are not asked by what they run: nothing of it is theirs alone."""
ALSO_ASKED: Final = ("test_rule_fixtures.py", "test_rule_examples.py", "test_hostile*.py")
HOUR: Final = 3600
UNOBSERVED: Final = ("*CACHED*", "*MAX_READINGS*", "MAX_TRIES", "KINDS")
"""Names of constants that cost time or memory and change no output."""


def every_mutant(places: Sequence[str], *, conditions: bool) -> list[Mutant]:
    """The mutants of the modules that match one of `places`, in order."""
    paths = sorted(
        {path for place in places for path in PACKAGE.glob(place) if path.suffix == ".py"}
    )
    return [
        mutant
        for path in paths
        for mutant in mutants(path, conditions=conditions)
        if not any(fnmatch.fnmatchcase(mutant.name, name) for name in UNOBSERVED)
    ]


def place(mutant: Mutant) -> str:
    """Where a mutant stands: the path in the package, and the line."""
    return f"{mutant.path.relative_to(PACKAGE).as_posix()}:{mutant.line}"


def summary(outcomes: Sequence[tuple[Mutant, str]]) -> Iterator[str]:
    """Noticed of all, by module, and the survivors."""
    total = Counter(m.path.relative_to(PACKAGE).as_posix() for m, _ in outcomes)
    alive = sorted((m for m, by in outcomes if not by), key=lambda m: (m.path, m.line))
    left = Counter(m.path.relative_to(PACKAGE).as_posix() for m in alive)
    for name in sorted(total):
        yield f"{name:<34}{total[name] - left[name]:>5} of {total[name]:<5} noticed"
    if alive:
        yield "survivors:"
        yield from (f"  {place(m)} {m.name}  {m.what}" for m in alive)
    if broken := sum(by.startswith(ON_IMPORT) for _, by in outcomes):
        yield f"{broken} cannot be imported: nothing had to notice them"
    yield f"{share(outcomes):.1%} of {len(outcomes)} mutants noticed"


def share(outcomes: Sequence[tuple[Mutant, str]]) -> float:
    """The share of mutants that were noticed."""
    return sum(bool(by) for _, by in outcomes) / max(1, len(outcomes))


def unchanged(chosen: Sequence[Mutant]) -> str:
    """What the tests of all these mutants find fault with before anything is changed."""
    paths = sorted({mutant.path for mutant in chosen})
    files = sorted({test.name for path in paths for test in SUITE.files(path)})
    suite = SUITE._replace(related={"*": tuple(files)}, without=("*",))
    trees = [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths[:1]]
    return "".join(by for _, by in in_children(lambda t: noticed_by(suite, *t), trees, jobs=1))


def ask(mutant: Mutant) -> str:
    """What notices the mutant."""
    return noticed_by(SUITE, mutant.path, mutant.source())


def ask_some(order: Order, mutant: Mutant) -> str:
    """What notices the mutant of the tests that run what it changes."""
    return noticed_by(SUITE, mutant.path, mutant.source(), order.tests(mutant))


def asked() -> list[Path]:
    """The test files that are asked by what they run."""
    skipped = (*SLOW, *(name for name in SUITE.without if name not in ALSO_ASKED))
    return [
        path
        for path in sorted(SUITE.tests.glob("test_*.py"))
        if not any(fnmatch.fnmatchcase(path.name, name) for name in skipped)
    ]


def reach(data: Path) -> Reach:
    """Which tests run what, of the code and the tests as they are now."""
    written = [*PACKAGE.rglob("*.py"), *SUITE.tests.rglob("*.py")]
    if not data.exists() or data.stat().st_mtime < max(p.stat().st_mtime for p in written):
        data.unlink(missing_ok=True)
        said = next(in_children(lambda t: record(data, PACKAGE, t), [asked()], jobs=1, limit=HOUR))[
            1
        ]
        if said:
            raise SystemExit(f"the tests fail on the code as it is: {said}")
    return Reach(data, PACKAGE.rglob("*.py"))


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("--in", dest="places", action="append", metavar="GLOB", help="of the package")
    p.add_argument("--only", metavar="PLACE", help="a module, or a line as module.py:12")
    p.add_argument("--conditions", action="store_true", help="drop parts of guards as well")
    p.add_argument("--sample", type=int, metavar="N", help="N of them")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    p.add_argument("--reach", type=Path, metavar="FILE", help="ask tests that run what is changed")
    p.add_argument("--list", action="store_true", help="show the mutants and run nothing")
    p.add_argument("--verbose", action="store_true", help="say of each what noticed it")
    p.add_argument("--check", type=float, metavar="SHARE", help="exit 1 if fewer are noticed")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    known = every_mutant(options.places or PLACES, conditions=options.conditions)
    if options.only:
        known = [m for m in known if f"{place(m)}:".startswith(f"{options.only}:")]
    chosen = some(known, options.sample, options.seed)
    if options.list:
        print(*(f"{place(m)} {m.name}  {m.what}" for m in chosen), sep="\n")
        return 0
    warm()
    order = Order(SUITE, reach(options.reach)) if options.reach else None
    if not order and (fault := unchanged(chosen)):
        sys.stderr.write(f"the tests fail on the code as it is: {fault}\n")
        return 2
    begun = time.monotonic()
    outcomes: list[tuple[Mutant, str]] = []

    def told(mutant: Mutant, by: str) -> None:
        outcomes.append((mutant, by))
        if order:
            order.noticed(mutant, by)
        if options.verbose:
            spent = time.monotonic() - begun
            print(f"{spent:6.1f} {place(mutant)}  {mutant.what}  <- {by or 'NOTHING'}", flush=True)

    early = [m for m in chosen if order.is_early(m)] if order else chosen
    if order:
        ask_all(SUITE, asked(), order, [m for m in chosen if m not in early], told)
    for mutant, by in in_children(partial(ask_some, order) if order else ask, early, options.jobs):
        told(mutant, by)
    print(*summary(outcomes), sep="\n")
    print(f"{(time.monotonic() - begun) / max(1, len(outcomes)):.1f} s a mutant")
    return int(options.check is not None and share(outcomes) < options.check)


if __name__ == "__main__":
    sys.exit(main())

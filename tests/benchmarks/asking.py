"""Which tests a mutant is asked of, and in which order: those that run what is changed.

The tests of the file that is named most like a module come first, then one of each other that matters
in turn; before them those that noticed another change of the same function or module, and the cases
of its rules.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from pathlib import Path
from typing import Final

from mutation import Mutant
from noticing import Suite
from reach import ON_IMPORT, Reach, imported_from, modules, uses

MOST: Final = 2_000
"""Tests that a mutant is asked of: what none of so many notices is taken to survive."""
REMEMBERED: Final = 30
"""Tests that noticed others, and are asked first."""
RULE: Final = re.compile(r'@rule\(\s*"([a-z_]+\.[a-z_]+)"')
RULE_OF: Final = re.compile(r"\[([a-z_]+\.[a-z_]+):")
"""The rule that a case is named after."""


class Order:
    """Which tests to ask, by what they run and by what was noticed before."""

    def __init__(self, suite: Suite, reach: Reach) -> None:
        self._suite, self._reach = suite, reach
        self._package = suite.source / suite.package
        modules(self._package)  # for the forks that ask
        tests = suite.tests.glob("*.py")
        self._known = {name for path in tests for name in imported_from(suite.package, path)}
        self._noticed: defaultdict[tuple[Path, str], dict[str, None]] = defaultdict(dict)

    def is_early(self, mutant: Mutant) -> bool:
        """Whether a change tells while the package is imported, or in what tests make of it."""
        if mutant.guarded():
            return self.tests(mutant) is None
        if mutant.name in self._known:
            return True
        where = uses(self._package, mutant.path, mutant.name)
        return where.early or self.tests(mutant) is None

    def _running(self, mutant: Mutant) -> set[str]:
        lines = mutant.guarded()
        if lines:
            return self._reach.tests([(mutant.path, lines)])
        return self._reach.tests(uses(self._package, mutant.path, mutant.name).lines)

    def tests(self, mutant: Mutant) -> list[str] | None:
        """The tests to ask, in order; ``None`` if it is not known which run what is changed."""
        running = self._running(mutant) - {ON_IMPORT}
        if not running:
            return None
        before = [*self._noticed[mutant.path, mutant.name], *self._noticed[mutant.path, ""]]
        known = [test for test in dict.fromkeys(before) if test in running][:REMEMBERED]
        rules = set(RULE.findall(mutant.path.read_text(encoding="utf-8")))
        called = f"{mutant.path.stem}.{mutant.name}"
        named = [test for test in sorted(running) if called in test]
        named += [test for test in sorted(running) if not rules.isdisjoint(RULE_OF.findall(test))]
        own = [file.name for file in self._suite.files(mutant.path)]
        return list(dict.fromkeys((*known, *named, *in_turn(running, own))))[:MOST]

    def noticed(self, mutant: Mutant, by: str) -> None:
        """Remember which test noticed a mutant."""
        for name in (mutant.name, ""):
            self._noticed[mutant.path, name] = {by: None, **self._noticed[mutant.path, name]}


def in_turn(tests: Iterable[str], first: Iterable[str]) -> Iterator[str]:
    """Those of the first of the files `first`, then one of each other in turn, then of all others."""
    files: defaultdict[str, list[str]] = defaultdict(list)
    for test in sorted(tests):
        files[test.partition("::")[0]].append(test)
    own = [files.pop(name) for name in first if name in files]
    for group in (own[:1], own[1:], sorted(files.values(), key=len)):
        yield from filter(None, chain.from_iterable(zip_longest(*group)))

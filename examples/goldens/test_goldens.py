"""Goldens of files need no code: pytest collects them. Those of a cleaner of your own are checked so.

pytest examples/goldens --vnnews-coverage
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vnnews_clean import Cleaner, PolicyName, Result

DUMP = Path(__file__).with_name("cho-noi.txt")


@pytest.mark.parametrize("policy", ["light", "body"])
def test_what_each_policy_makes_of_the_dump(
    vnnews_golden: Callable[[Result], None], policy: PolicyName
) -> None:
    vnnews_golden(Cleaner(policy=policy).clean(DUMP.read_bytes()))

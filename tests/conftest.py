"""Where the fixtures lie, and the cleaner that most tests use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from vnnews_clean import Cleaner

FIXTURES = Path(__file__).with_name("fixtures")

settings.register_profile(
    "steady",
    deadline=None,  # no test depends on the clock
    derandomize=True,  # a red build is red again
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "search", settings.get_profile("steady"), derandomize=False, max_examples=1000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def cleaner() -> Cleaner:
    """The default cleaner."""
    return Cleaner()


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of the fixtures."""
    return FIXTURES

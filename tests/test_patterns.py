"""Patterns that are compiled at their first use behave as compiled ones do."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

from vnnews_clean.patterns import pattern

DATE = pattern(r"(\d+)/(\d+)")


def test_it_is_a_pattern_to_whoever_uses_it() -> None:
    assert DATE.pattern == r"(\d+)/(\d+)"
    found = DATE.search("ngày 12/3")
    assert found
    assert found.groups() == ("12", "3")
    assert DATE.groups == 2
    assert DATE.sub(r"\2.\1", "12/3") == "3.12"
    assert repr(DATE) == repr(re.compile(DATE.pattern))


def test_nothing_is_compiled_before_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiled = re.compile

    def recording(written: str, flags: int = 0) -> re.Pattern[str]:
        made.append(written)
        return compiled(written, flags)

    monkeypatch.setattr(re, "compile", recording)
    late = pattern("mưa|nắng", re.IGNORECASE)
    assert made == []
    assert late.match("MƯA")
    assert late.fullmatch("Nắng")
    assert not late.match("gió")
    assert made == ["mưa|nắng"]


def test_bytes_have_patterns_too() -> None:
    assert pattern(rb"<(?:p|br)>").findall(b"<p>a<br>") == [b"<p>", b"<br>"]


def test_what_is_wrong_says_so_when_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_copies_are_equal_and_work() -> None:
    for twin in (copy.copy(DATE), copy.deepcopy(DATE), pickle.loads(pickle.dumps(DATE))):
        assert twin == DATE
        assert hash(twin) == hash(DATE)
        assert twin.match("1/2")
    assert pattern("a") != pattern("a", re.IGNORECASE)
    assert pattern("a") != "a"

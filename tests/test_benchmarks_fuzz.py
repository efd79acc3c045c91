"""The fuzz: the same inputs for the same seed, faults that are found, and made small."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

import fuzz
from fuzz_inputs import DISGUISES, a_page, a_text
from vnnews_clean import Cleaner
from vnnews_clean.result import Result

BODY = "Nông dân ở làng Gốm Hạ mở lại phiên chợ đêm sau ba năm chờ đợi."


def test_a_seed_and_a_number_say_what_the_input_is() -> None:
    cases = [fuzz.case(1, number, [], [], "") for number in range(60)]
    assert cases == [fuzz.case(1, number, [], [], "") for number in range(60)]
    assert cases != [fuzz.case(2, number, [], [], "") for number in range(60)]
    assert [one.html for one in cases[:6]] == [False, False, True] * 2
    assert fuzz.case(1, 0, [], [], "html").html
    assert any(isinstance(one.data, bytes) for one in cases)


def test_known_documents_are_among_the_inputs() -> None:
    texts = [a_text(Random(seed), [BODY]) for seed in range(40)]
    assert any(BODY in text for text in texts)
    pages = [a_page(Random(seed), [f"<p>{BODY}</p>"]) for seed in range(40)]
    assert any(isinstance(page, str) and BODY in page for page in pages)


@pytest.mark.parametrize("number", range(len(DISGUISES)))
def test_every_disguise_takes_any_text(number: int) -> None:
    for text in (
        "",
        "\n",
        BODY,
        f"{BODY}\n\nTIN LIÊN QUAN\n",
        "\ud800 x\N{COMBINING ACUTE ACCENT}",
    ):
        assert isinstance(DISGUISES[number](Random(0), text), str)


def test_clean_inputs_have_no_fault() -> None:
    assert fuzz.faults(f"{BODY}\nTIN LIÊN QUAN\nGiá xăng giảm", html=False) == []
    assert fuzz.faults(f"<article><h1>Chợ đêm</h1><p>{BODY}</p></article>", html=True) == []
    assert fuzz.faults(BODY.encode("utf-16"), html=False) == []


class Broken(Cleaner):
    """Keeps its promises only as long as the text has no "hỏng" in it."""

    def clean(self, text: str | bytes, *args: Any, **named: Any) -> Result:
        if isinstance(text, str) and "hỏng" in text:
            raise ValueError("hỏng")
        return super().clean(text, *args, **named)


def test_what_raises_is_found_and_made_small(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = f"{BODY}\nMáy hỏng\n{BODY}"
    monkeypatch.setattr(fuzz, "CLEANERS", {"article": Broken()})
    assert fuzz.faults(data, html=False) == ["raised: ValueError: hỏng"]
    monkeypatch.setattr(fuzz, "case", lambda *_: fuzz.Case(7, html=False, data=data))
    assert fuzz.main(["--own", "--seconds", "0.01"]) == 1
    shown = capsys.readouterr().out
    assert "raised: ValueError: hỏng: text, --seed 0 --case 7, small:\n    'hỏng'\n" in shown
    assert "0 not monotone" in shown


def test_removals_that_overlap_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    result = Cleaner().clean(f"{BODY}\nTIN LIÊN QUAN\nGiá xăng giảm")
    assert fuzz._in_order(result)
    first = result.removals[0]
    monkeypatch.setattr(result, "removals", (first, first._replace(start=first.start + 1)))
    assert not fuzz._in_order(result)


def test_smaller_inputs_are_looked_for_in_text_and_bytes() -> None:
    assert fuzz.smaller("aaaaxbbbyccc", lambda text: "x" in text and "y" in text, 5.0) == "xy"
    assert fuzz.smaller(b"aaaaxbbb", lambda data: b"x" in data, 5.0) == b"x"
    assert fuzz.smaller("axb", lambda _: True, 0.0) == "axb"


def test_one_input_is_shown_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--own", "--case", "3"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == repr(fuzz.case(0, 3, [], [], "").data)

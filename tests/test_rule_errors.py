"""A rule of one's own cannot do harm by mistake: one clear error that names it."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Iterator

import pytest

from vnnews_clean import Cleaner, ConfigError, Document, Kind, Mark, Rule, RuleError, rule
from vnnews_clean.rules import TABLE

LINES = [f"Nhà thứ {n} trong xóm Trại treo đèn lồng trước ngõ." for n in range(30)]
TEXT = "\n".join(LINES)


def marking(*spans: object) -> Rule:
    """A rule that marks these spans."""

    @rule("mine.spans", kind=Kind.AD)
    def spans_of(_: Document) -> Iterator[Mark]:
        """Some spans."""
        yield from (Mark(*span) for span in spans)  # type: ignore[misc]

    return spans_of


@pytest.mark.parametrize(
    ("spans", "problem"),
    [
        ([(-5, 3)], "no span of a text"),
        ([(3, 3)], "no span of a text"),
        ([(7, 3)], "no span of a text"),
        ([(0, len(TEXT) + 1)], "no span of a text"),
        ([(0.0, 3)], "two integers"),
        ([("0", 3)], "two integers"),
        ([(True, 3)], "two integers"),
        ([(0, 9), (5, 20)], "spans overlap"),
    ],
)
def test_a_bad_span_names_its_rule(spans: list[object], problem: str) -> None:
    cleaner = Cleaner(rules=[marking(*spans)])
    with pytest.raises(RuleError, match=f"rule mine.spans: .*{problem}") as caught:
        cleaner.clean(TEXT)
    assert caught.value.rule == "mine.spans"


def test_the_whole_text_and_the_same_span_twice_are_fine() -> None:
    assert Cleaner(rules=[marking((0, len(TEXT)))]).clean(TEXT).text == ""
    assert Cleaner(rules=[marking((0, 9), (0, 9))]).clean(TEXT).text == TEXT[9:].strip()
    assert Cleaner(rules=[marking((0, 9), (9, 20))]).clean(TEXT).text == TEXT[20:].strip()


@rule("mine.raises", kind=Kind.AD)
def raises(_: Document) -> Iterator[Mark]:
    """A rule with a fault."""
    raise ValueError("no such field")


def test_a_rule_that_raises_is_named_and_its_error_is_the_cause() -> None:
    with pytest.raises(RuleError, match=r"rule mine\.raises: ValueError: no such field") as caught:
        Cleaner(rules=[raises]).clean(TEXT)
    assert isinstance(caught.value.__cause__, ValueError)


def test_the_error_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(RuleError("mine.x", "no span")))
    assert (error.rule, error.problem, str(error)) == ("mine.x", "no span", "rule mine.x: no span")


@rule("mine.first_line", kind=Kind.META)
def first_line(document: Document) -> Iterator[tuple[int, int]]:
    """The first line, whatever it is."""
    for block in document.blocks[:1]:
        yield block.start, block.end


def test_the_first_line_is_one_line() -> None:
    assert Cleaner(rules=[first_line]).clean(TEXT).text == "\n".join(LINES[1:])


def test_the_first_line_of_a_page_is_one_line() -> None:
    page = "<article><h1>Xóm Trại treo đèn</h1>" + "".join(f"<p>{line}</p>" for line in LINES)
    left = Cleaner(rules=[first_line]).clean_html(page + "</article>").text
    assert left.split("\n\n") == LINES[1:]


def test_a_rule_made_inside_a_function_cannot_be_sent_to_another_process() -> None:
    cleaner = Cleaner(rules=[marking((0, 3))])
    assert cleaner.clean(TEXT).text == TEXT[3:].strip()
    with pytest.raises(ConfigError, match=r"rule mine\.spans is made inside a function"):
        pickle.dumps(cleaner)
    with (
        multiprocessing.get_context("spawn").Pool(1) as pool,
        pytest.raises(ConfigError, match=r"mine\.spans"),
    ):
        pool.map(cleaner.clean, ["a"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"policy": 3}, "policy is the name of a preset, not 3"),
        ({"policy": None}, "policy is the name of a preset"),
        ({"rules": [1]}, "rules are made by @rule or @context_rule, not 1"),
        ({"rules": first_line}, "rules is a list"),
        ({"phrases": ["x"]}, "phrases map groups"),
        ({"phrases": {"related.header": "x"}}, "a list of phrases"),
        ({"phrases": {"related.header": [3]}}, "a list of phrases"),
        ({"phrases": {"mine.header": {}}}, "`like` no known group"),
        ({"phrases": {"mine.header": {"like": "related.hedder"}}}, 'mean "related.header"'),
        ({"phrases": {"related.header": {"like": "ad.line"}}}, "exists"),
        (
            {"phrases": {"mine.x": {"like": "ad.line", "phrases": ["abc"], "act": []}}},
            'unknown key "act"; did you mean "acts"',
        ),
        (
            {"phrases": {"mine.x": {"like": "ad.line", "phrases": ["abc"], "acts": ["fense"]}}},
            "`acts` is a list of",
        ),
        (
            {"phrases": {"mine.x": {"like": "ad.line", "phrases": ["abc"], "where": "end"}}},
            "`where` is one of",
        ),
        ({"select": "related"}, "select is a list"),
        ({"select": 3}, "select is a list"),
        ({"ignore": [3]}, "ignore is a list of names"),
        ({"ignore": None}, "ignore is a list"),
        ({"keep": {"ad": 1}}, "keep is a list"),
        ({"sites": b"zing"}, "sites is a list"),
        ({"repair": True}, 'repair is "auto" or "off"'),
        ({"dialect": "markdwn"}, "unknown dialect"),
    ],
)
def test_a_wrong_setting_is_an_error_when_the_cleaner_is_made(
    options: dict[str, object], message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        Cleaner(**options)  # type: ignore[arg-type]


def test_mappings_are_copied() -> None:
    phrases = {"related.header": ["góc của chúng tôi"]}
    cleaner = Cleaner(phrases=phrases)
    before = cleaner.fingerprint
    phrases["related.header"].append("góc khác hẳn")
    phrases["ad.line"] = ["rao vặt trong ngày"]
    assert cleaner.fingerprint == before == Cleaner(phrases=dict(cleaner.phrases)).fingerprint
    assert "Góc khác hẳn" in cleaner.clean(f"{TEXT}\nGóc khác hẳn").text


def made(limit: int) -> Rule:
    source = f"""
@rule("mine.made", kind=Kind.AD)
def made(document):
    "Lines of some length."
    for block in document.blocks:
        if block.end - block.start > {limit} and document.text[block.start] in {{"A", "B", "C"}}:
            yield block.start, block.end
"""
    names: dict[str, object] = {"rule": rule, "Kind": Kind}
    exec(source, names)
    found = names["made"]
    assert isinstance(found, Rule)
    return found


def test_the_fingerprint_covers_the_code_of_ones_own_rules() -> None:
    one, same, other = (Cleaner(rules=[made(n)]).fingerprint for n in (10, 10, 11))
    assert one == same != other


def test_overlapping_spans_of_a_shipped_rule_are_joined() -> None:
    assert all(each.shipped for each in TABLE)
    assert Cleaner().clean("Vòng 1 Đang cập nhật Đang cập nhật Đang cập nhật").text == ""

"""A rule of one's own cannot do harm by mistake: one clear error that names it."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Iterator

import pytest

from vnnews_clean import (
    Cleaner,
    ConfigError,
    Document,
    Kind,
    Mark,
    Rule,
    RuleError,
    context_rule,
    rule,
)
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
        ([(0, 9, None)], "confidence is a number from 0 to 1, not None"),
        ([(0, 9, "0.9")], "confidence is a number"),
        ([(0, 9, True)], "confidence is a number"),
        ([(0, 9, float("nan"))], "confidence is a number"),
        ([(0, 9, 1.01)], "confidence is a number"),
        ([(0, 9, -0.01)], "confidence is a number"),
        ([(0, 9, 0.9, "nokind")], "kind is one that it declares .ad., not 'nokind'"),
        ([(0, 9, 0.9, Kind.NAV)], "kind is one that it declares"),
        ([(0, 9, 0.9, 3)], "kind is one that it declares"),
        ([(0, 9, 0.9, Kind.AD, 5)], "evidence is an Evidence"),
        ([(0, 9, 0.9, Kind.AD, ("a", "b", "c"))], "evidence is an Evidence"),
    ],
)
def test_a_bad_span_names_its_rule(spans: list[object], problem: str) -> None:
    cleaner = Cleaner(rules=[marking(*spans)])
    with pytest.raises(RuleError, match=f"rule mine.spans: .*{problem}") as caught:
        cleaner.clean(TEXT)
    assert caught.value.rule == "mine.spans"


@pytest.mark.parametrize("confidence", [0, 0.0, 0.5, 1, 1.0])
def test_a_confidence_may_be_either_end(confidence: float) -> None:
    left = Cleaner(rules=[marking((0, 9, confidence))]).clean(TEXT).text
    assert left == (TEXT[9:].strip() if confidence >= 0.5 else TEXT)


@pytest.mark.parametrize("mark", [None, 7, "09", b"09", (1,), (0, 1, 1.0, Kind.AD, (), 6), {0: 9}])
@pytest.mark.parametrize("clean", ["clean", "clean_html"])
def test_what_is_no_mark_names_its_rule(mark: object, clean: str) -> None:
    @rule("mine.odd", kind=Kind.AD)
    def odd(_: Document) -> Iterator[Mark]:
        """No mark."""
        yield mark  # type: ignore[misc]

    with pytest.raises(RuleError, match=r"rule mine\.odd: a mark is a span"):
        getattr(Cleaner(rules=[odd]), clean)(f"<p>{TEXT}</p>")


@pytest.mark.parametrize("error", [SystemExit(0), GeneratorExit(), StopIteration()])
def test_a_rule_cannot_end_the_program(error: BaseException) -> None:
    @rule("mine.leaves", kind=Kind.AD)
    def leaves(_: Document) -> Iterator[Mark]:
        """A rule that leaves."""
        raise error

    with pytest.raises(RuleError, match=r"rule mine\.leaves: "):
        Cleaner(rules=[leaves]).clean(TEXT)


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ({"id": 3}, "the id of a rule is a name"),
        ({"id": ""}, "the id of a rule is a name"),
        ({"id": "mine. spaced"}, "the id of a rule is a name"),
        ({"kind": 3}, 'rule "mine.x": kind is a Kind'),
        ({"kind": None}, 'rule "mine.x": kind is a Kind'),
        ({"kind": [3]}, 'rule "mine.x": unknown kind "3"'),
        ({"kind": "adds"}, 'rule "mine.x": unknown kind "adds"; did you mean "ad"'),
        ({"kind": []}, 'rule "mine.x" has no kind'),
        ({"phrases": "ad.line"}, 'rule "mine.x": phrases is a list of names'),
        ({"phrases": 3}, 'rule "mine.x": phrases is a list of names'),
        ({"phrases": [3]}, 'rule "mine.x": phrases is a list of names'),
        ({"aliases": "mine.y"}, 'rule "mine.x": aliases is a list of names'),
        ({"needs": "html"}, 'rule "mine.x": needs is one of any, markup, text'),
    ],
)
@pytest.mark.parametrize("decorator", [rule, context_rule])
def test_a_wrong_declaration_is_an_error_at_once(
    decorator: Callable[..., object], declared: dict[str, object], message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        decorator(**{"id": "mine.x", "kind": Kind.AD, **declared})


def test_a_rule_is_made_of_a_function() -> None:
    with pytest.raises(ConfigError, match=r'rule "mine\.x" is made of a function, not of 3'):
        rule("mine.x", kind=Kind.AD)(3)  # type: ignore[arg-type]


def test_a_rule_that_no_phrase_can_wake_is_an_error_of_its_cleaner() -> None:
    @rule("mine.asleep", kind=Kind.AD, phrases=["related.heder"])
    def asleep(_: Document) -> Iterator[Mark]:
        """A rule that waits for a group that nobody has."""
        yield Mark(0, 3)

    with pytest.raises(
        ConfigError, match=r'"mine\.asleep": unknown phrase group .*"related\.header"'
    ):
        Cleaner(rules=[asleep])
    own = {"related.heder": {"like": "related.header", "phrases": ["góc khác hẳn"]}}
    with pytest.raises(ConfigError, match=r'wake the rules of "related\.header"; name that'):
        Cleaner(rules=[asleep], phrases=own)


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
        ({"rules": [1]}, "rules are made by @rule, @context_rule or a file, not 1"),
        ({"rules": first_line}, "rules is a list"),
        ({"phrases": ["x"]}, "phrases map groups"),
        ({"phrases": {"related.header": "x"}}, "a list of phrases"),
        ({"phrases": {"related.header": [3]}}, "a list of phrases"),
        ({"phrases": {"mine.header": {}}}, "`like` a known group, or says `where`"),
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

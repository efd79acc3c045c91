"""A line of JSON: one value exchanged, every other byte as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews_clean.batch.chunks import Fields, Limits, Opened, Passed
from vnnews_clean.batch.lines import Line
from vnnews_clean.quarantine import QuarantinedError, Reason
from vnnews_clean.records import parse

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def opened(line: str | bytes, fields: Fields | None = None) -> Opened:
    raw = line.encode() if isinstance(line, str) else line
    found = Line("in", 1, 0, raw).open(fields or Fields(), Limits(size=1000))
    assert isinstance(found, Opened)
    return found


def reason(line: str | bytes, fields: Fields | None = None) -> Reason:
    with pytest.raises(QuarantinedError) as caught:
        opened(line, fields).write("x", {})
    return caught.value.reason


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text": "a"}', '{"text": "B"}'),
        ('{"text":"a","n":1.10}', '{"text":"B","n":1.10}'),
        ('{"n": 123456789012345678901234567890, "text": "a"}',) * 2,
        (' { "b" : 1e400 , "text" : "a" , "a" : -0.0 } ',) * 2,
        ('{"x": "\\u00e9 é", "text": "a", "x": NaN, "x": [1, {"text": "q"}]}',) * 2,
        ('{"text": "a", "big": %s}' % ("9" * 5000),) * 2,
        ('{"text": "a", "t\\u0065xt2": "\\ud800"}\r',) * 2,
    ],
)
def test_only_the_value_of_the_text_key_changes(line: str, expected: str) -> None:
    expected = expected.replace('"text" : "a"', '"text" : "B"').replace(
        '"text": "a"', '"text": "B"'
    )
    assert parse(line).with_values({"text": "B"}) == expected.encode()


def test_an_unchanged_text_keeps_its_own_spelling() -> None:
    line = '{"text": "Ti\\u1ebfng \\/ Vi\\u1ec7t"}'
    assert opened(line).write("Tiếng / Việt", {}) == line.encode() + b"\n"


def test_a_line_that_escapes_every_letter_goes_on_doing_so() -> None:
    assert opened('{"text": "\\u1ebf"}').write("ệ", {}) == b'{"text": "\\u1ec7"}\n'
    assert opened('{"text": "ế"}').write("ệ", {}) == '{"text": "ệ"}\n'.encode()


def test_added_fields_stand_at_the_end_and_leave_an_unchanged_text_alone() -> None:
    line = '{"text": "\\u0061","k":1 }'
    assert opened(line).write("a", {"title": "b"}) == b'{"text": "\\u0061","k":1, "title": "b" }\n'


def test_a_page_becomes_a_text_beside_it() -> None:
    fields = Fields(html="page")
    assert opened('{"page": "<p>a"}', fields).write("a", {}) == b'{"page": "<p>a", "text": "a"}\n'
    assert (
        opened('{"text": "x", "page": "<p>a"}', fields).write("a", {})
        == b'{"text": "a", "page": "<p>a"}\n'
    )


def test_an_added_field_never_overwrites_one_that_is_there() -> None:
    with pytest.raises(QuarantinedError, match='"title" already'):
        opened('{"text": "a", "title": "mine"}').write("a", {"title": "b"})


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{", Reason.INVALID_JSON),
        ('{"text": "a"', Reason.INVALID_JSON),
        ('{"text": "a",}', Reason.INVALID_JSON),
        ('{"text" "a"}', Reason.INVALID_JSON),
        ('{"text": a}', Reason.INVALID_JSON),
        ('{"text": "a"} {"text": "b"}', Reason.INVALID_JSON),
        ("{'text': 'a'}", Reason.INVALID_JSON),
        ('{"text": "a\tb"}', Reason.INVALID_JSON),
        ("nonsense", Reason.INVALID_JSON),
        ("[1] 2", Reason.INVALID_JSON),
        ('["text"]', Reason.NOT_AN_OBJECT),
        ("12", Reason.NOT_AN_OBJECT),
        ("{}", Reason.MISSING_KEY),
        ('{"Text": "a"}', Reason.MISSING_KEY),
        ('{"text": null}', Reason.WRONG_TYPE),
        ('{"text": 1}', Reason.WRONG_TYPE),
        ('{"text": ["a"]}', Reason.WRONG_TYPE),
        ('{"text": {"a": "b"}}', Reason.WRONG_TYPE),
        ('{"text": true}', Reason.WRONG_TYPE),
        ('{"text": "a", "text": "b"}', Reason.DUPLICATE_KEY),
        ('{"text": "a\\ud800"}', Reason.LONE_SURROGATE),
        (b'{"text": "a\xff"}', Reason.NOT_UTF8),
        ('{"text": "%s"}' % ("a" * 1000), Reason.TOO_LONG),
    ],
)
def test_what_is_no_document_is_refused_with_the_reason(line: str, expected: Reason) -> None:
    assert reason(line) is expected


def test_json_nested_too_deeply_is_refused() -> None:
    with pytest.raises(QuarantinedError) as caught:
        parse('{"text": "a", "deep": %s' % ("[" * 100_000))
    assert caught.value.reason is Reason.TOO_DEEP


def test_two_text_fields_are_refused_when_a_page_is_read() -> None:
    line = '{"text": "a", "text": "b", "page": "c"}'
    assert reason(line, Fields(html="page")) is Reason.DUPLICATE_KEY


def test_an_empty_line_is_no_document() -> None:
    assert Line("in", 1, 0, b" \r").open(Fields(), Limits()) == Passed("empty line")


@given(st.dictionaries(st.text(), JSON, max_size=5), st.text(), st.booleans())
def test_any_object_keeps_all_its_other_values(
    record: dict[str, object], text: str, ascii_only: bool
) -> None:
    record["text"] = "before"
    line = json.dumps(record, ensure_ascii=ascii_only)
    changed = parse(line).with_values({"text": text, "added " + "é" * 40: [1, {"x": None}]})
    expected = record | {"text": text, "added " + "é" * 40: [1, {"x": None}]}
    assert json.dumps(json.loads(changed)) == json.dumps(expected)
    assert list(json.loads(changed)) == list(expected)


@given(st.text(st.sampled_from('a"\\\n\t\x01\x7f\u2028ế😀/'), max_size=12))
def test_a_string_is_written_as_json_writes_it(text: str) -> None:
    written = parse('{"é": 1}').with_values({"é": text})
    assert written == json.dumps({"é": text}, ensure_ascii=False).encode()


@given(
    st.lists(
        st.sampled_from(r"a ế \" \\ \n \/ \t \u000a \u0022 \ud83d\ude00 \ud800 \ude00".split())
    )
)
def test_half_a_character_is_found_beside_any_escapes(spelled: list[str]) -> None:
    inner = "".join(spelled)
    line = f'{{"text": "{inner}"}}'
    text = json.loads(line)["text"]
    if any("\ud800" <= char <= "\udfff" for char in text):
        assert reason(line) is Reason.LONE_SURROGATE
    else:
        assert opened(line).content == text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"text": "a', "Unterminated string at column 10"),
        ('{"text": "a\tb"}', "Invalid control character at column 12"),
    ],
)
def test_a_broken_string_is_said_in_plain_words(line: str, told: str) -> None:
    with pytest.raises(QuarantinedError, match=f"^{told}$"):
        parse(line)

"""Rules as data: files of rows, from the built-in ones to a user's own."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from cli_support import CLEAN, run
from vnnews_clean import Cleaner, ConfigError, Kind
from vnnews_clean.config import load as load_settings
from vnnews_clean.rulefile import load

HOTLINE = """
["mine.hotline"]
kind = "ad"
says = "The paper's own telephone number."
find.lines = '''
    hotline:? [{DIGITS} .]+
    |gọi ngay {DIGITS}{4}'''
find.confidence = "likely"
drops = ["Hotline: 0900 000 000"]
keeps = ["Hotline của trạm y tế xã quá tải."]

[parts]
DIGITS = '[0-9]'
"""
ARTICLE = CLEAN.rstrip()
CALLED = f"{CLEAN}Hotline: 0900 000 000\n"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(HOTLINE.replace("[{DIGITS} .]", "[0-9 .]"), encoding="utf-8")
    return path


def of(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "rows.toml"
    path.write_text(content, encoding="utf-8")
    return path


def one(tmp_path: Path, find: str, more: str = "") -> Path:
    return of(tmp_path, f'["mine.row"]\nkind = "ad"\nsays = "A row."\nfind = {find}\n{more}')


def test_a_file_of_rows_is_a_list_of_rules(rows: Path) -> None:
    (rule,) = load(rows)
    assert (rule.id, rule.kinds) == ("mine.hotline", (Kind.AD,))
    assert rule.summary == "The paper's own telephone number."
    assert rule.drops == ("Hotline: 0900 000 000",)
    assert rule.keeps == ("Hotline của trạm y tế xã quá tải.",)
    assert not rule.shipped


def test_its_rules_cut_by_their_own_id(rows: Path) -> None:
    result = Cleaner(rules=[rows]).clean(CALLED)
    assert result.text == ARTICLE
    assert [removal.rules for removal in result.removals] == [("mine.hotline",)]
    assert Cleaner(rules=[str(rows)], ignore=["mine.hotline"]).clean(CALLED).text == CALLED.strip()


def test_breaks_and_indents_of_a_pattern_are_layout_and_parts_are_put_in(rows: Path) -> None:
    cleaner = Cleaner(rules=[rows])
    assert cleaner.clean(f"{CLEAN}Gọi ngay 1900\n").text == ARTICLE
    assert cleaner.clean(f"{CLEAN}Gọi ngay 190\n").text != ARTICLE


def test_the_first_of_two_matchers_that_find_the_same_counts(tmp_path: Path) -> None:
    path = one(tmp_path, "[{ lines = 'x+', confidence = \"guess\" }, { lines = 'x+|y+' }]")
    found = Cleaner(rules=[path]).clean("xx\nyy\nMột câu dài ở dưới cùng của bài.").labels
    assert {(x.start, x.confidence) for x in found if x.rule == "mine.row"} == {(0, 0.6), (3, 1.0)}


def test_a_row_is_woken_by_its_groups_and_runs_always_without_one(tmp_path: Path) -> None:
    assert load(one(tmp_path, '{ bar = "share.line" }'))[0].phrases == ("share.line",)
    both = "[{ bar = \"share.line\" }, { lines = 'x' }]"
    assert load(one(tmp_path, both))[0].phrases == ()


PAGE = """<html><body><article><h1>Chợ nổi họp lại sau mùa nước lớn</h1>
<p>Sáng nay, hơn ba trăm ghe thuyền đã trở lại khúc sông quen thuộc để bán trái cây và rau củ.</p>
<div class="box-tinlienquan">Ba điều cần nhớ khi cho trẻ xuống nước</div>
<p>Năm trước, nước lên chậm nên chợ họp muộn hơn gần một tháng, nhiều chủ ghe đã bỏ nghề.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ('{ role = "related" }', [Kind.RELATED]),
        ('{ role = "boilerplate", inside = true }', [Kind.RELATED]),
        ('{ role = "related title", found = "ad" }', [Kind.AD, Kind.AD]),
        ('{ role = "most_read" }', []),
    ],
)
def test_a_row_names_what_markup_calls_a_block(
    tmp_path: Path, find: str, found: list[Kind]
) -> None:
    path = of(
        tmp_path,
        f'["mine.row"]\nkind = ["related", "ad"]\nneeds = "markup"\nsays = "A row."\nfind = {find}\n',
    )
    labels = Cleaner(rules=[path]).clean_html(PAGE).labels
    assert [label.kind for label in labels if label.rule == "mine.row"] == found


def test_a_phrase_takes_the_headline_behind_it_along(tmp_path: Path) -> None:
    text = f"{CLEAN.rstrip()} Xem thêm: Lúa chín sớm, nông dân phấn khởi"
    find = '{ inline = "related.pointer", inside = true, link = true, unless = "UNLESS" }'
    for unless, found in ((" Ngô", ["Xem thêm: Lúa chín sớm, nông dân phấn khởi"]), (" Lúa", [])):
        row = one(tmp_path, find.replace("UNLESS", unless))
        labels = Cleaner(rules=[row]).clean(text).labels
        assert [text[x.start : x.end] for x in labels if x.rule == "mine.row"] == found


def test_a_cleaner_with_rows_goes_to_another_process_without_its_file(rows: Path) -> None:
    cleaner = Cleaner(rules=[rows])
    rows.unlink()
    again = pickle.loads(pickle.dumps(cleaner))
    assert again.clean(CALLED).text == ARTICLE
    assert again == cleaner
    assert hash(again) == hash(cleaner)
    assert again.fingerprint == cleaner.fingerprint


@pytest.mark.parametrize(
    ("old", "new"), [("{4}", "{5}"), ('"likely"', '"guess"'), ("DIGITS = '[0-9]'", "DIGITS = '1'")]
)
def test_the_fingerprint_covers_what_a_row_says(rows: Path, old: str, new: str) -> None:
    before = Cleaner(rules=[rows]).fingerprint
    content = rows.read_text(encoding="utf-8")
    assert old in content
    rows.write_text(content.replace(old, new), encoding="utf-8")
    assert Cleaner(rules=[rows]).fingerprint != before


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("x = ", "cannot be read"),
        ("parts = 3", '"parts" is a table of strings, not 3'),
        ("[parts]\na = '{DYA}'", 'part "a": unknown part "DYA"; did you mean "DAY"?'),
        ('"mine.row" = 3', 'rule "mine.row": a rule is a table, not 3'),
        ('["mine.row"]\nkinds = "ad"', 'unknown key "kinds"; did you mean "kind"?'),
        ('["mine.row"]\nkind = "ad"\nfind = {}', 'has no key "says"'),
        ('["mine.row"]\nkind = "add"\nsays = ""\nfind = { lines = "x" }', 'unknown kind "add"'),
        (
            '["mine.row"]\nkind = 3\nsays = ""\nfind = { lines = "x" }',
            "kind is a Kind or a list of them, not 3",
        ),
        ('["mine.row"]\nkind = []\nsays = ""\nfind = { lines = "x" }', "has no kind"),
        ('["mine.row"]\nkind = "ad"\nsays = 1\nfind = { lines = "x" }', '"says" is a sentence'),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, content: str, complaint: str) -> None:
    path = of(tmp_path, content)
    with pytest.raises(ConfigError) as raised:
        load(path)
    assert f"rules {path}" in str(raised.value)
    assert complaint in str(raised.value)


@pytest.mark.parametrize(
    ("find", "more", "complaint"),
    [
        ("3", "", '"find" is a table or a list of them, not 3'),
        ("[]", "", '"find" names no matcher'),
        (
            '{ line = "x" }',
            "",
            '"find" names no matcher; did you mean "lines"?',
        ),
        ('{ lines = "x", longst = 3 }', "", 'lines has no key "longst"; did you mean "longest"?'),
        ('{ start = "share.line" }', "", 'start has no key "longest"'),
        ('{ lines = "(" }', "", 'key "lines" is no pattern'),
        ("{ lines = 3 }", "", 'key "lines" is a pattern, not 3'),
        ('{ lines = "{DYA}" }', "", 'unknown part "DYA"; did you mean "DAY"?'),
        ('{ lines = "x", longest = "3" }', "", "key \"longest\" is of type int, not '3'"),
        ('{ lines = "x", longest = true }', "", 'key "longest" is of type int, not True'),
        ('{ lines = "x", confidence = 0.5 }', "", "is one of sure, likely, guess, not 0.5"),
        ('{ lines = "x" }', 'needs = "html"', '"needs" is one of any, markup, text'),
        ('{ lines = "x" }', 'drops = "x"', "\"drops\" is a list of strings, not 'x'"),
        ('{ lines = "x" }', "aliases = [1]", '"aliases" is a list of strings, not [1]'),
    ],
)
def test_a_wrong_row_says_file_rule_and_key(
    tmp_path: Path, find: str, more: str, complaint: str
) -> None:
    path = one(tmp_path, find, more)
    with pytest.raises(ConfigError) as raised:
        load(path)
    assert f'rules {path}, rule "mine.row"' in str(raised.value)
    assert complaint in str(raised.value)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read: No such file"):
        Cleaner(rules=[tmp_path / "none.toml"])


def test_a_group_that_nobody_knows_is_a_mistake(tmp_path: Path) -> None:
    path = one(tmp_path, '{ bar = "shar.line" }')
    with pytest.raises(ConfigError, match=r'"shar\.line"; did you mean "share\.line"'):
        Cleaner(rules=[path])


def test_a_row_may_name_a_group_of_ones_own(tmp_path: Path) -> None:
    path = one(tmp_path, '{ bar = "mine.bar", alone = true }')
    phrases = {"mine.bar": {"where": "line", "phrases": ["gửi cho hàng xóm"]}}
    text = f"{CLEAN}Gửi cho hàng xóm\n"
    assert Cleaner(rules=[path], phrases=phrases).clean(text).text == ARTICLE


def test_a_configuration_names_files_beside_it(rows: Path) -> None:
    settings = rows.with_name("vnnews-clean.toml")
    settings.write_text('rules = ["mine.toml"]', encoding="utf-8")
    assert load_settings(settings).cleaner().clean(CALLED).text == ARTICLE
    rows.write_text("x = ", encoding="utf-8")
    settings.write_text('rules = ["mine.toml"]\npolicy = "body"', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"vnnews-clean\.toml: rules .*mine\.toml: cannot"):
        load_settings(settings)


def test_the_command_line_takes_files_of_rows(rows: Path) -> None:
    done = run("clean", "--isolated", "--rules", rows, "-", stdin=CALLED)
    assert (done.exit_code, done.output) == (0, CLEAN)
    listed = run("rules", "--rules", rows, "mine.hotline", "--output-format", "json")
    assert [rule["id"] for rule in json.loads(listed.output)] == ["mine.hotline"]

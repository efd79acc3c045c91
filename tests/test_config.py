"""Configuration: found nearest first, every key checked, nothing in it but data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cli_support import CLEAN, DIRTY, KEPT, run
from vnnews_clean.config import Configuration, load
from vnnews_clean.errors import ConfigError
from vnnews_clean.globs import MAX_STARS, Globs
from vnnews_clean.settings import Settings, parse

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file below the test's folder, which is a repository."""
    (tmp_path / ".git").mkdir()

    def write(name: str, content: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return path

    return write


def test_a_configuration_may_have_phrase_groups_and_rules_of_its_own(write: Write) -> None:
    write("mine.toml", '["mine.bar"]\nkind = "share"\nsays = "A bar."\nfind = { bar = "mine.bar" }')
    settings = load(
        write(
            "vnnews-clean.toml",
            """
            rules = ["mine.toml"]

            [extend-phrases]
            "mine.header" = { like = "related.header", phrases = ["chuyện bên lề"] }
            "mine.bar" = { where = "line", phrases = ["gửi cho hàng xóm"] }
            """,
        )
    )
    text = f"{CLEAN}Gửi cho hàng xóm\nChuyện bên lề\nNgười thợ đóng ghe cuối cùng của làng\n"
    result = settings.cleaner().clean(text)
    assert result.text == CLEAN.rstrip()
    assert {rule for removal in result.removals for rule in removal.rules} >= {
        "mine.bar",
        "related.box",
    }


def test_the_nearest_file_holds(write: Write) -> None:
    write("pyproject.toml", '[tool.vnnews-clean]\npolicy = "light"\n')
    write("archive/vnnews-clean.toml", 'policy = "body"\n')
    root = write("a.txt", "").parent
    found = Configuration()
    assert found.for_folder(root).policy == "light"
    assert found.for_folder(root / "fresh").policy == "light"
    assert found.for_folder(root / "archive" / "2024").policy == "body"


def test_our_own_file_goes_before_pyproject(write: Write) -> None:
    write("pyproject.toml", '[tool.vnnews-clean]\npolicy = "light"\n')
    folder = write("vnnews-clean.toml", 'policy = "body"\n').parent
    assert Configuration().for_folder(folder).policy == "body"


def test_a_pyproject_without_our_table_is_passed_over(write: Write) -> None:
    folder = write("vnnews-clean.toml", 'policy = "body"\n').parent
    write("package/pyproject.toml", "[tool.ruff]\nline-length = 100\n")
    assert Configuration().for_folder(folder / "package").policy == "body"


def test_the_search_ends_at_the_root_of_the_repository(write: Write) -> None:
    folder = write("vnnews-clean.toml", 'policy = "body"\n').parent
    (folder / "inner" / ".git").mkdir(parents=True)
    assert Configuration().for_folder(folder / "inner" / "texts").policy == "article"


def test_config_and_isolated_replace_the_search(write: Write) -> None:
    write("vnnews-clean.toml", 'ignore = ["related"]\n')
    text = write("a.txt", DIRTY)
    other = write("other/strict.toml", 'policy = "article"\n')
    assert run("check", text).exit_code == 0
    assert run("check", text, "--isolated").exit_code == 1
    assert run("check", text, "--config", other).exit_code == 1
    both = run("check", text, "--config", other, "--isolated")
    assert both.exit_code == 2
    assert "exclude each other" in both.stderr


def test_the_command_line_goes_before_the_file(write: Write) -> None:
    write("vnnews-clean.toml", 'ignore = ["related"]\n')
    text = write("a.txt", DIRTY)
    assert run("check", text, "--ignore", "teaser").exit_code == 1
    assert run("check", text, "--ignore", "teaser,related").exit_code == 0
    assert run("check", text, "--ignore", "teaser", "--ignore", "related").exit_code == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('polcy = "body"', 'key "polcy" is unknown; did you mean "policy"?'),
        ("extend_phrases = {}", 'did you mean "extend-phrases"?'),
        ('rules = ["my.module:rule"]', "my.module:rule: cannot be read"),
        ("policy = 3", 'key "policy" must be a string, not the int 3'),
        ('select = "related"', 'key "select" must be a list of strings, not a string'),
        ('ignore = ["related", 1]', 'key "ignore", item 2, must be a string'),
        ('extend-phrases = {"mine.x" = {where = "line", phrases = ["-"]}}', "fewer than 3 letters"),
        ('extend-phrases = {"mine.x" = {where = "here", phrases = ["abc"]}}', "`where` is one of"),
        ("extend-phrases = 3", 'key "extend-phrases" must be a table, not the int 3'),
        ("keep = true", 'key "keep" must be a list of strings, not true or false'),
        ("per-file-ignores = []", 'key "per-file-ignores" must be a table'),
        ('per-file-ignores = {"*.txt" = "related"}', '"*.txt", must be a list'),
        ('policy = "artcle"', 'unknown policy "artcle"; did you mean "article"?'),
        ('ignore = ["teaser.lotery"]', 'rule "teaser.lotery"; did you mean "teaser.lottery"?'),
        (
            'per-file-ignores = {"*.txt" = ["teser"]}',
            'unknown rule "teser"; did you mean "teaser"?',
        ),
        ('drop = ["captoin"]', 'unknown kind "captoin"; did you mean "caption"?'),
        ('repair = "on"', 'repair is "auto" or "off"'),
        (
            'extend-phrases = {"related.heder" = ["tin bên lề"]}',
            'unknown phrase group "related.heder"',
        ),
        ('extend-phrases = {"related.header" = ["-"]}', "has fewer than 3 letters"),
        ('exclude = ["*a*a*a*a*a*b"]', f"more than {MAX_STARS} stars"),
        ('include = ["["]', "is no pattern that gitignore knows"),
        ("policy = ", "cannot be read"),
    ],
)
def test_a_mistake_names_file_and_key_and_the_nearest_name(
    write: Write, content: str, message: str
) -> None:
    file = write("vnnews-clean.toml", content)
    with pytest.raises(ConfigError) as error:
        load(file)
    assert str(error.value).startswith(f"{file}: ")
    assert message in str(error.value)


def test_a_mistake_in_pyproject_names_the_table(write: Write) -> None:
    file = write("pyproject.toml", "[tool.vnnews-clean]\nselct = []\n")
    with pytest.raises(ConfigError, match=r'"tool\.vnnews-clean\.selct" is unknown.*"select"'):
        load(file)


def test_a_mistake_ends_the_command_before_anything_is_read(write: Write) -> None:
    write("vnnews-clean.toml", "selct = []")
    text = write("a.txt", DIRTY)
    outcome = run("fix", text)
    assert outcome.exit_code == 2
    assert 'did you mean "select"?' in outcome.stderr
    assert text.read_text(encoding="utf-8") == DIRTY


@pytest.mark.parametrize("name", ["missing.toml", "folder.toml"])
def test_a_config_file_that_cannot_be_read_is_an_error(write: Write, name: str) -> None:
    folder = write("a.txt", "").parent
    (folder / "folder.toml").mkdir()
    outcome = run("check", folder / "a.txt", "--config", folder / name)
    assert outcome.exit_code == 2
    assert name in outcome.stderr


def test_every_key_reaches_the_cleaner(write: Write) -> None:
    settings = load(
        write(
            "vnnews-clean.toml",
            """
            policy = "body"
            select = ["related", "teaser"]
            ignore = ["teaser.lottery"]
            keep = ["caption"]
            drop = ["heading"]
            repair = "off"
            sites = []
            [extend-phrases]
            "related.header" = ["tin bên lề"]
            """,
        )
    )
    cleaner = settings.cleaner()
    assert (cleaner.policy, cleaner.repair, cleaner.sites) == ("body", "off", ())
    assert (cleaner.select, cleaner.ignore) == (("related", "teaser"), ("teaser.lottery",))
    assert (cleaner.keep, cleaner.drop) == (("caption",), ("heading",))
    assert cleaner.phrases == {"related.header": ("tin bên lề",)}


def test_an_added_phrase_is_found(write: Write) -> None:
    text = write("a.txt", DIRTY.replace("TIN LIÊN QUAN", "CHUYỆN BÊN LỀ"))
    assert run("check", text).exit_code == 0
    write("vnnews-clean.toml", 'extend-phrases = {"related.header" = ["Chuyện bên lề"]}')
    assert run("fix", text).exit_code == 0
    assert text.read_text(encoding="utf-8") == CLEAN


def test_an_added_phrase_is_taken_literally() -> None:
    table = {"extend-phrases": {"related.header": ["(tin|bài)+ .* hay"]}}
    cleaner = parse(table, Path("vnnews-clean.toml")).cleaner()
    text = CLEAN + "tin tin rất hay\n" + KEPT[1].replace("ba trăm", "bốn trăm")
    assert cleaner.clean(text).text == text


def test_rules_can_be_ignored_for_some_files(write: Write) -> None:
    write("vnnews-clean.toml", 'per-file-ignores = {"raw/**" = ["related"]}')
    raw, other = write("raw/2024/a.txt", DIRTY), write("a.txt", DIRTY)
    assert run("check", raw).exit_code == 0
    assert run("check", other).exit_code == 1


def test_files_that_need_the_same_rules_share_a_cleaner(write: Write) -> None:
    table = {"per-file-ignores": {"raw/*": ["related"]}}
    settings = parse(table, write("vnnews-clean.toml", ""))
    root = settings.root
    assert settings.cleaner(root / "raw" / "a.txt") is settings.cleaner(root / "raw" / "b.txt")
    assert settings.cleaner(root / "a.txt") is settings.cleaner()
    assert settings.cleaner(root / "a.txt") is not settings.cleaner(root / "raw" / "a.txt")


def test_exclude_holds_for_named_files_too(write: Write) -> None:
    write("vnnews-clean.toml", 'exclude = ["gold/", "*.raw.txt"]')
    for name in ("gold/a.txt", "b.raw.txt"):
        text = write(name, DIRTY)
        outcome = run("fix", text)
        assert outcome.exit_code == 0
        assert text.read_text(encoding="utf-8") == DIRTY


def test_include_says_what_is_looked_for_in_folders(write: Write) -> None:
    folder = write("vnnews-clean.toml", 'include = ["*.dump"]').parent
    dump, text = write("a.dump", DIRTY), write("b.txt", DIRTY)
    assert run("fix", folder).exit_code == 0
    assert dump.read_text(encoding="utf-8") == CLEAN
    assert text.read_text(encoding="utf-8") == DIRTY


def test_settings_without_a_file_are_the_defaults_of_the_cleaner() -> None:
    assert Configuration(Settings()).for_folder(Path()).cleaner().policy == "article"


def test_the_worst_pattern_that_is_allowed_comes_to_an_end() -> None:
    pattern = "*a" * MAX_STARS + "b"  # with two stars more this would take minutes
    assert not Globs([pattern], Path()).match("a" * 150)


def test_a_pattern_outside_its_folder_still_fits_names(tmp_path: Path) -> None:
    globs = Globs(["*.txt", "!keep.txt", "/top.md"], tmp_path / "inner")
    assert globs.match(tmp_path / "a.txt")
    assert globs.match(tmp_path / "inner" / "deep" / "a.txt")
    assert not globs.match(tmp_path / "inner" / "keep.txt")
    assert globs.match(tmp_path / "inner" / "top.md")
    assert not globs.match(tmp_path / "inner" / "deep" / "top.md")

"""Goldens: made in one go, read back, compared by what they promise, updated without losing marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli_support import BOX, DIRTY, KEPT, PAGE, run
from vnnews_clean import Cleaner, ConfigError, InputError
from vnnews_clean.golden.check import add, check, judge, update
from vnnews_clean.golden.compare import Comparison, What, compare
from vnnews_clean.golden.file import Golden, cleaned, golden_of, lines_of, load, save
from vnnews_clean.notation import Line, Piece, read


def lines(text: str) -> tuple[Line, ...]:
    return tuple(read(line) for line in text.split("\n"))


def said(comparison: Comparison) -> list[tuple[str, int, str, str, str]]:
    return [(d.what.value, d.line, d.text, d.before, d.now) for d in comparison.differences]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A dump with a box."""
    path = tmp_path / "dump.txt"
    path.write_text(DIRTY, encoding="utf-8")
    return path


def test_a_golden_says_what_becomes_of_every_line(source: Path) -> None:
    before = source.read_bytes()
    path, new = add(source, {"policy": "body"})
    assert new
    assert path == golden_of(source)
    rows = path.read_text(encoding="utf-8").split("\n")
    assert rows[0] == '# policy = "body"'
    assert [row.split("  [")[0][2:] for row in rows[2:-1]] == [*KEPT, *BOX]
    assert {row[0] for row in rows[5:-1]} == {"-"}
    assert source.read_bytes() == before
    assert not check(path).changed
    assert add(source, {"policy": "body"}) == (path, False)


@given(st.text(max_size=200), st.sampled_from(["auto", "off"]))
def test_a_golden_of_any_text_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, text: str, repair: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.golden"
    result = Cleaner(repair=repair).clean(text + DIRTY)  # type: ignore[arg-type]
    save(path, Golden(lines_of(result)))
    assert not judge(path, load(path), result).changed


@pytest.mark.parametrize(
    ("golden", "now", "expected"),
    [
        ("  Mưa to.", "- Mưa to.  [a.b]", [("LOST", 0, "Mưa to.", "kept", "a.b")]),
        ("- Tin mới  [a.b]", "  Tin mới", [("LEAKED", 0, "Tin mới", "a.b", "kept")]),
        ("- Tin  [a.b]", "- Tin  [c.d]", [("REASON", 0, "Tin", "a.b", "c.d")]),
        ("  Tin", "= Tin  [c.d]", [("REASON", 0, "Tin", "kept", "c.d")]),
        ("-!Tin mới  [a.b]", "  Tin mới", [("MENDED", 0, "Tin mới", "a.b", "kept")]),
        (
            "  Một câu.",
            "~ Một {{câu.}}  [a.b]",
            [("LOST", 0, "câu.", "kept", "a.b")],
        ),
        ("  a\n  b c", "  a\nb c", None),
        ("  a\n  b", "  a b", []),
        ("- a  [x.y + z.w]", "- a  [x.y]", []),
        ("- a  [x.y + z.w]", "- a  [z.w]", [("REASON", 0, "a", "x.y + z.w", "z.w")]),
        ("  một hai ba", "  một ba", [("LOST", 0, "hai", "kept", "not in the document")]),
        ("  một ba", "  một hai ba", [("LEAKED", 0, "hai", "not in the document", "kept")]),
        ("- x  [a.b]\n  y", "  y", [("REASON", 0, "x", "a.b", "not in the document")]),
    ],
)
def test_a_difference_is_what_it_is(
    golden: str, now: str, expected: list[tuple[str, int, str, str, str]] | None
) -> None:
    if expected is None:
        with pytest.raises(ValueError, match="not a line"):
            lines(now)
    else:
        assert said(compare(lines(golden), lines(now))) == expected


def test_a_long_text_that_is_read_otherwise_is_compared_in_what_differs() -> None:
    words = [f"từ{n}" for n in range(3000)]
    old = [Line((Piece(" ".join(words)),))]
    new = [Line((Piece(" ".join([*words[:1500], "chen", *words[1500:2900], *words[2901:]])),))]
    assert said(compare(old, new)) == [
        ("LEAKED", 0, "chen", "not in the document", "kept"),
        ("LOST", 0, "từ2900", "kept", "not in the document"),
    ]


def test_marks_stay_while_the_fate_is_the_same() -> None:
    golden = lines(" !Quảng cáo\n-!Một câu  [a.b]\n  Hết")
    now = lines("= Quảng cáo  [c.d]\n  Một câu\n  Hết")
    compared = compare(golden, now)
    assert [line.wrong for line in compared.lines] == [True, False, False]
    assert [d.what for d in compared.differences] == [What.REASON, What.MENDED]
    assert not compared.broken


def test_the_report_shows_what_was_lost_first_and_whole(source: Path) -> None:
    path, _ = add(source, {})
    long = " ".join(f"Người thứ {n} kể một chuyện khác về bến sông này." for n in range(60))
    source.write_text(f"{DIRTY}{long}\n", encoding="utf-8")
    rows = path.read_text(encoding="utf-8").split("\n")
    swapped = [f"  {row[2:].split('  [')[0]}" if BOX[1] in row else row for row in rows]
    path.write_text("\n".join(swapped).replace(f"- {KEPT[1]}", f"  {KEPT[1]}"), encoding="utf-8")
    verdict = check(path)
    report = verdict.report()
    assert verdict.broken
    lost, leaked = report.index("LOST (was kept, and is gone now)"), report.index("LEAKED (was")
    assert lost < report.index(BOX[1]) < leaked < report.index(long)
    assert "If this is as it should be: vnnews-clean golden update" in report


def test_byte_order_mark_and_line_ends_do_not_matter(source: Path) -> None:
    source.write_bytes(b"\xef\xbb\xbf" + DIRTY.replace("\n", "\r\n").encode())
    before = source.read_bytes()
    path, _ = add(source, {})
    assert b"\r" not in path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert not check(path).changed
    assert source.read_bytes() == before


def test_the_head_goes_before_a_configuration_file(source: Path) -> None:
    (source.parent / "vnnews-clean.toml").write_text('policy = "light"\nignore = ["related"]\n')
    assert cleaned(source, {}).removals == ()
    assert cleaned(source, {"ignore": [], "policy": "article"}).removals != ()


def test_url_and_sort_stand_in_the_head(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE.replace("<!DOCTYPE html>", ""), encoding="utf-8")
    path, _ = add(page, {"url": "https://example.vn/a", "as": "html", "ignore": ["page.headline"]})
    head = load(path).head
    assert head == {"url": "https://example.vn/a", "as": "html", "ignore": ["page.headline"]}
    result = cleaned(page, head)
    assert result.document.markup
    assert not check(path).changed


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty; `vnnews-clean golden update"),
        ("\n \r\n", "is empty"),
        ("# policy = \n\n  a\n", ":1: the head is no TOML"),
        ("  a\nb\n", ":2: not a line of the notation"),
        ("- a\n", ":1: no rule at the end"),
        ('# polcy = "body"\n\n  a\n', 'did you mean "policy"'),
        ("# url = 3\n\n  a\n", 'key "url" must be a string'),
        ('# as = "htm"\n\n  a\n', 'did you mean "html"'),
    ],
)
def test_a_golden_that_cannot_be_read_says_where_and_what_to_do(
    source: Path, content: str, message: str
) -> None:
    path = golden_of(source)
    path.write_text(content, encoding="utf-8", newline="")
    with pytest.raises((InputError, ConfigError)) as caught:
        check(path)
    assert message in str(caught.value)


def test_a_golden_without_its_input_says_so(source: Path) -> None:
    path, _ = add(source, {})
    source.unlink()
    with pytest.raises(InputError, match=r"there is no dump\.txt beside it"):
        check(path)


def test_update_keeps_head_and_marks_and_leaves_what_is_broken_by_hand(source: Path) -> None:
    path, _ = add(source, {"policy": "body"})
    made = path.read_text(encoding="utf-8")
    marked = made.replace(f"- {BOX[2]}", f"-!{BOX[2]}")
    path.write_text(marked.replace(f"- {BOX[1]}", f"  {BOX[1]}"), encoding="utf-8")
    assert update(path)
    assert path.read_text(encoding="utf-8") == marked
    assert not update(path)
    path.write_text("what is this\n", encoding="utf-8")
    with pytest.raises(InputError, match=":1: not a line"):
        update(path)
    path.write_bytes(b"")
    assert update(path)


def test_the_commands_make_check_update_and_report(tmp_path: Path) -> None:
    source, folder = tmp_path / "a.txt", tmp_path / "tests" / "vnnews"
    source.write_bytes(DIRTY.encode())
    made = run("golden", "add", source, "--into", folder, "--policy", "body", "--ignore", "ad,ui")
    copy = folder / "a.txt"
    assert made.exit_code == 0, made.output
    assert copy.read_bytes() == source.read_bytes()
    assert not golden_of(source).exists()
    assert load(golden_of(copy)).head == {"policy": "body", "ignore": ["ad", "ui"]}
    assert run("golden", "check", folder).exit_code == 0
    golden_of(copy).write_text(
        golden_of(copy).read_text(encoding="utf-8").replace(f"- {BOX[0]}", f" !{BOX[0]}"),
        encoding="utf-8",
    )
    mended = run("golden", "check", copy)
    assert (mended.exit_code, "MENDED" in mended.stdout) == (0, True)
    assert run("golden", "check", copy, "--strict").exit_code == 1
    told = run("golden", "report", folder).stdout
    assert "a.txt.golden: holds; 4 lines kept, 2 dropped, 0 cut inside" in told
    assert f"known to be wrong: {BOX[0]}" in told
    assert "rules are exercised" in told
    assert "written: " in run("golden", "update", folder).stdout
    assert run("golden", "check", copy, "--strict").exit_code == 0
    copy.write_text("Khác hẳn.\n", encoding="utf-8")
    broken = run("golden", "check", folder)
    assert broken.exit_code == 1
    assert broken.stdout.index("LOST") < broken.stdout.index("LEAKED")


def test_what_the_commands_cannot_do_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text("khác", encoding="utf-8")
    for arguments, message in [
        (("check", tmp_path / "a.txt"), "has no golden; `vnnews-clean golden add"),
        (("check", tmp_path / "none.txt"), "no such file"),
        (("add", tmp_path / "none.txt"), "no such file"),
        (("add", tmp_path / "a.txt", "--into", tmp_path / "b"), "exists, and holds something else"),
        (("add", tmp_path / "a.txt", "--ignore", "relatd"), 'did you mean "related"'),
    ]:
        outcome = run("golden", *arguments)
        assert (outcome.exit_code, message in outcome.stderr) == (2, True), outcome.output

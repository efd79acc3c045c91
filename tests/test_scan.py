"""The scan in C and the one in Python see the same, and what they see is what a document shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import documents
from scans import COMPILED, OWN, differences, needs_c
from vnnews_clean import Cleaner
from vnnews_clean.phrases import builtin
from vnnews_clean.rules import TABLE
from vnnews_clean.scan import Scanner
from vnnews_clean.signs import Spelled
from vnnews_clean.waking import spelled_by

FOLDER = Path(__file__).parent / "fixtures"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*/*.txt"))]
PIECES = st.one_of(
    st.sampled_from(
        [
            *(
                "\n",
                "\n\n",
                " ",
                "\N{NO-BREAK SPACE}",
                "\t",
                "\r",
                "- ",
                "12. ",
                "* 3) ",
                "•",
                "...",
                "…",
                ")",
                ".",
            ),
            *(
                "đò",
                "Đò ",
                "đò đò",
                "ò đ",
                "★",
                "😀",
                "İ",
                "Σ",
                "K",
                "ﬁ",
                "hòa",
                "HÒA",
                "hoà",
                "thúy",
                "ảnh 12.",
            ),
            *(
                "Xem thêm",
                "XEM THÊM: ",
                "Tin liên quan",
                "chia sẻ",
                "tại đây",
                "0:00 / 2:15",
                "ngày",
                "\udce1",
                "\0",
            ),
            *("a" * 61, "đ" * 400, "nh\u2003\u0663.", "²", "½", "_", "“Nước lên.”", "Nước lên"),
        ]
    ),
    st.characters(),
    st.text(max_size=5),
)


@needs_c
@given(text=st.lists(PIECES, max_size=24).map("".join))
@example(text="")
@example(text="\n \n")
@example(text="đò \nĐÒ  ")
def test_both_scans_see_the_same(text: str) -> None:
    assert differences(text) == []


@needs_c
@given(
    st.lists(
        st.sampled_from(
            [
                "Minh",
                "Sơn",
                "T.",
                "A.B.",
                "CĐ",
                " ",
                " ",
                " ",
                "- ",
                "– ",
                "(",
                ")",
                "ghi",
                ". ",
                "! ",
                "” ",
                "\t",
            ]
        ),
        max_size=14,
    ).map("".join)
)
@example(". Minh (ghi ) Sơn T")
@example(". Minh (ghi Sơn T")
def test_both_scans_see_the_same_bylines(end: str) -> None:
    assert differences(f"{'đò ' * 170}lên. {end}") == []


@needs_c
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Thời sự",
                    "Kinh tế",
                    "Đò",
                    "đò",
                    "2",
                    "٣",
                    "|",
                    "•",
                    "·",
                    "›",
                    "“",
                    ",",
                    ".",
                    "(",
                    "\n",
                ),
                *("\n", " ", " ", "Hoà", "hòa", "- - -", "đò " * 57 + "đò", "đò " * 133, "…", "Ω"),
            ]
        ),
        max_size=24,
    ).map(" ".join)
)
@example("Thời sự Kinh tế Đời sống Văn hóa Giáo dục\N{SUPERSCRIPT TWO}")
def test_both_scans_see_the_same_menus_and_beginnings(text: str) -> None:
    assert differences(text) == []


@needs_c
@given(text=documents.texts())
def test_both_scans_see_the_same_in_documents(text: str) -> None:
    assert differences(text) == []


@needs_c
@pytest.mark.parametrize("text", TEXTS)
def test_both_scans_see_the_same_in_real_texts(text: str) -> None:
    for given_text in (
        text,
        text.upper(),
        text.replace(" ", "\N{NO-BREAK SPACE}"),
        text[::-1],
        text.replace("\n", ""),
    ):
        assert differences(given_text) == []


@needs_c
def test_both_scans_know_every_character() -> None:
    for first in range(0, 0x110000, 0x1000):
        characters = list(map(chr, range(first, first + 0x1000)))
        text = "\n".join(characters)
        assert not differences(text) or "Σ" in characters
        assert not differences("x".join(characters))


@pytest.mark.parametrize("compiled", [pytest.param(True, marks=needs_c), False])
def test_phrases_and_rules_of_ones_own_are_looked_for(compiled: bool) -> None:
    lexicon = builtin().extended({"mine.box": {"like": "related.header", "phrases": ["bến mình"]}})
    scanner = Scanner(lexicon, [Spelled("đò đầy", 6, 1)], compiled=compiled)
    seen = scanner("Nước lên, chợ họp sớm hơn mọi ngày ở bến đò cũ.\nBến mình\nĐò đầy")
    assert 1 in seen.heads
    assert [spelled.words for spelled in seen.spelled] == ["đò đầy"]
    assert not scanner("Đò đầy\nNước lên, chợ họp sớm hơn mọi ngày.").spelled


@needs_c
@pytest.mark.parametrize(
    ("line", "may_be_one"),
    [
        ("Doanh nghiệp", True),
        ("• Doanh nghiệp:", True),
        ("Doanh nghiệp (12)", True),
        ("Doanh nghiệp đóng ghe", False),
        ("Doanh nghiệp_", False),
    ],
)
def test_a_section_that_a_line_begins_with_fills_it_or_is_none(
    line: str, *, may_be_one: bool
) -> None:
    assert COMPILED(f"Nước lên.\n{line}").heads == [1] * may_be_one


@pytest.mark.parametrize("text", TEXTS[::7])
def test_the_words_that_are_seen_are_the_signs_that_a_document_shows(
    text: str, cleaner: Cleaner
) -> None:
    document = cleaner.read(text)
    if document.spelled is not None:
        asked = spelled_by(TABLE)
        shown = {sign for sign in asked if sign.stands(document.key, document.blocks)}
        assert shown == set(document.spelled) & set(asked)


def test_a_setting_of_the_environment_turns_the_scan_in_c_off() -> None:
    program = "from vnnews_clean.native import COMPILED; print(COMPILED)"
    said = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "VNNEWS_CLEAN_PURE": "1"},
    ).stdout
    assert said == "False\n"


@pytest.mark.parametrize("built", ["None", "types.SimpleNamespace(PROTOCOL=0, Scanner=None)"])
def test_the_package_works_where_the_scan_in_c_was_not_built_or_is_an_older_one(built: str) -> None:
    program = (
        f"import sys, types; sys.modules['vnnews_clean._scan'] = {built};"
        "import vnnews_clean.native;"
        "print(vnnews_clean.native.COMPILED, vnnews_clean.clean('Lúa chín sớm.'))"
    )
    said = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert said == "False Lúa chín sớm.\n"


@needs_c
@pytest.mark.parametrize(
    "wanted",
    [
        ("", "", "", "", "", [], [""], [], [], []),
        ("", "", "", "", "", [], [], [], [1], []),
        ("", "", "", "", "", [], [], [], [], [("đò", 2, 0, 0, False, OWN[0])]),
        ("", "", "", "", "", [], [], [], [], [("", 0, 0, 0, False, OWN[0])]),
    ],
    ids=["empty", "no words", "anchor outside", "no letters"],
)
def test_the_scan_in_c_takes_words_only(wanted: tuple[object, ...]) -> None:
    native = type(COMPILED._compiled)
    with pytest.raises(ValueError):
        native(*wanted)  # type: ignore[arg-type]

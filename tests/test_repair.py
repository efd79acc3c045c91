from __future__ import annotations

import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews_clean import Cleaner
from vnnews_clean.edits import apply, undo
from vnnews_clean.read.repair import repair
from vnnews_clean.read.repair.halves import by_halves
from vnnews_clean.read.repair.strays import UNCOMMON

PROSE = (
    "Thủ tướng Chính phủ vừa phê duyệt quy hoạch vùng biển; hàng nghìn hộ dân ở Đà Nẵng, Huế và "
    "Quảng Nam sẽ được hưởng lợi từ những tuyến đường mới."
)
ARTICLE = f"Ba tỉnh có thêm đường ven biển\n{PROSE}\nẢnh: Hoàng Lan\n{PROSE}"


def mojibake(text: str, encoding: str = "cp1252") -> str:
    """UTF-8 that was read as `encoding`, holes of windows-1252 as C1 controls."""
    data = text.encode()
    if encoding != "cp1252":
        return data.decode(encoding)
    holes = b"\x81\x8d\x8f\x90\x9d"
    return "".join(chr(b) if b in holes else bytes([b]).decode("cp1252") for b in data)


def explode(text: str) -> str:
    return "\n".join(text)


@pytest.mark.parametrize(
    ("broken", "mended", "reason"),
    [
        pytest.param("Hà\xa0Nội", "Hà Nội", "nbsp", id="NBSP"),
        pytest.param("XÃ\xa0HỘI CHỦ\xa0NGHĨA", "XÃ HỘI CHỦ NGHĨA", "nbsp", id="NBSP in capitals"),
        pytest.param("12\u202f000", "12 000", "nbsp", id="narrow NBSP"),
        pytest.param("Hà\u2009Nội\u3000mưa", "Hà Nội mưa", "space", id="thin and wide spaces"),
        pytest.param("Việt\u200b Nam", "Việt Nam", "zero-width", id="zero-width space"),
        pytest.param("quốc\xad hội", "quốc hội", "zero-width", id="soft hyphen"),
        pytest.param("tin\ufeff mới\u2060", "tin mới", "zero-width", id="mark inside, word joiner"),
        pytest.param(
            "Hà\u200d Nội\u200e", "Hà Nội", "zero-width", id="joiner between Latin letters"
        ),
        pytest.param("tin\x00 mới\x94", "tin mới", "control", id="C0 and C1"),
        pytest.param("Hà \ud800 Nội", "Hà \ufffd Nội", "surrogate", id="half a character"),
        pytest.param("vui \ud83d\ude00", "vui 😀", "surrogate", id="two halves of one character"),
        pytest.param("Hà \udce1 Nội", "Hà \ufffd Nội", "invalid-byte", id="escaped byte"),
        pytest.param("Hà Nô\u0323i", "Hà Nội", "nfc", id="half composed"),
        pytest.param(unicodedata.normalize("NFD", "đường"), "đường", "nfc", id="decomposed"),
        pytest.param("25 \N{ANGSTROM SIGN}", "25 Å", "nfc", id="a sign that is a letter"),
        pytest.param(mojibake(ARTICLE), ARTICLE, "mojibake", id="read as windows-1252"),
        pytest.param(mojibake(ARTICLE, "latin-1"), ARTICLE, "mojibake", id="read as Latin-1"),
        pytest.param(mojibake(mojibake(ARTICLE)), ARTICLE, "mojibake", id="read so twice"),
        pytest.param(f"{PROSE}\n{mojibake(PROSE)}", f"{PROSE}\n{PROSE}", "mojibake", id="a line"),
        pytest.param(
            f"XÃ HỘI: {mojibake(PROSE)}",
            f"XÃ HỘI: {PROSE}",
            "mojibake",
            id="the broken part of a line",
        ),
        pytest.param(
            explode("0123456789" * 30 + PROSE),
            "\n".join("0123456789" * 30) + f"\n{PROSE}",
            "exploded",
            id="digits before the prose",
        ),
        pytest.param(f"Tin mới\n{explode(ARTICLE)}", f"Tin mới\n{ARTICLE}", "exploded", id="tail"),
        pytest.param(explode(ARTICLE), ARTICLE, "exploded", id="one character a line"),
        pytest.param(
            f"{explode(PROSE)}\nXem thêm\n", f"{PROSE}\nXem thêm\n", "exploded", id="then a line"
        ),
    ],
)
def test_what_is_broken_is_mended_for_a_reason(broken: str, mended: str, reason: str) -> None:
    found = repair(broken)
    assert found.text == mended
    assert {edit.reason for edit in found.edits} == {reason}
    assert undo(found.text, found.edits) == broken == found.source


KEPT = {
    "tabs": "một\thai\n\tba",
    "emoji": "❤️\u200d🔥 👩\u200d👧",
    "capitals": "CHỦ TỊCH NƯỚC THĂM XÃ HỘI AN, GẶP BÀ LÃ THỊ MÃO",
    "quotes and dashes": "Ông nói: “Được” – rồi đi… ‘thật’ — vậy",
    "two signs of mojibake": "Bảng lỗi thường gặp: Ã¡ là á, áº¿ là ế.",
    "lottery columns": "Giải nhất\n" + "\n".join("5812704693182755014862" * 4),
    "columns with empty cells": explode("58 12 7 04 693 18 27 55 01 48 62 9 33 10 7 82 64 19 05"),
    "acrostic": "\n".join("HANOIMUATHUNANGVANGTRAIDAIKHAPCACCONPHOLAVANGROIDAY"),
    "player counters": "9\nPlays\n0\nDownloads\n1\nLike\n \n2\n",
    "answers": "\n".join("ABCDABCD" * 12),
    "answers with gaps": explode("A B C D B A C A D B C A " * 5),
    "a letter under a hundred marks": "a" + "\u0301\u0323" * 50,
    "short exploded line": explode("Tin tức hôm nay"),
    "dump with lines of one space": f"{PROSE}\n \n{PROSE}\n \n{PROSE}\n",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_only_looks_broken_stays(text: str) -> None:
    assert repair(text).edits == ()


@pytest.mark.parametrize("sign", "‘’“”–—…•")
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_misread_sign_among_sound_letters_is_mended(sign: str, encoding: str) -> None:
    wrong = sign.encode().decode("latin-1")
    if encoding == "cp1252":
        wrong = "".join(
            bytes([ord(c)]).decode(encoding, "ignore") or c for c in wrong
        )  # five bytes are nothing in it
    assert repair(f"{PROSE} {wrong} {PROSE}").text == f"{PROSE} {sign} {PROSE}"


def test_euros_are_no_sign() -> None:
    text = f"{PROSE} Giá 5€, hoặc €“năm” một cái."
    assert repair(text).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_shows_without_a_mark(encoding: str) -> None:
    assert repair(ARTICLE.encode(encoding)).text == ARTICLE
    page = f"<h1>Ra phố</h1><p>{PROSE}</p>".encode(encoding)
    assert Cleaner().clean_html(page).text == PROSE


@pytest.mark.parametrize("data", [b"a\0b\0\0c", b"\0" + b"abcdefghi" * 4, b"\0\0\0\0"])
def test_other_nul_bytes_are_no_utf_16(data: bytes) -> None:
    assert repair(data).source == data.decode()


@pytest.mark.parametrize(("letters", "found"), [(4, True), (5, False)])
def test_one_place_in_five_is_a_nul(letters: int, found: bool) -> None:
    data = ("ế" * letters + " ").encode("utf-16-le") * 8
    assert (repair(data).source[0] == "ế") is found


def test_a_space_that_lacks_its_semicolon_is_one() -> None:
    assert (
        repair("Ông nói:&nbspĐi thôi.&nbsp;Nước lên rồi.").text == "Ông nói: Đi thôi. Nước lên rồi."
    )


def test_clean_text_comes_back_as_the_same_object() -> None:
    assert repair(ARTICLE).text is ARTICLE


def test_off_only_decodes() -> None:
    text = "XÃ\xa0HỘI\u200b " + mojibake(ARTICLE)
    assert repair(text, "off") == repair(text.encode(), "off")
    assert repair(text, "off").text == text
    assert repair(b"H\xe0", "off").text == "H\udce0"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_goes(encoding: str) -> None:
    found = repair(ARTICLE.encode(encoding))
    assert (found.source, found.text, found.edits) == (ARTICLE, ARTICLE, ())


def test_upper_case_with_nbsp_survives_beside_mojibake() -> None:
    line = "Phường Cẩm Lệ: XÃ\xa0HỘI và NHÀ\xa0NƯỚC"
    found = repair(f"{line} {mojibake('được hưởng lợi những tuyến')}\n{mojibake(PROSE)}")
    assert found.text.startswith("Phường Cẩm Lệ: XÃ HỘI và NHÀ NƯỚC ")
    assert found.text.endswith(PROSE)


def test_disguised_text_stays_and_is_remarked_on() -> None:
    text = "Тin nóng: сông an phường Вến Nghé bắt Тrần Văn A vì сờ bạc"
    found = repair(text)
    assert found.text == text
    assert found.diagnostics == ("homoglyphs: 5 words mix Latin with Cyrillic",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tổng thống Путин (Putin) nói: “Спасибо”", id="words of another alphabet"),
        pytest.param("Thuốc có 5 μg, ức chế TNFα và tia γ", id="units and proteins"),
    ],
)
def test_foreign_words_are_no_disguise(text: str) -> None:
    assert repair(text).diagnostics == ()


def test_repairs_on_top_of_each_other_are_all_made() -> None:
    broken = explode(unicodedata.normalize("NFD", ARTICLE).replace(" ", "\xa0"))
    found = repair(broken)
    assert found.text == ARTICLE
    assert {r for e in found.edits for r in e.reason.split(", ")} == {"nbsp", "nfc", "exploded"}
    assert undo(found.text, found.edits) == broken


@pytest.mark.parametrize("before", [0, 20, 150, 151])
@pytest.mark.parametrize("behind", [0, 20, 300])
def test_space_around_it_hides_no_exploded_text(before: int, behind: int) -> None:
    around = "\n\n" * before + explode(PROSE) + "\n\n" * behind
    assert repair(around).text.strip() == PROSE


def test_an_exploded_line_has_one_edit() -> None:
    assert len(repair(explode(ARTICLE)).edits) == len(ARTICLE.splitlines())


PIECES = st.one_of(
    st.text(max_size=30),
    st.text("\ud800\udc80\udcff\xa0\u200b\u200d\ufeff\u0301\u0323eaêÃÂ»ºáñ®ðđТо \n\r", max_size=40),
    st.sampled_from(
        [
            PROSE,
            mojibake(PROSE),
            mojibake(mojibake(PROSE, "latin-1")),
            unicodedata.normalize("NFD", PROSE),
            explode(PROSE),
            explode(explode(PROSE)),
            "ViÖt Nam ®­îc c¸c n­íc ®Çu t­ vµo",
            "Vieät Nam ñöôïc caùc nöôùc ñaàu tö vaøo",
            "XÃ\xa0HỘI",
        ]
    ),
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=5).map("".join), st.lists(PIECES, max_size=5).map("\n".join)
)


@given(TEXTS)
def test_edits_lead_from_the_source_to_the_text_and_back(source: str) -> None:
    found = repair(source)
    assert found.source == source
    assert apply(source, found.edits) == found.text
    assert undo(found.text, found.edits) == source
    assert all(e.original == source[e.start : e.end] != e.replacement for e in found.edits)
    assert all(e.end <= f.start for e, f in pairwise(found.edits))


@given(TEXTS)
def test_a_repaired_text_needs_no_repair(source: str) -> None:
    text = repair(source).text
    assert repair(text).text == text
    assert unicodedata.is_normalized("NFC", text)
    text.encode()  # no surrogate is left


@given(
    st.one_of(
        st.binary(max_size=80),
        st.lists(
            st.sampled_from(
                [
                    PROSE.encode(),
                    PROSE.encode("utf-16"),
                    b"\xff\xfe",
                    b"\xfe\xff\x00",
                    b"\xef\xbb\xbf",
                    b"\xe1\xba",
                    b"Vi\xd6t Nam \xae\xad\xeec \xae\xc7u t\xad",
                    b"\n",
                    b"\xae",
                    b"\xff",
                    b"\x00",
                ]
            ),
            max_size=6,
        ).map(b"".join),
    )
)
def test_any_bytes_are_repaired(data: bytes) -> None:
    found = repair(data)
    assert undo(found.text, found.edits) == found.source
    assert repair(found.text).text == found.text
    marks = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00\x00\xfe\xff")
    if not data.startswith(marks) and not by_halves(data):
        assert found.source.encode("utf-8", "surrogateescape") == data


def test_everyday_characters_are_in_no_need_of_repair() -> None:
    """The quick check lets these pass unseen, so none may be stray or begin inside a letter."""
    everyday = [chr(c) for c in range(0x110000) if not UNCOMMON.search(chr(c))]
    assert all(unicodedata.is_normalized("NFC", c) for c in everyday)
    assert not any(unicodedata.combining(c) for c in everyday)
    assert all(c.isprintable() for c in everyday if c not in "\t\n\r")
    assert not any(unicodedata.normalize("NFC", "a" + c) != "a" + c for c in everyday)
    assert set("ăâđêôơưạảẵỹỵẠỸ“”–…₫€") <= set(everyday)


def test_clean_text_imports_nothing_heavy() -> None:
    code = (
        "import sys; from vnnews_clean.read.repair import repair; repair('Hà\\xa0Nội, XÃ HỘI');"
        "sys.exit(bool({'ftfy', 'regex'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

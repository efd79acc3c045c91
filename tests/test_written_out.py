r"""What was written out (``\n``, ``<br>``, entities, lists) is read as what it stands for."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews_clean import Cleaner
from vnnews_clean.read.repair import repair
from written import ARTICLE, BELOW, plain, spoken

CLEANER = Cleaner()
LINES = "\n".join(ARTICLE)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (r"Mưa to.\nGió lớn.\n\nĐê vỡ.", "Mưa to.\nGió lớn.\n\nĐê vỡ."),
        (r"Mưa to.\r\nGió lớn.\r\nĐê vỡ.", "Mưa to.\nGió lớn.\nĐê vỡ."),
        (r"TIN LIÊN QUAN\nGió lớn\nĐê vỡ", "TIN LIÊN QUAN\nGió lớn\nĐê vỡ"),
        (r"Ông nói: \"Mưa to\".\nBà nói: \"Gió lớn\".\nHết.", 'Ông nói: "Mưa to".\nBà nói: "Gió lớn".\nHết.'),
        ("Mưa to.<br>Gió lớn.<br/>Đê vỡ.", "Mưa to.\nGió lớn.\nĐê vỡ."),
        ("Mưa to.<br />\nGió lớn.<br />\nĐê vỡ.", "Mưa to.\nGió lớn.\nĐê vỡ."),
        ("Mưa to</p><p>Gió lớn</p><p>Đê vỡ.", "Mưa to\nGió lớn\nĐê vỡ."),
        ("Mưa to._x000D_\nGió lớn._x000D_\n", "Mưa to.\nGió lớn.\n"),
        (r"Mưa\xa0to.\nGió lớn.\nĐê vỡ.", "Mưa to.\nGió lớn.\nĐê vỡ."),
        ("Mưa toxa0 Gió lớn.xa0 Đê vỡ.", "Mưa to  Gió lớn.  Đê vỡ."),
        ("Mưa to. xa0 Gió lớn. xa0là thế, xa0Đê vỡ.", "Mưa to.   Gió lớn.  là thế,  Đê vỡ."),
        ("['Mưa to.', 'Gió lớn.', \"Đê 'vỡ'.\"]", "Mưa to.\nGió lớn.\nĐê 'vỡ'."),
        ("Lũ về.['Mưa to.', 'Gió lớn.']", "Lũ về.\nMưa to.\nGió lớn."),
        (r"M\u01b0a to, gi\u00f3 l\u1edbn.", "Mưa to, gió lớn."),
        ("M&#432;a to&nbsp;v&agrave; gi&oacute; l&#7899;n &amp; l&#7841;nh.", "Mưa to và gió lớn & lạnh."),
        ("Mưa &lt; 5 mm.", "Mưa < 5 mm."),
        ("&lt;p&gt;Mưa to.&lt;/p&gt;&lt;p&gt;Gió lớn.&lt;/p&gt;", "\nMưa to.\nGió lớn.\n"),
    ],
)  # fmt: skip
def test_signs_become_what_they_stand_for(text: str, mended: str) -> None:
    repaired = repair(text)
    assert repaired.text == mended
    assert CLEANER.clean(text).restore() == text
    assert CLEANER.read(text).dialect.partition("+")[0] == "escaped"


@pytest.mark.parametrize(
    "text",
    [
        r"Tệp nằm ở C:\tin\nam\roi và D:\nha\trang.",
        r'Lệnh print("a\nb") in hai dòng, lệnh print("\n") in dòng trống, "\n" là dấu xuống dòng.',
        r"Một dấu \như thế này thôi.",
        "Thẻ <b> làm chữ đậm, còn <br> thì xuống dòng, <p> mở đoạn văn.",
        "Trong HTML, &nbsp; là dấu cách và &lt;br&gt; là xuống dòng.",
        "Độ mặn <2 g/l, nếu a < b và b > c.",
        "Mã hàng XA0 và lô xa0123 đã về kho.",
        "Lô xa01 và lô xa02 đã về kho, lô xa0 thì chưa.",
        "Ông viết ['tên'] trong đơn.",
        "Công ty A&B; hãng C&D;",
    ],
)
def test_what_is_spoken_of_stays(text: str) -> None:
    assert repair(text).text == text


def test_a_field_that_was_printed_gives_the_article_alone() -> None:
    page = plain([*ARTICLE, *BELOW])
    for text in (json.dumps(page, ensure_ascii=False)[1:-1], page.replace("\n", "<br>")):
        result = CLEANER.clean(text)
        assert spoken(result.text) == spoken(CLEANER.clean(page).text)
        assert result.restore() == text
        assert result.document.dialect == "escaped"


def test_a_clean_field_has_the_words_of_its_lines() -> None:
    assert CLEANER.clean(json.dumps(LINES)[1:-1]).text == LINES
    assert CLEANER.clean(html.escape(LINES)).text == LINES
    assert CLEANER.clean(repr(list(ARTICLE))).text == LINES


SIGNS = st.lists(
    st.sampled_from(
        [*r"\n \r\n \t \" \u1ebf <br> </p><p> _x000D_ &nbsp; &amp; &lt; [' ', ' '] xa0 \xa0".split(), "Mưa to.",
         "Gió lớn", " ", "\n", "HTML", "thẻ "]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("small", "borders", "read"), [(2, 5, False), (2, 6, True), (7, 6, True), (8, 6, False)]
)
def test_lines_that_begin_small_in_a_field_of_many_lines(
    small: int, borders: int, *, read: bool
) -> None:
    r"""Slugs and alt texts have no capitals: half of the signs stand at a sentence's border, six at least."""
    lines = ["mua to gio lon", "Mưa to.", *["gio lon"] * (small - 1), *["Gió lớn."] * (borders - 1)]
    text = r"\n".join(lines)
    assert (repair(text).text == "\n".join(lines)) is read
    assert repair(rf"{text}\n C:\new\tin").text.endswith(r"C:\new\tin")
    assert not repair(rf"{text}\nMưa to.\nd:\tin").text.endswith("\nin")


def test_quotation_marks_of_two_lines_are_no_lesson() -> None:
    lines = ["'Sạn' trong phim", "Lời của 'gió'", "'Mưa' và 'gió'", *["Đê vỡ."] * 4]
    text = r"\n".join(lines)
    assert repair(text).text == "\n".join(lines)
    lesson = f"{text}\nDấu xuống dòng."
    assert repair(lesson).text == lesson


@given(SIGNS)
def test_repair_is_exact_and_comes_to_an_end(text: str) -> None:
    repaired = repair(text)
    assert repair(repaired.text).text == repaired.text
    assert CLEANER.clean(text).restore() == text

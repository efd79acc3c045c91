"""One article, whatever wrote it down: the same words come out, and a clean text stays as it is."""

from __future__ import annotations

import re

import pytest

from vnnews_clean import Cleaner, ConfigError
from written import ABOVE, ARTICLE, BELOW, PAGE, WRITERS, bare, fragments, lynx, plain, spoken, w3m

CLEANER = Cleaner()
dialects = pytest.mark.parametrize("dialect", WRITERS)


@dialects
def test_a_dialect_is_told_from_the_text(dialect: str) -> None:
    assert CLEANER.read(WRITERS[dialect](ARTICLE)).dialect == dialect


@dialects
def test_the_blocks_are_the_paragraphs(dialect: str) -> None:
    document = CLEANER.read(WRITERS[dialect](ARTICLE))
    shown = [document.text_of(block) for block in document.blocks]
    assert shown == list(ARTICLE)


@dialects
def test_a_clean_text_stays_as_it_is(dialect: str) -> None:
    text = WRITERS[dialect](ARTICLE)
    assert CLEANER.clean(text).text == text


@dialects
def test_a_page_gives_the_words_that_its_lines_give(dialect: str) -> None:
    cleaned = CLEANER.clean(WRITERS[dialect](PAGE)).text
    lines = [spoken(CLEANER.clean(between.join(PAGE)).text) for between in ("\n", "\n\n")]
    assert spoken(bare(cleaned)) in lines


@dialects
def test_what_is_cut_from_is_a_clean_text(dialect: str) -> None:
    cleaned = CLEANER.clean(WRITERS[dialect](PAGE)).text
    assert CLEANER.clean(cleaned).text == cleaned


@dialects
def test_a_dialect_can_be_forced(dialect: str) -> None:
    document = Cleaner(dialect=dialect).read(WRITERS[dialect](ARTICLE))
    assert document.dialect == dialect
    plain = Cleaner(dialect="plain").read(WRITERS[dialect](ARTICLE))
    assert plain.dialect == "plain"
    assert plain.view == plain.text, "what is plain has no marks to blank"


def test_a_dialect_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ConfigError, match='unknown dialect "markdwn"'):
        Cleaner(dialect="markdwn")


def test_spaces_that_a_tool_left_at_breaks_join_spoken() -> None:
    text = fragments(ARTICLE, strip=False)
    document = CLEANER.read(text)
    assert len(document.blocks) == len(ARTICLE)
    assert CLEANER.clean(text).text == text


@pytest.mark.parametrize(
    "lines",
    [
        ["Từ khóa", "bóng đá", "vòng loại", "đội tuyển nữ", "sân nhà", "huấn luyện viên"],
        [
            "Giá vàng giảm ba phiên liền",
            "Hà Nội rét đậm từ đêm nay",
            "tin nổi bật",
            "Chợ hoa mở sớm",
        ],
        ["Minh Hà", "Gửi bài", "| In bài", "Chia sẻ", "0 bình luận"],
        ["Ngõ 12, phố Lụa", "Điện thoại: 024 0000 000", "www.example.vn", "bao@example.vn"],
    ],
    ids=["tags", "headlines", "buttons", "imprint"],
)
def test_lines_that_are_lines_are_never_glued(lines: list[str]) -> None:
    text = fragments([*lines, *ARTICLE, *lines])
    document = CLEANER.read(text)
    assert document.dialect == "fragments"
    assert [document.text_of(b) for b in document.blocks[: len(lines)]] == lines
    assert [document.text_of(b) for b in document.blocks[-len(lines) :]] == lines


def test_one_broken_sentence_makes_no_fragments() -> None:
    text = "\n".join(ARTICLE).replace(" , ", ", ").replace("xóm Bãi đã", "xóm Bãi\nđã")
    assert CLEANER.read(text).dialect == "plain"


def test_items_and_pictures_of_a_browser_are_no_spoken() -> None:
    document = CLEANER.read(w3m(ABOVE, ARTICLE, BELOW))
    assert document.dialect == "browser"
    shown = [document.text_of(block) for block in document.blocks]
    assert [line for line in shown if line in PAGE] == list(PAGE)
    assert {block.tag for block in document.blocks} == {"li", "p"}


def test_what_a_browser_printed_goes() -> None:
    cleaned = CLEANER.clean(w3m(ABOVE, ARTICLE, BELOW)).text
    assert "[" not in cleaned
    assert spoken(ARTICLE[1])[0] in spoken(cleaned)
    assert BELOW[1] not in cleaned


def test_numbers_of_links_go_with_the_list_of_their_targets() -> None:
    names = ("xóm Bãi", "trưởng xóm", "khung cửi", "tấm lưới", "nhà văn hóa", "Ban quản lý")
    text = lynx(ARTICLE)
    for number, name in enumerate(names, 1):
        text = text.replace(name, f"[{number}]{name}", 1)
    targets = "\n".join(f"   {n}. https://example.vn/{n}" for n in range(1, len(names) + 1))
    cleaned = CLEANER.clean(f"{text}\n\nReferences\n\n{targets}\n").text
    assert spoken(cleaned) == spoken(" ".join(ARTICLE))


def test_segmented_words_are_words() -> None:
    text = re.sub(r"([a-zà-ỹđ]+) ([a-zà-ỹđ]+)", r"\1_\2", plain(ARTICLE))
    document = CLEANER.read(text.replace(",", " ,").replace(".", " ."))
    assert document.dialect == "segmented"
    assert [document.text_of(block) for block in document.blocks] == list(ARTICLE)
    pointer = "Xem thêm : Đèn_biển cũ được sơn lại sau mười_hai năm"
    assert CLEANER.clean(f"{text}\n{pointer}").text == text


PARTED = "Mưa to , gió lớn .\nNước lên nhanh , dân lên đồi .\nXem thêm : Trạm bơm đầu làng chạy bằng nắng\nNước rút {}"


@pytest.mark.parametrize(("end", "parted"), [(".", True), (". Ai cũng mừng.", False)])
def test_tokens_that_spaces_part_are_segmented_words(end: str, *, parted: bool) -> None:
    """All stops stand on their own, or the writer put a space too many here and there."""
    text = PARTED.format(end)
    result = Cleaner().clean(text)
    assert (result.document.dialect == "segmented") is parted
    assert ("Trạm bơm" in result.text) is not parted


@pytest.mark.parametrize("text", [" . .\n .", " ,\n ,\n .\n", "mưa to , gió . lớn ,\n ,"])
def test_a_stop_that_begins_a_line_is_parted_from_nothing(text: str) -> None:
    once = Cleaner().clean(text).text
    assert not any(line.startswith(" ") for line in once.split("\n"))
    assert Cleaner().clean(once).text == once


def test_two_stops_on_their_own_are_slips() -> None:
    assert Cleaner().read("Mưa to , gió lớn .\nNước lên nhanh").dialect == "plain"


def test_names_of_files_are_no_segmented_words() -> None:
    text = plain(ARTICLE) + "\nTệp bao_cao_quy_1.pdf, anh_ben_ca.jpg ở thư mục dung_chung."
    assert CLEANER.read(text).dialect == "plain"


def test_one_line_of_sentences_is_flat() -> None:
    assert CLEANER.read(" ".join(ARTICLE)).dialect == "flat"
    assert CLEANER.read(ARTICLE[0]).dialect == "plain"


def test_a_stop_that_stands_apart_stays_where_it_is() -> None:
    text = (
        "Hôm_nay trời mưa_to ở nhiều nơi .\n"
        "Bà_con nông_dân ra đồng từ sớm để gặt lúa chạy lũ .\n"
        "Chiều nay nước sông_Hậu lên nhanh ( )"
    )
    result = Cleaner().clean(text)
    assert result.document.dialect == "segmented"
    assert result.text == text

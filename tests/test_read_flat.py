"""A whole page that a tool wrote in one line: where its lines begin and end, every number on both sides."""

from __future__ import annotations

from typing import Final

import pytest

import test_structure_outgrown as outgrown
from test_structure_outgrown import HEADINGS, TEXTS
from vnnews_clean import Cleaner, clean

MENU: Final = "Trang chủ Thời sự Thế giới Kinh doanh Giải trí Thể thao Pháp luật Giáo dục Sức khỏe Du lịch Số hóa Bạn đọc"
TITLE: Final = "Làng chài Vĩnh Hải dựng lại bến sau mùa bão"
BODY: Final = (
    "Sau ba cơn bão liên tiếp, làng chài Vĩnh Hải chỉ còn lại nửa cây cầu tàu và mười hai con thuyền chưa vỡ hẳn.",
    "Ông Trương Văn Bền, người giữ bến Vĩnh Hải ba mươi năm, cùng con trai vớt từng cây cọc trôi về phía cửa sông.",
    "Bà con làng chài góp được hơn hai trăm ngày công, dựng lại cầu tàu bằng gỗ phi lao chặt sau bến Vĩnh Hải.",
    "Bộ Giáo dục và Đào tạo cùng Tổ chức Y tế Thế giới hứa giúp trường làng chài Vĩnh Hải sửa mái vào ngày 9/2/2031 tới đây.",
    "Ông Trương Văn Bền nói điều bến Vĩnh Hải cần trước hết là một con đê, có đê rồi thì cầu tàu mới đứng được qua mùa bão.",
)  # fmt: skip
BELOW: Final = (
    "Chia sẻ bài viết Sao chép liên kết Gửi bình luận Tin cùng chuyên mục Vườn quýt hồng Lai Vung vào vụ tết sớm"
    " Nhiều nhà vườn đã nhận tiền cọc của thương lái từ tháng mười. Nữ kỹ sư bỏ phố lên núi trồng sâm dưới tán rừng"
    " Sau năm năm, khu vườn của chị cho thu hơn hai tạ củ mỗi mùa. Tin mới nhất Đọc nhiều nhất Về đầu trang"
)
ARTICLE: Final = " ".join((TITLE, *BODY))


def page(menu: str = MENU, article: str = ARTICLE, below: str = BELOW) -> str:
    return f"{menu} {article} {below}"


def lines(text: str) -> list[str]:
    document = Cleaner().read(text)
    return [document.text_of(block) for block in document.blocks]


def test_the_article_of_a_page_in_one_line_comes_out_in_one_line() -> None:
    assert clean(page()) == ARTICLE
    assert clean(f"\n  {page()} \n") == ARTICLE


def test_its_dialect_is_flat_and_its_lines_are_blocks() -> None:
    document = Cleaner().read(page())
    assert document.dialect == "flat"
    assert lines(page())[:3] == ["Trang chủ", "Thời sự", "Thế giới"]
    assert {block.gap for block in document.blocks} == {0}


def test_what_is_kept_stands_as_it_stood() -> None:
    doubled = page().replace(". ", ".  ")
    assert clean(doubled) == ARTICLE.replace(". ", ".  ")
    text = page(below="Tin cùng chuyên mục")
    assert Cleaner().clean(text).restore() == text


def test_what_is_left_is_left_alone() -> None:
    assert clean(clean(page())) == ARTICLE


def test_a_page_of_which_nothing_goes_stays_as_it_is() -> None:
    result = Cleaner(select=["teaser.weather"]).clean(page())
    assert result.text == page()


def test_names_in_sentences_are_no_lines() -> None:
    assert not {"Giáo dục", "Y tế", "Thế giới"} & set(lines(page())[12:])


def test_a_day_in_a_sentence_is_no_line_and_one_with_an_hour_is() -> None:
    assert "9/2/2031" not in lines(page())
    dated = page(article=f"{TITLE} Thứ sáu, 9/2/2031 - 08:30 GMT+7 {' '.join(BODY)}")
    assert "Thứ sáu, 9/2/2031 - 08:30 GMT+7" in lines(dated)


def test_a_headline_stands_with_the_first_two_sentences() -> None:
    assert " ".join((TITLE, *BODY[:2])) in lines(page())
    assert BODY[2] in lines(page())


@pytest.mark.parametrize(
    ("menu", "is_page"),
    [
        (" ".join(MENU.split()[:10]), True),  # three of ten words at the top are large
        (" ".join(MENU.split()[:8]), False),
        (MENU.replace(" Thể", ", Thể").replace(" Giải", ", Giải"), True),
        (MENU.replace(" Th", ", Th").replace(" Giải", ", Giải"), False),  # four commas
        (MENU.lower(), False),
        ("", False),
    ],
)
def test_a_page_begins_with_a_menu(menu: str, is_page: bool) -> None:
    assert (len(lines(page(menu))) > 1) is is_page


@pytest.mark.parametrize(("count", "is_page"), [(12, True), (11, False)])
def test_a_page_has_twelve_phrases(count: int, is_page: bool) -> None:
    names = "Trang chủ,Thời sự,Thế giới,Kinh doanh,Giải trí,Thể thao,Pháp luật,Giáo dục,Sức khỏe,Du lịch,Số hóa,Bạn đọc"
    text = page(" ".join(names.split(",")[:count]), below="")
    assert (len(lines(text)) > 1) is is_page


def test_a_header_of_two_words_stands_behind_a_sentence() -> None:
    text = page(below="Đọc thêm Vườn quýt hồng Lai Vung vào vụ tết sớm")
    assert "Đọc thêm" in lines(text)
    inside = page(article=ARTICLE.replace("nói điều", "nói Đọc thêm Điều"))
    assert "Đọc thêm" not in lines(inside)


@pytest.mark.parametrize(("between", "rows"), [("X" * 23, True), ("X" * 24, False)])
def test_names_of_a_row_stand_near_each_other(between: str, rows: bool) -> None:
    text = page(f"{MENU} Công nghệ {between} Xe máy {between} Việc làm")
    assert ("Xe máy" in lines(text)) is rows


def test_an_article_in_one_line_is_one_block() -> None:
    assert lines(ARTICLE) == [ARTICLE]
    assert lines(f"{ARTICLE} {BELOW}") == [f"{ARTICLE} {BELOW}"]


def test_marks_alone_are_no_line() -> None:
    assert lines(page(MENU.replace(" Thể", " › | › Thể")))[4] == "Giải trí › | ›"


def test_a_headline_and_its_lede_above_the_date_stay() -> None:
    """Nothing in one line looks like a headline; what stands behind the menu is text."""
    lede = "Tặng bạn đọc ba tấm vé xem buổi chiếu đầu Một câu chuyện nhẹ nhàng giữa chàng trai vụng về và cô gái hay quên. Phim ngắn thôi."
    article = f"{lede} Thứ sáu, 9/2/2031 - 08:30 GMT+7 {' '.join(BODY)}"
    assert lede in clean(page(article=article))


def test_questions_and_answers_in_one_line_are_no_list_of_others() -> None:
    asked = [f"{heading} là ở đâu? {text}" for heading, text in zip(HEADINGS, TEXTS, strict=True)]
    article = " ".join((outgrown.TITLE, outgrown.LEDE, *asked, outgrown.END))
    menu = f"{' '.join(outgrown.MENU)} Sức khỏe Du lịch Bạn đọc Số hóa"
    assert clean(page(menu, article, " ".join(outgrown.BELOW))) == article


@pytest.mark.parametrize(("size", "is_page"), [(598, True), (597, False)])
def test_a_short_article_is_told_by_its_lines_alone(size: int, is_page: bool) -> None:
    """Six hundred characters without a phrase, the spaces at the edges counted."""
    article = ARTICLE[: size - 3].ljust(size, "m")
    assert (len(lines(page(article=article))) > 1) is is_page

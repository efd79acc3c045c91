"""An article of many small parts on a page: what nothing is said of and holds more than the text above is its own."""

from __future__ import annotations

from typing import Final

import pytest

from test_structure_anchors import reading_of, vouched
from vnnews_clean import clean
from vnnews_clean.structure.anchors import below_text
from vnnews_clean.structure.frame import FEWEST_BARS

MENU: Final = "Trang chủ,Thời sự,Thế giới,Kinh doanh,Giải trí,Thể thao,Pháp luật,Giáo dục".split(
    ","
)
TITLE: Final = "Năm quán cà phê ven hồ mở lại sau mùa mưa"
LEDE: Final = "Sau ba tháng sửa sang, năm quán cà phê quanh hồ Vọng cùng mở cửa trong tuần này, quán nào cũng có một góc nhìn ra mặt nước."
NAMES: Final = ("Lá Sen", "Bến Cũ", "Gió Hồ", "Mây Chiều", "Ông Tư")
HEADINGS: Final = (
    "Góc tre của những ông câu cá bên hồ đông",
    "Chiếc cối đá còn lại trên nền trạm bơm cũ",
    "Bốn chiếc bàn kê sát mép nước gần bầy cá",
    "Chén chè hạt sen dưới ánh đèn dầu buổi tối",
    "Một loại cà phê duy nhất và không tiền lẻ",
)
TEXTS: Final = (
    "Quán Lá Sen nằm ở góc đông, bàn ghế bằng tre, khách quen là mấy ông câu cá. Cà phê phin ở đây rang bằng củi, thơm từ đầu ngõ.",
    "Quán Bến Cũ dựng trên nền trạm bơm bỏ hoang, giữ nguyên chiếc cối đá. Chủ quán kể mỗi sáng bán chừng tám mươi ly, hết là nghỉ.",
    "Quán Gió Hồ nhỏ nhất, có bốn bàn, nhưng chiều nào cũng kín vì chỗ ngồi ngay sát mép nước, nghe rõ tiếng cá quẫy.",
    "Quán Mây chỉ mở buổi tối, thắp đèn dầu, ai tới cũng được mời một chén chè hạt sen trước khi gọi nước.",
    "Quán Ông Tư không có tên, khách gọi theo tên chủ. Ông pha một loại duy nhất và không nhận trả tiền lẻ.",
)
END: Final = "Ban quản lý hồ cho biết từ đầu tháng sau sẽ cấm xe máy quanh bờ vào cuối tuần, khách gửi xe ở bãi phía nam rồi đi bộ vào."
BELOW: Final = (
    "Chia sẻ",
    "Bình luận",
    "Tin cùng chuyên mục",
    "Hồ trên núi cạn nước giữa mùa mưa lớn nhất nhiều năm",
    "Đội đua thuyền xã đảo chuẩn bị cho giải mùa xuân",
    "Về đầu trang",
)


@pytest.mark.parametrize(
    "parts",
    [
        [line for parts in zip(NAMES, TEXTS, strict=True) for line in (*parts, "Xem bản đồ")],
        [line for parts in zip(NAMES, TEXTS, strict=True) for line in (*parts, "Nghe kể: 3 phút")],
        [line for parts in zip(HEADINGS, TEXTS, strict=True) for line in parts],
    ],
    ids=["a link below each", "a time below each", "a heading above each"],
)
def test_places_below_a_lede_stay_on_a_page(parts: list[str]) -> None:
    article = [TITLE, LEDE, *parts, END]
    assert clean("\n".join([*MENU, *article, *BELOW])).split("\n") == article


@pytest.mark.parametrize(
    ("letters", "said", "sizes", "begins"),
    [
        ("pnpnpm", ".....b", [50, 9, 30, 9, 20, 9], 1),  # no more than the text above
        ("pnpnpm", ".....b", [50, 9, 30, 9, 21, 9], 5),
        ("pnpnp", "", [50, 9, 30, 9, 21], 5),  # nothing is said of any line
        ("nnpnpm", ".....b", [50, 9, 30, 9, 21, 9], 1),  # no text above: there may be no article
        ("phphpm", ".....b", [50, 9, 30, 9, 21, 9], 5),
        ("pxnpm", "....b", [50, 9, 9, 60, 9], 4),
    ],
)
def test_text_that_outgrows_the_article_is_its_own(
    letters: str, said: str, sizes: list[int], begins: int
) -> None:
    texts = ["m" * size for size in sizes]
    reading = reading_of(letters.replace("x", "n"), said, texts=texts)
    assert below_text(reading, 1, len(letters) - 1) == begins


@pytest.mark.parametrize(("above", "begins"), [(2, 6), (3, 3)])
def test_headlines_below_an_article_are_those_of_others(above: int, begins: int) -> None:
    letters = "p" * above + "hphpm"
    size = len(letters)
    reading = reading_of(
        letters, "." * (size - 1) + "b", texts=["m" * 30] * above + ["m" * 99] * (size - above)
    )
    assert below_text(reading, above, size - 1) == begins


@pytest.mark.parametrize(("above", "others"), [("Gồm có", True), ("Gồm có:", False)])
def test_what_a_line_announces_is_the_articles_on_a_page(above: str, *, others: bool) -> None:
    texts = [*["Thời sự"] * (FEWEST_BARS - 1), above, *["Quán lá"] * 4]
    reading = reading_of("m" * FEWEST_BARS + "hshs", "b" * FEWEST_BARS, texts=texts)
    path = "A" * FEWEST_BARS + "ISIS"
    assert vouched(reading, path, FEWEST_BARS, len(path) - 1) is others

"""Whole articles between a menu and an imprint: nothing of them is lost, and nothing else is left."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.structure.reading import Reading
from vnnews_clean.structure.staying import returning

MENU = "Trang chủ|Thời sự|Thế giới|Kinh doanh|Thể thao|Giải trí|Sức khỏe|Pháp luật".split("|")
FOOT = [
    "Thích",
    "Trả lời",
    "Gửi",
    "Giấy phép xuất bản số 118/GP-BTTTT cấp ngày 04/5/2021",
    "Tổng biên tập: Lê Khắc Vĩnh",
    "Tòa soạn: 27 đường Bờ Hữu, phường Tân Mỹ",
    "Điện thoại: 0219.388.4455",
    "Ghi rõ nguồn khi sử dụng lại nội dung từ trang này",
]
ARTICLES = {
    "a list of names": """Danh sách 10 học sinh nhận học bổng Hạt Giống
Chiều 9/5, quỹ Hạt Giống trao học bổng cho mười học sinh vượt khó của huyện, mỗi suất năm triệu đồng.
Nguyễn Thị Bưởi, lớp 9A, trường Tân Mỹ
Lê Văn Gạo, lớp 8C, trường Vĩnh Lộc
Trần Mùi, lớp 7B, trường Đông Hạ
Hồ Thị Lúa, lớp 9D, trường Tân Mỹ
Ksor H'Len, lớp 6A, trường Mường Khe
Phạm Út, lớp 6B, trường Vĩnh Lộc
Em Lúa nói sẽ dùng tiền mua xe đạp để đi học vì nhà cách trường chín cây số.
Quỹ được lập năm 2016 từ tiền đóng góp của cựu học sinh trong huyện, đến nay đã trao 214 suất.""",
    "the hours of a fire": """Diễn biến vụ cháy chợ Gò Sậy theo giờ
Chợ Gò Sậy bốc cháy lúc gần sáng 5/4, thiêu rụi 40 sạp vải, may mắn không ai bị thương nặng.
03h10: Bảo vệ phát hiện khói ở dãy C
03h25: Xe cứu hỏa đầu tiên có mặt
04h00: Lửa lan sang dãy D
05h40: Đám cháy được khống chế
07h15: Công an phong tỏa hiện trường
Ông Lưu Bá Thạch, trưởng ban quản lý chợ, cho biết hệ thống báo cháy mới lắp hồi tháng hai nhưng chưa nghiệm thu.
Thiệt hại ban đầu ước chừng sáu tỉ đồng.""",
    "prices at the end": """Tân Cảng mở lại bến phà
Sáng 8/6, bến phà Tân Cảng hoạt động trở lại sau bốn tháng sửa chữa, mỗi ngày có 22 chuyến.
Phà mới chở được 40 xe máy và 6 ô tô con, thời gian qua sông chừng 12 phút.
Giá vé
Người đi bộ: 2.000 đồng
Xe đạp: 3.000 đồng
Xe máy: 6.000 đồng
Ô tô con: 30.000 đồng""",
    "a table, and text behind it": """Giá cá tra tăng trở lại, người nuôi vẫn dè dặt
Sau bốn tháng đứng yên, giá cá tra tại ao ở vùng hạ nguồn tăng từ 1.200 đến 1.800 đồng mỗi kí, song nhiều hộ chưa muốn thả thêm.
Khảo sát sáng nay tại năm xã ven sông cho thấy thương lái đã quay lại đặt hàng loại cá trên tám lạng. Bảng dưới đây ghi giá từng cỡ.
Dưới 0,6 kg 27.000 28.200 1.200
0,8 – 1 kg 29.500 31.000 1.500
Trên 1 kg 28.700 30.500 1.800
Bà Lý Thị Sáu, chủ bốn ao ở Thạnh Phú, tính rằng với giá này mỗi kí cá lãi chừng hai nghìn đồng nếu hao hụt dưới mười phần trăm.
Chi cục Thủy sản khuyên bà con ký hợp đồng bao tiêu trước khi thả, tránh chạy theo giá ngắn ngày như hai vụ trước.""",
    "a short heading and its text at the end": """Cháo đậu xanh giải nhiệt những ngày nắng gắt
Đậu xanh nấu cháo là món quen của nhiều nhà khi trời nóng, vừa dễ ăn vừa bù nước cho người mới ốm dậy.
Ngâm đậu hai giờ, vo gạo cho sạch rồi nấu chung với lửa nhỏ, thêm nước dần để cháo sánh mà không khê đáy.
Lưu ý
Không nấu chung với hải sản. Cháo để quá bốn giờ ở nhiệt độ phòng phải bỏ. Hỏi bác sĩ nếu sốt trở lại hoặc tiêu chảy kéo dài hơn hai ngày.""",
    "questions and answers": """Nhạc sĩ Vũ Tòng: ‘Tôi viết cho người đi làm về muộn’
Ở tuổi 61, nhạc sĩ Vũ Tòng vừa in tập ca khúc thứ chín. Ông nói chuyện với chúng tôi trong căn gác nhỏ nhìn ra bến xe.
Vì sao ông chọn cái tên Chuyến xe số 4?
Nhà tôi ở cuối tuyến số 4. Ba mươi năm nay tôi đi về bằng tuyến ấy, phần lớn giai điệu nảy ra khi xe dừng đèn đỏ.
Ông có sợ người trẻ không nghe nữa?
Có chứ. Nhưng tôi viết cho người đi làm về muộn, mà người đi làm về muộn thì thời nào cũng có.
Còn chuyện bản quyền thì sao, thưa ông?
Tôi được trả chừng bốn triệu một quý. Không nhiều, nhưng là lần đầu trong đời có người gửi bảng kê cho tôi xem bài nào được hát ở đâu.""",
}
BOX = [
    "TIN LIÊN QUAN",
    "Xuất khẩu tôm tháng hai giảm nhẹ vì cước tàu tăng",
    "Sầu riêng trái vụ rớt giá ngay tại vườn",
    "Làng muối vào vụ sau ba tuần mưa trái mùa",
]
BEHIND = [
    "Trại giống Cồn Én báo giá cá hương loại 30 con một kí ở mức 46.000 đồng, cao hơn cùng kỳ gần mười nghìn mà vẫn không đủ bán.",
    "Lượng cá bột ương được năm nay chỉ bằng hai phần ba năm ngoái vì nước sông mặn sớm hơn thường lệ và nắng kéo dài.",
]


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("frame", ["menu", "foot", "both"])
def test_a_whole_page_loses_nothing_of_its_article(name: str, frame: str) -> None:
    article = ARTICLES[name].split("\n")
    above = MENU if frame != "foot" else []
    below = FOOT if frame != "menu" else []
    kept = Cleaner().clean("\n".join([*above, *article, *below])).text.split("\n")
    assert [line for line in article if line not in kept] == []
    if frame == "both":
        assert kept == article


def test_text_returns_behind_a_box() -> None:
    article = ARTICLES["a table, and text behind it"].split("\n")
    text = "\n".join([*MENU, *article, *BOX, *BEHIND, *FOOT])
    assert Cleaner().clean(text).text.split("\n") == [*article, *BEHIND]


def test_one_paragraph_behind_a_box_is_a_summary() -> None:
    article = ARTICLES["a table, and text behind it"].split("\n")
    text = "\n".join([*MENU, *article, *BOX, BEHIND[0], *FOOT])
    assert Cleaner().clean(text).text.split("\n") == article


@pytest.mark.parametrize(
    ("above", "returns"),
    [
        ("Làng muối vào vụ sớm", True),
        ("Tư Én - 7 ngày trước Thích | 12", False),
        ("trả lời (3)", False),
    ],
)
def test_comments_do_not_return(above: str, returns: bool) -> None:
    texts = ["Đoạn cuối của bài.", "Chuyện khác", above, *BEHIND]
    sorts = ["paragraph", "menu", "headline", "paragraph", "paragraph"]
    reading = Reading(texts, sorts, ["", "header", "", "", ""], [], [0.0] * 5, [], (0, 0), -1)
    assert returning(reading, 1, 4) == (frozenset((3, 4)) if returns else frozenset())


def test_items_with_a_date_do_not_return() -> None:
    texts = ["Đoạn cuối của bài.", "Chuyện khác", *(f"14/03/2024. {text}" for text in BEHIND)]
    sorts = ["paragraph", "menu", "paragraph", "paragraph"]
    reading = Reading(texts, sorts, ["", "header", "", ""], [], [0.0] * 4, [], (0, 0), -1)
    assert returning(reading, 1, 3) == frozenset()


SHORT = "Lối cũ ven rạch"
LEDE = "Lối mòn ven rạch Cồn Én, nơi người già trong xã vẫn đi bộ mỗi sáng, vừa được lát lại bằng gạch vỡ ..."


@pytest.mark.parametrize(("headline", "stays"), [(SHORT, True), ("Lối ven rạch", False)])
def test_a_short_headline_right_above_the_text_stays(headline: str, stays: bool) -> None:
    article = ARTICLES["a table, and text behind it"].split("\n")[1:]
    kept = Cleaner().clean("\n".join([*MENU, headline, LEDE, *article, *FOOT])).text.split("\n")
    assert (headline in kept) == stays

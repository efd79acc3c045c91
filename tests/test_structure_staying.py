"""Whole articles between a menu and an imprint: nothing of them is lost, and nothing else is left."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.structure.ends.returning import returning
from vnnews_clean.structure.ends.staying import begin_below
from vnnews_clean.structure.reading import Reading

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
    "a programme by days": """Giải bóng chuyền Cồn Én khởi tranh ngày 16/7
Chín đội bóng chuyền của năm xã ven sông bốc thăm chia bảng chiều qua, giải khởi tranh ngày 16/7 tại sân kho cũ.
Ban tổ chức cho biết các trận đấu của giải bóng chuyền Cồn Én đều bắt đầu lúc bốn giờ chiều để bà con kịp xong việc đồng.
Đội vô địch nhận một con bê, đội thua cuộc nấu cơm đãi cả sân, lệ ấy giữ từ mùa giải đầu tiên đến nay.
Lịch thi đấu giải bóng chuyền Cồn Én:
Ngày 16/7: Cồn Én - Tân Mỹ, Vĩnh Lộc - Đông Hạ
Ngày 18/7: Tân Mỹ - Vĩnh Lộc, Mường Khe - Cồn Én
Ngày 21/7: Đông Hạ - Mường Khe, Gò Sậy - Tân Mỹ
Ngày 24/7: Bán kết và tranh hạng năm của giải""",
    "an address that a sentence announces": """Lớp may miễn phí cho phụ nữ Gò Sậy
Hội Phụ nữ phường Tân Mỹ mở lớp may ba tháng cho chị em chưa có việc làm, học vào các buổi tối trong tuần.
Học viên được mượn máy, tự mua vải, cuối khóa ai may được áo bà ba thì hợp tác xã nhận vào làm ngay.
Chị em muốn ghi tên học hoặc góp vải vụn cho lớp xin tìm đến đúng chỗ này:
Nhà bà Lưu Thị Gấm ngõ chợ vải Gò Sậy cạnh giếng nước cũ phường Tân Mỹ""",
    "an end that breaks off": """Chợ vải Gò Sậy lên mạng bán hàng
Sau vụ cháy, bốn mươi tiểu thương chợ vải Gò Sậy rủ nhau học bán hàng qua điện thoại, mỗi tối livestream hai giờ.
Bà Lưu Thị Gấm kể tuần đầu không ai mua, tuần thứ hai bán được chín khúc lụa, giờ mỗi đêm gói hàng đến khuya.
Vải của chợ nay có mặt ở nhiều nơi mà trước kia tiểu thương chưa từng gửi tới, như Mường Khe, Đông Hạ, Vĩnh Lộc, Tân Cảng, Thạnh Phú...""",
    "a signature with its paper": """Bến phà Tân Cảng có thêm mái che
Bến phà Tân Cảng vừa dựng mái che dài ba mươi mét cho khách đợi, tiền do hai mươi chủ ghe trong vùng góp.
Ông Hồ Văn Lạch, trưởng bến, nói mái lợp lá dừa nước nên mát, chừng ba năm thay một lần, ai rảnh thì đến phụ.
Lý Én/Báo Bờ Sông và Con Nước""",
    "a signature with its source": """Bến phà Tân Cảng có thêm mái che
Bến phà Tân Cảng vừa dựng mái che dài ba mươi mét cho khách đợi, tiền do hai mươi chủ ghe trong vùng góp.
Ông Hồ Văn Lạch, trưởng bến, nói mái lợp lá dừa nước nên mát, chừng ba năm thay một lần, ai rảnh thì đến phụ.
Lý Én (Theo Bờ Sông, Con Nước)""",
    "a headline above an interview": """Bền bỉ hơn từ ngày về quê
- Cuộc sống ở quê của anh thế nào?
- Về quê tôi dậy từ bốn giờ sáng, cho cá ăn rồi mới pha cà phê. Cuộc sống ở quê chậm mà bận, chẳng lúc nào hết việc để làm.
- Hồi còn ở phố tôi hay mất ngủ, về quê được ba tháng thì ngủ một mạch tới sáng, người cũng bền bỉ hơn hẳn ngày trước.
- Vợ con anh có chịu theo về quê không?
- Vợ tôi về trước cả tôi. Cuộc sống ở quê hợp với cô ấy, còn hai đứa nhỏ thì mê con rạch sau nhà hơn mọi khu vui chơi ngoài phố.""",
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


def test_so_does_one_paragraph_where_no_item_has_a_summary() -> None:
    article = ARTICLES["a table, and text behind it"].split("\n")
    text = "\n".join([*MENU, *article, *BOX, BEHIND[0], *FOOT])
    assert Cleaner().clean(text).text.split("\n") == [*article, BEHIND[0]]


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


@pytest.mark.parametrize(
    ("sorts", "said", "share", "texts", "first"),
    [
        # a line of the article that ends with a colon is not its end, captions between or none
        ("paragraph label | headline headline menu", "", "", "", 4),
        ("paragraph label headline | headline menu", "", "", "", 4),
        ("paragraph label | headline menu headline", "", "", "", 5),  # short titles
        ("paragraph label | headline menu menu headline", "", "", "", 3),
        ("paragraph label | headline headline menu menu", "", "", "", 4),
        ("paragraph label | headline menu menu", "- - - - bar", "", "", 4),
        ("paragraph label headline menu | headline menu", "", "", "", 5),
        ("paragraph headline headline | headline menu", "", "", "", 3),
        ("paragraph label | headline headline menu", "- bar", "", "", 2),
        # a label announces in the article's words, or as a sentence does
        ("paragraph paragraph | label byline byline", "", ".25", "", 5),
        ("paragraph paragraph | label byline byline", "", ".24", "", 2),
        ("paragraph paragraph | label byline byline", "", "0", "t" * 59 + ":", 5),
        ("paragraph paragraph | label byline byline", "", "0", "t" * 58 + ":", 2),
        ("paragraph paragraph | label byline byline", "- - section", ".25", "", 5),
        ("paragraph paragraph | label byline byline", "- - header", ".25", "", 2),
        # a paragraph that breaks off right below the article's; a summary stands below its headline
        ("paragraph paragraph | cut headline menu", "", "", "", 3),
        ("paragraph paragraph | headline cut menu", "", "", "", 2),
        # a signature says where it was written; a name alone may be that of a reader
        ("paragraph paragraph | short menu menu", "", "", "Lý Én/Báo Bờ Sông và Con Nước", 3),
        ("paragraph paragraph | short menu menu", "", "", "Bờ Sông và Con Nước/Lý Én", 2),
        ("paragraph paragraph | byline menu menu", "", "", "Lý Én (Tổng hợp)", 3),
        ("paragraph paragraph | byline menu menu", "", "", "Lý Én", 2),
    ],
)
def test_where_the_page_begins_again(
    sorts: str, said: str, share: str, texts: str, first: int
) -> None:
    above, below = (part.split() for part in sorts.split("|"))
    size, begin = len(above) + len(below), len(above)
    known = [word.strip("-") for word in said.split()]
    lines = ["Một dòng nào đó"] * size
    shares = [0.0] * size
    if texts:
        lines[begin] = texts
    if share:
        shares[begin] = float(share)
    reading = Reading(
        lines, above + below, [*known, *[""] * (size - len(known))], [], shares, [], (0, 1), -1
    )
    assert begin_below(reading, begin, size - 1) == first


def test_inside_the_article_a_label_is_the_header_of_a_box() -> None:
    sorts = ["paragraph", "label", "headline", "paragraph"]
    reading = Reading(["Một dòng"] * 4, sorts, [""] * 4, [], [0.0, 0.5, 0.0, 0.5], [], (0, 3), -1)
    assert begin_below(reading, 1, 2) == 3
    assert begin_below(reading, 1, 2, below=False) == 1


QUESTION = "“Nhà tôi trồng rau ngót ven rào, nghe nói lá nấu canh thì lành mà giã ra còn chữa được bệnh, điều ấy có đúng không?”."
ADVICE = [
    "Ngoài việc nấu canh, lá rau ngót còn được các bà trong xóm dùng theo mấy cách sau đây.",
    "- Giã bốn mươi gam lá rau ngót, chắt lấy nước, thêm chút nước đun sôi để nguội rồi uống làm hai lần trong ngày.",
    "- Lá rau ngót tươi rửa sạch, giã lấy nước thấm vào khăn sạch, lau nhẹ lên lưỡi và nướu của trẻ mỗi sáng.",
]


def test_a_question_above_its_answer_is_the_articles() -> None:
    lines = [*MENU, QUESTION, "Trả lời:", *ADVICE, *FOOT]
    kept = Cleaner().clean("\n".join(lines)).text.split("\n")
    assert QUESTION in kept
    assert set(ADVICE) <= set(kept)


@pytest.mark.parametrize(
    ("sorts", "lines"),
    [
        ("headline paragraph paragraph menu headline", {2, 3}),
        ("headline paragraph paragraph short asks", {2, 3}),
        ("headline paragraph paragraph menu byline", {2, 3}),  # a button
        ("headline paragraph paragraph short byline", {2, 3, 4}),
        ("headline paragraph paragraph sentence headline", {2, 3, 4}),
    ],
)
def test_a_name_above_a_headline_does_not_return(sorts: str, lines: set[int]) -> None:
    all_sorts = ["paragraph", *sorts.split()]
    texts = ["Một dòng"] * 6
    reading = Reading(texts, all_sorts, [""] * 6, [], [0.0] * 6, [], (0, 0), -1)
    assert returning(reading, 1, 5) == lines


@pytest.mark.parametrize("last", ["Xin cảm ơn ông.", "Theo bạn, sao cũng được."])
def test_the_last_words_of_an_interview_stay(last: str) -> None:
    article = [*ARTICLES["questions and answers"].split("\n"), last]
    page = [*MENU, *article, "Vũ Tư thực hiện", *BOX, *FOOT]
    assert last in Cleaner().clean("\n".join(page)).text.split("\n")


@pytest.mark.parametrize(
    ("core", "lines"),
    [
        ("paragraph sentence", {3, 4}),
        ("paragraph paragraph", set()),
        ("sentence paragraph", {3, 4}),
    ],
)
def test_sentences_return_where_they_are_paragraphs(core: str, lines: set[int]) -> None:
    sorts = [*core.split(), "headline", "sentence", "sentence", "headline"]
    reading = Reading(["Một dòng"] * 6, sorts, [""] * 6, [], [0.0] * 6, [], (0, 1), -1)
    assert returning(reading, 2, 5) == lines


@pytest.mark.parametrize(
    ("word", "below", "begin"),
    [
        ("Chúc cả nhà ngon miệng!", "menu", 2),
        ("Chúc ngon miệng!", "menu", 1),  # three words
        ("Chúc cả nhà ngon miệng", "menu", 1),
        ("Chúc cả nhà ngon miệng!", "headline", 1),
        ("Chúc cả nhà ngon miệng!", "byline", 1),
    ],
)
def test_a_last_short_sentence_right_below_the_text(word: str, below: str, begin: int) -> None:
    texts = ["Cá kho hai lửa thì ngon.", word, "Góc bếp"]
    reading = Reading(
        texts, ["paragraph", "remark", below], [""] * 3, [], [0.0] * 3, [], (0, 0), -1
    )
    assert begin_below(reading, 1, 2) == begin

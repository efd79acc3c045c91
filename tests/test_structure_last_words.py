"""Pages whose article is short, or ends in lines as short as buttons: whole, and nothing else."""

from __future__ import annotations

import pytest

from vnnews_clean import clean
from vnnews_clean.structure.ends.ending import behind_last_words
from vnnews_clean.structure.reading import Reading

TOP = """Bỏ qua nội dung chính
Báo Bến Nước
Thứ năm, 12/03/2026
Đặt báo
Trang nhất
Thời sự
Kinh tế
Miệt vườn
Văn hóa
Thể thao
Góc ảnh
Trang nhất
Miệt vườn"""
SIGNED = """Thứ năm, 12/03/2026 07:15
Lê Bến
Cỡ chữ
A-
A+"""
END = """Chia sẻ bài viết
Gửi cho bạn bè
In bài
Từ khóa:
mùa lũ
chợ nổi
Đừng bỏ lỡ ở bến
Ghe hàng bông đổi hướng lên chợ mới vì bến cũ lở
Sạt lở ăn vào bến cũ khiến thương hồ phải tìm chỗ neo mới từ đầu tuần.
Thầy giáo già mở lớp dạy bơi miễn phí cho trẻ xóm cồn
Mỗi chiều hơn ba mươi đứa nhỏ theo thầy ra bãi tập thở, tập nổi.
Gạo ST rớt giá, nông dân trữ lúa chờ thời
Nhiều nhà chọn phơi khô trữ bồ thay vì bán lúa tươi tại ruộng.
Ý kiến (2)
Trần Đò
Đọc mà nhớ quê quá chừng, cảm ơn nhà báo.
2 giờ trước Thích Trả lời
Út Lúa
Năm nay nước về sớm thiệt, xóm tôi cũng ngập rồi.
5 giờ trước Thích Trả lời
Báo Bến Nước - Cơ quan ngôn luận của Hội Nhà vườn
Giấy phép số 45/GP-BTTTT cấp ngày 01/02/2020
Tổng biên tập: Phạm Nước Nổi
Tòa soạn: 99 đường Bờ Sông, phường Bến, thành phố Sông Hậu"""
ARTICLES = {
    "a recipe": """Cách nấu canh chua cá linh bông điên điển
Mùa nước nổi, nhà nào cũng có nồi canh chua cá linh. Dưới đây là cách nấu của má tôi.
Nguyên liệu
- 300 g cá linh non
- 200 g bông điên điển
- 1 vắt me
Cách làm
Bước 1: Cá làm sạch, để ráo.
Bước 2: Nấu nước me sôi, thả cá vào.
Bước 3: Cho bông điên điển, nêm vừa ăn.
Chúc bạn ngon miệng!""",
    "places": """5 quán bánh xèo ngon ở chợ huyện
Ghé chợ huyện mà chưa ăn bánh xèo thì coi như chưa tới. Đây là năm quán tôi hay ghé.
1. Bánh xèo dì Tư
Bánh giòn, nhân củ hủ dừa, rau vườn hái tại chỗ.
Địa chỉ: 12 đường Bờ Kè
Giá: 15.000 đồng/cái
2. Bánh xèo bà Chín
Quán nhỏ, bán từ ba giờ chiều đến khi hết bột.
Địa chỉ: hẻm 4 đường Chợ Cũ
Giá: 12.000 đồng/cái
3. Bánh xèo cô Út
Bánh nhỏ, ăn kèm nước mắm me.
Địa chỉ: đầu cầu Sắt
Giá: 10.000 đồng/cái""",
    "lottery": """Kết quả xổ số kiến thiết Sông Hậu ngày 12/3: Giải đặc biệt về ấp Vàm
Vé trúng giải đặc biệt kỳ quay số chiều qua được bán ở đại lý ấp Vàm.
Giải đặc biệt: 123456
Giải nhất: 65432
Giải nhì: 11223
Giải ba: 33445, 55667
Giải tư: 10203, 40506, 70809
Chủ đại lý cho biết người mua là một bác xe ôm quen mặt.""",
    "weather": """Thời tiết ngày mai: Miền Tây mưa dông về chiều
Đài khí tượng dự báo ngày mai miền Tây có mưa dông về chiều tối, gió nhẹ.
Cần Thơ
Có mây, chiều tối có mưa. Nhiệt độ 24-33 độ.
Cà Mau
Có mưa vài nơi. Nhiệt độ 25-31 độ.
Châu Đốc
Ngày nắng. Nhiệt độ 24-34 độ.
Người dân đi ghe đêm cần đề phòng lốc.""",
    "horoscopes": """Tử vi 12 con giáp ngày mai: Tuổi Thìn gặp quý nhân
Vận trình mười hai con giáp ngày mai có gì đáng chú ý? Mời bạn đọc tham khảo.
Tuổi Tý
Công việc trôi chảy, chiều có tin vui từ xa. Con số may mắn: 12, 45.
Tuổi Sửu
Nên giữ lời ăn tiếng nói. Con số may mắn: 3, 27.
Tuổi Dần
Tài lộc khá, đừng cho vay. Con số may mắn: 8, 60.""",
    "prices": """Giá vàng hôm nay 12/3: Vàng nhẫn tăng nhẹ
Sáng nay giá vàng nhẫn tại các tiệm ở chợ huyện tăng một trăm nghìn đồng mỗi chỉ.
Tiệm Kim Đò
Mua vào: 7.850.000
Bán ra: 7.980.000
Tiệm Kim Ghe
Mua vào: 7.840.000
Bán ra: 7.990.000
Theo các chủ tiệm, người dân mua vàng chủ yếu để dành cưới con.""",
    "a schedule": """Lịch phát sóng kênh Truyền hình Sông Hậu ngày mai
Đài Sông Hậu gửi khán giả lịch phát sóng ngày mai, có thay đổi vì trận chung kết giải xóm.
05:30 Chào buổi sáng
06:00 Bản tin nông nghiệp
06:30 Phim truyện: Con đò không bến (tập 12)
08:00 Thiếu nhi
11:30 Thời sự trưa
20:10 Trực tiếp bóng đá: Xóm Trên - Xóm Dưới""",
    "donors": """Danh sách bạn đọc ủng hộ bà con vùng lũ Bàu Sen
Từ ngày 3 đến ngày 9, tòa soạn nhận được đóng góp của bạn đọc gửi bà con vùng lũ Bàu Sen như sau:
Bà Nguyễn Thị Lài (Cần Thơ): 500.000 đồng
Ông Trần Văn Đò (Hậu Giang): 1.000.000 đồng
Nhóm bạn lớp 12A trường làng: 2.350.000 đồng
Tổng cộng: 3.850.000 đồng
Số tiền đã được trao tận tay bà con sáng chủ nhật.""",
}


@pytest.mark.parametrize("kind", ARTICLES)
def test_a_short_article_of_any_kind_is_whole_on_its_page(kind: str) -> None:
    headline, _, text = ARTICLES[kind].partition("\n")
    left = clean(f"{TOP}\n{headline}\n{SIGNED}\n{text}\n{END}").splitlines()
    assert [line for line in left if line not in SIGNED.splitlines()] == ARTICLES[kind].splitlines()


@pytest.mark.parametrize(
    ("lines", "own"),
    [
        ("sentence:Đò cuối cùng đã rời bến. bar:Chia sẻ", 1),
        ("sentence:Đò cuối đã rời. bar:Chia sẻ", 1),
        ("sentence:Đò đã rời. bar:Chia sẻ", 0),
        ("sentence:Đò cuối cùng đã rời bến section:Văn hóa", 0),
        ("sentence:Đò cuối cùng đã rời bến. section:Văn hóa", 0),
        ("sentence:Đò cuối cùng đã rời bến. nothing:Bến cũ", 1),
        ("short:A. Nước lên short:B. Nước đứng comment:Ý kiến", 2),
        ("short:Nước lên short:Nước đứng comment:Ý kiến", 0),
        ("headline:Đò về bến cũ sau lũ sentence:Đò cuối cùng đã rời bến. bar:Chia sẻ", 0),
        ("byline:Trần Đò sentence:Đò cuối cùng đã rời bến. bar:Chia sẻ", 0),
        ("short:Đáp án sentence:Đò cuối cùng đã rời bến. header:Tin khác", 2),
    ],
)
def test_last_words_stand_above_what_a_page_says_of_itself(lines: str, own: int) -> None:
    parts = lines.replace(" nothing:", " :").split(":")
    words = ["", *parts[1:]]
    kinds = [parts[0], *(part.rsplit(" ", 1)[-1] for part in parts[1:-1])]
    texts = [
        part.rsplit(" ", 1)[0] if i < len(words) - 2 else part for i, part in enumerate(words[1:])
    ]
    sorts = {"sentence", "short", "headline", "byline"}
    said = ["" if kind in sorts else kind for kind in kinds]
    empty = [frozenset[tuple[str, str]]()] * len(texts)
    reading = Reading(texts, kinds, said, empty, [0.0] * len(texts), [], (0, -1), -1)
    assert behind_last_words(reading, 0, len(texts) - 1, below=True) == own


def test_a_teaser_of_the_day_goes_where_the_article_speaks_of_something_else() -> None:
    headline, text = (
        "Chợ nổi họp lại sau lũ",
        "Sáng nay chợ nổi họp lại, ghe thuyền về chật cả khúc sông trước đình.",
    )
    page = [
        TOP,
        "Giá vàng hôm nay 12/3: Vàng nhẫn tăng nhẹ",
        headline,
        text,
        text[:-1] + " làng.",
        END,
    ]
    assert "Giá vàng" not in clean("\n".join(page))

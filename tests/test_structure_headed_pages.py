"""Headlines with their sapo above a box, and headlines that are somebody's name and words."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.structure.reading import read

BARS = [
    "Trang chủ",
    "Thời sự",
    "Thế giới",
    "Kinh doanh",
    "Giáo dục",
    "Thể thao",
    "Giải trí",
    "Video",
]
BOX = ["TIN LIÊN QUAN", "Thợ rèn trẻ mở xưởng bên sông", "Lớp bơi miễn phí cho trẻ xóm cồn"]
FEW = [
    "Đường Hồ Nam từ cầu Gạch đến ngã tư Lò Đúc đóng cả hai chiều cho người chạy bộ, xe cứu thương vẫn qua.",
    "Người dân đi làm sớm nên gửi xe ở bãi đầu phố rồi đi bộ qua cầu, ban tổ chức giữ xe miễn phí suốt buổi.",
]


SAPO = "Sáng chủ nhật tới, bảy tuyến đường quanh hồ cấm xe từ ba giờ."


@pytest.mark.parametrize("between", [["12/03/2031 07:15"], ["Vũ Tư", "12/03/2031"], []])
def test_a_sapo_above_a_box_stays_with_its_headline(between: list[str]) -> None:
    article = ["Phân luồng xe cho giải chạy bộ Bờ Nam", SAPO, *FEW]
    page = [*BARS, article[0], *between, SAPO, *BOX, *FEW, "Từ khóa:", "mùa vụ", "Bình luận (0)"]
    kept = Cleaner().clean("\n".join(page)).text.split("\n")
    assert [line for line in kept if line not in between] == article


@pytest.mark.parametrize(
    ("headline", "is_one"),
    [
        ('Họa sĩ Mai Chi: "Tôi vẽ để nhớ mùi đất"', True),
        ('Họa sĩ Mai Chi: "Tôi vẽ để nhớ mùi đất."', False),
        ('Họa sĩ Mai Chi nói "Tôi vẽ để nhớ mùi đất"', False),
    ],
)
def test_a_headline_of_a_name_and_words(headline: str, *, is_one: bool) -> None:
    text = "Trước triển lãm cá nhân thứ ba, chị kể về những năm ở rẫy và lý do bỏ màu dầu để về với màu đất."
    document = Cleaner().read("\n".join([headline, "Vũ Tư", *[text] * 3]))
    assert (read(document, [""] * 5).sorts[0] == "headline") is is_one

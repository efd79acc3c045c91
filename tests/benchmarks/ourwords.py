"""Vietnamese of our own for benchmarks: headlines, sentences, names, and words nobody has seen.

Everything is drawn from a `random.Random`, so a seed says what comes out.
"""

from __future__ import annotations

from random import Random
from typing import Final

FAMILIES: Final = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLES: Final = "Văn Thị Minh Thanh Ngọc Hữu Đức Thu Quốc Xuân".split()
GIVEN: Final = (
    "An Bình Châu Dũng Giang Hạnh Khoa Lan Mơ Nam Oanh Phúc Quyên Sơn Tâm Uyên Vinh".split()
)
PLACES: Final = (
    "xã Bình Hải",
    "phường Cầu Gỗ",
    "huyện Yên Sơn",
    "thị trấn Đồng Mây",
    "làng Gốm Hạ",
    "cửa sông Trà",
    "bến Lở",
    "đảo Hòn Nhạn",
    "chợ Vườn Trầu",
    "đèo Mây Bạc",
    "hồ Sen Cạn",
    "quận Bến Nghé Đông",
)
_WHO: Final = (
    "Nông dân",
    "Ngư dân",
    "Ban quản lý chợ",
    "Hợp tác xã",
    "Trường tiểu học",
    "Đội cứu hộ",
    "Nhóm sinh viên",
    "Thợ gốm",
    "Bệnh viện",
    "Tổ dân phố",
    "Công ty cấp nước",
    "Câu lạc bộ bóng đá",
    "Hội người cao tuổi",
    "Kỹ sư trẻ",
    "Nhà vườn",
    "Bảo tàng",
)
_DOES: Final = (
    "mở lại",
    "hoàn thành",
    "khởi công",
    "thử nghiệm",
    "trồng thêm",
    "sửa chữa",
    "đón khách tới",
    "vận động quyên góp cho",
    "lên kế hoạch xây",
    "tạm dừng",
    "bàn giao",
    "trùng tu",
    "giới thiệu",
    "kiểm tra",
)
_WHAT: Final = (
    "cây cầu gỗ dài sáu mươi mét",
    "phiên chợ đêm",
    "thư viện lưu động",
    "vườn quýt cổ",
    "lớp học hát ru",
    "tuyến đò ngang",
    "giếng làng trăm tuổi",
    "đường đê ven sông",
    "nhà văn hóa thôn",
    "trạm bơm chống úng",
    "giống lúa chịu mặn",
    "xưởng giấy dó",
    "sân bóng cỏ tự nhiên",
    "đội múa rối nước",
    "kho hạt giống bản địa",
    "bếp ăn tình thương",
)
_WHEN: Final = (
    "sau ba năm chờ đợi",
    "trước mùa lũ",
    "giữa kỳ nghỉ hè",
    "trong tuần này",
    "vì thiếu kinh phí",
    "nhờ tiền góp của người xa quê",
    "từ đầu tháng tới",
    "dù trời mưa nhiều ngày",
)
_MORE: Final = (
    "mỗi ngày có chừng hai trăm lượt người ghé qua",
    "chi phí do các hộ trong thôn cùng đóng góp",
    "việc này từng phải hoãn hai lần vì nước lên quá nhanh",
    "nhiều người già vẫn nhớ lần cuối cùng họ thấy cảnh ấy",
    "đơn vị thi công hứa sẽ xong trước khi gió mùa về",
    "các em nhỏ được đi cùng cha mẹ mà không phải trả tiền",
    "bản vẽ cũ đã thất lạc nên thợ phải đo lại từng đoạn",
    "giá bán tại chỗ thấp hơn ngoài thị xã khoảng một phần năm",
    "số liệu ấy được ghi trong sổ tay của tổ trưởng",
    "ai cũng mong năm sau không phải làm lại từ đầu",
)
_ONSETS: Final = "b ch d đ gi h kh l m ng nh ph qu r s t th tr v x".split()
_RIMES: Final = "oẳng uyễm oạp ướm iễng oắt uẫng ẹch oằn ữu oẻn uất iểm oãi ượp".split()


def name(rng: Random) -> str:
    """A person's name."""
    return f"{rng.choice(FAMILIES)} {rng.choice(MIDDLES)} {rng.choice(GIVEN)}"


def headline(rng: Random) -> str:
    """A headline: no stop at its end."""
    parts = [rng.choice(_WHO), rng.choice(_DOES), rng.choice(_WHAT)]
    if rng.random() < 0.5:
        parts.append(f"ở {rng.choice(PLACES)}")
    if rng.random() < 0.4:
        parts.append(rng.choice(_WHEN))
    return " ".join(parts)


def sentence(rng: Random) -> str:
    """A sentence of 15 to 40 words."""
    said = f"{rng.choice(_WHO)} ở {rng.choice(PLACES)} {rng.choice(_DOES)} {rng.choice(_WHAT)}"
    more = rng.sample(_MORE, 2)
    return rng.choice(
        (
            f"{said} {rng.choice(_WHEN)}, {more[0]}.",
            f"Theo ông {name(rng)}, {more[0]}, còn {more[1]}.",
            f"{said}; {more[0]} và {more[1]}.",
            f"Bà {name(rng)} kể rằng {more[0]}, trong khi {more[1]}.",
        )
    )


def paragraph(rng: Random, sentences: int = 3) -> str:
    """A paragraph of so many sentences."""
    return " ".join(sentence(rng) for _ in range(sentences))


def unseen(rng: Random, words: int) -> str:
    """Words that look Vietnamese and that nobody has seen, the first with a capital."""
    made = " ".join(rng.choice(_ONSETS) + rng.choice(_RIMES) for _ in range(max(1, words)))
    return made[0].upper() + made[1:]

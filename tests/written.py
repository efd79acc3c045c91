"""An article and a page of our own, and small writers that write them down as tools do."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import Final

HEADLINE: Final = "Làng chài nhỏ giữ nghề đan lưới suốt ba thế hệ"
ARTICLE: Final = (
    HEADLINE,
    (
        "Mỗi sáng, khi thuyền còn chưa về bến, những người phụ nữ ở xóm Bãi đã ngồi thành hàng trước "
        "hiên nhà, tay thoăn thoắt đưa con thoi qua từng mắt lưới."
    ),
    (
        "Theo ông Nguyễn Văn Bình, trưởng xóm, cả xóm hiện còn 42 hộ theo nghề, ít hơn một nửa so với "
        "mười năm trước. Người trẻ lên thành phố làm công nhân, người già ở lại giữ khung cửi và những "
        "cuộn chỉ đã sờn màu."
    ),
    (
        "“Nghề này không giàu được, nhưng cũng chưa bao giờ để ai trong xóm phải đói”, bà Trần Thị Lan "
        "nói, mắt vẫn không rời tấm lưới đang đan dở trên đùi."
    ),
    "Giữ nghề bằng lớp học buổi tối",
    (
        "Từ tháng 3 năm nay, nhà văn hóa xóm Bãi mở một lớp học đan lưới vào các buổi tối thứ Ba và thứ "
        "Năm. Lớp không thu học phí, chỉ lặn lội một điều: ai học xong phải dạy lại cho ít nhất hai "
        "người khác trong họ hàng của mình."
    ),
    (
        "Đến nay đã có 27 người theo học, trong đó có cả những học sinh cấp hai. Các em đan chậm, mắt "
        "lưới còn lệch, nhưng người dạy bảo rằng như vậy là nghề còn sống."
    ),
    (
        "Ban quản lý cảng cho biết sẽ hỗ trợ mặt bằng để bán lưới cho khách tham quan, bắt đầu từ mùa "
        "biển lặng năm tới, nếu xóm gom đủ ba mươi hộ cùng tham gia."
    ),
)
"""Headline, paragraphs and one heading, a line each."""
ABOVE: Final = (
    "Trang chủ",
    "Thời sự",
    "Thế giới",
    "Kinh tế",
    "Giải trí",
    "Thể thao",
)
BELOW: Final = (
    "TIN LIÊN QUAN",
    "Chợ nổi cuối năm vắng ghe, người bán đông hơn người mua",
    "Đèn biển cũ được sơn lại sau mười hai năm",
    "Chia sẻ",
    "Bình luận (0)",
    "Gửi bình luận",
    "© Bản quyền thuộc về Báo Sông Quê",
)
PAGE: Final = (*ABOVE, *ARTICLE, *BELOW)
"""The same with what stands around it on a page."""


def plain(lines: Sequence[str]) -> str:
    return "\n".join(lines)


def wrapped(lines: Sequence[str], width: int = 80, between: str = "\n\n") -> str:
    """Each line broken at `width` columns."""
    return between.join("\n".join(textwrap.wrap(line, width)) for line in lines)


WRITERS: Final[dict[str, Callable[[Sequence[str]], str]]] = {
    "plain": plain,
    "wrapped": wrapped,
}
"""Dialect → who writes lines down in it."""


def words(text: str) -> list[str]:
    """What a reader reads, whatever stands between the words."""
    return text.split()

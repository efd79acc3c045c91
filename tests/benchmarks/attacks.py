"""Inputs made to cost more than linear time, should a rule or the engine allow it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

Attack = Callable[[int], str]
"""About so many characters of the attack."""


def repeated(unit: str) -> Attack:
    """One unit over and over."""
    return lambda size: unit * (size // len(unit) + 1)


def numbered(unit: str) -> Attack:
    """A unit with a ``{}`` in which a number counts up, so that no two are equal."""

    def attack(size: int) -> str:
        length = len(unit.format(1_000_000))
        return "".join(unit.format(1_000_000 + i) for i in range(size // length + 1))

    return attack


ATTACKS: Final[Mapping[str, Attack]] = MappingProxyType(
    {
        "one letter": repeated("a"),
        "spaces": repeated(" "),
        "spaces, then a letter, in lines": repeated(" " * 999 + "a\n"),
        "empty lines": repeated("\n"),
        "short lines": repeated("a\n"),
        "one flat article": repeated(
            "Giá xăng dầu trong nước hôm nay giảm mạnh, theo Bộ Công Thương. "
        ),
        "lines, all different": numbered("Dòng số {} của một văn bản dài, không lặp lại.\n"),
        "headlines, all different": numbered("Triển lãm thứ {} khai mạc\n"),
        "headline twice, summary": repeated(
            "Giá vàng sáng nay\n\nGiá vàng sáng nay\n\nVàng tăng...\n"
        ),
        "headers of boxes": repeated("TIN LIÊN QUAN\n"),
        "header and items": numbered("TIN LIÊN QUAN\nBài số {}\nBài khác\n"),
        "sections of boxes": repeated("Tin liên quan\nKinh tế\n"),
        "buttons to vote": repeated("Bình chọn\n"),
        "boxes between paragraphs": numbered(
            "Người dân bên sông lần thứ {} kể chuyện họp chợ.\nTIN LIÊN QUAN\nChợ nổi đông khách\n\n"
        ),
        "pointers in Markdown": numbered(
            "[Xem thêm](https://x.vn/a) [Chợ nổi đông khách](https://x.vn/b)\n\nĐoạn thứ {} kể chuyện.\n\n"
        ),
        "inline arrows": repeated(">> Xem thêm: Giá dầu hôm nay "),
        "inline calls, glued": repeated("trời mưa.Xem thêm"),
        "open brackets": repeated("("),
        "open credits": repeated("(Ảnh: "),
        "open quotes": repeated("“"),
        "addresses": repeated("https://a.vn/b-"),
        "dots": repeated("."),
        "hashtags": repeated("#tin "),
        "player lines": repeated("00:00\nPlays\n9\n"),
        "dates": repeated("27/4/2024 "),
        "capitals and small letters": repeated("Aa"),
        "mojibake": repeated("TÃ¬nh hÃ¬nh Æ°á»›c "),
        "script": repeated("(function(){var a=1;"),
        "decomposed": repeated(
            "ti\N{LATIN SMALL LETTER E}\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING ACUTE ACCENT}ng "
        ),
        "zero-width": repeated("a\N{ZERO WIDTH SPACE}"),
        "underscores": repeated("Hà_Nội hôm_nay mưa_to . "),
    }
)

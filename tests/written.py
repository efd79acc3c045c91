"""An article and a page of our own, and small writers that write them down as tools do."""

from __future__ import annotations

import re
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
SECTIONS: Final = ("Giữ nghề bằng lớp học buổi tối",)
"""The headings among them."""
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


LINKED: Final = ("Nguyễn Văn Bình", "Trần Thị Lan", "xóm Bãi", "học sinh cấp hai")
"""Names in the article that are links or bold on the page."""


def fragments(lines: Sequence[str], *, strip: bool = True) -> str:
    """What ``get_text`` makes of the page: links and bold names on lines of their own."""
    inner = ("\n", "\n") if strip else ("\n", "\n ")
    for name in LINKED:
        lines = [_apart(line, name, *inner) for line in lines]
    return "\n".join(lines)


def _apart(line: str, name: str, before: str, after: str) -> str:
    head, found, tail = line.partition(name)
    if not found:
        return line
    return head.rstrip() + (before if head else "") + name + _broken(tail, after)


def _broken(tail: str, after: str) -> str:
    """`tail` on a line of its own; a space in front of it is lost or kept, as the tool does."""
    return after.rstrip(" " if not tail.startswith(" ") else "") + tail.lstrip() if tail else ""


def lynx(lines: Sequence[str], width: int = 72) -> str:
    """Indented by three columns and broken; the items of a list behind ``*``."""
    return "\n\n".join(
        textwrap.fill(line, width, initial_indent="   ", subsequent_indent="   ") for line in lines
    )


def w3m(above: Sequence[str], lines: Sequence[str], below: Sequence[str]) -> str:
    """A page: menu and box as lists behind ``•``, pictures by their names, fields of forms."""
    items = "\n".join(f"  • {line}" for line in above)
    box = "\n".join(f"  • {line}" for line in below[1:3])
    rest = "\n".join(below[3:])
    article = "\n\n".join(textwrap.fill(line, 100) for line in lines)
    return (
        f"[logo_bao.png]\n\n{items}\n\n[                    ] [ ]\n\n{article}\n\n"
        f"{below[0]}\n\n{box}\n\n{rest}\n"
    )


def markdown(lines: Sequence[str]) -> str:
    """A heading, paragraphs with links and bold names; the second line that is short is a heading."""
    marked = [_marked(line) for line in lines]
    for index, line in enumerate(lines):
        if line == HEADLINE:
            marked[index] = f"# {line}"
        elif line in SECTIONS:
            marked[index] = f"## {line}"
    return "\n\n".join(marked)


def _marked(line: str) -> str:
    for number, name in enumerate(LINKED):
        link = f'[{name}](https://example.vn/tag-{number}.htm "{name}")'
        line = line.replace(name, link if number % 2 else f"**{name}**")
    return line


def html(above: Sequence[str], lines: Sequence[str], below: Sequence[str]) -> str:
    """The page from which real tools make their text."""
    menu = "".join(f'<li><a href="/{n}.htm">{line}</a></li>' for n, line in enumerate(above))
    box = "".join(f'<li><a href="/b{n}.htm">{line}</a></li>' for n, line in enumerate(below[1:3]))
    body = "\n".join(f"<p>{_linked(line)}</p>" for line in lines[1:])
    rest = "".join(f"<div>{line}</div>" for line in below[3:])
    return (
        f"<html><head><meta charset=utf-8><title>{lines[0]}</title></head><body><ul>{menu}</ul>"
        f"<h1>{lines[0]}</h1>\n{body}\n<h3>{below[0]}</h3><ul>{box}</ul>{rest}</body></html>"
    )


def _linked(line: str) -> str:
    for name in LINKED:
        line = line.replace(name, f'<a href="/tag/x.htm">{name}</a>')
    return line


WRITERS: Final[dict[str, Callable[[Sequence[str]], str]]] = {
    "plain": plain,
    "wrapped": wrapped,
    "fragments": fragments,
    "browser": lynx,
    "markdown": markdown,
}
"""Dialect → who writes lines down in it."""


def bare(text: str) -> str:
    """`text` without the targets of its links."""
    return re.sub(r"\]\([^()]*\)", "]", text)


def spoken(text: str) -> list[str]:
    """What is read aloud, whatever stands between the words."""
    return re.findall(r"\w+", text)


def told(text: str) -> list[str]:
    """`spoken`, without targets of links and without the item that stands last above a headline:
    where the menu ends, is a guess.
    """
    words, last = spoken(bare(text)), spoken(ABOVE[-1])
    return words[len(last) :] if words[: len(last)] == last else words

"""Hypothesis strategies for news dumps: composed of everything that rules look for, or pure noise.

A composed document mixes paragraphs, headlines, headers of boxes, teasers, captions, interface
lines and phrases of the lexicon, with lines that come back, in every case and spelling, glued by
line breaks of all sorts, by spaces or by nothing.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

from vnnews_clean.phrases import builtin
from vnnews_clean.textkey import slug

SENTENCES = (
    "Sáng nay, hàng trăm người dân xã Đông Hòa đã ra đồng gặt lúa trước khi cơn bão đổ bộ.",
    "Theo ông Nguyễn Văn Bình, giá phân bón năm nay tăng gấp rưỡi so với cùng kỳ năm ngoái.",
    "“Chúng tôi chưa từng thấy mực nước lên nhanh như vậy”, bà Lan nói.",
    "Ban tổ chức cho biết lễ hội sẽ kéo dài đến hết tháng 3.",
    "Chia sẻ với chúng tôi, cô giáo trẻ nói mình sẽ ở lại với học trò vùng cao.",
    "Đây là lần thứ 5 trong 10 năm đội bóng của tỉnh vào chung kết.",
    "Bình luận về trận đấu, huấn luyện viên không giấu được niềm vui.",
    "Người đọc có thể xem thêm tư liệu này tại thư viện thành phố.",
    "Tuy nhiên, các chuyên gia khuyến cáo người dân không nên chủ quan...",
    "Trả lời câu hỏi của phóng viên, ông nói: “Việc này cần thời gian”.",
)
HEADLINES = (
    "Làng chài nhỏ đón du khách sau ba năm vắng lặng",
    "Đội tuyển nữ giành vé vào vòng chung kết",
    "Giá xăng dầu hôm nay 12/5: Giảm phiên thứ ba",
    "Kết quả xổ số miền Trung hôm nay ngày 12/5",
    "Dự báo thời tiết ngày mai: Bắc Bộ mưa rét",
    "Lịch cúp điện hôm nay 12/5 tại các huyện",
    "Tử vi ngày mai: Tuổi Sửu gặp may",
    "Người thợ rèn cuối cùng của phố cổ",
)
FURNITURE = (
    "(Ảnh: Minh Hà)",
    "Toàn cảnh cây cầu mới bắc qua sông. Ảnh: Minh Hà",
    "Minh Hà",
    "Theo Báo Sông Quê",
    "(Nguồn: TTXVN)",
    "12/05/2024 08:30 GMT+7",
    "date 2024-05-12",
    "00:00-12:34",
    "0",
    "Plays",
    "Facebook",
    "Hotline: 0900 000 000",
    "#dulich #bienxanh",
    "https://example.vn/anh/cau-moi.jpg",
    "(function(){var a=1;})();",
    "- Ảnh 3.",
    "[Link nguồn]",
    "TTO -",
    "Mực nước đang lên nhanh và dự báo sẽ vượt mức báo động trong ...",
    "1. Rửa sạch rau củ",
    "| Thứ hai | 32 độ |",
)
BREAKS = (
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\r\n",
    "\r",
    "\n \t\n",
    "\N{LINE SEPARATOR}",
    " ",
    "",
    "\x0c",
)
STRANGERS = (
    "\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{COMBINING ACUTE ACCENT}\x00\x07…"
)


def _same(text: str) -> str:
    return text


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _mojibake(text: str) -> str:
    return text.encode().decode("latin-1")


SPELLINGS: tuple[Callable[[str], str], ...] = (
    *[_same] * 6,
    str.upper,
    str.title,
    slug,
    _decomposed,
    _mojibake,
)


def phrases() -> st.SearchStrategy[str]:
    """A phrase of the lexicon."""
    known = sorted({p for group in builtin().groups.values() for p in group.phrases})
    return st.sampled_from(known).map(lambda phrase: phrase[:1].upper() + phrase[1:])


def paragraphs() -> st.SearchStrategy[str]:
    """One to six sentences in a line."""
    return st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(" ".join)


def pointers() -> st.SearchStrategy[str]:
    """A phrase with a headline behind or before it."""
    return st.tuples(
        st.sampled_from(["", ">> ", ">>> ", "- ", "• ", "“", "("]),
        phrases(),
        st.sampled_from([": ", " ", "", " | "]),
        st.sampled_from(HEADLINES),
        st.sampled_from(["", "...", " >>", ")", "."]),
    ).map("".join)


def lines() -> st.SearchStrategy[str]:
    """Any line of a dump, in any spelling."""
    line = st.one_of(
        paragraphs(), st.sampled_from(HEADLINES), st.sampled_from(FURNITURE), phrases(), pointers()
    )
    return st.tuples(line, st.sampled_from(SPELLINGS)).map(lambda pair: pair[1](pair[0]))


@st.composite
def dumps(draw: st.DrawFn) -> str:
    """A composed document; some of its lines come back."""
    pool = draw(st.lists(lines(), min_size=1, max_size=12))
    order = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=24))
    breaks = draw(st.lists(st.sampled_from(BREAKS), min_size=len(order), max_size=len(order)))
    text = "".join(part for pair in zip(order, breaks, strict=True) for part in pair)
    if draw(st.integers(0, 3)) == 0:
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.text(STRANGERS, min_size=1, max_size=3)) + text[at:]
    return text


def noise() -> st.SearchStrategy[str]:
    """Any code points at all, lone surrogates included."""
    return st.text(st.characters(), max_size=200)


def _item(line: str) -> str:
    return f"  * {line}"


def _link(line: str) -> str:
    return f"[{line}](/bai-{len(line)}.htm)"


def _in_pieces(line: str) -> str:
    """As ``get_text`` breaks a line with a link in it."""
    head, comma, tail = line.partition(", ")
    return f"{head}\n{comma.strip()}\n{tail}" if comma else line


WRITTEN: tuple[tuple[Callable[[str], str], ...], ...] = (
    (lambda line: textwrap.fill(line, 72), lambda line: textwrap.fill(line, 72, initial_indent="    ")),
    (lambda line: textwrap.indent(textwrap.fill(line, 60), "   "), _item, _item, lambda _: "[image]", "   {:_<20}".format),
    (_same, "# {}".format, "**{}**".format, lambda line: _item(_link(line)), _link, "> {}".format,
     lambda line: f"![{line}](/anh.jpg)", lambda line: f"{line} {_link(line)} và", "| {} | 1 |\n|---|---|".format),
    (_same, _in_pieces, _in_pieces, lambda line: f" {line} "),
)  # fmt: skip
"""Dialect by dialect, the ways in which a line is written down: wrapped, browser, Markdown, fragments."""


@st.composite
def dialects(draw: st.DrawFn) -> str:
    """Lines written down as a tool does, with the odd line of another tool."""
    ways = draw(st.sampled_from(WRITTEN))
    pool = draw(st.lists(lines(), min_size=1, max_size=10))
    order = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=16))
    others = st.sampled_from(draw(st.sampled_from(WRITTEN)))
    parts = [draw(st.one_of(*[st.sampled_from(ways)] * 5, others))(line) for line in order]
    return draw(st.sampled_from(["\n", "\n\n", "\n\n\n"])).join(parts)


def texts() -> st.SearchStrategy[str]:
    """Composed documents, plain or of a dialect, and noise."""
    return st.one_of(dumps(), dumps(), dialects(), dialects(), noise())


ELEMENTS = ("p", "p", "p", "div", "h1", "h2", "li", "span", "b", "figcaption", "blockquote", "td")
ATTRIBUTES = (
    "",
    "",
    "",
    ' class="related"',
    ' class="author"',
    ' class="detail-content"',
    ' id="main"',
    ' style="display:none"',
    " hidden",
    ' class="',
)
SCRAPS = (
    "<br>",
    "<article>",
    "</article>",
    "</div>",
    "<!-- ",
    "<script>",
    "<ul>",
    "<",
    "&lt;",
    "&#0;",
    "<table><tr>",
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of composed lines in elements, some of them links, with scraps that close nothing."""
    parts = ["<html><head><title>", draw(st.sampled_from(HEADLINES)), "</title></head><body>"]
    for line in draw(st.lists(lines(), min_size=1, max_size=14)):
        tag, attribute = draw(st.sampled_from(ELEMENTS)), draw(st.sampled_from(ATTRIBUTES))
        text = f'<a href="/a.html">{line}</a>' if draw(st.booleans()) else line
        parts += [f"<{tag}{attribute}>{text}</{tag}>", draw(st.sampled_from(["", "\n", " "]))]
        if draw(st.integers(0, 4)) == 0:
            parts.append(draw(st.sampled_from(SCRAPS)))
    return "".join(parts)

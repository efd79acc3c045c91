"""Made pages for training the chain: frames of labelled pages around other articles.

A page is a list of (text, state), see ``vnnews_clean.structure.chain.decoding.STATES``. Words of menus, forms,
players and headers are our own; articles, headlines and frames come from the corpus, which stays
outside the repository.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, NamedTuple, Protocol

from corpus import Gold, Segment

Row = tuple[str, str]
Article = tuple[str | None, str, list[str], bool]
"""Headline, lede, paragraphs, and whether they are as they were printed."""


class Pool(Protocol):
    """The articles and headlines (with summaries) that ``../shared/bench/compose.py`` reads."""

    arts: list[Article]
    heads: list[tuple[str, str]]


_NAMES: Final = "Minh Thu,Quang Huy,Lan Anh,Hoàng Nam,Hải Đăng,bạn đọc,tran binh,Mai,user_1998,Người qua đường,Khách".split(",")  # fmt: skip
_PLAYER: Final = "Auto,Back,Next,Play,Pause,Skip,Quality,Playback speed,1x Normal,0.25x,0.5x,1.5x,2x,360p,720p,1080p,/,00:00,0:00 / 3:12,LIVE,Phụ đề,Tắt tiếng,Toàn màn hình,Tốc độ,Chất lượng,Tự động,Advertisement,Quảng cáo,Ads by,×,Đóng,Loading...,Settings,Captions,Xem lại,Bỏ qua,Giọng nữ,Nam miền Bắc,Cỡ chữ,A-,A+,In,Email,Lưu,Zalo,Facebook".split(",")  # fmt: skip
_WIDGET: Final = "VN-Index,HNX,Mua,Bán,USD,EUR,Hà Nội,TP.HCM,Đà Nẵng,Tháng 1,CN,T2,T3,T4,Mã CK,Giá,+/-,Khối lượng,Nhiệt độ,Độ ẩm,SJC,PNJ,Vòng 3,FT,Điểm,Trận,Có,Không,Ý kiến khác,Biểu quyết,Xem kết quả".split(",")  # fmt: skip
_FORM: Final = "Email,Mật khẩu,Số điện thoại,Họ tên,Nhập mã xác thực,Gửi lại mã,Tôi đồng ý với điều khoản,Ghi nhớ đăng nhập,Quên mật khẩu?,Đăng nhập bằng Google,Chưa có tài khoản?,Tạo tài khoản mới,Hoặc,Xác nhận,Huỷ,Tài khoản của bạn đã bị khoá.,Mã xác thực không đúng.,Nhập lại mật khẩu mới,Vui lòng kiểm tra hộp thư của bạn.,Ngày sinh,Giới tính,Lưu thay đổi,Tin đã lưu,Hoạt động bình luận,Thoát".split(",")  # fmt: skip
_BUTTONS: Final = "Thích,Trả lời,Thích | 0,0 Thích,Chia sẻ,Báo vi phạm,3 thích,Vi phạm,Xem thêm,12,1,Like,Reply".split(",")  # fmt: skip
_HEADERS: Final = "Chuyện hay trong tuần,Bạn đọc chọn,Mục này hôm qua,Đang xôn xao,Cùng một loạt bài,Nhìn lại,Có gì mới,Điểm hẹn,Sổ tay,Góc nhỏ,Từ kho lưu trữ,Xem gì tiếp,Trong số này,Ngoài ra còn có,Vừa đăng,Hôm nay trên báo,Chuyên trang,Mới lên trang,Từ cùng tác giả,Tin liên quan,Đọc thêm,Xem thêm,Tin khác,Xem nhiều,Tin mới".split(",")  # fmt: skip
_SECTIONS: Final = "Thời sự,Sức khỏe,Pháp luật,Du lịch,Bạn đọc,Công nghệ,Đời sống".split(",")
_SHAPES: Final = "h h hs hs hc hh hhs hd kh dh hds hsm ph sh khs nh".split()
"""Items: h headline, s summary, c one cut off, p part of one, d date, k section, m count, n rank."""
_TOGETHER: Final = 0.4
"""How many made pages a tool wrote that knows nothing of blocks."""
_NAME: Final = 24
_PARTS: Final = 3
"""Parts of an item on one line, at most."""
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+")


class Frame(NamedTuple):
    """A labelled page without its article: what stands above, inside and below; and the article."""

    above: list[str]
    inside: list[list[Segment]]
    below: list[str]
    article: list[Segment]


def frame(gold: Gold) -> Frame:
    """The frame of a labelled page."""
    segments = [s for s in gold.segments if s.text.strip()]
    content = [i for i, s in enumerate(segments) if s.label == "C"]
    first, last = content[0], content[-1]
    inside: list[list[Segment]] = [[]]
    for segment in segments[first : last + 1]:
        if segment.label == "B" and segment.kind != "duplicate":
            inside[-1].append(segment)
        elif segment.label == "C":
            inside.append([])
    below = [s.text for s in segments[last + 1 :] if s.label == "B"]
    above = [s.text for s in segments[:first]]
    return Frame(above, [run for run in inside if run], below, segments[first : last + 1])


def page(pool: Pool, frames: Sequence[Frame], r: Random) -> list[Row]:
    """One page: an article, in a frame or in parts of several."""
    around, other = r.choice(frames), r.choice(frames)
    rows: list[Row] = []
    whole = r.random()
    if whole < 0.6:
        rows += [(text, "A") for text in around.above]
    if r.random() < 0.25:
        at = r.randint(0, len(rows))
        rows[at:at] = [(text, "A") for text in r.sample(_FORM, r.randint(4, 22))]
    article = _article(pool, frames, r)
    if rows and r.random() < 0.3:
        rows += [(headline, "A") for headline, _ in r.sample(pool.heads, r.randint(1, 6))]
    extra = _inserted(pool, around.inside or other.inside, len(article), r)
    for index, row in enumerate(article):
        rows += extra.get(index, [])
        rows.append(row)
    for _ in range(r.choice([0, 1, 1, 2, 3])):
        rows += below(pool, r)
    if whole < 0.6 or r.random() < 0.5:
        rows += [(text, "Z") for text in (around.below if r.random() < 0.7 else other.below)]
    return [(" ".join(text.split()), state) for text, state in rows if text.strip()]


def side_by_side(rows: Sequence[Row], r: Random) -> list[Row]:
    """`rows` as a tool writes them that puts on one line what stands side by side: the names of a menu,
    or the parts of an item.
    """
    if r.random() >= _TOGETHER:
        return list(rows)
    sign = r.choice([" ", " ", " ", " | ", " - "])
    items = r.random() < 0.5
    most = r.randint(3, 14)
    joined: list[Row] = []
    count = 0
    for text, state in rows:
        above = joined[-1] if joined else ("", "")
        small = len(text) <= _NAME
        together = small and count and count < most
        if items and count and state in "IZ":
            together = small != (len(above[0]) <= _NAME) and count < _PARTS
        if together and above[1] == state and state in "AZMI":
            joined[-1] = (above[0] + (" " if items else sign) + text, state)
            count += 1
        else:
            joined.append((text, state))
            count = int(small or items)
    return joined


def _article(pool: Pool, frames: Sequence[Frame], r: Random) -> list[Row]:
    kind = r.choice(
        ["text"] * 6 + ["photo", "list", "short", "table", "asks", "real", "real", "lines"]
    )
    if kind == "real":
        return [
            (s.text, "T" if s.kind == "title" else "N" if s.label == "N" else _state(s.text))
            for s in r.choice(frames).article
            if s.label != "B"
        ]
    headline, lede, paragraphs, _ = r.choice(pool.arts)
    rows: list[Row] = [(headline, "T")] if headline else []
    signs = [r.choice(_NAMES[:5]), _day(r)]
    rows += [(r.choice(signs), "N") for _ in range(r.choice([0, 0, 1, 2]))]
    rows.append((lede, "P"))
    if kind == "short":
        return rows + [(text, "P") for text in paragraphs[: r.choice([0, 1, 1, 2])]]
    for number, text in enumerate(paragraphs[: r.choice([2, 5, 9, 14, 30])], start=1):
        rows += _told(kind, number, text, r)
    if r.random() < 0.35:
        rows.append(
            (r.choice(["Hà Linh", "Theo TTXVN", "Nguồn: VOV", "Bài và ảnh: Quốc Bình"]), "N")
        )
    return rows


def _told(kind: str, number: int, text: str, r: Random) -> list[Row]:
    """A paragraph as an article of a kind tells it."""
    sentences = _SENTENCE.split(text)
    first = sentences[0]
    if kind == "photo":
        credit = r.choice(["", "", ". Ảnh: Minh Hà", " (Ảnh: TTXVN)", ". Nguồn: AP"])
        return [(first.rstrip(".") + credit, "N" if credit else "G")]
    if kind == "lines":
        return [(s if r.random() < 0.7 else _some(s, r.randint(3, 10)), "G") for s in sentences]
    rows: list[Row] = []
    if kind == "list":
        sign = r.choice([f"{number}. ", "", f"Bước {number}: ", "- "])
        rows.append((sign + _some(first, r.randint(3, 12)), "G"))
    elif kind == "asks":
        rows.append((r.choice(["PV: ", "- ", "Hỏi: ", ""]) + first.rstrip(".") + "?", "G"))
    elif kind == "table" and r.random() < 0.4:
        for _ in range(r.choice([3, 6, 12, 24])):
            cells = [
                str(r.randint(1, 999)),
                f"{r.randint(0, 99)},{r.randint(0, 9)} %",
                _some(first, 3),
            ]
            rows.append((r.choice(cells), "G"))
    return [*rows, (text, _state(text))]


def _inserted(
    pool: Pool, runs: Sequence[list[Segment]], size: int, r: Random
) -> dict[int, list[Row]]:
    """What stands inside an article of `size` rows, by the row that it stands above."""
    places = list(range(2, size))
    r.shuffle(places)
    extra: dict[int, list[Row]] = {}
    for place in places[: r.choice([0, 0, 1, 1, 2, 3])]:
        draw = r.random()
        if draw < 0.35 and runs:
            extra[place] = _states(r.choice(runs))
        elif draw < 0.7:
            words = _PLAYER if draw < 0.6 else _WIDGET
            extra[place] = [(r.choice(words), "M") for _ in range(r.choice([1, 2, 4, 9, 20, 35]))]
        else:
            extra[place] = _box(pool, r, "HIS", r.choice([1, 2, 3, 3, 4, 6, 10]))
    return extra


def _states(run: Sequence[Segment]) -> list[Row]:
    return [
        (
            s.text,
            ("S" if s.text.endswith(".") else "I") if s.kind in ("related", "most_read") else "M",
        )
        for s in run
    ]


def below(pool: Pool, r: Random) -> list[Row]:
    """Comments, a box of other articles or buttons, below an article."""
    draw = r.random()
    if draw < 0.3:
        return _comments(pool, r)
    if draw < 0.8:
        return _box(pool, r, "ZZZ", r.choice([1, 2, 3, 5, 8, 15, 30]))
    return [(r.choice(_PLAYER + _FORM), "Z") for _ in range(r.randint(1, 12))]


def _comments(pool: Pool, r: Random) -> list[Row]:
    header = r.choice(
        ["Bình luận", "Ý kiến bạn đọc", f"Bình luận ({r.randint(2, 90)})", "Thảo luận"]
    )
    texts = [header] if r.random() < 0.8 else []
    order = r.choice(["ntb", "nb", "tnb", "bnt", "b"])
    for _ in range(r.choice([1, 2, 4, 8, 16, 30])):
        said = _SENTENCE.split(r.choice(r.choice(pool.arts)[2]))
        parts = {"n": r.choice(_NAMES), "t": _day(r), "b": " ".join(said[: r.randint(1, 4)])}
        texts += [parts[sign] for sign in order]
        texts += [r.choice(_BUTTONS) for _ in range(r.choice([0, 1, 2, 3]))]
    return [(text, "Z") for text in texts]


def _box(pool: Pool, r: Random, states: str, count: int) -> list[Row]:
    """A box of other articles: header, items and summaries in the three `states`."""
    header, item, summed = tuple(states)
    rows: list[Row] = []
    if r.random() < 0.75:
        rows.append((_printed(r) + r.choice(["", "", ":"]), header))
    elif count < 3:
        return []
    shape = r.choice(_SHAPES)
    for number in range(1, count + 1):
        headline, summary = r.choice(pool.heads)
        cut = _some(summary, max(7, len(summary.split()) * 2 // 3)) + r.choice(["...", "…", " ..."])
        parts = {"h": headline, "s": summary, "c": cut, "p": _some(summary, r.randint(5, 14)), "d": _day(r), "n": str(number)}  # fmt: skip
        parts |= {
            "k": r.choice(_SECTIONS),
            "m": r.choice([str(number), f"{number} bình luận", "Chi tiết"]),
        }
        rows += [(parts[sign], summed if sign in "sc" else item) for sign in shape]
    return rows


def _printed(r: Random) -> str:
    header = r.choice(_HEADERS)
    return header.upper() if r.random() < 0.5 else header


def _some(text: str, words: int) -> str:
    return " ".join(text.split()[:words]).rstrip(",.")


def _state(text: str) -> str:
    return "P" if len(text) > 110 else "G"


def _day(r: Random) -> str:
    day, month, year = r.randint(1, 28), r.randint(1, 12), r.randint(2010, 2026)
    makers: list[Callable[[], str]] = [
        lambda: f"{day:02d}/{month:02d}/{year} {r.randint(0, 23):02d}:{r.randint(0, 59):02d}",
        lambda: f"{day}/{month}/{year}",
        lambda: f"{r.randint(1, 22)} giờ trước",
        lambda: f"Thứ {r.choice(['hai', 'ba', 'tư'])}, {day}/{month}/{year}",
    ]
    return r.choice(makers)()

"""Articles of many kinds, small and of our own, in the frames of pages and as tools write them down.

What stands around them is of words of our own, too: in some frames usual ones (``Trang chủ``, ``TIN LIÊN
QUAN``), in others words that no lexicon has. A frame is the same in every dialect.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Final

from corpus import Segment
from ourwords import headline, name, sentence
from trials import Settings, Trial, Variation

FOLDER: Final = Path(__file__).parents[1] / "fixtures" / "kinds"
KINDS: Final = MappingProxyType(
    {
        path.stem: tuple(path.read_text(encoding="utf-8").splitlines())
        for path in sorted(FOLDER.glob("*.txt"))
    }
)
"""Kind → the lines of an article: its headline, its sapo, its text."""
Lines = list[Segment]
Frame = Callable[[Sequence[str], Random], Lines]
USUAL: Final = "Trang chủ|Thời sự|Thế giới|Kinh doanh|Giáo dục|Thể thao|Giải trí|Sức khỏe|Video"
UNSEEN: Final = "Trang nhất|Chuyện làng|Đồng ruộng|Bến chợ|Mái trường|Sân đình|Bếp nhà|Nẻo xa"


def _own(lines: Sequence[str]) -> Lines:
    return [Segment(line, "C", "body") for line in lines]


def _others(*lines: str) -> Lines:
    return [Segment(line, "B", "related") for line in lines]


def _cards(rng: Random, count: int) -> Lines:
    pairs = [(headline(rng), sentence(rng)) for _ in range(count)]
    return _others(*(line for pair in pairs for line in pair))


def _heads(rng: Random, count: int) -> Lines:
    return _others(*(headline(rng) for _ in range(count)))


def _dated(rng: Random, count: int) -> Lines:
    days = [f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/2025" for _ in range(count)]
    return _others(*(line for day in days for line in (headline(rng), day)))


def _comments(rng: Random, *button: str) -> Lines:
    return _others(
        *(
            line
            for hours in range(2, 5)
            for line in (name(rng), sentence(rng), f"{hours} giờ trước", *button)
        )
    )


def _usual(article: Sequence[str], rng: Random) -> Lines:
    title, sapo, first, *rest = article
    ranks = [line for n in range(1, 5) for line in (str(n), headline(rng))]
    return [
        *_others(*USUAL.split("|"), "Trang chủ", "Thời sự"),
        *_own([title]),
        Segment("15/05/2025 07:12 GMT+7", "N", "date"),
        *_own([sapo, first]),
        *_others("TIN LIÊN QUAN"),
        *_heads(rng, 2),
        *_own(rest),
        *_others("Từ khóa:", "mùa vụ", "Chia sẻ Facebook Zalo", "ĐỌC NHIỀU NHẤT", *ranks),
        *_others("Bình luận (3)"),
        *_comments(rng, "Trả lời"),
        *_others("Tổng biên tập: Lý Quốc Hùng", "© Bản quyền thuộc về báo Vàm Sông"),
    ]


def _unseen(article: Sequence[str], rng: Random) -> Lines:
    title, sapo, first, *rest = article
    return [
        *_others(*UNSEEN.split("|"), "Đồng ruộng"),
        *_own([title]),
        Segment("Thứ năm, 15/5/2025, 07:12", "N", "date"),
        *_own([sapo, first]),
        *_others("Ngó sang bờ bên"),
        *_heads(rng, 3),
        *_own(rest),
        *_others("Ghe khác ghé bến"),
        *_cards(rng, 3),
        *_others("Bà con nói gì"),
        *_comments(rng),
        *_others("Tờ báo của hội nông dân vùng hạ", "Dây nói: 0292 3000 111"),
    ]


def _headed(article: Sequence[str], rng: Random) -> Lines:
    return [*_own(article), *_others("Ghe khác ghé bến"), *_heads(rng, 5)]


def _known(article: Sequence[str], rng: Random) -> Lines:
    return [*_own(article), *_others("Xem thêm"), *_heads(rng, 3)]


def _bare(article: Sequence[str], rng: Random) -> Lines:
    return [*_own(article), *_heads(rng, 4)]


def _carded(article: Sequence[str], rng: Random) -> Lines:
    return [*_own(article), *_cards(rng, 4)]


def _letter(article: Sequence[str], rng: Random) -> Lines:
    menu = "Cửa trước|Tin đồng áng|Nghề xưa|Phố xá|Ngoài khơi|Lớp học".split("|")
    return [
        *_others(*menu),
        *_own(article),
        *_others("Nhận thư mỗi sớm", "Nhập hòm thư của bạn", "Gửi đi", "Mâm bên cạnh"),
        *_dated(rng, 4),
        *_others("Giấy phép số 12/GP-STTTT"),
    ]


def _alone(article: Sequence[str], _: Random) -> Lines:
    return _own(article)


FRAMES: Final[MappingProxyType[str, Frame]] = MappingProxyType(
    {
        "a page in usual words": _usual,
        "a page in unseen words": _unseen,
        "a page with a letter to order": _letter,
        "headlines below an unseen header": _headed,
        "headlines below a known header": _known,
        "bare headlines": _bare,
        "cards without a header": _carded,
        "nothing": _alone,
    }
)


def _wrapped(lines: Sequence[str]) -> str:
    return "\n\n".join(textwrap.fill(line, 80) for line in lines)


DIALECTS: Final[MappingProxyType[str, Callable[[Sequence[str]], str]]] = MappingProxyType(
    {"lines": "\n".join, "loose": "\n\n".join, "wrapped": _wrapped}
)


def framed(kind: str, frame: str, dialect: str) -> Trial:
    """An article of this kind in this frame, written down in this dialect."""
    lines = FRAMES[frame](KINDS[kind], Random(f"{kind} {frame}"))
    data = DIALECTS[dialect]([segment.text for segment in lines])
    return Trial(f"{kind}, {dialect}", Settings(), data, tuple(lines))


def _trials(frame: str) -> Iterator[Trial]:
    for kind in KINDS:
        for dialect in DIALECTS:
            yield framed(kind, frame, dialect)


def variations(_corpus: Path | None, _count: int | None, _seed: int) -> dict[str, Variation]:
    """Kinds and dialects by frame: all of them, with a corpus or without, since they are quick."""
    return {f"kinds in {frame}": partial(_trials, frame) for frame in FRAMES}

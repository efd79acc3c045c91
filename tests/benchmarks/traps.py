"""Articles that tempt a cleaner to cut, and boxes of other articles to put under them.

Every line of a trap is the article's; every line of a box is boilerplate. All of it is in words of
our own (`ourwords`), drawn with a seed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import Final

from ourwords import GIVEN, PLACES, headline, name, paragraph, sentence, unseen

Lines = list[str]
Maker = Callable[[Random], Lines]


def _article(rng: Random, inner: Lines, *, closes: bool = False) -> Lines:
    """A headline, a summary, the lines, and a paragraph at the end if it `closes`."""
    end = [paragraph(rng)] if closes else []
    return [headline(rng), sentence(rng), *inner, *end]


def _many(rng: Random, one: Callable[[int], str], least: int = 8, most: int = 16) -> Lines:
    return [one(number) for number in range(1, rng.randint(least, most) + 1)]


def _money(rng: Random) -> str:
    return f"{rng.randint(1, 90)}00.000 đồng"


def hard_wrapped(rng: Random) -> Lines:
    lines = [headline(rng)]
    for _ in range(5):
        lines += ["", *textwrap.wrap(paragraph(rng), 72)]
    return lines


def charity_list(rng: Random) -> Lines:
    return _article(rng, _many(rng, lambda _: f"{name(rng)}, {rng.choice(PLACES)}: {_money(rng)}"))


def addresses(rng: Random) -> Lines:
    def address(number: int) -> str:
        house, phone = rng.randint(1, 300), rng.randint(10, 99)
        return (
            f"Điểm {number}: số {house} {rng.choice(PLACES)}, điện thoại 0{phone} 3822 {house:03}"
        )

    return _article(rng, [paragraph(rng), *_many(rng, address)])


def company_table(rng: Random) -> Lines:
    def row(_: int) -> str:
        code = "".join(rng.choice("ABCDGHKLMNPSTV") for _ in range(3))
        return f"{code}\t{rng.randint(5, 90)},{rng.randint(0, 9)}\t{rng.uniform(-7, 7):+.2f}%"

    return _article(rng, [paragraph(rng), "Mã\tGiá\tThay đổi", *_many(rng, row, 10, 30)])


def verse(rng: Random) -> Lines:
    lines = [headline(rng)]
    for _ in range(rng.randint(3, 6)):
        words = [sentence(rng).rstrip(".").split()[:7] for _ in range(4)]
        lines += ["", *(" ".join(line).capitalize() for line in words)]
    return [*lines, "", name(rng)]


def name_list(rng: Random) -> Lines:
    rows = _many(rng, lambda number: f"{number}. {name(rng)}", 12, 40)
    return _article(rng, ["Danh sách học sinh đạt giải:", *rows])


def fixtures(rng: Random) -> Lines:
    def match(_: int) -> str:
        one, other = rng.sample(PLACES, 2)
        return f"{rng.randint(15, 21)}h{rng.choice(('00', '15', '30'))}: {one} - {other}"

    rows = _many(rng, match, 4, 8)
    return _article(rng, [paragraph(rng), "Lịch thi đấu", *rows], closes=True)


def recipe(rng: Random) -> Lines:
    goods = ("gạo nếp", "đậu xanh", "lá dong", "thịt ba chỉ", "hành khô", "nước mắm", "tiêu xay")
    needed = [f"- {rng.randint(1, 9)}00 gram {good}" for good in goods]
    steps = _many(rng, lambda number: f"Bước {number}: {sentence(rng)}", 4, 6)
    return _article(rng, ["Nguyên liệu:", *needed, "Cách làm:", *steps])


def programme(rng: Random) -> Lines:
    hours = sorted(rng.sample(range(6, 23), 8))
    return _article(rng, [f"{hour:02}:{rng.choice((0, 30)):02} {headline(rng)}" for hour in hours])


def law(rng: Random) -> Lines:
    lines = [headline(rng), f"Căn cứ đề nghị của {rng.choice(PLACES)},"]
    for number in range(1, rng.randint(4, 7)):
        lines += [f"Điều {number}. {headline(rng)}", f"1. {sentence(rng)}"]
        lines += [f"a) {sentence(rng)}", f"b) {sentence(rng)}", f"2. {sentence(rng)}"]
    return lines


def interview(rng: Random) -> Lines:
    guest = name(rng)
    lines: Lines = []
    for _ in range(5):
        asked = headline(rng)
        lines += [f"- {asked[0]}{asked[1:]}, ông nghĩ sao?", f"- Ông {guest}: {paragraph(rng, 2)}"]
    return _article(rng, lines)


def closing_captions(rng: Random) -> Lines:
    captions = _many(rng, lambda _: f"{headline(rng)}.", 5, 9)
    return _article(rng, [paragraph(rng), paragraph(rng), *captions])


def short_notice(rng: Random) -> Lines:
    return [headline(rng), sentence(rng), sentence(rng)]


def nicknames(rng: Random) -> Lines:
    """A list of short headings, each with its sentence: a guide, no box of teasers."""
    lines: Lines = []
    for given in rng.sample(GIVEN, 5):
        lines += [f"Mẹo của chị {given}", sentence(rng)]
    return _article(rng, lines, closes=True)


TRAPS: Final[Mapping[str, Maker]] = MappingProxyType(
    {
        "hard-wrapped": hard_wrapped,
        "charity list": charity_list,
        "addresses": addresses,
        "company table": company_table,
        "verse": verse,
        "name list": name_list,
        "fixtures": fixtures,
        "recipe": recipe,
        "programme": programme,
        "law": law,
        "interview": interview,
        "closing captions": closing_captions,
        "short notice": short_notice,
        "short headings": nicknames,
    }
)


def _box_headlines(rng: Random) -> Lines:
    return ["TIN LIÊN QUAN", *(headline(rng) for _ in range(4))]


def _box_summaries(rng: Random) -> Lines:
    items = [line for _ in range(4) for line in (headline(rng), sentence(rng))]
    return ["Đọc thêm", *items]


def _box_unseen(rng: Random) -> Lines:
    items = [line for _ in range(4) for line in (headline(rng), sentence(rng))]
    return [unseen(rng, 3), *items]


def _box_ranks(rng: Random) -> Lines:
    ranked = [line for rank in range(1, 6) for line in (str(rank), headline(rng))]
    return ["Đọc nhiều nhất", *ranked]


def _box_dates(rng: Random) -> Lines:
    items: Lines = []
    for _ in range(4):
        day, hour = rng.randint(1, 28), rng.randint(6, 22)
        items += [headline(rng), f"{day:02}/03/2024 {hour:02}:{rng.randint(0, 59):02}"]
    return ["Tin cùng chuyên mục", *items]


BOXES: Final[Mapping[str, Maker]] = MappingProxyType(
    {
        "headlines": _box_headlines,
        "summaries": _box_summaries,
        "unseen header": _box_unseen,
        "ranks": _box_ranks,
        "dates": _box_dates,
    }
)

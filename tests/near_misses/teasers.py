"""The numbers of teasers without a header, and of boxes and links glued into flat text."""

from __future__ import annotations

from typing import Final

from grown import grown, worded

from . import ARTICLE, BODY, HEADLINE, Asked, Number, asked, names

FLAT: Final = " ".join(BODY)
FOREIGN: Final = "Nhiều xưởng gốm nung khói. "
"""A sentence of five words that no article here has."""


def behind(text: str, *, below: str = "") -> Asked:
    """`text` at the end of flat text."""
    part = slice(len(FLAT) + 1, len(FLAT) + 1 + len(text))
    return asked(f"{FLAT} {text}{below}", (HEADLINE,), part=part)


def glued(size: int) -> Asked:
    """Three headlines glued to a header, the first of so many characters."""
    first = grown(size, "Bến", " sông")
    text = f"TIN MỚI{first}Hai xã có điện sau bãoNgười trẻ học nghề gốm{BODY[0]}"
    return asked(text, (HEADLINE,), part=slice(0, 7))


def doubled(size: int) -> Asked:
    """So many teasers at the end, each a headline that stands twice, and its summary."""
    told = (
        ("Ngôi làng nghìn tuổi mở cửa đón khách", "Xe buýt lên tới chân núi từ tuần sau."),
        ("Quán cà phê trên cây đa", "Ai muốn uống phải leo thang tre."),
        ("Thuyền độc mộc trở lại dòng sông", "Nhóm thợ trẻ đẽo theo lối người xưa."),
    )[:size]
    lines = [line for headline, summary in told for line in (headline, headline, summary)]
    return asked(lines[0], ARTICLE, lines[1:])


def under_lede(words: int = 8, links: int = 2, above: int = 0) -> Asked:
    lines = [f"{worded(words - 2, end='')} hộ {number}" for number in range(links)]
    lede = "\n".join([*(grown(120 + n) for n in range(above)), BODY[0]])
    return asked(lines[0], (HEADLINE, lede, ""), [*lines[1:], "", BODY[1], "", BODY[2]])


def cut_summaries(size: int) -> Asked:
    cards = ["Lũ về sớm ở thượng nguồn", grown(size, "Mực nước", " ...")]
    more = ["Cống mới ngăn được mặn", grown(100, "Cống mới", " ...")]
    return asked(cards[1], (*ARTICLE, cards[0]), (*more, *BODY[1:]))


def agency(head: int = 30, last: int = 100) -> Asked:
    """The channel's mark once more, so many characters from the end of the text."""
    own = grown(head, "Bến đò Cũ, ", "") + f" VTV.vn - {FLAT} {FLAT}"
    foreign = grown(last, "VTV.vn - Làng hoa", "")
    return asked(f"{own} {foreign}", (), part=slice(len(own) + 1, None))


def bylined(article: int, teaser: str) -> Asked:
    """A byline in flat text: so many characters in front of it, and a teaser behind it."""
    own = f"{grown(article)} Bảo Ngọc"
    return asked(f"{own} {teaser}", (HEADLINE,), part=slice(len(own) + 1, None))


def retold(size: int) -> Asked:
    """A headline and the sentence that retells it, so many characters together, apart from the article."""
    headline = "Chợ nổi đông khách trở lại sau mùa lũ"
    told = grown(size - len(headline), "Chợ nổi trên sông Hậu đón khách, ")
    return asked(headline + told, (*ARTICLE, ""))


def going_on(known: int) -> Asked:
    """Behind a byline, a sentence that says so many words of the text above again, and six others."""
    words = "xóm bãi bến đò chở lúa giống vụ nắng dừa kênh"
    above = f"{grown(600)} {words.capitalize()}. Bảo Ngọc"
    said = " ".join(words.split()[:known])
    below = f"Nhiều {said} xưởng gốm men nâu nung khói. {grown(100)}"
    return asked(f"{above} {below}", (HEADLINE,), part=slice(len(above) + 1, None))


def arrows(item: str) -> Asked:
    """A link behind the second arrow."""
    path = f"{BODY[0]} Vào mục Chợ >> {item} "
    return asked(f"{path}>> Chợ nổi họp sớm", (HEADLINE,), part=slice(len(path), None))


def pointed(size: int) -> Asked:
    """Flat text of so many characters whose only arrow leads to its last words."""
    link = ">> Chợ nổi họp sớm hơn vì nước lớn"
    above = grown(size - len(link) - 1, end="")
    return asked(f"{above} {link}", (HEADLINE,), part=slice(len(above) + 1, None))


def remark(size: int) -> Asked:
    """A remark in brackets, so far behind the beginning of a quotation."""
    told = f"“{grown(size)} "
    bracket = "[Cụ dừng lại rất lâu, mắt nhìn ra bờ sông]"
    part = slice(len(told), len(told) + len(bracket))
    return asked(f"{told}{bracket} Cả xóm chỉ còn ba nóc nhà.", (HEADLINE,), part=part)


TEASERS: Final = [
    Number("page.outside_region", "teasers whose headline stands twice", doubled, 3, 2),
    Number("teaser.cut_summary", "characters of a cut summary", cut_summaries, 40, 39),
    Number("teaser.cut_summary", "most characters of a cut summary", cut_summaries, 320, 321),
    Number("related.under_lede", "words of a link", lambda n: under_lede(words=n), 8, 7),
    Number("related.under_lede", "links", lambda n: under_lede(links=n), 2, 1),
    Number("related.under_lede", "lines above", lambda n: under_lede(above=n), 2, 3),
    Number("related.glued_box", "characters of a glued headline", glued, 229, 230),
    Number("related.glued_box", "fewest characters of a glued headline", glued, 18, 17),
    Number(
        "related.tail_box",
        "characters of a box at the end",
        lambda n: behind(f"Tin liên quan {grown(n - 1, 'Đội nữ', '')}"),
        700,
        701,
    ),
    Number(
        "related.tail_box",
        "characters of a short box at the end",
        lambda n: behind(f"Tin liên quan {grown(n, 'Đội nữ', '')}"),
        13,
        12,
    ),
    Number(
        "related.teaser_call",
        "words of a headline and its sentence",
        lambda n: behind(f"{worded(n)} Bấm xem ngay >>"),
        36,
        37,
    ),
    Number(
        "related.closing_teaser",
        "characters of the last sentence",
        lambda n: asked(
            f"{FLAT} {grown(n)} [Link nguồn] [Link nguồn]",
            (HEADLINE,),
            part=slice(len(FLAT) + 1, len(FLAT) + 1 + n),
        ),
        40,
        39,
    ),
    Number(
        "related.closing_teaser",
        "most characters of the last sentence",
        lambda n: asked(
            f"{FLAT} {grown(n)} [Link nguồn] [Link nguồn]",
            (HEADLINE,),
            part=slice(len(FLAT) + 1, len(FLAT) + 1 + n),
        ),
        319,
        320,
    ),
    Number(
        "related.agency_repeat",
        "characters before the article's own mark",
        lambda n: agency(head=n),
        249,
        250,
    ),
    Number(
        "related.agency_repeat",
        "characters of one foreign lede",
        lambda n: agency(last=n),
        330,
        331,
    ),
    Number("related.arrow", "words between two arrows", lambda n: arrows(worded(n, "")), 5, 4),
    Number(
        "related.arrow", "characters between arrows", lambda n: arrows(grown(n, end="")), 56, 57
    ),
    Number("related.arrow", "characters of flat text", pointed, 400, 399),
    Number(
        "related.bracket",
        "words of a headline in brackets",
        lambda n: behind(f"[{' '.join(['Nghiêng', *['nghiêng'] * (n - 1)])}]"),
        5,
        4,
    ),
    Number("related.bracket", "characters behind a quotation mark", remark, 399, 398),
    Number(
        "residue.reader_head",
        "lines above the last key of a reader's file",
        lambda n: asked("Markdown Content:", ("Title: Bến", *names(n - 1)), ARTICLE),
        11,
        12,
    ),
    Number(
        "residue.reader_head",
        "keys of a reader's file",
        lambda n: asked("Source: AFP", ("Date: 2024", "Author: Thu Hà")[: n - 1], ARTICLE),
        2,
        1,
    ),
    Number(
        "related.below_byline",
        "characters in front of a byline",
        lambda n: bylined(n - 1, FOREIGN + grown(100)),
        500,
        499,
    ),
    Number(
        "related.below_byline",
        "characters behind a byline, and as many in front",
        lambda n: bylined(599, FOREIGN + grown(n - len(FOREIGN))),
        600,
        601,
    ),
    Number(
        "related.below_byline",
        "words behind a byline",
        lambda n: bylined(600, FOREIGN + worded(n - 5)),
        12,
        11,
    ),
    Number("related.below_byline", "words of the article that a teaser says", going_on, 6, 7),
    Number(
        "related.below_byline",
        "figures among forty words behind a byline",
        lambda n: bylined(600, FOREIGN + " ".join(["xưởng"] * (35 - n) + ["12"] * n)),
        10,
        11,
    ),
    Number("related.glued_teaser", "characters of a headline and its sentence", retold, 460, 461),
]

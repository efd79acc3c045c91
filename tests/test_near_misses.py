"""Every number of a rule has a case just inside of it and one just outside.

A case is a document that grows with a number: a line of so many characters, a line so many lines
from the end. `inside` is the last number at which the rule names the line in question, `outside`
the first at which it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import pytest

from grown import grown, worded
from vnnews_clean import Cleaner

HEADLINE: Final = "Làng gốm hồi sinh sau mười năm im ắng"
BODY: Final = (
    "Mười năm không khói, lò gốm ven sông vừa nung mẻ đầu tiên với hai nghìn chiếc bát men nâu cho một nhà hàng ở thành phố.",
    "Thợ cả năm nay hai mươi bảy tuổi, học nghề từ ông nội, người giữ lại chiếc bàn xoay cuối cùng của làng qua mấy mùa lụt.",
    "Bà con nói khói lò làm mắt cay, nhưng không ai phiền, vì hễ còn thấy khói là còn biết trong làng có người làm ra tiền.",
)
ARTICLE: Final = (HEADLINE, *BODY)


class Asked(NamedTuple):
    """A document, and the span in it that a rule is asked about."""

    text: str
    start: int
    end: int


def asked(
    line: str,
    above: Sequence[str] = ARTICLE,
    below: Sequence[str] = (),
    part: slice | None = None,
) -> Asked:
    """`line`, or the `part` of it, between other lines."""
    start = sum(len(other) + 1 for other in above)
    first, last, _ = (part or slice(None)).indices(len(line))
    return Asked("\n".join([*above, line, *below]), start + first, start + last)


def names(size: int, start: str = "Dòng") -> list[str]:
    """So many different short lines that are no headlines."""
    return [f"{start} {number}" for number in range(size)]


def paragraphs(size: int) -> list[str]:
    """So many different paragraphs."""
    return [grown(130, start=f"Ngày thứ {number}, ") for number in range(size)]


class Number(NamedTuple):
    """A number of a rule: the documents that grow with it, the last inside, the first outside."""

    rule: str
    name: str
    grow: Callable[[int], Asked]
    inside: int
    outside: int


def twice(size: int) -> Asked:
    return asked(grown(size), (HEADLINE, grown(size), BODY[0]), BODY[1:])


COPIES: Final = [
    Number("duplicate.paragraph", "characters of a copy", twice, 100, 99),
    Number(
        "duplicate.paragraph",
        "characters of a short copy beside a long one",
        lambda n: asked(
            grown(n, end=""), (HEADLINE, grown(n, end=""), *BODY, "Chuyện cũ"), (BODY[0],)
        ),
        15,
        14,
    ),
    Number(
        "duplicate.paragraph",
        "characters lost at the beginning",
        lambda n: asked(BODY[0][n:], ARTICLE),
        3,
        4,
    ),
    Number(
        "duplicate.adjacent",
        "characters of a line twice in a row",
        lambda n: asked(grown(n, end=""), (*ARTICLE, grown(n, end="")), BODY[1:2]),
        28,
        27,
    ),
    Number(
        "duplicate.headline",
        "headlines from which on they are verse",
        lambda n: asked(
            grown(41, end=""),
            (
                HEADLINE,
                grown(41, end=""),
                *(grown(40 + 3 * i, end="") for i in range(1, n - 1)),
                BODY[0],
            ),
            BODY[1:],
        ),
        3,
        4,
    ),
    Number(
        "duplicate.headline",
        "lines above the headline",
        lambda n: asked(HEADLINE.upper(), (*names(n), *ARTICLE), ()),
        7,
        8,
    ),
    Number(
        "duplicate.headline",
        "words of the headline",
        lambda n: asked(
            HEADLINE.rsplit(" ", 9 - n)[0].upper(), (HEADLINE.rsplit(" ", 9 - n)[0], *BODY)
        ),
        5,
        4,
    ),
    Number(
        "duplicate.truncated",
        "characters of a cut description",
        lambda n: asked(BODY[1][: n - 3] + "...", (HEADLINE, BODY[0]), BODY[1:]),
        60,
        59,
    ),
    Number(
        "duplicate.truncated",
        "lines above a cut description",
        lambda n: asked(BODY[1][:70] + "...", ARTICLE[:n], BODY[1:]),
        2,
        1,
    ),
    Number(
        "duplicate.truncated",
        "cut lines above it",
        lambda n: asked(
            BODY[1][:70] + "...",
            (*ARTICLE, *(grown(70, f"Số {i} trên tường ghi rằng", "...") for i in range(n))),
        ),
        39,
        40,
    ),
    Number(
        "duplicate.lede",
        "characters of a lede",
        lambda n: asked(f"{grown(n)} {BODY[0]}", (HEADLINE, grown(n)), BODY[1:], slice(0, n)),
        60,
        59,
    ),
    Number(
        "duplicate.lede",
        "lines above the doubled lede",
        lambda n: asked(
            f"{grown(80)} {BODY[0]}", (HEADLINE, *names(n - 2), grown(80)), BODY[1:], slice(0, 80)
        ),
        5,
        6,
    ),
    Number(
        "duplicate.lede",
        "characters behind the lede",
        lambda n: asked(
            f"{grown(80)} {grown(n - 1, 'Xóm')}", (HEADLINE, grown(80)), BODY[1:], slice(0, 80)
        ),
        41,
        40,
    ),
    Number(
        "duplicate.document",
        "characters of a head said twice",
        lambda n: asked(f"{grown(n)} {grown(n)} {' '.join(BODY)}", (HEADLINE,), part=slice(0, n)),
        59,
        58,
    ),
    Number(
        "duplicate.document",
        "characters of a flat line that holds an article twice",
        lambda n: asked(
            f"{grown(80)} {grown(80)} {grown(n - 162)}", (HEADLINE,), part=slice(0, 80)
        ),
        400,
        399,
    ),
    Number(
        "duplicate.document",
        "characters of the second copy",
        lambda n: asked(
            f"{grown(n)} {BODY[2]} {grown(n)}",
            (HEADLINE,),
            part=slice(n + len(BODY[2]) + 2, None),
        ),
        200,
        199,
    ),
]


def card(size: int) -> Asked:
    """A company's card with so many characters between its beginning and its link."""
    line = f"{grown(size - 1, 'ABC: Công ty gốm Giá hiện tại 24.7', '')} Xem hồ sơ doanh nghiệp"
    return asked(f"{BODY[0]} {line}", (HEADLINE,), part=slice(len(BODY[0]) + 1, None))


def rounds(size: int) -> Asked:
    """The rounds of a match table, so many characters of them; the first one is asked about."""
    longer = size % 7
    named = "Vòng 10 " * longer + "Tứ kết " * ((size - 8 * longer) // 7)
    assert len(named) == size
    line = f"{named}{'Đang cập nhật ' * 3}".rstrip()
    return asked(line, ARTICLE, BODY[:1], slice(0, 6))


def buttons(size: int) -> Asked:
    """So many characters of buttons at the end of flat text; the first one is asked about."""
    small = next(n for n in range(1, 9) if (size + 1 - 5 * n) % 8 == 0)
    row = "Zalo " * small + "Chia sẻ " * ((size + 1 - 5 * small) // 8)
    begin = len(BODY[0]) + 1
    return asked(f"{BODY[0]} {row}".rstrip(), (HEADLINE,), part=slice(begin, begin + 4))


def poll(answers: int = 3, question: int = 60, answer: int = 20) -> Asked:
    lines = [f"Ý {number}" for number in range(answers - 1)]
    above = (*ARTICLE, grown(question, end="?"), *lines, grown(answer, end=""))
    return asked("Gửi bình chọn", above)


def newsroom(size: int) -> Asked:
    line = grown(size, "Mọi thông tin phản hồi xin gửi về hộp thư bandoc@songque.example hoặc")
    return asked(line)


BOXES: Final = [
    Number(
        "related.arrow_line",
        "characters of a link behind an arrow",
        lambda n: asked(f">> {grown(n, end='')}"),
        300,
        301,
    ),
    Number(
        "related.arrow_line",
        "characters of a link behind a bullet",
        lambda n: asked(f"► {grown(n, end='')}"),
        160,
        161,
    ),
    Number(
        "tags.box",
        "characters of a line of keywords",
        lambda n: asked(grown(n, "Tags: làng gốm,", "")),
        400,
        401,
    ),
    Number(
        "tags.box",
        "characters of a keyword",
        lambda n: asked(
            "N" + "g" * (n - 29) + "hề gốm và làng nghề ven sông", (*ARTICLE, "Từ khóa")
        ),
        45,
        46,
    ),
    Number(
        "tags.box",
        "words of a keyword",
        lambda n: asked(worded(n, end=""), (*ARTICLE, "Từ khóa")),
        8,
        9,
    ),
    Number(
        "related.box",
        "words of a byline that ends the box",
        lambda n: asked(
            "Chợ nổi họp sớm hơn mọi năm",
            (
                *ARTICLE,
                "Tin liên quan",
                " ".join(["Bến Cũ Hà Thanh Sen", "Bến Cũ Hà Thanh"][5 - n :][:1]),
            ),
        ),
        5,
        4,
    ),
    Number(
        "most_read.box",
        "lines in which the article goes on",
        lambda n: asked(
            "Xu hướng", ARTICLE, ("Áo dài cách tân bằng lụa", "", *names(n), grown(130))
        ),
        3,
        2,
    ),
    Number(
        "comments.line",
        "words of a phrase in the middle",
        lambda n: asked(
            {4: "Bình luận của bạn", 3: "Gửi bình luận"}[n], ARTICLE[:2], (*BODY[1:], HEADLINE)
        ),
        4,
        3,
    ),
    Number(
        "comments.line",
        "lines above a phrase at the head",
        lambda n: asked("Gửi bình luận", ARTICLE[:n], (*BODY[1:], HEADLINE)),
        1,
        2,
    ),
    Number(
        "comments.line",
        "short lines below a phrase at the foot",
        lambda n: asked("Gửi bình luận", ARTICLE, names(n)),
        2,
        3,
    ),
    Number(
        "teaser.weather",
        "characters of lines that make it the article's subject",
        lambda n: asked(
            "Dự báo thời tiết ngày mai: Bắc Bộ mưa rét",
            (*ARTICLE, grown(n, "Ông kể thời tiết xấu"), grown(n, "Bà kể thời tiết xấu")),
        ),
        100,
        101,
    ),
]
MACHINES: Final = [
    Number(
        "footer.line",
        "different words of a whole imprint",
        lambda n: asked(
            ", ".join(["Giấy phép số 9", "điện thoại 0900", "email báo", "fax"][:n]), ARTICLE
        ),
        3,
        2,
    ),
    Number(
        "footer.line",
        "characters of an imprint's line",
        lambda n: asked(grown(n, "Giấy phép số 9, email của", ""), (*ARTICLE, "© Báo Sông Quê")),
        400,
        401,
    ),
    Number(
        "footer.line",
        "characters of an imprint's sentence",
        lambda n: asked(grown(n, "Giấy phép số 9 của"), (*ARTICLE, "© Báo Sông Quê")),
        200,
        201,
    ),
    Number(
        "footer.line",
        "lines between an imprint and an address",
        lambda n: asked("Điện thoại: 0900", (*ARTICLE, "Giấy phép số 9", *names(n))),
        2,
        3,
    ),
    Number(
        "footer.line",
        "words that vouch for an address",
        lambda n: asked("Điện thoại: 0900", (*ARTICLE, {3: "Đường dây nóng", 2: "Đặt báo"}[n]), ()),
        3,
        2,
    ),
    Number(
        "nav.breadcrumb",
        "characters of a breadcrumb",
        lambda n: asked(grown(n, "Trang chủ > Làng nghề > ", ""), (), ARTICLE),
        200,
        201,
    ),
    Number(
        "nav.breadcrumb",
        "words of a section",
        lambda n: asked(f"Trang chủ > {worded(n, end='')} > Gốm", (), ARTICLE),
        6,
        7,
    ),
    Number(
        "ui.edge",
        "lines of flat text",
        lambda n: asked(
            f"{BODY[0]} Zalo Facebook", (HEADLINE, *names(n - 2)), part=slice(-13, None)
        ),
        4,
        5,
    ),
    Number(
        "ui.edge",
        "characters of buttons at the end",
        buttons,
        160,
        161,
    ),
    Number(
        "ui.edge",
        "words of a long button",
        lambda n: asked(
            f"{BODY[0]} { ({5: 'Viết bình luận của bạn', 4: 'Bình luận của bạn'}[n]) }",
            (HEADLINE,),
            part=slice(len(BODY[0]) + 1, None),
        ),
        5,
        4,
    ),
    Number(
        "ui.edge",
        "buttons in a row",
        lambda n: asked(
            f"{BODY[0]} {' '.join(['Zalo'] * n)}", (HEADLINE,), part=slice(len(BODY[0]) + 1, None)
        ),
        2,
        1,
    ),
    Number(
        "podcast.channel",
        "letters of a channel's name",
        lambda n: asked("songquê"[:n] * 2, ARTICLE[:1], BODY),
        6,
        5,
    ),
    Number(
        "podcast.channel",
        "letters of a long channel's name",
        lambda n: asked(("langgomvensong" * 5)[:n] * 2, ARTICLE[:1], BODY),
        60,
        61,
    ),
    Number(
        "podcast.chrome",
        "buttons of a hosting page",
        lambda n: asked("Show notes", ARTICLE, ("Up next", "More episodes")[: n - 1]),
        3,
        2,
    ),
    Number(
        "podcast.summary",
        "words of the transcript",
        lambda n: asked(
            "Summary: the old well that never ran dry. "
            + " ".join("Giếng đào giữa đời trước đã cạn khô".split()[:n]),
            (HEADLINE,),
            part=slice(0, 30),
        ),
        8,
        7,
    ),
    Number(
        "podcast.summary",
        "characters of the summary and the beginning of the transcript",
        lambda n: asked(
            f"Summary: {'the old well ' * 700}"[: n - 36].rstrip().ljust(n - 36, "s")
            + " Giếng đào giữa đời trước đã cạn khô",
            (HEADLINE,),
            part=slice(0, 30),
        ),
        8002,
        8003,
    ),
    Number("widget.stock", "characters of a company's card", card, 420, 421),
    Number("widget.match", "characters of rounds", rounds, 300, 301),
    Number("widget.poll", "fewest answers", lambda n: poll(answers=n), 2, 1),
    Number("widget.poll", "most answers", lambda n: poll(answers=n), 8, 9),
    Number("widget.poll", "characters of an answer", lambda n: poll(answer=n), 80, 81),
    Number("widget.poll", "characters of the question", lambda n: poll(question=n), 200, 201),
    Number(
        "residue.aggregator",
        "lines above an aggregator's",
        lambda n: asked("6 đăng lại", (HEADLINE, HEADLINE, *names(n - 2)), BODY),
        7,
        8,
    ),
]
CALLS: Final = [
    Number(
        "promo.call",
        "characters of a call behind its verb",
        lambda n: asked(f"Mời quý độc giả xem video {grown(n - 1, 'Ghe ngo', '')}"),
        320,
        321,
    ),
    Number(
        "promo.call",
        "characters of a call's own sentence",
        lambda n: asked(
            f"Mời quý độc giả xem video {grown(n - 1, 'Ghe ngo')} {' '.join(BODY)}",
            part=slice(0, 20),
        ),
        198,
        199,
    ),
    Number(
        "promo.call",
        "signs in front of a call",
        lambda n: asked(f"{'*' * n} Mời các bạn đón đọc phần tiếp theo", part=slice(0, 1)),
        5,
        6,
    ),
    Number(
        "promo.series",
        "lines below what the next part brings",
        lambda n: asked("Kỳ tới: Người giữ lửa", ARTICLE, names(n)),
        1,
        2,
    ),
    Number(
        "promo.series",
        "characters of what the next part brings",
        lambda n: asked(grown(n, "Kỳ tới: Người giữ lửa", "")),
        160,
        161,
    ),
    Number("promo.newsroom", "characters of the newsroom's call", newsroom, 480, 481),
    Number(
        "promo.newsroom",
        "lines below the newsroom's call",
        lambda n: asked("Mọi tin bài cộng tác gửi về 0900 000 000", ARTICLE, names(n)),
        2,
        3,
    ),
]
EDITORIAL: Final = [
    Number(
        "caption.line",
        "stops in a caption",
        lambda n: asked(f"{'Nước lên. ' * n}Ghe về (Ảnh: Thu Hà)", ARTICLE),
        2,
        3,
    ),
    Number(
        "caption.line",
        "words of a caption of two sentences",
        lambda n: asked(f"Nước lên. Ghe {worded(n - 6, end='').lower()} (Ảnh: Thu Hà)", ARTICLE),
        40,
        41,
    ),
    Number(
        "prefix.agency",
        "lines above the paper's mark",
        lambda n: asked(f"SQO - {BODY[0]}", (HEADLINE, *names(n - 1)), part=slice(0, 3)),
        3,
        4,
    ),
    Number(
        "prefix.agency",
        "characters of a lede behind the mark",
        lambda n: asked(f"SQO - {grown(n)}", (HEADLINE,), BODY, slice(0, 3)),
        31,
        30,
    ),
    Number(
        "byline.line",
        "lines above a byline under the headline",
        lambda n: asked("Thu Hà", (HEADLINE, *names(n - 1)), (*BODY, *BODY)),
        4,
        5,
    ),
    Number(
        "byline.line",
        "lines below a byline at the end",
        lambda n: asked("Thu Hà", (*ARTICLE, *paragraphs(3)), names(n)),
        3,
        4,
    ),
    Number(
        "source.line",
        "characters behind the last full stop",
        lambda n: asked(
            f"{BODY[0]} Nguồn tin: {'Đài truyền thanh và bản tin của xã Bến Cũ ven sông Quê hằng ngày'[: n - 11]}",
            (HEADLINE,),
            part=slice(len(BODY[0]) + 1, None),
        ),
        70,
        71,
    ),
]
NUMBERS: Final = [*COPIES, *BOXES, *MACHINES, *CALLS, *EDITORIAL]


def finds(cleaner: Cleaner, rule: str, document: Asked) -> bool:
    """Whether the rule labels all of the span that is asked about."""
    labels = cleaner.clean(document.text).labels
    return any(
        label.rule == rule and label.start <= document.start and label.end >= document.end
        for label in labels
    )


@pytest.mark.parametrize("number", NUMBERS, ids=lambda n: f"{n.rule}: {n.name}")
def test_a_number_has_a_case_on_either_side(number: Number, cleaner: Cleaner) -> None:
    assert finds(cleaner, number.rule, number.grow(number.inside)), "not found inside"
    assert not finds(cleaner, number.rule, number.grow(number.outside)), "found outside"

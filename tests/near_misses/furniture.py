"""The numbers of the furniture of a page: imprints, buttons, players, widgets."""

from __future__ import annotations

from typing import Final

from grown import grown, worded

from . import ARTICLE, BODY, HEADLINE, Asked, Number, asked, names


def card(name: int = 20, figures: int = 30) -> Asked:
    """A company's card with so many characters of its name, and of its figures."""
    company = grown(name, "Công ty gốm", "")
    line = f"ABC: {company}Giá hiện tại{grown(figures, '24.7 Thay', '')}Xem hồ sơ doanh nghiệp"
    return asked(f"{BODY[0]} {line}", (HEADLINE,), part=slice(len(BODY[0]) + 1, None))


def rounds(count: int) -> Asked:
    """A match table with so many rounds; the first one is asked about."""
    line = f"{'Tứ kết ' * count}{'Đang cập nhật ' * 3}".rstrip()
    return asked(line, ARTICLE, BODY[:1], slice(0, 6))


def buttons(size: int) -> Asked:
    """So many characters of buttons at the end of flat text; the first one is asked about."""
    small = next(n for n in range(1, 9) if (size + 1 - 5 * n) % 8 == 0)
    row = "Zalo " * small + "Chia sẻ " * ((size + 1 - 5 * small) // 8)
    begin = len(BODY[0]) + 1
    return asked(f"{BODY[0]} {row}".rstrip(), (HEADLINE,), part=slice(begin, begin + 4))


def imprint(size: int, part: int = 150) -> Asked:
    """Flat text with an imprint of so many characters at its end, and of its last part."""
    parts = [grown(150, "Giấy phép số 9 của", "") for _ in range(4)]
    last = grown(part, "Tổng biên tập: Trần Văn Lúa", "")
    first = grown(size - 4 * 151 - part - 1, "Giấy phép số 8 của", "")
    line = " ".join([BODY[0], first, *parts, last])
    return asked(line, (HEADLINE,), part=slice(len(BODY[0]) + 1, None))


FURNITURE: Final = [
    Number("footer.edge", "characters of an imprint", imprint, 900, 901),
    Number(
        "footer.edge",
        "parts of an imprint",
        lambda n: asked(
            f"{BODY[0]} Giấy phép số 12/GP {'Email: báo ' * (n - 2)}Tổng biên tập: Trần Văn Lúa",
            (HEADLINE,),
            part=slice(len(BODY[0]) + 1, None),
        ),
        3,
        2,
    ),
    Number("footer.edge", "characters of its part", lambda n: imprint(850, n), 200, 201),
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
        "buttons beside a counter",
        lambda n: asked("1.2K lượt nghe", ARTICLE, ("Show notes", "Up next", "Transcript")[:n]),
        3,
        2,
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
        "Vietnamese letters of the transcript",
        lambda n: asked(
            f"Summary: the old well. {' '.join(['Mở', 'cả', 'nhà', 'bà', 'cũ'][:n])} ra xem",
            (HEADLINE,),
            part=slice(0, 21),
        ),
        5,
        4,
    ),
    Number(
        "podcast.summary",
        "characters between them",
        lambda n: asked(
            f"Summary: the old well. Mở {'em ' * 9}"[: 25 + n] + "ả nhà bà cũ",
            (HEADLINE,),
            part=slice(0, 21),
        ),
        8,
        9,
    ),
    Number(
        "podcast.summary",
        "characters of the summary",
        lambda n: asked(
            f"Summary: {'the old well ' * 700}"[: n - 1] + " Giếng đào giữa đời trước đã cạn khô",
            (HEADLINE,),
            part=slice(0, 30),
        ),
        8000,
        8001,
    ),
    Number("widget.stock", "characters of a company", lambda n: card(name=n), 160, 161),
    Number("widget.stock", "characters of its figures", lambda n: card(figures=n), 260, 261),
    Number("widget.match", "rounds", rounds, 40, 41),
    Number(
        "residue.aggregator",
        "lines above an aggregator's",
        lambda n: asked("6 đăng lại", (HEADLINE, HEADLINE, *names(n - 2)), BODY),
        7,
        8,
    ),
]

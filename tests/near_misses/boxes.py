"""The numbers of boxes, bars and teasers."""

from __future__ import annotations

from typing import Final

from grown import grown, worded

from . import ARTICLE, BODY, HEADLINE, Number, asked, names

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

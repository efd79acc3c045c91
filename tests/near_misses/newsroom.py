"""The numbers of what the newsroom says: calls, captions, signatures."""

from __future__ import annotations

from typing import Final

from grown import grown, worded

from . import ARTICLE, BODY, HEADLINE, Asked, Number, asked, names, paragraphs


def newsroom(size: int) -> Asked:
    line = grown(size, "Mọi thông tin phản hồi xin gửi về hộp thư bandoc@songque.example hoặc")
    return asked(line)


CALLS: Final = [
    Number(
        "promo.newsroom",
        "characters behind an address that say what comes of a letter",
        lambda n: asked(
            f"Mọi câu hỏi gửi về bandoc@e{grown(n, start='xample.vn,', end=' sẽ được đăng tải')}."
        ),
        100,
        101,
    ),
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
        "disclaimer.line",
        "characters of a disclaimer",
        lambda n: asked(grown(n, "Bài viết thể hiện góc nhìn của tác giả")),
        400,
        401,
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
            f"{BODY[0]} {grown(n, 'Nguồn tin: Đài', '')}",
            (HEADLINE,),
            part=slice(len(BODY[0]) + 1, None),
        ),
        70,
        71,
    ),
]

STRUCTURE: Final = [
    Number(
        "structure.blocks/lede",
        "lines above the lede",
        lambda n: asked(BODY[0], (HEADLINE, *names(n - 1)), BODY[1:]),
        2,
        3,
    ),
    Number(
        "structure.blocks/lede",
        "characters of the lede",
        lambda n: asked(grown(n), (HEADLINE,), BODY),
        600,
        601,
    ),
    Number(
        "structure.blocks/lede",
        "words of the lede",
        lambda n: asked(worded(n), (HEADLINE,), BODY),
        12,
        11,
    ),
    Number(
        "structure.blocks/heading",
        "words of a heading",
        lambda n: asked(worded(n, end=""), ARTICLE, paragraphs(1)),
        25,
        26,
    ),
]

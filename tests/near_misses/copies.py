"""The numbers of what is said twice."""

from __future__ import annotations

from typing import Final

from grown import grown

from . import ARTICLE, BODY, HEADLINE, Asked, Number, asked, names


def twice(size: int) -> Asked:
    return asked(grown(size), (HEADLINE, BODY[0], grown(size)), BODY[1:])


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
        lambda n: asked(BODY[2][n:], ARTICLE),
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

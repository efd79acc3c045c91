"""Forms of the reader: comments, polls, accounts, newsletters."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Document, Kind, Mark
from ..rule import rule
from .company import bar_lines


@rule("comments.line", kind=Kind.COMMENTS, phrases=["comments.line"])
def comments_line(document: Document) -> Iterator[Mark]:
    """Headers, fields and buttons of the readers' comments.

    Drops:
        Ý kiến bạn đọc
    Keeps:
        Bình luận về kết quả này, huấn luyện viên nói đội đã chơi tốt.
    """
    yield from bar_lines(document, "comments.line", alone=False)


@rule("rating.line", kind=Kind.WIDGET, phrases=["rating.line"])
def rating_line(document: Document) -> Iterator[Mark]:
    """Polls and ratings.

    Drops:
        Gửi bình chọn
    Keeps:
        Bình chọn năm nay thu hút hai triệu lượt người tham gia.
    """
    yield from bar_lines(document, "rating.line", alone=False)


@rule("login.line", kind=Kind.LOGIN, phrases=["login.line"])
def login_line(document: Document) -> Iterator[Mark]:
    """Forms and links of the reader's account.

    Drops:
        Đăng nhập bằng Facebook
    Keeps:
        Đăng ký xe tại nơi cư trú giúp người dân bớt đi lại.
    """
    yield from bar_lines(document, "login.line", alone=False)


@rule("newsletter.line", kind=Kind.PROMO, phrases=["newsletter.line"])
def newsletter_line(document: Document) -> Iterator[Mark]:
    """Invitations to a newsletter.

    Drops:
        Đăng ký nhận bản tin
    Keeps:
        Đăng ký nhận bản tin của thư viện đã tăng gấp ba sau một tháng.
    """
    yield from bar_lines(document, "newsletter.line", alone=False)

"""What keeps an article company on its page: comments, boxes, cards, polls, notices, an imprint.

All of it is made of words of our own, without a class name that tells what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple

from corpus import Segment
from ourwords import GIVEN, headline, name, paragraph, sentence


class Snippet(NamedTuple):
    """Markup to put into a page, and the lines that a reader sees of it."""

    html: str
    lines: tuple[str, ...]

    @property
    def segments(self) -> list[Segment]:
        return [Segment(line, "B", "related") for line in self.lines]


Company = Callable[[Random], Snippet]


def comments(count: int, rng: Random) -> Snippet:
    """Comments with name, date, text and buttons, as most sites print them."""
    items, lines = [], [f"Ý kiến ({count})"]
    for _ in range(count):
        who = rng.choice((name(rng), rng.choice(GIVEN)))
        when = f"{rng.randint(6, 22):02}:{rng.randint(0, 59):02} {rng.randint(1, 28):02}/03/2024"
        said = paragraph(rng, rng.randint(1, 3))
        likes = f"Thích {rng.randint(0, 40)}"
        lines += [who, when, said, likes, "Trả lời"]
        items.append(
            f"<div><div><b>{who}</b> <span>{when}</span></div><div>{said}</div>"
            f"<div><a href='#'>{likes}</a> <a href='#'>Trả lời</a></div></div>"
        )
    return Snippet(f"<div><h3>{lines[0]}</h3>{''.join(items)}</div>", tuple(lines))


def _box(rng: Random) -> Snippet:
    items = [headline(rng) for _ in range(rng.randint(1, 4))]
    links = "".join(f"<li><a href='/tin-{i}.html'>{item}</a></li>" for i, item in enumerate(items))
    return Snippet(f"<div><h4>Tin liên quan</h4><ul>{links}</ul></div>", ("Tin liên quan", *items))


def _cards(rng: Random) -> Snippet:
    heads = [headline(rng) for _ in range(2)]
    items = [(head, sentence(rng)) for head in heads]
    cards = "".join(
        f"<div><a href='/a{i}.html'><img src='/a{i}.jpg'></a>"
        f"<h3><a href='/a{i}.html'>{head}</a></h3><p>{summary}</p></div>"
        for i, (head, summary) in enumerate(items)
    )
    return Snippet(f"<div>{cards}</div>", tuple(line for item in items for line in item))


def _poll(rng: Random) -> Snippet:
    question = f"Bạn nghĩ gì về việc {headline(rng).lower()}?"
    answers = ("Rất cần thiết", "Không cần thiết", "Ý kiến khác")
    options = "".join(
        f"<div><input type=radio name=q><label>{answer}</label></div>" for answer in answers
    )
    return Snippet(
        f"<div><form><div>{question}</div>{options}<button>Biểu quyết</button></form></div>",
        (question, *answers, "Biểu quyết"),
    )


def _advertisement(rng: Random) -> Snippet:
    offer = f"{headline(rng)}, giảm ngay {rng.randint(10, 60)}%"
    return Snippet(
        f"<div><span>Quảng cáo</span><a href='https://quang-cao.example/x' rel='sponsored'>"
        f"<img src='/b.jpg'>{offer}</a></div>",
        ("Quảng cáo", offer),
    )


INTERRUPTIONS: Final = {
    "boxes": _box,
    "cards": _cards,
    "polls": _poll,
    "advertisements": _advertisement,
}


def _unsigned(rng: Random) -> Snippet:
    said = [paragraph(rng, rng.randint(1, 2)) for _ in range(30)]
    items = "".join(f"<div><p>{text}</p></div>" for text in said)
    return Snippet(
        f"<div><h3>Ý kiến bạn đọc (30)</h3>{items}</div>", ("Ý kiến bạn đọc (30)", *said)
    )


def _next_article(rng: Random) -> Snippet:
    title, texts = headline(rng), [paragraph(rng, 2) for _ in range(3)]
    body = "".join(f"<p>{text}</p>" for text in texts)
    return Snippet(
        f"<div><h2><a href='/tiep.html'>{title}</a></h2><div>{body}</div></div>", (title, *texts)
    )


def _summaries(rng: Random) -> Snippet:
    items = [(headline(rng), paragraph(rng, 1)) for _ in range(6)]
    cards = "".join(
        f"<div><a href='/t{i}.html'><img src='/t{i}.jpg'></a><div><h4><a href='/t{i}.html'>{head}</a>"
        f"</h4><p>{said}</p></div></div>"
        for i, (head, said) in enumerate(items)
    )
    lines = (line for item in items for line in item)
    return Snippet(
        f"<div><div>Có thể bạn chưa đọc</div>{cards}</div>", ("Có thể bạn chưa đọc", *lines)
    )


def _stretched(rng: Random) -> Snippet:
    items = [(headline(rng), paragraph(rng, 1)) for _ in range(4)]
    cards = "".join(
        f"<div><img src='/t{i}.jpg'><div><h5>{head}</h5><p>{said}</p><a href='/t{i}.html'></a></div></div>"
        for i, (head, said) in enumerate(items)
    )
    return Snippet(f"<div>{cards}</div>", tuple(line for item in items for line in item))


def _imprint(rng: Random) -> Snippet:
    chief = name(rng)
    lines = (
        "Cơ quan ngôn luận của Hội Những người yêu sông nước tỉnh Bến Lở.",
        f"Tổng biên tập: {chief}. Tòa soạn: số {rng.randint(1, 99)} đường Bờ Kè, phường Cầu Gỗ.",
        "Mọi hình thức sao chép nội dung phải được sự đồng ý bằng văn bản của tòa soạn chúng tôi.",
        "Giấy phép hoạt động báo điện tử do cơ quan quản lý báo chí cấp ngày 12 tháng 5 năm 2015.",
    )
    return Snippet(f"<div>{''.join(f'<p>{line}</p>' for line in lines)}</div>", lines)


def _author(rng: Random) -> Snippet:
    who = name(rng)
    said = f"{who} viết về {sentence(rng)[:60].lower()} từ năm 2009, sống ở miền duyên hải."
    return Snippet(
        f"<div><img src='/tac-gia.jpg'><div><b>{who}</b></div><p>{said}</p>"
        "<a href='/tac-gia'>Xem các bài khác</a></div>",
        (who, said, "Xem các bài khác"),
    )


def _letter(_: Random) -> Snippet:
    lines = (
        "Thư tối thứ Bảy",
        "Mỗi tuần một lá thư với những câu chuyện chọn lọc, gửi thẳng đến hộp thư của bạn.",
        "Đăng ký",
    )
    return Snippet(
        f"<div><h4>{lines[0]}</h4><p>{lines[1]}</p><form><input type=email placeholder='Email'>"
        f"<button>{lines[2]}</button></form></div>",
        lines,
    )


def _notice(_: Random) -> Snippet:
    said = (
        "Trang này dùng tệp nhớ để ghi lại lựa chọn của bạn và đếm lượt xem; bằng cách đọc tiếp, bạn"
        " chấp nhận điều đó, và có thể đổi ý bất cứ lúc nào trong phần cài đặt ở cuối trang."
    )
    return Snippet(f"<div><p>{said}</p><button>Đồng ý</button></div>", (said, "Đồng ý"))


BELOW: Final[dict[str, Company]] = {
    "30 comments without names below": _unsigned,
    "60 comments with names below": lambda rng: comments(60, rng),
    "the next article below": _next_article,
    "teasers with summaries below": _summaries,
    "cards with an empty link below": _stretched,
    "an imprint in prose below": _imprint,
    "an author's card below": _author,
}
BETWEEN: Final[dict[str, Company]] = {
    "teasers with summaries between": _summaries,
    "cards with an empty link between": _stretched,
    "a newsletter between": _letter,
}
ABOVE: Final[dict[str, Company]] = {
    "a notice in prose above": _notice,
}


COMPANY: Final = {"above": ABOVE, "between": BETWEEN, "below": BELOW}
"""Where it stands → name → what keeps the article company."""

"""Comments that no name gives away: found by their buttons, and only where nothing is answered."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

ARTICLE = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "Bến đò nhỏ bắt đầu chạy chuyến khuya từ đầu tháng để công nhân tan ca kịp về bên kia sông.",
        "Mỗi đêm có chừng bốn mươi khách, đủ tiền dầu nhưng chưa đủ trả công cho người lái thứ hai.",
        "Xã đã lắp ba cột đèn, phát áo phao có vạch phản quang và cấm chở quá hai mươi người một lượt.",
    )
)
SAID = (
    "Đèn ở bến sáng hơn trước nhiều rồi, giờ chỉ mong có thêm một mái che mưa cho bà con đứng đợi.",
    "Ngày xưa bố tôi chèo đò ở đúng bến ấy, khách ngồi chen nhau mà chẳng ai có áo phao bao giờ cả.",
    "Nên thu thêm một nghìn mỗi khách để thuê người lái thứ hai, chứ một người chạy suốt thì mệt lắm.",
)
RECORDS = {
    "buttons in a row": "<div><b>Ba Lúa</b><p>{}</p><a>Thích</a> <a>Trả lời</a> 2 giờ trước</div>",
    "a button in a box": "<li><div><div>Ba Lúa</div><div>{}</div></div><div>Phản hồi</div></li>",
    "in capitals": "<section><p>{}</p><span>THÍCH 12</span> <span>TRẢ LỜI</span></section>",
    "in English": "<div><div>{}</div><div>Like · Reply · 3 days ago</div></div>",
    "with a form below": "<div><p>{}</p><a>Trả lời</a><div>Gửi bình luận</div></div>",
}


def text(record: str, said: tuple[str, ...] = SAID) -> str:
    page = f"<body><div><div>{ARTICLE}</div><div>{''.join(map(record.format, said))}</div></div>"
    return Cleaner().clean_html(page).text


@pytest.mark.parametrize("kind", RECORDS)
def test_a_list_of_comments_is_not_the_articles(kind: str) -> None:
    kept = text(RECORDS[kind])
    assert [said for said in SAID if said in kept] == []
    assert kept.count("\n\n") == 2


@pytest.mark.parametrize(
    "record",
    [
        "<div><p>Hỏi: {0}</p><p>Trả lời</p><p>Vâng. {0}</p></div>",
        "<div><p>{}</p><p>Trả lời:</p></div>",
        "<div><p>{}</p><p>Ông Bền trả lời như vậy.</p></div>",
    ],
)
def test_what_is_answered_stays(record: str) -> None:
    kept = text(record)
    assert all(said in kept for said in SAID)


def test_one_button_makes_no_list() -> None:
    record = RECORDS["a button in a box"].format(SAID[0])
    page = f"<body><div>{ARTICLE}{record}<p>{SAID[1]}</p><p>{SAID[2]}</p></div>"
    assert SAID[0] in Cleaner().clean_html(page).text


STAMPED = {
    "name and date above": "<div><b>{n}</b> <span>12:1{i} 2{i}/3/2019</span><p>{s}</p></div>",
    "a day in the words": "<div><b>{n}</b> <i>12:1{i} 2{i}/3/2019</i><p>{s} Hôm qua cũng vậy.</p></div>",
    "name and date below": "<div><p>{s}</p><div>{n} - 2{i}/3/2019</div></div>",
    "a line for each": "<li><div>{n}</div><div>{s}</div><div>{i} ngày trước</div></li>",
    "name and likes": "<div><div>{n}</div><div>{s}</div><div>{i}2 Thích</div></div>",
    "rows of a table": "<tr><td><b>{n}</b><br>2{i}/03/2019 08:15<br>{s}</td></tr>",
    "in English": "<div><p>{n}</p><p>{s}</p><p>{i} hours ago</p></div>",
}
NO_COMMENTS = {
    "a live report": "<div><span>0{i}:45</span><p>{s}</p></div>",
    "a chronicle": "<div><b>2{i}/3/2019</b><p>{s}</p></div>",
    "an interview": "<div><b>{n}</b><p>{s}</p></div>",
}
READERS = ("Ba Lúa", "Minh Trí", "Cô Tư Bến Đò")


def records(template: str, *, above: str = ARTICLE, count: int = 3) -> str:
    listed = zip(READERS[:count], SAID, strict=False)
    said = "".join(template.format(i=i, n=n, s=s) for i, (n, s) in enumerate(listed, 1))
    said = f"<table>{said}</table>" if "<tr>" in template else f"<div>{said}</div>"
    page = f"<body><div><h1>Đò nhỏ</h1><div>{above}{said}</div></div></body>"
    return Cleaner().clean_html(page).text


@pytest.mark.parametrize("kind", STAMPED)
def test_records_with_name_and_date_are_comments(kind: str) -> None:
    kept = records(STAMPED[kind])
    assert [said for said in SAID if said in kept] == []
    assert kept.count("\n\n") == 2


@pytest.mark.parametrize("kind", STAMPED)
def test_comments_may_outweigh_the_article(kind: str) -> None:
    first = ARTICLE[: ARTICLE.index("</p>") + 4]
    kept = records(STAMPED[kind].replace("{s}", "{s} {s} {s}"), above=first)
    assert kept == first.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize("kind", NO_COMMENTS)
def test_what_repeats_only_a_time_a_date_or_names_stays(kind: str) -> None:
    kept = records(NO_COMMENTS[kind])
    assert all(said in kept for said in SAID)


@pytest.mark.parametrize("kind", STAMPED)
def test_two_records_are_no_list(kind: str) -> None:
    kept = records(STAMPED[kind], count=2)
    assert all(said in kept for said in SAID[:2])


def test_posts_without_anything_above_are_the_text() -> None:
    kept = records(STAMPED["name and date above"], above="")
    assert all(said in kept for said in SAID)


@pytest.mark.parametrize("tag", ["blockquote", "div"])
def test_posts_quoted_between_the_paragraphs_stay(tag: str) -> None:
    posts = "".join(
        f"<{tag}><p>{said}</p>{name} 2{i}/3/2019</{tag}><p>Ý kiến thứ {i}: {ARTICLE[3:90]}.</p>"
        for i, (name, said) in enumerate(zip(READERS, SAID, strict=True))
    )
    kept = Cleaner().clean_html(f"<body><h1>Đò nhỏ</h1><div>{ARTICLE}{posts}</div></body>").text
    assert all(said in kept for said in SAID)


@pytest.mark.parametrize(
    ("header", "goes"),
    [
        ("<h3>Bạn đọc viết</h3>", True),
        ("<div>Ý kiến (3)</div>", True),
        ("<div>Lưu Bền</div>", False),
    ],
)
def test_the_header_of_the_comments_goes_with_them(header: str, *, goes: bool) -> None:
    said = "".join(
        f"<div><b>{n}</b> 2{i}/3/2019<p>{s}</p></div>"
        for i, (n, s) in enumerate(zip(READERS, SAID, strict=True))
    )
    kept = (
        Cleaner().clean_html(f"<body><h1>Đò nhỏ</h1><div>{ARTICLE}{header}{said}</div></body>").text
    )
    assert (kept.count("\n\n") == 2) is goes


def thread(opening: str, around: str = "") -> str:
    """A thread: `opening` is its first post, and the others answer."""
    posts = (opening, *SAID)
    body = "".join(RECORDS["buttons in a row"].format(post) for post in posts)
    page = f"<body><h1>Bến đò đêm</h1>{around}<div>{body}</div>"
    return Cleaner().clean_html(page).text


def test_the_post_that_opens_a_thread_is_the_article() -> None:
    kept = thread(f"</p>{ARTICLE}<p>")
    assert kept.count("chuyến khuya") == 1
    assert [said for said in SAID if said in kept] == []


@pytest.mark.parametrize(("size", "stays"), [(481, True), (479, False)])
def test_a_post_opens_a_thread_if_it_is_four_times_what_is_written_around_it(
    size: int, stays: bool
) -> None:
    around = f"<p>{grown(120)}</p>"
    opening = f"</p><p>{ARTICLE[3:-4].replace('</p><p>', ' ')}"
    opening += grown(size - len(opening) + 7) if size > len(opening) else ""
    assert ("chuyến khuya" in thread(opening, around)) is stays

"""What a page lays beside the text without links and buttons: players, counters, cards of a script."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Cleaner

FIRST = "Bến đò nhỏ bắt đầu chạy chuyến khuya từ đầu tháng để công nhân tan ca kịp về bên kia sông."
LAST = "Mỗi đêm có chừng bốn mươi khách, đủ tiền dầu nhưng chưa đủ trả công cho người lái thứ hai."


def around(inner: str) -> str:
    page = f"<h1>Chuyến khuya ở bến</h1><div><p>{FIRST}</p>{inner}<p>{LAST}</p></div>"
    return Cleaner(sites=()).clean_html(f"<body>{page}</body>").text


def divs(*lines: str) -> str:
    return "".join(f"<div>{line}</div>" for line in lines)


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        (("00:00", "12:45", "1x"), True),
        (("0:00", "1:02:45", "15 giây", "1,25x"), True),
        (("00:00", "12:45"), False),
        (("07:15", "12:45", "18:30"), False),
        (("00:00 - 24:00", "12:45", "18:30"), False),
    ],
)
def test_three_lines_of_times_are_a_player(lines: tuple[str, ...], gone: bool) -> None:
    text = around(divs(*lines))
    assert all((line not in text) == gone for line in lines)


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("00:00 / 02:35", True),
        ("1:00:00/2:35:10", True),
        ("19:30 - 21:00", False),
        ("Trang 1 / 15", True),
        ("Thu nhỏ Phóng to Tải về tệp PDF (6.6 MB)", True),
        ("Tải về tệp PDF (6.6 MB)", False),
        ("Trang 1 của sổ đò", False),
        ("39 Thích Lưu Gửi", True),
        ("Bình luận Chia sẻ", True),
        ("39 Lưu", False),
        ("Nghe trên Spotify Apple Podcasts RSS", True),
        ("Spotify và Apple Podcasts", False),
        ("Đường dẫn bài viết: https://rach-gam.example/ben-do.html", True),
        ("Đường dẫn đăng ký vé, mở từ sáng mai: https://rach-gam.example", False),
    ],
)
def test_rows_of_buttons_are_known_by_their_words(line: str, gone: bool) -> None:
    assert (line not in around(divs(line))) == gone


def counted(*counts: str) -> str:
    return "".join(
        f"<div><img src=a.jpg></div><div>{count}</div><p>{FIRST[: 60 + i]}.</p>"
        for i, count in enumerate(counts)
    )


@pytest.mark.parametrize(
    ("counts", "gone"),
    [
        (("1/3", "2/3"), True),
        (("1/3", "2/3", "3/3", "1/3"), True),
        (("1/3", "1/3"), False),
        (("2/3", "3/3"), False),
        (("1/3", "3/3"), False),
        (("1/3", "2/4"), False),
        (("1/1", "2/1"), False),
    ],
)
def test_pictures_are_counted_one_after_the_other(counts: tuple[str, ...], gone: bool) -> None:
    assert (counts[0] not in around(counted(*counts)).split("\n")) == gone


def below_lede(box: str, lines: int = 0) -> str:
    between = divs(*(f"Chuyến {i}" for i in range(lines)))
    sapo = f"<p class=sapo>{FIRST} {LAST}</p>"
    body = f"<div class=b><p>{LAST} {FIRST}</p><p>{FIRST} Đò đông.</p><p>{LAST} Đò vắng.</p></div>"
    page = f"<h1>Chuyến khuya ở bến</h1><div>{sapo}{box}{between}{body}</div>"
    return Cleaner(sites=()).clean_html(f"<body>{page}</body>").text


@pytest.mark.parametrize("lines", [0, 7])
def test_a_player_between_sapo_and_body_goes(lines: int) -> None:
    text = below_lede(divs("00:00", "12:45", "1x"), lines)
    assert text.startswith(FIRST)
    assert "00:00" not in text


def test_an_offer_with_a_link_between_sapo_and_body_goes() -> None:
    said = "Bài viết này miễn phí nhờ bạn đọc góp một tách trà mỗi tháng để tòa soạn đi tiếp."
    assert said not in below_lede(f"<div><p>{said}</p><a href='/gop'>Góp một tách</a></div>")


def test_a_card_between_sapo_and_body_goes() -> None:
    card = f"<div data-href='/a/1.html'><div>{HEADLINE}</div><div>Chủ vườn tưới đêm</div></div>"
    assert "tưới đêm" not in below_lede(card)


def offer(name: str) -> str:
    return f"<img><div>{name}</div><div>120.000 đ</div><a href='/mua'>Đặt hàng</a>"


def test_offers_that_say_alike_are_offers() -> None:
    boxes = "".join(
        f"<p>{FIRST} Chuyến {i}.</p><div class=k{i}>{offer(f'Nồi đất {x} Bạc')}</div>"
        for i, x in enumerate(("Vàm", "Rạch", "Cồn"))
    )
    assert "Nồi đất" not in around(boxes)


def test_a_paragraph_beside_an_offer_is_none_of_it() -> None:
    step = "Bước ba: nặn những trái tim bé xíu rồi ấn lên phần bột đỏ để trang trí cho đẹp mắt."
    box = f"<div><p>Bước 3:</p><p>{step}</p><div>{offer('Khuôn bánh trái tim nhỏ')}</div></div>"
    text = around(box)
    assert step in text
    assert "Khuôn bánh" not in text


HEADLINE = "Vườn nhãn cuối xã rụng trái non"


@pytest.mark.parametrize(
    ("attribute", "gone"),
    [
        ("onclick=\"location.href='/tin/12.html'\"", True),
        ("data-href='/tin/12.html'", True),
        ("data-href='https://rach-gam.example/12'", True),
        ("data-url='https://rach-gam.example/12'", False),
        ("data-href='/tin/12.html#cuoi'", False),
        ("onclick='next(12)'", False),
        ("data-href='/anh/12.jpg'", False),
        ("data-id='/tin/12.html'", False),
    ],
)
def test_a_card_that_a_script_makes_a_link_is_one(attribute: str, gone: bool) -> None:
    card = f"<div {attribute}><img><div>{HEADLINE}</div><div>Chủ vườn tưới đêm...</div></div>"
    assert (HEADLINE not in around(card)) == gone


@pytest.mark.parametrize(
    "card",
    [
        f"<figure data-href='/a'><img><div>{HEADLINE}</div></figure>",
        f"<p data-href='/a'>{HEADLINE}</p>",
        f"<div data-href='/a'><div>{HEADLINE}.</div></div>",
        f"<div data-href='/a'>{divs(HEADLINE, 'Một', 'Hai', 'Ba', 'Bốn')}</div>",
    ],
)
def test_pictures_sentences_and_large_elements_are_none(card: str) -> None:
    assert HEADLINE in around(card)


@pytest.mark.parametrize(("address", "gone"), [("/tin/2.html", True), ("/tin/1.html", False)])
def test_elements_that_lead_to_one_page_are_sections_of_it(address: str, gone: bool) -> None:
    cards = "".join(
        f"<div data-href='{target}'><div>{HEADLINE} {i}</div><div>Chủ vườn tưới đêm {i}</div></div>"
        for i, target in enumerate(("/tin/1.html", address))
    )
    assert (HEADLINE not in around(cards)) == gone


def test_a_story_may_stand_there_twice() -> None:
    card = f"<div data-href='/tin/1.html'><div>{HEADLINE}</div><div>Chủ vườn tưới đêm</div></div>"
    assert HEADLINE not in around(card + f"<p>{LAST} Đò đông.</p>" + card)


@pytest.mark.parametrize(("size", "gone"), [(250, True), (251, False)])
def test_a_summary_is_no_longer_than_that(size: int, gone: bool) -> None:
    card = f"<div data-href='/a'><div>{HEADLINE}</div><div>{grown(size)}</div></div>"
    assert (HEADLINE not in around(card)) == gone


TITLES = [
    "Ghe bầu về bến muộn vì nước rút",
    "Lớp đàn kìm mở lại sau mùa gặt",
    "Chợ nổi dời sang nhánh sông tây",
    "Đội bóng xóm Dưới lên hạng nhất",
    "Trạm bơm ấp Dừa chạy lại êm ru",
]


def playlist(*times: str, tag: str = "div") -> str:
    rows = zip(times, TITLES, strict=False)
    return "".join(f"<{tag} class=q><span>{t}</span> <b>{title}</b></{tag}>" for t, title in rows)


@pytest.mark.parametrize(
    ("times", "gone"),
    [
        (("03:31", "01:35", "07:32", "02:27"), True),
        (("03:31", "01:35", "07:32", "02:27", "09:10"), True),
        (("03:31", "01:35", "07:32"), False),
        (("01:31", "03:35", "05:32", "07:27"), False),
        (("07:31", "05:35", "03:32", "01:27"), False),
    ],
)
def test_titles_with_times_in_no_order_are_a_playlist(times: tuple[str, ...], gone: bool) -> None:
    assert (TITLES[0] not in around(f"<div>{playlist(*times)}</div>")) == gone


def test_rows_of_a_table_are_none() -> None:
    rows = playlist("03:31", "01:35", "07:32", "02:27", tag="p")
    assert TITLES[0] in around(f"<div>{rows}</div>")


def test_titles_with_a_line_for_the_time_are_a_playlist() -> None:
    rows = "".join(
        f"<div class=q><div>{time}</div><div>{title}</div></div>"
        for time, title in zip(("03:31", "01:35", "07:32", "02:27"), TITLES, strict=False)
    )
    assert TITLES[0] not in around(f"<div>{rows}</div>")


@pytest.mark.parametrize(
    ("title", "gone"), [("Ghe bầu về bến muộn", True), ("Ghe về bến muộn", False)]
)
def test_a_title_has_five_words(title: str, gone: bool) -> None:
    times = ("03:31", "01:35", "07:32", "02:27")
    rows = "".join(f"<div class=q><span>{time}</span> <b>{title}</b></div>" for time in times)
    assert (title not in around(f"<div>{rows}</div>")) == gone


def notice(*lines: str) -> str:
    facts = f"<div class=u>{divs(*lines)}</div>"
    body = f"<h1>Chuyến khuya ở bến</h1><div>{facts}<div class=b><p>{FIRST}</p><p>{LAST}</p></div></div>"
    return Cleaner(sites=()).clean_html(f"<body>{body}</body>").text


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Thời gian: 19:30, thứ hai ngày 12/03/2026", True),
        ("Địa điểm: Bến cũ, ấp Gỗ", True),
        ("Cập nhật: 19:30, thứ hai ngày 12/03/2026", False),
        ("Lượt xem: 1.204", False),
    ],
)
def test_when_and_where_stand_above_a_notice(line: str, kept: bool) -> None:
    assert (line in notice(line)) == kept


def thread(known: int, first: str = FIRST, above: str = "") -> str:
    said = "Đọc mà nhớ quê quá chừng, cảm ơn người viết, năm nay xóm tôi cũng ngập rồi."
    told = ("Thành viên", "Tham gia: 12/03/2020", "Bài viết: 49", "Rạch Gầm", "Hạng ba")[:known]
    posts = {"Ban quản trị": first}
    posts |= {name: f"{said} {name}." for name in ("Út Lúa", "Trần Đò", "Lê Cồn")}
    thread = "".join(
        f"<div class=t><div class=u><a>{name}</a>{divs(*told)}</div>"
        f"<div class=b><div>{text}</div><div>Thích Trả lời Báo xấu</div></div></div>"
        for name, text in posts.items()
    )
    page = f"<h1>Chuyến khuya ở bến</h1>{above}<div>{thread}</div>"
    return Cleaner(sites=()).clean_html(f"<body><div>{page}</div></body>").text


@pytest.mark.parametrize(("known", "gone"), [(4, True), (5, False)])
def test_a_forum_knows_four_things_of_a_member(known: int, gone: bool) -> None:
    text = thread(known)
    assert FIRST in text
    assert ("nhớ quê" not in text) == gone


SHORT = "Từ đầu tháng bến đò Gỗ chạy thêm hai chuyến khuya cho công nhân."


def test_the_first_post_is_what_others_answer_however_short() -> None:
    text = thread(2, SHORT)
    assert SHORT in text
    assert "nhớ quê" not in text


def test_below_a_sentence_it_is_an_answer_too() -> None:
    assert SHORT not in thread(2, SHORT, f"<p>{LAST}</p>")

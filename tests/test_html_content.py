"""Links are not guilt, and a box with words of its own is none of the article's: near misses of both."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner

FIRST = "Bến đò nhỏ bắt đầu chạy chuyến khuya từ đầu tháng để công nhân tan ca kịp về bên kia sông."
SECOND = (
    "Mỗi đêm có chừng bốn mươi khách, đủ tiền dầu nhưng chưa đủ trả công cho người lái thứ hai."
)
LAST = (
    "Xã đã lắp ba cột đèn, phát áo phao có vạch phản quang và cấm chở quá hai mươi người một lượt."
)
ARTICLE = f"{FIRST}\n\n{SECOND}\n\n{LAST}"


def text(inner: str) -> str:
    page = (
        f"<h1>Chuyến khuya ở bến</h1><div><p>{FIRST}</p><p>{SECOND}</p>{inner}<p>{LAST}</p></div>"
    )
    return Cleaner().clean_html(f"<body>{page}</body>").text


def lines(inner: str) -> list[str]:
    return [line for line in text(inner).split("\n") if line and line not in ARTICLE]


LINKED = "Ông Lưu Văn Bền, chủ đò, nói khách quen ở ba xã bên sông đã gọi hỏi chuyến từ tuần trước"


def test_a_sentence_that_is_one_link_stays() -> None:
    assert lines(f"<p><a href='/1'>{LINKED}.</a></p>") == [f"{LINKED}."]
    assert lines(f"<p><b><a href='/1'>{LINKED}.</a></b></p><p><a href='/2'>{LINKED}.</a></p>")


@pytest.mark.parametrize(
    "headline", [LINKED, f"{LINKED[:60]}?", "Đò khuya chạy chuyến đầu.", f"{LINKED}..."]
)
def test_a_headline_that_is_one_link_goes(headline: str) -> None:
    assert lines(f"<p><a href='/1'>{headline}</a></p>") == []


def rows(*cells: tuple[str, ...]) -> str:
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in cells)
        + "</table>"
    )


def link(name: str) -> str:
    return f"<a href='/{len(name)}.html'>{name}</a>"


def test_rows_of_linked_names_are_a_table() -> None:
    table = rows((link("Bến Cây Sung"), "24,5"), (link("Bến Ngã Ba Kinh"), "22,75"))
    assert lines(table) == ["Bến Cây Sung\t24,5", "Bến Ngã Ba Kinh\t22,75"]
    table = rows(
        ("18h00", link("Cây Sung"), "2 - 1", link("Ngã Ba")),
        ("19h", link("Lò Gạch"), "0", link("Trại")),
    )
    assert len(lines(table)) == 2


def test_rows_of_dates_and_linked_headlines_are_none() -> None:
    heads = (
        "Cầu phao tạm đưa vào sử dụng trước mùa lũ",
        "Vườn quýt cổ cho thu hoạch sớm nửa tháng",
    )
    assert lines(rows(*((f"1{i}/3/2024", link(head)) for i, head in enumerate(heads)))) == []


NAMES = ("Bến Cây Sung", "Bến Lò Gạch", "Bến Ngã Ba Kinh Cũ")


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        ("Ba bến có đò khuya là:", True),
        ("Xem thêm các bến:", False),
        ("Tin liên quan:", False),
        ("Ba bến có đò khuya là", False),
    ],
)
def test_linked_names_that_a_sentence_announces_stay(above: str, *, stays: bool) -> None:
    items = "".join(f"<li>{link(name)}</li>" for name in NAMES)
    kept = text(f"<p>{above}</p><ul>{items}</ul>")
    assert all((name in kept) is stays for name in NAMES)


@pytest.mark.parametrize(("words", "stays"), [(5, True), (6, False)])
def test_a_linked_name_has_five_words_at_most(words: int, *, stays: bool) -> None:
    name = " ".join("Bến Ngã Ba Kinh Cũ Trên".split()[:words])
    found = lines(f"<p>Ba bến có đò khuya là:</p><ul><li>{link(name)}</li></ul>")
    assert (name in found) is stays


@pytest.mark.parametrize(("words", "stays"), [(5, True), (4, False)])
def test_a_sentence_that_announces_a_list_has_five_words(words: int, *, stays: bool) -> None:
    above = " ".join("Có ba bến đò khuya".split()[-words:])
    found = lines(f"<p>{above}:</p><ul><li>{link('Bến Lò Gạch')}</li></ul>")
    assert ("Bến Lò Gạch" in found) is stays


@pytest.mark.parametrize(("size", "stays"), [(40, True), (41, False)])
def test_a_linked_cell_of_a_table_has_forty_characters_at_most(size: int, *, stays: bool) -> None:
    name = "Bến Ngã Ba Kinh Cũ phía dưới Lò Gạchcũ Tám"[:size]
    assert len(name) == size
    assert bool(lines(rows((link(name), link("Trại"))))) is stays


@pytest.mark.parametrize(("cells", "stays"), [(3, True), (2, False)])
def test_a_row_of_a_table_has_three_cells(cells: int, *, stays: bool) -> None:
    row = ("12/3/2024", link("Bến Ngã Ba Kinh Cũ"), link("Trại"))[:cells]
    assert bool(lines(rows(row))) is stays


@pytest.mark.parametrize(("size", "stays"), [(60, True), (59, False)])
def test_a_linked_sentence_has_sixty_characters(size: int, *, stays: bool) -> None:
    sentence = f"{LINKED[: size - 1].rstrip().ljust(size - 1, 'g')}."
    assert bool(lines(f"<p><a href='/1'>{sentence}</a></p>")) is stays


@pytest.mark.parametrize(("size", "stays"), [(139, True), (140, False)])
def test_a_question_on_a_button_is_shorter_than_a_paragraph(size: int, *, stays: bool) -> None:
    asked = f"{(LINKED + ' ' + LINKED)[: size - 1]}?"
    assert bool(lines(f"<button>{asked}</button><div>Lúc 22 giờ.</div>")[1:]) is stays


def test_linked_headlines_that_a_sentence_announces_go() -> None:
    heads = (
        "Cầu phao tạm đưa vào sử dụng trước mùa lũ",
        "Vườn quýt cổ cho thu hoạch sớm nửa tháng",
    )
    items = "".join(f"<li>{link(head)}</li>" for head in heads)
    assert "Cầu phao" not in text(f"<p>Ba bến có đò khuya là:</p><ul>{items}</ul>")


def test_references_to_notes_are_no_links() -> None:
    note = "<p><a href='#ghi-chu'>Bảng giá đò khuya theo quyết định của xã</a></p>"
    assert lines(note) == ["Bảng giá đò khuya theo quyết định của xã"]
    assert lines(note.replace("#ghi-chu", "/ghi-chu")) == []
    assert lines("<p><a name='gia'>Bảng giá đò khuya theo quyết định của xã</a></p>")


def test_the_speaker_of_a_quotation_stays() -> None:
    quote = "<blockquote><p>Có đò thì có bến.</p><footer>Ông Lưu Văn Bền</footer></blockquote>"
    assert lines(quote) == ["Có đò thì có bến.", "Ông Lưu Văn Bền"]
    assert lines("<div><footer>Ông Lưu Văn Bền</footer></div>") == []


def test_a_question_on_a_button_stays_and_what_one_presses_goes() -> None:
    asked = "<button>Chuyến cuối chạy lúc mấy giờ?</button><div>Lúc 22 giờ.</div>"
    assert lines(asked) == ["Chuyến cuối chạy lúc mấy giờ?", "Lúc 22 giờ."]
    assert lines("<h3><button>Chuyến cuối</button></h3><p>Lúc 22 giờ.</p>")[0] == "Chuyến cuối"
    assert lines("<button>Mấy giờ đò chạy?</button><div>Lúc 22 giờ.</div>")[0] == "Mấy giờ đò chạy?"
    assert lines("<button>Đặt chỗ trên đò ngay</button>") == []
    assert lines("<button>Đặt chỗ chưa?</button>") == []


def test_the_first_time_of_a_live_report_stays_and_a_lone_one_goes() -> None:
    def page(*times: str) -> str:
        said = "".join(
            f"<time>{t}</time><p>{s}</p>" for t, s in zip(times, (FIRST, SECOND), strict=True)
        )
        html = f"<body><div><h1>Chuyến khuya ở bến</h1>{said}</div></body>"
        return Cleaner().clean_html(html).text

    assert page("07:45", "08:10").startswith("07:45")
    assert page("07:45", "").startswith(FIRST)


PAGERS = "<div>Trang <a href='?p=1'>1</a> <a href='?p=2'>2</a> <a href='?p=3'>3</a> <a href='?p=2'>Sau</a></div>"


def test_a_pager_goes_and_numbers_stay() -> None:
    assert lines(PAGERS) == []
    assert lines("<div>Trang 4, 7 và 9</div>") == ["Trang 4, 7 và 9"]
    assert lines("<p>Xem <a href='/1'>bảng 1</a>, 2 và 3</p>") == ["Xem bảng 1, 2 và 3"]


def test_words_around_buttons_go_and_text_around_one_stays() -> None:
    viewer = (
        "<div><span>1/8</span><button>Trước</button><button>Sau</button><span>Đóng</span></div>"
    )
    assert lines(viewer) == []
    one = "<div><p>Đò 1/8 chỗ</p><button>Sau</button></div>"
    assert lines(one) == ["Đò 1/8 chỗ"]
    long = viewer.replace("1/8", "Hình chụp ở bến lúc đò khuya rời bờ")
    assert "Hình chụp ở bến lúc đò khuya rời bờ" in lines(long)


OFFER = (
    "<div><h4>Sách mới về nghề làm bánh</h4>"
    "<p>Mười tập in bìa cứng, giảm ba mươi phần trăm cho người đặt mua trong tuần này.</p>"
    "<a href='/sach'>Đặt mua</a></div>"
)


def test_an_offer_between_the_paragraphs_goes() -> None:
    assert text(OFFER) == ARTICLE
    assert text(OFFER.replace("<a href='/sach'>Đặt mua</a>", "<button>Đặt mua</button>")) == ARTICLE


@pytest.mark.parametrize(
    "box",
    [
        OFFER.replace("<a href='/sach'>Đặt mua</a>", ""),
        OFFER.replace("Sách mới về nghề làm bánh", "Sách mới nhất"),
        OFFER.replace("h4", "p").replace("Sách mới về nghề làm bánh", LINKED + "."),
        OFFER.replace("Mười tập in bìa cứng", FIRST[:-1] + ", " + SECOND[:-1]),
        OFFER.replace("<div>", "<blockquote>").replace("</div>", "</blockquote>"),
        OFFER.replace("Mười tập", "Mười tập " + "in bìa cứng rất đẹp " * 35),
    ],
    ids=["no link", "a short header", "no header", "words of the article", "a quotation", "long"],
)
def test_what_lacks_a_sign_of_an_offer_stays(box: str) -> None:
    assert "giảm ba mươi phần trăm" in text(box)


def test_a_box_above_the_article_is_not_judged() -> None:
    page = f"<div><h1>Chuyến khuya ở bến</h1>{OFFER}<p>{FIRST}</p><p>{SECOND}</p></div>"
    assert "giảm ba mươi phần trăm" in Cleaner().clean_html(f"<body>{page}</body>").text


@pytest.mark.parametrize("name", ["article_ads", "section_ads_300x250", "qc-box", "top-quangcao"])
def test_a_box_that_a_part_of_its_name_calls_an_advertisement_goes(name: str) -> None:
    assert text(f"<div class='{name}'><p>Nệm êm cho giấc ngủ sâu</p></div>") == ARTICLE


@pytest.mark.parametrize("name", ["no-ads", "with_ads", "roads", "adsorption", "qcvn"])
def test_a_name_that_only_looks_like_one_does_not(name: str) -> None:
    assert "Nệm êm" in text(f"<div class='{name}'><p>Nệm êm cho giấc ngủ sâu</p></div>")


def test_a_listing_stays() -> None:
    assert "getElementById" in text('<pre>var bang = document.getElementById("bang");</pre>')


def guide(*heads: str, tag: str = "h2", said: str = "Chạm vào ô nhỏ ở góc để mở ra.") -> str:
    return "".join(f"<{tag}>{head}</{tag}><p>{said}</p>" for head in heads)


def test_subheads_that_read_like_buttons_stay_over_sentences() -> None:
    kept = lines(guide("Đăng nhập", "Bình luận"))
    assert [line for line in kept if line in ("Đăng nhập", "Bình luận")] == kept[::2]
    assert "Bình luận" in lines(guide("Mở máy", "Bình luận", tag="h4"))


@pytest.mark.parametrize(
    "inner",
    [
        guide("Bình luận") + "<div>Chia sẻ</div>",
        guide("Bình luận", "Chia sẻ", tag="div"),
        guide("Bình luận", "Chia sẻ", said="Chạm vào ô nhỏ."),
        guide("Bình luận", "Chia sẻ", said="Chạm vào ô nhỏ ở góc để mở"),
        guide("Bình luận", "Chia sẻ", said="<a href='/'>Chạm vào ô nhỏ ở góc để mở ra.</a>"),
        guide("<a href='/b'>Bình luận</a>", "<a href='/c'>Chia sẻ</a>"),
        "".join(f"<div>{guide(head)}</div>" for head in ("Bình luận", "Chia sẻ")),
    ],
)
def test_headers_of_boxes_go(inner: str) -> None:
    assert "Bình luận" not in lines(inner)


SAID = "“Đêm nào cũng có người gọi đò, giờ thì ai cũng về được nhà”, ông Bền kể."


def test_a_quotation_that_is_one_link_stays() -> None:
    assert lines(f"<blockquote><a href='/1'>{SAID}</a></blockquote>") == [SAID]


@pytest.mark.parametrize(
    "naming", ["class='note related'", "id='footer-3'", "class='social-share'", "class='comment'"]
)
def test_a_paragraph_between_two_others_is_one_whatever_it_is_called(naming: str) -> None:
    assert lines(f"<p {naming}>{LINKED}.</p>") == [f"{LINKED}."]
    assert lines(f"<p {naming}>{LINKED}. <a href='/1'>Đò khuya chạy chuyến đầu</a></p>") == []
    assert lines(f"<div {naming}><p>{LINKED}.</p></div>") == []
    assert lines(f"<p {naming}>{LINKED[:50]}</p>") == []


@pytest.mark.parametrize("naming", ["class='ads'", "style='display:none'"])
def test_an_advertisement_and_what_is_hidden_read_like_paragraphs(naming: str) -> None:
    assert lines(f"<p {naming}>{LINKED}.</p>") == []


@pytest.mark.parametrize("name", ["sr-only", "visually-hidden", "screen-reader-text"])
def test_words_for_those_who_listen_are_not_read(name: str) -> None:
    assert lines(f"<div><span class='{name}'>Mở ảnh trong trình xem</span><img src=a></div>") == []

"""Numbers and guards of the page reader: a case on either side."""

from __future__ import annotations

import json

import pytest

from grown import grown
from vnnews_clean import Cleaner
from vnnews_clean.read.page.raw import without_raw

PARAGRAPHS = (
    "Bến đò nhỏ bắt đầu chạy chuyến khuya từ đầu tháng để công nhân tan ca kịp về bên kia sông.",
    "Mỗi đêm có chừng bốn mươi khách, đủ tiền dầu nhưng chưa đủ trả công cho người lái thứ hai.",
    "Xã đã lắp ba cột đèn, phát áo phao có vạch phản quang và cấm chở quá hai mươi người một lượt.",
)
ARTICLE = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
SAID = (
    "Đèn ở bến sáng hơn trước nhiều rồi, giờ chỉ mong có thêm một mái che mưa cho bà con đứng đợi.",
    "Ngày xưa bố tôi chèo đò ở đúng bến ấy, khách ngồi chen nhau mà chẳng ai có áo phao bao giờ cả.",
    "Nên thu thêm một nghìn mỗi khách để thuê người lái thứ hai, chứ một người chạy suốt thì mệt lắm.",
)


@pytest.mark.parametrize(("size", "kept"), [(200, True), (201, False)])
def test_a_tag_says_within_two_hundred_bytes_that_it_holds_data(size: int, kept: bool) -> None:
    name = "type=application/ld+json"
    script = f"<script {'x' * (size - len(name) - 1)} {name}>{{}}</script>"
    assert (without_raw(script) != b"") is kept


@pytest.mark.parametrize(("end", "told"), [(4096, True), (4097, False)])
def test_a_charset_is_looked_for_in_four_thousand_bytes(end: int, told: bool) -> None:
    tag = "<meta charset=koi8-r"
    page = f"{' ' * (end - len(tag))}{tag}><p>Доброе утро, соседи по переправе через канал.</p>"
    text = Cleaner().clean_html(page.encode("koi8-r")).document.text
    assert ("переправе" in text) is told


@pytest.mark.parametrize(("size", "stays"), [(70, False), (71, True)])
def test_who_wrote_a_comment_and_when_is_a_line_of_seventy_characters(
    size: int, stays: bool
) -> None:
    records = "".join(
        f"<div><p>{grown(size, '', f' 2{i}/3/2019')}</p><p>{said}</p></div>"
        for i, said in enumerate(SAID)
    )
    page = f"<body><div><h1>Đò nhỏ</h1><div>{ARTICLE}<div>{records}</div></div></div></body>"
    assert (SAID[0] in Cleaner().clean_html(page).text) is stays


@pytest.mark.parametrize(("size", "kept"), [(29, False), (30, True)])
def test_thirty_characters_are_an_article_on_a_page_of_few_links(size: int, kept: bool) -> None:
    line = grown(size)
    page = f"<body><div><a href='/'>Trang chủ</a></div><div>{line}</div></body>"
    assert Cleaner().clean_html(page).text == (line if kept else "")


@pytest.mark.parametrize(("size", "kind"), [(1499, "other"), (1500, "article")])
def test_a_page_that_says_it_is_an_index_needs_fifteen_hundred_characters(
    size: int, kind: str
) -> None:
    lines = [grown(250) for _ in range(5)]
    lines.append(grown(size - 1250))
    text = "".join(f"<p>{line}</p>" for line in lines)
    told = json.dumps({"@type": "CollectionPage"})
    script = f"<script type='application/ld+json'>{told}</script>"
    page = f"<html><head>{script}</head><body><div>{text}</div></body></html>"
    assert Cleaner().clean_html(page).document_type == kind


@pytest.mark.parametrize(("depth", "told"), [(5, True), (6, False)])
def test_data_are_looked_at_six_objects_deep(depth: int, told: bool) -> None:
    thing: object = {"@type": "NewsArticle", "headline": "Đò nhỏ", "datePublished": "2031-04-05"}
    for _ in range(depth):
        thing = {"part": thing}
    script = f"<script type='application/ld+json'>{json.dumps(thing)}</script>"
    result = Cleaner().clean_html(f"<body>{script}<div><h1>Đò nhỏ</h1>{ARTICLE}</div></body>")
    assert (result.metadata.published == "2031-04-05") is told


@pytest.mark.parametrize(("size", "told"), [(2_000_000, True), (2_000_001, False)])
def test_data_of_two_million_characters_are_read(size: int, told: bool) -> None:
    thing = json.dumps({"@type": "NewsArticle", "datePublished": "2031-04-05"})
    script = f"<script type='application/ld+json'>{thing:<{size}}</script>"
    result = Cleaner().clean_html(f"<body>{script}<div><h1>Đò nhỏ</h1>{ARTICLE}</div></body>")
    assert (result.metadata.published == "2031-04-05") is told


@pytest.mark.parametrize(
    ("given", "license"),
    [
        ("https://example.vn/giay-phep", "https://example.vn/giay-phep"),
        ({"@id": "giay-phep-4"}, "giay-phep-4"),
        ({"@type": "CreativeWork"}, ""),
    ],
)
def test_a_licence_is_an_address_a_name_or_what_it_is_called(given: object, license: str) -> None:
    thing = json.dumps({"@type": "NewsArticle", "license": given})
    script = f"<script type='application/ld+json'>{thing}</script>"
    result = Cleaner().clean_html(f"<body>{script}<div><h1>Đò nhỏ</h1>{ARTICLE}</div></body>")
    assert result.metadata.license == license


@pytest.mark.parametrize(("boats", "stays"), [(6, False), (7, True)])
def test_eight_lines_with_two_buttons_are_controls(boats: int, stays: bool) -> None:
    names = ("Đò sớm", "Đò trưa", "Đò chiều", "Đò khuya", "Đò dọc", "Đò chợ", "Đò lúa")[:boats]
    told = "".join(f"<p>{name} còn</p>" for name in names)
    first, *rest = (f"<p>{line}</p>" for line in PARAGRAPHS)
    controls = f"<div><button>Trước</button><button>Sau</button>{told}</div>"
    page = f"<h1>Chuyến khuya ở bến</h1><div>{first}{controls}{''.join(rest)}</div>"
    assert ("Đò trưa còn" in Cleaner().clean_html(f"<body>{page}</body>").text) is stays


@pytest.mark.parametrize(("around", "stays"), [("{}", False), ("<div>{}</div>", True)])
def test_a_player_stands_between_the_paragraphs(around: str, stays: bool) -> None:
    cards = "".join(
        f"<div><a href='/{n}'>Ghe chở dưa hấu mắc cạn ở vàm kênh Ông Cò hôm thứ {n}</a></div>"
        for n in (2, 3)
    )
    title = "Ghe ngo hạ thủy mừng mùa nước nổi, hai mươi tay chèo ra bến từ sớm để tập cho kịp"
    box = around.format(f"<div><div>{title}</div><div>{cards}</div></div>")
    first, *rest = (f"<p>{line}</p>" for line in PARAGRAPHS)
    body = f"<div><h1>Đò nhỏ chạy khuya</h1>{first}{box}{''.join(rest)}</div>"
    page = f"<title>Đò nhỏ chạy khuya</title>{body}"
    assert (title in Cleaner(sites=()).clean_html(page).text) is stays


@pytest.mark.parametrize(
    ("names", "stays"),
    [
        (("Công Tằng Tôn Nữ Hạnh", "Bà Tư Bến Đò Ngang", "Anh Ba Xóm Bãi Dừa"), False),
        (("Công Tằng Tôn Nữ Ngọc Hạnh", "Bà Tư Bến Đò Ngang Cũ", "Anh Ba Xóm Bãi Dừa Nước"), True),
    ],
)
def test_a_reader_has_a_name_of_five_words(names: tuple[str, ...], stays: bool) -> None:
    rows = enumerate(zip(names, SAID, strict=True), 1)
    listed = "".join(
        f"<li><div>{name}</div><div>{said}</div><div>{n} ngày trước</div></li>"
        for n, (name, said) in rows
    )
    page = f"<body><div><h1>Đò nhỏ</h1><div>{ARTICLE}<div>{listed}</div></div></div></body>"
    assert (SAID[0] in Cleaner().clean_html(page).text) is stays


@pytest.mark.parametrize(("size", "kind"), [(999, "index"), (1000, "article")])
def test_a_thousand_characters_without_a_link_are_no_list_of_teasers(size: int, kind: str) -> None:
    lines = [grown(250) for _ in range(3)]
    lines.append(grown(size - 750))
    text = "".join(f"<p>{line}</p>" for line in lines)
    links = "".join(
        f"<p><a href='/{n}'>Chuyện bến đò ngày nước lớn, kỳ {n}</a></p>" for n in range(9)
    )
    page = f"<body><div>{text}{links}<p>{PARAGRAPHS[0]}</p></div></body>"
    assert Cleaner().clean_html(page).document_type == kind

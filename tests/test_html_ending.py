"""Stacks of headlines on pages, and what stands below the list that ends an article."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from grown import grown
from vnnews_clean import Cleaner

HEADLINE = "Thư viện huyện tặng nghìn cuốn truyện tranh cho học sinh"
TEXT = [grown(150, f"Chuyến thứ {n} của thư viện huyện") for n in range(4)]
STORIES = [
    "Chợ nổi họp sớm đón khách phương xa",
    "Làng gốm bên sông đỏ lửa trở lại",
    "Rừng tràm hồi sinh từ những hạt giống cũ",
    "Xóm nhỏ góp đất mở đường ra bến",
]
ALIEN = "Đài khí tượng báo gió đông bắc cấp ba, trời nhiều mây, đêm có sương mù nhẹ ở vùng núi cao."
FOOT = "<p>Ngõ 9 Bờ Hữu, phường Tân Mỹ</p><p>Đường dây phục vụ bạn xem 0219 388 4455</p>"


def linked(stories: list[str]) -> str:
    return "".join(
        f'<p class="o"><a href="/{n}">{story}</a></p>' for n, story in enumerate(stories)
    )


def cleaned(inside: str, headline: str = HEADLINE) -> list[str]:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<title>{headline}</title><div><h1>{headline}</h1><div>{text}{inside}</div></div>"
    return [line for line in Cleaner(sites=()).clean_html(page).text.split("\n") if line]


@pytest.mark.parametrize(("count", "ends"), [(3, True), (2, False)])
def test_a_list_of_three_stories_ends_the_article(count: int, ends: bool) -> None:
    kept = cleaned(f"<h4>Góc bếp hôm nay</h4>{linked(STORIES[:count])}<div>{FOOT}</div>")
    assert kept[: len(TEXT)] == TEXT
    assert ("Ngõ 9 Bờ Hữu, phường Tân Mỹ" not in kept) == ends


@pytest.mark.parametrize("header", ["Góc bếp hôm nay", "Hôm nay ăn gì?"])
def test_the_header_goes_with_its_list(header: str) -> None:
    assert cleaned(f"<h4>{header}</h4>{linked(STORIES)}") == TEXT


@pytest.mark.parametrize(
    ("behind", "returns"),
    [
        (f"<p>{grown(150, 'Cuối cùng')}</p>", True),  # beside the paragraphs
        ("<p>Mai xe lại chạy thôi</p>", False),  # no sentence
        ("<p>Mai ra bến từ sớm ạ.</p>", True),  # twenty characters
        ("<p>Ra bến từ sớm thôi.</p>", False),
        (
            f"<div><p>{grown(150, 'Chuyến thứ 9 của thư viện huyện')}</p></div>",
            True,
        ),  # the same words
        ("<figure><figcaption>Xe chở truyện dừng ở sân trường</figcaption></figure>", True),
        (
            "<table><tr><td>Xã</td><td>Cuốn</td></tr><tr><td>Tân Mỹ</td><td>214</td></tr></table>",
            True,
        ),
        ("<section><b>Ngõ 9 Bờ Hữu, phường Tân Mỹ</b></section>", False),
    ],
)
def test_an_article_goes_on_behind_a_list(behind: str, returns: bool) -> None:
    kept = cleaned(f"{linked(STORIES)}{behind}<div>{FOOT}</div>")
    assert kept[: len(TEXT)] == TEXT
    assert ("Ngõ 9 Bờ Hữu, phường Tân Mỹ" in kept) == returns


@pytest.mark.parametrize(("name", "returns"), [("doan", True), ("chan", False)])
def test_a_paragraph_built_as_those_above_goes_on(name: str, returns: bool) -> None:
    sections = "".join(f'<section class="doan"><p>{line}</p></section>' for line in TEXT)
    page = f"<h1>{HEADLINE}</h1>{sections}{linked(STORIES)}<section class='{name}'><p>{ALIEN}</p></section>"
    kept = Cleaner(sites=()).clean_html(f"<title>{HEADLINE}</title><div>{page}</div>").text
    assert (ALIEN in kept) == returns


@pytest.mark.parametrize(("above", "returns"), [(1, True), (2, False)])
def test_below_a_sapo_alone_a_list_ends_nothing(above: int, returns: bool) -> None:
    sapo = "".join(f"<h2><p>{line}</p></h2>" for line in TEXT[:above])
    page = f"<h1>{HEADLINE}</h1>{sapo}<div>{linked(STORIES)}</div><p>{ALIEN}</p><div>{FOOT}</div>"
    kept = Cleaner(sites=()).clean_html(f"<title>{HEADLINE}</title><article>{page}</article>").text
    assert (ALIEN in kept) == returns


@pytest.mark.parametrize(("gap", "ends"), [(2, True), (3, False)])
def test_lines_beside_the_stories_of_a_list(gap: int, ends: bool) -> None:
    beside = "".join(f"<p>Mục {n}</p>" for n in range(gap))
    stories = beside.join(linked([story]) for story in STORIES[:3])
    kept = cleaned(f"<section>{stories}</section><div>{FOOT}</div>")
    assert ("Ngõ 9 Bờ Hữu, phường Tân Mỹ" not in kept) == ends


SUMMARY = "Từ bốn giờ sáng, hàng trăm chiếc ghe đã neo kín khúc sông để kịp phiên chợ đầu năm, đông hơn hẳn mùa trước."


@pytest.mark.parametrize(
    ("box", "stack"),
    [
        (
            "<p>Hồ sơ</p><p><a href='/1'>{}</a></p><p>{s}</p><p><a href='/2'>{}</a></p><p>{s}</p>",
            True,
        ),
        ("<p><a href='/1'>{}</a></p><p>{s}</p><p><a href='/2'>{}</a></p>", True),
        ("<p>{s}</p><p><a href='/1'>{}</a></p><p>{s}</p><p><a href='/2'>{}</a></p>", False),
        ("<p>Hồ sơ</p><p><a href='/1'>{}</a></p><p>{s}</p>", False),
    ],
)
def test_a_stack_of_headlines_is_a_box(box: str, stack: bool) -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    inside = box.format(*STORIES, s=SUMMARY)
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1><p>{TEXT[0]}</p><div>{inside}</div>{text}</div>"
    kept = Cleaner(sites=()).clean_html(page).text.split("\n")
    assert (SUMMARY not in kept) == stack


@pytest.mark.parametrize(("count", "goes"), [(1, False), (2, True)])
def test_a_stack_has_two_headlines(count: int, goes: bool) -> None:
    story = "Chợ nổi họp sớm đón khách phương xa về tận bến cuối con kênh đào thứ {}"
    links = "".join(
        f"<p><a href='/{n}'>{story.format(n)}</a></p><p>{SUMMARY}</p>" for n in range(count)
    )
    assert (SUMMARY not in cleaned(f"<div><p>Hồ sơ</p>{links}</div><p>{ALIEN}</p>")) == goes


@pytest.mark.parametrize(("shared", "size", "returns"), [(6, 40, True), (6, 42, False)])
def test_pairs_of_words_that_a_paragraph_behind_a_list_shares(
    shared: int, size: int, returns: bool
) -> None:
    words = [*TEXT[0].split()[: shared + 1], *(f"{word}{n}" for n in range(9) for word in "abcde")]
    line = " ".join(words[: size + 1]) + "."
    kept = cleaned(f"{linked(STORIES)}<section><b><p>{line}</p></b></section><div>{FOOT}</div>")
    assert (line in kept) == returns


def test_what_a_card_says_of_its_story_is_not_the_article_going_on() -> None:
    summary = "Sáng sớm, ghe chở lúa giống về tận bến để bà con kịp vụ mới, đông hơn hẳn mùa trước."
    cards = "".join(
        f"<p><a href='/{n}'>{story}</a></p><p>{summary}</p>" for n, story in enumerate(STORIES)
    )
    kept = cleaned(f"<div>{cards}</div><div>{FOOT}</div>")
    assert kept == TEXT


def test_readers_who_speak_of_the_article_do_not_go_on_with_it() -> None:
    said = " ".join(TEXT[0].split()[:20])
    comments = "".join(
        f"<section><b>Bạn {name}</b><p>{said}, tôi mừng.</p><i>Trả lời</i></section>"
        for name in ("Lúa", "Bến")
    )
    kept = cleaned(f"{linked(STORIES)}<div>{comments}</div><div>{FOOT}</div>")
    assert kept == TEXT


def test_a_poem_that_the_head_gives_has_no_prose_and_no_end() -> None:
    verse = [f"Mẻ gốm thứ {n} vừa đỏ lửa đêm qua" for n in ("nhất", "hai", "ba")]
    said = f'{{"@type": "NewsArticle", "articleBody": "{" ".join(verse)}"}}'
    poem = "".join(f"<p>{line}</p>" for line in verse)
    page = f"<script type='application/ld+json'>{said}</script><div>{poem}{linked(STORIES)}</div>"
    kept = Cleaner(sites=()).clean_html(f"<h1>{HEADLINE}</h1>{page}").text
    assert [line for line in verse if line in kept] == verse


@pytest.mark.parametrize(("around", "stays"), [("{}", True), ("<div>{}</div>", False)])
def test_a_page_is_no_stack_of_its_own_headlines(around: str, stays: bool) -> None:
    digest = "".join(
        f"<p><a href='/{n}'>{story}</a></p><p>{SUMMARY}</p>" for n, story in enumerate(STORIES)
    )
    page = f"<title>{HEADLINE}</title><h2>{HEADLINE}</h2>{around.format(digest)}"
    assert (SUMMARY in Cleaner(sites=()).clean_html(page).text) == stays


def test_a_short_article_above_a_long_list_is_no_index() -> None:
    stories = "".join(f"<div><a href='/{n}'>{STORIES[n % 4]} lần {n}</a></div>" for n in range(12))
    title = "Sáu điều cần nhớ khi viết thư tay"
    body = f"<div class='t'>{title}</div><div>{grown(140, 'Viết thư')}</div><div>{grown(140, 'Thư tay')}</div>"
    page = (
        f"<title>{title}</title><div class='center'>{body}<div class='other'>{stories}</div></div>"
    )
    result = Cleaner(sites=()).clean_html(page)
    assert result.document.document_type == "article"
    assert "lần 3" not in result.text


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_decomposed_title_is_the_headline(form: Literal["NFC", "NFD"]) -> None:
    title = unicodedata.normalize(form, "Thầy giáo già viết thư tay mỗi tối")
    text = "".join(f"<div>{line}</div>" for line in TEXT)
    page = f"<title>{title}</title><div><div class='t'>{title}</div>{text}</div>"
    result = Cleaner(sites=()).clean_html(page)
    assert result.title == unicodedata.normalize("NFC", title)
    assert result.text.split("\n\n") == TEXT


SITE = "Nhật ký đồng bằng"


@pytest.mark.parametrize(
    ("site", "title"),
    [
        (SITE, "Thầy giáo già viết thư tay mỗi tối"),
        (
            "Nhật ký của một người đồng bằng",
            "Thầy giáo viết thư tay",
        ),  # the longer part is the site's
    ],
)
def test_the_name_of_a_site_in_front_of_the_headline(site: str, title: str) -> None:
    text = "".join(f"<div>{line}</div>" for line in TEXT)
    page = f"<title>{site}: {title}</title><h1>{site}</h1><div><h3>{title}</h3>{text}</div>"
    result = Cleaner(sites=()).clean_html(page)
    assert (result.title == title) == (site == SITE)


@pytest.mark.parametrize(
    ("header", "links", "tag", "goes"),
    [
        ("Xem gì tiếp đêm nay", 3, "div", True),
        (grown(39, end=""), 4, "div", True),
        (grown(40, end=""), 4, "div", False),
        (grown(31, end=""), 2, "div", False),  # less than three quarters are links
        ("Xem gì tiếp đêm nay", 3, "p", False),
        ("Xem gì tiếp đêm nay.", 3, "div", True),
    ],
)
def test_a_header_and_its_links_on_one_line(header: str, links: int, tag: str, goes: bool) -> None:
    stories = " ".join(f'<a href="/{n}">{story}</a>' for n, story in enumerate(STORIES[:links]))
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{text}<{tag}><b>{header}</b> {stories}</{tag}>{text}</div>"
    kept = Cleaner(sites=()).clean_html(page).text
    assert (STORIES[0] not in kept) == goes


@pytest.mark.parametrize(("size", "goes"), [(58, False), (62, True)])
def test_a_short_link_behind_a_few_words_may_be_what_somebody_says(size: int, goes: bool) -> None:
    story = grown(size, end="")
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    line = f'<div><b>Ông Bền kể:</b> <a href="/1">{story}</a></div>'
    page = f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{text}{line}{text}</div>"
    assert (story not in Cleaner(sites=()).clean_html(page).text) == goes


def test_a_deck_that_says_all_of_the_headline_is_not_the_article() -> None:
    title = "Phê duyệt kế hoạch đắp bờ bao cho hồ chứa nước xóm bãi"
    deck = f"Huyện vừa {title.lower()} trong cuộc họp sáng nay, ngay sau khi có ý kiến của bà con."
    body = "".join(
        f"<p>{grown(200, f'Đoạn thứ {n} nói về hồ chứa nước và bờ bao')}</p>" for n in range(3)
    )
    page = f"<title>{title}</title><div><h1>{title}</h1><div>{deck}</div></div><div>{body}</div>"
    result = Cleaner(sites=()).clean_html(page)
    assert "Đoạn thứ 2" in result.text


def side_by_side(stories: list[str], between: str = "") -> str:
    links = between.join(f"<a href='/{n}'><i>Kỳ {n}</i> {s}</a>" for n, s in enumerate(stories))
    return f"<div><div>{links}</div></div>"


@pytest.mark.parametrize(
    ("box", "ends"),
    [
        (side_by_side(STORIES), True),
        (side_by_side(STORIES, "\n"), True),
        (side_by_side(STORIES, ", "), False),  # one line of text
        (side_by_side(STORIES[:2]), False),
        (side_by_side([*STORIES[:3], "Chợ nổi trưa"]), False),  # 17 characters
        (side_by_side([*STORIES[:3], "Chợ nổi khuya"]), True),  # 18 characters
        (f"<div><a href='/'>{'</a><a>'.join(STORIES)}</a> và truyện khác</div>", False),
    ],
)
def test_headlines_side_by_side_are_a_list(box: str, ends: bool) -> None:
    assert ("Ngõ 9 Bờ Hữu, phường Tân Mỹ" not in cleaned(f"{box}<div>{FOOT}</div>")) == ends


@pytest.mark.parametrize(("cell", "stays"), [("<td>18</td>", True), ("", False)])
def test_a_row_with_a_linked_cell_is_no_header_and_its_links(cell: str, stays: bool) -> None:
    name = "Trường cao đẳng nghề đóng tàu và sửa chữa ghe máy vùng hạ lưu sông"
    row = f"<tr><td>Trường <a href='/1'>{name}</a></td>{cell}</tr>"
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    page = (
        f"<title>{HEADLINE}</title><div><h1>{HEADLINE}</h1>{text}<table>{row}</table>{text}</div>"
    )
    assert (name in Cleaner(sites=()).clean_html(page).text) == stays

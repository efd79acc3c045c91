"""Metadata: from what a page says of itself, and from what rules have labelled."""

from __future__ import annotations

import json

import pytest

from vnnews_clean import Cleaner, PolicyName
from vnnews_clean.dates import iso

CLEANER = Cleaner()
PROSE = "<p>Cả làng ra bến đón con thuyền đua mới, dài mười hai mét, đóng bằng gỗ chò.</p>" * 3
HEAD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Báo Bến Sông"},
        {
            "@type": "NewsArticle",
            "headline": "Làng chài hạ thủy thuyền đua",
            "description": "Con thuyền dài 12 m do thợ trong làng đóng.",
            "datePublished": "2025-10-22T19:25:00+0700",
            "dateModified": "2025-10-23T06:00:00Z",
            "author": [{"@type": "Person", "name": "Lê Bến"}, {"name": "Trần Sông"}],
            "publisher": {"@type": "Organization", "name": "Báo Bến Sông"},
            "articleSection": "Đời sống",
            "keywords": ["thuyền đua", "làng chài"],
            "image": ["https://bensong.example/a.jpg"],
        },
    ],
}


def page(head: str, body: str = PROSE) -> str:
    return f"<html lang='vi-VN'><head>{head}</head><body><div>{body}</div></body></html>"


def ld(data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data, ensure_ascii=False)}</script>"


def test_json_ld_gives_everything() -> None:
    canonical = "<link rel='canonical' href='https://bensong.example/thuyen-dua-1.html'>"
    assert CLEANER.clean_html(page(ld(HEAD) + canonical)).metadata.as_dict() == {
        "title": "Làng chài hạ thủy thuyền đua",
        "description": "Con thuyền dài 12 m do thợ trong làng đóng.",
        "authors": ["Lê Bến", "Trần Sông"],
        "published": "2025-10-22T19:25:00+07:00",
        "modified": "2025-10-23T06:00:00Z",
        "publisher": "Báo Bến Sông",
        "section": "Đời sống",
        "tags": ["thuyền đua", "làng chài"],
        "language": "vi-vn",
        "url": "https://bensong.example/thuyen-dua-1.html",
        "image": "https://bensong.example/a.jpg",
    }


def test_meta_tags_give_what_there_is() -> None:
    head = (
        "<title>Làng chài hạ thủy thuyền đua | Báo Bến Sông</title>"
        "<meta property='og:title' content='Làng chài hạ thủy &amp;quot;thuyền đua&amp;quot; - Báo Bến Sông'>"
        "<meta property='og:site_name' content='Báo Bến Sông'>"
        "<meta name='author' content='Lê Bến'><meta name='keywords' content='thuyền, làng chài, '>"
        "<meta property='article:published_time' content='2025-10-22 19:25'>"
        "<meta property='og:image' content='https://bensong.example/b.jpg'>"
    )
    found = CLEANER.clean_html(page(head)).metadata
    assert found.title == 'Làng chài hạ thủy "thuyền đua"'
    assert found.authors == ("Lê Bến",)
    assert found.tags == ("thuyền", "làng chài")
    assert found.published == "2025-10-22T19:25:00"
    assert (found.publisher, found.image) == ("Báo Bến Sông", "https://bensong.example/b.jpg")


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Làng',
        '{"@type": "NewsArticle", "headline": 5, "author": null, "datePublished": [1]}',
        "[[[[[[[[[]]]]]]]]]",
        "null",
        "[" * 100_000,
        '{"a": NaN}',
    ],
)
def test_malformed_json_ld_is_survived(script: str) -> None:
    head = f"<title>Thuyền đua</title><script type='application/ld+json'>{script}</script>"
    assert CLEANER.clean_html(page(head)).title == "Thuyền đua"


def test_json_ld_with_line_breaks_in_values_is_read() -> None:
    head = "<script type='application/ld+json'>{'@type':'NewsArticle','headline':'Hai\n dòng'};</script>"
    assert CLEANER.clean_html(page(head.replace("'{", "{").replace("'", '"'))).title == "Hai dòng"


def test_json_ld_in_the_body_is_read() -> None:
    assert CLEANER.clean_html(page("", PROSE + ld(HEAD))).metadata.authors == (
        "Lê Bến",
        "Trần Sông",
    )


CC = "https://creativecommons.org/licenses/by/4.0/"


def thing(kind: str, license_: object) -> str:
    return ld({"@type": kind, "headline": "Thuyền đua", "license": license_})


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        ("<link rel='license' href='/ban-quyen.html'>", "", "/ban-quyen.html"),
        ("<meta name='DCTERMS.license' content='CC BY 4.0'>", "", "CC BY 4.0"),
        (thing("NewsArticle", CC), "", CC),
        (thing("WebPage", {"@id": CC}), "", CC),
        (thing("CreativeWork", {"@type": "CreativeWork", "name": "CC BY 4.0"}), "", "CC BY 4.0"),
        (ld([{"@type": "WebPage", "license": "/w"}]) + thing("NewsArticle", CC), "", CC),
        (thing("ImageObject", CC), "", ""),
        (thing("NewsArticle", 4), "", ""),
        ("", f"<footer><a rel='license nofollow' href='{CC}'>CC BY</a></footer>", CC),
        ("", f"<div><a href='{CC}'><img src='/by.png'></a></div>", CC),
        ("", f"<p>Bản đồ ra theo <a href='{CC}'>giấy phép</a> mở.</p>", ""),
        ("", f"<figure><img src='/a'><a rel='license' href='{CC}'>CC BY</a></figure>", ""),
        ("", "<a rel='license'>CC BY</a>", ""),
    ],
)
def test_a_licence_is_the_articles_or_the_pages_never_a_pictures(
    head: str, body: str, found: str
) -> None:
    assert CLEANER.clean_html(page(head, PROSE + body)).metadata.license == found


def test_printed_headline_date_and_byline_fill_the_gaps() -> None:
    body = (
        "<h1>Làng chài hạ thủy thuyền đua</h1><span class='date'>Thứ tư, 22/10/2025, 19:25 (GMT+7)</span>"
        f"<div class='author'>Lê Bến</div><div>{PROSE}</div>"
    )
    found = CLEANER.clean_html(page("", body)).metadata
    assert found.title == "Làng chài hạ thủy thuyền đua"
    assert found.published == "2025-10-22T19:25:00+07:00"
    assert found.date == "Thứ tư, 22/10/2025, 19:25 (GMT+7)"
    assert found.authors == ("Lê Bến",)


def test_text_gives_what_is_labelled() -> None:
    text = (
        "date 2025-10-22\nLàng chài hạ thủy chiếc thuyền đua mới\n\n"
        "(Bến Sông) - Cả làng ra bến đón con thuyền đua mới, dài mười hai mét, đóng bằng gỗ chò.\n\n"
        "Thuyền sẽ dự hội đua đầu xuân với mười sáu tay chèo trong làng.\n\nTheo TTXVN"
    )
    found = CLEANER.clean(text).metadata
    assert found.title == "Làng chài hạ thủy chiếc thuyền đua mới"
    assert (found.date, found.published) == ("2025-10-22", "2025-10-22")
    assert found.source == "TTXVN"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Thứ bảy, 7/3/2026, 08:00 (GMT+7)", "2026-03-07T08:00:00+07:00"),
        ("08:00 07/03/2026", "2026-03-07T08:00:00"),
        ("07/03/2026 8:05 PM", "2026-03-07T20:05:00"),
        ("19/08/2025 19:17 PM", "2025-08-19T19:17:00"),
        ("15:30 | 02.9.2025", "2025-09-02T15:30:00"),
        ("12h05 ngày 1-6-2024", "2024-06-01T12:05:00"),
        ("Ngày 12/5/2025", "2025-05-12"),
        ("2025-10-22T19:25:00.123+0700", "2025-10-22T19:25:00+07:00"),
        ("2025-10-22", "2025-10-22"),
        ("32/13/2025", ""),
        ("25:99 01/02/2025", "2025-02-01"),
        ("hôm qua", ""),
        ("", ""),
    ],
)
def test_dates_become_iso_8601(printed: str, expected: str) -> None:
    assert iso(printed) == expected


STORY = """Làng gốm bên sông đỏ lửa trở lại
Sau mười năm im ắng, các lò gốm bên sông lại đỏ lửa nhờ những người trẻ trở về quê.
Mỗi tháng, cả làng nung được hơn hai nghìn sản phẩm gốm, phần lớn bán cho khách phương xa.
Các bạn trẻ lập tổ hợp tác, chia nhau trộn đất, chuốt gốm và trông lò suốt ba ngày đêm mỗi mẻ.
Ông Tư, người giữ lò lâu nhất làng, nói ông chỉ mong lò gốm bên sông không tắt lửa thêm lần nữa.
"""
IMPRINT = """
TẠP CHÍ BẾN SÔNG ĐIỆN TỬ
Giấy phép xuất bản số 118/GP-BTTTT cấp ngày 04/5/2021
Tổng biên tập: Lê Bến
"""


def test_the_imprint_has_no_author_and_no_date() -> None:
    found = CLEANER.clean(STORY + "Sông Thương (ghi)\n" + IMPRINT).metadata
    assert found.authors == ("Sông Thương",)
    assert CLEANER.clean(STORY + IMPRINT).metadata.as_dict().keys() == {"title", "description"}


@pytest.mark.parametrize("policy", ["article", "body"])
def test_a_byline_that_is_cut_by_itself_counts(policy: PolicyName) -> None:
    found = Cleaner(policy=policy).clean(STORY + "Sông Thương (ghi)\n").metadata
    assert found.authors == ("Sông Thương",)


def test_readers_comments_have_no_date_of_the_article() -> None:
    comments = "Bình luận (2)\nThu Hà\n14:02 18/6/2025\nBài hay quá!\nTrả lời\nThích\n"
    assert CLEANER.clean(STORY + comments).metadata.published == ""
    dated = STORY.replace("\n", "\nThứ ba, 17/6/2025 08:00\n", 1)
    assert CLEANER.clean(dated + comments).metadata.published == "2025-06-17T08:00:00"


def test_a_button_of_a_form_is_no_author() -> None:
    form = "<textarea placeholder='Ý kiến của bạn'></textarea><button>Gửi</button>"
    body = (
        f"<h1>Làng gốm bên sông đỏ lửa</h1><div>Lê Bến</div>{PROSE}<p>Một câu ngắn thôi.</p>{form}"
    )
    assert CLEANER.clean_html(page("", body)).metadata.authors == ("Lê Bến",)


MENU = "Thứ tư, 22/10/2025\nMới nhất\nThời sự\nThế giới\nKinh doanh\nThể thao\nGiải trí\nSức khỏe\n"


@pytest.mark.parametrize(
    ("printed", "published"),
    [("Thứ ba, 21/10/2025, 19:25 (GMT+7)\n", "2025-10-21T19:25:00+07:00"), ("", "")],
)
def test_of_dates_above_the_article_the_nearest_with_an_hour_counts(
    printed: str, published: str
) -> None:
    """The other one is the day's, as every page of the paper prints it."""
    foot = "Xem thêm\nBình luận\n" + IMPRINT
    result = CLEANER.clean(MENU + printed + STORY + foot)
    assert result.text.startswith(("Làng gốm", "Thứ ba"))
    assert result.metadata.published == published


@pytest.mark.parametrize(
    ("name", "authors"),
    [("admin", []), ("Administrator", []), ("Quản trị viên", []), ("Adminh Khê", ["Adminh Khê"])],
)
def test_an_account_is_no_author(name: str, authors: list[str]) -> None:
    found = CLEANER.clean_html(page(f"<meta name='author' content='{name}'>")).metadata
    assert list(found.authors) == authors


DATED = "<time datetime='2024-12-02T07:15+07:00'>"


@pytest.mark.parametrize(
    ("below", "published"),
    [
        (f"{DATED}hôm qua</time>", "2024-12-02T07:15:00+07:00"),
        (f"{DATED}03/12/2024</time>", "2024-12-03"),  # what readers see comes first
        ("<time datetime='07:15'>hôm qua</time>", ""),
        (f"{PROSE}<h4>Tin khác</h4><p>{DATED}hôm qua</time></p>", ""),
    ],
)
def test_the_date_of_a_page_that_prints_it_in_words(below: str, published: str) -> None:
    story = f"<h1>Làng chài hạ thủy thuyền đua</h1>{below}{PROSE}"
    assert CLEANER.clean_html(page("", story)).metadata.published == published


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='DC.date.issued' content='2024-11-20'>",
        "<meta name='dcterms.issued' content='2024-11-20'>",
        "<meta name='parsely-pub-date' content='2024-11-20'>",
        "<meta name='dc.date' content='2023-01-01'><meta name='DC.date.issued' content='2024-11-20'>",
    ],
)
def test_the_date_has_many_names_in_a_head(head: str) -> None:
    assert CLEANER.clean_html(page(head)).metadata.published == "2024-11-20"


def test_the_first_date_of_microdata_is_the_articles() -> None:
    dates = "".join(f"<meta itemprop='datePublished' content='2024-11-{n}'>" for n in (20, 21))
    story = f"<h1>Làng chài hạ thủy thuyền đua</h1>{dates}{PROSE}"
    assert CLEANER.clean_html(page("", story)).metadata.published == "2024-11-20"

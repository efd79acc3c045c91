"""An article never comes out empty: verse, notices, captions, a single short sentence."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner

NAV = "".join(f"<a href='/{i}'>{n}</a> " for i, n in enumerate(("Trang chủ", "Làng xã", "Mùa vụ")))
TEASERS = "".join(
    f"<div><h4><a href='/bai-{i}.html'>{headline}</a></h4></div>"
    for i, headline in enumerate(
        (
            "Vườn quýt cổ cho thu hoạch sớm nửa tháng",
            "Cầu phao tạm đưa vào sử dụng trước mùa lũ",
            "Học sinh vùng cao có thêm phòng học ấm",
            "Lớp học đan lưới của những người đã nghỉ hưu",
            "Phiên chợ cuối năm dời về bãi đất bên sông",
            "Đội bóng xã nhận áo mới trước giải mùa xuân",
            "Trạm bơm đầu kênh chạy lại sau ba tuần sửa",
            "Người giữ mười giống lúa nếp của ông bà",
            "Con đường ven đê trồng thêm hai hàng phi lao",
        )
    )
)
IMPRINT = (
    "<div><p>Trang tin của Hội Làng nghề Bến Xuân, giấy phép số 00 do Sở cấp ngày 1 tháng 2 năm 2003."
    "</p><p>Không được chép lại khi chưa có sự đồng ý bằng văn bản của ban biên tập trang tin này."
    "</p></div>"
)


def page(article: str, *, headline: str = "Mùa nếp mới bên sông Bưởi") -> str:
    head = f"<head><title>{headline}</title></head>"
    return f"<html>{head}<body><div>{NAV}</div>{article}<div>{TEASERS}</div>{IMPRINT}</body></html>"


def test_the_page_of_the_readme_prints_its_article() -> None:
    html = (
        "<article><h1>Lúa chín sớm</h1>"
        "<p>Nông dân phấn khởi vì lúa hè thu chín sớm và được giá.</p></article>"
    )
    result = Cleaner().clean_html(html, url="https://example.vn/lua-chin-som")
    assert result.text == "Nông dân phấn khởi vì lúa hè thu chín sớm và được giá."
    assert result.document_type == "article"
    assert any(remark.startswith("thin evidence") for remark in result.document.diagnostics)


VERSES = [f"Câu thơ thứ {n} kể chuyện làng." for n in ("nhất", "nhì", "ba", "tư", "năm", "sáu")]


@pytest.mark.parametrize(
    "article",
    [
        "<article><h1>{h}</h1>{p}</article>",
        "<div><h1>{h}</h1><div>{p}</div></div>",
        "<div><div><h1>{h}</h1></div><div>{p}</div></div>",
        "<table><tr><td><h1>{h}</h1></td></tr><tr><td>{b}</td></tr></table>",
    ],
)
def test_verse_comes_out_though_the_imprint_alone_is_prose(article: str) -> None:
    headline = "Mùa nếp mới bên sông Bưởi"
    verses = ["Mùa nếp mới đã về", "Bên sông Bưởi thơm lừng", *VERSES]
    paragraphs = "".join(f"<p>{verse}</p>" for verse in verses)
    html = page(article.format(h=headline, p=paragraphs, b="<br>".join(verses)))
    result = Cleaner().clean_html(html)
    assert result.text.replace("\n\n", "\n").split("\n") == verses
    assert result.document_type == "article"


def test_a_notice_of_one_sentence_below_its_headline_is_the_article() -> None:
    notice = "Nếp mới bán ở bến sông Bưởi từ thứ bảy."
    result = Cleaner().clean_html(
        page(f"<div><h1>Mùa nếp mới bên sông Bưởi</h1><p>{notice}</p></div>")
    )
    assert (result.text, result.document_type) == (notice, "article")


def test_a_photo_story_keeps_its_only_paragraph() -> None:
    said = "Cả xóm ra đồng gặt nếp mới từ khi trời chưa sáng, đến trưa thì xong thửa cuối bên sông Bưởi."
    photos = "".join(
        f"<figure><img src='{i}.jpg'><figcaption>{caption}</figcaption></figure>"
        for i, caption in enumerate(("Gặt nếp.", "Chở nếp về.", "Phơi nếp.", "Giã cốm."))
    )
    result = Cleaner().clean_html(
        page(f"<div><h1>Mùa nếp mới bên sông Bưởi</h1><p>{said}</p>{photos}</div>")
    )
    assert said in result.text
    assert result.document_type == "article"


def test_a_text_in_a_script_without_spaces_is_prose() -> None:
    said = "川沿いの村では今年も新しいもち米の収穫が始まり、朝早くから家族そろって田に出ている。"
    html = f"<body><div>{NAV}</div><div><h1>新米の季節</h1><p>{said}</p><p>{said[::-1]}。</p></div></body>"
    assert said in Cleaner().clean_html(html).text


def test_what_stands_on_a_page_of_links_without_headline_is_no_article() -> None:
    result = Cleaner().clean_html(
        page("<div>Chào bạn đọc ghé thăm làng.</div>", headline="Bến Xuân")
    )
    assert result.document_type == "index"
    assert result.text == ""


@pytest.mark.parametrize("wrapped", ["<p>{}</p>", "<div><img src='a.jpg'><p>{}</p></div>"])
def test_short_sentences_under_pictures_stay_with_the_lone_paragraph(wrapped: str) -> None:
    said = "Cả xóm ra đồng gặt nếp mới từ khi trời chưa sáng, đến trưa thì xong thửa cuối bên sông Bưởi."
    short = ("Gặt nếp từ sáng sớm tinh mơ.", "Chở nếp về bằng xe bò kéo.")
    story = f"<div><h1>Mùa nếp mới bên sông Bưởi</h1><p>{said}</p>"
    story += "".join(map(wrapped.format, short)) + f"<div>{TEASERS}</div></div>"
    assert Cleaner().clean_html(page(story)).text == "\n\n".join((said, *short))
    one = story.replace(short[1], "Chở nếp về.")
    assert Cleaner().clean_html(page(one)).text.startswith(said)

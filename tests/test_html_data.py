"""What a page says besides its text: the article as data, dates in words, publishers."""

from __future__ import annotations

import json

import pytest

from vnnews_clean import Cleaner

SENTENCES = [
    f"Bến đò nhỏ bắt đầu chạy chuyến khuya số {n} để công nhân tan ca kịp về bên kia sông."
    for n in ("một", "hai", "ba", "bốn", "năm")
]
HEADLINE = "Chuyến khuya ở bến đò nhỏ"


def page(script: str, shown: str = "") -> str:
    return (
        f"<head><title>{HEADLINE}</title>{script}</head>"
        f"<body><div><h1>{HEADLINE}</h1>{shown}</div><div id='app'></div></body>"
    )


def json_ld(text: str) -> str:
    thing = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": text}
    return f"<script type='application/ld+json'>{json.dumps(thing)}</script>"


@pytest.mark.parametrize("shown", ["", f"<p>{SENTENCES[0]}</p>"])
def test_json_ld_is_the_last_resort(shown: str) -> None:
    result = Cleaner().clean_html(page(json_ld("\n".join(SENTENCES)), shown))
    assert result.text == "\n\n".join(SENTENCES)
    assert (result.title, result.document_type) == (HEADLINE, "article")
    assert any("data" in remark for remark in result.document.diagnostics)


def test_what_the_page_shows_goes_before_its_data() -> None:
    shown = "".join(f"<p>{s}</p>" for s in SENTENCES[:3])
    result = Cleaner().clean_html(page(json_ld("\n".join(SENTENCES)), shown))
    assert result.text == "\n\n".join(SENTENCES[:3])


@pytest.mark.parametrize(
    "script",
    [
        "<script id='__NEXT_DATA__' type='application/json'>{}</script>",
        "<script>window.__NUXT__=(function(a){{return {}}})(1)</script>",
        "<script>window.__INITIAL_STATE__={}</script>",
    ],
)
@pytest.mark.parametrize("joint", ["\n", "</p><p>"])
def test_data_of_frameworks_is_found(script: str, joint: str) -> None:
    text = joint.join(SENTENCES)
    text = f"<p>{text}</p>" if joint.startswith("<") else text
    data = json.dumps({"props": {"id": "x" * 400, "content": text, "teaser": SENTENCES[0]}})
    assert Cleaner().clean_html(page(script.format(data))).text == "\n\n".join(SENTENCES)
    assert Cleaner().clean_html(page(script.format(json.dumps({"a": SENTENCES[0]})))).text == ""


def test_a_declarative_shadow_root_is_read() -> None:
    body = "".join(f"<p>{s}</p>" for s in SENTENCES)
    html = page("", f"<x-a><template shadowrootmode='open'><div>{body}</div></template></x-a>")
    assert Cleaner().clean_html(html).text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("Chủ nhật, ngày 21 tháng 09 năm 2025", "2025-09-21"),
        ("Thứ Ba, 2/1/2024, 08:15 (GMT+7)", "2024-01-02T08:15:00+07:00"),
        ("Ngày 21 tháng 9", ""),
    ],
)
def test_the_printed_date_is_known(printed: str, date: str) -> None:
    body = "".join(f"<p>{s}</p>" for s in SENTENCES)
    result = Cleaner().clean_html(page("", f"<div>{printed}</div><div>{body}</div>"))
    assert result.metadata.published == date


@pytest.mark.parametrize(
    ("site", "publisher"),
    [
        ("Tin Ven Sông", "Tin Ven Sông"),
        ("Báo A, B", "Báo A, B"),
        ("tin tức, thời sự, báo, sông", ""),
    ],
)
def test_a_list_of_keywords_is_no_publisher(site: str, publisher: str) -> None:
    html = page(f"<meta property='og:site_name' content='{site}'>", f"<p>{SENTENCES[0]}</p>")
    assert Cleaner().clean_html(html).metadata.publisher == publisher


def flight(*pieces: str) -> str:
    """The scripts by which a page streams its rows, in pieces."""
    pushes = (f"self.__next_f.push([1,{json.dumps(piece)}])" for piece in pieces)
    return "".join(f"<script>{push}</script>" for push in ("self.__next_f.push([0])", *pushes))


MARKUP = f"<h2>{HEADLINE}</h2><p>{'</p><p>'.join(SENTENCES)}</p>"
ROW = f"1a:T{len(MARKUP.encode()):x},"


@pytest.mark.parametrize(
    "pieces",
    [
        (f'2:I["x",[]]\n{ROW}', f'{MARKUP}5:["$","p",null,{{"children":"Đóng"}}]\n'),
        (f"{ROW}{MARKUP[:99]}", MARKUP[99:200], f"{MARKUP[200:]}7:null\n"),
        (f'5:["$","div",null,{{"html":{json.dumps(MARKUP)}}}]\n',),
    ],
    ids=["a row of its own", "cut anywhere", "a string in a row"],
)
def test_rows_that_a_page_streams_are_read(pieces: tuple[str, ...]) -> None:
    assert Cleaner().clean_html(page(flight(*pieces))).text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize("nested", [False, True])
def test_json_of_no_known_name_is_read_if_it_speaks_of_the_headline(nested: bool) -> None:
    body = json.dumps({"html": MARKUP})
    script = json.dumps({"body": body}) if nested else body
    script = f"<script type='application/json' data-x>{script}</script>"
    assert Cleaner().clean_html(page(script)).text == "\n\n".join(SENTENCES)
    other = (
        page(script)
        .replace(f"<h1>{HEADLINE}", "<h1>Giá lúa tuần qua")
        .replace(f"<title>{HEADLINE}", "<title>Giá lúa tuần qua")
    )
    assert SENTENCES[0] not in Cleaner().clean_html(other).text


@pytest.mark.parametrize(("size", "read"), [(59, True), (60, False)])
def test_a_placeholder_is_not_what_the_page_shows(size: int, read: bool) -> None:
    script = f"<script type='application/json'>{json.dumps({'html': MARKUP})}</script>"
    shown = f"<article><p>{'Đang tải nội dung'.ljust(size, '.')}</p></article>"
    assert (SENTENCES[1] in Cleaner().clean_html(page(script, shown)).text) is read

"""Results as Markdown and JSON."""

from __future__ import annotations

import json

import pytest

from vnnews_clean import Cleaner, ConfigError
from vnnews_clean.formats import FORMATS, render

SENTENCE = "Chợ nổi họp từ ba giờ sáng, ghe xuồng từ các kênh rạch đổ về bán trái cây và rau."
PAGE = f"""<html><head><title>Chợ nổi đông trở lại</title></head><body><div><h1>Chợ nổi đông trở lại</h1>
<p class="sapo">{SENTENCE}</p><p>{SENTENCE.replace("Chợ", "Một chợ")}</p><h2>Ghe nào bán gì?</h2>
<ul><li>Khóm, 10.000 đồng</li><li>Dưa * hấu</li></ul>
<table><tr><th>Ghe</th><th>Giá | kg</th></tr><tr><td>Khóm</td><td>10</td></tr></table>
<blockquote><p>Nước lên là ghe về.</p></blockquote>
<figure><img src="a.jpg"><figcaption>Bến chợ lúc rạng đông. Ảnh: An Bình</figcaption></figure>
<p># {SENTENCE.replace("Chợ", "Hai chợ")}</p><div class="related">Tin liên quan</div></div></body></html>"""
RESULT = Cleaner().clean_html(PAGE)


def test_markdown_knows_headings_lists_tables_quotes_and_captions() -> None:
    assert render(RESULT, "markdown") == "\n".join(
        [
            "# Chợ nổi đông trở lại",
            "",
            f"**{SENTENCE}**",
            "",
            SENTENCE.replace("Chợ", "Một chợ"),
            "",
            "## Ghe nào bán gì?",
            "",
            "- Khóm, 10.000 đồng",
            r"- Dưa \* hấu",
            "",
            r"| Ghe | Giá \| kg |",
            "| --- | --- |",
            "| Khóm | 10 |",
            "",
            "> Nước lên là ghe về.",
            "",
            "*Bến chợ lúc rạng đông. Ảnh: An Bình*",
            "",
            r"\# " + SENTENCE.replace("Chợ", "Hai chợ"),
            "",
        ]
    )


def test_a_result_gives_its_views_itself() -> None:
    assert RESULT.to_markdown() + "\n" == render(RESULT, "markdown")
    assert RESULT.to_html() + "\n" == render(RESULT, "html")
    assert RESULT.as_dict() == json.loads(render(RESULT, "json"))
    kinds = [block["kind"] for block in RESULT.as_dict()["blocks"]]  # type: ignore[attr-defined]
    assert {type(kind) for kind in kinds} == {str}, "an enumeration is no plain value"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a", "<Result: 1 character kept, 0 removals>"),
        (
            f"{SENTENCE}\nTheo dõi Báo Sông Quê trên",
            f"<Result: {len(SENTENCE)} characters kept, 1 removal>",
        ),
    ],
)
def test_what_a_prompt_shows_of_a_result(text: str, shown: str) -> None:
    assert repr(Cleaner().clean(text)) == shown


def test_json_has_blocks_metadata_and_the_audit() -> None:
    data = json.loads(render(RESULT, "json"))
    assert data["text"] == RESULT.text
    assert data["metadata"]["title"] == "Chợ nổi đông trở lại"
    assert data["document_type"] == RESULT.document_type
    kinds = [block["kind"] for block in data["blocks"]]
    assert kinds == [
        "lede",
        "body",
        "heading",
        "list",
        "list",
        "table",
        "table",
        "quote",
        "caption",
        "body",
    ]
    assert "\n".join(block["text"] for block in data["blocks"]).split() == RESULT.text.split()
    cut = {r["text"]: (r["kind"], r["rules"][0]) for r in data["removals"]}
    assert cut["Tin liên quan"] == ("related", "markup.furniture")


def test_text_is_the_text() -> None:
    assert render(RESULT, "text") == RESULT.text + "\n"


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_rendered_without_an_error(format: str) -> None:
    rendered = render(Cleaner().clean(""), format)
    if format == "html":
        assert '<main class="document">\n</main>' in rendered
        return
    assert rendered == "" or json.loads(rendered)["text"] == ""


def test_dump_has_markdown_too() -> None:
    result = Cleaner().clean(f"Chợ nổi đông trở lại\n\n{SENTENCE}")
    assert render(result, "markdown") == f"# Chợ nổi đông trở lại\n\n**{SENTENCE}**\n"


def test_numbered_and_bulleted_lines_are_lists() -> None:
    result = Cleaner().clean(f"{SENTENCE}\n\n1. Khóm\n2. Mít\n• Dưa")
    assert render(result, "markdown").endswith("\n1. Khóm\n2. Mít\n- Dưa\n")


def test_unknown_format_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match='did you mean "markdown"'):
        render(RESULT, "markdwon")

"""A page of our own as real tools write it down: the article alone comes out, and a clean one stays."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from vnnews_clean import Cleaner
from written import ABOVE, ARTICLE, BELOW, HEADLINE, html, spoken, told

CLEANER = Cleaner()
RICH: Final = """<h2>Bảng giá lưới</h2>
<table><tr><th>Loại</th><th>Giá</th></tr><tr><td>Lưới rê</td><td>120.000 đồng</td></tr></table>
<ul><li>Chỉ nilon loại hai</li><li>Con thoi bằng tre<ul><li>dài một gang</li></ul></li></ul>
<ol><li>Căng chỉ vào khung cửi.</li><li>Luồn con thoi qua từng mắt.</li></ol>
<blockquote><p>Ai đan chậm thì lưới bền, bà Lan hay nói với lũ trẻ như vậy.</p></blockquote>
<pre><code>dan_luoi --mat 12 --chi nilon</code></pre>
<p><img src="https://example.vn/ben.jpg" alt="Bến cá xóm Bãi"> Bến cá lúc rạng sáng. Ảnh: Minh Hà</p>
"""
_HEAD: Final = re.compile(r"<title>.*?</title>", re.DOTALL)
PAGE: Final = _HEAD.sub("", html(ABOVE, ARTICLE, BELOW))
ALONE: Final = re.sub(r"<h3>.*", "</body></html>", _HEAD.sub("", html((), ARTICLE, BELOW)))
CLEAN: Final = {"plain": ALONE, "rich": ALONE.replace("</body>", f"{RICH}</body>")}
Tool = Callable[[str], str]


def _html2text(page: str, **options: Any) -> str:
    converter = pytest.importorskip("html2text").HTML2Text()
    for name, value in options.items():
        setattr(converter, name, value)
    return str(converter.handle(page))


def _wrapping(width: int) -> Tool:
    return lambda page: _html2text(page, body_width=width)


def _soup(page: str) -> Any:
    return pytest.importorskip("bs4").BeautifulSoup(page, "html.parser")


def _markdownify(page: str, **options: Any) -> str:
    return str(pytest.importorskip("markdownify").markdownify(page, **options))


def _command(page: str, *command: str) -> str:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    path = Path("page.html")
    path.write_text(page, encoding="utf-8")
    done = subprocess.run([*command, str(path)], capture_output=True, timeout=60, check=True)
    return done.stdout.decode()


def _browser(command: str) -> Tool:
    return lambda page: _command(page, *command.split())


BROWSERS: Final[dict[str, Tool]] = {
    f"{command.split()[0]} {width}": _browser(f"{command} {width}")
    for width in (72, 78, 100, 132)
    for command in (
        "w3m -dump -T text/html -I UTF-8 -O UTF-8 -cols",
        "lynx -dump -nolist -force_html -assume_charset=UTF-8 -display_charset=UTF-8 -width",
        "links -dump -codepage UTF-8 -html-assume-codepage UTF-8 -width",
    )
}
NUMBERED: Final[dict[str, Tool]] = {
    "elinks": _browser("elinks -dump -force-html -dump-charset UTF-8 -no-home -dump-width 80"),
    "lynx": _browser("lynx -dump -force_html -assume_charset=UTF-8 -display_charset=UTF-8"),
}
"""With numbers of links, and a list of their targets."""
WRITTEN: Final[dict[str, Tool]] = {
    **{f"html2text {n}": _wrapping(n) for n in (0, 60, 78, 132)},
    "html2text, targets apart": lambda page: _html2text(page, inline_links=False),
    "html2text, targets in <>": lambda page: _html2text(page, protect_links=True),
    "html2text, single": lambda page: _html2text(page, body_width=0, single_line_break=True),
    "html2text, words alone": lambda page: _html2text(
        page, ignore_links=True, ignore_images=True, ignore_emphasis=True
    ),
    "markdownify": _markdownify,
    "markdownify, #": lambda page: _markdownify(page, heading_style="ATX", bullets="-"),
    "markdownify, wrapped": lambda page: _markdownify(page, wrap=True, wrap_width=80),
    "front matter": lambda page: f'---\ntitle: "{HEADLINE}"\n---\n\n{_markdownify(page)}',
    "pandoc": _browser("pandoc -f html -t plain"),
    "pandoc gfm": _browser("pandoc -f html -t gfm"),
    "pandoc markdown": _browser("pandoc -f html -t markdown"),
    "pieces": lambda page: str(_soup(page).get_text("\n", strip=True)),
    "pieces apart": lambda page: str(_soup(page).get_text("\n\n", strip=True)),
}
READERS: Final[dict[str, Tool]] = {
    "Jina's": lambda page: (
        f"Title: {HEADLINE}\n\nURL Source: https://example.vn/a.htm\n\nMarkdown Content:\n"
        f"{_markdownify(page)}"
    ),
    "pieces with spaces": lambda page: str(_soup(page).get_text("\n")),
}
TOOLS: Final = {**BROWSERS, **{f"{n} with targets": t for n, t in NUMBERED.items()}, **WRITTEN, **READERS}  # fmt: skip
APART: Final = frozenset(("pandoc", "html2text, targets apart"))
"""Tools whose lists have no marks, and whose links are numbers."""


@pytest.fixture(autouse=True)
def _in_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", CLEAN)
@pytest.mark.parametrize("tool", [*BROWSERS, *WRITTEN])
def test_a_clean_article_stays_as_it_is(tool: str, kind: str) -> None:
    text = TOOLS[tool](CLEAN[kind])
    result = CLEANER.clean(text)
    assert result.removals == ()
    assert result.text.split("\n") == text.strip().split("\n") or result.text == text.strip("\n")


@pytest.mark.parametrize("kind", CLEAN)
@pytest.mark.parametrize("tool", NUMBERED)
def test_of_numbered_links_the_words_stay(tool: str, kind: str) -> None:
    plain = CLEANER.clean(TOOLS["lynx 100"](CLEAN[kind])).text
    numbered = CLEANER.clean(NUMBERED[tool](CLEAN[kind])).text
    assert [w for w in spoken(numbered) if w in plain.split()] == [
        w for w in spoken(plain) if w in plain.split()
    ]
    assert "example.vn" not in numbered


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool not in APART])
def test_of_a_page_the_article_comes_out(tool: str) -> None:
    cleaned = CLEANER.clean(TOOLS[tool](PAGE)).text
    assert told(cleaned) == spoken(" ".join(ARTICLE))
    assert CLEANER.clean(cleaned).text == cleaned


@pytest.mark.parametrize("tool", [tool for tool in WRITTEN if "html2text" in tool])
def test_no_half_of_markdown_stays(tool: str) -> None:
    cleaned = CLEANER.clean(WRITTEN[tool](PAGE)).text
    assert not re.search(r"^\s*(?:[*+-]|#+|\d+\.|>)\s*$", cleaned, re.MULTILINE)
    assert not re.search(r"!\[[^\]]*\](?!\()|\[\]|\]\(\s*\)", cleaned)

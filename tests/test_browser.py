"""Both reports in a real browser: switches, keys, nothing asked of the network, nothing run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from batch_support import batch, lines
from browser_support import Browser, browser, executable
from vnnews_clean import Cleaner
from vnnews_clean.batch.summary import report_page

SEEDS = sorted((Path(__file__).parent / "fixtures" / "seeds").glob("*.input.txt"))
VISIBLE = "[...document.querySelectorAll({!r})].filter(e => e.offsetParent).length"


@pytest.fixture(scope="module")
def page() -> Iterator[Browser]:
    """A browser for the tests of this module."""
    executable()
    with browser() as opened:
        yield opened


def shown(page: Browser, selector: str) -> int:
    """How many elements can be seen."""
    count = page.value(VISIBLE.format(selector))
    assert isinstance(count, int)
    return count


def opened(page: Browser, path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    page.open(path)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_the_page_of_a_seed_shows_all_kept_and_cut(
    page: Browser, seed: Path, tmp_path: Path, cleaner: Cleaner
) -> None:
    result = cleaner.clean(seed.read_bytes())
    path = tmp_path / "sheet.html"
    opened(page, path, result.to_html())
    cuts = page.value("document.querySelectorAll('.cut').length")
    assert (cuts > 0) == bool(result.removals)
    assert shown(page, ".cut") == cuts
    page.click('input[value="kept"]')
    assert shown(page, ".cut") == 0
    assert shown(page, "main p") == len(result.blocks)
    page.click('input[value="cut"]')
    assert shown(page, ".cut") == cuts
    assert shown(page, "main p.whole") == 0
    page.click('input[value="all"]')
    assert shown(page, "main p") == len(result.document.blocks)
    assert page.requests == [path.as_uri()]
    assert page.errors == []


def test_a_switch_takes_the_colour_of_its_kind(
    page: Browser, tmp_path: Path, cleaner: Cleaner
) -> None:
    opened(page, tmp_path / "a.html", cleaner.clean(SEEDS[1].read_bytes()).to_html())
    colour = "getComputedStyle(document.querySelector('.cut.follow')).backgroundColor"
    before = page.value(colour)
    page.click('input[name="kind"][value="follow"]')
    assert page.value(colour) == "rgba(0, 0, 0, 0)" != before
    page.click('input[name="kind"][value="follow"]')
    assert page.value(colour) == before


def test_a_run_tells_its_rule_by_mouse_and_by_key(
    page: Browser, tmp_path: Path, cleaner: Cleaner
) -> None:
    result = cleaner.clean(SEEDS[1].read_bytes())
    opened(page, tmp_path / "a.html", result.to_html())
    tip = "document.getElementById('tip').textContent"
    assert page.value(tip) == ""
    page.click(".cut.follow")
    assert "follow.line · follow · confidence" in page.value(tip)
    assert result.reasons["follow.line"] in page.value(tip)
    page.press("Escape")
    assert page.value(tip) == ""
    page.press("j")
    first = result.removals[0]
    assert page.value(tip).startswith(", ".join(first.rules))
    page.press("k")
    assert page.value(tip).startswith(", ".join(result.removals[-1].rules))
    page.press("2")
    assert shown(page, ".cut") == 0
    assert page.errors == []


def test_the_list_of_rules_jumps_to_their_places(
    page: Browser, tmp_path: Path, cleaner: Cleaner
) -> None:
    opened(page, tmp_path / "a.html", cleaner.clean(SEEDS[1].read_bytes()).to_html())
    page.click('button[data-rule="duplicate.alt_text"]')
    assert "duplicate.alt_text" in page.value("document.querySelector('.lit').dataset.rules")
    first = page.value("document.querySelector('.lit').getBoundingClientRect().y + scrollY")
    page.click('button[data-rule="duplicate.alt_text"]')
    assert first != page.value("document.querySelector('.lit').getBoundingClientRect().y + scrollY")


def test_the_page_prints_and_follows_light_and_dark(
    page: Browser, tmp_path: Path, cleaner: Cleaner
) -> None:
    opened(page, tmp_path / "a.html", cleaner.clean(SEEDS[1].read_bytes()).to_html())
    paper = "getComputedStyle(document.body).backgroundColor"
    tools = "getComputedStyle(document.querySelector('nav.tools')).display"
    shades = []
    for scheme in ("light", "dark"):
        scheme_of = [{"name": "prefers-color-scheme", "value": scheme}]
        page.call("Emulation.setEmulatedMedia", media="", features=scheme_of)
        shades.append(page.value(paper))
    assert shades == ["rgb(253, 253, 251)", "rgb(22, 25, 29)"]
    assert page.value(tools) == "flex"
    page.call("Emulation.setEmulatedMedia", media="print")
    assert page.value(tools) == "none"
    assert shown(page, ".cut") > 0
    page.call("Emulation.setEmulatedMedia", media="")


HOSTILE = (
    "<script>window.ran = 1</script>",
    "<img src=https://example.invalid/x.png onerror='window.ran = 1'>",
    "</main></span><style>*{display:none}</style>",
    '" onmouseover="window.ran = 1" x=\'',
    "<a href='javascript:window.ran=1'>Xem thêm</a>",
    "{{window.ran = 1}} ${window.ran = 1} &lt;script&gt;",
)


@pytest.mark.parametrize("repair", ["auto", "off"])
def test_a_hostile_document_runs_nothing(page: Browser, tmp_path: Path, repair: str) -> None:
    text = "\n".join(f"Lúa chín sớm {line}\nXem thêm: {line}" for line in HOSTILE)
    result = Cleaner(repair=repair).clean(text)  # type: ignore[arg-type]
    path = tmp_path / "a.html"
    opened(page, path, result.to_html())
    page.press("j")
    assert page.value("window.ran") is None
    assert page.value("document.querySelectorAll('img, main a, main style').length") == 0
    shown = page.value("document.querySelector('main').textContent")
    assert all(line in shown for line in result.document.text.split("\n"))
    assert page.requests == [path.as_uri()]
    assert page.errors == []


def test_even_markup_that_slipped_in_could_do_nothing(page: Browser, tmp_path: Path) -> None:
    content = Cleaner().clean("Trời mưa.").to_html()
    slipped = "<script>window.ran = 1</script><img src='https://example.invalid/a.png'>"
    opened(page, tmp_path / "a.html", content.replace("</main>", f"{slipped}</main>"))
    assert page.value("window.ran") is None
    assert any("Content Security Policy" in error for error in page.errors)


def test_a_document_of_a_megabyte_is_there_within_a_second(
    page: Browser, tmp_path: Path, cleaner: Cleaner
) -> None:
    seed = SEEDS[1].read_bytes().decode()
    text = "\n\n".join(seed.replace("Nga", f"Nga {n}") for n in range(70))
    assert len(text.encode()) > 1_000_000
    spent = []
    for _ in range(3):  # the best of three: other processes may have the machine
        opened(page, tmp_path / "a.html", cleaner.clean(text).to_html())
        timing = "performance.timing.domComplete - performance.timing.navigationStart"
        spent.append(page.value(timing))
    assert min(spent) < 1000
    began = monotonic()
    page.press("j")
    assert page.value("document.getElementById('tip').textContent") != ""
    assert monotonic() - began < 5


def test_the_report_of_a_run_opens(page: Browser, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(lines(30)) + "broken\n", encoding="utf-8")
    output = tmp_path / "out.jsonl"
    done = batch([source], output)
    path = tmp_path / "report.html"
    opened(page, path, report_page(done, "out.jsonl", [output], Cleaner()))
    assert page.value("document.querySelector('h1').textContent") == "out.jsonl"
    assert page.value("document.querySelectorAll('.chart rect').length") == 21
    page.click('a[href="#samples-related.box"]')
    assert page.value("location.hash") == "#samples-related.box"
    assert page.requests == [path.as_uri()]
    assert page.errors == []

"""What robustness changes: markup, pages, lexicon, traps; and that nothing else is changed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import Random

import pytest

import robustness
from boxed_pages import BOXES as KINDS
from boxed_pages import boxed
from changed_pages import commented, cut_to, interrupted, located
from changed_texts import own_packs, renamed_headers
from company import COMPANY, INTERRUPTIONS, Company
from corpus import Segment
from markup import REWRITES, outside_scripts
from ourwords import unseen
from phrases import every_phrase, half, thinned, whole_lines, woken
from retold_pages import TEMPLATES, accompanied, retold
from traps import BOXES, TRAPS
from trials import Settings, Trial, all_tried, figures, some, table
from vnnews_clean import Cleaner

ONE = "Nông dân ở làng Gốm Hạ mở lại phiên chợ đêm sau ba năm chờ đợi."
TWO = "Ông Lê Văn Sơn kể rằng mỗi ngày có chừng hai trăm lượt người ghé qua."
THREE = "Chi phí do các hộ trong thôn cùng đóng góp từ đầu tháng tới."
SEGMENTS = (
    Segment("Thời sự", "B", "nav"),
    Segment("Chợ đêm mở lại", "C", "title"),
    Segment(ONE, "C", "lede"),
    Segment(TWO, "C", "body"),
    Segment(THREE, "C", "body"),
    Segment("Tin liên quan", "B", "related"),
)
PAGE = (
    '<html><body><div class="top menu" id=head>Thời sự</div><h1>Chợ đêm mở lại</h1>'
    f"<div class='body'><p>{ONE}</p><p>{TWO}</p><p><b>{THREE}</b></p></div>"
    "<div>Tin liên quan</div><script>var a = '<p class=\"x\">';</script></body></html>"
)


def rewritten(name: str) -> str:
    return outside_scripts(REWRITES[name], PAGE)


@pytest.mark.parametrize("name", REWRITES)
def test_other_markup_has_the_same_text_and_the_same_script(name: str) -> None:
    html = rewritten(name)
    assert "<script>var a = '<p class=\"x\">';</script>" in html
    found = located(html, SEGMENTS)
    assert found.tree.body is not None
    shown = " ".join(found.tree.body.text(separator=" ").split())
    assert f"Chợ đêm mở lại {ONE} {TWO} {THREE} Tin liên quan" in shown


def test_names_are_removed_or_hashed_alike_everywhere() -> None:
    assert "<div>Thời sự</div>" in rewritten("classes removed")
    hashed = rewritten("classes hashed")
    assert "menu" not in hashed
    assert hashed.count('class="c') == 2
    assert 'id="c' in hashed


def test_tags_are_changed_as_their_names_say() -> None:
    assert f"<div>{ONE}</div>" in rewritten("div soup")
    assert "<td>Tin liên quan</td></tr></table>" in rewritten("tables for divs")
    assert f"{ONE}<br><br>{TWO}" in rewritten("paragraphs as <br>")
    assert f"<p>{ONE}<p>{TWO}<p><b>{THREE}</b></div>" in rewritten("end tags missing")


def test_content_is_found_in_its_markup() -> None:
    found = located(PAGE, SEGMENTS)
    assert found.complete
    assert [found.elements[i].tag for i in (1, 2, 3, 4)] == ["h1", "p", "p", "b"]
    assert not located(PAGE, [*SEGMENTS, Segment(f"Không có {ONE}", "C", "body")]).complete


def test_an_article_is_cut_to_its_first_paragraphs() -> None:
    made = cut_to(2, located(PAGE, SEGMENTS), Random(0))
    assert made
    html, segments = made
    assert (TWO in html, THREE in html) == (True, False)
    assert segments == [s for s in SEGMENTS if s.text != THREE]
    assert cut_to(3, located(PAGE, SEGMENTS), Random(0)) is None


@pytest.mark.parametrize("name", INTERRUPTIONS)
def test_what_stands_between_paragraphs_is_labelled(name: str) -> None:
    made = interrupted(INTERRUPTIONS[name], located(PAGE, SEGMENTS), Random(0))
    assert made
    html, segments = made
    put_in = [s for s in segments if s not in SEGMENTS]
    assert put_in
    assert all(s.label == "B" and s.text in html for s in put_in)
    assert html.index(ONE) < html.index(put_in[0].text) < html.index(THREE)
    assert "⟦" not in html


def test_comments_stand_after_the_article_in_page_and_gold() -> None:
    made = commented(20, located(PAGE, SEGMENTS), Random(0))
    assert made
    html, segments = made
    assert html.index(THREE) < html.index("Ý kiến (20)") < html.rindex("Tin liên quan")
    texts = [s.text for s in segments]
    assert texts.index("Ý kiến (20)") == texts.index(THREE) + 1
    assert len(segments) == len(SEGMENTS) + 1 + 5 * 20


@pytest.mark.parametrize("name", TEMPLATES)
def test_another_template_says_what_the_article_said(name: str) -> None:
    made = retold(TEMPLATES[name], located(PAGE, SEGMENTS), Random(0))
    assert made
    html, segments = made
    assert tuple(segments) == SEGMENTS
    assert html.index("Thời sự") < html.index(ONE) < html.index(TWO) < html.index(THREE)
    assert html.index(THREE) < html.rindex("Tin liên quan")
    assert "class='body'" not in html


@pytest.mark.parametrize(
    ("where", "make"), [(where, make) for where in COMPANY for make in COMPANY[where].values()]
)
def test_company_stands_where_page_and_gold_say(where: str, make: Company) -> None:
    made = accompanied(make, where, located(PAGE, SEGMENTS), Random(0))
    assert made
    html, segments = made
    put_in = [s for s in segments if s not in SEGMENTS]
    assert all(s.label == "B" and s.text in html for s in put_in)
    at = html.index(put_in[0].text)
    first, last = html.index(ONE), html.index(THREE)
    assert {"above": at < first, "between": first < at < last, "below": last < at}[where]
    order = [s.text for s in segments]
    assert order.index(ONE) < order.index(THREE)
    assert order[order.index(put_in[0].text) :][: len(put_in)] == [s.text for s in put_in]


def test_sections_and_headers_are_renamed_and_content_is_not() -> None:
    segments = (*SEGMENTS, Segment("Thời sự", "C", "heading"), Segment("Đọc nhiều", "B", "tags"))
    renamed = renamed_headers(segments, lambda _: False)
    assert set(renamed) == {"Tin liên quan", "Đọc nhiều"}
    assert len(renamed["Đọc nhiều"].split()) == 2
    assert set(renamed_headers(SEGMENTS, lambda _: False)) == {"Thời sự", "Tin liên quan"}


def test_words_nobody_has_seen_are_in_no_lexicon() -> None:
    made = {unseen(Random(seed), 2).lower() for seed in range(200)}
    assert len(made) > 100
    assert made.isdisjoint(whole_lines())


def test_a_phrase_that_was_forgotten_wakes_nothing() -> None:
    text = f"{ONE}\nTin liên quan\nChợ đêm đông khách"
    phrases = woken(Cleaner(), text)
    assert ("related.header", "tin liên quan") in phrases
    assert woken(thinned(Cleaner(), phrases), text) == frozenset()
    assert Cleaner().clean(text).text == ONE


def test_half_of_the_lexicon_is_another_half_for_another_seed() -> None:
    assert abs(len(half(0)) - len(every_phrase()) / 2) < 1
    assert half(0) == half(0) != half(1)


def test_packs_that_serve_others_are_not_a_publishers_own() -> None:
    publishers = frozenset({"vnexpress.net", "tuoitre.vn"})
    assert "vnexpress" in own_packs("vnexpress.net", publishers)
    assert own_packs("vnexpress.net", publishers | {"ngoisao.vnexpress.net"}) == frozenset()


@pytest.mark.parametrize("kind", TRAPS)
def test_a_trap_is_the_same_for_the_same_seed(kind: str) -> None:
    assert TRAPS[kind](Random(1)) == TRAPS[kind](Random(1)) != TRAPS[kind](Random(2))


def test_what_is_lost_leaked_or_empty_is_counted() -> None:
    article = (Segment(ONE, "C", "body"), Segment("Tin liên quan", "B", "related"))
    trials = [
        Trial("kept", Settings(), ONE, article),
        Trial("leaked", Settings(), f"{ONE}\nTin liên quan\nvà {TWO}", article),
        Trial("empty", Settings(), "", article),
    ]
    found = figures(all_tried(trials))
    assert (found["documents"], found["empty"], found["worst"]) == (3, 1, 0.0)
    assert found["words_lost"] == len(ONE.split())
    assert any(line.startswith("some name") for line in table({"some name": found}))
    assert all_tried(trials, jobs=2) == all_tried(trials)


def test_samples_keep_their_order() -> None:
    assert some("abcdef", None, 0) == list("abcdef")
    chosen = some("abcdef", 3, seed=1)
    assert chosen == sorted(chosen)
    assert len(chosen) == 3


def test_without_a_corpus_our_own_traps_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VNNEWS_CORPUS", str(tmp_path / "nowhere"))
    run = partial(robustness.main, ["text", "--quick", "--only", "our own", "--check"])
    assert run() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + len(BOXES)
    assert lines[1].startswith("traps of our own ")
    assert robustness.main(["html", str(tmp_path / "nowhere")]) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_boxes_stand_below_the_lede_in_the_middle_and_at_the_end(kind: str) -> None:
    made = boxed(KINDS[kind], located(PAGE, SEGMENTS), Random(kind))
    assert made
    html, segments = made
    own = [s.text for s in segments if s.label == "B"][1:-1]
    shown = located(html, segments).tree.body
    assert shown is not None
    text = " ".join(shown.text(separator=" ").split())
    assert [s for s in segments if s.text not in own] == list(SEGMENTS)
    assert all(line in text for line in own)
    at = [segments.index(s) for s in SEGMENTS[2:5]]
    assert segments[at[0] + 1].text in own
    assert segments[at[-1] + 1].text in own
    result = Cleaner(sites=()).clean_html(html).text
    assert all(s.text in result for s in SEGMENTS[2:5])

"""The table of precedence: what is cut when labels meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnnews_clean import Cleaner, ConfigError, Kind, Label, Removal
from vnnews_clean.model import GUESS, LIKELY, SURE
from vnnews_clean.policy import ARTICLE, BODY, LIGHT, decide, preset, stages, union

CONFIDENCES = (GUESS, LIKELY, SURE)


def box(start: int, end: int, confidence: float = SURE, rule: str = "a.box") -> Label:
    return Label(start, end, Kind.RELATED, rule, confidence)


def caption(start: int, end: int, confidence: float = SURE) -> Label:
    return Label(start, end, Kind.CAPTION, "caption.line", confidence)


def spans(removals: list[Removal]) -> list[tuple[int, int]]:
    return [(r.start, r.end) for r in removals]


@st.composite
def labels(draw: st.DrawFn) -> Label:
    start = draw(st.integers(0, 40))
    return Label(
        start,
        start + draw(st.integers(1, 15)),
        draw(st.sampled_from([Kind.RELATED, Kind.AD, Kind.CAPTION, Kind.BODY])),
        draw(st.sampled_from(["a.one", "b.two", "c.three"])),
        draw(st.sampled_from(CONFIDENCES)),
    )


def test_sure_boilerplate_is_cut_by_every_preset() -> None:
    for policy in (LIGHT, ARTICLE, BODY):
        assert spans(decide([box(2, 5)], policy)) == [(2, 5)]


def test_a_guess_is_cut_by_article_and_kept_by_light() -> None:
    assert decide([box(2, 5, GUESS)], LIGHT) == []
    assert spans(decide([box(2, 5, GUESS)], ARTICLE)) == [(2, 5)]


def test_editorial_lines_are_cut_by_body_only() -> None:
    assert decide([caption(2, 5)], ARTICLE) == []
    assert spans(decide([caption(2, 5)], BODY)) == [(2, 5)]


def test_evidence_as_strong_keeps_what_a_weak_label_would_cut() -> None:
    assert decide([box(0, 10, LIKELY), caption(0, 10, LIKELY)], ARTICLE) == []
    assert spans(decide([box(0, 10, LIKELY), caption(4, 6, SURE)], ARTICLE)) == [(0, 4), (6, 10)]


def test_weaker_evidence_keeps_nothing() -> None:
    assert spans(decide([box(0, 10, LIKELY), caption(0, 10, GUESS)], ARTICLE)) == [(0, 10)]


def test_nothing_keeps_what_is_sure() -> None:
    assert spans(decide([box(0, 10, SURE), caption(0, 10, SURE)], ARTICLE)) == [(0, 10)]


def test_a_removal_names_the_most_confident_rule_first() -> None:
    (removal,) = decide([box(0, 4, GUESS, "a.guess"), box(0, 4, SURE, "z.sure")], ARTICLE)
    assert removal.rules == ("z.sure", "a.guess")


@given(st.lists(labels(), max_size=8), st.sampled_from([LIGHT, ARTICLE, BODY]))
def test_removals_are_sorted_disjoint_and_labelled(found: list[Label], policy: object) -> None:
    assert policy in (LIGHT, ARTICLE, BODY)
    removals = decide(sorted(found), LIGHT if policy is LIGHT else ARTICLE)
    borders = [b for span in spans(removals) for b in span]
    assert borders == sorted(borders)
    labelled = {at for x in found for at in range(x.start, x.end)}
    assert {at for s, e in spans(removals) for at in range(s, e)} <= labelled


@given(st.lists(labels(), max_size=8))
def test_every_position_is_decided_by_the_table(found: list[Label]) -> None:
    cut = {at for s, e in spans(decide(sorted(found), ARTICLE)) for at in range(s, e)}
    for at in range(60):
        here = [x for x in found if x.start <= at < x.end]
        wanted = max((x.confidence for x in here if x.kind in ARTICLE.cut), default=0.0)
        against = max((x.confidence for x in here if x.kind not in ARTICLE.cut), default=0.0)
        assert (at in cut) == (wanted == SURE or wanted > against)


@given(st.lists(labels(), max_size=8))
def test_presets_are_monotone(found: list[Label]) -> None:
    light, article, body = (
        {at for s, e in spans(decide(sorted(found), p)) for at in range(s, e)}
        for p in (LIGHT, ARTICLE, BODY)
    )
    assert light <= article <= body


removals = st.lists(labels(), max_size=6).map(lambda found: decide(sorted(found), BODY))


@given(removals, removals)
def test_a_union_covers_both_and_the_first_names_what_is_shared(
    first: list[Removal], second: list[Removal]
) -> None:
    together = union(first, second)
    borders = [b for span in spans(together) for b in span]
    assert borders == sorted(borders)
    covered = {at for s, e in spans(together) for at in range(s, e)}
    assert covered == {at for s, e in spans([*first, *second]) for at in range(s, e)}
    assert set(first) <= set(together)


def test_the_stages_of_a_preset_are_the_milder_ones_and_itself() -> None:
    assert stages(BODY) == (ARTICLE, BODY)
    custom = ARTICLE.with_kinds(keep=["player"])
    assert stages(custom) == (custom,)


def test_kinds_and_families_are_kept_or_dropped_besides() -> None:
    policy = ARTICLE.with_kinds(keep=["player"], drop=["editorial"])
    assert Kind.PLAYER not in policy.cut
    assert {Kind.CAPTION, Kind.BYLINE, Kind.RELATED} <= policy.cut


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"policy": "artcle"}, 'unknown policy "artcle"; did you mean "article"'),
        ({"keep": ("captoin",)}, 'unknown kind "captoin"; did you mean "caption"'),
        ({"keep": ("ad",), "drop": ("ad",)}, "kept and dropped at once: ad"),
        ({"drop": "ad"}, "drop is a list, not 'ad'"),
    ],
)
def test_wrong_names_are_errors_before_any_document(options: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        Cleaner(**options)  # type: ignore[arg-type]


def test_a_policy_without_changes_keeps_its_name() -> None:
    assert ARTICLE.with_kinds() is ARTICLE
    assert ARTICLE.with_kinds(keep=["player"]).name == "custom"


def test_an_unknown_preset_is_an_error() -> None:
    with pytest.raises(ConfigError, match="did you mean"):
        preset("bodi")


NAMED = """Chợ nổi họp lại sau mùa nước lớn

Sáng nay, hơn ba trăm ghe thuyền đã trở lại khúc sông quen thuộc để bán trái cây và rau củ.

Khách đông hơn mọi năm

Bà Tư Lành, người có bốn mươi năm buôn bán ở đây, nói khách năm nay đông hơn mọi năm.
TIN LIÊN QUAN
Người thợ đóng ghe cuối cùng của làng ven sông

- Mở cửa từ bốn giờ sáng
- Nghỉ ngày rằm
"""
PAGE = """<article><h1>Chợ nổi họp lại sau mùa nước lớn</h1><p>Sáng nay, hơn ba trăm ghe thuyền đã trở
lại khúc sông quen thuộc để bán trái cây.</p><h2>Khách đông hơn mọi năm</h2><p>Bà Tư Lành nói khách
năm nay đông hơn mọi năm, nhiều người từ xa tới.</p><ul><li>Mở cửa từ bốn giờ</li></ul></article>"""


@pytest.mark.parametrize(
    ("kind", "gone"),
    [
        ("title", ["Chợ nổi họp lại sau mùa nước lớn"]),
        ("heading", ["Khách đông hơn mọi năm"]),
        ("list", ["- Mở cửa từ bốn giờ sáng", "- Nghỉ ngày rằm"]),
    ],
)
def test_content_that_is_dropped_goes_by_its_name_and_once(kind: str, gone: list[str]) -> None:
    whole = Cleaner().clean(NAMED).text.split("\n")
    result = Cleaner(drop=[kind]).clean(NAMED)
    assert [line for line in result.text.split("\n") if line] == [
        line for line in whole if line and line not in gone
    ]
    assert [
        result.document.text[x.start : x.end] for x in result.removals if x.kind == kind
    ] == gone


def test_content_of_a_page_is_dropped_by_its_tag() -> None:
    text = Cleaner(drop=["heading", "list"]).clean_html(PAGE).text
    assert "Khách đông" not in text
    assert "Mở cửa" not in text
    assert text.startswith("Sáng nay")
    assert text.endswith("từ xa tới.")

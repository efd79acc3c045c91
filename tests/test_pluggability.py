"""A rule of one's own, in ten lines; by entry point; by phrases; rules chosen and left out."""

from __future__ import annotations

import importlib.metadata
import pickle
from collections.abc import Iterable, Iterator, Sequence

import pytest

from vnnews_clean import Cleaner, ConfigError, Document, Kind, Label, Mark, context_rule, rule
from vnnews_clean.rules import TABLE

TEXT = "Trời mưa to ở nhiều nơi.\nHotline: 0900 000 000\nNgày mai trời nắng.\nTIN LIÊN QUAN\nGiá gạo tăng mạnh"


@rule("mine.hotline", kind=Kind.AD, aliases=["mine.phone"])
def hotline(document: Document) -> Iterator[tuple[int, int]]:
    """The paper's own telephone number."""
    for block in document.blocks:
        if document.key_of(block).startswith("hotline:"):
            yield block.start, block.end


@context_rule("mine.after_hotline", kind="promo")
def after_hotline(document: Document, labels: Sequence[Label]) -> Iterator[Mark]:
    """The line behind the telephone number: shows what a context rule sees."""
    ends = {label.end for label in labels if label.rule == "mine.hotline"}
    for before, block in zip(document.blocks, document.blocks[1:], strict=False):
        if before.end in ends:
            yield Mark(block.start, block.end)


@rule("mine.header", kind=Kind.NAV, phrases=["related.header"])
def header(document: Document) -> Iterator[tuple[int, int]]:
    """Sleeps until a phrase of its group is seen."""
    yield from ((hit.start, hit.end) for hit in document.hits["related.header"])


def rules_of(cleaner: Cleaner) -> set[str]:
    labels = cleaner.clean(TEXT).labels
    return {label.rule for label in labels}


def test_a_rule_of_ones_own_cuts() -> None:
    result = Cleaner(rules=[hotline], select=["mine"]).clean(TEXT)
    assert "Hotline" not in result.text
    assert [(r.kind, r.rules) for r in result.removals] == [(Kind.AD, ("mine.hotline",))]


def test_a_context_rule_sees_the_evidence() -> None:
    result = Cleaner(rules=[after_hotline, hotline], select=["mine"]).clean(TEXT)
    assert result.text == "Trời mưa to ở nhiều nơi.\nTIN LIÊN QUAN\nGiá gạo tăng mạnh"


def test_a_rule_with_phrases_sleeps_until_one_is_seen() -> None:
    cleaner = Cleaner(rules=[header], select=["mine"])
    assert cleaner.clean("Trời mưa.").labels == ()
    assert cleaner.clean(TEXT).text.count("TIN LIÊN QUAN") == 0


def test_rules_are_chosen_by_id_by_family_and_by_former_id() -> None:
    for name in ("mine.hotline", "mine", "mine.", "mine.phone"):
        assert rules_of(Cleaner(rules=[hotline], select=[name])) == {"mine.hotline"}
        assert "mine.hotline" not in rules_of(Cleaner(rules=[hotline], ignore=[name]))


def test_ignore_wins_over_select() -> None:
    assert rules_of(Cleaner(rules=[hotline], select=["mine"], ignore=["mine.hotline"])) == set()


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_an_unknown_rule_is_an_error_that_suggests_the_nearest(option: str) -> None:
    with pytest.raises(
        ConfigError, match=r'unknown rule "related.bux"; did you mean "related.box"'
    ):
        Cleaner(**{option: ["related.bux"]})  # type: ignore[arg-type]


def test_an_unknown_kind_of_a_rule_is_an_error_that_suggests_the_nearest() -> None:
    with pytest.raises(
        ConfigError, match=r'"mine\.x": unknown kind "relatd"; did you mean "related"'
    ):
        rule("mine.x", kind=["ad", "relatd"])


def test_phrases_are_taught_without_code() -> None:
    line = "Góc nhìn của tòa soạn chúng tôi"
    text = f"Trời mưa to ở nhiều nơi trong hôm nay.\n{line}\nGiá gạo tăng mạnh"
    assert line in Cleaner().clean(text).text
    assert line not in Cleaner(phrases={"related.header": [line]}).clean(text).text


def test_an_unknown_phrase_group_is_an_error_that_suggests_the_nearest() -> None:
    with pytest.raises(ConfigError, match=r'did you mean "related\.header"'):
        Cleaner(phrases={"related.headr": ["x"]})


def test_a_rule_of_ones_own_is_pickled_by_reference() -> None:
    cleaner = Cleaner(rules=[hotline], select=["mine"])
    assert pickle.loads(pickle.dumps(cleaner)).clean(TEXT).text == cleaner.clean(TEXT).text


def test_settings_change_the_fingerprint() -> None:
    cleaners = [
        Cleaner(),
        Cleaner(policy="body"),
        Cleaner(ignore=["related"]),
        Cleaner(keep=["caption"]),
        Cleaner(drop=["caption"]),
        Cleaner(rules=[hotline]),
        Cleaner(phrases={"related.header": ["góc nhìn"]}),
        Cleaner(sites=()),
        Cleaner(repair="off"),
    ]
    assert len({cleaner.fingerprint for cleaner in cleaners}) == len(cleaners)
    assert Cleaner().fingerprint == Cleaner().fingerprint


class Entry(importlib.metadata.EntryPoint):
    """An entry point whose object is at hand."""

    def load(self) -> object:
        return {"one": hotline, "two": [hotline, after_hotline], "wrong": 3}[self.name]


def offer(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    entries = [Entry(name, "package:object", "vnnews_clean.rules") for name in names]

    def entry_points(*, group: str) -> Iterable[Entry]:
        return entries if group == "vnnews_clean.rules" else ()

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)


@pytest.mark.parametrize("name", ["one", "two"])
def test_installed_rules_are_found(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    offer(monkeypatch, name)
    assert "mine.hotline" in rules_of(Cleaner())


def test_a_plug_in_that_offers_no_rule_is_an_error_that_names_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offer(monkeypatch, "wrong")
    with pytest.raises(ConfigError, match=r"plug-in wrong \(package:object\) offers 3, not a Rule"):
        Cleaner()


def test_every_built_in_rule_can_be_left_out() -> None:
    for each in TABLE:
        assert each.id not in rules_of(Cleaner(ignore=[each.id]))


def test_a_rule_with_the_id_of_another_is_an_error() -> None:
    @rule("related.box", kind="related")
    def impostor(document: Document) -> list[tuple[int, int]]:
        return [(block.start, block.end) for block in document.blocks]

    with pytest.raises(ConfigError, match=r"same id: related\.box"):
        Cleaner(rules=(impostor,))

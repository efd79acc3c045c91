"""Packs: data that is checked, an index that finds it, names that are errors when wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnnews_clean import Cleaner, ConfigError, sites
from vnnews_clean.config import load
from vnnews_clean.sites import CONTAINER, GENERIC, KEEP, ROLES, Pack, SiteIndex

BODY = "<p>{0} được dựng lại bằng gỗ lim sau trận bão năm ngoái, theo ban quản lý di tích.</p>" * 3


@pytest.mark.parametrize("name", sites.packs())
def test_pack_says_what_the_body_is(name: str) -> None:
    pack = sites.packs()[name]
    assert pack.roles[CONTAINER]
    assert set(pack.roles) <= ROLES
    assert pack.domains or name in (GENERIC, "wordpress")


@pytest.mark.parametrize("name", sites.packs())
def test_selector_has_one_role_in_a_pack(name: str) -> None:
    roles = sites.packs()[name].roles
    selectors = [s for own in roles.values() for s in own]
    assert len(selectors) == len(set(selectors))


def test_generic_names_are_no_words_that_content_bears_too() -> None:
    furniture = {
        s for role, own in sites.packs()[GENERIC].roles.items() if role != KEEP for s in own
    }
    assert furniture.isdisjoint({".title", ".content", ".box", ".item", ".story", ".main", ".name"})


@pytest.mark.parametrize(
    ("tag", "attributes", "role"),
    [
        ("div", {"class": "x Related-News y"}, "related"),
        ("div", {"id": "comments"}, "comments"),
        ("div", {"id": "ads_top_3"}, "ad"),
        ("nav", {}, "nav"),
        ("ul", {"class": "breadcrumb"}, "nav"),
        ("p", {"class": "newsCaption"}, "caption"),
        ("div", {"class": "box_photo-caption-2"}, "caption"),
    ],
)
def test_common_names_are_found(tag: str, attributes: dict[str, str], role: str) -> None:
    index = sites.index(())
    claims = [*index.of_class(tag, attributes.get("class"))]
    claims += [c for name, value in attributes.items() for c in index.of_attribute(name, value)]
    assert role in [claim.role for claim in claims]


@pytest.mark.parametrize(
    "name",
    [
        "unrelated",
        "tin-lien-quan-tam-ly",
        "headline",
        "adventure",
        "has-caption",
        "captioned",
        "captain",
    ],
)
def test_names_are_whole_words(name: str) -> None:
    assert not sites.index(()).of_class("div", name)


def test_compound_selector_asks_for_everything() -> None:
    index = SiteIndex([Pack("x", (), {CONTAINER: (".a",), "related": ("table.article.b",)})])
    (claim,) = index.of_class("table", "article")
    assert claim.others == {"b", "<table"}


def test_pack_is_recognised_by_domain_and_subdomain() -> None:
    index = sites.index()
    assert "vnexpress" in index.of_domain("vnexpress.net")
    assert "vnexpress" in index.of_domain("suckhoe.vnexpress.net")
    assert not index.of_domain("notvnexpress.net")
    assert not index.of_domain("")


def test_only_the_packs_asked_for_are_used() -> None:
    page = (
        "<body><div class='fck_detail'>"
        + BODY.format("Cầu ngói")
        + "<div class='box-tinlienquanv2'>Chợ phiên họp sớm hơn mọi năm vì mưa, bà con nói vậy.</div>"
        + "</div></body>"
    )
    url = "https://vnexpress.net/cau-ngoi-1.html"
    assert "Chợ phiên" not in Cleaner(sites=["vnexpress"]).clean_html(page, url=url).text
    assert "Chợ phiên" in Cleaner(sites=()).clean_html(page, url=url).text
    assert "Chợ phiên" in Cleaner(sites=["zing"]).clean_html(page, url=url).text


def test_unknown_pack_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match='did you mean "vnexpress"'):
        Cleaner(sites=["vnexpres"])


@pytest.mark.parametrize("selector", ["div p", "div > p", "", "a:hover", ".a,.b"])
def test_selector_of_several_elements_is_an_error(selector: str) -> None:
    with pytest.raises(ConfigError, match="selector"):
        SiteIndex([Pack("x", (), {CONTAINER: (selector,)})])


MINE = """
domains = ["bao.example"]
related = [".ben-le"]
"""
BESIDE = (
    "<body><article>"
    + BODY.format("Cầu ngói")
    + "<div class='ben-le'>Chợ phiên họp sớm hơn mọi năm vì mưa, bà con nói vậy.</div>"
    + "</article></body>"
)


def test_a_pack_of_ones_own_is_a_file_beside_names(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    assert "Chợ phiên" in Cleaner().clean_html(BESIDE).text
    for packs in ([file], [str(file), "vnexpress"]):
        cleaner = Cleaner(sites=packs)
        assert "Chợ phiên" not in cleaner.clean_html(BESIDE, url="https://bao.example/1").text
        assert "Chợ phiên" in cleaner.clean_html(BESIDE, url="https://khac.example/1").text


def test_a_pack_needs_no_domains(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("related = ['.ben-le']", encoding="utf-8")
    assert "Chợ phiên" not in Cleaner(sites=[file]).clean_html(BESIDE).text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("related = '.a'", r'mine\.toml: key "related" is a list of strings'),
        ("related = ['div p']", r'mine\.toml: key "related": not a selector'),
        ("relatd = ['.a']", r'mine\.toml: unknown role "relatd"; did you mean "related"'),
        ("domains = [3]", r'mine\.toml: key "domains" is a list of strings'),
        ("related = ", r"mine\.toml: cannot be read"),
    ],
)
def test_a_wrong_pack_says_file_and_key(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        Cleaner(sites=[file])


def test_a_pack_that_is_missing_is_an_error() -> None:
    with pytest.raises(ConfigError, match=r"site pack missing\.toml: cannot be read: No such file"):
        Cleaner(sites=["missing.toml"])


def test_a_pack_in_a_configuration_is_relative_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "mine.toml").write_text(MINE, encoding="utf-8")
    file = tmp_path / "vnnews-clean.toml"
    file.write_text('sites = ["packs/mine.toml"]', encoding="utf-8")
    assert (
        "Chợ phiên" not in load(file).cleaner().clean_html(BESIDE, url="https://bao.example/1").text
    )


def test_the_fingerprint_covers_what_a_pack_says(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    before = Cleaner(sites=[file]).fingerprint
    file.write_text(MINE + "follow = ['.x']", encoding="utf-8")
    assert Cleaner(sites=[file]).fingerprint != before

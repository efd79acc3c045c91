"""Packs: data that is checked, an index that finds it, names that are errors when wrong."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner, ConfigError, sites
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
    ],
)
def test_common_names_are_found(tag: str, attributes: dict[str, str], role: str) -> None:
    index = sites.index(())
    claims = [*index.of_class(tag, attributes.get("class"))]
    claims += [c for name, value in attributes.items() for c in index.of_attribute(name, value)]
    assert role in [claim.role for claim in claims]


@pytest.mark.parametrize("name", ["unrelated", "tin-lien-quan-tam-ly", "headline", "adventure"])
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

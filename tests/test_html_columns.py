"""What blocks carry, how coarsely what is far away is read, which pack is believed."""

from __future__ import annotations

import pytest

from grown import grown
from vnnews_clean import Document, sites
from vnnews_clean.read.page import read_html
from vnnews_clean.read.page.dom import Page
from vnnews_clean.read.page.layout import Scout
from vnnews_clean.sites import Pack, SiteIndex

HEADLINE = "Làng gốm hồi sinh sau mười năm im ắng"
BODY = "".join(f"<p>{grown(150, f'Mẻ thứ {n} của làng gốm')}</p>" for n in range(3))


def read(body: str) -> Document:
    page = f"<html><head><title>{HEADLINE}</title></head><body>{body}</body></html>"
    return read_html(page, sites.index(()))


def test_a_block_carries_the_names_of_three_elements() -> None:
    nested = "".join(f"<div class='n{n} M{n}' id='I{n}'>" for n in range(5))
    block = next(b for b in read(f"{nested}{BODY}{'</div>' * 5}").blocks if b.tag == "p")
    assert block.classes == ("n4", "m4", "#i4", "n3", "m3", "#i3")


@pytest.mark.parametrize("deep", [50, 80])
def test_a_block_carries_the_path_of_sixty_four_elements(deep: int) -> None:
    block = next(b for b in read(f"{'<div>' * deep}{BODY}").blocks if b.tag == "p")
    assert len(block.path) == min(64, deep + 2)


@pytest.mark.parametrize(("far", "blocks"), [(0, 12), (1, 13), (9, 13)])
def test_near_the_article_every_line_is_a_block_and_what_is_far_is_one(
    far: int, blocks: int
) -> None:
    above = "".join(f"<div>Dòng {n}</div>" for n in range(12 + far))
    document = read(f"{above}<div>{BODY}</div>")
    assert sum(b.inside is False for b in document.blocks) == blocks


@pytest.mark.parametrize(("lines", "crowded"), [(4000, False), (4001, True)])
def test_on_a_crowded_page_what_is_far_is_one_whatever_it_is_called(
    lines: int, crowded: bool
) -> None:
    named = "<section><div class='tags'>Nhãn</div></section><div>Dòng</div>" * 8
    plain = "<div>Dòng</div>" * (lines - 3 - 16)
    document = read(f"<div>{BODY}</div>{plain}{named}")
    assert any(b.role == "tags" for b in document.blocks) != crowded


def pack_of(names: dict[str, str], others: int, host: str) -> str:
    """The pack that is believed where one at home knows `names`, another the body and `others`."""
    home = Pack("home", ("ben.example",), {role: (name,) for role, name in names.items()})
    roles = ("lede", "caption", "byline", "date")[:others]
    other = Pack("other", (), {r: (f".o{r}",) for r in ("container", *roles)})
    scout = Scout(SiteIndex([home, other]), host)
    page = Page()
    wanted = [*(s[0] for s in home.roles.values()), *(s[0] for s in other.roles.values())]
    for index, name in enumerate(["", *wanted]):
        page.tags.append("div")
        page.parents.append(index - 1 if index < 1 else 0)
        page.attributes.append({"class": name[1:]})
        scout.visit(index, "div", page.attributes[-1])
    return scout.layout(page).pack


@pytest.mark.parametrize(
    ("names", "others", "host", "believed"),
    [
        ({"container": ".h"}, 2, "ben.example", "home"),  # one claim and three against three
        ({"container": ".h"}, 4, "ben.example", "other"),
        ({"container": ".h"}, 1, "xa.example", "other"),
        ({"container": ".h"}, 0, "xa.example", ""),
        ({"container": ".h", "lede": ".l"}, 0, "xa.example", "home"),
        ({"lede": ".l", "byline": ".b", "date": ".d"}, 0, "ben.example", ""),
    ],
)
def test_a_pack_is_believed_for_two_claims_and_at_home_for_less(
    names: dict[str, str], others: int, host: str, believed: str
) -> None:
    assert pack_of(names, others, host) == believed

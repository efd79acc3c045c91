"""What the elements of a page are: roles by packs, by common class names, by tag.

A role is the name of a kind (``related``, ``caption`` …) or ``container``, ``keep``. An element
without a role of its own has its parent's; inside a box of furniture nothing else is believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from ...model import BOILERPLATE, CONTENT, Kind
from ...sites import CONTAINER, GENERIC, KEEP, Claim, SiteIndex, name_of
from .dom import Page
from .parsing import Attributes

FURNITURE: Final = frozenset(BOILERPLATE)
KNOWN: Final = FURNITURE | CONTENT
"""Roles of what is known for the article's, or for none of it."""
HIDDEN: Final = "ui"
"""The role of what a browser does not show."""

_NAMING: Final = frozenset(
    "id data-field data-marked-zoneid data-role data-slot itemprop rel role type".split()
)
"""Attributes, besides the class, by which publishers say what an element is."""
_ASKING: Final = frozenset(("button", "footer"))
_PARTS: Final = frozenset("blockquote h1 h2 h3 h4 h5 h6 dt summary".split())
"""Elements whose ``<footer>`` names a speaker, and whose ``<button>`` opens what is below."""
_DOMAIN_BONUS: Final = 3
_ENOUGH: Final = 2
"""Different claims that make a pack believable."""


class Layout(NamedTuple):
    """The roles of all elements, by their index in the page."""

    own: list[str]
    """What an element is called itself."""
    roles: list[str]
    """What it is, with what it inherits."""
    containers: tuple[int, ...]
    """Elements that may be the article's body, the most exact first."""
    exact: int
    """How many of them the pack names."""
    pack: str
    """The pack that fits the page, or empty."""


class Scout:
    """Sees every element of a page once and notes what the packs claim of it."""

    def __init__(self, index: SiteIndex, host: str) -> None:
        self._of_class = index.of_class
        self._of_attribute = index.of_attribute
        self._at_home, self._own = index.at(host)
        self._trusted = self._at_home | self._own | {GENERIC}
        self.sightings: list[tuple[int, Claim]] = []
        self.hidden: list[int] = []
        self.sponsored: list[int] = []
        self.times: dict[int, str] = {}
        """What ``<time>`` elements give as their ``datetime``."""

    def visit(self, element: int, tag: str, attributes: Attributes) -> bool:
        """Note `element`; true for furniture by names that are common, or this publisher's."""
        written = attributes.get("class")
        claims = self._of_class(tag, written)
        furniture = False
        if tag != "a" and len(attributes) > (written is not None):
            for name, value in attributes.items():
                if name in _NAMING:
                    claims += self._of_attribute(name, value)
                elif name == "hidden" or (name == "style" and value and _undisplayed(value)):
                    furniture = True
            if furniture:
                self.hidden.append(element)
        elif tag == "a" and "sponsored" in (attributes.get("rel") or ""):
            self.sponsored.append(element)
            furniture = True
        if tag == "time":
            self.times[element] = attributes.get("datetime") or ""
        for claim in claims:
            if claim.others and not claim.others <= _names(tag, attributes):
                continue
            self.sightings.append((element, claim))
            furniture = furniture or (claim.role in FURNITURE and claim.pack in self._trusted)
        return furniture

    def layout(self, page: Page, overruled: Collection[int] = ()) -> Layout:
        """The roles of the elements of `page`, all of which were seen; none for the `overruled`."""
        pack = _best_pack(self.sightings, self._at_home)
        own = [""] * len(page.tags)
        for element in self.hidden:
            own[element] = HIDDEN
        for element in self.sponsored:
            own[element] = Kind.AD.value
        believed = (GENERIC, pack, *sorted(self._own - {pack}))
        for trusted in believed:
            for element, claim in self.sightings:
                if claim.pack == trusted and (
                    claim.role in (CONTAINER, KEEP) or own[element] != KEEP
                ):
                    own[element] = claim.role
        for element, claim in self.sightings:
            if claim.pack == GENERIC and page.tags[element] in _ASKING and _is_part(page, element):
                own[element] = ""
        for element in overruled:
            own[element] = ""
        containers = sorted(
            (claim.pack == GENERIC, claim.rank, element)
            for element, claim in self.sightings
            if claim.role == CONTAINER and claim.pack in believed
        )
        exact = sum(not common for common, _, _ in containers)
        return Layout(own, inherited(page, own), tuple(c[2] for c in containers), exact, pack)


def inherited(page: Page, own: Sequence[str]) -> list[str]:
    """The role of every element, with those of its ancestors considered."""
    roles: list[str] = []
    for parent, name in zip(page.parents, own, strict=True):
        role = roles[parent] if parent >= 0 else ""
        if name and role not in FURNITURE:
            role = "" if name in (CONTAINER, KEEP) else name
        roles.append(role)
    return roles


def _is_part(page: Page, element: int) -> bool:
    """Whether `element` stands in a quotation or a heading."""
    above = page.parents[element]
    while above > 0 and page.tags[above] not in _PARTS:
        above = page.parents[above]
    return above > 0


def _names(tag: str, attributes: Attributes) -> set[str]:
    """Everything that an element is called."""
    names = {f"<{tag}", *(attributes.get("class") or "").lower().split()}
    return names | {name_of(n, v) for n in _NAMING & attributes.keys() if (v := attributes[n])}


def _undisplayed(style: str) -> bool:
    lower = style.lower()
    return "none" in lower and "display:none" in lower.replace(" ", "")


def _best_pack(sightings: Sequence[tuple[int, Claim]], at_home: frozenset[str]) -> str:
    """The pack with the most different claims, among those that know a container here."""
    seen = {claim[:3] for _, claim in sightings}
    holding = {pack for pack, role, _ in seen if role == CONTAINER} - {GENERIC}
    if not holding:
        return ""
    counts = Counter(pack for pack, _, _ in seen)
    scores = {pack: counts[pack] + _DOMAIN_BONUS * (pack in at_home) for pack in sorted(holding)}
    best = max(scores, key=lambda pack: scores[pack])
    return best if scores[best] >= _ENOUGH else ""

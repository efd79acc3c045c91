"""The templates of the chain's features: what features of a line are named, after its values.

A template names the features that depend on the same few values of a line (CRF++ calls it so). The
values have few combinations, and each is named and weighed once, whatever the document.

A feature is a name; the weights know what it says for each state. Names are short, since the weights
repeat them: ``s`` sort, ``w`` what is said, ``x`` share of the core's words, ``wh`` above, in or below
the core (``a``, ``c``, ``b``), ``ts`` ``tp`` ``fs`` ``fp`` to and from strong and any prose; a figure
behind a name is the same of the line so many above, behind ``n`` and ``v`` of that below.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from .decoding import speaking_for, weighed
from .wording import Reason, in_words

REASONS: Final = 3
"""Reasons that a label names."""
_REMEMBERED: Final = 1 << 14
"""Combinations of values that a template remembers: hundreds occur, of thousands that could."""


class Facet:
    """What a template says of the lines that have the same values."""

    __slots__ = ("names", "reasons", "weight")

    def __init__(self, names: list[str]) -> None:
        self.names: Final = names
        self.weight: Final = weighed(names)
        """What the features weigh together for each state."""
        self.reasons: Final = Reasons(names)
        """Those that speak for a state, by state."""


class Reasons(dict[str, list[Reason]]):
    """The strongest features that speak for a state against the article, worked out when asked for."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self._names: Final = names

    def __missing__(self, state: str) -> list[Reason]:
        found: dict[str, Reason] = {}
        for weight, name in speaking_for(state, self._names):
            if words := in_words(name):
                found.setdefault(words, (weight, name, words))
        self[state] = list(found.values())[:REASONS]
        return self[state]


def template(names: Callable[..., list[str]]) -> Callable[..., Facet]:
    """The template that names features so; it remembers the facets of values."""

    @lru_cache(_REMEMBERED)
    def facet(*values: str | int) -> Facet:
        return Facet(names(*values))

    return facet


@template
def neighbours(sort: str, above: str, below: str) -> list[str]:
    """The sorts of a line and of those beside it."""
    return ["1", f"s={sort}", f"s,s1={sort},{above}", f"s,n1={sort},{below}"]


@template
def two_above(above: str, above_it: str) -> list[str]:
    return [f"s1,s2={above},{above_it}"]


@template
def two_below(below: str, below_it: str) -> list[str]:
    return [f"n1,n2={below},{below_it}"]


@template
def rhythm(sort: str, gaps: str, repeats: str) -> list[str]:
    """How lines are set apart, and how their sorts repeat."""
    return [f"g={gaps}", f"s,g={sort},{gaps}", f"per={repeats}", f"s,per={sort},{repeats}"]


@template
def letters(sort: str, length: int, is_lower: bool, is_upper: bool) -> list[str]:
    names = [f"len={length}"]
    if is_lower:
        names.append("lower")
    if is_upper:
        names.append(f"upper,{sort}")
    return names


@template
def marks(above: str, is_bullet: bool, figures: int, is_link: bool, wh: str) -> list[str]:
    """`figures` says how many lines are figures, if the line is; it is -1 for others."""
    names = [f"bullet,{above}"] if is_bullet else []
    if figures >= 0:
        names.append(f"digits,{figures}")
    if is_link:
        names.append(f"link,{wh}")
    return names


@template
def cohesion(sort: str, share: str, wh: str) -> list[str]:
    """What a line shares with the core."""
    return [f"s,x={sort},{share}", f"x,wh={share},{wh}", f"s,wh={sort},{wh}"]


@template
def prose_below(sort: str, to_strong: str, to_prose: str, wh: str) -> list[str]:
    return [f"ts={to_strong},{wh}", f"tp={to_prose},{to_strong}", f"s,ts={sort},{to_strong}"]


@template
def prose_above(from_strong: str, from_prose: str, wh: str) -> list[str]:
    return [f"fs={from_strong},{wh}", f"fp={from_prose},{from_strong}"]


@template
def mass(sort: str, left: int, core: int) -> list[str]:
    """How much of the article's text is above, and is to come."""
    return [f"s,sl={sort},{left}", f"cm={core}", f"cm={core},{sort}"]


@template
def ahead(items: int, to_strong: str, all_prose: int, page: int) -> list[str]:
    return [f"items={items},{to_strong}", f"am={all_prose},{page}"]


@template
def document(dense: int, page: int, numbers: int, sayings: int, wh: str) -> list[str]:
    """What the whole document is like."""
    return [f"dense={dense},{wh}", f"pg={page},{wh}", f"num={numbers},{wh}", f"say={sayings},{wh}"]


@template
def said(word: str, above: str, above_it: str, below: str) -> list[str]:
    """What is said of a line and of those beside it."""
    return [f"w={word}", f"w1={above},{above_it}", f"v1={below}"]


@template
def said_of_sorts(sort: str, sort_above: str, word: str, word_above: str) -> list[str]:
    return [f"w,s1={word},{sort_above}" if word else f"s,w1={sort},{word_above}"]


@template
def box(sort: str, since_header: str, prose: int, since_bar: str) -> list[str]:
    """How far above a header and a bar stand, and how much running text since the header."""
    return [f"hd={since_header},{prose}", f"s,hd={sort},{since_header}", f"ba={since_bar}"]


@template
def around(bars: int, small: int, wh: str) -> list[str]:
    return [f"bars={bars},{wh}", f"small={small},{wh}"]


@template
def headline(side: str, likeness: str, repeat: str, wh: str) -> list[str]:
    """On which `side` of the headline a line stands, and whether it says the same as that or another."""
    names = [f"t={side},{wh}"] if side else []
    if side == "=":
        names.append("title")
    if likeness:
        names.append(f"{likeness},{wh}")
    if repeat:
        names.append(f"rep={repeat},{wh}")
    return names

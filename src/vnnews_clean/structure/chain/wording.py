"""The features of the chain in words, for a person who asks why a line went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

Reason = tuple[int, str, str]
"""By how much a feature speaks for a state against the article, below nought; its name; in words."""
_SORTS: Final = {
    "headline": "a headline", "asks": "a question", "sentence": "a sentence", "remark": "a short sentence",
    "paragraph": "a paragraph", "long": "a long paragraph", "cut": "a summary cut off", "open": "a long line without a stop",
    "menu": "a name or button", "short": "a few words", "number": "a number", "stamp": "a date", "byline": "a person's name",
    "credit": "a credit", "caption": "a caption", "label": "words and a colon", "^": "the beginning", "$": "the end",
}  # fmt: skip
_SHARES: Final = {
    "-": "too few words to compare", "0": "no words of the article's", "0+": "no words of the article's",
    "1": "hardly any words of the article's", "2": "some words of the article's", "3": "many words of the article's",
    "4": "mostly words of the article's",
}  # fmt: skip
_PLACES: Final = {
    "a": "above the article's text", "b": "below the article's text", "c": "amid the article's text",
}  # fmt: skip
_WORDS: Final = {"": "unknown", "copy": "a copy", "^": "the beginning", "$": "the end"}
_PARTS: Final = {"0": "none", "6": "all"}
_MANY: Final = {"0": "no", "1": "a", "2": "some", "3": "some", "4": "many", "5": "many", "6": "many"}  # fmt: skip


def _sort(name: str) -> str:
    return _SORTS.get(name, name)


def _word(name: str) -> str:
    return _WORDS.get(name, f"a {name}")


def _follows(what: str) -> Callable[..., str]:
    def said(distance: str, *_: str) -> str:
        return f"no {what} follows" if distance == "n" else f"{what} follows"

    return said


def _precedes(what: str) -> Callable[..., str]:
    def said(distance: str, *_: str) -> str:
        return f"no {what} above" if distance == "n" else f"{what} above"

    return said


def _rhythm(name: str) -> str:
    period, _, times = name.partition(":")
    if not times:
        return "no list repeats"
    return f"one of {times[0]} items of {period} line" + "s" * (period != "1")


def _since(what: str) -> Callable[..., str]:
    def said(distance: str, *_: str) -> str:
        return f"no {what} above" if distance == "n" else f"below a {what}"

    return said


_TOLD: Final[Mapping[str, Callable[..., str]]] = {
    "s": _sort,
    "s,s1": lambda sort, above: f"{_sort(sort)} below {_sort(above)}",
    "s,n1": lambda sort, below: f"{_sort(sort)} above {_sort(below)}",
    "s1,s2": lambda one, two: f"below {_sort(two)} and {_sort(one)}",
    "n1,n2": lambda one, two: f"above {_sort(one)} and {_sort(two)}",
    "per": _rhythm,
    "s,per": lambda sort, name: f"{_sort(sort)}, {_rhythm(name)}",
    "s,x": lambda sort, share: f"{_sort(sort)}, {_SHARES[share]}",
    "x,wh": lambda share, where: f"{_SHARES[share]}, {_PLACES[where]}",
    "ts": _follows("text of the article"),
    "s,ts": lambda sort, distance: f"{_sort(sort)}, {_follows('text of the article')(distance)}",
    "tp": _follows("running text"),
    "fs": _precedes("text of the article"),
    "fp": _precedes("running text"),
    "s,sl": lambda sort, left: f"{_sort(sort)}, {_MANY[left]} paragraphs of the article's to come",
    "items": lambda count, _: f"{_MANY[count]} headlines to come",
    "cm": lambda some, *_: f"{_PARTS.get(some, 'some')} of the article's text is above",
    "am": lambda some, _: f"{_PARTS.get(some, 'some')} of the running text is above",
    "dense": lambda _, where: f"how much of it is running text, {_PLACES[where]}",
    "w": lambda word: f"itself {_word(word)}",
    "w1": lambda word, _: f"below {_word(word)} line",
    "v1": lambda word: f"above {_word(word)} line",
    "w,s1": lambda word, above: f"{_word(word)} below {_sort(above)}",
    "s,w1": lambda sort, word: f"{_sort(sort)} below {_word(word)} line",
    "s,wh": lambda sort, where: f"{_sort(sort)} {_PLACES[where]}",
    "hd": _since("header"),
    "s,hd": lambda sort, distance: f"{_sort(sort)}, {_since('header')(distance)}",
    "ba": _since("bar"),
    "bars": lambda count, where: f"{_MANY[count]} bars around, {_PLACES[where]}",
    "small": lambda count, where: f"{_MANY[count]} small lines around, {_PLACES[where]}",
    "pg": lambda count, where: f"{_MANY[count]} bars in the document, {_PLACES[where]}",
    "num": lambda _, where: f"how many lines are figures, {_PLACES[where]}",
    "say": lambda _, where: f"how much of it is known, {_PLACES[where]}",
    "t": lambda side, _: {"a": "below", "b": "above"}.get(side, "at") + " the headline",
    "title_share": lambda count, _: f"{_MANY[count]} words of the headline's",
    "title_copy": lambda _: "a copy of the headline",
    "rep": lambda how, _: "the same line beside it" if how == "twin" else "the same line elsewhere",
    "bullet": lambda _: "begins as an item",
    "upper": lambda _: "in capitals",
    "digits": lambda _: "figures",
    "link": lambda _: "links",
    "lower": lambda: "begins in lower case",
    "title": lambda: "the headline",
}  # fmt: skip


@cache
def in_words(name: str) -> str:
    """What the feature `name` says of a line; empty where it says nothing to a person.

    >>> in_words("s,x=headline,0+")
    "a headline, no words of the article's"
    """
    family, sign, values = name.partition("=")
    if not sign:
        family, _, values = name.partition(",")
    tell = _TOLD.get(family)
    return tell(*(values.split(",") if values or sign else ())) if tell else ""


def reasons(found: Iterable[Reason], count: int) -> str:
    """The first `count` different things that are `found`, strongest first."""
    said: list[str] = []
    for *_, words in sorted(found):
        if words not in said:
            said.append(words)
            if len(said) == count:
                break
    return "; ".join(said)

"""Groups of phrases: what they can do, and those that a user writes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Final, Literal, NamedTuple, cast, get_args

from ..errors import ConfigError, nearest

Where = Literal["line", "start", "inline", "anywhere"]

ACTS: Final = {
    "bar": "stands among the page's own lines: such lines vouch for each other",
    "fence": "ends a box of other articles",
    "edge": "is a button that is also found glued to the edges of flat text",
    "page": "tells the dump of a whole page from an article",
    "imprint": "belongs to the imprint at the foot of a page",
    "heading": "may as well be a heading of the article",
    "opens_nav": "opens a part of a page: navigation",
    "opens_related": "opens a part of a page: other articles",
    "opens_tags": "opens a part of a page: keywords",
    "opens_comments": "opens a part of a page: comments",
    "opens_footer": "opens a part of a page: the foot",
}
"""What a group can do to rules other than its own."""


class Group(NamedTuple):
    """Phrases that mean the same, where one of them counts, and what it does."""

    where: Where
    phrases: tuple[str, ...]
    acts: frozenset[str] = frozenset()
    like: str = ""
    """The group whose rules read these phrases; empty: its own."""
    file: str = "settings"
    """The file that the group stands in."""


_OWN: Final = Group("line", ())
"""What a group is that is like no other: rules of one's own read it."""


def _normal(phrase: str) -> str:
    return " ".join(unicodedata.normalize("NFC", phrase).lower().split())


def phrases_of(name: str, said: object) -> tuple[str, ...]:
    """Phrases that a user wrote. Raises `ConfigError`."""
    if isinstance(said, (list, tuple)) and all(
        isinstance(p, str) and re.search(r"\w", p) for p in said
    ):
        return tuple(map(_normal, said))
    raise ConfigError(f"{name} takes a list of phrases, not {said!r}")


def group_of(name: str, said: Mapping[object, object], known: Mapping[str, Group]) -> Group:
    """A group that a user wrote. Raises `ConfigError`."""
    if name in known:
        raise ConfigError(f'phrase group "{name}" exists: give it a list of more phrases')
    if surplus := sorted(map(str, said.keys() - {"like", "where", "acts", "phrases"})):
        raise ConfigError(
            f'phrase group "{name}": unknown key "{surplus[0]}"'
            + nearest(surplus[0], ("like", "where", "acts", "phrases"))
        )
    like = said.get("like", "")
    if not isinstance(like, str) or (like and like not in known):
        raise ConfigError(
            f'phrase group "{name}" is `like` no known group: {like!r}{nearest(str(like), known)}'
        )
    if not like and "where" not in said:
        raise ConfigError(f'phrase group "{name}" is `like` a known group, or says `where`')
    model = known.get(like, _OWN)
    where, acts = said.get("where", model.where), said.get("acts", model.acts)
    if where not in get_args(Where):
        raise ConfigError(f'phrase group "{name}": `where` is one of {get_args(Where)}')
    if isinstance(acts, str) or not isinstance(acts, Collection) or not ACTS.keys() >= set(acts):
        raise ConfigError(f'phrase group "{name}": `acts` is a list of {", ".join(ACTS)}')
    phrases = phrases_of(name, said.get("phrases"))
    return Group(cast("Where", where), phrases, frozenset(acts), model.like or like)

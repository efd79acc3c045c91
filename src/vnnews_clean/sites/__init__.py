"""Families of publishers' markup as data, compiled into one index of class tokens.

Every ``*.toml`` file beside this one is a pack: the markup of one CMS or publisher::

    domains = ["vnexpress.net"]         # where it was seen; a hint, never a condition
    container = [".fck_detail"]         # the article's body
    lede = [".description"]             # any kind's name: what the element is
    keep = [".box_brief_info"]          # looks like furniture, is content

Selectors are single elements: ``tag``, ``.class``, ``#id``, ``[attribute=value]``, put together
as in CSS (``table.article``); a class or id that ends in ``*`` means every name that begins so.
`generic` holds the words that designers of all houses use; it is always in force.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from os import PathLike, fspath
from pathlib import Path
from typing import Final, NamedTuple

from ..errors import ConfigError, nearest
from ..model import Kind
from ..patterns import pattern
from ..reach import table_in

GENERIC: Final = "generic"
FILE: Final = ".toml"
"""How the name of a file with a pack of one's own ends."""
CONTAINER: Final = "container"
KEEP: Final = "keep"
ROLES: Final = frozenset({CONTAINER, KEEP, *Kind})

_PART: Final = pattern(r"^[\w-]+|\.[\w-]+\*?|#[\w-]+\*?|\[[\w-]+=[^\]]+\]")
CACHED: Final = 4096
"""Class attributes and ids that an index remembers: the pages of a publisher repeat theirs."""
_HEAD: Final = 3
"""Characters of a prefix by which most names are known not to begin with one."""


_BOXES: Final = frozenset("div section aside ins li ul span center td table".split())
_CALLED: Final = _BOXES | {"p"}
_AD: Final = pattern(
    r"^(?!(?:no|not|non|has|with|without|hide|is|js)[-_])(?:.*[-_])?(?:ads|adv|qc|quangcao|sponsored)(?:$|[-_\d])"
)
"""A name of several parts, one of which is what papers call an advertisement."""
_CAPTION: Final = pattern(
    r"^(?!(?:no|not|non|has|with|without|hide|is|js)[-_])(?:.*[-_])?(?:[a-z]*caption)(?:$|[-_\d])"
)
"""The same for the words under a picture: ``newscaption``, ``box_photo-caption``."""


class Claim(NamedTuple):
    """A pack says that an element with these names has this role."""

    pack: str
    role: str
    rank: int
    """Place in the pack's list: the earlier, the more exact."""
    others: frozenset[str]
    """Names that the element must have besides."""


_ADVERTISEMENT: Final = Claim(GENERIC, Kind.AD.value, 0, frozenset())
_UNDER_PICTURE: Final = Claim(GENERIC, Kind.CAPTION.value, 0, frozenset())


class Pack(NamedTuple):
    """The markup of one family."""

    name: str
    domains: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    """Role → selectors."""
    own: bool = False
    """A user's: believed wherever it is at home, and everywhere if it names no domains."""


class SiteIndex:
    """All packs as one dictionary from an element's names to what they claim."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self.packs: Final = {pack.name: pack for pack in packs}
        self._claims: Final[defaultdict[str, list[Claim]]] = defaultdict(list)
        self._prefixes: Final[defaultdict[str, list[Claim]]] = defaultdict(list)
        for pack in self.packs.values():
            for role, selectors in pack.roles.items():
                for rank, selector in enumerate(selectors):
                    self._add(pack.name, role, rank, selector)
        self.of_class: Final = lru_cache(CACHED)(self._of_class)
        self.of_attribute: Final = lru_cache(CACHED)(self._of_attribute)
        self.at: Final = lru_cache(CACHED)(self._at)

    def _add(self, pack: str, role: str, rank: int, selector: str) -> None:
        first, *others = sorted(_names(selector), key=lambda name: name.startswith("<"))
        claim = Claim(pack, role, rank, frozenset(others))
        if first.endswith("*"):
            self._prefixes[first[:-1]].append(claim)
        else:
            self._claims[first].append(claim)

    def _of_name(self, name: str) -> Sequence[Claim]:
        return self._claims[name] if name in self._claims else self._by_prefix(name)

    def _of_class(self, tag: str, written: str | None) -> tuple[Claim, ...]:
        """What the packs claim of a `tag` with the class attribute `written`."""
        names = (*(written or "").lower().split(), f"<{tag}")
        claims = tuple(claim for name in names for claim in self._of_name(name))
        if tag not in _CALLED or any(claim.pack == GENERIC for claim in claims):
            return claims
        if tag in _BOXES and any(map(_AD.search, names)):
            return (*claims, _ADVERTISEMENT)
        return (*claims, _UNDER_PICTURE) if any(map(_CAPTION.search, names)) else claims

    def _of_attribute(self, name: str, value: str | None) -> tuple[Claim, ...]:
        """What the packs claim of an element with this attribute."""
        return tuple(self._of_name(name_of(name, value))) if value else ()

    def _by_prefix(self, name: str) -> Sequence[Claim]:
        if name[:_HEAD] not in self._prefix_heads:
            return ()
        match = self._prefix_pattern.match(name)
        return self._prefixes[match.group()] if match else ()

    @cached_property
    def _prefix_heads(self) -> frozenset[str]:
        return frozenset(prefix[:_HEAD] for prefix in self._prefixes)

    @cached_property
    def _prefix_pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._prefixes, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def of_domain(self, host: str) -> frozenset[str]:
        """The packs that were seen at `host` or at a domain that it belongs to."""
        parts = host.lower().split(".")
        suffixes = {".".join(parts[i:]) for i in range(len(parts))}
        return frozenset(
            name for name, pack in self.packs.items() if not suffixes.isdisjoint(pack.domains)
        )

    def _at(self, host: str) -> tuple[frozenset[str], frozenset[str]]:
        """The packs `of_domain`, and the user's, which are believed at `host` whatever its pages hold."""
        home = self.of_domain(host)
        own = (n for n, p in self.packs.items() if p.own and (n in home or not p.domains))
        return home, frozenset(own)


def name_of(attribute: str, value: str) -> str:
    """The name that an element bears for an attribute other than the class."""
    return f"#{value.lower()}" if attribute == "id" else f"[{attribute}={value.lower()}]"


def _names(selector: str) -> list[str]:
    """The names that `selector` asks for, as elements bear them."""
    parts = _PART.findall(selector.lower())
    if not parts or "".join(parts) != selector.lower():
        raise ConfigError(f"not a selector of a single element: {selector!r}")
    return [p[1:] if p[0] == "." else p if p[0] in "#[" else f"<{p}" for p in parts]


@cache
def packs() -> Mapping[str, Pack]:
    """Every pack that ships with the package, by name."""
    found = {}
    for file in sorted(Path(__file__).parent.iterdir(), key=lambda f: f.name):
        name, dot, suffix = file.name.partition(".")
        if dot and suffix == "toml":
            found[name] = _pack(name, tomllib.loads(file.read_text(encoding="utf-8")))
    return found


def _pack(name: str, table: dict[str, object], where: str = "") -> Pack:
    """A pack from a table. Raises `ConfigError`, naming file and key."""
    where = where or f'site pack "{name}"'
    roles: dict[str, tuple[str, ...]] = {}
    for role, selectors in table.items():
        if role != "domains" and role not in ROLES:
            raise ConfigError(f'{where}: unknown role "{role}"{nearest(role, ROLES)}')
        if not isinstance(selectors, list) or not all(isinstance(s, str) for s in selectors):
            raise ConfigError(f'{where}: key "{role}" is a list of strings, not {selectors!r}')
        roles[role] = tuple(selectors)
    domains = tuple(domain.lower() for domain in roles.pop("domains", ()))
    for role, selectors in roles.items():
        for selector in selectors:
            try:
                _names(selector)
            except ConfigError as error:
                raise ConfigError(f'{where}: key "{role}": {error}') from None
    return Pack(name, domains, roles)


def load(file: Path) -> Pack:
    """A pack of one's own. Raises `ConfigError`, naming file and key."""
    table = table_in(file, "site pack ")
    return _pack(str(file), table, f"site pack {file}")._replace(own=True)


def index(names: Iterable[str | PathLike[str]] | None = None) -> SiteIndex:
    """The index of the packs of these names and files, and of `GENERIC`; all for ``None``.

    What ends in ``.toml`` is a file. Raises `ConfigError` for a name that no pack has, and for a
    file that is no pack.
    """
    return _shipped(None) if names is None else _chosen(tuple(fspath(name) for name in names))


@cache
def _shipped(names: tuple[str, ...] | None) -> SiteIndex:
    known = packs()
    wanted = known if names is None else {*names, GENERIC}
    return SiteIndex(known[name] for name in sorted(wanted))


def _chosen(names: tuple[str, ...]) -> SiteIndex:
    known = packs()
    files = [name for name in names if name.endswith(FILE)]
    shipped = [name for name in names if not name.endswith(FILE)]
    for name in shipped:
        if name not in known:
            raise ConfigError(f'unknown site pack "{name}"{nearest(name, known)}')
    if not files:
        return _shipped(tuple(sorted(shipped)))
    wanted = [known[name] for name in sorted({*shipped, GENERIC})]
    return SiteIndex([*wanted, *(load(Path(file)) for file in files)])

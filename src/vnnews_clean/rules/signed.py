"""What stands below the signature of an article: teasers of other ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..line import Line
from ..model import LIKELY, Document, Kind, Mark
from ..outline import FEW
from ..rule import rule
from ..shapes import LONGEST_BYLINE, LONGEST_SUMMARY
from ..signatures import byline_inside, is_signature, is_signed, source_inside
from ..signs import AllOf, AnyOf, Begins, Spelled, few, signed
from ..structure.cohesion import holds_retold

_BELOW: Final = 8  # lines below the signature, at most
_TOLD: Final = 8  # words of a headline that is told again, or of a line below a source, at least
_ALONE: Final = 2  # lines below a source where none is told again, at most: more may be a list
_FEWEST: Final = 3  # paragraphs above the signature, at least


def _is_short(document: Document) -> bool:
    """A line near the end is as short as a name."""
    outline = document.outline
    return bool(outline.short) and any(map(LONGEST_BYLINE.__ge__, outline.sizes[-_BELOW - 1 : -1]))


def _is_signed(document: Document) -> bool:
    """A source or a name stands near the end."""
    return is_signed(document, _BELOW)


_SIGNED: Final = AnyOf(
    (
        AllOf((Begins("theo nguồn tổng lược"), _is_signed)),
        AllOf((_is_short, _is_signed)),
        AllOf((Spelled("(theo ", last=1), lambda document: bool(source_inside(document)))),
    )
)
"""A source or a name stands near the end, or a source inside the last line."""


@rule("related.below_signature", kind=Kind.RELATED, needs="text", sign=_SIGNED)
def below_signature(document: Document) -> Iterator[Mark]:
    """Teasers below "(Theo X)", the only source that a text has; below a name alone, only where a
    headline stands there that the next line tells again.

    The article above is longer than they are. What is captioned, starred or numbered stays.

    Drops:
        Tàu cao tốc ra đảo chạy thêm hai chuyến mỗi ngày vì khách đông gấp đôi.
    Keeps:
        Người viết là giáo viên trường làng, dạy học đã ba mươi năm.
    """
    if found := source_inside(document):
        yield Mark(found.end(), document.blocks[-1].end, LIKELY)
    lines = document.lines
    near = reversed(lines[-_BELOW - 1 :])
    first = last = next((line.index for line in near if is_signature(line)), len(lines) - 1)
    below = lines[last + 1 :]
    if not below or not all(_is_teaser(line) for line in below):
        return
    sources, again = [line for line in lines if line.is_credit], holds_retold(below, _TOLD)
    if not (sources or again):  # for speed: most
        return
    while first and is_signature(lines[first - 1]):
        first -= 1
    above = lines[:first]
    short = sum(line.is_paragraph for line in above) < _FEWEST
    if short or sum(line.words for line in below) >= sum(line.words for line in above):
        return
    if again:
        signed = sum(map(is_signature, lines))
        sure = signed == last - first + 1 or sources[-1:] == [lines[last]]
    else:
        told = len(below) <= _ALONE and all(line.words >= _TOLD for line in below)
        alone = len(sources) == 1 and sources[0].index >= first
        sure = told and alone and "theo" in sources[0].key
    for line in below if sure else ():
        yield Mark(line.start, line.end, LIKELY)


def _is_teaser(line: Line) -> bool:
    """A headline or a summary, and nothing that an article has below its end."""
    if line.is_caption or "://" in line.text or len(line.text) > LONGEST_SUMMARY:
        return False
    listed = line.text[0] in "*-–•+(" or line.text[0].isdigit()
    return not listed and (line.is_headline or line.ends_sentence)


@rule("related.below_byline", kind=Kind.RELATED, needs="text", sign=AllOf((few, signed)))
def below_byline(document: Document) -> Iterator[Mark]:
    """Behind the byline of flat text, which is named nowhere else: headlines and ledes up to the end.

    Drops:
        Nhiều chủ ghe bán trái cây sang nghề chở khách vì lời lãi mỗi chuyến một ít đi.
    Keeps:
        Minh Sơn cho biết nhiều chủ ghe bán trái cây đã sang nghề chở khách, vì lời lãi mỗi chuyến một ít đi.

    What follows the name begins with a word that ends none.
    """
    if not 0 < len(document.blocks) <= FEW:
        return
    if found := byline_inside(document):
        yield Mark(found.end(), document.blocks[-1].end, LIKELY)

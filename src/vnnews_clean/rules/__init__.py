"""The whole pipeline on one screen: every rule, family by family.

The order is for the reader only; inside a phase it changes nothing.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Final

from ..rule import Rule
from ..rulefile import rules_of
from . import (
    boxes,
    calls,
    copies,
    edges,
    editorial,
    flat,
    footer,
    glued,
    half_copies,
    linked,
    markup,
    newsroom,
    page,
    player,
    pointers,
    region,
    residue,
    signature,
    signed,
    structure,
    tags,
    teaser,
    terms,
    tools,
)


def rows(family: str) -> tuple[Rule, ...]:
    """The rules that ``<family>.toml`` beside this file holds as rows."""
    file = Path(__file__).with_name(f"{family}.toml")
    return rules_of(tomllib.loads(file.read_text(encoding="utf-8")), file.name)


_EVERY: Final[tuple[Rule, ...]] = (
    # What the markup of a page says
    page.outside_article,
    page.page_headline,
    page.page_headline_copy,
    page.page_front_matter,
    markup.markup_furniture,
    markup.markup_named,
    markup.markup_teaser_card,
    markup.markup_link_line,
    # Boxes of other articles, and lines that are a link to one
    *rows("boxes"),
    boxes.related_pointer_line,
    boxes.related_arrow_line,
    boxes.dated_list,
    tags.tags_box,
    # The same inside flat text
    flat.glued_box,
    flat.tail_box,
    flat.related_teaser_call,
    flat.closing_teaser,
    flat.agency_repeat,
    flat.glued_teaser,
    signed.below_signature,
    pointers.related_arrow,
    pointers.related_pointer,
    pointers.related_bracket,
    # Teasers without a header
    teaser.teaser_cut_summary,
    teaser.under_lede,
    *rows("daily"),
    # What the article says twice
    copies.duplicate_headline,
    copies.duplicate_alt_text,
    copies.duplicate_paragraph,
    copies.duplicate_adjacent,
    half_copies.duplicate_truncated,
    half_copies.duplicate_document,
    # The furniture of a page
    *rows("furniture"),
    footer.footer_line,
    terms.broker_terms,
    edges.edge_ui,
    glued.glued_menu,
    glued.glued_imprint,
    player.player_line,
    player.podcast_counter,
    # Calls
    calls.promo_call,
    newsroom.promo_newsroom,
    # Residue of crawlers and scripts
    *rows("residue"),
    residue.aggregator,
    residue.script,
    residue.markup,
    tools.browser_furniture,
    tools.reader_head,
    linked.linked_lines,
    # A whole page as lines
    region.outside_region,
    # The newsroom's lines: kept by default
    editorial.caption_line,
    editorial.caption_credit,
    editorial.agency_prefix,
    *rows("editorial"),
    signature.source_line,
    signature.byline_line,
    # What the rest is
    structure.structure_blocks,
)

TABLE: Final = tuple(replace(rule, shipped=True) for rule in _EVERY)

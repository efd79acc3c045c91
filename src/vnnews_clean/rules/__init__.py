"""The whole pipeline on one screen: every rule, family by family.

The order is for the reader only; inside a phase it changes nothing.
"""

from __future__ import annotations

from typing import Final

from ..rule import Rule
from . import (
    calls,
    duplicate,
    editorial,
    furniture,
    glued,
    pointer,
    podcast,
    region,
    related,
    residue,
    structure,
    teaser,
    widget,
)

TABLE: Final[tuple[Rule, ...]] = (
    # Boxes of other articles
    related.related_box,
    related.most_read_box,
    related.tags_box,
    related.related_pointer_line,
    related.related_arrow_line,
    related.related_here,
    related.hashtags,
    # The same inside flat text
    glued.glued_box,
    glued.tail_box,
    pointer.related_arrow,
    pointer.related_pointer,
    pointer.related_bracket,
    pointer.related_teaser_call,
    # Teasers without a header
    teaser.teaser_doubled,
    teaser.teaser_cut_summary,
    teaser.teaser_lottery,
    teaser.teaser_weather,
    teaser.teaser_horoscope,
    teaser.teaser_power_cut,
    teaser.teaser_prices,
    # What the article says twice
    duplicate.duplicate_headline,
    duplicate.duplicate_alt_text,
    duplicate.slug_item,
    duplicate.duplicate_paragraph,
    duplicate.duplicate_adjacent,
    duplicate.duplicate_truncated,
    duplicate.duplicate_document,
    duplicate.duplicate_lede,
    # The furniture of a page
    furniture.follow_line,
    furniture.share_line,
    furniture.share_counter,
    furniture.save_line,
    furniture.comments_line,
    furniture.rating_line,
    furniture.login_line,
    furniture.newsletter_line,
    furniture.ui_line,
    furniture.footer_line,
    furniture.player_line,
    furniture.ad_line,
    podcast.podcast_chrome,
    podcast.podcast_counter,
    podcast.podcast_channel,
    podcast.podcast_summary,
    # Calls, advertisements, widgets
    calls.promo_call,
    calls.promo_newsroom,
    calls.ad_call,
    calls.ad_marker,
    widget.save_bar,
    widget.link_placeholder,
    widget.stock_card,
    widget.match_table,
    widget.player_message,
    # Residue of crawlers and scripts
    residue.crawler_date,
    residue.aggregator,
    residue.image_url,
    residue.script,
    residue.markup,
    # A whole page as lines
    region.outside_region,
    # The newsroom's lines: kept by default
    editorial.caption_line,
    editorial.caption_credit,
    editorial.source_line,
    editorial.byline_line,
    editorial.agency_prefix,
    editorial.date_line,
    editorial.disclaimer_line,
    # What the rest is
    structure.structure_blocks,
)

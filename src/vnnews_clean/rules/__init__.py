"""The whole pipeline on one screen: every rule, family by family.

The order is for the reader only; inside a phase it changes nothing.
"""

from __future__ import annotations

from typing import Final

from ..rule import Rule
from . import (
    ad,
    alt_text,
    arrow,
    bars,
    caption,
    code,
    copies,
    daily,
    desk,
    footer,
    forms,
    glued,
    half_copies,
    head_links,
    headline_copy,
    links,
    machine_lines,
    machine_summary,
    newsroom,
    player,
    podcast,
    pointer,
    promo,
    region,
    related,
    residue,
    signature,
    structure,
    tags,
    teaser,
    teaser_call,
    widget,
)

TABLE: Final[tuple[Rule, ...]] = (
    # Boxes of other articles
    related.related_box,
    related.most_read_box,
    tags.tags_box,
    links.related_pointer_line,
    links.related_arrow_line,
    links.related_here,
    tags.hashtags,
    # The same inside flat text
    glued.glued_box,
    glued.tail_box,
    arrow.related_arrow,
    pointer.related_pointer,
    pointer.related_bracket,
    teaser_call.related_teaser_call,
    # Teasers without a header
    teaser.teaser_doubled,
    teaser.teaser_cut_summary,
    head_links.under_lede,
    daily.teaser_lottery,
    daily.teaser_weather,
    daily.teaser_horoscope,
    daily.teaser_power_cut,
    daily.teaser_prices,
    # What the article says twice
    headline_copy.duplicate_headline,
    alt_text.duplicate_alt_text,
    alt_text.slug_item,
    copies.duplicate_paragraph,
    copies.duplicate_adjacent,
    half_copies.duplicate_truncated,
    half_copies.duplicate_document,
    half_copies.duplicate_lede,
    # The furniture of a page
    bars.follow_line,
    bars.share_line,
    bars.share_counter,
    bars.save_line,
    forms.comments_line,
    forms.rating_line,
    forms.login_line,
    forms.newsletter_line,
    footer.ui_line,
    footer.footer_line,
    player.player_line,
    player.ad_line,
    podcast.podcast_chrome,
    podcast.podcast_counter,
    podcast.podcast_channel,
    machine_summary.podcast_summary,
    # Calls, advertisements, widgets
    promo.promo_call,
    newsroom.promo_newsroom,
    ad.ad_call,
    ad.ad_marker,
    machine_lines.save_bar,
    machine_lines.link_placeholder,
    machine_lines.closing_teaser,
    widget.stock_card,
    widget.match_table,
    machine_lines.player_message,
    # Residue of crawlers and scripts
    residue.crawler_date,
    residue.aggregator,
    residue.image_url,
    code.script,
    code.markup,
    # A whole page as lines
    region.outside_region,
    # The newsroom's lines: kept by default
    caption.caption_line,
    caption.caption_credit,
    signature.source_line,
    signature.byline_line,
    desk.agency_prefix,
    desk.date_line,
    desk.disclaimer_line,
    # What the rest is
    structure.structure_blocks,
)
